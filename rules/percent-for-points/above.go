package percentpoints

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
)

// aboveOther checks how far a rate that is printed lies above or below that of
// others: 入住率达71.5%，比全县平均高3.4%; 高于全县平均3.4%. A rate can't be as many
// points above another as it has, so that more is meant relatively.
func aboveOther(p *rule.Pass, f *figure.Figure) {
	if f.Hedge == quantity.Over || f.Hedge == quantity.Topped || f.Value.Cmp(quantity.Int(large)) >= 0 || f.Index == 0 {
		return
	}
	g := &p.Page.Figures[f.Index-1]
	if g.Sentence != f.Sentence || g.Kind != quantity.Percent || g.Role != figure.Level || g.ListLen > 1 || !follows(p, g, f) || f.Value.Cmp(g.Value) >= 0 {
		return
	}
	if !slices.ContainsFunc(words()["rate"], func(w string) bool { return strings.HasSuffix(g.Metric, w) }) {
		return
	}
	if between := strings.TrimSpace(p.Page.Text[f.Clause.Start:f.Span().Start]); saysAbove(between) {
		report(p, f, finding.Warning, relatedRate(p, g))
	}
}

// saysAbove reports whether the words of a clause before its figure say that
// something lies above or below what they name.
func saysAbove(clause string) bool {
	for _, w := range words()["above"] {
		if rest, ok := strings.CutPrefix(clause, w); ok && rest != "" {
			return true
		}
	}
	if !slices.ContainsFunc(words()["than"], func(w string) bool { return strings.HasPrefix(clause, w) }) {
		return false
	}
	return slices.ContainsFunc(words()["lies"], func(w string) bool { return strings.HasSuffix(clause, w) })
}
