package edition

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/cue"
)

// candidate is an edition that fits what is printed.
type candidate struct {
	event   *ledger.Event
	edition *ledger.Edition
}

// verdict is what the table says of a mention that it contradicts.
type verdict struct {
	own      *ledger.Edition // the edition as printed; nil where it isn't in the table
	other    candidate       // another event of that number that fits; its event is nil for none
	number   candidate       // the edition of the same event that fits
	severity finding.Severity
}

// againstTable compares a mention with the editions that are known, and reports
// whether it contradicts them.
func againstTable(p *rule.Pass, m *mention) bool {
	s := settingOf(p.Page, p.Ledger, m)
	if s.printed.Len() == 0 || cue.Quoted(p.Page, m.fig.Sentence, m.fig.Range.Start) && !s.adjacent {
		return false
	}
	v, ok := judge(p.Page, p.Ledger, m, &s)
	if ok {
		report(p, m, &s, v)
	}
	return ok
}

// judge decides whether the setting contradicts the edition. Copy speaks of an
// edition before and after it is held, too, so that a date alone proves little:
// the words must say that it was held then, or the number must fit another
// edition just there and then.
func judge(p *figure.Page, led *ledger.Ledger, m *mention, s *setting) (v verdict, ok bool) {
	v.own = numbered(m.event, m.n)
	if v.own == nil && !numbers(m.event) || v.own != nil && s.fits(v.own) {
		return v, false
	}
	words, _ := cue.Clause(p, m.fig.Sentence, m.fig.Range.Cover(m.name))
	v.number = s.sameEvent(m)
	held := cue.In(words, cue.Held)
	// A day on which another edition was held, or is to begin, leaves no doubt.
	during := s.day && v.number.event != nil && !s.inherited
	if cue.In(words, cue.Next) || cue.In(words, cue.Branch) && !(during && held) {
		return v, false
	}
	if s.month {
		v.other = s.otherEvent(led, m)
	}
	held = held || during || s.month && v.number.event != nil && v.own != nil && strings.HasPrefix(p.Text[m.name.End:], "上，")
	sameYear := v.own != nil && v.own.Period.Start.Year == s.when.Start.Year
	v.severity = finding.Error
	switch {
	case v.other.event != nil && s.city != "":
	case v.other.event != nil && v.number.event == nil && !s.inherited && held:
	case s.inherited:
		return v, false
	case sameYear:
		// Only the month is off; it may be that of a preparation.
		v.severity = finding.Warning
		return v, held && s.month && !s.adjacent && !adjoins(v.own.Period, s.when)
	case v.number.event != nil && (s.adjacent || held):
	case v.other.event != nil && held:
		v.severity = finding.Warning
	default:
		return v, false
	}
	return v, true
}

// fits reports whether an edition was held when and where the copy says.
func (s *setting) fits(e *ledger.Edition) bool {
	return e.Period.Overlaps(s.when) && (s.city == "" || len(e.Cities) == 0 || slices.Contains(e.Cities, s.city) || !s.month)
}

// sameEvent returns the numbered edition of the mention's event that fits.
func (s *setting) sameEvent(m *mention) (c candidate) {
	for i := range m.event.Editions {
		e := &m.event.Editions[i]
		if e.N == 0 || !s.fits(e) {
			continue
		}
		if c.event != nil {
			return candidate{} // two a year: the copy doesn't say which
		}
		c = candidate{m.event, e}
	}
	return c
}

// otherEvent returns the edition of another event that has the printed number
// and fits; none where several do.
func (s *setting) otherEvent(led *ledger.Ledger, m *mention) (c candidate) {
	for _, event := range led.Events {
		if event == m.event {
			continue
		}
		if e := numbered(event, m.n); e != nil && s.fits(e) {
			if c.event != nil {
				return candidate{}
			}
			c = candidate{event, e}
		}
	}
	return c
}

// numbered returns the n-th edition of an event, or nil.
func numbered(e *ledger.Event, n int) *ledger.Edition {
	for i := range e.Editions {
		if e.Editions[i].N == n {
			return &e.Editions[i]
		}
	}
	return nil
}

// numbers reports whether the table numbers any edition of an event.
func numbers(e *ledger.Event) bool {
	return slices.ContainsFunc(e.Editions, func(x ledger.Edition) bool { return x.N > 0 })
}

// adjoins reports whether two spans are less than a month and a half apart.
func adjoins(a, b period.Period) bool {
	const days = 45
	return b.Start.Serial()-a.End.Serial() < days && a.Start.Serial()-b.End.Serial() < days
}
