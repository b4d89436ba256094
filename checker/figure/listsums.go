package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/quantity"
)

// findRuled adds up lists whose items tell the parts of what the line above them
// counts.
func (p *Page) findRuled() {
	for b := 0; b < len(p.Doc.Blocks); b++ {
		first := b
		for b < len(p.Doc.Blocks) && p.Doc.Blocks[b].Kind == document.ListItem {
			b++
		}
		if b > first {
			p.listTotals(first, b)
		}
	}
}

// within reports whether parts come within one n-th of their total.
func (p *Page) within(sum *Sum, n int64) bool {
	t := p.Figures[sum.Total].Value
	return t.Sign() > 0 && sum.Added.Bounded() && t.Sub(sum.Added.Lo).Abs().Mul(quantity.Int(n)).Cmp(t) <= 0
}

// listTotals adds up the items of a list, of which each has one level of the unit
// that the line above the list has its count in.
func (p *Page) listTotals(first, after int) {
	if first == 0 || after-first < 2 || after-first > mostParts || p.Doc.Blocks[first-1].Kind == document.ListItem {
		return
	}
	from, end := p.figuresIn(p.Doc.Blocks[first-1].Range)
	if from == end || !p.announcesList(first-1) {
		return
	}
	last, best := p.Figures[end-1].Sentence, Sum{Total: -1}
	for k := end - 1; k >= from && p.Figures[k].Sentence == last; k-- {
		if !p.summable(k) {
			continue
		}
		sum := Sum{Kind: Likely, Total: k}
		for b := first; b < after; b++ {
			j := p.onlyLevel(b, k)
			if j < 0 {
				break
			}
			sum.Parts = append(sum.Parts, j)
		}
		if len(sum.Parts) < after-first {
			continue
		}
		if p.addUp(&sum); sum.Holds {
			sum.Kind = Partition
			p.Sums = append(p.Sums, sum)
			return
		} else if best.Total < 0 && p.within(&sum, 5) && len(p.CuesIn(partOpen, p.Doc.Blocks[first-1].Range)) == 0 {
			best = sum // unless a level before it is the one that the items make
		}
	}
	if best.Total >= 0 {
		p.Sums = append(p.Sums, best)
	}
}

// announcesList reports whether a block ends by leading to the list below it.
func (p *Page) announcesList(b int) bool {
	words := strings.TrimRight(p.Words(p.Doc.Blocks[b].Range), " \n")
	return strings.HasSuffix(words, "：") || strings.HasSuffix(words, ":")
}

// onlyLevel returns the one level of a block that is of the unit of figure k, or
// -1 where there is none or several.
func (p *Page) onlyLevel(b, k int) int {
	from, end := p.figuresIn(p.Doc.Blocks[b].Range)
	found := -1
	for j := from; j < end; j++ {
		if f, t := &p.Figures[j], &p.Figures[k]; p.summable(j) && f.Unit == t.Unit && f.Kind == t.Kind {
			if found >= 0 {
				return -1
			}
			found = j
		}
	}
	return found
}
