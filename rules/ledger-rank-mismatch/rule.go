// Package ledgerrank finds places in a ranking that differ from the ledger's.
package ledgerrank

import (
	_ "embed"
	"fmt"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/led"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports ranks that the ledger contradicts.
var Rule = rule.New(page, finding.Ledger, run, "LED-03")

var (
	change  = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
	message = finding.Text{
		ZH: "位次“%s”与台账不符：%s在%s居%s。",
		EN: "The rank “%s” differs from the ledger: %s is %[4]s in %[3]s.",
	}
)

func run(p *rule.Pass) {
	led.Each(p, func(f *figure.Figure, e *figure.Entry) {
		if e.Rank != nil {
			report(p, f, e)
		}
	}, figure.Differs)
}

func report(p *rule.Pass, f *figure.Figure, e *figure.Entry) {
	severity := led.Severity(finding.Error, e.Inferred)
	at := source.Range{Start: f.Range.Start, End: f.Number.End} // 第三 of 第三位
	words, fact := p.Page.Words(at), led.Fact(e.Row)
	n := e.Rank.Place
	place := finding.Text{ZH: fmt.Sprintf("第%d", n), EN: tell.Ordinal(n)}
	fixes := fixes(p, f, at, n)
	if len(fixes) == 1 { // as the copy would print it
		if place.ZH = fixes[0].Edits[0].Text; p.Doc.Lang == "en" {
			place.EN = place.ZH
		}
	}
	p.Contradict(f.Index)
	ref := led.Ref(e.Row, fmt.Sprintf("%s第%d", e.Rank.Scope.Name, n))
	ref.English = e.Row.CiteEnglish(tell.Ordinal(n) + " in " + e.Rank.Scope.Words().EN)
	p.Report(rule.Problem{
		Range: at, Severity: severity, Confidence: tell.Confidence(severity),
		Message: tell.Textf(message, words, fact, e.Rank.Scope.Words(), place),
		Ledger:  []finding.LedgerRef{ref},
		Fixes:   fixes,
	})
}

// fixes proposes the ledger's place in the style of the copy: 第三, 第3, 3rd.
func fixes(p *rule.Pass, f *figure.Figure, at source.Range, place int) []rule.Fix {
	old := p.Page.Words(at)
	text := ""
	switch last := old[len(old)-1]; {
	case '0' <= old[0] && old[0] <= '9' && 'a' <= last && last <= 'z':
		text = tell.Ordinal(place)
	case old[0] >= 0x80 && old != "首位" && old != "榜首":
		like := f.Quantity
		like.Range = at
		text = quantity.Render(p.Page.Text, &like, quantity.Int(int64(place)))
	}
	if text == "" || text == old {
		return nil
	}
	return []rule.Fix{{Title: tell.Textf(change, text), Grade: finding.Suggest, Edits: []rule.Edit{{Range: at, Text: text}}}}
}
