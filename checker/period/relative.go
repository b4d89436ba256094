package period

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
		return narrow(c.century(m), m)
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
	case unitDayBase:
		if c.Day.Known() {
			return Point(c.Day.AddDays(n))
		}
		if c.Base.Known() {
			if !c.Base.IsPoint() {
				return Period{}
			}
			return Point(c.Base.End.AddDays(n))
		}
	case unitMonthBase:
		if c.Base.Known() {
			d := c.Base.End
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
	case unitRun:
		last := n + int(m.day) - 1
		if m.sub == unitYear {
			return Years(pub.Year+n, pub.Year+last)
		}
		return Days(pub.AddDays(n), pub.AddDays(last))
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
	if l := c.Last; m.day == 0 && l.Known() && l.Month != 0 && n >= l.Day && n <= DaysIn(l.Year, l.Month) {
		return Point(Date{l.Year, l.Month, n})
	}
	step := -1
	if c.Future || m.day == 0 && c.nextDays(n) {
		c.Future, step = true, 1
	}
	for k := range 40 {
		if m.day != 0 { // Friday the 11th is the nearest one
			for _, s := range [2]int{-k, k} {
				if d := first.AddMonths(s); n <= DaysIn(d.Year, d.Month) && int(Date{d.Year, d.Month, n}.Weekday()) == int(m.day) {
					return Point(Date{d.Year, d.Month, n})
				}
			}
			continue
		}
		d := first.AddMonths(step * k)
		d.Day = n
		if d.Valid() && (d == pub || d.After(pub) == c.Future) {
			return Point(d)
		}
	}
	return Period{}
}

// aFewDays is how far off a day may be that copy names by its number alone.
const aFewDays = 7

// nextDays reports whether the next day of that number is but a few days off
// and the last one about a month ago: 8日 in copy of the sixth.
func (c Context) nextDays(n int) bool {
	first := Date{c.Published.Year, c.Published.Month, 1}
	if n < c.Published.Day {
		first = first.AddMonths(1)
	}
	d := Date{first.Year, first.Month, n}
	ahead := d.Serial() - c.Published.Serial()
	return d.Valid() && ahead > 0 && ahead <= aFewDays
}

// nearPast is the day of a unitNear that is the latest before publication.
const nearPast = -2

// near reckons out last Friday, this weekend, next Monday.
func (c Context) near(m *mark) Period {
	pub, n := c.Published, int(m.n)
	if n == 8 {
		d := pub.Monday().AddDays(5 + 7*(int(m.day)))
		return Days(d, d.AddDays(1))
	}
	d := pub.Monday().AddDays(n - 1)
	switch m.day {
	case nearPast:
		for !d.Before(pub) {
			d = d.AddDays(-7)
		}
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
		if m.fineSub == unitYear {
			m.fineSub = noUnit
			if y, mo, d := m.n, m.day, m.year; c.DayFirst && mo >= 1 && mo <= 12 && d >= 1 && d <= 31 {
				m.n, m.day, m.year = mo, d, y
				return m
			}
		}
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
