package period

// daysOff returns the public holiday around a festival. Of years whose notice
// isn't known nothing is said.
func daysOff(y, n int) Period {
	for i := range holidays {
		h := &holidays[i]
		if w, _ := find(h.Name, 0, 1<<roleFestival); h.Year == y && (w.n == int16(n) || festivals[w.n] == festivals[n]) {
			return h.Off
		}
	}
	return Period{}
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
		if a, ok := FromLunar(Lunar{y, n, d, m.leap}); ok {
			return Point(a)
		}
		return Period{}
	}
	p, _ := LunarMonth(y, n, m.leap)
	return narrow(p, m)
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
	case fineFirstDay:
		return Point(p.Start)
	case fineLastDay:
		return Point(p.End)
	case fineStart:
		if p.Grain == Week {
			return Days(p.Start, p.Start.AddDays(2))
		}
		return Point(p.Start)
	case fineEnd:
		if p.Grain == Week {
			return Days(p.Start.AddDays(3), p.End)
		}
		return Point(p.End)
	case fineMiddle:
		return p
	case fineMid:
		return middle(p)
	case fineWeekend:
		return weekendAt(p.Start)
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

// middle returns the 10th to the 20th of a month, the middle of a week without
// its first day and its weekend, and any other period as it is.
func middle(p Period) Period {
	switch {
	case p.MonthCount() == 1:
		return Days(Date{p.Start.Year, p.Start.Month, 10}, Date{p.Start.Year, p.Start.Month, 20})
	case p.Grain == Week:
		return Days(p.Start.AddDays(1), p.End.AddDays(-2))
	}
	return p
}

// weekendAt returns the weekend beside a day, the day itself with it where it
// borders on the weekend: Thursday to Sunday, Saturday to Monday.
func weekendAt(d Date) Period {
	if !d.Known() {
		return Period{}
	}
	m, w := d.Monday(), d.Weekday()
	switch {
	case w <= 2:
		return Days(m.AddDays(-2), d)
	case w <= 5:
		return Days(d, m.AddDays(6))
	default:
		return Days(m.AddDays(5), m.AddDays(6))
	}
}

// halve returns the first or second half of a period.
func halve(p Period, first bool) Period {
	if p.Grain == Week {
		if first {
			return Days(p.Start, p.Start.AddDays(2))
		}
		return Days(p.Start.AddDays(3), p.End)
	}
	if p.Grain == Year && p.MonthCount() == 12 {
		if first {
			return OfHalf(p.Start.Year, 1)
		}
		return OfHalf(p.Start.Year, 2)
	}
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
