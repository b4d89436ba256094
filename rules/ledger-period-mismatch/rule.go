// Package ledgerperiod finds the ledger's figures under the name of another
// period.
package ledgerperiod

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/led"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports figures that are right for another period than the copy's.
var Rule = rule.New(page, finding.Ledger, run, "LED-05")

var (
	message = finding.Text{
		ZH: "“%s”在台账里是%s的数，不是%s的数%s。",
		EN: "In the ledger “%s” is the figure of %s, not of %s%s.",
	}
	own   = finding.Text{ZH: "；这一时段台账作“%s”", EN: "; for that it has “%s”"}
	there = finding.Text{ZH: "稿中的时段", EN: "the period in the copy"}
)

func run(p *rule.Pass) {
	led.Each(p, func(f *figure.Figure, e *figure.Entry) { report(p, f, e) }, figure.OtherPeriod)
}

func report(p *rule.Pass, f *figure.Figure, e *figure.Entry) {
	severity := led.Severity(finding.Error, e.Inferred)
	words := tell.Words(p.Page, f)
	refs := []finding.LedgerRef{led.Ref(e.Other, words)}
	var end finding.Text
	var fixes []rule.Fix
	if e.Row != nil {
		have := led.Words(e.Row, e.Amount)
		refs = append(refs, led.Ref(e.Row, have))
		fixes = led.Fix(p, f, e.Row, e.Amount, e.Slip)
		end = tell.Textf(own, led.Said(have, fixes))
	}
	var related []rule.Related
	if f.PeriodDate >= 0 {
		related = append(related, tell.Related(p.Page.Dates[f.PeriodDate].Range(), there))
	}
	other, printed := led.Period(e.Other.Period), led.Period(f.Period)
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: severity, Confidence: tell.Confidence(severity),
		Message: tell.Textf(message, words, other, printed, end),
		Related: related, Ledger: refs, Fixes: fixes,
	})
}
