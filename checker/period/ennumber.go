package period

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
	if r.enEraYear(e, m) {
		return true
	}
	if n, ok := r.number(); ok && !n.han {
		if n.digits <= 2 && n.v >= 1 && n.v <= 31 {
			p := r.p
			if r.spaces() || r.take("-") || r.take("/") {
				if r.monthOf(e, m, n.v) {
					return true
				}
			}
			r.p = p
			if r.dayEnds() && r.enDayRange(e, m, n.v) {
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
		if r.enMonthYear(e, m) {
			return true
		}
		r.p = start
		if n.digits <= 2 && r.enShortSpan(e, m) {
			return true
		}
		r.p = start
		if r.enShort(e, m) {
			return true
		}
	}
	r.p = start
	return r.enOffset(e, m) || r.enCounted(e, m) || r.enWordYear(e, m)
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
	if q.p >= len(q.s) || !isLetter(q.s[q.p]) {
		return true
	}
	_, ok := q.word(1 << roleYearNext)
	return ok
}

// enFigures reads 01/22/2016.
func (r *reader) enFigures(e *Expr, m *mark) bool {
	d, ok := r.numeric(e)
	if ok && e.to.unit == noUnit {
		*m = d
		return true
	}
	return false
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
		r.p = p
		if n <= 31 && r.enDayRange(e, m, n) {
			return true
		}
		r.spaces()
		if w, ok := r.word(1 << roleUnit); ok {
			if r.ordinalUnit(e, m, n, unit(w.n)) {
				return true
			}
		}
		r.p = p
		r.spaces()
		if w, ok := r.word(1 << roleWeekday); ok && n <= 5 && w.n < 8 && (r.weekdayOf(e, m, n, int(w.n)) || r.enNthWeekday(e, m, n, int(w.n), start)) {
			return true
		}
		r.p = p
		r.spaces()
		if n == 1 && r.firstOf(e, m) {
			return true
		}
		if r.fold("century") {
			*m = mark{unit: unitCentury, n: int16(n), yearRef: yearAbs}
			if r.beforeChrist() {
				*m = mark{unit: unitVague}
			}
			return true
		}
	}
	r.p = p
	// A bare ordinal is a day only behind "on the".
	if figures && n <= 31 && r.onThe(start) && !r.counts() {
		*m = mark{unit: unitDay, n: int16(n)}
		return true
	}
	return false
}

// counts reports whether a noun follows that an ordinal counts: the 3rd floor.
func (r *reader) counts() bool {
	q := *r
	if !q.spaces() || q.p >= len(q.s) || !isLetter(q.s[q.p]) {
		return false
	}
	_, ok := q.word(1<<roleYearNext | 1<<roleTo)
	return !ok
}

func (r *reader) onThe(at int) bool {
	const words = "on the "
	return at >= len(words) && hasPrefixFold(r.s[at-len(words):at], words)
}

// ordinalUnit reads third quarter of 2025, first half of last year.
func (r *reader) ordinalUnit(e *Expr, m *mark, n int, u unit) bool {
	switch {
	case u == unitHalf && n <= 2 && r.halfOfAge(e, m, n == 1):
		return true
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
	case u == unitMonth && n <= 12:
		p := r.p
		if r.spaces() && r.fold("of") && r.spaces() {
			if r.enBareYear(e, m) || r.enRelative(e, m) && m.unit == unitYear {
				m.unit, m.n = unitMonth, int16(n)
				return true
			}
		}
		r.p = p
	case u == unitWeek && n <= 5:
		p := r.p
		if r.spaces() && (r.fold("of") || r.fold("in")) && r.spaces() {
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
	start := r.p
	if r.weekdayIn(e, m, n, weekday) {
		return true
	}
	r.p = start
	*m = mark{}
	return false
}

func (r *reader) weekdayIn(e *Expr, m *mark, n, weekday int) bool {
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
	if ok && r.enPartOf(e, m, true, int16(n), unit(w.n)) {
		return true
	}
	if !ok || !(unit(w.n) == unitMonth && n <= 12 || unit(w.n) == unitQuarter && n <= 4) {
		return false
	}
	*m = mark{unit: unitFirst, n: int16(n), sub: unit(w.n)}
	e.Flags |= Cumulative
	r.enYear(e, m)
	return true
}

// enCounted reads the 3 next weeks, 5 past years.
func (r *reader) enCounted(e *Expr, m *mark) bool {
	start := r.p
	if n, ok := r.enCardinal(); ok && r.spaces() {
		if rel, ok := r.word(1 << roleRel); ok && rel.n != 0 && r.spaces() {
			if w, ok := r.word(1 << roleUnit); ok && r.past(m, int(rel.n)*n, unit(w.n)) {
				e.Flags |= Relative | Approximate
				return true
			}
		}
	}
	r.p = start
	return false
}

// past makes a mark of the n units up to the day of publication, or of those
// behind it where n is below zero.
func (r *reader) past(m *mark, n int, u unit) bool {
	switch u {
	case unitFortnight:
		n, u = 2*n, unitWeek
	case unitWorkingWeek, unitHalf:
		return false
	}
	*m = mark{unit: unitPast, n: int16(-n), sub: u}
	return true
}

// enMonthYear reads a month and a year in figures as forms and lists print them,
// with spaces around the mark or not: 11-2016, 2016 / 11.
func (r *reader) enMonthYear(e *Expr, m *mark) bool {
	start := r.p
	a, _ := r.number()
	left := r.spaces()
	slash := r.take("/")
	if !slash && !r.take("-") {
		r.p = start
		return false
	}
	right := r.spaces()
	b, ok := r.number()
	y, month := a, b
	if a.digits <= 2 {
		y, month = b, a
	}
	if !ok || b.han || y.digits != 4 || y.v < 1900 || y.v >= 2100 || month.digits > 2 || month.v < 1 || month.v > 12 ||
		!left && !right && (slash || y == a) || !r.closes() {
		r.p = start
		return false
	}
	*m = mark{unit: unitMonth, n: int16(month.v), yearRef: yearAbs, year: int16(y.v)}
	e.Flags |= YearPrinted | MonthPrinted
	return true
}
