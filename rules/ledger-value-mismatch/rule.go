// Package ledgervalue finds figures that differ from the ledger's for the same
// fact.
package ledgervalue

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/led"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports levels, growth and contributions that the ledger contradicts.
var Rule = rule.New(page, finding.Ledger, run, "LED-01", "LED-02", "LED-06", "LED-09")

var (
	message = finding.Text{
		ZH: "“%s”与台账不符：%s在台账里是“%s”%s。",
		EN: "“%s” differs from the ledger: for %s it has “%s”%s.",
	}
	cut = finding.Text{ZH: "，像是截去了尾数而没有四舍五入", EN: "; the digits look cut off rather than rounded"}
)

func run(p *rule.Pass) {
	led.Each(p, func(f *figure.Figure, e *figure.Entry) {
		if e.Rank == nil {
			report(p, f, e)
		}
	}, figure.Differs)
}

func report(p *rule.Pass, f *figure.Figure, e *figure.Entry) {
	severity := led.Severity(finding.Error, e.Inferred)
	if f.Hedge != quantity.None && e.Amount.Quantity.Hedge != quantity.None {
		severity = min(severity, finding.Warning) // two approximations of one number
	}
	why := tell.Slip(e.Slip)
	if e.Cut {
		severity, why = finding.Info, cut
	}
	fact := led.Fact(e.Row)
	words, have := tell.Words(p.Page, f), led.Words(e.Row, e.Amount)
	fixes := led.Fix(p, f, e.Row, e.Amount, e.Slip)
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: severity, Confidence: tell.Confidence(severity),
		Message: tell.Textf(message, words, fact, led.Said(have, fixes), why),
		Ledger:  []finding.LedgerRef{led.Ref(e.Row, have)},
		Fixes:   fixes,
	})
}
