package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/fix"
	"github.com/hegao/hegao/checker/report"
	"github.com/hegao/hegao/checker/source"
)

func TestPlainHasNoEscapes(t *testing.T) {
	hostile := "标题\x1b[31m增长12.4%\x1b]0;x\x07\u202e\u0085\xff\t完\x00"
	r := &checker.Result{Path: "a\x1b[2Jb.md", Lang: "zh", File: &source.File{Text: hostile},
		Findings: []finding.Finding{
			{Rule: "r", Message: hostile, Span: spanOf(t, hostile, "12.4%", 0), Text: hostile,
				Evidence: []string{hostile},
				Related:  []finding.Related{{Span: spanOf(t, hostile, "12.4%", 0), Text: hostile, Message: hostile}},
				Ledger:   []finding.LedgerRef{{File: hostile, Line: 1, Figure: hostile, Source: hostile}},
				Fixes: []finding.Fix{
					{Title: hostile, Grade: finding.Manual, Edits: replace(spanOf(t, hostile, "12.4%", 0), "\x1b[1m")},
					{Title: hostile, Grade: finding.Manual}}},
			{Rule: "r", Span: source.Span{Start: 6, End: len(hostile)}},
		},
		Faults:  []string{hostile},
		Figures: []checker.Figure{{Text: hostile, Metric: hostile, Why: hostile, Kind: hostile}},
	}
	for _, got := range []string{
		render(t, check(report.Options{}), "diff", r, resultZH(t)),
		render(t, figures(report.Options{}), "table", r, resultZH(t)),
	} {
		for i, c := range got {
			if c < ' ' && c != '\n' || c == 0x7f || c == 0x85 || c == 0x202e {
				t.Fatalf("control character %U in %q", c, got[max(0, i-40):i])
			}
		}
	}
}

func TestColorAddsNothingButColor(t *testing.T) {
	got := render(t, figures(report.Options{Color: true}), "table", resultZH(t), resultEN(t))
	if !strings.Contains(got, "\x1b[") {
		t.Error("the table has no colour")
	}
	if plain := render(t, figures(report.Options{}), "table", resultZH(t), resultEN(t)); strip(got) != plain {
		t.Errorf("without colour the table reads\n%s\nnot\n%s", strip(got), plain)
	}
}

// strip removes the escape sequences of colours.
func strip(s string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, "\x1b[")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, s, _ = strings.Cut(after, "m")
	}
}

func TestUnknownFormat(t *testing.T) {
	_, err := report.Check("jsn", io.Discard, report.Options{})
	var unknown *report.UnknownFormatError
	if !errors.As(err, &unknown) || unknown.Name != "jsn" || len(unknown.Known) != len(report.CheckFormats()) {
		t.Errorf("got %v", err)
	}
	for _, name := range report.CheckFormats() {
		if _, err := report.Check(name, io.Discard, report.Options{}); err != nil {
			t.Error(err)
		}
	}
	for _, name := range report.FiguresFormats() {
		if _, err := report.Figures(name, io.Discard, report.Options{}); err != nil {
			t.Error(err)
		}
	}
}

// A result without a file, as of an input that couldn't be read, and spans out
// of bounds are reported all the same.
func TestNothingPanics(t *testing.T) {
	unread := &checker.Result{Path: "x.md", Findings: []finding.Finding{{Rule: "unreadable", Category: finding.Input,
		Severity: finding.Error, Message: "权限不足。"}}}
	wild := resultZH(t)
	for i, s := range []source.Span{{Start: -5, End: -1}, {Start: 9999, End: 99999}, {Start: 50, End: 10}, {Start: 3, End: 4}} {
		wild.Findings[i].Span = s
		wild.Findings[i].Fixes = append(wild.Findings[i].Fixes,
			finding.Fix{Grade: finding.Safe, Edits: replace(s, "x")},
			finding.Fix{Grade: finding.Safe, Edits: append(replace(source.Span{Start: 1, End: 9}, "x"), replace(source.Span{Start: 4, End: 5}, "y")...)})
		wild.Figures[i].Span = s
	}
	for _, name := range report.CheckFormats() {
		got := render(t, check(report.Options{Suggested: true}), name, unread, wild)
		if name != "patch" && !strings.Contains(got, "权限不足。") {
			t.Errorf("%s: the unreadable file is missing from\n%s", name, got)
		}
	}
	for _, name := range report.FiguresFormats() {
		render(t, figures(report.Options{}), name, unread, wild)
	}
}

// nullWriter counts bytes.
type nullWriter struct{ n int }

func (w *nullWriter) Write(b []byte) (int, error) { w.n += len(b); return len(b), nil }

func TestMemoryDoesNotGrow(t *testing.T) {
	r := resultZH(t)
	for _, name := range report.CheckFormats() {
		var w nullWriter
		x, err := report.Check(name, &w, report.Options{})
		if err != nil {
			t.Fatal(err)
		}
		_ = x.Begin()
		_ = x.File(r) // with what stands before the first
		head := w.n
		if err := x.File(r); err != nil {
			t.Fatal(err)
		}
		first, before := w.n-head, heap()
		for range 2000 {
			_ = x.File(r)
		}
		if after := heap(); after > before+1<<20 {
			t.Errorf("%s holds %d bytes after 2000 files", name, after-before)
		}
		if w.n < 1000*first && name != "markdown" { // which is bounded itself, and has its summary first
			t.Errorf("%s kept back what it should have written: %d bytes", name, w.n)
		}
	}
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestWriteErrorsAreReturned(t *testing.T) {
	for _, name := range report.CheckFormats() {
		x, _ := report.Check(name, brokenWriter{}, report.Options{})
		if err := errors.Join(x.Begin(), x.File(resultZH(t)), x.End()); !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// The patch is what git makes of fix.Apply, in every encoding.
func TestGitTakesThePatch(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git isn't installed: no patch is checked against it")
	}
	for _, encoding := range []string{"utf-8", "gb18030", "gbk", "big5", "utf-16le", "utf-16be"} {
		t.Run(encoding, func(t *testing.T) {
			text := "第一行\r\n新码头今年完成投資３０亿元，比去年增长５％\r\n第三行"
			if encoding == "big5" {
				text = strings.NewReplacer("码头", "碼頭", "亿", "億", "增长", "增長").Replace(text)
			}
			plain := &source.File{Encoding: encoding}
			raw, err := plain.EncodeFragment(text)
			if err != nil {
				t.Fatal(err)
			}
			file, err := source.Decode("版面 05.txt", raw, encoding)
			if err != nil {
				t.Fatal(err)
			}
			r := &checker.Result{Path: file.Path, Lang: "zh", File: file}
			for from, to := range map[string]string{"３０": "30", "５％": "5%"} {
				span := spanOf(t, file.Text, from, 0)
				r.Findings = append(r.Findings, finding.Finding{Rule: "width", Span: span, Text: from,
					Fixes: []finding.Fix{{Title: "半角", Grade: finding.Safe, Edits: replace(span, to)}}})
			}
			finding.Sort(r.Findings)
			edits, _ := fix.Select(r.Findings, false)
			want, err := fix.Apply(file.Text, edits)
			if err != nil {
				t.Fatal(err)
			}
			got := gitApply(t, file.Path, raw, render(t, check(report.Options{}), "patch", r))
			after, err := source.Decode(file.Path, got, encoding)
			if err != nil {
				t.Fatal(err)
			}
			if after.Text != want {
				t.Errorf("got %q, want %q", after.Text, want)
			}
		})
	}
}

func gitApply(t *testing.T, name string, old []byte, patch string) []byte {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, old, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"init", "-q"}, {"apply", "--check", "-"}, {"apply", "-"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
		cmd.Stdin = strings.NewReader(patch)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s\n%q", args, err, out, patch)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// A fix that the file's encoding can't hold stays out; the others go on.
func TestPatchLeavesOutWhatCannotBeEncoded(t *testing.T) {
	plain := &source.File{Encoding: "gbk"}
	raw, err := plain.EncodeFragment("吉县３０家\n")
	if err != nil {
		t.Fatal(err)
	}
	file, err := source.Decode("a.txt", raw, "gbk")
	if err != nil {
		t.Fatal(err)
	}
	r := &checker.Result{Path: "a.txt", File: file}
	for from, to := range map[string]string{"吉": "𠮷", "３０": "30"} {
		r.Findings = append(r.Findings, finding.Finding{Fixes: []finding.Fix{{Grade: finding.Safe, Edits: replace(spanOf(t, file.Text, from, 0), to)}}})
	}
	got := []byte(render(t, check(report.Options{}), "patch", r))
	want, err := plain.EncodeFragment("+吉县30家\n")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestTitleField(t *testing.T) {
	title := source.Span{Start: 0, End: 6, Field: source.FieldTitle}
	r := &checker.Result{ID: "7", Lang: "zh", File: &source.File{Text: "正文", Title: "三成增长"},
		Findings: []finding.Finding{{Rule: "r", Span: title, Text: "三成", Message: "见标题。",
			Fixes: []finding.Fix{{Title: "改", Grade: finding.Suggest, Edits: []finding.Edit{{Span: title, Text: "四成"}}}}}},
		Figures: []checker.Figure{{Span: title, Text: "三成"}}}
	if got := render(t, check(report.Options{Suggested: true}), "patch", r); got != "" {
		t.Errorf("a title was patched: %s", got)
	}
	if got := render(t, check(report.Options{}), "diff", r); !strings.Contains(got, "7:1:1 (标题)") || !strings.Contains(got, "+ {+四成+}增长") {
		t.Errorf("got\n%s", got)
	}
	for _, got := range []string{render(t, check(report.Options{}), "jsonl", r), render(t, figures(report.Options{}), "jsonl", r)} {
		if !strings.Contains(got, `"line":1,"column":1,"text":"三成","field":"title"}`) {
			t.Errorf("got %s", got)
		}
	}
}

// Text comes along exactly where spans don't count the bytes on disk.
func TestFiguresCarryTheTextOfOtherEncodings(t *testing.T) {
	for encoding, want := range map[string]bool{"": false, "utf-8": false, "gb18030": true} {
		r := &checker.Result{ID: "a", File: &source.File{Text: "正文", Encoding: encoding}}
		var got map[string]any
		if err := json.Unmarshal([]byte(render(t, figures(report.Options{}), "jsonl", r)), &got); err != nil {
			t.Fatal(err)
		}
		if text, ok := got["text"]; ok != want || ok && text != "正文" {
			t.Errorf("%q: text %v", encoding, text)
		}
	}
}

func Example() {
	var b strings.Builder
	r, _ := report.Check("diff", &b, report.Options{Lang: "en"})
	_ = r.Begin()
	_ = r.File(&checker.Result{Path: "a.txt", File: &source.File{Text: "Up 12%."}, Counts: checker.Counts{Figures: 1, Unchecked: 1}})
	_ = r.End()
	fmt.Print(b.String())
	// Output:
	// 1 document checked: 0 errors, 0 warnings, 0 notes; 1 figure: 0 confirmed, 0 consistent, 0 contradicted, 1 unchecked.
}

// A name is shown as one thing, the rule by its name, and what is only repeated
// is left out.
func TestNamesAreAtoms(t *testing.T) {
	const copy = "湖北对外工程承包完成额80.6亿美元。"
	s := spanOf(t, copy, "对外工程承包完成额", 0)
	r := &checker.Result{Path: "a.txt", Lang: "zh", File: &source.File{Text: copy},
		Findings: []finding.Finding{{Rule: "weekday-mismatch", Message: "名称不规范。", Span: s, Text: "对外工程承包完成额",
			Related: []finding.Related{{Span: spanOf(t, copy, "湖北", 0), Text: "湖北", Message: "“湖北”"}},
			Ledger:  []finding.LedgerRef{{File: "a.yaml", Line: 3, Figure: "对外承包工程完成营业额"}}, Evidence: []string{"一"},
			Fixes: []finding.Fix{{Grade: finding.Suggest, Edits: replace(s, "对外承包工程完成营业额")}}}}}
	const want = `a.txt:1:3  提示  星期不符  weekday-mismatch
  - 湖北[-对外工程承包完成额-]80.6亿美元。
  + 湖北{+对外承包工程完成营业额+}80.6亿美元。
  名称不规范。
  算式  一
  依据  对外承包工程完成营业额  a.yaml:3
  对照  1:1  湖北
`
	if got := render(t, check(report.Options{Rules: sampleRules}), "diff", r); !strings.Contains(got, want) {
		t.Errorf("got\n%s", got)
	}
}

// Candidates for one place share the line that shows it as it stands.
func TestCandidatesForOnePlace(t *testing.T) {
	const copy = "展会第七届开幕。"
	s := spanOf(t, copy, "第七届", 0)
	r := &checker.Result{Path: "a.txt", Lang: "zh", File: &source.File{Text: copy},
		Findings: []finding.Finding{{Rule: "edition-mismatch", Message: "届次与年份不合。", Span: s, Text: "第七届", Fixes: []finding.Fix{
			{Title: "按年份", Grade: finding.Manual, Edits: replace(s, "第八届")},
			{Title: "按城市", Grade: finding.Manual, Edits: replace(s, "第六届")}}}}}
	const want = `  改法1  按年份
  - 展会[-第七届-]开幕。
  + 展会{+第八届+}开幕。
  改法2  按城市
  + 展会{+第六届+}开幕。
  届次与年份不合。
`
	if got := render(t, check(report.Options{}), "diff", r); !strings.Contains(got, want) {
		t.Errorf("got\n%s", got)
	}
}
