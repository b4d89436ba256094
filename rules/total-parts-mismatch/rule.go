// Package totalparts adds the parts of a total up.
package totalparts

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

// Rule reports totals that aren't the sum of their parts.
var Rule = rule.New(page, finding.Totals, run, "TOT-01", "TOT-04", "TOT-07")

var (
	message = finding.Text{
		ZH: "各分项相加是%s，与总数“%s”不符。",
		EN: "The parts add up to %s, not to the total of “%s”.",
	}
	redo = finding.Text{ZH: "按分项之和改总数", EN: "make the total the sum of the parts"}
	mend = finding.Text{ZH: "按总数改这一分项", EN: "make this part fit the total"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Sums {
		s := &p.Page.Sums[i]
		if s.Holds {
			if s.Kind != figure.Listed && len(s.Parts) > 1 {
				confirm(p, s)
			}
			continue
		}
		if sev, ok := severity(p, s); ok {
			report(p, s, sev)
		}
	}
}

func confirm(p *rule.Pass, s *figure.Sum) {
	p.Agree(append([]int{s.Total}, s.Parts...)...)
}

// severity says how sure it is that the parts are all of the total: by
// definition, by the words, or because one slip explains the gap.
func severity(p *rule.Pass, s *figure.Sum) (finding.Severity, bool) {
	t := &p.Page.Figures[s.Total]
	switch s.Kind {
	case figure.Identity:
		return finding.Error, true
	case figure.Partition:
		if len(s.Parts) >= 2 && (t.Hedge == quantity.None || near(p, s)) {
			return finding.Error, true
		}
	case figure.Likely, figure.Tabled:
		return finding.Warning, true
	case figure.Classes:
		// Classes that overflow their total are another rule's.
		return finding.Error, !s.Over
	case figure.Listed:
		if s.Over {
			return finding.Warning, len(s.Parts) >= 2 && s.HasSlip && t.Digits >= 3 && near(p, s) && !s.Exclusive
		}
		if len(s.Parts) >= 2 && s.HasSlip && t.Digits >= 3 && near(p, s) {
			return finding.Warning, true
		}
	}
	return finding.Info, false
}

// near reports whether the parts come close to the total, as they do when one
// digit is wrong and don't when the list is only a selection.
func near(p *rule.Pass, s *figure.Sum) bool {
	t := p.Page.Figures[s.Total].Value
	if t.Sign() <= 0 || !s.Added.Bounded() {
		return false
	}
	gap := t.Sub(s.Added.Lo).Abs()
	return gap.Mul(quantity.Int(10)).Cmp(t.Mul(quantity.Int(9))) <= 0
}

func report(p *rule.Pass, s *figure.Sum, sev finding.Severity) {
	t := &p.Page.Figures[s.Total]
	added := tell.Contradict(p, s)
	_, total := tell.Edit(p.Page, t, added.Sum)
	fixes := []rule.Fix{tell.Replace(p.Page, t, added.Sum, finding.Manual, redo)}
	for _, k := range s.Parts {
		f := &p.Page.Figures[k]
		if v := f.Value.Add(t.Value).Sub(added.Sum); v.Sign() > 0 {
			fixes = append(fixes, tell.Replace(p.Page, f, v, finding.Manual, mend))
		}
	}
	p.Report(rule.Problem{
		Range: t.Range, Severity: sev, Confidence: tell.Confidence(sev),
		Message:  tell.Textf(message, total, p.Page.Words(t.Range)),
		Related:  added.Related,
		Evidence: []finding.Text{tell.Equation("%s = %s ≠ %s", added.Written(), total, p.Page.Words(t.Range))},
		Fixes:    fixes,
	})
}
