package rules_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ruletest"
	"github.com/hegao/hegao/rules"
)

// TestMessagesOfEveryRule reads what the rules say of all their examples, in
// both languages: the same findings, nothing missing, each sentence in its
// language and its numbers as copy writes them.
func TestMessagesOfEveryRule(t *testing.T) {
	zh, en := ruletest.NewDriver(rules.All()), ruletest.NewDriver(rules.All())
	zh.Lang, en.Lang = "zh", "en"
	fixtures := readFixtures(t)
	heard := map[string]bool{}
	for _, p := range readPages(t) {
		for _, e := range slices.Concat(p.Examples, fixtures[p.Slug]) {
			a, err := zh.Check(&e, e.Text)
			if err != nil {
				t.Fatal(err)
			}
			b, err := en.Check(&e, e.Text)
			if err != nil {
				t.Fatal(err)
			}
			if len(a) != len(b) {
				t.Errorf("%s: %d findings in Chinese, %d in English", e.Name(), len(a), len(b))
				continue
			}
			for i := range a {
				heard[a[i].Rule] = true
				for _, s := range faultsOf(&a[i], "zh", e.Text) {
					t.Errorf("%s: %s in Chinese: %s", e.Name(), a[i].Rule, s)
				}
				for _, s := range faultsOf(&b[i], "en", e.Text) {
					t.Errorf("%s: %s in English: %s", e.Name(), b[i].Rule, s)
				}
			}
		}
	}
	for _, r := range rules.All() {
		if !heard[r.ID] {
			t.Errorf("%s says nothing of its examples", r.ID)
		}
	}
}

var (
	isoDate    = regexp.MustCompile(`\d{4}-\d{2}(-\d{2})?`)
	scientific = regexp.MustCompile(`\d[eE][-+]?\d|\d{13,}`)
	quotation  = regexp.MustCompile(`“[^”]*”`)
)

// faultsOf says what is wrong with the words of a finding.
func faultsOf(f *finding.Finding, lang, copy string) (out []string) {
	say := func(what, text string, empty bool) {
		bare := quotation.ReplaceAllString(text, "")
		switch {
		case text == "" && !empty:
			out = append(out, what+" is missing")
		case strings.Contains(text, "%!") || strings.Contains(text, "<nil>"):
			out = append(out, fmt.Sprintf("%s isn't filled in: %s", what, text))
		case lang == "en" && strings.ContainsAny(bare, "，。；！？"):
			out = append(out, fmt.Sprintf("%s is punctuated as Chinese: %s", what, text))
		case lang == "en" && han(bare) > 0 && what != "evidence": // which may be an equation of the copy's figures
			out = append(out, fmt.Sprintf("%s has Chinese words outside quotation marks: %s", what, text))
		case lang == "zh" && what == "the message" && han(text) < 2:
			out = append(out, fmt.Sprintf("%s isn't Chinese: %s", what, text))
		case lang == "en" && what == "the message" && len(strings.Fields(bare)) < 3:
			out = append(out, fmt.Sprintf("%s isn't English: %s", what, text))
		}
		for _, m := range isoDate.FindAllString(text, -1) {
			if !strings.Contains(copy, m) {
				out = append(out, fmt.Sprintf("%s has the date %s, which no copy writes so: %s", what, m, text))
			}
		}
		if m := scientific.FindString(text); m != "" && !strings.Contains(copy, m) {
			out = append(out, fmt.Sprintf("%s has the number %s: %s", what, m, text))
		}
	}
	say("the message", f.Message, false)
	for _, r := range f.Related {
		say("a related place", r.Message, false)
	}
	for _, e := range f.Evidence {
		say("evidence", e, false)
	}
	for _, x := range f.Fixes {
		say("a fix", x.Title, false)
	}
	return out
}
