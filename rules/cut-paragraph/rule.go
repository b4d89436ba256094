// Package cutparagraph finds paragraphs that an inset cuts in mid-sentence.
package cutparagraph

import (
	_ "embed"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports a paragraph that runs on behind a box.
var Rule = rule.New(page, finding.Layout, run, "LAY-06")

var goesOn = finding.Text{ZH: "从这里接上", EN: "it goes on here"}

var message = finding.Text{
	ZH: "这一段在此处被别的内容截断，句子在后面才接上；核对时已按连续的一段处理。",
	EN: "This paragraph is cut here by other matter and goes on behind it; it was read as one.",
}

func run(p *rule.Pass) {
	text := p.Doc.View.Text
	for i := range p.Doc.Blocks {
		b := &p.Doc.Blocks[i]
		for _, at := range b.Seams {
			_, before := utf8.DecodeLastRuneInString(text[b.Range.Start:at])
			_, behind := utf8.DecodeRuneInString(text[at:b.Range.End])
			p.Report(rule.Problem{
				Range: source.Range{Start: at - before, End: at}, Severity: finding.Info, Confidence: 0.8,
				Message: message,
				Related: []rule.Related{tell.Related(source.Range{Start: at, End: at + behind}, goesOn)},
			})
		}
	}
}
