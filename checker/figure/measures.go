package figure

import (
	_ "embed"
	"math/big"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/quantity"
)

//go:embed data/measures.txt
var measuresText string

// measure is a unit's dimension and what one of it makes of the dimension's
// base.
type measure struct {
	dimension string
	factor    quantity.Num
}

var measures = sync.OnceValue(func() map[string]measure {
	all := map[string]measure{}
	dimension := ""
	for line := range strings.Lines(measuresText) {
		line = strings.TrimSpace(line)
		unit, factor, ok := strings.Cut(line, "\t")
		switch {
		case line == "" || line[0] == '#':
		case !ok:
			dimension = strings.Trim(line, "[]")
		default:
			r, ok := new(big.Rat).SetString(factor)
			if !ok {
				panic("figure: measures.txt has the factor " + factor)
			}
			all[unit] = measure{dimension, quantity.FromRat(r)}
		}
	}
	return all
})

// convertible reports whether two units measure one thing.
func convertible(a, b string) bool {
	x, ok := measures()[a]
	y, ok2 := measures()[b]
	return ok && ok2 && x.dimension == y.dimension
}

// Convert turns an interval from one unit into another; ok is false where the
// two measure different things.
func Convert(v quantity.Interval, from, to string) (quantity.Interval, bool) {
	x, ok := measures()[from]
	y, ok2 := measures()[to]
	if !ok || !ok2 || x.dimension != y.dimension {
		return v, false
	}
	f, ok := x.factor.Div(y.factor)
	if !ok {
		return v, false
	}
	v.Lo, v.Hi = v.Lo.Mul(f), v.Hi.Mul(f)
	return v, true
}
