// Package ruletest runs the examples on the rules' pages (doc.md) and the
// fixtures (txtar archives) as tests, so that what `hegao explain` prints can't
// drift from the code.
//
// An example is a piece of copy of one of three kinds. In wrong copy each place
// where a finding is expected is marked «…», and each place that the finding
// must show beside it ‹…›; the marks are taken out before the check. Right copy
// and traps (copy that looks wrong and isn't) must stay silent.
//
// On a page an example is a fenced block whose info string starts with wrong,
// right or trap, followed by attributes:
//
//	date=2025-12-25     the day of publication
//	lang=en             the language of the copy (zh unless said)
//	format=txt          how it is read (md unless said)
//	severity=warning    the severity of the findings (any unless said)
//	category=layout     their category (any unless said)
//
// A fenced block with the info string ledger holds a ledger/v1 file for the
// examples after it, up to the next such block or heading; one under the
// heading 台账 / Ledger holds for the whole page.
package ruletest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// Kind says what an example shows.
type Kind string

// The kinds of example, as info strings name them.
const (
	Wrong Kind = "wrong" // findings are expected at the marks, and nowhere else
	Right Kind = "right" // the same copy put right: silent
	Trap  Kind = "trap"  // copy that looks wrong and isn't: silent
	// Missed copy is wrong, and the rule doesn't see it yet. When it comes to,
	// the test asks for the example to be made a wrong one.
	Missed Kind = "missed"
)

func isKind(s string) bool { return slices.Contains([]Kind{Wrong, Right, Trap, Missed}, Kind(s)) }

// Mark is a marked place of an example, in bytes of its Text.
type Mark struct {
	Span source.Span
	// Related says that the finding must show the place beside its own: ‹…›
	// rather than «…».
	Related bool
}

// Example is one piece of copy and what is expected of a rule that reads it.
type Example struct {
	Path string // of the page or archive, and the line where the example starts
	Line int

	Kind  Kind
	Text  string // without marks
	Marks []Mark // in the order of the text

	Date, Lang, Format string
	Severity           string           // empty for any
	Category           finding.Category // empty for any

	Ledger     string // ledger/v1 YAML; empty for none
	LedgerLine int    // the line of Path where the ledger starts
}

// Name returns the path and line of the example, for messages.
func (e *Example) Name() string { return fmt.Sprintf("%s:%d", e.Path, e.Line) }

// parseExample reads the info string and the marks of a block that starts at
// the given line of path.
func parseExample(path string, line int, info, text string) (Example, error) {
	e := Example{Path: path, Line: line, Lang: "zh", Format: "md"}
	words := strings.Fields(info)
	e.Kind = Kind(words[0])
	for _, w := range words[1:] {
		if err := e.set(w); err != nil {
			return e, fmt.Errorf("%s: %w", e.Name(), err)
		}
	}
	var err error
	if e.Text, e.Marks, err = parseMarks(text); err != nil {
		return e, fmt.Errorf("%s: %w", e.Name(), err)
	}
	wants := 0
	for _, m := range e.Marks {
		if !m.Related {
			wants++
		}
	}
	switch {
	case (e.Kind == Wrong || e.Kind == Missed) && wants == 0:
		return e, fmt.Errorf("%s: wrong copy without a place marked «…»", e.Name())
	case e.Kind != Wrong && e.Kind != Missed && len(e.Marks) > 0:
		return e, fmt.Errorf("%s: %s copy has marked places, but nothing is expected of it", e.Name(), e.Kind)
	}
	return e, nil
}

// set takes one attribute of the info string.
func (e *Example) set(attr string) error {
	key, value, ok := strings.Cut(attr, "=")
	if !ok || value == "" {
		return fmt.Errorf("the attribute %q isn't of the form name=value", attr)
	}
	switch key {
	case "date":
		if _, err := time.Parse(time.DateOnly, value); err != nil {
			return fmt.Errorf("the date %q isn't a day (YYYY-MM-DD)", value)
		}
		e.Date = value
	case "lang":
		if value != "zh" && value != "en" {
			return fmt.Errorf("the language %q is neither zh nor en", value)
		}
		e.Lang = value
	case "format":
		e.Format = value
	case "severity":
		if _, ok := finding.ParseSeverity(value); !ok {
			return fmt.Errorf("there is no severity %q", value)
		}
		e.Severity = value
	case "category":
		e.Category = finding.Category(value)
		if !slices.Contains(finding.Categories(), e.Category) {
			return fmt.Errorf("there is no category %q", value)
		}
	default:
		return fmt.Errorf("there is no attribute %q; there are date, lang, format, severity and category", key)
	}
	return nil
}

// marks are the pairs of characters that mark a place.
var marks = []struct {
	open, close string
	related     bool
}{{"«", "»", false}, {"‹", "›", true}}

// parseMarks takes the marks out of text and returns the places they marked.
// Marks don't nest and don't run over a line's end.
func parseMarks(text string) (string, []Mark, error) {
	var b strings.Builder
	var out []Mark
	open := -1 // index in marks of the one that is open
	for i := 0; i < len(text); {
		k, opens, size := markAt(text[i:])
		switch {
		case k < 0:
			if text[i] == '\n' && open >= 0 {
				return "", nil, fmt.Errorf("the mark %q is still open at the end of its line", marks[open].open)
			}
			b.WriteByte(text[i])
			i++
			continue
		case opens && open >= 0:
			return "", nil, fmt.Errorf("the mark %q opens inside another", marks[k].open)
		case opens:
			open = k
			out = append(out, Mark{Span: source.Span{Start: b.Len()}, Related: marks[k].related})
		case k != open:
			return "", nil, fmt.Errorf("the mark %q closes nothing", marks[k].close)
		default:
			open = -1
			m := &out[len(out)-1]
			if m.Span.End = b.Len(); m.Span.Len() == 0 {
				return "", nil, fmt.Errorf("the mark %q%q holds nothing", marks[k].open, marks[k].close)
			}
		}
		i += size
	}
	if open >= 0 {
		return "", nil, fmt.Errorf("the mark %q is never closed", marks[open].open)
	}
	return b.String(), out, nil
}

// markAt returns the index in marks of the mark that s starts with, or -1.
func markAt(s string) (k int, opens bool, size int) {
	for k, m := range marks {
		if strings.HasPrefix(s, m.open) {
			return k, true, len(m.open)
		}
		if strings.HasPrefix(s, m.close) {
			return k, false, len(m.close)
		}
	}
	return -1, false, 0
}
