package vocab_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hegao/hegao/rules/internal/vocab"
)

var (
	opened = regexp.MustCompile(`(?m)^\[([a-z-]+)\]$`)
	asked  = regexp.MustCompile(`\bvocab\.(?:In|Begins|Ends|First|Last|Is|Words)\([^\n]*?"([a-z-]+)"\)`)
)

// Every group that a rule asks for is there with words, and every group is asked
// for: a slip in a name would silence a rule.
func TestGroups(t *testing.T) {
	data, err := os.ReadFile("words.txt")
	if err != nil {
		t.Fatal(err)
	}
	var groups []string
	for _, m := range opened.FindAllStringSubmatch(string(data), -1) {
		if slices.Contains(groups, m[1]) {
			t.Errorf("%s stands twice", m[1])
		}
		groups = append(groups, m[1])
	}
	used := map[string]bool{}
	files, err := filepath.Glob("../../*/*.go")
	if err != nil || len(files) < 90 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asked.FindAllStringSubmatch(string(source), -1) {
			used[m[1]] = true
			if !slices.Contains(groups, m[1]) {
				t.Errorf("%s asks for %s, which isn't there", name, m[1])
			}
		}
		if calls := strings.Count(string(source), "vocab."); calls != len(asked.FindAllString(string(source), -1)) {
			t.Errorf("%s: a group isn't named where it is asked for", name)
		}
	}
	for _, g := range groups {
		if !used[g] {
			t.Errorf("nothing asks for %s", g)
		}
		words := vocab.Words(g)
		if len(words) == 0 {
			t.Errorf("%s has no words", g)
		}
		for i, w := range words {
			if !vocab.In("甲"+w+"乙", g) || vocab.Begins(w+"乙", g) == 0 || vocab.Ends("甲"+w, g) == 0 || !vocab.Is(w, g) {
				t.Errorf("%s: %q isn't found", g, w)
			}
			if slices.Contains(words[:i], w) {
				t.Errorf("%s: %q stands twice", g, w)
			}
		}
	}
}
