// Package clippedname finds strings that are one character off a name.
package clippedname

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports names with a character lost or doubled.
var Rule = rule.New(page, finding.Terms, run, "ENT-02")

var (
	lost = finding.Text{
		ZH: "“%s”比“%s”少一个“%s”字，像是漏字。",
		EN: "“%s” is “%s” with “%s” missing.",
	}
	seam = finding.Text{
		ZH: "“%s”应为“%s”：前面紧挨着一个“%[3]s”字，像是漏了一个。",
		EN: "“%s” should be “%s”: beside the “%[3]s” before it, one “%[3]s” was lost.",
	}
	doubled = finding.Text{
		ZH: "“%s”比“%s”多一个“%s”字，像是重字。",
		EN: "“%s” is “%s” with “%s” doubled.",
	}
	use = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.NearNames {
		n := &p.Page.NearNames[i]
		p.Report(rule.Problem{
			Range: n.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
			Message: message(p, n), Ledger: refs(n),
			Fixes: []rule.Fix{{Title: tell.Textf(use, n.Name), Grade: finding.Suggest,
				Edits: []rule.Edit{{Range: n.Range, Text: n.Name}}}},
		})
	}
}

func message(p *rule.Pass, n *figure.NearName) finding.Text {
	words := p.Page.Words(n.Range)
	switch {
	case n.Doubled != "":
		return tell.Textf(doubled, words, n.Name, n.Doubled)
	case n.Seam:
		return tell.Textf(seam, words, n.Name, n.Lost)
	}
	return tell.Textf(lost, words, n.Name, n.Lost)
}

// refs names the place of the ledger that has the name; a built-in one has none.
func refs(n *figure.NearName) []finding.LedgerRef {
	if n.Known == nil || n.Known.Pos().Line == 0 {
		return nil
	}
	return []finding.LedgerRef{{File: n.Known.Pos().File, Line: n.Known.Pos().Line, Figure: n.Name}}
}
