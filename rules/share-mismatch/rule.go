// Package share recomputes shares from the part and the whole that the copy
// prints.
package share

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

const id = "share-mismatch"

// Rule reports shares that part and whole contradict, in figures or in words,
// and two shares that imply two wholes.
var Rule = &rule.Rule{
	ID:       id,
	NameZH:   "占比不符",
	Category: finding.Shares,
	Kinds:    []string{"SHR-01", "SHR-03", "SHR-06"},
	Doc:      page,
	Run:      run,
}

var (
	message = finding.Text{
		ZH: "“%s”占“%s”的%s%%，稿中作“%s”。",
		EN: "“%s” is %[3]s%% of “%[2]s”, not “%[4]s”.",
	}
	part  = finding.Text{ZH: "分子“%s”", EN: "the part, “%s”"}
	whole = finding.Text{ZH: "分母“%s”", EN: "the whole, “%s”"}
	mend  = finding.Text{ZH: "按推算结果改", EN: "use what the figures give"}
)

func run(p *rule.Pass) {
	for _, s := range p.Page.Shares {
		check(p, &s)
	}
	wholes(p)
}

func check(p *rule.Pass, s *figure.ShareOf) {
	a, w, sh := &p.Page.Figures[s.Part], &p.Page.Figures[s.Whole], &p.Page.Figures[s.Share]
	v, ok := tell.ShareOf(a.Set, w.Set)
	if !ok {
		return
	}
	set := sh.Set
	if sh.Kind == quantity.Fraction {
		set = set.Shift(2)
	}
	if sh.Hedge == quantity.None {
		set = set.Widen(sh.Half())
	}
	marks := [...]int{s.Part, s.Whole, s.Share}
	if set.Meets(v) {
		for _, k := range marks {
			p.Page.Mark(k, figure.Consistent, id)
		}
		return
	}
	for _, k := range marks {
		p.Page.Mark(k, figure.Contradicted, id)
	}
	places := max(sh.Decimals, 1)
	wa, ww, ws := p.Page.Words(a.Range), p.Page.Words(w.Range), p.Page.Words(sh.Full())
	problem := rule.Problem{
		Range: sh.Range, Severity: finding.Error, Confidence: tell.Confidence(finding.Error),
		Message:  tell.Textf(message, wa, ww, tell.Middle(v, places), ws),
		Related:  []rule.Related{tell.Related(a.Range, tell.Textf(part, wa)), tell.Related(w.Range, tell.Textf(whole, ww))},
		Evidence: []finding.Text{tell.Equation("%s ÷ %s = %s%% ≠ %s", wa, ww, tell.Middle(v, places), ws)},
	}
	if sh.Hedge == quantity.None && sh.Kind == quantity.Percent {
		problem.Fixes = []rule.Fix{tell.Replace(p.Page, sh, tell.MiddleNum(v, sh.Decimals), finding.Suggest, mend)}
	}
	p.Report(problem)
}

// wholes compares the wholes that two shares of one named whole imply.
func wholes(p *rule.Pass) {}
