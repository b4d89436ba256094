package ledger

import (
	"reflect"
	"slices"
	"strings"
)

// Schema returns the JSON Schema of a ledger file, for editors: which keys there
// are and what they hold, taken from the raw types that decode it. It is laxer
// than Load, which alone knows what the values mean.
func Schema() map[string]any {
	s := &schemaWriter{defs: map[string]any{}}
	root := s.record(reflect.TypeFor[rawFile]())
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "hegao ledger/v1"
	root["description"] = "核稿的台账：稿件要对照的权威数字、名称和会展。 The canonical figures, names and events that copy is checked against."
	root["$defs"] = s.defs
	return root
}

// schemaWriter gathers the schemas of records under their names.
type schemaWriter struct{ defs map[string]any }

// record returns the schema of a record, a mapping.
func (s *schemaWriter) record(t reflect.Type) map[string]any {
	properties, required := map[string]any{}, []string{}
	out := map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	for i := range t.NumField() {
		f := t.Field(i)
		key, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case key == "-":
			continue
		case option == "rest":
			out["additionalProperties"] = scalarSchema()
			continue
		}
		rules := strings.Split(f.Tag.Get("validate"), ",")
		p := s.value(f.Type, rules)
		if words := descriptions[key]; words != "" {
			p["description"] = words
		}
		properties[key] = p
		if slices.Contains(rules, "required") {
			required = append(required, key)
		}
	}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

// value returns the schema of what a field holds.
func (s *schemaWriter) value(t reflect.Type, rules []string) map[string]any {
	switch {
	case t == scalarType:
		return restrict(scalarSchema(), rules)
	case t.Kind() == reflect.Pointer:
		return s.ref(t.Elem())
	case t.Kind() == reflect.Slice && t.Elem() == pairType: // a value, or one for each key of the writer's
		return map[string]any{"anyOf": []any{scalarSchema(), map[string]any{"type": "object", "additionalProperties": scalarSchema()}}}
	case t.Kind() == reflect.Slice: // a list, or the one item of it
		item := s.value(t.Elem(), nil)
		return map[string]any{"anyOf": []any{map[string]any{"type": "array", "items": item}, item}}
	}
	return s.ref(t)
}

// ref returns a reference to the schema of a record. Where a bare value may
// stand for the record, that goes too.
func (s *schemaWriter) ref(t reflect.Type) map[string]any {
	name := strings.ToLower(strings.TrimPrefix(t.Name(), "raw"))
	if _, done := s.defs[name]; !done {
		s.defs[name] = nil // a record may hold itself
		s.defs[name] = s.record(t)
	}
	to := map[string]any{"$ref": "#/$defs/" + name}
	if shapeOf(t).short >= 0 {
		return map[string]any{"anyOf": []any{scalarSchema(), to}}
	}
	return to
}

// scalarSchema is a single value. Figures are written as copy writes them, so
// that what YAML takes for a number is one way to write a string.
func scalarSchema() map[string]any {
	return map[string]any{"type": []string{"string", "number", "boolean", "null"}}
}

// restrict adds what the validator's tags say about a single value.
func restrict(p map[string]any, rules []string) map[string]any {
	for _, r := range rules {
		name, param, _ := strings.Cut(r, "=")
		switch name {
		case "oneof":
			return map[string]any{"enum": append([]any{nil}, anys(strings.Fields(param))...)}
		case "version":
			return map[string]any{"const": "ledger/v1"}
		case "date":
			p["examples"] = []string{"2025-11-30"}
		case "truth":
			return map[string]any{"type": []string{"boolean", "string", "null"}}
		case "whole":
			return map[string]any{"type": []string{"integer", "string", "null"}}
		}
	}
	return p
}

func anys(words []string) []any {
	out := make([]any, len(words))
	for i, w := range words {
		out[i] = w
	}
	return out
}

// descriptions say what each key of a ledger holds.
var descriptions = map[string]string{
	"hegao":         "格式与版本。 Form and version.",
	"title":         "台账的名称。 What the ledger is called.",
	"as_of":         "最近一次核实的日期。 The day these figures were last confirmed.",
	"include":       "一并读入的台账文件。 Other ledger files to read.",
	"defaults":      "各条数字没有写明时所取的值。 What figures take that don't say otherwise.",
	"entities":      "地区、单位、企业。 Places, bodies, companies.",
	"metrics":       "指标。 What is measured.",
	"breakdowns":    "指标的分组，如按市场、按企业性质。 What metrics are split by.",
	"figures":       "权威数字。 The canonical figures.",
	"events":        "会展及其届次。 Events and their editions.",
	"terms":         "须照写的专名。 Names that must be printed just so.",
	"constants":     "不随时间变的数。 Figures that don't change.",
	"rates":         "汇率的区间。 Bounds of exchange rates.",
	"entity":        "属于谁。 Whose figure it is.",
	"period":        "时期：2025、2025-11、2025-Q3、2025-01/2025-11、2025-11-30。 The period, in ISO 8601.",
	"modality":      "实际、目标、计划还是预测。 Actual, target, plan or forecast.",
	"status":        "预计、初步、最终还是修订。 Estimated, preliminary, final or revised.",
	"released":      "这个数发布的日期：此前见报的稿件不以它为准，修订后以当时最新发布的为准。 The day it came out: earlier copy isn't held against it, later copy against the newest value released by then.",
	"source":        "谁发布的，何时，何处。 Who published it, when, where.",
	"name":          "规范名称。 The canonical name.",
	"date":          "日期。 A date.",
	"url":           "网址。 A web address.",
	"aliases":       "可用的别名。 Other right names.",
	"discouraged":   "不该用的名称，出现即报告。 Wrong names, reported where they occur.",
	"within":        "属于哪些更大的范围，用于位次。 Larger scopes, for ranks.",
	"unit":          "单位。 The unit.",
	"kind":          "flow 时期数，stock 时点数，count 个数，rate 比率，index 指数。 How it relates to time.",
	"sum_of":        "由哪些指标相加而成。 The parts that make it up.",
	"ratio_of":      "由哪两个指标相除而成。 What it is the ratio of.",
	"per":           "每多少，默认 100。 Per how many; 100 unless said.",
	"growth_prices": "增速按现价还是不变价。 Growth at current or constant prices.",
	"members":       "分组的各项。 The parts of the breakdown.",
	"partition":     "各项是否不重叠、可相加。 Whether the parts don't overlap and add up.",
	"metric":        "哪个指标。 Which metric.",
	"value":         "数值，照稿件的写法：7502.3亿元、近200家。 The value as copy writes it; its digits carry the precision.",
	"growth":        "增速，可按口径分写：{同比: +19.3%, 环比: -0.4%}。 Growth, for each base.",
	"change":        "增减量。 The change in absolute terms.",
	"contribution":  "贡献率。 The share of growth it accounts for.",
	"rank":          "位次：{全国: 3, 中部: 1}。 Ranks by scope.",
	"growth_rank":   "增速的位次。 Ranks of its growth.",
	"replaced":      "已被取代的旧数。 Older versions that copy should no longer use.",
	"note":          "备注，不参与核对。 A note for people.",
	"editions":      "各届。 The editions.",
	"n":             "第几届。 The number of the edition.",
	"start":         "开始日期。 First day.",
	"end":           "结束日期。 Last day.",
	"city":          "举办城市。 The city.",
	"cities":        "各举办城市。 The cities.",
	"pair":          "两种货币，如 美元/元。 Two currencies, as USD/CNY.",
	"low":           "下限。 Lower bound.",
	"high":          "上限。 Upper bound.",
}
