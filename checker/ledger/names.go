package ledger

import (
	"cmp"
	"slices"
	"sync"

	"github.com/hegao/hegao/checker/ledger/packs"
)

// NameKind says what a name stands for.
type NameKind uint8

// The kinds of name.
const (
	MetricName NameKind = iota
	EntityName
	MemberName
	EventName
	TermName
	ConstantName
)

// Name is one name with what it stands for; exactly one of the pointers is set,
// for a member both Member and Breakdown.
type Name struct {
	Text        string
	Kind        NameKind
	Discouraged bool // a wrong name, to be recognised and reported
	Alias       bool // not the name that the ledger gives first
	// Only is the one entity that the name holds for; nil for all.
	Only *Entity

	Metric    *Metric
	Entity    *Entity // an entity, or the member of a breakdown
	Breakdown *Breakdown
	Event     *Event
	Term      *Term
	Constant  *Constant
}

// Canonical returns the name that the ledger gives first.
func (n Name) Canonical() string {
	switch n.Kind {
	case MetricName:
		return n.Metric.Name
	case EntityName, MemberName:
		return n.Entity.Name
	case EventName:
		return n.Event.Name
	case TermName:
		return n.Term.Name
	default:
		return n.Constant.Name
	}
}

// Pos returns where what the name stands for is declared; without a line for
// what is built in.
func (n Name) Pos() Pos {
	switch n.Kind {
	case MetricName:
		return n.Metric.Pos
	case EntityName, MemberName:
		return n.Entity.Pos
	case EventName:
		return n.Event.Pos
	case TermName:
		return n.Term.Pos
	default:
		return n.Constant.Pos
	}
}

// Names lists every name of the ledger: by text, then kind, then position. The
// entities of the built-in packs aren't among them; the lexicon knows those.
func (l *Ledger) Names() []Name {
	var list []Name
	add := func(n Name, first string, aliases, discouraged []string) {
		n.Text = first
		list = append(list, n)
		n.Alias = true
		for _, n.Text = range aliases {
			list = append(list, n)
		}
		n.Discouraged = true
		for _, n.Text = range discouraged {
			list = append(list, n)
		}
	}
	for _, m := range l.Metrics {
		add(Name{Kind: MetricName, Metric: m}, m.Name, nil, nil)
		for _, a := range m.Aliases {
			list = append(list, Name{Text: a.Name, Kind: MetricName, Metric: m, Alias: true, Only: a.Entity})
		}
		for _, a := range m.Discouraged {
			list = append(list, Name{Text: a.Name, Kind: MetricName, Metric: m, Alias: true, Discouraged: true, Only: a.Entity})
		}
	}
	for _, e := range l.Entities {
		add(Name{Kind: EntityName, Entity: e}, e.Name, e.Aliases, e.Discouraged)
	}
	for _, b := range l.Breakdowns {
		for _, e := range b.Members {
			add(Name{Kind: MemberName, Entity: e, Breakdown: b}, e.Name, e.Aliases, e.Discouraged)
		}
	}
	for _, e := range l.Events {
		add(Name{Kind: EventName, Event: e}, e.Name, e.Aliases, e.Discouraged)
	}
	for _, t := range l.Terms {
		add(Name{Kind: TermName, Term: t}, t.Name, t.Aliases, t.Discouraged)
	}
	for _, c := range l.Constants {
		add(Name{Kind: ConstantName, Constant: c}, c.Name, nil, nil)
	}
	slices.SortStableFunc(list, func(a, b Name) int {
		return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.Kind, b.Kind))
	})
	return list
}

// names finds what a name stands for.
type names struct {
	metrics    map[string][]Name
	entities   map[string]*Entity
	breakdowns map[string]*Breakdown
	members    map[*Breakdown]map[string]*Entity
}

// Metric returns the metric of that name or alias, for the entity where an
// alias holds for one only; nil for none.
func (l *Ledger) Metric(name string, of *Entity) *Metric { return l.names.metric(name, of) }

func (ns *names) metric(name string, of *Entity) *Metric {
	var any *Metric
	for _, n := range ns.metrics[name] {
		if n.Only != nil && n.Only == of {
			return n.Metric
		}
		if n.Only == nil {
			any = n.Metric
		}
	}
	return any
}

// Entity returns the entity of that name or alias, of the ledger or else of the
// built-in places; nil for none.
func (l *Ledger) Entity(name string) *Entity { return l.names.entity(name) }

func (ns *names) entity(name string) *Entity {
	if e := ns.entities[name]; e != nil {
		return e
	}
	e := places().byName[name]
	if e != nil {
		if own := ns.entities[e.Name]; own != nil {
			return own // the ledger's own, by an alias that only the pack knows
		}
	}
	return e
}

// BreakdownOf returns the breakdown of that name; nil for none.
func (l *Ledger) BreakdownOf(name string) *Breakdown { return l.names.breakdowns[name] }

type gazetteer struct {
	list   []*Entity
	byName map[string]*Entity
}

// places are the built-in countries, regions, provinces and cities, made on
// first use.
var places = sync.OnceValue(func() gazetteer {
	regions := packs.Regions()
	g := gazetteer{make([]*Entity, len(regions)), make(map[string]*Entity, 2*len(regions))}
	for i, r := range regions {
		e := &Entity{Name: r.Name, Aliases: r.Aliases, Kind: r.Kind, Pos: Pos{File: "regions.tsv"}}
		g.list[i] = e
		if g.byName[r.Name] == nil {
			g.byName[r.Name] = e
		}
	}
	for i, r := range regions {
		for _, w := range r.Within {
			if of := g.byName[w]; of != nil {
				g.list[i].Within = append(g.list[i].Within, of)
			}
		}
	}
	for _, e := range g.list {
		for _, a := range e.Aliases {
			if g.byName[a] == nil {
				g.byName[a] = e
			}
		}
	}
	return g
})
