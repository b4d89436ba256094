// Package currencymismatch finds amounts that are printed in the wrong currency.
package currencymismatch

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports amounts whose currency a sum, a share or a conversion disproves.
var Rule = rule.New(page, finding.Units, run, "UNI-02")

var (
	messages = [...]finding.Text{
		figure.BySum: {
			ZH: "“%s”与同句各数的币种不同，不论币种却恰好加得上，像是币种写错。",
			EN: "“%s” is in another currency than the figures it adds up with: the currency looks wrong.",
		},
		figure.ByShare: {
			ZH: "“%s”与总数的币种不同，所占比重却正是两个数之比，像是币种写错。",
			EN: "“%s” is in another currency than its total, and the share is that of the bare numbers: the currency looks wrong.",
		},
		figure.ByConversion: {
			ZH: "“%s”折算后币种没有变，数却变了，像是前一个漏了币种。",
			EN: "“%s” is converted into its own currency and comes out as another number: the currency looks lost.",
		},
	}
	beside = finding.Text{ZH: "“%s”", EN: "“%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.MoneySlips {
		m := &p.Page.MoneySlips[i]
		f := &p.Page.Figures[m.Figure]
		pr := rule.Problem{
			Range: f.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
			Message: tell.Textf(messages[m.Why], p.Page.Words(f.Range)),
		}
		p.Contradict(f.Index)
		for _, k := range m.With {
			g := &p.Page.Figures[k]
			p.Contradict(k)
			pr.Related = append(pr.Related, tell.Related(g.Range, tell.Textf(beside, p.Page.Words(g.Range))))
			if m.Unit != "" && g.Unit == m.Unit && len(pr.Fixes) == 0 {
				words := p.Page.Words(f.Number) + p.Page.Words(g.UnitRange)
				pr.Fixes = append(pr.Fixes, tell.UseWords(f, words, finding.Manual))
			}
		}
		p.Report(pr)
	}
}
