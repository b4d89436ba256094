// Package rankorder finds lists that aren't in the order that copy says.
package rankorder

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

// Rule reports 由高到低 before figures that aren't in that order.
var Rule = rule.New(page, finding.Ranks, run, "RNK-03")

var (
	message = finding.Text{
		ZH: "稿中说“%s”，“%s”却排在“%s”之后。",
		EN: "The copy says “%s”, but “%s” comes behind “%s”.",
	}
	before = finding.Text{ZH: "前一个", EN: "the one before"}
)

func run(p *rule.Pass) {
	for _, r := range p.Page.Cues(figure.OrderDown) {
		check(p, r, -1)
	}
	for _, r := range p.Page.Cues(figure.OrderUp) {
		check(p, r, 1)
	}
}

// least is how many figures make a list whose order can be judged.
const least = 3

// check compares the figures from the word to the end of its sentence, where
// all of them are of one kind and unit. sign is that of each step.
func check(p *rule.Pass, r source.Range, sign int) {
	k := p.Page.SentenceOf(r.Start)
	if k < 0 {
		return
	}
	var figs []*figure.Figure
	s := &p.Page.Sentences[k]
	for i := s.FirstFig; i < s.AfterFig; i++ {
		f, last := &p.Page.Figures[i], &p.Page.Figures[s.AfterFig-1]
		same := f.Kind == last.Kind && f.Unit == last.Unit
		switch {
		case f.Range.Start < r.End, !same && len(figs) == 0: // 三个湖分别为
		case !same || f.Kind == quantity.Range || f.Hedge != quantity.None:
			return
		default:
			figs = append(figs, f)
		}
	}
	if len(figs) < least {
		return
	}
	for i := 1; i < len(figs); i++ {
		if figs[i].Value.Cmp(figs[i-1].Value) == -sign {
			p.Report(rule.Problem{
				Range: figs[i].Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
				Message: tell.Textf(message, p.Text(r), p.Text(figs[i].Range), p.Text(figs[i-1].Range)),
				Related: []rule.Related{tell.Related(figs[i-1].Range, before)},
			})
			return
		}
	}
}
