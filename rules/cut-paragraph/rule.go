// Package cutparagraph finds paragraphs that an inset cuts in mid-sentence.
package cutparagraph

import (
	_ "embed"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

//go:embed doc.md
var page string

// Rule reports a paragraph that runs on behind a box.
var Rule = &rule.Rule{
	ID:       "cut-paragraph",
	NameZH:   "段落被截断",
	Category: finding.Layout,
	Kinds:    []string{"LAY-06"},
	Doc:      page,
	Run:      run,
}

var message = finding.Text{
	ZH: "这一段在此处被别的内容截断，句子在后面才接上；核对时已按连续的一段处理。",
	EN: "This paragraph is cut here by other matter and goes on behind it; it was read as one.",
}

func run(p *rule.Pass) {
	for i := range p.Doc.Blocks {
		b := &p.Doc.Blocks[i]
		for _, at := range b.Seams {
			p.Report(rule.Problem{
				Range: wordsBefore(p, b.Range.Start, at), Severity: finding.Info, Confidence: 0.8,
				Message: message,
			})
		}
	}
}

// wordsBefore returns the last few characters before a joint.
func wordsBefore(p *rule.Pass, start, at int) source.Range {
	text := p.Doc.View.Text
	i := at
	for n := 0; n < 4 && i > start; n++ {
		i--
		for i > start && text[i]&0xC0 == 0x80 {
			i--
		}
	}
	return source.Range{Start: i, End: at}
}
