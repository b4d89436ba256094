package quantity

// vague reads 几 and 数, which stand for a digit: 几十, 十几, 数百.
func (h *hanReader) vague(at, w int, r rune) bool {
	if h.have || h.n.vague || h.n.more || h.n.arabic && h.last == 0 {
		return false
	}
	nr, nw := runeAt(h.text, at+w)
	if nr == ' ' {
		nr, nw = runeAt(h.text, skipSpace(h.text, at+w))
	}
	if (r == '数' || r == '數') && (hanUnit(nr) == 0 || unitWord(h.text, at+w, nw)) {
		return false
	}
	lo := int64(2)
	if h.last > 0 {
		lo, h.ji = 1, 0
	}
	h.cur, h.have, h.zero = sum{Int(lo), Int(9)}, true, true
	h.n.vague, h.vagueIn, h.n.han = true, true, true
	h.n.digits++
	h.i = at + w
	return true
}

// more reads 多 and 余 (more than) and 来 (about) behind a number; a great
// scale may still follow: 10多万, 500余亿.
func (h *hanReader) more(at, w int, r rune) bool {
	if !h.have && h.last == 0 || h.n.more || h.n.about || h.n.bareScale && h.last > 3 {
		return false
	}
	end := at + w
	nr, _ := runeAt(h.text, end)
	if nr == ' ' {
		nr, _ = runeAt(h.text, skipSpace(h.text, end))
	}
	u := hanUnit(nr)
	if h.n.vague {
		if u < 4 || h.have {
			return false
		}
		h.i = end // 十几万多亿: vague already
		return true
	}
	if r == '来' || r == '來' {
		// 十来个 is a number; 来自, 来看 are verbs.
		ten := h.last > 0 && !h.have || h.n.arabic && h.n.digits > 1 && h.n.decimals == 0 // 十来个, 100来家
		if !ten || !unitAt(h.text, end) && u < 4 || maskEnd(h.text, at) > end {
			return false
		}
		h.n.about = true
	} else {
		if h.have && h.n.han && !h.n.arabic && u < 4 {
			return false // 三多一少: a lone digit takes no 多
		}
		if m := maskEnd(h.text, at); u < 4 && m > end && !(hasPrefixAt(h.text, end, "元") && m == end+len("元")) && !(h.n.arabic && unitAt(h.text, end)) {
			return false // 20多元化; 4300多元 is money
		}
		h.n.more, h.n.moreUnit = true, h.unitOfMore()
	}
	h.i = end
	return true
}

// unitOfMore returns the exponent of the unit below which 多 stays: 2000多 is
// less than 3000, 150多 less than 160, 二十多 less than 30, 10万多 less than
// 11万.
func (h *hanReader) unitOfMore() int {
	v := h.cur.lo
	if !h.have {
		v = h.total.lo.Add(h.section.lo)
	}
	k := lastDigit(v, h.n.place)
	if !h.have && k > h.last {
		k = h.last
	}
	return k
}

// lastDigit returns the exponent of the last digit of v that isn't zero, or
// otherwise where v has no such digit.
func lastDigit(v Num, otherwise int) int {
	if v.big != nil || v.d > 1 || v.n == 0 {
		return otherwise
	}
	n, e := v.n, int(v.e)
	for n%10 == 0 {
		n /= 10
		e++
	}
	return e
}
