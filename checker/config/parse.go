package config

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source/excerpt"
)

// maxBytes bounds a configuration file: a larger one is something else that
// carries the name by accident.
const maxBytes = 1 << 20

// Parse reads the content of a configuration file. Names that known doesn't
// hold are mistakes; the error, if any, is of type Mistakes.
func Parse(path string, data []byte, known Known) (*Config, error) {
	text := string(data)
	r := &reader{known: known, lines: excerpt.New(text), cfg: newConfig(path)}
	switch {
	case len(data) > maxBytes:
		r.at(excerpt.Place{Line: 1, Column: 1}, finding.Text{
			ZH: "配置文件超过 1 MB，恐怕不是配置文件", EN: "the configuration is larger than 1 MB: it is probably something else"}, "")
	case !utf8.Valid(data):
		r.at(excerpt.Place{Line: 1, Column: 1}, finding.Text{
			ZH: "配置文件不是 UTF-8 编码，请另存为 UTF-8", EN: "the configuration isn't UTF-8; save it as UTF-8"}, "")
	default:
		r.document(text)
	}
	if len(r.mistakes) > 0 {
		slices.SortStableFunc(r.mistakes, func(a, b Mistake) int {
			return cmp.Or(cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column))
		})
		return nil, r.mistakes
	}
	return r.cfg, nil
}

func newConfig(path string) *Config {
	return &Config{
		Path:       path,
		Severities: map[string]finding.Severity{},
		Disabled:   map[string]bool{},
		Options:    map[string]map[string]string{},
	}
}

// reader walks the nodes of one file and gathers what is wrong with them.
type reader struct {
	known    Known
	lines    *excerpt.Lines
	cfg      *Config
	mistakes Mistakes
	matches  []string // of the item of paths that is being read
}

func (r *reader) at(p excerpt.Place, t finding.Text, meant string) {
	m := Mistake{File: r.cfg.Path, Place: p, Text: t, Meant: meant}
	if r.lines.Line(p.Line) != "" {
		m.excerpt = r.lines.Excerpt(p)
	}
	r.mistakes = append(r.mistakes, m)
}

func (r *reader) wrong(n *yaml.Node, t finding.Text) { r.near(n, t, "", nil) }

// near reports a mistake at a node and adds which of the names was meant.
func (r *reader) near(n *yaml.Node, t finding.Text, got string, names []string) {
	meant := ""
	if s := excerpt.Suggest(got, names); len(s) > 0 {
		meant = s[0]
	}
	r.at(excerpt.Place{Line: n.Line, Column: n.Column, Length: utf8.RuneCountInString(n.Value)}, t, meant)
}

func (r *reader) document(text string) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		r.syntax(text, err)
		return
	}
	if len(doc.Content) == 0 { // an empty file says nothing
		return
	}
	root := doc.Content[0]
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return
	}
	r.mapping(root, finding.Text{ZH: "配置文件", EN: "the configuration"}, topKeys)
}

// syntax explains what the YAML parser refused. The two slips that its own
// words don't explain are a full-width colon and a tab.
func (r *reader) syntax(text string, err error) {
	line, column, reason := 1, 1, err.Error()
	var load *yaml.LoadError
	if errors.As(err, &load) {
		line, column, reason = max(load.Mark.Line, 1), max(load.Mark.Column, 1), load.Message
	}
	for n := 1; n <= min(line+1, r.lines.Count()); n++ {
		s := r.lines.Line(n)
		if i := strings.Index(s, "："); i >= 0 && !strings.Contains(s[:i], ":") && !strings.Contains(s[:i], "#") {
			r.fullWidthColon(n, utf8.RuneCountInString(s[:i])+1)
			return
		}
		if i := strings.Index(s, "\t"); i >= 0 && strings.TrimLeft(s[:i], " ") == "" {
			r.at(excerpt.Place{Line: n, Column: i + 1}, finding.Text{
				ZH: "缩进不能用制表符，请改用空格", EN: "a tab can't indent; use blanks"}, "")
			return
		}
	}
	r.at(excerpt.Place{Line: min(line, r.lines.Count()), Column: column}, finding.Text{
		ZH: "YAML 语法有误：" + reason, EN: "this isn't valid YAML: " + reason}, "")
}

func (r *reader) fullWidthColon(line, column int) {
	r.at(excerpt.Place{Line: line, Column: column}, finding.Text{
		ZH: "这里用了全角冒号 “：”，YAML 要半角冒号加空格 “: ”",
		EN: "this is a full-width colon “：”; YAML wants “: ”, a colon and a blank"}, "")
}

// mapping hands each value of a mapping to what reads its key.
func (r *reader) mapping(n *yaml.Node, what finding.Text, keys []key) {
	n = follow(n)
	if n.Kind != yaml.MappingNode {
		if i := strings.Index(n.Value, "："); i >= 0 && n.Style == 0 {
			r.fullWidthColon(n.Line, n.Column+utf8.RuneCountInString(n.Value[:i]))
			return
		}
		r.wrong(n, finding.Text{ZH: what.ZH + "应当是 “键: 值” 的列表", EN: what.EN + " must be a mapping of keys to values"})
		return
	}
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	r.pairs(n, func(k, v *yaml.Node) {
		name := strings.ReplaceAll(k.Value, "_", "-")
		i := slices.Index(names, name)
		if i < 0 {
			if c := strings.Index(k.Value, "："); c >= 0 {
				r.fullWidthColon(k.Line, k.Column+utf8.RuneCountInString(k.Value[:c]))
				return
			}
			r.near(k, finding.Text{ZH: what.ZH + "里没有 “" + k.Value + "” 这一项", EN: what.EN + " has no key “" + k.Value + "”"}, name, names)
			return
		}
		keys[i].read(r, v)
	})
}

// pairs calls f for each key and value, and reports keys that stand twice.
func (r *reader) pairs(n *yaml.Node, f func(k, v *yaml.Node)) {
	lines := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if first, twice := lines[k.Value]; twice {
			line := strconv.Itoa(first)
			r.wrong(k, finding.Text{
				ZH: "“" + k.Value + "” 写了两遍，前一处在第 " + line + " 行",
				EN: "“" + k.Value + "” stands twice; the other one is on line " + line})
			continue
		}
		lines[k.Value] = k.Line
		f(k, v)
	}
}

// follow returns the node that an alias stands for.
func follow(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode && n.Alias != nil {
		return n.Alias
	}
	return n
}
