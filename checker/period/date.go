package period

// Date is a civil date of the Gregorian calendar, reckoned backwards before
// 1582. Year 0 means that the year isn't known, Month 0 that the month isn't
// known either; the zero Date is no date at all.
type Date struct {
	Year, Month, Day int
}

// Weekday counts from Monday, 1, to Sunday, 7, as ISO 8601 does; 0 is none.
type Weekday int

// IsZero reports whether d is no date at all.
func (d Date) IsZero() bool { return d == Date{} }

// Known reports whether d has a year, a month and a day.
func (d Date) Known() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// Valid reports whether the calendar has the date. Where the year isn't known,
// 29 February is valid; where the month isn't either, any day up to 31.
func (d Date) Valid() bool {
	if d.Year < 0 || d.Year > 9999 || d.Day < 1 {
		return false
	}
	if d.Month == 0 {
		return d.Year == 0 && d.Day <= 31
	}
	return d.Month >= 1 && d.Month <= 12 && d.Day <= DaysIn(d.Year, d.Month)
}

// Leap reports whether the year has a 29 February. Year 0, the unknown one,
// has.
func Leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

var monthDays = [13]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// DaysIn returns how many days a month has, and 0 for a month that isn't one.
func DaysIn(year, month int) int {
	if month < 1 || month > 12 {
		return 0
	}
	if month == 2 && Leap(year) {
		return 29
	}
	return monthDays[month]
}

// Serial returns the number of days from 1970-01-01 to d, by the algorithm of
// H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
func (d Date) Serial() int {
	y, m := d.Year, d.Month
	if m <= 2 {
		y--
		m += 12
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + d.Day - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
}

// FromSerial is the inverse of Date.Serial (civil_from_days of the same
// source).
func FromSerial(n int) Date {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d := Date{yoe + era*400, mp + 3, doy - (153*mp+2)/5 + 1}
	if d.Month > 12 {
		d.Month -= 12
		d.Year++
	}
	return d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Weekday returns the day of the week, 0 where the year isn't known.
func (d Date) Weekday() Weekday {
	if !d.Known() {
		return 0
	}
	n := (d.Serial() + 3) % 7 // 1970-01-01 was a Thursday
	if n < 0 {
		n += 7
	}
	return Weekday(n + 1)
}

// AddDays returns the date n days later, earlier for a negative n.
func (d Date) AddDays(n int) Date { return FromSerial(d.Serial() + n) }

// AddMonths returns the same day n months later, or the last day of that month
// where it is shorter.
func (d Date) AddMonths(n int) Date {
	m := d.Year*12 + d.Month - 1 + n
	y := floorDiv(m, 12)
	e := Date{y, m - y*12 + 1, d.Day}
	e.Day = min(e.Day, DaysIn(e.Year, e.Month))
	return e
}

// AddYears returns the same day n years later; 29 February becomes the 28th in
// a common year.
func (d Date) AddYears(n int) Date { return d.AddMonths(12 * n) }

// Compare returns -1, 0 or +1 as d is before, on or after e.
func (d Date) Compare(e Date) int {
	for _, x := range [3]int{d.Year - e.Year, d.Month - e.Month, d.Day - e.Day} {
		if x < 0 {
			return -1
		}
		if x > 0 {
			return 1
		}
	}
	return 0
}

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// MonthEnd returns the last day of d's month.
func (d Date) MonthEnd() Date { return Date{d.Year, d.Month, DaysIn(d.Year, d.Month)} }

// Monday returns the first day of d's week.
func (d Date) Monday() Date { return d.AddDays(1 - int(d.Weekday())) }

// weekOne returns the Monday of the first week of a year by ISO 8601: the week
// that has 4 January in it.
func weekOne(year int) Date { return Date{year, 1, 4}.Monday() }

// ISOWeek returns the year and the number of the week by ISO 8601.
func (d Date) ISOWeek() (year, week int) {
	m := d.Monday()
	year = m.AddDays(3).Year
	return year, (m.Serial()-weekOne(year).Serial())/7 + 1
}
