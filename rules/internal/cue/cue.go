// Package cue finds the words that tell how a sentence about a date or an event
// is meant: as past or to come, as quoted, as a deadline. The words are data.
package cue

import (
	_ "embed"
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// Group names one group of words.
type Group string

// The groups; words.txt says what each is for.
const (
	Past             Group = "past"
	CountedBy        Group = "counted-by"
	Future           Group = "future"
	FutureStrict     Group = "future-strict"
	DeadlineBefore   Group = "deadline-before"
	DeadlineSentence Group = "deadline-sentence"
	AsOfAlone        Group = "as-of-alone"
	NoSuchDay        Group = "no-such-day"
	SpanOfHours      Group = "span-of-hours"
	LookBack         Group = "look-back"
	LookAhead        Group = "look-ahead"
	WillAdverb       Group = "will-adverb"
	Announced        Group = "announced"
	Held             Group = "held"
	Branch           Group = "branch"
	Historical       Group = "historical"
	DayWord          Group = "day-word"
	Body             Group = "body"
	EventHead        Group = "event-head"
	Next             Group = "next"
	Ongoing          Group = "ongoing"
)

//go:embed words.txt
var text string

// lists are the words by group, read on first use.
var lists = sync.OnceValue(func() *lexicon.Lists { return lexicon.NewLists(text) })

func list(g Group) *lexicon.List { return lists().List(string(g)) }

// Words yields the words of a group.
func Words(g Group) iter.Seq[string] { return slices.Values(list(g).Words) }

// In reports whether a text holds a word of the group. English words are
// listed in lower case.
func In(text string, g Group) bool { return list(g).In(text) }

// Find returns the range in text of the first word of the group, the longest
// of those that begin together; ok is false where there is none.
func Find(text string, g Group) (r source.Range, ok bool) {
	at, n := list(g).Index(text)
	if at < 0 {
		return r, false
	}
	return source.Range{Start: at, End: at + n}, true
}

// Begins reports whether a text begins with a word of the group.
func Begins(text string, g Group) bool { return list(g).At(text, 0) > 0 }

// Ends reports whether a text ends with a word of the group.
func Ends(text string, g Group) bool { return list(g).Before(text) > 0 }

// reach is how far, in bytes, the words around a place are read: farther than
// any sentence of copy goes, and bounded where a file has no full stops.
const reach = 900

// Sentence returns the sentence that holds an offset of the view, and where it
// begins.
func Sentence(p *figure.Page, sentence, at int) (words string, start int) {
	r := p.Sentences[sentence].Range
	r.Start, r.End = aligned(p.Text, max(r.Start, at-reach)), aligned(p.Text, min(r.End, at+reach))
	return p.Text[r.Start:r.End], r.Start
}

// Clause returns the words between the marks before and behind a range, and
// where they begin. Brackets and enumeration commas don't part clauses.
func Clause(p *figure.Page, sentence int, r source.Range) (words string, start int) {
	text, from := Sentence(p, sentence, r.Start)
	before, behind := text[:r.Start-from], text[min(len(text), r.End-from):]
	start = from
	if i := strings.LastIndexAny(before, clauseMarks); i >= 0 {
		start = from + i + markLen(before[i:])
	}
	end := from + len(text)
	if i := strings.IndexAny(behind, clauseMarks); i >= 0 {
		end = r.End + i
	}
	return p.Text[start:max(start, end)], start
}

const clauseMarks = "，；：。！？,;!?\n"

func markLen(s string) int {
	if s[0] < 0x80 {
		return 1
	}
	return 3
}

// aligned moves an offset forward to the beginning of a character.
func aligned(s string, at int) int {
	for at > 0 && at < len(s) && s[at]&0xC0 == 0x80 {
		at++
	}
	return at
}

// Quoted reports whether an offset of the view stands inside quotation marks
// that open earlier in its block.
func Quoted(p *figure.Page, sentence, at int) bool {
	b := p.Doc.Blocks[p.Sentences[sentence].Block].Range
	depth, straight := 0, 0
	for _, r := range p.Text[max(b.Start, at-4*reach):at] {
		switch r {
		case '“', '「', '『':
			depth++
		case '”', '」', '』':
			depth = max(0, depth-1)
		case '"':
			straight++
		}
	}
	return depth > 0 || straight%2 == 1
}

// Day returns where a date itself stands, without 截至 or “on” in front.
func Day(text string, d *figure.Date) source.Range {
	r := source.Range{Start: d.Body, End: d.End}
	for _, w := range [...]string{"on ", "On ", "by ", "By ", "in ", "In "} {
		if strings.HasPrefix(text[r.Start:r.End], w) {
			r.Start += len(w)
		}
	}
	return r
}

// SentenceAt returns the index of the sentence that holds an offset.
func SentenceAt(p *figure.Page, at int) int {
	i := sort.Search(len(p.Sentences), func(i int) bool { return p.Sentences[i].Range.End > at })
	return min(i, len(p.Sentences)-1)
}
