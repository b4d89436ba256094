package ledger

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
)

type textOf = finding.Text

// figure resolves one row; nil when it can't be used.
func (b *builder) figure(raw *rawFigure, def *rawDefaults) *Figure {
	entity := or(raw.Entity, def.Entity)
	f := &Figure{Entity: b.entity(entity, msgUnknownEntity), Note: raw.Note.Text, Pos: raw.At,
		Modality: or(raw.Modality, def.Modality).Text, Status: or(raw.Status, def.Status).Text}
	f.Metric = b.metric(raw.Metric, f.Entity)
	if f.Modality == "" {
		f.Modality = "actual"
	}
	if f.Status == "" {
		f.Status = "final"
	}
	f.Released, _ = parseDate(or(raw.Released, def.Released).Text)
	f.Source = b.source(raw.Source)
	if f.Source == (Source{}) {
		f.Source = b.source(def.Source)
	}
	f.Breakdown = b.slots(raw.Rest, def.Rest)
	b.period(f, raw, def)
	if f.Metric == nil {
		return nil
	}
	f.Value = b.amount(raw.Value, f.Metric.Unit, f.Metric)
	f.Change = b.change(raw.Change, f.Metric)
	f.Contribution = b.contribution(raw.Contribution)
	f.Growth = b.growth(raw.Growth, f.Metric)
	f.Rank, f.GrowthRank = b.ranks(raw.Rank), b.ranks(raw.GrowthRank)
	for i := range raw.Replaced {
		f.Replaced = append(f.Replaced, b.version(&raw.Replaced[i], f))
	}
	return f
}

func or(a, b scalar) scalar {
	if a.set() {
		return a
	}
	return b
}

// period reads a figure's own period, or the default.
func (b *builder) period(f *Figure, raw *rawFigure, def *rawDefaults) {
	s, own := raw.Period, true
	if !s.set() {
		s, own = def.Period, false
	}
	if !s.set() {
		b.add(raw.At, 1, say(msgMissing, "period"))
		return
	}
	p, wrong := parsePeriod(s, f.Metric)
	switch {
	case wrong == nil:
		f.Period = p
	case own:
		b.at(s, *wrong)
	default:
		b.both(raw.Metric, *wrong, s)
	}
}

// slots resolves the keys of a figure that name breakdowns.
func (b *builder) slots(own, def []pair) []Slot {
	var slots []Slot
	for _, p := range slices.Concat(own, def) {
		bd := b.names.breakdowns[p.Key.Text]
		if bd == nil {
			b.at(p.Key, say(msgUnknownKey, p.Key.Text)).Meant = b.suggest("figure", p.Key.Text, b.figureKeys)
			continue
		}
		if slices.ContainsFunc(slots, func(s Slot) bool { return s.Breakdown == bd }) {
			continue // the figure's own comes first
		}
		if m := b.member(bd, p.Value); m != nil {
			slots = append(slots, Slot{bd, m})
		}
	}
	slices.SortFunc(slots, func(x, y Slot) int { return strings.Compare(x.Breakdown.Name, y.Breakdown.Name) })
	return slots
}

func (b *builder) figureKeys() []string {
	return append(slices.Clone(shapeOf(figureType).keys), keysOf(b.names.breakdowns)...)
}

func (b *builder) member(bd *Breakdown, s scalar) *Entity {
	if e := b.names.members[bd][s.Text]; e != nil {
		return e
	}
	if e := b.names.entity(s.Text); e != nil {
		return e
	}
	b.at(s, say(msgUnknownMember, s.Text, bd.Name)).Meant = b.suggest("member "+bd.Name, s.Text, func() []string {
		return append(keysOf(b.names.members[bd]), b.entityNames()...)
	})
	return nil
}

// amount reads a value and checks it against the unit of the metric.
func (b *builder) amount(s scalar, unit Unit, m *Metric) *Amount {
	if !s.set() {
		return nil
	}
	a, ok := parseAmount(s, unit)
	if !ok {
		b.at(s, say(msgValue, s.Text))
		return nil
	}
	if m == nil {
		return a
	}
	if !unit.fits(a.Quantity) {
		b.at(s, say(msgUnitDiffers, m.Name, unit.Text, unitName(a)))
	} else if m.Kind == Rated && unit.Text == "" && !slices.Contains(rateKinds, kindOf(a.Quantity)) {
		b.at(s, say(msgUnitDiffers, m.Name, "%", unitName(a)))
	}
	return a
}

func kindOf(q quantity.Quantity) quantity.Kind {
	if q.Kind == quantity.Range {
		return q.PartKind
	}
	return q.Kind
}

// unitName returns the unit as an amount prints it.
func unitName(a *Amount) string {
	q := a.Quantity
	if r := q.UnitRange; r.Len() > 0 && 0 <= r.Start && r.End <= len(a.Text) {
		return a.Text[r.Start:r.End]
	}
	if q.Unit != "" {
		return q.Unit
	}
	return kindOf(q).String()
}

// change reads a change of level: in the metric's unit, or in points for a rate.
func (b *builder) change(s scalar, m *Metric) *Amount {
	a := b.amount(s, m.Unit, nil)
	if a != nil && kindOf(a.Quantity) != quantity.Point && !m.Unit.fits(a.Quantity) {
		b.at(s, say(msgUnitDiffers, m.Name, m.Unit.Text, unitName(a)))
	}
	return a
}

func (b *builder) contribution(s scalar) *Amount {
	a := b.amount(s, Unit{}, nil)
	if a == nil {
		return nil
	}
	if k := kindOf(a.Quantity); k != quantity.Point && k != quantity.Percent {
		b.at(s, say(msgContribution, s.Text))
	}
	return a
}

func (b *builder) growth(raw []pair, m *Metric) []Growth {
	var list []Growth
	for _, p := range raw {
		basis, ok := parseBasis(p.Key.Text)
		if !ok {
			b.at(p.Key, say(msgUnknownBasis, p.Key.Text))
			continue
		}
		a, wrong := parseGrowth(p.Value, m)
		if wrong != nil {
			b.at(p.Value, *wrong)
			continue
		}
		list = append(list, Growth{basis, *a})
	}
	return list
}

func (b *builder) ranks(raw []pair) []Rank {
	var list []Rank
	for _, p := range raw {
		n, ok := parseRank(p.Value.Text)
		if !ok {
			b.at(p.Value, say(msgRank, p.Value.Text))
			continue
		}
		if !p.Key.set() {
			b.at(p.Value, say(msgRankScope, p.Value.Text))
			continue
		}
		if scope := b.entity(p.Key, msgUnknownScope); scope != nil {
			list = append(list, Rank{scope, n, p.Value.Pos})
		}
	}
	return list
}

func (b *builder) version(raw *rawVersion, of *Figure) Version {
	m := of.Metric
	d, _ := parseDate(raw.AsOf.Text)
	released, _ := parseDate(raw.Released.Text)
	if !of.Released.IsZero() && !released.IsZero() && !released.Before(of.Released) {
		b.at(raw.Released, say(msgReleasedOrder, dateWords(released), dateWords(of.Released)))
	}
	return Version{Value: b.amount(raw.Value, m.Unit, m), Change: b.change(raw.Change, m),
		Contribution: b.contribution(raw.Contribution), Growth: b.growth(raw.Growth, m), AsOf: d, Released: released, Pos: raw.At}
}
