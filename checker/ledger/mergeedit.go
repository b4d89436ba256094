package ledger

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/hegao/hegao/checker/ledger/table"
)

// insert adds a key with its value to a figure.
func (m *merger) insert(f *Figure, key, text string) {
	outer, inner, nested := strings.Cut(key, ".")
	n := m.record(f)
	if n == nil {
		return
	}
	value := quoted(text)
	if nested {
		if have := child(n, outer); have != nil {
			m.insertInto(have, quoted(inner)+": "+value)
			return
		}
		value = "{" + quoted(inner) + ": " + value + "}"
	}
	m.insertInto(n, outer+": "+value)
}

// insertInto adds words behind the last key of a mapping.
func (m *merger) insertInto(n *yaml.Node, words string) {
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		return
	}
	end := m.endOf(n.Content[len(n.Content)-1])
	if n.Style&yaml.FlowStyle != 0 {
		m.edits = append(m.edits, edit{end, end, ", " + words})
		return
	}
	indent := strings.Repeat(" ", max(n.Content[0].Column-1, 0))
	m.edits = append(m.edits, edit{end, end, "\n" + indent + words})
}

// endOf returns where a node ends.
func (m *merger) endOf(n *yaml.Node) int {
	if n.Kind == yaml.ScalarNode {
		_, end := m.token(Pos{m.name, n.Line, n.Column})
		return end
	}
	end := m.offset(n.Line, n.Column) + 1
	if len(n.Content) > 0 {
		end = m.endOf(n.Content[len(n.Content)-1])
	}
	if n.Style&yaml.FlowStyle != 0 {
		closing := byte('}')
		if n.Kind == yaml.SequenceNode {
			closing = ']'
		}
		if i := strings.IndexByte(m.text[end:], closing); i >= 0 {
			end += i + 1
		}
	}
	return end
}

// replacedBy adds the quantities of a figure that others have replaced to its
// versions.
func (m *merger) replacedBy(f *Figure, old map[string]string, versions []string) []string {
	var keys []string
	for _, key := range []string{"value", "change", "contribution"} {
		if v := old[key]; v != "" {
			keys = append(keys, key+": "+quoted(v))
		}
	}
	if v := old["growth"]; v != "" {
		keys = append(keys, "growth: "+quoted(v))
	}
	if len(keys) == 0 {
		return versions
	}
	if !f.Released.IsZero() {
		keys = append(keys, "released: "+dateWords(f.Released))
	}
	if m.asOf != "" {
		keys = append(keys, "as_of: "+m.asOf)
	}
	return append(versions, "{"+strings.Join(keys, ", ")+"}")
}

// earlier adds a version that came out before the figure as it stands, unless the
// file has what came out on that day.
func (m *merger) earlier(f *Figure, e *table.Entry, versions []string) []string {
	for i := range f.Replaced {
		if dateWords(f.Replaced[i].Released) == e.Released {
			return versions
		}
	}
	if e.Released == dateWords(f.Released) {
		return versions
	}
	text := versionText(e)
	m.out.Changed = append(m.out.Changed, Changed{f, "replaced", "", text})
	return append(versions, text)
}

// release says when a figure came out: where a quantity changed, or where the
// file doesn't say. A value that is merely given again was known before.
func (m *merger) release(f *Figure, day string, changed bool) {
	n := m.record(f)
	if day == "" || n == nil || day == dateWords(f.Released) || !changed && !f.Released.IsZero() {
		return
	}
	if !changed {
		m.out.Changed = append(m.out.Changed, Changed{f, "released", "", day})
	}
	if have := child(n, "released"); have != nil {
		at, end := m.token(Pos{m.name, have.Line, have.Column})
		m.edits = append(m.edits, edit{at, end, day})
		return
	}
	m.insertInto(n, "released: "+day)
}

// keep writes versions of a figure down, in front of older ones.
func (m *merger) keep(f *Figure, versions []string) {
	n := m.record(f)
	if n == nil || len(versions) == 0 {
		return
	}
	have := child(n, "replaced")
	switch {
	case have == nil:
		m.insertInto(n, "replaced: ["+strings.Join(versions, ", ")+"]")
	case have.Kind == yaml.SequenceNode && have.Style&yaml.FlowStyle != 0:
		at := m.offset(have.Line, have.Column) + 1
		m.edits = append(m.edits, edit{at, at, strings.Join(versions, ", ") + ", "})
	case have.Kind == yaml.SequenceNode && len(have.Content) > 0:
		at := m.offset(have.Line, have.Column)
		text := ""
		for _, v := range versions {
			text += "- " + v + "\n" + strings.Repeat(" ", max(have.Column-1, 0))
		}
		m.edits = append(m.edits, edit{at, at, text})
	}
}

// append adds lines behind the last item of a section, or the section itself.
func (m *merger) append(section string, lines []string) {
	if len(lines) == 0 || m.wrong != nil {
		return
	}
	n := child(m.root, section)
	switch {
	case n == nil || n.Kind != yaml.SequenceNode:
		text := "\n" + section + ":\n"
		if !strings.HasSuffix(m.text, "\n") {
			text = "\n" + text
		}
		for _, l := range lines {
			text += "  - " + l + "\n"
		}
		m.edits = append(m.edits, edit{len(m.text), len(m.text), text})
	case n.Style&yaml.FlowStyle != 0 && len(n.Content) == 0:
		at := m.offset(n.Line, n.Column)
		text := ""
		for _, l := range lines {
			text += "\n  - " + l
		}
		m.edits = append(m.edits, edit{at, m.endOf(n), text})
	case n.Style&yaml.FlowStyle != 0:
		end := m.endOf(n.Content[len(n.Content)-1])
		for i := range lines {
			lines[i], _, _ = strings.Cut(lines[i], "  # ") // a comment would swallow what follows
		}
		m.edits = append(m.edits, edit{end, end, ", " + strings.Join(lines, ", ")})
	default:
		indent := strings.Repeat(" ", max(n.Column-1, 0))
		end := m.endOf(n.Content[len(n.Content)-1])
		if i := strings.IndexByte(m.text[end:], '\n'); i >= 0 {
			end += i // behind a comment on the same line
		} else {
			end = len(m.text)
		}
		text := ""
		for _, l := range lines {
			text += "\n" + indent + "- " + l
		}
		m.edits = append(m.edits, edit{end, end, text})
	}
}

// breakdowns declares new breakdowns, and adds new members to those of the
// file.
func (m *merger) breakdowns(d *table.Draft, lines []string) {
	section := child(m.root, "breakdowns")
	var rest []string
	for _, line := range lines {
		name, members, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(line, "{name: "), "]}"), ", members: [")
		node := (*yaml.Node)(nil)
		if section != nil {
			for _, n := range section.Content {
				if v := child(follow(n), "name"); v != nil && quoted(v.Value) == name {
					node = child(follow(n), "members")
				}
			}
		}
		if node == nil || len(node.Content) == 0 {
			rest = append(rest, line)
			continue
		}
		end := m.endOf(node.Content[len(node.Content)-1])
		if node.Style&yaml.FlowStyle != 0 {
			m.edits = append(m.edits, edit{end, end, ", " + members})
			continue
		}
		indent := strings.Repeat(" ", max(node.Column-1, 0))
		for _, member := range strings.Split(members, ", ") {
			m.edits = append(m.edits, edit{end, end, "\n" + indent + "- " + member})
		}
	}
	m.append("breakdowns", rest)
}

// apply makes the edits, those at one place in the order in which they came.
func (m *merger) apply() string {
	slices.SortStableFunc(m.edits, func(a, b edit) int { return a.at - b.at })
	var b strings.Builder
	at := 0
	for _, e := range m.edits {
		if e.at < at {
			continue
		}
		b.WriteString(m.text[at:e.at])
		b.WriteString(e.text)
		at = e.end
	}
	b.WriteString(m.text[at:])
	return b.String()
}
