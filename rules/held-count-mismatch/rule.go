// Package heldcount compares how often an event was held with the edition that
// is spoken of, and the terms of one body within a sentence.
package heldcount

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 已成功举办五届 beside 第八届, and two terms of one body.
var Rule = rule.New(page, finding.Events, run, "EVT-04", "EVT-05")

var (
	message = finding.Text{
		ZH: "“%s”，本届应是第%d届或第%d届，与“%s”不符。",
		EN: "“%s”: this should be number %d or %d, not “%s”.",
	}
	terms = finding.Text{
		ZH: "同一句里“%s”与“%s”，届次不一。",
		EN: "One sentence has both “%s” and “%s”.",
	}
	other = finding.Text{ZH: "另一处", EN: "the other place"}
)

func run(p *rule.Pass) {
	for _, r := range p.Page.WholeCues(figure.HeldSoFar) {
		held(p, r)
	}
	sequels(p)
	for i := range p.Page.Sequels {
		follows(p, &p.Page.Sequels[i])
	}
	for n := range p.Page.Sentences {
		bodies(p, &p.Page.Sentences[n])
	}
}

// held compares the count behind 已举办 with the one edition of its sentence and
// those around.
func held(p *rule.Pass, r source.Range) {
	rest := strings.TrimPrefix(p.Page.Text[r.End:], "了")
	at := len(p.Page.Text) - len(rest)
	n, ok := int64(0), false
	end := at
	for _, f := range p.Page.FiguresIn(source.Range{Start: at, End: at + 1}) {
		if f.Hedge == quantity.None && f.Unit == "届" {
			n, ok = f.Value.Int64()
			end = f.Range.End
		}
	}
	k := p.Page.SentenceOf(r.Start)
	if !ok || k < 0 {
		return
	}
	var edition *figure.Figure
	for i := max(0, k-1); i <= min(k+1, len(p.Page.Sentences)-1); i++ {
		s := &p.Page.Sentences[i]
		if s.Block != p.Page.Sentences[k].Block {
			continue
		}
		for j := s.FirstFig; j < s.AfterFig; j++ {
			f := &p.Page.Figures[j]
			if f.Kind != quantity.Edition {
				continue
			}
			if edition != nil {
				return
			}
			edition = f
		}
	}
	if edition == nil {
		return
	}
	if v, ok := edition.Value.Int64(); ok && v != n && v != n+1 {
		whole := source.Range{Start: r.Start, End: end}
		p.Report(rule.Problem{
			Range: edition.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
			Message: tell.Textf(message, p.Text(whole), n, n+1, p.Text(edition.Range)),
			Related: []rule.Related{tell.Related(whole, other)},
		})
	}
}

// bodies reports two terms of one body in a sentence that speaks of no handover.
func bodies(p *rule.Pass, s *figure.Sentence) {
	var first *figure.Figure
	name := ""
	for i := s.FirstFig; i < s.AfterFig; i++ {
		f := &p.Page.Figures[i]
		if f.Kind != quantity.Edition {
			continue
		}
		body := bodyBehind(p, f)
		switch {
		case body == "":
		case first == nil:
			first, name = f, body
		case body == name && f.Value.Cmp(first.Value) != 0 && len(p.Page.CuesIn(figure.Handover, s.Range)) == 0:
			p.Report(rule.Problem{
				Range: f.Range, Severity: finding.Info, Confidence: tell.Confidence(finding.Info),
				Message: tell.Textf(terms, p.Text(first.Range)+name, p.Text(f.Range)+body),
				Related: []rule.Related{tell.Related(first.Range, other)},
			})
			return
		}
	}
}

// bodyBehind returns the name of the body right behind an edition.
func bodyBehind(p *rule.Pass, f *figure.Figure) string {
	for _, r := range p.Page.CuesIn(figure.BodyName, source.Range{Start: f.Range.End, End: f.Range.End + 30}) {
		between := p.Page.Text[f.Range.End:r.Start]
		if utf8.RuneCountInString(between) <= 8 && !strings.ContainsAny(between, "，、。；第") {
			return between + p.Text(r)
		}
	}
	return ""
}
