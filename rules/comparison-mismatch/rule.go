// Package comparison finds levels that are called more or less than others and
// aren't.
package comparison

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 2.9平方米，高于全国3.0平方米的平均水平.
var Rule = rule.New(page, finding.Growth, run, "GRO-02")

var (
	message = finding.Text{
		ZH: "“%s”比“%s”%s，稿中却说“%s”。",
		EN: "“%s” is %[3]s than “%[2]s”, but the copy says “%[4]s”.",
	}
	more  = finding.Text{ZH: "大", EN: "more"}
	less  = finding.Text{ZH: "小", EN: "less"}
	one   = finding.Text{ZH: "“%s”", EN: "“%s”"}
	other = finding.Text{ZH: "相比的“%s”", EN: "compared with “%s”"}
	turn  = finding.Text{ZH: "改成“%s”", EN: "change to “%s”"}
)

// opposites are words of comparison with those that say the reverse.
var opposites = map[string]string{
	"高于": "低于", "低于": "高于", "多于": "少于", "少于": "多于", "大于": "小于", "小于": "大于",
	"快于": "慢于", "慢于": "快于", "超过": "低于", "扩大": "缩小", "缩小": "扩大", "增加": "减少", "减少": "增加",
	"提高": "降低", "降低": "提高", "高": "低", "低": "高", "多": "少", "少": "多", "大": "小", "小": "大",
	"higher than": "lower than", "lower than": "higher than", "above": "below", "below": "above",
	"more than": "less than", "less than": "more than",
}

func run(p *rule.Pass) {
	for i := range p.Page.Comparisons {
		c := &p.Page.Comparisons[i]
		if c.Holds {
			p.Agree(c.A, c.B)
			continue
		}
		p.Settle(figure.Contradicted, c.A, c.B)
		a, b := &p.Page.Figures[c.A], &p.Page.Figures[c.B]
		wa, wb, said := p.Page.Words(a.Range), p.Page.Words(b.Range), p.Text(c.Words)
		real := less
		if c.Sign < 0 {
			real = more
		}
		problem := rule.Problem{
			Range: c.Words, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
			Message: tell.Textf(message, wa, wb, real, said),
			Related: []rule.Related{tell.Related(a.Range, tell.Textf(one, wa)), tell.Related(b.Range, tell.Textf(other, wb))},
		}
		if w, ok := opposites[said]; ok {
			problem.Fixes = []rule.Fix{{Title: tell.Textf(turn, w), Grade: finding.Manual, Edits: []rule.Edit{{Range: c.Words, Text: w}}}}
		}
		p.Report(problem)
	}
}
