package app

import (
	"strings"
	"testing"
)

func testApp(args ...string) (*App, *strings.Builder, *strings.Builder) {
	var out, errs strings.Builder
	return &App{Args: args, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs,
		Getenv: func(string) string { return "" }, Version: "test"}, &out, &errs
}

func TestReorder(t *testing.T) {
	tests := []struct {
		args, want string // words parted by blanks; want "" for a usage error
	}{
		{"check a.md", "hegao check -- a.md"},
		{"check a.md --format json b.md", "hegao check --format=json -- a.md b.md"},
		{"check --format json a.md", "hegao check --format=json -- a.md"},
		{"check a.md --format=json", "hegao check --format=json -- a.md"},
		{"check a.md -format=json", "hegao check -format=json -- a.md"},
		{"check - --from jsonl", "hegao check --from=jsonl -- -"},
		{"check a.md --output -", "hegao check --output=- -- a.md"},
		{"check a.md --category -style", "hegao check --category=-style -- a.md"},
		{"check a.md --rules -weekday-mismatch,-rank-mismatch", "hegao check --rules=-weekday-mismatch,-rank-mismatch -- a.md"},
		{"check --ledger a.yaml x.md --ledger b.yaml", "hegao check --ledger=a.yaml --ledger=b.yaml -- x.md"},
		{"check -- --format json", "hegao check -- --format json"},
		{"check a.md -- -b.md", "hegao check -- a.md -b.md"},
		{"--lang zh check a.md", "hegao --lang=zh check -- a.md"},
		{"check a.md --lang zh", "hegao --lang=zh check -- a.md"},
		{"ledger show 进出口 东盟 --ledger l.yaml", "hegao ledger show --ledger=l.yaml -- 进出口 东盟"},
		{"ledger --lang en check l.yaml", "hegao --lang=en ledger check -- l.yaml"},
		{"check", "hegao check --"},
		{"check check", "hegao check -- check"},
		{"check a.md --format", ""},
		{"check a.md --format --lang zh", ""},
		{"check a.md --formt json", ""},
		{"check a.md -x", ""},
		{"--format json check a.md", ""},
		{"chekc a.md", ""},
		{"ledger shwo", ""},
		{"-- a.md", ""},
	}
	for _, tt := range tests {
		a, _, _ := testApp()
		v, err := reorder(a.program(), strings.Fields(tt.args))
		got := ""
		if err == nil {
			got = strings.Join(v.line("hegao"), " ")
		}
		if got != tt.want {
			t.Errorf("%q: got %q, %v; want %q", tt.args, got, err, tt.want)
		}
	}
}

func FuzzReorder(f *testing.F) {
	for _, s := range []string{"check a --format=", "check -- --", "--lang", "ledger show - -=", "check --=x", "---", "check 😀 𠮷"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		a, _, _ := testApp()
		args := strings.Fields(line)
		v, err := reorder(a.program(), args)
		if err != nil || v.help {
			return
		}
		// Nothing is lost and nothing is made up but the "--".
		if line := v.line("hegao"); len(line)-1 > len(args)+1 {
			t.Errorf("%q became %q", args, line)
		}
	})
}

func TestMessageLang(t *testing.T) {
	tests := []struct {
		args string
		env  map[string]string
		want string
	}{
		{"check", nil, "en"},
		{"check", map[string]string{"LANG": "zh_CN.UTF-8"}, "zh"},
		{"check", map[string]string{"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"},
		{"check --lang zh", map[string]string{"LANG": "en_GB"}, "zh"},
		{"check --lang=en", map[string]string{"LANG": "zh_CN"}, "en"},
		{"check -- --lang en", map[string]string{"LANG": "zh_CN"}, "zh"},
		{"check --lang", map[string]string{"LANG": "zh_CN"}, "zh"},
	}
	for _, tt := range tests {
		a, _, _ := testApp(strings.Fields(tt.args)...)
		a.Getenv = func(name string) string { return tt.env[name] }
		if got := a.messageLang(); got != tt.want {
			t.Errorf("%q %v: %s, want %s", tt.args, tt.env, got, tt.want)
		}
	}
}
