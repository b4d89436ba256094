// Package growthparts compares the growth of a total with that of its parts.
package growthparts

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

// Rule reports totals that grow faster, or slower, than every one of their
// parts, which no weights can give.
var Rule = rule.New(page, finding.Growth, run, "GRO-03")

var (
	message = finding.Text{
		ZH: "总量增幅“%s”不在各分项增幅“%s”与“%s”之间。",
		EN: "The total’s growth of “%s” isn’t between “%s” and “%s”, the growth of its parts.",
	}
	part = finding.Text{ZH: "分项增幅“%s”", EN: "a part’s growth, “%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.PartGrowths {
		check(p, &p.Page.PartGrowths[i])
	}
}

func check(p *rule.Pass, g *figure.PartGrowth) {
	t := &p.Page.Figures[g.Total]
	low, high := &p.Page.Figures[g.Parts[0]], &p.Page.Figures[g.Parts[0]]
	for _, k := range g.Parts {
		f := &p.Page.Figures[k]
		if v := f.SignedSet(); !v.Bounded() {
			return
		} else if v.Lo.Cmp(low.SignedSet().Lo) < 0 {
			low = f
		} else if v.Hi.Cmp(high.SignedSet().Hi) > 0 {
			high = f
		}
	}
	v := t.SignedSet()
	if !v.Bounded() {
		return
	}
	status := figure.Consistent
	if !v.Meets(quantity.Closed(low.SignedSet().Lo, high.SignedSet().Hi)) {
		status = figure.Contradicted
	}
	p.Settle(status, append([]int{g.Total}, g.Parts...)...)
	if status == figure.Consistent {
		return
	}
	words := func(f *figure.Figure) string { return p.Page.Words(f.Range) }
	var related []rule.Related
	for _, k := range g.Parts {
		f := &p.Page.Figures[k]
		related = append(related, tell.Related(f.Range, tell.Textf(part, words(f))))
	}
	p.Report(rule.Problem{
		Range: t.Range, Severity: finding.Warning, Confidence: 0.8,
		Message:  tell.Textf(message, words(t), words(low), words(high)),
		Related:  related,
		Evidence: []finding.Text{tell.Equation("%s ∉ [%s, %s]", words(t), words(low), words(high))},
	})
}
