package ledger

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/period"
)

// key is what two figures of one fact have in common.
type key struct {
	metric   *Metric
	entity   *Entity
	slots    string // the members' names by breakdown
	period   period.Period
	modality string
}

func keyOf(m *Metric, e *Entity, slots []Slot, p period.Period, modality string) key {
	p.Grain = 0
	return key{m, e, slotKey(slots), p, modality}
}

func (f *Figure) key() key { return keyOf(f.Metric, f.Entity, f.Breakdown, f.Period, f.Modality) }

// slotKey joins breakdowns and members, which are in the breakdowns' order.
func slotKey(slots []Slot) string {
	if len(slots) == 0 {
		return ""
	}
	var b strings.Builder
	for _, s := range slots {
		b.WriteString(s.Breakdown.Name + "\x00" + s.Member.Name + "\x00")
	}
	return b.String()
}

func withSlot(slots []Slot, s Slot) []Slot {
	list := append(slices.Clone(slots), s)
	slices.SortFunc(list, func(x, y Slot) int { return strings.Compare(x.Breakdown.Name, y.Breakdown.Name) })
	return list
}

// Describe returns the figure's key in words: entity, metric, breakdown,
// period, parted by " · ".
func (f *Figure) Describe() string {
	var parts []string
	if f.Entity != nil {
		parts = append(parts, f.Entity.Name)
	}
	parts = append(parts, f.Metric.Name)
	for _, s := range f.Breakdown {
		parts = append(parts, s.Member.Name)
	}
	if p := f.Period.String(); p != "" {
		parts = append(parts, p)
	}
	if f.Modality != "actual" {
		parts = append(parts, f.Modality)
	}
	return strings.Join(parts, " · ")
}

// index finds figures without a walk over all of them.
type index struct {
	exact  map[key][]*Figure
	metric map[*Metric][]*Figure
	pair   map[metricEntity][]*Figure
}

type metricEntity struct {
	metric *Metric
	entity *Entity
}

func newIndex(figures []*Figure) index {
	x := index{make(map[key][]*Figure, len(figures)), map[*Metric][]*Figure{}, map[metricEntity][]*Figure{}}
	for _, f := range figures {
		k, p := f.key(), metricEntity{f.Metric, f.Entity}
		x.exact[k] = append(x.exact[k], f)
		x.metric[f.Metric] = append(x.metric[f.Metric], f)
		x.pair[p] = append(x.pair[p], f)
	}
	return x
}

// valued returns the figure of a key that has a value.
func (x *index) valued(k key) *Figure {
	for _, f := range x.exact[k] {
		if f.Value != nil {
			return f
		}
	}
	return nil
}

// Query asks for figures. What is zero isn't asked for.
type Query struct {
	Metric *Metric
	Entity *Entity
	// Slots are the breakdowns asked for. With Whole set and no slots, figures
	// that are broken down don't fit.
	Slots    []Slot
	Whole    bool
	Period   period.Period
	Modality string
}

// SlotName names what a reason is about.
type SlotName string

// The slots of a fact's key.
const (
	SlotEntity    SlotName = "entity"
	SlotBreakdown SlotName = "breakdown"
	SlotPeriod    SlotName = "period"
	SlotModality  SlotName = "modality"
)

// Reason says how one slot of a figure relates to what was asked.
type Reason struct {
	Slot       SlotName
	Fits       bool
	Want, Have string
}

// Match is a figure with how it relates to a query. Slots that weren't asked
// for have no reason.
type Match struct {
	Figure  *Figure
	Reasons []Reason
	Misses  int // reasons that don't fit
}

// Fits reports whether nothing that was asked for differs.
func (m Match) Fits() bool { return m.Misses == 0 }

// Lookup returns the figures of exactly one key: no entity, no breakdown or no
// period means that the figure has none. It takes the same time for any ledger.
func (l *Ledger) Lookup(q Query) []*Figure {
	modality := cmp.Or(q.Modality, "actual")
	return l.index.exact[keyOf(q.Metric, q.Entity, q.Slots, q.Period, modality)]
}

// Of returns all figures of a metric, by file and line.
func (l *Ledger) Of(m *Metric) []*Figure { return l.index.metric[m] }

// Find returns the figures of a metric with how each relates to the query:
// those that fit first, then those that miss least, each by file and line. When
// the ledger has figures of the metric for the entity asked for, those of other
// entities are left out.
func (l *Ledger) Find(q Query) []Match {
	list := l.index.metric[q.Metric]
	if q.Entity != nil {
		if own := l.index.pair[metricEntity{q.Metric, q.Entity}]; len(own) > 0 {
			list = own
		}
	}
	matches := make([]Match, 0, len(list))
	for _, f := range list {
		matches = append(matches, match(f, q))
	}
	slices.SortStableFunc(matches, func(a, b Match) int { return cmp.Compare(a.Misses, b.Misses) })
	return matches
}

// match compares a figure with a query slot by slot.
func match(f *Figure, q Query) Match {
	m := Match{Figure: f}
	say := func(slot SlotName, fits bool, want, have string) {
		m.Reasons = append(m.Reasons, Reason{slot, fits, want, have})
		if !fits {
			m.Misses++
		}
	}
	if q.Entity != nil {
		say(SlotEntity, f.Entity == q.Entity, q.Entity.Name, nameOf(f.Entity))
	}
	if len(q.Slots) > 0 || q.Whole {
		say(SlotBreakdown, slotKey(f.Breakdown) == slotKey(q.Slots), members(q.Slots), members(f.Breakdown))
	}
	if !q.Period.IsZero() {
		say(SlotPeriod, f.Period.Equal(q.Period), q.Period.String(), f.Period.String())
	}
	if q.Modality != "" {
		say(SlotModality, f.Modality == q.Modality, q.Modality, f.Modality)
	}
	return m
}

func nameOf(e *Entity) string {
	if e == nil {
		return ""
	}
	return e.Name
}

func members(slots []Slot) string {
	list := make([]string, len(slots))
	for i, s := range slots {
		list[i] = s.Member.Name
	}
	return strings.Join(list, " · ")
}

// StockOn returns the newest of a stock's figures that isn't after the day:
// what 目前 or "at present" speaks of on that day. Nil for none.
func (l *Ledger) StockOn(m *Metric, e *Entity, slots []Slot, day period.Date) *Figure {
	var best *Figure
	for _, f := range l.index.pair[metricEntity{m, e}] {
		if f.Modality != "actual" || f.Value == nil || f.Period.End.After(day) || slotKey(f.Breakdown) != slotKey(slots) {
			continue
		}
		if best == nil || f.Period.End.After(best.Period.End) {
			best = f
		}
	}
	return best
}
