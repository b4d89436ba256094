package ledger

import (
	"slices"
	"strings"
)

// Several files of one ledger, or ledgers of several desks, may declare a name
// each for itself: what they say is put together. Within one file a name that is
// declared twice is a slip, and two files that contradict each other can't both
// be right.

// entityAgain takes the declaration of an entity that another file declares, too.
func (b *builder) entityAgain(e *Entity, raw *rawEntity) {
	if e.Pos.File == raw.At.File {
		b.both(raw.Name, say(msgTwice, raw.Name.Text), b.where[e])
		return
	}
	e.Aliases = union(e.Aliases, b.texts(raw.Aliases))
	e.Discouraged = union(e.Discouraged, b.texts(raw.Discouraged))
	b.nameEntity(b.names.entities, e, raw)
}

// metricAgain takes the declaration of a metric that another file declares, too.
func (b *builder) metricAgain(m *Metric, raw *rawMetric) {
	if m.Pos.File == raw.At.File {
		b.both(raw.Name, say(msgTwice, raw.Name.Text), b.where[m])
		return
	}
	if raw.Unit.set() {
		u, ok := parseUnit(raw.Unit.Text)
		switch {
		case !ok:
			b.at(raw.Unit, say(msgUnitUnknown, raw.Unit.Text))
		case m.Unit.Text == "":
			m.Unit = u
		case u.Kind != m.Unit.Kind || u.Code != m.Unit.Code:
			b.both(raw.Unit, say(msgTwiceOtherwise, m.Name, raw.Unit.Text, m.Unit.Text), b.where[m])
		}
	}
	if kind := Kind(raw.Kind.Text); kind != Unsaid && m.Kind == Unsaid {
		m.Kind = kind
	} else if kind != Unsaid && kind != m.Kind {
		b.both(raw.Kind, say(msgTwiceOtherwise, m.Name, raw.Kind.Text, string(m.Kind)), b.where[m])
	}
	m.ConstantPrices = m.ConstantPrices || raw.GrowthPrices.Text == "constant"
	m.Aliases = union(m.Aliases, b.aliases(m, raw.Aliases))
	m.Discouraged = union(m.Discouraged, b.aliases(m, raw.Discouraged))
}

// breakdownAgain takes the declaration of a breakdown that another file declares,
// too: its members are put together.
func (b *builder) breakdownAgain(bd *Breakdown, raw *rawBreakdown) {
	if bd.Pos.File == raw.At.File {
		b.both(raw.Name, say(msgTwice, raw.Name.Text), b.where[bd])
		return
	}
	if raw.Partition.set() && truths[strings.ToLower(raw.Partition.Text)] != bd.Partition {
		b.both(raw.Partition, say(msgTwiceOtherwise, bd.Name, "partition: "+raw.Partition.Text, "partition: "+truthWord(bd.Partition)), b.where[bd])
	}
	b.mention(bd, raw)
}

func truthWord(t bool) string {
	if t {
		return "true"
	}
	return "false"
}

// union returns a list with what another one has besides.
func union[T comparable](list, more []T) []T {
	for _, x := range more {
		if !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

// agree reports whether two figures of different files say the same: every
// quantity that both give, and every rank.
func agree(f, g *Figure) bool {
	if f.Pos.File == g.Pos.File {
		return false
	}
	for x, a := range f.facets {
		for y, b := range g.facets {
			if x == y && !sameAmount(&a.Quantity, &b.Quantity) {
				return false
			}
		}
	}
	for _, r := range f.Rank {
		for _, s := range g.Rank {
			if r.Scope == s.Scope && r.Place != s.Place {
				return false
			}
		}
	}
	return true
}
