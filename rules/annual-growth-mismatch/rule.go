// Package annual recomputes mean annual growth from two levels and the years
// between.
package annual

import (
	_ "embed"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
	"github.com/hegao/hegao/rules/internal/vocab"
)

//go:embed doc.md
var page string

// Rule reports mean annual growth g for which no plausible number of steps n
// gives (1+g)^n = V1/V0.
var Rule = rule.New(page, finding.Growth, run, "GRO-10")

var (
	message = finding.Text{
		ZH: "%d年由“%s”到“%s”，年均增长约%s%%，稿中作“%s”。",
		EN: "From “%[2]s” to “%[3]s” in %[1]d years is about %[4]s%% a year, not “%[5]s”.",
	}
	arithmetic = finding.Text{
		ZH: "“%s”是总增幅除以年数；年均增幅应按几何平均，约%s%%。",
		EN: "“%s” is the whole growth divided by the years; the mean annual growth is about %s%%.",
	}
	from = finding.Text{ZH: "起点“%s”", EN: "from “%s”"}
	to   = finding.Text{ZH: "终点“%s”", EN: "to “%s”"}
	mend = finding.Text{ZH: "按几何平均改", EN: "use the geometric mean"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Movements {
		m := &p.Page.Movements[i]
		if m.From < 0 || m.To < 0 || m.Rate < 0 {
			continue
		}
		a, b, r := &p.Page.Figures[m.From], &p.Page.Figures[m.To], &p.Page.Figures[m.Rate]
		if r.Kind != quantity.Percent || a.Kind == quantity.Percent || !yearly(p, b, r) {
			continue
		}
		if n, exact := years(p, m); n >= 2 && n <= 60 {
			check(p, a, b, r, n, exact)
		}
	}
}

// yearly reports whether a rate is a mean over years.
func yearly(p *rule.Pass, b, r *figure.Figure) bool {
	words := p.Page.Text[min(b.Range.End, r.Range.End):max(b.Range.Start, r.Range.Start)]
	if vocab.In(words, "constant-prices") {
		return false
	}
	behind := p.Page.Text[r.Range.End:min(len(p.Page.Text), r.Range.End+10)]
	return vocab.In(words, "mean-over-years") || vocab.Begins(behind, "each-year") > 0
}

// years returns the steps between the two levels: the years that their periods
// are apart, exactly, else the span of years that both are of, or that the
// sentence prints; 0 for none.
func years(p *rule.Pass, m *figure.Movement) (n int, exact bool) {
	a, b := &p.Page.Figures[m.From], &p.Page.Figures[m.To]
	if a.PeriodOrigin == figure.Printed && b.PeriodOrigin == figure.Printed && a.Period.Known() && b.Period.Known() && b.Period.End.Year > a.Period.End.Year {
		return b.Period.End.Year - a.Period.End.Year, true
	}
	if q := b.Period; q.Known() && q.Grain == period.Year && q.End.Year > q.Start.Year && a.Period.Equal(q) {
		return q.End.Year - q.Start.Year, false // 2019年至2024年，由…增至…
	}
	s := &p.Page.Sentences[b.Sentence]
	for k := s.FirstFig; k < s.AfterFig && k <= m.Rate; k++ {
		f := &p.Page.Figures[k]
		if v, ok := f.Value.Int64(); ok && f.Kind == quantity.Duration && f.Unit == "a" && f.Hedge == quantity.None && f.Decimals <= 0 {
			if n != 0 {
				return 0, false
			}
			n = int(v)
		}
	}
	return n, false
}

func check(p *rule.Pass, a, b, r *figure.Figure, n int, exact bool) {
	ratio, ok := quantity.Corners(func(x ...quantity.Num) (quantity.Num, bool) { return x[1].Div(x[0]) }, a.Set, b.Set)
	set := r.SignedSet()
	first, last := n, n
	if !exact {
		first, last = max(1, n-1), n+1 // a span of years counts both ends or one
	}
	if !ok || a.Set.Lo.Sign() <= 0 || !set.Bounded() || set.Lo.Cmp(quantity.Int(-100)) <= 0 {
		return
	}
	marks := func(s figure.Status) {
		p.Settle(s, a.Index, b.Index, r.Index)
	}
	for k := first; k <= last; k++ {
		if ratio.Meets(quantity.Closed(grown(set.Lo, k), grown(set.Hi, k))) {
			marks(figure.Consistent)
			return
		}
	}
	value := mean(ratio, n, max(r.Decimals, 1))
	wa, wb, wr := p.Page.Words(a.Range), p.Page.Words(b.Range), p.Page.Words(r.Range)
	problem := rule.Problem{
		Range: r.Range, Severity: finding.Warning, Confidence: 0.8,
		Message:  tell.Textf(message, n, wa, wb, value.Abs().Decimal(max(r.Decimals, 1)), wr),
		Related:  []rule.Related{tell.Related(a.Range, tell.Textf(from, wa)), tell.Related(b.Range, tell.Textf(to, wb))},
		Evidence: []finding.Text{tell.Equation("(%s ÷ %s)^(1/%d) − 1 = %s%%", wb, wa, n, value.Decimal(max(r.Decimals, 1)))},
		Fixes:    []rule.Fix{tell.Replace(p.Page, r, value.Abs().Round(max(r.Decimals, 0)), finding.Suggest, mend)},
	}
	if g, ok := tell.GrowthOf(a.Set, b.Set); ok {
		lo, _ := g.Lo.Div(quantity.Int(int64(n)))
		hi, _ := g.Hi.Div(quantity.Int(int64(n)))
		if set.Meets(quantity.Closed(lo, hi)) {
			problem.Severity, problem.Confidence = finding.Info, 0.7
			problem.Message = tell.Textf(arithmetic, wr, value.Abs().Decimal(max(r.Decimals, 1)))
		}
	}
	marks(figure.Contradicted)
	p.Report(problem)
}

// grown returns (1+g)^n, g in per cent.
func grown(g quantity.Num, n int) quantity.Num {
	one := quantity.Int(1).Add(g.Shift(-2))
	v := one
	for range n - 1 {
		v = v.Mul(one)
	}
	return v
}

// mean returns the growth in per cent, to as many decimals, of which n steps
// come nearest to the middle of a ratio, by halving.
func mean(ratio quantity.Interval, n, places int) quantity.Num {
	target, _ := ratio.Lo.Add(ratio.Hi).Div(quantity.Int(2))
	lo, hi := int64(-99), int64(1000)
	for range places {
		lo, hi = lo*10, hi*10
	}
	for lo+1 < hi {
		mid := (lo + hi) / 2
		if grown(quantity.Dec(mid, -places), n).Cmp(target) <= 0 {
			lo = mid
		} else {
			hi = mid
		}
	}
	if near := grown(quantity.Dec(lo*10+5, -places-1), n); near.Cmp(target) < 0 {
		lo = hi
	}
	return quantity.Dec(lo, -places)
}
