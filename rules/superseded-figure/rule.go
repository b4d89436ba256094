// Package superseded finds figures that a newer version has replaced.
package superseded

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

// Rule reports figures that the ledger has replaced.
var Rule = rule.New(page, finding.Ledger, run, "LED-04")

var (
	message = finding.Text{
		ZH: "“%s”是旧数%s：%s在台账里现为“%s”。",
		EN: "“%s” is out of date%s: for %s the ledger now has “%s”.",
	}
	asOf = finding.Text{ZH: "（%s）", EN: " (%s)"}
)

func run(p *rule.Pass) {
	led.Each(p, func(f *figure.Figure, e *figure.Entry) { report(p, f, e) }, figure.Superseded)
}

func report(p *rule.Pass, f *figure.Figure, e *figure.Entry) {
	severity := led.Severity(finding.Warning, e.Inferred)
	var of finding.Text
	if !e.Version.AsOf.IsZero() {
		of = tell.Textf(asOf, led.Day(e.Version.AsOf))
	}
	fact := led.Fact(e.Row)
	words, have := tell.Words(p.Page, f), led.Words(e.Row, e.Amount)
	fixes := led.Fix(p, f, e.Row, e.Amount, figure.NoSlip)
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: severity, Confidence: tell.Confidence(severity),
		Message: tell.Textf(message, words, of, fact, led.Said(have, fixes)),
		Ledger:  []finding.LedgerRef{led.Ref(e.Row, have)},
		Fixes:   fixes,
	})
}
