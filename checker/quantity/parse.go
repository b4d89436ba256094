package quantity

import (
	"errors"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// ErrNotQuantity is what Parse returns for a text that isn't one quantity.
var ErrNotQuantity = errors.New("not a quantity")

// Parse reads a text that is one quantity as a whole, with hedges before it,
// as the ledger writes them: 7502.3亿元, 近200家, +19.3%, $1.2 billion.
func Parse(text string) (Quantity, error) {
	i := skipSpace(text, 0)
	h, e := lexicon.MatchClass(text, i, lexicon.ClassPreHedge)
	var before source.Range
	if e > i {
		before = source.Range{Start: i, End: e}
		i = skipSpace(text, e)
	}
	q, end, ok := Read(text, i)
	if !ok {
		return q, ErrNotQuantity
	}
	if q.After.End > end {
		end = q.After.End
	}
	if skipSpace(text, end) != len(text) {
		return q, ErrNotQuantity
	}
	q.SetBefore(HedgeOf(h.Code), before)
	return q, nil
}
