package ledger

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/ledger/table"
)

// WriteOptions says how a draft is written.
type WriteOptions struct {
	Title string
	AsOf  string // ISO 8601; empty leaves it out
	// Known is the ledger that the draft will be read with: what it declares
	// isn't declared again. May be nil.
	Known *Ledger
	// Notes are written as a comment above the figures.
	Notes []string
}

// Write returns a draft as the text of a ledger file.
func Write(d *table.Draft, o WriteOptions) string {
	var b strings.Builder
	b.WriteString("hegao: ledger/v1\n")
	if o.Title != "" {
		b.WriteString("title: " + quoted(o.Title) + "\n")
	}
	if o.AsOf != "" {
		b.WriteString("as_of: " + o.AsOf + "\n")
	}
	def := common(d)
	if keys := def.keys(); len(keys) > 0 {
		b.WriteString("\ndefaults:\n")
		for _, k := range keys {
			b.WriteString("  " + k + "\n")
		}
	}
	for _, part := range []struct {
		key   string
		lines []string
	}{{"entities", entityLines(d, o.Known)}, {"metrics", metricLines(d, o.Known)}, {"breakdowns", breakdownLines(d, o.Known)}, {"figures", figureLines(d, def)}} {
		if len(part.lines) == 0 {
			continue
		}
		b.WriteString("\n")
		if part.key == "figures" {
			for _, n := range o.Notes {
				b.WriteString("# " + n + "\n")
			}
		}
		b.WriteString(part.key + ":\n")
		for _, line := range part.lines {
			b.WriteString("  - " + line + "\n")
		}
	}
	for i := range d.Doubtful {
		b.WriteString("  # - " + figureLine(&d.Doubtful[i], def) + "\n")
	}
	return b.String()
}

// shared is what all entries of a draft have in common.
type shared struct{ entity, period, modality, released, sourceName, sourceDate, url string }

func common(d *table.Draft) (s shared) {
	for i := range d.Entries {
		e := &d.Entries[i]
		own := shared{e.Entity, e.Period, e.Modality, e.Released, e.SourceName, e.SourceDate, e.URL}
		if i == 0 {
			s = own
			continue
		}
		for _, f := range []struct{ all, one *string }{{&s.entity, &own.entity}, {&s.period, &own.period}, {&s.modality, &own.modality}, {&s.released, &own.released}} {
			if *f.all != *f.one {
				*f.all = ""
			}
		}
		if s.sourceName != own.sourceName || s.sourceDate != own.sourceDate || s.url != own.url {
			s.sourceName, s.sourceDate, s.url = "", "", ""
		}
	}
	if len(d.Entries) < 2 {
		return shared{}
	}
	return s
}

func (s shared) keys() (out []string) {
	for _, k := range [][2]string{{"entity", s.entity}, {"period", s.period}, {"modality", s.modality}, {"released", s.released}} {
		if k[1] != "" {
			out = append(out, k[0]+": "+quoted(k[1]))
		}
	}
	if src := sourceText(s.sourceName, s.sourceDate, s.url); src != "" {
		out = append(out, "source: "+src)
	}
	return out
}

func sourceText(name, date, url string) string {
	if name == "" {
		return ""
	}
	keys := []string{"name: " + quoted(name)}
	if date != "" {
		keys = append(keys, "date: "+date)
	}
	if url != "" {
		keys = append(keys, "url: "+quoted(url))
	}
	return "{" + strings.Join(keys, ", ") + "}"
}

// entityLines declares the entities that neither the ledger nor the built-in
// places know.
func entityLines(d *table.Draft, known *Ledger) (out []string) {
	for _, name := range d.Entities {
		if known != nil && known.Entity(name) != nil || known == nil && places().byName[name] != nil {
			continue
		}
		out = append(out, "{name: "+quoted(name)+"}")
	}
	return out
}

func metricLines(d *table.Draft, known *Ledger) (out []string) {
	for _, m := range d.Metrics {
		if known != nil && known.Metric(m.Name, nil) != nil {
			continue
		}
		keys := []string{"name: " + quoted(m.Name)}
		if len(m.Aliases) > 0 {
			keys = append(keys, "aliases: "+list(m.Aliases))
		}
		if u, ok := parseUnit(m.Unit); ok && m.Unit != "" {
			keys = append(keys, "unit: "+quoted(u.Text))
		}
		if m.Kind != "" {
			keys = append(keys, "kind: "+m.Kind)
		}
		out = append(out, "{"+strings.Join(keys, ", ")+"}")
	}
	return out
}

func breakdownLines(d *table.Draft, known *Ledger) (out []string) {
	var names []string
	members := map[string][]string{}
	for _, s := range d.Members {
		if known != nil {
			if bd := known.BreakdownOf(s.Breakdown); bd != nil && (known.names.members[bd][s.Member] != nil || known.Entity(s.Member) != nil) {
				continue
			}
		}
		if !slices.Contains(names, s.Breakdown) {
			names = append(names, s.Breakdown)
		}
		members[s.Breakdown] = append(members[s.Breakdown], s.Member)
	}
	for _, name := range names {
		out = append(out, "{name: "+quoted(name)+", members: "+list(members[name])+"}")
	}
	return out
}

func list(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = quoted(w)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

func figureLines(d *table.Draft, def shared) (out []string) {
	for i := range d.Entries {
		out = append(out, figureLine(&d.Entries[i], def))
	}
	return out
}

// figureLine writes one figure without what the defaults say.
func figureLine(e *table.Entry, def shared) string {
	keys := []string{"metric: " + quoted(e.Metric)}
	add := func(key, value, common string) {
		if value != "" && value != common {
			keys = append(keys, key+": "+quoted(value))
		}
	}
	add("entity", e.Entity, def.entity)
	for _, s := range e.Slots {
		add(s.Breakdown, s.Member, "")
	}
	add("period", e.Period, def.period)
	keys = append(keys, quantityKeys(e)...)
	for _, r := range []struct {
		key  string
		list []table.Rank
	}{{"rank", e.Rank}, {"growth_rank", e.GrowthRank}} {
		if len(r.list) > 0 {
			var in []string
			for _, k := range r.list {
				in = append(in, quoted(k.Scope)+": "+quoted(k.Text))
			}
			keys = append(keys, r.key+": {"+strings.Join(in, ", ")+"}")
		}
	}
	add("status", e.Status, "")
	add("modality", e.Modality, def.modality)
	add("released", e.Released, def.released)
	if len(e.Earlier) > 0 {
		var in []string
		for i := range e.Earlier {
			in = append(in, versionText(&e.Earlier[i]))
		}
		keys = append(keys, "replaced: ["+strings.Join(in, ", ")+"]")
	}
	if e.SourceName != def.sourceName || e.SourceDate != def.sourceDate || e.URL != def.url {
		if src := sourceText(e.SourceName, e.SourceDate, e.URL); src != "" {
			keys = append(keys, "source: "+src)
		}
	}
	add("note", e.Note, "")
	line := "{" + strings.Join(keys, ", ") + "}"
	if e.Comment != "" {
		line += "  # " + strings.Join(strings.Fields(e.Comment), " ")
	}
	return line
}

// quantityKeys writes the quantities of an entry under their keys.
func quantityKeys(e *table.Entry) (keys []string) {
	for _, q := range amounts(e) {
		keys = append(keys, q.key+": "+quoted(q.amount.Text))
	}
	if g := growthText(e.Growth); g != "" {
		keys = append(keys, "growth: "+g)
	}
	return keys
}

// versionText writes an entry as a version that was replaced.
func versionText(e *table.Entry) string {
	keys := quantityKeys(e)
	if e.Released != "" {
		keys = append(keys, "released: "+quoted(e.Released))
	}
	return "{" + strings.Join(keys, ", ") + "}"
}

func growthText(list []table.Growth) string {
	if len(list) == 1 && (list[0].Basis == "" || list[0].Basis == "同比") {
		return quoted(list[0].Text)
	}
	var in []string
	for _, g := range list {
		basis := g.Basis
		if basis == "" {
			basis = "同比"
		}
		in = append(in, quoted(basis)+": "+quoted(g.Text))
	}
	if len(in) == 0 {
		return ""
	}
	return "{" + strings.Join(in, ", ") + "}"
}

// amountKey is a quantity of an entry under its key.
type amountKey struct {
	key    string
	amount *table.Amount
}

func amounts(e *table.Entry) (out []amountKey) {
	for _, q := range []amountKey{{"value", e.Value}, {"change", e.Change}, {"contribution", e.Contribution}} {
		if q.amount != nil {
			out = append(out, q)
		}
	}
	return out
}

// quoted writes a scalar so that YAML reads it back as the text that it is,
// inside braces too.
func quoted(s string) string {
	plain := s != "" && !truth(s) && s == strings.TrimSpace(s)
	for i, r := range s {
		switch {
		case '0' <= r && r <= '9', 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', r == '.', r == '/', r == '_', r == '+', r == '%' && i > 0:
		case r == '-' && len(s) > 1 && s[min(i+1, len(s)-1)] != ' ':
		case r == ' ' && i > 0:
		case r >= 0x80 && r != '\u0085' && r != '\u2028' && r != '\u2029' && r != '\ufeff' && r != '：':
		case (r == '$' || r == '(' || r == ')') && i > 0:
		default:
			plain = false
		}
	}
	if plain {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\r", `\r`).Replace(s) + `"`
}

// truth reports whether YAML readers may take a word for something else than
// text.
func truth(s string) bool {
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "y", "n", "null", "~":
		return true
	}
	return false
}
