package rule

import (
	"strings"

	"github.com/hegao/hegao/checker/finding"
)

// New returns the rule of a page, whose first line says what it is called:
// "# weekday-mismatch · 星期不符". Findings carry the category; kinds are the codes
// of the catalogue that it covers.
func New(page string, category finding.Category, run func(*Pass), kinds ...string) *Rule {
	head, _, _ := strings.Cut(page, "\n")
	id, name, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(head), "# "), " · ")
	return &Rule{ID: id, NameZH: name, Category: category, Kinds: kinds, Doc: page, Run: run}
}

// Optional makes a rule one that runs only where the configuration or the command
// names it.
func (r *Rule) Optional() *Rule {
	r.Off = true
	return r
}

// With gives a rule settings.
func (r *Rule) With(options ...Option) *Rule {
	r.Options = options
	return r
}
