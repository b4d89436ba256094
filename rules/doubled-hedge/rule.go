// Package doubledhedge finds two approximators at one number.
package doubledhedge

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports two approximators of one number.
var Rule = rule.New(page, finding.Approximators, run, "APX-01", "APX-02")

var (
	message = finding.Text{
		ZH: "“%s”叠用了两个表示约数的词，留一个即可。",
		EN: "“%s” hedges one number twice; one of the two will do.",
	}
	contrary = finding.Text{
		ZH: "“%s”前后两个约数词互相矛盾，只能留一个。",
		EN: "“%s” hedges one number in two ways that contradict each other.",
	}
	drop = finding.Text{ZH: "去掉“%s”", EN: "drop “%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		if f.Post == quantity.None && f.Inside == quantity.None {
			if f.Pre == quantity.None || allowed(f.Pre) {
				continue
			}
			if r, ok := apart(p, f); ok {
				report(p, f.Full().Cover(r), f.Before, r, false)
			}
			continue
		}
		whole := f.Full()
		if f.Post != quantity.None && headOfWord(p.Page.Text, f.After) {
			continue // 上下游
		}
		switch r, afar := hedgeBefore(p, f); {
		case f.Pre != quantity.None:
			if !allowed(f.Pre) {
				report(p, whole, f.Before, behind(p, f), clash(f))
			}
		case f.Post != quantity.None && f.Inside != quantity.None && f.After.Len() > 0:
			if m, ok := more(p, f); ok {
				report(p, f.Range.Cover(f.After), m, f.After, false)
			}
		case afar:
			report(p, r.Cover(whole), r, behind(p, f), false)
		}
	}
	for i := range p.Page.Dates {
		date(p, &p.Page.Dates[i])
	}
}

// hedgeBefore returns the approximator that governs a number from farther away.
func hedgeBefore(p *rule.Pass, f *figure.Figure) (source.Range, bool) {
	if f.Post == quantity.None {
		return source.Range{}, false
	}
	if r, ok := p.Page.HedgeAfar(f.Sentence, f.Token); ok {
		return r, true
	}
	return farther(p, f)
}

// date checks 大约在2017年左右.
func date(p *rule.Pass, d *figure.Date) {
	after := p.Page.Text[d.End:]
	_, end := lexicon.MatchClass(after, 0, lexicon.ClassPostHedge)
	words := p.Page.Text[d.Start:d.End]
	whole := source.Range{Start: d.Start, End: d.End + end}
	if end == 0 || !approximate(after[:end]) {
		if !approximate(words) {
			return
		}
		whole.End = d.End
	}
	post := source.Range{Start: whole.End - len("左右"), End: whole.End}
	if r, ok := p.Page.HedgeAfar(d.Sentence, d.Token); ok {
		report(p, r.Cover(whole), r, post, false)
	} else if near := "近"; strings.HasPrefix(words, near) {
		report(p, whole, source.Range{Start: d.Start, End: d.Start + len(near)}, post, false)
	}
}

// approximate reports whether a text ends with a word for about.
func approximate(s string) bool { return strings.HasSuffix(s, "左右") }

// allowed reports whether another approximator may stand behind one: 上百余人,
// 突破10多万.
func allowed(pre quantity.Hedge) bool {
	switch pre {
	case quantity.UpTo, quantity.Topped, quantity.Somewhat:
		return true
	}
	return false
}

// behind returns the approximator inside or behind a figure.
func behind(p *rule.Pass, f *figure.Figure) source.Range {
	if f.After.Len() > 0 {
		return f.After
	}
	r, _ := more(p, f)
	return r
}

// clash reports whether the approximators of a figure can't both hold: one says
// that it is less than the number, the other that it is more, or about as much.
func clash(f *figure.Figure) bool {
	behind := f.Post
	if behind == quantity.None {
		behind = f.Inside
	}
	below := func(h quantity.Hedge) bool {
		return h == quantity.Nearly || h == quantity.Under || h == quantity.AtMost
	}
	above := func(h quantity.Hedge) bool {
		return h == quantity.Over || h == quantity.AtLeast || h == quantity.Topped
	}
	return below(f.Pre) && above(behind) || above(f.Pre) && below(behind) || f.Pre == quantity.Under && behind == quantity.About
}

// report reports two approximators, with a fix for either. That one of them is
// too many is a matter of style; that they contradict each other isn't.
func report(p *rule.Pass, whole, before, after source.Range, clash bool) {
	problem := rule.Problem{
		Range: whole, Severity: finding.Info, Confidence: 0.9,
		Message: tell.Textf(message, p.Page.Words(whole)),
	}
	if clash {
		problem.Severity, problem.Message = finding.Warning, tell.Textf(contrary, p.Page.Words(whole))
	}
	for _, r := range [...]source.Range{before, after} {
		if r.Len() > 0 {
			problem.Fixes = append(problem.Fixes, rule.Fix{Title: tell.Textf(drop, p.Page.Words(r)), Grade: finding.Manual, Edits: []rule.Edit{{Range: r}}})
		}
	}
	p.Report(problem)
}

// more finds 多 or 余 inside a figure.
func more(p *rule.Pass, f *figure.Figure) (source.Range, bool) {
	words := p.Page.Words(f.Range)
	for _, w := range [...]string{"多", "余", "來", "来"} {
		if i := strings.Index(words, w); i >= 0 {
			return source.Range{Start: f.Range.Start + i, End: f.Range.Start + i + len(w)}, true
		}
	}
	return source.Range{}, false
}
