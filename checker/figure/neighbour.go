package figure

import (
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// neighbours compares what stands beside figures that are repeated: where one
// sentence says 9批357项 … 30项 and another 9批357项 … 40项, the equal ones show
// that the third is the same fact too.
func (p *Page) neighbours() {
	t := p.scratch.table(len(p.Figures))
	for i := range p.Figures {
		f := &p.Figures[i]
		if f.Kind == quantity.Range || f.Quotation || f.Digits < 2 && f.Kind != quantity.Count && f.Kind != quantity.Money {
			continue
		}
		for j, n := t.put(hashOf(hashOf(uint64(f.Kind), f.Unit), digitsOf(&f.Quantity)), int32(i)), 0; j >= 0 && n < window/4; j, n = t.next(j), n+1 {
			a := &p.Figures[t.at(j)]
			if a.Sentence != f.Sentence && a.Kind == f.Kind && a.Unit == f.Unit && a.Value.Cmp(f.Value) == 0 {
				p.beside(a, f, -1)
				p.beside(a, f, 1)
			}
		}
	}
}

// beside compares the figures that stand one step from two equal ones.
func (p *Page) beside(a, b *Figure, step int) {
	x, y := p.near(a, step), p.near(b, step)
	if x == nil || y == nil || x.Kind != y.Kind || x.Unit != y.Unit || roleClass(x.Role) != roleClass(y.Role) || same(x, y) || !y.stated() || !x.stated() {
		return
	}
	if x.Among != y.Among || regionsDiffer(x, y) || bodiesDiffer(x, y) || p.placesApart(x, y) || p.periodsCompare(x, y) == period.Conflict || contrasted(x.Metric, y.Metric) {
		return
	}
	shared := p.Shared(x, y)
	if x.Metric == y.Metric && len(x.Metric) >= 6 && x.MetricOrigin == Printed && y.MetricOrigin == Printed {
		shared += 3
	}
	if shared < 3 {
		return
	}
	w := 1 + min(shared/3, 2)
	if a.sig() >= 3 {
		w++
	}
	for _, s := range [...]int{2 * step, -step} {
		if u, v := p.near(a, s), p.near(b, s); u != nil && v != nil && u.Kind == v.Kind && u.Unit == v.Unit && same(u, v) {
			w++
		}
	}
	slip := SlipBetween(&x.Quantity, &y.Quantity)
	if slip != NoSlip {
		w++
	}
	if w < Surely || p.toldApart(x, y) {
		return
	}
	p.supersede(Repeat{Via: ByCompanion, Companions: small(w - 2), Weight: small(w),
		Match: Match{A: int32(x.Index), B: int32(y.Index), Verdict: Same, Metric: Narrower, Slip: slip}})
}

// stated reports whether a figure states a fact that can be compared at all.
func (f *Figure) stated() bool {
	return f.repeatable() && !f.Quotation && f.Role != Other && f.Kind != quantity.Range
}

// same reports whether two figures print one number under one kind of hedge.
func same(a, b *Figure) bool {
	return a.Value.Cmp(b.Value) == 0 || cutTo(a, b) || cutTo(b, a)
}

// near returns the figure so many steps from another, in its sentence; nil
// where there is none.
func (p *Page) near(f *Figure, step int) *Figure {
	i := f.Index + step
	s := &p.Sentences[f.Sentence]
	if i < s.FirstFig || i >= s.AfterFig {
		return nil
	}
	return &p.Figures[i]
}

// Shared counts the pairs of neighbouring Han characters that stand around
// both figures: before them, and in the twelve characters behind. What the one
// prints before its number the other may print behind it.
func (p *Page) Shared(a, b *Figure) int {
	return sharedPairs(p.lead(a)+"，"+p.behind(a), p.lead(b)+"，"+p.behind(b))
}

// behind returns the twelve characters behind a figure, within its sentence.
func (p *Page) behind(f *Figure) string {
	s := &p.Sentences[f.Sentence]
	to := min(s.Range.End, f.Range.End+36)
	for to > f.Range.End && to < len(p.Text) && p.Text[to]&0xC0 == 0x80 {
		to--
	}
	return p.Text[f.Range.End:to]
}
