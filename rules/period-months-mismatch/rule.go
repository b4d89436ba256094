// Package periodmonths compares quarters, halves and "first n months" with the
// months that brackets give for them.
package periodmonths

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

// Rule reports 前三季度（1—10月）.
var Rule = rule.New(page, finding.Dates, run, "DAT-14")

var (
	message = finding.Text{
		ZH: "“%s”是%d月至%d月，与括号里的“%s”不符。",
		EN: "“%s” runs from month %d to month %d; “%s” beside it says otherwise.",
	}
	named = finding.Text{ZH: "期间名称", EN: "the period by name"}
)

func run(p *rule.Pass) {
	for i := 0; i+1 < len(p.Page.Dates); i++ {
		a, b := &p.Page.Dates[i], &p.Page.Dates[i+1]
		if a.Sentence != b.Sentence || !bracketed(p.Page.Text, a, b) {
			continue
		}
		if name, months, ok := sides(p.Page.Text, a, b); ok {
			compare(p, name, months)
		}
	}
}

// bracketed reports whether the second expression stands alone in brackets
// right behind the first.
func bracketed(text string, a, b *figure.Date) bool {
	between := strings.TrimSpace(text[a.End:b.Start])
	behind := strings.TrimSpace(text[b.End:min(len(text), b.End+4)])
	return (between == "（" || between == "(" || between == "（即" || between == "，即") &&
		(strings.HasPrefix(behind, "）") || strings.HasPrefix(behind, ")") || between == "，即")
}

// sides tells which of two expressions names a period and which gives months.
func sides(text string, a, b *figure.Date) (name, months *figure.Date, ok bool) {
	for _, x := range [2][2]*figure.Date{{a, b}, {b, a}} {
		if byName(text, x[0]) && x[1].Has(period.MonthPrinted) && x[1].Kind == period.KindPeriod && !byName(text, x[1]) {
			return x[0], x[1], true
		}
	}
	return nil, nil, false
}

// byName reports whether an expression names a quarter, a half or the first
// months of a calendar year.
func byName(text string, d *figure.Date) bool {
	if d.Kind != period.KindPeriod || d.Has(period.FiscalYear) || d.Has(period.LunarDate) {
		return false
	}
	w := text[d.Start:d.End]
	return strings.Contains(w, "季") || strings.Contains(w, "半年") || strings.HasPrefix(w, "前") || strings.HasPrefix(w, "头") ||
		strings.Contains(w, "quarter") || strings.Contains(w, "half") || strings.Contains(w, "months")
}

func compare(p *rule.Pass, name, months *figure.Date) {
	a, b := name.Period, months.Period
	if a.IsZero() || b.IsZero() || a.MonthCount() == 0 || b.MonthCount() == 0 || a.MonthCount() > 12 || b.MonthCount() > 12 {
		return
	}
	if a.Start.Month == b.Start.Month && a.End.Month == b.End.Month {
		return
	}
	if months.Has(period.YearPrinted) && (b.Start.Year != b.End.Year || a.Start.Year != b.Start.Year) {
		return // a year of its own: a season, or another year
	}
	p.Report(rule.Problem{
		Range: months.Range(), Severity: finding.Warning, Confidence: 0.9,
		Message: tell.Textf(message, p.Text(name.Range()), a.Start.Month, a.End.Month, p.Text(months.Range())),
		Related: []rule.Related{tell.Related(name.Range(), named)},
	})
}
