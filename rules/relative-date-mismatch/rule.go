// Package relativedate checks 今天, 昨天, 今年 and their like against the day of
// publication.
package relativedate

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/cue"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports relative dates that don't fit the day of publication.
var Rule = rule.New(page, finding.Dates, run, "DAT-03", "DAT-04", "DAT-09")

var (
	dayMessage = finding.Text{
		ZH: "见报日期是%s，“%s”应是%s，括号里却是“%s”。",
		EN: "The copy is dated %s, so that “%s” is %s, not “%s”.",
	}
	relativeWord = finding.Text{ZH: "按见报日期推算的称谓", EN: "the word that counts from the day of publication"}
	yearMessage  = finding.Text{
		ZH: "见报日期是%s，“%s”还没有到，句子说的却是已经发生的事；若指去年，应改“今年”。",
		EN: "The copy is dated %s: “%s” hasn't come yet, but the sentence tells what has happened.",
	}
	asOfMessage = finding.Text{
		ZH: "见报日期是%s，“%s”还没有到，不可能已经统计到那时。",
		EN: "The copy is dated %s: nothing can have been counted “%s”.",
	}
	change = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
)

func run(p *rule.Pass) {
	published := p.Page.Published
	if published.IsZero() {
		return
	}
	filed := figure.Filed(p.Page)
	for i := range p.Page.Dates {
		d := &p.Page.Dates[i]
		switch {
		case d.Kind == period.KindDate && d.Has(period.Relative) && cue.Begins(p.Doc.View.Text[d.Body:d.End], cue.DayWord):
			if i+1 < len(p.Page.Dates) {
				checkDay(p, d, &p.Page.Dates[i+1], filed)
			}
		case d.Has(period.AsOf|period.MonthPrinted) && !d.Has(period.AsOfStop):
			checkAsOf(p, d)
		case d.Has(period.YearRelative|period.MonthPrinted) && d.Period.Start.Year == published.Year && d.Period.Start.After(published):
			checkYear(p, d)
		}
	}
}

// checkDay compares 今天, 昨天 or the like with the date in brackets behind it.
func checkDay(p *rule.Pass, word, date *figure.Date, filed []period.Date) {
	if date.Kind != period.KindDate || date.Has(period.Relative) && !bare(date) || !word.Period.IsPoint() || word.Weekday != 0 ||
		!bracketed(p.Doc.View.Text, word, date) || cue.Quoted(p.Page, word.Sentence, word.Start) {
		return
	}
	expected := word.Period.Start
	days := expected.Serial() - p.Page.Published.Serial() // as the word counts them
	if days < -2 || days > 2 {
		return
	}
	off := distance(date, expected)
	for _, f := range filed {
		off = min(off, distance(date, f.AddDays(days)))
	}
	if off == 0 {
		return
	}
	severity := finding.Error
	if off == 1 {
		severity = finding.Info
	}
	words, printed := p.Text(cue.Day(p.Doc.View.Text, word)), p.Text(cue.Day(p.Doc.View.Text, date))
	fix := fmt.Sprintf("%d月%d日", expected.Month, expected.Day)
	if !strings.Contains(printed, "月") {
		fix = fmt.Sprintf("%d日", expected.Day)
	}
	pr := rule.Problem{
		Range: cue.Day(p.Doc.View.Text, date), Severity: severity, Confidence: tell.Confidence(severity),
		Message: tell.Textf(dayMessage, day(p.Page.Published), words, ledger.MonthDay(expected), printed),
		Related: []rule.Related{tell.Related(cue.Day(p.Doc.View.Text, word), relativeWord)},
	}
	if date.Has(period.Chinese) && !date.Has(period.YearPrinted) {
		pr.Fixes = []rule.Fix{{Title: tell.Textf(change, fix), Grade: finding.Manual,
			Edits: []rule.Edit{{Range: cue.Day(p.Doc.View.Text, date), Text: fix}}}}
	}
	p.Report(pr)
}

// bare reports whether a date is the day of a month that isn't printed.
func bare(d *figure.Date) bool { return !d.Has(period.MonthPrinted) && !d.Has(period.Relative) }

// distance returns how many days a printed date is from the day expected, in
// the year where it is nearest.
func distance(d *figure.Date, expected period.Date) int {
	best := 1 << 20
	if d.Has(period.YearPrinted) {
		if d.Period.IsPoint() {
			best = abs(d.Period.Start.Serial() - expected.Serial())
		}
		return best
	}
	for n := -1; n <= 1; n++ {
		var x period.Date
		if d.Has(period.MonthPrinted) {
			x = period.Resolve(&d.Expr, period.Context{Published: expected, Year: expected.Year + n}).Start
		} else {
			x = period.Date{Year: expected.Year, Month: expected.Month, Day: 1}.AddMonths(n)
			x.Day = d.Period.Start.Day
		}
		if x.Known() && x.Valid() {
			best = min(best, abs(x.Serial()-expected.Serial()))
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// bracketed reports whether b stands alone in brackets right behind a.
func bracketed(text string, a, b *figure.Date) bool {
	if b.Start < a.End || b.Start-a.End > 4 {
		return false
	}
	open := strings.Trim(text[a.End:b.Start], " ")
	behind := text[b.End:]
	return (open == "（" || open == "(") && (strings.HasPrefix(behind, "）") || strings.HasPrefix(behind, ")"))
}

// early is the last month in which “this November” is likely to be a leftover
// of the year before, and late the first of the months that it may name.
const early, late = 2, 7

// checkYear reports a month of this year that hasn't come yet where the
// sentence tells what has happened.
func checkYear(p *rule.Pass, d *figure.Date) {
	if cue.Quoted(p.Page, d.Sentence, d.Start) || !opens(p.Doc.View.Text[:d.Start]) {
		return
	}
	words, start := cue.Sentence(p.Page, d.Sentence, d.Start)
	behind := words[min(len(words), d.End-start):]
	leftover := p.Page.Published.Month <= early && d.Period.Start.Month >= late
	switch {
	case cue.In(words, cue.FutureStrict), cue.Begins(behind, cue.Future), !leftover && cue.In(behind, cue.Announced):
		return
	case cue.In(behind, cue.Past):
		report(p, d, d.Range(), finding.Error, yearMessage)
	case leftover && !cue.In(words, cue.Future):
		report(p, d, d.Range(), finding.Warning, yearMessage)
	}
}

// opens reports whether a clause begins where a text ends, so that what follows
// is its time: 今年12月具备条件 in 为今年12月具备条件奠定了基础 isn't told as past.
func opens(before string) bool {
	c, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " \u3000"))
	return before == "" || unicode.IsPunct(c) || unicode.IsSpace(c) || strings.HasSuffix(before, "在") || strings.HasSuffix(before, "于")
}

// checkAsOf reports a day to come up to which things are said to have been
// counted. A month, quarter or year that runs on is let pass.
func checkAsOf(p *rule.Pass, d *figure.Date) {
	end := d.Period.End
	if !d.Period.Known() || end.Serial()-p.Page.Published.Serial() < 2 || cue.Quoted(p.Page, d.Sentence, d.Start) {
		return
	}
	printed := p.Text(d.Range())
	sameMonth := end.Year == p.Page.Published.Year && end.Month == p.Page.Published.Month
	if sameMonth && (strings.HasSuffix(printed, "月") || strings.HasSuffix(printed, "月份")) {
		return
	}
	words, start := cue.Sentence(p.Page, d.Sentence, d.Start)
	behind := words[min(len(words), d.End-start):]
	if cue.In(words, cue.FutureStrict) || !cue.In(behind, cue.Past) && !cue.In(behind, cue.CountedBy) || cue.Ends(words[:d.Start-start], cue.DeadlineBefore) {
		return
	}
	report(p, d, d.Range(), finding.Warning, asOfMessage)
}

func report(p *rule.Pass, d *figure.Date, r source.Range, severity finding.Severity, message finding.Text) {
	p.Report(rule.Problem{
		Range: r, Severity: severity, Confidence: tell.Confidence(severity),
		Message: tell.Textf(message, day(p.Page.Published), p.Text(r)),
	})
}

// day returns a day in words.
func day(d period.Date) finding.Text { return ledger.PeriodWords(period.Point(d)) }
