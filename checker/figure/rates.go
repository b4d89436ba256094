package figure

import (
	_ "embed"
	"math/big"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/quantity"
)

//go:embed data/rates.txt
var ratesText string

// RateBand is what one unit of a currency has been worth in another.
type RateBand struct{ Low, High quantity.Num }

// Holds reports whether two amounts, of the first currency and of the second, may
// be worth the same, as their printed digits allow.
func (b RateBand) Holds(from, to *quantity.Quantity) (holds, ok bool) {
	if from.Printed.Lo.Sign() <= 0 {
		return false, false
	}
	v, ok := quantity.Corners(func(n ...quantity.Num) (quantity.Num, bool) { return n[0].Div(n[1]) }, to.Printed.Widen(to.Half()), from.Printed.Widen(from.Half()))
	return ok && v.Meets(quantity.Closed(b.Low, b.High)), ok
}

var rateBands = sync.OnceValue(func() map[[2]string]RateBand {
	all := map[[2]string]RateBand{}
	for line := range strings.Lines(ratesText) {
		f := strings.Fields(line)
		if len(f) != 4 || f[0] == "#" {
			continue
		}
		low, ok := new(big.Rat).SetString(f[2])
		high, ok2 := new(big.Rat).SetString(f[3])
		if !ok || !ok2 {
			continue // words of the comment
		}
		all[[2]string{f[0], f[1]}] = RateBand{quantity.FromRat(low), quantity.FromRat(high)}
	}
	return all
})

// RateOf returns the built-in rates that a currency has had in another.
func RateOf(from, to string) (RateBand, bool) {
	b, ok := rateBands()[[2]string{from, to}]
	return b, ok
}
