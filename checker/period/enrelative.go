package period

import "strings"

// enWeekday reads a weekday, and the date or week behind it.
func (r *reader) enWeekday(e *Expr, m *mark) bool {
	start := r.p
	w, ok := r.word(1 << roleWeekday)
	if !ok {
		return false
	}
	full := len(w.text) >= 6 || w.text[len(w.text)-1] == '.'
	end := r.p
	if r.eachBefore(start) || r.ofEach() {
		r.p = start
		return false
	}
	r.take(",")
	r.spaces()
	p := r.p
	r.fold("the")
	r.spaces()
	var f Expr
	if w.n < 8 && p > end && (r.enMonth(&f, m) || r.enNumber(&f, m) || r.enDayOfWeek(m, w.n)) && f.step.how == noStep && (m.fine == fineDay || m.unit == unitDay) {
		e.Weekday, e.WeekdayStart, e.WeekdayEnd = Weekday(w.n), start, start+len(w.text)
		e.Flags |= f.Flags
		e.to = f.to
		return true
	}
	*m = mark{}
	r.p = end
	if w.n == 8 && r.weekendOf(e, m) {
		return true
	}
	if w.n == 8 && !r.cue(start) && !r.wordBefore(start, "that ") { // a three-day weekend
		r.p = start
		return false
	}
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
	if w.n < 8 && r.enWeekdayOff(e, m, w.n) {
		return true
	}
	*m = mark{unit: unitWeekday, n: w.n}
	return true
}

// enDayOfWeek reads the day behind a weekday: Friday the 11th.
func (r *reader) enDayOfWeek(m *mark, weekday int16) bool {
	start := r.p
	if n, ok := r.number(); ok && !n.han && n.digits <= 2 && n.v >= 1 && n.v <= 31 {
		if end := r.p; r.dayEnds() && (r.p > end || r.closes()) { // Friday 20 people came, Friday 7-6
			*m = mark{unit: unitDay, n: int16(n.v), day: weekday}
			return true
		}
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
		if m.unit == unitNear && strings.HasSuffix(w.text, "past") {
			m.day = nearPast
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
		p := r.p
		if rel <= 0 && r.spaces() { // last February 28
			if d, ok := r.number(); ok && !d.han && d.digits <= 2 && d.v >= 1 && d.v <= 31 && r.dayEnds() {
				*m = mark{unit: unitMonth, n: w.n, fine: fineDay, day: int16(d.v)}
				return true
			}
		}
		r.p = p
		return true
	}
	if count == 0 && r.enFestival(e, m) {
		if m.yearRef == yearNone {
			m.day, m.fineSub = rel, unitMonthRel
		}
		return true
	}
	w, ok := r.word(1 << roleUnit)
	if !ok {
		return false
	}
	u := unit(w.n)
	if u == unitFortnight && rel != 0 && count == 0 {
		count = 1
	}
	if count > 0 || w.text[len(w.text)-1] == 's' {
		if rel == -1 && r.enPartOf(e, m, false, max(count, 1), u) {
			return true
		}
		if count == 0 || rel == 0 || !r.past(m, int(rel)*int(count), u) {
			return false
		}
		e.Flags |= Approximate
		r.enMore(e, m, int(rel), int(count), u)
		return true
	}
	if u == unitDecade && rel != 0 && r.past(m, int(rel), u) { // the past decade, the next one
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
	case unitWorkingWeek:
		return mark{unit: unitWeekRel, n: n, fine: fineFirst, day: 5, fineSub: unitDay}
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
	case (w.n == edgeLater || w.n == edgeEarlier) && !r.said(start):
		// the year-earlier month
	default:
		if present, ok := r.enPresent(); ok {
			*m = present
			e.Flags |= Relative
		}
	}
	if r.p == p || m.fine != fineNone || e.to.unit != noUnit || e.step.how != noStep || m.unit == unitDayRel || m.unit == unitNow {
		r.p, e.step = start, step{}
		return false
	}
	if w.n > edgeEnd {
		e.Flags |= Approximate
	}
	switch w.n {
	case edgeLater, edgeEarlier:
		if m.present() {
			e.aroundNow(m, w.n == edgeLater)
			return true
		}
		m.fine = fineLate
		if w.n == edgeEarlier {
			m.fine = fineEarly
		}
	case edgeMiddle:
		m.fine = fineMid
	default:
		m.fine = edgeFine(w.n)
	}
	return true
}

// said reports whether "the" stands right before the place, behind a word that
// begins at start.
func (r *reader) said(start int) bool {
	i := len(strings.TrimRight(r.s[start:r.p], " "))
	return i >= 3 && strings.EqualFold(r.s[start+i-3:start+i], "the")
}

// What n means of words of role edge-of, beside those that all edges have.
const (
	edgeMiddle  = 2
	edgeEnd     = 3
	edgeLater   = 6
	edgeEarlier = 7
)

// present reports whether a mark is the week, month, quarter, half or year of
// publication.
func (m *mark) present() bool {
	switch m.unit {
	case unitWeekRel, unitMonthRel, unitQuarterRel, unitHalfRel:
		return m.n == 0
	}
	return m.unit == unitYear && m.yearRef == yearRelative && m.year == 0
}

// aroundNow makes m and e.to the rest of the present unit, or the part of it
// that is over: later this year, earlier this month.
func (e *Expr) aroundNow(m *mark, later bool) {
	if later {
		e.to = *m
		e.to.fine = fineLastDay
		*m = mark{unit: unitNow}
		return
	}
	m.fine = fineFirstDay
	e.to = mark{unit: unitDayRel, n: -1}
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
