package period

import "strings"

// zhFine reads what narrows a month, quarter or the like down: a day, a third
// of the month, its end, a week of it.
func (r *reader) zhFine(e *Expr, m *mark) {
	start := r.p
	r.space()
	r.takeAny("的", "里的")
	r.space()
	if w, ok := r.word(1<<roleTenDays | 1<<roleEdge); ok {
		if w.role == roleTenDays {
			m.fine, m.day = fineTenDays, w.n
			return
		}
		if w.n != 2 || m.unit != unitQuarter {
			m.fine = edgeFine(w.n)
			return
		}
	} else if m.unit == unitMonth || m.unit == unitMonthRel || m.unit == unitMonthBase {
		if r.dayOf(e, m) || r.countedOf(m) {
			return
		}
	}
	r.p = start
}

// dayOf reads the day of a month: 5日, 5—10日, 初五, 十五.
func (r *reader) dayOf(e *Expr, m *mark) bool {
	start := r.p
	if r.take("初") {
		if n, ok := r.number(); ok && n.v >= 1 && n.v <= 10 {
			m.fine, m.day, m.lunar = fineDay, int16(n.v), true
			e.Flags |= LunarDate
			return true
		}
		r.p = start
		return false
	}
	c := r.peek()
	n, ok := r.number()
	if !ok || n.v < 1 || n.v > 99 || n.digits > 3 {
		r.p = start
		return false
	}
	p := r.p
	r.space()
	if r.takeAny("日", "号", "號") {
		m.fine, m.day = fineDay, int16(n.v)
		return true
	}
	if _, ok := r.word(1 << roleTo); ok && e.to.unit == noUnit {
		r.space()
		if b, ok := r.number(); ok && b.v > n.v && b.v <= 31 {
			r.space()
			if r.takeAny("日", "号", "號") {
				m.fine, m.day = fineDay, int16(n.v)
				e.to = *m
				e.to.yearRef, e.to.year, e.to.day = yearNone, 0, int16(b.v)
				return true
			}
		}
	}
	r.p = p
	// A bare number is a day only in Chinese figures, or in a lunar month.
	if n.v <= 31 && (n.han && (n.digits > 1 || m.lunar) || m.lunar) && !r.unitFollows() {
		m.fine, m.day = fineDay, int16(n.v)
		// Of a year in Chinese figures the day without 日 is as likely a civil one.
		civil := m.yearRef == yearAbs && e.to.unit == noUnit && r.s[e.Body] >= 0x80
		if c == '廿' || c == '卅' || n.han && !civil && lunarFestivalDay(int(m.n), n.v) {
			m.lunar = true
			e.Flags |= LunarDate
		}
		return true
	}
	// 十月31, 10月22: figures right behind a month can be nothing else, where
	// nothing follows.
	if !n.han && n.digits <= 2 && n.v <= 31 && strings.HasSuffix(r.s[:start], "月") && r.endsHere() {
		m.fine, m.day = fineDay, int16(n.v)
		return true
	}
	r.p = start
	return false
}

// lunarFestivalDay reports whether a day written 八月十五 is a festival of the
// lunar calendar, and surely meant by it.
func lunarFestivalDay(month, day int) bool {
	for _, f := range festivals {
		if f.kind == ruleLunar && int(f.a) == month && int(f.b) == day {
			return true
		}
	}
	return false
}

// unitFollows reports whether a unit or classifier stands behind a number, so
// that it can't be a day.
func (r *reader) unitFollows() bool {
	c := r.peek()
	for _, u := range "个個年月天周週岁位名家人件项次元万亿千百余多几倍成分点时時%％." {
		if c == u {
			return true
		}
	}
	return false
}

// countedOf reads a week or some days of a month: 第三周, 第一个周二, 前4天,
// 最后五天.
func (r *reader) countedOf(m *mark) bool {
	start := r.p
	w, ok := r.word(1<<roleNth | 1<<roleFirst | 1<<roleLast)
	if !ok {
		return false
	}
	r.space()
	n, ok := r.number()
	r.space()
	r.takeAny("个", "個")
	if ok && n.v >= 1 && n.v <= 31 {
		switch {
		case w.role == roleNth && n.v <= 5:
			if r.takeAny("周", "週", "星期", "礼拜", "禮拜") {
				if d, ok := r.weekdayNumeral(); ok && d < 8 {
					m.fine, m.day = fineNth, int16(d+8*n.v)
				} else {
					m.fine, m.day = fineWeek, int16(n.v)
				}
				return true
			}
		case w.role != roleNth:
			if u := r.countUnit(); u == unitDay || u == unitWeek {
				m.fine, m.day, m.fineSub = fineFirst, int16(n.v), u
				if w.role == roleLast {
					m.fine = fineLast
				}
				return true
			}
		}
	}
	r.p = start
	return false
}

// countUnit takes the unit of a count of days, weeks, months and so on.
func (r *reader) countUnit() unit {
	switch {
	case r.takeAny("天", "日"):
		return unitDay
	case r.takeAny("周", "週", "星期", "礼拜", "禮拜"):
		return unitWeek
	case r.take("月"):
		return unitMonth
	case r.takeAny("季度"):
		return unitQuarter
	case r.take("年"):
		return unitYear
	}
	return noUnit
}

// zhCounted reads the first or last months, quarters, weeks or days of a year.
func (r *reader) zhCounted(e *Expr, m *mark, how role, hasYear bool, start int) bool {
	r.space()
	n, ok := r.number()
	if ok && n.v >= 1 && n.v <= 60 {
		r.space()
		ge := r.takeAny("个", "個")
		u := r.countUnit()
		if u == noUnit && r.take("季") && !beginsAny(r.s[r.p:], behindQuarter[:]) {
			u = unitQuarter
		}
		switch {
		case u == noUnit || u == unitYear:
		case how == roleFirst && (u == unitMonth && n.v <= 12 || u == unitQuarter && n.v <= 4):
			if beginsAny(r.s[r.p:], behindMonth[:]) && !ge && u == unitMonth {
				break
			}
			m.unit, m.n, m.sub = unitFirst, int16(n.v), u
			e.Flags |= Cumulative
			r.takeAny("份")
			r.zhFine(e, m)
			return true
		case hasYear:
			m.unit, m.n, m.sub = unitFirst, int16(n.v), u
			if how == roleLast {
				m.unit = unitLast
			}
			return true
		case how == roleFirst && (u == unitWeek || u == unitDay && ge):
			m.unit, m.n, m.sub = unitPast, int16(n.v), u
			e.Flags |= Relative | Approximate
			return true
		}
	}
	r.p = start
	return false
}

// day reads a bare day of the month: 7日, 5至10日, 12号.
func (r *reader) day(e *Expr, m *mark) bool {
	start := r.p
	if insideNumber(r.s, start) {
		return false
	}
	a, ok := r.number()
	if !ok || a.v < 1 || a.v > 31 || a.digits > 3 || a.han && a.digits == 1 {
		r.p = start
		return false
	}
	b, p := a, r.p
	if _, ok := r.word(1 << roleTo); ok {
		if b, ok = r.number(); !ok || b.v <= a.v || b.v > 31 {
			b, r.p = a, p
		}
	}
	r.space()
	switch {
	case r.take("日"):
		ok = !beginsAny(r.s[r.p:], behindDay[:])
	case r.takeAny("号", "號"):
		ok = numberedDay(before(r.s, start)) && !beginsAny(r.s[r.p:], behindNumber[:]) && !isLetterOrDigit(r.s, r.p)
	default:
		ok = false
	}
	if prev := before(r.s, start); prev == '近' && before(r.s, start-len("近")) != '附' || prev == '第' || prev == '前' || prev == '每' || prev == '过' || prev == '约' {
		ok = false
	}
	if !ok {
		r.p = start
		return false
	}
	m.unit, m.n = unitDay, int16(a.v)
	if b.v != a.v {
		e.to.unit, e.to.n = unitDay, int16(b.v)
	}
	return true
}

// numberedDay reports whether 12号 is a day where the rune stands before it, and
// not the number of a thing: 神舟十五号.
func numberedDay(prev rune) bool {
	return prev < 0x2E80 || prev >= 0x3000 && prev < 0x3040 && prev != '〕' && prev != '】' || prev >= 0xFF00 && prev != '］' && prev != '）' || strings.ContainsRune("在从至到于自的是将月本这了和与", prev)
}

func isLetterOrDigit(s string, at int) bool {
	return at < len(s) && (isLetter(s[at]) || isDigit(s[at]))
}

// zhAlone reads what has no year before it: 年底, 近三年, 5天前, 星期四, 日前.
func (r *reader) zhAlone(e *Expr, m *mark, first bool) bool {
	start := r.p
	if w, ok := r.word(1 << rolePast); ok { // before 最近 alone, which is vague
		if r.zhPast(e, m, w) {
			return true
		}
		r.p = start
	}
	if w, ok := r.word(zhAloneRoles); ok {
		switch w.role {
		case roleEdgeYear, roleEdgeMonth, roleEdgeQuarter:
			e.Flags |= Relative
			m.fine = edgeFine(w.n)
			switch w.role {
			case roleEdgeYear:
				m.unit, m.yearRef = unitYear, yearRelative
			case roleEdgeMonth:
				m.unit = unitMonthRel
			default:
				m.unit = unitQuarterRel
			}
			return true
		case roleVague:
			m.unit = unitVague
			e.Flags |= Relative | Approximate
			return true
		case roleYtd:
			m.unit, m.yearRef = unitYear, yearRelative
			e.to.unit = unitNow
			e.Flags |= Relative | Since | Cumulative
			return true
		case roleWeek:
			if d, ok := r.weekdayNumeral(); ok {
				m.unit, m.n = unitWeekday, int16(d)
				e.Flags |= Relative
				return true
			}
		}
		r.p = start
		return false
	}
	return r.zhAgo(e, m)
}

// zhRun reads days or years named together and counted: 今明两年, 明后两天.
func (r *reader) zhRun(e *Expr, m *mark) bool {
	start := r.p
	w, ok := r.word(1 << roleRun)
	if !ok {
		return false
	}
	n, ok := r.number()
	u := r.countUnit()
	if !ok || n.v < 2 || n.v > 4 || u != unitYear && u != unitDay {
		r.p = start
		return false
	}
	m.unit, m.n, m.day, m.sub = unitRun, w.n, int16(n.v), u
	e.Flags |= Relative
	return true
}

// zhPast reads a span up to the day of publication, or on from it: 近三年, 过去十年,
// 未来五年.
func (r *reader) zhPast(e *Expr, m *mark, w *word) bool {
	r.space()
	r.take("的")
	n, ok := r.number()
	if !ok || n.v < 1 || n.v > 500 {
		return false
	}
	r.space()
	ge := r.takeAny("个", "個")
	u := r.countUnit()
	closed := beginsAny(r.s[r.p:], []string{"以来", "来", "内"})
	if u == noUnit || u == unitMonth && !ge || u == unitDay && r.s[r.p-3:r.p] == "日" && !closed {
		return false
	}
	m.unit, m.n, m.sub = unitPast, int16(n.v), u
	if w.n > 0 {
		m.n = -m.n
	}
	e.Flags |= Relative | Approximate
	if w.text == "近" && n.v > 20 && u == unitDay && !closed {
		return false
	}
	r.takeAny("以来", "来", "间", "里", "内")
	return true
}

// zhAgo reads a distance from the day of publication: 5天前, 两周后.
func (r *reader) zhAgo(e *Expr, m *mark) bool {
	start := r.p
	prev := before(r.s, start)
	if insideNumber(r.s, start) || prev == '第' || prev == '约' || prev == '近' {
		return false
	}
	n, ok := r.number()
	if !ok || n.v < 1 || n.v > 500 || n.han && n.plain && n.digits > 1 {
		r.p = start
		return false
	}
	r.space()
	ge := r.takeAny("个", "個")
	u := r.countUnit()
	if u == noUnit || u == unitMonth && !ge || u == unitQuarter || u == unitDay && r.s[r.p-3:r.p] == "日" {
		r.p = start
		return false
	}
	sign := int16(0)
	switch {
	case r.takeAny("以前", "之前", "前"):
		sign = -1
	case r.takeAny("以后", "之后", "后", "後"):
		sign = 1
	}
	if c := r.peek(); sign == 0 || hanDigit(c) >= 0 || isDigit(byte(c)) && c < 0x80 {
		r.p = start
		return false
	}
	m.unit, m.n, m.sub = unitAgo, sign*int16(n.v), u
	e.Flags |= Relative | Approximate
	return true
}
