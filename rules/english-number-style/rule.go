// Package englishstyle holds English copy to a style of numbers: that of the
// Associated Press or the British one.
package englishstyle

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/cue"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

var style = rule.Option{Name: "style", Values: []string{"ap", "british"}}

// Rule reports English figures that aren't in the style chosen.
var Rule = rule.New(page, finding.Style, run, "STY-13").Optional().With(style)

var (
	leading = finding.Text{ZH: "“%s”的小数点前要补0。", EN: "“%s” lacks its leading zero."}
	start   = finding.Text{ZH: "句首的“%s”要写成单词，或改写句子。", EN: "Spell out “%s” at the start of a sentence, or recast it."}
	word    = finding.Text{ZH: "按所选体例，“%s”应写作“%s”。", EN: "By the style chosen “%s” is “%s”."}
	change  = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
)

func run(p *rule.Pass) {
	if p.Doc.Lang != "en" {
		return
	}
	british := p.Option(style) == "british"
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		if f.Kind == quantity.Range || cue.Quoted(p.Page, f.Sentence, f.Range.Start) {
			continue
		}
		atStart(p, f)
		percent(p, f, british)
		noZero(p, f)
	}
}

func report(p *rule.Pass, r source.Range, message finding.Text, right string, grade finding.Grade) {
	pr := rule.Problem{Range: r, Severity: finding.Info, Confidence: tell.Confidence(finding.Info), Message: message}
	if right != "" {
		pr.Fixes = []rule.Fix{{Title: tell.Textf(change, right), Grade: grade, Edits: []rule.Edit{{Range: r, Text: right}}}}
	}
	p.Report(pr)
}

// atStart reports digits that open a sentence of running text. Years may.
func atStart(p *rule.Pass, f *figure.Figure) {
	s := &p.Page.Sentences[f.Sentence]
	kind := p.Doc.Blocks[s.Block].Kind
	if kind != document.Paragraph || strings.TrimSpace(p.Page.Text[s.Range.Start:f.Range.Start]) != "" {
		return
	}
	if c := p.Page.Text[f.Number.Start]; c >= '0' && c <= '9' && f.Number.Start == f.Range.Start && s.Range.Len() > 40 {
		report(p, f.Number, tell.Textf(start, p.Text(f.Number)), "", finding.Manual)
	}
}

// percent reports "5 percent" where AP has 5%, and "percent" where British style
// has "per cent".
func percent(p *rule.Pass, f *figure.Figure, british bool) {
	if f.Kind != quantity.Percent || f.UnitRange.Len() == 0 {
		return
	}
	unit := p.Text(f.UnitRange)
	digits := p.Page.Text[f.Number.Start] >= '0' && p.Page.Text[f.Number.Start] <= '9'
	r := source.Range{Start: f.Number.End, End: f.UnitRange.End}
	switch {
	case british && strings.EqualFold(unit, "percent"):
		report(p, f.UnitRange, tell.Textf(word, unit, "per cent"), "per cent", finding.Safe)
	case !british && digits && (strings.EqualFold(unit, "percent") || strings.EqualFold(unit, "per cent")):
		report(p, r, tell.Textf(word, p.Text(f.Range), p.Text(f.Number)+"%"), "%", finding.Safe)
	case !british && strings.EqualFold(unit, "per cent"):
		report(p, f.UnitRange, tell.Textf(word, unit, "percent"), "percent", finding.Safe)
	}
}

// noZero reports .5.
func noZero(p *rule.Pass, f *figure.Figure) {
	at := f.Number.Start
	if p.Page.Text[at] == '.' && (at == 0 || p.Page.Text[at-1] == ' ') {
		report(p, f.Number, tell.Textf(leading, p.Text(f.Number)), "0"+p.Text(f.Number), finding.Safe)
	}
}
