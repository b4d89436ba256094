package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
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
		if s.AfterFig-s.FirstFig < 3 {
			continue
		}
		var shares []int
		rest := false
		for k := s.FirstFig; k < s.AfterFig; k++ {
			f := &p.Figures[k]
			if f.List == 0 && f.ListLen >= 3 && f.Kind == quantity.Percent && f.Role == Share {
				p.jointShares(s, k)
			}
			if f.Kind != quantity.Percent || f.Role != Share || f.ListLen > 1 || f.Hedge != quantity.None {
				continue
			}
			if len(shares) > 0 && p.cutBetween(p.Figures[shares[len(shares)-1]].Token, f.Token) {
				p.closedShares(s, shares, rest)
				shares, rest = nil, false
			}
			shares = append(shares, k)
			from := f.Clause.Start
			if k > s.FirstFig {
				from = max(from, p.Figures[k-1].Range.End)
			}
			rest = rest || from < f.Range.Start && containsAny(p.Text[from:f.Range.Start], []string{"其他", "其余", "其它", "others", "the rest"})
		}
		p.closedShares(s, shares, rest)
	}
}

// jointShares adds up the shares of all members of a set that is named as one:
// 三次产业占比分别为9.2%、41.5%和49.3%.
func (p *Page) jointShares(s *Sentence, head int) {
	f := &p.Figures[head]
	if _, ok := p.jointly(s, source.Range{Start: f.Range.Start, End: f.Range.Start}, f.ListLen); !ok {
		return
	}
	list := make([]int, f.ListLen)
	for i := range list {
		list[i] = head + i
	}
	p.wholeShares(list, 10)
}

// closedShares adds up the shares of one chain of clauses where they are all there
// are: one is of the rest, or the sentence splits a whole by age, income or the like
// (分年龄看) into classes that are open below and above.
func (p *Page) closedShares(s *Sentence, shares []int, rest bool) {
	if len(shares) < 3 || containsAny(p.Words(s.Range), []string{"受访", "多选", "问卷", "respondents"}) || !p.oneWhole(shares) {
		return
	}
	first, last := &p.Figures[shares[0]], &p.Figures[shares[len(shares)-1]]
	switch {
	case rest:
		p.wholeShares(shares, 30)
	case len(p.CuesIn(partLead, source.Range{Start: s.Range.Start, End: first.Range.Start})) > 0 && p.isClassOpen(s, first, last):
		p.wholeShares(shares, 10)
	}
}

// isClassOpen reports whether the last of a list of classes has no upper end: 60岁
// 及以上.
func (p *Page) isClassOpen(s *Sentence, first, last *Figure) bool {
	words := p.Text[max(last.Clause.Start, first.Range.End):last.Range.Start]
	return containsAny(words, []string{"以上", "及以上", "以外"}) || containsAny(p.Text[s.Range.Start:first.Range.Start], []string{"以上"}) && containsAny(words, []string{"以下", "以内", "不满"})
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
