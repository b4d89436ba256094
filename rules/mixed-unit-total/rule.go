// Package mixedunit finds totals that add up numbers of unlike units.
package mixedunit

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports dollars added to yuan and visits added to people.
var Rule = rule.New(page, finding.Totals, run, "TOT-08", "UNI-09")

var (
	message = finding.Text{
		ZH: "“%s”是把单位不同的数直接相加得来的：%s，须先换算成同一单位。",
		EN: "“%s” adds numbers of unlike units as they stand: %s. They have to be converted first.",
	}
	part = finding.Text{ZH: "“%s”", EN: "“%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.MixedTotals {
		m := &p.Page.MixedTotals[i]
		t := &p.Page.Figures[m.Total]
		var terms []string
		var related []rule.Related
		for _, k := range m.Parts {
			f := &p.Page.Figures[k]
			words := p.Page.Words(f.Range)
			terms = append(terms, words)
			related = append(related, tell.Related(f.Range, tell.Textf(part, words)))
			p.Contradict(k)
		}
		p.Contradict(m.Total)
		words := p.Page.Words(t.Range)
		p.Report(rule.Problem{
			Range: t.Range, Severity: finding.Warning, Confidence: 0.85,
			Message: tell.Textf(message, words, strings.Join(terms, " + ")), Related: related,
		})
	}
}
