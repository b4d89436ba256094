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
	var hedge Hedge
	var before source.Range
	for i := 0; i < len(text); {
		c, w := runeAt(text, i)
		starts := Starts(c)
		if !starts && !lexicon.Begins(lowerLetter(c)) {
			i += w
			continue
		}
		if starts && skip != nil {
			if e := skip(i); e > i {
				i = e
				continue
			}
		}
		word, e := lexicon.Match(text, i)
		mask := i
		if _, ok := lexicon.Has(word, lexicon.ClassMask); ok {
			mask = e
		}
		if starts {
			if q, end, ok := Read(text, i); ok && end >= mask && (word < 0 || e <= end || q.Number.End > i+w) {
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

func lowerLetter(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}
