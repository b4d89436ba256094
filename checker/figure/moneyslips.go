package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// MoneySlip is an amount whose currency can't be as printed: with that of the
// figures beside it a sum or a share holds to the last digit, or a bracket
// converts it into its own currency.
type MoneySlip struct {
	Figure int    // the amount, or the one more likely wrong
	Unit   string // the currency that it should be in; empty where that isn't known
	With   []int  // figures that show it
	Why    MoneyProof
}

// MoneyProof says what shows that a currency is wrong.
type MoneyProof uint8

// The proofs.
const (
	BySum        MoneyProof = iota // total and parts add up if the unit is disregarded
	ByShare                        // the printed share is that of the bare numbers
	ByConversion                   // converted into the very currency that is printed
)

// findMoneySlips looks at sentences with amounts in two currencies, and at
// amounts that are converted into their own.
func (p *Page) findMoneySlips() {
	done := -1
	prev := -1
	for i := range p.Figures {
		f := &p.Figures[i]
		if f.Kind != quantity.Money || !currency(f.Unit) {
			continue
		}
		if prev >= 0 && p.Figures[prev].Sentence == f.Sentence {
			switch g := &p.Figures[prev]; {
			case g.Unit == f.Unit && i == prev+1 && p.convertsIntoSelf(g, f):
				p.MoneySlips = append(p.MoneySlips, MoneySlip{Figure: prev, With: []int{i}, Why: ByConversion})
			case g.Unit != f.Unit && done != f.Sentence:
				done = f.Sentence
				p.moneySlips(&p.Sentences[f.Sentence])
			}
		}
		prev = i
	}
}

// convertsIntoSelf reports whether b says what a is in other money, and prints the
// same currency for more or less than that: 1.2亿元（约合8.5亿元人民币）.
func (p *Page) convertsIntoSelf(a, b *Figure) bool {
	if a.Hedge != quantity.None || a.Value.Sign() <= 0 || b.Value.Sign() <= 0 || !p.restates(a, b) {
		return false
	}
	words := strings.Trim(p.Text[a.Range.End:b.Span().Start], "（(，, ")
	if !strings.Contains(words+p.Words(b.UnitRange)+p.Words(b.Before), "合") && !strings.Contains(p.Words(b.Range), "人民币") {
		return false
	}
	ratio, ok := b.Value.Div(a.Value)
	return ok && ratio.Cmp(quantity.Dec(15, -1)) > 0 && ratio.Cmp(quantity.Int(20)) < 0
}

// moneySlips looks for one amount of a sentence that stands in another currency
// than the rest and adds up with them, or has the share in them that is printed.
func (p *Page) moneySlips(s *Sentence) {
	var money []int
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		if f.Kind != quantity.Money || !currency(f.Unit) || f.Hedge != quantity.None {
			continue
		}
		if n := len(money); n > 0 && money[n-1] == k-1 && p.Figures[k-1].Unit != f.Unit && p.restates(&p.Figures[k-1], f) {
			return // conversions: whoever has them knows the currencies
		}
		money = append(money, k)
	}
	if odd := p.oddCurrency(money); odd >= 0 && p.addsUpBare(money) {
		with, unit := money[:0:0], ""
		for _, k := range money {
			if k != odd {
				with, unit = append(with, k), p.Figures[k].Unit
			}
		}
		p.MoneySlips = append(p.MoneySlips, MoneySlip{Figure: odd, Unit: unit, With: with, Why: BySum})
		return
	}
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		if f.Role != Share || f.Of < s.FirstFig || f.sig() < 2 {
			continue
		}
		part := &p.Figures[f.Of]
		if part.Kind != quantity.Money || part.Hedge != quantity.None {
			continue
		}
		for _, w := range money {
			whole := &p.Figures[w]
			if w >= f.Of || whole.Unit == part.Unit {
				continue
			}
			v, ok := quantity.Corners(func(n ...quantity.Num) (quantity.Num, bool) { return n[0].Shift(2).Div(n[1]) }, part.Printed, whole.Printed)
			if ok && f.Set.Meets(v) && whole.Value.Cmp(part.Value) > 0 {
				p.MoneySlips = append(p.MoneySlips, MoneySlip{Figure: f.Of, Unit: whole.Unit, With: []int{w, k}, Why: ByShare})
				break
			}
		}
	}
}

// oddCurrency returns the one of three amounts or more that is in another
// currency than all the rest; -1 for none.
func (p *Page) oddCurrency(money []int) int {
	if len(money) < 3 {
		return -1
	}
	odd := -1
	for i, k := range money {
		alike := 0
		for j, l := range money {
			if i != j && p.Figures[k].Unit == p.Figures[l].Unit {
				alike++
			}
		}
		switch {
		case alike == 0 && odd < 0:
			odd = k
		case alike != len(money)-2:
			return -1
		}
	}
	return odd
}

// addsUpBare reports whether the first amount is the sum of the rest, or the last
// that of those before it, as bare numbers.
func (p *Page) addsUpBare(money []int) bool {
	adds := func(total int, parts []int) bool {
		sum := quantity.Exactly(quantity.Int(0))
		for _, k := range parts {
			sum = sum.Add(p.Figures[k].Printed)
		}
		return p.Figures[total].Printed.Meets(sum) && p.Figures[total].sig() >= 2
	}
	n := len(money) - 1
	return adds(money[0], money[1:]) || adds(money[n], money[:n]) && !p.totalWord(money[n])
}

// totalWord reports whether a figure is said to be a total of what went before,
// which another rule checks for unlike units.
func (p *Page) totalWord(k int) bool { return p.Figures[k].Role == Total }
