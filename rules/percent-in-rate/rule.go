// Package percentinrate finds per cent behind a rate that already says of how
// many.
package percentinrate

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
	"github.com/hegao/hegao/rules/internal/vocab"
)

//go:embed doc.md
var page string

// Rule reports 每10万人17.4%, which should be 每10万人17.4.
var Rule = rule.New(page, finding.Shares, run, "SHR-09")

var (
	message = finding.Text{
		ZH: "“%s”已经说明是多少之中，后面不该再用“%s”，应为“%s”。",
		EN: "“%s” already says of how many: “%s” should be “%s”.",
	}
	per   = finding.Text{ZH: "“%s”", EN: "“%s”"}
	strip = finding.Text{ZH: "去掉百分号", EN: "drop the per cent"}
)

func run(p *rule.Pass) {
	for _, r := range p.Page.WholeCues(figure.PerMany) {
		ofMany(p, r)
	}
	for i := 1; i < len(p.Page.Figures); i++ {
		f, n := &p.Page.Figures[i], &p.Page.Figures[i-1]
		if f.Kind != quantity.Percent || n.Sentence != f.Sentence || n.Kind != quantity.Count && n.Kind != quantity.Number || n.Value.Cmp(quantity.Int(100)) < 0 {
			continue
		}
		before := p.Page.Text[max(0, n.Span().Start-8):n.Span().Start]
		if !strings.HasSuffix(before, "每") && !strings.HasSuffix(strings.ToLower(before), "per ") {
			continue
		}
		if !bare(p.Page.Text[n.Range.End:f.Span().Start]) {
			continue
		}
		at := source.Range{Start: n.Range.Start, End: n.Range.End}
		if strings.HasSuffix(before, "每") {
			at.Start = n.Span().Start - len("每")
		}
		report(p, f, at)
	}
}

// report reports a percentage behind a rate that says of how many.
func report(p *rule.Pass, f *figure.Figure, at source.Range) {
	number := p.Page.Words(f.Number)
	words, printed := p.Page.Words(at), p.Page.Words(f.Range)
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: finding.Warning, Confidence: 0.8,
		Message: tell.Textf(message, words, printed, number),
		Related: []rule.Related{tell.Related(at, tell.Textf(per, words))},
		Fixes:   []rule.Fix{{Title: strip, Grade: finding.Suggest, Edits: []rule.Edit{{Range: f.Range, Text: number}}}},
	})
}

// bare reports whether nothing but the thing counted and a verb stands between.
func bare(words string) bool {
	for _, w := range vocab.Words("between-rate-and-base") {
		words = strings.ReplaceAll(words, w, "")
	}
	return words == ""
}
