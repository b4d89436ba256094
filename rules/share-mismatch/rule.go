// Package share recomputes shares from the part and the whole that the copy
// prints.
package share

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports shares that part and whole contradict, in figures or in words,
// and two shares that imply two wholes.
var Rule = rule.New(page, finding.Shares, run, "SHR-01", "SHR-03", "SHR-06")

var (
	message = finding.Text{
		ZH: "“%s”占“%s”的%s%%，稿中作“%s”。",
		EN: "“%s” is %[3]s%% of “%[2]s”, not “%[4]s”.",
	}
	twoWholes = finding.Text{
		ZH: "由“%s”占“%s”和“%s”占“%s”，推得的总体不是同一个。",
		EN: "“%s” at “%s” and “%s” at “%s” imply two different wholes.",
	}
	twice = finding.Text{
		ZH: "“%s”与“%s”说的是同一占比，两者不符。",
		EN: "“%s” and “%s” state one share, and they don't agree.",
	}
	other = finding.Text{ZH: "另一占比“%s”", EN: "the other share, “%s”"}
	part  = finding.Text{ZH: "分子“%s”", EN: "the part, “%s”"}
	whole = finding.Text{ZH: "分母“%s”", EN: "the whole, “%s”"}
	mend  = finding.Text{ZH: "按推算结果改", EN: "use what the figures give"}
)

func run(p *rule.Pass) {
	for _, s := range p.Page.Shares {
		check(p, &s)
	}
	wholes(p)
	for _, x := range p.Page.Restateds {
		restated(p, &p.Page.Figures[x.Percent], &p.Page.Figures[x.Fraction])
	}
}

// near is how many points a fraction in words may be from the share in per cent
// that it stands for, where no hedge says which way.
var near = quantity.Dec(25, -1)

// restated compares a share in per cent with the fraction that says it again.
func restated(p *rule.Pass, percent, fraction *figure.Figure) {
	set := fraction.Set.Shift(2)
	if fraction.Hedge == quantity.None || fraction.Hedge == quantity.About {
		set = set.Widen(near)
	}
	set.OpenLo, set.OpenHi = false, false
	if fraction.Hedge == quantity.Nearly {
		set.Lo, set.HasLo = fraction.Value.Mul(quantity.Int(80)), true // nearly half isn't said of a third
	}
	if set.Meets(percent.Set.Widen(percent.Half())) {
		p.Agree(percent.Index, fraction.Index)
		return
	}
	for _, f := range [...]*figure.Figure{percent, fraction} {
		p.Contradict(f.Index)
	}
	a, b := percent, fraction
	if a.Index > b.Index {
		a, b = b, a
	}
	wa, wb := tell.Words(p.Page, a), tell.Words(p.Page, b)
	p.Report(rule.Problem{
		Range: b.Full(), Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(twice, wa, wb),
		Related: []rule.Related{tell.Related(a.Full(), tell.Textf(other, wa))},
	})
}

func check(p *rule.Pass, s *figure.ShareOf) {
	a, w, sh := &p.Page.Figures[s.Part], &p.Page.Figures[s.Whole], &p.Page.Figures[s.Share]
	v, ok := tell.ShareOf(counted(a, w), w.Set)
	if !ok {
		return
	}
	set := sh.Set
	if near := sh.Value.Mul(quantity.Dec(8, -1)); sh.Hedge == quantity.Nearly && (!set.HasLo || set.Lo.Cmp(near) < 0) {
		set.Lo, set.HasLo = near, true // 近六成 isn't said of four tenths
	}
	if sh.Kind == quantity.Fraction {
		if sh.Hedge == quantity.About {
			set = quantity.Exactly(sh.Value).Widen(sh.Value.Shift(-1)) // there are words for what is farther off
		}
		set = set.Shift(2)
	}
	if sh.Hedge == quantity.None && sh.Place <= 0 { // 七成 has its rounding in it
		set = set.Widen(sh.Half())
	}
	set.OpenLo, set.OpenHi = false, false // 超六成 is said of six tenths, too
	marks := [...]int{s.Part, s.Whole, s.Share}
	if set.Meets(v) {
		p.Agree(marks[:]...)
		return
	}
	for _, k := range marks {
		p.Contradict(k)
	}
	places := max(sh.Decimals, 1)
	wa, ww, ws := p.Page.Words(a.Range), p.Page.Words(w.Range), p.Page.Words(sh.Full())
	at := sh.Range
	if sh.Kind == quantity.Fraction {
		at = sh.Full() // 过半 is one word
	}
	sev := finding.Error
	if !s.Named && sh.Kind == quantity.Percent && sh.Hedge == quantity.None && set.Widen(quantity.Int(2)).Meets(v) {
		sev = finding.Warning // near enough to have another whole
	}
	problem := rule.Problem{
		Range: at, Severity: sev, Confidence: tell.Confidence(sev),
		Message:  tell.Textf(message, wa, ww, tell.Middle(v, places), ws),
		Related:  []rule.Related{tell.Related(a.Range, tell.Textf(part, wa)), tell.Related(w.Range, tell.Textf(whole, ww))},
		Evidence: []finding.Text{tell.Equation("%s ÷ %s = %s%% ≠ %s", wa, ww, tell.Middle(v, places), ws)},
	}
	if sh.Hedge == quantity.None && sh.Kind == quantity.Percent {
		problem.Fixes = []rule.Fix{tell.Replace(p.Page, sh, tell.MiddleNum(v, sh.Decimals), finding.Suggest, mend)}
	}
	p.Report(problem)
}

// counted returns the set of a part. A bare number of things whose whole is a
// count is as exact as that, unless it is round: 18 of 45 bids.
func counted(part, whole *figure.Figure) quantity.Interval {
	if part.Kind != quantity.Number || !whole.Whole() || part.Hedge != quantity.None || part.Scale != 0 || part.Decimals > 0 || part.Value.Shift(-1).IsInt() {
		return part.Set
	}
	return quantity.Exactly(part.Value)
}

// wholes compares the wholes that two shares of one whole imply.
func wholes(p *rule.Pass) {
	for _, s := range p.Page.SharePairs {
		f := p.Page.Figures
		a, x, b, y := &f[s.PartA], &f[s.ShareA], &f[s.PartB], &f[s.ShareB]
		v, ok1 := implied(a, x)
		w, ok2 := implied(b, y)
		if !ok1 || !ok2 || v.Meets(w) {
			continue
		}
		const sev = finding.Warning // the whole itself isn't printed
		for _, k := range [...]int{s.PartA, s.ShareA, s.PartB, s.ShareB} {
			p.Contradict(k)
		}
		words := func(k *figure.Figure) string { return p.Page.Words(k.Range) }
		places := max(a.Decimals, b.Decimals, 1)
		unit := p.Page.Text[a.Number.End:a.Range.End]
		scale := -a.Scale
		p.Report(rule.Problem{
			Range: x.Range, Severity: sev, Confidence: tell.Confidence(sev),
			Message: tell.Textf(twoWholes, words(a), words(x), words(b), words(y)),
			Related: []rule.Related{
				tell.Related(a.Range, tell.Textf(part, words(a))), tell.Related(b.Range, tell.Textf(part, words(b))),
				tell.Related(y.Range, tell.Textf(other, words(y))),
			},
			Evidence: []finding.Text{tell.Equation("%s ÷ %s = %s%s, %s ÷ %s = %s%s", words(a), words(x), tell.Middle(v.Shift(scale), places), scaleWord(p, a)+unit,
				words(b), words(y), tell.Middle(w.Shift(scale), places), scaleWord(p, a)+unit)},
		})
	}
}

// scaleWord returns the scale word that a figure is printed with: 万.
func scaleWord(p *rule.Pass, f *figure.Figure) string {
	return strings.TrimLeft(p.Page.Words(f.Number), "0123456789.,，０１２３４５６７８９．")
}

// implied returns the whole that a part and its share in per cent give, each
// moved out by one more half of its last place. A hedge leaves nothing to compare.
func implied(part, share *figure.Figure) (quantity.Interval, bool) {
	if part.Hedge != quantity.None || share.Hedge != quantity.None {
		return quantity.Interval{}, false
	}
	p, s := part.Set, share.Set.Widen(share.Half())
	if !part.Whole() {
		p = p.Widen(part.Half())
	}
	if !s.Bounded() || s.Lo.Sign() <= 0 || p.Lo.Sign() <= 0 {
		return quantity.Interval{}, false
	}
	return quantity.Corners(func(x ...quantity.Num) (quantity.Num, bool) {
		r, ok := x[0].Div(x[1])
		return r.Shift(2), ok
	}, p, s)
}
