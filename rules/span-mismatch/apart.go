package spanmismatch

import (
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

// stretch is the time between two dates and where they are printed.
type stretch struct {
	Range  source.Range
	Period period.Period
}

// lastsTo stand between the first day and the last of what goes on.
var lastsTo = []string{"持续到", "持续至", "延续到", "延续至", "一直到", "一直持续到", "一直延续到", "开始到", "开始，到", "开始，至", "起，至", "起，到"}

// opens and ends stand behind the day that something begins on and behind the
// day that it ends on, hours left out.
var (
	hours = []string{"上午", "下午", "晚上", "晚", "早上", "傍晚", "在"}
	opens = []string{"开幕", "开赛", "开展", "开馆", "开营", "开始", "启幕"}
	shuts = []string{"闭幕", "收官", "闭展", "闭馆", "闭营", "结束", "落幕"}
)

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
	if !isAny(between, lastsTo) && !(beginsAny(between, opens) && beginsAny(p.Page.Text[b.End:s.Range.End], shuts)) {
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

func isAny(words string, any []string) bool {
	for _, w := range any {
		if words == w {
			return true
		}
	}
	return false
}

// beginsAny reports whether words begin with one of a list, an hour of the day
// left out.
func beginsAny(words string, any []string) bool {
	for _, h := range hours {
		words = strings.TrimPrefix(words, h)
	}
	for _, w := range any {
		if strings.HasPrefix(words, w) {
			return true
		}
	}
	return false
}
