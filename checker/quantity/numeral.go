package quantity

import (
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
)

// numeral is a number as it is written, before its unit: digits, scales and
// what makes them inexact. lo and hi differ for numbers that name several, such
// as 三四十 or 几百.
type numeral struct {
	start, end int
	lo, hi     Num
	place      int  // exponent of the place of the last printed digit: 80.6亿 → 7
	decimals   int  // digits printed behind the point
	scale      int  // exponent of the closing scale word: 亿 → 8
	digits     int  // significant digits printed
	han        bool // any part is written in Han characters
	arabic     bool // any part is written in Arabic digits
	vague      bool // 几, 数, 三四: lo and hi differ
	more       bool // 多, 余 stands behind or inside: more than lo
	moreUnit   int  // exponent of the unit that "more" stays below: 2000多 → 3
	bareScale  bool // a scale word without a number: 万(吨级)
	digitRun   bool // Han digits without units: 二〇二五
	grouped    bool // has thousands separators
	frac       bool // a fraction: 三分之二, 1/3
	perBase    int  // 百分之 → 2, 千分之 → 3, 万分之 → 4; else 0
	about      bool // 来 stands behind: of that order
	formal     bool // one lone formal digit (陆, 伍), which may be part of a name
	elided     bool // the last scale is left out: 三万五
	chars      int  // Han characters and runs of digits read
	named      Num  // the number named: 10 of 十几; lo where nothing is vague
}

// hanDigit returns the value of a Han digit, or -1.
func hanDigit(r rune) int { return lexicon.HanDigit(r) }

// isFormal reports whether a rune is a formal digit or scale of accounts, most
// of which are also parts of names.
func isFormal(r rune) bool { return lexicon.HanFormal(r) }

// hanTens returns the tens that one character names: 廿, 卅, 卌.
func hanTens(r rune) int { return lexicon.HanTens(r) }

// hanUnit returns the exponent of a Han scale character, or 0.
func hanUnit(r rune) int { return lexicon.HanScale(r) }

// asciiDigit returns the value of an ASCII or full-width digit and its length
// in bytes, or -1.
func asciiDigit(text string, at int) (int, int) {
	if at >= len(text) {
		return -1, 0
	}
	if c := text[at]; c < utf8.RuneSelf {
		if '0' <= c && c <= '9' {
			return int(c - '0'), 1
		}
		return -1, 0
	}
	if at+2 < len(text) && text[at] == 0xEF && text[at+1] == 0xBC && 0x90 <= text[at+2] && text[at+2] <= 0x99 {
		return int(text[at+2] - 0x90), 3
	}
	return -1, 0
}

// isDigitAt reports whether an Arabic digit stands at a place.
func isDigitAt(text string, at int) bool { d, _ := asciiDigit(text, at); return d >= 0 }

// runeAt decodes the rune at a place; 0 at the end.
func runeAt(text string, at int) (rune, int) {
	if at >= len(text) {
		return 0, 0
	}
	c := text[at]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	// Three bytes from U+1000 up: nearly all of Chinese copy.
	if c > 0xE0 && c < 0xED && at+2 < len(text) && text[at+1]&0xC0 == 0x80 && text[at+2]&0xC0 == 0x80 {
		return rune(c&0x0F)<<12 | rune(text[at+1]&0x3F)<<6 | rune(text[at+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(text[at:])
}

// prevRune decodes the rune before a place; 0 at the start.
func prevRune(text string, at int) rune {
	if at <= 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return r
}

// readArabic reads digits with separators in groups of three and a decimal
// point. A point or comma counts only between digits.
func readArabic(text string, at int) (v Num, end, decimals, digits int, grouped, ok bool) {
	var n int64
	e, lead, long := 0, true, false
	push := func(d int) {
		if n > (1<<62)/10 {
			e++ // beyond 18 digits the rest only scales: no figure of copy is so exact
			long = e > 60
			return
		}
		n = n*10 + int64(d)
		if d != 0 {
			lead = false
		}
		if !lead {
			digits++
		}
	}
	i, run := at, 0
	for {
		if d, w := asciiDigit(text, i); d >= 0 {
			push(d)
			i += w
			run++
			if long {
				return v, at, 0, 0, false, false // a code
			}
			continue
		}
		if w := groupComma(text, i, grouped); w > 0 && run <= 3 && run > 0 && (grouped || i > at) {
			if grouped && run != 3 {
				break
			}
			grouped, run = true, 0
			i += w
			continue
		}
		break
	}
	if i == at && !(i < len(text) && text[i] == '.' && isDigitAt(text, i+1)) {
		return v, at, 0, 0, false, false
	}
	if w := pointAt(text, i); w > 0 && isDigitAt(text, i+w) {
		i += w
		for {
			d, w := asciiDigit(text, i)
			if d < 0 {
				break
			}
			if n <= (1<<62)/10 {
				e--
			}
			push(d)
			if e > 0 {
				e--
			}
			decimals++
			i += w
			if decimals > 60 {
				return v, at, 0, 0, false, false
			}
		}
	}
	v = Dec(n, e)
	if x, w := exponentAt(text, i); w > 0 {
		v, i = v.Shift(x), i+w
		decimals = max(0, decimals-x)
	}
	return v, i, decimals, max(digits, 1), grouped, true
}

// groupComma returns the length of a separator at a place that is followed by
// exactly three digits, or 0.
func groupComma(text string, at int, grouped bool) int {
	w := 0
	switch {
	case at < len(text) && text[at] == ',':
		w = 1
	case at+2 < len(text) && text[at:at+3] == "，":
		w = 3
	default:
		return 0
	}
	i, narrow := at+w, false
	for range 3 {
		d, dw := asciiDigit(text, i)
		if d < 0 || w == 3 && dw == 1 && !grouped {
			return 0
		}
		narrow = dw == 1
		i += dw
	}
	if isDigitAt(text, i) {
		return 0
	}
	if w == 3 && narrow && !(i < len(text) && text[i] == ',' && isDigitAt(text, i+1)) {
		return 0 // 1,200，300: two numbers of a list
	}
	return w
}

func pointAt(text string, at int) int {
	if at < len(text) && text[at] == '.' {
		return 1
	}
	if at+2 < len(text) && text[at:at+3] == "．" {
		return 3
	}
	return 0
}

// exponentAt reads the exponent of scientific notation, e+14, and its length
// in bytes.
func exponentAt(text string, at int) (x, w int) {
	i := at
	switch {
	case i < len(text) && (text[i] == 'e' || text[i] == 'E'):
		i++
	case hasPrefixAt(text, i, "ｅ"), hasPrefixAt(text, i, "Ｅ"):
		i += 3
	default:
		return 0, 0
	}
	neg := false
	switch {
	case hasPrefixAt(text, i, "-"), hasPrefixAt(text, i, "+"):
		neg = text[i] == '-'
		i++
	case hasPrefixAt(text, i, "－"), hasPrefixAt(text, i, "＋"):
		neg = hasPrefixAt(text, i, "－")
		i += 3
	default:
		return 0, 0 // 12e5 is a code more often than a number
	}
	n := 0
	for ; n < 3; n++ {
		d, dw := asciiDigit(text, i)
		if d < 0 {
			break
		}
		x = x*10 + d
		i += dw
	}
	if n == 0 || n == 3 || i < len(text) && isLatin(text[i]) {
		return 0, 0
	}
	if neg {
		x = -x
	}
	return x, i - at
}
