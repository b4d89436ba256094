// Package changedirection finds verbs of change that the levels beside them
// contradict.
package changedirection

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
	"github.com/hegao/hegao/rules/internal/vocab"
)

//go:embed doc.md
var page string

// Rule reports 由A增至B where B is less, and the reverse.
var Rule = rule.New(page, finding.Growth, run, "GRO-02")

var (
	message = finding.Text{
		ZH: "由“%s”到“%s”是%s，稿中却说%s。",
		EN: "From “%s” to “%s” is %s, but the copy says %s.",
	}
	from = finding.Text{ZH: "起点“%s”", EN: "from “%s”"}
	to   = finding.Text{ZH: "终点“%s”", EN: "to “%s”"}
	up   = finding.Text{ZH: "上升", EN: "a rise"}
	down = finding.Text{ZH: "下降", EN: "a fall"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Movements {
		m := &p.Page.Movements[i]
		if m.From < 0 || m.To < 0 {
			continue
		}
		a, b := &p.Page.Figures[m.From], &p.Page.Figures[m.To]
		sign := said(p, m)
		if sign == 0 || a.Kind == quantity.Rank || a.Negative || b.Negative || a.Set.Meets(b.Set) {
			continue
		}
		if ordersByPlace(p, b) {
			continue
		}
		real := int8(1)
		if b.Value.Cmp(a.Value) < 0 {
			real = -1
		}
		if real == sign {
			continue
		}
		is, says := up, down
		if real < 0 {
			is, says = down, up
		}
		wa, wb := p.Page.Words(a.Range), p.Page.Words(b.Range)
		p.Contradict(m.From)
		p.Contradict(m.To)
		p.Report(rule.Problem{
			Range: place(p, m), Severity: finding.Error, Confidence: tell.Confidence(finding.Error),
			Message: finding.Text{ZH: tell.Textf(message, wa, wb, is.ZH, says.ZH).ZH, EN: tell.Textf(message, wa, wb, is.EN, says.EN).EN},
			Related: related(p, m, a, b),
		})
	}
}

// related returns the levels beside the place that is reported.
func related(p *rule.Pass, m *figure.Movement, a, b *figure.Figure) []rule.Related {
	out := []rule.Related{tell.Related(a.Range, tell.Textf(from, p.Page.Words(a.Range)))}
	if m.From > m.To && m.Rate >= 0 {
		out = append(out, tell.Related(b.Range, tell.Textf(to, p.Page.Words(b.Range))))
	}
	return out
}

// place returns where a wrong direction is reported: at the level reached, at the
// verb and rate that stand behind both levels, or at the rate between them.
func place(p *rule.Pass, m *figure.Movement) source.Range {
	if m.From > m.To && m.Rate >= 0 && m.Rate < m.From {
		return p.Page.Figures[m.Rate].Range // 64 million, an increase of 3 percent over 70 million
	}
	if m.From > m.To && m.Rate >= 0 {
		return source.Range{Start: p.Page.Figures[m.From].Range.End, End: p.Page.Figures[m.Rate].Range.End}
	}
	return p.Page.Figures[m.To].Range
}

// said returns the direction that the verb between the two levels gives.
func said(p *rule.Pass, m *figure.Movement) int8 {
	b := &p.Page.Figures[m.To]
	if m.Sign != 0 {
		return m.Sign
	}
	if m.From > m.To && m.Rate >= 0 {
		return p.Page.Figures[m.Rate].Sign // 86.5亿元，由去年同期的94.1亿元增长8.1%
	}
	if !b.VerbTo || b.Verb < 0 {
		return 0
	}
	if b.Kind != quantity.Measure && b.Kind != quantity.Duration && b.Kind != quantity.Number {
		return b.Sign
	}
	if vocab.Begins(lexicon.Word(b.Verb), "got-better") > 0 {
		return 0 // what got better may be a smaller number
	}
	return b.Sign
}

// ordersByPlace reports whether a smaller number is the better place, as of
// ranks and seats, so that rising means falling.
func ordersByPlace(p *rule.Pass, f *figure.Figure) bool {
	return f.Unit == "位" || f.Unit == "类" || f.Unit == "级" || f.Unit == "名" || strings.HasSuffix(f.Metric, "排名") || strings.HasSuffix(f.Metric, "位次")
}
