package diff

import (
	"cmp"
	_ "embed"
	"math/big"
	"slices"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/quantity"
)

// fact is a figure in a form that doesn't depend on the language of the copy:
// what kind of thing it measures, and the numbers that it allows in the base
// unit of that kind.
type fact struct {
	row   *checker.Figure
	index int // among the facts of its side
	block int
	class string            // "money CNY", "area", "percent", "points", "place", "count", "date" …
	set   quantity.Interval // in the base unit
	print quantity.Interval // what the digits alone allow, in the base unit
	grain quantity.Num      // one in the last place of the number that isn't nought
	value quantity.Num      // the number named, in the base unit
	date  string            // of dates and periods, in ISO 8601
}

// The classes that have no unit of their own.
const (
	classPercent  = "percent"
	classMultiple = "multiple"
	classPoints   = "points"
	classPlace    = "place"
	classCount    = "count"
	classDate     = "date"
	classTime     = "time"
	classDuration = "duration"
)

// facts returns the figures of a side, in their order.
func facts(s *Side) []*fact {
	rows := make([]*checker.Figure, len(s.Result.Figures))
	for i := range rows {
		rows[i] = &s.Result.Figures[i]
	}
	slices.SortStableFunc(rows, func(a, b *checker.Figure) int {
		return cmp.Or(a.Range.Start-b.Range.Start, a.Range.End-b.Range.End)
	})
	var out []*fact
	block := 0
	for _, row := range rows {
		for block+1 < len(s.Doc.Blocks) && s.Doc.Blocks[block+1].Range.Start <= row.Range.Start {
			block++
		}
		f := &fact{row: row, index: len(out), block: block}
		f.classify()
		out = append(out, f)
	}
	return out
}

// plainClasses are the classes of kinds without a unit to convert.
var plainClasses = map[string]string{
	"rank": classPlace, "ordinal": classPlace, "edition": classPlace,
	"count": classCount, "number": classCount, "age": classCount,
	"date": classDate, "period": classDate, "time": classTime,
}

// percentFactors are how many per cent the kinds of shares are.
var percentFactors = map[string]quantity.Num{
	"percent": quantity.Int(1), "permille": quantity.Dec(1, -1), "fraction": quantity.Int(100),
}

func (f *fact) classify() {
	q, kind := &f.row.Quantity, f.row.Kind
	f.set, f.print, f.value, f.grain = q.Set, q.Printed, q.Value, grain(q.Value)
	unit, _, _ := strings.Cut(q.Unit, "/") // 元 per square metre is printed on either side of the figure
	switch percent, is := percentFactors[kind]; {
	case plainClasses[kind] != "":
		f.class = plainClasses[kind]
		if f.class == classDate || f.class == classTime {
			f.date = f.row.Value
		}
	case is:
		f.class = classPercent
		f.scale(percent)
	case kind == "multiple":
		f.class = classMultiple
	case kind == "money" || len(unit) == 3 && strings.ToUpper(unit) == unit && unit[0] < 0x80 && kind == "range":
		f.class = "money " + unit
	case unit == "%":
		f.class = classPercent
	default:
		f.convert(unit)
	}
}

// convert brings a measure to the base unit of what it measures.
func (f *fact) convert(unit string) {
	u, known := units()[unit]
	if !known {
		f.class = classCount
		if f.row.Kind == "measure" || f.row.Kind == "duration" || f.row.Kind == "score" {
			f.class = f.row.Kind + " " + unit
		}
		return
	}
	f.class = u.class
	f.scale(u.factor)
}

func (f *fact) scale(factor quantity.Num) {
	f.value, f.grain = f.value.Mul(factor), f.grain.Mul(factor)
	f.set.Lo, f.set.Hi = f.set.Lo.Mul(factor), f.set.Hi.Mul(factor)
	f.print.Lo, f.print.Hi = f.print.Lo.Mul(factor), f.print.Hi.Mul(factor)
}

// unit is what a unit measures and how many base units it holds.
type unit struct {
	class  string
	factor quantity.Num
}

//go:embed units.tsv
var unitTable string

var units = sync.OnceValue(func() map[string]unit {
	table := map[string]unit{}
	for line := range strings.Lines(unitTable) {
		col := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(col) != 3 {
			continue
		}
		over, under, _ := strings.Cut(col[2], "/")
		r, _ := new(big.Rat).SetString(over)
		if under != "" {
			d, _ := new(big.Rat).SetString(under)
			r.Quo(r, d)
		}
		table[col[0]] = unit{col[1], quantity.FromRat(r)}
	}
	return table
})

// agrees reports whether two facts may state the same thing: of kinds that are
// the same in two languages, with values that both printed forms allow.
func (f *fact) agrees(g *fact) bool {
	switch {
	case f.class == classDate && g.class == classDate:
		return sameDate(f.date, g.date)
	case f.class == classTime && g.class == classTime:
		return f.date == g.date
	case f.class == classDate || g.class == classDate:
		return f.spans(g) || g.spans(f)
	case f.class == classMultiple || g.class == classMultiple:
		return f.multiplies(g) || g.multiplies(f)
	case !comparable(f.class, g.class):
		return false
	}
	return f.meets(g)
}

// sides are the ways in which hedges leave an interval open: below the number,
// or above it.
var sides = map[string]int{"nearly": -1, "under": -1, "at-most": -1, "over": 1, "topped": 1, "at-least": 1}

// meets reports whether two values of one unit may be the same number. Intervals
// alone would let "more than 2,000" agree with every larger number, and 7502.3
// with 7502.4, which have an end in common.
func (f *fact) meets(g *fact) bool {
	a, b := f.row.Hedge, g.row.Hedge
	switch {
	case f.row.Kind == "range" && g.row.Kind == "range":
		return f.set.Lo.Cmp(g.set.Lo) == 0 && f.set.Hi.Cmp(g.set.Hi) == 0
	case a == "" && b == "":
		return overlap(f.set, g.set)
	case a == b && f.row.Unit == g.row.Unit, sides[a] != 0 && sides[a] == sides[b]:
		return overlap(f.print, g.print)
	}
	// One side says roughly what the other says: to the last digit that it prints.
	apart := f.value.Sub(g.value).Abs()
	return f.set.Meets(g.set) && (b != "" && apart.Cmp(g.grain) <= 0 || a != "" && apart.Cmp(f.grain) <= 0)
}

// overlap reports whether two intervals have more in common than an end.
func overlap(v, w quantity.Interval) bool {
	if !v.Meets(w) {
		return false
	}
	point := func(v quantity.Interval) bool { return v.Bounded() && v.Lo.Cmp(v.Hi) == 0 }
	touch := func(v, w quantity.Interval) bool { return v.HasHi && w.HasLo && v.Hi.Cmp(w.Lo) == 0 }
	return point(v) || point(w) || !touch(v, w) && !touch(w, v)
}

// grain returns one in the last place of a number that isn't nought: 1000 for
// 2000, 0.1 for 7502.3.
func grain(x quantity.Num) quantity.Num {
	text := strings.TrimLeft(x.Abs().String(), "0")
	whole, decimals, _ := strings.Cut(text, ".")
	if decimals = strings.TrimRight(decimals, "0"); decimals != "" {
		return quantity.Dec(1, -len(decimals))
	}
	return quantity.Dec(1, len(whole)-len(strings.TrimRight(whole, "0")))
}

// comparable reports whether values of two classes may be the same thing. What
// one language counts with a unit of time or an ordinal, another may not.
func comparable(a, b string) bool {
	return a == b || loose(a) && loose(b)
}

func loose(class string) bool {
	return class == classCount || class == classPlace || strings.HasPrefix(class, classDuration)
}

// spans reports whether a duration is as long as a period that f names, 前11个月
// and "11 months", or names its day: 13日 may be either.
func (f *fact) spans(g *fact) bool {
	if f.class != classDate || g.row.Kind != "duration" {
		return false
	}
	v, whole := g.value.Int64()
	switch g.row.Unit {
	case "mo":
		n, ok := months(f.date)
		return ok && whole && v == n
	case "d":
		day, ok := digits(f.date[max(0, len(f.date)-2):])
		return ok && whole && len(f.date) == len("2025-12-25") && v == int64(day)
	}
	return false
}

// months returns how many months a period of whole months lasts.
func months(iso string) (int64, bool) {
	from, to, _ := strings.Cut(iso, "/")
	y1, m1, ok1 := yearMonth(from)
	y2, m2, ok2 := yearMonth(to)
	return int64(12*(y2-y1) + m2 - m1 + 1), ok1 && ok2
}

func yearMonth(s string) (year, month int, ok bool) {
	if len(s) != len("2025-11") || s[4] != '-' {
		return 0, 0, false
	}
	y, ok1 := digits(s[:4])
	m, ok2 := digits(s[5:])
	return y, m, ok1 && ok2
}

func digits(s string) (n int, ok bool) {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}

// sameDate reports whether two dates are the same as far as both are known: one
// side may leave the year to its reader.
func sameDate(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) != len(b) || len(a) < 4 {
		return false
	}
	blank := func(s string) bool { return strings.HasPrefix(s, "XXXX") }
	return (blank(a) || blank(b)) && a[4:] == b[4:]
}

// multiplies reports whether f, a multiple, says what g says: 增长1.4倍 and "140
// percent", 增长1倍 and "doubled", 是去年的两倍 and "twice".
func (f *fact) multiplies(g *fact) bool {
	if f.class != classMultiple {
		return false
	}
	switch g.class {
	case classPercent:
		return f.set.Shift(2).Meets(g.set) && f.row.Sign >= 0
	case classMultiple:
		one := quantity.Exactly(quantity.Int(1))
		return f.set.Meets(g.set) || f.set.Add(one).Meets(g.set) || g.set.Add(one).Meets(f.set)
	case classCount: // 增长三倍 and "three"; 1.3倍 isn't some 1.27
		return f.value.Cmp(g.value) == 0
	}
	return false
}

// confusable are classes that one slip of the pen turns into each other.
func confusable(a, b string) bool {
	money := func(s string) bool { return strings.HasPrefix(s, "money ") }
	pair := []string{a, b}
	slices.Sort(pair)
	return money(a) && money(b) || pair[0] == classPercent && pair[1] == classPoints ||
		pair[0] == classMultiple && pair[1] == classPercent
}

// numeral returns the significant digits of the printed value.
func (f *fact) numeral() string {
	if f.date != "" {
		return f.date
	}
	s := f.row.Quantity.Value.String()
	s = strings.ReplaceAll(s, ".", "")
	return strings.Trim(s, "-0")
}

// slip says how two values look alike: the same digits (2), one digit wrong,
// dropped or two neighbours swapped (1), or not at all (0).
func slip(a, b string) int {
	switch {
	case a == b:
		return 2
	case len(a) < 2 || len(b) < 2:
		return 0
	case len(a) == len(b):
		var at []int
		for i := range len(a) {
			if a[i] != b[i] {
				at = append(at, i)
			}
		}
		swapped := len(at) == 2 && at[1] == at[0]+1 && a[at[0]] == b[at[1]] && a[at[1]] == b[at[0]]
		if len(at) == 1 || swapped {
			return 1
		}
	case len(a) == len(b)+1 && dropped(a, b), len(b) == len(a)+1 && dropped(b, a):
		return 1
	}
	return 0
}

// dropped reports whether short is long without one character.
func dropped(long, short string) bool {
	i := 0
	for i < len(short) && long[i] == short[i] {
		i++
	}
	return long[i+1:] == short[i:]
}

// weight says how much it tells that a fact is matched or missing: nothing for
// small counts, which languages put into words as they like, and for frames of
// time; most for figures of several digits.
func (f *fact) weight() int {
	switch {
	case f.class == classDate:
		if len(f.date) == len("2025-12-25") && !strings.Contains(f.date, "/") {
			return 2
		}
		return 0
	case f.class == classTime:
		return 1
	case f.class == classPlace && (f.row.Kind == "ordinal" && f.value.Cmp(quantity.Int(100)) < 0 || f.value.Cmp(quantity.Int(1)) == 0):
		return 0 // "first" has many words
	case loose(f.class) && f.class != classPlace && f.value.Abs().Cmp(quantity.Int(10)) < 0 && f.row.Quantity.Decimals == 0:
		return 0
	case f.class == classMultiple:
		return 1
	case len(f.numeral()) >= 3:
		return 3
	}
	return 2
}
