package checker

import (
	"reflect"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

// reporting returns a rule that reports problems of its own making.
func reporting(id, nameZH string, category finding.Category, make func(p *rule.Pass)) *rule.Rule {
	return &rule.Rule{ID: id, NameZH: nameZH, Category: category, Run: make}
}

func message(s string) finding.Text { return finding.Text{ZH: s + "（中）", EN: s + " (en)"} }

func check1(t *testing.T, text string, opts Options) Result {
	t.Helper()
	s, err := New(opts)
	if err != nil {
		t.Fatal(err)
	}
	d, err := document.Read(&source.File{Path: "a.md", Text: text}, document.Options{Format: "md"})
	if err != nil {
		t.Fatal(err)
	}
	return s.Check(d)
}

const copyText = "# 😀𠮷 标题\n\n出口**3.48亿元**，又说出口3.84亿元。\n"

func slip(id, nameZH string, category finding.Category, severity finding.Severity, related bool) *rule.Rule {
	return reporting(id, nameZH, category, func(p *rule.Pass) {
		text := p.Doc.View.Text
		i, j := strings.Index(text, "3.84亿元"), strings.Index(text, "3.48亿元")
		if i < 0 || j < 0 {
			return
		}
		size := len("3.84亿元")
		pr := rule.Problem{Range: source.Range{Start: i, End: i + size}, Severity: severity, Confidence: 0.9, Message: message(id)}
		if related {
			pr.Related = []rule.Related{{Range: source.Range{Start: j, End: j + size}, Message: message("there")}}
			pr.Fixes = []rule.Fix{{Title: message("fix"), Grade: finding.Manual, Edits: []rule.Edit{{Range: pr.Range, Text: "3.48亿元"}}}}
		}
		p.Report(pr)
	})
}

func TestProblemsAreMappedToTheFile(t *testing.T) {
	r := check1(t, copyText, Options{Rules: []*rule.Rule{slip("a-mismatch", "甲", finding.Repeat, finding.Error, true)}})
	if len(r.Findings) != 1 || len(r.Faults) > 0 {
		t.Fatalf("%+v", r)
	}
	f := r.Findings[0]
	if f.Text != "3.84亿元" || copyText[f.Span.Start:f.Span.End] != f.Text || f.Related[0].Text != "3.48亿元" ||
		copyText[f.Related[0].Span.Start:f.Related[0].Span.End] != "3.48亿元" {
		t.Errorf("%+v", f)
	}
	if f.Message != "a-mismatch（中）" || f.Category != finding.Repeat || f.Fingerprint == "" {
		t.Errorf("%+v", f)
	}
	if len(f.Fixes) != 1 || f.Fixes[0].Edits[0].Span != f.Span {
		t.Errorf("fixes %+v", f.Fixes)
	}
}

func TestSettings(t *testing.T) {
	rules := []*rule.Rule{slip("a-mismatch", "甲", finding.Repeat, finding.Error, true), slip("b-style", "乙", finding.Style, finding.Info, false)}
	tests := []struct {
		name string
		opts Options
		want string
	}{
		{"as they are", Options{}, "a-mismatch/error/（中） b-style/info/（中）"},
		{"in English", Options{Lang: "en"}, "a-mismatch/error/ (en) b-style/info/ (en)"},
		{"severity", Options{Severities: map[string]finding.Severity{"a-mismatch": finding.Warning}}, "a-mismatch/warning/（中） b-style/info/（中）"},
		{"off", Options{Disabled: map[string]bool{"a-mismatch": true}}, "b-style/info/（中）"},
		{"category", Options{Categories: map[finding.Category]bool{finding.Repeat: true}}, "a-mismatch/error/（中）"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.opts.Rules = rules
			var got []string
			for _, f := range check1(t, copyText, tt.opts).Findings {
				got = append(got, f.Rule+"/"+f.Severity.String()+"/"+strings.TrimPrefix(f.Message, f.Rule))
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("got %s, want %s", s, tt.want)
			}
		})
	}
}

func TestNewRefuses(t *testing.T) {
	r := slip("a-mismatch", "甲", finding.Repeat, finding.Error, true)
	for name, opts := range map[string]Options{
		"two of one name":  {Rules: []*rule.Rule{r, r}},
		"unknown severity": {Rules: []*rule.Rule{r}, Severities: map[string]finding.Severity{"x": 0}},
		"unknown off":      {Rules: []*rule.Rule{r}, Disabled: map[string]bool{"x": true}},
	} {
		if _, err := New(opts); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// One contradiction is one finding, however many rules see it.
func TestMerge(t *testing.T) {
	repeat := slip("repeat", "甲", finding.Repeat, finding.Warning, true)
	ledger := reporting("ledger", "乙", finding.Ledger, func(p *rule.Pass) {
		i := strings.Index(p.Doc.View.Text, "3.84亿元")
		p.Report(rule.Problem{Range: source.Range{Start: i, End: i + len("3.84亿元")}, Severity: finding.Error, Message: message("ledger"),
			Ledger: []finding.LedgerRef{{File: "l.yaml", Line: 3}}})
	})
	reversed := reporting("reversed", "丙", finding.Layout, func(p *rule.Pass) {
		text := p.Doc.View.Text
		a, b := strings.Index(text, "3.48亿元"), strings.Index(text, "3.84亿元")
		size := len("3.84亿元")
		p.Report(rule.Problem{Range: source.Range{Start: a, End: a + size}, Severity: finding.Warning, Message: message("reversed"),
			Related: []rule.Related{{Range: source.Range{Start: b, End: b + size}, Message: message("there")}}})
	})
	style := slip("style", "丁", finding.Style, finding.Info, false)
	for name, rules := range map[string][]*rule.Rule{
		"in order": {repeat, ledger, reversed, style}, "reversed": {style, reversed, ledger, repeat},
	} {
		r := check1(t, copyText, Options{Rules: rules})
		if len(r.Findings) != 2 || r.Findings[0].Rule != "ledger" || r.Findings[1].Rule != "style" {
			t.Errorf("%s: %+v", name, r.Findings)
			continue
		}
		if f := r.Findings[0]; len(f.Related) != 1 || f.Related[0].Text != "3.48亿元" || len(f.Ledger) != 1 {
			t.Errorf("%s: the other place is lost: %+v", name, f)
		}
	}
}

func TestFaults(t *testing.T) {
	bad := reporting("bad", "坏", finding.Repeat, func(p *rule.Pass) { _ = p.Doc.Blocks[1<<20] })
	outside := reporting("outside", "外", finding.Repeat, func(p *rule.Pass) {
		p.Report(rule.Problem{Range: source.Range{Start: 5, End: 1 << 20}, Message: message("x")})
		p.Report(rule.Problem{Range: source.Range{Start: 5, End: 4}, Message: message("x")})
	})
	good := slip("a-mismatch", "甲", finding.Repeat, finding.Error, true)
	r := check1(t, copyText, Options{Rules: []*rule.Rule{bad, outside, good}})
	if len(r.Findings) != 1 || r.Findings[0].Rule != "a-mismatch" {
		t.Errorf("the other rules must go on: %+v", r.Findings)
	}
	if len(r.Faults) != 3 {
		t.Fatalf("faults: %q", r.Faults)
	}
	for _, want := range []string{"a.md: bad: ", "index out of range", "fingerprint", "session_test.go:"} {
		if !strings.Contains(r.Faults[0], want) {
			t.Errorf("%q isn't in %s", want, r.Faults[0])
		}
	}
	again := check1(t, copyText, Options{Rules: []*rule.Rule{bad, outside, good}})
	if !reflect.DeepEqual(again.Faults, r.Faults) {
		t.Errorf("faults differ between two runs:\n%q\n%q", r.Faults, again.Faults)
	}
}

func TestDirectives(t *testing.T) {
	rules := []*rule.Rule{slip("a-mismatch", "甲乙不符", finding.Repeat, finding.Error, true), slip("off-rule", "停用", finding.Style, finding.Info, false)}
	tests := []struct {
		name, directive string
		want            string // rule/severity of the findings
		words           string
	}{
		{"silences", "<!-- hegao:allow a-mismatch: two contracts -->", "", ""},
		{"silences, Chinese", "<!-- 核稿:允许 甲乙不符：两份合同 -->", "", ""},
		{"no reason", "<!-- hegao:allow a-mismatch -->", "allow-directive/warning a-mismatch/error", "须在冒号后写明理由"},
		{"no such rule", "<!-- hegao:allow a-mismach: why -->", "allow-directive/warning a-mismatch/error", "是不是想写 “a-mismatch”"},
		{"no such verb", "<!-- hegao:permit a-mismatch: why -->", "allow-directive/warning a-mismatch/error", "permit"},
		{"a rule that doesn't run", "<!-- hegao:allow off-rule: why -->", "a-mismatch/error", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := "# 标题\n\n" + tt.directive + "\n\n出口3.48亿元，又说出口3.84亿元。\n"
			r := check1(t, text, Options{Rules: rules, Disabled: map[string]bool{"off-rule": true}})
			var got, words []string
			for _, f := range r.Findings {
				got, words = append(got, f.Rule+"/"+f.Severity.String()), append(words, f.Message)
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("got %s, want %s", s, tt.want)
			}
			if !strings.Contains(strings.Join(words, "\n"), tt.words) {
				t.Errorf("%q isn't in %q", tt.words, words)
			}
		})
	}
	unused := check1(t, "# 标题\n\n<!-- hegao:allow a-mismatch: why -->\n\n没有问题。\n\n出口3.48亿元，又说出口3.84亿元。\n", Options{Rules: rules[:1]})
	if len(unused.Findings) != 2 || unused.Findings[0].Rule != DirectiveRule || unused.Findings[0].Severity != finding.Info {
		t.Errorf("unused: %+v", unused.Findings)
	}
}

// An edit must not swallow markup that stands inside it.
func TestNoFixOverMarkup(t *testing.T) {
	r := reporting("across", "跨", finding.Repeat, func(p *rule.Pass) {
		i := strings.Index(p.Doc.View.Text, "出口3.48")
		rg := source.Range{Start: i, End: i + len("出口3.48")}
		p.Report(rule.Problem{Range: rg, Message: message("x"), Fixes: []rule.Fix{{Edits: []rule.Edit{{Range: rg, Text: "y"}}}}})
	})
	res := check1(t, copyText, Options{Rules: []*rule.Rule{r}})
	if len(res.Findings) != 1 || len(res.Findings[0].Fixes) != 0 {
		t.Errorf("%+v", res.Findings)
	}
}

// The merger stays linear where a rule reports one place over and over.
func TestMergeManyAtOnePlace(t *testing.T) {
	r := reporting("many", "多", finding.Repeat, func(p *rule.Pass) {
		for i := range 20000 {
			p.Report(rule.Problem{Range: source.Range{Start: 0, End: 1}, Message: message(strings.Repeat("x", i%7))})
		}
	})
	check1(t, copyText, Options{Rules: []*rule.Rule{r, slip("a-mismatch", "甲", finding.Repeat, finding.Error, true)}})
}
