// Package staletime finds 近日 for what is long past.
package staletime

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 近日 or recently beside a date more than thirty days back.
var Rule = rule.New(page, finding.Dates, run, "DAT-16")

var (
	message = finding.Text{
		ZH: "“%s”距见报已有%d天，不宜再说“%s”。",
		EN: "“%s” is %d days before publication; “%s” won't do for it.",
	}
	word = finding.Text{ZH: "近日", EN: "the word for recent"}
)

const (
	stale = 30 // days
	reach = 12 // bytes between the word and the date
)

func run(p *rule.Pass) {
	if !p.Page.Published.Known() {
		return
	}
	for _, r := range p.Page.Cues(figure.Recently) {
		near := source.Range{Start: r.Start - 40, End: r.End + 40}
		for _, d := range p.Page.DatesIn(near) {
			if days, ok := past(p, &d); ok && beside(p.Page.Text, r, &d) {
				p.Report(rule.Problem{
					Range: r, Severity: finding.Info, Confidence: tell.Confidence(finding.Info),
					Message: tell.Textf(message, p.Text(d.Range()), days, p.Text(r)),
					Related: []rule.Related{tell.Related(d.Range(), word)},
				})
				break
			}
		}
	}
}

// past returns how many days before publication a day is, where that is more
// than thirty.
func past(p *rule.Pass, d *figure.Date) (int, bool) {
	if d.Kind != period.KindDate || !d.Has(period.MonthPrinted) || !d.Period.IsPoint() || !d.Period.Known() || d.Has(period.AsOf) {
		return 0, false
	}
	n := p.Page.Published.Serial() - d.Period.Start.Serial()
	return n, n > stale
}

// beside reports whether a date stands at the word, in one clause or in brackets
// right behind it.
func beside(text string, r source.Range, d *figure.Date) bool {
	between := ""
	switch {
	case d.Start >= r.End:
		between = text[r.End:d.Start]
	case d.End <= r.Start:
		between = text[d.End:r.Start]
	}
	return len(between) <= reach && !strings.ContainsAny(between, "。；;") && strings.Count(between, "，")+strings.Count(between, ",") <= 1
}
