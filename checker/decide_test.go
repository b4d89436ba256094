package checker

import (
	"testing"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

// TestDecide asks that what the ledger decides is told once, at the figure that
// departs from it, and that all else stays.
func TestDecide(t *testing.T) {
	at := func(start int) source.Range { return source.Range{Start: start, End: start + 3} }
	of := func(c finding.Category, s finding.Severity, places ...int) problem {
		p := problem{rule: &rule.Rule{ID: string(c)}}
		p.Category, p.Severity, p.Range = c, s, at(places[0])
		for _, r := range places[1:] {
			p.Related = append(p.Related, rule.Related{Range: at(r)})
		}
		return p
	}
	for _, c := range []struct {
		name string
		in   []problem
		want []finding.Category
		rest []int // of the ledger's problem
	}{
		{"a pair", []problem{of(finding.Ledger, finding.Warning, 10), of(finding.Repeat, finding.Error, 50, 10)},
			[]finding.Category{finding.Ledger}, []int{50}},
		{"a pair led by the wrong one", []problem{of(finding.Layout, finding.Error, 10, 50), of(finding.Ledger, finding.Error, 10)},
			[]finding.Category{finding.Ledger}, []int{50}},
		{"a sum with an undoubted part", []problem{of(finding.Ledger, finding.Error, 30), of(finding.Totals, finding.Error, 10, 20, 30)},
			[]finding.Category{finding.Ledger}, []int{20, 10}},
		{"a sum with a doubtful part", []problem{of(finding.Ledger, finding.Warning, 30), of(finding.Totals, finding.Error, 10, 20, 30)},
			[]finding.Category{finding.Ledger, finding.Totals}, nil},
		{"elsewhere", []problem{of(finding.Ledger, finding.Error, 10), of(finding.Repeat, finding.Error, 50, 90)},
			[]finding.Category{finding.Ledger, finding.Repeat}, nil},
		{"form", []problem{of(finding.Ledger, finding.Error, 10), of(finding.Style, finding.Info, 10)},
			[]finding.Category{finding.Ledger, finding.Style}, nil},
		{"a hint decides nothing", []problem{of(finding.Ledger, finding.Info, 10), of(finding.Repeat, finding.Error, 50, 10)},
			[]finding.Category{finding.Ledger, finding.Repeat}, nil},
	} {
		got := decide(c.in)
		var kinds []finding.Category
		for _, p := range got {
			kinds = append(kinds, p.Category)
			if p.Category != finding.Ledger {
				continue
			}
			var rest []int
			for _, r := range p.Related {
				rest = append(rest, r.Range.Start)
			}
			if len(rest) != len(c.rest) {
				t.Errorf("%s: rests on %v, want %v", c.name, rest, c.rest)
				continue
			}
			for i := range rest {
				if rest[i] != c.rest[i] {
					t.Errorf("%s: rests on %v, want %v", c.name, rest, c.rest)
				}
			}
		}
		if len(kinds) != len(c.want) {
			t.Errorf("%s: left are %v, want %v", c.name, kinds, c.want)
			continue
		}
		for i := range kinds {
			if kinds[i] != c.want[i] {
				t.Errorf("%s: left are %v, want %v", c.name, kinds, c.want)
			}
		}
	}
}
