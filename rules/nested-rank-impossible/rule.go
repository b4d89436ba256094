// Package nestedrank finds ranks that cannot both hold because one scope lies within the other.
package nestedrank

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports a rank within a part that is worse than the rank in the whole.
var Rule = rule.New(page, finding.Ranks, run, "RNK-02")

var (
	message = finding.Text{
		ZH: "%s含在%s之内，%s“%s”、%s“%s”不能同时成立。",
		EN: "%s lies within %s: “%[4]s” in the one and “%[6]s” in the other can't both hold.",
	}
	other = finding.Text{ZH: "“%s”", EN: "“%s”"}
)

func run(p *rule.Pass) {
	figs := p.Page.Figures
	for i := range figs {
		a := &figs[i]
		if a.Role != figure.RankRole || a.Scope == "" {
			continue
		}
		for j := i + 1; j < len(figs) && j <= i+3; j++ {
			b := &figs[j]
			if b.Role != figure.RankRole || b.Scope == "" || !oneThing(a, b) {
				continue
			}
			compare(p, a, b)
		}
	}
}

// oneThing reports whether two ranks are of one thing: of one level in one
// sentence, or of one metric by name, place and period in the next.
func oneThing(a, b *figure.Figure) bool {
	if a.Metric != b.Metric || a.Metric == "" || a.Modality != b.Modality {
		return false
	}
	if a.Sentence == b.Sentence {
		return a.Of == b.Of
	}
	return b.Sentence == a.Sentence+1 && b.Block == a.Block && a.Region == b.Region && a.Period.Equal(b.Period)
}

// compare reports two ranks of one thing, the narrower scope's the worse.
func compare(p *rule.Pass, a, b *figure.Figure) {
	inner, outer := a, b
	switch {
	case figure.ScopeWithin(a.Scope, b.Scope, p.Ledger):
	case figure.ScopeWithin(b.Scope, a.Scope, p.Ledger):
		inner, outer = b, a
	default:
		return
	}
	if inner.Value.Cmp(outer.Value) <= 0 {
		return
	}
	wi, wo := p.Page.Words(inner.Range), p.Page.Words(outer.Range)
	p.Contradict(a.Index)
	p.Contradict(b.Index)
	in, out := tell.Place(p, inner.Scope), tell.Place(p, outer.Scope)
	p.Report(rule.Problem{
		Range: inner.Range, Severity: finding.Error, Confidence: tell.Confidence(finding.Error),
		Message: tell.Textf(message, in, out, in, wi, out, wo),
		Related: []rule.Related{tell.Related(outer.Range, tell.Textf(other, wo))},
	})
}
