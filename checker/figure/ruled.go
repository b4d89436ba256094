package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/quantity"
)

// mostCells bounds the cells of a table that is added up.
const mostCells = 2000

// findRuled adds up what is set out line by line: the columns of tables that have
// a row of totals, and lists whose items tell the parts of what the line above
// them counts.
func (p *Page) findRuled() {
	for b := 0; b < len(p.Doc.Blocks); {
		first := b
		switch p.Doc.Blocks[b].Kind {
		case document.TableCell:
			for n := p.Doc.Blocks[b].Table; b < len(p.Doc.Blocks) && p.Doc.Blocks[b].Kind == document.TableCell && p.Doc.Blocks[b].Table == n; {
				b++
			}
			if b-first <= mostCells {
				p.tableTotals(p.Doc.Blocks[first:b])
			}
		case document.ListItem:
			for b < len(p.Doc.Blocks) && p.Doc.Blocks[b].Kind == document.ListItem {
				b++
			}
			p.listTotals(first, b)
		default:
			b++
		}
	}
}

// tableTotals adds the rows of a table up, column by column, where one row is
// headed as the total of the others.
func (p *Page) tableTotals(cells []document.Block) {
	total, columns := -1, 0
	for i := range cells {
		c := &cells[i]
		columns = max(columns, c.Column+1)
		if c.Column != 0 {
			continue
		}
		switch words := strings.Join(strings.Fields(strings.ToLower(p.Words(c.Range))), ""); {
		case wordAt(words, 0, totalRow) == len(words) && words != "":
			if total >= 0 {
				return // totals of parts, and a total of all
			}
			total = c.Row
		case wordAt(words, 0, partRow) > 0:
			return // rows within rows
		}
	}
	if total < 0 {
		return
	}
	for column := 1; column < columns; column++ {
		p.columnTotal(cells, total, column)
	}
}

// columnTotal compares the total of one column with the sum of its other cells.
func (p *Page) columnTotal(cells []document.Block, total, column int) {
	sum := Sum{Kind: Likely, Total: -1}
	for i := range cells {
		c := &cells[i]
		if c.Column != column {
			continue
		}
		first, after := p.figuresIn(c.Range)
		if c.Row == 0 || c.Header {
			if words := p.Words(c.Range); containsAny(words, unsummed[:]) {
				return
			}
			if c.Row == 0 {
				continue
			}
		}
		if after-first != 1 {
			if strings.Trim(p.Words(c.Range), " -—–/") == "" {
				continue
			}
			return
		}
		f := &p.Figures[first]
		switch f.Kind {
		case quantity.Number, quantity.Count, quantity.Money, quantity.Measure:
		default:
			return
		}
		if c.Row == total {
			sum.Total = first
		} else {
			sum.Parts = append(sum.Parts, first)
		}
	}
	if sum.Total < 0 || len(sum.Parts) < 2 {
		return
	}
	t := &p.Figures[sum.Total]
	for _, k := range sum.Parts {
		if p.Figures[k].Unit != t.Unit {
			return
		}
	}
	if p.addUp(&sum); sum.Holds {
		sum.Kind = Partition
		p.Sums = append(p.Sums, sum)
	} else if p.within(&sum, 5) {
		p.Sums = append(p.Sums, sum)
	}
}

// unsummed are words in the heads of columns that nobody adds up.
var unsummed = [...]string{"%", "率", "比", "均", "价", "增长", "增幅", "指数", "排名", "位次", "序号", "年份", "rate", "share", "average", "growth", "rank", "price", "year"}

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
	last := p.Figures[end-1].Sentence
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
		} else if p.within(&sum, 5) && len(p.CuesIn(partOpen, p.Doc.Blocks[first-1].Range)) == 0 {
			p.Sums = append(p.Sums, sum)
			return
		}
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
