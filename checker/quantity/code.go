package quantity

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
	case n >= 9 && !point && !unitBehind(text, i):
		return true
	case n <= 3 && point && !isDigitAt(text, i+1):
		return lineHead(text, at)
	case i < len(text) && text[i] == '-' && n >= 3 && n <= 4 && digitsAt(text, i+1) >= 7:
		return true // 010-12345678
	}
	return false
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

// unitBehind reports whether a scale or a unit follows digits.
func unitBehind(text string, at int) bool {
	j := skipSpace(text, at)
	r, _ := runeAt(text, j)
	return hanUnit(r) > 0 || unitAt(text, j) || alone(text, 0, at) || hasPrefixAt(text, j, "%") || latin(text, at)
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
