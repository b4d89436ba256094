package quantity

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// readHalfUnit reads 半 or 多 between 个 and a unit of time: 3个半月, 5个多小时.
func (q *Quantity) readHalfUnit(text string, at int, n *numeral) int {
	r, w := runeAt(text, at)
	if r != '半' && r != '多' {
		return at
	}
	s, e := lexicon.MatchClass(text, at+w, lexicon.ClassUnit)
	if m, mw := runeAt(text, at+w); e == at+w && m == '月' {
		s, e = lexicon.Sense{Class: lexicon.ClassUnit, Code: "mo", Alt: "duration"}, at+w+mw
	}
	if r == '多' {
		if s.Alt != "duration" || n.more || n.vague || maskEnd(text, at+w) > e {
			return at
		}
		n.more, n.moreUnit = true, n.place
		q.setUnit(s, source.Range{Start: at - len("个"), End: e}, n)
		return e
	}
	if s.Alt != "duration" {
		if e > at+w || !alone(text, n.start, at+w) {
			return at
		}
		s, e = lexicon.Sense{Class: lexicon.ClassUnit, Code: "个", Alt: "count"}, at+w
	}
	n.addHalf()
	q.Value, q.Place, q.Decimals = n.named, -1, 1
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
	if e == i && hasPrefixAt(text, i, "月") {
		s.Code, e = "mo", i+len("月")
	}
	if e == i || maskEnd(text, i) > e {
		return at
	}
	q.Unit += "/" + s.Code
	q.UnitRange.End = e
	return e
}

// minorUnits are the parts of a currency's unit, with their exponent.
var minorUnits = [...]struct {
	word string
	exp  int
}{{"角", -1}, {"毛", -1}, {"分", -2}, {"美分", -2}, {"日本銭", -2}}

// readMinor reads 角 and 分 behind 元: 3元5角, 五块六.
func (q *Quantity) readMinor(text string, at int, n *numeral, spoken bool) int {
	if n.scale > 0 || n.decimals > 0 || n.vague || n.more {
		return at
	}
	i, last := at, n.place
	for range 2 {
		j := i
		if hasPrefixAt(text, j, "又") {
			j += len("又")
		}
		d, w := oneDigit(text, j)
		if d < 0 {
			break
		}
		k, e := 0, j+w
		for _, u := range minorUnits {
			if hasPrefixAt(text, e, u.word) {
				k, e = u.exp, e+len(u.word)
				break
			}
		}
		if k == 0 {
			if !spoken || last < -1 || hanDigit(firstOf(text, e)) >= 0 || hanUnit(firstOf(text, e)) > 0 || isDigitAt(text, e) || unitAt(text, e) && !rangeAt(text, e) {
				break
			}
			k = last - 1
		}
		part := Dec(int64(d), k)
		n.lo, n.hi, n.named = n.lo.Add(part), n.hi.Add(part), n.named.Add(part)
		n.place, last, spoken = k, k, true
		q.Value, q.Place = n.named, k
		i = e
	}
	return i
}

// oneDigit returns the single digit, Arabic or Han, at a place.
func oneDigit(text string, at int) (d, w int) {
	if d, w = asciiDigit(text, at); d >= 0 {
		if isDigitAt(text, at+w) {
			return -1, 0
		}
		return d, w
	}
	r, w := runeAt(text, at)
	return hanDigit(r), w
}

func firstOf(text string, at int) rune { r, _ := runeAt(text, at); return r }

func rangeAt(text string, at int) bool { e, _ := rangeMark(text, at); return e > at }

// readHeight reads the centimetres that speech leaves without a unit: 1米85,
// 一米七.
func (q *Quantity) readHeight(text string, at int, n *numeral) int {
	if n.scale > 0 || n.decimals > 0 || n.vague || n.more || n.lo.Cmp(Int(3)) >= 0 {
		return at
	}
	i, k := at, 0
	part := Num{}
	for k < 2 {
		d, w := asciiDigit(text, i)
		if d < 0 {
			r, rw := runeAt(text, i)
			if d, w = hanDigit(r), rw; d < 0 || r == '两' {
				break
			}
		}
		k++
		part = part.Add(Dec(int64(d), -k))
		i += w
	}
	r := firstOf(text, i)
	if k == 0 || isDigitAt(text, i) || hanDigit(r) >= 0 || hanUnit(r) > 0 || r == '.' || unitAt(text, i) || hasPrefixAt(text, i, "年") {
		return at
	}
	n.lo, n.hi, n.named = n.lo.Add(part), n.hi.Add(part), n.named.Add(part)
	n.place, n.decimals = -k, k
	q.Value, q.Place, q.Decimals = n.named, -k, k
	return i
}

// secondsBehind reports whether a number of seconds follows minutes: 2分05秒.
func secondsBehind(text string, at int) bool {
	i := at
	for i < len(text) && '0' <= text[i] && text[i] <= '9' && i < at+2 {
		i++
	}
	return i > at && hasPrefixAt(text, i, "秒")
}

// readHundredths reads the parts of a second that results of sports print
// behind it: 05秒48.
func (q *Quantity) readHundredths(text string, at int, n *numeral) int {
	i, part := at, Num{}
	for d, w := asciiDigit(text, i); d >= 0 && i < at+3; d, w = asciiDigit(text, i) {
		i += w
		part = part.Add(Dec(int64(d), at-i))
	}
	if i == at || n.decimals > 0 || n.scale > 0 || isDigitAt(text, i) || unitAt(text, i) || firstOf(text, i) == '.' {
		return at
	}
	n.lo, n.hi, n.named = n.lo.Add(part), n.hi.Add(part), n.named.Add(part)
	n.place, n.decimals = at-i, i-at
	q.Value, q.Place, q.Decimals = n.named, n.place, n.decimals
	return i
}
