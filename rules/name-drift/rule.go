// Package namedrift finds one person under two spellings of a name.
package namedrift

import (
	_ "embed"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 赵建平 and 赵建萍.
var Rule = &rule.Rule{
	ID:       "name-drift",
	NameZH:   "人名前后不一",
	Category: finding.Terms,
	Kinds:    []string{"ENT-03"},
	Doc:      page,
	Run:      run,
}

var (
	message = finding.Text{
		ZH: "“%s”在前面作“%s”，一字之差而音形相近，像是同一个人。",
		EN: "“%s” is “%s” before; the two look like one person.",
	}
	other = finding.Text{ZH: "前面的写法", EN: "as it was spelled before"}
	mend  = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
)

func run(p *rule.Pass) {
	for _, s := range p.Page.Spellings {
		a, b := p.Text(s.First), p.Text(s.Other)
		fix := func(r source.Range, to string) rule.Fix {
			return rule.Fix{Title: tell.Textf(mend, to), Grade: finding.Manual, Edits: []rule.Edit{{Range: r, Text: to}}}
		}
		p.Report(rule.Problem{
			Range: s.Other, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning), Message: tell.Textf(message, b, a),
			Related: []rule.Related{tell.Related(s.First, other)}, Fixes: []rule.Fix{fix(s.Other, a), fix(s.First, b)},
		})
	}
}
