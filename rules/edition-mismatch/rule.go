// Package edition checks the editions of events: against the year, month and
// city that the copy prints with them, and against each other.
package edition

import (
	_ "embed"
	"sort"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

//go:embed doc.md
var page string

// Rule reports editions that don't fit what is printed with them.
var Rule = rule.New(page, finding.Events, run, "EVT-01", "EVT-02", "EVT-03", "EVT-06")

// mention is one edition of an event, as printed.
type mention struct {
	fig   *figure.Figure
	n     int
	event *ledger.Event // nil where neither the ledger nor a pack knows it
	name  source.Range  // of the event; empty where it isn't known
}

func run(p *rule.Pass) {
	reckoned(p)
	mentions := collect(p.Page)
	if len(mentions) == 0 {
		return
	}
	found := map[int]bool{} // by figure: one finding is enough
	for i := range mentions {
		if m := &mentions[i]; m.event != nil && (againstTable(p, m) || againstNewest(p, m)) {
			found[m.fig.Index] = true
		}
	}
	repeats(p, mentions, found)
}

// maxEdition is the highest number that an edition is believed to have.
const maxEdition = 400

// collect returns the editions of a page in reading order.
func collect(p *figure.Page) []mention {
	var list []mention
	for i := range p.Figures {
		f := &p.Figures[i]
		if f.Kind != quantity.Edition && f.Kind != quantity.Ordinal && f.Kind != quantity.Rank {
			continue
		}
		n, ok := f.Value.Int64()
		if !ok || n < 1 || n > maxEdition {
			continue
		}
		m := mention{fig: f, n: int(n)}
		m.event, m.name = eventBehind(p, f.Range.End)
		if m.event != nil || f.Kind == quantity.Edition {
			list = append(list, m)
		}
	}
	return list
}

// eventBehind returns the event whose name begins at an offset, or behind an
// opening mark there.
func eventBehind(p *figure.Page, at int) (*ledger.Event, source.Range) {
	for _, mark := range [...]string{" ", "“", "《", "edition of the "} {
		if strings.HasPrefix(p.Text[at:], mark) {
			at += len(mark)
		}
	}
	i := sort.Search(len(p.Names), func(i int) bool { return p.Names[i].Range.Start >= at })
	if i == len(p.Names) || p.Names[i].Range.Start != at {
		return nil, source.Range{}
	}
	return eventOf(p, i), p.Names[i].Range
}

// eventOf returns the event that the i-th name stands for, or nil.
func eventOf(p *figure.Page, i int) *ledger.Event {
	for _, n := range p.Meanings(&p.Names[i]) {
		if n.Kind == ledger.EventName {
			return n.Event
		}
	}
	return nil
}
