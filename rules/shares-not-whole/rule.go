// Package sharesnotwhole adds shares of one whole up.
package sharesnotwhole

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports closed lists of shares that don't make a hundred per cent.
var Rule = rule.New(page, finding.Shares, run, "SHR-02")

var (
	message = finding.Text{
		ZH: "各项占比相加是%s%%，不是100%%。",
		EN: "The shares add up to %s%%, not to 100%%.",
	}
	one = finding.Text{ZH: "“%s”", EN: "“%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Wholes {
		w := &p.Page.Wholes[i]
		status := figure.Contradicted
		if w.Holds {
			status = figure.Consistent
		}
		for _, k := range w.Shares {
			p.Mark(k, status)
		}
		if !w.Holds {
			report(p, w)
		}
	}
}

func report(p *rule.Pass, w *figure.WholeShares) {
	var terms []string
	var related []rule.Related
	places := 0
	last := w.Shares[len(w.Shares)-1]
	for _, k := range w.Shares {
		f := &p.Page.Figures[k]
		places = max(places, f.Decimals)
		terms = append(terms, p.Page.Words(f.Number))
		if k != last {
			related = append(related, tell.Related(f.Range, tell.Textf(one, p.Page.Words(f.Range))))
		}
	}
	sum := tell.MiddleNum(w.Sum, places).String()
	p.Report(rule.Problem{
		Range: p.Page.Figures[last].Range, Severity: finding.Warning, Confidence: 0.75,
		Message: tell.Textf(message, sum), Related: related,
		Evidence: []finding.Text{tell.Equation("%s = %s%%", strings.Join(terms, " + "), sum)},
	})
}
