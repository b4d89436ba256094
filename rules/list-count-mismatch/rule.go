// Package listcount compares announced counts with the lists that follow or
// precede them.
package listcount

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports counts that differ from the number of items listed.
var Rule = rule.New(page, finding.Counts, run, "CNT-01", "CNT-05", "CNT-07")

var (
	message = finding.Text{
		ZH: "稿中说“%s”，列出的却是%d项。",
		EN: "The copy says “%s” and lists %d.",
	}
	list = finding.Text{ZH: "列出的各项", EN: "the items listed"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Announced {
		a := &p.Page.Announced[i]
		if a.Agrees() {
			continue
		}
		listed := a.Few
		if a.N > a.Many {
			listed = a.Many
		}
		sev := severity(a)
		p.Report(rule.Problem{
			Range: a.Count, Severity: sev, Confidence: tell.Confidence(sev),
			Message: tell.Textf(message, p.Text(a.Count), listed),
			Related: []rule.Related{tell.Related(a.List, list)},
		})
	}
}

// severity weighs a list before its number lower, whose first items may belong to
// another, and so one whose end isn't certain.
func severity(a *figure.Announced) finding.Severity {
	if a.Before && !a.Open || a.Loose {
		return finding.Warning
	}
	return finding.Error
}
