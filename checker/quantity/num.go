// Package quantity reads numbers as news copy writes them, Chinese and
// English, with scales, units and hedges, into exact values and the intervals
// that the printed digits and hedges allow. No floating point is used.
package quantity

import (
	"bytes"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// Num is an exact rational number: N/D·10^E, or Big where that doesn't fit.
// The zero value is zero. Nums are values; they are never changed in place.
type Num struct {
	n   int64
	d   int64 // 0 means 1
	e   int32
	big *big.Rat
}

// Int returns the number n.
func Int(n int64) Num { return Num{n: n} }

// Dec returns n·10^e.
func Dec(n int64, e int) Num {
	if e > 200 || e < -200 {
		return Num{big: pow10Rat(big.NewRat(n, 1), e)}
	}
	return Num{n: n, e: int32(e)}
}

// Frac returns n/d; d must not be zero.
func Frac(n, d int64) Num {
	if d < 0 {
		n, d = -n, -d
	}
	return Num{n: n, d: d}
}

// FromRat returns the number of a rational.
func FromRat(r *big.Rat) Num {
	if r.IsInt() && r.Num().IsInt64() {
		return Num{n: r.Num().Int64()}
	}
	return Num{big: new(big.Rat).Set(r)}
}

// Rat returns the number as a new rational that the caller may change.
func (x Num) Rat() *big.Rat {
	if x.big != nil {
		return new(big.Rat).Set(x.big)
	}
	d := x.d
	if d == 0 {
		d = 1
	}
	return pow10Rat(big.NewRat(x.n, d), int(x.e))
}

func pow10Rat(r *big.Rat, e int) *big.Rat {
	if e == 0 {
		return r
	}
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(e, -e))), nil)
	q := new(big.Rat).SetInt(p)
	if e > 0 {
		return r.Mul(r, q)
	}
	return r.Quo(r, q)
}

// Sign returns -1, 0 or 1.
func (x Num) Sign() int {
	if x.big != nil {
		return x.big.Sign()
	}
	switch {
	case x.n < 0:
		return -1
	case x.n > 0:
		return 1
	}
	return 0
}

// Neg returns -x.
func (x Num) Neg() Num {
	if x.big != nil {
		return Num{big: new(big.Rat).Neg(x.big)}
	}
	x.n = -x.n
	return x
}

// Abs returns |x|.
func (x Num) Abs() Num {
	if x.Sign() < 0 {
		return x.Neg()
	}
	return x
}

// Cmp compares two numbers exactly: -1, 0 or 1.
func (x Num) Cmp(y Num) int {
	if x.big == nil && y.big == nil && x.d <= 1 && y.d <= 1 {
		if x.e == y.e {
			return cmpInt(x.n, y.n)
		}
		if a, b, ok := align(x, y); ok {
			return cmpInt(a, b)
		}
	}
	return x.Rat().Cmp(y.Rat())
}

// align brings two decimals to one exponent where that fits 64 bits.
func align(x, y Num) (a, b int64, ok bool) {
	if x.e > y.e {
		a, ok = scaleUp(x.n, x.e-y.e)
		return a, y.n, ok
	}
	b, ok = scaleUp(y.n, y.e-x.e)
	return x.n, b, ok
}

func scaleUp(n int64, e int32) (int64, bool) {
	for ; e > 0; e-- {
		if n == 0 {
			return 0, true
		}
		m := n * 10
		if m/10 != n {
			return 0, false
		}
		n = m
	}
	return n, true
}

func cmpInt(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Add returns x + y.
func (x Num) Add(y Num) Num {
	if x.big == nil && y.big == nil && x.d <= 1 && y.d <= 1 {
		if a, b, ok := align(x, y); ok {
			if s := a + b; (a^s)&(b^s) >= 0 {
				return Num{n: s, e: min(x.e, y.e)}
			}
		}
	}
	return FromRat(new(big.Rat).Add(x.Rat(), y.Rat()))
}

// Sub returns x - y.
func (x Num) Sub(y Num) Num { return x.Add(y.Neg()) }

// Mul returns x · y.
func (x Num) Mul(y Num) Num {
	if x.big == nil && y.big == nil && x.d <= 1 && y.d <= 1 {
		if p := x.n * y.n; (x.n == 0 || p/x.n == y.n) && abs64(x.n) < 1<<62 && abs64(y.n) < 1<<62 {
			return Dec(p, int(x.e)+int(y.e))
		}
	}
	return FromRat(new(big.Rat).Mul(x.Rat(), y.Rat()))
}

func abs64(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

// Div returns x / y; dividing by zero yields zero and false.
func (x Num) Div(y Num) (Num, bool) {
	if y.Sign() == 0 {
		return Num{}, false
	}
	return FromRat(new(big.Rat).Quo(x.Rat(), y.Rat())), true
}

// Shift returns x · 10^k.
func (x Num) Shift(k int) Num {
	if x.big != nil {
		return Num{big: pow10Rat(new(big.Rat).Set(x.big), k)}
	}
	if e := int(x.e) + k; e > 200 || e < -200 {
		return Num{big: pow10Rat(x.Rat(), k)}
	}
	x.e += int32(k)
	return x
}

// IsInt reports whether the number is whole.
func (x Num) IsInt() bool {
	if x.big == nil && x.d <= 1 {
		_, ok := x.shorten()
		return ok
	}
	return x.Rat().IsInt()
}

// shorten drops the decimals of a decimal; ok is false where they aren't all 0.
func (x Num) shorten() (whole Num, ok bool) {
	for x.e < 0 {
		if x.n%10 != 0 {
			return x, false
		}
		if x.n == 0 {
			return Num{}, true
		}
		x.n, x.e = x.n/10, x.e+1
	}
	return x, true
}

// Int64 returns a whole number as an int64; ok is false where it isn't one.
func (x Num) Int64() (n int64, ok bool) {
	if x.big == nil && x.d <= 1 {
		if x, ok = x.shorten(); !ok {
			return 0, false
		}
		return scaleUp(x.n, x.e)
	}
	r := x.Rat()
	if !r.IsInt() || !r.Num().IsInt64() {
		return 0, false
	}
	return r.Num().Int64(), true
}

// String returns the number as a plain decimal without exponent or needless
// zeros, or as a fraction "1/3" where no finite decimal exists.
func (x Num) String() string {
	if x.big == nil && x.d <= 1 {
		return decimalString(x.n, int(x.e))
	}
	r := x.Rat()
	if r.IsInt() {
		return r.Num().String()
	}
	if prec, exact := r.FloatPrec(); exact {
		return strings.TrimRight(r.FloatString(prec), "0")
	}
	return r.String()
}

func decimalString(n int64, e int) string {
	if n == 0 {
		return "0"
	}
	for e < 0 && n%10 == 0 {
		n, e = n/10, e+1
	}
	var room [64]byte
	out := strconv.AppendInt(room[:0], n, 10)
	sign := 0
	if n < 0 {
		sign = 1
	}
	digits := len(out) - sign
	switch {
	case e >= 0:
		for range e {
			out = append(out, '0')
		}
	case digits > -e:
		out = slices.Insert(out, len(out)+e, '.')
	default:
		out = append(out[:sign], append([]byte("0."), append(bytes.Repeat([]byte{'0'}, -e-digits), out[sign:]...)...)...)
	}
	return string(out)
}

// Round returns the number rounded half away from zero to places decimals
// (negative for tens, hundreds …), as news copy rounds.
func (x Num) Round(places int) Num {
	r := pow10Rat(x.Rat(), places)
	half := big.NewRat(1, 2)
	if r.Sign() < 0 {
		half.Neg(half)
	}
	r.Add(r, half)
	q := new(big.Int).Quo(r.Num(), r.Denom())
	return FromRat(pow10Rat(new(big.Rat).SetInt(q), -places))
}

// Decimal returns the number with exactly places decimals, rounded half away
// from zero.
func (x Num) Decimal(places int) string {
	r := x.Round(places)
	if places <= 0 {
		return r.String()
	}
	return r.Rat().FloatString(places)
}
