package quantity

import (
	"github.com/hegao/hegao/checker/source"
)

// Kind says what sort of figure a quantity is; the names are those of the
// program's JSON.
type Kind uint8

// The kinds of quantity.
const (
	Number   Kind = iota // a bare number
	Count                // things counted: 家, 个, 人次
	Money                // an amount of a currency
	Measure              // a physical measure
	Percent              // per cent; 成 counts as tens of per cent
	Point                // percentage points; basis points are hundredths of one
	Permille             // per thousand
	Multiple             // 倍, -fold, 番
	Fraction             // 三分之二, 1/3
	Rank                 // 第三, third
	Ordinal              // 第二家, the 10,000th
	Edition              // 第八届
	Duration             // 15分钟, 三年
	Age                  // 61岁
	Score                // 3:1, 95分
	Range                // 3至5亿元
)

var kindNames = [...]string{"number", "count", "money", "measure", "percent", "point", "permille", "multiple",
	"fraction", "rank", "ordinal", "edition", "duration", "age", "score", "range"}

// String returns the name of the kind as JSON has it.
func (k Kind) String() string { return kindNames[k] }

// Hedge is an approximator that stands at a number, by what it says of it.
type Hedge uint8

// The hedges. Exact words such as 达 set none.
const (
	None     Hedge = iota
	About          // 约, 左右
	Nearly         // 近: below
	Over           // 超, 多, 余: above
	Topped         // 突破: at or above
	AtLeast        // 以上, 至少
	Under          // 不足, 不到
	AtMost         // 以内, 至多
	Somewhat       // 几, 数: the number itself is vague
	UpTo           // 上百: of that order
)

var hedgeNames = [...]string{"", "about", "nearly", "over", "topped", "at-least", "under", "at-most", "several", "order"}

// String returns the name of the hedge as JSON has it; empty for none.
func (h Hedge) String() string { return hedgeNames[h] }

// HedgeOf returns the hedge that a code of the lexicon stands for.
func HedgeOf(code string) Hedge {
	switch code {
	case "about":
		return About
	case "nearly":
		return Nearly
	case "over":
		return Over
	case "topped":
		return Topped
	case "atleast":
		return AtLeast
	case "under":
		return Under
	case "atmost":
		return AtMost
	case "upto":
		return UpTo
	}
	return None
}

// Quantity is one number with its unit, as read.
type Quantity struct {
	// Range covers the number, its scale and unit, and hedges that stand inside
	// (2000多个) or behind it; Number covers the numeral with its scale alone.
	Range, Number source.Range
	// Before covers a hedge before the number (近, 超过), After one behind it
	// (左右, 以上); both are empty where there is none.
	Before, After source.Range

	Kind  Kind
	Value Num // the number named; of a range its lower end
	// Set is what the printed digits and the hedges allow, in the strict
	// reading: the interval that any other statement of the fact must meet.
	Set Interval
	// Printed is the interval of the printed digits alone: the value ± half of
	// the last printed place.
	Printed Interval
	Hedge   Hedge  // of the hedges, the one that decides Set
	Pre     Hedge  // the one before
	Inside  Hedge  // 多, 余 inside
	Post    Hedge  // the one behind
	Unit    string // ISO 4217, UCUM, or the classifier itself
	// UnitRange covers the unit; empty where there is none.
	UnitRange source.Range

	Place    int // decimal exponent of the last printed digit's place
	Decimals int // decimals printed
	Scale    int // decimal exponent of the scale word: 亿 → 8
	Digits   int // significant digits printed
	Han      bool
	Grouped  bool
	Bare     bool // a scale without a number, as in 万吨级
	Negative bool
	// Low and High are the parts of a Range kind.
	Low, High *Quantity
	// PartKind is the kind of a Range's ends.
	PartKind Kind
	// Borrowed says that the unit was taken from a later member of a list.
	Borrowed bool
}

// Whole reports whether the quantity counts whole things and prints them
// exactly, without a scale, so that its value has no rounding.
func (q *Quantity) Whole() bool {
	return (q.Kind == Count || q.Kind == Rank || q.Kind == Ordinal || q.Kind == Edition) && q.Decimals == 0 && q.Scale == 0
}

// Half returns half of the last printed place: the most that rounding to the
// printed digits can have moved the value.
func (q *Quantity) Half() Num { return Dec(5, q.Place-1) }

// setIntervals fills Printed and Set from value, place and hedges.
func (q *Quantity) setIntervals(n *numeral) {
	lo, hi := n.lo, n.hi
	if q.Negative {
		lo, hi = hi.Neg(), lo.Neg()
	}
	switch {
	case n.vague:
		q.Printed = Closed(lo, hi)
	case q.Whole() || n.frac && n.decimals == 0:
		q.Printed = Exactly(lo)
	default:
		h := q.Half()
		q.Printed = Closed(lo.Sub(h), hi.Add(h))
	}
	q.Set = q.Printed
	q.applyHedges(n)
}

// applyHedges narrows or opens Set by the hedges, as the table of
// approximators says: 近 is below, 超 and 多 above, 约 fifteen per cent or one
// unit of the last place that isn't zero on either side.
func (q *Quantity) applyHedges(n *numeral) {
	if n.vague {
		q.Hedge = Somewhat
	}
	if n.more {
		q.Inside, q.Hedge = Over, Over
		unit := Dec(1, n.moreUnit)
		q.Set = Interval{Lo: n.lo, Hi: n.lo.Add(unit), HasLo: true, HasHi: true, OpenLo: true, OpenHi: true}
	}
	if n.about {
		q.Inside, q.Hedge = About, About
		q.Set = hedged(About, q.Printed, q.Value, q.lastPlace())
	}
	for _, h := range [...]Hedge{q.Post, q.Pre} {
		if h == None {
			continue
		}
		q.Hedge = h
		q.Set = hedged(h, q.Printed, q.Value, q.lastPlace())
	}
}

// lastPlace returns one unit of the last digit that isn't zero.
func (q *Quantity) lastPlace() Num {
	v, e := q.Value.Abs(), 0
	if v.d > 1 || v.big != nil && !v.big.IsInt() {
		return Num{} // 三分之一 has no last place
	}
	if v.big != nil || v.n == 0 {
		return Dec(1, q.Place)
	}
	n := v.n
	for n%10 == 0 {
		n /= 10
		e++
	}
	return Dec(1, int(v.e)+e)
}

func hedged(h Hedge, printed Interval, x, unit Num) Interval {
	switch h {
	case Nearly, Under:
		s := Interval{Hi: x, HasHi: true, OpenHi: true}
		if x.Sign() > 0 {
			s.HasLo = true
		}
		return s
	case Over:
		return Interval{Lo: x, HasLo: true, OpenLo: true}
	case Topped, AtLeast, UpTo:
		return Interval{Lo: x, HasLo: true}
	case AtMost:
		s := Interval{Hi: x, HasHi: true}
		if x.Sign() > 0 {
			s.HasLo = true
		}
		return s
	case About:
		w := x.Abs().Mul(Dec(15, -2))
		if unit.Cmp(w) > 0 {
			w = unit
		}
		return Closed(x.Sub(w), x.Add(w))
	}
	return printed
}

// String returns kind, value and unit for messages of tests and tools.
func (q *Quantity) String() string {
	s := q.Kind.String() + " " + q.Value.String()
	if q.Kind == Range && q.High != nil {
		s = q.PartKind.String() + " " + q.Low.Value.String() + ".." + q.High.Value.String()
	}
	if q.Unit != "" {
		s += " " + q.Unit
	}
	if q.Hedge != None {
		s += " " + q.Hedge.String()
	}
	return s
}
