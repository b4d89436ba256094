// Package pace finds words for the change of a rate that the two rates
// contradict.
package pace

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
	"github.com/hegao/hegao/rules/internal/vocab"
)

//go:embed doc.md
var page string

// Rule reports 加快 where the rate fell and 高于 where it is lower, and the
// reverse.
var Rule = rule.New(page, finding.Growth, run, "GRO-07")

var (
	message = finding.Text{
		ZH: "“%s”比“%s”%s，稿中却说“%s”。",
		EN: "“%s” is %[3]s than “%[2]s”, but the copy says “%[4]s”.",
	}
	other  = finding.Text{ZH: "相比的“%s”", EN: "compared with “%s”"}
	rate   = finding.Text{ZH: "“%s”", EN: "“%s”"}
	higher = finding.Text{ZH: "高", EN: "higher"}
	lower  = finding.Text{ZH: "低", EN: "lower"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Movements {
		m := &p.Page.Movements[i]
		if m.From >= 0 && m.To >= 0 && m.By >= 0 && p.Page.Figures[m.From].Kind == quantity.Percent && p.Page.Figures[m.By].Kind == quantity.Point {
			check(p, m.To, m.From, m.By)
		}
	}
	for _, g := range p.Page.Gaps {
		check(p, g.Rate, g.Other, g.Points)
	}
}

// check compares what the verb before the points says with how rate a stands
// to rate b.
func check(p *rule.Pass, a, b, points int) {
	x, y, d := &p.Page.Figures[a], &p.Page.Figures[b], &p.Page.Figures[points]
	word := verb(p, x, y, d)
	if word == "" || d.Negative || d.Value.Sign() == 0 {
		return
	}
	said := 0
	switch {
	case vocab.Is(word, "up"):
		said = 1
	case vocab.Is(word, "down"):
		said = -1
	default:
		return
	}
	v, w := x.SignedSet(), y.SignedSet()
	if !v.Bounded() || !w.Bounded() || v.Meets(w) {
		return
	}
	falls := v.Hi.Sign() < 0 && w.Hi.Sign() < 0 || named(p, x) || named(p, y)
	if falls {
		if !vocab.Is(word, "size-of-fall") {
			return // 降幅加快: one can't tell what moves
		}
		if v.Hi.Sign() < 0 {
			v = v.Neg()
		}
		if w.Hi.Sign() < 0 {
			w = w.Neg()
		}
	} else if v.Lo.Sign() < 0 || w.Lo.Sign() < 0 {
		return // from a fall to a rise
	}
	is := v.Lo.Cmp(w.Lo)
	if is == said {
		return
	}
	how := higher
	if is < 0 {
		how = lower
	}
	wx, wy := p.Page.Words(x.Range), p.Page.Words(y.Range)
	for _, k := range [...]int{a, b, points} {
		p.Contradict(k)
	}
	text := tell.Textf(message, wx, wy, how.ZH, word)
	text.EN = tell.Textf(message, wx, wy, how.EN, word).EN
	p.Report(rule.Problem{
		Range: d.Range, Severity: finding.Warning, Confidence: 0.8, Message: text,
		Related: []rule.Related{tell.Related(x.Range, tell.Textf(rate, wx)), tell.Related(y.Range, tell.Textf(other, wy))},
	})
}

// verb returns the word that says how the points lie: the verb before them, or
// the comparison before the other rate, 高于全国（4.2%）1.1个百分点.
func verb(p *rule.Pass, x, y, d *figure.Figure) string {
	if d.Verb >= 0 {
		return lexicon.Word(d.Verb)
	}
	if x.Range.End < y.Range.Start {
		between := p.Page.Text[x.Range.End:y.Range.Start]
		if at, n := vocab.First(between, "above-or-below"); at >= 0 {
			return between[at : at+n]
		}
	}
	return ""
}

// named reports whether a rate is called a fall: 降幅由5%收窄到3%.
func named(p *rule.Pass, f *figure.Figure) bool {
	return vocab.In(p.Page.Text[f.Clause.Start:f.Range.Start], "called-a-fall")
}
