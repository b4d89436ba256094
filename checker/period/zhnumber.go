package period

// weekdayNumeral takes the numeral behind 周 or 星期: 1 to 7, and 8 for the
// weekend.
func (r *reader) weekdayNumeral() (int, bool) {
	c := r.peek()
	d := hanDigit(c)
	switch c {
	case '日', '天':
		d = 7
	case '末':
		d = 8
	case '两', '兩', '零':
		d = -1
	}
	if d < 1 || d > 8 || d == 8 && c != '末' || d == 7 && c == '七' {
		return 0, false
	}
	p := r.p
	r.p += len(string(c))
	if beginsAny(r.s[r.p:], behindWeek[:]) || d == 7 && beginsAny(r.s[r.p:], behindDay[:]) || d == 8 && r.take("端") {
		r.p = p
		return 0, false
	}
	return d, true
}

// zhNumbered reads a number with its unit: a month, quarter, week or day, or
// two numbers with one unit. nth says that 第 stands before it.
func (r *reader) zhNumbered(e *Expr, m *mark, hasYear, nth bool) bool {
	start := r.p
	if !nth && insideNumber(r.s, r.p) {
		return false
	}
	a, ok := r.number()
	if !ok {
		return false
	}
	b := a
	two := false
	p := r.p
	if e.to.unit == noUnit && a.v >= 1 && a.v <= 31 {
		r.space()
		if _, ok := r.word(1 << roleTo); ok {
			r.take("-")
			r.word(1 << roleTo)
			r.space()
			if b, two = r.number(); !two || b.v <= a.v || b.v > 31 {
				two = false
			}
		}
	}
	if !two {
		r.p = p
		b = a
	}
	r.space()
	nth1 := nth && r.takeAny("个", "個")
	var u unit
	switch {
	case nth && !two && r.takeAny("周", "週", "星期", "礼拜", "個星期"):
		u = unitWeek
		if !hasYear {
			r.p = start
			return false
		}
	case b.v <= 4 && b.v >= 1 && (r.take("季度") || r.take("季") && r.quarterAlone()):
		u = unitQuarter
		r.zhQuarterEnd()
	case r.monthUnit(b, nth1):
		u = unitMonth
		r.takeAny("份")
	default:
		r.p = start
		return false
	}
	m.unit, m.n = u, int16(a.v)
	if two {
		e.to.unit, e.to.n, e.to.lunar = u, int16(b.v), m.lunar
		if a.v == 1 && u != unitWeek {
			e.Flags |= Cumulative
		}
	}
	if u == unitMonth {
		e.Flags |= MonthPrinted
	}
	if u == unitWeek {
		return true
	}
	target := m
	if two {
		target = &e.to
	}
	r.zhFine(e, target)
	if target.fine == fineNone && target.unit == unitMonth && b.v > 12 {
		e.to = mark{}
		r.p = start
		return false
	}
	return true
}

// monthUnit takes 月 behind the number of a month. A number that is no month
// is taken for one only where a day follows: 13月5日 is a slip.
func (r *reader) monthUnit(n number, nth bool) bool {
	if n.v < 1 || n.v > 19 || n.digits > 3 || !r.take("月") {
		return false
	}
	if beginsAny(r.s[r.p:], behindMonth[:]) {
		r.p -= len("月")
		return false
	}
	if n.v > 12 {
		_, p, ok := readNumber(r.s, r.p)
		q := reader{s: r.s, p: p}
		if !ok || !q.takeAny("日", "号", "號") {
			r.p -= len("月")
			return false
		}
	}
	return true
}

// quarterAlone reports whether 季, just read, stands for a quarter by itself: 三季末.
func (r *reader) quarterAlone() bool {
	if beginsAny(r.s[r.p:], behindQuarter[:]) || r.peek() == '末' || r.peek() == '度' {
		return r.peek() == '末'
	}
	r.p -= len("季")
	return false
}

// zhQuarterEnd takes what may stand behind a quarter and says nothing more.
func (r *reader) zhQuarterEnd() { r.take("期") }

// quarterCode reads Q1 to Q4, H1, H2, with 季度 perhaps behind it.
func (r *reader) quarterCode(m *mark) bool {
	if r.p+1 >= len(r.s) {
		return false
	}
	c, d := r.s[r.p]|0x20, r.s[r.p+1]
	q := reader{s: r.s, p: r.p + 2}
	if !(c == 'q' && d >= '1' && d <= '4' || c == 'h' && (d == '1' || d == '2')) || isLetterOrDigit(q.s, q.p) {
		return false
	}
	m.unit, m.n = unitQuarter, int16(d-'0')
	if c == 'h' {
		m.unit = unitHalf
	}
	q.take("季度")
	r.p = q.p
	return true
}
