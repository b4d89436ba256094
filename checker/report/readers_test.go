package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/report"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

// The formats of others are held against readers that aren't ours. `make
// readers` brings them; where they aren't, the tests say so and skip.

const readersFolder = "../../.tools/readers"

// reviewdog returns the program's path.
func reviewdog(t *testing.T) string {
	t.Helper()
	if path, err := filepath.Abs("../../bin/reviewdog"); err == nil {
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	path, err := exec.LookPath("reviewdog")
	if err != nil {
		t.Skip("reviewdog isn't here (make readers): nothing is read by it")
	}
	return path
}

// node runs the script of readers on an input and returns what it prints.
func node(t *testing.T, mode, input string) string {
	t.Helper()
	if _, err := os.Stat(filepath.Join(readersFolder, "node_modules")); err != nil {
		t.Skip("the readers from npm aren't here (make readers): nothing is read by them")
	}
	cmd := exec.Command("node", "read.mjs", mode)
	cmd.Dir = readersFolder
	cmd.Stdin = strings.NewReader(input)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v\n%s", err, errs.String())
	}
	return string(out)
}

var sampleRules = []*rule.Rule{
	{ID: "total-parts-mismatch", NameZH: "总分不符", Category: finding.Totals,
		Doc: "# total-parts-mismatch · 总分不符\n\n总数与各分项之和对不上。\n\nA total isn't the sum of its parts.\n\n## 查什么 / What it checks\n\n把分项加起来与总数比。\n\nThe parts are added up.\n\n## 为什么 / Why it matters\n\n读者会加。\n\nReaders add.\n"},
	{ID: "weekday-mismatch", NameZH: "星期不符", Category: finding.Dates},
}

// hostile is a document whose name and words hold what formats are escaped for.
func hostile() *checker.Result {
	text := "甲😀乙：12,5% <b>\"增长\"</b> 100%\n::error::x]]>&amp;\n"
	span := source.Span{Start: len("甲😀乙："), End: len("甲😀乙：12,5%")}
	f := finding.Finding{Rule: "odd,rule:1", Category: finding.Style, Severity: finding.Info, Confidence: 0.5,
		Message: "第一行\n第二行 100% ::error file=a::b \x00\x1b ]]> <x> & @someone #12 `code` **b** | ~~s~~ [l](u)", Span: span, Text: "12,5%",
		Evidence: []string{"a < b & c"}, Fixes: []finding.Fix{{Title: "改 <为> 12.5%", Grade: finding.Safe, Edits: replace(span, "12.5%\"<&>")}}}
	r := &checker.Result{ID: "x", Path: "a b/第1版,#%?:\"<&>'.md", Lang: "zh", File: &source.File{Text: text},
		Findings: []finding.Finding{f}, Counts: checker.Counts{Figures: 1}}
	finding.Identify(r.File, r.Findings)
	return r
}

// unread is an input that couldn't be read.
func unread() *checker.Result {
	r := checker.Unreadable("缺.md", "缺.md", "没有这个文件")
	return &r
}

func samples(t *testing.T) []*checker.Result {
	return []*checker.Result{resultZH(t), resultClean(), resultEN(t), hostile(), unread()}
}

// runReviewdog hands a report to reviewdog and returns what it makes of it.
func runReviewdog(t *testing.T, format, text, reporter string) string {
	t.Helper()
	cmd := exec.Command(reviewdog(t), "-f="+format, "-name=hegao", "-reporter="+reporter, "-filter-mode=nofilter", "-diff=git diff --no-index /dev/null /dev/null", "-level=error")
	cmd.Stdin = strings.NewReader(text)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil && !strings.Contains(err.Error(), "exit status 1") {
		t.Fatalf("reviewdog: %v\n%s", err, errs.String())
	}
	return string(out)
}

type rdRange struct{ Start, End struct{ Line, Column int } }

// in returns the text of a range, its columns counted in bytes.
func (r rdRange) in(text string) string {
	lines := strings.SplitAfter(text, "\n")
	from, to := 0, 0
	for _, l := range lines[:r.Start.Line-1] {
		from += len(l)
	}
	for _, l := range lines[:r.End.Line-1] {
		to += len(l)
	}
	return text[from+r.Start.Column-1 : to+r.End.Column-1]
}

// Reviewdog reads our own format of its, puts every finding where it stands and
// knows every suggestion.
func TestReviewdogReadsRDJSON(t *testing.T) {
	r := resultZH(t)
	out := runReviewdog(t, "rdjson", render(t, check(report.Options{}), "rdjson", r, hostile(), unread()), "rdjsonl")
	n := 0
	for d := json.NewDecoder(strings.NewReader(out)); d.More(); n++ {
		var got struct {
			Message  string
			Severity string
			Code     struct{ Value string }
			Location struct {
				Path  string
				Range rdRange
			}
			Suggestions []struct {
				Range rdRange
				Text  string
			}
		}
		if err := d.Decode(&got); err != nil {
			t.Fatal(err)
		}
		if n >= len(r.Findings) {
			continue
		}
		f := r.Findings[n]
		if got.Code.Value != f.Rule || got.Location.Path != r.Path || !strings.EqualFold(got.Severity, f.Severity.String()) ||
			got.Location.Range.in(sampleZH) != f.Text || !strings.HasPrefix(got.Message, f.Message) {
			t.Errorf("got %+v for %s", got, f.Rule)
		}
		for k, s := range got.Suggestions {
			if e := f.Fixes[k].Edits[0]; s.Text != e.Text || s.Range.in(sampleZH) != r.File.Slice(e.Span) {
				t.Errorf("%s: suggestion %+v", f.Rule, s)
			}
		}
		if len(got.Suggestions) != len(f.Fixes) {
			t.Errorf("%s: %d suggestions of %d", f.Rule, len(got.Suggestions), len(f.Fixes))
		}
	}
	if n != 6 {
		t.Errorf("reviewdog read %d findings of 6:\n%s", n, out)
	}
}

// It prints findings with their suggestions for people, too.
func TestReviewdogPrintsSuggestions(t *testing.T) {
	out := runReviewdog(t, "rdjson", render(t, check(report.Options{}), "rdjson", resultZH(t)), "local")
	for _, want := range []string{"要闻/江城.md", "出口与进口相加为850.5亿元", "suggestions:{", `text:"850.5亿元"`} {
		if !strings.Contains(out, want) {
			t.Errorf("%s isn't in %s", want, out)
		}
	}
}

// A fix of another line isn't offered at this one: it would be applied to the
// wrong words.
func TestSuggestionsStayOnTheirLines(t *testing.T) {
	r := resultZH(t)
	r.Findings[0].Fixes = append(r.Findings[0].Fixes, finding.Fix{Title: "别处", Grade: finding.Manual, Edits: replace(spanOf(t, sampleZH, "星期三", 0), "星期二")})
	if got := render(t, check(report.Options{}), "rdjson", r); strings.Contains(got, `"text":"星期二"`) || !strings.Contains(got, `"text":"850.5亿元"`) {
		t.Errorf("got %s", got)
	}
}

func TestReviewdogReadsCheckstyleAndSARIF(t *testing.T) {
	for _, format := range []string{"checkstyle", "sarif"} {
		out := runReviewdog(t, format, render(t, check(report.Options{Rules: sampleRules}), format, samples(t)...), "rdjsonl")
		lines := strings.Split(strings.TrimSpace(out), "\n")
		if len(lines) != 7 {
			t.Errorf("%s: reviewdog read %d findings of 7:\n%s", format, len(lines), out)
			continue
		}
		for _, want := range []string{`"path":"要闻/江城.md"`, `"line":3`, "total-parts-mismatch", "出口与进口相加为850.5亿元", "ERROR"} {
			if !strings.Contains(lines[0], want) {
				t.Errorf("%s: %s isn't in %s", format, want, lines[0])
			}
		}
	}
}

func TestJUnitIsReadByAnother(t *testing.T) {
	out := node(t, "junit", render(t, check(report.Options{}), "junit", samples(t)...))
	var got struct {
		Name      string
		Testsuite []struct {
			Name                    string
			Tests, Failures, Errors int
			Testcase                []struct {
				Name, Classname string
				Failure, Error  []struct{ Message, Type, Inner string }
				SystemOut       []string `json:"system-out"`
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	var shape []string
	for _, s := range got.Testsuite {
		shape = append(shape, fmt.Sprintf("%s %d %d %d", s.Name, s.Tests, s.Failures, s.Errors))
		fails, errs := 0, 0
		for _, c := range s.Testcase {
			fails += len(c.Failure)
			errs += len(c.Error)
		}
		if len(s.Testcase) != s.Tests || fails != s.Failures || errs != s.Errors {
			t.Errorf("%s counts wrong: %+v", s.Name, s)
		}
	}
	want := []string{"要闻/江城.md 4 2 0", "clean.txt 1 0 0", "trade.txt 2 0 1", hostile().Path + " 1 0 0", "缺.md 1 0 1"}
	if diff := cmp.Diff(want, shape); diff != "" {
		t.Error(diff)
	}
	first := got.Testsuite[0].Testcase[0]
	if first.Name != "total-parts-mismatch (3:14)" || first.Failure[0].Type != "error" || !strings.HasPrefix(first.Failure[0].Inner, "出口与进口相加") {
		t.Errorf("got %+v", first)
	}
}

// The commands are byte for byte those that GitHub's own toolkit writes.
func TestGitHubCommands(t *testing.T) {
	type annotation struct {
		Level      string         `json:"level"`
		Message    string         `json:"message"`
		Properties map[string]any `json:"properties"`
	}
	var list []annotation
	for _, r := range []*checker.Result{resultZH(t), hostile(), unread()} {
		for _, f := range r.Findings {
			a := annotation{Level: map[finding.Severity]string{finding.Error: "error", finding.Warning: "warning", finding.Info: "notice"}[f.Severity],
				Message: strings.NewReplacer("\n", "⏎", "\x00", "\ufffd", "\x1b", "\ufffd").Replace(f.Message), Properties: map[string]any{"title": f.Rule, "file": r.Path}}
			for _, e := range f.Evidence {
				a.Message += "\n算式：" + e
			}
			for _, l := range f.Ledger {
				a.Message += fmt.Sprintf("\n依据：%s  %s  %s:%d", l.Figure, l.Source, l.File, l.Line)
			}
			if f.Category != finding.Input {
				start, end := r.File.Position(f.Span.Start, 0), r.File.Position(f.Span.End, 0)
				a.Properties["startLine"], a.Properties["endLine"] = start.Line, end.Line
				a.Properties["startColumn"], a.Properties["endColumn"] = start.Column, end.Column
			}
			list = append(list, a)
		}
	}
	input, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	want := node(t, "github", string(input))
	got := render(t, check(report.Options{}), "github", resultZH(t), hostile(), unread())
	got = got[:strings.Index(got, "\n共核")+1]
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Error(diff)
	}
}

// gitlabSchema is what GitLab's documentation asks of a code quality report. What
// its server refuses an issue for is less: a lack of description, fingerprint,
// severity or location, or another type than here.
const gitlabSchema = `{"type": "array", "items": {"type": "object",
	"required": ["description", "check_name", "fingerprint", "severity", "location"],
	"properties": {
		"description": {"type": "string", "minLength": 1}, "check_name": {"type": "string", "minLength": 1},
		"fingerprint": {"type": "string", "minLength": 1},
		"severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
		"location": {"type": "object", "required": ["path", "lines"], "properties": {
			"path": {"type": "string", "pattern": "^[^./]"},
			"lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}}}}}}}`

// The report is one of Code Climate's issues to a compiler that knows them by a
// package of types which isn't ours.
func TestGitLabIssuesAreCodeClimates(t *testing.T) {
	text := render(t, check(report.Options{}), "gitlab", samples(t)...)
	if out := node(t, "codeclimate", text); out != "" {
		t.Errorf("not what the types say:\n%s", out)
	}
	if broken := strings.Replace(text, `"major"`, `"error"`, 1); broken == text || node(t, "codeclimate", broken) == "" {
		t.Error("a severity that there isn't passes")
	}
}

func TestGitLabFields(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(gitlabSchema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("gitlab.json", doc); err != nil {
		t.Fatal(err)
	}
	schema := c.MustCompile("gitlab.json")
	other := resultZH(t)
	other.Path = "./另一版.md"
	text := render(t, check(report.Options{}), "gitlab", append(samples(t), other)...)
	got, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(got); err != nil {
		t.Error(err)
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`"fingerprint":"([^"]*)"`).FindAllStringSubmatch(text, -1) {
		if seen[m[1]] {
			t.Errorf("two issues are called %s: GitLab shows one of them", m[1])
		}
		seen[m[1]] = true
	}
	if len(seen) != 11 {
		t.Errorf("%d issues", len(seen))
	}
}
