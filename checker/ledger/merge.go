package ledger

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/hegao/hegao/checker/ledger/table"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source/excerpt"
)

// Merged says what merging a draft into a ledger file did.
type Merged struct {
	Text             string
	Added, Same      int
	Changed          []Changed
	Metrics, Members int // newly declared
}

// Changed is a quantity that the draft has another value for than the file.
type Changed struct {
	Figure   *Figure
	Key      string // value, growth, growth.环比, change, contribution
	Old, New string
}

// Merge puts a draft into a ledger file: new figures behind the ones that are
// there, changed ones in their place with the old value kept under replaced.
// Everything else of the file stays byte for byte: comments, order, style. The
// file must have been read as part of led.
func Merge(led *Ledger, file File, d *table.Draft, o WriteOptions) (*Merged, *table.Mistake) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(file.Text), &doc); err != nil || len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, &table.Mistake{File: file.Name, Line: 1, Column: 1, Text: msgYAMLOnly}
	}
	m := &merger{led: led, name: file.Name, text: file.Text, lines: excerpt.New(file.Text), root: doc.Content[0], out: &Merged{}}
	if as := child(m.root, "as_of"); as != nil {
		m.asOf = as.Value
	}
	own := m.defaults()
	fresh := &table.Draft{Metrics: d.Metrics, Entities: d.Entities, Members: d.Members}
	for i := range d.Entries {
		if e := &d.Entries[i]; !m.update(e) {
			fresh.Entries = append(fresh.Entries, *e)
		}
	}
	o.Known = led
	m.out.Added = len(fresh.Entries)
	metrics, breakdowns := metricLines(fresh, led), breakdownLines(fresh, led)
	m.out.Metrics, m.out.Members = len(metrics), len(breakdowns)
	m.append("entities", entityLines(fresh, led))
	m.append("metrics", metrics)
	m.breakdowns(fresh, breakdowns)
	m.append("figures", figureLines(fresh, own))
	if m.wrong != nil {
		return nil, m.wrong
	}
	m.out.Text = m.apply()
	return m.out, nil
}

type edit struct {
	at, end int
	text    string
}

type merger struct {
	led   *Ledger
	name  string
	text  string
	lines *excerpt.Lines
	root  *yaml.Node
	asOf  string
	flow  map[int]bool // where scalars of flow style begin
	edits []edit
	out   *Merged
	wrong *table.Mistake
}

// defaults returns what the file's defaults say, which new figures leave out.
func (m *merger) defaults() (s shared) {
	def := child(m.root, "defaults")
	if def == nil {
		return s
	}
	get := func(n *yaml.Node, key string) string {
		if v := child(n, key); v != nil {
			return v.Value
		}
		return ""
	}
	s = shared{entity: get(def, "entity"), period: get(def, "period"), modality: get(def, "modality"), released: get(def, "released")}
	if src := child(def, "source"); src != nil && src.Kind == yaml.MappingNode {
		s.sourceName, s.sourceDate, s.url = get(src, "name"), get(src, "date"), get(src, "url")
	}
	return s
}

// find returns the file's figure that an entry is of, nil for none.
func (m *merger) find(e *table.Entry) *Figure {
	entity := m.led.Entity(e.Entity)
	metric := m.led.Metric(e.Metric, entity)
	p, err := period.ParseISO(e.Period)
	if metric == nil || err != nil || e.Entity != "" && entity == nil {
		return nil
	}
	var slots []Slot
	for _, s := range e.Slots {
		bd := m.led.BreakdownOf(s.Breakdown)
		member := m.led.names.members[bd][s.Member]
		if member == nil {
			member = m.led.Entity(s.Member)
		}
		if bd == nil || member == nil {
			return nil
		}
		slots = append(slots, Slot{bd, member})
	}
	slices.SortFunc(slots, func(x, y Slot) int { return strings.Compare(x.Breakdown.Name, y.Breakdown.Name) })
	modality := e.Modality
	if modality == "" {
		modality = "actual"
	}
	for _, f := range m.led.index.pair[metricEntity{metric, entity}] {
		if f.Pos.File == m.name && f.Period.Equal(p) && f.Modality == modality && slotKey(f.Breakdown) == slotKey(slots) {
			return f
		}
	}
	return nil
}

// update brings the file's figure up to the entry; false where there is none.
func (m *merger) update(e *table.Entry) bool {
	f := m.find(e)
	if f == nil {
		return false
	}
	before := len(m.out.Changed)
	var versions []string
	if e.Released != "" && e.Released < dateWords(f.Released) {
		versions = m.earlier(f, e, versions)
		for i := range e.Earlier {
			versions = m.earlier(f, &e.Earlier[i], versions)
		}
		m.keep(f, versions)
		if len(m.out.Changed) == before {
			m.out.Same++
		}
		return true
	}
	old := map[string]string{}
	for _, q := range amounts(e) {
		have := map[string]*Amount{"value": f.Value, "change": f.Change, "contribution": f.Contribution}[q.key]
		m.quantity(f, q.key, have, q.amount.Text, f.Metric.Unit, old)
	}
	for _, g := range e.Growth {
		basis, _ := parseBasis(g.Basis)
		var have *Amount
		for i := range f.Growth {
			if f.Growth[i].Basis == basis {
				have = &f.Growth[i].Amount
			}
		}
		key := "growth"
		if basis != "同比" {
			key += "." + basis
		}
		m.quantity(f, key, have, g.Text, Unit{Text: "%"}, old)
	}
	if len(old) > 0 {
		versions = m.replacedBy(f, old, versions)
	}
	m.release(f, e.Released, len(m.out.Changed) > before)
	for i := range e.Earlier {
		versions = m.earlier(f, &e.Earlier[i], versions)
	}
	m.keep(f, versions)
	if len(m.out.Changed) == before {
		m.out.Same++
	}
	return true
}

// quantity replaces one quantity of a figure, or adds it.
func (m *merger) quantity(f *Figure, key string, have *Amount, text string, unit Unit, old map[string]string) {
	a, ok := parseAmount(scalar{Text: text}, unit)
	if !ok {
		return
	}
	if have == nil {
		m.insert(f, key, text)
		m.out.Changed = append(m.out.Changed, Changed{f, key, "", text})
		return
	}
	if sameAmount(&have.Quantity, &a.Quantity) {
		return
	}
	at, end := m.token(have.Pos)
	m.edits = append(m.edits, edit{at, end, quoted(text)})
	m.out.Changed = append(m.out.Changed, Changed{f, key, have.Text, text})
	old[key] = have.Text
}

// sameAmount reports whether two amounts are one number printed to one place.
func sameAmount(a, b *quantity.Quantity) bool {
	return a.Value.Cmp(b.Value) == 0 && a.Place == b.Place && a.Unit == b.Unit && a.Hedge == b.Hedge
}

// token returns where the scalar at a position begins and ends in the file.
func (m *merger) token(p Pos) (at, end int) {
	at = m.offset(p.Line, p.Column)
	rest := m.text[at:]
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		for i := 1; i < len(rest); i++ {
			switch {
			case rest[i] == '\\' && rest[0] == '"':
				i++
			case rest[i] == rest[0] && i+1 < len(rest) && rest[i+1] == '\'' && rest[0] == '\'':
				i++
			case rest[i] == rest[0]:
				return at, at + i + 1
			}
		}
	}
	flow := m.inFlow(at)
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		if c == '\n' || c == '\r' || flow && (c == '}' || c == ']' || c == ',' && i+1 < len(rest) && (rest[i+1] == ' ' || rest[i+1] == '\n')) ||
			c == '#' && i > 0 && rest[i-1] == ' ' {
			return at, at + len(strings.TrimRight(rest[:i], " \t"))
		}
	}
	return at, at + len(strings.TrimRight(rest, " \t"))
}

// inFlow reports whether the scalar that begins at an offset lies in a mapping
// or a list of flow style.
func (m *merger) inFlow(at int) bool {
	if m.flow == nil {
		m.flow = map[int]bool{}
		m.noteFlow(m.root, false)
	}
	return m.flow[at]
}

func (m *merger) noteFlow(n *yaml.Node, flow bool) {
	if flow = flow || n.Style&yaml.FlowStyle != 0; !flow && n.Kind == yaml.ScalarNode {
		return
	}
	for _, c := range n.Content {
		if c.Kind != yaml.ScalarNode {
			m.noteFlow(c, flow)
		} else if flow {
			m.flow[m.offset(c.Line, c.Column)] = true
		}
	}
}

func (m *merger) offset(line, column int) int { return m.lines.Offset(line, column) }

// record returns the node of a figure.
func (m *merger) record(f *Figure) *yaml.Node {
	figures := child(m.root, "figures")
	if figures == nil {
		return nil
	}
	for _, n := range figures.Content {
		if n = follow(n); n.Line == f.Pos.Line && n.Column == f.Pos.Column {
			return n
		}
	}
	return nil
}
