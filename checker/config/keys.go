package config

import (
	"maps"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/go-playground/validator/v10"
	"go.yaml.in/yaml/v4"

	"github.com/hegao/hegao/checker/finding"
)

// key is one key of a mapping and what reads its value.
type key struct {
	name string
	read func(*reader, *yaml.Node)
}

// topKeys are the keys of the file.
var topKeys = []key{
	{"hegao", (*reader).version},
	{"ledgers", (*reader).ledgers},
	{"ledger", (*reader).ledgers},
	{"packs", (*reader).packs},
	{"lang", func(r *reader, n *yaml.Node) { r.oneOf(n, &r.cfg.Lang, langs) }},
	{"date", (*reader).date},
	{"fail-on", func(r *reader, n *yaml.Node) { r.oneOf(n, &r.cfg.FailOn, failLevels) }},
	{"style", func(r *reader, n *yaml.Node) { r.oneOf(n, &r.cfg.Style, Styles()) }},
	{"rules", (*reader).rules},
	{"terms", (*reader).terms},
	{"baseline", (*reader).baseline},
	{"paths", (*reader).paths},
}

// overrideKeys are the keys of an entry of paths.
var overrideKeys = []key{
	{"match", (*reader).match},
	{"ledgers", (*reader).ledgers},
	{"packs", (*reader).packs},
	{"lang", func(r *reader, n *yaml.Node) { r.oneOf(n, &r.cfg.Lang, langs) }},
	{"date", (*reader).date},
	{"fail-on", func(r *reader, n *yaml.Node) { r.oneOf(n, &r.cfg.FailOn, failLevels) }},
	{"style", func(r *reader, n *yaml.Node) { r.oneOf(n, &r.cfg.Style, Styles()) }},
	{"rules", (*reader).rules},
	{"terms", (*reader).terms},
}

var (
	langs      = []string{"zh", "en"}
	failLevels = []string{"error", "warning", "info", "never"}
	// levels are what a rule can be set to.
	levels = []string{"error", "warning", "info", "off"}
	// offWords are what people and YAML write for off.
	offWords = []string{"off", "false", "no"}
)

// validate knows the form of single values; one instance, built once.
var validate = validator.New(validator.WithRequiredStructEnabled())

const version = "config/v1"

func (r *reader) version(n *yaml.Node) {
	if n = follow(n); n.Value != version {
		r.near(n, finding.Text{
			ZH: "这里应当是 " + version + "，不是 “" + n.Value + "”",
			EN: "this must be " + version + ", not “" + n.Value + "”"}, n.Value, []string{version})
	}
}

// oneOf reads a word that must be one of a few.
func (r *reader) oneOf(n *yaml.Node, into *string, words []string) {
	n = follow(n)
	if n.Kind == yaml.ScalarNode && slices.Contains(words, n.Value) {
		*into = n.Value
		return
	}
	list := strings.Join(words, ", ")
	r.near(n, finding.Text{
		ZH: "“" + n.Value + "” 不在可选之列：" + strings.Join(words, "、"),
		EN: "“" + n.Value + "” isn't one of " + list}, n.Value, words)
}

func (r *reader) date(n *yaml.Node) {
	if n = follow(n); validate.Var(n.Value, "required,datetime=2006-01-02") != nil {
		r.wrong(n, finding.Text{
			ZH: "日期要写成 2025-12-25 这样，“" + n.Value + "” 不是一个日期",
			EN: "a date is written like 2025-12-25; “" + n.Value + "” is none"})
		return
	}
	r.cfg.Date = n.Value
}

// list calls f for each scalar of a list, or for the one scalar that stands in
// its place.
func (r *reader) list(n *yaml.Node, f func(*yaml.Node)) {
	n = follow(n)
	items := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		items = n.Content
	}
	for _, item := range items {
		item = follow(item)
		if item.Kind != yaml.ScalarNode || item.Value == "" {
			r.wrong(item, finding.Text{ZH: "这里应当是一个名称", EN: "this must be a name"})
			continue
		}
		f(item)
	}
}

func (r *reader) ledgers(n *yaml.Node) {
	r.list(n, func(item *yaml.Node) {
		r.cfg.Ledgers = append(r.cfg.Ledgers, Named{item.Value, item.Line})
	})
}

func (r *reader) packs(n *yaml.Node) {
	r.cfg.Packs = []string{}
	r.list(n, func(item *yaml.Node) {
		if !slices.Contains(r.known.Packs, item.Value) {
			r.near(item, finding.Text{
				ZH: "没有 “" + item.Value + "” 这个内置资料包",
				EN: "there is no pack “" + item.Value + "”"}, item.Value, r.known.Packs)
			return
		}
		r.cfg.Packs = append(r.cfg.Packs, item.Value)
	})
}

func (r *reader) terms(n *yaml.Node) {
	r.list(n, func(item *yaml.Node) { r.cfg.Terms = append(r.cfg.Terms, item.Value) })
}

func (r *reader) baseline(n *yaml.Node) {
	if n = follow(n); n.Kind != yaml.ScalarNode {
		r.wrong(n, finding.Text{ZH: "这里应当是一个文件的路径", EN: "this must be the path of a file"})
		return
	}
	r.cfg.Baseline = n.Value
}

func (r *reader) match(n *yaml.Node) {
	r.list(n, func(item *yaml.Node) {
		if !doublestar.ValidatePattern(item.Value) {
			r.wrong(item, finding.Text{
				ZH: "“" + item.Value + "” 不是一个路径模式，要写成 sports/** 或 *.en.md 这样",
				EN: "“" + item.Value + "” isn't a pattern of paths, as sports/** and *.en.md are"})
			return
		}
		r.matches = append(r.matches, item.Value)
	})
}

// paths reads the overrides: a list of mappings, each with the patterns that it
// holds for.
func (r *reader) paths(n *yaml.Node) {
	n = follow(n)
	if n.Kind != yaml.SequenceNode {
		r.wrong(n, finding.Text{
			ZH: "paths 应当是一个列表，每一项写明 match 和设置",
			EN: "paths must be a list; each item names what it matches, and settings"})
		return
	}
	for _, item := range n.Content {
		item = follow(item)
		one := &reader{known: r.known, lines: r.lines, cfg: newConfig(r.cfg.Path)}
		one.mapping(item, finding.Text{ZH: "paths 的一项", EN: "an item of paths"}, overrideKeys)
		if len(one.mistakes) == 0 && len(one.matches) == 0 {
			one.wrong(item, finding.Text{
				ZH: "这一项没有写 match，不知道对哪些稿件有效",
				EN: "this item has no match: nobody knows which copy it holds for"})
		}
		r.mistakes = append(r.mistakes, one.mistakes...)
		r.cfg.Unreasoned = append(r.cfg.Unreasoned, one.cfg.Unreasoned...)
		r.cfg.Paths = append(r.cfg.Paths, Override{one.matches, *one.cfg})
	}
}

func (r *reader) rules(n *yaml.Node) {
	n = follow(n)
	if n.Kind != yaml.MappingNode {
		r.mapping(n, finding.Text{ZH: "rules ", EN: "rules"}, nil)
		return
	}
	names := append(slices.Clone(r.known.Rules), slices.Sorted(maps.Keys(r.known.Aliases))...)
	r.pairs(n, func(k, v *yaml.Node) {
		id := k.Value
		if canonical, ok := r.known.Aliases[id]; ok {
			id = canonical
		}
		if !slices.Contains(r.known.Rules, id) {
			r.near(k, finding.Text{
				ZH: "没有 “" + k.Value + "” 这条规则",
				EN: "there is no rule “" + k.Value + "”"}, k.Value, names)
			return
		}
		if why := r.rule(id, follow(v)); r.cfg.Disabled[id] && why == "" && k.HeadComment+k.LineComment+v.LineComment+v.HeadComment == "" {
			r.cfg.Unreasoned = append(r.cfg.Unreasoned, Named{k.Value, k.Line})
		}
	})
}

// rule reads what a rule is set to: a level, or a mapping of a level and
// options, and returns the reason that is given for it.
func (r *reader) rule(id string, n *yaml.Node) (reason string) {
	if n.Kind != yaml.MappingNode {
		r.level(id, n)
		return ""
	}
	r.pairs(n, func(k, v *yaml.Node) {
		v = follow(v)
		switch {
		case k.Value == "severity":
			r.level(id, v)
		case k.Value == "reason" && v.Kind == yaml.ScalarNode:
			reason = strings.TrimSpace(v.Value)
		case !slices.Contains(r.known.Options[id], k.Value):
			names := append([]string{"severity", "reason"}, r.known.Options[id]...)
			r.near(k, finding.Text{
				ZH: "规则 " + id + " 没有 “" + k.Value + "” 这个选项",
				EN: "the rule " + id + " has no option “" + k.Value + "”"}, k.Value, names)
		case v.Kind != yaml.ScalarNode:
			r.wrong(v, finding.Text{ZH: "规则的选项只能是一个值", EN: "an option of a rule is a single value"})
		default:
			if r.cfg.Options[id] == nil {
				r.cfg.Options[id] = map[string]string{}
			}
			value := v.Value
			if words := r.known.Values[id+"."+k.Value]; len(words) > 0 {
				value = ""
				r.oneOf(v, &value, words)
			}
			r.cfg.Options[id][k.Value] = value
		}
	})
	return reason
}

func (r *reader) level(id string, n *yaml.Node) {
	if slices.Contains(offWords, strings.ToLower(n.Value)) {
		r.cfg.Disabled[id] = true
		return
	}
	var name string
	if r.oneOf(n, &name, levels); name != "" {
		r.cfg.Severities[id], _ = finding.ParseSeverity(name)
	}
}
