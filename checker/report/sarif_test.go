package report_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/report"
)

// sarifSchema returns the standard's schema, as a module of others ships it.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	cmd := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3")
	cmd.Dir = readersFolder
	out, err := cmd.Output()
	dir := strings.TrimSpace(string(out))
	if err != nil || dir == "" {
		t.Skip("the schema of SARIF isn't here (make readers): no report is held against it")
	}
	data, err := os.ReadFile(filepath.Join(dir, "pkg/report/v210/sarif/schema.go"))
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(data), "`")
	text, _, _ = strings.Cut(text, "`")
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSARIFMeetsTheSchema(t *testing.T) {
	schema := sarifSchema(t)
	for _, o := range []report.Options{{}, {Lang: "en", Rules: sampleRules, Version: "1.2.3"}} {
		for _, results := range [][]*checker.Result{nil, {resultClean()}, samples(t)} {
			text := render(t, check(o), "sarif", results...)
			doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			if err != nil {
				t.Fatalf("%v in %s", err, text)
			}
			if err := schema.Validate(doc); err != nil {
				t.Errorf("%v\n%s", err, text)
			}
		}
	}
	// The schema must be able to refuse.
	doc, _ := jsonschema.UnmarshalJSON(strings.NewReader(`{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}`))
	if schema.Validate(doc) == nil {
		t.Error("the schema accepts a driver without a name")
	}
}

// sarifLog is what the test reads of a report.
type sarifLog struct {
	Runs []struct {
		ColumnKind string
		Tool       struct {
			Driver struct {
				Rules []struct {
					ID               string
					ShortDescription struct{ Text string }
					Help             struct{ Text, Markdown string }
				}
			}
		}
		Results []struct {
			RuleID    string
			RuleIndex *int
			Level     string
			Locations []struct{ PhysicalLocation sarifPlace }
			Related   []struct {
				PhysicalLocation sarifPlace
				Message          struct{ Text string }
			} `json:"relatedLocations"`
			Fixes []struct {
				ArtifactChanges []struct {
					Replacements []struct {
						DeletedRegion   sarifRegion
						InsertedContent struct{ Text string }
					}
				}
			}
			PartialFingerprints map[string]string
		}
		Invocations []struct{ ExecutionSuccessful bool }
	}
}

type sarifPlace struct {
	ArtifactLocation struct{ URI, URIBaseID string }
	Region           *sarifRegion
}

type sarifRegion struct {
	StartLine, StartColumn, EndLine, EndColumn int
	Snippet                                    struct{ Text string }
}

// in returns the text of a region, its columns counted in code points.
func (r sarifRegion) in(text string) string {
	lines := strings.SplitAfter(text, "\n")
	var b strings.Builder
	for n := r.StartLine; n <= r.EndLine; n++ {
		line := []rune(lines[n-1])
		from, to := 0, len(line)
		if n == r.StartLine {
			from = r.StartColumn - 1
		}
		if n == r.EndLine {
			to = r.EndColumn - 1
		}
		b.WriteString(string(line[from:to]))
	}
	return b.String()
}

func TestSARIFSaysWhatWasFound(t *testing.T) {
	var log sarifLog
	r := resultZH(t)
	if err := json.Unmarshal([]byte(render(t, check(report.Options{Rules: sampleRules}), "sarif", r, resultEN(t))), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if run.ColumnKind != "unicodeCodePoints" || len(run.Results) != 5 || run.Invocations[0].ExecutionSuccessful {
		t.Fatalf("got %+v", run)
	}
	if d := run.Tool.Driver.Rules[0]; d.ShortDescription.Text != "总数与各分项之和对不上。 A total isn't the sum of its parts." ||
		d.Help.Markdown != "把分项加起来与总数比。\n\n读者会加。\n\nThe parts are added up.\n\nReaders add." {
		t.Errorf("got %+v", d)
	}
	for i, res := range run.Results[:4] {
		f := r.Findings[i]
		region := res.Locations[0].PhysicalLocation.Region
		if got := region.in(sampleZH); got != f.Text || region.Snippet.Text != f.Text {
			t.Errorf("%s stands at %q, not at %q", f.Rule, got, f.Text)
		}
		for k, rel := range res.Related {
			if got := rel.PhysicalLocation.Region.in(sampleZH); got != f.Related[k].Text {
				t.Errorf("%s: related is %q", f.Rule, got)
			}
		}
		for k, x := range res.Fixes {
			edit := f.Fixes[k].Edits[0]
			got := x.ArtifactChanges[0].Replacements[0]
			if got.DeletedRegion.in(sampleZH) != r.File.Slice(edit.Span) || got.InsertedContent.Text != edit.Text {
				t.Errorf("%s: fix %+v", f.Rule, got)
			}
		}
		if len(res.Fixes) != len(f.Fixes) || len(res.Related) != len(f.Related) || res.PartialFingerprints["hegao/v1"] != f.Fingerprint {
			t.Errorf("%s: got %+v", f.Rule, res)
		}
	}
	if first := run.Results[0]; first.RuleIndex == nil || *first.RuleIndex != 0 || first.Level != "error" {
		t.Errorf("got %+v", first)
	}
	if got := run.Results[0].Locations[0].PhysicalLocation.ArtifactLocation; got.URI != "%E8%A6%81%E9%97%BB/%E6%B1%9F%E5%9F%8E.md" || got.URIBaseID != "%SRCROOT%" {
		t.Errorf("got %+v", got)
	}
}
