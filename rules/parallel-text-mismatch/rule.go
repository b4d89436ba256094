// Package paralleltext finds sentences that a page prints twice with one
// figure changed.
package paralleltext

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports copies of a sentence that differ in a figure.
var Rule = rule.New(page, finding.Repeat, run, "REP-07", "LAY-04")

var (
	message = finding.Text{
		ZH: "这句话与前文几乎一字不差，只有数字不同：前作“%s”，此作“%s”。",
		EN: "This sentence repeats an earlier one word for word but for a figure: “%s” there, “%s” here.",
	}
	there = finding.Text{ZH: "前文作“%s”", EN: "printed here as “%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Repeats {
		r := &p.Page.Repeats[i]
		if r.Via != figure.ByParallel || r.Agrees {
			continue
		}
		a, b := &p.Page.Figures[r.A], &p.Page.Figures[r.B]
		wa, wb := p.Page.Words(a.Range), p.Page.Words(b.Range)
		s := finding.Error
		if r.Inferred > 0 {
			s = finding.Warning
		}
		problem := rule.Problem{
			Range: b.Range, Severity: s, Confidence: tell.Confidence(s),
			Message: tell.Textf(message, wa, wb),
			Related: []rule.Related{tell.Related(a.Range, tell.Textf(there, wa))},
			Fixes:   []rule.Fix{tell.UseWords(b, wa, finding.Manual), tell.UseWords(a, wb, finding.Manual)},
		}
		if p.Doc.Blocks[a.Block].Box != p.Doc.Blocks[b.Block].Box {
			problem.Category = finding.Layout
		}
		p.Contradict(a.Index)
		p.Contradict(b.Index)
		p.Report(problem)
	}
}
