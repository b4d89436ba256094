package period

// enClock reads a time of day: 9:30 a.m., 10 pm, 1430 GMT, at 15:05. A time by
// twelve hours is turned into one by twenty-four.
func (r *reader) enClock(e *Expr) bool {
	start := r.p
	if insideNumber(r.s, start) {
		return false
	}
	h, ok := r.number()
	if !ok || h.han {
		r.p = start
		return false
	}
	minutes := false
	switch {
	case h.digits <= 2:
		p := r.p
		if r.take(":") || r.take(".") {
			m, ok := r.number()
			if minutes = ok && m.digits == 2 && m.v < 60; minutes {
				e.Minute = m.v
			} else {
				r.p = p
			}
		}
	case h.digits == 4 && h.v%100 < 60:
		h.v, e.Minute = h.v/100, h.v%100
	default:
		r.p = start
		return false
	}
	r.spaces()
	w, ok := r.word(1 << roleClock)
	if !ok || h.v > 24 || w.n >= 0 && (h.digits == 4 || h.v < 1 || h.v > 12) || w.n < 0 && h.digits < 4 && !minutes {
		r.p, e.Minute = start, 0
		return false
	}
	if w.n >= 0 {
		h.v = h.v%12 + int(w.n)
	}
	e.Hour, e.Kind = h.v, KindTime
	return true
}
