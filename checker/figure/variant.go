package figure

import (
	"unicode/utf8"

	"github.com/hegao/hegao/checker/quantity"
)

// Variant is a pair of levels that state one fact under two names: what stands
// with both is the same, value, growth and ranks.
type Variant struct {
	A, B       int // figures, A before B
	Companions int // figures that agree, the levels among them
}

// minCompanions is how many figures must agree for two names to be one.
const minCompanions = 3

// findVariants finds facts that the copy calls by two names.
func (p *Page) findVariants() {
	type anchor struct {
		unit, value string
	}
	gs := p.groups()
	index := map[anchor][]int{}
	for n := range gs {
		f := &p.Figures[gs[n].level]
		if f.Metric == "" || f.MetricOrigin != Printed || f.Digits < 3 || f.ListLen > 1 {
			continue
		}
		k := anchor{f.Unit, f.Value.String()}
		list := index[k]
		for j := max(0, len(list)-window); j < len(list); j++ {
			m := list[j]
			if c := p.agreeing(&gs[m], &gs[n]); c >= minCompanions {
				p.Variants = append(p.Variants, Variant{gs[m].level, gs[n].level, c})
			}
		}
		index[k] = append(list, n)
	}
}

// agreeing counts the figures that stand alike with two levels of unlike names;
// 0 where one differs or the names can't be of one thing.
func (p *Page) agreeing(a, b *group) int {
	x, y := &p.Figures[a.level], &p.Figures[b.level]
	if x.Sentence == y.Sentence || x.Metric == y.Metric || regionsDiffer(x, y) || x.Modality != y.Modality ||
		Compare(x.Metric, y.Metric) != Unlike || contrasted(x.Metric, y.Metric) || !akin(x.Metric, y.Metric) {
		return 0
	}
	n := 1
	for _, i := range a.attrs {
		for _, j := range b.attrs {
			f, g := &p.Figures[i], &p.Figures[j]
			if f.Role != g.Role || f.Kind != g.Kind || f.Scope != g.Scope {
				continue
			}
			if f.Value.Cmp(g.Value) != 0 {
				return 0
			}
			if f.Digits >= 2 || f.Kind == quantity.Rank {
				n++
			}
			break
		}
	}
	return n
}

// akin reports whether most characters of the shorter of two names stand in the
// longer, in any order.
func akin(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	shared, all := 0, 0
	for _, r := range a {
		all++
		for _, q := range b {
			if r == q {
				shared++
				break
			}
		}
	}
	return all > 0 && utf8.ValidString(a) && 3*shared >= 2*all
}
