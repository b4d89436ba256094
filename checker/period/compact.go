package period

// season reads a season or financial year that runs over New Year's Eve, of
// whose second year but two figures are printed: 2024-25. What may be a month
// as well, 2009-10, is one unless a word for such a year stands behind it.
func (r *reader) season(e *Expr, a number) (m mark, ok bool) {
	start := r.p
	if a.digits == 4 && a.v >= 1850 && a.v < 2100 && r.takeAny("-", "–", "—") {
		b, ok := r.number()
		if ok && !b.han && b.digits == 2 && b.v == (a.v+1)%100 && !r.numberGoesOn() && !r.dashFigure() && (b.v > 12 || r.seasonFollows()) {
			e.Flags |= YearPrinted | FiscalYear
			e.to = mark{unit: unitYear, yearRef: yearAbs, year: int16(a.v + 1)}
			return mark{unit: unitYear, yearRef: yearAbs, year: int16(a.v)}, true
		}
	}
	r.p = start
	return m, false
}

// seasonFollows reports whether a word for a year that isn't the calendar's
// follows.
func (r *reader) seasonFollows() bool {
	q := *r
	q.spaces()
	_, ok := q.word(1<<roleSeason | 1<<roleFiscal)
	return ok
}

// compact reads a date in the basic format of ISO 8601, 20251225, that stands by
// itself: not behind a sign of number, and with nothing it could count.
func (r *reader) compact() (m mark, ok bool) {
	if !compactAhead(r.s, r.p) {
		return m, false
	}
	var v [8]int
	for i := range v {
		v[i] = int(r.s[r.p+i] - '0')
	}
	d := Date{v[0]*1000 + v[1]*100 + v[2]*10 + v[3], v[4]*10 + v[5], v[6]*10 + v[7]}
	if !d.Valid() {
		return m, false
	}
	r.p += len(v)
	return mark{unit: unitMonth, n: int16(d.Month), fine: fineDay, day: int16(d.Day), yearRef: yearAbs, year: int16(d.Year)}, true
}

// compactAhead reports whether eight figures of a year from 1900 to 2099 stand by
// themselves at a place.
func compactAhead(s string, at int) bool {
	if at+8 > len(s) || !(s[at] == '1' && s[at+1] == '9' || s[at] == '2' && s[at+1] == '0') {
		return false
	}
	for i := at; i < at+8; i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	if r := before(s, at); r >= 0x4E00 && r <= 0x9FFF || r == '.' || r == '=' || r == '/' {
		return false
	}
	if at+8 == len(s) {
		return true
	}
	switch c := s[at+8]; {
	case isDigit(c), isLetter(c), c == '%', c == '_', c == '/':
		return false
	case c == '.' || c == ',' || c == '-' || c == ':':
		return at+9 == len(s) || !isDigit(s[at+9]) && !isLetter(s[at+9])
	case c == ' ':
		return at+9 == len(s) || !isLetter(s[at+9]) && s[at+9] < 0x80
	case c < 0x80:
		return true
	}
	switch runeAt(s, at+8) {
	case '，', '。', '；', '、', '）', '”', '》', '】':
		return true
	}
	return false
}

// namedDay reads the day behind a point, 9·11, which names an event more often
// than a day of this year: its year isn't guessed.
func (r *reader) namedDay(month number, start int) (m mark, ok bool) {
	prev := before(r.s, start)
	d, ok := r.number()
	if !ok || prev == '·' || prev == '第' || d.han || d.digits > 2 || month.digits > 2 || month.v < 1 || month.v > 12 || d.v < 1 || d.v > DaysIn(0, month.v) || r.numberGoesOn() || r.takeAny("·", "•", "・") {
		r.p = start
		return m, false
	}
	return mark{unit: unitMonth, n: int16(month.v), fine: fineDay, day: int16(d.v), fineSub: unitFestival}, true
}

// rowEnds reports whether a date with spaces inside, just read, is no part of a
// row of numbers.
func (r *reader) rowEnds() bool {
	q := *r
	if q.take(" ") {
		if _, w := arabic(q.s, q.p); w > 0 {
			return false
		}
	}
	return r.endsHere()
}

// ymd makes a date of three numbers with separators between.
func ymd(a, b, c number, sep byte) (m mark, ok bool) {
	switch {
	case a.digits == 4 && c.digits <= 2 && a.v >= 1000 && a.v < 2200:
		if b.v < 1 || b.v > 19 || c.v < 1 || c.v > 39 {
			return m, false
		}
		return mark{unit: unitMonth, n: int16(b.v), fine: fineDay, day: int16(c.v), yearRef: yearAbs, year: int16(a.v)}, true
	case a.digits <= 2 && (c.digits == 4 && c.v >= 1000 && c.v < 2200 || c.digits == 2 && sep != '.'):
		if a.v < 1 || b.v < 1 || a.v > 31 || b.v > 31 || a.v > 12 && b.v > 12 {
			return m, false
		}
		m = mark{unit: unitNumeric, n: int16(a.v), day: int16(b.v), yearRef: yearAbs, year: int16(c.v)}
		if c.digits == 2 {
			m.yearRef = yearShort
			if a.digits == 2 && b.digits == 2 {
				m.fineSub = unitYear // the first may be the year
			}
		}
		return m, true
	}
	return m, false
}
