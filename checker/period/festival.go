package period

// ruleKind says how a festival is found in a year.
type ruleKind uint8

const (
	ruleSolar  ruleKind = iota // month, day
	ruleLunar                  // lunar month, day; day 0 is the last of the month
	ruleTerm                   // number of the solar term
	ruleNth                    // month, which one, weekday, days on
	ruleLast                   // month, weekday
	ruleEaster                 // days from Easter Sunday
)

type festival struct {
	kind       ruleKind
	a, b, c, d int8
}

// on returns the day of the festival in a year. A festival at the end of the
// lunar year (除夕, 小年) is the one before the Spring Festival of that civil
// year, as people speak of it: 2025年除夕 is 28 January 2025.
func (f festival) on(year int) (Date, bool) {
	a, b, c := int(f.a), int(f.b), int(f.c)
	switch f.kind {
	case ruleSolar:
		return Date{year, a, b}, true
	case ruleLunar:
		if a == 12 {
			year--
		}
		if b == 0 {
			p, ok := LunarMonth(year, a, false)
			return p.End, ok
		}
		return FromLunar(Lunar{year, a, b, false})
	case ruleTerm:
		return Term(year, a)
	case ruleNth:
		return nthWeekday(Date{year, a, 1}, b, Weekday(c)).AddDays(int(f.d)), true
	case ruleLast:
		end := Date{year, a, 1}.MonthEnd()
		return end.AddDays(-((int(end.Weekday()) - b + 7) % 7)), true
	default:
		return easter(year).AddDays(a), true
	}
}

// nthWeekday returns the n-th weekday w on or after first.
func nthWeekday(first Date, n int, w Weekday) Date {
	return first.AddDays((int(w-first.Weekday())+7)%7 + 7*(n-1))
}

// easter returns Easter Sunday of the Gregorian calendar, by the algorithm of
// Meeus, Jones and Butcher.
func easter(y int) Date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Date{y, n / 31, n%31 + 1}
}

// Festival returns the day of a festival, by any of its names, in a civil
// year.
func Festival(name string, year int) (Date, bool) {
	if w, end := find(name, 0, 1<<roleFestival); end == len(name) {
		return festivals[w.n].on(year)
	}
	return Date{}, false
}

// Holiday is a public holiday of the mainland of China as announced.
type Holiday struct {
	Year   int // that the notice is for
	Name   string
	Off    Period // the days off
	Work   []Date // days of work in exchange
	Notice string // number of the notice
	Source string // its address
}

// HolidayOf returns the holiday of a name (春节, 国庆节, …) in a year; ok is
// false when the year's notice isn't known, or has no such holiday.
func HolidayOf(name string, year int) (Holiday, bool) {
	want, end := find(name, 0, 1<<roleFestival)
	if end != len(name) {
		return Holiday{}, false
	}
	for _, h := range holidays {
		if h.Year == year {
			if w, _ := find(h.Name, 0, 1<<roleFestival); w.n == want.n {
				return h, true
			}
		}
	}
	return Holiday{}, false
}

// Holidays returns the holidays of all years that are known, in order.
func Holidays() []Holiday { return holidays }

// Plan returns the five years of a plan by its number, 14 for 十四五; ok is
// false before the first, of 1953, and for the years 1963 to 1965 that had none.
func Plan(n int) (Period, bool) {
	switch {
	case n == 1 || n == 2:
		return Years(1948+5*n, 1952+5*n), true
	case n >= 3 && n <= 20:
		return Years(1951+5*n, 1955+5*n), true
	}
	return Period{}, false
}
