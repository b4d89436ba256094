// Package muddledhedge finds approximators and limits that leave open how much
// is meant.
package muddledhedge

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/cue"
	"github.com/hegao/hegao/rules/internal/tell"
	"github.com/hegao/hegao/rules/internal/vocab"
)

//go:embed doc.md
var page string

// Rule reports 10多万 beside 10万多, 最高可达30~50元 and 平均分都超过80分.
var Rule = rule.New(page, finding.Approximators, run, "APX-07", "APX-08", "APX-09")

var (
	place = finding.Text{
		ZH: "“%s”与另一处的“%s”差得很多：“多”在数位之前与之后，意思不同。",
		EN: "“%s” and “%s” elsewhere are far apart: where 多 stands makes the difference.",
	}
	limit = finding.Text{
		ZH: "“%s”之后是一个区间“%s”，最高究竟是多少？",
		EN: "“%s” governs a range, “%s”: what is the most?",
	}
	mean = finding.Text{
		ZH: "平均数只有一个，不能说“%s”。",
		EN: "There is one mean; “%s” doesn't go with it.",
	}
	other = finding.Text{ZH: "另一处", EN: "the other place"}
)

func run(p *rule.Pass) {
	var odd []*figure.Figure
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		switch {
		case f.Kind == quantity.Range:
			limited(p, f)
		case f.Inside == quantity.Over && f.Scale >= 4 && f.Scale%4 == 0:
			odd = append(odd, f)
		}
		if f.Mean || f.Pre != quantity.None {
			means(p, f)
		}
	}
	places(p, odd)
}

// most bounds how many figures with 多 of one page are compared.
const most = 200

// places compares 10多万 with 10万多 of the same thing.
func places(p *rule.Pass, odd []*figure.Figure) {
	seen := map[string]*figure.Figure{}
	for _, f := range odd[:min(len(odd), most)] {
		words := p.Text(f.Range)
		bare := strings.NewReplacer("多", "", "余", "").Replace(words)
		g := seen[bare]
		if g == nil {
			seen[bare] = f
			continue
		}
		if inner(p.Text(g.Range)) != inner(words) && f.Value.Cmp(g.Value) == 0 && f.Metric == g.Metric && f.Noun == g.Noun && f.Set != g.Set {
			p.Report(rule.Problem{
				Range: f.Range, Severity: finding.Info, Confidence: tell.Confidence(finding.Info),
				Message: tell.Textf(place, words, p.Text(g.Range)), Related: []rule.Related{tell.Related(g.Range, other)},
			})
		}
	}
}

// inner reports whether 多 stands before the scale: 10多万.
func inner(words string) bool { return vocab.In(words, "more-inside") }

// limited reports a range behind 最高 or "up to".
func limited(p *rule.Pass, f *figure.Figure) {
	at := f.Range.Start
	for at > 0 && p.Page.Text[at-1] == ' ' {
		at--
	}
	w, ok := p.Page.CueBefore(figure.LimitWord, at)
	if !ok && f.Before.Len() > 0 {
		w, ok = p.Page.CueBefore(figure.LimitWord, f.Before.End)
	}
	if !ok || f.PartKind == quantity.Score || strings.HasPrefix(p.Page.Text[f.Range.End:], "不等") && p.Text(w) == "高达" {
		return
	}
	p.Report(rule.Problem{
		Range: w.Cover(f.Range), Severity: finding.Info, Confidence: tell.Confidence(finding.Info),
		Message: tell.Textf(limit, p.Text(w), p.Text(f.Range)),
	})
}

// means reports 都 and 均 right before the one figure of a clause that speaks of
// one mean.
func means(p *rule.Pass, f *figure.Figure) {
	if p.Doc.Lang == "en" {
		return
	}
	at := f.Range.Start
	if f.Before.Len() > 0 {
		at = f.Before.Start
	}
	for _, link := range [...]string{"为", "是", "在", "达到", "达"} {
		at -= len(p.Page.Text[:at]) - len(strings.TrimSuffix(p.Page.Text[:at], link))
	}
	w, ok := p.Page.CueBefore(figure.AllWord, at)
	if r, _ := utf8.DecodeLastRuneInString(p.Page.Text[:w.Start]); !ok || strings.ContainsRune("年日月周人户亩平", r) {
		return // 日均
	}
	words, start := cue.Clause(p.Page, f.Sentence, f.Range)
	clause := source.Range{Start: start, End: start + len(words)}
	before := source.Range{Start: start, End: w.Start}
	if len(p.Page.CuesIn(figure.MeanWord, before)) != 1 || len(p.Page.CuesIn(figure.MeanMany, before)) > 0 || len(p.Page.FiguresIn(clause)) != 1 {
		return
	}
	p.Report(rule.Problem{
		Range: w.Cover(f.Range), Severity: finding.Info, Confidence: tell.Confidence(finding.Info), Message: tell.Textf(mean, p.Text(w)),
	})
}
