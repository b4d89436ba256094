package figure

import (
	"github.com/hegao/hegao/checker/quantity"
)

// contributionRate ties a 贡献率 to the two figures that make it: the points that
// a part adds and the growth of the whole (增长10%，…拉动4个百分点，贡献率为40%), or
// the amounts by which the part and the whole grew.
func (p *Page) contributionRate(i int) bool {
	s := &p.Sentences[p.Figures[i].Sentence]
	if i-2 < s.FirstFig {
		return false
	}
	a := &p.Figures[i-1]
	switch {
	case a.Kind == quantity.Point && a.Role == Contribution:
		return p.quotient(i, i-1, p.lastLike(s, i-2, func(f *Figure) bool {
			return f.Kind == quantity.Percent && f.Role == Growth && f.Sign >= 0
		}))
	case a.Role == Change && a.Kind != quantity.Point && a.Sign > 0:
		return p.quotient(i, i-1, p.lastLike(s, i-2, func(f *Figure) bool {
			return f.Role == Change && f.Unit == a.Unit && f.Kind == a.Kind && f.Sign > 0
		}))
	}
	return false
}

// lastLike returns the only figure of a sentence up to index k for which is holds,
// or -1.
func (p *Page) lastLike(s *Sentence, k int, is func(f *Figure) bool) int {
	found := -1
	for ; k >= s.FirstFig; k-- {
		if f := &p.Figures[k]; f.ListLen == 1 && is(f) {
			if found >= 0 {
				return -1
			}
			found = k
		}
	}
	return found
}

// quotient records figure i as what per cent figure a is of figure b.
func (p *Page) quotient(i, a, b int) bool {
	if b < 0 {
		return false
	}
	x := Derived{Result: i, A: a, B: b, Sign: '/', Name: "贡献率"}
	v, ok := quantity.Corners(func(n ...quantity.Num) (quantity.Num, bool) { return n[0].Div(n[1]) }, lenient(&p.Figures[a]), lenient(&p.Figures[b]))
	if !ok || p.Figures[b].Value.Sign() <= 0 {
		return false
	}
	x.Value = v.Shift(2)
	x.Holds = lenient(&p.Figures[i]).Meets(x.Value)
	p.Derived = append(p.Derived, x)
	return true
}
