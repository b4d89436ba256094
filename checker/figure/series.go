package figure

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// seriesKey names what a ledger's figure is of, but for the time.
type seriesKey struct {
	metric *ledger.Metric
	entity *ledger.Entity
	slots  string
}

// valueKey names a value within a series: of the level, or of a growth by its
// basis.
type valueKey struct {
	seriesKey
	facet string
	value string
}

// seriesIndex holds a ledger's figures by what they are of. It takes the same
// time to ask for any size of ledger.
type seriesIndex struct {
	rows     map[seriesKey][]*ledger.Figure // by the end of their period
	values   map[valueKey][]*ledger.Figure
	planned  map[seriesKey][]*ledger.Figure // targets, plans and forecasts
	entities map[*ledger.Metric][]*ledger.Entity
	// only is the one entity that all figures are about, where there is one.
	only *ledger.Entity
	mono bool // there is but one entity, or none
}

// newSeriesIndex gathers the figures of a ledger that say what is, not what is
// planned.
func newSeriesIndex(led *ledger.Ledger) *seriesIndex {
	x := &seriesIndex{rows: map[seriesKey][]*ledger.Figure{}, values: map[valueKey][]*ledger.Figure{},
		entities: map[*ledger.Metric][]*ledger.Entity{}, planned: map[seriesKey][]*ledger.Figure{}, mono: true}
	var plans []*ledger.Figure
	for i, r := range led.Figures {
		if r.Modality != "actual" {
			k := seriesKey{r.Metric, r.Entity, slotsKey(r.Breakdown)}
			x.planned[k] = append(x.planned[k], r)
			plans = append(plans, r)
			continue
		}
		if i == 0 || x.only == nil {
			x.only = r.Entity
		} else if r.Entity != x.only {
			x.mono = false
		}
		k := seriesKey{r.Metric, r.Entity, slotsKey(r.Breakdown)}
		x.rows[k] = append(x.rows[k], r)
		if !slices.Contains(x.entities[r.Metric], r.Entity) {
			x.entities[r.Metric] = append(x.entities[r.Metric], r.Entity)
		}
		if r.Value != nil {
			v := valueKey{k, "", valueWords(&r.Value.Quantity)}
			x.values[v] = append(x.values[v], r)
		}
		for _, g := range r.Growth {
			v := valueKey{k, g.Basis, valueWords(&g.Amount.Quantity)}
			x.values[v] = append(x.values[v], r)
		}
	}
	for _, r := range plans {
		if !slices.Contains(x.entities[r.Metric], r.Entity) {
			x.entities[r.Metric] = append(x.entities[r.Metric], r.Entity) // it has figures, if only planned ones
		}
	}
	for _, rows := range x.rows {
		slices.SortStableFunc(rows, func(a, b *ledger.Figure) int {
			return cmp.Or(a.Period.End.Compare(b.Period.End), a.Period.Start.Compare(b.Period.Start))
		})
	}
	return x
}

func valueWords(q *quantity.Quantity) string { return q.Unit + " " + q.Value.String() }

// slotsKey joins the members of breakdowns in the order of the breakdowns'
// names.
func slotsKey(slots []ledger.Slot) string {
	switch len(slots) {
	case 0:
		return ""
	case 1:
		return slots[0].Breakdown.Name + "\x00" + slots[0].Member.Name
	}
	parts := make([]string, len(slots))
	for i, s := range slots {
		parts[i] = s.Breakdown.Name + "\x00" + s.Member.Name
	}
	slices.Sort(parts)
	return strings.Join(parts, "\x00")
}

// ending returns the rows whose period ends on a day.
func ending(rows []*ledger.Figure, day period.Date) []*ledger.Figure {
	lo, _ := slices.BinarySearchFunc(rows, day, func(r *ledger.Figure, d period.Date) int { return r.Period.End.Compare(d) })
	hi := lo
	for hi < len(rows) && rows[hi].Period.End == day {
		hi++
	}
	return rows[lo:hi]
}

// newest returns the rows of the last day that isn't after the given one and of
// which something was known then; the last of all where the day isn't known.
func newest(rows []*ledger.Figure, day period.Date) []*ledger.Figure {
	if len(rows) == 0 {
		return nil
	}
	if day.IsZero() {
		return ending(rows, rows[len(rows)-1].Period.End)
	}
	n, found := slices.BinarySearchFunc(rows, day, func(r *ledger.Figure, d period.Date) int { return r.Period.End.Compare(d) })
	if !found {
		n--
	}
	for n >= 0 && rows[n].On(day) == nil {
		n--
	}
	if n < 0 {
		return nil
	}
	return ending(rows, rows[n].Period.End)
}
