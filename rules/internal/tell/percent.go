package tell

import (
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/quantity"
)

// Rate returns the set of a growth or share in per cent, with the sign that the
// words give: 增长1.4倍 is 140, 下降2.1% is −2.1.
func Rate(f *figure.Figure) quantity.Interval {
	v := f.SignedSet()
	if f.Hedge == quantity.Nearly {
		// 近7倍 isn't said of five: what is near is above four fifths.
		near := f.Value.Mul(quantity.Dec(8, -1))
		if f.Sign >= 0 {
			v.Lo, v.HasLo = near, true
		} else {
			v.Hi, v.HasHi = near.Neg(), true
		}
	}
	switch f.Kind {
	case quantity.Multiple:
		v = v.Shift(2)
		if v.HasLo && v.HasHi && f.Hedge == quantity.None {
			return v
		}
	case quantity.Permille:
		v = v.Shift(-1)
	case quantity.Fraction:
		v = v.Shift(2)
		if f.Hedge == quantity.None || f.Hedge == quantity.About {
			v = v.Widen(f.Value.Shift(1).Abs()) // a tenth of itself on either side: rose by a third
		}
	}
	return v
}

// GrowthOf returns the growth in per cent from one set of levels to another.
// ok is false where the base isn't surely positive.
func GrowthOf(from, to quantity.Interval) (quantity.Interval, bool) {
	if !from.Bounded() || from.Lo.Sign() <= 0 {
		return quantity.Interval{}, false
	}
	return quantity.Corners(func(x ...quantity.Num) (quantity.Num, bool) {
		r, ok := x[1].Div(x[0])
		return r.Sub(quantity.Int(1)).Shift(2), ok
	}, from, to)
}

// ShareOf returns the share in per cent that a part has in a whole.
func ShareOf(part, whole quantity.Interval) (quantity.Interval, bool) {
	if !whole.Bounded() || whole.Lo.Sign() <= 0 {
		return quantity.Interval{}, false
	}
	return quantity.Corners(func(x ...quantity.Num) (quantity.Num, bool) {
		r, ok := x[0].Div(x[1])
		return r.Shift(2), ok
	}, part, whole)
}

// Middle returns the middle of a bounded interval to as many decimals.
func Middle(v quantity.Interval, places int) string {
	m, _ := v.Lo.Add(v.Hi).Div(quantity.Int(2))
	return m.Decimal(places)
}

// MiddleNum returns the middle of a bounded interval, rounded.
func MiddleNum(v quantity.Interval, places int) quantity.Num {
	m, _ := v.Lo.Add(v.Hi).Div(quantity.Int(2))
	return m.Round(places)
}
