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
	if r.commaDay(e, m) {
		return true
	}
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
		n, _, ok := r.enOrdinal()
		if ok && r.unitFollowsEn() { // January-March first quarter
			r.p = p
			return r.enYear(e, m) || r.s[start] < 'a' || r.cue(start)
		}
		if !ok {
			if n, ok = r.enDayWord(); ok {
				m.fine, m.day = fineDay, int16(n)
				r.enYear(e, m)
				return true
			}
		}
		if ok && n <= 31 {
			m.fine, m.day = fineDay, int16(n)
			r.enDays(e, m)
			r.enYear(e, m)
			r.shareYear(e, m)
			return true
		}
		r.p = p
	}
	if year := r.enYear(e, m); r.endsUnit(e) || year {
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

// enDayWord takes a day in words as the wires print it, May one, where nothing
// follows that it could count.
func (r *reader) enDayWord() (int, bool) {
	start := r.p
	if w, ok := r.word(1 << roleCardinal); ok && len(w.text) > 2 && w.n <= 12 {
		q := *r
		if r.closes() {
			return int(w.n), true
		}
		if q.spaces() {
			if _, ok := q.word(1<<roleYearNext | 1<<roleTo); ok {
				return int(w.n), true
			}
		}
	}
	r.p = start
	return 0, false
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

// commaDay takes the day behind a month and a comma, October, 1st, where its
// clause or a year stands behind it: in October, 1st Battalion isn't one.
func (r *reader) commaDay(e *Expr, m *mark) bool {
	start := r.p
	if r.take(",") && r.spaces() {
		if n, _, ok := r.enOrdinal(); ok && n <= 31 && (r.enYear(e, m) || r.closes()) {
			m.fine, m.day = fineDay, int16(n)
			return true
		}
	}
	r.p = start
	return false
}

// endsUnit takes the quarter or half that a month ends: the March quarter, the
// December 2024 half.
func (r *reader) endsUnit(e *Expr) bool {
	p := r.p
	if r.spaces() || r.take("-") {
		switch w, ok := r.word(1 << roleUnit); {
		case ok && w.text == "quarter":
			e.step = step{how: stepBack, months: 3}
			return true
		case ok && w.text == "half":
			e.step = step{how: stepBack, months: 6}
			return true
		}
	}
	r.p = p
	return false
}

// unitFollowsEn reports whether a unit of time follows: an ordinal before it
// numbers that.
func (r *reader) unitFollowsEn() bool {
	q := *r
	if !q.spaces() {
		return false
	}
	_, ok := q.word(1 << roleUnit)
	return ok
}
