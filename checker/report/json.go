package report

import (
	"io"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// The shapes below are the contract with other programs: a field, once there,
// keeps its name, its place and its meaning. Lists are never null.

type jsonSpan struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
	Field  string `json:"field,omitempty"`
}

type jsonRelated struct {
	Span    jsonSpan `json:"span"`
	Message string   `json:"message"`
	// Path is that of the file, where it isn't the finding's own: of files that
	// are checked as one page.
	Path string `json:"path,omitempty"`
}

type jsonLedger struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Figure string `json:"figure"`
	Source string `json:"source,omitempty"`
}

type jsonEdit struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Field string `json:"field,omitempty"`
}

type jsonFix struct {
	Title string     `json:"title"`
	Grade string     `json:"grade"`
	Edits []jsonEdit `json:"edits"`
}

type jsonFinding struct {
	Rule        string        `json:"rule"`
	Category    string        `json:"category"`
	Severity    string        `json:"severity"`
	Confidence  float64       `json:"confidence"`
	Message     string        `json:"message"`
	Span        jsonSpan      `json:"span"`
	Related     []jsonRelated `json:"related"`
	Ledger      []jsonLedger  `json:"ledger"`
	Evidence    []string      `json:"evidence"`
	Fixes       []jsonFix     `json:"fixes"`
	Fingerprint string        `json:"fingerprint"`
}

type jsonCounts struct {
	Figures      int `json:"figures"`
	Confirmed    int `json:"confirmed"`
	Consistent   int `json:"consistent"`
	Contradicted int `json:"contradicted"`
	Unchecked    int `json:"unchecked"`
}

type jsonCheck struct {
	ID       string        `json:"id"`
	Path     string        `json:"path"`
	Lang     string        `json:"lang"`
	Date     string        `json:"date"`
	Findings []jsonFinding `json:"findings"`
	Counts   jsonCounts    `json:"counts"`
	Faults   []string      `json:"faults,omitempty"`
}

type jsonSummary struct {
	Files   int `json:"files"`
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

// checkJSON returns the JSON shape of what a check found in one document, but for
// the findings.
func checkJSON(r *checker.Result) any {
	return jsonCheck{ID: r.ID, Path: r.Path, Lang: r.Lang, Date: r.Date, Findings: []jsonFinding{},
		Counts: jsonCounts(r.Counts), Faults: r.Faults}
}

func findingsJSON(r *checker.Result, each func(any) error) error {
	file := fileOf(r)
	for i := range r.Findings {
		if err := each(findingJSON(file, &r.Findings[i])); err != nil {
			return err
		}
	}
	return nil
}

func findingJSON(file *source.File, f *finding.Finding) jsonFinding {
	out := jsonFinding{
		Rule: f.Rule, Category: string(f.Category), Severity: f.Severity.String(),
		Confidence: confidence(f.Confidence), Message: f.Message, Span: spanJSON(file, f.Span, f.Text),
		Related: make([]jsonRelated, 0, len(f.Related)),
		Ledger:  make([]jsonLedger, 0, len(f.Ledger)),
		// A copy, so that none is written as [] and not as null.
		Evidence: append([]string{}, f.Evidence...),
		Fixes:    make([]jsonFix, 0, len(f.Fixes)), Fingerprint: f.Fingerprint,
	}
	for _, r := range f.Related {
		at, path := placed(file, &r)
		out.Related = append(out.Related, jsonRelated{spanJSON(at, r.Span, r.Text), r.Message, path})
	}
	for _, l := range f.Ledger {
		out.Ledger = append(out.Ledger, jsonLedger{File: l.File, Line: l.Line, Figure: l.Figure, Source: l.Source})
	}
	for _, x := range f.Fixes {
		edits := make([]jsonEdit, 0, len(x.Edits))
		for _, e := range x.Edits {
			edits = append(edits, jsonEdit{e.Span.Start, e.Span.End, e.Text, fieldName(e.Span.Field)})
		}
		out.Fixes = append(out.Fixes, jsonFix{x.Title, string(x.Grade), edits})
	}
	return out
}

// confidence keeps out what JSON can't hold: a report with a hole is better
// than none.
func confidence(c float64) float64 {
	if c >= 0 && c <= 1 {
		return c
	}
	return 0
}

func spanJSON(file *source.File, s source.Span, text string) jsonSpan {
	at := file.Position(s.Start, s.Field)
	return jsonSpan{s.Start, s.End, at.Line, at.Column, text, fieldName(s.Field)}
}

func fieldName(f source.Field) string {
	if f == source.FieldTitle {
		return "title"
	}
	return ""
}

// form is what a report as JSON holds.
type form struct {
	schema  string
	list    string                    // the key of a document's list, which may be long
	file    func(*checker.Result) any // the shape of one document, its list empty
	items   func(r *checker.Result, each func(any) error) error
	summary func(*Summary) any
}

var checkForm = form{"hegao/check/v1", "findings", checkJSON, findingsJSON, func(s *Summary) any {
	return jsonSummary{s.Files, s.Error, s.Warning, s.Info}
}}

// write writes one document on one line, without a line break. The items of its
// list are written as they come: the document is never held as JSON.
func (f *form) write(w io.Writer, r *checker.Result) error {
	whole, err := compact(f.file(r))
	if err != nil {
		return err
	}
	// Quotation marks within strings are escaped: this is the key.
	head, rest, _ := strings.Cut(whole, `"`+f.list+`":[]`)
	if _, err := io.WriteString(w, head+`"`+f.list+`":[`); err != nil {
		return err
	}
	l := list{w: w}
	if err := f.items(r, l.inline); err != nil {
		return err
	}
	_, err = io.WriteString(w, "]"+rest)
	return err
}

// jsonRenderer writes one object with a list of files, one file a line.
type jsonRenderer struct {
	files list
	form  form
	sum   Summary
}

func newCheckJSON(w io.Writer, _ Options) Renderer {
	return &jsonRenderer{files: list{w: w}, form: checkForm}
}
func newFiguresJSON(w io.Writer, _ Options) Renderer {
	return &jsonRenderer{files: list{w: w}, form: figuresForm}
}

func (j *jsonRenderer) Begin() error {
	_, err := io.WriteString(j.files.w, `{"schema": "`+j.form.schema+`",`+"\n"+`"files": [`)
	return err
}

func (j *jsonRenderer) File(r *checker.Result) error {
	j.sum.Add(r)
	if err := j.files.next(); err != nil {
		return err
	}
	return j.form.write(j.files.w, r)
}

func (j *jsonRenderer) End() error {
	sum, err := compact(j.form.summary(&j.sum))
	if err != nil {
		return err
	}
	_, err = io.WriteString(j.files.w, "],\n"+`"summary": `+sum+"}\n")
	return err
}

// jsonlRenderer writes one object a document and line.
type jsonlRenderer struct {
	w    io.Writer
	form form
}

func newCheckJSONL(w io.Writer, _ Options) Renderer   { return &jsonlRenderer{w, checkForm} }
func newFiguresJSONL(w io.Writer, _ Options) Renderer { return &jsonlRenderer{w, figuresForm} }

func (j *jsonlRenderer) Begin() error { return nil }

func (j *jsonlRenderer) File(r *checker.Result) error {
	if err := j.form.write(j.w, r); err != nil {
		return err
	}
	_, err := io.WriteString(j.w, "\n")
	return err
}

func (j *jsonlRenderer) End() error { return nil }
