package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

// settleRanks reads what each rank is a rank of, and where: the metric is what
// stands before the scope's word, the scope that word itself, so that a place
// farther off is whose rank it is (河南省快递业务量居第七位).
func (p *Page) settleRanks() {
	for n := range p.Sentences {
		s := &p.Sentences[n]
		for k := s.FirstFig; k < s.AfterFig; k++ {
			f := &p.Figures[k]
			if f.Role != RankRole || f.Kind != quantity.Rank {
				continue
			}
			if p.Doc.Lang == "en" {
				p.englishRank(s, f)
				continue
			}
			p.chineseRank(s, f)
		}
	}
}

func (p *Page) chineseRank(s *Sentence, f *Figure) {
	i, place := p.lastPlace(s, f)
	if i >= 0 {
		f.Scope = place
	} else if f.Scope != "" {
		f.Scope = p.scopeAhead(s, f)
	}
	if f.Of >= 0 || f.MetricOrigin != Printed || f.List > 0 {
		if f.MetricOrigin == Printed && f.Of < 0 {
			f.Metric = rankOwn(f.Metric)
		}
		return
	}
	end := f.Span().Start
	if i >= 0 {
		end = int(p.Tokens[i].Start)
	}
	from := f.MetricRange.Start
	if end < from {
		return
	}
	ph := p.phraseOf(from, end, p.tokenFrom(from))
	key := rankOwn(ph.key)
	f.Region = ph.place
	if f.Region == "" {
		f.RegionOrigin = Unknown
	}
	switch key {
	case "":
		p.rankOfBefore(s, f, "")
	case "增速", "增幅", "涨幅", "总量", "规模", "总值":
		p.rankOfBefore(s, f, key)
	default:
		f.Metric = key
	}
}

// lastPlace returns the token of the scope that stands right before a rank,
// with no more between than words that introduce ranks or say of what sort the
// ranked are (全国城市第五); -1 for none.
func (p *Page) lastPlace(s *Sentence, f *Figure) (int, string) {
	for i := f.Token - 1; i >= s.FirstTok; i-- {
		t := p.Tokens[i]
		if t.Kind == Punct && t.Ref != '、' || t.Kind == Quantity {
			return -1, ""
		}
		place := placeOf(t)
		if place == "" {
			continue
		}
		between := p.phraseOf(int(t.End), f.Span().Start, i+1).key
		if rest := rankOwn(between); rest == "" || rankedSort(rest) {
			return i, place
		}
		return -1, ""
	}
	return -1, ""
}

// rankedSort reports whether a word says of what sort the ranked are.
func rankedSort(key string) bool {
	switch key {
	case "城市", "省份", "各省", "各市", "各省份", "各省市", "地级市", "同类城市", "同类", "副省级城市", "省会城市", "各省区市", "各地市":
		return true
	}
	return false
}

// scopeAhead returns the scope that a clause of its own sets before a rank's
// (在中部，…居第七位); empty for none.
func (p *Page) scopeAhead(s *Sentence, f *Figure) string {
	cs := p.clauseStart(s, f.Token)
	if cs <= s.FirstTok {
		return ""
	}
	for i := p.clauseStart(s, cs-1); i < cs-1; i++ {
		if t := p.Tokens[i]; placeOf(t) != "" {
			before := strings.TrimSpace(p.Text[p.offsetBefore(s, p.clauseStart(s, cs-1)):t.Start])
			if before == "在" && p.phraseOf(int(t.End), int(p.Tokens[cs-1].Start), i+1).key == "" {
				return placeOf(t)
			}
			return ""
		}
		if t := p.Tokens[i]; t.Kind == Quantity {
			return ""
		}
	}
	return ""
}

// rankOfBefore makes a rank whose own words only point back that of the figure
// before it in the sentence: of its level, or of its growth.
func (p *Page) rankOfBefore(s *Sentence, f *Figure, head string) {
	for k := f.Index - 1; k >= s.FirstFig; k-- {
		g := &p.Figures[k]
		if p.cutBetween(g.Token, f.Token) {
			break
		}
		if g.Role == RankRole {
			continue
		}
		if g.Metric == "" || g.ListLen > 1 {
			break
		}
		f.Metric, f.MetricOrigin = g.Metric, min(g.MetricOrigin, Inherited)
		f.Noun, f.NounRange = g.Noun, g.NounRange
		f.Region, f.RegionOrigin = g.Region, min(g.RegionOrigin, Inherited)
		if head != "" && head != "总量" && head != "规模" && head != "总值" {
			f.Metric += head
		} else if g.Role == Level || g.Role == Total {
			f.Of = k
		}
		return
	}
	f.Metric, f.MetricOrigin = head, Guessed
}

// englishRank reads the scope and the metric behind a rank ("third nationwide
// in vegetable exports"), or the metric before it.
func (p *Page) englishRank(s *Sentence, f *Figure) {
	end := p.offsetOf(s, p.clauseEnd(s, f.Token))
	for i := f.Token + 1; i < s.AfterTok && int(p.Tokens[i].Start) < end; i++ {
		t := p.Tokens[i]
		if t.Kind == Quantity {
			end = int(t.Start)
			break
		}
		if t.Kind != Word {
			continue
		}
		if sc, ok := lexicon.Has(t.Ref, lexicon.ClassScope); ok {
			f.Scope = sc.Code
			break
		}
	}
	own := strings.TrimSpace(dropWords(f.Metric, "province", "city", "county", "ranked", "ranks", "ranking", "ranked the", "was", "placed", "came"))
	behind := p.Text[f.Range.End:end]
	if at := strings.Index(behind, " in "); own == "" && at >= 0 {
		from := f.Range.End + at + len(" in ")
		if sc := p.tokenFrom(from); at < 20 || sc < s.AfterTok {
			ph := p.phraseOf(from, end, p.tokenFrom(from))
			own = strings.TrimSuffix(ph.key, " and")
		}
	}
	if own != "" && f.Of < 0 {
		f.Metric = own
	}
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
