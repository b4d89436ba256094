package rules_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/ruletest"
)

// readPages returns every rule's page, sorted by slug.
func readPages(t testing.TB) []*ruletest.Page {
	t.Helper()
	paths, err := filepath.Glob("*/doc.md")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	slices.Sort(paths)
	var pages []*ruletest.Page
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p, err := ruletest.ParsePage(filepath.ToSlash(filepath.Join("rules", path)), data)
		if err != nil {
			t.Error(err)
			continue
		}
		if folder := filepath.Base(filepath.Dir(path)); p.Slug != folder {
			t.Errorf("%s: the title says %s", p.Path, p.Slug)
		}
		pages = append(pages, p)
	}
	return pages
}

// readFixtures returns the examples of fixtures/rules by the slug of their
// folder.
func readFixtures(t testing.TB) map[string][]ruletest.Example {
	t.Helper()
	paths, err := filepath.Glob("../fixtures/rules/*/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]ruletest.Example{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		examples, err := ruletest.ParseArchive(strings.TrimPrefix(filepath.ToSlash(path), "../"), data)
		if err != nil {
			t.Error(err)
			continue
		}
		slug := filepath.Base(filepath.Dir(path))
		out[slug] = append(out[slug], examples...)
	}
	return out
}

// TestPages asks of every page what the catalogue that `hegao explain` prints
// must have: title, headings, enough examples of each kind, a name of its own.
func TestPages(t *testing.T) {
	names := map[string]string{}
	for _, p := range readPages(t) {
		for _, s := range p.Lint() {
			t.Error(s)
		}
		if other := names[p.NameZH]; other != "" {
			t.Errorf("%s and %s have one Chinese name, %s", other, p.Slug, p.NameZH)
		}
		names[p.NameZH] = p.Slug
	}
}

// TestFixtureFolders fails on a fixture without a rule.
func TestFixtureFolders(t *testing.T) {
	for slug := range readFixtures(t) {
		if _, err := os.Stat(filepath.Join(slug, "doc.md")); err != nil {
			t.Errorf("fixtures/rules/%s belongs to no rule", slug)
		}
	}
}
