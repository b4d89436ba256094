// Package contribution recomputes the points that a part adds to the growth of
// its whole.
package contribution

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports contributions that levels and growth rates contradict.
//
// A part P1 that grew by gP added P1·gP/(1+gP), the whole W1 that grew by gW
// had the base W1/(1+gW); the contribution in points is the one over the other.
var Rule = rule.New(page, finding.Growth, run, "GRO-04", "GRO-05")

var (
	message = finding.Text{
		ZH: "按分项“%s”增长“%s”、总量“%s”增长“%s”推算，拉动%s个百分点，稿中作“%s”。",
		EN: "A part of “%s” that grew “%s” in a total of “%s” that grew “%s” contributes %s points, not “%s”.",
	}
	rate = finding.Text{
		ZH: "按分项“%s”增长“%s”、总量“%s”增长“%s”推算，贡献率约为%s%%，稿中作“%s”。",
		EN: "A part of “%s” that grew “%s” makes up, in a total of “%s” that grew “%s”, %s%% of the growth, not “%s”.",
	}
	part        = finding.Text{ZH: "分项“%s”", EN: "the part, “%s”"}
	total       = finding.Text{ZH: "总量“%s”", EN: "the total, “%s”"}
	partGrowth  = finding.Text{ZH: "分项增速“%s”", EN: "the part’s growth, “%s”"}
	wholeGrowth = finding.Text{ZH: "总量增速“%s”", EN: "the total’s growth, “%s”"}
	mend        = finding.Text{ZH: "按推算结果改", EN: "use what the figures give"}
)

func run(p *rule.Pass) {
	for _, c := range p.Page.Contributions {
		check(p, &c)
	}
}

func check(p *rule.Pass, c *figure.ContributionOf) {
	f := p.Page.Figures
	pts, pv, pg, wv, wg := &f[c.Points], &f[c.Part], &f[c.PartGrowth], &f[c.Whole], &f[c.WholeGrowth]
	if constantPrices(wv) {
		return
	}
	formula, text, unit, whole := points, message, "", wg.SignedSet()
	if c.Rate {
		formula, text, unit = share, rate, "%"
		if whole.Lo.Sign()*whole.Hi.Sign() <= 0 {
			return // growth next to nothing has no shares
		}
	}
	v, ok := quantity.Corners(formula, pv.Set, pg.SignedSet(), wv.Set, whole)
	if !ok || pts.Hedge != quantity.None {
		return
	}
	marks := [...]int{c.Points, c.Part, c.PartGrowth, c.Whole, c.WholeGrowth}
	set := pts.Set
	if pts.Sign < 0 {
		set = set.Neg()
	}
	if set.Meets(v) || set.Neg().Meets(v) {
		p.Agree(marks[:]...)
		return
	}
	sev := finding.Error
	if set.Widen(pts.Half()).Meets(v) {
		sev = finding.Warning // one in the last place
	}
	for _, k := range marks {
		p.Contradict(k)
	}
	places := max(pts.Decimals, 1)
	w := func(x *figure.Figure) string { return p.Page.Words(x.Range) }
	p.Report(rule.Problem{
		Range: pts.Range, Severity: sev, Confidence: tell.Confidence(sev),
		Message: tell.Textf(text, w(pv), w(pg), w(wv), w(wg), tell.Middle(v, places), w(pts)),
		Related: []rule.Related{
			tell.Related(pv.Range, tell.Textf(part, w(pv))), tell.Related(pg.Range, tell.Textf(partGrowth, w(pg))),
			tell.Related(wv.Range, tell.Textf(total, w(wv))), tell.Related(wg.Range, tell.Textf(wholeGrowth, w(wg))),
		},
		Evidence: []finding.Text{tell.Equation("(%s − %s/(1+%s)) ÷ %s = %s … %s", w(pv), w(pv), w(pg), divisor(c.Rate, w(wv), w(wg)),
			v.Lo.Decimal(places+1)+unit, v.Hi.Decimal(places+1)+unit)},
		Fixes: []rule.Fix{tell.Replace(p.Page, pts, tell.MiddleNum(v, places).Abs(), finding.Suggest, mend)},
	})
}

// constantPrices reports whether a whole's growth is reckoned at constant
// prices, so that its printed level doesn't give the base.
func constantPrices(wv *figure.Figure) bool {
	for _, w := range []string{"生产总值", "增加值", "gdp", "gross domestic product"} {
		if strings.Contains(wv.Metric, w) {
			return true
		}
	}
	return false
}

// divisor writes what the part's increase is divided by: the base of the whole,
// or its increase.
func divisor(rate bool, whole, growth string) string {
	if rate {
		return fmt.Sprintf("(%s − %s/(1+%s))", whole, whole, growth)
	}
	return fmt.Sprintf("(%s/(1+%s))", whole, growth)
}

// share returns the part's share in the growth of the whole in per cent; it may
// be above a hundred where other parts fall.
func share(x ...quantity.Num) (quantity.Num, bool) {
	p, ok := points(x...)
	if !ok {
		return p, false
	}
	r, ok := p.Div(x[3])
	return r.Shift(2), ok
}

// points returns the contribution in points from part, its growth, whole and
// its growth, both growths in per cent.
func points(x ...quantity.Num) (quantity.Num, bool) {
	one := quantity.Int(1)
	base, ok := x[0].Div(one.Add(x[1].Shift(-2)))
	if !ok {
		return base, false
	}
	total, ok := x[2].Div(one.Add(x[3].Shift(-2)))
	if !ok {
		return total, false
	}
	r, ok := x[0].Sub(base).Div(total)
	return r.Shift(2), ok
}
