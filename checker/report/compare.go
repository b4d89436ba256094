package report

import (
	"bytes"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/diff"
	"github.com/hegao/hegao/checker/finding"
)

// CompareSchemaName names the form of `hegao compare --format json`.
const CompareSchemaName = "hegao/compare/v1"

type jsonSide struct {
	ID   string `json:"id"`
	Path string `json:"path"`
	Lang string `json:"lang"`
	Date string `json:"date"`
}

type jsonChange struct {
	Change   string      `json:"change"`
	Severity string      `json:"severity"`
	Message  string      `json:"message"`
	Meant    string      `json:"meant,omitempty"`
	Old      *jsonFigure `json:"old,omitempty"`
	New      *jsonFigure `json:"new,omitempty"`
}

type jsonCompareSummary struct {
	Same    int `json:"same"`
	Changed int `json:"changed"`
	Went    int `json:"went"`
	Came    int `json:"came"`
}

type jsonComparison struct {
	Schema   string             `json:"schema"`
	Editions bool               `json:"editions"`
	Old      jsonSide           `json:"old"`
	New      jsonSide           `json:"new"`
	Changes  []jsonChange       `json:"changes"`
	Summary  jsonCompareSummary `json:"summary"`
}

// CompareSchema returns the JSON Schema of `hegao compare --format json`.
func CompareSchema() map[string]any {
	defs := map[string]any{}
	s := structSchema(reflect.TypeFor[jsonComparison](), defs)
	s["$schema"], s["title"], s["$defs"] = "https://json-schema.org/draft/2020-12/schema", CompareSchemaName, defs
	s["properties"].(map[string]any)["schema"] = map[string]any{"const": CompareSchemaName}
	return s
}

// ComparisonJSON writes a comparison for programs.
func ComparisonJSON(w io.Writer, c *diff.Comparison, o Options) error {
	side := func(s *diff.Side) jsonSide { return jsonSide{s.Result.ID, s.Result.Path, s.Result.Lang, s.Result.Date} }
	figure := func(s *diff.Side, f *checker.Figure) *jsonFigure {
		if f == nil {
			return nil
		}
		out := figureJSON(fileOf(s.Result), f)
		return &out
	}
	out := jsonComparison{Schema: CompareSchemaName, Editions: c.Editions, Old: side(c.Old), New: side(c.New),
		Changes: make([]jsonChange, 0, len(c.Changes)), Summary: compareSummary(c)}
	for i := range c.Changes {
		ch := &c.Changes[i]
		out.Changes = append(out.Changes, jsonChange{ch.What, ch.Severity.String(), ch.Message.In(compareLang(c, o)), ch.Meant,
			figure(c.Old, ch.Old), figure(c.New, ch.New)})
	}
	var b bytes.Buffer
	if err := encode(&b, out); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

func compareSummary(c *diff.Comparison) jsonCompareSummary {
	s := jsonCompareSummary{Same: c.Same}
	for _, ch := range c.Changes {
		switch ch.What {
		case diff.Changed:
			s.Changed++
		case diff.Went:
			s.Went++
		case diff.Came:
			s.Came++
		}
	}
	return s
}

// compareLang is the language of a comparison's messages: that of the new
// draft, Chinese between editions.
func compareLang(c *diff.Comparison, o Options) string {
	switch {
	case o.Lang != "":
		return o.Lang
	case c.Editions || c.New.Result.Lang == "zh":
		return "zh"
	}
	return "en"
}

var compareTexts = struct{ changed, went, came, summary, none finding.Text }{
	changed: finding.Text{ZH: "改", EN: "changed"},
	went:    finding.Text{ZH: "删", EN: "went"},
	came:    finding.Text{ZH: "增", EN: "came"},
	summary: finding.Text{ZH: "数字：相同{same}处，不同{changed}处，只见于前者{went}处，只见于后者{came}处。", EN: "figures: {same} the same, {changed} changed, {went} in the old one only, {came} in the new one only."},
}

// ComparisonText writes a comparison for people: each figure that differs within
// its words, the old draft's above the new one's.
func ComparisonText(w io.Writer, c *diff.Comparison, o Options) error {
	lang := compareLang(c, o)
	var p page
	p.line(o.paint(bold, clean(nameOf(c.Old.Result))), " → ", o.paint(bold, clean(nameOf(c.New.Result))))
	for i := range c.Changes {
		ch := &c.Changes[i]
		p.line()
		writeChange(&p, c, ch, o, lang)
	}
	s := compareSummary(c)
	p.line()
	p.line(strings.NewReplacer("{same}", strconv.Itoa(s.Same), "{changed}", strconv.Itoa(s.Changed),
		"{went}", strconv.Itoa(s.Went), "{came}", strconv.Itoa(s.Came)).Replace(compareTexts.summary.In(lang)))
	return p.flush(w)
}

func writeChange(p *page, c *diff.Comparison, ch *diff.Change, o Options, lang string) {
	side, at := c.New, ch.New
	if at == nil {
		side, at = c.Old, ch.Old
	}
	what := map[string]finding.Text{diff.Changed: compareTexts.changed, diff.Went: compareTexts.went, diff.Came: compareTexts.came}[ch.What]
	style, word := cyanBold, what.In(lang)
	if c.Editions {
		style, word = severityStyles[ch.Severity], say(lang, severityMessages[ch.Severity])
	}
	b := block{page: p, o: o, lang: lang, file: fileOf(side.Result), name: clean(nameOf(side.Result))}
	p.line(o.paint(bold, b.place(at.Span)), "  ", o.paint(style, word))
	if ch.Old != nil {
		p.line(indent, o.paint(red, "- "), marked(c.Old, ch.Old, diff.Delete, o))
	}
	if ch.New != nil {
		p.line(indent, o.paint(green, "+ "), marked(c.New, ch.New, diff.Insert, o))
	}
	if c.Editions {
		p.line(indent, clean(ch.Message.In(lang)))
	}
}

// marked returns the words around a figure with the figure marked.
func marked(s *diff.Side, f *checker.Figure, kind diff.Kind, o Options) string {
	text := fileOf(s.Result).Field(f.Span.Field)
	c := newClip(text, f.Span.Start, f.Span.End, o.width()-2*len(indent), o.width()-2*len(indent))
	m := marks[kind]
	var out strings.Builder
	if c.cutL {
		out.WriteString(ellipsis)
	}
	out.WriteString(strings.TrimLeft(clean(text[c.start:f.Span.Start]), " 　"))
	if figure := clean(text[f.Span.Start:f.Span.End]); o.Color {
		out.WriteString(o.paint(m.style, figure))
	} else {
		out.WriteString(m.open + figure + m.close)
	}
	out.WriteString(clean(text[f.Span.End:c.end]))
	if c.cutR {
		out.WriteString(ellipsis)
	}
	return out.String()
}
