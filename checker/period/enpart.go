package period

// enPartOf reads what a count of days or weeks at the beginning or end of a
// period is of: the first two weeks of May, the last three days of 2024. Months
// and quarters of a year are read elsewhere unless they are the last.
func (r *reader) enPartOf(e *Expr, m *mark, first bool, n int16, u unit) bool {
	start := r.p
	if u != unitDay && u != unitWeek && (first || u != unitMonth && u != unitQuarter) || !r.spaces() || !r.fold("of") || !r.spaces() {
		r.p = start
		return false
	}
	if r.fold("the") {
		r.spaces()
	}
	p := r.p
	ok := r.enMonth(e, m) && m.fine == fineNone || r.enBareYear(e, m)
	if !ok {
		if r.p = p; !r.enRelative(e, m) || m.fine != fineNone || e.to.unit != noUnit {
			present, found := r.enPresent()
			if !found {
				r.p, *m = start, mark{}
				return false
			}
			*m = present
			e.Flags |= Relative
		}
	}
	if m.unit != unitYear && (u == unitMonth && m.unit != unitQuarterRel || u == unitQuarter) {
		r.p, *m = start, mark{}
		return false
	}
	m.fine, m.day, m.fineSub = fineLast, n, u
	if first {
		m.fine = fineFirst
	}
	return true
}

// halfOfAge reads the half of a century or decade: the first half of the 20th
// century, of the 1990s.
func (r *reader) halfOfAge(e *Expr, m *mark, first bool) bool {
	start := r.p
	if r.spaces() && r.fold("of") && r.spaces() {
		if r.fold("the") {
			r.spaces()
		}
		if r.enAge(e, m) {
			m.fine = fineLate
			if first {
				m.fine = fineEarly
			}
			return true
		}
	}
	r.p = start
	return false
}

// enAge takes a century or decade: 19th century, 1990s.
func (r *reader) enAge(e *Expr, m *mark) bool {
	start := r.p
	if n, _, ok := r.enOrdinal(); ok && (r.spaces() || r.take("-")) && r.fold("century") {
		*m = mark{unit: unitCentury, n: int16(n), yearRef: yearAbs}
		return true
	}
	r.p = start
	if n, ok := r.number(); ok && !n.han && n.digits == 4 && n.v >= 1000 && n.v < 2200 && n.v%10 == 0 && r.fold("s") {
		*m = mark{unit: unitDecade, yearRef: yearAbs, n: int16(n.v)}
		e.Flags |= YearPrinted
		return true
	}
	r.p = start
	return false
}

// enMore takes what is added to a length of time up to or from the present: the
// last 3 months and 2 weeks. Behind "within" the days begin with the present
// one: within the next three years.
func (r *reader) enMore(e *Expr, m *mark, rel, count int, u unit) {
	var s step
	if !s.add(count, u) {
		return
	}
	start := r.p
	more := false
	for {
		p := r.p
		if !r.spaces() || !r.fold("and") || !r.spaces() {
			r.p = p
			break
		}
		n, ok := r.enCardinal()
		if !ok || !r.spaces() {
			r.p = p
			break
		}
		w, ok := r.word(1 << roleUnit)
		if !ok || unit(w.n) >= u && u != unitFortnight || !s.add(n, unit(w.n)) {
			r.p = p
			break
		}
		u, more = unit(w.n), true
	}
	if p := r.p; more {
		if w, ok := r.find(1 << roleOffset); ok && w.n <= offsetHence {
			r.p = start // two weeks ago is another time
			return
		}
		r.p = p
	}
	within := rel > 0 && r.wordBefore(e.Start, "within ")
	if !more && !within {
		return
	}
	*m, s.how = mark{unit: unitDayRel}, stepSpan
	switch {
	case rel < 0:
		m.n, s.how = -1, stepBack
	case !within:
		m.n = 1
	}
	e.step = s
}
