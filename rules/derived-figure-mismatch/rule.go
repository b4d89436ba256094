// Package derived recomputes figures that two others make by the definition of
// their metric.
package derived

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

// Rule reports figures that the two that define them contradict.
var Rule = rule.New(page, finding.Arithmetic, run, "ARI-01", "ARI-09", "TOT-04", "SHR-01", "GRO-05")

var (
	message = finding.Text{
		ZH: "按“%s”和“%s”推算，%s约为%s，稿中作“%s”。",
		EN: "“%s” and “%s” make the %s about %s, not “%s”.",
	}
	operand = finding.Text{ZH: "推算所用的“%s”", EN: "reckoned with “%s”"}
	redo    = finding.Text{ZH: "按推算结果改", EN: "use what the two figures give"}
	mend    = finding.Text{ZH: "按推算反过来改这个数", EN: "make this figure fit the result"}
)

var signs = map[byte]string{'/': "÷", '-': "−", '*': "×"}

func run(p *rule.Pass) {
	for i := range p.Page.Derived {
		x := &p.Page.Derived[i]
		status := figure.Contradicted
		if x.Holds {
			status = figure.Consistent
		}
		p.Settle(status, x.Result, x.A, x.B)
		if !x.Holds {
			report(p, x)
		}
	}
}

func report(p *rule.Pass, x *figure.Derived) {
	f, a, b := &p.Page.Figures[x.Result], &p.Page.Figures[x.A], &p.Page.Figures[x.B]
	words, wa, wb := p.Page.Words(f.Range), p.Page.Words(a.Range), p.Page.Words(b.Range)
	value := tell.MiddleNum(x.Value, max(-f.Place, 0))
	_, should := tell.Edit(p.Page, f, value)
	related := []rule.Related{tell.Related(a.Range, tell.Textf(operand, wa)), tell.Related(b.Range, tell.Textf(operand, wb))}
	p.Report(rule.Problem{
		Range: f.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message:  tell.Textf(message, wa, wb, x.Name, should, words),
		Related:  related,
		Evidence: []finding.Text{tell.Equation("%s %s %s = %s ≠ %s", wa, signs[x.Sign], wb, should, words)},
		Fixes:    fixes(p, x, value),
	})
}

// fixes offers the result as its operands make it and, where that comes out,
// each operand as the others make it.
func fixes(p *rule.Pass, x *figure.Derived, value quantity.Num) []rule.Fix {
	f, a, b := &p.Page.Figures[x.Result], &p.Page.Figures[x.A], &p.Page.Figures[x.B]
	out := []rule.Fix{tell.Replace(p.Page, f, value, finding.Manual, redo)}
	add := func(g *figure.Figure, v quantity.Num, ok bool) {
		if ok && v.Sign() > 0 && (!g.Whole() || v.IsInt()) {
			out = append(out, tell.Replace(p.Page, g, v, finding.Manual, mend))
		}
	}
	if x.Sign == '-' {
		add(a, b.Value.Add(f.Value), true)
		add(b, a.Value.Sub(f.Value), true)
		return out
	}
	if ratio, ok := f.Value.Div(value); ok {
		add(a, a.Value.Mul(ratio), true)
	}
	return out
}
