package period

// step says how far an expression lies from the mark that it hangs on: 3 days
// after Christmas, the six months to June.
type step struct {
	how          stepKind
	weekday      int8 // the day of that name in the week that stepOn comes to, 0 for the day itself
	months, days int16
}

type stepKind uint8

const (
	noStep   stepKind = iota
	stepOn            // months and days on from the mark, or back where negative
	stepSpan          // the span of that length that begins with the mark
	stepBack          // the span of that length that ends with it
)

// Codes of units that only words have.
const (
	unitFortnight   unit = 8
	unitWorkingWeek unit = 9
)

// What the words behind a length of time mean: n of role offset.
const (
	offsetAgo    = 1
	offsetHence  = 2
	offsetAfter  = 3
	offsetBefore = 4
	offsetSpan   = 5
	offsetBack   = 6
)

// apply reckons from the days of a mark. Days are counted from a single day;
// months also from whole months and years, which stay whole.
func (s step) apply(p Period) Period {
	if !p.Known() {
		return Period{}
	}
	m, d := int(s.months), int(s.days)
	switch s.how {
	case stepSpan:
		return spanOf(p.Start, p.Start.AddMonths(m).AddDays(d-1), m > 0 && d == 0)
	case stepBack:
		next := p.End.AddDays(1)
		return spanOf(next.AddMonths(-m).AddDays(-d), p.End, m > 0 && d == 0)
	}
	if p.wholeMonths() && !p.IsPoint() {
		if d != 0 {
			return Period{}
		}
		return Period{p.Start.AddMonths(m), p.End.AddMonths(m).MonthEnd(), p.Grain}
	}
	day := p.Start.AddMonths(m).AddDays(d)
	if s.weekday != 0 {
		day = day.Monday().AddDays(int(s.weekday) - 1)
	}
	return Point(day)
}

// spanOf returns the days from a to b, as months where they are whole ones.
func spanOf(a, b Date, months bool) Period {
	p := Days(a, b)
	if months && a.Day == 1 && b == b.MonthEnd() {
		p.Grain = Month
	}
	return p
}

// enLength takes a length of time: 3 weeks, a couple of days, 2 years, 1 month
// and 21 days; the bare unit too where bare is allowed.
func (r *reader) enLength(bare bool) (s step, counted, ok bool) {
	for n := 0; n < 4; n++ {
		p := r.p
		if n > 0 {
			comma := r.take(",")
			sp := r.spaces()
			and := sp && r.fold("and")
			if and {
				r.spaces()
			}
			if !comma && !sp {
				break
			}
		}
		v, found := r.enCardinal()
		half := found && r.andHalf()
		if found {
			found = r.spaces() || r.take("-")
		} else if n == 0 && bare {
			r.p, v, found = p, 1, true
		}
		w, unitFound := r.word(1 << roleUnit)
		if !found || !unitFound || half && unit(w.n) != unitYear || !s.add(v, unit(w.n)) {
			r.p = p
			break
		}
		if half {
			s.months += 6
		}
		counted, ok = counted || isCount(r.s, p), true
	}
	return s, counted, ok
}

// andHalf takes what adds a half to a count: two and a half years.
func (r *reader) andHalf() bool {
	p := r.p
	if r.spaces() && r.fold("and") && r.spaces() && r.fold("a") && r.spaces() && r.fold("half") {
		return true
	}
	r.p = p
	return false
}

// isCount reports whether a length begins with a number at a place, rather
// than with its unit.
func isCount(s string, at int) bool {
	_, end := find(s, at, 1<<roleUnit)
	return end == at
}

// add adds n units to a length; ok is false where they are none of time.
func (s *step) add(n int, u unit) bool {
	switch u {
	case unitDay:
		s.days += int16(n)
	case unitWeek:
		s.days += int16(7 * n)
	case unitFortnight:
		s.days += int16(14 * n)
	case unitMonth:
		s.months += int16(n)
	case unitQuarter:
		s.months += int16(3 * n)
	case unitHalf:
		s.months += int16(6 * n)
	case unitYear:
		s.months += int16(12 * n)
	case unitDecade:
		s.months += int16(120 * n)
	default:
		return false
	}
	return n < 1000
}

// enOffset reads a length of time and what it is reckoned from: two years ago,
// 3 days from now, 5 days before Christmas, the six months to June 30, a week
// starting tomorrow, the quarter ended March 31.
func (r *reader) enOffset(e *Expr, m *mark) bool {
	start := r.p
	s, counted, ok := r.enLength(true)
	if !ok {
		r.p = start
		return false
	}
	end := r.p
	if counted && r.enTime(e, m, s, start) {
		return true
	}
	w, ok := r.find(1 << roleOffset)
	if !ok || r.p == end {
		r.p = end
		if counted && r.enWithin(e, m, s, start) {
			return true
		}
		r.p = start
		return false
	}
	switch w.n {
	case offsetAgo, offsetHence:
		if !counted {
			r.p = start
			return false
		}
		*m = mark{unit: unitDayRel}
		s.how = stepOn
		e.Flags |= Relative | Approximate
	default:
		if s.how = hangs(w.n); s.how == stepOn && !counted && s.days != 1 || !r.spaces() || !r.enAnchor(e, m, s.how) {
			r.p = start
			return false
		}
	}
	back := w.n == offsetAgo || w.n == offsetBefore
	switch {
	case s.how == stepOn && counted && r.below(start):
		s.how = stepSpan
		if back {
			s.how = stepBack
			if m.unit == unitDayRel {
				m.n--
			}
		}
	case back:
		s.months, s.days = -s.months, -s.days
	}
	e.step = s
	return true
}

// below reports whether a word stands before a place that has the length behind
// it as the most: less than two weeks after the vote, within three days from
// today. What is meant lies in the span of that length.
func (r *reader) below(at int) bool {
	return r.wordBefore(at, "less than ") || r.wordBefore(at, "fewer than ") || r.wordBefore(at, "within ")
}

// enTime reads in two weeks' time, in a fortnight's time.
func (r *reader) enTime(e *Expr, m *mark, s step, start int) bool {
	end := r.p
	if r.takeAny("'", "’") {
		r.fold("s")
		if r.spaces() && r.fold("time") && r.wordBefore(start, "in ") {
			*m, s.how = mark{unit: unitDayRel}, stepOn
			e.step = s
			e.Flags |= Relative | Approximate
			return true
		}
	}
	r.p = end
	return false
}

// enWithin reads what is to come: will open in two years, to be paid within 30
// days. In any other clause a length of time behind "in" is just that.
func (r *reader) enWithin(e *Expr, m *mark, s step, start int) bool {
	within := r.wordBefore(start, "within ")
	if !within && !r.wordBefore(start, "in ") || !r.ahead(start) {
		return false
	}
	*m, s.how = mark{unit: unitDayRel}, stepOn
	if within {
		s.how = stepSpan
	}
	e.step = s
	e.Flags |= Relative | Approximate
	return true
}

// ahead reports whether one of the eight words before a place, in its clause,
// says that something is to come, and none makes a record of it.
func (r *reader) ahead(at int) bool {
	found := false
	for i, n := at, 0; i > 0 && n < 8; n++ {
		for i > 0 && !isLetter(r.s[i-1]) {
			if c := r.s[i-1]; c == '.' || c == ';' || c == ',' || c == '\n' || at-i > 90 {
				return found
			}
			i--
		}
		end := i
		for i > 0 && isLetter(r.s[i-1]) {
			i--
		}
		if w, e := find(r.s, i, 1<<roleAhead); e == end {
			if w.n < 0 {
				return false
			}
			found = true
		}
	}
	return found
}

func hangs(n int16) stepKind {
	switch n {
	case offsetSpan:
		return stepSpan
	case offsetBack:
		return stepBack
	}
	return stepOn
}

// enAnchor reads the day or month that a length is reckoned from. A bare year
// or quarter, and what itself has two ends, is none.
func (r *reader) enAnchor(e *Expr, m *mark, how stepKind) bool {
	if r.p >= len(r.s) || !May(r.s, r.p) {
		return false
	}
	var f Expr
	p := r.p
	a, ok := r.enMark(&f, p)
	if !ok {
		r.p = p
		a, ok = r.numeric(&f)
	}
	if !ok || f.to.unit != noUnit || f.step.how != noStep {
		return false
	}
	switch a.unit {
	case unitYear:
		if how != stepOn && a.fine == fineNone || a.fine == fineEarly || a.fine == fineLate {
			return false
		}
	case unitMonth, unitMonthRel:
		if how == stepOn && a.fine == fineNone {
			return false
		}
	case unitDay, unitNumeric, unitDayRel, unitNow, unitWeekday, unitNear, unitFestival:
	default:
		return false
	}
	*m = a
	e.Flags |= f.Flags
	e.Weekday, e.WeekdayStart, e.WeekdayEnd = f.Weekday, f.WeekdayStart, f.WeekdayEnd
	return true
}

// enWeekOf reads the week of Nov. 6, the week commencing 4 February.
func (r *reader) enWeekOf(e *Expr, m *mark) bool {
	start := r.p
	if _, ok := r.word(1 << roleWeekOf); ok && r.spaces() && r.enAnchor(e, m, stepSpan) {
		e.step = step{how: stepSpan, days: 7}
		return true
	}
	r.p = start
	return false
}

// enRest reads the rest of the year.
func (r *reader) enRest(e *Expr, m *mark) bool {
	start := r.p
	if _, ok := r.word(1 << roleRest); ok && r.spaces() {
		if end, ok := r.enPresent(); ok {
			end.fine = fineLastDay
			*m, e.to = mark{unit: unitNow}, end
			e.Flags |= Relative
			return true
		}
	}
	r.p = start
	return false
}

// enPresent takes the present unit: this month, the week, the current quarter.
func (r *reader) enPresent() (mark, bool) {
	start := r.p
	if r.fold("the") {
		r.spaces()
	}
	if w, ok := r.word(1 << roleRel); ok && (w.n != 0 || !r.spaces()) {
		r.p = start
		return mark{}, false
	}
	if w, ok := r.word(1 << roleUnit); ok && unit(w.n) >= unitWeek && unit(w.n) <= unitYear {
		return relUnit(unit(w.n), 0), true
	}
	r.p = start
	return mark{}, false
}
