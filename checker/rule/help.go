package rule

import (
	"slices"
	"strings"
)

// helpSections are the headings of a page whose paragraphs tell a reader what a
// finding means; examples and options are for `hegao explain`.
var helpSections = []string{"## 查什么 / What it checks", "## 为什么 / Why it matters"}

// Help returns what the rule checks and why it matters in one language, as
// Markdown.
func (r *Rule) Help(lang string) string {
	var out []string
	for _, s := range sections(r.Doc) {
		if !slices.Contains(helpSections, s.heading) {
			continue
		}
		for _, p := range s.parts {
			if p.example == "" && LangOf(p.text) == lang {
				out = append(out, p.text)
			}
		}
	}
	return strings.Join(out, "\n\n")
}
