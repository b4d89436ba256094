// Package untilforasof finds 截止, "ends", where 截至, "as of", is meant.
package untilforasof

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/cue"
)

//go:embed doc.md
var page string

// Rule reports 截止 directly before a time.
var Rule = rule.New(page, finding.Terms, run, "DAT-08")

const wrong, right = "截止", "截至"

var (
	message = finding.Text{
		ZH: "“截止”指到期停止；统计到某时为止、事情还在继续，应作“截至”。",
		EN: "截止 means that something ends; what is counted up to a time and goes on takes 截至.",
	}
	change = finding.Text{ZH: "改为“截至”", EN: "change to 截至"}
)

func run(p *rule.Pass) {
	text := p.Doc.View.Text
	date := 0
	for _, r := range p.Page.Cues(figure.Until) {
		for date < len(p.Page.Dates) && p.Page.Dates[date].End <= r.Start {
			date++
		}
		if end, sentence, ok := timeBehind(p.Page, r, date); ok {
			judge(p, r, end, sentence)
		} else if cue.Begins(text[r.End:], cue.AsOfAlone) {
			judge(p, r, r.End, cue.SentenceAt(p.Page, r.Start))
		}
	}
}

// timeBehind returns where the time ends that stands directly behind 截止, and
// its sentence. date is the index of the first date that ends behind 截止's
// start.
func timeBehind(p *figure.Page, r source.Range, date int) (end, sentence int, ok bool) {
	if date >= len(p.Dates) {
		return 0, 0, false
	}
	d := &p.Dates[date]
	switch {
	case d.Start == r.Start && d.Has(period.AsOfStop):
		if d.Body != r.End && strings.TrimSpace(p.Text[r.End:d.Body]) != "" {
			return 0, 0, false // 截止到
		}
	case d.Start != r.End:
		return 0, 0, false
	}
	if !d.Period.IsZero() && d.Has(period.YearPrinted) && d.Period.End.After(p.Published) && !p.Published.IsZero() {
		return 0, 0, false // a day to come is a deadline
	}
	end = d.End
	if date+1 < len(p.Dates) && p.Dates[date+1].Start == end && p.Dates[date+1].Kind == period.KindTime {
		end = p.Dates[date+1].End
	}
	return end, d.Sentence, true
}

// judge reports the place unless the words around it speak of a deadline.
func judge(p *rule.Pass, r source.Range, end, sentence int) {
	words, start := cue.Sentence(p.Page, sentence, r.Start)
	before := words[:r.Start-start]
	if cue.Ends(before, cue.DeadlineBefore) || cue.In(words, cue.DeadlineSentence) && !hasCome(words[min(len(words), end-start):]) || !goesOn(words[min(len(words), end-start):]) {
		return
	}
	severity := finding.Warning
	if c, _ := utf8.DecodeLastRuneInString(before); len(before) > 0 && unicode.Is(unicode.Han, c) {
		severity = finding.Info
	}
	p.Report(rule.Problem{
		Range: r, Severity: severity, Confidence: 0.9,
		Message: message,
		Fixes:   []rule.Fix{{Title: change, Grade: finding.Safe, Edits: []rule.Edit{{Range: r, Text: right}}}},
	})
}

// hasCome reports whether what follows a time says that it has come about: 截止
// 目前，已有300人报名.
func hasCome(behind string) bool {
	behind = strings.TrimLeft(behind, "，, ")
	return strings.HasPrefix(behind, "已") || strings.HasPrefix(behind, "累计") || strings.HasPrefix(behind, "共")
}

// goesOn reports whether a statement follows the time: words, and not just the
// end of the sentence or of the brackets.
func goesOn(behind string) bool {
	n := 0
	if end := strings.IndexAny(behind, "）)"); end >= 0 && !strings.ContainsAny(behind[:end], "（(") {
		behind = behind[:end]
	}
	for _, c := range behind {
		if unicode.Is(unicode.Han, c) {
			if n++; n >= 3 {
				return true
			}
		}
	}
	return false
}
