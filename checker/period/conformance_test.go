package period

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

var misses = flag.Bool("misses", false, "print the date cases that aren't read as expected")

// corpus returns the folder of test cases that others wrote, or skips.
func corpus(t *testing.T) string {
	dir := os.Getenv("HEGAO_SHARED")
	if dir == "" {
		dir = "../../../shared"
	}
	dir = filepath.Join(dir, "corpus", "open")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the shared corpus isn't here (../shared or $HEGAO_SHARED)")
	}
	return dir
}

// dateCase is one text with the days that its dates may stand for, each as
// first day and day after the last.
type dateCase struct {
	text      string
	published Date
	year      int // the year spoken of, where no day is given; 0 for none
	want      []wantDate
}

type wantDate struct {
	start, end int // bytes
	days       [][2]Date
}

func lines(t *testing.T, path string) [][]byte {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	var out [][]byte
	s := bufio.NewScanner(in)
	s.Buffer(nil, 64<<20)
	for s.Scan() {
		out = append(out, append([]byte(nil), s.Bytes()...))
	}
	return out
}

var (
	picked  = regexp.MustCompile(`Date(Period)?Parser|DateTimeModel$`)
	skipped = regexp.MustCompile(`(?i)Experimental|CalendarMode`)
)

func day(s any) (Date, bool) {
	str, _ := s.(string)
	if len(str) < 10 {
		return Date{}, false
	}
	y, a := digits(str[:4])
	m, b := digits(str[5:7])
	d, c := digits(str[8:10])
	return Date{y, m, d}, a && b && c
}

// recognizersCases reads the cases of Microsoft Recognizers-Text.
func recognizersCases(t *testing.T, path string) (cases []dateCase) {
	for _, line := range lines(t, path) {
		var c struct {
			Source, Input string
			Context       struct{ ReferenceDateTime string }
			Expected      []map[string]any
		}
		if json.Unmarshal(line, &c) != nil || skipped.MatchString(c.Source) || !picked.MatchString(c.Source) {
			continue
		}
		dc := dateCase{text: c.Input}
		dc.published, _ = day(c.Context.ReferenceDateTime)
		units := utf16.Encode([]rune(c.Input))
		at := func(n float64) int { return len(string(utf16.Decode(units[:min(max(int(n), 0), len(units))]))) }
		good := true
		for _, e := range c.Expected {
			start, ok := e["Start"].(float64)
			if !ok {
				good = false
				break
			}
			var end float64
			if n, ok := e["Length"].(float64); ok {
				end = start + n
			} else {
				n, _ := e["End"].(float64)
				end = n + 1
			}
			w := wantDate{start: at(start), end: at(end)}
			v, ok := e["Value"].(map[string]any)
			if !ok {
				v, _ = e["Resolution"].(map[string]any)
			}
			w.days = expectedDays(v)
			if w.days == nil {
				good = false
				break
			}
			dc.want = append(dc.want, w)
		}
		if good {
			cases = append(cases, dc)
		}
	}
	return cases
}

func expectedDays(v map[string]any) (days [][2]Date) {
	one := func(s any) {
		if d, ok := day(s); ok {
			days = append(days, [2]Date{d, d.AddDays(1)})
		}
	}
	two := func(a, b any) {
		x, ok := day(a)
		y, ok2 := day(b)
		if ok && ok2 {
			days = append(days, [2]Date{x, y})
		}
	}
	for _, k := range []string{"FutureResolution", "PastResolution"} {
		if x, ok := v[k].(map[string]any); ok {
			if x["date"] != nil {
				one(x["date"])
			} else {
				two(x["startDate"], x["endDate"])
			}
		}
	}
	values, _ := v["values"].([]any)
	for _, x := range values {
		m, _ := x.(map[string]any)
		switch m["type"] {
		case "date":
			if m["Mod"] == nil {
				one(m["value"])
			}
		case "daterange":
			two(m["start"], m["end"])
		}
	}
	return days
}

// jionlpCases reads the time cases of JioNLP.
func jionlpCases(t *testing.T, path string) (cases []dateCase) {
	for _, line := range lines(t, path) {
		var c struct {
			Source, Input string
			Context       map[string]any
			Expected      struct {
				Type, Definition string
				Time             any
			}
		}
		if json.Unmarshal(line, &c) != nil || !strings.HasSuffix(c.Source, "time_parser") || c.Expected.Definition != "accurate" ||
			c.Expected.Type != "time_point" && c.Expected.Type != "time_span" {
			continue
		}
		span, _ := c.Expected.Time.([]any)
		if len(span) != 2 {
			continue
		}
		from, _ := span[0].(string)
		to, _ := span[1].(string)
		a, ok := day(from)
		b, ok2 := day(to)
		if !ok || !ok2 || !strings.HasSuffix(from, "00:00:00") || !strings.HasSuffix(to, "23:59:59") {
			continue
		}
		dc := dateCase{text: c.Input, want: []wantDate{{0, len(c.Input), [][2]Date{{a, b.AddDays(1)}}}}}
		dc.published, dc.year = timeBase(c.Context["time_base"])
		cases = append(cases, dc)
	}
	return cases
}

// timeBase reads what a case of JioNLP counts from: a moment, the numbers of
// one from the year on, or a year alone, which then also is the year spoken of.
func timeBase(base any) (published Date, year int) {
	switch b := base.(type) {
	case string:
		published, _ = day(b)
	case float64:
		published = FromSerial(Date{1970, 1, 1}.Serial() + int(b)/86400)
	case []any:
		n := [3]int{0, 12, 31}
		for i := range min(len(b), 3) {
			x, _ := b[i].(float64)
			n[i] = int(x)
		}
		published = Date{n[0], n[1], n[2]}
		if len(b) == 1 {
			year = n[0]
		}
	case map[string]any:
		y, _ := b["year"].(float64)
		year, published = int(y), Date{int(y), 12, 31}
	}
	return published, year
}

// scan reads a text from left to right.
func scan(text string) (out []Expr) {
	for at := 0; at < len(text); {
		e, end, ok := Read(text, at)
		if ok {
			out = append(out, e)
			at = end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return out
}

// otherReadings are the readings that cases want and that news copy doesn't
// have, or that contract or calendar gainsay. e is the expression that was read
// there, nil for none, and got what it is reckoned to.
var otherReadings = []struct {
	why   string
	holds func(text string, w wantDate, e *Expr, got Period) bool
}{
	{"the last day of a printed span is outside it (the contract has it inside)", func(_ string, w wantDate, _ *Expr, got Period) bool {
		return matches(got, w, true)
	}},
	{"a lunar date or a reign taken for the civil date of the same numbers", func(_ string, w wantDate, e *Expr, _ Period) bool {
		return e != nil && e.Has(LunarDate) && (e.from.yearRef == yearEra || w.days[0][0].Month == int(e.from.n) && w.days[0][0].Day == int(e.from.day))
	}},
	{"the first or last month of a quarter for 季度初, 季度末 (the contract has the day)", func(_ string, w wantDate, e *Expr, got Period) bool {
		return e != nil && (e.from.unit == unitQuarter || e.from.unit == unitQuarterRel) && e.from.fine != fineNone && want(w).Contains(got)
	}},
	{"小寒 and 大寒 of the lunar year, which are in the next civil one", func(_ string, w wantDate, e *Expr, got Period) bool {
		return e != nil && e.from.unit == unitTerm && want(w).Start.Year == got.Start.Year+1 && want(w).Start.Month == 1
	}},
	{"weeks that count from the first Monday, not by ISO 8601", func(_ string, w wantDate, e *Expr, got Period) bool {
		return e != nil && (e.from.unit == unitWeek || e.from.fine == fineWeek) && got.Start.AddDays(7) == want(w).Start
	}},
	{"the coming day of a name, half a year off, though nothing says that it is to come", func(_ string, w wantDate, e *Expr, got Period) bool {
		return e != nil && e.from.yearRef == yearNone && got.Known() && got.ShiftYears(1) == want(w)
	}},
	{"9·11 and its like as a day of this year", func(_ string, w wantDate, e *Expr, got Period) bool {
		return e != nil && e.from.fineSub == unitFestival && got.Start.Month == want(w).Start.Month && got.Start.Day == want(w).Start.Day
	}},
	{"slips of the cases: more days than are printed", func(_ string, w wantDate, e *Expr, got Period) bool {
		x := want(w)
		return e != nil && (e.from.fine == fineDay || e.from.fine == fineLast) && x.DayCount() > got.DayCount() && (x.Contains(got) || e.Has(LunarDate))
	}},
	{"lengths of time and seasons, which are no dates", func(text string, _ wantDate, e *Expr, _ Period) bool {
		return e == nil && (strings.HasSuffix(text, "天内") || strings.HasSuffix(text, "季"))
	}},
	{"a numeral that stands alone", func(text string, _ wantDate, e *Expr, _ Period) bool {
		return e == nil && strings.Trim(text, "= 0123456789十一") == ""
	}},
}

func want(w wantDate) Period { return Days(w.days[0][0], w.days[0][1].AddDays(-1)) }

type score struct{ expected, right, spurious, others int }

// run scores the reader as conformance.py does the program, and sorts the
// misses by why they are ones.
func run(t *testing.T, cases []dateCase, dayFirst bool) (s score) {
	by := map[string]int{}
	for _, c := range cases {
		ctx := Context{DayFirst: dayFirst, Year: c.year, Published: c.published}
		exprs := scan(c.text)
		used := make([]bool, len(exprs))
		if len(c.want) == 0 {
			s.spurious += len(exprs)
			if len(exprs) > 0 && *misses {
				t.Logf("spurious | %s | %s", c.text, c.text[exprs[0].Start:exprs[0].End])
			}
		}
		for _, w := range c.want {
			s.expected++
			hit := false
			var read *Expr
			var got Period
			for i := range exprs {
				e := &exprs[i]
				if used[i] || e.End <= w.start || e.Start >= w.end {
					continue
				}
				p := Resolve(e, ctx)
				if read == nil {
					read, got = e, p
				}
				if hit = matches(p, w, false); hit {
					used[i] = true
					break
				}
			}
			why := ""
			for _, o := range otherReadings {
				if !hit && why == "" && o.holds(c.text, w, read, got) {
					why = o.why
				}
			}
			switch {
			case hit:
				s.right++
			case why != "":
				s.others++
				by[why]++
			case *misses:
				t.Logf("miss | %s | %v | %s | %v | %s", c.text, c.published, c.text[w.start:w.end], w.days, got)
			}
		}
	}
	for _, o := range otherReadings {
		if by[o.why] > 0 {
			t.Logf("%d: %s", by[o.why], o.why)
		}
	}
	return s
}

func matches(p Period, w wantDate, inclusive bool) bool {
	if !p.Known() {
		return false
	}
	for _, d := range w.days {
		if p.Start != d[0] {
			continue
		}
		if p.End.AddDays(1) == d[1] {
			return true
		}
		if !inclusive {
			continue
		}
		// The end named is the first day of the last unit.
		if d[1] == p.End || d[1] == (Date{p.End.Year, p.End.Month, 1}) || d[1] == (Date{p.End.Year, 1, 1}) {
			return true
		}
	}
	return false
}

// What a case wants is read, or is one of the readings listed above.
func TestConformance(t *testing.T) {
	dir := corpus(t)
	for _, c := range []struct {
		name     string
		cases    []dateCase
		dayFirst bool
		least    int // per cent of those that want what copy has
	}{
		{"recognizers zh", recognizersCases(t, filepath.Join(dir, "spec-recognizers-datetime-zh.jsonl")), true, 98},
		{"jionlp zh", jionlpCases(t, filepath.Join(dir, "spec-jionlp-zh.jsonl")), true, 98},
		{"recognizers en", recognizersCases(t, filepath.Join(dir, "spec-recognizers-datetime-en.jsonl.gz")), false, 97},
	} {
		s := run(t, c.cases, c.dayFirst)
		share := 100 * float64(s.right) / float64(s.expected-s.others)
		t.Logf("%s: %d cases, %d expected, %d right (%.1f %%), %d want other readings; %.1f %% of the rest, %d spurious",
			c.name, len(c.cases), s.expected, s.right, 100*float64(s.right)/float64(s.expected), s.others, share, s.spurious)
		if share < float64(c.least) {
			t.Errorf("%s: %.1f %%, at least %d wanted", c.name, share, c.least)
		}
	}
}
