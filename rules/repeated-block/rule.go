// Package repeatedblock finds paragraphs that the page prints twice.
package repeatedblock

import (
	_ "embed"
	"slices"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports a paragraph that stands twice on the page.
var Rule = &rule.Rule{
	ID:       "repeated-block",
	NameZH:   "段落重复",
	Category: finding.Layout,
	Kinds:    []string{"LAY-05"},
	Doc:      page,
	Run:      run,
}

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
	last := -2
	for _, t := range p.Doc.Twins {
		a, b := &p.Doc.Blocks[t[0]], &p.Doc.Blocks[t[1]]
		run := t[1] == last+1
		last = t[1]
		if run || !printed && b.Kind == document.ListItem {
			continue // one finding for a run of paragraphs; notes recur below every table
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
