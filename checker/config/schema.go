package config

import (
	"maps"
	"slices"
)

// object is one JSON object of a schema.
type object = map[string]any

// Schema returns the JSON Schema of .hegao.yaml, for editors, with the names
// that known holds.
func Schema(known Known) map[string]any {
	values := keySchemas(known)
	override := object{}
	for _, k := range overrideKeys {
		override[k.name] = values[k.name]
	}
	values["paths"] = object{"type": "array", "description": descriptionOf["paths"], "items": object{
		"type": "object", "properties": override, "required": []string{"match"}, "additionalProperties": false}}
	top := object{}
	for _, k := range topKeys {
		top[k.name] = values[k.name]
	}
	return object{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"title":   "hegao config/v1", "description": "核稿的设置。 The settings of hegao.",
		"type": []string{"object", "null"}, "properties": top, "additionalProperties": false,
		"$defs": definitions(known),
	}
}

// descriptionOf says what each key holds.
var descriptionOf = map[string]string{
	"hegao":    "格式与版本。 Form and version.",
	"ledgers":  "台账文件或文件夹，相对于本文件。 Ledger files or folders, relative to this file.",
	"ledger":   "同 ledgers。 The same as ledgers.",
	"packs":    "用哪些内置资料，缺省全用。 Which built-in packs to use; all unless said.",
	"lang":     "消息的语言，缺省随稿件。 The language of messages; that of the copy unless said.",
	"date":     "稿件自己没写时的见报日期。 The day of publication for copy that doesn't say its own.",
	"fail-on":  "从哪一级起算不通过。 The least severity that fails a check.",
	"style":    "体例：chinese 国家标准，ap 美联社，british 英式。 The house style.",
	"rules":    "各规则的轻重、开关与选项。 Severity, on and off, and options of rules.",
	"terms":    "照写不误的词语，体例与用语类问题不报。 Words that are printed as they are: findings of form within them aren't reported.",
	"baseline": "基线文件，其中的问题不再报。 A baseline: the findings it records aren't reported.",
	"paths":    "只对部分稿件有效的设置，后面的优先。 Settings for some of the copy; later ones go first.",
	"match":    "路径模式，如 sports/**、*.en.md。 Patterns of paths, as sports/** and *.en.md.",
}

// keySchemas returns the schemas of the keys' values but for paths.
func keySchemas(known Known) object {
	some := func(words []string) object { return object{"enum": words} }
	list := func(item object) object {
		return object{"anyOf": []any{object{"type": "array", "items": item}, item}}
	}
	text := object{"type": "string", "minLength": 1}
	out := object{
		"hegao": object{"const": version}, "ledgers": list(text), "ledger": list(text), "packs": list(some(known.Packs)),
		"lang": some(langs), "date": object{"type": "string", "pattern": `^\d{4}-\d{2}-\d{2}$`}, "fail-on": some(failLevels),
		"style": some(Styles()), "rules": object{"$ref": "#/$defs/rules"}, "terms": list(text), "baseline": object{"type": "string"}, "match": list(text),
	}
	for name, s := range out {
		s.(object)["description"] = descriptionOf[name]
	}
	return out
}

// definitions are the parts of the schema that are used more than once.
func definitions(known Known) object {
	// YAML takes off and no for false.
	level := object{"enum": append(anys(levels), false)}
	return object{"level": level, "rule": ruleSchema(object{}), "rules": ruleSchemas(known)}
}

// ruleSchemas returns the schema of the settings of rules, under their IDs and
// their Chinese names.
func ruleSchemas(known Known) object {
	rules := object{}
	for _, id := range known.Rules {
		rules[id] = object{"$ref": "#/$defs/rule"}
		if len(known.Options[id]) == 0 {
			continue
		}
		options := object{}
		for _, name := range known.Options[id] {
			options[name] = object{"type": []string{"string", "number", "boolean"}}
			if words := known.Values[id+"."+name]; len(words) > 0 {
				options[name] = object{"enum": words}
			}
		}
		rules[id] = ruleSchema(options)
	}
	for _, name := range slices.Sorted(maps.Keys(known.Aliases)) {
		rules[name] = rules[known.Aliases[name]]
	}
	return object{"type": "object", "properties": rules, "additionalProperties": false}
}

// ruleSchema returns the schema of what one rule is set to: a level, or a level
// and options.
func ruleSchema(options object) object {
	level := object{"$ref": "#/$defs/level"}
	options["severity"] = object{"$ref": "#/$defs/level", "description": "轻重，或 off。 How grave a finding is, or off."}
	options["reason"] = object{"type": "string", "description": "关闭的理由；写成注释也行。 Why the rule is off; a comment will do."}
	return object{"anyOf": []any{level, object{"type": "object", "properties": options, "additionalProperties": false}}}
}

func anys(words []string) []any {
	out := make([]any, len(words))
	for i, w := range words {
		out[i] = w
	}
	return out
}
