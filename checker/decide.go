package checker

import (
	"slices"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

// restsOnValues are the categories of problems that a wrong value makes: where
// the ledger says which value is wrong, they are the same contradiction.
var restsOnValues = map[finding.Category]bool{
	finding.Repeat: true, finding.Layout: true, finding.Units: true, finding.Approximators: true, finding.Arithmetic: true,
	finding.Totals: true, finding.Shares: true, finding.Growth: true, finding.Ranks: true,
}

// decide drops problems that rest on a figure which the ledger says is wrong:
// it takes over their places. Two figures that contradict each other are decided
// by any such problem, a sum or a growth only by one that leaves no doubt.
func decide(problems []problem) []problem {
	wrong := map[source.Range]int{}
	for i, p := range problems {
		if p.Category == finding.Ledger && p.Severity >= finding.Warning {
			if _, ok := wrong[p.Range]; !ok {
				wrong[p.Range] = i
			}
		}
	}
	if len(wrong) == 0 {
		return problems
	}
	gone := make([]bool, len(problems))
	for i, p := range problems {
		if !restsOnValues[p.Category] {
			continue
		}
		places := []source.Range{p.Range}
		for _, r := range p.Related {
			places = append(places, r.Range)
		}
		for _, r := range places {
			by, ok := wrong[r]
			if ok && by != i && (len(places) <= 2 || problems[by].Severity == finding.Error) {
				problems[by].rest(p)
				gone[i] = true
				break
			}
		}
	}
	var kept []problem
	for i, p := range problems {
		if !gone[i] {
			kept = append(kept, p)
		}
	}
	return kept
}

// rest takes over the places that a decided problem rests on, and its own.
func (p *problem) rest(q problem) {
	p.absorb(q)
	if q.Range == p.Range || slices.ContainsFunc(p.Related, func(r rule.Related) bool { return r.Range == q.Range }) {
		return
	}
	p.Related = append(p.Related, rule.Related{Range: q.Range, Message: otherPlace})
}

var otherPlace = finding.Text{ZH: "另一处", EN: "the other place"}
