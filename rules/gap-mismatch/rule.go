// Package gap checks differences of two rates that are printed in points.
package gap

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

// Rule reports points that aren't the difference of the two rates.
var Rule = rule.New(page, finding.Growth, run, "GRO-06", "SHR-10")

var (
	message = finding.Text{
		ZH: "“%s”与“%s”相差%s%s，稿中作“%s”。",
		EN: "“%s” and “%s” are %s %s apart, not “%s”.",
	}
	// in says what a gap is counted in.
	in   = map[string]finding.Text{"pp": {ZH: "个百分点", EN: "points"}, "bp": {ZH: "个基点", EN: "basis points"}}
	rate = finding.Text{ZH: "“%s”", EN: "“%s”"}
	mend = finding.Text{ZH: "按两个比率改差距", EN: "make the gap fit the rates"}
)

func run(p *rule.Pass) {
	for _, g := range p.Page.Gaps {
		check(p, g.Rate, g.Other, g.Points)
	}
	for _, m := range p.Page.Movements {
		if m.From >= 0 && m.By >= 0 && p.Page.Figures[m.From].Kind == quantity.Percent && p.Page.Figures[m.By].Kind == quantity.Point {
			check(p, m.To, m.From, m.By)
		}
	}
}

// bothFalls reports whether a rate of falling is compared with another by the name
// of a fall: 下降9.8%，降幅较上半年的11.2%.
func bothFalls(p *rule.Pass, x, y *figure.Figure) bool {
	if x.Sign >= 0 || x.Range.End > y.Range.Start {
		return false
	}
	for _, r := range p.Page.CuesIn(figure.FallWord, source.Range{Start: x.Range.End, End: y.Range.Start}) {
		if strings.HasSuffix(p.Text(r), "幅") {
			return true
		}
	}
	return false
}

func check(p *rule.Pass, a, b, points int) {
	x, y, d := &p.Page.Figures[a], &p.Page.Figures[b], &p.Page.Figures[points]
	basis := d.Unit == "bp"
	if d.Hedge != quantity.None && !d.Set.Bounded() || d.Unit != "pp" && !basis {
		return
	}
	diff := x.SignedSet().Sub(y.SignedSet())
	if bothFalls(p, x, y) {
		diff = x.Set.Sub(y.Set)
	}
	if basis {
		diff = diff.Shift(2) // hundredths of a point
	}
	if !diff.Bounded() {
		return
	}
	set := d.Set.Widen(d.Half())
	if strings.Contains(p.Page.Words(d.Number), "/") {
		diff, set = quantity.Exactly(x.Value.Sub(y.Value)), quantity.Exactly(d.Value) // 7-1/2
	}
	if set.Meets(diff) || set.Neg().Meets(diff) {
		p.Agree(a, b, points)
		return
	}
	for _, k := range [...]int{a, b, points} {
		p.Contradict(k)
	}
	value := tell.MiddleNum(diff, max(x.Decimals, y.Decimals)).Abs()
	shown, unit := value, in[d.Unit]
	if basis {
		value = tell.MiddleNum(diff, 0).Abs()
		shown = value
	}
	wx, wy, wd := p.Page.Words(x.Range), p.Page.Words(y.Range), p.Page.Words(d.Range)
	p.Report(rule.Problem{
		Range: d.Range, Severity: finding.Error, Confidence: tell.Confidence(finding.Error),
		Message:  tell.Textf(message, wx, wy, shown.String(), unit, wd),
		Related:  []rule.Related{tell.Related(x.Range, tell.Textf(rate, wx)), tell.Related(y.Range, tell.Textf(rate, wy))},
		Evidence: []finding.Text{tell.Equation("|%s − %s| = %s ≠ %s", wx, wy, value.String(), wd)},
		Fixes:    []rule.Fix{tell.Replace(p.Page, d, value, finding.Suggest, mend)},
	})
}
