// Package planperiod compares five-year plans with the years that copy gives
// them.
package planperiod

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/cue"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports “十四五”开局之年（2022年）.
var Rule = rule.New(page, finding.Dates, run, "DAT-13")

var (
	message = finding.Text{
		ZH: "“%s”的%s是%d年，不是%d年。",
		EN: "For “%s”, %s is %d, not %d.",
	}
	span = finding.Text{
		ZH: "“%s”时期是%d年至%d年，与“%s”不符。",
		EN: "“%s” covers %d to %d, not “%s”.",
	}
	which = finding.Text{ZH: "是哪一年", EN: "which of its years"}
	named = finding.Text{ZH: "规划", EN: "the plan"}
)

// numbers are the plans by name; those of one numeral alone are too easily
// another number.
var numbers = map[string]int{"八五": 8, "九五": 9, "十一五": 11, "十二五": 12, "十三五": 13, "十四五": 14, "十五五": 15, "十六五": 16}

// roles are the years of a plan that have names.
var roles = []struct {
	cue figure.Cue
	nth int
}{{figure.PlanFirst, 0}, {figure.PlanSecond, 1}, {figure.PlanLast, 4}}

func run(p *rule.Pass) {
	for _, r := range p.Page.Cues(figure.Plan) {
		if plan, ok := planOf(p, r); ok && !spanBehind(p, r, plan) {
			year(p, r, plan)
		}
	}
}

// planOf returns the years of the plan that a word names: “十四五”, in quotation
// marks, or 14th Five-Year Plan.
func planOf(p *rule.Pass, r source.Range) (period.Period, bool) {
	words := p.Text(r)
	n := numbers[words]
	if n == 0 {
		if _, err := fmt.Sscanf(words, "%dth", &n); err != nil {
			return period.Period{}, false
		}
	} else if !strings.HasSuffix(p.Page.Text[:r.Start], "“") || !strings.HasPrefix(p.Page.Text[r.End:], "”") {
		return period.Period{}, false
	}
	return period.Plan(n)
}

// spanBehind compares the years that brackets right behind a plan give for all
// of it.
func spanBehind(p *rule.Pass, r source.Range, plan period.Period) bool {
	behind := p.Page.DatesIn(source.Range{Start: r.End, End: r.End + 30})
	if len(behind) == 0 {
		return false
	}
	d := behind[0]
	between := strings.TrimPrefix(p.Page.Text[r.End:d.Start], "”")
	between = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(between, "规划"), "时期"))
	if between != "（" && between != "(" || d.Period.IsZero() || d.Period.Start.Year == d.Period.End.Year {
		return false
	}
	if d.Period.Start.Year != plan.Start.Year || d.Period.End.Year != plan.End.Year {
		p.Report(rule.Problem{
			Range: d.Range(), Severity: finding.Warning, Confidence: 0.9,
			Message: tell.Textf(span, p.Text(r), plan.Start.Year, plan.End.Year, p.Text(d.Range())),
			Related: []rule.Related{tell.Related(r, named)},
		})
	}
	return true
}

// year compares a year of the plan that has a name (开局之年, the final year)
// with the one year of its clause.
func year(p *rule.Pass, r source.Range, plan period.Period) {
	words, start := cue.Clause(p.Page, p.Page.SentenceOf(r.Start), r)
	clause := source.Range{Start: start, End: start + len(words)}
	if p.Doc.Lang == "en" {
		clause = p.Page.Sentences[p.Page.SentenceOf(r.Start)].Range
	}
	for _, x := range roles {
		for _, role := range p.Page.CuesIn(x.cue, clause) {
			if !beside(p.Page.Text, r, role) {
				continue
			}
			d, ok := oneYear(p, clause, r)
			if !ok {
				d, ok = nextYear(p, role)
			}
			if want := plan.Start.Year + x.nth; ok && d.Period.Start.Year != want {
				report(p, &d, r, role, want)
			}
			return
		}
	}
}

// beside reports whether a named year belongs to the plan: 开局之年 right behind
// “十四五”, perhaps with 规划 or 时期 between; "the final year of the" right before.
func beside(text string, plan, role source.Range) bool {
	if role.Start < plan.Start {
		return strings.TrimSpace(text[role.End:plan.Start]) == "the" || strings.TrimSpace(text[role.End:plan.Start]) == "China's"
	}
	between := strings.TrimPrefix(text[plan.End:role.Start], "”")
	return strings.Trim(between, "规划时期的实施") == "" && len(between) < 30
}

// oneYear returns the date of a clause where all its dates but the plan itself
// are of one year and one at least says which.
func oneYear(p *rule.Pass, clause, plan source.Range) (d figure.Date, ok bool) {
	for _, e := range p.Page.DatesIn(clause) {
		if e.Range().Overlaps(plan) {
			continue
		}
		if e.Period.IsZero() || e.Period.Start.Year == 0 || e.Period.Start.Year != e.Period.End.Year || ok && e.Period.Start.Year != d.Period.Start.Year {
			return d, false
		}
		if e.Has(period.YearPrinted) || e.Has(period.YearRelative) {
			d, ok = e, true
		}
	}
	return d, ok
}

// nextYear returns the date that opens the clause behind a named year that ends
// its own: “十四五”收官之年，2025年….
func nextYear(p *rule.Pass, role source.Range) (d figure.Date, ok bool) {
	at := role.End
	for _, mark := range [...]string{"的", "，", "——"} {
		if strings.HasPrefix(p.Page.Text[at:], mark) {
			at += len(mark)
		}
	}
	for _, e := range p.Page.DatesIn(source.Range{Start: at, End: at + 1}) {
		if at > role.End && e.Has(period.YearPrinted) && !e.Period.IsZero() && e.Period.Start.Year == e.Period.End.Year {
			return e, true
		}
	}
	return d, false
}

func report(p *rule.Pass, d *figure.Date, plan, role source.Range, want int) {
	p.Report(rule.Problem{
		Range: d.Range(), Severity: finding.Warning, Confidence: 0.9,
		Message: tell.Textf(message, p.Text(plan), p.Text(role), want, d.Period.Start.Year),
		Related: []rule.Related{tell.Related(plan, named), tell.Related(role, which)},
	})
}
