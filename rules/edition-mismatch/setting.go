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
	date  *figure.Date // nil for none
	when  period.Period
	month bool // the date is finer than a year
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
	if first > 0 && useful(&p.Dates[first-1]) && touching(p.Text[p.Dates[first-1].End:m.fig.Range.Start]) {
		s.set(&p.Dates[first-1])
		s.adjacent = true
	} else if d, n := only(p.Dates[lo:max(lo, hi)]); n > 0 {
		if n == 1 {
			s.set(d)
		}
	} else if k := m.fig.Sentence - 1; k >= 0 && p.Sentences[k].Block == sentence.Block {
		prev := &p.Sentences[k]
		if d, n := only(p.Dates[max(prev.FirstDate, prev.LastDate-near):prev.LastDate]); n == 1 {
			s.set(d)
			s.inherited = true
		}
	}
	s.city, s.cityRange = cityIn(p, led, m.fig.Sentence, m.fig.Range.Start)
	if s.city == "" && s.inherited {
		s.city, s.cityRange = cityIn(p, led, m.fig.Sentence-1, s.date.Start)
	}
	return s
}

func (s *setting) set(d *figure.Date) {
	s.date, s.when = d, d.Period
	s.month = d.Has(period.MonthPrinted) || d.Period.Grain != period.Year
}

// useful reports whether a date says when something was: a day, month or year,
// not a span up to now or a distance from it.
func useful(d *figure.Date) bool {
	return (d.Kind == period.KindDate || d.Kind == period.KindPeriod) && d.Period.Known() &&
		!d.Has(period.AsOf) && !d.Has(period.Since) && !d.Has(period.SamePeriod) &&
		(d.Has(period.MonthPrinted) || d.Has(period.YearPrinted) || d.Has(period.YearRelative)) &&
		d.Period.Start.Year == d.Period.End.Year
}

// only returns the last useful date of a list, and how many there are.
func only(dates []figure.Date) (last *figure.Date, n int) {
	for i := range dates {
		if useful(&dates[i]) {
			last, n = &dates[i], n+1
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
