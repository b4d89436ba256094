package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hegao/hegao/rules"
)

// copyOf writes articles into a folder.
func copyOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func measureFolder(t *testing.T, dir string) *outcome {
	t.Helper()
	var out strings.Builder
	name := filepath.Join(t.TempDir(), "out.json")
	if err := run(settings{perKind: 20, json: name, paths: []string{dir}}, &out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "a hundred of") {
		t.Errorf("the table says:\n%s", out.String())
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var o outcome
	if err := json.Unmarshal(data, &o); err != nil {
		t.Fatal(err)
	}
	return &o
}

// TestCaught asks that errors of every sort that a page offers are put in once
// and found, and that a slip which was there already is counted as such.
func TestCaught(t *testing.T) {
	o := measureFolder(t, copyOf(t, map[string]string{
		"a.txt": "全县粮食总产量36.52万吨。会议听取了汇报。去年全县粮食总产量36.52万吨，同比下降5.2%。\n展览于2025年3月5日开幕，3月5日至9日举办。\n截至目前，入园企业有120多家，来自宜昌、荆州、襄阳等地，上半年，产值增长12%。\n",
		"b.txt": "这间村史馆近80余平方米。\n",
		"c.txt": "The fair opened on March 4, 2026, and drew 12,500 people.\n",
	}))
	if o.Articles["zh"] != 2 || o.Articles["en"] != 1 {
		t.Errorf("articles: %v", o.Articles)
	}
	want := []string{"repeat-digit", "repeat-scale", "weekday", "weekday-en", "double-hedge", "until", "fall-by-times", "quarter-months", "placeholder", "duplicate-item", "run-length"}
	for _, k := range o.Kinds {
		i := slices.Index(want, k.Name)
		if i < 0 {
			continue
		}
		want = slices.Delete(want, i, i+1)
		if k.Seeded == 0 || k.Caught != k.Seeded {
			t.Errorf("%s: %d of %d caught", k.Name, k.Caught, k.Seeded)
		}
	}
	if len(want) > 0 {
		t.Errorf("never tried: %v", want)
	}
	if n := o.Clean["doubled-hedge"]["zh"]; n == nil || n[1] != 1 {
		t.Errorf("the clash that stands in the copy is counted as %v", n)
	}
}

// TestSame asks that the same copy gives the same figures.
func TestSame(t *testing.T) {
	a, _ := json.Marshal(measureFolder(t, "../../fixtures/copy"))
	b, _ := json.Marshal(measureFolder(t, "../../fixtures/copy"))
	if string(a) != string(b) {
		t.Errorf("two runs differ:\n%s\n%s", a, b)
	}
}

// TestKinds asks that every kind names a rule, and that no two share a name.
func TestKinds(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range kinds {
		if _, ok := rules.ByID(k.rule); !ok {
			t.Errorf("%s names the rule %s, which isn't there", k.name, k.rule)
		}
		if seen[k.name] {
			t.Errorf("two kinds are called %s", k.name)
		}
		seen[k.name] = true
	}
}

// TestNoCopy asks for an error where there is nothing to measure.
func TestNoCopy(t *testing.T) {
	for _, paths := range [][]string{nil, {t.TempDir()}, {"no such folder"}} {
		if err := run(settings{perKind: 1, paths: paths}, &strings.Builder{}); err == nil {
			t.Errorf("%v: no error", paths)
		}
	}
	if err := run(settings{perKind: 1, ledgers: "no such folder", paths: []string{"../../fixtures/copy"}}, &strings.Builder{}); err == nil {
		t.Error("a ledger that isn't there: no error")
	}
}

// TestCalibration asks, where the corpus is there, that rules/calibration.tsv still
// says what findings are worth: of those reported at 0.9 about nine in ten are
// right, and no line of it is far off.
func TestCalibration(t *testing.T) {
	if testing.Short() {
		t.Skip("measures the corpus")
	}
	dir := os.Getenv("HEGAO_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	docs, err := readCopy([]string{filepath.Join(dir, "corpus", "open", "articles-zh.jsonl.gz")})
	if err != nil {
		t.Skip("the corpus isn't there: ", err)
	}
	right, err := readVerdicts("verdicts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	s := settings{perKind: 60}
	session, err := newSession(s)
	if err != nil {
		t.Fatal(err)
	}
	o := measure(session, docs, right, s)
	for _, b := range o.Confidence {
		n := b.Right + b.Wrong
		if share := float64(b.Right) / float64(n); n >= 30 && (share < b.Said-0.1 || b.Said < 0.95 && share > b.Said+0.12) {
			t.Errorf("of %d findings at about %.1f, %.2f are right", n, b.Said, share)
		}
	}
	if len(o.Confidence) < 2 {
		t.Errorf("one confidence for all: %v", o.Confidence)
	}
}
