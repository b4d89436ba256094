package period

// number is a whole number as it is printed.
type number struct {
	v      int
	digits int // how many figures or characters
	han    bool
	plain  bool // figures one by one: 2025, 二〇二五; not 二十五
	start  int
}

// hanDigit returns the value of a Chinese numeral: 0 to 9, or 10, 100, 1000 for
// 十百千, 20 and 30 for 廿卅; -1 for anything else.
func hanDigit(r rune) int {
	switch r {
	case '〇', '零', '○', 'Ｏ':
		return 0
	case '一', '元':
		if r == '元' {
			return -1
		}
		return 1
	case '二', '两', '兩':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	case '廿':
		return 20
	case '卅':
		return 30
	}
	return -1
}

// firstDecade returns the first of two decades that are named together, 80 of
// 八九十(年代), and 0 where there is but one.
func (n number) firstDecade(s string) int {
	if !n.han || n.digits != 3 {
		return 0
	}
	a, b := runeAt(s, n.start), runeAt(s, n.start+3)
	if hanDigit(a) < 1 || hanDigit(b) != hanDigit(a)+1 || hanDigit(b) > 9 {
		return 0
	}
	return 10 * hanDigit(a)
}

// arabic returns the value of a digit at a place, half or full width, and its
// length in bytes; length 0 where there is none.
func arabic(s string, at int) (v, n int) {
	if at < len(s) {
		if c := s[at]; isDigit(c) {
			return int(c - '0'), 1
		} else if c == 0xEF && at+2 < len(s) && s[at+1] == 0xBC && s[at+2] >= 0x90 && s[at+2] <= 0x99 {
			return int(s[at+2] - 0x90), 3
		}
	}
	return 0, 0
}

// readNumber reads a whole number of at most four digits, or the Chinese form
// of one below 10,000. Longer ones aren't of dates.
func readNumber(s string, at int) (n number, end int, ok bool) {
	n.start = at
	p := at
	for {
		v, w := arabic(s, p)
		if w == 0 {
			break
		}
		n.v = n.v*10 + v
		if n.digits++; n.digits > 4 {
			return n, at, false
		}
		p += w
	}
	if n.digits > 0 {
		n.plain = true
		return n, p, true
	}
	return readHan(s, at)
}

// maxHan is how many characters a Chinese number of a date stays below.
const maxHan = 9

// readHan reads a Chinese number: 二十五, 二〇二五, 两千零四.
func readHan(s string, at int) (n number, end int, ok bool) {
	n = number{start: at, han: true, plain: true}
	p, flat, sum, last := at, 0, 0, -1
	for p < len(s) && s[p] >= 0xE0 && n.digits < maxHan {
		r := runeAt(s, p)
		d, w := hanDigit(r), 3
		if d < 0 {
			break
		}
		switch {
		case d < 10:
			flat = flat*10 + d
			last = d
		case r == '廿' || r == '卅':
			n.plain = false
			sum += d
			last = -1
		default: // 十百千 multiply the digit before them
			n.plain = false
			if last <= 0 {
				last = 1
			}
			sum += last * d
			last = -1
		}
		n.digits++
		p += w
	}
	if n.digits == 0 || n.digits == maxHan {
		return n, at, false
	}
	if n.plain {
		if n.digits > 4 {
			return n, at, false
		}
		n.v = flat
		return n, p, true
	}
	n.v = sum + max(last, 0)
	return n, p, n.v < 10000
}
