package quantity

import (
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"bufio"
)

// A conformance case is a text with the quantities that others expect in it.
type conformanceCase struct {
	text string
	want []expected
}

// expected is a value, or a range whose ends may be missing, over the UTF-8
// bytes [start, end).
type expected struct {
	start, end int
	value      *big.Rat
	low, high  *big.Rat
	isRange    bool
}

var skipCase = regexp.MustCompile(`(?i)experimental|calendarmode`)

// corpusDir returns the folder of the shared cases, or skips the test.
func corpusDir(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("HEGAO_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "corpus", "open")); err != nil {
		t.Skip("the shared corpus isn't here; set HEGAO_SHARED to its folder")
	}
	return dir
}

type rawCase struct {
	Source   string          `json:"source"`
	Input    string          `json:"input"`
	Expected json.RawMessage `json:"expected"`
}

func readCases(t *testing.T, dir, name string, read func(rawCase) (conformanceCase, bool)) []conformanceCase {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, "corpus", "open", name))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	var cases []conformanceCase
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var raw rawCase
		if err := json.Unmarshal(sc.Bytes(), &raw); err != nil {
			t.Fatal(err)
		}
		if skipCase.MatchString(raw.Source) {
			continue
		}
		if c, ok := read(raw); ok {
			cases = append(cases, c)
		}
	}
	return cases
}

// rat reads a decimal, a percentage or a fraction.
func rat(s string) *big.Rat {
	s = strings.TrimSpace(strings.NewReplacer(",", "", "%", "").Replace(s))
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil
	}
	return r
}

func recognizersCase(raw rawCase) (c conformanceCase, ok bool) {
	var list []struct {
		Start, End, Length *int
		Resolution         map[string]any
	}
	if json.Unmarshal(raw.Expected, &list) != nil {
		return c, false
	}
	c.text = raw.Input
	for _, e := range list {
		v, isString := e.Resolution["value"].(string)
		if e.Start == nil || !isString {
			return c, false
		}
		end := 0
		if e.Length != nil {
			end = *e.Start + *e.Length
		} else {
			end = *e.End + 1
		}
		x := expected{start: byteOfUTF16(c.text, *e.Start), end: byteOfUTF16(c.text, end)}
		if strings.ContainsAny(v, "[(") {
			lo, hi, _ := strings.Cut(strings.Trim(v, "[]()"), ",")
			x.isRange, x.low, x.high = true, rat(lo), rat(hi)
		} else if x.value = rat(v); x.value == nil {
			return c, false
		}
		c.want = append(c.want, x)
	}
	return c, true
}

func byteOfUTF16(s string, n int) int {
	at := 0
	for i, r := range s {
		if at >= n {
			return i
		}
		at += utf16.RuneLen(r)
	}
	return len(s)
}

var (
	ducklingKinds = regexp.MustCompile(`/(Numeral|AmountOfMoney|Distance|Temperature|Volume|Quantity|Ordinal)$`)
	ducklingOne   = regexp.MustCompile(`^\((?:simple \w+|NumeralValue|OrdinalData) (-?[\d.e+-]+)(?: Nothing)?\)$`)
	ducklingTwo   = regexp.MustCompile(`^\(between \w+ \((-?[\d.]+), (-?[\d.]+)\)\)$`)
)

func ducklingCase(raw rawCase) (c conformanceCase, ok bool) {
	var e string
	if !ducklingKinds.MatchString(raw.Source) || json.Unmarshal(raw.Expected, &e) != nil {
		return c, false
	}
	c.text = raw.Input
	if m := ducklingOne.FindStringSubmatch(e); m != nil {
		c.want = []expected{{end: len(c.text), value: rat(m[1])}}
		return c, true
	}
	if m := ducklingTwo.FindStringSubmatch(e); m != nil {
		c.want = []expected{{end: len(c.text), isRange: true, low: rat(m[1]), high: rat(m[2])}}
		return c, true
	}
	return c, false
}

func jionlpCase(raw rawCase) (c conformanceCase, ok bool) {
	var e struct{ Num any }
	if !strings.HasSuffix(raw.Source, "money_parser") || json.Unmarshal(raw.Expected, &e) != nil {
		return c, false
	}
	c.text = raw.Input
	switch n := e.Num.(type) {
	case string:
		c.want = []expected{{end: len(c.text), value: rat(n)}}
		return c, true
	case []any:
		if len(n) == 2 {
			lo, _ := n[0].(string)
			hi, _ := n[1].(string)
			c.want = []expected{{end: len(c.text), isRange: true, low: rat(lo), high: rat(hi)}}
			return c, true
		}
	}
	return c, false
}

func plainCase(raw rawCase) (c conformanceCase, ok bool) {
	r := rat(strings.Trim(string(raw.Expected), `"`))
	if r == nil {
		return c, false
	}
	c.text = raw.Input
	c.want = []expected{{end: len(c.text), value: r}}
	return c, true
}

// closeTo compares within a billionth, which is what cases printed from
// floating point are good for.
func closeTo(a Num, b *big.Rat) bool {
	d := new(big.Rat).Sub(a.Rat(), b)
	tol := new(big.Rat).Mul(new(big.Rat).Abs(b), big.NewRat(1, 1_000_000_000))
	return d.Abs(d).Cmp(tol) <= 0
}

func (e *expected) metBy(q *Quantity) bool {
	if !e.isRange {
		return closeTo(q.Value, e.value) || closeTo(q.Value.Neg(), e.value)
	}
	low := e.low == nil || closeTo(q.Value, e.low) || q.Set.HasLo && closeTo(q.Set.Lo, e.low)
	high := e.high == nil || closeTo(q.Value, e.high) || q.Set.HasHi && closeTo(q.Set.Hi, e.high)
	return low && high
}

func collect(text string) []Quantity {
	var qs []Quantity
	Scan(text, nil, func(q *Quantity) bool { qs = append(qs, *q); return true })
	return qs
}

// otherReadings are the readings that cases want and that news copy doesn't
// have, or that the contract gainsays. q is the quantity that was read there,
// nil for none, and words is what the case points at.
var otherReadings = []struct {
	why   string
	holds func(words string, e *expected, q *Quantity) bool
}{
	{"a measure or an amount turned into grams, millilitres or cents (values stay in the printed unit)", func(_ string, e *expected, q *Quantity) bool {
		return q != nil && !e.isRange && converted[q.Unit].Sign() > 0 && closeTo(q.Value.Mul(converted[q.Unit]), e.value)
	}},
	{"a pair counted as two things (pairs are counted as pairs)", func(_ string, e *expected, q *Quantity) bool {
		return q != nil && (q.Unit == "对" || q.Unit == "双") && closeTo(q.Value.Add(q.Value), e.value)
	}},
	{"one end of a range as a figure of its own", func(_ string, e *expected, q *Quantity) bool {
		return q != nil && q.Kind == Range && !e.isRange && (closeTo(q.Low.Value, e.value) || closeTo(q.High.Value, e.value))
	}},
	{"kilobits for a thousand bits (scale words are multiplied out)", func(_ string, e *expected, q *Quantity) bool {
		return q != nil && q.Kind == Measure && q.Han && closeTo(q.Value.Shift(-3), e.value)
	}},
	{"几十 from ten on (the table of approximators has twenty)", func(_ string, e *expected, q *Quantity) bool {
		return q != nil && q.Hedge == Somewhat && e.isRange && closeTo(q.Set.Lo.Mul(Dec(5, -1)), e.low)
	}},
	{"a lone numeral inside a name, or 一 as an article", func(words string, e *expected, q *Quantity) bool {
		return q == nil && (utf8.RuneCountInString(words) == 1 || strings.HasPrefix(words, "一")) && !strings.Contains(words, "分")
	}},
	{"零点, which is midnight in copy", func(words string, _ *expected, q *Quantity) bool { return q == nil && words == "零点" }},
	{"speech that copy doesn't print: a unit before its tenths with one left out, 份 or a hao for a tenth, 1半", func(words string, _ *expected, _ *Quantity) bool {
		return spoken.MatchString(words)
	}},
}

// converted is how many of what some cases want are in a printed unit.
var converted = map[string]Num{
	"kg": Int(1000), "斤": Int(500), "两": Int(50), "mg": Dec(1, -3), "CNY": Int(100), "[tsp_m]": Int(5), "[tbs_m]": Int(15),
}

var spoken = regexp.MustCompile(`^[個个米][一二三四五六七八九]$|份十|毫$|^1半$`)

// conform returns how many expected quantities were read right, how many want
// other readings, and reports the rest.
func conform(t *testing.T, cases []conformanceCase) (right, others, total int) {
	by := map[string]int{}
	for _, c := range cases {
		qs := collect(c.text)
		used := make([]bool, len(qs))
		for _, e := range c.want {
			total++
			hit := false
			var read *Quantity
			for i := range qs {
				if qs[i].Range.End <= e.start || qs[i].Range.Start >= e.end {
					continue
				}
				if read == nil {
					read = &qs[i]
				}
				if !used[i] && e.metBy(&qs[i]) {
					used[i], hit = true, true
					break
				}
			}
			why := ""
			for _, o := range otherReadings {
				if !hit && why == "" && o.holds(c.text[e.start:e.end], &e, read) {
					why = o.why
				}
			}
			switch {
			case hit:
				right++
			case why != "":
				others++
				by[why]++
			default:
				var got []string
				for i := range qs {
					got = append(got, qs[i].String()+"@"+c.text[qs[i].Range.Start:qs[i].Range.End])
				}
				t.Logf("miss: %s: %s: got %s", c.text, c.text[e.start:e.end], strings.Join(got, " | "))
			}
		}
		if len(c.want) == 0 {
			for i := range qs {
				t.Logf("spurious: %s: %s", c.text, c.text[qs[i].Range.Start:qs[i].Range.End])
			}
		}
	}
	for _, o := range otherReadings {
		if by[o.why] > 0 {
			t.Logf("%d: %s", by[o.why], o.why)
		}
	}
	return right, others, total
}

func re(s string) *regexp.Regexp { return regexp.MustCompile(s) }

// The shares that must be read right of what copy has.
func TestChineseConformance(t *testing.T) {
	dir := corpusDir(t)
	for _, set := range []struct {
		file string
		read func(rawCase) (conformanceCase, bool)
		want float64
	}{
		{"spec-recognizers-number-zh.jsonl", recognizersCase, 99},
		{"spec-recognizers-numberwithunit-zh.jsonl", recognizersCase, 99},
		{"spec-duckling-zh.jsonl", ducklingCase, 99},
		{"spec-jionlp-zh.jsonl", jionlpCase, 99},
		{"spec-cn2an-zh.jsonl", plainCase, 99},
	} {
		t.Run(set.file, func(t *testing.T) {
			right, others, total := conform(t, readCases(t, dir, set.file, set.read))
			share := 100 * float64(right) / float64(max(total-others, 1))
			t.Logf("%d of %d right, %d want other readings: %.1f %% of the rest", right, total, others, share)
			if share < set.want {
				t.Errorf("%.1f %% read right, want %.1f", share, set.want)
			}
		})
	}
}
