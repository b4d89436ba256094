package quantity

import "github.com/hegao/hegao/checker/lexicon"

// readOrdinalWord reads third, or the fraction in "tenth of a gallon".
func (n *english) readOrdinalWord(text string, s lexicon.Sense, end int) bool {
	v := Int(int64(s.Num))
	if s.Code == "powerth" {
		v = Dec(1, int(s.Num))
	}
	if followedBy(text, end, "of") && (s.Code == "powerth" || s.Num > 2) {
		i := skipSpace(text, skipWord(text, skipSpace(text, end)))
		if a, e := numeralWord(text, i); a.Code == "article" && n.unitFollows(text, skipSpace(text, e)) && prevWord(text, n.start) != "the" {
			n.half = true
			f, _ := Int(1).Div(v)
			n.frac = true
			n.set(f, 0, end)
			return true
		}
	}
	return n.ordinal(v, end)
}

// readMultiple reads doubled, twice, threefold; and double, where what it is
// the double of follows.
func (n *english) readMultiple(text string, s lexicon.Sense, end int) bool {
	if s.Code == "multiplier" && !wordRole(nextWord(text, end), "after-double") {
		return false
	}
	n.form = multiple
	v := Int(int64(s.Num))
	if s.Num < 0 {
		v = Dec(5, -1) // halved
	}
	n.set(v, 0, end)
	return true
}

// readMany reads hundreds, tens of thousands: a vague number of that order.
func (n *english) readMany(text string, s lexicon.Sense, end int) bool {
	k := int(s.Num)
	if followedBy(text, end, "of") {
		i := skipSpace(text, skipWord(text, skipSpace(text, end)))
		if m, e := numeralWord(text, i); m.Code == "many" && e > i && m.Num > s.Num {
			k += int(m.Num)
			n.setMany(pow10(k), pow10(k+1)-1, e)
			return true
		}
	}
	if k < 2 || !followedBy(text, end, "of") {
		return false
	}
	n.setMany(pow10(k), pow10(min(k+3, 15))-1, end)
	if k == 2 {
		n.setMany(100, 999, end)
	}
	return true
}

func (n *english) setMany(lo, hi int64, end int) {
	n.set(Int(lo), 0, end)
	n.hi, n.vague, n.many = Int(hi), true, true
}

// readCouple reads a couple of things as two, and a couple of hundred. A couple
// without them is two people.
func (n *english) readCouple(text string, at, end int) bool {
	if at == 0 && end == len(text) {
		n.set(Int(2), 0, end)
		return true
	}
	i := end
	if followedBy(text, i, "of") {
		i = skipSpace(text, i) + len("of")
	}
	j := skipSpace(text, i)
	if s, e := numeralWord(text, j); e > j && (s.Code == "hundred" || s.Code == "scale" || s.Code == "dozen") {
		if s.Code == "dozen" {
			n.set(Int(24), 0, e)
			return true
		}
		k := int(s.Num)
		n.set(Dec(2, k), k, e)
		n.scale = k
		return true
	}
	if i == end && plainNoun(text, j) == 0 {
		return false
	}
	n.set(Int(2), 0, i)
	return true
}

// readSeveral reads several hundred, a few thousand.
func (n *english) readSeveral(text string, at int) bool {
	i := gap(text, at)
	s, e := numeralWord(text, i)
	if e == i || s.Code != "hundred" && s.Code != "scale" && s.Code != "dozen" {
		return false
	}
	if s.Code == "dozen" {
		n.setMany(24, 119, e)
		return true
	}
	k := int(s.Num)
	if m, me := numeralWord(text, gap(text, e)); s.Code == "hundred" && m.Code == "scale" {
		k, e = k+int(m.Num), me
	}
	n.setMany(2*pow10(k), pow10(k+1)-1, e)
	n.scale = k
	return true
}
