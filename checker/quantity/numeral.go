package quantity

import "unicode/utf8"

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
}

// hanDigit returns the value of a Han digit, or -1.
func hanDigit(r rune) int {
	switch r {
	case '零', '〇', '○':
		return 0
	case '一', '壹', '弌', '幺':
		return 1
	case '二', '两', '贰', '貳', '兩', '俩':
		return 2
	case '三', '叁', '參', '仨':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆', '陸':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	}
	return -1
}

// hanUnit returns the exponent of a Han scale character, or 0.
func hanUnit(r rune) int {
	switch r {
	case '十', '拾', '什':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	case '万', '萬':
		return 4
	case '亿', '億':
		return 8
	case '兆':
		return 12
	}
	return 0
}

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
	e, lead := 0, true
	push := func(d int) {
		if n > (1<<62)/10 {
			e++ // beyond 18 digits the rest only scales: no figure of copy is so exact
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
			continue
		}
		if w := groupComma(text, i); w > 0 && run <= 3 && run > 0 && (grouped || i > at) {
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
		}
	}
	return Dec(n, e), i, decimals, max(digits, 1), grouped, true
}

// groupComma returns the length of a separator at a place that is followed by
// exactly three digits, or 0.
func groupComma(text string, at int) int {
	w := 0
	switch {
	case at < len(text) && text[at] == ',':
		w = 1
	case at+2 < len(text) && text[at:at+3] == "，":
		w = 3
	default:
		return 0
	}
	i := at + w
	for range 3 {
		d, dw := asciiDigit(text, i)
		if d < 0 || w == 3 && dw == 1 {
			return 0
		}
		i += dw
	}
	if isDigitAt(text, i) {
		return 0
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

// sum is a pair of running values, lowest and highest.
type sum struct{ lo, hi Num }

func (s sum) add(t sum) sum { return sum{s.lo.Add(t.lo), s.hi.Add(t.hi)} }
func (s sum) shift(k int) sum {
	return sum{s.lo.Shift(k), s.hi.Shift(k)}
}

// readNumeral reads the number that begins at byte offset at: Arabic digits,
// Han numerals or a mixture (3万4000, 80.6亿, 二十五万六千). It does not read
// units, signs or hedges before the number.
func readNumeral(text string, at int) (numeral, bool) {
	n := numeral{start: at, end: at}
	var total, section, num sum
	have := false // a number stands in num
	lastUnit, biggest, zero := 0, 0, false
	i := at
	for i < len(text) {
		r, w := runeAt(text, i)
		if v, end, dec, dig, grouped, ok := readArabic(text, i); ok && r != '.' || ok && i == at {
			if have || n.han && (lastUnit == 0 || lastUnit < dig) {
				break
			}
			num, have = sum{v, v}, true
			n.arabic, n.decimals, n.digits, n.grouped = true, dec, n.digits+dig, n.grouped || grouped
			n.place = -dec
			i, zero = end, true
			n.end = i
			continue
		}
		if d := hanDigit(r); d >= 0 {
			if have && n.arabic {
				break
			}
			if have {
				break
			}
			j, ok := n.readHanDigits(text, i, &num, lastUnit, &zero)
			if !ok {
				break
			}
			have = true
			if num.lo.Sign() == 0 && j < len(text) && lastUnit > 0 {
				have = false // 零 as a connector: 一百零五
			}
			i = j
			n.end = i
			continue
		}
		if u := hanUnit(r); u > 0 {
			if u == 12 && n.end == at {
				break // 兆 alone is the prefix mega
			}
			if u == 12 || !n.addUnit(text, i, u, &total, &section, &num, &have, &lastUnit, &biggest) {
				break
			}
			zero = false
			i += w
			n.end = i
			continue
		}
		if r == '几' || r == '数' || r == '幾' || r == '數' {
			nr, _ := runeAt(text, i+w)
			if have || i == at && hanUnit(nr) == 0 && (r != '几' && r != '幾') || n.arabic && lastUnit == 0 {
				break
			}
			if (r == '数' || r == '數') && hanUnit(nr) == 0 {
				break
			}
			lo := Int(2)
			if lastUnit > 0 {
				lo = Int(1)
			}
			num, have, n.vague, n.han = sum{lo, Int(9)}, true, true, true
			i += w
			n.end = i
			continue
		}
		if isMore(r) && (have || lastUnit > 0) && !n.more && !n.vague {
			nr, _ := runeAt(text, i+w)
			if r == '来' && hanUnit(nr) == 0 && lastUnit == 0 {
				break
			}
			n.more = true
			n.moreUnit = n.unitOfMore(num, have, lastUnit, text, at, i)
			i += w
			n.end = i
			if hanUnit(nr) >= 4 {
				continue
			}
			break
		}
		if r == '点' && have && !n.arabic && lastUnit < 4 {
			if j, ok := n.readHanDecimals(text, i+w, &num); ok {
				i = j
				n.end = i
				continue
			}
		}
		break
	}
	if n.end == at {
		return n, false
	}
	if have {
		if lastUnit >= 2 && !zero && !n.arabic {
			num = num.shift(lastUnit - 1) // 三万五 is 35,000
			n.place = max(0, lastUnit-1)
		} else if n.decimals == 0 && lastUnit > 0 {
			n.place = 0
		}
		section = section.add(num)
	}
	v := total.add(section)
	n.lo, n.hi = v.lo, v.hi
	return n, true
}

func isMore(r rune) bool { return r == '多' || r == '余' || r == '餘' || r == '来' || r == '來' }

// unitOfMore returns the exponent of the unit below which 多 stays: 2000多 is
// less than 3000, 150多 less than 160, 二十多 less than 30.
func (n *numeral) unitOfMore(num sum, have bool, lastUnit int, text string, at, i int) int {
	if !have {
		return lastUnit
	}
	k := 0
	v := num.lo
	if !v.IsInt() {
		return n.place
	}
	x, ok := v.Int64()
	for ok && x != 0 && x%10 == 0 {
		x /= 10
		k++
	}
	return k
}

// readHanDigits reads a run of Han digits: one digit, a string of digits such
// as 二〇二五, or two neighbours that name a range such as 三四.
func (n *numeral) readHanDigits(text string, at int, num *sum, lastUnit int, zero *bool) (int, bool) {
	var ds [20]int
	count, i := 0, at
	for i < len(text) && count < len(ds) {
		r, w := runeAt(text, i)
		d := hanDigit(r)
		if d < 0 {
			break
		}
		ds[count] = d
		count++
		i += w
	}
	n.han = true
	n.digits += count
	n.place = 0
	first := ds[0]
	switch {
	case count == 1:
		*num = sum{Int(int64(first)), Int(int64(first))}
		if first == 0 {
			*zero = true
		}
	case lastUnit > 0 && first == 0 && count == 2:
		*num, *zero = sum{Int(int64(ds[1])), Int(int64(ds[1]))}, true // 一百零五
	case count == 2 && first > 0 && (ds[1] == first+1 || first == 3 && ds[1] == 5) && n.rangeFits(text, i, lastUnit):
		*num = sum{Int(int64(first)), Int(int64(ds[1]))}
		n.vague = true
	case lastUnit > 0:
		return at, false
	default:
		var v int64
		for _, d := range ds[:min(count, 18)] {
			v = v*10 + int64(d)
		}
		*num, n.digitRun, *zero = sum{Int(v), Int(v)}, true, true
	}
	return i, true
}

// rangeFits reports whether two neighbouring digits may name a range here: a
// unit or counted thing follows, and no point or year does.
func (n *numeral) rangeFits(text string, at, lastUnit int) bool {
	r, _ := runeAt(text, at)
	return r != '点' && r != '年' && r != 0 && r != '〇' && r != '月' && r != '号' && r != '日'
}

// readHanDecimals reads the digits behind 点.
func (n *numeral) readHanDecimals(text string, at int, num *sum) (int, bool) {
	i, k := at, 0
	v := num.lo
	for i < len(text) {
		r, w := runeAt(text, i)
		d := hanDigit(r)
		if d < 0 || k >= 15 {
			break
		}
		k++
		v = v.Add(Dec(int64(d), -k))
		i += w
	}
	if k == 0 {
		return at, false
	}
	*num = sum{v, v}
	n.decimals, n.place = k, -k
	n.digits += k
	return i, true
}

// addUnit applies a Han scale character.
func (n *numeral) addUnit(text string, at, u int, total, section, num *sum, have *bool, lastUnit, biggest *int) bool {
	one := sum{Int(1), Int(1)}
	if !*have && (*lastUnit == 0 || u < 4) {
		if u == 1 || *lastUnit > 0 && u >= 4 {
			*num, *have = one, true
		} else if *lastUnit == 0 {
			*num, *have = one, true
			n.bareScale = true
		} else {
			return false
		}
	}
	if n.arabic && !n.han && u < 4 {
		// 4千人, 3百: read, and flagged as style elsewhere; 千 may begin a unit.
		if nr, _ := runeAt(text, at+3); nr == '瓦' || nr == '米' || nr == '克' || nr == '伏' || nr == '帕' || nr == '焦' || nr == '卡' || nr == '赫' || nr == '字' || nr == '分' {
			return false
		}
	}
	n.han = true
	if u < 4 {
		if *lastUnit > 0 && u >= *lastUnit && *lastUnit < 4 {
			// 十百: not a number, but 千百, 百千 are words; stop.
			return false
		}
		v := num.shift(u)
		if n.vague && num.lo.Cmp(num.hi) != 0 {
			v.hi = num.hi.Shift(u)
			if num.hi.Cmp(Int(9)) == 0 && num.lo.Cmp(Int(2)) <= 0 {
				v.hi = Int(10).Shift(u).Sub(Int(1))
			} else {
				v.hi = num.hi.Add(Int(1)).Shift(u).Sub(Int(1))
			}
		}
		*section = section.add(v)
		if n.arabic {
			n.place += u
		}
	} else {
		cur := section.add(*num)
		if !*have {
			cur = *section
		}
		if *biggest > 0 && u >= *biggest {
			*total = total.add(cur).shift(u) // 一万五千亿, 万亿
			n.place += u
		} else {
			*total = total.add(cur.shift(u))
			if n.arabic {
				n.place += u
			} else {
				n.place = u
				if n.decimals > 0 {
					n.place = u - n.decimals
				}
			}
		}
		if n.more {
			n.moreUnit += u
		}
		*section = sum{}
		*biggest = max(u, *biggest)
		n.scale += u
	}
	*num, *have = sum{}, false
	*lastUnit = u
	if u < 4 && n.arabic {
		n.scale += u
	}
	return true
}
