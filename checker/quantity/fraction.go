package quantity

import (
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// readFraction continues a numeral with 分之, a slash, or 又 and a fraction,
// and returns the offset behind what it took.
func (n *numeral) readFraction(text string, at int) int {
	if j := fenZhi(text, at); j > at {
		return n.readPart(text, at, j)
	}
	if e := n.readTenths(text, at); e > at {
		return e
	}
	if e := n.readSlash(text, at); e > at {
		return e
	}
	if e := n.readShortPart(text, at); e > at {
		return e
	}
	j := skipSpace(text, at)
	switch {
	case hasPrefixAt(text, j, "又"):
		j = skipSpace(text, j+len("又"))
	case j > at && n.arabic && n.decimals == 0 && isDigitAt(text, j):
	default:
		return at
	}
	m, ok := readNumeral(text, j)
	if !ok {
		return at
	}
	j = m.end
	e := m.readFraction(text, j)
	if e == j || !m.frac && m.perBase == 0 || n.vague || n.more {
		return at
	}
	part := m.lo
	if m.perBase > 0 {
		part = part.Shift(-m.perBase)
	}
	n.lo = n.lo.Add(part)
	n.hi, n.named, n.frac, n.place, n.bareScale, n.formal = n.lo, n.lo, true, m.place, false, false
	return e
}

// fenZhi returns the offset behind 分之 at a place, which may stand in spaced
// type, or the place itself.
func fenZhi(text string, at int) int {
	j := skipSpace(text, at)
	if hasPrefixAt(text, j, "份") || !hasPrefixAt(text, j, "分") {
		return at
	}
	j = skipSpace(text, j+len("分"))
	if !hasPrefixAt(text, j, "之") {
		return at
	}
	return skipSpace(text, j+len("之"))
}

// readPart reads the numerator behind 分之. A bare scale as denominator makes a
// percentage (百分之, 千分之, 万分之), any other number a fraction.
func (n *numeral) readPart(text string, at, j int) int {
	neg, w := signAt(text, j)
	m, ok := readNumeral(text, j+w)
	if !ok || n.lo.Sign() == 0 || n.vague || n.more || !n.lo.IsInt() {
		return at
	}
	if neg {
		m.lo, m.hi, m.named = m.hi.Neg(), m.lo.Neg(), m.named.Neg()
	}
	k := lastDigit(n.lo, 0)
	if n.bareScale && !n.arabic && k >= 2 {
		n.perBase = k
		n.lo, n.hi, n.named = m.lo, m.hi, m.named
	} else {
		d := n.lo
		n.lo, _ = m.lo.Div(d)
		n.hi, _ = m.hi.Div(d)
		n.named, _ = m.named.Div(d)
		n.frac = true
	}
	n.vague, n.more, n.moreUnit = m.vague, m.more, m.moreUnit
	n.place, n.decimals, n.digits, n.scale, n.bareScale = m.place, m.decimals, m.digits, m.scale, false
	n.arabic, n.han, n.formal = m.arabic, n.han || m.han, false
	n.end = m.end
	return m.end
}

// readTenths reads 十之八九: eighty to ninety per cent.
func (n *numeral) readTenths(text string, at int) int {
	if n.arabic || n.lo.Cmp(Int(10)) != 0 || n.vague || n.more || !hasPrefixAt(text, at, "之") {
		return at
	}
	m, ok := readNumeral(text, at+len("之"))
	if !ok || !m.vague || m.chars != 1 || m.lo.Cmp(Int(2)) < 0 {
		return at
	}
	n.lo, n.hi, n.named, n.vague, n.perBase = m.lo, m.hi, m.named, true, 1
	n.place, n.scale, n.bareScale, n.end = 0, 0, false, m.end
	return m.end
}

// readShortPart reads a fraction without 之, as copy of Hong Kong has it: 三分一,
// 四分三. Tenths stand so only behind 又: 十分一致 is something else.
func (n *numeral) readShortPart(text string, at int) int {
	if n.arabic || n.chars != 1 || n.vague || n.more || n.formal || !hasPrefixAt(text, at, "分") {
		return at
	}
	i := at + len("分")
	r, w := runeAt(text, i)
	part := Int(int64(hanDigit(r)))
	if hanDigit(r) < 1 || part.Cmp(n.lo) >= 0 || n.lo.Cmp(Int(10)) >= 0 && !hasSuffixAt(text, n.start, "又") {
		return at
	}
	i += w
	if next, _ := runeAt(text, i); hanDigit(next) >= 0 || hanUnit(next) > 0 || next == '成' || maskEnd(text, i-w) > i {
		return at
	}
	if s, e := lexicon.MatchClass(text, i, lexicon.ClassUnit); e > i && s.Alt == "duration" {
		return at // 三分一秒
	}
	d := n.lo
	n.lo, _ = part.Div(d)
	n.hi, n.named, n.frac, n.bareScale = n.lo, n.lo, true, false
	n.place, n.decimals, n.digits, n.scale, n.end = 0, 0, 1, 0, i
	return i
}

// readSlash reads a fraction with a slash. Only small denominators count: 7/24,
// 2024/25 and 9/11 are something else.
func (n *numeral) readSlash(text string, at int) int {
	i := at
	switch {
	case hasPrefixAt(text, i, "/"):
		i++
	case hasPrefixAt(text, i, "／"):
		i += len("／")
	default:
		return at
	}
	if !n.arabic || n.han || n.decimals > 0 || n.digits > 3 || n.grouped {
		return at
	}
	d, w := asciiDigit(text, i)
	if d < 0 {
		return at
	}
	i += w
	if d == 1 {
		if z, w := asciiDigit(text, i); z == 0 {
			d, i = 10, i+w
		}
	}
	if d < 2 || isDigitAt(text, i) || i < len(text) && (text[i] == '/' || isLatin(text[i]) || text[i] == '.' && isDigitAt(text, i+1)) {
		return at
	}
	v, _ := n.lo.Div(Int(int64(d)))
	n.lo, n.hi, n.named, n.frac = v, v, v, true
	return i
}

// readHalf reads 半 as one half before a unit that may be halved, 一半 and 半数
// as the fraction, and 对折.
func readHalf(text string, at int, q *Quantity) (end int, weak, ok bool) {
	i := at + len("半")
	n := numeral{start: at, end: i, lo: Dec(5, -1), place: -1, decimals: 1, digits: 1, han: true}
	n.hi, n.named = n.lo, n.lo
	q.Range.Start = at
	s, e := lexicon.Sense{}, i
	switch {
	case hasPrefixAt(text, at, "对") || hasPrefixAt(text, at, "對"):
		if !hasPrefixAt(text, i, "折") || prevRune(text, at) != '打' {
			return at, false, false
		}
		s, e = lexicon.Sense{Code: "%", Alt: "percent"}, i+len("折")
		n.lo, n.decimals, n.place = Int(50), 0, 1
		n.hi, n.named = n.lo, n.lo
	case hasPrefixAt(text, at, "一"):
		i += len("半")
		if maskEnd(text, at) > i {
			return at, false, false
		}
		e, n.end, n.frac = i, i, true
	case halfOf(text, at, i):
		if hasPrefixAt(text, i, "数") {
			i += len("数")
		}
		e, n.end, n.frac = i, i, true
	default:
		s, e = lexicon.MatchClass(text, i, lexicon.ClassUnit)
		if e == i || maskEnd(text, at) > i {
			return at, false, false
		}
		if s.Alt != "duration" && s.Alt != "measure" && s.Alt != "tenths" && !alone(text, at, e) {
			return at, false, false
		}
		if s.Code == "d" {
			return at, false, false // 半天, 半日: words of their own
		}
	}
	q.Number = source.Range{Start: at, End: n.end}
	q.fill(&n)
	q.Kind = Fraction
	if e > i {
		q.setUnit(s, source.Range{Start: i, End: e}, &n)
	}
	i = q.readAfter(text, e, &n)
	q.Range.End = i
	q.setIntervals(&n)
	return i, false, true
}

// halfOf reports whether 半 means half of a whole: 半数, or behind a hedge and
// before no unit, 过半.
func halfOf(text string, at, end int) bool {
	if hasPrefixAt(text, end, "数") {
		return true
	}
	switch prevRune(text, at) {
	case '过', '近', '超', '逾':
		return !unitAt(text, end) && maskEnd(text, at) <= end
	}
	return false
}
