package rules_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules"
)

// shared returns a file of the folder with other people's copy and cases, and
// skips the test where that folder isn't at hand.
func shared(t testing.TB, path ...string) string {
	t.Helper()
	dir := os.Getenv("HEGAO_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	name := filepath.Join(append([]string{dir}, path...)...)
	if _, err := os.Stat(name); err != nil {
		t.Skipf("%s isn't here: set HEGAO_SHARED to the folder that has it", filepath.Join(path...))
	}
	return name
}

// newsroom returns a session with the sample newsroom's ledger, or without.
func newsroom(t testing.TB, withLedger bool) *checker.Session {
	t.Helper()
	selected, err := rules.Select(nil)
	if err != nil {
		t.Fatal(err)
	}
	opts := checker.Options{Rules: selected}
	if withLedger {
		paths, err := filepath.Glob("../fixtures/ledger/*.yaml")
		if err != nil || len(paths) == 0 {
			t.Fatalf("no ledger: %v", err)
		}
		var files []ledger.File
		for _, p := range paths {
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, ledger.File{Name: filepath.Base(p), Text: string(data)})
		}
		led, problems := ledger.Load(files, ledger.Options{})
		if len(problems) > 0 {
			t.Fatal(problems[0].Format("en"))
		}
		opts.Ledger = led
	}
	s, err := checker.New(opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func checkText(t testing.TB, s *checker.Session, text string) checker.Result {
	t.Helper()
	f, err := source.Decode("page.txt", []byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	d, err := document.Read(f, document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s.Check(d)
}

// places returns the spans that a finding names.
func places(f *finding.Finding) []source.Span {
	out := []source.Span{f.Span}
	for _, r := range f.Related {
		out = append(out, r.Span)
	}
	return out
}

// caught reports whether a warning or an error names the changed place, and
// with it another one or the ledger.
func caught(r *checker.Result, at source.Span) bool {
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Severity == finding.Info || len(f.Related) == 0 && len(f.Ledger) == 0 {
			continue
		}
		if slices.ContainsFunc(places(f), at.Overlaps) {
			return true
		}
	}
	return false
}

// mutation is a text with one figure of it changed.
type mutation struct {
	text, old, new string
	at             source.Span
}

// digitMutations changes each digit of a figure twice, and each Han digit of a
// rank once.
func digitMutations(text string, start, end int) (out []mutation) {
	put := func(i, w int, by string) {
		m := mutation{text: text[:i] + by + text[i+w:], old: text[start:end], at: source.Span{Start: start, End: end - w + len(by)}}
		m.new = m.text[start:m.at.End]
		out = append(out, m)
	}
	for i, r := range text[start:end] {
		switch {
		case r >= '0' && r <= '9':
			for _, by := range [2]rune{1, 5} {
				if d := '0' + (r-'0'+by)%10; i > 0 || d != '0' {
					put(start+i, 1, string(d))
				}
			}
		case r == '一':
			put(start+i, utf8.RuneLen(r), "二")
		case r == '三' && strings.HasPrefix(text[start:], "第"):
			put(start+i, utf8.RuneLen(r), "四")
		}
	}
	return out
}

// samplePage returns the sample page and the byte ranges of its figures that
// are printed more than once, with those that arithmetic decides.
func samplePage(t *testing.T) (text string, figures []source.Span) {
	t.Helper()
	page, err := os.ReadFile(shared(t, "seed", "hubei-daily-2025-12-25-p05.txt"))
	if err != nil {
		t.Fatal(err)
	}
	table, err := os.ReadFile(shared(t, "seed", "figures.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	offsets := make([]int, 0, len(page))
	for i := range string(page) {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(page))
	count := map[string]int{}
	type row struct {
		span    source.Span
		surface string
	}
	var rows []row
	for line := range strings.SplitSeq(strings.TrimSpace(string(table)), "\n") {
		col := strings.Split(line, "\t")
		var a, b int
		if _, err := scan(col[0], &a); err != nil {
			continue // the head line
		}
		if _, err := scan(col[1], &b); err != nil {
			t.Fatal(err)
		}
		if col[3] == "date" || col[3] == "period" {
			continue
		}
		count[col[2]]++
		rows = append(rows, row{source.Span{Start: offsets[a], End: offsets[b]}, col[2]})
	}
	tenBillion := 0
	for _, r := range rows {
		if r.surface == "10亿美元" {
			if tenBillion++; tenBillion == 2 {
				continue // printed once with this meaning
			}
		}
		once := !strings.HasPrefix(r.surface, "7502.3") && r.surface != "12.1个百分点" && r.surface != "2.39%"
		if count[r.surface] > 1 || !once {
			figures = append(figures, r.span)
		}
	}
	return string(page), figures
}

func scan(s string, n *int) (int, error) {
	v := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0, os.ErrInvalid
		}
		v = v*10 + int(c-'0')
	}
	*n = v
	return v, nil
}

// TestSamplePageMutations changes one digit of every figure that the sample
// page repeats or proves, hundreds of times, and asks each time for a finding
// at the changed figure that shows the other place.
func TestSamplePageMutations(t *testing.T) {
	text, figures := samplePage(t)
	for _, withLedger := range []bool{false, true} {
		s := newsroom(t, withLedger)
		tried := 0
		for _, f := range figures {
			for _, m := range digitMutations(text, f.Start, f.End) {
				tried++
				r := checkText(t, s, m.text)
				if !caught(&r, m.at) {
					t.Errorf("ledger %v: %s → %s at byte %d isn't reported", withLedger, m.old, m.new, m.at.Start)
				}
			}
		}
		if tried < 200 {
			t.Errorf("only %d changes were tried", tried)
		}
	}
}

// TestFixtureMutations does the same to the sample newsroom's own clean page,
// for the figures that its ledger holds.
func TestFixtureMutations(t *testing.T) {
	data, err := os.ReadFile("../fixtures/copy/page06.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	s := newsroom(t, true)
	clean := checkText(t, s, text)
	for _, f := range clean.Findings {
		if f.Severity == finding.Error {
			t.Errorf("the page as it stands: %s at %q: %s", f.Rule, f.Text, f.Message)
		}
	}
	tried := 0
	for _, f := range clean.Figures {
		if f.Status != "confirmed" {
			continue
		}
		for _, m := range digitMutations(text, f.Span.Start, f.Span.End) {
			tried++
			r := checkText(t, s, m.text)
			if !caught(&r, m.at) {
				t.Errorf("%s → %s at byte %d isn't reported", m.old, m.new, m.at.Start)
			}
		}
	}
	if tried < 30 {
		t.Errorf("only %d changes were tried", tried)
	}
}

// TestSamplePageWeekdaysAndEditions changes the weekday of the masthead and the
// editions of events, and asks for a finding at each.
func TestSamplePageWeekdaysAndEditions(t *testing.T) {
	page, err := os.ReadFile(shared(t, "seed", "hubei-daily-2025-12-25-p05.txt"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(page)
	s := newsroom(t, true)
	change := func(old, by string) {
		at := strings.Index(text, old)
		if at < 0 {
			t.Fatalf("%q isn't on the page", old)
		}
		r := checkText(t, s, text[:at]+by+text[at+len(old):])
		span := source.Span{Start: at, End: at + len(by)}
		if !slices.ContainsFunc(r.Findings, func(f finding.Finding) bool {
			return f.Severity > finding.Info && slices.ContainsFunc(places(&f), span.Overlaps)
		}) {
			t.Errorf("%s → %s isn't reported", old, by)
		}
	}
	for _, day := range []string{"一", "二", "三", "五", "六", "日"} {
		change("星期四", "星期"+day)
	}
	for _, n := range []string{"一", "二", "四", "六", "七", "八"} {
		change("第五届消博会", "第"+n+"届消博会")
	}
	for _, n := range []string{"一", "二", "四", "五", "六", "七"} {
		change("第三届进博会", "第"+n+"届进博会")
	}
}

// TestSamplePageFindings asks for the page's real mistakes, one of them grave,
// and for silence on what only looks wrong.
func TestSamplePageFindings(t *testing.T) {
	page, err := os.ReadFile(shared(t, "seed", "hubei-daily-2025-12-25-p05.txt"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"discouraged-name 自贸区", "discouraged-name 对外工程承包完成额", "discouraged-name 吉乌铁路",
		"edition-mismatch 第三届进博会", "cut-paragraph 国", "repeated-block 12月16日", "event-tense-mismatch 将",
	}
	r := checkText(t, newsroom(t, true), string(page))
	for _, f := range r.Findings {
		i := slices.IndexFunc(want, func(w string) bool {
			rule, text, _ := strings.Cut(w, " ")
			return f.Rule == rule && (strings.Contains(f.Text, text) || strings.Contains(text, f.Text))
		})
		switch {
		case i >= 0:
			want = slices.Delete(want, i, i+1)
		case f.Severity > finding.Info:
			t.Errorf("%s %v at %q: %s", f.Severity, f.Rule, f.Text, f.Message)
		}
		if grave := f.Rule == "edition-mismatch"; grave != (f.Severity == finding.Error) {
			t.Errorf("%s is of severity %v", f.Rule, f.Severity)
		}
	}
	for _, w := range want {
		t.Errorf("not found: %s", w)
	}
}
