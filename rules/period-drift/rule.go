// Package perioddrift finds one value printed for two spans.
package perioddrift

import (
	_ "embed"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports one metric with one value for 前10个月 and for 前11个月.
var Rule = rule.New(page, finding.Repeat, run, "REP-06")

var (
	message = finding.Text{
		ZH: "“%s”与另一处的“%s”是同一指标、同一数值，时段却不同，像是时段或数字有一处没有更新。",
		EN: "“%s” and “%s” elsewhere are one metric with one value for two periods; a period or a figure wasn't updated.",
	}
	other = finding.Text{ZH: "另一时段作“%s”", EN: "for another period: “%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Drifts {
		d := &p.Page.Drifts[i]
		if d.Falls {
			continue
		}
		a, b := &p.Page.Figures[d.A], &p.Page.Figures[d.B]
		sev := finding.Info
		if d.Companion {
			sev = finding.Warning
		}
		p.Contradict(d.A)
		p.Contradict(d.B)
		p.Report(rule.Problem{
			Range: b.Range, Severity: sev, Confidence: tell.Confidence(sev),
			Message: tell.Textf(message, p.Page.Words(b.Range), p.Page.Words(a.Range)),
			Related: []rule.Related{tell.Related(a.Range, tell.Textf(other, p.Page.Words(a.Range)))},
		})
	}
}
