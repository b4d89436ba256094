package tally

import (
	"fmt"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

var (
	sets = finding.Text{
		ZH: "各局算下来是%d比%d，与“%s”不符。",
		EN: "The sets make %d to %d, not “%s”.",
	}
	points = finding.Text{
		ZH: "各节相加是%d比%d，与“%s”不符。",
		EN: "The parts add up to %d to %d, not to “%s”.",
	}
	results = finding.Text{
		ZH: "“%s”怎么计分都得不出“%s”。",
		EN: "“%s” makes “%s” by no way of counting.",
	}
	carried = finding.Text{
		ZH: "“%s”要够%d票，“%s”达不到。",
		EN: "“%s” takes %d votes; “%s” are too few.",
	}
	tooMany = finding.Text{
		ZH: "“%s”多于“%s”。",
		EN: "“%s” is more than “%s”.",
	}
	scores = finding.Text{ZH: "各局、各节的比分", EN: "the scores"}
	played = finding.Text{ZH: "战绩", EN: "the results"}
	all    = finding.Text{ZH: "总数", EN: "all there are"}
)

// game compares a result with the scores of its sets or quarters.
func game(p *rule.Pass, g *figure.Game) {
	f := &p.Page.Figures[g.Result]
	holds := g.Holds(p.Page)
	status := figure.Contradicted
	if holds {
		status = figure.Consistent
	}
	p.Settle(status, append([]int{g.Result}, g.Scores...)...)
	if holds {
		return
	}
	text := points
	if g.Sets {
		text = sets
	}
	list := source.Range{Start: p.Page.Figures[g.Scores[0]].Range.Start, End: p.Page.Figures[g.Scores[len(g.Scores)-1]].Range.End}
	words := p.Text(f.Range)
	warn(p, f, finding.Text{ZH: fmt.Sprintf(text.ZH, g.Home, g.Away, words), EN: fmt.Sprintf(text.EN, g.Home, g.Away, words)}, tell.Related(list, scores))
}

// standing reports points that wins, draws and losses don't make.
func standing(p *rule.Pass, s *figure.Standing) {
	f := &p.Page.Figures[s.Points]
	warn(p, f, tell.Textf(results, p.Text(s.At), p.Text(f.Range)), tell.Related(s.At, played))
}

// majority reports votes that are too few, or more than there are.
func majority(p *rule.Pass, m *figure.Majority) {
	f, whole := &p.Page.Figures[m.Votes], &p.Page.Figures[m.Whole]
	message := tell.Textf(tooMany, p.Text(f.Range), p.Text(whole.Range))
	related := []rule.Related{tell.Related(whole.Range, all)}
	if m.Share.Len() > 0 {
		message = tell.Textf(carried, p.Text(m.Share), m.Needed, p.Text(f.Range))
		related = append(related, tell.Related(m.Share, tell.Textf(class, p.Text(m.Share))))
	}
	warn(p, f, message, related...)
}

func warn(p *rule.Pass, f *figure.Figure, message finding.Text, related ...rule.Related) {
	p.Contradict(f.Index)
	p.Report(rule.Problem{Range: f.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning), Message: message, Related: related})
}
