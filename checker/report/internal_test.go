package report

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

func TestEveryMessageIsThere(t *testing.T) {
	for m := range messageCount {
		text := messages[m]
		if text.ZH == "" || text.EN == "" {
			t.Errorf("message %d is incomplete: %+v", m, text)
			continue
		}
		numbers := strings.Count(text.ZH, "%d")
		for _, form := range strings.Split(text.EN, "|") {
			if strings.Count(form, "%d") != numbers {
				t.Errorf("%q and %q don't take the same number", text.ZH, form)
			}
		}
	}
	for s := range severityMessages {
		if got, want := say("en", severityMessages[s]), finding.Severity(s).String(); got != want && want != "info" {
			t.Errorf("severity %s is called %s", want, got)
		}
	}
}

func TestPlural(t *testing.T) {
	for n, want := range []string{"0 errors", "1 error", "2 errors"} {
		if got := say("en", msgErrors, n); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := say("zh", msgErrors, 1); got != "错误1处" {
		t.Errorf("got %q", got)
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"abc", 3, "abc"}, {"abcd", 3, "ab…"}, {"数据", 4, "数据"}, {"数据表", 4, "数…"},
		{"👨‍👩‍👧家", 3, "👨‍👩‍👧…"}, {"", 0, ""},
	} {
		if got := shorten(c.in, c.n); got != c.want {
			t.Errorf("%q in %d columns: got %q, want %q", c.in, c.n, got, c.want)
		}
	}
}

func TestGroupDigits(t *testing.T) {
	for in, want := range map[string]string{
		"86050000000": "86,050,000,000", "-12345.6789": "-12,345.6789", "2025": "2025", "12345": "12,345",
		"2025-12-25": "2025-12-25", "2025-01/2025-11": "2025-01/2025-11", "": "", "10000/3": "10000/3", "３００００": "３００００",
	} {
		if got := groupDigits(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestGroupRuns(t *testing.T) {
	for in, want := range map[string]string{
		"“850.5亿”读作85050000000（×10^8）": "“850.5亿”读作85,050,000,000（×10^8）", "取值[85045000000, 85055000000)": "取值[85,045,000,000, 85,055,000,000)",
		"2025年1至11月": "2025年1至11月", "": "", "1234567": "1234567", "12345678": "12,345,678",
	} {
		if got := groupRuns(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// What has a code has a name.
func TestEveryCodeHasAName(t *testing.T) {
	for _, c := range finding.Categories() {
		if categoryNames[string(c)] == "" {
			t.Errorf("category %s has no Chinese name", c)
		}
	}
	for s := figure.Unchecked; s <= figure.Contradicted; s++ {
		if statusNames[s.String()] == "" {
			t.Errorf("status %s has no Chinese name", s)
		}
	}
	for k := range quantity.Kind(255) {
		name, ok := kindName(k)
		if ok && kindNames[name] == "" {
			t.Errorf("kind %s has no Chinese name", name)
		}
	}
}

// kindName returns the name of a kind, if there is one of that number.
func kindName(k quantity.Kind) (name string, ok bool) {
	defer func() { _ = recover() }()
	return k.String(), true
}

var clipPieces = []string{"前11个月", "总值860.5亿元", "，", "。", "\n", "\r\n", "😀", "𠮷", "👩‍🌾", " ", "　", "rose 12.4% ", "; ", "、", "\ufeff", "３０％", "（）", "\t", "é"}

func randomCopy(rnd *rand.Rand) string {
	var b strings.Builder
	for range rnd.IntN(120) {
		b.WriteString(clipPieces[rnd.IntN(len(clipPieces))])
	}
	return b.String()
}

func randomSpan(rnd *rand.Rand, text string) source.Span {
	var starts []int
	for i := range text {
		starts = append(starts, i)
	}
	starts = append(starts, len(text))
	i := rnd.IntN(len(starts))
	j := min(len(starts)-1, i+rnd.IntN(8))
	return source.Span{Start: starts[i], End: starts[j]}
}

// What is shown holds the place, stays within the line and the limit, and
// begins and ends between characters.
func TestClip(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		text := randomCopy(rnd)
		s := randomSpan(rnd, text)
		limit := 20 + rnd.IntN(100)
		c := newClip(text, s.Start, s.End, limit, limit)
		if c.start < 0 || c.start > s.Start || c.end < s.End || c.end > len(text) {
			t.Fatalf("%q: %v isn't around %v", text, c, s)
		}
		if !utf8.ValidString(text[c.start:c.end]) {
			t.Fatalf("%q: %v cuts a character", text, c)
		}
		if strings.Contains(text[c.start:s.Start], "\n") || strings.Contains(text[s.End:c.end], "\n") {
			t.Fatalf("%q: %v is more than the line of %v", text, c, s)
		}
		if w := width(text[c.start:c.end]); w > limit && w > width(text[s.Start:s.End]) {
			t.Fatalf("%q: %v takes %d columns of %d", text, c, w, limit)
		}
		if left := strings.TrimRight(text[:c.start], " 　\t\ufeff"); !c.cutL && left != "" && !strings.HasSuffix(left, "\n") && !strings.HasSuffix(left, "\r") {
			t.Fatalf("%q: %v doesn't say that it was cut", text, c)
		}
	}
}

// A sentence reaches from behind the marks that close the one before to behind
// those that close it, wherever in it the place is.
func TestSentenceAround(t *testing.T) {
	const text = "前一句。”“增长12.5%，”他说（见表）。）后一句！"
	for place, want := range map[string]string{
		"前":    "前一句。”",
		"”“":   "前一句。”“增长12.5%，”他说（见表）。）",
		"12.5": "“增长12.5%，”他说（见表）。）",
		"。）":   "“增长12.5%，”他说（见表）。）",
		"）后":   "“增长12.5%，”他说（见表）。）后一句！",
		"！":    "后一句！",
	} {
		start := strings.Index(text, place)
		s := sentenceAround(text, 0, start, start+len(place))
		if got := text[s.start:s.end]; got != want {
			t.Errorf("around %q: got %q, want %q", place, got, want)
		}
	}
}

func TestClipOfALongLineIsQuick(t *testing.T) {
	text := strings.Repeat("数", 5<<20) + "12.4%" + strings.Repeat("据", 5<<20)
	for range 1000 {
		c := newClip(text, 15<<20, 15<<20+5, 100, 200)
		if c.end-c.start > 400 || !c.cutL || !c.cutR {
			t.Fatalf("got %v", c)
		}
	}
}

// Carets stand under the place, column by column, whatever is before it.
func TestCaretsStandUnderThePlace(t *testing.T) {
	rnd := rand.New(rand.NewPCG(8, 9))
	for range 3000 {
		text := randomCopy(rnd)
		s := randomSpan(rnd, text)
		if s.Len() == 0 || strings.ContainsAny(text[s.Start:s.End], "\r\n\ufeff\t 　\u200d") || strings.Contains(text[:s.Start], "\u200d") {
			continue
		}
		var p page
		b := block{page: &p, file: &source.File{Text: text}, lang: "zh"}
		b.caret(s)
		lines := strings.Split(p.String(), "\n")
		if len(lines) != 3 {
			t.Fatalf("%q: got %q", text, lines)
		}
		at := strings.IndexByte(lines[1], '^')
		carets := len(lines[1]) - at
		place := shorten(clean(text[s.Start:s.End]), carets)
		if !holdsAt(lines[0], place, at) || width(place) != carets {
			t.Fatalf("%q stands elsewhere than the carets:\n%s", place, p.String())
		}
	}
}

// holdsAt reports whether text stands in a line from a column (from 0) on.
func holdsAt(line, text string, column int) bool {
	for i := range line {
		if strings.HasPrefix(line[i:], text) && width(line[:i]) == column {
			return true
		}
	}
	return false
}

func TestValueOf(t *testing.T) {
	for _, c := range []struct {
		f    checker.Figure
		want string
	}{
		{checker.Figure{Kind: "range", Value: "37500", Low: "30000", High: "45000"}, "30,000–45,000"},
		{checker.Figure{Kind: "money", Value: "8060000000", Low: "8055000000"}, "8,060,000,000"},
		{checker.Figure{Kind: "percent", Low: "30", High: "40"}, "30–40"},
		{checker.Figure{Kind: "count", Low: "200"}, "≥ 200"},
		{checker.Figure{Kind: "count", High: "200"}, "≤ 200"},
		{checker.Figure{Kind: "date", Value: "2025-12-25"}, "2025-12-25"},
		{checker.Figure{}, ""},
	} {
		if got := valueOf(&c.f); got != c.want {
			t.Errorf("%+v: got %q, want %q", c.f, got, c.want)
		}
	}
}
