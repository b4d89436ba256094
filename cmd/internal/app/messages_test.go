package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/urfave/cli/v2"
)

// said runs a command line in a folder of its own and returns what it says, on
// either stream.
func said(t *testing.T, lang string, args ...string) (code int, out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	a := &App{Args: append([]string{"--lang", lang}, args...), Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr,
		Getenv: func(string) string { return "" }}
	code = a.Run()
	return code, stdout.String(), stderr.String()
}

func hanIn(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
}

// Every command is told in both languages: what it does, what it takes, every
// flag.
func TestHelpIsInBothLanguages(t *testing.T) {
	var walk func(t *testing.T, path []string, commands []*cli.Command)
	walk = func(t *testing.T, path []string, commands []*cli.Command) {
		for _, c := range commands {
			line := append(append([]string{}, path...), c.Name)
			for _, lang := range []string{"zh", "en"} {
				_, out, errs := said(t, lang, append(line, "--help")...)
				if errs != "" {
					t.Errorf("%v: %s", line, errs)
				}
				whole := strings.ReplaceAll(strings.TrimSpace(out), "\n          ", "") // rows go on, indented
				for _, row := range strings.Split(whole, "\n") {
					words := strings.TrimSpace(row)
					if words == "" {
						continue
					}
					switch {
					case lang == "en" && hanIn(words):
						t.Errorf("%v in English says: %s", line, row)
					case lang == "zh" && !hanIn(words) && !strings.HasPrefix(words, "hegao"):
						t.Errorf("%v in Chinese says: %s", line, row)
					}
				}
				if strings.Count(out, "\n") < 4 {
					t.Errorf("%v in %s: the help is %q", line, lang, out)
				}
			}
			walk(t, line, c.Subcommands)
		}
	}
	walk(t, nil, new(App).program().Commands)
}

// Mistakes at the command line, in settings, ledgers and copy are told in the
// language that was asked for.
func TestMistakesAreToldInBothLanguages(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.md": "出口值12亿元。\n", "bad.yaml": "hegao: ledger/v1\nfigures: 3\n", "worse.yaml": "a: [\n", "metric.yaml": "hegao: ledger/v1\nfigures:\n  - metric: 出口\n    value: 多\n",
		"bad/.hegao.yaml": "ledgrs: x\n", "bad/a.md": "x\n", "lost/.hegao.yaml": "ledgers: [nowhere.yaml]\n", "lost/a.md": "x\n", "level/.hegao.yaml": "fail-on: always\n", "level/a.md": "x\n",
		"broken.md": "\xff\xfe\xfd", "lines.jsonl": "{\"text\": 3}\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	for _, line := range []string{
		"", "chek", "check", "check --nothing a.md", "check --format", "check --format jsn a.md", "check --jobs x a.md", "check --jobs 0 a.md",
		"check --date gestern a.md", "check --encoding latin9 a.md", "check --rules no-such a.md", "check --category no-such a.md",
		"check missing.md", "check empty", "check --ledger missing.yaml a.md", "check --ledger bad.yaml a.md", "check --ledger worse.yaml a.md", "check --ledger metric.yaml a.md",
		"check bad/a.md", "check lost/a.md", "check level/a.md", "check --config missing.yaml a.md", "check --output . a.md", "check --output no/such/folder.txt a.md",
		"check broken.md", "check lines.jsonl", "check --from docs a.md", "check --lang fr a.md", "check --fail-on always a.md",
		"check --baseline missing.json a.md", "check --since no-such-revision a.md", "figures", "figures --format diff a.md",
		"explain", "explain no-such", "rules x", "ledger", "ledger chek", "ledger check missing.yaml", "ledger check bad.yaml", "ledger show", "ledger import", "ledger import missing.csv",
		"fix", "fix missing.md", "compare", "compare a.md", "compare a.md missing.md", "help no-such", "check -- --nothing",
	} {
		for _, lang := range []string{"zh", "en"} {
			args := strings.Fields(line)
			if strings.Contains(line, "--lang") {
				lang = "en"
			}
			code, out, errs := said(t, lang, args...)
			if code != ExitUsage {
				t.Errorf("%q ends with %d: %s%s", line, code, out, errs)
				continue
			}
			if errs == "" {
				errs = out // of an input that can't be read, which is a finding
			}
			first, _, _ := strings.Cut(errs, "\n")
			if hanIn(first) != (lang == "zh") && !strings.Contains(line, "broken") && !strings.Contains(line, "missing.md") {
				t.Errorf("%q in %s: %s", line, lang, errs)
			}
			for _, foreign := range []string{"%!", "<nil>", "flag provided", "invalid value", "parse error", "no such file or directory", "goroutine", "&{"} {
				if strings.Contains(errs, foreign) {
					t.Errorf("%q in %s says %q: %s", line, lang, foreign, errs)
				}
			}
		}
	}
}
