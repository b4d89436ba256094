// Package tally adds up votes, games and medals.
package tally

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports votes, games and medals whose classes don't make the whole.
var Rule = rule.New(page, finding.Totals, run, "TOT-06")

var (
	message = finding.Text{
		ZH: "各类相加是%s，与“%s”不符。",
		EN: "The classes add up to %s, not to “%s”.",
	}
	class = finding.Text{ZH: "“%s”", EN: "“%s”"}
	redo  = finding.Text{ZH: "按各类之和改总数", EN: "make the whole the sum of the classes"}
	mend  = finding.Text{ZH: "按总数改这一类", EN: "make this class fit the whole"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Tallies {
		t := &p.Page.Tallies[i]
		status := figure.Contradicted
		if t.Holds {
			status = figure.Consistent
		}
		p.Settle(status, append([]int{t.Total}, t.Classes...)...)
		if !t.Holds {
			report(p, t)
		}
	}
	for i := range p.Page.Games {
		game(p, &p.Page.Games[i])
	}
	for i := range p.Page.Standings {
		standing(p, &p.Page.Standings[i])
	}
	for i := range p.Page.Majorities {
		majority(p, &p.Page.Majorities[i])
	}
}

func report(p *rule.Pass, t *figure.Tally) {
	w := &p.Page.Figures[t.Total]
	var terms []string
	var related []rule.Related
	fixes := []rule.Fix{tell.Replace(p.Page, w, t.Sum, finding.Manual, redo)}
	for _, k := range t.Classes {
		f := &p.Page.Figures[k]
		words := p.Page.Words(f.Range)
		terms = append(terms, term(p, f))
		related = append(related, tell.Related(f.Range, tell.Textf(class, words)))
		if v := f.Value.Add(w.Value).Sub(t.Sum); v.Sign() >= 0 && f.Kind != quantity.Score && f.Kind != quantity.Range {
			fixes = append(fixes, tell.Replace(p.Page, f, v, finding.Manual, mend))
		}
	}
	words := p.Page.Words(w.Range)
	sum := t.Sum.String()
	if t.Text != "" {
		sum, fixes = t.Text, nil // a score has two sides
	}
	sev := finding.Warning
	if t.Sum.Cmp(w.Value) < 0 && w.Value.Sub(t.Sum).Mul(quantity.Int(4)).Cmp(w.Value) > 0 {
		sev = finding.Info // so many may have stayed away
	}
	if t.Votes && !t.Closed && t.Sum.Cmp(w.Value) < 0 {
		sev = finding.Info // or have abstained
	}
	p.Report(rule.Problem{
		Range: w.Range, Severity: sev, Confidence: tell.Confidence(sev),
		Message:  tell.Textf(message, sum, words),
		Related:  related,
		Evidence: []finding.Text{tell.Equation("%s = %s ≠ %s", strings.Join(terms, " + "), sum, words)},
		Fixes:    fixes,
	})
}

// term prints a class as a sum has it: 7-4 as 7 + 4, the parts of a game as they
// stand.
func term(p *rule.Pass, f *figure.Figure) string {
	words := p.Page.Words(f.Number)
	if f.Kind == quantity.Score || f.Kind == quantity.Range {
		words = p.Page.Words(f.Range)
	}
	return words
}
