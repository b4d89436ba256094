package quantity

import (
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
)

// digits is a number in Arabic digits, as English copy prints it.
type digits struct {
	value    Num
	end      int
	decimals int
	count    int // significant digits printed
	run      int // digits before the point
	grouped  bool
}

// readEnglishDigits reads digits with separators and a decimal point. Groups
// are parted by commas, in threes or the Indian way (12,34,567), or by single
// spaces (40 000). A power of ten behind, 1e10 or 5.5×10^-3, is part of it.
func readEnglishDigits(text string, at int) (d digits, ok bool) {
	var n int64
	e := 0
	push := func(c byte) {
		if n > (1<<62)/10 {
			e++ // beyond 18 digits the rest only scales
			return
		}
		n = n*10 + int64(c-'0')
		if n != 0 {
			d.count++
		}
	}
	i := at
	for i < len(text) {
		if c := text[i]; isDigit(c) {
			push(c)
			d.run++
			i++
			continue
		}
		if w := groupMark(text, i, d.run); w > 0 {
			d.grouped = true
			i += w
			continue
		}
		break
	}
	if i+1 < len(text) && text[i] == '.' && isDigit(text[i+1]) && (i > at || !afterDigit(text, at)) {
		for i++; i < len(text) && isDigit(text[i]); i++ {
			before := e
			push(text[i])
			if e == before {
				e--
			} else {
				e = before
			}
			d.decimals++
		}
	}
	if i == at || d.run+d.decimals > 40 {
		return d, false // nothing that long is a figure
	}
	if k := digitRun(text, i+1); i < len(text) && text[i] == ',' && d.decimals == 0 && !d.grouped && d.run <= 3 && (k == 1 || k == 2) &&
		!gluedLetter(text, i+1+k) && !(i+1+k < len(text) && text[i+1+k] == ',') {
		for i++; i < len(text) && isDigit(text[i]); i++ { // a decimal comma
			push(text[i])
			e--
			d.decimals++
		}
	}
	k, end := powerOfTen(text, i)
	d.value, d.end, d.count = Dec(n, e+k), end, max(d.count, 1)
	return d, true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isSpace(c byte) bool { return c == ' ' || c == '\t' }

func afterDigit(text string, at int) bool { return at > 0 && isDigit(text[at-1]) }

// groupMark returns the length of a separator of groups at a place, or 0; run
// is how many digits stand before it.
func groupMark(text string, at, run int) int {
	w := 0
	switch c := text[at]; {
	case run == 0:
		return 0
	case c == ',':
		w = 1
	case c == ' ' && run <= 3 || c == ' ' && at >= 4 && text[at-4] == ' ':
		w = 1
	case c == 0xC2 && at+1 < len(text) && text[at+1] == 0xA0:
		w = 2
	case c == 0xE2 && at+2 < len(text) && text[at+1] == 0x80 && (text[at+2] == 0xAF || text[at+2] == 0x89):
		w = 3
	default:
		return 0
	}
	switch k := digitRun(text, at+w); {
	case k == 3 && (text[at] != ' ' || !gluedLetter(text, at+w+3)):
		return w
	case k == 2 && text[at] == ',' && at+w+2 < len(text) && text[at+w+2] == ',':
		if j := digitRun(text, at+w+3); j == 3 || j == 2 {
			return w
		}
	}
	return 0
}

// digitRun counts the digits that stand at a place, up to 20.
func digitRun(text string, at int) int {
	k := 0
	for k < 20 && at+k < len(text) && isDigit(text[at+k]) {
		k++
	}
	return k
}

func gluedLetter(text string, at int) bool { return at < len(text) && isLatin(text[at]) }

// powerOfTen reads e10, x10^6 or ×10−5 behind a number.
func powerOfTen(text string, at int) (k, end int) {
	i := at
	switch {
	case i+1 < len(text) && (text[i] == 'e' || text[i] == 'E'):
		i++
	case i+3 < len(text) && (text[i] == 'x' || text[i] == '*') && text[i+1:i+3] == "10":
		i += 3
	case i+4 < len(text) && text[i:i+2] == "×" && text[i+2:i+4] == "10":
		i += 4
	default:
		return 0, at
	}
	plain := i - at
	if i < len(text) && text[i] == '^' {
		i++
	}
	neg := false
	if i < len(text) && (text[i] == '-' || text[i] == '+') {
		neg = text[i] == '-'
		i++
	} else if i+2 < len(text) && text[i:i+3] == "−" {
		neg = true
		i += 3
	}
	if plain > 1 && i == at+plain { // 3x10 is a product, 3x10^6 a power
		return 0, at
	}
	d := digitRun(text, i)
	if d == 0 || d > 2 || gluedLetter(text, i+d) {
		return 0, at
	}
	for _, c := range []byte(text[i : i+d]) {
		k = k*10 + int(c-'0')
	}
	if neg {
		k = -k
	}
	return k, i + d
}

// vulgar returns the fraction that a character stands for.
func vulgar(r rune) (n, d int64) {
	switch r {
	case '¼':
		return 1, 4
	case '½':
		return 1, 2
	case '¾':
		return 3, 4
	}
	if r < '⅐' || r > '⅞' {
		return 0, 0
	}
	t := [...][2]int64{{1, 7}, {1, 9}, {1, 10}, {1, 3}, {2, 3}, {1, 5}, {2, 5}, {3, 5}, {4, 5}, {1, 6}, {5, 6}, {1, 8}, {3, 8}, {5, 8}, {7, 8}}
	return t[r-'⅐'][0], t[r-'⅐'][1]
}

// readSlash reads d/d or a character such as ½ as a proper fraction. What
// might be a date or a web address isn't one.
func readSlash(text string, at int) (n, d int64, end int) {
	r, w := runeAt(text, at)
	if r >= utf8.RuneSelf {
		if n, d = vulgar(r); d > 0 {
			return n, d, at + w
		}
		return 0, 0, at
	}
	a := digitRun(text, at)
	i := at + a
	r, w = runeAt(text, i)
	if a == 0 || a > 4 || r != '/' && r != '⁄' {
		return 0, 0, at
	}
	if a == 4 && smallInt(text[at:i]) >= 1800 {
		return 0, 0, at // 1986/87
	}
	if slashRange(text, at, i) {
		return 0, 0, at
	}
	b := digitRun(text, i+w)
	end = i + w + b
	if b == 0 || b > 4 || b == 4 && isYear(text, i+w, end) || text[i+w] == '0' || gluedLetter(text, end) {
		return 0, 0, at
	}
	if end < len(text) && (text[end] == '/' || text[end] == '-') && end+1 < len(text) && isDigit(text[end+1]) {
		return 0, 0, at
	}
	return smallInt(text[at:i]), smallInt(text[i+w : end]), end
}

// slashRange reports whether a slash at a place joins the ends of a range, as
// dealers quote prices, and makes no fraction: 125/132 dlrs, 2.0/2.5 mln bags.
// Both ends are printed alike, the lower one first, and a unit or scale follows.
func slashRange(text string, start, slash int) bool {
	if slash <= start || runeByte(text, slash) != '/' || !isDigit(runeByte(text, slash+1)) {
		return false
	}
	lo, e1 := plainDigits(text, start)
	hi, e2 := plainDigits(text, slash+1)
	a, b := digitRun(text, start), digitRun(text, slash+1)
	decimal := e1 > start+a && e2 > slash+1+b
	if e1 != slash || a != b || !decimal && (a < 2 || a > 3 || e1 != start+a || e2 != slash+1+b || common[hi]) || lo >= hi || e1-start != e2-slash-1 {
		return false
	}
	i := skipSpace(text, e2)
	if s, e := numeralWord(text, i); e > i && s.Code == "scale" {
		return true
	}
	s, e := englishUnit(text, i)
	return e > i && s.Alt != "count"
}

// common holds the denominators of the fractions that prices are printed in.
var common = map[int64]bool{10: true, 12: true, 16: true, 20: true, 32: true, 64: true, 100: true, 128: true}

// plainDigits reads digits with a point among them, as if there were none.
func plainDigits(text string, at int) (n int64, end int) {
	i := at
	for i < len(text) && i < at+9 && (isDigit(text[i]) || text[i] == '.' && i > at && isDigit(runeByte(text, i+1))) {
		if text[i] != '.' {
			n = n*10 + int64(text[i]-'0')
		}
		i++
	}
	return n, i
}

func smallInt(s string) (n int64) {
	for i := range len(s) {
		n = n*10 + int64(s[i]-'0')
	}
	return n
}

// ordinalSuffix returns the offset behind st, nd, rd or th that closes digits.
func ordinalSuffix(text string, at int) int {
	if at+2 > len(text) || gluedLetter(text, at+2) || at+2 < len(text) && isDigit(text[at+2]) {
		return at
	}
	switch text[at : at+2] {
	case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
		return at + 2
	}
	return at
}

// numeralWord returns the English word of numbers that begins at a place.
func numeralWord(text string, at int) (lexicon.Sense, int) {
	if at >= len(text) || !isLatin(text[at]) {
		return lexicon.Sense{}, at
	}
	return lexicon.MatchClass(text, at, lexicon.ClassEnglishNumeral)
}
