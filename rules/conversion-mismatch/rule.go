// Package conversion checks quantities that the copy prints in two units.
package conversion

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

// Rule reports quantities in two units that aren't the same.
var Rule = rule.New(page, finding.Units, run, "UNI-05", "UNI-06", "UNI-07", "UNI-11")

var (
	message = finding.Text{
		ZH: "“%s”换算过来约为%s，稿中作“%s”。",
		EN: "“%s” is about %s, not “%s”.",
	}
	change = finding.Text{
		ZH: "“%s”是温差，换算时不加32：约为%s，稿中作“%s”。",
		EN: "“%s” is a difference of temperatures, to which 32 isn't added: about %s, not “%s”.",
	}
	money = finding.Text{
		ZH: "“%s”合“%s”，折算出的汇率是%s，不在%s至%s之间。",
		EN: "“%s” as “%s” makes a rate of %s, outside %s to %s.",
	}
	other = finding.Text{ZH: "换算自“%s”", EN: "converted from “%s”"}
	mend  = finding.Text{ZH: "按前一数换算", EN: "convert the first figure"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Conversions {
		c := &p.Page.Conversions[i]
		a, b := &p.Page.Figures[c.A], &p.Page.Figures[c.B]
		switch {
		case a.Kind == quantity.Money:
			exchange(p, a, b)
		case a.Unit == "Cel" || a.Unit == "[degF]":
			temperature(p, a, b, c.Change)
		default:
			if v, ok := figure.Convert(nominal(a), a.Unit, b.Unit); ok {
				compare(p, a, b, v, message)
			}
		}
	}
}

// nominal returns what a figure is taken for when it is converted: the printed
// number itself, which is mostly the exact one, or what its hedge allows.
func nominal(f *figure.Figure) quantity.Interval {
	if f.Hedge == quantity.None {
		return quantity.Exactly(f.Value)
	}
	return f.Printed
}

// compare reports b where it is off by more than rounding and five per cent.
func compare(p *rule.Pass, a, b *figure.Figure, v quantity.Interval, text finding.Text) {
	set := b.Set
	if b.Hedge == quantity.About {
		set = b.Printed // 约 says that it is converted, not that it is rough
	}
	if !v.Bounded() || !set.Bounded() {
		return
	}
	five := v.Hi.Abs().Mul(quantity.Dec(5, -2))
	if v.Widen(five).Meets(set.Widen(b.Half())) {
		p.Agree(a.Index, b.Index)
		return
	}
	mid, _ := v.Lo.Add(v.Hi).Div(quantity.Int(2))
	wa, wb := p.Page.Words(a.Range), p.Page.Words(b.Range)
	r, words := tell.Edit(p.Page, b, mid)
	problem := rule.Problem{
		Range: b.Range, Severity: finding.Warning, Confidence: 0.85,
		Related: []rule.Related{tell.Related(a.Range, tell.Textf(other, wa))},
		Fixes:   []rule.Fix{{Title: mend, Grade: finding.Suggest, Edits: []rule.Edit{{Range: r, Text: words}}}},
	}
	if mid.Abs().Cmp(quantity.Dec(1, b.Place)) < 0 {
		// Too little for b's unit: the digits are right and the unit is wrong.
		words = significant(mid) + p.Page.Words(b.UnitRange)
		problem.Fixes = nil
	}
	problem.Message = tell.Textf(text, wa, words, wb)
	problem.Evidence = []finding.Text{tell.Equation("%s = %s ≠ %s", wa, words, wb)}
	for _, f := range [...]*figure.Figure{a, b} {
		p.Contradict(f.Index)
	}
	p.Report(problem)
}

// significant returns a number to three significant digits.
func significant(x quantity.Num) string {
	places := 2
	for y := x.Abs(); places < 12 && y.Sign() != 0 && y.Cmp(quantity.Int(1)) < 0; places++ {
		y = y.Shift(1)
	}
	return x.Round(places).String()
}

// temperature checks degrees in both scales; a change has no offset.
func temperature(p *rule.Pass, a, b *figure.Figure, warms bool) {
	scale, offset := quantity.Dec(18, -1), quantity.Int(32)
	v := nominal(a)
	if !v.Bounded() {
		return
	}
	text := message
	if warms {
		offset, text = quantity.Int(0), change
	}
	if a.Unit == "Cel" {
		v.Lo, v.Hi = v.Lo.Mul(scale).Add(offset), v.Hi.Mul(scale).Add(offset)
	} else {
		lo, _ := v.Lo.Sub(offset).Div(scale)
		hi, _ := v.Hi.Sub(offset).Div(scale)
		v.Lo, v.Hi = lo, hi
	}
	compare(p, a, b, v, text)
}

// bandOf returns the rates that a currency had in another: the ledger's, else
// the built-in ones.
func bandOf(p *rule.Pass, from, to string) (figure.RateBand, bool) {
	for _, r := range p.Ledger.Rates {
		if r.From == from && r.To == to && (r.Period.IsZero() || p.Page.Published.IsZero() || r.Period.Start.Year <= p.Page.Published.Year) {
			return figure.RateBand{Low: r.Low, High: r.High}, true
		}
	}
	return figure.RateOf(from, to)
}

// exchange reports two amounts whose ratio no exchange rate of the two
// currencies has been.
func exchange(p *rule.Pass, a, b *figure.Figure) {
	x, y := a, b
	rates, ok := bandOf(p, x.Unit, y.Unit)
	if !ok {
		x, y = b, a
		if rates, ok = bandOf(p, x.Unit, y.Unit); !ok {
			return
		}
	}
	holds, ok := rates.Holds(&x.Quantity, &y.Quantity)
	if !ok {
		return
	}
	if holds {
		p.Agree(a.Index, b.Index)
		return
	}
	wa, wb := p.Page.Words(a.Range), p.Page.Words(b.Range)
	rate, _ := y.Value.Div(x.Value)
	for _, f := range [...]*figure.Figure{a, b} {
		p.Contradict(f.Index)
	}
	p.Report(rule.Problem{
		Range: b.Range, Severity: finding.Warning, Confidence: 0.85,
		Message:  tell.Textf(money, wa, wb, significant(rate), rates.Low.String(), rates.High.String()),
		Related:  []rule.Related{tell.Related(a.Range, tell.Textf(other, wa))},
		Evidence: []finding.Text{tell.Equation("%s ÷ %s = %s", p.Page.Words(y.Range), p.Page.Words(x.Range), significant(rate))},
	})
}
