// Package impossiblevalue finds figures beyond what the thing measured can be.
package impossiblevalue

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
	"github.com/hegao/hegao/rules/internal/vocab"
)

//go:embed doc.md
var page string

// Rule reports shares above a hundred per cent, ages that nobody reached, areas
// larger than the country or the earth, temperatures below absolute zero.
var Rule = rule.New(page, finding.Arithmetic, run, "ARI-08")

var (
	share = finding.Text{
		ZH: "“%s”是部分占总体的比例，不会超过100%%，稿中作“%s”。",
		EN: "“%s” is a part of a whole and can't be more than 100%%, as “%s” would be.",
	}
	age = finding.Text{
		ZH: "人的年龄不会到“%s”：有记录的最高寿命是122岁。",
		EN: "Nobody has reached “%s”: the longest life on record is 122 years.",
	}
	land = finding.Text{
		ZH: "“%s”比全国陆地面积（约960万平方公里）还大，像是单位或量级写错（平方公里、公顷、亩）。",
		EN: "“%s” is more than the country's land area (about 9.6 million sq km); the unit or the scale looks wrong.",
	}
	earth = finding.Text{
		ZH: "“%s”比地球表面积（约5.1亿平方公里）还大，像是单位或量级写错。",
		EN: "“%s” is more than the surface of the earth (about 510 million sq km); the unit or the scale looks wrong.",
	}
	cold = finding.Text{
		ZH: "“%s”低于绝对零度（零下273.15摄氏度）。",
		EN: "“%s” is below absolute zero (−273.15 °C).",
	}
	daily = finding.Text{
		ZH: "一天只有24小时，稿中作“%s”。",
		EN: "A day has 24 hours, not “%s”.",
	}
)

// What nothing goes beyond: a long life in years, the land of the country and
// the surface of the earth in square kilometres, absolute zero in °C.
const (
	longLife     = 122
	country      = 9_600_000
	surface      = 510_100_000
	absoluteZero = -273
)

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		switch f.Kind {
		case quantity.Percent:
			ofWhole(p, f)
		case quantity.Age:
			if f.Value.Cmp(quantity.Int(longLife)) > 0 && vocab.In(sentence(p, f), "age-of-people") {
				report(p, f, age)
			}
		case quantity.Measure:
			area(p, f)
		case quantity.Duration:
			if f.Unit == "h" && f.Value.Cmp(quantity.Int(24)) > 0 && f.Hedge == quantity.None && eachDay(p, f) {
				report(p, f, daily)
			}
		}
		if f.Unit == "Cel" && f.Value.Cmp(quantity.Int(absoluteZero)) < 0 {
			report(p, f, cold)
		}
	}
}

// sentence returns the words of a figure's sentence, at most 300 bytes on
// either side.
func sentence(p *rule.Pass, f *figure.Figure) string {
	s := p.Page.Sentences[f.Sentence].Range
	return strings.ToLower(p.Page.Text[max(s.Start, f.Range.Start-300):min(s.End, f.Range.End+300)])
}

// ofWhole checks a level in per cent whose name says that it is a part of a
// whole.
func ofWhole(p *rule.Pass, f *figure.Figure) {
	if f.Value.Cmp(quantity.Int(100)) <= 0 || f.Role != figure.Level && f.Role != figure.Share || f.Sign != 0 && !f.VerbTo || f.Modality != figure.Asserted && f.Modality != figure.Planned {
		return
	}
	from := f.Clause.Start
	if f.Index > 0 {
		from = max(from, min(p.Page.Figures[f.Index-1].Range.End, f.Range.Start))
	}
	before := strings.ToLower(p.Page.Text[from:f.Span().Start])
	if vocab.In(before, "not-shares") {
		return
	}
	at, n := vocab.Last(before, "shares")
	if at < 0 {
		return
	}
	if w, gap := before[at:at+n], len(before)-at-n; gap <= 18 || w[0] < 0x80 && gap <= 40 {
		p.Contradict(f.Index)
		p.Report(rule.Problem{Range: f.Range, Severity: finding.Warning, Confidence: 0.8, Message: tell.Textf(share, w, p.Page.Words(f.Range))})
	}
}

// area checks that an area fits into the country or onto the earth.
func area(p *rule.Pass, f *figure.Figure) {
	v, ok := figure.Convert(f.Printed, f.Unit, "km2")
	if !ok || f.Mean {
		return
	}
	switch {
	case v.Lo.Cmp(quantity.Int(surface)) > 0:
		report(p, f, earth)
	case p.Doc.Lang != "en" && v.Lo.Cmp(quantity.Int(country)) > 0 && !vocab.In(sentence(p, f), "whole-world"):
		report(p, f, land)
	}
}

// eachDay reports whether a span of hours is said of every day.
func eachDay(p *rule.Pass, f *figure.Figure) bool {
	before := p.Page.Text[f.Clause.Start:f.Range.Start]
	behind := p.Page.Text[f.Range.End:min(len(p.Page.Text), f.Range.End+6)]
	at, _ := vocab.Last(before, "each-day")
	return at >= 0 && len(before)-at < 30 || behind == " a day"
}

func report(p *rule.Pass, f *figure.Figure, text finding.Text) {
	p.Contradict(f.Index)
	p.Report(rule.Problem{Range: f.Range, Severity: finding.Warning, Confidence: 0.8, Message: tell.Textf(text, p.Page.Words(f.Range))})
}
