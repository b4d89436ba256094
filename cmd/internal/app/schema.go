package app

import (
	"bytes"
	"encoding/json"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/config"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/report"
)

//go:generate go test -run TestSchemasAreCurrent -update .

// schemaFolder is where the schemas are published.
const schemaFolder = "https://raw.githubusercontent.com/hegao/hegao/main/fixtures/schemas/"

// namedSchema is one of the JSON Schemas that the program publishes.
type namedSchema struct {
	name, file string
	make       func(a *App) map[string]any
}

// schemas lists what is published, in the order of the help.
func schemas() []namedSchema {
	return []namedSchema{
		{"config", "config-v1.json", func(a *App) map[string]any { return config.Schema(a.known()) }},
		{"ledger", "ledger-v1.json", func(*App) map[string]any { return ledger.Schema() }},
		{"check", "check-v1.json", func(*App) map[string]any { return report.CheckSchema() }},
		{"figures", "figures-v1.json", func(*App) map[string]any { return report.FiguresSchema() }},
		{"compare", "compare-v1.json", func(*App) map[string]any { return report.CompareSchema() }},
		{"baseline", "baseline-v1.json", func(*App) map[string]any { return baselineJSONSchema() }},
	}
}

// schemaText returns a schema as it is published.
func (a *App) schemaText(s namedSchema) ([]byte, error) {
	schema := s.make(a)
	schema["$id"] = schemaFolder + s.file
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(schema)
	return out.Bytes(), err
}

// modeline is the comment by which editors find the schema of a YAML file.
func modeline(name string) string {
	for _, s := range schemas() {
		if s.name == name {
			return "# yaml-language-server: $schema=" + schemaFolder + s.file + "\n"
		}
	}
	return ""
}

func (a *App) schemaCommand() *cli.Command {
	names := ""
	for i, s := range schemas() {
		if i > 0 {
			names += "|"
		}
		names += s.name
	}
	return a.command("schema", names, finding.Text{ZH: "打印配置、台账或报告的 JSON Schema", EN: "print the JSON Schema of settings, ledgers or reports"}, a.schema)
}

// schema is `hegao schema NAME`.
func (a *App) schema(c *cli.Context) error {
	var names []string
	for _, s := range schemas() {
		if s.name == c.Args().First() && c.NArg() == 1 {
			text, err := a.schemaText(s)
			if err != nil {
				return err
			}
			_, err = a.Stdout.Write(text)
			return err
		}
		names = append(names, s.name)
	}
	if c.NArg() != 1 {
		return usagef(finding.Text{ZH: "打印哪个？", EN: "which one?"}).
			hint(finding.Text{ZH: "例如 hegao schema config", EN: "as in hegao schema config"})
	}
	return usagef(finding.Text{
		ZH: "没有 “" + c.Args().First() + "” 这个 JSON Schema",
		EN: "there is no JSON Schema “" + c.Args().First() + "”"}).didYouMean("", c.Args().First(), names)
}

// baselineJSONSchema describes baseline files.
func baselineJSONSchema() map[string]any {
	text := map[string]any{"type": "string"}
	return map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "title": baselineSchema,
		"type": "object", "required": []string{"schema", "findings"}, "additionalProperties": false,
		"properties": map[string]any{
			"schema": map[string]any{"const": baselineSchema},
			"findings": map[string]any{"type": "array", "items": map[string]any{
				"type": "object", "required": []string{"path", "rule", "fingerprint", "message"}, "additionalProperties": false,
				"properties": map[string]any{"path": text, "id": text, "rule": text, "fingerprint": text, "message": text},
			}},
		},
	}
}
