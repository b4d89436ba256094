// Package repeatedblock finds paragraphs that the page prints twice.
package repeatedblock

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports a paragraph that stands twice on the page.
var Rule = rule.New(page, finding.Layout, run, "LAY-05")

var (
	message = finding.Text{
		ZH: "这段文字与前文完全相同，疑为重复刊登。",
		EN: "This paragraph repeats an earlier one word for word.",
	}
	first = finding.Text{ZH: "首次出现", EN: "printed here first"}
)

func run(p *rule.Pass) {
	// A web page or bulletin repeats its summary by design; a printed page,
	// which has a masthead, seldom does.
	printed := slices.ContainsFunc(p.Doc.Blocks, func(b document.Block) bool { return b.Kind == document.Masthead })
	later := make(map[int]int, len(p.Doc.Twins)) // by block, how often it stands again
	for _, t := range p.Doc.Twins {
		later[t[0]]++
	}
	last := -2
	for _, t := range p.Doc.Twins {
		a, b := &p.Doc.Blocks[t[0]], &p.Doc.Blocks[t[1]]
		run := t[1] == last+1
		last = t[1]
		if run || !printed && (later[t[0]] > 1 || byDesign(a, b) || !prose(p.Text(b.Range))) {
			continue // one finding for a run of paragraphs
		}
		sev := finding.Info
		if printed {
			sev = finding.Warning
		}
		p.Report(rule.Problem{
			Range: b.Range, Severity: sev, Confidence: 0.9,
			Message: message,
			Related: []rule.Related{tell.Related(a.Range, first)},
		})
	}
}

// byDesign reports whether one of two blocks is an item of a list, as key points
// are, which the text below repeats.
func byDesign(a, b *document.Block) bool {
	return a.Kind == document.ListItem || b.Kind == document.ListItem
}

// longProse is how many bytes a paragraph has at least; Chinese takes three for a
// character.
const longProse = 60

// prose reports whether a block is a paragraph that ends as sentences do. Labels,
// names of sections and lines that give a source recur on any page of tables.
func prose(text string) bool {
	text = strings.TrimRight(text, " \n\t\"”’』」）)")
	if len(text) < longProse {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".。!！?？…；;", r)
}
