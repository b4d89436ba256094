package edition

import (
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

var (
	byYears = finding.Text{
		ZH: "照“%s”推算，%d年应是第%d届，与“%s”不符。",
		EN: "By “%s”, the one of %d is number %d, not “%s”.",
	}
	byOther = finding.Text{
		ZH: "“%s”应是第%d届，与“%s”不符。",
		EN: "“%s” should be number %d, not “%s”.",
	}
	countedFrom = finding.Text{ZH: "从这里推算", EN: "counted from here"}
	howOften    = finding.Text{ZH: "多久一届", EN: "how often it is held"}
)

// reckoned reports editions that don't fit how often the event is held, or the
// edition before or after them.
func reckoned(p *rule.Pass) {
	for i := range p.Page.Editions {
		e := &p.Page.Editions[i]
		f := &p.Page.Figures[e.Figure]
		message := tell.Textf(byYears, p.Text(e.Basis), e.Year, e.Want, p.Text(f.Range))
		if e.Year == 0 {
			message = tell.Textf(byOther, p.Text(e.Basis), e.Want, p.Text(f.Range))
		}
		p.Contradict(f.Index)
		p.Report(rule.Problem{
			Range: f.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning), Message: message,
			Related: []rule.Related{tell.Related(e.From, countedFrom), tell.Related(e.Basis, howOften)},
		})
	}
}
