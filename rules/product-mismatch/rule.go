// Package product recomputes totals from the number of things and what each is
// said to make.
package product

import (
	_ "embed"
	"fmt"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports totals that aren't the number of things times what each makes.
var Rule = rule.New(page, finding.Arithmetic, run, "ARI-02", "ARI-03", "ARI-09")

var (
	message = finding.Text{
		ZH: "“%s”与每一份“%s”相乘约为%s，与“%s”不符。",
		EN: "“%s” at “%s” each make about %s, not “%s”.",
	}
	count = finding.Text{ZH: "数量“%s”", EN: "how many: “%s”"}
	each  = finding.Text{ZH: "每一份“%s”", EN: "each: “%s”"}
	total = finding.Text{ZH: "总量“%s”", EN: "the total, “%s”"}
	days  = finding.Text{ZH: "（%d天）", EN: " (%d days)"}
	redo  = finding.Text{ZH: "按乘积改总量", EN: "make the total the product"}
	mean  = finding.Text{ZH: "按总量改平均数", EN: "make each fit the total"}
	many  = finding.Text{ZH: "按总量改数量", EN: "make the number fit the total"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Products {
		x := &p.Page.Products[i]
		status := figure.Contradicted
		if x.Holds {
			status = figure.Consistent
		}
		figs := []int{x.Total, x.Each}
		if x.Count >= 0 {
			figs = []int{x.Total, x.Count, x.Each}
		}
		p.Settle(status, figs...)
		if !x.Holds {
			report(p, x)
		}
	}
}

func report(p *rule.Pass, x *figure.Product) {
	t, e := &p.Page.Figures[x.Total], &p.Page.Figures[x.Each]
	n, wn := number(p, x)
	wt, we := p.Page.Words(t.Range), p.Page.Words(e.Range)
	places := -max(t.Place-1, 0)
	value := tell.MiddleNum(x.Value, places)
	for ; places < 0 && value.Abs().Cmp(quantity.Dec(1, 2-places)) < 0; places++ {
		value = tell.MiddleNum(x.Value, places+1) // far less than the total is rounded to
	}
	_, words := tell.Edit(p.Page, t, value)
	at, rest := e, t // the figure per thing is the one that is worked out last
	if t.Index > e.Index {
		at, rest = t, e
	}
	related := []rule.Related{tell.Related(n, tell.Textf(count, wn))}
	if rest == t {
		related = append(related, tell.Related(t.Range, tell.Textf(total, wt)))
	} else {
		related = append(related, tell.Related(e.Range, tell.Textf(each, we)))
	}
	p.Report(rule.Problem{
		Range: at.Range, Severity: finding.Warning, Confidence: 0.8,
		Message:  tell.Textf(message, wn, we, words, wt),
		Related:  related,
		Evidence: []finding.Text{tell.Equation("%s × %s = %s ≠ %s", we, wn, words, wt)},
		Fixes:    fixes(p, x, value),
	})
}

// number returns where the number of things stands, and its words: those of a date
// with the days that it covers.
func number(p *rule.Pass, x *figure.Product) (source.Range, string) {
	if x.Count >= 0 {
		n := p.Page.Figures[x.Count].Range
		return n, p.Page.Words(n)
	}
	d := &p.Page.Dates[x.Date]
	n := source.Range{Start: d.Start, End: d.End}
	return n, p.Page.Words(n) + fmt.Sprintf(days.In(p.Page.Doc.Lang), x.Days)
}

// fixes offers each of the three figures as the other two give it.
func fixes(p *rule.Pass, x *figure.Product, value quantity.Num) []rule.Fix {
	t, e := &p.Page.Figures[x.Total], &p.Page.Figures[x.Each]
	out := []rule.Fix{tell.Replace(p.Page, t, value, finding.Manual, redo)}
	ratio, ok := t.Value.Div(value)
	if !ok {
		return out
	}
	out = append(out, tell.Replace(p.Page, e, e.Value.Mul(ratio), finding.Manual, mean))
	if x.Count < 0 {
		return out
	}
	n := &p.Page.Figures[x.Count]
	if m := n.Value.Mul(ratio); !n.Whole() || m.IsInt() {
		out = append(out, tell.Replace(p.Page, n, m, finding.Manual, many))
	}
	return out
}
