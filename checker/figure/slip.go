package figure

import (
	"github.com/hegao/hegao/checker/quantity"
)

// Slip is the kind of mistake that would turn one printed number into another.
type Slip uint8

// The slips, by how a typist or a hurried editor makes them.
const (
	NoSlip       Slip = iota
	SwapSlip          // two neighbouring digits changed places
	DigitSlip         // one digit differs
	LostSlip          // a digit lost or doubled
	PointSlip         // the decimal point moved
	ScaleSlip         // 万 for 亿, million for billion
	CurrencySlip      // another currency
	SignSlip          // up for down
)

var slipNames = [...]string{"no slip", "swap", "digit", "lost", "point", "scale", "currency", "sign"}

// String returns the name of a slip.
func (s Slip) String() string { return slipNames[s] }

// SlipBetween returns the slip that would turn a into b, by their printed
// digits, or NoSlip.
func SlipBetween(a, b *quantity.Quantity) Slip {
	if a.Unit != b.Unit && a.Value.Cmp(b.Value) == 0 && a.Kind == quantity.Money && b.Kind == quantity.Money {
		return CurrencySlip
	}
	if a.Value.Cmp(b.Value.Neg()) == 0 && a.Value.Sign() != 0 {
		return SignSlip
	}
	x, y := digitsOf(a), digitsOf(b)
	if x == y && x != "" && x != "0" {
		if a.Scale != b.Scale && a.Decimals == b.Decimals {
			return ScaleSlip
		}
		return PointSlip
	}
	if a.Scale == b.Scale && a.Decimals != b.Decimals {
		if s := roundedSlip(a, b); s != NoSlip {
			return s
		}
	}
	if a.Scale != b.Scale || a.Decimals != b.Decimals {
		if len(x)-len(y) == 1 && oneLost(x, y) || len(y)-len(x) == 1 && oneLost(y, x) {
			if a.Scale == b.Scale && len(x) >= 3 {
				return LostSlip
			}
		}
		return NoSlip
	}
	if len(x) == len(y) {
		return digitSlip(x, y)
	}
	if len(x)-len(y) == 1 && oneLost(x, y) || len(y)-len(x) == 1 && oneLost(y, x) {
		return LostSlip
	}
	return NoSlip
}

// roundedSlip returns the slip of digits that would turn the coarser of two
// numbers, of three digits at least, into the finer one rounded.
func roundedSlip(a, b *quantity.Quantity) Slip {
	if a.Place < b.Place {
		a, b = b, a
	}
	x, v := digitsOf(a), b.Value.Abs().Shift(-a.Place)
	y := v.Round(0).String()
	if len(x) < 3 || len(x) != len(y) || x == y {
		return NoSlip
	}
	return digitSlip(x, y)
}

// digitSlip compares two numbers of as many digits.
func digitSlip(x, y string) Slip {
	diff, first := 0, -1
	for i := range x {
		if x[i] != y[i] {
			if diff == 0 {
				first = i
			}
			diff++
		}
	}
	switch {
	case diff == 1:
		return DigitSlip
	case diff == 2 && x[first] == y[first+1] && x[first+1] == y[first]:
		return SwapSlip
	}
	return NoSlip
}

// sig returns how many digits of a figure count: those printed, without zeros
// at the end, which 600 and 60多 have by rounding.
func (f *Figure) sig() int {
	n := f.Digits
	if f.Decimals == 0 {
		n -= trailingZeros(f.Value.Abs().Shift(-f.Place))
	}
	return max(n, 1)
}

// digitsOf returns the printed significant digits without trailing zeros of
// the scale, as the value and the printed place give them.
func digitsOf(q *quantity.Quantity) string {
	v := q.Value.Abs().Shift(-q.Place)
	return v.String()
}

// oneLost reports whether short is long without one digit.
func oneLost(long, short string) bool {
	i := 0
	for i < len(short) && long[i] == short[i] {
		i++
	}
	return long[i+1:] == short[i:]
}
