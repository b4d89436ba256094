// Package eventtense points out what is past and still announced as to come.
package eventtense

import (
	_ "embed"
	"strings"

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

// Rule points out sentences whose tense doesn't fit the day of publication.
var Rule = rule.New(page, finding.Events, run, "EVT-07")

const willZH, willEN = "将", "will"

var (
	lookBack = finding.Text{
		ZH: "句子以“%s”回顾，“将”却指将来。",
		EN: "The sentence looks back (“%s”), but “will” looks ahead.",
	}
	drop    = finding.Text{ZH: "删去“将”", EN: "leave “将” out"}
	expired = finding.Text{
		ZH: "“%s”早于见报日期%s，句子却仍用“将”。",
		EN: "“%s” is before the day of publication, %s, yet the sentence announces it.",
	}
	theDay = finding.Text{ZH: "已经过去的日期", EN: "the day that is past"}
)

func run(p *rule.Pass) {
	backward(p)
	announced(p)
}

// backward finds 将 in the part of a sentence that a word of looking back
// governs.
func backward(p *rule.Pass) {
	text := p.Doc.View.Text
	for i := range p.Page.Sentences {
		s := p.Page.Sentences[i].Range
		words := text[s.Start:s.End]
		if !strings.Contains(words, willZH) || !strings.Contains(words, "年") {
			continue
		}
		back, ok := cue.Find(words, cue.LookBack)
		if !ok || cue.Quoted(p.Page, i, s.Start+back.Start) {
			continue
		}
		rest := words[back.End:]
		if end := strings.IndexAny(rest, "；;：“”"); end >= 0 {
			rest = rest[:end]
		}
		if ahead, ok := cue.Find(rest, cue.LookAhead); ok {
			rest = rest[:ahead.Start]
		}
		if at := will(rest); at >= 0 {
			start := s.Start + back.End + at
			r := source.Range{Start: start, End: start + len(willZH)}
			p.Report(rule.Problem{
				Range: r, Severity: finding.Info, Confidence: 0.6,
				Message: tell.Textf(lookBack, words[back.Start:back.End]),
				Fixes:   []rule.Fix{{Title: drop, Grade: finding.Manual, Edits: []rule.Edit{{Range: r}}}},
			})
		}
	}
}

// will returns where 将 stands as an adverb of the future, or -1.
func will(words string) int {
	for at := 0; ; {
		i := strings.Index(words[at:], willZH)
		if i < 0 {
			return -1
		}
		i += at
		at = i + len(willZH)
		if cue.Begins(words[at:], cue.WillAdverb) && !strings.HasSuffix(words[:i], "即") && !strings.HasSuffix(words[:i], "必") {
			return i
		}
	}
}

// How many days a date without a year must be past, and how far the next such
// day must be, for the past one to be meant.
const (
	justPast = 60
	farAhead = 120
)

// announced finds 将于 and “will” before a day that is past.
func announced(p *rule.Pass) {
	published := p.Page.Published
	if published.IsZero() {
		return
	}
	filed := figure.Filed(p.Page)
	for i := range p.Page.Dates {
		d := &p.Page.Dates[i]
		day, ok := past(d, published)
		if !ok || earlier(filed, day) {
			continue
		}
		r, ok := marker(p.Page, d)
		if !ok || cue.Quoted(p.Page, d.Sentence, d.Start) || told(p.Page, i, r, day) {
			continue
		}
		pr := rule.Problem{
			Range: r, Severity: finding.Info, Confidence: 0.6,
			Message: tell.Textf(expired, p.Text(cue.Day(p.Doc.View.Text, d)), ledger.PeriodWords(period.Point(published))),
			Related: []rule.Related{tell.Related(cue.Day(p.Doc.View.Text, d), theDay)},
		}
		p.Report(pr)
	}
}

// past returns the day that a date means when it is read as one before
// publication; ok is false where it needn't be.
func past(d *figure.Date, published period.Date) (day period.Date, ok bool) {
	if d.Kind == period.KindPeriod && d.Has(period.MonthPrinted) && d.Has(period.YearPrinted) && !d.Has(period.AsOf) && !d.Has(period.LunarDate) {
		x := d.Period // a month of a year: its last day
		return x.End, x.Known() && x.Grain == period.Month && x.MonthCount() == 1 && published.Serial()-x.End.Serial() >= 2
	}
	if d.Kind != period.KindDate || !d.Has(period.MonthPrinted) || d.Has(period.AsOf) || d.Has(period.LunarDate) {
		return day, false
	}
	x := period.Resolve(&d.Expr, period.Context{Published: published})
	if !x.IsPoint() || !x.Known() {
		return day, false
	}
	away := published.Serial() - x.Start.Serial()
	if d.Has(period.YearPrinted) || d.Has(period.YearRelative) {
		return x.Start, away >= 2
	}
	next := period.Resolve(&d.Expr, period.Context{Published: published, Future: true})
	return x.Start, away >= 2 && away <= justPast && next.Start.Serial()-published.Serial() >= farAhead
}

// earlier reports whether a dateline is before the day, so that it was still to
// come when the copy was filed.
func earlier(filed []period.Date, day period.Date) bool {
	for _, f := range filed {
		if f.Before(day) {
			return true
		}
	}
	return false
}

// marker returns the 将 right before the date, with 于 or 在, or the “will” of
// its clause.
func marker(p *figure.Page, d *figure.Date) (source.Range, bool) {
	before := p.Text[:d.Start]
	for _, w := range [...]string{"将于", "将在"} {
		if strings.HasSuffix(before, w) {
			start := d.Start - len(w)
			return source.Range{Start: start, End: start + len(willZH)}, true
		}
	}
	if d.Has(period.Chinese) {
		return source.Range{}, false
	}
	words, start := cue.Clause(p, d.Sentence, d.Range())
	if i := strings.LastIndex(words[:max(0, d.Start-start)], " "+willEN+" "); i >= 0 {
		return source.Range{Start: start + i + 1, End: start + i + 1 + len(willEN)}, true
	}
	return source.Range{}, false
}

// told reports whether the words before the marker say that it was announced
// earlier: 曾介绍, a date before the day.
func told(p *figure.Page, date int, marker source.Range, day period.Date) bool {
	d := &p.Dates[date]
	words, start := cue.Sentence(p, d.Sentence, marker.Start)
	if cue.In(words[:marker.Start-start], cue.Announced) {
		return true
	}
	return date > 0 && p.Dates[date-1].Sentence == d.Sentence && p.Dates[date-1].Period.Start.Before(day)
}
