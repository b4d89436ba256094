// Package impossibledate reports days that the calendar hasn't and hours that
// the clock hasn't.
package impossibledate

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

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

// Rule reports dates and times that don't exist.
var Rule = rule.New(page, finding.Dates, run, "DAT-02")

var (
	noDay  = finding.Text{ZH: "日历上没有“%s”这一天。", EN: "There is no such day as “%s”."}
	noTime = finding.Text{ZH: "没有“%s”这个时刻。", EN: "There is no such time as “%s”."}
	length = finding.Text{ZH: "%s只有%d天", EN: "%s has %d days"}
	change = finding.Text{ZH: "改为当月最后一天", EN: "change to the last day of the month"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Dates {
		d := &p.Page.Dates[i]
		if d.Has(period.LunarDate) || !d.Impossible(period.Context{Published: p.Page.Published}) {
			continue
		}
		if words, _ := cue.Sentence(p.Page, d.Sentence, d.Start); cue.In(words, cue.NoSuchDay) {
			continue
		}
		if d.Kind == period.KindTime {
			reportTime(p, d)
		} else {
			reportDay(p, d)
		}
	}
}

// reportTime reports an hour that the clock hasn't, unless the words count how
// long something took (用时25时30分), give a score (25:30) or name two hours that
// follow each other (三四点).
func reportTime(p *rule.Pass, d *figure.Date) {
	words := p.Text(d.Range())
	text := p.Doc.View.Text
	if strings.ContainsAny(words, ":：") || hanOnly(words) && !strings.Contains(words, "十") || cue.Ends(text[:d.Start], cue.SpanOfHours) || secondsFollow(text[d.End:]) {
		return
	}
	p.Report(rule.Problem{
		Range: d.Range(), Severity: finding.Error, Confidence: 0.95,
		Message: tell.Textf(noTime, words),
	})
}

// secondsFollow reports whether a text goes on with seconds, as times of races
// do.
func secondsFollow(behind string) bool {
	rest := strings.TrimLeft(behind, "0123456789.")
	return len(rest) < len(behind) && (strings.HasPrefix(rest, "秒") || strings.HasPrefix(rest, "″"))
}

// reportDay reports a day that the calendar hasn't. One in figures alone may be
// a serial number, and one in quotation marks may be printed as a mistake.
func reportDay(p *rule.Pass, d *figure.Date) {
	r := cue.Day(p.Doc.View.Text, d)
	if d.Weekday != 0 && d.WeekdayStart > r.Start {
		r.End = r.Start + len(strings.TrimRight(p.Doc.View.Text[r.Start:d.WeekdayStart], "（(，,、 "))
	}
	words := p.Text(r)
	if hanOnly(words) && !d.Has(period.YearPrinted) {
		return // 二月三十 may be of the lunar calendar
	}
	severity := finding.Error
	if serial(words) {
		severity = finding.Warning
	}
	pr := rule.Problem{
		Range: r, Severity: severity, Confidence: tell.Confidence(severity),
		Message: tell.Textf(noDay, words),
	}
	if n, day, end := lastDay(words, d.Period.Start.Year); day > 0 {
		at := source.Range{Start: r.Start + n, End: r.Start + end}
		pr.Evidence = []finding.Text{{
			ZH: fmt.Sprintf(length.ZH, words[:n], day), EN: fmt.Sprintf(length.EN, strings.TrimRight(words[:n], " -/."), day)}}
		pr.Fixes = []rule.Fix{{Title: change, Grade: finding.Manual, Edits: []rule.Edit{{Range: at, Text: strconv.Itoa(day)}}}}
	}
	p.Report(pr)
}

func hanOnly(words string) bool {
	return !strings.ContainsAny(words, "0123456789") && words[0] >= utf8.RuneSelf
}

func serial(words string) bool { return strings.Trim(words, "0123456789-./") == "" }

// lastDay returns, for a day printed M月D日, where D stands and the last day of
// that month; 0 for any other form. A year printed before the month counts.
func lastDay(words string, year int) (start, day, end int) {
	m := strings.Index(words, "月")
	if m < 0 {
		return 0, 0, 0
	}
	month, _ := strconv.Atoi(words[backDigits(words, m):m])
	start = m + len("月")
	for end = start; end < len(words) && '0' <= words[end] && words[end] <= '9'; end++ {
	}
	if y := strings.Index(words[:m], "年"); y > 0 {
		year, _ = strconv.Atoi(words[backDigits(words, y):y])
	}
	printed, err := strconv.Atoi(words[start:end])
	day = period.DaysIn(year, month)
	if err != nil || printed <= day {
		return 0, 0, 0
	}
	if month == 2 && year == 0 {
		day = 28
	}
	return start, day, end
}

// backDigits returns where the ASCII digits begin that end at an offset.
func backDigits(s string, at int) int {
	for at > 0 && '0' <= s[at-1] && s[at-1] <= '9' {
		at--
	}
	return at
}
