package ledger

import (
	"slices"
	"sync"

	"github.com/hegao/hegao/checker/ledger/packs"
)

// packFile is how the positions of built-in events name their file.
const packFile = "packs/events.yaml"

// EventsPack is the name of the pack of built-in events.
const EventsPack = "events"

// PackNames lists the packs that a newsroom may choose from.
func PackNames() []string { return []string{EventsPack} }

// builtin is the ledger of events that ships with the program, read on first
// use. That it is sound is a matter of this package's tests.
var builtin = sync.OnceValue(func() *Ledger {
	l, _ := Load([]File{{Name: packFile, Text: packs.Events}}, Options{})
	if l == nil {
		l = &Ledger{}
	}
	return l
})

// WithPacks returns the ledger with the built-in events behind its own. An
// event that the ledger declares under any of the same names takes the place of
// the built-in one. The ledger itself stays as it is; nil counts as empty.
func WithPacks(l *Ledger) *Ledger {
	if l == nil {
		l = &Ledger{}
	}
	own := map[string]bool{}
	for _, e := range l.Events {
		for _, n := range e.names() {
			own[n] = true
		}
	}
	with := *l
	with.Events = slices.Clone(l.Events)
	for _, e := range builtin().Events {
		if !slices.ContainsFunc(e.names(), func(n string) bool { return own[n] }) {
			with.Events = append(with.Events, e)
		}
	}
	return &with
}

// IsBuiltin reports whether a position is in a pack rather than in a ledger of
// the newsroom's.
func (p Pos) IsBuiltin() bool { return p.Line == 0 || p.File == packFile }

func (e *Event) names() []string {
	return slices.Concat([]string{e.Name}, e.Aliases, e.Discouraged)
}
