package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// flush ends the change under way and keeps what it says.
func (r *enMover) flush(n int) {
	m := r.m
	r.m, r.last = noMove(), -1
	if !m.on && (m.from < 0 || m.to < 0) {
		return
	}
	if m.bring {
		if m.to < 0 || m.rate >= 0 || m.by >= 0 {
			m.bring = false
		} else {
			m.by = r.onlyAmount(m.level)
		}
		m.level = -1
	}
	if m.to < 0 && m.level >= 0 && (m.from >= 0 || m.times >= 0) {
		m.to = m.level
	}
	switch {
	case m.to < 0:
	case m.from >= 0:
		r.keep(&m)
	case m.by >= 0 || m.rate >= 0 || m.times >= 0:
		if m.bring {
			r.broughtFrom(&m)
			return
		}
		r.open, r.openAt = m, n
		r.keep(&m)
	}
}

// onlyAmount returns an amount that brings a total to something, -1 where more
// than one may be meant: 14 in May and nine in June.
func (r *enMover) onlyAmount(k int) int {
	if k > r.s.FirstFig && r.p.addable(&r.p.Figures[k-1], &r.p.Figures[k]) || r.p.Figures[k].Hedge != quantity.None {
		return -1
	}
	return k
}

// keep records a change, as far as its figures fit each other.
func (r *enMover) keep(m *enMove) {
	p := r.p
	b := &p.Figures[m.to]
	out := Movement{From: m.from, To: m.to, By: m.by, Rate: m.rate, Sign: m.sign, Sure: true}
	if m.from >= 0 {
		a := &p.Figures[m.from]
		if !p.oneLevel(a, b) || m.from == m.to {
			return
		}
		if r.ofAnother(m.from) {
			return
		}
		b.standsStill()
		a.Sign = 0
		if m.sign != 0 && (r.reversed(a) || r.isChange(m.to)) {
			out.Sign = 0
		}
	}
	if out.By >= 0 {
		p.pointsOf(&p.Figures[out.By], b)
	}
	if out.By >= 0 && !p.amountOf(&p.Figures[out.By], b) {
		if out.By = -1; m.at {
			out.Sign = 0 // up 13 cents at 6.78 dollars, from a high of 6.84
		}
	}
	if out.Rate >= 0 && r.yearly(out.Rate) {
		p.Figures[out.Rate].Mean = true
	}
	switch {
	case r.otherBase(m):
		out.By, out.Rate, out.Sign = -1, -1, 0
	case r.unlike():
		out.By, out.Rate = -1, -1
	}
	if m.times >= 0 && m.from >= 0 && !r.unlike() {
		t := &p.Figures[m.times]
		p.Ratios = append(p.Ratios, Ratio{From: m.from, To: m.to, Times: m.times, At: t.Full(), Said: aboutTimes(t)})
		return
	}
	for _, k := range [...]int{out.By, out.Rate} {
		if k >= 0 {
			r.settle(k, &out)
		}
	}
	if out.From < 0 && (out.By < 0 || out.Rate < 0) || out.By < 0 && out.Rate < 0 && out.Sign == 0 {
		return
	}
	p.addMovement(out)
}

// next returns the item behind a figure of the sentence.
func (r *enMover) next(k int) (it enItem, ok bool) {
	for i := range r.items {
		if r.items[i].kind == enFig && int(r.items[i].ref) == k {
			if i+1 < len(r.items) {
				return r.items[i+1], true
			}
			break
		}
	}
	return enItem{}, false
}

// ofAnother reports whether the words right behind the level before say that it
// is of something else: compared with 147 million for coffee.
func (r *enMover) ofAnother(k int) bool {
	it, ok := r.next(k)
	return ok && it.kind == enWord && it.class&enFor != 0
}

// isChange reports whether a figure is a change itself: a 7.4 percent drop.
func (r *enMover) isChange(k int) bool {
	it, ok := r.next(k)
	return ok && it.kind == enWord && it.class&(enGrowth|enShrink) != 0
}

// settle gives the amount or rate of a change its role.
func (r *enMover) settle(k int, m *Movement) {
	f := &r.p.Figures[k]
	if f.Role = Growth; k == m.By {
		f.Role = Change
	}
	if f.Sign = m.Sign; f.Sign == 0 && m.From >= 0 {
		f.Sign = int8(r.p.Figures[m.To].Value.Cmp(r.p.Figures[m.From].Value))
	}
	if f.Of < 0 {
		f.Of = m.To
	}
}

// oneLevel reports whether two figures are levels of one thing. What is so much
// a share may go without saying so the second time.
func (p *Page) oneLevel(a, b *Figure) bool {
	if a.Kind == quantity.Duration || b.Kind == quantity.Duration {
		return a.Kind == b.Kind && a.Unit == b.Unit
	}
	if a.Kind == quantity.Money && b.Kind == quantity.Money && (strings.HasPrefix(a.Unit, b.Unit+"/") || strings.HasPrefix(b.Unit, a.Unit+"/")) {
		return true
	}
	return bareWith(a, b) && p.amountLike(a) && p.amountLike(b) || bareWith(b, a) && p.amountLike(a) && p.amountLike(b) || p.oneSort(a, b) || counted(a) && counted(b) && (a.Unit == "" || b.Unit == "" || a.Unit == b.Unit) && p.amountLike(a) && p.amountLike(b)
}

// standsStill makes an end of a change a level.
func (f *Figure) standsStill() {
	if f.Role == Growth || f.Role == Change {
		f.Role, f.Sign = Level, 0
	}
}

func counted(f *Figure) bool { return f.Kind == quantity.Count || f.Kind == quantity.Number }

// pointsOf takes points that a share moved by for percentage points.
func (p *Page) pointsOf(f, level *Figure) {
	if level.Kind == quantity.Percent && f.Kind == quantity.Count && enWords()[strings.ToLower(p.Words(f.UnitRange))]&enPoint != 0 {
		f.Kind, f.Unit = quantity.Point, "pp"
	}
}

// amountOf reports whether a figure may say by how much a level moved.
func (p *Page) amountOf(f, level *Figure) bool {
	if f.Kind == quantity.Point {
		return level.Kind == quantity.Percent
	}
	bare := level.Kind == quantity.Number && level.Unit == "" && level.Scale > 0 && p.amountLike(f)
	return level.Kind != quantity.Percent && (bare || p.oneLevel(f, level))
}

// otherBase reports whether the amount of a change has a base of its own, of
// another time than the level that it went from.
func (r *enMover) otherBase(m *enMove) bool {
	if m.from < 0 || m.since < 0 || m.ownBase == m.since {
		return false
	}
	if m.ownBase < 0 {
		return m.rate >= 0 && r.yearOnYear(m) && !r.fits(m)
	}
	a, b := &r.p.Dates[m.ownBase], &r.p.Dates[m.since]
	if a.Has(period.SamePeriod) && b.Has(period.SamePeriod) {
		return false
	}
	return !a.Period.Known() || !b.Period.Known() || a.Period.Compare(b.Period) == period.Conflict
}

// yearOnYear reports whether the rate of a change is said to be over a year,
// while the level that it went from is of another time.
func (r *enMover) yearOnYear(m *enMove) bool {
	d, b := &r.p.Dates[m.since], &r.p.Figures[m.to]
	switch {
	case r.p.Figures[m.rate].Basis == "" || d.Has(period.SamePeriod):
		return false
	case !d.Period.Known() || !b.Period.Known():
		return true
	}
	yearly := d.Period.Equal(b.Period.PreviousYear())
	return yearly != (r.p.Figures[m.rate].Basis == "同比")
}

// fits reports whether a rate is what the two levels give, so that it must be of
// them, whatever its base is called.
func (r *enMover) fits(m *enMove) bool {
	a, b, g := &r.p.Figures[m.from], &r.p.Figures[m.to], &r.p.Figures[m.rate]
	if a.Value.Sign() <= 0 {
		return false
	}
	v, ok := quantity.Corners(func(x ...quantity.Num) (quantity.Num, bool) {
		q, ok := x[1].Div(x[0])
		return q.Sub(quantity.Int(1)).Shift(2), ok
	}, a.Set, b.Set)
	return ok && (v.Meets(g.Set) || v.Neg().Meets(g.Set))
}

// yearly reports whether the words right before a rate make it a mean over
// years.
func (r *enMover) yearly(k int) bool {
	for i := range r.items {
		if r.items[i].kind != enFig || int(r.items[i].ref) != k {
			continue
		}
		for j := i - 1; j >= max(0, i-4) && r.items[j].kind == enWord; j-- {
			if r.items[j].class&enYearly != 0 {
				return true
			}
		}
	}
	return false
}

// unlike reports whether the sentence says that its change isn't the plain one
// between the levels: like-for-like, in real terms, an average.
func (r *enMover) unlike() bool {
	for i := range r.items {
		if r.items[i].kind == enWord && r.items[i].class&enUnlike != 0 {
			return true
		}
	}
	return false
}

// reversed reports whether a level is what one unit of a currency buys of
// another, which may fall as the currency rises.
func (r *enMover) reversed(f *Figure) bool {
	if f.Kind != quantity.Money && f.Kind != quantity.Number {
		return f.Kind == quantity.Duration
	}
	if strings.HasPrefix(r.p.Text[f.Range.End:], "/") {
		return true // 1.3218/23
	}
	text := strings.ToLower(r.p.Words(r.s.Range))
	for _, w := range claimWords()["exchange"] {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// aboutTimes returns what a verb that multiplies allows: a tenth on either side,
// or from there in the direction of its hedge.
func aboutTimes(f *Figure) quantity.Interval {
	tenth := f.Value.Shift(-1)
	v := quantity.Closed(f.Value.Sub(tenth), f.Value.Add(tenth))
	half, _ := f.Value.Div(quantity.Int(2))
	over, under := f.Hedge == quantity.Over || f.Hedge == quantity.AtLeast, f.Hedge == quantity.Nearly || f.Hedge == quantity.Under
	if f.Value.Cmp(quantity.Int(1)) < 0 {
		over, under = under, over // more than halved
	}
	switch {
	case over:
		v.Lo, v.Hi = f.Value, f.Value.Add(f.Value)
	case under:
		v.Lo, v.Hi = f.Value.Sub(half), f.Value
	case f.Hedge == quantity.About:
		v = v.Widen(tenth)
	}
	return v
}

// broughtFrom reads what an amount brings a total to, where the total before is
// the first level of the sentence before: the crew of 40; 12 more, bringing it
// to 52.
func (r *enMover) broughtFrom(m *enMove) {
	p := r.p
	c, b := &p.Figures[m.by], &p.Figures[m.to]
	n := r.sentence()
	if n == 0 || p.Sentences[n-1].Block != r.s.Block || !p.amountOf(c, b) || !r.added(m.by) || c.Index != r.s.FirstFig {
		return
	}
	q := &p.Sentences[n-1]
	if q.FirstFig >= q.AfterFig {
		return
	}
	a := &p.Figures[q.FirstFig]
	if !p.levelLike(a) || !p.oneLevel(a, b) || a.Value.Cmp(c.Value) < 0 {
		return
	}
	p.addMovement(Movement{From: a.Index, To: m.to, By: m.by, Rate: -1})
}

// added reports whether a word says that an amount comes on top: 140 more.
func (r *enMover) added(k int) bool {
	for i := range r.items {
		if it := &r.items[i]; it.kind == enFig && int(it.ref) == k {
			near := func(j int) bool {
				return j >= 0 && j < len(r.items) && r.items[j].kind == enWord && r.items[j].class&enMore != 0
			}
			return near(i-1) || near(i+1) || near(i+2)
		}
	}
	return false
}

// otherChange reports whether the words behind a change say that it is part of
// a longer time or of something else: 3 percent a year, 8 percent of the staff.
func otherChange(behind string) bool {
	for _, w := range claimWords()["rated"] {
		if strings.HasPrefix(behind, w) && (len(behind) == len(w) || !isLatin(behind[len(w)])) {
			return true
		}
	}
	return false
}

// addMovement keeps a movement, filling up one of the same levels.
func (p *Page) addMovement(m Movement) {
	for i := len(p.Movements) - 1; i >= 0 && i >= len(p.Movements)-8; i-- {
		o := &p.Movements[i]
		if o.From != m.From || o.To != m.To {
			continue
		}
		if o.By < 0 {
			o.By = m.By
		}
		if o.Rate < 0 {
			o.Rate = m.Rate
		}
		if o.Sign == 0 {
			o.Sign = m.Sign
		}
		return
	}
	p.Movements = append(p.Movements, m)
}
