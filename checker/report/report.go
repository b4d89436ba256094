// Package report writes what a check found: for people as a diff with reasons,
// for git as a patch, for programs as JSON. Every format takes results one at a
// time and keeps none of them, so that a corpus of any length is reported in
// bounded memory. Equal results give equal bytes.
package report

import (
	"fmt"
	"io"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/source"
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

type format struct {
	name string
	make func(io.Writer, Options) Renderer
}

// The formats; the first is the default.
var (
	checkFormats = []format{
		{"diff", func(w io.Writer, o Options) Renderer { return newDiff(w, o) }},
		{"patch", func(w io.Writer, o Options) Renderer { return newPatch(w, o) }},
		{"json", func(w io.Writer, _ Options) Renderer { return newJSON(w, checkForm) }},
		{"jsonl", func(w io.Writer, _ Options) Renderer { return newJSONL(w, checkForm) }},
	}
	figuresFormats = []format{
		{"table", func(w io.Writer, o Options) Renderer { return newTable(w, o) }},
		{"json", func(w io.Writer, _ Options) Renderer { return newJSON(w, figuresForm) }},
		{"jsonl", func(w io.Writer, _ Options) Renderer { return newJSONL(w, figuresForm) }},
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

// UnknownFormatError says that no format has the name.
type UnknownFormatError struct {
	Name  string
	Known []string // the default first
}

func (e *UnknownFormatError) Error() string {
	return fmt.Sprintf("no format %q; there are %v", e.Name, e.Known)
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
