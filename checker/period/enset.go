package period

// eachBefore reports whether a word for what comes again and again stands before
// a place: every Tuesday, every other week. Such a weekday is no single day.
func (r *reader) eachBefore(at int) bool {
	end := at
	for end > 0 && r.s[end-1] == ' ' {
		end--
	}
	if end == at {
		return false
	}
	i := end
	for range 2 { // no such word is longer than two
		for i > 0 && isLetter(r.s[i-1]) {
			i--
		}
		if _, e := find(r.s, i, 1<<roleEach); e == end && e > i {
			return true
		}
		if i == 0 || r.s[i-1] != ' ' {
			return false
		}
		i--
	}
	return false
}

// enNthWeekday reads the third Tuesday, of the month of publication, where its
// clause ends there; the third Tuesday of each month is no single day.
func (r *reader) enNthWeekday(e *Expr, m *mark, n, weekday, start int) bool {
	if !r.closes() || r.eachBefore(start) {
		return false
	}
	*m = mark{unit: unitMonthRel, fine: fineNth, day: int16(weekday + 8*n)}
	e.Flags |= Relative
	return true
}

// ofEach takes of each month, in every year.
func (r *reader) ofEach() bool {
	start := r.p
	if r.spaces() && (r.fold("of") || r.fold("in")) && r.spaces() {
		if _, ok := r.word(1 << roleEach); ok {
			return true
		}
	}
	r.p = start
	return false
}

// enWeekdayOff reads what a weekday lies off: Monday two weeks from now, Friday
// a week ago. It is the day of that name in that week.
func (r *reader) enWeekdayOff(e *Expr, m *mark, weekday int16) bool {
	start := r.p
	if r.spaces() && r.p < len(r.s) && May(r.s, r.p) {
		var f Expr
		var d mark
		if r.enOffset(&f, &d) && f.step.how == stepOn {
			*m, e.step = d, f.step
			e.step.weekday = int8(weekday)
			e.Flags |= f.Flags &^ Approximate
			return true
		}
	}
	r.p = start
	return false
}
