// Package headlinefigure compares the figures of headings with the copy below
// them.
package headlinefigure

import (
	_ "embed"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports figures of a headline, of a heading inside the copy or of a lead
// in 【】 that the copy below contradicts.
var Rule = rule.New(page, finding.Layout, run, "LAY-01")

var (
	message = finding.Text{
		ZH: "标题作“%s”，正文作“%s”，正文里没有别的数字能支持标题%s。",
		EN: "The headline says “%s”, the copy “%s”, and no other figure of the copy supports the headline%s.",
	}
	body = finding.Text{ZH: "正文作“%s”", EN: "the copy says “%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Headings {
		report(p, &p.Page.Headings[i])
	}
}

func report(p *rule.Pass, m *figure.Heading) {
	h, b := &p.Page.Figures[m.Head], &p.Page.Figures[m.Rival]
	wh, wb := p.Page.Words(h.Range), p.Page.Words(b.Range)
	s := finding.Error
	digits := min(h.Digits, b.Digits)
	if m.Slip == figure.NoSlip || digits < 3 || m.Slip == figure.LostSlip && digits < 4 || p.Doc.Blocks[h.Block].Kind != document.Headline && m.Weight < 4 {
		s = finding.Warning
	}
	p.Contradict(h.Index)
	p.Report(rule.Problem{
		Range: h.Range, Severity: s, Confidence: tell.Confidence(s), Proof: m.Slip.String(),
		Message: finding.Text{
			ZH: tell.Textf(message, wh, wb, tell.Slip(m.Slip).ZH).ZH,
			EN: tell.Textf(message, wh, wb, tell.Slip(m.Slip).EN).EN,
		},
		Related: []rule.Related{tell.Related(b.Range, tell.Textf(body, wb))},
		Fixes:   []rule.Fix{tell.UseWords(h, wb, finding.Manual), tell.UseWords(b, wh, finding.Manual)},
	})
}
