// Package report writes what a check found: for people as a diff with reasons
// or as a page, for git as a patch, for programs and services in the formats
// that they read. Every format takes results one at a
// time and keeps none of them, so that a corpus of any length is reported in
// bounded memory. Equal results give equal bytes.
package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/checker/source/excerpt"
)

// Renderer writes one report. Begin is called once, then File for every
// document in the order of the input, then End, which adds the summary. After
// an error the report is broken and nothing more should be written.
type Renderer interface {
	Begin() error
	File(*checker.Result) error
	End() error
}

// Options says how a report is to look. The zero value is plain text in the
// language of each document.
type Options struct {
	// Lang is the language of labels, "zh" or "en"; empty for the document's.
	// Messages of findings are in their own language already.
	Lang string
	// Color marks by colour instead of signs. Whoever owns the stream decides.
	Color bool
	// Width is the number of columns to fit lines into that can't be wrapped
	// without harm; 0 means 100.
	Width int
	// Suggested admits to a patch the fixes that change a fact and that the
	// ledger or the arithmetic backs, besides those that are safe.
	Suggested bool
	// FailOn is the severity from which a finding fails a test in formats that
	// count failures: "error", "warning", "info" or "never"; empty for "error".
	FailOn string
	// Rules are the rules that ran, for formats that describe them.
	Rules []*rule.Rule
	// Version is the program's own.
	Version string
}

// fails reports whether a finding counts as a failure.
func (o Options) fails(f *finding.Finding) bool {
	if o.FailOn == "" {
		return f.Severity == finding.Error
	}
	level, ok := finding.ParseSeverity(o.FailOn)
	return ok && f.Severity >= level
}

// defaultWidth suits a terminal beside an editor's window.
const defaultWidth = 100

func (o Options) width() int {
	if o.Width <= 0 {
		return defaultWidth
	}
	return max(o.Width, 40)
}

// lang returns the language of labels for one document.
func (o Options) lang(r *checker.Result) string {
	if o.Lang != "" {
		return o.Lang
	}
	return r.Lang
}

// home is where people find out what the program is.
const home = "https://github.com/hegao/hegao"

// format is one way to write a report. Each lies in a file of its own.
type format struct {
	name string
	// sheet says that the report shows the page itself: results must hold its
	// figures and blocks.
	sheet bool
	make  func(io.Writer, Options) Renderer
}

// The formats; the first is the default.
var (
	checkFormats = []format{
		{name: "diff", make: newDiff},
		{name: "patch", make: newPatch},
		{name: "json", make: newCheckJSON},
		{name: "jsonl", make: newCheckJSONL},
		{name: "sarif", make: newSARIF},
		{name: "rdjson", make: newRDJSON},
		{name: "junit", make: newJUnit},
		{name: "checkstyle", make: newCheckstyle},
		{name: "github", make: newGitHub},
		{name: "gitlab", make: newGitLab},
		{name: "markdown", make: newMarkdown},
		{name: "html", sheet: true, make: newHTML},
	}
	figuresFormats = []format{
		{name: "table", sheet: true, make: newTable},
		{name: "json", sheet: true, make: newFiguresJSON},
		{name: "jsonl", sheet: true, make: newFiguresJSONL},
	}
)

// Check returns the renderer of a format of `hegao check`; an empty name means
// the default.
func Check(name string, w io.Writer, o Options) (Renderer, error) {
	return find(checkFormats, name, w, o)
}

// Figures returns the renderer of a format of `hegao figures`; an empty name
// means the default.
func Figures(name string, w io.Writer, o Options) (Renderer, error) {
	return find(figuresFormats, name, w, o)
}

// CheckFormats returns the names that Check knows, the default first.
func CheckFormats() []string { return names(checkFormats) }

// FiguresFormats returns the names that Figures knows, the default first.
func FiguresFormats() []string { return names(figuresFormats) }

func names(formats []format) []string {
	var out []string
	for _, f := range formats {
		out = append(out, f.name)
	}
	return out
}

// ShowsPage reports whether a format of `hegao check` shows the page itself, so
// that results must hold its figures and blocks.
func ShowsPage(name string) bool {
	for _, f := range checkFormats {
		if f.name == name {
			return f.sheet
		}
	}
	return false
}

// UnknownFormatError says that no format has the name.
type UnknownFormatError struct {
	Name  string
	Known []string // the default first
}

// Error returns the message in English.
func (e *UnknownFormatError) Error() string { return e.Message("en") }

// Message returns the message in lang, "zh" or "en".
func (e *UnknownFormatError) Message(lang string) string {
	t := finding.Text{
		ZH: fmt.Sprintf("没有 “%s” 这种格式，可选 %s", e.Name, strings.Join(e.Known, "、")),
		EN: fmt.Sprintf("there is no format “%s”; it is one of %s", e.Name, strings.Join(e.Known, ", ")),
	}
	if near := excerpt.Suggest(e.Name, e.Known); len(near) > 0 {
		t.ZH += "\n  是不是想写 " + near[0] + "？"
		t.EN += "\n  did you mean " + near[0] + "?"
	}
	return t.In(lang)
}

func find(formats []format, name string, w io.Writer, o Options) (Renderer, error) {
	for i, f := range formats {
		if f.name == name || name == "" && i == 0 {
			return f.make(w, o), nil
		}
	}
	return nil, &UnknownFormatError{name, names(formats)}
}

// nameOf returns what people call a document by.
func nameOf(r *checker.Result) string {
	if r.Path != "" {
		return r.Path
	}
	return r.ID
}

// fileOf returns the file of a result, an empty one where it couldn't be read.
func fileOf(r *checker.Result) *source.File {
	if r.File == nil {
		return &source.File{Path: r.Path}
	}
	return r.File
}
