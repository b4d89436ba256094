// Package impossiblepercent finds percentages that no whole numbers can yield.
package impossiblepercent

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

const id = "impossible-percentage"

// Rule reports growth of a count that no whole base gives at the printed precision.
var Rule = &rule.Rule{
	ID:       id,
	NameZH:   "百分比不可能",
	Category: finding.Growth,
	Kinds:    []string{"GRO-09", "SHR-07"},
	Doc:      page,
	Run:      run,
}

var (
	message = finding.Text{
		ZH: "“%s”是整数，增幅“%s”推不出整数的基数%s。",
		EN: "“%s” is a whole number; no whole base yields “%s”%s.",
	}
	count = finding.Text{ZH: "“%s”", EN: "“%s”"}
	mend  = finding.Text{ZH: "最接近的可能值：基数%s", EN: "the nearest that is possible: base %s"}
)

// most bounds the counts for which the printed digits of a growth can exclude
// every whole base: above it nearly every growth is possible.
const most = 5000

// least is the count below which a growth is said of something else: two levels
// that a total has passed.
const least = 10

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		g := &p.Page.Figures[i]
		if g.Role != figure.Growth || g.Kind != quantity.Percent || g.Of < 0 || g.Hedge != quantity.None || g.Decimals < 1 || g.ListLen > 1 || g.Mean {
			continue
		}
		c := &p.Page.Figures[g.Of]
		if c.Kind == quantity.Count && c.Whole() && c.Hedge == quantity.None && c.ListLen == 1 && !uncountable[c.Unit] {
			check(p, c, g)
		}
	}
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
			p.Page.Mark(c.Index, figure.Consistent, id)
			p.Page.Mark(g.Index, figure.Consistent, id)
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
	p.Page.Mark(c.Index, figure.Contradicted, id)
	p.Page.Mark(g.Index, figure.Contradicted, id)
	p.Report(rule.Problem{
		Range: g.Range, Severity: sev, Confidence: tell.Confidence(sev),
		Message:  tell.Textf(message, wc, wg, ""),
		Related:  []rule.Related{tell.Related(c.Range, tell.Textf(count, wc))},
		Evidence: []finding.Text{tell.Equation("%d ÷ %s − 1 = %s%%", n, base.String(), actual.Decimal(g.Decimals))},
		Fixes:    []rule.Fix{tell.Replace(p.Page, g, actual, finding.Manual, tell.Textf(mend, base.String()))},
	})
}
