package app

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// completed returns the words that complete a command line, parted by blanks; a
// blank at its end begins a new word.
func completed(line ...string) []string {
	a, out, _ := testApp(append([]string{completeCommand}, line...)...)
	a.Run()
	var words []string
	for l := range strings.Lines(out.String()) {
		word, _, _ := strings.Cut(strings.TrimRight(l, "\n"), "\t")
		words = append(words, word)
	}
	return words
}

func TestComplete(t *testing.T) {
	tests := []struct {
		line string // words parted by "|"
		want string // some of what is found, "" for nothing at all
		not  string
	}{
		{"", "check figures fix compare ledger rules explain", ":files"},
		{"ch", "check", "figures"},
		{"check|", ":files", "check"},
		{"check|--f", "--format --from --fail-on", "--ledger"},
		{"check|a.md|--lang|", "zh en", ":files"},
		{"check|--format|", "diff patch json sarif", ":files"},
		{"check|--format|js", "json jsonl", "diff"},
		{"check|--format=js", "--format=json --format=jsonl", "json"},
		{"check|--format|=|js", "json", "diff"},
		{"check|--format|=", "json diff", ":files"},
		{"check|--rules|weekday", "weekday-mismatch", "total-parts-mismatch"},
		{"check|--rules|-weekday", "-weekday-mismatch", "weekday-mismatch"},
		{"check|--rules|weekday-mismatch,tot", "weekday-mismatch,total-parts-mismatch", "total-parts-mismatch"},
		{"check|--category|sh", "shares", "repeat"},
		{"check|--ledger|", ":files", "zh"},
		{"check|--date|", "", ""},
		{`check|--lang|""`, "zh en", ":files"},
		{"check|--|", ":files", "--format"},
		{"check|--|--", ":files", "--format"},
		{"ledger|", "check show", "figures"},
		{"ledger|show|--", "--ledger --config --lang --help", "--format"},
		{"explain|week", "weekday-mismatch", ":files"},
		{"rules|", "", ""},
		{"completion|", "bash zsh fish powershell", ":files"},
		{"schema|", "config ledger check", ":files"},
		{"help|led", "ledger", "check"},
		{"nonsense|", "", ""},
		{"check|--nonsense|", ":files", ""},
		{"--lang|", "zh en", "check"},
	}
	for _, tt := range tests {
		got := completed(strings.Split(tt.line, "|")...)
		for _, w := range strings.Fields(tt.want) {
			if !slices.Contains(got, w) {
				t.Errorf("%q: %s isn't among %v", tt.line, w, got)
			}
		}
		if tt.want == "" && len(got) > 0 {
			t.Errorf("%q: %v, want nothing", tt.line, got)
		}
		if tt.not != "" && slices.Contains(got, tt.not) {
			t.Errorf("%q: %s is among %v", tt.line, tt.not, got)
		}
	}
	if got := completed(); len(got) == 0 {
		t.Error("no words at all give no commands")
	}
}

// The scripts work in the shells themselves.
func TestShells(t *testing.T) {
	dir := t.TempDir()
	bin := filepath.Join(dir, "bin")
	asHegao(t, bin)
	for _, s := range shells {
		text, err := shellScripts.ReadFile("shells/" + s.script)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, s.script), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "my page.md"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	env := []string{"PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH"), "HOME=" + dir}
	for _, tt := range []struct{ shell, script, want string }{
		{"bash", `source hegao.bash; COMP_WORDS=(hegao check --for); COMP_CWORD=2; _hegao; printf '%s\n' "${COMPREPLY[@]}"`, "--format"},
		{"bash", `source hegao.bash; COMP_WORDS=(hegao check --format = sar); COMP_CWORD=4; _hegao; printf '%s\n' "${COMPREPLY[@]}"`, "sarif"},
		{"bash", `source hegao.bash; COMP_WORDS=(hegao check my); COMP_CWORD=2; _hegao; printf '%s\n' "${COMPREPLY[@]}"`, "my page.md"},
		{"bash", `source hegao.bash; complete -p hegao`, "_hegao"},
		{"fish", `source hegao.fish; complete -C 'hegao check --for'`, "--format"},
		{"fish", `source hegao.fish; complete -C 'hegao explain weekday'`, "weekday-mismatch"},
		{"fish", `source hegao.fish; complete -C 'hegao check my'`, "my page.md"},
		// zsh completes on a terminal only: what the function hands over is shown.
		{"zsh", `compdef() { print defined $2 }; _describe() { print -l -- $found }; _files() { print files }
			source ./hegao.zsh; words=(hegao check --for); CURRENT=3; _hegao; words=(hegao check ''); _hegao`, "--format:"},
		{"zsh", `compdef() { print defined $2 }; source ./hegao.zsh`, "defined hegao"},
	} {
		t.Run(tt.shell, func(t *testing.T) {
			needs(t, tt.shell)
			out, err := tool(t, dir, env, tt.shell, "-c", tt.script)
			if err != nil || !strings.Contains(out, tt.want) {
				t.Errorf("%s: %v\n%s", tt.script, err, out)
			}
		})
	}
}

// The script for PowerShell is PowerShell to a grammar that isn't ours. It isn't
// run: the shell can't be had where the tests run.
func TestPowerShellParses(t *testing.T) {
	readers := filepath.Join(root(t), ".tools", "readers")
	if _, err := os.Stat(filepath.Join(readers, "node_modules")); err != nil {
		t.Skip("the readers from npm aren't here (make readers): the script isn't parsed")
	}
	needs(t, "node")
	text, err := shellScripts.ReadFile("shells/hegao.ps1")
	if err != nil {
		t.Fatal(err)
	}
	parse := func(script string) string {
		cmd := exec.Command("node", "read.mjs", "powershell")
		cmd.Dir, cmd.Stdin = readers, strings.NewReader(script)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	if bad := parse(string(text)); bad != "" {
		t.Errorf("not PowerShell:\n%s", bad)
	}
	if parse(strings.Replace(string(text), "{", "", 1)) == "" {
		t.Error("a script without its first bracket passes")
	}
}

// The manual page is roff that man shows without a complaint, with every
// command and flag, in both languages.
func TestManual(t *testing.T) {
	for _, lang := range languages {
		a, out, _ := testApp("man", "--lang", lang)
		if code := a.Run(); code != ExitClean {
			t.Fatalf("exit code %d", code)
		}
		page := out.String()
		for _, c := range leaves(nil, a.program().Commands) {
			if !strings.Contains(page, roff(c.name)) {
				t.Errorf("%s: %s isn't there", lang, c.name)
			}
			for _, row := range flagRows(c.Flags) {
				if !strings.Contains(page, roff(row[0])) || !strings.Contains(page, roff(row[1])) {
					t.Errorf("%s: %s of %s isn't there", lang, row[0], c.name)
				}
			}
		}
		name := filepath.Join(t.TempDir(), "hegao.1")
		if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Run(lang, func(t *testing.T) {
			needs(t, "man")
			shown, err := tool(t, ".", []string{"MANWIDTH=100", "LC_ALL=C.UTF-8", "MANPAGER=cat"}, "man", "--warnings=w", "-l", name)
			if err != nil || strings.Contains(shown, "troff:") || !strings.Contains(shown, "--fail-on error|warning|info|never") {
				t.Errorf("%v\n%s", err, shown)
			}
		})
		t.Run(lang+" mandoc", func(t *testing.T) {
			needs(t, "mandoc")
			said, _ := tool(t, ".", nil, "mandoc", "-Tlint", "-W", "warning", name)
			for line := range strings.Lines(said) {
				if !strings.Contains(line, "missing date") { // the page has none on purpose
					t.Error(line)
				}
			}
		})
	}
}
