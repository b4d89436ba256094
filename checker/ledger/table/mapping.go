package table

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source/excerpt"
)

// Mapping says what the columns of a table mean. Its zero value leaves all to
// what the headers say.
type Mapping struct {
	Sheet   string            // of a spreadsheet; the first that holds a table
	Header  int               // the row of the headers, from 1; 0 finds it
	Columns map[string]string // header → key of the ledger; "skip" leaves it out
	Set     map[string]string // key → what every row has where its own cell is empty
	Period  Frame
	// Metrics says what the names in the table stand for.
	Metrics map[string]Meaning
	// Entities gives the ledger's names for those of the table.
	Entities map[string]string
	// OnlyMapped leaves out metrics that Metrics doesn't name.
	OnlyMapped bool
}

// Meaning is what the name of a series or of a column stands for.
type Meaning struct {
	Name     string // the ledger's metric; the table's own name where empty
	As       string // value, growth, growth.环比, change, contribution: what the cells are
	Unit     string // that the cells are in
	Kind     string
	Period   Frame
	Times    *quantity.Num // what the cells are multiplied by
	Decimals int           // places that the cells are rounded to; -1 leaves them
	Aliases  []string
	Skip     bool
}

// ParseMapping reads a mapping file: YAML with the keys hegao, sheet, header,
// columns, set, period, metrics, entities and only_mapped.
func ParseMapping(file, text string) (*Mapping, *Mistake) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return nil, &Mistake{File: file, Line: 1, Column: 1, Text: finding.Text{ZH: "不是 YAML：" + err.Error(), EN: "this isn't YAML: " + err.Error()}}
	}
	m := &Mapping{Columns: map[string]string{}, Set: map[string]string{}, Metrics: map[string]Meaning{}, Entities: map[string]string{}}
	if len(doc.Content) == 0 {
		return m, nil
	}
	r := mappingReader{file: file}
	root := doc.Content[0]
	r.each(root, []string{"hegao", "sheet", "header", "period", "columns", "set", "metrics", "entities", "only_mapped"}, func(key string, v *yaml.Node) {
		switch key {
		case "hegao":
			r.oneOf(v, []string{"import/v1"})
		case "sheet":
			m.Sheet = r.text(v)
		case "header":
			n, ok := number(v.Value)
			if !ok || n < 1 {
				r.fail(v, finding.Text{ZH: "header 应为表头所在的行号，从 1 数起", EN: "header is the row of the headers, counted from 1"}, "")
			}
			m.Header = n
		case "period":
			m.Period = Frame(r.oneOf(v, Frames()))
		case "columns":
			r.each(v, nil, func(name string, v *yaml.Node) {
				if !IsKey(v.Value) {
					r.fail(v, unknownKey(v.Value), suggestKey(v.Value))
				}
				m.Columns[name] = v.Value
			})
		case "set":
			r.each(v, nil, func(name string, v *yaml.Node) {
				if !IsKey(name) {
					r.fail(v, unknownKey(name), suggestKey(name))
				}
				m.Set[name] = r.text(v)
			})
		case "entities":
			r.each(v, nil, func(name string, v *yaml.Node) { m.Entities[name] = r.text(v) })
		case "metrics":
			r.each(v, nil, func(name string, v *yaml.Node) { m.Metrics[name] = r.meaning(v) })
		case "only_mapped":
			m.OnlyMapped = r.oneOf(v, []string{"true", "false"}) == "true"
		}
	})
	return m, r.first
}

func unknownKey(key string) finding.Text {
	return finding.Text{ZH: "台账里没有“" + key + "”这个键", EN: "“" + key + "” is no key of the ledger"}
}

func suggestKey(key string) string {
	if near := excerpt.Suggest(key, Keys()); len(near) > 0 {
		return near[0]
	}
	return ""
}

// mappingReader keeps the first mistake of a mapping file.
type mappingReader struct {
	file  string
	first *Mistake
}

func (r *mappingReader) fail(n *yaml.Node, t finding.Text, meant string) {
	if r.first == nil {
		r.first = &Mistake{File: r.file, Line: n.Line, Column: n.Column, Text: t, Meant: meant}
	}
}

// each walks the keys of a mapping; where keys are given, others are mistakes.
func (r *mappingReader) each(n *yaml.Node, keys []string, do func(key string, v *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.fail(n, finding.Text{ZH: "这里应是“键: 值”", EN: "keys with values are wanted here"}, "")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if keys != nil && !slices.Contains(keys, k.Value) {
			meant := ""
			if near := excerpt.Suggest(k.Value, keys); len(near) > 0 {
				meant = near[0]
			}
			r.fail(k, finding.Text{ZH: "没有“" + k.Value + "”这个键，可用：" + strings.Join(keys, "、"), EN: "there is no key “" + k.Value + "”; it is one of " + strings.Join(keys, ", ")}, meant)
			continue
		}
		do(k.Value, n.Content[i+1])
	}
}

func (r *mappingReader) text(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		r.fail(n, finding.Text{ZH: "这里应是文字", EN: "text is wanted here"}, "")
	}
	return n.Value
}

func (r *mappingReader) oneOf(n *yaml.Node, words []string) string {
	if !slices.Contains(words, n.Value) {
		meant := ""
		if near := excerpt.Suggest(n.Value, words); len(near) > 0 {
			meant = near[0]
		}
		r.fail(n, finding.Text{ZH: "“" + n.Value + "”只能是 " + strings.Join(words, "、"), EN: "“" + n.Value + "” must be one of " + strings.Join(words, ", ")}, meant)
	}
	return n.Value
}

func (r *mappingReader) meaning(n *yaml.Node) Meaning {
	out := Meaning{Decimals: -1}
	if n.Kind == yaml.ScalarNode {
		out.Name, out.Skip = n.Value, n.Value == "skip"
		return out
	}
	r.each(n, []string{"name", "as", "unit", "kind", "period", "times", "decimals", "aliases", "skip"}, func(key string, v *yaml.Node) {
		switch key {
		case "name":
			out.Name = r.text(v)
		case "as":
			out.As = r.text(v)
			if !IsKey(out.As) || !isFacet(out.As) {
				r.fail(v, finding.Text{ZH: "as 只能是 value、growth、growth.环比、change、contribution", EN: "as must be one of value, growth, growth.环比, change, contribution"}, "")
			}
		case "unit":
			out.Unit = r.text(v)
			if u, ok := unitOf(out.Unit); ok {
				out.Unit = u
			} else {
				r.fail(v, finding.Text{ZH: "不认识单位“" + out.Unit + "”", EN: "“" + out.Unit + "” is no unit that is known"}, "")
			}
		case "kind":
			out.Kind = r.oneOf(v, []string{"flow", "stock", "count", "rate", "index"})
		case "period":
			out.Period = Frame(r.oneOf(v, Frames()))
		case "times":
			if q, err := quantity.Parse(v.Value); err == nil && q.Kind == quantity.Number {
				out.Times = &q.Value
			} else {
				r.fail(v, finding.Text{ZH: "times 应为数，如 10、0.1", EN: "times must be a number such as 10 or 0.1"}, "")
			}
		case "decimals":
			d, err := strconv.Atoi(v.Value)
			if err != nil || d < 0 || d > 12 {
				r.fail(v, finding.Text{ZH: "decimals 应为小数位数，如 1", EN: "decimals must be a number of places such as 1"}, "")
			}
			out.Decimals = d
		case "aliases":
			if v.Kind == yaml.ScalarNode {
				out.Aliases = []string{v.Value}
			}
			for _, a := range v.Content {
				out.Aliases = append(out.Aliases, r.text(a))
			}
		case "skip":
			out.Skip = r.oneOf(v, []string{"true", "false"}) == "true"
		}
	})
	return out
}

// isFacet reports whether a key names a quantity of a figure.
func isFacet(key string) bool {
	outer, _, _ := strings.Cut(key, ".")
	return slices.Contains([]string{"value", "growth", "change", "contribution", "rank", "growth_rank"}, outer)
}
