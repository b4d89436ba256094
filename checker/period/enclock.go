package period

// enClock reads a time of day: 9:30 a.m., 10 pm, 1430 GMT, at 15:05, or two with
// the half of the day behind the second, 2 to 4 p.m. A time by twelve hours is
// turned into one by twenty-four.
func (r *reader) enClock(e *Expr) bool {
	start := r.p
	if insideNumber(r.s, start) {
		return false
	}
	a, ok := r.clockFigures()
	if !ok {
		r.p = start
		return false
	}
	p := r.p
	if r.halfOfDay(&a) {
		e.Hour, e.Minute, e.Kind = a.hour, a.minute, KindTime
		return true
	}
	r.p = p
	r.spaces()
	if r.joint(start) {
		r.spaces()
		if b, ok := r.clockFigures(); ok && b.hour <= 12 && a.hour >= 1 && a.hour <= 12 && a.digits <= 2 && b.digits <= 2 && r.halfOfDay(&b) {
			half := b.hour / 12 * 12
			if a.hour%12+half > b.hour { // 11 to 1 p.m. begins in the morning
				half = 12 - half
			}
			e.Hour, e.Minute, e.Kind = a.hour%12+half, a.minute, KindTime
			e.EndHour, e.EndMinute, e.ClockSpan = b.hour, b.minute, true
			return true
		}
	}
	r.p = start
	return false
}

// clockTime is a time of day as its figures stand.
type clockTime struct {
	hour, minute, digits int
	minutes              bool // they are printed
}

// clockFigures takes the figures of a time: 9, 9:30, 9.30, 1430.
func (r *reader) clockFigures() (t clockTime, ok bool) {
	h, ok := r.number()
	if !ok || h.han {
		return t, false
	}
	t.hour, t.digits = h.v, h.digits
	switch {
	case h.digits <= 2:
		p := r.p
		if r.take(":") || r.take(".") {
			m, ok := r.number()
			if t.minutes = ok && m.digits == 2 && m.v < 60; t.minutes {
				t.minute = m.v
			} else {
				r.p = p
			}
		}
	case h.digits == 4 && h.v%100 < 60:
		t.hour, t.minute = h.v/100, h.v%100
	default:
		return t, false
	}
	return t, t.hour <= 24
}

// halfOfDay takes a.m., p.m. or a zone behind the figures of a time, and turns
// its hour into one of twenty-four.
func (r *reader) halfOfDay(t *clockTime) bool {
	r.spaces()
	w, ok := r.word(1 << roleClock)
	if !ok || w.n >= 0 && (t.digits == 4 || t.hour < 1 || t.hour > 12) || w.n < 0 && t.digits < 4 && !t.minutes {
		return false
	}
	if w.n >= 0 {
		t.hour = t.hour%12 + int(w.n)
	}
	return true
}

// enHour reads a time of day that a word names: noon, midnight.
func (r *reader) enHour(e *Expr) bool {
	w, ok := r.word(1 << roleHour)
	if !ok {
		return false
	}
	e.Hour, e.Kind = int(w.n), KindTime
	return true
}
