// Package listcount compares announced counts with the lists that follow or
// precede them.
package listcount

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

const id = "list-count-mismatch"

// Rule reports counts that differ from the number of items listed.
var Rule = &rule.Rule{
	ID:       id,
	NameZH:   "列举数目不符",
	Category: finding.Counts,
	Kinds:    []string{"CNT-01", "CNT-07"},
	Doc:      page,
	Run:      run,
}

var message = finding.Text{
	ZH: "稿中说“%s”，列出的却是%d项。",
	EN: "The copy says “%s” and lists %d.",
}

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		n, ok := f.Value.Int64()
		if f.Kind != quantity.Count && f.Kind != quantity.Score && f.Kind != quantity.Number || !ok || n < 2 || n > 12 || f.Hedge != quantity.None || f.Quotation {
			continue
		}
		if m, ok := announced(p, f, int(n)); ok {
			at := f.Range
			if p.Doc.Lang == "en" {
				at = f.Number // the noun is no part of what is wrong
			}
			report(p, at, m, finding.Error)
		} else if m := before(p, f.Range.Start); m > int(n) {
			report(p, f.Range, m, finding.Warning)
		}
	}
	for i := range p.Doc.Blocks {
		points(p, p.Doc.Blocks[i].Range)
	}
	for _, t := range p.Page.Tokens {
		if t.Kind == figure.Mask {
			great(p, t.Range())
		}
	}
}

func report(p *rule.Pass, at source.Range, listed int, sev finding.Severity) {
	p.Report(rule.Problem{
		Range: at, Severity: sev, Confidence: tell.Confidence(sev),
		Message: tell.Textf(message, p.Text(at), listed),
	})
}

// points compares 三点建议 with 一是…二是… behind it: 点 is no unit of things, so
// that such a count isn't among the figures.
func points(p *rule.Pass, block source.Range) {
	text := p.Text(block)
	at := strings.Index(text, "一是")
	if at < 0 {
		return
	}
	start := max(0, at-reach)
	for i, w := range numerals {
		k := strings.LastIndex(text[start:at], w+"点")
		if k < 0 || i == 0 {
			continue
		}
		k += start
		if m := marked(text[k:]); m >= 2 && m != i+1 {
			report(p, source.Range{Start: block.Start + k, End: block.Start + k + len(w+"点")}, m, finding.Error)
		}
	}
}

// numerals are the Han numerals in order, from one.
var numerals = []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}

// reach is how far behind a count its list may begin, in bytes.
const reach = 60

// announced counts the list behind a figure: 四项举措：…, or 一是…二是…. ok is
// false where there is none, it is open, or it agrees.
func announced(p *rule.Pass, f *figure.Figure, n int) (listed int, ok bool) {
	block := p.Doc.Blocks[f.Block].Range
	rest := p.Page.Text[f.Range.End:block.End]
	if m := marked(rest); m >= 2 {
		return m, m != n
	}
	s := p.Page.Sentences[f.Sentence]
	rest = p.Page.Text[f.Range.End:s.Range.End]
	i := strings.IndexAny(rest, "：:")
	if i < 0 || i > reach || strings.ContainsAny(rest[:i], "，；、,;") {
		return 0, false
	}
	list := strings.TrimPrefix(rest[i:], "：")
	list = strings.Trim(strings.TrimPrefix(list, ":"), " 。.\n")
	if p.Doc.Lang == "en" {
		return english(list, n)
	}
	return chinese(list, n)
}

// marked counts 一是…二是…三是… near the beginning of a text.
func marked(text string) int {
	at := strings.Index(text, "一是")
	if at < 0 || at > 2*reach {
		return 0
	}
	m := 0
	for _, w := range numerals {
		i := strings.Index(text, w+"是")
		if i < 0 {
			break
		}
		text = text[i+len(w):]
		m++
	}
	return m
}

// chinese counts items that 、 parts. A list with clauses of its own can't be
// counted, and an item with 和 inside may be two.
func chinese(list string, n int) (listed int, ok bool) {
	if strings.ContainsAny(list, "，；：“（") {
		return 0, false
	}
	m := strings.Count(list, "、") + 1
	open := strings.Contains(list, "等")
	if m < 2 || open && m <= n {
		return 0, false
	}
	pairs := strings.Count(list, "和") + strings.Count(list, "及") + strings.Count(list, "与")
	return m, n < m || n > m+pairs
}

// english counts items that commas and "and" part.
func english(list string, n int) (listed int, ok bool) {
	if strings.ContainsAny(list, ";:()") {
		return 0, false
	}
	m := 0
	items := strings.Split(list, ", ")
	for i, item := range items {
		m++
		if i == len(items)-1 && !strings.HasPrefix(item, "and ") && strings.Contains(item, " and ") {
			m++
		}
	}
	return m, m >= 2 && len(items) > 1 && m != n
}

// before counts the items in front of 等, right before an offset.
func before(p *rule.Pass, at int) int {
	text := p.Page.Text[max(0, at-300):at]
	if !strings.HasSuffix(text, "等") {
		return 0
	}
	return itemsBefore(strings.TrimSuffix(text, "等"))
}

// itemsBefore counts the items of the list that a text ends in.
func itemsBefore(text string) int {
	if i := strings.LastIndexAny(text, "，。；：\n！？（）"); i >= 0 {
		text = text[i:]
	}
	return strings.Count(text, "、") + 1
}

// great checks A、B、C四大X: a numeral with 大 behind a list. Names and lists run
// into each other there, so that it is worth a look at most.
func great(p *rule.Pass, r source.Range) {
	words := p.Text(r)
	for i, w := range numerals {
		if words != w+"大" {
			continue
		}
		text := p.Page.Text[max(0, r.Start-300):r.Start]
		if open := strings.HasSuffix(text, "等"); open {
			if m := itemsBefore(strings.TrimSuffix(text, "等")); m > i+1 {
				report(p, r, m, finding.Info)
			}
		} else if m := itemsBefore(text); m >= 3 && m != i+1 && !strings.HasSuffix(text, "、") && !strings.HasSuffix(text, "“") && !strings.ContainsAny(text[max(0, len(text)-90):], "和及与以") {
			report(p, r, m, finding.Info)
		}
	}
}
