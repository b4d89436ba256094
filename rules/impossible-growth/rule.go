// Package impossiblegrowth finds falls of more than all there was, and growth
// from a base that isn't positive.
package impossiblegrowth

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

// Rule reports falls of more than a hundred per cent of what can't be negative,
// and rates of growth from a loss to a profit.
var Rule = rule.New(page, finding.Growth, run, "GRO-13", "GRO-14")

var (
	fall = finding.Text{
		ZH: "“%s”不会下降“%s”：最多降到零，即下降100%%。",
		EN: "“%s” can't fall by “%s”: at most it falls to nothing, by 100%%.",
	}
	loss = finding.Text{
		ZH: "由亏损到盈利，基数是负数，增幅“%s”没有意义；可说“扭亏为盈”或列出增加的数额。",
		EN: "From a loss to a profit the base is negative, and a growth of “%s” says nothing; give the change in money.",
	}
	this = finding.Text{ZH: "这一指标", EN: "this"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		if f.Role != figure.Growth || f.Kind != quantity.Percent || f.ListLen > 1 {
			continue
		}
		switch {
		case f.Sign < 0 && f.Value.Cmp(quantity.Int(100)) > 0 && f.Hedge != quantity.AtMost && f.Hedge != quantity.Under:
			falls(p, f)
		case f.Sign > 0 && turns(p, f):
			p.Contradict(i)
			p.Report(rule.Problem{Range: f.Range, Severity: finding.Warning, Confidence: 0.75, Message: tell.Textf(loss, p.Page.Words(f.Range))})
		}
	}
}

func falls(p *rule.Pass, f *figure.Figure) {
	s := p.Page.Sentences[f.Sentence].Range
	words := strings.ToLower(p.Page.Text[max(s.Start, f.Range.Start-180):f.Range.Start])
	if vocab.In(words, "may-be-negative") {
		return
	}
	metric := tell.Same(f.Metric)
	sev := finding.Warning
	if f.Metric == "" || f.MetricOrigin < figure.Inherited {
		metric, sev = this, finding.Info
	}
	text := tell.Textf(fall, metric.ZH, p.Page.Words(f.Range))
	text.EN = tell.Textf(fall, metric.EN, p.Page.Words(f.Range)).EN
	p.Contradict(f.Index)
	p.Report(rule.Problem{Range: f.Range, Severity: sev, Confidence: tell.Confidence(sev), Message: text})
}

// turns reports whether the words before a growth, in its sentence, say that a
// loss turned into a profit whose growth it is.
func turns(p *rule.Pass, f *figure.Figure) bool {
	s := p.Page.Sentences[f.Sentence].Range
	words := p.Page.Text[max(s.Start, f.Range.Start-150):f.Range.Start]
	if !strings.Contains(words, "亏损") && !strings.Contains(words, "oss") && !strings.Contains(words, "OSS") {
		return false
	}
	words = strings.ToLower(words)
	from, _ := vocab.Last(words, "from-loss")
	if from < 0 {
		return false
	}
	rest := words[from:]
	to, _ := vocab.Last(rest, "to-profit")
	return to >= 0 && strings.Count(rest[to:], "，")+strings.Count(rest[to:], ", ") <= 1 && !strings.ContainsAny(rest[to:], "；;。")
}
