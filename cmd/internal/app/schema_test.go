package app

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

const schemaDir = "../../../fixtures/schemas"

func TestSchemasAreCurrent(t *testing.T) {
	a, _, _ := testApp()
	for _, s := range schemas() {
		want, err := a.schemaText(s)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(schemaDir, s.file)
		if *update {
			if err := os.WriteFile(name, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(name)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is stale (a rule, a key or a field is new): go generate ./rules (%v)", name, err)
		}
	}
}

// published compiles a schema as it stands in the repository, by a reader that
// isn't ours; it checks the schema itself as well.
func published(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	name, err := filepath.Abs(filepath.Join(schemaDir, file))
	if err != nil {
		t.Fatal(err)
	}
	s, err := jsonschema.NewCompiler().Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// jsonOf reads YAML, of which JSON is a part, into the values that JSON has.
func jsonOf(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(stringKeys(v))
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// stringKeys turns the mappings of YAML into those of JSON.
func stringKeys(v any) any {
	switch v := v.(type) {
	case map[any]any:
		out := map[string]any{}
		for k, x := range v {
			text, _ := k.(string)
			out[text] = stringKeys(x)
		}
		return out
	case map[string]any:
		for k, x := range v {
			v[k] = stringKeys(x)
		}
	case []any:
		for i, x := range v {
			v[i] = stringKeys(x)
		}
	}
	return v
}

func TestLedgersFitTheirSchema(t *testing.T) {
	s := published(t, "ledger-v1.json")
	var files []string
	for _, pattern := range []string{"../../../fixtures/ledger/*.yaml", "../../../checker/ledger/testdata/*.yaml", "../../../checker/ledger/packs/events.yaml"} {
		found, _ := filepath.Glob(pattern)
		files = append(files, found...)
	}
	if len(files) < 6 {
		t.Fatalf("only %v", files)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(jsonOf(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, wrong := range []string{
		"hegao: ledger/v2\n", "title: x\n", "hegao: ledger/v1\nfigrues: []\n", "hegao: ledger/v1\nfigures: [{value: 3亿元}]\n",
		"hegao: ledger/v1\nmetrics: [{name: x, kind: stok}]\n", "hegao: ledger/v1\nevents: [{name: x, editions: [{n: 1}]}]\n",
	} {
		if s.Validate(jsonOf(t, []byte(wrong))) == nil {
			t.Errorf("the schema takes %q", wrong)
		}
	}
}

func TestSettingsFitTheirSchema(t *testing.T) {
	s := published(t, "config-v1.json")
	for _, right := range []string{
		"", "hegao: config/v1\n", "ledgers: ledger\nlang: zh\ndate: '2025-12-25'\nfail-on: never\nstyle: ap\n",
		"rules:\n  星期不符: off\n  total-parts-mismatch: {severity: info}\nterms: [甲]\npacks: []\nbaseline: b.json\n",
		"paths:\n  - {match: '*.en.md', lang: en, rules: {weekday-mismatch: warning}}\n",
	} {
		if err := s.Validate(jsonOf(t, []byte(right))); err != nil {
			t.Errorf("%q: %v", right, err)
		}
		if _, err := (&desks{app: &App{}}).parseConfig(".hegao.yaml", []byte(right)); err != nil {
			t.Errorf("%q: %v", right, err)
		}
	}
	for _, wrong := range []string{"fial-on: error\n", "lang: fr\n", "rules: {no-such-rule: off}\n", "rules: {weekday-mismatch: eror}\n", "paths: [{lang: en}]\n", "style: apa\n"} {
		if s.Validate(jsonOf(t, []byte(wrong))) == nil {
			t.Errorf("the schema takes %q", wrong)
		}
	}
	data, err := os.ReadFile("../../../fixtures/.hegao.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(jsonOf(t, data)); err != nil {
		t.Error(err)
	}
}

// Every key has words that say what it is for, where an editor shows them.
func TestSchemasDescribeTheirKeys(t *testing.T) {
	a, _, _ := testApp()
	for _, s := range schemas()[:2] {
		var walk func(at string, v any)
		walk = func(at string, v any) {
			switch v := v.(type) {
			case map[string]any:
				if properties, ok := v["properties"].(map[string]any); ok && !strings.HasSuffix(at, "/rules") && !strings.Contains(at, "/rules/") {
					for name, p := range properties {
						if d, _ := p.(map[string]any)["description"].(string); d == "" {
							t.Errorf("%s: %s/%s has no description", s.name, at, name)
						}
					}
				}
				for k, x := range v {
					walk(at+"/"+k, x)
				}
			case []any:
				for _, x := range v {
					walk(at, x)
				}
			}
		}
		walk("", s.make(a))
	}
}

func TestReportsFitTheirSchema(t *testing.T) {
	t.Chdir("../../..")
	dir := filepath.Join(t.TempDir(), "b.json")
	for _, tt := range []struct {
		file string
		args []string
	}{
		{"check-v1.json", []string{"check", "--format", "json", "fixtures/copy", "gone.md"}},
		{"check-v1.json", []string{"check", "--format", "json", "--lang", "en", "--from", "jsonl", "-"}},
		{"figures-v1.json", []string{"figures", "--format", "json", "fixtures/copy"}},
		{"compare-v1.json", []string{"compare", "--format", "json", "fixtures/copy/edition.zh.md", "fixtures/copy/edition.en.md"}},
		{"baseline-v1.json", []string{"baseline", "fixtures/copy", "--output", dir}},
	} {
		a, out, errs := testApp(tt.args...)
		a.Stdin = strings.NewReader(`{"id":"a","title":"湖北出口30亿元","text":"湖北出口31亿元。截止目前，外贸稳。湖北出口31亿元。"}` + "\n")
		a.Run()
		text := []byte(out.String())
		if tt.args[0] == "baseline" {
			text, _ = os.ReadFile(dir)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatalf("%v: %v\n%.300s%s", tt.args, err, text, errs)
		}
		name, _ := filepath.Abs(filepath.Join("fixtures/schemas", tt.file))
		s, err := jsonschema.NewCompiler().Compile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%v: %v", tt.args, err)
		}
		m := v.(map[string]any)
		delete(m, "schema")
		if s.Validate(m) == nil {
			t.Errorf("%s takes a report without its schema's name", tt.file)
		}
	}
}
