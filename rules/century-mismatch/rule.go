// Package centurymismatch compares centuries and decades with the years in
// brackets beside them.
package centurymismatch

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 19世纪50年代（1955年）.
var Rule = rule.New(page, finding.Dates, run, "DAT-12")

var (
	message = finding.Text{
		ZH: "“%s”指%d年至%d年，“%s”不在其内。",
		EN: "“%s” runs from %d to %d; “%s” lies outside.",
	}
	named = finding.Text{ZH: "世纪、年代", EN: "the century or decade"}
)

func run(p *rule.Pass) {
	for i := 0; i+1 < len(p.Page.Dates); i++ {
		a, b := &p.Page.Dates[i], &p.Page.Dates[i+1]
		if a.Sentence != b.Sentence {
			continue
		}
		between := strings.TrimSpace(p.Page.Text[a.End:b.Start])
		if between != "（" && between != "(" && between != "，即" && between != "（即" {
			continue
		}
		switch {
		case era(p.Text(a.Range())) && !era(p.Text(b.Range())):
			compare(p, a, b)
		case era(p.Text(b.Range())) && !era(p.Text(a.Range())):
			compare(p, b, a)
		}
	}
}

// era reports whether an expression names a century, or a decade of one.
func era(words string) bool {
	return strings.Contains(words, "世纪") && !strings.Contains(words, "新世纪") || strings.Contains(words, "century")
}

func compare(p *rule.Pass, e, d *figure.Date) {
	if e.Period.IsZero() || d.Period.IsZero() || !d.Has(period.YearPrinted) || !d.Period.Known() {
		return
	}
	first, last := e.Period.Start.Year, e.Period.End.Year
	if last-first < 9 || d.Period.Start.Year >= first-1 && d.Period.Start.Year <= last+1 {
		return // 1900 is often taken for a year of the twentieth century
	}
	p.Report(rule.Problem{
		Range: e.Range(), Severity: finding.Warning, Confidence: 0.9,
		Message: tell.Textf(message, p.Text(e.Range()), first, last, p.Text(d.Range())),
		Related: []rule.Related{tell.Related(d.Range(), named)},
	})
}
