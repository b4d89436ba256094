package quantity

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
)

// isCode reports whether the Arabic digits at a place are a code, a page or a
// number of a list rather than an amount: 002603, SH 600836, 300636.SZ, a
// telephone number, "1. " at the head of a line.
func isCode(text string, at int) bool {
	i := at
	for i < len(text) && '0' <= text[i] && text[i] <= '9' {
		i++
	}
	n := i - at
	if n == 0 {
		return false
	}
	if at > 0 && isLatin(text[at-1]) || n >= 7 && at > 1 && text[at-1] == '-' && isDigitAt(text, at-2) {
		return true
	}
	point := i < len(text) && text[i] == '.'
	switch {
	case n > 1 && text[at] == '0' && !(point && isDigitAt(text, i+1)):
		return !padded(text, at, i)
	case point && i+1 < len(text) && isLatin(text[i+1]) && n >= 4:
		return true
	case n >= 4 && n <= 6 && marketBefore(text, at):
		return true
	case n >= 9 && !point && !unitBehind(text, at, i):
		return true
	case n <= 3 && point && !isDigitAt(text, i+1):
		return lineHead(text, at)
	case i < len(text) && text[i] == '-' && n >= 3 && n <= 4 && digitsAt(text, i+1) >= 7:
		return true // 010-12345678
	}
	return false
}

// isChineseCode reports whether the Arabic digits at a place of Chinese copy are
// part of a name or a number that was set apart.
func isChineseCode(text string, at int) bool {
	i := at
	for i < len(text) && '0' <= text[i] && text[i] <= '9' {
		i++
	}
	switch n := i - at; {
	case n == 0:
		return false
	case n >= 3 && standard(text, at, i):
		return true
	case n == 1 && spaced(text, at), n == 6 && bracketed(text, at, i):
		return true
	}
	return hyphenCode(text, at, i)
}

// standard reports whether digits are the number of a standard or its year: the
// letters of the body stand before them, GB/T 15835—2011.
func standard(text string, at, end int) bool {
	from := at
	if end-at == 4 && (text[at] == '1' || text[at] == '2') {
		dash, w := utf8.DecodeLastRuneInString(text[:at])
		if dash == '-' || dash == '—' || dash == '–' {
			from = at - w
			for from > 0 && ('0' <= text[from-1] && text[from-1] <= '9' || text[from-1] == '.') {
				from--
			}
		}
	}
	if from == at {
		r, w := runeAt(text, end)
		if r != '-' && r != '—' && r != '–' || digitsAt(text, end+w) != 4 || text[end+w] != '1' && text[end+w] != '2' {
			return false
		}
	}
	for from > 0 && text[from-1] == ' ' {
		from--
	}
	letters := 0
	for from > 0 && (text[from-1] >= 'A' && text[from-1] <= 'Z' || text[from-1] == '/') {
		from--
		letters++
	}
	return letters >= 2
}

// spaced reports whether a digit is one of a number whose digits the type has
// set apart, 4 6 2 8 0: what such a row is can't be told digit by digit.
func spaced(text string, at int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(text) && '0' <= text[i] && text[i] <= '9' }
	if hasPrefixAt(text, at+1, " ") && digit(at+2) && hasPrefixAt(text, at+3, "/") {
		return false // 1 4/3
	}
	return at+1 < len(text) && text[at+1] == ' ' && digit(at+2) && !digit(at+3) ||
		at > 0 && text[at-1] == ' ' && digit(at-2) && !digit(at-3)
}

// bracketed reports whether digits stand alone in brackets, or lead what does, as
// the code of a stock behind its name does.
func bracketed(text string, at, end int) bool {
	switch prevRune(text, at) {
	case '(', '（':
	default:
		return hasSuffixAt(text, at, "行情")
	}
	switch firstOf(text, end) {
	case ')', '）', ',', '，', '.':
		return !unitBehind(text, at, end)
	}
	return false
}

// hyphenCode reports whether digits with a hyphen are the name of a model or a
// standard: 737-800 behind letters or a name, and neither end with a unit.
func hyphenCode(text string, at, end int) bool {
	from, to := at, end
	if at > 1 && text[at-1] == '-' {
		for from = at - 1; from > 0 && '0' <= text[from-1] && text[from-1] <= '9'; {
			from--
		}
		if from == at-1 {
			return false
		}
	} else if end < len(text) && text[end] == '-' {
		k := digitsAt(text, end+1)
		if k == 0 {
			return false
		}
		to = end + 1 + k
	} else {
		return false
	}
	prev := prevRune(text, from)
	if prev == ' ' && from > 1 {
		prev = prevRune(text, from-1)
		if prev >= 0x80 {
			return false
		}
	}
	letter := prev < 0x80 && isLatin(byte(prev)) || prev >= 0x4E00 && prev <= 0x9FFF && !strings.ContainsRune(lexicon.CharsBeforeRange, prev)
	if !letter || to < len(text) && (text[to] == '%' || text[to] == '.' && isDigitAt(text, to+1)) {
		return false
	}
	r := firstOf(text, skipSpace(text, to))
	return hanUnit(r) == 0 && !unitAt(text, skipSpace(text, to)) && r != '年' && r != '月' && r != '日' && r != '号'
}

// scaleCode reports whether letters that stand for a scale lead a code instead,
// because figures follow them at once: CR450, MN12.
func scaleCode(text string, at int) bool {
	i := at
	for i < len(text) && isLatin(text[i]) && i < at+4 {
		i++
	}
	if i == at || !isDigitAt(text, i) {
		return false
	}
	s, e := lexicon.MatchClass(text, at, lexicon.ClassEnglishNumeral)
	return e == i && s.Code == "scale"
}

// padded reports whether a zero before digits is only the habit of tables and
// clocks, because a unit of time follows.
func padded(text string, at, end int) bool {
	if end-at != 2 {
		return false
	}
	switch r, _ := runeAt(text, end); r {
	case '分', '秒':
		return true
	}
	return false
}

// marketBefore reports whether the mark of a stock exchange stands before a
// place: SH 600836, SZ:000001.
func marketBefore(text string, at int) bool {
	i := at
	for i > 0 && i > at-2 && (text[i-1] == ' ' || text[i-1] == ':' || text[i-1] == '.') {
		i--
	}
	if i < 2 || i == at {
		return false
	}
	switch text[i-2 : i] {
	case "SH", "SZ", "HK", "BJ", "sh", "sz", "hk", "bj":
		return i == 2 || !isLatin(text[i-3])
	}
	return false
}

// unitBehind reports whether a scale or a unit follows digits, or they stand
// alone.
func unitBehind(text string, at, end int) bool {
	j := skipSpace(text, end)
	r, _ := runeAt(text, j)
	return hanUnit(r) > 0 || unitAt(text, j) || alone(text, at, end) || hasPrefixAt(text, j, "%") || latin(text, end)
}

func digitsAt(text string, at int) int {
	n := 0
	for at+n < len(text) && '0' <= text[at+n] && text[at+n] <= '9' {
		n++
	}
	return n
}

// lineHead reports whether nothing but space stands before a place on its line.
func lineHead(text string, at int) bool {
	for i := at - 1; i >= 0 && at-i < 16; i-- {
		switch text[i] {
		case '\n':
			return true
		case ' ', '\t', '*', '#':
		default:
			return false
		}
	}
	return at < 16
}
