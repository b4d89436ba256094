// Package times recomputes how many times one level is another.
package times

import (
	_ "embed"
	"fmt"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 是…的N倍 and 翻N番 that the two levels contradict.
var Rule = rule.New(page, finding.Arithmetic, run, "ARI-05", "GRO-12")

var (
	message = finding.Text{
		ZH: "“%s”是“%s”的%s倍，稿中作“%s”。",
		EN: "“%s” is %[3]s times “%[2]s”, not “%[4]s”.",
	}
	doubling = finding.Text{
		ZH: "“%s”是“%s”的%s倍；稿中作“%s”，那应是%d倍。",
		EN: "“%s” is %[3]s times “%[2]s”; “%[4]s” would be %[5]d times.",
	}
	from = finding.Text{ZH: "比较的基数“%s”", EN: "compared with “%s”"}
	to   = finding.Text{ZH: "“%s”", EN: "“%s”"}
	mend = finding.Text{ZH: "按两数之比改", EN: "use the ratio of the two"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Ratios {
		r := &p.Page.Ratios[i]
		a, b := &p.Page.Figures[r.From], &p.Page.Figures[r.To]
		if a.Kind == quantity.Score {
			continue
		}
		v, ok := quantity.Corners(func(x ...quantity.Num) (quantity.Num, bool) { return x[1].Div(x[0]) }, a.Set, b.Set)
		if !ok || a.Set.Lo.Sign() <= 0 {
			continue
		}
		status := figure.Consistent
		if !v.Meets(r.Said) {
			status = figure.Contradicted
			report(p, r, a, b)
		}
		figs := []int{r.From, r.To}
		if r.Times >= 0 {
			figs = append(figs, r.Times)
		}
		p.Settle(status, figs...)
	}
}

func report(p *rule.Pass, r *figure.Ratio, a, b *figure.Figure) {
	ratio, _ := b.Value.Div(a.Value)
	wa, wb, wr := p.Page.Words(a.Range), p.Page.Words(b.Range), p.Page.Words(r.At)
	is := ratio.Round(2).String()
	problem := rule.Problem{
		Range: r.At, Severity: finding.Warning, Confidence: 0.8, Category: finding.Arithmetic,
		Message:  tell.Textf(message, wb, wa, is, wr),
		Related:  []rule.Related{tell.Related(a.Range, tell.Textf(from, wa)), tell.Related(b.Range, tell.Textf(to, wb))},
		Evidence: []finding.Text{tell.Same(fmt.Sprintf("%s ÷ %s = %s", wb, wa, is))},
	}
	switch {
	case r.Doublings > 0:
		problem.Category = finding.Growth
		problem.Message = tell.Textf(doubling, wb, wa, is, wr, 1<<r.Doublings)
	case p.Page.Figures[r.Times].Hedge == quantity.None:
		f := &p.Page.Figures[r.Times]
		problem.Fixes = []rule.Fix{tell.Replace(p.Page, f, ratio.Round(max(f.Decimals, 1)), finding.Suggest, mend)}
	}
	p.Report(problem)
}
