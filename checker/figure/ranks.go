package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

// rankBehind reads the scope and the metric behind a rank ("third nationwide
// in vegetable exports"), or the metric before it.
func (p *Page) rankBehind(s *Sentence, f *Figure) {
	end := p.offsetOf(s, p.clauseEnd(s, f.Token))
	scope := ""
	for i := f.Token + 1; i < s.AfterTok && int(p.Tokens[i].Start) < end; i++ {
		t := p.Tokens[i]
		if t.Kind == Quantity {
			end = int(t.Start)
			break
		}
		if t.Kind != Word || scope != "" {
			continue
		}
		if sc, ok := lexicon.Has(t.Ref, lexicon.ClassScope); ok {
			scope, f.Scope = sc.Code, sc.Code
		}
	}
	own := strings.TrimSpace(dropWords(f.Metric, "province", "city", "county", "ranked", "ranks", "ranking", "ranked the", "was", "placed", "came"))
	behind := p.Text[f.Range.End:end]
	if at := strings.Index(behind, " in "); own == "" && at >= 0 {
		from := f.Range.End + at + len(" in ")
		own = strings.TrimSuffix(p.phraseOf(from, end, p.tokenFrom(from)).key, " and")
	}
	if own != "" && f.Of < 0 {
		f.Metric = own
	}
}

// secondRank reads the ordinal of "ranked third nationwide and fourth in central
// China" as a rank of what the one before it ranks: a scope stands behind it.
func (p *Page) secondRank(s *Sentence, k int) bool {
	f := &p.Figures[k]
	if f.Kind != quantity.Ordinal || k == s.FirstFig || p.Figures[k-1].Kind != quantity.Rank || p.Figures[k-1].Role != RankRole {
		return false
	}
	g := &p.Figures[k-1]
	i := f.Token + 1
	if !strings.HasSuffix(strings.TrimSpace(p.Text[g.Range.End:f.Span().Start]), "and") || i >= s.AfterTok || p.Tokens[i].Kind != Word {
		return false
	}
	sc, ok := lexicon.Has(p.Tokens[i].Ref, lexicon.ClassScope)
	if !ok || strings.TrimSpace(p.Text[f.Range.End:p.Tokens[i].Start]) != "" {
		return false
	}
	f.Kind, f.Role, f.Scope = quantity.Rank, RankRole, sc.Code
	f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, min(g.MetricOrigin, Inherited)
	f.Region, f.RegionOrigin, f.Of = g.Region, min(g.RegionOrigin, Inherited), g.Of
	f.Noun = ""
	return true
}

// dropWords leaves words out of a phrase whose words spaces part.
func dropWords(key string, words ...string) string {
	fields := strings.Fields(key)
	n := 0
	for _, w := range fields {
		drop := false
		for _, d := range words {
			drop = drop || w == d
		}
		if !drop {
			fields[n] = w
			n++
		}
	}
	return strings.Join(fields[:n], " ")
}
