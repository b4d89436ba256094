// Package recordcontradicted finds records that older figures of the page beat.
package recordcontradicted

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

// Rule reports 创历史新高 where an older value of the page is higher.
var Rule = rule.New(page, finding.Ranks, run, "RNK-07")

var (
	message = finding.Text{
		ZH: "“%s”说是“%s”，此前的“%s”却更%s。",
		EN: "“%s” is said to be “%s”; “%s” before it is %s.",
	}
	older = finding.Text{ZH: "此前的数", EN: "the older figure"}
)

func run(p *rule.Pass) {
	for _, r := range p.Page.WholeCues(figure.RecordHigh) {
		check(p, r, 1)
	}
	for _, r := range p.Page.WholeCues(figure.RecordLow) {
		check(p, r, -1)
	}
}

// reach is how many bytes may lie between a level and the word that calls it a
// record.
const reach = 60

// near is how many figures before and behind a record are compared with it.
const near = 250

func check(p *rule.Pass, r source.Range, sign int) {
	around := source.Range{Start: r.Start - 30, End: r.End + 15}
	if len(p.Page.CuesIn(figure.RecordNot, around)) > 0 {
		return
	}
	f := levelOf(p, r)
	if f == nil {
		return
	}
	figs := p.Page.Figures
	for i := max(0, f.Index-near); i < min(len(figs), f.Index+near); i++ {
		g := &figs[i]
		if g.Index != f.Index && sameSeries(f, g) && g.Period.End.Before(f.Period.Start) && beats(f, g, sign) {
			report(p, r, f, g, sign)
			return
		}
	}
}

// levelOf returns the level that a word calls a record: the last one before it
// in its sentence, or in English the one right behind.
func levelOf(p *rule.Pass, r source.Range) *figure.Figure {
	k := p.Page.SentenceOf(r.Start)
	if k < 0 {
		return nil
	}
	var best *figure.Figure
	s := &p.Page.Sentences[k]
	for i := s.FirstFig; i < s.AfterFig; i++ {
		f := &p.Page.Figures[i]
		if f.Role != figure.Level || f.Metric == "" || f.MetricOrigin != figure.Printed || !f.Period.Known() {
			continue
		}
		if f.Range.End <= r.Start && r.Start-f.Range.End < reach {
			best = f
		} else if best == nil && p.Doc.Lang == "en" && f.Range.Start >= r.End && f.Range.Start-r.End < 3 {
			return f
		}
	}
	return best
}

// sameSeries reports whether two levels are of one measure, place and unit, over
// spans of one length.
func sameSeries(f, g *figure.Figure) bool {
	return g.Role == figure.Level && g.Kind == f.Kind && g.Unit == f.Unit && g.Metric == f.Metric && g.MetricOrigin == figure.Printed &&
		g.Region == f.Region && g.Entity == f.Entity && g.Extra == f.Extra && g.Modality == figure.Asserted && g.Mean == f.Mean &&
		g.Period.Known() && g.Period.Grain == f.Period.Grain && g.Period.MonthCount() == f.Period.MonthCount() && g.Kind != quantity.Range
}

// beats reports whether g surely lies beyond f.
func beats(f, g *figure.Figure, sign int) bool {
	if f.Printed.Meets(g.Printed) || f.Hedge != quantity.None || g.Hedge != quantity.None {
		return false
	}
	return g.Value.Cmp(f.Value) == sign
}

func report(p *rule.Pass, r source.Range, f, g *figure.Figure, sign int) {
	zh, en := "高", "higher"
	if sign < 0 {
		zh, en = "低", "lower"
	}
	p.Contradict(f.Index)
	words := [3]any{p.Text(f.Range), p.Text(r), p.Text(g.Range)}
	p.Report(rule.Problem{
		Range: r, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: finding.Text{
			ZH: tell.Textf(message, words[0], words[1], words[2], zh).ZH,
			EN: tell.Textf(message, words[0], words[1], words[2], en).EN,
		},
		Related: []rule.Related{tell.Related(g.Range, older)},
	})
}
