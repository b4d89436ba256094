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
	// DayFirst says that 3/7/2025 is 3 July, and that 12-11-10, all in twos, is
	// 10 November 2012: the two orders of Chinese copy.
	DayFirst bool
	// Day is the day last spoken of, which 当天 and 次日 count from; where it is
	// the zero Date they count from the end of Base.
	Day Date
	// Last is the last date with a month in the sentence, whose month a bare
	// day takes that isn't before it: 3月5日开幕，12日闭幕.
	Last Date
}

// Resolve reckons an expression out. Without a day of publication, relative
// expressions yield the zero Period, and those that print a day or month have
// no year. A vague expression, and one that the calendar has no day for, yield
// the zero Period too.
//
// The rules, for copy published on 2025-12-25: 12月16日 is the latest such day
// that isn't after publication, the next one where Context.Future is set or
// where that is much the nearer (12月30日, 元旦); 7日 likewise; 11月 and 三季度
// are the latest that had begun; 去年 is 2024 and 前年
// 2023; 截至11月底 is the day 2025-11-30; 同期 is Base, 上年同期 Base a year
// before; 今年以来 runs to the day of publication.
func Resolve(e *Expr, c Context) Period {
	var p Period
	if e.to.unit == noUnit {
		p = c.mark(&e.from)
		if e.step.how != noStep {
			p = e.step.apply(p)
		}
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
		if from.yearRef == yearNone && needsYear(&from) && !c.Published.IsZero() && a.Start.After(c.Published) {
			a = a.ShiftYears(-1)
		}
		if a.IsZero() || c.Published.IsZero() || a.Start.After(c.Published) {
			return Period{}
		}
		if !e.Has(Since) && a.Start.Before(c.Published) {
			return Days(a.Start, c.Published.AddDays(-1)) // the day of publication isn't over
		}
		return Days(a.Start, c.Published)
	}
	if to.unit == unitWeekday && (from.unit == unitWeekday || from.unit == unitNear) {
		return c.weekdayPair(&from, &to)
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
	if from.yearRef == yearNone && to.yearRef == yearNone && !needsYear(&from) && needsYear(&to) && a.Known() {
		b = Context{Published: a.Start, Future: true}.mark(&to) // 今天起至5月6日
	}
	if taken && !a.IsZero() && !to.lunar && from.yearRef == yearNone {
		cc := c
		cc.Year = a.Start.Year
		if a.Start.Year == 0 {
			cc.Published = Date{}
		}
		b = cc.mark(&to)
	}
	a, b = behindEnd(a, &from), upToMiddle(b, &to)
	if a.IsZero() || b.IsZero() {
		return Period{}
	}
	if b.End.Before(a.Start) && from.unit == unitWeekday && to.unit == unitWeekday {
		b = Point(b.Start.AddDays(7)) // 周一至周五
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

// behindEnd returns where a span begins that is printed to begin at the end of a
// period: behind it, so that 2020年底至2023年底 is three years.
func behindEnd(a Period, m *mark) Period {
	if m.fine == fineEnd && a.Known() && a.IsPoint() {
		return Point(a.Start.AddDays(1))
	}
	return a
}

// upToMiddle returns where a span ends that is printed to end in the middle of a
// month: on its 15th.
func upToMiddle(b Period, m *mark) Period {
	if m.fine == fineMid && b.Start.Day == 10 && b.End.Day == 20 {
		b.End.Day = 15
	}
	return b
}

// weekdayPair reckons out Monday to Friday, next Monday to Wednesday: the last
// day is the first of its name behind the first.
func (c Context) weekdayPair(from, to *mark) Period {
	a := c.mark(from)
	if a.IsZero() || from.n > 7 || to.n > 7 {
		return Period{}
	}
	return Days(a.Start, a.Start.AddDays((int(to.n)-int(a.Start.Weekday())+7)%7))
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
		last := 2030 // fifteen years from publication
		if c.Published.Year > 0 {
			last = c.Published.Year + 15
		}
		y = last/100*100 + int(m.year)
		if y > last && y >= 2000 { // nobody prints two figures for years before 1900
			y -= 100
		}
		return y, true
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
	if m.fineSub == unitMonthRel && (m.fine == fineNone || m.fine == fineWeekend) { // last September, next June
		if c.Published.IsZero() {
			return c.in(0, m)
		}
		y := c.Published.Year
		p := c.in(y, m)
		if m.day < 0 && !p.End.Before(c.Published) {
			return c.in(y-1, m)
		} else if m.day > 0 && !p.Start.After(c.Published) {
			return c.in(y+1, m)
		}
		return p
	}
	if c.Year != 0 {
		return c.in(c.Year, m)
	}
	if c.Published.IsZero() || m.unit == unitMonth && m.fineSub == unitFestival {
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
	if m.unit == unitFestival && m.sub == unitNear {
		return c.nearest(m)
	}
	if m.lunar || m.unit == unitFestival {
		y++ // the twelfth lunar month may lie in the next civil year
	}
	soon := Period{}
	for n := range 9 {
		p := c.in(y-n, m)
		if p.IsZero() || !p.Valid() {
			continue
		}
		begun := p.Start
		if m.unit == unitFirst { // its last month must have begun
			begun = Date{p.End.Year, p.End.Month, 1}
		}
		if begun.After(c.Published) {
			soon = p
			continue
		}
		if m.unit == unitFirst {
			return p
		}
		if soon.IsZero() && n == 0 {
			soon = c.in(y+1, m)
		}
		if c.comesFirst(soon, p) {
			return soon
		}
		return p
	}
	return soon
}

// How far off a day may be that copy names without its year: one of the same
// year up to half a year, one of the next only where that is two months off at
// most and this year's long past.
const (
	soonThisYear = 182
	soonNextYear = 60
	longPast     = 300
)

// comesFirst reports whether a reader takes a day without a year for the coming
// one rather than for the last: 6月10日 in copy of the fifth of June is five
// days off, not a year ago, though nothing says 将. A month that has begun is
// the present one.
func (c Context) comesFirst(soon, last Period) bool {
	if soon.IsZero() || !last.End.Before(c.Published) {
		return false
	}
	ahead := soon.Start.Serial() - c.Published.Serial()
	if soon.Start.Year == c.Published.Year {
		return ahead <= soonThisYear
	}
	return ahead <= soonNextYear && c.Published.Serial()-last.End.Serial() > longPast
}

// nearest finds the year of a holiday in English copy, which speaks of the
// coming one as freely as of the last.
func (c Context) nearest(m *mark) (best Period) {
	least := 0
	for y := c.Published.Year - 1; y <= c.Published.Year+1; y++ {
		p := c.in(y, m)
		if p.IsZero() {
			continue
		}
		d := p.Start.Serial() - c.Published.Serial()
		if d = max(d, -d); best.IsZero() || d < least {
			best, least = p, d
		}
	}
	return best
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
		if m.sub == unitHoliday {
			return daysOff(y, n)
		}
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
