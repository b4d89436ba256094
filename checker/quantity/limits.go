package quantity

import "github.com/hegao/hegao/checker/lexicon"

// readLimits makes a range of a lower limit, just read up to end, and an upper
// one that follows it at once: 三年以上十年以下, 100人以上、300人以下, 超过5公里但
// 不足10公里. It returns the offset behind the range; ok is false where there is
// none.
func readLimits(text string, q *Quantity, end int) (rq Quantity, after int, ok bool) {
	var j int
	switch {
	case q.Post == AtLeast && q.After.Len() > 0:
		j = conjunction(text, q.After.End, true)
	case q.Post == None:
		if j = conjunction(text, end, false); j == end || !limitBefore(text, q.Range.Start) {
			return rq, end, false
		}
		s, e := lexicon.MatchClass(text, j, lexicon.ClassPreHedge)
		if h := HedgeOf(s.Code); e == j || h != Under && h != AtMost {
			return rq, end, false
		}
		j = skipSpace(text, e)
	default:
		return rq, end, false
	}
	var h Quantity
	after, _, ok = readOne(text, j, &h, true)
	if !ok || q.Post == AtLeast && h.Post != AtMost {
		return rq, end, false
	}
	if rq, ok = join(text, q, &h); !ok || rq.Low.Value.Cmp(rq.High.Value) >= 0 {
		return rq, end, false
	}
	rq.Range.End = after
	return rq, after, true
}

// conjunction returns the offset behind what may join two limits. A comma does
// only behind 以上: elsewhere it begins another clause.
func conjunction(text string, at int, commas bool) int {
	i := skipSpace(text, at)
	r, w := runeAt(text, i)
	switch r {
	case '，', ',', '、', '至', '到':
		if !commas {
			return at
		}
	case '且', '但', '而', '又':
	case '并':
		if hasPrefixAt(text, i, "并且") {
			w = len("并且")
		}
	default:
		if commas {
			return i
		}
		return at
	}
	return skipSpace(text, i+w)
}

// limitBefore reports whether a word that sets a lower limit ends right before
// a place.
func limitBefore(text string, at int) bool {
	s, ok := hedgeBefore(text, at)
	if !ok {
		return false
	}
	switch HedgeOf(s.Code) {
	case Over, Topped, AtLeast:
		return true
	}
	return false
}
