package table

import (
	"slices"
	"strings"
)

// Revise puts entries of one fact together that came out on different days, as
// tables of revised series have them: the last one stands, those before it become
// its earlier versions. One that says again what the version before it said adds
// nothing: the value was known from that day on.
func (d *Draft) Revise() {
	last := map[string]string{} // the fact's last day
	for i := range d.Entries {
		if e := &d.Entries[i]; e.Released > last[e.Fact()] {
			last[e.Fact()] = e.Released
		}
	}
	at := map[string]int{} // the fact's first entry of its last day
	earlier := map[string][]Entry{}
	kept := d.Entries[:0:0]
	for i := range d.Entries {
		e := &d.Entries[i]
		fact := e.Fact()
		if e.Released != "" && e.Released != last[fact] {
			earlier[fact] = append(earlier[fact], *e)
			continue
		}
		if _, known := at[fact]; !known && e.Released != "" {
			at[fact] = len(kept)
		}
		kept = append(kept, *e)
	}
	if len(earlier) == 0 {
		return
	}
	d.Entries = kept
	for fact, list := range earlier {
		slices.SortStableFunc(list, func(x, y Entry) int { return strings.Compare(y.Released, x.Released) })
		d.Entries[at[fact]].follow(list)
	}
}

// follow gives an entry its earlier versions, the last one first.
func (e *Entry) follow(list []Entry) {
	newer := e
	for i := range list {
		if list[i].says() == newer.says() {
			newer.Released = list[i].Released
			continue
		}
		e.Earlier = append(e.Earlier, list[i])
		newer = &e.Earlier[len(e.Earlier)-1]
	}
}

// says returns the quantities of an entry as one text.
func (e *Entry) says() string {
	var b strings.Builder
	for _, a := range []*Amount{e.Value, e.Change, e.Contribution} {
		if a != nil {
			b.WriteString(a.Text)
		}
		b.WriteByte(0)
	}
	for _, g := range e.Growth {
		b.WriteString(g.Basis + "\x01" + g.Text + "\x00")
	}
	return b.String()
}
