package finding_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// at returns a finding at the n-th occurrence (from 0) of text.
func at(t *testing.T, copy, text string, n int) finding.Finding {
	t.Helper()
	start := 0
	for ; ; n-- {
		i := strings.Index(copy[start:], text)
		if i < 0 {
			t.Fatalf("%q isn't in %q", text, copy)
		}
		start += i
		if n == 0 {
			break
		}
		start += len(text)
	}
	return finding.Finding{Rule: "repeat-differs", Category: finding.Repeat, Severity: finding.Error,
		Span: source.Span{Start: start, End: start + len(text)}, Text: text}
}

func print(t *testing.T, copy, text string) string {
	t.Helper()
	fs := []finding.Finding{at(t, copy, text, 0)}
	finding.Identify(&source.File{Text: copy}, fs)
	return fs[0].Fingerprint
}

func TestFingerprintSurvivesEditsElsewhere(t *testing.T) {
	const base = "𠮷县报告。全省进出口总值860.5亿元，其中出口512.3亿元。完。"
	want := print(t, base, "860.5亿元")
	if len(want) != 16 {
		t.Fatalf("fingerprint %q isn't 16 digits long", want)
	}
	same := map[string]string{
		"a paragraph before":       "😀新的一段。\n\n" + base,
		"a sentence after":         base + "另有一句。",
		"a neighbour's value":      strings.Replace(base, "512.3", "499.9", 1),
		"space around figures":     strings.Replace(base, "860.5", " 860.5", 1),
		"white space in the words": strings.Replace(base, "全省进出口", "全省 进出口", 1),
	}
	for name, copy := range same {
		if got := print(t, copy, "860.5亿元"); got != want {
			t.Errorf("%s changes the fingerprint", name)
		}
	}
	other := map[string]string{
		"another metric": strings.Replace(base, "进出口总值", "零售总额", 1),
		"another entity": strings.Replace(base, "全省", "全市", 1),
	}
	for name, copy := range other {
		if got := print(t, copy, "860.5亿元"); got == want {
			t.Errorf("%s has the same fingerprint", name)
		}
	}
}

func TestFingerprintParts(t *testing.T) {
	base := finding.Fingerprint("r", finding.Repeat, "12%", "ab", "c")
	for name, got := range map[string]string{
		"rule":     finding.Fingerprint("q", finding.Repeat, "12%", "ab", "c"),
		"category": finding.Fingerprint("r", finding.Layout, "12%", "ab", "c"),
		"text":     finding.Fingerprint("r", finding.Repeat, "13%", "ab", "c"),
		"context":  finding.Fingerprint("r", finding.Repeat, "12%", "ab", "d"),
		"split":    finding.Fingerprint("r", finding.Repeat, "12%", "a", "bc"),
	} {
		if got == base {
			t.Errorf("another %s has the same fingerprint", name)
		}
	}
}

func TestIdenticalFindingsGetOrdinals(t *testing.T) {
	const copy = "增长12%。\n增长12%。\n增长12%。\n"
	fs := []finding.Finding{at(t, copy, "12%", 0), at(t, copy, "12%", 1), at(t, copy, "12%", 2)}
	finding.Identify(&source.File{Text: copy}, fs)
	first := fs[0].Fingerprint
	if fs[1].Fingerprint != first+"-2" || fs[2].Fingerprint != first+"-3" {
		t.Errorf("got %q, %q, %q", first, fs[1].Fingerprint, fs[2].Fingerprint)
	}
}

func TestContextStaysInBounds(t *testing.T) {
	const copy = "𠮷A😀增长"
	for start := -2; start <= len(copy)+2; start++ {
		for end := -2; end <= len(copy)+2; end++ {
			finding.Context(copy, start, end)
		}
	}
	before, after := finding.Context(strings.Repeat("甲", 1000)+"1"+strings.Repeat("乙", 1000), 3000, 3001)
	if before != strings.Repeat("甲", 12) || after != strings.Repeat("乙", 12) {
		t.Errorf("got %q, %q", before, after)
	}
}

func TestSortDoesNotDependOnTheOrderOfRules(t *testing.T) {
	span := func(start, end int) source.Span { return source.Span{Start: start, End: end} }
	title := source.Span{Start: 50, End: 60, Field: source.FieldTitle}
	want := []finding.Finding{
		{Span: title, Rule: "z"},
		{Span: span(1, 2), Severity: finding.Error, Rule: "b"},
		{Span: span(1, 2), Severity: finding.Warning, Rule: "a", Message: "x"},
		{Span: span(1, 2), Severity: finding.Warning, Rule: "a", Message: "y"},
		{Span: span(1, 2), Severity: finding.Warning, Rule: "b"},
		{Span: span(1, 9), Severity: finding.Error, Rule: "a"},
		{Span: span(3, 4), Severity: finding.Error, Rule: "a"},
	}
	for range 50 {
		got := append([]finding.Finding(nil), want...)
		rand.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		finding.Sort(got)
		for i := range got {
			if got[i].Span != want[i].Span || got[i].Rule != want[i].Rule ||
				got[i].Severity != want[i].Severity || got[i].Message != want[i].Message {
				t.Fatalf("place %d holds %+v, want %+v", i, got[i], want[i])
			}
		}
	}
}
