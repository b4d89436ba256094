package period

import (
	"regexp"
	"strings"
)

// spanned holds where an expression is found in what a case marks as its date.
func spanned(re string) func(string, wantDate, *Expr, Period) bool {
	x := regexp.MustCompile(`(?i)` + re)
	return func(text string, w wantDate, _ *Expr, _ Period) bool { return x.MatchString(text[w.start:w.end]) }
}

// englishReadings are those of English cases that news copy doesn't have, or
// that the contract or the calendar gainsays.
var englishReadings = []struct {
	why   string
	holds func(text string, w wantDate, e *Expr, got Period) bool
}{
	{"a day that the calendar hasn't", func(_ string, w wantDate, _ *Expr, _ Period) bool { return w.days[0][0].Year == 1 }},
	{"the end of a period as a part of it (the contract has the day)", func(_ string, w wantDate, e *Expr, got Period) bool {
		return e != nil && (e.from.fine == fineEnd || e.to.fine == fineEnd) && got.End.Month == want(w).End.Month
	}},
	{"decades by the calendar for those that are reckoned back or on from the day of publication", func(_ string, _ wantDate, e *Expr, _ Period) bool {
		return e != nil && e.from.unit == unitPast && e.from.sub == unitDecade
	}},
	{"earlier and later in a period cut at its middle, not at the day of publication", func(_ string, w wantDate, e *Expr, got Period) bool {
		return e != nil && (e.from.unit == unitNow || e.to.unit == unitDayRel) && (got.Start == want(w).Start || got.End == want(w).End)
	}},
	{"a few, which is no number", spanned(`\bfew\b`)},
	{"the day, week, month or year of anything, or the same one, which names none", spanned(`^(my|the|same) (day|week|month|year|fortnight|day before)$`)},
	{"file names and addresses", func(text string, w wantDate, _ *Expr, _ Period) bool {
		return w.start > 0 && strings.ContainsAny(text[w.start-1:w.start], "-_/") || w.end < len(text) && strings.HasPrefix(text[w.end:], ".x")
	}},
	{"a length of time within or reckoned from what it doesn't say", spanned(`^(within|less than|in) |\blater$|\bhence$|since`)},
	{"two days that have to fit each other, of which speech names one for the other", spanned(`\bon friday$|^(sun|mon)day .*weeks?|^friday \d`)},
	{"parts of dates that only speech or a form leaves bare", spanned(`^(this |next |the )?\d+([./]\d+)?$|^\d+ s$|^\d\d/\d\d,\d\d$|^\w+ first \d\d$|^2/29-|^mon$|^tue$`)},
	{"orders and marks that copy doesn't print", spanned(`^\d+-\d{4}-[a-z]+|^\d{4}/\d\d/[a-z]+|^[a-z]+-\d{4}-\d\d|, \d+st$|^\d{4}\.\d$|between \w+ and \w+$|^from \d+-\d+ in `)},
	{"the rest of it without its words", spanned(`^(rest the|remaining of)`)},
	{"the September before the last one", func(text string, w wantDate, e *Expr, got Period) bool {
		return e != nil && e.from.fineSub == unitMonthRel && got.ShiftYears(-1).Equal(want(w))
	}},
	{"the weekday that comes, though nothing says so", func(_ string, w wantDate, e *Expr, got Period) bool {
		return e != nil && e.step.how == stepOn && e.from.unit == unitWeekday && got.Start.AddDays(7) == want(w).Start
	}},
}

func init() { otherReadings = append(otherReadings, englishReadings...) }
