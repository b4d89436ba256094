package quantity

// Typical returns the narrower set that the hedge suggests to a reader: 近200家
// is 180 to 200, 超10亿 below 20亿. A value outside it but inside Set is worth a
// remark, not a contradiction. Without a hedge it is Set.
func (q *Quantity) Typical() Interval {
	if q.Kind == Range {
		return q.Set
	}
	x, u := q.Value, q.lastPlace()
	switch q.Hedge {
	case Nearly:
		w := maxNum(u, x.Abs().Mul(Dec(1, -1)))
		return Interval{Lo: x.Sub(w), Hi: x, HasLo: true, HasHi: true, OpenHi: true}
	case Over:
		if q.Pre != Over && q.Post != Over {
			return q.Set // 多, 余 are typical as they stand
		}
		return Interval{Lo: x, Hi: x.Add(u), HasLo: true, HasHi: true, OpenLo: true, OpenHi: true}
	case Topped:
		return Interval{Lo: x, Hi: x.Add(u), HasLo: true, HasHi: true, OpenHi: true}
	case About:
		w := maxNum(u.Mul(Dec(5, -1)), x.Abs().Mul(Dec(5, -2)))
		return Closed(x.Sub(w), x.Add(w))
	}
	return q.Set
}

func maxNum(a, b Num) Num {
	if a.Cmp(b) < 0 {
		return b
	}
	return a
}
