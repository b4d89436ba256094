package report

import (
	"io"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/fix"
	"github.com/hegao/hegao/checker/source"
)

// The shapes of the Reviewdog Diagnostic Format that are written.
type (
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"` // in bytes of UTF-8, from 1
	}
	rdRange struct {
		Start rdPosition `json:"start"`
		End   rdPosition `json:"end"`
	}
	rdLocation struct {
		Path  string   `json:"path"`
		Range *rdRange `json:"range,omitempty"`
	}
	rdSuggestion struct {
		Range rdRange `json:"range"`
		Text  string  `json:"text"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
	rdCode struct {
		Value string `json:"value"`
	}
	rdDiagnostic struct {
		Message     string         `json:"message"`
		Location    rdLocation     `json:"location"`
		Severity    string         `json:"severity"`
		Code        rdCode         `json:"code"`
		Suggestions []rdSuggestion `json:"suggestions,omitempty"`
		Related     []rdRelated    `json:"related_locations,omitempty"`
	}
)

// rdjsonRenderer writes the Reviewdog Diagnostic Format. Its columns count
// bytes, and a suggestion is one range with its new text.
type rdjsonRenderer struct {
	diagnostics list
	o           Options
}

func newRDJSON(w io.Writer, o Options) Renderer {
	return &rdjsonRenderer{diagnostics: list{w: w}, o: o}
}

func (d *rdjsonRenderer) Begin() error {
	_, err := io.WriteString(d.diagnostics.w, `{"source":{"name":"hegao","url":"`+home+`"},`+"\n"+`"diagnostics":[`)
	return err
}

func (d *rdjsonRenderer) End() error {
	_, err := io.WriteString(d.diagnostics.w, "]}\n")
	return err
}

var rdSeverities = [...]string{finding.Info: "INFO", finding.Warning: "WARNING", finding.Error: "ERROR"}

func (d *rdjsonRenderer) File(r *checker.Result) error {
	lang, file, name := d.o.lang(r), fileOf(r), nameOf(r)
	for i := range r.Findings {
		f := &r.Findings[i]
		out := rdDiagnostic{Message: told(lang, f), Location: rdLocation{Path: name}, Severity: rdSeverities[f.Severity], Code: rdCode{f.Rule}}
		if somewhere(f) {
			at := rdRangeOf(file, f.Span)
			out.Location.Range = &at
		}
		for _, x := range f.Fixes {
			if s, ok := rdSuggest(file, x.Edits); ok && out.Location.Range.meets(s.Range) {
				out.Suggestions = append(out.Suggestions, s)
			}
		}
		for _, rel := range f.Related {
			if rel.Span.Field != source.FieldText {
				continue
			}
			in, path := placed(file, &rel)
			if path == "" {
				path = name
			}
			at := rdRangeOf(in, rel.Span)
			out.Related = append(out.Related, rdRelated{clean(rel.Message), rdLocation{path, &at}})
		}
		if err := d.diagnostics.item(out); err != nil {
			return err
		}
	}
	return nil
}

func rdRangeOf(file *source.File, s source.Span) rdRange {
	at := inBytes(file, s)
	return rdRange{rdPosition{at.line, at.column}, rdPosition{at.endLine, at.endColumn}}
}

// meets reports whether a suggestion touches the lines of a finding; elsewhere
// nobody would know what it mends.
func (r *rdRange) meets(s rdRange) bool {
	return r != nil && s.Start.Line <= r.End.Line && r.Start.Line <= s.End.Line
}

// rdSuggest makes one replacement of the edits of a fix. Edits far apart make
// none: what lies between them would have to come along.
func rdSuggest(file *source.File, edits []finding.Edit) (rdSuggestion, bool) {
	merged, conflicts := fix.Merge(edits)
	if len(merged) == 0 || len(conflicts) > 0 {
		return rdSuggestion{}, false
	}
	s := merged[0].Span
	for _, e := range merged {
		if e.Span.Field != source.FieldText || !file.Whole(e.Span) {
			return rdSuggestion{}, false
		}
		s.End = max(s.End, e.Span.End)
	}
	if s.Len() > maxEditShown {
		return rdSuggestion{}, false
	}
	after, err := fix.Apply(file.Slice(s), shift(merged, s.Start))
	if err != nil {
		return rdSuggestion{}, false
	}
	return rdSuggestion{rdRangeOf(file, s), after}, true
}
