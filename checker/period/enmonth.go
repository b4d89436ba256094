package period

// enMonth reads a month with its day and year: November 5, 2025; Nov. 2025;
// November 5-10; Jan first.
func (r *reader) enMonth(e *Expr, m *mark) bool {
	start := r.p
	w, ok := r.word(1 << roleMonth)
	if !ok || isLetterOrDigit(r.s, r.p) {
		r.p = start
		return false
	}
	*m = mark{unit: unitMonth, n: w.n}
	e.Flags |= MonthPrinted
	p := r.p
	dash := r.take("-") || r.take("/")
	if dash || r.spaces() {
		if r.fold("the") {
			r.spaces()
		}
		if n, ok := r.number(); ok && !n.han && n.digits == 4 && dash && n.v > 1000 && n.v < 2200 { // Dec-2018
			m.yearRef, m.year = yearAbs, int16(n.v)
			e.Flags |= YearPrinted
			return true
		} else if ok && !n.han && n.digits <= 2 && n.v >= 1 && n.v <= 39 && r.dayEnds() {
			m.fine, m.day = fineDay, int16(n.v)
			q := *r
			if q.take("-") || q.take("/") {
				if y, ok := q.number(); ok && dash && y.digits == 4 && !y.han && y.v > 1000 && y.v < 2200 { // Sep-23-2020
					r.p = q.p
					m.yearRef, m.year = yearAbs, int16(y.v)
					e.Flags |= YearPrinted
					return true
				}
			}
			r.enDays(e, m)
			r.enYear(e, m)
			r.shareYear(e, m)
			return true
		}
		r.p = p
		r.spaces()
		if r.fold("the") {
			r.spaces()
		}
		if n, _, ok := r.enOrdinal(); ok && n <= 31 {
			m.fine, m.day = fineDay, int16(n)
			r.enDays(e, m)
			r.enYear(e, m)
			r.shareYear(e, m)
			return true
		}
		r.p = p
	}
	if r.enYear(e, m) {
		return true
	}
	if c := r.s[start]; w.text == "may" || c >= 'a' || w.text == "march" || len(w.text) <= 3 || w.text == "sept" {
		// A word that may be something else stands as a month only where the
		// words around it say so.
		if !r.spanFollows() && (!r.cue(start) || w.text == "may" && (c >= 'a' && !r.strictCue(start) || start == 0 && r.p < len(r.s))) {
			r.p = start
			*m = mark{}
			return false
		}
	}
	return true
}

// strictCue reports whether the word before a place is a preposition of time.
func (r *reader) strictCue(at int) bool {
	i := at
	for i > 0 && r.s[i-1] == ' ' {
		i--
	}
	for _, w := range [...]string{"in", "by", "since", "from", "until", "of", "during", "through", "early", "late", "mid"} {
		if i >= len(w) && hasPrefixFold(r.s[i-len(w):i], w) && (i == len(w) || !isLetter(r.s[i-len(w)-1])) {
			return true
		}
	}
	return false
}

// shareYear gives the year of the last day to the first: November 5-10, 2025.
func (r *reader) shareYear(e *Expr, m *mark) {
	if e.to.unit != noUnit {
		e.to.yearRef, e.to.year = m.yearRef, m.year
	}
}

// dayEnds takes the ending of an ordinal and reports whether the figures
// before it can be a day.
func (r *reader) dayEnds() bool {
	if r.fold("st") || r.fold("nd") || r.fold("rd") || r.fold("th") {
		return true
	}
	if r.p >= len(r.s) {
		return true
	}
	c := r.s[r.p]
	if isDigit(c) || isLetter(c) || c == '%' || c == ':' {
		return false
	}
	return !(c == '.' || c == ',') || r.p+1 >= len(r.s) || !isDigit(r.s[r.p+1])
}

// enDays takes the last day of November 5-10.
func (r *reader) enDays(e *Expr, m *mark) {
	start := r.p
	if e.to.unit != noUnit {
		return
	}
	r.spaces()
	if _, ok := r.word(1 << roleTo); ok {
		r.spaces()
		if n, ok := r.number(); ok && !n.han && n.digits <= 2 && n.v > int(m.day) && n.v <= 31 && r.dayEnds() {
			q := *r
			q.spaces()
			if _, month := q.word(1 << roleMonth); !month {
				e.to = *m
				e.to.day = int16(n.v)
				return
			}
		}
	}
	r.p = start
}

// spanFollows reports whether a dash or "to" and another month follow.
func (r *reader) spanFollows() bool {
	q := *r
	q.spaces()
	if _, ok := q.word(1 << roleTo); !ok {
		return false
	}
	q.spaces()
	_, ok := q.word(1 << roleMonth)
	return ok
}

// enNumber reads what begins with a number, in figures or words: 5 November
// 2025, the third quarter, the first 11 months, two years ago, the 1990s.
func (r *reader) enNumber(e *Expr, m *mark) bool {
	start := r.p
	if insideNumber(r.s, start) {
		return false
	}
	if n, figures, ok := r.enOrdinal(); ok && r.enOrdinalOf(e, m, n, figures, start) {
		return true
	}
	r.p = start
	e.to = mark{}
	if n, ok := r.number(); ok && !n.han {
		if n.digits <= 2 && n.v >= 1 && n.v <= 31 {
			p := r.p
			if r.spaces() || r.take("-") || r.take("/") {
				if r.monthOf(e, m, n.v) {
					return true
				}
			}
			r.p = p
			if r.enDayRange(e, m, n.v) {
				return true
			}
		}
		if n.digits == 4 && n.v >= 1000 && n.v < 2200 && r.fold("s") && n.v%10 == 0 {
			*m = mark{unit: unitDecade, yearRef: yearAbs, n: int16(n.v)}
			e.Flags |= YearPrinted
			return true
		}
		r.p = start
		if n.digits == 4 && r.yearMonthDay(e, m) {
			return true
		}
		if n.digits == 4 && r.enBareYear(e, m) {
			if r.yearCue(start) {
				return true
			}
			*m = mark{}
		}
		r.p = start
		if r.enShort(e, m) {
			return true
		}
	}
	r.p = start
	return r.enAgo(e, m)
}

// yearMonthDay reads 2019-Aug-01 and 2015 May.
func (r *reader) yearMonthDay(e *Expr, m *mark) bool {
	start := r.p
	y, _ := r.number()
	if y.v >= 1000 && y.v < 2200 && !y.han && (r.take("-") || r.take("/") || r.spaces()) {
		if w, ok := r.word(1 << roleMonth); ok {
			*m = mark{unit: unitMonth, n: w.n, yearRef: yearAbs, year: int16(y.v)}
			p := r.p
			if r.take("-") || r.take("/") {
				if n, ok := r.number(); ok && !n.han && n.digits <= 2 && n.v >= 1 && n.v <= 31 && r.dayEnds() {
					m.fine, m.day = fineDay, int16(n.v)
				} else {
					r.p = p
				}
			}
			if m.fine == fineDay || r.s[start+4] == ' ' && r.s[start+5] < 'a' {
				e.Flags |= YearPrinted | MonthPrinted
				return true
			}
			*m = mark{}
		}
	}
	r.p = start
	return false
}

// yearCue reports whether four figures that end here are surely a year.
func (r *reader) yearCue(start int) bool {
	if !r.cue(start) {
		return false
	}
	q := *r
	if !q.spaces() {
		return r.endsHere()
	}
	// "in 2018 people" counts people; "in 2018 the" doesn't.
	return q.p >= len(q.s) || !isLetter(q.s[q.p]) || q.fold("the") || q.fold("to") || q.fold("and") || q.fold("through") ||
		q.fold("when") || q.fold("was") || q.fold("were") || q.fold("with") || q.fold("after") || q.fold("as") || q.fold("by") ||
		q.fold("for") || q.fold("from") || q.fold("until") || q.fold("till") || q.fold("is") || q.fold("at") || q.fold("in") ||
		q.fold("that") || q.fold("but") || q.fold("or") || q.fold("a") || q.fold("it") || q.fold("he") || q.fold("she")
}

// monthOf takes the month behind a day: 5 November 2025, 5th of November.
func (r *reader) monthOf(e *Expr, m *mark, day int) bool {
	start := r.p
	if r.fold("day") {
		r.spaces()
	}
	if r.fold("of") {
		r.spaces()
	}
	if w, ok := r.word(1 << roleMonth); ok && !isLetter(lastByte(r.s, r.p+1)) {
		*m = mark{unit: unitMonth, n: w.n, fine: fineDay, day: int16(day)}
		e.Flags |= MonthPrinted
		if r.take("-") || r.take("/") {
			if n, ok := r.number(); ok && n.digits == 4 {
				m.yearRef, m.year = yearAbs, int16(n.v)
				e.Flags |= YearPrinted
				return true
			}
			r.p--
		}
		r.enYear(e, m)
		return true
	}
	if w, ok := r.word(1 << roleRel); ok && r.spaces() && r.fold("month") {
		*m = mark{unit: unitMonthRel, n: w.n, fine: fineDay, day: int16(day)}
		e.Flags |= Relative
		return true
	}
	r.p = start
	return false
}

func lastByte(s string, end int) byte {
	if end < 1 || end > len(s) {
		return 0
	}
	return s[end-1]
}

// enDayRange reads 5-10 November 2025.
func (r *reader) enDayRange(e *Expr, m *mark, day int) bool {
	start := r.p
	r.spaces()
	if _, ok := r.word(1 << roleTo); ok {
		r.spaces()
		if n, ok := r.number(); ok && !n.han && n.digits <= 2 && n.v > day && n.v <= 31 && (r.dayEnds() && r.spaces()) {
			if r.monthOf(e, m, n.v) && m.unit == unitMonth {
				e.to = *m
				m.day = int16(day)
				return true
			}
		}
	}
	r.p = start
	*m = mark{}
	return false
}

// enFigures reads 01/22/2016.
func (r *reader) enFigures(e *Expr, m *mark) bool {
	d, ok := r.numeric(e)
	if ok {
		*m = d
	}
	return ok
}

// enShort reads 4/22 where the word before it calls for a date.
func (r *reader) enShort(e *Expr, m *mark) bool {
	if !r.dateCue(r.p) {
		return false
	}
	return r.enShortAt(e, m)
}

// enShortAt reads 4/22.
func (r *reader) enShortAt(e *Expr, m *mark) bool {
	start := r.p
	a, _ := r.number()
	sep := r.separator()
	b, ok := r.number()
	if !ok || sep == 0 || sep == '.' || b.han || a.digits > 2 || b.digits > 2 || a.v < 1 || b.v < 1 || a.v > 31 || b.v > 31 || a.v > 12 && b.v > 12 ||
		r.numberGoesOn() {
		r.p = start
		return false
	}
	*m = mark{unit: unitNumeric, n: int16(a.v), day: int16(b.v)}
	e.Flags |= Ambiguous | MonthPrinted
	return true
}

// dateCue reports whether "on", "from" or the like stands before a place.
func (r *reader) dateCue(at int) bool {
	i := at
	for i > 0 && r.s[i-1] == ' ' {
		i--
	}
	j := i
	for j > 0 && isLetter(r.s[j-1]) && i-j < 8 {
		j--
	}
	for _, w := range [...]string{"on", "from", "since", "until", "by", "before", "after", "back"} {
		if i-j == len(w) && hasPrefixFold(r.s[j:i], w) {
			return true
		}
	}
	return false
}

// enOrdinalOf reads what stands behind an ordinal.
func (r *reader) enOrdinalOf(e *Expr, m *mark, n int, figures bool, start int) bool {
	p := r.p
	if r.spaces() || r.take("-") {
		if n <= 31 && r.monthOf(e, m, n) {
			return true
		}
		if w, ok := r.word(1 << roleUnit); ok {
			if r.ordinalUnit(e, m, n, unit(w.n)) {
				return true
			}
		}
		r.p = p
		r.spaces()
		if w, ok := r.word(1 << roleWeekday); ok && n <= 5 && w.n < 8 && r.weekdayOf(e, m, n, int(w.n)) {
			return true
		}
		r.p = p
		r.spaces()
		if n == 1 && r.firstOf(e, m) {
			return true
		}
		if r.fold("century") {
			*m = mark{unit: unitCentury, n: int16(n), yearRef: yearAbs}
			return true
		}
	}
	r.p = p
	// A bare ordinal is a day only behind "on the".
	if figures && n <= 31 && r.onThe(start) {
		*m = mark{unit: unitDay, n: int16(n)}
		return true
	}
	return false
}

func (r *reader) onThe(at int) bool {
	const words = "on the "
	return at >= len(words) && hasPrefixFold(r.s[at-len(words):at], words)
}

// ordinalUnit reads third quarter of 2025, first half of last year.
func (r *reader) ordinalUnit(e *Expr, m *mark, n int, u unit) bool {
	switch {
	case u == unitQuarter && n <= 4, u == unitHalf && n <= 2:
		*m = mark{unit: u, n: int16(n)}
		p := r.p
		if !r.enYear(e, m) {
			if r.spaces() && r.fold("of") && r.spaces() && r.enFiscal(e, m) {
				m.unit, m.n = u, int16(n)
			} else {
				r.p = p
			}
		}
		return true
	case u == unitWeek && n <= 5:
		p := r.p
		if r.spaces() && r.fold("of") && r.spaces() {
			if r.enMonth(e, m) && m.fine == fineNone {
				m.fine, m.day = fineWeek, int16(n)
				return true
			}
			if r.enBareYear(e, m) {
				m.unit, m.n = unitWeek, int16(n)
				return true
			}
			if r.enRelative(e, m) && m.unit == unitMonthRel {
				m.fine, m.day = fineWeek, int16(n)
				return true
			}
		}
		r.p = p
	}
	return false
}

// weekdayOf reads first Friday of next month.
func (r *reader) weekdayOf(e *Expr, m *mark, n, weekday int) bool {
	if !r.spaces() || !r.fold("of") && !r.fold("in") || !r.spaces() {
		return false
	}
	if w, ok := r.word(1 << roleRel); ok && r.spaces() && r.fold("month") {
		*m = mark{unit: unitMonthRel, n: w.n}
		e.Flags |= Relative
	} else if !r.enMonth(e, m) || m.fine != fineNone {
		return false
	}
	m.fine, m.day = fineNth, int16(weekday+8*n)
	return true
}

// firstOf reads the first 11 months (of 2025).
func (r *reader) firstOf(e *Expr, m *mark) bool {
	n, ok := r.enCardinal()
	if !ok || !r.spaces() && !r.take("-") {
		return false
	}
	w, ok := r.word(1 << roleUnit)
	if !ok || !(unit(w.n) == unitMonth && n <= 12 || unit(w.n) == unitQuarter && n <= 4) {
		return false
	}
	*m = mark{unit: unitFirst, n: int16(n), sub: unit(w.n)}
	e.Flags |= Cumulative
	r.enYear(e, m)
	return true
}

// enAgo reads two years ago, 3 days from now.
func (r *reader) enAgo(e *Expr, m *mark) bool {
	start := r.p
	n, ok := r.enCardinal()
	if ok && r.spaces() {
		if w, ok := r.word(1 << roleUnit); ok && w.n != int16(unitHalf) && r.spaces() {
			sign := 0
			switch {
			case r.fold("ago"):
				sign = -1
			case r.fold("from") && r.spaces() && (r.fold("now") || r.fold("today")):
				sign = 1
			}
			if sign != 0 {
				u := unit(w.n)
				if w.n == 7 {
					u = unitDecade
				}
				*m = mark{unit: unitAgo, n: int16(sign * n), sub: u}
				e.Flags |= Relative | Approximate
				return true
			}
		}
	}
	r.p = start
	return false
}

// enRange reads the second end of a span.
func (r *reader) enRange(e *Expr, start int) {
	p := r.p
	if e.from.unit == unitPast || e.from.unit == unitAgo || e.from.unit == unitVague || e.from.unit == unitNow && !r.between(start) {
		return
	}
	r.spaces()
	_, ok := r.word(1 << roleTo)
	if !ok && r.between(start) {
		ok = r.fold("and")
	}
	if !ok {
		r.p = p
		return
	}
	r.spaces()
	var f Expr
	p2 := r.p
	m, ok := r.enMark(&f, r.p)
	if !ok && e.from.unit == unitNumeric {
		r.p = p2
		ok = r.enShortAt(&f, &m)
	}
	if !ok && e.from.fine == fineDay {
		r.p = p2
		ok = r.enFigures(&f, &m)
	}
	if !ok || f.to.unit != noUnit || !joins(&e.from, &m) {
		r.p = p
		return
	}
	e.to = m
	e.Flags |= f.Flags
	if e.from.unit == unitMonth && e.from.n == 1 && e.from.fine == fineNone && m.fine == fineNone && m.unit == unitMonth {
		e.Flags |= Cumulative
	}
}

// between reports whether "between" stands before a place.
func (r *reader) between(at int) bool {
	const word = "between "
	return at >= len(word) && hasPrefixFold(r.s[at-len(word):at], word)
}
