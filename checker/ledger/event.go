package ledger

import (
	"slices"
	"strconv"

	"github.com/hegao/hegao/checker/period"
)

// events declares the events of a file.
func (b *builder) events(f *rawFile) {
	for i := range f.Events {
		raw := &f.Events[i]
		if !raw.Name.set() {
			continue
		}
		if other := slices.IndexFunc(b.Events, func(e *Event) bool { return e.Name == raw.Name.Text }); other >= 0 {
			b.both(raw.Name, say(msgTwice, raw.Name.Text), b.where[b.Events[other]])
			continue
		}
		b.noTruth(raw.Name)
		e := &Event{Name: raw.Name.Text, Aliases: b.texts(raw.Aliases), Discouraged: b.texts(raw.Discouraged), Pos: raw.At}
		b.where[e] = raw.Name
		e.Editions = b.editions(e, raw)
		b.Events = append(b.Events, e)
	}
}

// dated is an edition with the values it was read from.
type dated struct {
	Edition
	raw *rawEdition
}

// editions reads the editions of an event, by their start, and reports those
// that can't both be right.
func (b *builder) editions(e *Event, raw *rawEvent) []Edition {
	var list []dated
	for i := range raw.Editions {
		re := &raw.Editions[i]
		start, ok := parseDate(re.Start.Text)
		if !ok {
			continue // the validator has said so
		}
		ed := dated{Edition{Period: period.Point(start), Cities: b.texts(re.Cities), Pos: re.At}, re}
		ed.N, _ = strconv.Atoi(re.N.Text)
		if re.City.set() {
			ed.Cities = append([]string{re.City.Text}, ed.Cities...)
		}
		if end, ok := parseDate(re.End.Text); ok {
			ed.Period = period.Days(start, end)
			if end.Before(start) {
				b.both(re.End, say(msgOrder, re.Start.Text, re.End.Text), re.Start)
				continue
			}
		}
		list = append(list, ed)
	}
	slices.SortStableFunc(list, func(x, y dated) int { return x.Period.Start.Compare(y.Period.Start) })
	b.compareEditions(e, list)
	editions := make([]Edition, len(list))
	for i, ed := range list {
		editions[i] = ed.Edition
	}
	return editions
}

func (b *builder) compareEditions(e *Event, list []dated) {
	numbered := map[int]*dated{}
	var last *dated
	for i := range list {
		ed := &list[i]
		if i > 0 && !list[i-1].Period.End.Before(ed.Period.Start) {
			b.both(ed.raw.Start, say(msgOverlap, e.Name, list[i-1].Period.String(), ed.Period.String()), list[i-1].raw.Start)
		}
		if ed.N == 0 {
			continue
		}
		if other := numbered[ed.N]; other != nil {
			b.both(ed.raw.N, say(msgEditionTwice, e.Name, ed.raw.N.Text), other.raw.N)
		} else if last != nil && last.N > ed.N {
			b.both(ed.raw.N, say(msgEditionOrder, e.Name, last.raw.N.Text+" "+last.Period.String(), ed.raw.N.Text+" "+ed.Period.String()), last.raw.N)
		}
		numbered[ed.N], last = ed, ed
	}
}
