package quantity

import (
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// rangeMarks join the two ends of a range; longer ones first.
var rangeMarks = [...]string{"——", "──", "--", "至", "到", "—", "–", "-", "~", "～", "－", "−", "─", "〜"}

// rangeMark returns the offset behind a mark of range at a place, or the place
// itself where there is none. between says that the mark is 与 or 和, which
// join a range only before 之间.
func rangeMark(text string, at int) (end int, between bool) {
	i := skipSpace(text, at)
	if i >= len(text) {
		return at, false
	}
	switch r, _ := runeAt(text, i); r {
	case '至', '到', '—', '─', '–', '-', '~', '～', '－', '−', '〜', '与', '和', '(', '（':
	default:
		return at, false
	}
	for _, p := range [...]string{"(含)", "（含）"} {
		if hasPrefixAt(text, i, p) {
			i = skipSpace(text, i+len(p))
		}
	}
	for _, m := range rangeMarks {
		if hasPrefixAt(text, i, m) {
			return skipSpace(text, i+len(m)), false
		}
	}
	for _, m := range [...]string{"与", "和"} {
		if hasPrefixAt(text, i, m) {
			return skipSpace(text, i+len(m)), true
		}
	}
	return at, false
}

// betweenEnd returns the offset up to which a range that 与 joins reaches,
// where 之间 or 间 closes it; else 0.
func betweenEnd(text string, at int, high *Quantity) int {
	if hasPrefixAt(text, at, "之间") {
		return at
	}
	if high.Unit == "间" {
		high.Unit, high.Kind, high.Range.End = "", Number, high.Number.End
		high.UnitRange = source.Range{}
		return high.Number.End
	}
	return 0
}

// join makes a range of two quantities. It declines where the words before say
// that the one turned into the other (从, 由), where the units differ, and
// where the right side is a sign and not an end.
func join(text string, a, b *Quantity) (q Quantity, ok bool) {
	switch prevRune(text, a.Range.Start) {
	case '从', '由', '自':
		if a.Unit != "" {
			return q, false
		}
	}
	if a.Kind == Rank || b.Kind == Rank || b.Negative && !a.Negative || a.Inside != None || a.Kind == Fraction && b.Kind != Fraction {
		return q, false
	}
	if !a.borrowUnit(b) {
		return q, false
	}
	lo, hi := *a, *b
	q = *b
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

// falls reports whether a range without a unit runs from a greater to a lesser
// small whole number, as only scores do.
func (q *Quantity) falls() bool {
	return q.Unit == "" && q.PartKind == Number && q.Decimals == 0 && q.Digits <= 3 && q.Scale == 0 && q.High.Value.Cmp(q.Low.Value) < 0
}

// borrowUnit lets a bare left end of a range or list take unit and scale of
// its right neighbour: 3至5亿元, 15~30%, 1000、2000第纳尔. It reports whether
// the two then are of one kind.
func (q *Quantity) borrowUnit(b *Quantity) bool {
	if q.Unit == b.Unit && q.Kind == b.Kind {
		if q.Scale == 0 && b.Scale > 0 && b.Unit != "" && q.UnitRange.Len() > 0 && q.Kind != Money && q.Kind != Measure && q.Kind != Count {
			return true
		}
		if q.UnitRange.Len() == 0 {
			q.rescale(q.sharedScale(b))
		}
		return true
	}
	if q.Unit == "" && q.Kind == Number && b.Unit != "" {
		q.Unit, q.Kind, q.Borrowed = b.Unit, b.Kind, true
		k := q.sharedScale(b)
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

// sharedScale returns the exponent of the scale that a bare left end shares
// with its neighbour: 3至5亿, 两到三千; but 8500到3万 shares none.
func (q *Quantity) sharedScale(b *Quantity) int {
	switch v := q.Value.Abs(); {
	case q.Scale > 0:
	case b.Scale > 0:
		if v.Cmp(b.Value.Abs().Shift(-b.Scale)) <= 0 {
			return b.Scale
		}
	case q.Han && b.Han && v.Cmp(Int(10)) < 0:
		if k := lastDigit(b.Value, 0); k >= 2 && v.Cmp(b.Value.Shift(-k)) <= 0 && b.Value.Shift(-k).Cmp(Int(10)) < 0 {
			return k
		}
	}
	return 0
}

// Borrow gives a bare number of a list the unit of a later member.
func (q *Quantity) Borrow(b *Quantity) bool {
	return q.Unit == "" && q.Kind == Number && b.Unit != "" && b.Kind != Range && (b.Scale == 0 || q.Scale == 0 && q.sharedScale(b) > 0) && q.borrowUnit(b)
}

func (q *Quantity) rescale(k int) {
	if k == 0 {
		return
	}
	q.Value, q.Place, q.Scale = q.Value.Shift(k), q.Place+k, q.Scale+k
	q.Printed, q.Set = q.Printed.Shift(k), q.Set.Shift(k)
}
