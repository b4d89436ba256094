package figure

import (
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// years reads numbers of years with the year that they count from: opened in 1931,
// it marks its 94th anniversary; in office since 2016, nine years; founded in
// 1990, in its 36th year.
func (r *enMover) years() {
	if r.p.Published.IsZero() || r.s.FirstDate == r.s.LastDate {
		return
	}
	for i := range r.items {
		if r.items[i].kind != enFig {
			continue
		}
		f := &r.p.Figures[r.items[i].ref]
		if f.Hedge != quantity.None || f.Decimals > 0 {
			continue
		}
		switch f.Kind {
		case quantity.Edition, quantity.Ordinal:
			if r.near(i, enJubilee) {
				r.since(f, 0)
			} else if r.its(i) && r.near(i, enYearNoun) {
				r.since(f, 1)
			}
		case quantity.Duration:
			if f.Unit == "a" && i >= 2 && r.items[i-1].kind == enComma && r.items[i-2].kind == enDate && r.opens(i-2, enOn) {
				if d := &r.p.Dates[r.items[i-2].ref]; d.Has(period.YearPrinted) && !d.Period.IsZero() {
					gap := r.p.Published.Year - d.Period.Start.Year
					r.p.addElapsed(f, d.Period.Start.Year, r.p.Published.Year, d.Range(), gap-1, gap)
				}
			}
		}
	}
}

// near reports whether a word of a class stands in a figure or within two words
// behind it.
func (r *enMover) near(i int, class enClass) bool {
	f := &r.p.Figures[r.items[i].ref]
	if f.UnitRange.Len() > 0 && enWords()[string(lower(r.p.Words(f.UnitRange), make([]byte, 0, 32)))]&class != 0 {
		return true
	}
	return r.says(i+1, min(len(r.items), i+3), class)
}

// its reports whether a possessive stands right before a figure: in its 36th year.
func (r *enMover) its(i int) bool {
	return i > 1 && r.items[i-1].class&enArticle != 0 && r.items[i-2].class&enIn != 0
}

// opens reports whether a date begins with a word of a class: since 2016.
func (r *enMover) opens(i int, class enClass) bool {
	text := r.p.Text[r.items[i].from:r.items[i].to]
	for at := range len(text) {
		if text[at] == ' ' {
			return enWords()[string(lower(text[:at], make([]byte, 0, 32)))]&class != 0
		}
	}
	return false
}

// since holds a number of years against the one year of the sentence that says
// when something began, counted to the year of publication or the one that the
// sentence names; it may be more by as much as more says.
func (r *enMover) since(f *Figure, more int) {
	p := r.p
	var from *Date
	to := p.Published.Year
	for i := range r.items {
		if r.items[i].kind != enDate {
			continue
		}
		d := &p.Dates[r.items[i].ref]
		switch {
		case d.Has(period.YearPrinted) && !d.Period.IsZero() && d.Period.Start.Year < p.Published.Year:
			if from != nil || !r.says(max(0, i-6), i, enFound) {
				return
			}
			from = d
		case d.Has(period.YearRelative) && !d.Period.IsZero():
			to = d.Period.Start.Year
		case d.Has(period.YearPrinted):
			return
		}
	}
	if from != nil {
		gap := to - from.Period.Start.Year
		p.addElapsed(f, from.Period.Start.Year, to, from.Range(), gap, gap+more)
	}
}
