// Package timesless finds English that multiplies downward or counts with less.
package timesless

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/cue"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports "three times less", "less people" and "percent points".
var Rule = rule.New(page, finding.Grammar, run, "GRA-09")

var (
	times = finding.Text{
		ZH: "“%s”：减少不用倍数，应说成几分之一。",
		EN: "“%s”: what shrinks doesn't shrink by times; say one-third of, or a third as much.",
	}
	wrong = finding.Text{
		ZH: "“%s”应为“%s”。",
		EN: "“%s” should be “%s”.",
	}
	change = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
)

func run(p *rule.Pass) {
	if p.Doc.Lang != "en" {
		return
	}
	for _, r := range p.Page.Cues(figure.TimesLess) {
		whole := r
		for _, f := range p.Page.FiguresIn(source.Range{Start: r.Start - 24, End: r.Start + 1}) {
			if strings.TrimSpace(p.Page.Text[min(f.Number.End, r.Start):r.Start]) == "" {
				whole.Start = f.Range.Start
			}
		}
		if whole.Start < r.Start && !cue.Quoted(p.Page, p.Page.SentenceOf(r.Start), r.Start) {
			report(p, whole, finding.Info, tell.Textf(times, p.Text(whole)))
		}
	}
	for _, r := range p.Page.Cues(figure.CountWords) {
		words := p.Text(r)
		right := "percentage points"
		switch i := strings.IndexByte(words, ' '); {
		case strings.EqualFold(words, "percents"):
			right = "percent"
		case strings.HasPrefix(strings.ToLower(words), "less "):
			right = "fewer" + words[i:]
			if words[0] == 'L' {
				right = "F" + right[1:]
			}
		}
		if cue.Quoted(p.Page, p.Page.SentenceOf(r.Start), r.Start) {
			continue
		}
		report(p, r, finding.Info, tell.Textf(wrong, words, right),
			rule.Fix{Title: tell.Textf(change, right), Grade: finding.Suggest, Edits: []rule.Edit{{Range: r, Text: right}}})
	}
}

func report(p *rule.Pass, r source.Range, s finding.Severity, message finding.Text, fixes ...rule.Fix) {
	p.Report(rule.Problem{Range: r, Severity: s, Confidence: tell.Confidence(s), Message: message, Fixes: fixes})
}
