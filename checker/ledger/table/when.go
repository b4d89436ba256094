package table

import (
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/period"
)

// Frame says how the dates of a table are meant, where they don't say so
// themselves: a statistical series often dates a month by its first day.
type Frame string

// The frames. AsPrinted takes dates as they are.
const (
	AsPrinted  Frame = ""
	Day        Frame = "day"
	Month      Frame = "month"
	Quarter    Frame = "quarter"
	Half       Frame = "half"
	Year       Frame = "year"
	ToDate     Frame = "ytd" // from January to the month of the date
	MonthEnd   Frame = "month-end"
	QuarterEnd Frame = "quarter-end"
	YearEnd    Frame = "year-end"
)

// Frames lists the frames by name.
func Frames() []string {
	return []string{string(Day), string(Month), string(Quarter), string(Half), string(Year), string(ToDate), string(MonthEnd), string(QuarterEnd), string(YearEnd)}
}

// when reads the period of a cell or a header: ISO 8601, SDMX (2025-Q3,
// 2025-M09, 2025-S1), the dates of spreadsheets, and what Chinese and English
// tables print (2025年1-9月, 3Q 2025, Sep 2025, 202509).
func when(text string, frame Frame) (period.Period, bool) {
	p, ok := whenPrinted(strings.TrimSpace(text))
	if !ok || !p.Known() || p.Start.Year < 1000 {
		return p, false
	}
	return frame.of(p), true
}

// of returns the period that a date stands for within a frame.
func (f Frame) of(p period.Period) period.Period {
	y, m := p.End.Year, p.End.Month
	switch f {
	case Day:
		return period.Point(p.End)
	case Month:
		return period.OfMonth(y, m)
	case Quarter:
		return period.OfQuarter(y, (m+2)/3)
	case Half:
		return period.OfHalf(y, (m+5)/6)
	case Year:
		return period.OfYear(y)
	case ToDate:
		return period.Months(y, 1, m)
	case MonthEnd:
		return period.Point(p.End.MonthEnd())
	case QuarterEnd:
		return period.Point(period.Date{Year: y, Month: (m + 2) / 3 * 3, Day: 1}.MonthEnd())
	case YearEnd:
		return period.Point(period.Date{Year: y, Month: 12, Day: 31})
	}
	return p
}

func whenPrinted(s string) (period.Period, bool) {
	if s == "" || len(s) > 60 {
		return period.Period{}, false
	}
	if p, err := period.ParseISO(s); err == nil {
		return p, true
	}
	if p, ok := whenCode(s); ok {
		return p, true
	}
	e, end, ok := period.Read(s, 0)
	if !ok || end != len(s) {
		return period.Period{}, false
	}
	p := period.Resolve(&e, period.Context{})
	return p, p.Known()
}

// whenCode reads the codes of statistical offices and spreadsheets: a year with
// a letter and a number, in either order, or figures parted by marks.
func whenCode(s string) (period.Period, bool) {
	up := strings.ToUpper(strings.NewReplacer(" ", "", "年", "-", "月", "-", "日", "", "/", "-", ".", "-", "季度", "Q", "T00:00:00", "").Replace(s))
	up = strings.Trim(up, "-")
	if p, err := period.ParseISO(up); err == nil {
		return p, true
	}
	parts := strings.Split(up, "-")
	if len(parts) == 1 && len(up) == 6 {
		if y, m, ok := two(up[:4], up[4:]); ok && m >= 1 && m <= 12 {
			return period.OfMonth(y, m), true
		}
	}
	if len(parts) == 1 && len(up) == 8 {
		if y, ok := number(up[:4]); ok {
			if m, d, ok := two(up[4:6], up[6:]); ok {
				day := period.Date{Year: y, Month: m, Day: d}
				return period.Point(day), day.Valid()
			}
		}
	}
	if len(parts) == 3 {
		if y, ok := number(parts[0]); ok && len(parts[0]) == 4 {
			if a, b, ok := two(parts[1], parts[2]); ok {
				if day := (period.Date{Year: y, Month: a, Day: b}); strings.ContainsAny(s, "日/.") && day.Valid() {
					return period.Point(day), true
				}
				if strings.HasSuffix(s, "月") && a < b && b <= 12 && a >= 1 {
					return period.Months(y, a, b-a+1), true // 2025年1-9月
				}
			}
		}
	}
	return whenLettered(strings.ReplaceAll(up, "-", ""))
}

// whenLettered reads a year with a lettered part of it: 2025Q3, 3Q2025, Q32025,
// 2025M09, 2025S1, 2025H1.
func whenLettered(s string) (period.Period, bool) {
	i := strings.IndexAny(s, "QMSHA")
	if i < 0 || len(s) < 5 || len(s) > 7 {
		return period.Period{}, false
	}
	var year, part string
	switch {
	case i == 4:
		year, part = s[:4], s[5:]
	case i == 0 && len(s) > 4:
		part, year = s[1:len(s)-4], s[len(s)-4:]
	case i == 1:
		part, year = s[:1], s[2:]
	}
	y, ok := number(year)
	if !ok || len(year) != 4 {
		return period.Period{}, false
	}
	n, ok := number(part)
	switch c := s[i]; {
	case c == 'A':
		return period.OfYear(y), true
	case !ok || n < 1:
	case c == 'Q' && n <= 4:
		return period.OfQuarter(y, n), true
	case c == 'M' && n <= 12:
		return period.OfMonth(y, n), true
	case (c == 'S' || c == 'H') && n <= 2:
		return period.OfHalf(y, n), true
	}
	return period.Period{}, false
}

func number(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0
}

func two(a, b string) (int, int, bool) {
	x, ok1 := number(a)
	y, ok2 := number(b)
	return x, y, ok1 && ok2
}
