package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// WholeShares is a list of shares that together are all of one whole.
type WholeShares struct {
	Shares []int
	Sum    quantity.Interval // in per cent
	Holds  bool
}

// MixedTotal is a total whose number is the sum of parts in several currencies
// or units.
type MixedTotal struct {
	Total int
	Parts []int
}

// findWholes reads lists of shares that are closed: dealt out by 分别 and near a
// hundred, or with a share for the rest (其他).
func (p *Page) findWholes() {
	for i := range p.Respectively {
		r := &p.Respectively[i]
		head := &p.Figures[r.Values[0]]
		if len(r.Values) < 3 || head.Kind != quantity.Percent || head.Role != Share && !hasAnySuffix(head.Metric, "占比", "比重") {
			continue
		}
		if _, place := p.denominator(head); place != "" {
			continue
		}
		p.wholeShares(r.Values, 10)
	}
	for n := range p.Sentences {
		s := &p.Sentences[n]
		var shares []int
		rest := false
		for k := s.FirstFig; k < s.AfterFig; k++ {
			f := &p.Figures[k]
			if f.Kind != quantity.Percent || f.Role != Share || f.ListLen > 1 || f.Hedge != quantity.None {
				continue
			}
			shares = append(shares, k)
			from := f.Clause.Start
			if k > s.FirstFig {
				from = max(from, p.Figures[k-1].Range.End)
			}
			rest = rest || from < f.Range.Start && containsAny(p.Text[from:f.Range.Start], []string{"其他", "其余", "其它", "others", "the rest"})
		}
		if rest && len(shares) >= 3 && !containsAny(p.Words(s.Range), []string{"受访", "多选", "问卷", "respondents"}) && p.oneWhole(shares) {
			p.wholeShares(shares, 30)
		}
	}
}

// oneWhole reports whether shares name one whole, or none.
func (p *Page) oneWhole(shares []int) bool {
	first := p.denominatorKey(&p.Figures[shares[0]])
	for _, k := range shares[1:] {
		if d := p.denominatorKey(&p.Figures[k]); d != first && d != "" {
			return false
		}
	}
	return true
}

// wholeShares adds shares up; a sum farther than most from a hundred is of
// something else.
func (p *Page) wholeShares(shares []int, most int64) {
	w := WholeShares{Shares: shares, Sum: quantity.Exactly(quantity.Int(0))}
	for _, k := range shares {
		f := &p.Figures[k]
		if !f.Printed.Bounded() || f.Hedge != quantity.None {
			return
		}
		w.Sum = w.Sum.Add(f.Printed)
	}
	hundred := quantity.Int(100)
	w.Holds = w.Sum.Contains(hundred)
	if w.Holds || w.Sum.Widen(quantity.Int(most)).Contains(hundred) {
		p.Wholes = append(p.Wholes, w)
	}
}

// findMixed reads totals that add up numbers of unlike units.
func (p *Page) findMixed() {
	for n := range p.Sentences {
		s := &p.Sentences[n]
		for k := s.FirstFig + 2; k < s.AfterFig; k++ {
			t := &p.Figures[k]
			if !isLevel(t) || t.ListLen > 1 || !p.sumWord(t) && t.Role != Total {
				continue
			}
			sum, units := quantity.Int(0), map[string]bool{}
			var parts []int
			for j := k - 1; j >= s.FirstFig && j >= k-4; j-- {
				f := &p.Figures[j]
				if !isLevel(f) || f.Kind != t.Kind || p.cutBetween(f.Token, t.Token) || !p.likeUnits(f, t) {
					break
				}
				sum, parts = sum.Add(f.Value), append([]int{j}, parts...)
				units[f.Unit] = true
				if len(units) > 1 && sum.Cmp(t.Value) == 0 {
					p.MixedTotals = append(p.MixedTotals, MixedTotal{Total: k, Parts: parts})
					break
				}
			}
		}
	}
}

// likeUnits reports whether two units are currencies, or count people and their
// visits: what is wrongly added up.
func (p *Page) likeUnits(a, b *Figure) bool {
	if a.Kind == quantity.Money {
		return currency(a.Unit) && currency(b.Unit)
	}
	return a.Unit == b.Unit || strings.TrimSuffix(a.Unit, "次") == strings.TrimSuffix(b.Unit, "次")
}
