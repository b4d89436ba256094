package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rivo/uniseg"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

// stub is a rule that reports, or breaks, where the copy says so.
var stub = &rule.Rule{ID: "stub-mismatch", NameZH: "试用", Category: finding.Repeat, Run: func(p *rule.Pass) {
	for word, severity := range map[string]finding.Severity{"ERR": finding.Error, "WARN": finding.Warning, "INFO": finding.Info} {
		if i := strings.Index(p.Doc.View.Text, word); i >= 0 {
			p.Report(rule.Problem{Range: source.Range{Start: i, End: i + len(word)}, Severity: severity,
				Message: finding.Text{ZH: "试用", EN: "stub"}})
		}
	}
	if strings.Contains(p.Doc.View.Text, "PANIC") {
		panic("a fault of ours")
	}
}}

func write(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// run runs a command line with the stub rule and returns what came of it.
func run(args ...string) (code int, stdout, stderr string) {
	a, out, errs := testApp(args...)
	a.extra = []*rule.Rule{stub}
	code = a.Run()
	return code, out.String(), errs.String()
}

func TestExitCodes(t *testing.T) {
	write(t, map[string]string{
		"clean.md": "没有问题。\n", "err.md": "ERR\n", "warn.md": "WARN\n", "info.md": "INFO\n", "panic.md": "ERR PANIC\n",
		"bad.txt":       "\xff\xff\xff\xff\n",
		"never.yaml":    "fail-on: never\n",
		"info.yaml":     "fail-on: info\n",
		"broken.yaml":   "fail-on: nevr\n",
		"ledger.yaml":   "hegao: ledger/v1\ntitle: x\nfigrues: []\n",
		"off.yaml":      "rules: {}\n",
		"nest/deep.txt": strings.Repeat("“", 10000) + strings.Repeat("> ", 10000) + strings.Repeat("”", 10000),
		"nest/deep.md":  strings.Repeat("> ", 10000) + "x\n" + strings.Repeat("(", 10000),
		"empty.md":      "",
	})
	tests := []struct {
		args string
		want int
	}{
		{"check clean.md", ExitClean},
		{"check empty.md", ExitClean},
		{"check err.md", ExitFindings},
		{"check warn.md", ExitClean},
		{"check warn.md --fail-on warning", ExitFindings},
		{"check info.md --fail-on warning", ExitClean},
		{"check info.md --fail-on info", ExitFindings},
		{"check err.md --fail-on never", ExitClean},
		{"check err.md --config never.yaml", ExitClean},
		{"check info.md --config info.yaml", ExitFindings},
		{"check info.md --config info.yaml --fail-on error", ExitClean},
		{"check err.md --category ledger", ExitClean},
		{"figures err.md", ExitClean},
		{"check err.md gone.md", ExitUsage},
		{"check gone.md --fail-on never", ExitUsage},
		{"check bad.txt clean.md --encoding utf-8", ExitUsage},
		{"check gone.md --category repeat", ExitUsage},
		{"figures gone.md", ExitUsage},
		{"check clean.md --config broken.yaml", ExitUsage},
		{"check clean.md --config gone.yaml", ExitUsage},
		{"check clean.md --ledger ledger.yaml", ExitUsage},
		{"check clean.md --output no/such/folder/x", ExitUsage},
		{"check panic.md", ExitFault},
		{"check panic.md gone.md err.md", ExitFault},
		{"check nest", ExitClean},
		{"check", ExitUsage},
		{"", ExitUsage},
		{"ledger", ExitUsage},
		{"nonsense", ExitUsage},
		{"--help", ExitClean},
		{"check --help", ExitClean},
		{"version", ExitClean},
		{"ledger check ledger.yaml", ExitUsage},
		{"ledger check", ExitUsage},
		{"explain", ExitUsage},
		{"explain nonsense", ExitUsage},
	}
	for _, tt := range tests {
		if code, out, errs := run(strings.Fields(tt.args)...); code != tt.want {
			t.Errorf("hegao %s: exit code %d, want %d\n%.600s\n%.600s", tt.args, code, tt.want, out, errs)
		}
	}
}

func TestUsageErrorsGoToStderr(t *testing.T) {
	write(t, nil)
	for _, line := range []string{"check", "check a --formt", "chekc", "check a --lang fr", "check a --jobs x", ""} {
		_, out, errs := run(strings.Fields(line)...)
		if out != "" || errs == "" {
			t.Errorf("hegao %s: stdout %q, stderr %q", line, out, errs)
		}
	}
}

// A fault of a rule doesn't keep the others from their work, and says how to
// reproduce it.
func TestFault(t *testing.T) {
	write(t, map[string]string{"panic.md": "ERR PANIC\n", "err.md": "ERR\n"})
	code, out, errs := run("check", "--format", "jsonl", "panic.md", "err.md")
	if code != ExitFault || strings.Count(out, `"rule":"stub-mismatch"`) != 2 {
		t.Errorf("%d\n%s", code, out)
	}
	for _, want := range []string{"panic.md", "stub-mismatch", "a fault of ours", "fingerprint"} {
		if !strings.Contains(errs, want) {
			t.Errorf("%q isn't in %s", want, errs)
		}
	}
}

// The report is the same at any number of workers, in the order of the input.
func TestJobs(t *testing.T) {
	files := map[string]string{}
	var lines strings.Builder
	for i := range 300 {
		text := fmt.Sprintf("第%d篇 %s\n", i, []string{"ERR", "", "WARN", "PANIC"}[i%4])
		files[fmt.Sprintf("f%03d.md", i)] = text
		data, _ := json.Marshal(map[string]string{"id": fmt.Sprint(i), "text": text})
		lines.WriteString(string(data) + "\n")
	}
	files["lines/all.jsonl"] = lines.String()
	write(t, files)
	for _, path := range []string{".", "lines/all.jsonl"} {
		_, one, errs := run("check", path, "--format", "jsonl", "--jobs", "1")
		if strings.Count(one, "\n") < 300 {
			t.Fatalf("%d lines\n%s", strings.Count(one, "\n"), errs)
		}
		for _, jobs := range []string{"2", "7", "64"} {
			_, many, manyErrs := run("check", path, "--format", "jsonl", "--jobs", jobs)
			if many != one || manyErrs != errs {
				t.Errorf("%s: the report differs at %s workers", path, jobs)
			}
		}
	}
}

// A line of 50 MB is read, and the files after it too. What isn't linear in the
// length of the copy would not come to an end here.
func TestLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("large")
	}
	stretch := strings.Repeat("江水绕城，远山如黛，", 100) + "进出口7502.3亿元，"
	line := strings.Repeat(stretch, 50<<20/len(stretch))
	write(t, map[string]string{"long.txt": line + "ERR", "short.txt": "ERR"})
	code, out, errs := run("check", "--format", "jsonl", "--fail-on", "never", "long.txt", "short.txt")
	if code != ExitClean || !strings.Contains(out, `"path":"short.txt"`) {
		t.Errorf("%d %.300s %.300s", code, out, errs)
	}
}

func TestOrderedStops(t *testing.T) {
	produced := 0
	want := errors.New("full")
	err := ordered(4, 8,
		func(yield func(int) bool) {
			for i := range 1_000_000 {
				produced++
				if !yield(i) {
					return
				}
			}
		},
		func(i int) int { return i * i },
		func(i int) error {
			if i == 100 {
				return want
			}
			return nil
		})
	if !errors.Is(err, want) || produced > 100 {
		t.Errorf("%v after %d jobs", err, produced)
	}
}

func TestProgress(t *testing.T) {
	var b strings.Builder
	now := time.Time{}
	a := &App{Stderr: &b, StderrTTY: true, Now: func() time.Time { return now }, lang: "en"}
	inputs := []input{{path: "a.md"}, {path: "b.md"}, {path: "c.md"}}
	p := a.newProgress(&options{}, inputs)
	p.step()
	if b.Len() > 0 {
		t.Errorf("shown within the first second: %q", b.String())
	}
	now = now.Add(2 * time.Second)
	p.step()
	p.clear()
	if got := b.String(); !strings.Contains(got, "checked 2 of 3") || !strings.HasSuffix(got, "\x1b[K") {
		t.Errorf("%q", got)
	}
	a.StderrTTY = false
	if a.newProgress(&options{}, inputs) != nil {
		t.Error("progress goes into a pipe")
	}
	a.StderrTTY = true
	if a.newProgress(&options{}, inputs[:1]) != nil {
		t.Error("progress for one file")
	}
}

// On a terminal a report is as wide as the terminal, within reason; a file and a
// pipe are the same everywhere.
func TestReportsFitTheTerminal(t *testing.T) {
	for _, c := range []struct {
		tty           bool
		columns, want int
	}{{true, 72, 72}, {true, 400, widest}, {true, 0, 0}, {false, 72, 0}} {
		if got := (&App{StdoutTTY: c.tty, Columns: c.columns}).width(); got != c.want {
			t.Errorf("%+v: %d columns", c, got)
		}
	}
}

// Help fits the terminal: names that are too long have a line of their own, and
// what they mean is wrapped.
func TestHelpFits(t *testing.T) {
	for _, lang := range languages {
		for _, columns := range []int{0, 60, 80} {
			a, out, _ := testApp("check", "--help", "--lang", lang)
			a.StdoutTTY, a.Columns = columns > 0, columns
			a.Run()
			for line := range strings.Lines(out.String()) {
				line = strings.TrimRight(line, "\n")
				if w := uniseg.StringWidth(line); w > a.helpWidth() && !strings.HasPrefix(line, "  --format ") {
					t.Errorf("%s, %d columns: %d in %q", lang, columns, w, line)
				}
			}
			if !strings.Contains(out.String(), "--fail-on error|warning|info|never\n") {
				t.Errorf("%s", out)
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		text    string
		columns int
		want    []string
	}{
		{"", 10, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"a-word-too-long", 5, []string{"a-", "word-", "too-", "long"}},
		{"台账文件，可写多次", 10, []string{"台账文件，", "可写多次"}},
	} {
		if got := wrap(tt.text, tt.columns); !slices.Equal(got, tt.want) {
			t.Errorf("%q in %d columns: %q", tt.text, tt.columns, got)
		}
	}
}

// What can't be written is told as that, not as what can't be read.
func TestUnwritableOutput(t *testing.T) {
	write(t, map[string]string{"a.txt": "今天天气很好。\n"})
	a, _, errs := testApp("check", "--output", "nowhere/report.json", "a.txt")
	if code := a.Run(); code != ExitUsage || !strings.Contains(errs.String(), "there is no such folder") {
		t.Errorf("exit code %d: %s", code, errs)
	}
}
