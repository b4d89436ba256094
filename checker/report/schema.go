package report

import (
	"reflect"
	"strings"

	"github.com/hegao/hegao/checker/finding"
)

// CheckSchema returns the JSON Schema of `hegao check --format json`, taken
// from the types that write it. An element of "files" is what a line of jsonl
// holds: "#/$defs/file".
func CheckSchema() map[string]any {
	return reportSchema(checkForm.schema, reflect.TypeFor[jsonCheck](), reflect.TypeFor[jsonSummary]())
}

func reportSchema(name string, file, summary reflect.Type) map[string]any {
	defs := map[string]any{}
	defs["file"] = structSchema(file, defs)
	return map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name,
		"type": "object", "required": []string{"schema", "files", "summary"}, "additionalProperties": false,
		"properties": map[string]any{
			"schema":  map[string]any{"const": name},
			"files":   map[string]any{"type": "array", "items": map[string]any{"$ref": "#/$defs/file"}},
			"summary": structSchema(summary, defs),
		},
		"$defs": defs,
	}
}

// words are what fields may hold that hold one of a few words, by the names of
// their type and key.
var words = map[string][]string{
	"jsonFinding.severity": severityWords(),
	"jsonFinding.category": categoryWords(),
	"jsonFix.grade":        {string(finding.Safe), string(finding.Suggest), string(finding.Manual)},
	"jsonSpan.field":       {"title"},
	"jsonOrigin.metric":    originWords,
	"jsonOrigin.entity":    originWords,
	"jsonOrigin.partner":   originWords,
	"jsonOrigin.period":    originWords,
	"jsonOrigin.basis":     originWords,
	"jsonEdit.field":       {"title"},
}

var originWords = []string{"printed", "inherited", "guessed"}

func severityWords() []string {
	return []string{finding.Info.String(), finding.Warning.String(), finding.Error.String()}
}

func categoryWords() (names []string) {
	for _, c := range finding.Categories() {
		names = append(names, string(c))
	}
	return names
}

// structSchema returns the schema of a type of the contract; those of the types
// within it go into defs. Keys may be added to the contract, so that readers
// must let others pass; here none is unknown.
func structSchema(t reflect.Type, defs map[string]any) map[string]any {
	properties, required := map[string]any{}, []string{}
	for _, f := range reflect.VisibleFields(t) {
		if f.Anonymous { // its fields follow
			continue
		}
		key, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if few := words[t.Name()+"."+key]; few != nil {
			properties[key] = map[string]any{"enum": few}
		} else {
			properties[key] = typeSchema(f.Type, defs)
		}
		if option != "omitempty" {
			required = append(required, key)
		}
	}
	return map[string]any{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
}

func typeSchema(t reflect.Type, defs map[string]any) map[string]any {
	switch t.Kind() {
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Int:
		return map[string]any{"type": "integer", "minimum": 0}
	case reflect.Float64:
		return map[string]any{"type": "number", "minimum": 0, "maximum": 1}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": typeSchema(t.Elem(), defs)}
	case reflect.Pointer:
		return typeSchema(t.Elem(), defs)
	}
	name := strings.ToLower(strings.TrimPrefix(t.Name(), "json"))
	if _, done := defs[name]; !done {
		defs[name] = nil
		defs[name] = structSchema(t, defs)
	}
	return map[string]any{"$ref": "#/$defs/" + name}
}

// FiguresSchema returns the JSON Schema of `hegao figures --format json`.
func FiguresSchema() map[string]any {
	return reportSchema(figuresForm.schema, reflect.TypeFor[jsonFigures](), reflect.TypeFor[jsonFiguresSummary]())
}
