package fix_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/fix"
)

// changes turns edits of UTF-8 text into changes of its bytes.
func changes(edits []finding.Edit) []fix.Change {
	var out []fix.Change
	for _, e := range edits {
		out = append(out, fix.Change{Start: e.Span.Start, End: e.Span.End, Text: []byte(e.Text)})
	}
	return out
}

func TestUnifiedChanges(t *testing.T) {
	const old = "一\n二\n三\n四\n五\n六\n七\n八\n九\n十"
	at := func(s string) int { return strings.Index(old, s) }
	edits := []finding.Edit{edit(at("二"), at("二")+3, "贰"), edit(at("十"), len(old), "拾\n")}
	got := string(fix.UnifiedChanges("稿 件.md", "稿 件.md", []byte(old), changes(edits), 2))
	want := "diff --git a/稿 件.md b/稿 件.md\n--- a/稿 件.md\t\n+++ b/稿 件.md\t\n" +
		"@@ -1,4 +1,4 @@\n 一\n-二\n+贰\n 三\n 四\n" +
		"@@ -8,3 +8,3 @@\n 八\n 九\n-十\n\\ No newline at end of file\n+拾\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if same := fix.UnifiedChanges("a", "a", []byte(old), changes([]finding.Edit{edit(0, 3, "一")}), 3); same != nil {
		t.Errorf("a change that changes nothing gives\n%s", same)
	}
}

// repo is a folder in which patches are applied.
type repo struct {
	t   *testing.T
	dir string
}

func newRepo(t *testing.T) repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git isn't installed: no patch is checked against it")
	}
	r := repo{t, t.TempDir()}
	r.git(nil, "init", "-q")
	return r
}

func (r repo) git(stdin []byte, args ...string) {
	r.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull, "LC_ALL=C")
	cmd.Stdin = bytes.NewReader(stdin)
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("git %s: %v\n%s\n%s", strings.Join(args, " "), err, out, stdin)
	}
}

// apply checks and applies a patch to a file and returns what it then holds.
func (r repo) apply(name string, old, patch []byte) string {
	r.t.Helper()
	file := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(file, old, 0o644); err != nil {
		r.t.Fatal(err)
	}
	if len(patch) > 0 {
		r.git(patch, "apply", "--check", "-")
		r.git(patch, "apply", "-")
	}
	got, err := os.ReadFile(file)
	if err != nil {
		r.t.Fatal(err)
	}
	return string(got)
}

func TestGitTakesPatches(t *testing.T) {
	r := newRepo(t)
	for _, c := range []struct {
		name, file, old string
		edits           []finding.Edit
	}{
		{"plain", "page.md", "a\nb\nc\n", []finding.Edit{edit(2, 3, "B")}},
		{"Chinese name in a folder", "要闻/第05版.md", "全省\n增长12%\n", []finding.Edit{edit(13, 16, "13%")}},
		{"spaces in the name", "my page 1.md", "a\nb\n", []finding.Edit{edit(0, 1, "x")}},
		{"quote, backslash and tab in the name", "a\"b\\c\td.md", "a\nb\n", []finding.Edit{edit(0, 1, "x")}},
		{"quote and space in a Chinese name", "头条 \"稿\".md", "a\nb\n", []finding.Edit{edit(0, 1, "x")}},
		{"CR LF", "crlf.txt", "一\r\n二\r\n三\r\n", []finding.Edit{edit(5, 8, "贰")}},
		{"lone CR", "cr.txt", "一\r二\r三", []finding.Edit{edit(4, 7, "贰")}},
		{"byte order mark", "bom.txt", "\ufeff一\n二\n", []finding.Edit{edit(3, 6, "壹")}},
		{"no final newline", "end.txt", "a\nb", []finding.Edit{edit(2, 3, "B")}},
		{"no final newline, other line", "end.txt", "a\nb", []finding.Edit{edit(0, 1, "A")}},
		{"final newline added", "end.txt", "a\nb", []finding.Edit{edit(3, 3, "\n")}},
		{"final newline removed", "end.txt", "a\nb\n", []finding.Edit{edit(3, 4, "")}},
		{"line added at the end", "end.txt", "a\nb\n", []finding.Edit{edit(4, 4, "c\n")}},
		{"lines joined", "join.txt", "a\nb\nc\nd\n", []finding.Edit{edit(3, 4, "、")}},
		{"line deleted", "del.txt", "a\nb\nc\n", []finding.Edit{edit(2, 4, "")}},
		{"all deleted", "all.txt", "a\nb\n", []finding.Edit{edit(0, 4, "")}},
		{"line split", "split.txt", "ab\nc\n", []finding.Edit{edit(1, 1, "\n")}},
		{"two edits in a line", "two.txt", "abc\n", []finding.Edit{edit(0, 1, "A"), edit(2, 3, "C")}},
		{"emoji and a rare character", "emoji.txt", "😀𠮷县增长12%\n", []finding.Edit{edit(17, 20, "13%")}},
		{"a line that looks like a hunk", "hunk.txt", "@@ -1 +1 @@\n--- a\n+++ b\n", []finding.Edit{edit(12, 15, "===")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := repo{t, r.dir}
			want, err := fix.Apply(c.old, c.edits)
			if err != nil {
				t.Fatal(err)
			}
			for _, patch := range [][]byte{
				fix.UnifiedChanges(c.file, c.file, []byte(c.old), changes(c.edits), 3),
				fix.Unified(c.file, c.file, []byte(c.old), []byte(want), 3),
			} {
				if len(patch) == 0 {
					t.Fatal("the patch is empty")
				}
				if got := r.apply(c.file, []byte(c.old), patch); got != want {
					t.Errorf("git makes %q of it, want %q\n%s", got, want, patch)
				}
			}
		})
	}
}

// randomText returns lines of a few short words, so that lines repeat.
func randomText(rnd *rand.Rand) string {
	words := []string{"", "一", "12%", "𠮷", "😀", "a b", "\r"}
	var b strings.Builder
	for range rnd.IntN(30) {
		for range rnd.IntN(3) {
			b.WriteString(words[rnd.IntN(len(words))])
		}
		b.WriteString("\n")
	}
	if rnd.IntN(2) == 0 {
		b.WriteString("尾")
	}
	return b.String()
}

func randomEdits(rnd *rand.Rand, text string) []finding.Edit {
	words := []string{"", "二", "\n", "x\ny", "13%", "\n\n"}
	var edits []finding.Edit
	for range rnd.IntN(8) {
		start := rnd.IntN(len(text) + 1)
		end := min(len(text), start+rnd.IntN(12))
		edits = append(edits, edit(start, end, words[rnd.IntN(len(words))]))
	}
	merged, _ := fix.Merge(edits)
	return merged
}

func TestGitTakesRandomPatches(t *testing.T) {
	r := newRepo(t)
	rnd := rand.New(rand.NewPCG(5, 25))
	for range 150 {
		old := randomText(rnd)
		edits := randomEdits(rnd, old)
		want, err := fix.Apply(old, edits)
		if err != nil {
			t.Fatal(err)
		}
		if old == "" || want == "" {
			continue // git says of an empty file that it came or went
		}
		context := 1 + rnd.IntN(4)
		patch := fix.UnifiedChanges("稿.txt", "稿.txt", []byte(old), changes(edits), context)
		if rnd.IntN(2) == 0 {
			patch = fix.Unified("稿.txt", "稿.txt", []byte(old), []byte(want), context)
		}
		if (len(patch) == 0) != (old == want) {
			t.Fatalf("a patch of %d bytes from %q to %q", len(patch), old, want)
		}
		if got := r.apply("稿.txt", []byte(old), patch); got != want {
			t.Fatalf("git makes %q of %q, want %q\n%s", got, old, want, patch)
		}
	}
}

func TestUnifiedOfLargeFiles(t *testing.T) {
	var old, new bytes.Buffer
	for i := range 1_200_000 {
		old.WriteString(strings.Repeat("x", i%7) + string(rune('a'+i%26)) + "\n")
		new.WriteString(strings.Repeat("y", i%7) + string(rune('a'+i%26)) + "\n")
	}
	patch := fix.Unified("a", "a", old.Bytes(), new.Bytes(), 3)
	if !bytes.HasPrefix(patch, []byte("diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -")) {
		t.Errorf("the patch begins with %.60q", patch)
	}
}
