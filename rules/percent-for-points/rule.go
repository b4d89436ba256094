// Package percentpoints tells per cent from percentage points.
package percentpoints

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports per cent where two rates differ by points, and points where a level grew.
var Rule = rule.New(page, finding.Shares, run, "SHR-04", "SHR-05")

var (
	message = finding.Text{
		ZH: "比率的升降要用“百分点”：“%s”应为“%s个百分点”。",
		EN: "A change of a rate is given in percentage points: “%s” should be “%s percentage points”.",
	}
	levels = finding.Text{
		ZH: "总量的增减用百分比，不用百分点：“%s”应为“%s%%”。",
		EN: "A level grows by per cent, not by points: “%s” should be “%s%%”.",
	}
	rate   = finding.Text{ZH: "比率“%s”", EN: "the rate, “%s”"}
	level  = finding.Text{ZH: "总量“%s”", EN: "the level, “%s”"}
	points = finding.Text{ZH: "改为百分点", EN: "use percentage points"}
	per    = finding.Text{ZH: "改为百分比", EN: "use per cent"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Movements {
		m := &p.Page.Movements[i]
		if m.From >= 0 && m.Rate >= 0 && p.Page.Figures[m.From].Kind == quantity.Percent {
			moved(p, m)
		}
	}
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		switch {
		case f.Kind == quantity.Percent && !f.Negative:
			ofRate(p, f)
		case f.Kind == quantity.Point && f.Role == figure.Change && f.Unit == "pp":
			ofLevel(p, f)
		}
	}
}

// moved checks 由42%升至47%，提高5%: the printed per cent is the difference.
func moved(p *rule.Pass, m *figure.Movement) {
	a, b, r := &p.Page.Figures[m.From], &p.Page.Figures[m.To], &p.Page.Figures[m.Rate]
	if r.Kind != quantity.Percent {
		return
	}
	d := b.Set.Sub(a.Set)
	if !d.Bounded() {
		return
	}
	set := r.Set
	if !set.Meets(d) && !set.Meets(d.Neg()) {
		return
	}
	if relative(a.Value, b.Value, r) {
		return
	}
	report(p, r, finding.Error, []rule.Related{tell.Related(a.Range, tell.Textf(rate, p.Page.Words(a.Range))), tell.Related(b.Range, tell.Textf(rate, p.Page.Words(b.Range)))})
}

func report(p *rule.Pass, f *figure.Figure, sev finding.Severity, related []rule.Related) {
	w := p.Page.Words(f.Range)
	n := p.Page.Words(f.Number)
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: sev, Confidence: tell.Confidence(sev),
		Message: tell.Textf(message, w, n), Related: related,
		Fixes: []rule.Fix{{Title: points, Grade: finding.Suggest, Edits: []rule.Edit{{Range: f.Range, Text: n + unitOfPoints(p)}}}},
	})
}

// unitOfPoints returns how the copy's language prints percentage points.
func unitOfPoints(p *rule.Pass) string {
	if p.Doc.Lang == "en" {
		return " percentage points"
	}
	return "个百分点"
}

// ofLevel checks points behind a level of money or things.
func ofLevel(p *rule.Pass, f *figure.Figure) {
	if f.Of < 0 {
		grows(p, f)
		return
	}
	g := &p.Page.Figures[f.Of]
	if g.Kind != quantity.Money && g.Kind != quantity.Count && g.Kind != quantity.Measure || f.Basis == "" || f.Token-g.Token > 6 {
		return
	}
	w, n := p.Page.Words(f.Range), p.Page.Words(f.Number)
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: finding.Error, Confidence: 0.9,
		Message: tell.Textf(levels, w, n),
		Related: []rule.Related{tell.Related(g.Range, tell.Textf(level, p.Page.Words(g.Range)))},
		Fixes:   []rule.Fix{{Title: per, Grade: finding.Suggest, Edits: []rule.Edit{{Range: f.Range, Text: n + "%"}}}},
	})
}
