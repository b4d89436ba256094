package app

import (
	"bufio"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The lines of a hunk aren't headers, whatever they look like.
func TestAddRanges(t *testing.T) {
	patch := `diff --git a/a.md b/a.md
--- a/a.md
+++ b/a.md
@@ -3 +3,2 @@ 题
--- a/other.md
+++ b/other.md
+@@ -1 +1 @@
@@ -7,2 +8,0 @@
-甲
-乙
@@ -12 +11 @@
-丙
\ No newline at end of file
+丁
\ No newline at end of file
diff --git "a/x \"1\".md" "b/x \"1\".md"
--- "a/x \"1\".md"
+++ "b/x \"1\".md"
@@ -0,0 +1 @@
+甲
diff --git a/other.md b/new name.md
similarity index 90%
rename from other.md
rename to new name.md
--- a/other.md` + "\t\n+++ b/new name.md\t\n@@ -1 +1 @@\n-a\n+b\n"
	r := &repository{lines: map[string]*lineSet{"a.md": {}, "other.md": {}, `x "1".md`: {}, "new name.md": {}}}
	if err := r.addRanges(bufio.NewReader(strings.NewReader(patch))); err != nil {
		t.Fatal(err)
	}
	want := map[string][]lineRange{"a.md": {{3, 4}, {11, 11}}, "other.md": nil, `x "1".md`: {{1, 1}}, "new name.md": {{1, 1}}}
	for name, ranges := range want {
		if d := cmp.Diff(ranges, r.lines[name].ranges, cmp.AllowUnexported(lineRange{})); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestAddStat(t *testing.T) {
	r := &repository{lines: map[string]*lineSet{}}
	r.addStat([]byte("1\t2\ta b.md\x00-\t-\tutf16.txt\x003\t0\t\x00old.md\x00新.md\x00"))
	for name, all := range map[string]bool{"a b.md": false, "utf16.txt": true, "新.md": false} {
		if s := r.lines[name]; s == nil || s.all != all {
			t.Errorf("%s: %+v", name, s)
		}
	}
	if len(r.lines) != 3 {
		t.Errorf("%v", r.lines)
	}
}

func TestLineSetTouches(t *testing.T) {
	s := &lineSet{ranges: []lineRange{{3, 4}, {9, 9}}}
	for _, tt := range []struct {
		first, last int
		want        bool
	}{{1, 2, false}, {1, 3, true}, {4, 4, true}, {5, 8, false}, {5, 9, true}, {1, 99, true}, {10, 12, false}} {
		if got := s.touches(tt.first, tt.last); got != tt.want {
			t.Errorf("lines %d to %d: %v", tt.first, tt.last, got)
		}
	}
}
