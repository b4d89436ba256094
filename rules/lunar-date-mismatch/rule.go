// Package lunardate compares lunar dates, festivals and solar terms with the
// civil dates that they stand beside.
package lunardate

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports a lunar date, festival or solar term on the wrong day.
var Rule = rule.New(page, finding.Dates, run, "DAT-11")

var (
	lunar = finding.Text{
		ZH: "%s是农历%s，不是“%s”。",
		EN: "%s is %s of the lunar calendar, not “%s”.",
	}
	festival = finding.Text{
		ZH: "%d年的“%s”是%s，不是“%s”。",
		EN: "In %d, “%s” falls on %s, not “%s”.",
	}
	civil = finding.Text{ZH: "公历日期", EN: "the civil date"}
)

// links may stand between a civil date and what is said of it.
var links = map[string]bool{
	"": true, "（": true, "(": true, "（农历": true, "，": true, "、": true, "是": true, "为": true, "即": true, "，农历": true, "，是": true, "，即": true,
	"恰逢": true, "，恰逢": true, "正值": true, "，正值": true, "适逢": true, "，适逢": true, "是农历": true, "，正是": true, "正是": true, "，也是": true,
}

func run(p *rule.Pass) {
	for i := 0; i+1 < len(p.Page.Dates); i++ {
		a, b := &p.Page.Dates[i], &p.Page.Dates[i+1]
		if a.Sentence != b.Sentence || !links[strings.TrimSpace(p.Page.Text[a.End:b.Start])] {
			continue
		}
		if part(p, a) || part(p, b) {
			continue
		}
		switch {
		case isCivil(a) && b.Has(period.LunarDate):
			compareLunar(p, a, b)
		case isCivil(b) && a.Has(period.LunarDate):
			compareLunar(p, b, a)
		case isCivil(a):
			compareFestival(p, a, b)
		case isCivil(b) && bracket(p.Page.Text[a.End:b.Start]):
			compareFestival(p, b, a)
		}
	}
}

// part reports whether an expression names a part of a month rather than a day.
func part(p *rule.Pass, d *figure.Date) bool {
	words := p.Text(d.Range())
	for _, w := range [...]string{"底", "初", "中", "末", "旬"} {
		if strings.HasSuffix(words, w) {
			return true
		}
	}
	return false
}

func bracket(s string) bool { return strings.HasPrefix(s, "（") || strings.HasPrefix(s, "(") }

// isCivil reports whether an expression is a day of the civil calendar whose
// year is known.
func isCivil(d *figure.Date) bool {
	return d.Kind == period.KindDate && d.Has(period.MonthPrinted) && !d.Has(period.LunarDate|period.Approximate) && d.Period.IsPoint() && d.Period.Known()
}

// compareLunar compares month and day of a lunar date with those of the civil
// one. The lunar year is the one in which the civil date falls.
func compareLunar(p *rule.Pass, c, l *figure.Date) {
	day := period.Resolve(&l.Expr, period.Context{Published: c.Period.Start})
	if !day.IsPoint() || !l.Has(period.MonthPrinted) {
		return
	}
	want, ok1 := period.ToLunar(c.Period.Start)
	have, ok2 := period.ToLunar(day.Start)
	if !ok1 || !ok2 || want.Month == have.Month && want.Day == have.Day {
		return
	}
	// By its own year the printed date may be another than in the year meant.
	if d, ok := period.FromLunar(period.Lunar{Year: want.Year, Month: have.Month, Day: have.Day, Leap: want.Leap}); ok && d == c.Period.Start {
		return
	}
	name := lunarName(want)
	report(p, l, c, finding.Text{
		ZH: fmt.Sprintf(lunar.ZH, p.Text(c.Range()), name, p.Text(l.Range())),
		EN: fmt.Sprintf(lunar.EN, p.Text(c.Range()), name, p.Text(l.Range())),
	})
}

var (
	months = [...]string{"", "正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"}
	ones   = [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}
)

// lunarName prints a lunar date as copy does: 闰六月初三, 十一月廿五.
func lunarName(l period.Lunar) string {
	day := ""
	switch {
	case l.Day <= 10:
		day = "初" + ones[l.Day]
	case l.Day < 20:
		day = "十" + ones[l.Day-10]
	case l.Day == 20:
		day = "二十"
	case l.Day < 30:
		day = "廿" + ones[l.Day-20]
	default:
		day = "三十"
	}
	if l.Leap {
		return "闰" + months[l.Month] + day
	}
	return months[l.Month] + day
}

// moving are the festivals whose day moves in the civil calendar and that last
// a day; the solar terms come besides.
var moving = []string{"除夕", "春节", "元宵节", "元宵", "端午节", "端午", "七夕", "中秋节", "中秋", "重阳节", "重阳", "腊八节", "腊八"}

// compareFestival compares a festival or solar term with the day it is said to
// be on.
func compareFestival(p *rule.Pass, c, f *figure.Date) {
	name := p.Text(f.Range())
	want, ok := fixed(strings.TrimSuffix(name, "节气"), c.Period.Start.Year)
	if !ok || want == c.Period.Start || f.Has(period.MonthPrinted) {
		return
	}
	report(p, c, f, tell.Textf(festival, want.Year, name, ledger.MonthDay(want), p.Text(c.Range())))
}

// fixed returns the day of a festival or term in a year.
func fixed(name string, year int) (period.Date, bool) {
	for n := range 24 {
		if t := period.TermName(n); t == name || t+"节" == name {
			return period.Term(year, n)
		}
	}
	for _, m := range moving {
		if m == name {
			return period.Festival(name, year)
		}
	}
	return period.Date{}, false
}

func report(p *rule.Pass, d, other *figure.Date, message finding.Text) {
	p.Report(rule.Problem{
		Range: d.Range(), Severity: finding.Warning, Confidence: 0.9, Message: message,
		Related: []rule.Related{tell.Related(other.Range(), civil)},
	})
}
