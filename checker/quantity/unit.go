package quantity

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// setUnit gives the quantity the kind and code of a unit of the lexicon.
func (q *Quantity) setUnit(s lexicon.Sense, at source.Range, n *numeral) {
	q.Unit, q.UnitRange = s.Code, at
	switch s.Alt {
	case "percent":
		q.Kind = Percent
	case "point":
		q.Kind = Point
	case "permille":
		q.Kind = Permille
	case "multiple":
		q.Kind = Multiple
	case "tenths":
		q.Kind, q.Unit = Percent, "%"
		q.scaleBy(n, 1)
		if n.more {
			n.moreUnit = 1
		}
	case "discount":
		q.Kind, q.Unit = Percent, "%"
		k := 1
		if n.digits == 2 && n.decimals == 0 {
			k = 0
		}
		q.scaleBy(n, k)
	case "doubling":
		q.Kind = Multiple
	case "money":
		q.Kind = Money
		q.scaleBy(n, int(s.Num))
	case "minor":
		q.Kind = Money
		if q.Unit == "角" || q.Unit == "分" {
			q.Unit = "CNY"
		}
		q.scaleBy(n, int(s.Num))
	case "measure", "temperature":
		q.Kind = Measure
	case "duration":
		q.Kind = Duration
	case "age":
		q.Kind = Age
	case "score":
		q.Kind = Score
	default:
		q.Kind = Count
	}
}

// scaleBy multiplies value, ends and place by 10^k.
func (q *Quantity) scaleBy(n *numeral, k int) {
	if k == 0 {
		return
	}
	n.lo, n.hi, n.place, n.moreUnit = n.lo.Shift(k), n.hi.Shift(k), n.place+k, n.moreUnit+k
	q.Value, q.Place = q.Value.Shift(k), q.Place+k
}

// readUnit reads the unit behind the numeral, which may stand behind a space,
// and returns the offset behind it, or -1 where the number isn't a quantity.
func (q *Quantity) readUnit(text string, at int, n *numeral, prefix lexicon.Sense, hasPrefix bool) int {
	if n.perBase > 0 {
		q.Kind, q.Unit = Percent, "%"
		switch n.perBase {
		case 3:
			q.Kind, q.Unit = Permille, "‰"
		case 4:
			q.Kind, q.Unit = Fraction, ""
			q.scaleBy(n, -4)
		}
		q.UnitRange = source.Range{Start: q.Range.Start, End: q.Range.Start + len("百分之")}
		if s, e := lexicon.MatchClass(text, at, lexicon.ClassUnit); e > at && s.Code == "pp" {
			q.setUnit(s, source.Range{Start: at, End: e}, n)
			return e
		}
		return at
	}
	if n.frac {
		q.Kind = Fraction
		return at
	}
	if hasPrefix {
		q.setUnit(prefix, source.Range{Start: q.Range.Start, End: q.Number.Start}, n)
		if s, e := lexicon.MatchClass(text, at, lexicon.ClassUnit); e > at && s.Alt == "money" && s.Code == q.Unit {
			return e
		}
		return at
	}
	j := skipSpace(text, at)
	s, e := lexicon.MatchClass(text, j, lexicon.ClassUnit)
	if e == j {
		return at
	}
	if m := maskEnd(text, j); m > e && !strings.HasSuffix(text[j:e], "元") {
		return at // 5家庭, 3条件: the unit begins another word
	}
	if j > at && text[j] < utf8.RuneSelf && e-j == 1 && text[j] >= 'A' {
		// A lone letter behind a space is a unit only in tables of measures.
		if text[j] != 'm' && text[j] != 'g' {
			return at
		}
	}
	if s.Code == "个" {
		if k := q.readHalfUnit(text, e, n); k > e {
			return k
		}
	}
	if s.Alt == "tenths" && !(n.digits <= 2 && n.scale == 0) {
		return at
	}
	if s.Alt == "score" && s.Code == "点" {
		return at
	}
	q.setUnit(s, source.Range{Start: j, End: e}, n)
	if q.Kind == Money || q.Kind == Measure {
		e = q.readPer(text, e)
	}
	if q.Kind == Percent && s.Alt == "tenths" {
		if r, w := runeAt(text, e); hanDigit(r) > 0 && q.Han { // 三成五
			n.lo, n.hi = n.lo.Add(Int(int64(hanDigit(r)))), n.hi.Add(Int(int64(hanDigit(r))))
			q.Value, n.place, q.Place = n.lo, 0, 0
			e += w
		} else if r == '半' {
			n.lo, n.hi = n.lo.Add(Int(5)), n.hi.Add(Int(5))
			q.Value, n.place, q.Place = n.lo, 0, 0
			e += w
		}
	}
	if q.Kind == Money && s.Num == 0 {
		e = q.readMinor(text, e, n)
	}
	return e
}

// readHalfUnit reads 半 between 个 and a unit of time: 3个半月.
func (q *Quantity) readHalfUnit(text string, at int, n *numeral) int {
	r, w := runeAt(text, at)
	if r != '半' {
		return at
	}
	s, e := lexicon.MatchClass(text, at+w, lexicon.ClassUnit)
	if m, mw := runeAt(text, at+w); e == at+w && m == '月' {
		s, e = lexicon.Sense{Class: lexicon.ClassUnit, Code: "mo", Alt: "duration"}, at+w+mw
	}
	if s.Alt != "duration" {
		return at
	}
	half := Dec(5, -1)
	n.lo, n.hi, n.place, n.decimals = n.lo.Add(half), n.hi.Add(half), -1, 1
	q.Value, q.Place, q.Decimals = n.lo, -1, 1
	q.setUnit(s, source.Range{Start: at - len("个"), End: e}, n)
	return e
}

// readPer reads the base of a price or rate: 元/吨, 元每股.
func (q *Quantity) readPer(text string, at int) int {
	i := at
	if i < len(text) && text[i] == '/' {
		i++
	} else if strings.HasPrefix(text[i:], "每") {
		i += len("每")
	} else if strings.HasPrefix(text[i:], "／") {
		i += len("／")
	} else {
		return at
	}
	s, e := lexicon.MatchClass(text, i, lexicon.ClassUnit)
	if e == i || maskEnd(text, i) > e {
		return at
	}
	q.Unit += "/" + s.Code
	q.UnitRange.End = e
	return e
}

// readMinor reads 角 and 分 behind 元: 3元5角.
func (q *Quantity) readMinor(text string, at int, n *numeral) int {
	if n.scale > 0 || n.decimals > 0 {
		return at
	}
	i := at
	for range 2 {
		m, ok := readNumeral(text, i)
		if !ok || m.digits != 1 || m.scale > 0 || m.more || m.vague {
			break
		}
		k := 0
		r, w := runeAt(text, m.end)
		switch r {
		case '角', '毛':
			k = -1
		case '分':
			k = -2
		}
		if k == 0 {
			break
		}
		n.lo, n.hi = n.lo.Add(m.lo.Shift(k)), n.hi.Add(m.lo.Shift(k))
		n.place = k
		q.Value, q.Place = n.lo, k
		i = m.end + w
	}
	return i
}

// readAfter reads what may follow the unit: 多, 半, 级, and hedges behind.
func (q *Quantity) readAfter(text string, at int, n *numeral) int {
	i := at
	r, w := runeAt(text, i)
	if q.Unit != "" && isMore(r) && r != '来' && !n.more && (q.Kind == Duration || q.Kind == Measure || q.Kind == Money || q.Kind == Multiple || q.Kind == Percent || q.Kind == Age || q.Kind == Count) {
		if maskEnd(text, i) <= i+w {
			n.more, n.moreUnit = true, q.Place
			if q.Kind == Percent && q.Place >= 1 {
				n.moreUnit = 1
			}
			i += w
			r, w = runeAt(text, i)
		}
	}
	if r == '半' && (q.Kind == Duration || q.Kind == Measure || q.Kind == Multiple) && maskEnd(text, i) <= i+w {
		half := Dec(5, -1)
		n.lo, n.hi, n.place, n.decimals = n.lo.Add(half), n.hi.Add(half), -1, 1
		q.Value, q.Place, q.Decimals = n.lo, -1, 1
		i += w
		r, w = runeAt(text, i)
	}
	if r == '级' && q.Kind == Measure && maskEnd(text, i) <= i+w {
		i += w
	}
	j := skipSpace(text, i)
	if s, e := lexicon.MatchClass(text, j, lexicon.ClassPostHedge); e > j && (j == i || text[j] < utf8.RuneSelf) && q.postFits(text, j, e) {
		q.Post = HedgeOf(s.Code)
		q.After = source.Range{Start: j, End: e}
	}
	return i
}

// postFits keeps 上下 and 前后 from being taken for hedges where they are words
// of place or time, and short English ones from being cut out of others.
func (q *Quantity) postFits(text string, at, end int) bool {
	if q.Kind == Number && q.Unit == "" && at > 0 && q.Digits < 2 {
		return false
	}
	word := text[at:end]
	switch word {
	case "起", "强", "弱", "不到", "不足", "以里":
		return false
	case "前后", "上下":
		return q.Kind != Duration
	case "plus", "over":
		return false
	}
	if maskEnd(text, at) > end {
		return false
	}
	return true
}

// masked reports whether what was read only looks like a quantity: a word of
// the mask list covers it, or a lone Han numeral stands without a unit.
func masked(text string, at, end int, q *Quantity, n *numeral) bool {
	if m := maskEnd(text, at); m >= end && m > at {
		return true
	}
	r, _ := runeAt(text, end)
	if n.bareScale && !n.more && q.Kind != Measure && !n.vague {
		return true // 万元, 百姓: no number; 万吨级 is one
	}
	if n.bareScale && q.Kind == Measure && r != '级' && !n.more {
		return true
	}
	if q.Unit == "" && !n.arabic && !n.frac && n.perBase == 0 {
		// Han numerals without a unit: kept where they are long enough to be
		// nothing else.
		if n.digits <= 1 && n.scale == 0 || n.bareScale {
			return true
		}
	}
	if n.arabic && q.Unit == "" {
		if r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') {
			return true // 5G, 4S店
		}
		switch r {
		case '强', '号': // 世界500强, 12号线
			return true
		}
	}
	return false
}
