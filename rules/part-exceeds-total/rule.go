// Package partexceeds finds parts that are larger than their total.
package partexceeds

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

// Rule reports parts larger than their total, and classes that together overflow it.
var Rule = rule.New(page, finding.Totals, run, "TOT-02", "TOT-03")

var (
	message = finding.Text{
		ZH: "分项“%s”大于总数“%s”。",
		EN: "The part “%s” is larger than the total “%s”.",
	}
	overflow = finding.Text{
		ZH: "各分项合计%s，超过总数“%s”。",
		EN: "The parts together make %s, more than the total “%s”.",
	}
	total = finding.Text{ZH: "总数“%s”", EN: "the total, “%s”"}
	redo  = finding.Text{ZH: "按分项之和改总数", EN: "make the total the sum of the parts"}
)

func run(p *rule.Pass) {
	present(p)
	for i := range p.Page.Sums {
		s := &p.Page.Sums[i]
		if s.Kind == figure.Identity {
			continue
		}
		t := &p.Page.Figures[s.Total]
		if s.Over && s.Exclusive && s.Kind != figure.Partition {
			overflows(p, s)
			continue
		}
		for n, k := range s.Parts {
			if n > 0 && p.Page.Figures[k].List == 0 && p.Page.Figures[k].Noun == "" {
				break // what follows in clauses of its own may be no part
			}
			if f := &p.Page.Figures[k]; exceeds(f, t) && !(f.Kind == quantity.Money && strings.Contains(t.Metric, "net")) {
				report(p, f, t, s)
			}
		}
	}
}

// overflows reports classes that exclude one another and together make more
// than their total.
func overflows(p *rule.Pass, s *figure.Sum) {
	t := &p.Page.Figures[s.Total]
	added := tell.Contradict(p, s)
	sev := finding.Warning
	if s.Kind == figure.Classes {
		sev = finding.Error
	}
	_, words := tell.Edit(p.Page, t, added.Sum)
	wt := p.Page.Words(t.Range)
	proof := words + " > " + wt
	if len(added.Terms) > 1 {
		proof = added.Written() + " = " + proof
	}
	p.Report(rule.Problem{
		Range: t.Range, Severity: sev, Confidence: tell.Confidence(sev),
		Message:  tell.Textf(overflow, words, wt),
		Related:  added.Related,
		Evidence: []finding.Text{tell.Same(proof)},
		Fixes:    []rule.Fix{tell.Replace(p.Page, t, added.Sum, finding.Manual, redo)},
	})
}

// exceeds reports whether a part's least value is more than the total's most.
func exceeds(f, t *figure.Figure) bool {
	return f.Set.HasLo && t.Set.HasHi && f.Set.Lo.Cmp(t.Set.Hi) > 0 && f.Printed.Lo.Cmp(t.Printed.Hi) > 0
}

func report(p *rule.Pass, f, t *figure.Figure, s *figure.Sum) {
	wf, wt := p.Page.Words(f.Range), p.Page.Words(t.Range)
	sev := finding.Error
	if s.Kind == figure.Listed && !f.Among || f.Period != t.Period {
		sev = finding.Warning
	}
	p.Contradict(f.Index)
	p.Contradict(t.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: sev, Confidence: tell.Confidence(sev),
		Message:  tell.Textf(message, wf, wt),
		Related:  []rule.Related{tell.Related(t.Range, tell.Textf(total, wt))},
		Evidence: []finding.Text{tell.Equation("%s > %s", wf, wt)},
	})
}
