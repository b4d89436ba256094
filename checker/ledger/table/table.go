// Package table turns tables into ledger entries: a spreadsheet's rows or the
// columns of a statistical yearbook, by a mapping that people write or by what
// the headers say. It reads CSV, XLSX and SDMX-CSV.
//
// Nothing here knows the ledger's own types: what comes out is a Draft, which
// package ledger reads directly or writes as YAML.
package table

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/finding"
)

// Cell is one cell: its text as a reader sees it, without blanks around it, and
// where it stands in the file. In a spreadsheet Line is the row and Column the
// column, both from 1.
type Cell struct {
	Text         string
	Line, Column int
}

// Sheet is one table.
type Sheet struct {
	Name string // of the sheet; empty for a CSV file
	Rows [][]Cell
}

// Mistake is what is wrong with a table or a mapping, with its place.
type Mistake struct {
	File         string
	Line, Column int // 0 where it has no place
	Text         finding.Text
	// Meant is the name that was probably meant; may be empty.
	Meant string
	// Tip says what to write instead; may be zero.
	Tip finding.Text
}

// Message returns the mistake for people in lang, "zh" or "en".
func (m *Mistake) Message(lang string) string {
	var b strings.Builder
	b.WriteString(m.File)
	if m.Line > 0 {
		b.WriteString(":" + strconv.Itoa(m.Line) + ":" + strconv.Itoa(m.Column))
	}
	if m.File != "" {
		b.WriteString(": ")
	}
	b.WriteString(m.Text.In(lang))
	if m.Meant != "" {
		b.WriteString("\n  " + finding.Text{ZH: "是不是想写“" + m.Meant + "”？", EN: "Did you mean “" + m.Meant + "”?"}.In(lang))
	}
	if tip := m.Tip.In(lang); tip != "" {
		b.WriteString("\n  " + tip)
	}
	return b.String()
}

// Error returns the message in English.
func (m *Mistake) Error() string { return m.Message("en") }

// Draft is what a table says, as a ledger would have it. Names appear in the
// order of the table.
type Draft struct {
	Metrics  []Metric
	Entities []string
	Members  []Slot // each member of each breakdown once
	Entries  []Entry
	// Doubtful are entries that a person has to complete or choose between: they
	// are written as comments.
	Doubtful []Entry
	// Skipped counts cells that hold no number (…, -, n/a).
	Skipped int
}

// Metric is a metric that the table speaks of.
type Metric struct {
	Name, Unit, Kind string
	Aliases          []string
}

// Slot is the member of a breakdown.
type Slot struct{ Breakdown, Member string }

// Amount is a value as a ledger writes it, with the cell that it came from.
type Amount struct {
	Text string
	At   Cell
}

// Growth is a rate of growth and what it compares with; 同比 where Basis is
// empty.
type Growth struct {
	Basis string
	Amount
}

// Rank is a place within a scope.
type Rank struct {
	Scope string
	Amount
}

// Entry is one figure.
type Entry struct {
	Metric, Entity, Period      string
	Slots                       []Slot
	Value, Change, Contribution *Amount
	Growth                      []Growth
	Rank, GrowthRank            []Rank
	Status, Modality, Note      string
	Released                    string // ISO 8601: the day on which it came out
	SourceName, SourceDate, URL string
	// Earlier are versions of the fact that came out before, the last one first.
	Earlier []Entry
	At      Cell // the first cell of its row
	// Comment is written behind the entry: where it was read, what was inferred.
	Comment string
}

// empty reports whether an entry says nothing.
func (e *Entry) empty() bool {
	return e.Value == nil && e.Change == nil && e.Contribution == nil && len(e.Growth)+len(e.Rank)+len(e.GrowthRank) == 0
}

// Add appends what another draft says.
func (d *Draft) Add(o *Draft) {
	d.Entries = append(d.Entries, o.Entries...)
	d.Doubtful = append(d.Doubtful, o.Doubtful...)
	d.Skipped += o.Skipped
	for _, m := range o.Metrics {
		if !slices.ContainsFunc(d.Metrics, func(k Metric) bool { return k.Name == m.Name }) {
			d.Metrics = append(d.Metrics, m)
		}
	}
	for _, e := range o.Entities {
		if !slices.Contains(d.Entities, e) {
			d.Entities = append(d.Entities, e)
		}
	}
	for _, s := range o.Members {
		if !slices.Contains(d.Members, s) {
			d.Members = append(d.Members, s)
		}
	}
}

// Complete takes an entry that was doubtful as one that stands, unless there is
// another of its fact.
func (d *Draft) Complete(e Entry) {
	for i := range d.Entries {
		if d.Entries[i].Fact() == e.Fact() {
			d.Doubtful = append(d.Doubtful, e)
			return
		}
	}
	d.Entries = append(d.Entries, e)
	m := Metric{Name: e.Metric}
	d.Add(&Draft{Metrics: []Metric{m}, Members: e.Slots})
	if e.Entity != "" {
		d.Add(&Draft{Entities: []string{e.Entity}})
	}
}

// Fact is what two entries of one fact have in common.
func (e *Entry) Fact() string {
	key := strings.Join([]string{e.Metric, e.Entity, e.Period, e.Modality}, "\x00")
	for _, s := range e.Slots {
		key += "\x00" + s.Breakdown + "\x00" + s.Member
	}
	return key
}
