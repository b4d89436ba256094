// Package duplicateitem finds lists that name one thing twice.
package duplicateitem

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 英国、法国、英国.
var Rule = rule.New(page, finding.Counts, run, "CNT-02")

var (
	message = finding.Text{
		ZH: "“%s”在列举中出现了两次。",
		EN: "“%s” is listed twice.",
	}
	first = finding.Text{ZH: "第一次", EN: "the first time"}
)

// A list has at least three items, of at most so many bytes; long lists are
// tables.
const (
	least   = 3
	most    = 60
	longest = 36
)

func run(p *rule.Pass) {
	mark := '、'
	if p.Doc.Lang == "en" {
		mark = ','
	}
	var items []source.Range
	behind := 0 // the last mark
	for _, t := range p.Page.Tokens {
		if t.Kind != figure.Punct {
			continue
		}
		if item := (source.Range{Start: behind, End: int(t.Start)}); rune(t.Ref) == mark || len(items) > 0 {
			items = append(items, item)
		}
		if rune(t.Ref) != mark {
			compare(p, items)
			items = items[:0]
		}
		behind = int(t.End)
	}
	compare(p, items)
}

func compare(p *rule.Pass, items []source.Range) {
	if len(items) < least || len(items) > most {
		return
	}
	seen := make(map[string]source.Range, len(items))
	lead := trim(p.Page.Text, items[0]) // other words may stand before the first
	for i, r := range items[1:] {
		whole := r
		r = trim(p.Page.Text, r)
		switch last := i == len(items)-2; {
		case last && p.Doc.Lang == "en" && !strings.HasPrefix(strings.TrimSpace(p.Text(whole)), "and "):
			return // words behind the list
		case last && p.Doc.Lang != "en":
			r = cutTail(p, r, lead, seen)
		}
		words := p.Text(r)
		if !isName(words, p.Doc.Lang) {
			continue
		}
		g, ok := seen[words]
		if !ok && tailOf(p.Text(lead), words) {
			g, ok = source.Range{Start: lead.End - len(words), End: lead.End}, true
		}
		if ok {
			p.Report(rule.Problem{
				Range: r, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
				Message: tell.Textf(message, words), Related: []rule.Related{tell.Related(g, first)},
			})
			return
		}
		seen[words] = r
	}
}

// tailOf reports whether the first item ends with a name, behind words that lead
// to the list and are no part of the name.
func tailOf(lead, name string) bool {
	before, ok := strings.CutSuffix(lead, name)
	if !ok {
		return false
	}
	c, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.ContainsRune("自括盖及有对向从在与是为给由到赴卖设含了过于和的“", c) || c == ' ' && !strings.HasSuffix(before, "and ") && !strings.HasSuffix(before, "of ")
}

// trim takes spaces and a joining word off the front of an item.
func trim(text string, r source.Range) source.Range {
	for r.Start < r.End && text[r.Start] == ' ' {
		r.Start++
	}
	if strings.HasPrefix(text[r.Start:r.End], "and ") {
		r.Start += len("and ")
	}
	return r
}

// cutTail cuts the last item where an earlier one ends in it and words of
// another kind go on: 英国、法国、英国三国.
func cutTail(p *rule.Pass, r, lead source.Range, seen map[string]source.Range) source.Range {
	words := p.Text(r)
	for n := range words {
		c, _ := utf8.DecodeRuneInString(words[n:])
		if n == 0 || !strings.ContainsRune("等两三四五六七八九十和及与 ", c) {
			continue
		}
		if _, ok := seen[words[:n]]; ok || tailOf(p.Text(lead), words[:n]) {
			return source.Range{Start: r.Start, End: r.Start + n}
		}
	}
	return r
}

// isName reports whether an item is a name: no figures, not too long, in English
// with a capital.
func isName(words, lang string) bool {
	if len(words) > longest || strings.ContainsAny(words, "0123456789%") {
		return false
	}
	c, _ := utf8.DecodeRuneInString(words)
	if lang == "en" {
		return len(words) > 3 && unicode.IsUpper(c)
	}
	return utf8.RuneCountInString(words) >= 2 && unicode.Is(unicode.Han, c)
}
