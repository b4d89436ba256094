package ruletest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

func TestParseMarks(t *testing.T) {
	text, got, err := parseMarks("前𠮷‹80.6亿元›，后😀«86.0亿元»。")
	if err != nil {
		t.Fatal(err)
	}
	if want := "前𠮷80.6亿元，后😀86.0亿元。"; text != want {
		t.Fatalf("text %q, want %q", text, want)
	}
	want := []struct {
		text    string
		related bool
	}{{"80.6亿元", true}, {"86.0亿元", false}}
	if len(got) != len(want) {
		t.Fatalf("%d marks, want %d", len(got), len(want))
	}
	for i, m := range got {
		if s := text[m.Span.Start:m.Span.End]; s != want[i].text || m.Related != want[i].related {
			t.Errorf("mark %d is %q (related %v), want %q (%v)", i, s, m.Related, want[i].text, want[i].related)
		}
	}
}

func TestParsePageErrors(t *testing.T) {
	const title = "# a-b · 甲乙\n"
	for _, c := range []struct{ name, page, want string }{
		{"open mark", title + "```wrong\n«甲\n```\n", "p.md:2: the mark \"«\" is never closed"},
		{"mark over a line", title + "```wrong\n«甲\n乙»\n```\n", "still open at the end of its line"},
		{"nested", title + "```wrong\n«甲‹乙›»\n```\n", "opens inside another"},
		{"stray close", title + "```wrong\n甲›«乙»\n```\n", "closes nothing"},
		{"empty mark", title + "```wrong\n«»\n```\n", "holds nothing"},
		{"unmarked wrong", title + "```wrong\n‹甲›\n```\n", "without a place marked"},
		{"marked right", title + "```right\n«甲»\n```\n", "nothing is expected of it"},
		{"bad attribute", title + "```trap colour=red\n甲\n```\n", "there is no attribute \"colour\""},
		{"bad date", title + "```trap date=2025-02-30\n甲\n```\n", "isn't a day"},
		{"bad category", title + "```trap category=colours\n甲\n```\n", "there is no category"},
		{"bad severity", title + "```trap severity=fatal\n甲\n```\n", "there is no severity"},
		{"unclosed block", title + "```trap\n甲\n", "p.md:2: the block that opens here is never closed"},
		{"no title", "甲\n", "has no title"},
		{"odd title", "# 甲乙\n", "isn't of the form"},
	} {
		if _, err := ParsePage("p.md", []byte(c.page)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

func TestLedgerScope(t *testing.T) {
	page := "# a-b · 甲乙\n## 台账 / Ledger\n```ledger\nfirst\n```\n## 错例 / Wrong\n```wrong\n«一»\n```\n" +
		"```ledger\nsecond\n```\n```wrong\n«二»\n```\n## 陷阱 / Traps\n```trap lang=en date=2025-12-25\nthree\nlines\n```\n"
	p, err := ParsePage("p.md", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range p.Examples {
		got = append(got, e.Text+"/"+e.Ledger)
	}
	if want := []string{"一/first", "二/second", "three\nlines/first"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if e := p.Examples[2]; e.Line != 17 || e.Lang != "en" || e.Date != "2025-12-25" || e.LedgerLine != 4 {
		t.Errorf("got %+v", e)
	}
}

func TestParseArchive(t *testing.T) {
	data := "what it is for\n-- ledger --\nhegao: ledger/v1\n-- wrong date=2025-12-25 format=txt --\n前\n«后»\n-- trap --\n静\n"
	got, err := ParseArchive("f.txtar", []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Name() != "f.txtar:4" || got[0].Format != "txt" || got[0].Ledger != "hegao: ledger/v1\n" || got[1].Kind != Trap {
		t.Errorf("got %+v", got)
	}
	for _, bad := range []string{"nothing\n", "-- copy.md --\n甲\n", "-- wrong --\n甲\n"} {
		if _, err := ParseArchive("f.txtar", []byte(bad)); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

// word returns a check that reports word wherever it stands, and shows
// "beside" wherever that stands first.
func word(ruleID, word, beside string, severity finding.Severity, fixed string) Check {
	return func(_ *Example, text string) ([]finding.Finding, error) {
		var out []finding.Finding
		for i := 0; ; {
			j := strings.Index(text[i:], word)
			if j < 0 {
				return out, nil
			}
			s := source.Span{Start: i + j, End: i + j + len(word)}
			f := finding.Finding{Rule: ruleID, Severity: severity, Category: finding.Style, Span: s, Text: word, Message: "m"}
			if k := strings.Index(text, beside); beside != "" && k >= 0 {
				f.Related = []finding.Related{{Span: source.Span{Start: k, End: k + len(beside)}, Text: beside}}
			}
			if fixed != "" {
				f.Fixes = []finding.Fix{{Grade: finding.Suggest, Edits: []finding.Edit{{Span: s, Text: fixed}}}}
			}
			out = append(out, f)
			i = s.End
		}
	}
}

func TestVerify(t *testing.T) {
	silent := func(*Example, string) ([]finding.Finding, error) { return nil, nil }
	broken := func(*Example, string) ([]finding.Finding, error) { return nil, errors.New("broken") }
	for _, c := range []struct {
		name, info, text string
		check            Check
		want             string // part of the one failure; empty for none
	}{
		{"found", "wrong", "甲«错»乙", word("r", "错", "", finding.Error, ""), ""},
		{"missed", "wrong", "甲«错»乙", silent, "«错»: r isn't reported there"},
		{"found twice", "wrong", "甲«错»乙错", word("r", "错", "", finding.Error, ""), "where nothing is marked"},
		{"shown", "wrong", "‹对›甲«错»", word("r", "错", "对", finding.Error, ""), ""},
		{"not shown", "wrong", "‹对›甲«错»", word("r", "错", "", finding.Error, ""), "‹对›: r doesn't show it"},
		{"the other way round", "wrong", "‹对›甲«错»", word("r", "对", "错", finding.Error, ""), ""},
		{"severity", "wrong severity=info", "«错»", word("r", "错", "", finding.Error, ""), "want info"},
		{"category", "wrong category=layout", "«错»", word("r", "错", "", finding.Error, ""), "want layout"},
		{"silent", "trap", "对", word("r", "错", "", finding.Info, ""), ""},
		{"false alarm", "trap", "错", word("r", "错", "", finding.Info, ""), "where nothing is marked"},
		{"another rule's error", "trap", "错", word("q", "错", "", finding.Error, ""), "q reports an error"},
		{"another rule's warning", "trap", "错", word("q", "错", "", finding.Warning, ""), ""},
		{"another rule at the mark", "wrong", "«错»", word("q", "错", "", finding.Error, ""), "«错»: r isn't reported there"},
		{"fixed", "wrong", "«错»", word("r", "错", "", finding.Error, "对"), ""},
		{"never fixed", "wrong", "«错»", word("r", "错", "", finding.Error, "错错"), "don't come to rest"},
		{"fix of nothing", "wrong", "«错»", word("r", "错", "", finding.Error, "错"), "change nothing"},
		{"fault", "trap", "错", broken, "broken"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, err := parseExample("p.md", 1, c.info, c.text)
			if err != nil {
				t.Fatal(err)
			}
			got := Verify("r", &e, c.check)
			switch {
			case c.want == "" && len(got) > 0:
				t.Errorf("failures %q, want none", got)
			case c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)):
				t.Errorf("failures %q, want one with %q", got, c.want)
			}
		})
	}
}

func FuzzParsePage(f *testing.F) {
	f.Add([]byte("# a-b · 甲乙\n## 错例 / Wrong\n```wrong date=2025-12-25\n前‹𠮷›后«😀»\n```\n"))
	f.Add([]byte("```wrong\n«\n```"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ParsePage("p.md", data)
		if err != nil {
			return
		}
		for _, e := range p.Examples {
			for _, m := range e.Marks {
				if m.Span.Start < 0 || m.Span.Start >= m.Span.End || m.Span.End > len(e.Text) {
					t.Fatalf("mark %v of a text of %d bytes", m, len(e.Text))
				}
			}
		}
	})
}
