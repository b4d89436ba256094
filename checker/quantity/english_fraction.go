package quantity

import "github.com/hegao/hegao/checker/lexicon"

// finish makes a numeral of the tally, with what may close it: a denominator,
// decimals behind "point", or "and a half".
func (n *english) finish(text string, t *tally) bool {
	for {
		i := gap(text, t.end)
		s, e := numeralWord(text, i)
		if e == i || i == t.end {
			break
		}
		if s.Code == "point" && !n.arabic && t.state != atScale || s.Code == "point" && n.arabic && n.decimals == 0 && t.state == atArabic {
			if n.readPoint(text, e, t) {
				n.accumulate(text, t)
				continue
			}
			break
		}
		if n.words && n.readDenominator(text, i, s, e, t) {
			return true
		}
		break
	}
	k := 0
	if t.state == atScale {
		k = t.scale
	}
	n.scale = k
	place := k
	if t.part.Sign() > 0 && t.state != atScale {
		place = 0
	}
	n.set(t.value(), place-n.decimals, t.end)
	n.addFraction(text)
	return true
}

// readPoint reads decimals in words or digits: point seven one.
func (n *english) readPoint(text string, at int, t *tally) bool {
	i := gap(text, at)
	v, k := t.value(), 0
	neg := Num{}
	for {
		j := gap(text, i)
		if d := digitRun(text, j); d > 0 && k == 0 {
			v, k, i = v.Add(Dec(smallInt(text[j:j+d]), -d)), d, j+d
			break
		}
		s, e := numeralWord(text, j)
		w := 1
		switch s.Code {
		case "digit":
		case "teen", "tens":
			w = 2
		default:
			e = j
		}
		if e == j || k+w > 12 {
			break
		}
		k += w
		v, i = v.Add(Dec(int64(s.Num), -k)), e
		if s.Code == "tens" { // seventy-one: the digit fills the same place
			if s, e := numeralWord(text, gap(text, e)); s.Code == "digit" {
				v, i = v.Add(Dec(int64(s.Num), -k)), e
			}
		}
	}
	if k == 0 {
		return false
	}
	t.total, t.section, t.end, t.state, t.part = neg, v, i, atArabic, Num{}
	n.decimals, n.digits = k, n.digits+k
	return true
}

// readDenominator makes a fraction, or an ordinal of several words, of the
// tally and the ordinal word behind it: two thirds, twenty-one fifths, one
// hundred twenty-fifth.
func (n *english) readDenominator(text string, at int, s lexicon.Sense, end int, t *tally) bool {
	d := int64(s.Num)
	value := t.value()
	switch s.Code {
	case "fraction":
		if d == 4 && n.quarterIsPeriod(text, end, t) {
			return false
		}
		if t.state != atDigit {
			return false
		}
	case "powerth":
		if t.state != atDigit || value.Cmp(Int(1)) != 0 || !followedBy(text, end, "of") && s.Num != 2 {
			n.form = ordinal
			n.set(value.Shift(int(s.Num)), 0, end)
			return true
		}
		d = pow10(int(s.Num))
	case "powerths":
		if t.state == atArabic {
			return false
		}
		d = pow10(int(s.Num))
	case "ordinal":
		switch {
		case t.state == atDigit && d > 2 && t.tens == 0, t.state == atDigit && d > 2 && t.section.Cmp(Int(1)) == 0:
		case t.state == atTens && d < 10:
			if t.lead && t.section.Sub(Int(t.tens)).Cmp(Int(1)) == 0 { // one twenty-fifth
				n.fraction(Int(1), t.tens+d, end)
				return true
			}
			return n.ordinal(value.Add(Int(d)), end)
		case t.state == atHundred || t.state == atScale && d < 100:
			return n.ordinal(value.Add(Int(d)), end)
		default:
			return false
		}
	case "parts":
		if t.state == atTens && d < 10 && t.lead {
			d += t.tens
			value = value.Sub(Int(t.tens))
		} else if t.state == atTens && d < 10 && t.value().Cmp(Int(t.tens)) != 0 {
			return false
		}
	case "tens", "teen":
		// three twenty firsts, twenty twenty fifths
		i := gap(text, end)
		p, e := numeralWord(text, i)
		if p.Code != "parts" && p.Code != "ordinal" || p.Num > 9 || s.Code == "teen" {
			return false
		}
		d, end = d+int64(p.Num), e
	case "digit":
		// three one-thousandths, one one hundred fifth
		if s.Num != 1 || t.state != atDigit {
			return false
		}
		m, ok := readEnglishNumeral(text, at)
		switch {
		case !ok:
			return false
		case m.frac && m.lo.Cmp(Dec(1, -1)) < 0:
			n.frac = true
			n.set(value.Mul(m.lo), 0, m.end)
			return true
		case m.form == ordinal && m.lo.Cmp(Int(100)) > 0:
			d, _ := m.lo.Int64()
			n.fraction(value, d, m.end)
			return true
		}
		return false
	default:
		return false
	}
	if value.Sign() == 0 {
		return false
	}
	whole := Num{}
	if t.part.Sign() > 0 && t.part.Cmp(t.value()) < 0 && t.and {
		whole, value = value.Sub(t.part), t.part
	}
	if s.Code == "fraction" && t.scale > 0 {
		return false
	}
	f, _ := value.Div(Int(d))
	n.frac = true
	n.set(whole.Add(f), 0, end)
	return n.scaleOf(text)
}

func (n *english) fraction(num Num, d int64, end int) {
	f, _ := num.Div(Int(d))
	n.frac = true
	n.set(f, 0, end)
}

func (n *english) ordinal(v Num, end int) bool {
	n.form = ordinal
	n.set(v, 0, end)
	return true
}

func pow10(k int) int64 {
	p := int64(1)
	for range k {
		p *= 10
	}
	return p
}

// quarterIsPeriod reports whether quarters are parts of a year here and not of
// a whole: the past three quarters, two quarters.
func (n *english) quarterIsPeriod(text string, end int, t *tally) bool {
	v, _ := t.value().Int64()
	return v != 1 && v != 3 || wordRole(prevWord(text, n.start), "period-before")
}

// scaleOf reads the scale that a fraction is of: three quarters of a million,
// half a dozen, a quarter million.
func (n *english) scaleOf(text string) bool {
	i := gap(text, n.end)
	if followedBy(text, n.end, "of") {
		i = skipSpace(text, skipWord(text, i))
	}
	s, e := numeralWord(text, i)
	if s.Code == "article" {
		i = gap(text, e)
		s, e = numeralWord(text, i)
	}
	switch {
	case e == i || i == n.end:
	case s.Code == "scale":
		n.frac, n.scale = false, int(s.Num)
		n.set(n.lo.Shift(n.scale), n.scale-1, e)
	case s.Code == "dozen":
		n.frac = false
		n.set(n.lo.Mul(Int(12)), 0, e)
	case s.Code == "hundred":
		n.frac = false
		n.set(n.lo.Shift(2), 0, e)
	}
	return true
}

// addFraction reads "and a half", "and three quarters" behind a number. Behind
// a scale word the fraction is of the scale.
func (n *english) addFraction(text string) {
	i := gap(text, n.end)
	s, e := numeralWord(text, i)
	if s.Code != "and" || i == n.end || n.decimals > 0 || n.inner {
		return
	}
	i = gap(text, e)
	s, e = numeralWord(text, i)
	f := english{words: true, inner: true}
	f.start = i
	switch s.Code {
	case "article":
		j := gap(text, e)
		p, pe := numeralWord(text, j)
		d := int64(p.Num)
		if p.Code != "fraction" && (p.Code != "ordinal" || d < 3 || !n.thirdFits(text, pe)) {
			return
		}
		f.fraction(Int(1), d, pe)
	case "digit", "teen", "tens", "hundred":
		if !f.readWords(text, i, tally{}) || !f.frac || f.lo.Cmp(Int(1)) >= 0 {
			return
		}
	case "fraction":
		if s.Num != 2 {
			return
		}
		f.fraction(Int(1), 2, e)
	default:
		return
	}
	k := n.scale
	if n.arabic && k == 0 && !n.lo.IsInt() {
		return
	}
	n.frac = k == 0
	n.set(n.lo.Add(f.lo.Shift(k)), n.place, f.end)
	if k > 0 {
		n.place = k - 1
	}
	if k == 0 && f.lo.Cmp(Dec(5, -1)) == 0 {
		n.frac, n.decimals, n.place = false, 1, -1
	}
	n.scaleOfMixed(text)
}

// thirdFits reports whether "and a third" adds a fraction: nothing that a third
// could be counted among follows.
func (n *english) thirdFits(text string, at int) bool {
	i := skipSpace(text, at)
	return i >= len(text) || !isLatin(text[i]) || followedBy(text, at, "of")
}

// scaleOfMixed reads the scale behind a mixed number: five and a half million.
func (n *english) scaleOfMixed(text string) {
	i := gap(text, n.end)
	if s, e := numeralWord(text, i); n.scale == 0 && e > i && i > n.end && s.Code == "scale" {
		n.frac, n.scale = false, int(s.Num)
		n.set(n.lo.Shift(n.scale), n.scale-1, e)
	}
}

// readArticle reads a number that begins with a or an: a hundred, a dozen, a
// half, a quarter of a million, a third of.
func (n *english) readArticle(text string, at int) bool {
	i := gap(text, at)
	s, e := numeralWord(text, i)
	if e == i && i > at && n.unitAlone(text, i) {
		n.set(Int(1), 0, at)
		return true
	}
	if e == i || i == at || i > 0 && text[i-1] == '-' {
		return false
	}
	switch s.Code {
	case "hundred", "scale":
		return n.readWords(text, i, tally{})
	case "dozen":
		n.set(Int(12), 0, e)
		return true
	case "fraction":
		if s.Num == 4 && !n.partOf(text, e) {
			return false
		}
		n.half = true
		n.fraction(Int(1), int64(s.Num), e)
		return n.scaleOf(text)
	case "ordinal":
		if s.Num < 3 || !n.partOf(text, e) {
			return false
		}
		n.fraction(Int(1), int64(s.Num), e)
		return n.scaleOf(text)
	case "powerth":
		n.fraction(Int(1), pow10(int(s.Num)), e)
		return true
	case "tens": // a twenty-first is an ordinal
		return false
	case "powerths":
	}
	return false
}

// unitAlone reports whether a unit of measure or money stands behind an article
// as the amount of something: a litre of milk, a penny. Behind a number it is
// what a price is for: $2 a litre.
func (n *english) unitAlone(text string, at int) bool {
	s, e := englishUnit(text, at)
	if e == at || s.Alt != "measure" && s.Alt != "minor" || e-at < 2 || !wordRole(text[at:e], "unit-alone") {
		return false
	}
	i := skipBack(text, n.start)
	if i > 0 && (isDigit(text[i-1]) || wordRole(prevWord(text, n.start), "rate-money")) {
		return false
	}
	return e >= len(text) || followedBy(text, e, "of") || text[e] == '!'
}

// partOf reports whether an ordinal behind an article is a fraction: "of"
// follows, or a scale, or the amount of a change closes the clause.
func (n *english) partOf(text string, at int) bool {
	if followedBy(text, at, "of") {
		return true
	}
	s, e := numeralWord(text, gap(text, at))
	if e > at && s.Code == "scale" {
		return true
	}
	p := prevWord(text, n.start)
	return p == "by" || p == "than" || p == "about" || p == "nearly" || p == "almost" || p == "over" || p == "roughly"
}

// readHalf reads a number that begins with half or quarter.
func (n *english) readHalf(text string, at int, s lexicon.Sense, end int) bool {
	n.half = true
	n.fraction(Int(1), int64(s.Num), end)
	before := prevWord(text, at)
	if ordinalBefore(text, at, before) || wordRole(before, "period-before") || wordRole(before, "before-one") && before != "the" && before != "as" && before != "only" && before != "not" {
		return false
	}
	n.scaleOf(text)
	if n.scale > 0 || !n.frac {
		return true
	}
	if s.Num == 4 || before == "the" {
		return false
	}
	return end >= len(text) || text[end] != '-' || n.unitFollows(text, end+1)
}

func (n *english) unitFollows(text string, at int) bool {
	_, e := englishUnit(text, at)
	return e > at
}

// readNumber reads No. 3 and number one as places in an order.
func (n *english) readNumber(text string, at, end int) bool {
	i := skipSpace(text, end)
	if i >= len(text) {
		return false
	}
	if isDigit(text[i]) {
		d, ok := readEnglishDigits(text, i)
		if !ok || d.decimals > 0 || d.grouped || d.count > 4 || gluedLetter(text, d.end) || runeByte(text, d.end) == '-' && isDigit(runeByte(text, d.end+1)) {
			return false
		}
		n.form, n.arabic = ranked, true
		n.set(d.value, 0, d.end)
		n.start = i
		return true
	}
	s, e := numeralWord(text, i)
	if s.Code != "digit" || text[end-1] == '.' {
		return false
	}
	n.form = ranked
	n.set(Int(int64(s.Num)), 0, e)
	n.start = i
	return true
}
