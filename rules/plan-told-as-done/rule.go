// Package plantold finds plans of the ledger that copy tells as done.
package plantold

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

const id = "plan-told-as-done"

// Rule reports figures that the ledger has only as a plan.
var Rule = &rule.Rule{
	ID:       id,
	NameZH:   "计划当成完成",
	Category: finding.Ledger,
	Kinds:    []string{"LED-08"},
	Doc:      page,
	Run:      run,
}

var (
	message = finding.Text{
		ZH: "“%s”在台账里是%s（%s），稿中说成了事实。",
		EN: "“%s” is a %s in the ledger (%s); the copy states it as a fact.",
	}
	names = map[string]finding.Text{
		"plan":     {ZH: "计划数", EN: "plan"},
		"target":   {ZH: "目标数", EN: "target"},
		"forecast": {ZH: "预计数", EN: "forecast"},
	}
)

func run(p *rule.Pass) {
	led.Each(p, func(f *figure.Figure, e *figure.Entry) { report(p, f, e) }, figure.OnlyPlanned)
}

// report reports a warning where its time isn't over on the day of publication,
// and else an info: it may well have come about.
func report(p *rule.Pass, f *figure.Figure, e *figure.Entry) {
	severity := finding.Info
	if !p.Page.Published.IsZero() && !e.Row.Period.End.Before(p.Page.Published) {
		severity = finding.Warning
	}
	have := led.Words(e.Row, e.Amount)
	words, fact, name := tell.Words(p.Page, f), led.Fact(e.Row), names[e.Row.Modality]
	p.Report(rule.Problem{
		Range: f.Range, Severity: severity, Confidence: tell.Confidence(severity),
		Message: tell.Textf(message, words, name, fact),
		Ledger:  []finding.LedgerRef{led.Ref(e.Row, have)},
	})
}
