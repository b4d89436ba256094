// Package spanmismatch compares how long something went on with the dates
// between which it did.
package spanmismatch

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports a run or span whose length its own ends contradict.
var Rule = rule.New(page, finding.Dates, run, "DAT-05", "DAT-06")

var (
	message = finding.Text{
		ZH: "“%s”首尾都算是%d%s，与“%s”不符。",
		EN: "“%s” makes %d %s counted from the first to the last, not “%s”.",
	}
	jubilee = finding.Text{
		ZH: "从%d年到%d年是%d周年，与“%s”不符。",
		EN: "From %d to %d is %d years, not “%s”.",
	}
	ends = finding.Text{ZH: "起止", EN: "the dates"}
)

// units name what a length is counted in, by the unit of the figure.
var units = map[string]finding.Text{
	"d": {ZH: "天", EN: "days"}, "mo": {ZH: "个月", EN: "months"}, "a": {ZH: "年", EN: "years"},
}

// reach is how many bytes may lie between the dates and the length.
const reach = 90

// beside is how many bytes may lie between them where other dates are near.
const beside = 15

func run(p *rule.Pass) {
	told := map[int]bool{}
	report := p.Report
	p.Report = func(x rule.Problem) { told[x.Range.Start] = true; report(x) }
	defer func() { p.Report = report }()
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		if f.Hedge != quantity.None || f.Decimals > 0 || f.Kind != quantity.Duration {
			continue
		}
		if strings.HasSuffix(p.Text(f.Range), "周年") && p.Doc.Lang == "en" {
			anniversary(p, f)
		} else if way, ok := length(p, f); ok && units[f.Unit].ZH != "" {
			judge(p, f, way)
		}
	}
	for i := range p.Page.Spans {
		if sp := &p.Page.Spans[i]; !sp.Holds && !told[sp.Length.Start] {
			apart(p, sp)
		}
	}
	for i := range p.Page.Offsets {
		offset(p, &p.Page.Offsets[i])
	}
	for i := range p.Page.Elapsed {
		e := &p.Page.Elapsed[i]
		if n, ok := p.Page.Figures[e.Figure].Value.Int64(); ok && !e.Holds(n) && !told[e.Length.Start] {
			elapsed(p, e)
		}
	}
}

// way is how a length counts what lies between two ends.
type way int

const (
	bySteps  way = iota // the last may be left out
	byDays              // days of an event: the last is nearly always one of them
	unbroken            // both ends count
	inAll               // 共8天, right behind the dates
)

// length reports whether a figure says how long something went on, and how it
// counts.
func length(p *rule.Pass, f *figure.Figure) (way, bool) {
	at := f.Range.Start
	for at > 0 && p.Page.Text[at-1] == ' ' {
		at--
	}
	if w, found := p.Page.CueBefore(figure.DaysInAll, at); found && f.Unit == "d" && closes(p.Page.Text[:w.Start], p.Page.Text[f.Range.End:]) {
		return inAll, true
	}
	if w, found := p.Page.CueBefore(figure.EventSpan, at); found && f.Unit == "d" && w.Len() > 0 {
		return byDays, true
	}
	if w, found := p.Page.CueBefore(figure.SpanBefore, at); found && w.Len() > 0 {
		return bySteps, true
	}
	if _, found := p.Page.CueBefore(figure.RunBefore, at); found {
		return unbroken, true
	}
	return unbroken, len(p.Page.CuesIn(figure.RunBehind, f.Range)) > 0 // 13 consecutive months
}

// closes reports whether 共8天 stands by itself behind a date, the words before
// and behind it being given: what is counted is then the days, not those of them
// that something happened on.
func closes(before, behind string) bool {
	before = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(before, "，"), "（"), "止")
	ends := strings.HasSuffix(before, "日") || strings.HasSuffix(before, "号") || strings.HasSuffix(before, "放假") || strings.HasSuffix(before, "调休")
	for _, w := range [...]string{"。", "，", "；", "）", "、", "假期", "时间", "\n"} {
		if strings.HasPrefix(behind, w) {
			return ends
		}
	}
	return ends && behind == ""
}

func judge(p *rule.Pass, f *figure.Figure, how way) {
	d, ok := span(p, f)
	if apart, found := endsApart(p, f); found {
		d, ok = apart, true
	}
	if !ok {
		return
	}
	n, ok := f.Value.Int64()
	count := count(d.Period, f.Unit)
	if !ok || count < 2 || int(n) == count {
		return
	}
	severity := finding.Warning
	if int(n) == count-1 {
		switch how {
		case bySteps:
			return
		case byDays, unbroken:
			severity = finding.Info
		}
	}
	name := units[f.Unit]
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: severity, Confidence: tell.Confidence(severity),
		Message: finding.Text{
			ZH: tell.Textf(message, p.Text(d.Range), count, name.ZH, p.Text(f.Range)).ZH,
			EN: tell.Textf(message, p.Text(d.Range), count, name.EN, p.Text(f.Range)).EN,
		},
		Related: []rule.Related{tell.Related(d.Range, ends)},
		Fixes:   []rule.Fix{tell.Replace(p.Page, f, quantity.Int(int64(count)), finding.Manual, tell.Textf(finding.Text{ZH: "改为%d", EN: "change to %d"}, count))},
	})
}

// span returns the expression of the sentence that prints both ends and stands
// at the figure, or is the only one near it.
func span(p *rule.Pass, f *figure.Figure) (stretch, bool) {
	s := &p.Page.Sentences[f.Sentence]
	var found *figure.Date
	nearest, others := reach+1, 0
	for i := s.FirstDate; i < s.LastDate; i++ {
		d := &p.Page.Dates[i]
		if d.Start == f.Range.Start {
			return stretch{}, false
		}
		gap := max(f.Range.Start-d.End, d.Start-f.Range.End)
		if gap > reach || gap < 0 {
			continue
		}
		others++
		if gap < nearest {
			found, nearest = d, gap
		}
	}
	if len(p.Page.CuesIn(figure.WorkDays, s.Range)) > 0 || others > 1 && nearest > beside {
		return stretch{}, false
	}
	if found == nil || found.Kind != period.KindPeriod || !bothEnds(p.Text(found.Range())) || found.Period.IsZero() || found.Period.Start.Month == 0 || found.Period.End.Month == 0 ||
		found.Has(period.Cumulative) || found.Has(period.LunarDate) {
		return stretch{}, false
	}
	return stretch{found.Range(), found.Period}, true
}

// bothEnds reports whether an expression prints where it begins and ends.
func bothEnds(words string) bool {
	for _, w := range [...]string{"至", "到", "—", "–", "-", "~", "～", " to ", " through "} {
		if i := strings.Index(words, w); i > 0 && i+len(w) < len(words) {
			return true
		}
	}
	return false
}

// count returns how many days, months or years a period has, both ends counted;
// 0 where it isn't made of whole ones.
func count(d period.Period, unit string) int {
	switch unit {
	case "d":
		if d.Grain == period.Day {
			return d.DayCount()
		}
	case "mo":
		return d.MonthCount()
	case "a":
		if d.Grain == period.Year {
			return d.End.Year - d.Start.Year + 1
		}
	}
	return 0
}

// anniversary compares 70周年 with the two years of its sentence: when it began,
// and the year that is meant.
func anniversary(p *rule.Pass, f *figure.Figure) {
	s := &p.Page.Sentences[f.Sentence]
	var from, to int
	for i := s.FirstDate; i < s.LastDate; i++ {
		d := &p.Page.Dates[i]
		switch y := d.Period.Start.Year; {
		case d.Period.IsZero() || y == 0:
			return
		case founding(p, d) && from == 0:
			from = y
		case (d.Has(period.YearPrinted) || d.Has(period.YearRelative)) && (to == 0 || to == y):
			to = y
		default:
			return
		}
	}
	if n, ok := f.Value.Int64(); ok && from > 0 && to > from && int(n) != to-from {
		p.Report(rule.Problem{
			Range: f.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
			Message: tell.Textf(jubilee, from, to, to-from, p.Text(f.Range)),
		})
	}
}

// founding reports whether an expression says when something began.
func founding(p *rule.Pass, d *figure.Date) bool {
	near := source.Range{Start: max(0, d.Start-12), End: d.End + 10}
	return d.Has(period.YearPrinted) && len(p.Page.CuesIn(figure.Founding, near)) > 0
}
