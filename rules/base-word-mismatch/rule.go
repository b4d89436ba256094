// Package baseword finds 同比 between neighbouring months and 环比 between the
// same months of two years.
package baseword

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports words for the base of comparison that the two periods contradict.
var Rule = rule.New(page, finding.Growth, run, "GRO-08")

var (
	message = finding.Text{
		ZH: "由“%s”到“%s”比较的是%s，应说“%s”，不是“%s”。",
		EN: "“%s” to “%s” compares %s: “%s”, not “%s”.",
	}
	adjacent = finding.Text{ZH: "相邻两个时段", EN: "neighbouring periods"}
	yearly   = finding.Text{ZH: "上下两年的同一时段", EN: "one period of two years"}
	from     = finding.Text{ZH: "起点“%s”", EN: "from “%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		if f := &p.Page.Figures[i]; f.Role == figure.Growth && f.BasisOrigin == figure.Printed && (f.Basis == "同比" || f.Basis == "环比") {
			named(p, f)
		}
	}
	for i := range p.Page.Movements {
		m := &p.Page.Movements[i]
		if m.From < 0 || m.To < 0 || m.Rate < 0 {
			continue
		}
		a, b, r := &p.Page.Figures[m.From], &p.Page.Figures[m.To], &p.Page.Figures[m.Rate]
		if a.PeriodOrigin != figure.Printed || b.PeriodOrigin != figure.Printed || !a.Period.Known() || !b.Period.Known() || r.BasisOrigin != figure.Printed {
			continue
		}
		switch {
		case r.Basis == "同比" && follows(a.Period, b.Period):
			report(p, a, b, r, adjacent, finding.Text{ZH: "环比", EN: "month on month"}, finding.Text{ZH: "同比", EN: "year on year"})
		case r.Basis == "环比" && b.Period.ShiftYears(-1).Equal(a.Period):
			report(p, a, b, r, yearly, finding.Text{ZH: "同比", EN: "year on year"}, finding.Text{ZH: "环比", EN: "month on month"})
		}
	}
}

// follows reports whether b is the month, quarter or year right behind a, and
// no longer than it.
func follows(a, b period.Period) bool {
	if a.IsPoint() || b.IsPoint() || a.End.AddDays(1) != b.Start {
		return false
	}
	months := func(p period.Period) int { return (p.End.Year-p.Start.Year)*12 + p.End.Month - p.Start.Month }
	return months(a) == months(b) && months(a) < 11 // 同比 of whole years is a quarrel of style
}

func report(p *rule.Pass, a, b, r *figure.Figure, what, should, is finding.Text) {
	wa, wb := p.Page.Words(a.Range), p.Page.Words(b.Range)
	text := tell.Textf(message, wa, wb, what.ZH, should.ZH, is.ZH)
	text.EN = tell.Textf(message, wa, wb, what.EN, should.EN, is.EN).EN
	p.Contradict(r.Index)
	p.Report(rule.Problem{
		Range: r.Range, Severity: finding.Warning, Confidence: 0.75, Message: text,
		Related: []rule.Related{tell.Related(a.Range, tell.Textf(from, wa)), tell.Related(b.Range, tell.Textf(finding.Text{ZH: "“%s”", EN: "“%s”"}, wb))},
	})
}
