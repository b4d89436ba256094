package quantity

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func quantulumCase(raw rawCase) (c conformanceCase, ok bool) {
	var list []struct {
		Value   json.Number
		Surface string
	}
	if json.Unmarshal(raw.Expected, &list) != nil {
		return c, false
	}
	c.text = raw.Input
	for _, e := range list {
		i := strings.Index(c.text, e.Surface)
		v := rat(e.Value.String())
		if i < 0 || v == nil {
			return c, false
		}
		c.want = append(c.want, expected{start: i, end: i + len(e.Surface), value: v})
	}
	return c, true
}

func newsquantCase(raw rawCase) (c conformanceCase, ok bool) {
	var list []struct{ Value any }
	if json.Unmarshal(raw.Expected, &list) != nil {
		return c, false
	}
	c.text = raw.Input
	for _, e := range list {
		s, isString := e.Value.(string)
		if !isString {
			return c, false
		}
		v := rat(s)
		if v == nil {
			return c, false
		}
		c.want = append(c.want, expected{end: len(c.text), value: v})
	}
	return c, true
}

// The shares that must be read right. Dates are the business of package period
// and count as missed here.
func TestEnglishConformance(t *testing.T) {
	dir := corpusDir(t)
	for _, set := range []struct {
		file string
		read func(rawCase) (conformanceCase, bool)
		want float64
	}{
		{"spec-recognizers-number-en.jsonl", recognizersCase, 50},
		{"spec-recognizers-numberwithunit-en.jsonl", recognizersCase, 50},
		{"spec-duckling-en.jsonl", ducklingCase, 50},
		{"spec-quantulum3-en.jsonl", quantulumCase, 50},
		{"spec-cqe-en.jsonl", newsquantCase, 50},
	} {
		t.Run(set.file, func(t *testing.T) {
			right, total := conform(t, readCases(t, plainFolder(t, dir, set.file), set.file, set.read))
			share := 100 * float64(right) / float64(max(total, 1))
			t.Logf("%d of %d: %.1f %%", right, total, share)
			if share < set.want {
				t.Errorf("%.1f %% read right, want %.1f", share, set.want)
			}
		})
	}
}

// plainFolder returns a folder laid out like dir that holds the set unpacked.
func plainFolder(t *testing.T, dir, file string) string {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, "corpus", "open", file+".gz"))
	if err != nil {
		return dir
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	tmp := t.TempDir()
	if err := os.MkdirAll(filepath.Join(tmp, "corpus", "open"), 0o755); err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(filepath.Join(tmp, "corpus", "open", file))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if _, err := out.ReadFrom(z); err != nil {
		t.Fatal(err)
	}
	return tmp
}
