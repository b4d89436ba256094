package ledger

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/hegao/hegao/checker/ledger/table"
)

// ownKeys reports whether a table's header is in the ledger's own keys: it has
// a metric column and one of a figure's quantities. Every other table is read
// by what its headers say.
func ownKeys(text string) bool {
	head, _, _ := strings.Cut(text, "\n")
	var names []string
	for name := range strings.FieldsFuncSeq(head, func(r rune) bool { return r == ',' || r == ';' || r == '\t' || r == '"' || r == '\r' }) {
		key, _, _ := strings.Cut(strings.TrimSpace(name), ".")
		names = append(names, key)
	}
	if !slices.Contains(names, "metric") {
		return false
	}
	return slices.ContainsFunc(names, func(n string) bool {
		return slices.Contains([]string{"value", "growth", "change", "contribution", "rank", "growth_rank"}, n)
	})
}

func (r *fileReader) wrongTable(m *table.Mistake) {
	r.broken = true
	r.add(Pos{r.name, max(m.Line, 1), max(m.Column, 1)}, 1, m.Text).Meant = m.Meant
}

// readSheet reads a table by what its headers say. The names in it declare
// themselves, unless another file of the ledger does.
func (r *fileReader) readSheet(s *table.Sheet) []*rawFile {
	d, wrong := table.Read(r.name, s, nil)
	if wrong != nil {
		r.wrongTable(wrong)
		return nil
	}
	raw := r.readDocument(draftNode(d), true)
	if raw == nil {
		return nil
	}
	return []*rawFile{raw}
}

// draftNode returns a draft as the document that it stands for, each value at
// the cell that it came from.
func draftNode(d *table.Draft) *yaml.Node {
	figures := sequence()
	for i := range d.Entries {
		figures.Content = append(figures.Content, entryNode(&d.Entries[i]))
	}
	root := mapping(1, 1)
	put(root, "hegao", "ledger/v1", table.Cell{Line: 1, Column: 1})
	start := table.Cell{Line: 1, Column: 1}
	entities, metrics := sequence(), sequence()
	for _, e := range d.Entities {
		n := mapping(1, 1)
		put(n, "name", e, start)
		entities.Content = append(entities.Content, n)
	}
	for _, m := range d.Metrics {
		n := mapping(1, 1)
		put(n, "name", m.Name, start)
		put(n, "unit", m.Unit, start)
		put(n, "kind", m.Kind, start)
		metrics.Content = append(metrics.Content, n)
	}
	for _, part := range []struct {
		key  string
		list *yaml.Node
	}{{"entities", entities}, {"metrics", metrics}, {"breakdowns", breakdownNodes(d)}, {"figures", figures}} {
		if len(part.list.Content) > 0 {
			root.Content = append(root.Content, word(part.key, 1, 1), part.list)
		}
	}
	return root
}

func breakdownNodes(d *table.Draft) *yaml.Node {
	list := sequence()
	members := map[string]*yaml.Node{}
	for _, s := range d.Members {
		if members[s.Breakdown] == nil {
			members[s.Breakdown] = sequence()
			n := mapping(1, 1)
			put(n, "name", s.Breakdown, table.Cell{Line: 1, Column: 1})
			n.Content = append(n.Content, word("members", 1, 1), members[s.Breakdown])
			list.Content = append(list.Content, n)
		}
		members[s.Breakdown].Content = append(members[s.Breakdown].Content, word(s.Member, 1, 1))
	}
	return list
}

func sequence() *yaml.Node { return &yaml.Node{Kind: yaml.SequenceNode, Line: 1, Column: 1} }

func mapping(line, column int) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Line: line, Column: column}
}

// put adds a key with its value, if there is one.
func put(n *yaml.Node, key, value string, at table.Cell) {
	if value != "" {
		n.Content = append(n.Content, word(key, at.Line, at.Column), word(value, at.Line, at.Column))
	}
}

func entryNode(e *table.Entry) *yaml.Node {
	n := mapping(e.At.Line, e.At.Column)
	put(n, "metric", e.Metric, e.At)
	put(n, "entity", e.Entity, e.At)
	for _, s := range e.Slots {
		put(n, s.Breakdown, s.Member, e.At)
	}
	put(n, "period", e.Period, e.At)
	for _, q := range []struct {
		key string
		a   *table.Amount
	}{{"value", e.Value}, {"change", e.Change}, {"contribution", e.Contribution}} {
		if q.a != nil {
			put(n, q.key, q.a.Text, q.a.At)
		}
	}
	nested := func(key string, inner []string, as []table.Amount) {
		if len(as) == 0 {
			return
		}
		m := mapping(as[0].At.Line, as[0].At.Column)
		for i, a := range as {
			put(m, inner[i], a.Text, a.At)
		}
		n.Content = append(n.Content, word(key, as[0].At.Line, as[0].At.Column), m)
	}
	var bases, scopes, growthScopes []string
	var growths, ranks, growthRanks []table.Amount
	for _, g := range e.Growth {
		basis := g.Basis
		if basis == "" {
			basis = "同比"
		}
		bases, growths = append(bases, basis), append(growths, g.Amount)
	}
	for _, k := range e.Rank {
		scopes, ranks = append(scopes, k.Scope), append(ranks, k.Amount)
	}
	for _, k := range e.GrowthRank {
		growthScopes, growthRanks = append(growthScopes, k.Scope), append(growthRanks, k.Amount)
	}
	nested("growth", bases, growths)
	nested("rank", scopes, ranks)
	nested("growth_rank", growthScopes, growthRanks)
	put(n, "status", e.Status, e.At)
	put(n, "modality", e.Modality, e.At)
	put(n, "released", e.Released, e.At)
	put(n, "note", e.Note, e.At)
	if e.SourceName != "" {
		m := mapping(e.At.Line, e.At.Column)
		put(m, "name", e.SourceName, e.At)
		put(m, "date", e.SourceDate, e.At)
		put(m, "url", e.URL, e.At)
		n.Content = append(n.Content, word("source", e.At.Line, e.At.Column), m)
	}
	return n
}
