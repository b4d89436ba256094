// Package period reads dates and spans of time from copy and reckons with them:
// civil and lunar dates, solar terms, festivals, holidays, cumulative and
// comparison periods, everything relative to a day of publication. Nothing in
// it knows what day it is today.
package period

// Grain is the unit that a period is given in.
type Grain uint8

// The grains, from fine to coarse.
const (
	NoGrain Grain = iota
	Day
	Week
	Month
	Quarter
	Half
	Year
)

// Period is a run of whole days. A point, such as the day of a stock, is a
// period of one day. Where the year isn't known, Start.Year is 0 and End.Year
// counts from it (1 when the span runs over New Year's Eve).
type Period struct {
	Start, End Date // both inclusive
	Grain      Grain
}

// Point returns the period of one day.
func Point(d Date) Period { return Period{d, d, Day} }

// Days returns the period of the days from a to b.
func Days(a, b Date) Period { return Period{a, b, Day} }

// OfYear returns a whole year.
func OfYear(y int) Period { return Period{Date{y, 1, 1}, Date{y, 12, 31}, Year} }

// OfHalf returns a half of a year, h being 1 or 2.
func OfHalf(y, h int) Period { return Months(y, 6*h-5, 6).at(Half) }

// OfQuarter returns a quarter of a year, q from 1 to 4.
func OfQuarter(y, q int) Period { return Months(y, 3*q-2, 3).at(Quarter) }

// OfMonth returns a month.
func OfMonth(y, m int) Period { return Months(y, m, 1) }

// OfWeek returns the week from Monday to Sunday that d is in.
func OfWeek(d Date) Period { m := d.Monday(); return Period{m, m.AddDays(6), Week} }

// Months returns n months from month m of year y on.
func Months(y, m, n int) Period {
	a := Date{y, m, 1}
	return Period{a, a.AddMonths(n - 1).MonthEnd(), Month}
}

// Years returns the years from a to b.
func Years(a, b int) Period { return Period{Date{a, 1, 1}, Date{b, 12, 31}, Year} }

func (p Period) at(g Grain) Period { p.Grain = g; return p }

// IsZero reports whether p is no period at all.
func (p Period) IsZero() bool { return p.Start.IsZero() }

// IsPoint reports whether p is a single day.
func (p Period) IsPoint() bool { return !p.IsZero() && p.Start == p.End }

// Known reports whether the years of p are known.
func (p Period) Known() bool { return p.Start.Known() && p.End.Known() }

// Valid reports whether both ends are dates of the calendar, in order.
func (p Period) Valid() bool {
	return p.Start.Valid() && p.End.Valid() && !p.End.Before(p.Start)
}

// Equal reports whether p and q are the same days. The grain doesn't matter:
// the first quarter is January to March.
func (p Period) Equal(q Period) bool { return p.Start == q.Start && p.End == q.End }

// sameFrame reports whether the days of p and q can be compared: both have
// years, or neither has, when they are taken to be of one year.
func sameFrame(p, q Period) bool {
	return !p.IsZero() && !q.IsZero() && p.Start.Month != 0 && q.Start.Month != 0 &&
		(p.Start.Year == 0) == (q.Start.Year == 0)
}

// Contains reports whether every day of q is surely one of p.
func (p Period) Contains(q Period) bool {
	return sameFrame(p, q) && !q.Start.Before(p.Start) && !q.End.After(p.End)
}

// Overlaps reports whether p and q surely share a day.
func (p Period) Overlaps(q Period) bool {
	return sameFrame(p, q) && !q.Start.After(p.End) && !p.Start.After(q.End)
}

// Answer is one of three: agree, conflict, can't tell.
type Answer int8

// The answers to whether two periods are the same.
const (
	CannotTell Answer = iota
	Agree
	Conflict
)

// Compare says whether p and q are the same days. Where a year (or month) is
// missing from one of them, the rest still can conflict; it never suffices to
// agree.
func (p Period) Compare(q Period) Answer {
	if p.IsZero() || q.IsZero() {
		return CannotTell
	}
	if p.Known() && q.Known() {
		if p.Equal(q) {
			return Agree
		}
		return Conflict
	}
	if clash(p.Start, q.Start) || clash(p.End, q.End) {
		return Conflict
	}
	return CannotTell
}

// clash reports whether what is known of both dates differs. The last of
// February counts as one day, whatever the year.
func clash(a, b Date) bool {
	if a.Month == 0 || b.Month == 0 {
		return a.Day != b.Day
	}
	if a.Month == 2 && b.Month == 2 && a.Day >= 28 && b.Day >= 28 {
		return false
	}
	return a.Month != b.Month || a.Day != b.Day
}

// wholeMonths reports whether p runs from the first of a month to the last of
// one.
func (p Period) wholeMonths() bool {
	return p.Start.Day == 1 && p.Start.Month != 0 && p.End == p.End.MonthEnd() && p.Grain != Day && p.Grain != Week
}

// MonthCount returns how many months p has, 0 when it isn't made of whole ones.
func (p Period) MonthCount() int {
	if !p.wholeMonths() {
		return 0
	}
	return (p.End.Year-p.Start.Year)*12 + p.End.Month - p.Start.Month + 1
}

// DayCount returns how many days p has, 0 where a month isn't known.
func (p Period) DayCount() int {
	if p.Start.Month == 0 {
		return 0
	}
	return p.End.Serial() - p.Start.Serial() + 1
}

// PreviousYear returns the same span a year before: what 同比 compares with.
// Periods without a year stay as they are.
func (p Period) PreviousYear() Period { return p.ShiftYears(-1) }

// ShiftYears moves p by n years. A span of whole months keeps its last month
// whole; a week moves to the week of the same number (52 for 53).
func (p Period) ShiftYears(n int) Period {
	if !p.Known() {
		return p
	}
	if p.Grain == Week {
		y, w := p.Start.ISOWeek()
		m := weekOne(y + n).AddDays(7 * (w - 1))
		if m.AddDays(3).Year != y+n {
			m = m.AddDays(-7)
		}
		return OfWeek(m)
	}
	q := Period{p.Start.AddYears(n), p.End.AddYears(n), p.Grain}
	if p.wholeMonths() {
		q.End = q.End.MonthEnd()
	}
	return q
}

// Previous returns the span of the same length that ends the day before p
// begins: what 环比 compares with.
func (p Period) Previous() Period {
	if !p.Known() {
		return p
	}
	if n := p.MonthCount(); n > 0 {
		return Period{p.Start.AddMonths(-n), p.Start.AddDays(-1), p.Grain}
	}
	n := p.DayCount()
	return Period{p.Start.AddDays(-n), p.Start.AddDays(-1), p.Grain}
}
