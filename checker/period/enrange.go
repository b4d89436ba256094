package period

// enDayRange reads a span of days that has its month but once, behind the
// second or between them: 5-10 November 2025; the ninth to the seventeenth of
// April; between 4 and 22 this month; from 4 to January 22.
func (r *reader) enDayRange(e *Expr, m *mark, day int) bool {
	start := r.p
	r.spaces()
	if r.joint(e.Start) {
		r.spaces()
		p := r.p
		if n, ok := r.enDay(); ok && n > day {
			if (r.spaces() || r.take("-")) && r.monthOf(e, m, n) {
				e.to = *m
				m.day = int16(day)
				return true
			}
		}
		r.p = p
		if (r.between(e.Start) || r.fromBefore(e.Start)) && r.enMonth(e, m) && m.fine == fineDay && e.to.unit == noUnit && int(m.day) > day {
			e.to = *m
			m.day = int16(day)
			return true
		}
	}
	r.p = start
	*m, e.to = mark{}, mark{}
	return false
}

// joint takes what stands between the ends of a span; "and" only where
// "between" stands before the whole, which begins at a place.
func (r *reader) joint(at int) bool {
	if _, ok := r.word(1 << roleTo); ok {
		return true
	}
	return r.between(at) && r.fold("and")
}

// enDay takes a day of the month: 17, 17th, the seventeenth.
func (r *reader) enDay() (int, bool) {
	start := r.p
	if r.fold("the") {
		r.spaces()
	}
	p := r.p
	if n, ok := r.number(); ok && !n.han && n.digits <= 2 && n.v >= 1 && n.v <= 31 && r.dayEnds() {
		return n.v, true
	}
	r.p = p
	if n, figures, ok := r.enOrdinal(); ok && !figures && n <= 31 {
		return n, true
	}
	r.p = start
	return 0, false
}

// enDays takes the last day of November 5-10, of April the ninth till the
// seventeenth.
func (r *reader) enDays(e *Expr, m *mark) {
	start := r.p
	if e.to.unit != noUnit {
		return
	}
	r.spaces()
	if r.joint(e.Start) {
		r.spaces()
		if n, ok := r.enDay(); ok && n > int(m.day) {
			q := *r
			q.spaces()
			if _, month := q.word(1<<roleMonth | 1<<roleUnit | 1<<roleWeekday); !month {
				e.to = *m
				e.to.day = int16(n)
				return
			}
		}
	}
	r.p = start
}

// enShortSpan reads 10/1-11/2/2017, where the second date has the year of
// both.
func (r *reader) enShortSpan(e *Expr, m *mark) bool {
	start := r.p
	var f Expr
	if r.enShortAt(&f, m) && r.takeAny("-", "–", "—") {
		if to, ok := r.numeric(&f); ok && f.to.unit == noUnit && to.unit == unitNumeric {
			e.to = to
			e.Flags |= f.Flags
			return true
		}
	}
	r.p = start
	*m = mark{}
	return false
}

// enRange reads the second end of a span.
func (r *reader) enRange(e *Expr, start int) {
	p := r.p
	if e.step.how != noStep || e.from.unit == unitPast || e.from.unit == unitAgo || e.from.unit == unitVague || e.from.unit == unitNow && !r.between(start) {
		return
	}
	r.spaces()
	if !r.joint(start) {
		r.p = p
		return
	}
	r.spaces()
	var f Expr
	p2 := r.p
	f.Start = p2
	m, ok := r.enMark(&f, r.p)
	if !ok && e.from.unit == unitNumeric {
		r.p = p2
		ok = r.enShortAt(&f, &m)
	}
	if !ok && e.from.fine == fineDay {
		r.p = p2
		ok = r.enFigures(&f, &m)
	}
	if !ok || f.to.unit != noUnit || f.step.how != noStep || !joins(&e.from, &m) {
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
func (r *reader) between(at int) bool { return r.wordBefore(at, "between ") }

// fromBefore reports whether "from" stands before a place.
func (r *reader) fromBefore(at int) bool { return r.wordBefore(at, "from ") }

// wordBefore reports whether a word, given with the space behind it, stands
// before a place.
func (r *reader) wordBefore(at int, word string) bool {
	return at >= len(word) && hasPrefixFold(r.s[at-len(word):at], word)
}
