package period

import "strings"

const (
	zhYearRoles = 1<<roleYear | 1<<roleYearBase | 1<<roleEra
	zhSubRoles  = 1<<roleHalf | 1<<roleHalfRel | 1<<roleQuarter | 1<<roleQuarterRel | 1<<roleMonthRel | 1<<roleMonthBase |
		1<<roleWeekRel | 1<<roleDayRel | 1<<roleDayBase | 1<<roleLunarMonth | 1<<roleFestival | 1<<roleTerm | 1<<roleTermUnsure |
		1<<roleSame | 1<<roleFirst | 1<<roleNth | 1<<roleLast | 1<<roleEdge | 1<<roleNow
	zhStartRoles = zhYearRoles | 1<<roleRun | zhSubRoles&^(1<<roleEdge) | zhAloneRoles | 1<<roleAsOf | 1<<roleLunar | 1<<roleCentury | 1<<rolePlan | 1<<roleDayPart
	zhAloneRoles = 1<<roleEdgeYear | 1<<roleEdgeMonth | 1<<roleEdgeQuarter | 1<<roleVague | 1<<rolePast | 1<<roleYtd | 1<<roleWeek
)

// chinese reads an expression in Chinese, or one in figures alone.
func (r *reader) chinese(e *Expr) bool {
	start := r.p
	if w, ok := r.word(1 << roleAsOf); ok {
		e.Flags |= AsOf
		if w.n == 1 {
			e.Flags |= AsOfStop
		}
		r.space()
		e.Body = r.p
	}
	if r.plan(e) {
		return true
	}
	if r.numericRange(e) || r.time(e) {
		return true
	}
	m, ok := r.zhMark(e, start == r.p)
	if !ok {
		return false
	}
	e.from = m
	e.Flags |= Chinese
	if e.to.unit == noUnit {
		r.zhRange(e)
	}
	r.zhTail(e)
	e.Kind = kindOf(e)
	return !r.recurs(start, &m)
}

// recurs reports whether a day or month that names no year comes again and again:
// 每年3月, 每月5日.
func (r *reader) recurs(start int, m *mark) bool {
	if m.yearRef != yearNone || m.unit != unitMonth && m.unit != unitDay && m.unit != unitFestival && m.unit != unitQuarter {
		return false
	}
	before := r.s[max(0, start-len("每年的")):start]
	before = strings.TrimSuffix(before, "的")
	return strings.HasSuffix(before, "每年") || strings.HasSuffix(before, "每月")
}

// zhMark reads one end: a year and perhaps a part of it, or a part alone.
// first says that it begins the expression.
func (r *reader) zhMark(e *Expr, first bool) (m mark, ok bool) {
	start := r.p
	r.calendar(e, &m)
	hasYear := r.zhYear(e, &m)
	if m.unit != noUnit { // a decade or century
		if m.unit == unitDecade || m.sub == unitDecade {
			r.decadeEdge(&m)
		} else if m.unit == unitCentury {
			switch {
			case r.takeAny("上半叶", "前半叶"):
				m.fine = fineEarly
			case r.takeAny("下半叶", "后半叶"):
				m.fine = fineLate
			}
		}
		return m, true
	}
	afterYear := r.p
	if hasYear {
		r.space()
		r.takeAny("的", "里的", "之")
		r.space()
		r.calendar(e, &m)
	}
	if !hasYear && r.day(e, &m) {
		return m, true
	}
	if r.zhSub(e, &m, hasYear) {
		return m, true
	}
	r.p = afterYear
	if hasYear {
		if m.yearRef == yearShort && !r.shortYearAlone(start) {
			r.p = start
			return mark{}, false
		}
		m.unit = unitYear
		return m, true
	}
	if !m.lunar && r.zhRun(e, &m) {
		return m, true
	}
	if m.lunar || !r.zhAlone(e, &m, first) {
		r.p = start
		return mark{}, false
	}
	return m, true
}

// calendar takes the words that say a date is of the lunar calendar, or of its
// leap month: 农历, 闰.
func (r *reader) calendar(e *Expr, m *mark) {
	for range 2 {
		w, ok := r.word(1 << roleLunar)
		if !ok {
			return
		}
		m.lunar, m.leap = true, w.n == 1
		e.Flags |= LunarDate
		r.space()
	}
}

// zhYear reads a year, decade or century.
func (r *reader) zhYear(e *Expr, m *mark) bool {
	start := r.p
	if w, ok := r.word(zhYearRoles); ok {
		switch w.role {
		case roleYear:
			m.yearRef, m.year = yearRelative, w.n
			e.Flags |= YearRelative | Relative
			if strings.HasSuffix(w.text, "财年") {
				e.Flags |= FiscalYear
			}
		case roleYearBase:
			m.yearRef, m.year = yearBase, w.n
			e.Flags |= Relative
		case roleEra:
			n, ok := r.number()
			if !ok && r.take("元") {
				n.v, ok = 1, true
			}
			if !ok || n.v < 1 || n.v > 70 || !r.take("年") {
				r.p = start
				return false
			}
			m.yearRef, m.year = yearEra, int16(eras[w.n][0]+n.v-1)
			m.lunar = true
			e.Flags |= LunarDate | YearPrinted
		}
		return true
	}
	if w, ok := r.word(1 << roleCentury); ok {
		m.unit, m.n = unitCentury, w.n
		m.yearRef = yearRelative
		r.decade(e, m)
		return true
	}
	if r.take("公元前") {
		if _, ok := r.number(); ok && r.takeAny("年代", "年", "世纪") {
			m.unit = unitVague // before the calendar of this package begins
			return true
		}
		r.p = start
	}
	full := r.take("公元")
	if insideNumber(r.s, r.p) {
		r.p = start
		return false
	}
	n, ok := r.number()
	if !ok {
		r.p = start
		return false
	}
	r.space()
	switch {
	case n.v >= 1 && n.v <= 30 && r.takeAny("世纪", "世紀"):
		m.unit, m.n, m.yearRef = unitCentury, int16(n.v), yearAbs
		r.decade(e, m)
		return true
	case r.takeAny("年代"):
		if n.digits > 2 && n.plain && n.v%10 == 0 && n.v > 1000 {
			m.unit, m.n, m.yearRef = unitDecade, int16(n.v), yearAbs
			e.Flags |= YearPrinted
			return true
		}
		if n.v >= 10 && n.v < 100 && n.v%10 == 0 {
			m.unit, m.n, m.yearRef = unitDecade, int16(n.v), yearShort
			if d := n.firstDecade(r.s); d > 0 {
				e.to = *m
				m.n = int16(d)
			}
			e.Flags |= Ambiguous
			return true
		}
	case r.takeAny("财年", "财政年度", "会计年度"):
		if n.plain && n.digits == 4 && n.v >= 1900 && n.v < 2200 {
			m.yearRef, m.year = yearAbs, int16(n.v)
			e.Flags |= YearPrinted | FiscalYear
			return true
		}
	case r.take("年"):
		if n.digits == 4 && n.plain || !n.plain && n.v > 1000 || full {
			if n.v >= 1000 && n.v < 2200 || full && n.v > 0 {
				m.yearRef, m.year = yearAbs, int16(n.v)
				e.Flags |= YearPrinted
				r.takeAny("度", "份")
				return true
			}
		}
		if n.digits == 3 && n.plain && yearOfOld(before(r.s, start)) && !beginsAny(r.s[r.p:], behindYear[:]) && !beginsAny(r.s[r.p:], behindShortYear[:]) {
			m.yearRef, m.year = yearAbs, int16(n.v) // 在789年
			e.Flags |= YearPrinted
			return true
		}
		if n.digits == 2 && n.plain {
			m.yearRef, m.year = yearShort, int16(n.v)
			e.Flags |= YearPrinted | ShortYear
			r.takeAny("度", "份")
			return true
		}
	}
	r.p = start
	return false
}

// yearOfOld reports whether a number of three figures before 年 is a year and no
// length of time, by the rune before it.
func yearOfOld(prev rune) bool {
	return prev == '在' || prev == '于' || prev == '到' || prev == '自' || prev == '从'
}

// decade takes the decade behind a century.
func (r *reader) decade(e *Expr, m *mark) {
	start := r.p
	r.space()
	r.take("的")
	n, ok := r.number()
	r.space()
	if ok && n.v >= 10 && n.v < 100 && n.v%10 == 0 && r.take("年代") {
		m.sub, m.day = unitDecade, int16(n.v)
		if d := n.firstDecade(r.s); d > 0 {
			e.to = *m
			m.day = int16(d)
		}
		return
	}
	r.p = start
}

// decadeEdge takes what narrows a decade down to its first or second half:
// 90年代初, 80年代末期.
func (r *reader) decadeEdge(m *mark) {
	p := r.p
	switch {
	case r.takeAny("初期", "早期", "初"):
		m.fine = fineEarly
		if c := r.peek(); c == '中' || c == '级' || c == '一' || c == '二' || c == '三' { // 初中, 初三
			m.fine, r.p = fineNone, p
		}
	case r.takeAny("末期", "后期", "晚期", "末"):
		m.fine = fineLate
	}
}

// shortYearAlone reports whether a year of two figures, just read, can stand
// without a part of it: 08年 and 98年 can, 17年 may be seventeen years.
func (r *reader) shortYearAlone(start int) bool {
	n, end, _ := readNumber(r.s, start)
	if r.p-end > 3 && r.s[end] != ' ' {
		return true // 98年度
	}
	if n.v >= 10 && n.v < 80 || n.han && (n.v < 10 || n.v >= 10 && n.v < 80) && readFirst(r.s, start) != 0 {
		return false
	}
	return !beginsAny(r.s[r.p:], behindYear[:]) && !beginsAny(r.s[r.p:], behindShortYear[:])
}

// readFirst returns the value of the first numeral at a place.
func readFirst(s string, at int) int {
	c := reader{s: s, p: at}.first()
	return hanDigit(c)
}

func (r reader) first() rune { return r.peek() }

// zhSub reads a part of a year.
func (r *reader) zhSub(e *Expr, m *mark, hasYear bool) bool {
	start := r.p
	if r.p < len(r.s) && (r.s[r.p]|0x20 == 'q' || r.s[r.p]|0x20 == 'h') && hasYear {
		return r.quarterCode(m)
	}
	w, ok := r.word(zhSubRoles)
	if !ok {
		return r.zhNumbered(e, m, hasYear, false)
	}
	switch w.role {
	case roleHalf:
		m.unit, m.n = unitHalf, w.n
	case roleQuarter:
		m.unit, m.n = unitQuarter, w.n
		r.zhFine(e, m)
	case roleFestival:
		m.unit, m.n = unitFestival, w.n
		switch {
		case strings.HasSuffix(w.text, "假") || strings.HasSuffix(w.text, "假期") || strings.HasSuffix(w.text, "黄金周"):
			m.sub = unitHoliday
			r.take("期间")
		case r.takeAny("假期", "小长假", "长假", "黄金周"):
			m.sub = unitHoliday
			r.take("期间")
		case r.take("期间"):
			m.sub = unitHoliday
			e.Flags |= Approximate
		default:
			r.takeAny("当天", "当日")
		}
	case roleTerm, roleTermUnsure:
		if w.role == roleTermUnsure && !hasYear && !r.take("节气") {
			r.p = start
			return false
		}
		m.unit, m.n = unitTerm, w.n
		r.takeAny("节气", "当天", "当日")
	case roleLunarMonth:
		m.unit, m.n, m.lunar = unitMonth, w.n, true
		e.Flags |= LunarDate | MonthPrinted
		r.zhFine(e, m)
	case roleSame:
		m.unit = unitSame
		e.Flags |= SamePeriod | Relative
	case roleFirst, roleLast:
		return r.zhCounted(e, m, w.role, hasYear, start)
	case roleNth:
		if r.zhNumbered(e, m, hasYear, true) {
			return true
		}
		r.p = start
		return false
	case roleEdge:
		if !hasYear {
			r.p = start
			return false
		}
		m.unit, m.fine = unitYear, edgeFine(w.n)
	default:
		if hasYear {
			r.p = start
			return false
		}
		return r.zhRelative(e, m, w)
	}
	return true
}

func edgeFine(n int16) fine { return fineStart + fine(n-1) }

// zhRelative reads what counts from the day of publication.
func (r *reader) zhRelative(e *Expr, m *mark, w *word) bool {
	e.Flags |= Relative
	m.n = w.n
	switch w.role {
	case roleHalfRel:
		m.unit = unitHalfRel
	case roleQuarterRel:
		m.unit = unitQuarterRel
		r.zhFine(e, m)
	case roleMonthRel, roleMonthBase:
		m.unit = unitMonthRel
		if w.role == roleMonthBase {
			m.unit = unitMonthBase
		}
		r.zhFine(e, m)
	case roleWeekRel:
		m.unit = unitWeekRel
		p := r.p
		r.takeAny("周", "週")
		if d, ok := r.weekdayNumeral(); ok {
			m.fine, m.day = fineWeekday, int16(d)
		} else {
			r.p = p
		}
	case roleDayRel:
		m.unit = unitDayRel
	case roleDayBase:
		m.unit = unitDayBase
	case roleNow:
		m.unit = unitNow
		if !e.Has(AsOf) && w.text != "目前" && w.text != "眼下" {
			e.Flags |= Approximate
		}
	}
	return true
}
