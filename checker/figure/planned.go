package figure

import "github.com/hegao/hegao/checker/quantity"

// plannedEntry looks for a plan, a target or a forecast of the ledger that has the
// very value and period of what the copy states as a fact, where the ledger has
// nothing of how it came out.
func (l *looker) plannedEntry(f *Figure, key seriesKey, inferred int) (Entry, bool) {
	if inferred > 0 || f.PeriodOrigin < Inherited || f.Hedge != quantity.None || f.Modality != Asserted {
		return Entry{}, false
	}
	for _, r := range l.x.planned[key] {
		a := facet(f, r)
		if a == nil || !f.Period.Equal(r.Period) {
			continue
		}
		if fits, ok := fitsAmount(f, &a.Quantity); ok && fits && a.Quantity.Hedge == quantity.None {
			return Entry{Fig: f.Index, Kind: OnlyPlanned, Row: r, Amount: a}, true
		}
	}
	return Entry{}, false
}
