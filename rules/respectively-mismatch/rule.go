// Package respectively counts the subjects and the values that 分别 deals out.
package respectively

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 分别 with more subjects than values, or fewer.
var Rule = rule.New(page, finding.Counts, run, "CNT-03")

var (
	message = finding.Text{
		ZH: "“分别”前有%d项，后面却是%d个数，对不上。",
		EN: "“respectively” follows %d subjects but deals out %d.",
	}
	list = finding.Text{ZH: "“分别”所指的各项", EN: "the subjects"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Respectively {
		r := &p.Page.Respectively[i]
		m := len(r.Values)
		if m >= r.Few && (m <= r.Many || r.Open) || m == 1 && !alone(p, r) {
			continue
		}
		p.Report(rule.Problem{
			Range: span(p, r), Severity: finding.Error, Confidence: 0.9,
			Message: tell.Textf(message, len(r.Subjects), m),
			Related: []rule.Related{tell.Related(r.Subjects[0].Cover(r.Subjects[len(r.Subjects)-1]), list)},
		})
	}
}

// alone reports whether a single value is surely one of several: a rate that is
// neither bounded nor shared. 甲、乙分别投入5000元 may mean as much from each.
func alone(p *rule.Pass, r *figure.Respectively) bool {
	f := &p.Page.Figures[r.Values[0]]
	if f.Kind != quantity.Percent || f.Decimals == 0 && f.Hedge != quantity.None {
		return false
	}
	switch f.Hedge {
	case quantity.None, quantity.About:
		return true
	}
	return false
}

// span returns the range of the values.
func span(p *rule.Pass, r *figure.Respectively) source.Range {
	a, b := &p.Page.Figures[r.Values[0]], &p.Page.Figures[r.Values[len(r.Values)-1]]
	return a.Range.Cover(b.Range)
}
