// Package fallbytimes finds decreases that are given as multiples.
package fallbytimes

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

// Rule reports 减少 and 下降 with 倍.
var Rule = &rule.Rule{
	ID:       "fall-by-times",
	NameZH:   "减少用倍",
	Category: finding.Grammar,
	Kinds:    []string{"GRA-01"},
	Doc:      page,
	Run:      run,
}

var message = finding.Text{
	ZH: "“%s”不合理：减少、下降不能用倍数，宜用百分比或“降至几分之一”。",
	EN: "“%s” can't be right: a fall isn't given as a multiple; use per cent or a fraction.",
}

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		if f.Kind != quantity.Multiple || f.Unit != "倍" || f.Sign >= 0 || f.VerbTo || f.Role != figure.Growth {
			continue
		}
		p.Report(rule.Problem{
			Range: f.Range, Severity: finding.Error, Confidence: 0.9,
			Message: tell.Textf(message, p.Page.Words(f.Range)),
		})
	}
}
