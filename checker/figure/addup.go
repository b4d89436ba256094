package figure

import (
	"github.com/hegao/hegao/checker/quantity"
)

// judge adds the parts up and records the sum.
func (p *Page) judge(sum *Sum) {
	if len(sum.Parts) < 2 && sum.Kind != Listed {
		return
	}
	p.addUp(sum)
	if !sum.Holds && (sum.Kind == Listed || sum.Kind == Partition) && p.missing(sum) {
		return
	}
	p.Sums = append(p.Sums, *sum)
}

// addUp adds the parts up and fills what follows from it. It reports whether the
// parts are bounded, so that there is something to compare.
func (p *Page) addUp(sum *Sum) bool {
	t := &p.Figures[sum.Total]
	added := quantity.Exactly(quantity.Int(0))
	for _, k := range sum.Parts {
		v := p.loosely(&p.Figures[k], sum.Kind)
		if !v.Bounded() {
			sum.Added, sum.Holds = quantity.Interval{}, true
			return false
		}
		added = added.Add(v)
	}
	sum.Added = added
	whole := p.loosely(t, sum.Kind)
	sum.Holds = whole.Meets(added) && !brinks(whole, added)
	sum.Over = !sum.Holds && whole.HasHi && added.Lo.Cmp(whole.Hi) >= 0
	sum.HasSlip = !sum.Holds && p.slipExplains(sum)
	sum.Exclusive = sum.Kind == Classes || sum.HasSlip && sum.close(p) && p.exclusive(sum)
	return true
}

// brinks reports whether two intervals of rounded numbers have but their ends in
// common: every part would have to be rounded the same way to the utmost.
func brinks(a, b quantity.Interval) bool {
	if !a.Bounded() || !b.Bounded() || a.Lo.Cmp(a.Hi) == 0 && b.Lo.Cmp(b.Hi) == 0 {
		return false
	}
	return a.Lo.Cmp(b.Hi) == 0 || b.Lo.Cmp(a.Hi) == 0
}

// close reports whether the parts come within a fifth of the total; where the
// total has four digits and the parts are named alike, less will do.
func (s *Sum) close(p *Page) bool {
	t := p.Figures[s.Total].Value
	if t.Sign() <= 0 || !s.Added.Bounded() {
		return false
	}
	gap := t.Sub(s.Added.Lo).Abs()
	if p.Figures[s.Total].Digits >= 4 && p.parallel(s.Parts) {
		return gap.Cmp(t) < 0 // so many digits don't come within one slip by chance
	}
	return gap.Mul(quantity.Int(5)).Cmp(t) <= 0
}

// lenient returns a figure's set, moved out by half of its last place once
// more, as rounded parts and cut-off digits need. A figure printed to four
// places or more is a rounded number whatever hedge stands before it.
func lenient(f *Figure) quantity.Interval {
	switch {
	case f.Hedge == quantity.None && f.Whole():
		return f.Set
	case f.Hedge == quantity.None:
		return f.Set.Widen(f.Half())
	case f.Digits >= 4 && f.Pre != quantity.None && f.Inside == quantity.None:
		return f.Printed.Widen(f.Half())
	}
	return f.Set
}

// loosely returns a figure's set as sums take it. English copy rounds where
// Chinese may cut digits off, and prints small counts as bare numbers, exact
// unless they are round, even behind "some".
func (p *Page) loosely(f *Figure, kind SumKind) quantity.Interval {
	if kind == Tabled && f.Decimals == 0 {
		return f.Printed // the unit of the column may be 亿元 as well as 个
	}
	switch {
	case p.Doc.Lang != "en":
		return lenient(f)
	case f.Hedge == quantity.About && counted(f):
		return quantity.Exactly(f.Value).Widen(quantity.Dec(5, f.fineness()-1))
	case f.Hedge != quantity.None:
		return lenient(f)
	case f.Kind == quantity.Number && f.Scale == 0 && f.Decimals <= 0 && !f.Value.Shift(-2).IsInt():
		return quantity.Exactly(f.Value)
	case kind == Listed:
		return lenient(f)
	}
	return f.Set
}

// slipExplains reports whether one wrong or two swapped digits in one of the
// figures would close the gap: the gap then is d·10^k, or 9d·10^k. Of a list that
// may go on and of round figures that says little, as every fifth gap of two
// digits is one, so that the total then must have three digits down to the finest
// that any of them has.
func (p *Page) slipExplains(sum *Sum) bool {
	t := &p.Figures[sum.Total]
	gap, place := t.Value, t.fineness()
	for _, k := range sum.Parts {
		gap = gap.Sub(p.Figures[k].Value)
		place = min(place, p.Figures[k].fineness())
	}
	n, ok := gap.Abs().Shift(-place).Int64()
	if !ok || n == 0 {
		return false
	}
	if whole, ok := t.Value.Abs().Shift(-place).Int64(); ok && whole < 100 && !sum.Over {
		return false
	}
	for n%10 == 0 {
		n /= 10
	}
	return n < 10 || n%9 == 0 && n/9 < 10
}

// fineness returns the power of ten of a figure's last digit that isn't a zero
// of rounding.
func (f *Figure) fineness() int {
	if f.Decimals > 0 {
		return f.Place
	}
	return f.Place + trailingZeros(f.Value.Abs().Shift(-f.Place))
}
