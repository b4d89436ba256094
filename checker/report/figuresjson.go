package report

import (
	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/source"
)

type jsonFigure struct {
	Span     jsonSpan `json:"span"`
	Kind     string   `json:"kind"`
	Value    string   `json:"value"`
	Low      string   `json:"low"`
	High     string   `json:"high"`
	Unit     string   `json:"unit"`
	Hedge    string   `json:"hedge"`
	Role     string   `json:"role"`
	Metric   string   `json:"metric"`
	Entity   string   `json:"entity"`
	Partner  string   `json:"partner"`
	Period   string   `json:"period"`
	Basis    string   `json:"basis"`
	Modality string   `json:"modality"`
	Status   string   `json:"status"`
	Why      string   `json:"why"`
	Guessed  []string `json:"guessed,omitempty"`
	// Origin says of each slot that is filled whether it is printed in the figure's
	// own clause, inherited or guessed.
	Origin *jsonOrigin `json:"origin,omitempty"`
	// Reading is written only where the run asked for it.
	Reading []jsonReason `json:"reading,omitempty"`
}

type jsonOrigin struct {
	Metric  string `json:"metric,omitempty"`
	Entity  string `json:"entity,omitempty"`
	Partner string `json:"partner,omitempty"`
	Period  string `json:"period,omitempty"`
	Basis   string `json:"basis,omitempty"`
}

type jsonReason struct {
	Slot string `json:"slot"`
	Text string `json:"text"`
}

type jsonFigures struct {
	ID      string       `json:"id"`
	Path    string       `json:"path"`
	Date    string       `json:"date"`
	Text    *string      `json:"text,omitempty"`
	Figures []jsonFigure `json:"figures"`
}

// figuresJSON returns the JSON shape of one document's fact sheet, but for the
// figures. Where the
// spans don't count the bytes on disk, the text that they count comes along.
func figuresJSON(r *checker.Result) any {
	file := fileOf(r)
	out := jsonFigures{ID: r.ID, Path: r.Path, Date: r.Date, Figures: []jsonFigure{}}
	if !isUTF8(file) {
		out.Text = &file.Text
	}
	return out
}

func rowsJSON(r *checker.Result, each func(any) error) error {
	file := fileOf(r)
	for i := range r.Figures {
		if err := each(figureJSON(file, &r.Figures[i])); err != nil {
			return err
		}
	}
	return nil
}

func figureJSON(file *source.File, f *checker.Figure) jsonFigure {
	return jsonFigure{
		Span: spanJSON(file, f.Span, f.Text),
		Kind: f.Kind, Value: f.Value, Low: f.Low, High: f.High, Unit: f.Unit,
		Hedge: f.Hedge, Role: f.Role, Metric: f.Metric, Entity: f.Entity, Partner: f.Partner,
		Period: f.Period, Basis: f.Basis, Modality: f.Modality, Status: f.Status, Why: f.Why,
		Guessed: f.Guessed, Origin: originJSON(f), Reading: readingJSON(f),
	}
}

func originJSON(f *checker.Figure) *jsonOrigin {
	if len(f.Origins) == 0 {
		return nil
	}
	var o jsonOrigin
	for _, s := range f.Origins {
		switch s.Slot {
		case "metric":
			o.Metric = s.From
		case "entity":
			o.Entity = s.From
		case "partner":
			o.Partner = s.From
		case "period":
			o.Period = s.From
		case "basis":
			o.Basis = s.From
		}
	}
	return &o
}

type jsonFiguresSummary struct {
	Files int `json:"files"`
	jsonCounts
}

var figuresForm = form{"hegao/figures/v1", "figures", figuresJSON, rowsJSON, func(s *Summary) any {
	return jsonFiguresSummary{s.Files, jsonCounts(s.Counts)}
}}

// isUTF8 reports whether spans of the file's text count the bytes on disk.
func isUTF8(f *source.File) bool { return f.Encoding == "" || f.Encoding == "utf-8" }

func readingJSON(f *checker.Figure) (out []jsonReason) {
	for _, r := range f.Reading {
		out = append(out, jsonReason(r))
	}
	return out
}
