package table

import (
	"math"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// numberFormat is what a spreadsheet's number format says of how a number is
// shown: its decimals, whether it is per cent, words around it, or that it is a
// date. The zero value shows numbers as they are.
type numberFormat struct {
	fixed          bool // the format says how many decimals there are
	decimals       int
	percent        bool
	thousands      int // trailing commas: each divides by a thousand
	before, behind string
	date           period.Grain // what a date shows: its day, month or year
	isDate         bool
}

// builtinFormats are the formats that files name by number only.
var builtinFormats = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-m-d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
	22: "yyyy-m-d h:mm", 27: "yyyy\"年\"m\"月\"", 28: "m\"月\"d\"日\"", 30: "m-d-yy", 31: "yyyy\"年\"m\"月\"d\"日\"", 36: "yyyy\"年\"m\"月\"",
	37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 50: "yyyy\"年\"m\"月\"", 52: "yyyy\"年\"m\"月\"", 55: "yyyy\"年\"m\"月\"",
	57: "yyyy\"年\"m\"月\"", 58: "m\"月\"d\"日\"",
}

// parseFormat reads the first section of a format code, the one for numbers
// above nought.
func parseFormat(code string) numberFormat {
	var f numberFormat
	var literal strings.Builder
	digits, point, optional, commas := 0, false, false, 0
	year, month, day := false, false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			i = len(code)
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				end = len(code) - i - 1
			}
			literal.WriteString(code[i+1 : i+1+end])
			i += end + 1
		case '[': // a colour, a condition or a currency: [Red], [$-804], [$¥-804]
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return numberFormat{}
			}
			if inner, ok := strings.CutPrefix(code[i+1:i+end], "$"); ok {
				symbol, _, _ := strings.Cut(inner, "-")
				literal.WriteString(symbol)
			}
			i += end
		case '\\':
			if i+1 < len(code) {
				i++
				literal.WriteByte(code[i])
			}
		case '_', '*':
			i++ // a blank of that width, or fill
		case '0', '#', '?':
			if digits == 0 && !point {
				f.before = literal.String()
				literal.Reset()
			}
			commas = 0
			if point && c == '0' {
				f.decimals++
			}
			optional = optional || point && c == '#' // as many decimals as there are
			digits++
		case '.':
			point = true
		case ',':
			commas++
		case '%':
			f.percent = true
		case 'y', 'Y', 'e':
			year = true
		case 'm', 'M':
			month = true
		case 'd', 'D':
			day = true
		case 'E':
			return numberFormat{} // shown as a decimal instead
		case 'G':
			if strings.HasPrefix(code[i:], "General") {
				i += len("General") - 1
				digits = -1000
			}
		default:
			if c >= 0x80 || c == '$' {
				literal.WriteByte(c)
			}
		}
	}
	f.behind = literal.String()
	f.fixed, f.thousands = digits > 0 && !optional, commas
	if (year || day) && digits <= 0 {
		f.isDate = true
		f.date = period.Day
		if !day {
			f.date = period.Month
			if !month {
				f.date = period.Year
			}
		}
	}
	return f
}

// show writes a stored number as the format has it.
func (f numberFormat) show(raw string, d1904 bool) string {
	x, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(x, 0) || math.IsNaN(x) {
		return raw
	}
	if f.isDate {
		return f.showDate(x, d1904)
	}
	// A stored number is a binary one; fifteen digits are what it was typed as.
	plain := plainDecimal(strconv.FormatFloat(x, 'g', 15, 64))
	if !f.fixed {
		return f.before + plain + f.behind
	}
	q, err := quantity.Parse(strings.TrimPrefix(plain, "-"))
	if err != nil {
		return plain
	}
	v := q.Value
	if f.percent {
		v = v.Shift(2)
	}
	text := v.Shift(-3 * f.thousands).Decimal(f.decimals)
	if f.percent {
		text += "%"
	}
	if x < 0 && strings.Trim(text, "0.%") != "" {
		text = "-" + text
	}
	return f.before + text + f.behind
}

// showDate turns the days since the spreadsheet's beginning into a date.
func (f numberFormat) showDate(x float64, d1904 bool) string {
	days := int(math.Floor(x))
	origin := period.Date{Year: 1899, Month: 12, Day: 30}
	if d1904 {
		origin = period.Date{Year: 1904, Month: 1, Day: 1}
	}
	if days < 0 || days > 3_000_000 {
		return ""
	}
	if !d1904 && days < 60 {
		days++ // spreadsheets believe that 1900 was a leap year
	}
	d := origin.AddDays(days)
	switch f.date {
	case period.Month:
		return period.OfMonth(d.Year, d.Month).String()
	case period.Year:
		return period.OfYear(d.Year).String()
	}
	return period.Point(d).String()
}
