// Package toforby finds changes that are printed as levels: 提高到10个百分点 for
// 提高10个百分点.
package toforby

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports a change that a verb with 到 makes a level.
var Rule = rule.New(page, finding.Grammar, run, "GRA-02")

var (
	message = finding.Text{
		ZH: "从“%s”到“%s”变动了“%s”，这是变动的幅度，不是达到的水平，“%s”里不能有“到”“至”。",
		EN: "“%s” to “%s” is a change of “%s”; “%s” says that it is the level reached.",
	}
	reached = finding.Text{
		ZH: "从“%s”起变动了“%s”，“%s”是达到的水平，前面要用“到”“至”。",
		EN: "From “%s” the change is “%s”; “%s” is the level reached.",
	}
	size = finding.Text{ZH: "变动的幅度", EN: "the size of the change"}
	from = finding.Text{ZH: "原来的水平", EN: "the level before"}
	to   = finding.Text{ZH: "达到的水平", EN: "the level after"}
)

func run(p *rule.Pass) {
	for k := 2; k < len(p.Page.Figures); k++ {
		if p.Page.Figures[k].Role == figure.Change {
			byForTo(p, k)
		}
	}
	end := 0
	for _, r := range p.Page.WholeCues(figure.ToVerb) {
		if r.Start < end {
			continue
		}
		end = r.End
		for _, f := range p.Page.FiguresIn(source.Range{Start: r.End, End: r.End + 7}) {
			if f.Kind == quantity.Point || f.Kind == quantity.Money || f.Kind == quantity.Count || f.Kind == quantity.Measure {
				change(p, r, &p.Page.Figures[f.Index])
			}
			break
		}
	}
}

// byForTo reports 由20万元增加了50万元，净增30万元: what is printed as the change is
// the level reached, as the change behind it shows.
func byForTo(p *rule.Pass, k int) {
	c, i := &p.Page.Figures[k], k-1
	if p.Page.Figures[i].Kind == quantity.Duration && i > 1 {
		i-- // 五年增加5个百分点
	}
	a, b := &p.Page.Figures[i-1], &p.Page.Figures[i]
	if !a.Start || a.Sentence != c.Sentence || a.Clause.Start != b.Clause.Start || a.Kind != b.Kind || a.Unit != b.Unit || b.VerbTo || b.Verb < 0 || b.Sign == 0 {
		return
	}
	if c.Role != figure.Change || c.Sign != b.Sign || a.Hedge != quantity.None || b.Hedge != quantity.None || !(c.Kind == a.Kind && c.Unit == a.Unit || c.Kind == quantity.Point && a.Kind == quantity.Percent) {
		return
	}
	d := b.Printed.Sub(a.Printed)
	if b.Sign < 0 {
		d = d.Neg()
	}
	if !d.Meets(c.Printed) || b.Printed.Meets(c.Printed) || d.Lo.Sign() <= 0 {
		return
	}
	p.Contradict(b.Index)
	p.Report(rule.Problem{
		Range: b.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(reached, p.Text(a.Range), p.Text(c.Range), p.Text(b.Range)),
		Related: []rule.Related{tell.Related(a.Range, from), tell.Related(c.Range, size)},
	})
}

// near is how many figures back the two levels may stand.
const near = 8

// change looks for the two levels before, in the same sentence, that the figure
// is the difference of.
func change(p *rule.Pass, verb source.Range, f *figure.Figure) {
	s := &p.Page.Sentences[f.Sentence]
	if len(p.Page.CuesIn(figure.GapWords, s.Range)) > 0 {
		return
	}
	for k := f.Index - 1; k > max(s.FirstFig, f.Index-near); k-- {
		b, a := &p.Page.Figures[k], &p.Page.Figures[k-1]
		if !levels(a, b, f) {
			continue
		}
		d := b.Printed.Sub(a.Printed)
		if b.Value.Cmp(a.Value) < 0 {
			d = d.Neg()
		}
		if d.Meets(f.Printed) && !b.Printed.Meets(f.Printed) {
			p.Contradict(f.Index)
			p.Report(rule.Problem{
				Range: verb.Cover(f.Range), Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
				Message: tell.Textf(message, p.Text(a.Range), p.Text(b.Range), p.Text(f.Range), p.Text(verb)),
				Related: []rule.Related{tell.Related(a.Range, from), tell.Related(b.Range, to)},
			})
			return
		}
	}
}

// levels reports whether a and b are the two ends of a change that f may be the
// size of.
func levels(a, b, f *figure.Figure) bool {
	if a.Kind != b.Kind || a.Unit != b.Unit || a.Value.Cmp(b.Value) == 0 || a.Hedge != quantity.None || b.Hedge != quantity.None || !(a.Start || b.VerbTo) {
		return false
	}
	if f.Kind == quantity.Point {
		return a.Kind == quantity.Percent
	}
	return f.Kind == a.Kind && f.Unit == a.Unit
}
