// Package hedgelost finds headings that drop, or add, what makes a figure of the
// copy inexact or uncertain.
package hedgelost

import (
	_ "embed"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports headings with a number that the copy has only under 近, 超, 约 or
// 预计, and the reverse.
var Rule = rule.New(page, finding.Layout, run, "APX-04", "LAY-02")

var (
	dropped = finding.Text{
		ZH: "正文作“%s”，标题作“%s”，少了表示约数的词。",
		EN: "The copy has “%s”; the heading drops the approximation: “%s”.",
	}
	added = finding.Text{
		ZH: "正文作“%s”，标题却作“%s”，多了表示约数的词。",
		EN: "The copy has “%s”; the heading makes it “%s”.",
	}
	certain = finding.Text{
		ZH: "正文的“%s”是预计或计划，标题“%s”当成了事实。",
		EN: "“%s” is expected or planned in the copy; the heading states “%s” as a fact.",
	}
	body = finding.Text{ZH: "正文作“%s”", EN: "the copy says “%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Qualifieds {
		q := &p.Page.Qualifieds[i]
		h, b := &p.Page.Figures[q.Head], &p.Page.Figures[q.Body]
		wh, wb := tell.Words(p.Page, h), tell.Words(p.Page, b)
		text := dropped
		problem := rule.Problem{Range: h.Range, Severity: finding.Info, Confidence: 0.5,
			Related: []rule.Related{tell.Related(b.Range, tell.Textf(body, wb))}}
		switch {
		case q.Modality:
			text = certain
		case h.Hedge != quantity.None:
			text = added
		}
		if !q.Modality {
			problem.Fixes = []rule.Fix{tell.UseWords(h, wb, finding.Manual)}
		}
		problem.Message = tell.Textf(text, wb, wh)
		p.Report(problem)
	}
}
