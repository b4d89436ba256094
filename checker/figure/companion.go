package figure

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// group is a level with the figures that are attached to it: growth, ranks.
type group struct {
	level int
	attrs []int
}

// groups returns the levels that have figures attached, in order.
func (p *Page) groups() []group {
	var out []group
	at := map[int]int{}
	for i := range p.Figures {
		f := &p.Figures[i]
		if f.Of < 0 {
			continue
		}
		g, ok := at[f.Of]
		if !ok {
			g = len(out)
			at[f.Of] = g
			out = append(out, group{level: f.Of})
		}
		out[g].attrs = append(out[g].attrs, i)
	}
	return out
}

// companions finds pairs of groups that agree in all figures but one: most
// surely one fact, even under two names.
func (p *Page) companions() {
	gs := p.groups()
	type anchor struct {
		kind  quantity.Kind
		unit  string
		value string
	}
	index := map[anchor][]int{}
	for n, g := range gs {
		var seen [window]int
		tried := seen[:0]
		members := append([]int{g.level}, g.attrs...)
		for _, i := range members {
			f := &p.Figures[i]
			if f.Digits < 2 && f.Kind != quantity.Rank {
				continue
			}
			k := anchor{f.Kind, f.Unit, f.Value.String()}
			list := index[k]
			for j := max(0, len(list)-window/2); j < len(list); j++ {
				if m := list[j]; !slices.Contains(tried, m) && len(tried) < cap(tried) {
					tried = append(tried, m)
					p.compareGroups(&gs[m], &gs[n])
				}
			}
			index[k] = append(list, n)
		}
	}
}

func (p *Page) compareGroups(a, b *group) {
	x, y := &p.Figures[a.level], &p.Figures[b.level]
	if x.Sentence == y.Sentence || x.Kind != y.Kind || regionsDiffer(x, y) || bodiesDiffer(x, y) || p.placesApart(x, y) || x.Modality != y.Modality {
		return
	}
	if contrasted(x.Metric, y.Metric) || p.periodsConflict(x, y) {
		return
	}
	agree, differ := 0, [][2]int(nil)
	count := func(i, j int) {
		f, g := &p.Figures[i], &p.Figures[j]
		if f.Unit == g.Unit && f.Value.Cmp(g.Value) == 0 {
			agree++
			if f.Digits >= 4 {
				agree++
			}
			if f.Digits >= 5 {
				agree++
			}
		} else if !Agree(f, g) {
			differ = append(differ, [2]int{i, j})
		}
	}
	count(a.level, b.level)
	for _, i := range a.attrs {
		for _, j := range b.attrs {
			f, g := &p.Figures[i], &p.Figures[j]
			if f.Role == Share && wholeOf(f) != wholeOf(g) {
				continue
			}
			if f.Role == g.Role && f.Kind == g.Kind && f.Scope == g.Scope && (f.Basis == g.Basis || f.Basis == "" || g.Basis == "") {
				count(i, j)
				break
			}
		}
	}
	if len(differ) != 1 {
		return
	}
	i, j := differ[0][0], differ[0][1]
	f, g := &p.Figures[i], &p.Figures[j]
	w := agree
	if slip := SlipBetween(&f.Quantity, &g.Quantity); slip != NoSlip && f.Kind != quantity.Rank {
		w += min(slipWeight(f, g, slip), 2)
	}
	if p.sharedWords(x, y) >= 3 {
		w++
	}
	if Compare(x.Metric, y.Metric) >= Narrower && x.repeatable() && y.repeatable() {
		// Named alike and of one span: one figure more that agrees will do.
		if w++; p.periodsCompare(x, y) == period.Agree {
			w++
			agree++
		}
	}
	if agree < 2 || w < Probably || p.toldApart(x, y) {
		return
	}
	m := Match{A: int32(i), B: int32(j), Verdict: Same, Metric: Narrower, Slip: SlipBetween(&f.Quantity, &g.Quantity)}
	p.supersede(Repeat{Match: m, Via: ByCompanion, Companions: small(agree), Weight: small(w)})
}

// wholeOf returns the key of what a share is of.
func wholeOf(f *Figure) string {
	_, whole, _ := strings.Cut(f.Metric, "/")
	return whole
}

// skipOpening returns the first token, and the offset, behind what only opens
// a sentence: 目前, 据介绍, a date, a comma.
func (p *Page) skipOpening(s *Sentence) (tok, at int) {
	at = s.Range.Start
	for tok = s.FirstTok; tok < s.AfterTok; tok++ {
		t := p.Tokens[tok]
		if int(t.Start) > at && !onlySpace(p.Text[at:t.Start]) || t.Kind == Quantity || t.Kind == Latin || t.Kind == Mask {
			break
		}
		if t.Kind == Word {
			if _, ok := lexicon.Has(t.Ref, lexicon.ClassTime); !ok {
				if _, ok := lexicon.Has(t.Ref, lexicon.ClassStop); !ok {
					break
				}
			}
		}
		at = int(t.End)
	}
	return tok, at
}

// masked returns a sentence with figures replaced by a sign of their kind. It is
// valid until the next is asked for.
func (p *Page) masked(s *Sentence) []byte {
	start := len(p.arena)
	first, at := p.skipOpening(s)
	for i := first; i < s.AfterTok; i++ {
		t := p.Tokens[i]
		if t.Kind == Quantity {
			p.keep(at, int(t.Start))
			p.arena = append(p.arena, 0, byte(p.Figures[t.Ref].Kind))
			at = int(t.End)
		}
	}
	p.keep(at, s.Range.End)
	key := p.arena[start:]
	p.arena = p.arena[:start]
	return key
}
