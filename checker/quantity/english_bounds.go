package quantity

import (
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// joinBounds makes one range of a lower and an upper bound: more than 30 but
// less than 40. The hedge of the first stands before it; that of the second is
// found here.
func joinBounds(text string, q Quantity, end int) (Quantity, int, bool) {
	i := skipSpace(text, end)
	if i < len(text) && text[i] == ',' {
		i = skipSpace(text, i+1)
	}
	if !wordRole(prevWord(text, q.Range.Start), "bound") {
		return q, end, true
	}
	for _, w := range [...]string{"and", "but"} {
		if followedBy(text, i-1, w) {
			i = skipSpace(text, i+len(w))
		}
	}
	s, e := lexicon.MatchClass(text, i, lexicon.ClassPreHedge)
	upper := HedgeOf(s.Code)
	if e == i || upper != Under && upper != AtMost && upper != AtLeast && upper != Over {
		return q, end, true
	}
	first := boundBefore(text, q.Range.Start)
	rising := first == Over || first == AtLeast
	if rising != (upper == Under || upper == AtMost) {
		return q, end, true
	}
	h, e2, ok := readEnglishOne(text, skipSpace(text, e))
	if !ok || h.Kind != q.Kind && q.Kind != Number {
		return q, end, true
	}
	h.SetBefore(upper, source.Range{Start: i, End: e})
	lo, hi := &q, &h
	if !rising {
		lo, hi = hi, lo
	}
	if hi.Value.Cmp(lo.Value) <= 0 {
		return q, end, true
	}
	r, ok := join(text, lo, hi)
	if !ok {
		return q, end, true
	}
	r.Range = source.Range{Start: q.Range.Start, End: e2}
	r.Number = source.Range{Start: q.Number.Start, End: h.Number.End}
	r.Pre, r.Hedge = None, None
	r.Set.OpenLo, r.Set.OpenHi = first == Over || !rising && upper == Over, first == Under || rising && upper == Under
	return r, e2, true
}

// boundBefore returns the longest hedge whose words end right before a place.
func boundBefore(text string, at int) Hedge {
	end := skipBack(text, at)
	found := None
	for i := end - 1; i >= 0 && end-i < 32; i-- {
		if !isLatin(text[i]) || i > 0 && isLatin(text[i-1]) {
			continue
		}
		if s, e := lexicon.MatchClass(text, i, lexicon.ClassPreHedge); e == end {
			found = HedgeOf(s.Code)
		}
	}
	return found
}
