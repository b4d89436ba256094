package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/period"
)

// behindBase reports whether a date stands right behind a figure that another
// is compared with: from 60 million in 2010.
func (p *Page) behindBase(d int) bool {
	i := p.Dates[d].Token - 1
	if i < 0 || p.Tokens[i].Kind != Quantity || !onlySpace(p.Text[p.Tokens[i].End:p.Tokens[i+1].Start]) {
		return false
	}
	end := p.Figures[p.Tokens[i].Ref].Span().Start
	for end > 0 && p.Text[end-1] == ' ' {
		end--
	}
	start := end
	for start > 0 && isLatin(p.Text[start-1]) {
		start--
	}
	return start < end && enWords()[strings.ToLower(p.Text[start:end])]&enBase != 0
}

// basis tells the changes before a date that is the base of a comparison what
// they compare with: a year before their own period, or the period before it.
func (r *enReader) basis(d int) {
	x := &r.p.Dates[d]
	for k, n := r.prev, 0; k >= r.first && n < 3; k, n = k-1, n+1 {
		f := &r.p.Figures[k]
		if r.facts[k].base || f.Basis != "" || !moves(f, &r.facts[k]) {
			continue
		}
		switch {
		case x.Has(period.SamePeriod), f.Period.Known() && x.Period.Equal(f.Period.PreviousYear()):
			f.Basis, f.BasisOrigin = "同比", Printed
		case f.Period.Known() && x.Period.Equal(f.Period.Previous()):
			f.Basis, f.BasisOrigin = "环比", Printed
		}
	}
}

// based gives the changes before a word such as "year-on-year" its base.
func (r *enReader) based(code string) {
	for k, n := r.prev, 0; k >= r.first && n < 3; k, n = k-1, n+1 {
		if f := &r.p.Figures[k]; !r.facts[k].base && f.Basis == "" && moves(f, &r.facts[k]) {
			f.Basis, f.BasisOrigin = code, Printed
		}
	}
	r.last = -1
}

// dated gives a figure the period of a date.
func (r *enReader) dated(k, d int) {
	f := &r.p.Figures[k]
	f.Period, f.PeriodDate, f.PeriodOrigin = r.p.Dates[d].Period, d, Printed
	r.facts[k].date = d
}

// priorYear gives the right side of a line of results the period a year before
// the left one.
func (r *enReader) priorYear(f *Figure) {
	f.Period, f.PeriodDate, f.PeriodOrigin = period.Period{}, -1, Unknown
	if r.prev < 0 {
		return
	}
	if g := &r.p.Figures[r.prev]; g.PeriodOrigin > Unknown && g.Period.Known() {
		f.Period, f.PeriodOrigin = g.Period.PreviousYear(), Guessed
	}
}

// periodOf gives a figure the period that governs it, and takes back one that
// belongs to the base of a comparison.
func (r *enReader) periodOf(f *Figure, x *enFact) {
	switch {
	case x.base && x.part > 0:
		r.priorYear(f)
	case x.base, x.part > 1 && f.PeriodOrigin <= Inherited && r.period < 0:
		f.Period, f.PeriodDate, f.PeriodOrigin = period.Period{}, -1, Unknown
	case r.period >= 0:
		r.dated(f.Index, r.period)
	case f.PeriodOrigin == Printed && f.PeriodDate >= 0 && r.p.Dates[f.PeriodDate].Token < f.Token && r.p.Dates[f.PeriodDate].Sentence == f.Sentence:
		f.Period, f.PeriodDate, f.PeriodOrigin = period.Period{}, -1, Unknown
	}
}
