// Package respectively counts the subjects and the values that 分别 deals out.
package respectively

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 分别 with more subjects than values, or fewer.
var Rule = &rule.Rule{
	ID:       "respectively-mismatch",
	NameZH:   "分别项数不符",
	Category: finding.Counts,
	Kinds:    []string{"CNT-03"},
	Doc:      page,
	Run:      run,
}

var (
	message = finding.Text{
		ZH: "“分别”前有%d项，后面却是%d个数，对不上。",
		EN: "“respectively” follows %d subjects but deals out %d values.",
	}
	first = finding.Text{ZH: "前面的第一项", EN: "the first subject"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Respectively {
		r := &p.Page.Respectively[i]
		n, m := len(r.Subjects), len(r.Values)
		if n < 2 || n == m || !plain(p, r) {
			continue
		}
		p.Report(rule.Problem{
			Range: span(p, r), Severity: finding.Error, Confidence: 0.9,
			Message: tell.Textf(message, n, m),
			Related: []rule.Related{tell.Related(r.Subjects[0], first)},
		})
	}
}

// span returns the range of the values.
func span(p *rule.Pass, r *figure.Respectively) source.Range {
	a, b := &p.Page.Figures[r.Values[0]], &p.Page.Figures[r.Values[len(r.Values)-1]]
	return a.Range.Cover(b.Range)
}

// plain reports whether the subjects are a plain list: no clause among them,
// nothing that may be one item with 和 inside, no open end.
func plain(p *rule.Pass, r *figure.Respectively) bool {
	for _, s := range r.Subjects {
		words := p.Text(s)
		if len(words) == 0 || strings.ContainsAny(words, "，；：,;:") || strings.Contains(words, "等") || strings.Contains(words, "以及") {
			return false
		}
	}
	return true
}
