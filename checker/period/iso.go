package period

import (
	"fmt"
	"strings"
)

// String returns p in ISO 8601 at the grain it is given in: 2025, 2025-H1,
// 2025-Q3, 2025-11, 2025-W46, 2025-11-30, or two of them with a slash between.
// Halves and quarters aren't of the standard but of statistical offices (SDMX).
// A missing year is XXXX, a missing month XX, as in the extended format
// (ISO 8601-2). The zero period is the empty string.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	a := p.Start
	switch p.Grain {
	case Year:
		return span(year4(a.Year), year4(p.End.Year))
	case Half:
		if p.Equal(OfHalf(a.Year, (a.Month+5)/6)) {
			return fmt.Sprintf("%s-H%d", p.year(a), (a.Month+5)/6)
		}
	case Quarter:
		if p.Equal(OfQuarter(a.Year, (a.Month+2)/3)) {
			return fmt.Sprintf("%s-Q%d", p.year(a), (a.Month+2)/3)
		}
	case Week:
		if a.Year != 0 && p.Equal(OfWeek(a)) {
			y, w := a.ISOWeek()
			return fmt.Sprintf("%04d-W%02d", y, w)
		}
	}
	if p.Grain >= Month && p.wholeMonths() {
		return span(fmt.Sprintf("%s-%02d", p.year(a), a.Month), fmt.Sprintf("%s-%02d", p.year(p.End), p.End.Month))
	}
	return span(p.day(a), p.day(p.End))
}

func span(a, b string) string {
	if a == b {
		return a
	}
	return a + "/" + b
}

func (p Period) year(d Date) string {
	if p.Start.Year == 0 {
		return "XXXX"
	}
	return year4(d.Year)
}

func (p Period) day(d Date) string {
	if d.Month == 0 {
		return fmt.Sprintf("%s-XX-%02d", p.year(d), d.Day)
	}
	return fmt.Sprintf("%s-%02d-%02d", p.year(d), d.Month, d.Day)
}

func year4(y int) string {
	if y == 0 {
		return "XXXX"
	}
	return fmt.Sprintf("%04d", y)
}

// ParseISO reads what String writes, and spans whose ends differ in grain: the
// finer one counts. The error says which part isn't a date and why.
func ParseISO(s string) (Period, error) {
	first, second, two := strings.Cut(s, "/")
	p, err := parseOne(first)
	if err != nil || !two {
		return p, err
	}
	q, err := parseOne(second)
	if err != nil {
		return Period{}, err
	}
	if (p.Start.Year == 0) != (q.Start.Year == 0) || (p.Start.Month == 0) != (q.Start.Month == 0) {
		return Period{}, fmt.Errorf("%q: one end has what the other lacks", s)
	}
	if p.Start.Year == 0 && q.End.Before(p.Start) && q.End.Month != 0 {
		q.End.Year++
	}
	if q.End.Before(p.Start) {
		return Period{}, fmt.Errorf("%q ends before it begins", s)
	}
	g := min(p.Grain, q.Grain)
	if g == Week && p.Grain == Week && q.Grain == Week {
		g = Day
	}
	if p.Grain == Half || p.Grain == Quarter || q.Grain == Half || q.Grain == Quarter {
		g = min(g, Month)
	}
	return Period{p.Start, q.End, g}, nil
}

// parseOne reads one end: a year and perhaps a half, quarter, month, week or
// day of it.
func parseOne(s string) (Period, error) {
	bad := func(why string) (Period, error) { return Period{}, fmt.Errorf("%q %s", s, why) }
	if len(s) < 4 {
		return bad("isn't a date or period")
	}
	y, ok := digits(s[:4])
	if !ok {
		if s[:4] != "XXXX" {
			return bad("doesn't begin with a year of four digits")
		}
		y = 0
	} else if y == 0 {
		return bad("has no year 0")
	}
	rest := s[4:]
	if rest == "" {
		return OfYear(y), nil
	}
	if rest[0] != '-' || len(rest) < 2 {
		return bad("isn't a date or period")
	}
	rest = rest[1:]
	switch rest[0] {
	case 'H', 'Q':
		n, ok := digits(rest[1:])
		most, of := 2, OfHalf
		if rest[0] == 'Q' {
			most, of = 4, OfQuarter
		}
		if !ok || len(rest) != 2 || n < 1 || n > most {
			return bad(fmt.Sprintf("has no such part: %c1 to %c%d", rest[0], rest[0], most))
		}
		return of(y, n), nil
	case 'W':
		n, ok := digits(rest[1:])
		if !ok || len(rest) != 3 || y == 0 || n < 1 || n > weeksIn(y) {
			return bad("has no such week")
		}
		return OfWeek(weekOne(y).AddDays(7 * (n - 1))), nil
	}
	month, day, hasDay := strings.Cut(rest, "-")
	m, ok := digits(month)
	if month == "XX" && y == 0 && hasDay {
		m, ok = 0, true
	} else if !ok || len(month) != 2 || m < 1 || m > 12 {
		return bad("has no such month")
	}
	if !hasDay {
		return OfMonth(y, m), nil
	}
	n, ok := digits(day)
	d := Date{y, m, n}
	if !ok || len(day) != 2 || !d.Valid() {
		return bad("has no such day")
	}
	return Point(d), nil
}

func weeksIn(year int) int {
	return (weekOne(year+1).Serial() - weekOne(year).Serial()) / 7
}

func digits(s string) (n int, ok bool) {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, s != "" && len(s) <= 4
}
