package rules_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/rules"
)

// Every rule is told in both languages: by name, in a sentence, and at length.
func TestEveryRuleIsToldInBothLanguages(t *testing.T) {
	for _, r := range rules.All() {
		if r.NameZH == "" || han(r.NameZH) == 0 {
			t.Errorf("%s has no Chinese name", r.ID)
		}
		for what, text := range map[string]finding.Text{"summary": {ZH: r.Summary("zh"), EN: r.Summary("en")}, "help": {ZH: r.Help("zh"), EN: r.Help("en")}} {
			if han(text.ZH) < 6 {
				t.Errorf("%s: the Chinese %s is %q", r.ID, what, text.ZH)
			}
			if len(strings.Fields(text.EN)) < 5 || han(text.EN)*8 > len(text.EN) {
				t.Errorf("%s: the English %s is %q", r.ID, what, text.EN)
			}
			if strings.Contains(text.ZH+text.EN, "```") {
				t.Errorf("%s: the %s holds an example", r.ID, what)
			}
		}
	}
}

func han(s string) (n int) {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}
