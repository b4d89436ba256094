// Package rank finds two ranks of one thing in one scope.
package rank

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports two different ranks for one metric and scope.
var Rule = rule.New(page, finding.Ranks, run, "RNK-01")

var (
	message = finding.Text{
		ZH: "同一指标在%s的位次，别处作“%s”，此处作“%s”。",
		EN: "The rank of one metric in %s is “%s” elsewhere and “%s” here.",
	}
	there = finding.Text{ZH: "此处作“%s”", EN: "printed here as “%s”"}
)

func run(p *rule.Pass) {
	support := map[int32]int{} // how many other places print a rank alike
	for i := range p.Page.Repeats {
		if r := &p.Page.Repeats[i]; r.Agrees && r.Verdict >= figure.MaybeSame && p.Page.Figures[r.A].Role == figure.RankRole {
			support[r.A]++
			support[r.B]++
		}
	}
	found := map[int]*rule.Problem{}
	var order []int
	for i := range p.Page.Repeats {
		r := &p.Page.Repeats[i]
		a, b := &p.Page.Figures[r.A], &p.Page.Figures[r.B]
		if a.Role != figure.RankRole || r.Agrees || a.Scope == "" || r.Via == figure.ByParallel {
			continue
		}
		sev := finding.Error
		if r.Via != figure.ByCompanion && (r.Verdict != figure.Same || r.Inferred > 0) {
			if r.Metric != figure.Identical || r.Inferred > 1 {
				continue
			}
			sev = finding.Warning
		}
		if support[r.A] < support[r.B] {
			a, b = b, a // the one that departs from the majority
		}
		wa, wb := p.Page.Words(a.Range), p.Page.Words(b.Range)
		p.Contradict(int(r.A))
		p.Contradict(int(r.B))
		if pr := found[b.Index]; pr != nil {
			pr.Related = append(pr.Related, tell.Related(a.Range, tell.Textf(there, wa)))
			pr.Severity = max(pr.Severity, sev)
			continue
		}
		found[b.Index] = &rule.Problem{
			Range: b.Range, Severity: sev, Confidence: tell.Confidence(sev),
			Message: tell.Textf(message, b.Scope, wa, wb),
			Related: []rule.Related{tell.Related(a.Range, tell.Textf(there, wa))},
			Fixes:   []rule.Fix{tell.UseWords(b, wa, finding.Manual), tell.UseWords(a, wb, finding.Manual)},
		}
		order = append(order, b.Index)
	}
	for _, k := range order {
		p.Report(*found[k])
	}
}
