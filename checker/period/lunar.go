package period

import "math/bits"

// Lunar is a date of the Chinese lunisolar calendar. Leap marks the second of
// two months of one number.
type Lunar struct {
	Year, Month, Day int
	Leap             bool
}

// lunarYear unpacks what the generated table says of a lunar year.
type lunarYear uint32

func yearOf(y int) (lunarYear, bool) {
	if y < firstTableYear || y > lastTableYear {
		return 0, false
	}
	return lunarYear(lunarYears[y-firstTableYear]), true
}

func (v lunarYear) leap() int { return int(v>>13) & 15 }

func (v lunarYear) months() int {
	if v.leap() > 0 {
		return 13
	}
	return 12
}

func (v lunarYear) days(i int) int { return 29 + int(v>>i)&1 }

func (v lunarYear) newYear(y int) Date { return Date{y, 1, 20}.AddDays(int(v>>17) & 63) }

// index returns the place of a month in its year, from 0.
func (v lunarYear) index(month int, leap bool) (int, bool) {
	k := v.leap()
	if month < 1 || month > 12 || leap && month != k {
		return 0, false
	}
	i := month - 1
	if k > 0 && (month > k || leap) {
		i++
	}
	return i, true
}

// FromLunar returns the civil date of a lunar one; ok is false when the lunar
// calendar has no such day or the year is outside 1899 to 2101.
func FromLunar(l Lunar) (d Date, ok bool) {
	v, ok := yearOf(l.Year)
	if !ok {
		return Date{}, false
	}
	i, ok := v.index(l.Month, l.Leap)
	if !ok || l.Day < 1 || l.Day > v.days(i) {
		return Date{}, false
	}
	before := 29*i + bits.OnesCount32(uint32(v)&(1<<i-1))
	return v.newYear(l.Year).AddDays(before + l.Day - 1), true
}

// ToLunar returns the lunar date of a civil one; ok is false outside the years
// of the table.
func ToLunar(d Date) (l Lunar, ok bool) {
	if !d.Known() || !d.Valid() {
		return Lunar{}, false
	}
	y := d.Year
	v, ok := yearOf(y)
	if !ok {
		return Lunar{}, false
	}
	if d.Before(v.newYear(y)) {
		y--
		if v, ok = yearOf(y); !ok {
			return Lunar{}, false
		}
	}
	n := d.Serial() - v.newYear(y).Serial()
	for i := range v.months() {
		if n < v.days(i) {
			k := v.leap()
			l = Lunar{y, i + 1, n + 1, false}
			if k > 0 && i >= k {
				l.Month, l.Leap = i, i == k
			}
			return l, true
		}
		n -= v.days(i)
	}
	return Lunar{}, false
}

// LunarMonth returns the days of a lunar month as a period.
func LunarMonth(year, month int, leap bool) (Period, bool) {
	a, ok := FromLunar(Lunar{year, month, 1, leap})
	if !ok {
		return Period{}, false
	}
	v, _ := yearOf(year)
	i, _ := v.index(month, leap)
	return Days(a, a.AddDays(v.days(i)-1)), true
}

// Term returns the day that the n-th solar term of a civil year begins on, n
// counting from 0 for 小寒 in January to 23 for 冬至 in December, by the time of
// Beijing.
func Term(year, n int) (Date, bool) {
	if year < firstTableYear || year > lastTableYear || n < 0 || n > 23 {
		return Date{}, false
	}
	v := termYears[year-firstTableYear]
	return Date{year, n/2 + 1, int(termLeast[n]) + int(v>>(2*n))&3}, true
}

// TermName returns the name of the n-th solar term of the civil year.
func TermName(n int) string { return termNames[n] }

// TermOn returns which solar term begins on the day.
func TermOn(d Date) (n int, ok bool) {
	if d.Month < 1 || d.Month > 12 {
		return 0, false
	}
	for n = 2*d.Month - 2; n < 2*d.Month; n++ {
		if t, ok := Term(d.Year, n); ok && t == d {
			return n, true
		}
	}
	return 0, false
}
