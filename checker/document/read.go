package document

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// Formats of a document, as Options.Format names them.
const (
	FormatAuto     = "auto" // by the extension of the path; else plain text
	FormatPlain    = "txt"
	FormatMarkdown = "md"
	// FormatJSONL says that the text comes from a line of JSON; the text itself is
	// read as FormatAuto does.
	FormatJSONL = "jsonl"
)

// Options is what Read knows beside the bytes of the file. Its zero value reads
// any file.
type Options struct {
	ID     string // empty for the path
	Format string // empty for FormatAuto
	// Lang is the language of the copy, "zh" or "en"; empty to tell by its
	// letters.
	Lang string
	// Date is the day of publication as YYYY-MM-DD; empty to take it from front
	// matter or masthead. A date that can't be read leaves a note.
	Date string
	// Title is the headline, when it doesn't stand in the file's text. It is
	// put first in the view, in source.FieldTitle, unless the text begins with it.
	Title string
}

// markdownExtensions are those that FormatAuto takes for Markdown.
var markdownExtensions = []string{".md", ".markdown", ".mdown", ".mkd", ".mdx"}

// Read returns the document that f holds. The text of f must be valid UTF-8, as
// source.Decode leaves it. Title, when it isn't empty, becomes f.Title. The
// error names an unknown format; any text gives a document.
func Read(f *source.File, opts Options) (*Document, error) {
	if opts.Title != "" {
		f.Title = opts.Title
	}
	d := &Document{ID: opts.ID, Path: f.Path, Lang: opts.Lang, File: f}
	if d.ID == "" {
		d.ID = f.Path
	}
	if opts.Date != "" {
		if d.Date = normalDate(opts.Date); d.Date == "" {
			d.Notes = append(d.Notes, "the date "+strconv.Quote(opts.Date)+" isn't a day (YYYY-MM-DD)")
		}
	}
	switch format := resolveFormat(f.Path, opts.Format); format {
	case FormatMarkdown:
		readMarkdown(d)
	case FormatPlain:
		readPlain(d)
	default:
		return nil, fmt.Errorf("unknown format %q; known are %s, %s, %s and %s", format, FormatAuto, FormatPlain, FormatMarkdown, FormatJSONL)
	}
	if d.Lang == "" {
		d.Lang = DetectLanguage(d.View.Text)
	}
	d.findTwins()
	d.boxBetweenTwins()
	d.setSections()
	d.scopeDirectives()
	return d, nil
}

// FromText returns the document of a piece of plain text without a path.
func FromText(text string) *Document {
	d, err := Read(&source.File{Text: text}, Options{Format: FormatPlain})
	if err != nil {
		// Read fails for unknown formats only.
		return &Document{File: &source.File{Text: text}, View: IdentityView(text)}
	}
	return d
}

// resolveFormat returns the format of a file: the one that was asked for, or by
// its extension.
func resolveFormat(file, format string) string {
	if format != FormatAuto && format != FormatJSONL && format != "" {
		return format
	}
	if slices.Contains(markdownExtensions, strings.ToLower(path.Ext(file))) {
		return FormatMarkdown
	}
	return FormatPlain
}

// titleApart returns the title that stands beside the text, or "" when the text
// begins with it.
func titleApart(f *source.File) string {
	title := strings.TrimSpace(f.Title)
	if title == "" {
		return ""
	}
	text := strings.TrimLeft(strings.TrimPrefix(f.Text, source.BOM), " \t\r\n\u3000#")
	if rest, ok := strings.CutPrefix(text, title); ok && (rest == "" || rest[0] == '\n' || rest[0] == '\r') {
		return ""
	}
	return f.Title
}

// addTitle puts the title first in the view, as the headline.
func addTitle(d *Document, b *Builder, title string) {
	start := len(title) - len(strings.TrimLeft(title, spaces))
	trimmed := strings.Trim(title, spaces)
	if trimmed == "" {
		return
	}
	b.Add(trimmed, start, source.FieldTitle)
	d.Blocks = append(d.Blocks, Block{Kind: Headline, Level: 1, Range: source.Range{End: b.Len()}})
	b.AddBreak("\n", start+len(trimmed), source.FieldTitle)
}

// setSections tells every block the heading that it stands under. A sidebar's
// heading ends with the sidebar.
func (d *Document) setSections() {
	section, box, outer := -1, 0, -1
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Box != box {
			if box == 0 {
				outer = section
			}
			if b.Box == 0 {
				section = outer
			}
			box = b.Box
		}
		b.Section = section
		if b.Kind == Headline || b.Kind == Subhead {
			section = i
		}
	}
}
