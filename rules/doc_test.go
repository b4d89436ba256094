package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/ruletest"
	"github.com/hegao/hegao/rules"
)

// unwritten are the rules whose page stands before their code. The list must
// come to be empty.
var unwritten = []string{}

// TestRegistered asks that pages, fixtures and rules belong together.
func TestRegistered(t *testing.T) {
	pages := map[string]*ruletest.Page{}
	for _, p := range readPages(t) {
		pages[p.Slug] = p
		r, ok := rules.ByID(p.Slug)
		switch {
		case slices.Contains(unwritten, p.Slug):
			if ok {
				t.Errorf("%s is a rule by now: take it off the list of those that aren't", p.Slug)
			}
		case !ok:
			t.Errorf("%s has a page but isn't in the list of rules", p.Slug)
		case r.NameZH != p.NameZH:
			t.Errorf("%s: the rule is called %s, its page says %s", p.Slug, r.NameZH, p.NameZH)
		case !strings.Contains(r.Doc, p.Examples[0].Text) && !strings.HasPrefix(r.Doc, "# "+p.Slug):
			t.Errorf("%s: the rule doesn't embed its page", p.Slug)
		case !slices.Equal(r.Kinds, p.Codes):
			t.Errorf("%s: the rule covers %v, its page says %v", p.Slug, r.Kinds, p.Codes)
		}
	}
	for _, r := range rules.All() {
		if pages[r.ID] == nil {
			t.Errorf("%s has no page", r.ID)
		}
		if len(r.Kinds) == 0 || r.Category == "" || r.Run == nil {
			t.Errorf("%s lacks kinds, category or function", r.ID)
		}
	}
}

// TestLedgers asks that the ledgers of pages and fixtures are right, also those
// of rules that aren't written yet.
func TestLedgers(t *testing.T) {
	driver := ruletest.NewDriver(nil)
	fixtures := readFixtures(t)
	for _, p := range readPages(t) {
		for _, e := range slices.Concat(p.Examples, fixtures[p.Slug]) {
			if _, err := driver.Check(&e, e.Text); err != nil {
				t.Errorf("%s: %v", e.Name(), err)
			}
		}
	}
}

// TestExamples runs every example of every page and fixture through all rules.
func TestExamples(t *testing.T) {
	driver := ruletest.NewDriver(rules.All())
	fixtures := readFixtures(t)
	for _, p := range readPages(t) {
		if _, ok := rules.ByID(p.Slug); !ok {
			continue // TestRegistered says so
		}
		t.Run(p.Slug, func(t *testing.T) {
			for _, e := range slices.Concat(p.Examples, fixtures[p.Slug]) {
				for _, failure := range ruletest.Verify(p.Slug, &e, driver.Check) {
					t.Errorf("%s (%s): %s", e.Name(), e.Kind, failure)
				}
			}
		})
	}
}
