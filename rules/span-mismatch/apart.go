package spanmismatch

import (
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/vocab"
)

// stretch is the time between two dates and where they are printed.
type stretch struct {
	Range  source.Range
	Period period.Period
}

// endsApart returns the days between the two ends that the sentence of a length
// in days prints as dates of their own: 从5月6日持续到9日; 5月6日开幕，9日闭幕. The
// sentence must have no other date, so that the length is that of those two.
func endsApart(p *rule.Pass, f *figure.Figure) (stretch, bool) {
	s := &p.Page.Sentences[f.Sentence]
	if f.Unit != "d" || s.LastDate-s.FirstDate != 2 || len(p.Page.CuesIn(figure.WorkDays, s.Range)) > 0 {
		return stretch{}, false
	}
	a, b := &p.Page.Dates[s.FirstDate], &p.Page.Dates[s.FirstDate+1]
	if !isDay(a) || !isDay(b) || f.Range.Start < b.End && f.Range.End > a.Start || b.Start <= a.End || b.Start-a.End > reach {
		return stretch{}, false
	}
	between := p.Page.Text[a.End:b.Start]
	if !vocab.Is(between, "lasts-to") && !(vocab.Begins(pastHour(between), "begins") > 0 && vocab.Begins(pastHour(p.Page.Text[b.End:s.Range.End]), "ends") > 0) {
		return stretch{}, false
	}
	first, last := a.Period.Start, b.Period.Start
	if !b.Has(period.MonthPrinted) {
		last.Month = first.Month // a bare day is one of the month before it
	}
	if last.Year = first.Year; last.Before(first) {
		last.Year++
	}
	whole := period.Days(first, last)
	if !whole.Valid() || whole.DayCount() > 366 || !b.Has(period.MonthPrinted) && last.Day < first.Day {
		return stretch{}, false
	}
	return stretch{source.Range{Start: a.Start, End: b.End}, whole}, true
}

// isDay reports whether an expression prints one day of the calendar.
func isDay(d *figure.Date) bool {
	return d.Kind == period.KindDate && d.Period.IsPoint() && d.Period.Known() && !d.Has(period.AsOf) && !d.Has(period.LunarDate)
}

// pastHour returns words without an hour of the day that they begin with.
func pastHour(words string) string {
	for n := vocab.Begins(words, "hour-of-day"); n > 0; n = vocab.Begins(words, "hour-of-day") {
		words = words[n:]
	}
	return words
}
