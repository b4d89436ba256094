// Package impossiblepercent finds percentages that no whole numbers can yield.
package impossiblepercent

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports growth of a count that no whole base gives at the printed precision.
var Rule = rule.New(page, finding.Growth, run, "GRO-09", "SHR-07", "SHR-08")

var (
	message = finding.Text{
		ZH: "“%s”是整数，增幅“%s”推不出整数的基数%s。",
		EN: "“%s” is a whole number; no whole base yields “%s”%s.",
	}
	portion = finding.Text{
		ZH: "总数“%s”是整数，没有哪个整数占它的“%s”。",
		EN: "No whole number out of “%s” is “%s”.",
	}
	nearest = finding.Text{ZH: "最接近的可能值：%s个", EN: "the nearest that is possible: %s of them"}
	count   = finding.Text{ZH: "“%s”", EN: "“%s”"}
	mend    = finding.Text{ZH: "最接近的可能值：基数%s", EN: "the nearest that is possible: base %s"}
)

// mostPortion bounds the wholes for which the printed digits of a share can
// exclude every whole part.
const mostPortion = 1000

// most bounds the counts for which the printed digits of a growth can exclude
// every whole base: above it nearly every growth is possible.
const most = 5000

// least is the count below which a growth is said of something else: two levels
// that a total has passed.
const least = 10

func run(p *rule.Pass) {
	for _, o := range p.Page.Portions {
		checkPortion(p, &p.Page.Figures[o.Whole], &p.Page.Figures[o.Share])
	}
	for i := range p.Page.Figures {
		g := &p.Page.Figures[i]
		if g.Role != figure.Growth || g.Kind != quantity.Percent || g.Of < 0 || g.Hedge != quantity.None || g.Decimals < 1 || g.ListLen > 1 || g.Mean {
			continue
		}
		c := &p.Page.Figures[g.Of]
		if c.Kind == quantity.Count && c.Whole() && c.Hedge == quantity.None && c.ListLen == 1 && !uncountable[c.Unit] && !measures(p.Page.Text[c.Range.End:max(c.Range.End, c.Clause.End)]) {
			check(p, c, g)
		}
	}
}

// checkPortion looks for a whole part: of n things, k with k/n in the share's
// printed interval.
func checkPortion(p *rule.Pass, w, sh *figure.Figure) {
	n, ok := w.Value.Int64()
	if !ok || n < 2 || n > mostPortion || sh.Kind != quantity.Percent || sh.Hedge != quantity.None || w.Hedge != quantity.None || sh.ListLen > 1 ||
		w.Decimals > 0 || w.Scale > 0 || uncountable[w.Unit] || w.Kind == quantity.Count && !w.Whole() {
		return
	}
	if v, whole := sh.Value.Int64(); whole && sh.Decimals == 0 && v%10 == 0 {
		return // a round tenth is an estimate
	}
	lo, hi := sh.Set.Lo.Mul(quantity.Int(n)).Shift(-2), sh.Set.Hi.Mul(quantity.Int(n)).Shift(-2)
	k, _ := hi.Round(0).Int64()
	for m := k - 1; m <= k; m++ {
		if quantity.Closed(lo, hi).Contains(quantity.Int(m)) {
			p.Agree(w.Index, sh.Index)
			return
		}
	}
	part := sh.Value.Mul(quantity.Int(n)).Shift(-2).Round(0)
	actual, ok := part.Div(quantity.Int(n))
	if !ok {
		return
	}
	actual = actual.Shift(2).Round(sh.Decimals)
	sev := finding.Error
	if sh.Decimals == 0 {
		sev = finding.Warning
	}
	ww, ws := p.Page.Words(w.Range), p.Page.Words(sh.Range)
	p.Contradict(w.Index)
	p.Contradict(sh.Index)
	p.Report(rule.Problem{
		Range: sh.Range, Severity: sev, Confidence: tell.Confidence(sev), Category: finding.Shares,
		Message:  tell.Textf(portion, ww, ws),
		Related:  []rule.Related{tell.Related(w.Range, tell.Textf(count, ww))},
		Evidence: []finding.Text{tell.Equation("%s ÷ %d = %s%%", part.String(), n, actual.Decimal(sh.Decimals))},
		Fixes:    []rule.Fix{tell.Replace(p.Page, sh, actual, finding.Manual, tell.Textf(nearest, part.String()))},
	})
}

// measures reports whether the words behind a count go on to something that is
// measured of the things counted: 100个园区平均人流量.
func measures(behind string) bool {
	return strings.Contains(behind, "平均") || strings.HasSuffix(behind, "量") || strings.HasSuffix(behind, "额")
}

// uncountable are units of counts that are often means or estimates.
var uncountable = map[string]bool{"人次": true, "股": true, "级": true, "分": true}

// check looks for a whole base: the count over one plus the growth, anywhere
// in the growth's printed interval.
func check(p *rule.Pass, c, g *figure.Figure) {
	n, ok := c.Value.Int64()
	if !ok || n < least || n > most {
		return
	}
	rate := g.SignedSet()
	one := quantity.Int(1)
	lo, ok1 := c.Value.Div(one.Add(rate.Hi.Shift(-2)))
	hi, ok2 := c.Value.Div(one.Add(rate.Lo.Shift(-2)))
	if !ok1 || !ok2 || lo.Sign() <= 0 {
		return
	}
	k, _ := hi.Round(0).Int64()
	for m := k - 1; m <= k+1; m++ {
		if quantity.Closed(lo, hi).Contains(quantity.Int(m)) {
			p.Agree(c.Index, g.Index)
			return
		}
	}
	report(p, c, g, n, lo, hi)
}

func report(p *rule.Pass, c, g *figure.Figure, n int64, lo, hi quantity.Num) {
	mid, _ := lo.Add(hi).Div(quantity.Int(2))
	base := mid.Round(0)
	actual, ok := c.Value.Sub(base).Div(base)
	if !ok {
		return
	}
	actual = actual.Shift(2).Abs().Round(g.Decimals)
	sev := finding.Error
	if g.Decimals < 2 {
		sev = finding.Warning
	}
	wc, wg := p.Page.Words(c.Range), p.Page.Words(g.Range)
	p.Contradict(c.Index)
	p.Contradict(g.Index)
	p.Report(rule.Problem{
		Range: g.Range, Severity: sev, Confidence: tell.Confidence(sev),
		Message:  tell.Textf(message, wc, wg, ""),
		Related:  []rule.Related{tell.Related(c.Range, tell.Textf(count, wc))},
		Evidence: []finding.Text{tell.Equation("%d ÷ %s − 1 = %s%%", n, base.String(), actual.Decimal(g.Decimals))},
		Fixes:    []rule.Fix{tell.Replace(p.Page, g, actual, finding.Manual, tell.Textf(mend, base.String()))},
	})
}
