package quantity

import (
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// Scan reads every quantity of a text in order, with the hedge before it, and
// passes it to yield until yield returns false. skip, which may be nil, is
// asked at every place where a quantity may begin and returns the offset behind
// what is to be stepped over, a date for one, or the place itself.
//
// The Quantity passed is valid during the call only.
func Scan(text string, skip func(at int) int, yield func(q *Quantity) bool) {
	const wanted = 1<<lexicon.ClassPreHedge | lexicon.NumberInside
	var hedge Hedge
	var before source.Range
	var q Quantity
	for i := 0; i < len(text); {
		r, w := runeAt(text, i)
		starts, classes := Starts(r), lexicon.FirstClasses(r)
		if !starts && classes&wanted == 0 {
			i += w
			continue
		}
		if starts && skip != nil {
			if e := skip(i); e > i {
				i = e
				continue
			}
		}
		word, e := int32(-1), i
		if classes != 0 {
			word, e = lexicon.Match(text, i)
		}
		mask := i
		if _, ok := lexicon.Has(word, lexicon.ClassMask); ok {
			mask = e
		}
		if starts {
			var end int
			var ok bool
			q, end, ok = Read(text, i)
			if ok && end >= mask && (word < 0 || e <= end || q.Number.End > i+w) {
				if hedge != None && skipSpace(text, before.End) == i {
					q.SetBefore(hedge, before)
				}
				if !yield(&q) {
					return
				}
				hedge, i = None, end
				continue
			}
		}
		switch {
		case mask > i:
			i = mask
		case word >= 0:
			if s, ok := lexicon.Has(word, lexicon.ClassPreHedge); ok {
				hedge, before = HedgeOf(s.Code), source.Range{Start: i, End: e}
			}
			i = e
		default:
			i = stepOver(text, i, w)
		}
	}
}

// stepOver returns the offset behind a run of Latin letters and digits that is
// no quantity, such as a stock code, or behind the rune itself.
func stepOver(text string, at, w int) int {
	i := at
	for i < len(text) && (isLatin(text[i]) || '0' <= text[i] && text[i] <= '9') {
		i++
	}
	return max(i, at+w)
}

func isLatin(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
