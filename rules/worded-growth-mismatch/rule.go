// Package worded compares wordings of growth with the growth that is printed.
package worded

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 两位数增长 beside 9.6% and 基本持平 beside 7%.
var Rule = rule.New(page, finding.Growth, run, "GRO-11")

var (
	message = finding.Text{
		ZH: "说“%s”，所列增幅却是“%s”。",
		EN: "“%s” is said of a growth of “%s”.",
	}
	words = finding.Text{ZH: "说法“%s”", EN: "the wording, “%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Wordings {
		w := &p.Page.Wordings[i]
		f := &p.Page.Figures[w.Fig]
		v := f.SignedSet()
		if !v.Bounded() {
			continue
		}
		if v.Meets(w.Said) {
			p.Mark(w.Fig, figure.Consistent)
			continue
		}
		p.Contradict(w.Fig)
		said, printed := p.Page.Words(w.At), p.Page.Words(f.Range)
		p.Report(rule.Problem{
			Range: f.Range, Severity: finding.Warning, Confidence: 0.75,
			Message: tell.Textf(message, said, printed),
			Related: []rule.Related{tell.Related(w.At, tell.Textf(words, said))},
		})
	}
}
