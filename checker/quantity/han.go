package quantity

import "github.com/hegao/hegao/checker/lexicon"

// sum is a pair of running values, lowest and highest; the two differ only
// where a vague word such as 几 stands in the numeral.
type sum struct{ lo, hi Num }

func one(d int64) sum { return sum{Int(d), Int(d)} }

func (s sum) add(t sum) sum { return sum{s.lo.Add(t.lo), s.hi.Add(t.hi)} }

// scale multiplies by 10^k. A vague value may fill its last place: 几百 reaches
// 999, 三四十 reaches 49.
func (s sum) scale(k int, fill bool) sum {
	if !fill {
		return sum{s.lo.Shift(k), s.hi.Shift(k)}
	}
	if k >= 4 {
		return sum{s.lo.Shift(k), s.hi.Add(Int(1)).Shift(k)}
	}
	return sum{s.lo.Shift(k), s.hi.Add(Int(1)).Shift(k).Sub(Int(1))}
}

// hanReader reads one numeral. A numeral is a row of groups, each closed by a
// great scale (万, 亿, 兆); a group is a row of digits with small scales (十,
// 百, 千); the last digit may lack its scale: 三万五 is 35,000.
type hanReader struct {
	text string
	i    int
	n    numeral

	total   sum // closed groups
	section sum // digits of the open group that have their scale
	cur     sum // digit that waits for its scale
	have    bool
	zero    bool // 零 stands before cur, or it is no single digit: no elision
	last    int  // exponent of the last scale character, 0 before the first
	small   int  // exponent of the last small scale of the open group
	great   int  // greatest scale so far
	ji      int  // exponent of the place of 几 behind other digits, else -1
	vagueIn bool // the open group is vague
	count   int  // characters and runs read
}

// readNumeral reads the number that begins at byte offset at: Arabic digits,
// Han numerals or a mixture (3万4000, 80.6亿, 二十五万六千). It does not read
// units, signs or hedges before the number.
func readNumeral(text string, at int) (numeral, bool) {
	h := hanReader{text: text, i: at, ji: -1}
	h.n.start, h.n.end = at, at
	for h.step() {
		h.n.end = h.i
		h.count++
	}
	if h.n.end == at {
		return h.n, false
	}
	return h.finish(), true
}

// step reads one digit, run of digits, scale or vague word; it reports false,
// having read nothing, where the numeral ends.
func (h *hanReader) step() bool {
	at := h.i
	first := at == h.n.start
	if at >= len(h.text) {
		return false
	}
	if !first && h.text[at] == ' ' {
		if at = h.overSpace(at); at == h.i {
			return false
		}
	}
	r, w := runeAt(h.text, at)
	if r < 0x80 || r >= '０' && r <= '９' || r == '．' {
		return h.arabic(at, first)
	}
	switch {
	case hanDigit(r) >= 0:
		return h.digits(at, r)
	case hanTens(r) > 0:
		if h.have || h.small == 1 {
			return false
		}
		h.cur, h.have, h.n.han = one(int64(hanTens(r))), true, true
		h.n.digits++
		return h.scale(at, w, 1)
	case hanUnit(r) > 0:
		return h.scale(at, w, hanUnit(r))
	}
	switch r {
	case '几', '数', '幾', '數':
		return h.vague(at, w, r)
	case '多', '余', '餘', '来', '來':
		return h.more(at, w, r)
	case '点', '點':
		return h.decimals(at, w, first)
	}
	return false
}

// overSpace steps over spaces inside a numeral, which only justified type and
// speech transcripts have: before a scale, or between a scale and a Han digit.
func (h *hanReader) overSpace(at int) int {
	j := at
	for j < len(h.text) && h.text[j] == ' ' && j-at < 4 {
		j++
	}
	r, w := runeAt(h.text, j)
	behindScale := h.last > 0 && !h.have
	switch {
	case hanUnit(r) > 0 && hanUnit(r) < 12:
		if h.n.arabic && hanUnit(r) < 4 && unitBegins(h.text, j, w) {
			return at
		}
		return j
	case hanDigit(r) >= 0 && behindScale && h.n.han && !h.n.arabic:
		return j
	case isDigitAt(h.text, j) && behindScale && h.n.arabic:
		return j
	case (r == '余' || r == '多' || r == '餘' || r == '几' || r == '幾') && behindScale:
		if nr, _ := runeAt(h.text, j+w); hanUnit(nr) >= 4 {
			return j
		}
	case (r == '点' || r == '點') && (behindScale || h.have) && h.n.han && !h.n.arabic:
		if nr, _ := runeAt(h.text, skipSpace(h.text, j+w)); hanDigit(nr) >= 0 {
			return j
		}
	}
	return at
}

// arabic reads Arabic digits: at the start, or behind a scale that they fill
// (3万4000) or that a smaller scale follows (25万6千).
func (h *hanReader) arabic(at int, first bool) bool {
	v, end, dec, dig, grouped, ok := readArabic(h.text, at)
	if !ok {
		return false
	}
	if !first {
		if h.have || dec > 0 || h.last == 0 || h.n.more || h.n.bareScale {
			return false
		}
		r, _ := runeAt(h.text, skipSpace(h.text, end))
		u := hanUnit(r)
		zero := h.zero && dig < 4
		if !(u > 0 && u < h.last && dig <= 4) && !(dig == min(h.last, 4) && u == 0) && !zero {
			return false
		}
	}
	h.cur, h.have, h.zero = sum{v, v}, true, true
	h.n.arabic, h.n.decimals, h.n.digits, h.n.grouped = true, dec, h.n.digits+dig, h.n.grouped || grouped
	h.n.place = -dec
	h.i = end
	return true
}

// digits reads a run of Han digits: one digit, a string of them such as
// 二〇二五, or two neighbours that name a range such as 三四.
func (h *hanReader) digits(at int, first rune) bool {
	if h.have || h.n.more || h.n.arabic && h.last == 0 {
		return false
	}
	if h.n.bareScale && first == '八' && h.last > 1 && !h.have { // 百八十: a hundred or so
		if r, w := runeAt(h.text, at+len("八")); hanUnit(r) == h.last-1 {
			h.n.about, h.i = true, at+len("八")+w
			return true
		}
	}
	if h.last > 0 && (first == '两' || first == '兩') { // 三百两: the unit
		if r, _ := runeAt(h.text, skipSpace(h.text, at+len("两"))); hanUnit(r) < 2 {
			return false
		}
	}
	var ds [18]int
	count, i := 0, at
	for i < len(h.text) && count < len(ds) {
		r, w := runeAt(h.text, i)
		d := hanDigit(r)
		if d < 0 || count > 0 && (r == '两' || r == '兩') && !(count == 1 && ds[0] == 1 && h.orTwo(i+w)) {
			break
		}
		ds[count] = d
		count++
		i += w
	}
	if h.last > 0 && ds[0] == 0 { // 一百零五, 一万零几
		h.zero, h.n.han = true, true
		if count == 1 {
			r, _ := runeAt(h.text, i)
			if !isDigitAt(h.text, i) && hanUnit(r) == 0 && r != '几' && r != '幾' {
				return false
			}
			h.i = i
			return true
		}
		if count > 2 {
			return false
		}
		ds[0], count = ds[1], 1
	}
	h.n.han = true
	switch {
	case count == 1:
		h.cur = one(int64(ds[0]))
		h.zero = h.zero || ds[0] == 0
	case count == 2 && neighbours(ds[0], ds[1]) && h.rangeFits(i):
		h.cur = sum{Int(int64(ds[0])), Int(int64(ds[1]))}
		h.n.vague, h.vagueIn = true, ds[1] == ds[0]+1 // 三五百 ends at 500
	case h.last > 0:
		return false
	default:
		var v int64
		for _, d := range ds[:count] {
			v = v*10 + int64(d)
		}
		h.cur, h.n.digitRun, h.zero = one(v), true, true
		if r, _ := runeAt(h.text, i); hanUnit(r) > 0 && hanUnit(r) < 4 {
			return false // 二〇十: no numeral
		}
	}
	h.n.formal = isFormal(first) && count == 1
	h.n.digits += count
	h.n.place = 0
	h.have, h.i = true, i
	return true
}

// orTwo reports whether 两 up to a place makes 一两 one or two, because a unit or
// a scale follows: 一两周, 一两百; 一两黄金 is a weight.
func (h *hanReader) orTwo(at int) bool {
	r, _ := runeAt(h.text, at)
	return hanUnit(r) > 0 || unitAt(h.text, at)
}

// neighbours reports whether two digits side by side name a range.
func neighbours(a, b int) bool { return a > 0 && (b == a+1 || a == 3 && b == 5) }

// rangeFits reports whether two neighbouring digits may name a range here: no
// decimal point, year or day follows.
func (h *hanReader) rangeFits(end int) bool {
	r, w := runeAt(h.text, end)
	switch r {
	case '年': // 两三年, 三四年来; 三四年五月 and 三四年度 are of a year
		next, _ := runeAt(h.text, end+w)
		return hanDigit(next) < 0 && hanUnit(next) == 0 && next != '度' && next != '级'
	case 0, '点', '點', '〇', '零', '月', '号', '日':
		return false
	}
	return true
}

// decimals reads the digits behind 点.
func (h *hanReader) decimals(at, w int, first bool) bool {
	if h.n.more || h.n.vague || h.n.decimals > 0 || h.n.bareScale || !first && h.n.arabic || first && !alone(h.text, at, len(h.text)) {
		return false
	}
	i, k := skipSpace(h.text, at+w), 0
	v := Num{}
	if d, _ := asciiDigit(h.text, i); d >= 0 && h.have && h.cur.lo.Sign() == 0 {
		for ; d >= 0 && k < 15; k++ {
			v = v.Add(Dec(int64(d), -k-1))
			_, dw := asciiDigit(h.text, i)
			i += dw
			d, _ = asciiDigit(h.text, i)
		}
	}
	for i < len(h.text) && k < 15 {
		r, rw := runeAt(h.text, i)
		d := hanDigit(r)
		if d < 0 || r == '两' || r == '兩' {
			break
		}
		k++
		v = v.Add(Dec(int64(d), -k))
		i += rw
	}
	if k == 0 {
		return false
	}
	// 三点五十分 is a time of day.
	if r, _ := runeAt(h.text, i); r == '分' && !perAt(h.text, i) || hanUnit(r) > 0 && hanUnit(r) < 4 {
		return false
	}
	if h.last == 1 && !h.have || !h.have {
		h.cur = sum{}
	}
	h.cur = h.cur.add(sum{v, v})
	h.have, h.zero, h.n.han = true, true, true
	h.n.decimals, h.n.place = k, -k
	h.n.digits += k
	h.i = i
	return true
}

// perAt reports whether 分之 stands at a place.
func perAt(text string, at int) bool { return hasPrefixAt(text, at, "分之") }

// scale applies a scale character of exponent u.
func (h *hanReader) scale(at, w, u int) bool {
	switch {
	case u == 12 && !h.trillion(at, w):
		return false
	case h.n.arabic && !h.n.han && u < 4 && (u == 1 || unitBegins(h.text, at, w)):
		return false // 12千米, 10十
	case (h.n.more || h.n.about) && u < 4:
		return false
	}
	if u < 4 {
		if h.small > 0 && u >= h.small || !h.smallScale(u) {
			return false
		}
	} else if !h.greatScale(u) {
		return false
	}
	h.n.han, h.zero, h.n.formal = true, false, at == h.n.start && hasPrefixAt(h.text, at, "拾")
	h.have, h.cur = false, sum{}
	h.n.elided = false
	h.last = u
	h.i = at + w
	return true
}

// trillion reports whether 兆 is the scale 10^12 here rather than the prefix
// mega: a numeral or money follows.
func (h *hanReader) trillion(at, w int) bool {
	if h.i == h.n.start {
		return false
	}
	r, _ := runeAt(h.text, at+w)
	return hanDigit(r) >= 0 || r == '日' || r == '元' || r == '韩' || r == '美' || r == '亿' || r == '億'
}

// finish closes the open group and returns the numeral.
func (h *hanReader) finish() numeral {
	n := h.n
	if h.have {
		if h.last >= 2 && !h.zero && !n.arabic && !n.vague {
			h.cur = h.cur.scale(h.last-1, false) // 三万五 is 35,000
			n.place, n.scale, n.elided = h.last-1, 0, true
		} else if n.decimals == 0 && h.last > 0 {
			n.place, n.scale = 0, 0
		}
		h.section = h.section.add(h.cur)
	}
	v := h.total.add(h.section)
	n.lo, n.hi, n.named = v.lo, v.hi, v.lo
	if h.ji >= 0 {
		n.named = v.lo.Sub(Dec(1, h.ji))
	}
	n.formal = n.formal && h.count == 1
	n.chars = h.count
	return n
}

// unitAt reports whether a unit begins at a place.
func unitAt(text string, at int) bool {
	_, e := lexicon.MatchClass(text, at, lexicon.ClassUnit)
	return e > at
}

// unitBegins reports whether the scale character at a place begins a unit of
// its own: 千米, 百帕.
func unitBegins(text string, at, w int) bool {
	_, e := lexicon.MatchClass(text, at, lexicon.ClassUnit)
	return e > at+w
}

// unitWord reports whether the scale character at a place begins a word that
// is no number: 数百姓, 数千瓦.
func unitWord(text string, at, w int) bool { return maskEnd(text, at) > at+w }

func hasPrefixAt(text string, at int, prefix string) bool {
	return len(text)-at >= len(prefix) && text[at:at+len(prefix)] == prefix
}
