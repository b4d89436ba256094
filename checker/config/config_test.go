package config

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hegao/hegao/checker/finding"
)

var known = Known{
	Rules:   []string{"weekday-mismatch", "total-parts-mismatch", "rank-mismatch"},
	Aliases: map[string]string{"星期不符": "weekday-mismatch", "总分不符": "total-parts-mismatch"},
	Options: map[string][]string{"rank-mismatch": {"scope"}},
	Packs:   []string{"calendar", "expos"},
}

func TestParse(t *testing.T) {
	text := "\ufeffhegao: config/v1\r\nledgers: [湖北.yaml, ../ledgers]\r\npacks: [calendar]\r\n" +
		"lang: en\r\ndate: 2025-12-25\r\nfail_on: never\r\nrules:\r\n  星期不符: off\r\n  total-parts-mismatch: info\r\n" +
		"  rank-mismatch: {severity: warning, scope: 中部}\r\n"
	got, err := Parse("/news/desk/.hegao.yaml", []byte(text), known)
	if err != nil {
		t.Fatal(err)
	}
	want := &Config{
		Path:       "/news/desk/.hegao.yaml",
		Ledgers:    []Named{{"湖北.yaml", 2}, {"../ledgers", 2}},
		Packs:      []string{"calendar"},
		Lang:       "en",
		Date:       "2025-12-25",
		FailOn:     "never",
		Severities: map[string]finding.Severity{"total-parts-mismatch": finding.Info, "rank-mismatch": finding.Warning},
		Disabled:   map[string]bool{"weekday-mismatch": true},
		Unreasoned: []Named{{"星期不符", 8}},
		Options:    map[string]map[string]string{"rank-mismatch": {"scope": "中部"}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for ledger, want := range map[string]string{"湖北.yaml": "/news/desk/湖北.yaml", "../ledgers": "/news/ledgers", "/x/l.csv": "/x/l.csv"} {
		if p := got.Resolve(ledger); p != want {
			t.Errorf("Resolve(%q) = %q, want %q", ledger, p, want)
		}
	}
}

func TestParseNothing(t *testing.T) {
	for _, text := range []string{"", "\n\n", "# nothing yet\n", "---\n"} {
		if c, err := Parse("c", []byte(text), known); err != nil || c.Packs != nil || c.Lang != "" {
			t.Errorf("Parse(%q) = %+v, %v", text, c, err)
		}
	}
}

func TestMistakes(t *testing.T) {
	tests := []struct {
		name, text string
		at         string // line:column
		zh, en     string // parts of the message
	}{
		{"unknown key", "lang: zh\nledgres: [a.yaml]\n", "2:1", "是不是想写 ledgers？", "did you mean ledgers?"},
		{"unknown language", "lang: cn\n", "1:7", "zh、en", "isn't one of zh, en"},
		{"no date", "date: 2025-13-40\n", "1:7", "不是一个日期", "is none"},
		{"severity", "fail-on: eror\n", "1:10", "是不是想写 error？", "did you mean error?"},
		{"unknown rule", "rules:\n  weekday-mismach: off\n", "2:3", "是不是想写 weekday-mismatch？", "there is no rule"},
		{"unknown rule, Chinese", "rules:\n  星期不付: off\n", "2:3", "是不是想写 星期不符？", "did you mean 星期不符?"},
		{"unknown level", "rules:\n  weekday-mismatch: warn\n", "2:21", "不在可选之列", "did you mean warning?"},
		{"unknown option", "rules:\n  rank-mismatch: {scop: x}\n", "2:19", "没有 “scop” 这个选项", "did you mean scope?"},
		{"unknown pack", "packs: [calender]\n", "1:9", "内置资料包", "did you mean calendar?"},
		{"twice", "lang: zh\ndate: 2025-01-01\nlang: en\n", "3:1", "前一处在第 1 行", "the other one is on line 1"},
		{"full-width colon", "lang：zh\n", "1:5", "全角冒号", "full-width colon"},
		{"full-width colon among others", "lang: zh\n日期 date：2025-01-01\n", "2:8", "全角冒号", "full-width colon"},
		{"tab", "rules:\n\tweekday-mismatch: off\n", "2:1", "制表符", "a tab can't indent"},
		{"a list", "- lang\n", "1:1", "键", "mapping"},
		{"version", "hegao: config/v2\n", "1:8", "config/v1", "must be config/v1"},
		{"a mapping for a path", "ledgers: [{a: b}]\n", "1:11", "名称", "a name"},
		{"not YAML", "lang: [zh\n", "2:1", "YAML", "YAML"},
		{"not UTF-8", "lang: \xff\n", "1:1", "UTF-8", "UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(".hegao.yaml", []byte(tt.text), known)
			var ms Mistakes
			if !errors.As(err, &ms) {
				t.Fatalf("err = %v, want mistakes", err)
			}
			if zh := ms.Message("zh"); !strings.HasPrefix(zh, ".hegao.yaml:"+tt.at+": ") || !strings.Contains(zh, tt.zh) {
				t.Errorf("want %s and %q in\n%s", tt.at, tt.zh, zh)
			}
			if en := ms.Error(); !strings.Contains(en, tt.en) {
				t.Errorf("want %q in\n%s", tt.en, en)
			}
		})
	}
}

func TestEveryMistakeIsReported(t *testing.T) {
	_, err := Parse("c", []byte("lang: x\ndate: y\nrules: {zzz: off}\n"), known)
	var ms Mistakes
	if !errors.As(err, &ms) || len(ms) != 3 {
		t.Errorf("got %v, want three mistakes", err)
	}
	if !strings.Contains(ms.Message("en"), "  1 | lang: x\n    |       ^\n") {
		t.Errorf("no caret under the place:\n%s", ms.Message("en"))
	}
}

func TestFind(t *testing.T) {
	there := map[string]bool{"/news/.hegao.yaml": true, "/news/desk/.hegao.yaml": true}
	for dir, want := range map[string]string{
		"/news/desk/2025/12": "/news/desk/.hegao.yaml",
		"/news/other":        "/news/.hegao.yaml",
		"/news":              "/news/.hegao.yaml",
		"/":                  "",
		"/elsewhere":         "",
	} {
		if got := Find(dir, func(p string) bool { return there[p] }); got != want {
			t.Errorf("Find(%q) = %q, want %q", dir, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"lang: zh\n", "rules: {a: b}", "a: &x [*x]", "：\t", "? [a]: b\n😀𠮷: {"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := Parse("c", []byte(text), known); err != nil && err.Error() == "" {
			t.Error("a mistake without words")
		}
	})
}

// TestReasons asks which rules are turned off without a reason: neither a comment
// nor one of their own.
func TestReasons(t *testing.T) {
	cfg, err := Parse("c", []byte("rules:\n  weekday-mismatch: off # 版面系统自动核对\n  # 各版自定\n  rank-mismatch: off\n  星期不符: {severity: off, reason: 同上}\n  total-parts-mismatch: off\n"), known)
	if err != nil {
		t.Fatal(err)
	}
	if len(cfg.Unreasoned) != 1 || cfg.Unreasoned[0] != (Named{"total-parts-mismatch", 6}) {
		t.Errorf("without a reason: %v", cfg.Unreasoned)
	}
}
