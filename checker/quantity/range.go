package quantity

import (
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// rangeMarks join the two ends of a range.
var rangeMarks = []string{"至", "到", "——", "—", "–", "-", "~", "～", "－", "−", "──", "─", "〜", "~-"}

// rangeMark returns the offset behind a mark of range at a place, or the place
// itself where there is none.
func rangeMark(text string, at int) int {
	i := skipSpace(text, at)
	for _, m := range rangeMarks {
		if strings.HasPrefix(text[i:], m) {
			return skipSpace(text, i+len(m))
		}
	}
	return at
}

// join makes a range of two quantities. It declines where the words before say
// that the one turned into the other (从, 由), where the units differ, and
// where the right side is a sign and not an end.
func join(text string, a, b Quantity) (q Quantity, ok bool) {
	p := prevRune(text, a.Range.Start)
	if p == '从' || p == '由' || p == '自' || a.Kind == Rank || b.Kind == Rank || b.Negative && !a.Negative || a.Inside != None {
		return q, false
	}
	if !a.borrowUnit(&b) {
		return q, false
	}
	lo, hi := a, b
	q = b
	q.Kind, q.PartKind = Range, b.Kind
	q.Range = source.Range{Start: a.Range.Start, End: b.Range.End}
	q.Number = source.Range{Start: a.Number.Start, End: b.Number.End}
	q.Low, q.High = &lo, &hi
	q.Value = a.Value
	q.Place, q.Decimals, q.Digits = min(a.Place, b.Place), max(a.Decimals, b.Decimals), max(a.Digits, b.Digits)
	l, h := a.Value, b.Value
	if h.Cmp(l) < 0 {
		l, h = h, l
	}
	q.Set = Closed(l, h)
	q.Printed = q.Set
	q.Hedge, q.Pre, q.Before = None, None, source.Range{}
	return q, true
}

// borrowUnit lets a bare left end of a range or list take unit and scale of
// its right neighbour: 3至5亿元, 15~30%, 1000、2000第纳尔. It reports whether
// the two then are of one kind.
func (q *Quantity) borrowUnit(b *Quantity) bool {
	if q.Unit == b.Unit && q.Kind == b.Kind {
		if q.Scale == 0 && b.Scale > 0 && b.Unit != "" && q.UnitRange.Len() > 0 && q.Kind != Money && q.Kind != Measure && q.Kind != Count {
			return true
		}
		if q.Scale == 0 && b.Scale > 0 && q.UnitRange.Len() == 0 {
			q.rescale(b.Scale)
		}
		return true
	}
	if q.Unit == "" && q.Kind == Number && b.Unit != "" {
		q.Unit, q.Kind, q.Borrowed = b.Unit, b.Kind, true
		k := 0
		if q.Scale == 0 && b.Scale > 0 && q.Value.Abs().Cmp(b.Value.Abs()) < 0 {
			k = b.Scale
		}
		if strings.HasPrefix(b.Unit, "%") && b.Han && q.Han {
			k = 1
		}
		q.rescale(k)
		if q.Whole() {
			q.Printed, q.Set = Exactly(q.Value), Exactly(q.Value)
		}
		return true
	}
	if q.Kind == Money && b.Kind == Number && q.UnitRange.Start < q.Number.Start {
		b.Unit, b.Kind, b.Borrowed = q.Unit, Money, true // $26-31 million
		if q.Scale == 0 && b.Scale > 0 {
			q.rescale(b.Scale)
		}
		return true
	}
	return false
}

// Borrow gives a bare number of a list the unit of a later member.
func (q *Quantity) Borrow(b *Quantity) bool {
	return q.Unit == "" && q.Kind == Number && b.Unit != "" && b.Kind != Range && b.Scale == 0 && q.borrowUnit(b)
}

func (q *Quantity) rescale(k int) {
	if k == 0 {
		return
	}
	q.Value, q.Place, q.Scale = q.Value.Shift(k), q.Place+k, q.Scale+k
	q.Printed, q.Set = q.Printed.Shift(k), q.Set.Shift(k)
}
