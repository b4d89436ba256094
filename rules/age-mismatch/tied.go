package agemismatch

import (
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

var (
	years = finding.Text{
		ZH: "从“%s”到“%s”，应是%d年上下，与“%s”不符。",
		EN: "From “%s” to “%s” is about %d years, not “%s”.",
	}
	begun = finding.Text{ZH: "开始时的年龄", EN: "the age when it began"}
	now   = finding.Text{ZH: "如今的年龄", EN: "the age of today"}
)

// tied compares an age with the birth of the same person, printed elsewhere.
func tied(p *rule.Pass, a *figure.AgeOf) {
	f, born := &p.Page.Figures[a.Figure], &p.Page.Dates[a.Born]
	n, ok := f.Value.Int64()
	if !ok || n >= a.Least(p.Page) && n <= a.Most(p.Page) {
		return
	}
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(message, born.Period.Start.Year, a.Year, a.Least(p.Page), a.Least(p.Page)+1, p.Text(f.Range)),
		Related: []rule.Related{tell.Related(born.Range(), birth)},
	})
}

// career reports years that the ages at their two ends contradict.
func career(p *rule.Pass, c *figure.Career) {
	n, ok := p.Page.Figures[c.Years].Value.Int64()
	if !ok || n >= c.Least && n <= c.Most {
		return
	}
	p.Contradict(c.Years)
	p.Report(rule.Problem{
		Range: c.Length, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(years, p.Text(c.Start), p.Text(c.Now), c.Most-1, p.Text(c.Length)),
		Related: []rule.Related{tell.Related(c.Start, begun), tell.Related(c.Now, now)},
	})
}
