package figure

import (
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
)

// timed returns the rows of a series that are of the figure's time, and how
// much of it had to be guessed.
func (l *looker) timed(f *Figure, rows []*ledger.Figure) (own []*ledger.Figure, inferred int, ok bool) {
	stock := f.Declared.Kind == ledger.Stock || f.Declared.Kind != ledger.Flow && rows[len(rows)-1].Period.IsPoint()
	if stock {
		return l.stockTime(f, rows)
	}
	if f.PeriodOrigin == Unknown || f.Period.IsZero() {
		own = newest(rows, l.Published)
		if len(own) == 0 && l.dated(rows[0]) {
			own = ending(rows, rows[0].Period.End) // the year that isn't over yet
		}
		if len(own) == 0 || own[0].Period.Start != rows[0].Period.Start && len(rows) > len(own) {
			return own, 2, len(own) > 0
		}
		return own, 1, true
	}
	if f.PeriodOrigin == Guessed {
		inferred = 1
	}
	for _, r := range ending(rows, f.Period.End) {
		if r.Period.Equal(f.Period) || f.Period.IsPoint() && f.Declared.Kind != ledger.Flow {
			own = append(own, r)
		}
	}
	return own, inferred, true
}

// stockTime returns the rows of a stock for the day that a figure is of: the
// day printed before it, the end of a span, or now.
func (l *looker) stockTime(f *Figure, rows []*ledger.Figure) (own []*ledger.Figure, inferred int, ok bool) {
	s := &l.Sentences[f.Sentence]
	day, now := period.Date{}, false
	if f.PeriodOrigin == Printed && !f.Period.IsZero() {
		day = f.Period.End
	}
	for d := s.FirstDate; d < s.LastDate && l.Dates[d].Token < f.Token; d++ {
		x := &l.Dates[d]
		if l.Published.IsZero() || x.Period.IsZero() || x.Period != period.Point(l.Published) {
			continue
		}
		now, day = true, period.Date{} // 目前, 截至目前, 今天
	}
	if !day.IsZero() && !l.Published.IsZero() && !day.Before(l.Published) {
		day = period.Date{} // this year, this month
	}
	if !day.IsZero() {
		return append(own, ending(rows, day)...), 0, true
	}
	own = newest(rows, l.Published)
	if len(own) == 0 {
		// The ledger is newer than the copy: only what was replaced can speak.
		return rows[:1], 2, true
	}
	if !now && f.PeriodOrigin == Inherited && f.Period.End.Year < l.Published.Year {
		inferred++
	}
	if !l.Published.IsZero() {
		switch age := l.Published.Serial() - own[0].Period.End.Serial(); {
		case age > 400:
			inferred += 2
		case age > 130:
			inferred++
		}
	}
	return own, inferred, true
}
