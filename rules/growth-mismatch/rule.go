// Package growth recomputes growth rates from the levels that the copy prints.
package growth

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

// Rule reports growth rates that two levels contradict.
var Rule = rule.New(page, finding.Growth, run, "GRO-01", "ARI-01", "GRA-03")

var (
	message = finding.Text{
		ZH: "由“%s”到“%s”，增幅应为%s%%，稿中作“%s”。",
		EN: "From “%s” to “%s” the change is %s%%, not “%s”.",
	}
	baseMessage = finding.Text{
		ZH: "现为“%s”、变动“%s”，推得增幅%s%%，稿中作“%s”。",
		EN: "A level of “%s” after a change of “%s” makes %s%%, not “%s”.",
	}
	byMessage = finding.Text{
		ZH: "由“%s”到“%s”，相差%s，稿中作“%s”。",
		EN: "From “%s” to “%s” the difference is %s, not “%s”.",
	}
	level = finding.Text{ZH: "“%s”", EN: "“%s”"}
	mend  = finding.Text{ZH: "按前后两数改增幅", EN: "make the rate fit the levels"}
	amend = finding.Text{ZH: "按前后两数改差额", EN: "make the difference fit the levels"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Movements {
		m := &p.Page.Movements[i]
		switch {
		case m.From >= 0 && m.Rate >= 0:
			fromTo(p, m)
		case m.From < 0 && m.By >= 0 && m.Rate >= 0:
			back(p, m)
		}
		if m.From >= 0 && m.By >= 0 {
			difference(p, m)
		}
	}
}

// otherBase reports whether a rate isn't the plain ratio of two levels: a mean
// over years, constant prices, another base.
func otherBase(p *rule.Pass, rate *figure.Figure) bool {
	if rate.Mean && (rate.Of < 0 || !p.Page.Figures[rate.Of].Mean) || rate.Basis != "" && rate.Basis != "同比" && rate.Basis != "比上年" {
		return true
	}
	for words := strings.ReplaceAll(p.Page.Words(rate.Clause), "平均水平", ""); ; {
		at, n := vocab.First(words, "not-printed-levels")
		if at < 0 {
			return false
		}
		if words = words[at+n:]; !hasAnyPrefix(words, " ago", " earlier", " before") {
			return true
		}
	}
}

func hasAnyPrefix(s string, list ...string) bool {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func fromTo(p *rule.Pass, m *figure.Movement) {
	a, b, r := &p.Page.Figures[m.From], &p.Page.Figures[m.To], &p.Page.Figures[m.Rate]
	if a.Kind == quantity.Percent || a.Kind == quantity.Rank || a.Kind == quantity.Score || otherBase(p, r) {
		return
	}
	from, to := loose(a), loose(b)
	g, ok := tell.GrowthOf(from, to)
	if !ok {
		return
	}
	set := tell.Rate(r)
	if r.Sign < 0 && r.Kind == quantity.Multiple {
		return // 减少用倍 has a rule of its own
	}
	strict := strictly(p, a, b, r)
	if (set.Widen(r.Half()).Meets(g) || r.Kind == quantity.Multiple && set.Widen(quantity.Dec(5, r.Place+1)).Meets(g)) && !misreckoned(a, b, r) && !short(r, printed(a, b, g)) && !strict {
		p.Agree(m.From, m.To, m.Rate)
		return
	}
	if set.Neg().Meets(g) {
		return // direction is another rule's
	}
	if !m.Sure && constantMetric(a.Metric) {
		return
	}
	sev := finding.Error
	if !m.Sure || short(r, printed(a, b, g)) || strict && set.Widen(r.Half()).Meets(g) {
		sev = finding.Warning
	}
	v, _ := b.Value.Sub(a.Value).Div(a.Value)
	wa, wb := p.Page.Words(a.Range), p.Page.Words(b.Range)
	sum := "(" + wb + " − " + wa + ") ÷ " + wa
	report(p, message, r, a, b, shown{v.Shift(2), sum}, sev, []int{m.From, m.To, m.Rate})
}

// strictly reports whether a rate can be that of two levels only where digits were
// cut off instead of rounded. English copy rounds.
func strictly(p *rule.Pass, a, b, r *figure.Figure) bool {
	if p.Doc.Lang != "en" || r.Kind != quantity.Percent || r.Hedge != quantity.None {
		return false
	}
	g, ok := tell.GrowthOf(a.Set, b.Set)
	return ok && g.Bounded() && !tell.Rate(r).Widen(r.Half()).Meets(g)
}

// misreckoned reports whether a rate that the rounding of the levels would
// allow is just what one of two common slips gives: the new level taken for the
// base, or the ratio of the levels printed as the growth.
func misreckoned(a, b, r *figure.Figure) bool {
	if a.Hedge != quantity.None || b.Hedge != quantity.None || r.Hedge != quantity.None || a.Value.Sign() <= 0 || b.Value.Sign() <= 0 || b.Value.Cmp(a.Value) == 0 {
		return false
	}
	if r.Kind == quantity.Multiple {
		ratio, ok := b.Value.Div(a.Value)
		return ok && b.Value.Cmp(a.Value) > 0 && ratio.Cmp(r.Value) == 0
	}
	right, ok := b.Value.Sub(a.Value).Div(a.Value)
	wrong, ok2 := b.Value.Sub(a.Value).Div(b.Value)
	if !ok || !ok2 || r.Kind != quantity.Percent {
		return false
	}
	right, wrong = right.Shift(2).Abs(), wrong.Shift(2).Abs()
	far := right.Sub(r.Value).Abs().Cmp(r.Half().Mul(quantity.Int(4))) > 0
	return far && wrong.Cmp(r.Value) == 0
}

// printed returns the growth between two levels as a reader reckons it, from
// the digits alone, or g where either is hedged.
func printed(a, b *figure.Figure, g quantity.Interval) quantity.Interval {
	if a.Hedge != quantity.None || b.Hedge != quantity.None {
		return g
	}
	if exact, ok := tell.GrowthOf(quantity.Exactly(a.Value), quantity.Exactly(b.Value)); ok {
		return exact
	}
	return g
}

// short reports whether a growth isn't near what a worded rate of one digit says
// it comes near to: what is 近五成 is more than four tenths, and what has grown by
// 近7倍 is more than seven times what it was, else the ratio was taken for the
// growth.
func short(r *figure.Figure, g quantity.Interval) bool {
	if r.Hedge != quantity.Nearly || r.Decimals > 0 || r.Value.Sign() <= 0 {
		return false
	}
	place := r.Place + r.Digits - 1
	if !r.Value.Shift(-place).IsInt() {
		return false
	}
	step := quantity.Dec(1, place)
	least := r.Value.Sub(step)
	switch {
	case least.Sign() <= 0:
		return false
	case r.Kind == quantity.Multiple:
		least = least.Shift(2)
	case r.Kind != quantity.Percent:
		return false
	}
	if r.SignedSet().Bounded() && r.SignedSet().Hi.Sign() <= 0 || r.Sign < 0 {
		g = g.Neg()
	}
	return g.Bounded() && g.Hi.Cmp(least) < 0
}

// constantMetric reports whether a metric's growth is reckoned at constant
// prices, so that levels of two years don't give it.
func constantMetric(key string) bool { return vocab.In(key, "constant-metric") }

// back checks a level with its change and rate: the base is their difference.
func back(p *rule.Pass, m *figure.Movement) {
	b, by, r := &p.Page.Figures[m.To], &p.Page.Figures[m.By], &p.Page.Figures[m.Rate]
	if otherBase(p, r) || by.Hedge != quantity.None || b.Hedge != quantity.None {
		return
	}
	base := loose(b).Sub(by.SignedSet().Widen(by.Half()))
	g, ok := tell.GrowthOf(base, loose(b))
	if !ok {
		return
	}
	if tell.Rate(r).Widen(r.Half()).Meets(g) || tell.Rate(r).Neg().Meets(g) {
		p.Agree(m.By, m.To, m.Rate)
		return
	}
	by0 := by.Value
	if by.SignedSet().Bounded() && by.SignedSet().Hi.Sign() < 0 {
		by0 = by0.Neg()
	}
	v, ok := by0.Div(b.Value.Sub(by0))
	if !ok {
		return
	}
	wb, wby := p.Page.Words(b.Range), p.Page.Words(by.Range)
	sum := wby + " ÷ (" + wb + " − " + wby + ")"
	if by0.Sign() < 0 {
		sum = "−" + wby + " ÷ (" + wb + " + " + wby + ")"
	}
	report(p, baseMessage, r, b, by, shown{v.Shift(2), sum}, finding.Error, []int{m.To, m.By, m.Rate})
}

// loose returns a figure's set moved out for cut-off digits.
func loose(f *figure.Figure) quantity.Interval {
	small := (f.Kind == quantity.Number || f.Kind == quantity.Duration) && f.Decimals <= 0 && f.Digits <= 3 && f.Scale == 0
	if f.Hedge != quantity.None || f.Whole() || small {
		return f.Set
	}
	return f.Set.Widen(f.Half())
}

// exact reports whether a figure counts things one by one: a whole number that
// nothing says is rounded.
func exact(f *figure.Figure) bool {
	if f.Hedge != quantity.None || f.Scale != 0 || f.Decimals > 0 {
		return false
	}
	switch f.Kind {
	case quantity.Number, quantity.Count:
		return !f.Value.Shift(-2).IsInt()
	case quantity.Money: // small sums are printed to the last unit
		return !f.Value.Shift(-1).IsInt() || f.Digits <= 2
	}
	return false
}

// shown is a rate in per cent as a reader reckons it, from the digits that are
// printed, with the sum that gives it.
type shown struct {
	rate quantity.Num
	sum  string
}

func report(p *rule.Pass, text finding.Text, r, a, b *figure.Figure, g shown, sev finding.Severity, marks []int) {
	wa, wb, wr := p.Page.Words(a.Range), p.Page.Words(b.Range), p.Page.Words(r.Range)
	places := max(r.Decimals, 1)
	value := g.rate.Round(places)
	for _, k := range marks {
		p.Contradict(k)
	}
	fixed := g.rate.Abs()
	if r.Kind == quantity.Multiple {
		fixed = fixed.Shift(-2)
	} else {
		fixed = fixed.Round(max(r.Decimals, 0))
	}
	p.Report(rule.Problem{
		Range: r.Range, Severity: sev, Confidence: tell.Confidence(sev),
		Message:  tell.Textf(text, wa, wb, value.Decimal(places), wr),
		Related:  []rule.Related{tell.Related(a.Range, tell.Textf(level, wa)), tell.Related(b.Range, tell.Textf(level, wb))},
		Evidence: []finding.Text{tell.Equation("%s = %s%% ≠ %s", g.sum, value.Decimal(places), wr)},
		Fixes:    []rule.Fix{tell.Replace(p.Page, r, fixed, finding.Suggest, mend)},
	})
}

// datesBetween reports whether a date stands between two tokens: what is said by
// the year may then be a mean over the years.
func datesBetween(p *rule.Pass, from, to int) bool {
	for i := min(from, to); i < max(from, to); i++ {
		if p.Page.Tokens[i].Kind == figure.DateTok {
			return true
		}
	}
	return false
}

// difference checks from, to and the amount between, in units or points.
func difference(p *rule.Pass, m *figure.Movement) {
	a, b, by := &p.Page.Figures[m.From], &p.Page.Figures[m.To], &p.Page.Figures[m.By]
	unit, per, _ := strings.Cut(by.Unit, "/")
	yearly := per != "" && m.Rate >= 0 && !otherBase(p, &p.Page.Figures[m.Rate]) && !datesBetween(p, a.Token, by.Token) // 4.5 percent, or $86 a year
	if !yearly && otherBase(p, by) || a.Kind == quantity.Percent || a.Unit != by.Unit && a.Unit != unit && a.Unit != "" && b.Unit != "" && by.Unit != "" {
		return // points are the gap rule's
	}
	if by.Noun != "" && by.Noun != b.Noun && (b.Noun != "" || m.By > m.To) { // hires 18 nurses, bringing its staff to 246
		return
	}
	d := loose(b).Sub(loose(a))
	if a.Kind == quantity.Duration && a.Hedge == quantity.None && b.Hedge == quantity.None {
		d = quantity.Exactly(b.Value.Sub(a.Value)) // hours and minutes aren't rounded
	}
	set := by.Set.Widen(by.Half())
	if p.Doc.Lang == "en" && a.Kind != quantity.Duration {
		d, set = b.Set.Sub(a.Set), by.Set // English copy rounds, and cuts nothing off
	}
	if exact(a) && exact(b) && exact(by) {
		d, set = quantity.Exactly(b.Value.Sub(a.Value)), quantity.Exactly(by.Value)
	}
	if set.Meets(d) || set.Neg().Meets(d) || !d.Bounded() {
		return
	}
	mid := tell.MiddleNum(d, by.Decimals-by.Scale).Abs()
	_, words := tell.Edit(p.Page, by, mid)
	wa, wb, wby := p.Page.Words(a.Range), p.Page.Words(b.Range), p.Page.Words(by.Range)
	for _, k := range [...]int{m.From, m.To, m.By} {
		p.Contradict(k)
	}
	p.Report(rule.Problem{
		Range: by.Range, Severity: finding.Warning, Confidence: 0.85, Category: finding.Arithmetic,
		Message:  tell.Textf(byMessage, wa, wb, words, wby),
		Related:  []rule.Related{tell.Related(a.Range, tell.Textf(level, wa)), tell.Related(b.Range, tell.Textf(level, wb))},
		Evidence: []finding.Text{tell.Equation("%s − %s = %s ≠ %s", wb, wa, words, wby)},
		Fixes:    []rule.Fix{tell.Replace(p.Page, by, mid, finding.Suggest, amend)},
	})
}
