package period

// enWeekday reads a weekday, and the date or week behind it.
func (r *reader) enWeekday(e *Expr, m *mark) bool {
	start := r.p
	w, ok := r.word(1 << roleWeekday)
	if !ok {
		return false
	}
	full := len(w.text) >= 6 || w.text[len(w.text)-1] == '.'
	end := r.p
	r.take(",")
	r.spaces()
	p := r.p
	r.fold("the")
	r.spaces()
	var f Expr
	if w.n < 8 && p > end && (r.enMonth(&f, m) || r.enNumber(&f, m) || r.enDayOfWeek(m, w.n)) && (m.fine == fineDay || m.unit == unitDay) {
		e.Weekday, e.WeekdayStart, e.WeekdayEnd = Weekday(w.n), start, start+len(w.text)
		e.Flags |= f.Flags
		e.to = f.to
		return true
	}
	*m = mark{}
	r.p = end
	if !full && (!r.cue(start) || r.s[start] >= 'a' && !r.dateCue(start)) || isLetterOrDigit(r.s, end) {
		r.p = start
		return false
	}
	e.Flags |= Relative
	if r.spaces() {
		r.fold("of")
		r.spaces()
		if rel, ok := r.word(1 << roleRel); ok && r.spaces() && r.fold("week") {
			*m = mark{unit: unitWeekRel, n: rel.n, fine: fineWeekday, day: w.n}
			return true
		}
	}
	r.p = end
	*m = mark{unit: unitWeekday, n: w.n}
	return true
}

// enDayOfWeek reads the day behind a weekday: Friday the 11th.
func (r *reader) enDayOfWeek(m *mark, weekday int16) bool {
	start := r.p
	if n, ok := r.number(); ok && !n.han && n.digits <= 2 && n.v >= 1 && n.v <= 31 && r.dayEnds() {
		*m = mark{unit: unitDay, n: int16(n.v), day: weekday}
		return true
	}
	r.p = start
	if n, _, ok := r.enOrdinal(); ok && n <= 31 {
		*m = mark{unit: unitDay, n: int16(n), day: weekday}
		return true
	}
	r.p = start
	return false
}

// enRelative reads last year, next Monday, the past three years, yesterday.
func (r *reader) enRelative(e *Expr, m *mark) bool {
	start := r.p
	w, ok := r.word(enRel)
	if !ok {
		return false
	}
	switch w.role {
	case roleDayRel:
		*m = mark{unit: unitDayRel, n: w.n}
	case roleNow:
		*m = mark{unit: unitNow}
	case roleVague:
		*m = mark{unit: unitVague}
	case roleEdgeYear:
		*m = mark{unit: unitYear, yearRef: yearRelative, fine: fineEnd}
		if r.enYear(e, m) {
			return true
		}
	case roleYtd:
		*m = mark{unit: unitYear, yearRef: yearRelative}
		if w.n == 3 {
			*m = mark{unit: unitMonthRel}
		}
		e.to.unit = unitNow
		e.Flags |= Since | Cumulative
	case roleSame:
		*m = mark{unit: unitSame, n: w.n}
		e.Flags |= SamePeriod | Relative
		p := r.p
		if r.spaces() && (r.fold("in") || r.fold("of")) {
			r.spaces()
		}
		if y, ok := r.word(1 << roleRel); ok && r.spaces() && r.fold("year") {
			m.yearRef, m.year = yearRelative, y.n
		} else if r.p = p; !r.enYear(e, m) {
			r.p = p
		}
		return true
	default:
		if !r.spaces() || !r.enRelUnit(e, m, w.n) {
			r.p = start
			return false
		}
	}
	e.Flags |= Relative
	return true
}

// enRelUnit reads what stands behind last, this, next.
func (r *reader) enRelUnit(e *Expr, m *mark, rel int16) bool {
	count := int16(0)
	if n, ok := r.enCardinal(); ok {
		count = int16(n)
		r.spaces()
	}
	if w, ok := r.word(1 << roleWeekday); ok && count == 0 {
		*m = mark{unit: unitNear, n: w.n, day: rel}
		p := r.p
		var d mark
		if r.spaces() && r.enShortAt(e, &d) {
			*m = d
			return true
		}
		r.p = p
		return true
	}
	if w, ok := r.word(1 << roleMonth); ok && count == 0 && !isLetterOrDigit(r.s, r.p) && (w.text != "may" || r.s[r.p-3] == 'M') {
		*m = mark{unit: unitMonth, n: w.n, day: rel, fineSub: unitMonthRel}
		e.Flags |= MonthPrinted
		return true
	}
	w, ok := r.word(1 << roleUnit)
	if !ok {
		return false
	}
	u := unit(w.n)
	if u == 7 {
		u = unitDecade
	}
	if count > 0 || w.text[len(w.text)-1] == 's' {
		if count == 0 || rel == 0 {
			return false
		}
		*m = mark{unit: unitPast, n: -rel * count, sub: u}
		e.Flags |= Approximate
		return true
	}
	*m = relUnit(u, rel)
	if u == unitYear {
		e.Flags |= YearRelative
	}
	if u == unitWeek {
		p := r.p
		if rel == -1 && r.spaces() && (r.fold("of") || r.fold("in")) && r.spaces() && (r.enMonth(e, m) || r.enRelative(e, m)) && m.fine == fineNone {
			m.fine, m.day, m.fineSub = fineLast, 1, unitWeek
			return true
		}
		r.p = p
		*m = relUnit(u, rel)
		if d, ok := r.word(1 << roleWeekday); ok || r.spaces() {
			if !ok {
				d, ok = r.word(1 << roleWeekday)
			}
			if ok {
				m.fine, m.day = fineWeekday, d.n
				return true
			}
		}
		r.p = p
	}
	return m.unit != noUnit
}

// relUnit is the unit n from the present one.
func relUnit(u unit, n int16) mark {
	switch u {
	case unitDay:
		return mark{unit: unitDayRel, n: n}
	case unitWeek:
		return mark{unit: unitWeekRel, n: n}
	case unitMonth:
		return mark{unit: unitMonthRel, n: n}
	case unitQuarter:
		return mark{unit: unitQuarterRel, n: n}
	case unitHalf:
		return mark{unit: unitHalfRel, n: n}
	case unitYear:
		return mark{unit: unitYear, yearRef: yearRelative, year: n}
	}
	return mark{}
}

// enEdge reads the end of November, end-2024, mid-2025, early this year.
func (r *reader) enEdge(e *Expr, m *mark) bool {
	start := r.p
	w, ok := r.word(1 << roleEdgeOf)
	if !ok {
		return false
	}
	if !r.spaces() && w.text[len(w.text)-1] != '-' && !r.take("-") {
		r.p = start
		return false
	}
	if r.fold("the") {
		r.spaces()
	}
	p := r.p
	switch {
	case r.enRelative(e, m), r.enMonth(e, m), r.enCode(e, m), r.enNumber(e, m):
	case r.enBareYear(e, m):
	case r.fold("year"):
		*m = mark{unit: unitYear, yearRef: yearRelative}
		e.Flags |= Relative
	case r.fold("month"):
		*m = mark{unit: unitMonthRel}
		e.Flags |= Relative
	}
	if r.p == p || m.fine != fineNone || e.to.unit != noUnit || m.unit == unitDayRel || m.unit == unitNow {
		r.p = start
		return false
	}
	m.fine = edgeFine(w.n)
	if w.n > 3 {
		e.Flags |= Approximate
	}
	return true
}

// wordYear takes a year in words: nineteen eighty-six, two thousand and five.
func (r *reader) wordYear() (int, bool) {
	start := r.p
	a, ok := r.enCardinal()
	if !ok || isDigit(r.s[start]) || !r.spaces() {
		r.p = start
		return 0, false
	}
	if w, ok := r.word(1 << roleScale); ok {
		y := a * int(w.n)
		p := r.p
		if r.spaces() {
			if r.fold("and") {
				r.spaces()
			}
			if b, ok := r.enCardinal(); ok && b < 100 {
				y += b
				p = r.p
			}
		}
		r.p = p
		if y >= 1000 && y < 2200 {
			return y, true
		}
	} else if b, ok := r.enCardinal(); ok && a >= 15 && a <= 21 && b >= 10 && b < 100 {
		return a*100 + b, true
	}
	r.p = start
	return 0, false
}

// enBareYear takes a year of four figures.
func (r *reader) enBareYear(e *Expr, m *mark) bool {
	start := r.p
	n, ok := r.number()
	if ok && !n.han && n.digits == 4 && n.v >= 1500 && n.v < 2200 && !r.numberGoesOn() && !r.dashFigure() {
		*m = mark{unit: unitYear, yearRef: yearAbs, year: int16(n.v)}
		e.Flags |= YearPrinted
		return true
	}
	r.p = start
	return false
}

// dashFigure reports whether a dash and a figure follow: 2010-2015.
func (r *reader) dashFigure() bool {
	q := *r
	if !q.takeAny("-", "–", "—") {
		return false
	}
	_, n := arabic(q.s, q.p)
	return n > 0
}
