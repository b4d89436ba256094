// Package repeatedfigure finds two figures of one copy that state one fact and
// differ.
package repeatedfigure

import (
	_ "embed"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports two different figures for one fact.
var Rule = rule.New(page, finding.Repeat, run, "REP-01", "REP-02", "REP-03", "REP-04", "REP-05", "REP-09", "LAY-03", "UNI-01")

var (
	message = finding.Text{
		ZH: "“%s”与另一处的“%s”说的是同一件事，两个数不一致%s。",
		EN: "“%s” and “%s” elsewhere state the same fact, and the figures differ%s.",
	}
	elsewhere = finding.Text{ZH: "另一处作“%s”", EN: "printed here as “%s”"}
)

// mostElsewhere is how many other places a figure is set against, and tied to:
// on a page that prints one fact dozens of times, a few show it.
const mostElsewhere = 8

func run(p *rule.Pass) {
	support := map[int32]int{} // how many other places print a figure's value
	for i := range p.Page.Repeats {
		if r := &p.Page.Repeats[i]; r.Agrees && r.Verdict >= figure.MaybeSame {
			if support[r.A] < mostElsewhere || support[r.B] < mostElsewhere {
				p.Agree(int(r.A), int(r.B))
			}
			support[r.A]++
			support[r.B]++
		}
	}
	found := map[int]*rule.Problem{}
	var order []int
	texts := map[int]finding.Text{} // what is said of a figure as the other place
	text := func(f *figure.Figure) finding.Text {
		t, ok := texts[f.Index]
		if !ok {
			t = tell.Textf(elsewhere, p.Page.Words(f.Range))
			texts[f.Index] = t
		}
		return t
	}
	for i := range p.Page.Repeats {
		r := &p.Page.Repeats[i]
		a, b := &p.Page.Figures[r.A], &p.Page.Figures[r.B]
		if r.Agrees || r.Via == figure.ByParallel || a.Role == figure.RankRole || inHeadline(p, a) || inHeadline(p, b) {
			continue // other rules' business
		}
		if (hedged(a) || hedged(b)) && r.Slip == figure.NoSlip {
			continue
		}
		s, ok := severity(r, a, b)
		if !ok {
			continue
		}
		if support[r.A] < support[r.B] {
			a, b = b, a // the one that departs from the majority
		}
		if pr := found[b.Index]; pr != nil {
			if len(pr.Related) < mostElsewhere {
				pr.Related = append(pr.Related, tell.Related(a.Range, text(a)))
			}
			pr.Severity = max(pr.Severity, s)
			continue
		}
		pr := problem(p, r, a, b, s)
		pr.Related = []rule.Related{tell.Related(a.Range, text(a))}
		found[b.Index] = pr
		order = append(order, b.Index)
	}
	for _, k := range order {
		p.Report(*found[k])
		delete(found, k)
	}
}

// hedged reports whether an approximator sets what a figure allows.
func hedged(f *figure.Figure) bool { return f.Hedge != quantity.None }

func inHeadline(p *rule.Pass, f *figure.Figure) bool {
	return p.Doc.Blocks[f.Block].Kind == document.Headline
}

// severity weighs the proof: what names the fact, and what slip explains the
// difference.
func severity(r *figure.Repeat, a, b *figure.Figure) (finding.Severity, bool) {
	switch {
	case fairRounding(a, b) || fairRounding(b, a):
		return finding.Info, r.Weight >= figure.Probably
	case coarse(a, b):
		return finding.Warning, r.Weight >= figure.Probably
	case r.Weight >= figure.Surely:
		return finding.Error, true
	case r.Weight >= figure.Probably:
		return finding.Warning, true
	}
	return finding.Info, false
}

// fairRounding reports whether b is a cut off rather than rounded: it differs
// from a by less than one unit of its last place.
func fairRounding(a, b *figure.Figure) bool {
	return b.Place > a.Place && b.Printed.Widen(b.Half()).Meets(a.Printed)
}

// coarse reports whether the two are printed with different precision and
// still are near each other: most likely a wrong rounding.
func coarse(a, b *figure.Figure) bool {
	if a.Place == b.Place {
		return false
	}
	fine, rough := a, b
	if fine.Place > rough.Place {
		fine, rough = rough, fine
	}
	return rough.Printed.Widen(rough.Half().Mul(quantity.Int(9))).Meets(fine.Printed)
}

// origin says how much of what ties two figures was guessed.
func origin(r *figure.Repeat) string {
	if r.Inferred > 0 {
		return ", guessed"
	}
	return ""
}

func problem(p *rule.Pass, r *figure.Repeat, a, b *figure.Figure, s finding.Severity) *rule.Problem {
	wa, wb := p.Page.Words(a.Range), p.Page.Words(b.Range)
	pr := &rule.Problem{
		Range: b.Range, Severity: s, Confidence: tell.Confidence(s), Proof: r.Via.String() + ", " + r.Slip.String() + origin(r),
		Message: tell.Textf(message, wb, wa, tell.Slip(r.Slip)),
		Fixes:   []rule.Fix{tell.UseWords(b, wa, finding.Manual), tell.UseWords(a, wb, finding.Manual)},
	}
	if r.Slip == figure.CurrencySlip || r.Slip == figure.ScaleSlip {
		pr.Category = finding.Units
	}
	p.Contradict(a.Index)
	p.Contradict(b.Index)
	return pr
}
