package config

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hegao/hegao/checker/finding"
)

const settings = `hegao: config/v1
ledgers: [ledger]
lang: zh
style: chinese
terms: [湖北对外工程]
baseline: known.json
rules:
  weekday-mismatch: off
  rank-mismatch: {severity: warning, scope: 中部}
paths:
  - match: "*.en.md"
    lang: en
    style: ap
    rules: {weekday-mismatch: error}
  - match: [sports/**, ./体育/]
    ledgers: [sports.yaml]
    fail-on: never
    terms: [三分球]
    rules: {rank-mismatch: off}
`

func TestOverrides(t *testing.T) {
	c, err := Parse("/news/.hegao.yaml", []byte(settings), known)
	if err != nil {
		t.Fatal(err)
	}
	if same, key := c.For("copy/a.md"); same != c || key != "" {
		t.Errorf("copy that nothing matches has settings of its own: %q", key)
	}
	en, key := c.For("copy/deep/a.en.md")
	if en.Lang != "en" || en.Style != StyleAP || en.Disabled["weekday-mismatch"] || en.Severities["weekday-mismatch"] != finding.Error || key == "" {
		t.Errorf("English copy: %+v", en)
	}
	if en.Baseline != "known.json" || en.Path != c.Path || !cmp.Equal(en.Ledgers, c.Ledgers) || en.Severities["rank-mismatch"] != finding.Warning {
		t.Errorf("what the override doesn't say must hold on: %+v", en)
	}
	sports, other := c.For("sports/x/y.md")
	if sports.FailOn != "never" || !sports.Disabled["rank-mismatch"] || !sports.Disabled["weekday-mismatch"] ||
		sports.Ledgers[0].Path != "sports.yaml" || !cmp.Equal(sports.Terms, []string{"湖北对外工程", "三分球"}) || other == key {
		t.Errorf("sports: %+v", sports)
	}
	if c.Disabled["rank-mismatch"] || len(c.Terms) != 1 {
		t.Error("the settings for all copy were changed")
	}
	both, key3 := c.For("sports/a.en.md")
	if both.Lang != "en" || both.FailOn != "never" || key3 == key || key3 == other {
		t.Errorf("both: %+v %q", both, key3)
	}
	if _, k := c.For("体育/a.md"); k != other {
		t.Errorf("a folder with a slash: %q, want %q", k, other)
	}
}

func TestMatches(t *testing.T) {
	tests := []struct {
		pattern, name string
		want          bool
	}{
		{"*.en.md", "a.en.md", true}, {"*.en.md", "x/y/a.en.md", true}, {"*.en.md", "a.md", false},
		{"sports/**", "sports/a.md", true}, {"sports/**", "x/sports/a.md", false}, {"sports/", "sports/x/a.md", true},
		{"/x", "x", false}, {"**/pages/*.txt", "a/pages/1.txt", true}, {"{a,b}/*.md", "b/1.md", true}, {"**", "a/b", true},
	}
	for _, tt := range tests {
		if got := matches(tt.pattern, tt.name); got != tt.want {
			t.Errorf("%q against %q: %v", tt.pattern, tt.name, got)
		}
	}
}

func TestOverrideMistakes(t *testing.T) {
	tests := []struct{ name, text, at, zh, en string }{
		{"no match", "paths:\n  - lang: en\n", "2:5", "没有写 match", "has no match"},
		{"bad pattern", "paths:\n  - match: '[a'\n", "2:12", "不是一个路径模式", "isn't a pattern"},
		{"not a list", "paths: {match: a}\n", "1:8", "应当是一个列表", "must be a list"},
		{"key", "paths:\n  - match: a\n    lnag: en\n", "3:5", "是不是想写 lang？", "did you mean lang?"},
		{"nested", "paths:\n  - match: a\n    paths: []\n", "3:5", "没有 “paths”", "has no key “paths”"},
		{"rule", "paths:\n  - match: a\n    rules: {rank-mismach: off}\n", "3:13", "rank-mismatch", "rank-mismatch"},
		{"style", "style: apa\n", "1:8", "是不是想写 ap？", "did you mean ap?"},
		{"terms", "terms: [[a]]\n", "1:9", "名称", "a name"},
	}
	for _, tt := range tests {
		_, err := Parse(".hegao.yaml", []byte(tt.text), known)
		var ms Mistakes
		if !errors.As(err, &ms) {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if zh := ms.Message("zh"); !strings.HasPrefix(zh, ".hegao.yaml:"+tt.at+": ") || !strings.Contains(zh, tt.zh) || !strings.Contains(ms.Error(), tt.en) {
			t.Errorf("%s: want %s and %q in\n%s\n%s", tt.name, tt.at, tt.zh, zh, ms.Error())
		}
	}
}
