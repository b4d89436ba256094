package period

// Length returns the length of time that an expression such as "the last 200
// days", 近三年 or "two weeks ago" prints: a count and the UCUM code of its unit.
// It serves where the day of publication isn't known, so that the expression
// has no days.
func (e *Expr) Length() (n int, unit string, ok bool) {
	switch m := &e.from; {
	case e.to.unit != noUnit:
	case m.unit == unitPast || m.unit == unitAgo:
		n = int(m.n)
		unit, ok = ucum[m.sub]
	case e.step.how == stepOn && m.unit == unitDayRel:
		switch s := e.step; {
		case s.months != 0 && s.days != 0:
		case s.months != 0 && s.months%12 == 0:
			n, unit, ok = int(s.months)/12, "a", true
		case s.months != 0:
			n, unit, ok = int(s.months), "mo", true
		case s.days%7 == 0:
			n, unit, ok = int(s.days)/7, "wk", true
		default:
			n, unit, ok = int(s.days), "d", true
		}
	}
	return max(n, -n), unit, ok && n != 0
}

var ucum = map[unit]string{unitDay: "d", unitWeek: "wk", unitMonth: "mo", unitYear: "a"}
