package period

// Context is what an expression is reckoned against.
type Context struct {
	// Published is the day of publication; the zero Date where it isn't known.
	Published Date
	// Base is the period spoken of before, which 同期, 当年, 当月 and 当日
	// count from.
	Base Period
	// Year is the year that the passage is about, for days and months without
	// one; 0 to take the latest that isn't after the day of publication.
	Year int
	// Future says that the sentence speaks of what is to come: 将, 明年, will.
	Future bool
	// DayFirst says that 3/7/2025 is 3 July.
	DayFirst bool
}

// Resolve reckons an expression out. Without a day of publication, relative
// expressions yield the zero Period, and those that print a day or month have
// no year. A vague expression, and one that the calendar has no day for, yield
// the zero Period too.
//
// The rules, for copy published on 2025-12-25: 12月16日 is the latest such day
// that isn't after publication, the next one where Context.Future is set; 7日
// likewise; 11月 and 三季度 are the latest that had begun; 去年 is 2024 and 前年
// 2023; 截至11月底 is the day 2025-11-30; 同期 is Base, 上年同期 Base a year
// before; 今年以来 runs to the day of publication.
func Resolve(e *Expr, c Context) Period {
	var p Period
	if e.to.unit == noUnit {
		p = c.mark(&e.from)
	} else {
		p = c.span(e)
	}
	if e.Has(AsOf) && !p.IsZero() {
		p = Point(p.End)
	}
	if !p.IsZero() && !p.Valid() {
		return Period{}
	}
	return p
}

// Impossible reports whether the expression prints a day that the calendar
// hasn't: 11月31日, 13月5日, 2月29日 of a common year.
func (e *Expr) Impossible(c Context) bool {
	for _, m := range [2]*mark{&e.from, &e.to} {
		if m.unit == unitMonth && m.fine == fineDay {
			if m.lunar {
				if m.n < 1 || m.n > 12 || m.day > 30 {
					return true
				}
				continue
			}
			y := 0
			if m.yearRef != yearNone {
				y, _ = c.year(m)
			} else if m == &e.to && e.from.yearRef != yearNone {
				y, _ = c.year(&e.from)
			}
			if m.n < 1 || m.n > 12 || m.day < 1 || int(m.day) > DaysIn(y, int(m.n)) {
				return true
			}
		}
	}
	return e.Kind == KindTime && (e.Hour > 24 || e.Minute > 59 || e.Hour == 24 && e.Minute > 0)
}

// span reckons out an expression with two ends. What one end lacks it takes
// from the other.
func (c Context) span(e *Expr) Period {
	from, to := c.plainDate(e.from), c.plainDate(e.to)
	if to.unit == unitDay && from.unit == unitMonth && from.fine == fineDay {
		to.unit, to.n, to.fine, to.day, to.lunar = unitMonth, from.n, fineDay, to.n, from.lunar
	}
	if to.unit == unitWeekday && from.unit == unitWeekRel {
		to.unit, to.n, to.fine, to.day = unitWeekRel, from.n, fineWeekday, to.n
	}
	if from.unit == unitNow && !c.Published.IsZero() {
		c.Future = true
	}
	if to.unit == unitNow {
		a := c.mark(&from)
		if a.IsZero() || c.Published.IsZero() || a.Start.After(c.Published) {
			return Period{}
		}
		return Days(a.Start, c.Published)
	}
	taken := false
	switch {
	case from.yearRef == yearNone && to.yearRef != yearNone && needsYear(&from):
		from.yearRef, from.year, taken = to.yearRef, to.year, true
	case to.yearRef == yearNone && from.yearRef != yearNone && needsYear(&to):
		to.yearRef, to.year, taken = from.yearRef, from.year, true
	case from.yearRef == yearNone && to.yearRef == yearNone && needsYear(&from) && needsYear(&to):
		taken = true
		if from.unit == unitDay {
			return c.dayPair(&from, &to)
		}
	}
	a, b := c.mark(&from), c.mark(&to)
	if taken && !a.IsZero() && !to.lunar && from.yearRef == yearNone {
		cc := c
		cc.Year = a.Start.Year
		if a.Start.Year == 0 {
			cc.Published = Date{}
		}
		b = cc.mark(&to)
	}
	if a.IsZero() || b.IsZero() {
		return Period{}
	}
	if b.End.Before(a.Start) && taken {
		if from.yearRef != yearNone && e.from.yearRef == yearNone {
			a = a.ShiftYears(-1)
		} else if b.End.Year == 0 {
			b.End.Year = 1
		} else {
			b = b.ShiftYears(1)
		}
	}
	if taken && from.yearRef == yearNone && e.Has(Cumulative) && !c.Future && c.Year == 0 && !c.Published.IsZero() && b.Start.After(c.Published) {
		a, b = a.ShiftYears(-1), b.ShiftYears(-1)
	}
	g := min(a.Grain, b.Grain)
	if g > Day && g < Year && (a.Grain != b.Grain || g != Month) {
		g = Month
		if a.Grain == Week || b.Grain == Week {
			g = Day
		}
	}
	return Period{a.Start, b.End, g}
}

// dayPair reckons out 5至10日: both of one month.
func (c Context) dayPair(from, to *mark) Period {
	a := c.mark(from)
	if a.IsZero() {
		return Period{}
	}
	b := a.Start
	b.Day = int(to.n)
	if a.Start.Month != 0 && b.Day > DaysIn(b.Year, b.Month) {
		return Period{}
	}
	return Days(a.Start, b)
}

// needsYear reports whether a mark without a year is to be given one.
func needsYear(m *mark) bool {
	switch m.unit {
	case unitDay, unitMonth, unitQuarter, unitHalf, unitFestival, unitTerm, unitFirst, unitLast, unitWeek:
		return true
	}
	return false
}

// year returns the year of a mark; ok is false where it can't be known.
func (c Context) year(m *mark) (y int, ok bool) {
	switch m.yearRef {
	case yearAbs, yearEra:
		return int(m.year), true
	case yearShort:
		y = int(m.year)
		pivot := 30
		if c.Published.Year >= 1950 {
			pivot = (c.Published.Year + 15) % 100
		}
		if y <= pivot {
			return 2000 + y, true
		}
		return 1900 + y, true
	case yearRelative:
		if c.Published.IsZero() {
			return 0, false
		}
		return c.Published.Year + int(m.year), true
	case yearBase:
		if c.Base.Known() {
			return c.Base.End.Year + int(m.year), true
		}
		if m.year == 0 && !c.Published.IsZero() {
			return c.Published.Year, true
		}
		return 0, false
	}
	return 0, false
}

// mark reckons out one end.
func (c Context) mark(m *mark) Period {
	if m.yearRef != yearNone && m.unit != unitCentury && m.unit != unitDecade {
		y, ok := c.year(m)
		if !ok {
			if m.unit == unitSame {
				return c.same(m)
			}
			if needsYear(m) && m.yearRef == yearRelative {
				return c.in(0, m)
			}
			return Period{}
		}
		return c.in(y, m)
	}
	if needsYear(m) && m.unit != unitDay {
		return c.latest(m)
	}
	return c.relative(m)
}

// latest finds the year of a mark that has none.
func (c Context) latest(m *mark) Period {
	if m.fineSub == unitMonthRel && m.fine == fineNone { // last September, next June
		if c.Published.IsZero() {
			return c.in(0, m)
		}
		p := c.in(c.Published.Year, m)
		if m.day < 0 && !p.End.Before(c.Published) {
			p = p.ShiftYears(-1)
		} else if m.day > 0 && !p.Start.After(c.Published) {
			p = p.ShiftYears(1)
		}
		return p
	}
	if c.Year != 0 {
		return c.in(c.Year, m)
	}
	if c.Published.IsZero() {
		return c.in(0, m)
	}
	y := c.Published.Year
	if c.Future {
		for n := range 9 {
			if p := c.in(y+n, m); p.Valid() && !p.End.Before(c.Published) {
				return p
			}
		}
		return Period{}
	}
	if m.lunar || m.unit == unitFestival {
		y++ // the twelfth lunar month may lie in the next civil year
	}
	for n := range 9 {
		p := c.in(y-n, m)
		begun := p.Start
		if m.unit == unitFirst { // its last month must have begun
			begun = Date{p.End.Year, p.End.Month, 1}
		}
		if !p.IsZero() && p.Valid() && !begun.After(c.Published) {
			return p
		}
	}
	return Period{}
}

// in reckons out a mark in a year; 0 is the unknown year.
func (c Context) in(y int, m *mark) Period {
	var p Period
	n := int(m.n)
	switch m.unit {
	case unitYear:
		p = OfYear(y)
	case unitHalf:
		p = OfHalf(y, n)
	case unitQuarter:
		p = OfQuarter(y, n)
	case unitMonth:
		if m.lunar {
			return c.lunar(y, m)
		}
		if n < 1 || n > 12 {
			return Period{}
		}
		p = OfMonth(y, n)
	case unitWeek:
		if y == 0 || n < 1 || n > 53 {
			return Period{}
		}
		p = OfWeek(weekOne(y).AddDays(7 * (n - 1)))
	case unitFestival, unitTerm:
		d, ok := Date{}, false
		if m.unit == unitTerm {
			d, ok = Term(y, n)
		} else if f := festivals[n]; y != 0 || f.kind == ruleSolar {
			d, ok = f.on(y)
		}
		if !ok {
			return Period{}
		}
		p = Point(d)
	case unitFirst, unitLast:
		p = counted(OfYear(y), m.unit == unitFirst, n, m.sub)
	case unitSame:
		return c.same(m)
	case unitNear, unitNumeric:
		return c.relative(m)
	}
	return narrow(p, m)
}

// lunar reckons out a lunar month or a day of it. Years outside the table are
// given with the numbers that are printed.
func (c Context) lunar(y int, m *mark) Period {
	n, d := int(m.n), int(m.day)
	if y == 0 {
		return Period{}
	}
	if y < firstTableYear || y > lastTableYear {
		p := OfMonth(y, n)
		if m.fine == fineDay {
			p = Point(Date{y, n, d})
		}
		return p
	}
	if m.fine == fineDay {
		if a, ok := FromLunar(Lunar{y, n, d, false}); ok {
			return Point(a)
		}
		return Period{}
	}
	p, _ := LunarMonth(y, n, false)
	return narrow(p, m)
}

// same reckons out 同期, 上年同期, 2019年同期.
func (c Context) same(m *mark) Period {
	if c.Base.IsZero() {
		return Period{}
	}
	switch m.yearRef {
	case yearNone:
		return c.Base.ShiftYears(int(m.n))
	case yearRelative, yearBase:
		if c.Published.IsZero() || !c.Base.Known() || m.yearRef == yearBase {
			return c.Base.ShiftYears(int(m.year))
		}
	}
	y, ok := c.year(m)
	if !ok || !c.Base.Known() {
		return Period{}
	}
	return c.Base.ShiftYears(y - c.Base.End.Year)
}

// relative reckons out what counts from the day of publication or from what
// was spoken of before.
func (c Context) relative(m *mark) Period {
	pub, n := c.Published, int(m.n)
	switch m.unit {
	case unitDecade:
		return narrow(Years(c.decade(m), c.decade(m)+9), m)
	case unitCentury:
		return c.century(m)
	case unitPlan:
		if m.sub == unitYear {
			return narrow(OfYear(n+int(m.day)-1), m)
		}
		return narrow(Years(n, n+4), m)
	case unitSame:
		return c.same(m)
	case unitNumeric:
		return c.numeric(m)
	case unitDay:
		return c.bareDay(m)
	case unitMonthBase, unitDayBase:
		if c.Base.Known() {
			d := c.Base.End
			if m.unit == unitDayBase {
				return Point(d.AddDays(n))
			}
			d = Date{d.Year, d.Month, 1}.AddMonths(n)
			return narrow(OfMonth(d.Year, d.Month), m)
		}
	}
	if pub.IsZero() {
		return Period{}
	}
	first := Date{pub.Year, pub.Month, 1}
	switch m.unit {
	case unitNow:
		return Point(pub)
	case unitDayRel, unitDayBase:
		return Point(pub.AddDays(n))
	case unitMonthRel, unitMonthBase:
		d := first.AddMonths(n)
		return narrow(OfMonth(d.Year, d.Month), m)
	case unitQuarterRel:
		d := Date{pub.Year, (pub.Month-1)/3*3 + 1, 1}.AddMonths(3 * n)
		return narrow(OfQuarter(d.Year, d.Month/3+1), m)
	case unitHalfRel:
		d := Date{pub.Year, (pub.Month-1)/6*6 + 1, 1}.AddMonths(6 * n)
		return narrow(OfHalf(d.Year, d.Month/6+1), m)
	case unitWeekRel:
		return narrow(OfWeek(pub.AddDays(7*n)), m)
	case unitWeekday:
		d := pub.Monday().AddDays(min(n, 6) - 1)
		if n == 8 {
			return Days(d, d.AddDays(1))
		}
		d = pub.Monday().AddDays(n - 1)
		if d.After(pub) && !c.Future {
			d = d.AddDays(-7)
		} else if d.Before(pub) && c.Future {
			d = d.AddDays(7)
		}
		return Point(d)
	case unitNear:
		return c.near(m)
	case unitPast, unitAgo:
		return c.distance(m)
	}
	return Period{}
}

// bareDay reckons out 7日: the latest such day, the next one in the future.
func (c Context) bareDay(m *mark) Period {
	n := int(m.n)
	pub := c.Published
	if pub.IsZero() {
		if c.Base.Known() && c.Base.Start.Month == c.Base.End.Month && n <= DaysIn(c.Base.End.Year, c.Base.End.Month) {
			return Point(Date{c.Base.End.Year, c.Base.End.Month, n})
		}
		return Point(Date{0, 0, n})
	}
	first := Date{pub.Year, pub.Month, 1}
	step := -1
	if c.Future {
		step = 1
	}
	for k := range 40 {
		d := first.AddMonths(step * k)
		d.Day = n
		if d.Valid() && (d == pub || d.After(pub) == c.Future) && (m.day == 0 || int(d.Weekday()) == int(m.day)) {
			return Point(d)
		}
	}
	return Period{}
}

// near reckons out last Friday, this weekend, next Monday.
func (c Context) near(m *mark) Period {
	pub, n := c.Published, int(m.n)
	if n == 8 {
		d := pub.Monday().AddDays(5 + 7*(int(m.day)))
		return Days(d, d.AddDays(1))
	}
	d := pub.Monday().AddDays(n - 1)
	switch m.day {
	case -1:
		for !d.Before(pub.Monday()) || !d.Before(pub) {
			d = d.AddDays(-7)
		}
	case 1:
		d = d.AddDays(7)
	}
	return Point(d)
}

// distance reckons out 近三年 and 5天前.
func (c Context) distance(m *mark) Period {
	pub, n := c.Published, int(m.n)
	d := pub
	back := n
	if m.unit == unitPast {
		back = -n
	}
	switch m.sub {
	case unitDay:
		d = pub.AddDays(back)
	case unitWeek:
		d = pub.AddDays(7 * back)
	case unitMonth:
		d = pub.AddMonths(back)
	case unitQuarter:
		d = pub.AddMonths(3 * back)
	case unitYear:
		d = pub.AddYears(back)
	case unitDecade:
		d = pub.AddYears(10 * back)
	}
	if d.Year < 1 {
		return Period{}
	}
	switch {
	case m.unit == unitAgo:
		return Point(d)
	case m.sub == unitQuarter:
		q := OfQuarter(pub.Year, (pub.Month+2)/3)
		if n < 0 {
			return Period{q.End.AddDays(1), q.End.AddDays(1).AddMonths(-3*n - 1).MonthEnd(), Month}
		}
		return Period{q.Start.AddMonths(-3 * n), q.Start.AddDays(-1), Month}
	case n < 0:
		return Days(pub.AddDays(1), d)
	}
	return Days(d, pub.AddDays(-1))
}

// plainDate turns 3/7/2025 into a month and a day.
func (c Context) plainDate(m mark) mark {
	if m.unit == unitNumeric {
		m.unit, m.fine = unitMonth, fineDay
		if m.n > 12 || c.DayFirst && m.day <= 12 {
			m.n, m.day = m.day, m.n
		}
	}
	return m
}

// numeric reckons out 3/7/2025.
func (c Context) numeric(m *mark) Period {
	d := c.plainDate(*m)
	return c.mark(&d)
}

// decade returns the first year of a decade; one without its century is the
// latest that had begun.
func (c Context) decade(m *mark) int {
	if m.yearRef == yearAbs {
		return int(m.n)
	}
	if y := 2000 + int(m.n); c.Published.Year >= y {
		return y
	}
	return 1900 + int(m.n)
}

// century reckons out 20世纪, 上世纪80年代.
func (c Context) century(m *mark) Period {
	n := int(m.n)
	if m.yearRef == yearRelative {
		if c.Published.IsZero() {
			return Period{}
		}
		n += (c.Published.Year-1)/100 + 1
	}
	if m.sub == unitDecade {
		y := (n-1)*100 + int(m.day)
		return Years(y, y+9)
	}
	return Years((n-1)*100+1, n*100)
}

// counted returns the first or last n units of a period.
func counted(p Period, first bool, n int, u unit) Period {
	y := p.Start.Year
	months := 0
	switch u {
	case unitMonth:
		months = n
	case unitQuarter:
		months = 3 * n
	}
	if months > 0 && p.Grain == Year {
		if months > 12 {
			return Period{}
		}
		if first {
			return Months(y, 1, months)
		}
		return Months(y, 13-months, months)
	}
	if u == unitWeek {
		if first {
			m := p.Start.Monday()
			if m.AddDays(3).Before(p.Start) {
				m = m.AddDays(7)
			}
			return Days(m, m.AddDays(7*n-1))
		}
		m := p.End.Monday()
		if m.AddDays(3).After(p.End) {
			m = m.AddDays(-7)
		}
		return Days(m.AddDays(-7*(n-1)), m.AddDays(6))
	}
	if n > p.DayCount() {
		return Period{}
	}
	if first {
		return Days(p.Start, p.Start.AddDays(n-1))
	}
	return Days(p.End.AddDays(1-n), p.End)
}

// narrow applies what narrows a mark down to the period of its unit.
func narrow(p Period, m *mark) Period {
	if p.IsZero() {
		return p
	}
	n := int(m.day)
	switch m.fine {
	case fineDay:
		return Point(Date{p.Start.Year, p.Start.Month, n})
	case fineStart:
		return Point(p.Start)
	case fineEnd:
		return Point(p.End)
	case fineMiddle:
		return p
	case fineEarly, fineLate:
		return halve(p, m.fine == fineEarly)
	case fineTenDays:
		d := Date{p.Start.Year, p.Start.Month, 10*n - 9}
		if n == 3 {
			return Days(d, p.End)
		}
		return Days(d, d.AddDays(9))
	case fineWeekday:
		if n == 8 {
			return Days(p.Start.AddDays(5), p.End)
		}
		return Point(p.Start.AddDays(n - 1))
	case fineWeek:
		if p.Start.Year == 0 {
			return Period{}
		}
		return narrowWeek(p, n)
	case fineNth:
		if p.Start.Year == 0 {
			return Period{}
		}
		d := nthWeekday(p.Start, n/8, Weekday(n%8))
		if d.After(p.End) {
			return Period{}
		}
		return Point(d)
	case fineFirst, fineLast:
		return counted(p, m.fine == fineFirst, n, m.fineSub)
	}
	return p
}

// halve returns the first or second half of a period.
func halve(p Period, first bool) Period {
	if n := p.MonthCount(); n > 1 {
		if n%2 == 1 {
			return p
		}
		mid := p.Start.AddMonths(n / 2)
		if first {
			return Period{p.Start, mid.AddDays(-1), Month}
		}
		return Period{mid, p.End, Month}
	}
	mid := p.Start.AddDays((p.DayCount()+1)/2 - 1)
	if p.MonthCount() == 1 {
		mid = Date{p.Start.Year, p.Start.Month, 15}
	}
	if first {
		return Days(p.Start, mid)
	}
	return Days(mid.AddDays(1), p.End)
}

// narrowWeek returns the n-th week of a month: the first is the one that has
// most of its days in the month, as ISO 8601 has it of years.
func narrowWeek(p Period, n int) Period {
	m := p.Start.Monday()
	if m.AddDays(3).Before(p.Start) {
		m = m.AddDays(7)
	}
	m = m.AddDays(7 * (n - 1))
	if m.After(p.End) {
		return Period{}
	}
	return OfWeek(m)
}
