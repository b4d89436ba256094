package quantity

// Interval is a set of numbers between two ends, either of which may be
// missing (unbounded) or open (not itself in the set). The zero value is all
// numbers.
type Interval struct {
	Lo, Hi         Num
	HasLo, HasHi   bool
	OpenLo, OpenHi bool
}

// Exactly returns the interval that holds x alone.
func Exactly(x Num) Interval { return Interval{Lo: x, Hi: x, HasLo: true, HasHi: true} }

// Closed returns [lo, hi].
func Closed(lo, hi Num) Interval { return Interval{Lo: lo, Hi: hi, HasLo: true, HasHi: true} }

// Contains reports whether x is in the set.
func (v Interval) Contains(x Num) bool {
	if v.HasLo {
		if c := x.Cmp(v.Lo); c < 0 || c == 0 && v.OpenLo {
			return false
		}
	}
	if v.HasHi {
		if c := x.Cmp(v.Hi); c > 0 || c == 0 && v.OpenHi {
			return false
		}
	}
	return true
}

// Meets reports whether the two sets have a number in common.
func (v Interval) Meets(w Interval) bool {
	return !v.below(w) && !w.below(v)
}

// below reports whether every number of v is less than every number of w.
func (v Interval) below(w Interval) bool {
	if !v.HasHi || !w.HasLo {
		return false
	}
	c := v.Hi.Cmp(w.Lo)
	return c < 0 || c == 0 && (v.OpenHi || w.OpenLo)
}

// Bounded reports whether both ends exist.
func (v Interval) Bounded() bool { return v.HasLo && v.HasHi }

// Neg returns the set of -x.
func (v Interval) Neg() Interval {
	return Interval{Lo: v.Hi.Neg(), Hi: v.Lo.Neg(), HasLo: v.HasHi, HasHi: v.HasLo, OpenLo: v.OpenHi, OpenHi: v.OpenLo}
}

// Add returns the set of x + y.
func (v Interval) Add(w Interval) Interval {
	r := Interval{HasLo: v.HasLo && w.HasLo, HasHi: v.HasHi && w.HasHi, OpenLo: v.OpenLo || w.OpenLo, OpenHi: v.OpenHi || w.OpenHi}
	if r.HasLo {
		r.Lo = v.Lo.Add(w.Lo)
	}
	if r.HasHi {
		r.Hi = v.Hi.Add(w.Hi)
	}
	return r
}

// Sub returns the set of x - y.
func (v Interval) Sub(w Interval) Interval { return v.Add(w.Neg()) }

// Shift returns the set of x·10^k.
func (v Interval) Shift(k int) Interval {
	v.Lo, v.Hi = v.Lo.Shift(k), v.Hi.Shift(k)
	return v
}

// Widen returns the set with each end moved out by h, which is not negative.
func (v Interval) Widen(h Num) Interval {
	if v.HasLo {
		v.Lo = v.Lo.Sub(h)
	}
	if v.HasHi {
		v.Hi = v.Hi.Add(h)
	}
	return v
}

// Corners applies f, which must be monotone in each argument over the
// intervals, at the corners and returns the interval of the results. ok is
// false where an end is missing or f fails. Ends count as closed.
func Corners(f func(...Num) (Num, bool), vs ...Interval) (r Interval, ok bool) {
	args := make([]Num, len(vs))
	for c := range 1 << len(vs) {
		for i, v := range vs {
			if !v.Bounded() {
				return r, false
			}
			args[i] = v.Lo
			if c>>i&1 == 1 {
				args[i] = v.Hi
			}
		}
		x, ok := f(args...)
		if !ok {
			return r, false
		}
		if c == 0 {
			r = Exactly(x)
		} else if x.Cmp(r.Lo) < 0 {
			r.Lo = x
		} else if x.Cmp(r.Hi) > 0 {
			r.Hi = x
		}
	}
	return r, true
}
