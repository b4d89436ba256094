package edition

import (
	"sort"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/cue"
)

// setting is what the copy prints with an edition: when and where.
type setting struct {
	printed source.Range // the words that say when; empty for none
	when    period.Period
	month   bool // the date is finer than a year
	day     bool // it is a day, or a span of days
	// adjacent says that the date stands right before the edition: 2025年第八届.
	adjacent bool
	// inherited says that the date is of the sentence before.
	inherited bool
	city      string // empty for none
	cityRange source.Range
}

// near is how many dates on either side of an edition are looked at.
const near = 6

// settingOf reads the date and the city that belong to an edition. The date is
// empty where several could be meant.
func settingOf(p *figure.Page, led *ledger.Ledger, m *mention) setting {
	var s setting
	sentence := &p.Sentences[m.fig.Sentence]
	first := sort.Search(len(p.Dates), func(i int) bool { return p.Dates[i].Start >= m.fig.Range.Start })
	lo, hi := max(sentence.FirstDate, first-near), min(sentence.LastDate, first+near)
	switch d, n := only(p, p.Dates[lo:max(lo, hi)]); {
	case first > 0 && useful(p, &p.Dates[first-1]) && touching(p.Text[p.Dates[first-1].End:m.fig.Range.Start]):
		s.set(p, &p.Dates[first-1])
		s.adjacent = true
	case n == 1:
		s.set(p, d)
	case n == 0:
		if !s.now(p, m) {
			s.inherit(p, m)
		}
	}
	s.city, s.cityRange = cityIn(p, led, m.fig.Sentence, m.fig.Range.Start)
	if s.city == "" && s.inherited {
		s.city, s.cityRange = cityIn(p, led, m.fig.Sentence-1, s.printed.Start)
	}
	return s
}

func (s *setting) set(p *figure.Page, d *figure.Date) {
	s.printed, s.when = cue.Day(p.Text, d), d.Period
	s.day = d.Period.Grain == period.Day
	s.month = s.day || d.Has(period.MonthPrinted) || d.Period.Grain != period.Year
}

// now takes 正在 in the clause of an edition as saying the day of publication.
func (s *setting) now(p *figure.Page, m *mention) bool {
	words, start := cue.Clause(p, m.fig.Sentence, m.fig.Range.Cover(m.name))
	r, ok := cue.Find(words, cue.Ongoing)
	if !ok || p.Published.IsZero() {
		return false
	}
	s.printed = source.Range{Start: start + r.Start, End: start + r.End}
	s.when, s.day, s.month = period.Point(p.Published), true, true
	return true
}

// inherit takes the date of the sentence before, where it has but one.
func (s *setting) inherit(p *figure.Page, m *mention) {
	k := m.fig.Sentence - 1
	if k < 0 || p.Sentences[k].Block != p.Sentences[m.fig.Sentence].Block {
		return
	}
	prev := &p.Sentences[k]
	if d, n := only(p, p.Dates[max(prev.FirstDate, prev.LastDate-near):prev.LastDate]); n == 1 {
		s.set(p, d)
		s.inherited = true
	}
}

// useful reports whether a date says when something was: a day, month or year,
// not a span up to now or a distance from it.
func useful(p *figure.Page, d *figure.Date) bool {
	return (d.Kind == period.KindDate || d.Kind == period.KindPeriod) && d.Period.Known() &&
		!d.Has(period.AsOf) && !d.Has(period.Since) && !d.Has(period.SamePeriod) &&
		(d.Has(period.MonthPrinted) || d.Has(period.YearPrinted) || d.Has(period.YearRelative) || cue.Begins(p.Text[d.Body:d.End], cue.DayWord)) &&
		d.Period.Start.Year == d.Period.End.Year
}

// only returns the last useful date of a list, and how many days or spans the
// list has: 今天（11月8日） is one.
func only(p *figure.Page, dates []figure.Date) (last *figure.Date, n int) {
	for i := range dates {
		if d := &dates[i]; useful(p, d) {
			if last == nil || !last.Period.Equal(d.Period) {
				n++
			}
			last = d
		}
	}
	return last, n
}

// touching reports whether nothing stands between a date and an edition.
func touching(gap string) bool { return gap == "" || gap == "的" || gap == " " }

// cityIn returns a city of some event that the words around a place name as
// where something is.
func cityIn(p *figure.Page, led *ledger.Ledger, sentence, at int) (string, source.Range) {
	words, start := cue.Sentence(p, sentence, at)
	for _, e := range led.Events {
		for _, ed := range e.Editions {
			for _, city := range ed.Cities {
				for _, before := range [...]string{"在", "于", "赴", "相聚", "齐聚", "in "} {
					if i := strings.Index(words, before+city); i >= 0 {
						i += start + len(before)
						return city, source.Range{Start: i, End: i + len(city)}
					}
				}
			}
		}
	}
	return "", source.Range{}
}
