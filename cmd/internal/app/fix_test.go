package app

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// git runs git in the current folder, away from the settings of the machine.
func git(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git isn't installed")
	}
	cmd := exec.Command("git", append([]string{"-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "core.autocrlf=false", "-c", "init.defaultBranch=main"}, args...)...)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
	cmd.Stdin = strings.NewReader(stdin)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// The patch of a dry run is one that git takes, and what git makes of it is
// what a real run writes, byte for byte; a second run changes nothing.
func TestFixForms(t *testing.T) {
	gb := func(s string) string {
		out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	const slip, mended = "截止目前，已有3家企业入园。", "截至目前，已有3家企业入园。"
	files := map[string][2]string{
		"plain.md":         {"# 入园\n\n" + slip + "\n", "# 入园\n\n" + mended + "\n"},
		"crlf.txt":         {"甲乙丙。\r\n" + slip + "\r\n丁。\r\n", "甲乙丙。\r\n" + mended + "\r\n丁。\r\n"},
		"no end.txt":       {"甲乙丙。\n" + slip, "甲乙丙。\n" + mended},
		"gb.txt":           {gb("甲乙丙。\n" + slip + "\n"), gb("甲乙丙。\n" + mended + "\n")},
		"稿件/𠮷🚢.md":         {"🚢🀄𠮷。\n\n" + slip + "🎉\n", "🚢🀄𠮷。\n\n" + mended + "🎉\n"},
		"bom.md":           {"\ufeff" + slip + "\n", "\ufeff" + mended + "\n"},
		"clean.md":         {"没有问题。\n", "没有问题。\n"},
		"lines.jsonl":      {`{"id":"a","text":"` + slip + `"}` + "\n", `{"id":"a","text":"` + slip + `"}` + "\n"},
		"once/twice/x.txt": {slip + slip + "\n" + slip + "\n", mended + mended + "\n" + mended + "\n"},
	}
	before := map[string]string{}
	for name, f := range files {
		before[name] = f[0]
	}
	write(t, before)
	git(t, "", "init", "-q")
	code, patch, errs := run("fix", "--dry-run", ".")
	if code != ExitClean || !strings.Contains(errs, "nothing was written") {
		t.Fatalf("exit code %d\n%s", code, errs)
	}
	for name, f := range files {
		if got := content(t, name); got != f[0] {
			t.Errorf("%s: a dry run wrote %q", name, got)
		}
	}
	git(t, patch, "apply", "--check")
	git(t, patch, "apply")
	for name, f := range files {
		if got := content(t, name); got != f[1] {
			t.Errorf("%s: git makes %q of the patch, not %q", name, got, f[1])
		}
	}
	write(t, before)
	if code, _, errs = run("fix", "."); code != ExitClean || !strings.Contains(errs, "places changed: 9, in documents: 7") {
		t.Errorf("exit code %d\n%s", code, errs)
	}
	for range 2 {
		for name, f := range files {
			if got := content(t, name); got != f[1] {
				t.Errorf("%s: %q, not %q", name, got, f[1])
			}
		}
		if _, out, errs := run("fix", "."); out != "" || !strings.Contains(errs, "places changed: 0,") {
			t.Errorf("a second run still changes something: %s %s", out, errs)
		}
	}
	if left, _ := filepath.Glob("*/.hegao-*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func content(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestReplaceFile(t *testing.T) {
	write(t, map[string]string{"a.txt": "old", "locked.txt": "old"})
	if err := replaceFile("a.txt", []byte("older"), []byte("new")); !errors.Is(err, errChanged) || content(t, "a.txt") != "old" {
		t.Errorf("a file that changed meanwhile: %v, %q", err, content(t, "a.txt"))
	}
	if err := os.Chmod("a.txt", 0o640); err != nil {
		t.Fatal(err)
	}
	link := os.Symlink("a.txt", "link.txt") == nil
	name := "a.txt"
	if link {
		name = "link.txt"
	}
	if err := replaceFile(name, []byte("old"), []byte("new")); err != nil || content(t, "a.txt") != "new" {
		t.Errorf("%v, %q", err, content(t, "a.txt"))
	}
	if info, err := os.Lstat(name); err != nil || link && info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link was replaced: %v", err)
	}
	if info, _ := os.Stat("a.txt"); runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("the mode became %v", info.Mode())
	}
	if os.Geteuid() != 0 {
		os.Chmod("locked.txt", 0o444)
		if err := replaceFile("locked.txt", []byte("old"), []byte("new")); err == nil {
			t.Error("a write-protected file was replaced")
		}
	}
	names, _ := os.ReadDir(".")
	for _, n := range names {
		if strings.HasPrefix(n.Name(), ".hegao-") {
			t.Errorf("%s was left behind", n.Name())
		}
	}
}

// meddler changes a file while the person thinks about an answer.
type meddler struct {
	name, text string
	answers    *strings.Reader
}

func (m *meddler) Read(p []byte) (int, error) {
	if err := os.WriteFile(m.name, []byte(m.text), 0o644); err != nil {
		return 0, err
	}
	return m.answers.Read(p)
}

func TestFixRefusesWhatChangedMeanwhile(t *testing.T) {
	write(t, map[string]string{"a.txt": "截止目前，已有3家企业入园。\n"})
	a, out, errs := testApp("fix", "--interactive", "a.txt")
	a.StdinTTY = true
	a.Stdin = &meddler{"a.txt", "截止目前，已有4家企业入园。\n", strings.NewReader("y\n")}
	if code := a.Run(); code != ExitUsage || !strings.Contains(errs.String(), "changed meanwhile") {
		t.Errorf("exit code %d\n%s\n%s", code, out, errs)
	}
	if got := content(t, "a.txt"); got != "截止目前，已有4家企业入园。\n" {
		t.Errorf("the other's change was lost: %q", got)
	}
}

func TestInterview(t *testing.T) {
	const slip, mended = "截止目前，已有3家企业入园。", "截至目前，已有3家企业入园。"
	tests := []struct{ name, answers, want string }{
		{"yes and no", "y\nn\ny\n", mended + "\n" + slip + "\n" + mended + "\n"},
		{"nonsense is asked again", "what\n\n7\n1\nn\nn\n", mended + "\n" + slip + "\n" + slip + "\n"},
		{"all", "n\na\n", slip + "\n" + mended + "\n" + mended + "\n"},
		{"quit keeps what was agreed to", "y\nq\n", mended + "\n" + slip + "\n" + slip + "\n"},
		{"the end of input quits", "y\n", mended + "\n" + slip + "\n" + slip + "\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			write(t, map[string]string{"a.txt": strings.Repeat(slip+"\n", 3)})
			a, out, _ := testApp("fix", "--interactive", "a.txt")
			a.StdinTTY = true
			a.Stdin = strings.NewReader(tt.answers)
			if code := a.Run(); code != ExitClean {
				t.Errorf("exit code %d", code)
			}
			if got := content(t, "a.txt"); got != tt.want {
				t.Errorf("%q\n%s", got, out)
			}
			if !strings.Contains(out.String(), "截止") || !strings.Contains(out.String(), "until-for-as-of") {
				t.Errorf("the finding wasn't shown:\n%s", out)
			}
		})
	}
	var b bytes.Buffer
	a, _, _ := testApp("fix", "--interactive", "-")
	a.StdinTTY, a.Stderr = true, &b
	if code := a.Run(); code != ExitUsage {
		t.Errorf("asking about standard input: exit code %d %s", code, &b)
	}
}

// A person is asked in the language in which the findings are told.
func TestInterviewLanguage(t *testing.T) {
	for _, tt := range []struct{ copy, lang, want string }{
		{"截止目前，已有3家企业入园。\n", "", askText.ZH},
		{"截止目前，已有3家企业入园。\n", "en", askText.EN},
	} {
		write(t, map[string]string{"a.txt": tt.copy})
		args := []string{"fix", "--interactive", "a.txt"}
		if tt.lang != "" {
			args = append(args, "--lang", tt.lang)
		}
		a, out, _ := testApp(args...)
		a.StdinTTY, a.Stdin = true, strings.NewReader("n\n")
		a.Run()
		if !strings.Contains(out.String(), tt.want) {
			t.Errorf("--lang %q: %s", tt.lang, out)
		}
	}
}
