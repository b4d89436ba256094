package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// assignRole decides what the figure does from its kind and the run.
func (p *Page) assignRole(s *Sentence, f *Figure, r *run, ph *phrase) {
	switch f.Kind {
	case quantity.Rank:
		f.Role = RankRole
		p.rankScope(s, f)
	case quantity.Edition:
		f.Role = EditionRole
	case quantity.Ordinal, quantity.Score, quantity.Age:
		f.Role = Other
	case quantity.Percent, quantity.Permille, quantity.Range:
		f.Role = percentRole(f, r, ph)
	case quantity.Fraction:
		f.Role = Level
		if r.share || ph.share {
			f.Role = Share
		}
	case quantity.Multiple:
		f.Role = Other
		if r.verb == "by" {
			f.Role = Growth
		}
	case quantity.Point:
		switch {
		case r.verb == "contrib" || ph.verb == "contrib":
			f.Role = Contribution
		case r.verb == "gap" || ph.verb == "gap":
			f.Role = Gap
		default:
			f.Role = Change
		}
	case quantity.Number:
		f.Role = Other
		if r.verb == "" && (f.Decimals > 0 || f.Digits >= 3) {
			f.Role = Level
		}
	default:
		f.Role = Level
		if r.verb == "by" && r.sign != 0 {
			f.Role = Change
		}
		if r.total || ph.total {
			f.Role = Total
		}
	}
}

func percentRole(f *Figure, r *run, ph *phrase) Role {
	if f.Kind == quantity.Range && f.PartKind != quantity.Percent {
		return Level
	}
	switch {
	case r.verb == "contrib":
		return Contribution
	case r.verb == "gap":
		return Gap
	case r.verb == "by" && !r.share, r.verb == "pace" && r.sign != 0 && !rateHead(ph.key):
		return Growth // 亏损收窄29%
	case r.verb == "to":
		return Level
	case r.share || ph.share:
		return Share
	}
	return Level
}

// rankScope finds the scope of a rank: the scope word or place before it.
func (p *Page) rankScope(s *Sentence, f *Figure) {
	marks := 0
	for i := f.Token - 1; i >= s.FirstTok; i-- {
		t := p.Tokens[i]
		if t.Kind == Quantity {
			return
		}
		if t.Kind == Punct && t.Ref != '、' {
			// 在中部，…居第七: one clause back, if it does nothing but set the scope.
			if marks++; marks > 1 || t.Ref != '，' {
				return
			}
			continue
		}
		if t.Kind != Word {
			continue
		}
		if sc, ok := lexicon.Has(t.Ref, lexicon.ClassScope); ok {
			f.Scope = sc.Code
			return
		}
		// A place is the scope only right before the rank: 居湖北第二.
		if sc, ok := lexicon.Has(t.Ref, lexicon.ClassRegion); ok && marks == 0 && f.Range.Start-int(t.End) <= 12 {
			f.Scope = sc.Code
			return
		}
	}
}

// shareSubject returns the key of the words before 占 in a share's clause.
func (p *Page) shareSubject(s *Sentence, f *Figure, ph *phrase) string {
	t := p.Tokens[ph.shareAt]
	first := ph.shareAt
	for first > s.FirstTok && int(p.Tokens[first-1].Start) >= ph.at.Start {
		first--
	}
	sub := p.phraseOf(ph.at.Start, int(t.Start), first)
	return sub.key
}

// rankVerbIn returns where the words begin that lead from what is ranked to
// among whom, in front of a place: 居 of 居全国机场第12位; -1 for none.
func (p *Page) rankVerbIn(r source.Range) int {
	for i := p.tokenFrom(r.Start); i < len(p.Tokens) && int(p.Tokens[i].End) <= r.End; i++ {
		t := p.Tokens[i]
		if t.Kind != Word || !lexicon.Is(t.Ref, lexicon.ClassScope) && !lexicon.Is(t.Ref, lexicon.ClassRegion) {
			continue
		}
		if n := wordBefore(p.Text[r.Start:t.Start], rankVerb); n > 0 {
			return int(t.Start) - n
		}
	}
	return -1
}

// rankOwn drops the words that only introduce a rank: 居, 位列, 排名.
func rankOwn(key string) string {
	for again := true; again; {
		again = false
		for _, w := range rankWords {
			if n := len(key) - len(w); n >= 0 && key[n:] == w {
				key, again = key[:n], true
			}
		}
	}
	return key
}

var rankWords = [...]string{"位居", "位列", "居", "列", "排名", "名列", "排", "稳居", "升至", "跃居", "位次", "连续", "蝉联", "均居", "排在", "增量", "并列", "保持", "继续", "跻身", "首位", "位", "同类城市", "城市", "地级市", "省份", "各省", "国家"}

// ScopeWithin reports whether the scope of a rank lies within another, by the
// lexicon's scopes or the ledger's places.
func ScopeWithin(inner, outer string, led *ledger.Ledger) bool {
	if inner == outer {
		return false
	}
	if w := lexicon.Exact(inner); w >= 0 {
		if s, ok := lexicon.Has(w, lexicon.ClassScope); ok {
			for wider := range strings.SplitSeq(s.Alt, ",") {
				if wider == outer {
					return true
				}
			}
		}
	}
	a, b := led.Entity(inner), led.Entity(outer)
	return a != nil && b != nil && a.IsWithin(b)
}

// regionIn returns the last place that a phrase names beside the scope.
func (p *Page) regionIn(s *Sentence, at source.Range, scope string) (last string) {
	for i := s.FirstTok; i < s.AfterTok && int(p.Tokens[i].End) <= at.End; i++ {
		if t := p.Tokens[i]; t.Kind == Word && int(t.Start) >= at.Start {
			if r, ok := lexicon.Has(t.Ref, lexicon.ClassRegion); ok && r.Code != scope {
				last = r.Code
			}
		}
	}
	return last
}

// rateHead reports whether a phrase names a rate by its last word, so that a
// percentage behind it is a level of its own: 失业率为5.1%.
func rateHead(key string) bool {
	for _, w := range [...]string{"率", "比", "比例", "比重", "指数", "占比", "度", "增速", "增幅", "涨幅", "降幅", "利差", "浓度", "水平", "pmi", "gdp", "cpi", "ppi", "rate", "share", "proportion", "percentage"} {
		if strings.HasSuffix(key, w) {
			return true
		}
	}
	return false
}
