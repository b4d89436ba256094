// Package eventorder finds works that end before they begin.
package eventorder

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 5月竣工、8月开工.
var Rule = rule.New(page, finding.Dates, run, "DAT-10")

var (
	message = finding.Text{
		ZH: "“%s”%s在“%s”%s之前，先后颠倒。",
		EN: "“%s” (%s) comes before “%s” (%s): it can't end before it begins.",
	}
	begins = finding.Text{ZH: "开始", EN: "the beginning"}
)

// stage is a dated step of some works.
type stage struct {
	date *figure.Date
	verb source.Range
}

func run(p *rule.Pass) {
	for n := range p.Page.Sentences {
		s := &p.Page.Sentences[n]
		if s.LastDate-s.FirstDate != 2 {
			continue // more dates than two may be of more works than one
		}
		begin, ok := dated(p, s, figure.StageBegin)
		if !ok {
			continue
		}
		end, ok := dated(p, s, figure.StageEnd)
		if !ok || begin.date == end.date || len(p.Page.CuesIn(figure.StagePart, s.Range)) > 0 {
			continue
		}
		a, b := begin.date.Period, end.date.Period
		if !a.Known() || !b.Known() || !b.End.Before(a.Start) || !says(end.date) && !says(begin.date) {
			continue
		}
		p.Report(rule.Problem{
			Range: end.date.Range(), Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
			Message: tell.Textf(message, p.Text(end.date.Range()), p.Text(end.verb), p.Text(begin.date.Range()), p.Text(begin.verb)),
			Related: []rule.Related{tell.Related(begin.date.Range(), begins)},
		})
	}
}

// says reports whether an expression says its year.
func says(d *figure.Date) bool { return d.Has(period.YearPrinted) || d.Has(period.YearRelative) }

// dated returns the one step of the kind in a sentence, with the date beside it.
func dated(p *rule.Pass, s *figure.Sentence, kind figure.Cue) (stage, bool) {
	var found stage
	for _, verb := range p.Page.CuesIn(kind, s.Range) {
		for i := s.FirstDate; i < s.LastDate; i++ {
			d := &p.Page.Dates[i]
			if !beside(p.Page.Text, d, verb) {
				continue
			}
			if found.date != nil && found.date != d {
				return stage{}, false
			}
			if found.date == nil {
				found = stage{d, verb}
			}
		}
	}
	return found, found.date != nil
}

// beside reports whether a verb stands at a date: 5月竣工, 于5月竣工, 竣工于5月,
// began in May. A mark between parts them.
func beside(text string, d *figure.Date, verb source.Range) bool {
	between := ""
	switch {
	case verb.Start >= d.End:
		between = text[d.End:verb.Start]
	case verb.End <= d.Start:
		between = text[verb.End:d.Start]
	default:
		return false
	}
	return utf8.RuneCountInString(between) <= 4 && !strings.ContainsAny(between, "，。；、,;和")
}
