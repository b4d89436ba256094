package partexceeds

import (
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

var (
	crowded  = finding.Text{ZH: "“%s”多于“%s”。", EN: "“%s” is more than “%s”."}
	expected = finding.Text{ZH: "应有的数“%s”", EN: "those expected, “%s”"}
)

// present compares those that are there with those that should be: 应到职工165人，
// 实到158人.
func present(p *rule.Pass) {
	for _, due := range p.Page.WholeCues(figure.DueNumber) {
		k := p.Page.SentenceOf(due.Start)
		if k < 0 {
			continue
		}
		t := counted(p, due.End, p.Page.Sentences[k].Range.End)
		if t == nil {
			continue
		}
		after := p.Page.Sentences[k].Range
		after.Start, after.End = t.Range.End, min(after.End, t.Range.End+90)
		for _, there := range p.Page.CuesIn(figure.ThereNumber, after) {
			f := counted(p, there.End, after.End)
			if f == nil || f.Unit != t.Unit || f.Index != t.Index+1 {
				continue
			}
			if f.Value.Cmp(t.Value) > 0 {
				tooMany(p, f, t)
			}
			break
		}
	}
}

// counted returns the exact count that stands behind a word, with no more than
// who is counted between.
func counted(p *rule.Pass, at, end int) *figure.Figure {
	behind := p.Page.FiguresIn(source.Range{Start: at, End: end})
	if len(behind) == 0 {
		return nil
	}
	f := &behind[0]
	who := p.Page.Text[at:f.Range.Start]
	if len(who) > 24 || strings.ContainsAny(who, "，、；：（）。") || f.Kind != quantity.Count && f.Kind != quantity.Number || f.Hedge != quantity.None || !f.Value.IsInt() {
		return nil
	}
	return f
}

func tooMany(p *rule.Pass, f, t *figure.Figure) {
	wf, wt := p.Page.Words(f.Range), p.Page.Words(t.Range)
	p.Contradict(f.Index)
	p.Contradict(t.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message:  tell.Textf(crowded, wf, wt),
		Related:  []rule.Related{tell.Related(t.Range, tell.Textf(expected, wt))},
		Evidence: []finding.Text{tell.Equation("%s > %s", wf, wt)},
	})
}
