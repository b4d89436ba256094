// Package cumulativefalls finds sums of the year so far that get smaller.
package cumulativefalls

import (
	_ "embed"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 前11个月 with less than 前10个月.
var Rule = rule.New(page, finding.Totals, run, "TOT-05")

var (
	message = finding.Text{
		ZH: "累计数只增不减：较长时段作“%s”，比较短时段的“%s”还少。",
		EN: "What adds up over the year can't fall: “%s” for the longer span is less than “%s” for the shorter.",
	}
	shorter = finding.Text{ZH: "较短时段作“%s”", EN: "for the shorter span: “%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Drifts {
		d := &p.Page.Drifts[i]
		if !d.Falls {
			continue
		}
		long, short := &p.Page.Figures[d.B], &p.Page.Figures[d.A]
		if short.Period.End.After(long.Period.End) {
			long, short = short, long
		}
		p.Contradict(d.A)
		p.Contradict(d.B)
		wl, ws := p.Page.Words(long.Range), p.Page.Words(short.Range)
		p.Report(rule.Problem{
			Range: long.Range, Severity: finding.Warning, Confidence: 0.75,
			Message:  tell.Textf(message, wl, ws),
			Related:  []rule.Related{tell.Related(short.Range, tell.Textf(shorter, ws))},
			Evidence: []finding.Text{tell.Equation("%s < %s", wl, ws)},
		})
	}
}
