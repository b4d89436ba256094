package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// mostCells bounds how many rows and columns of a table are added up.
const mostCells = 200

// grid is the figures of a table by row and column, -1 where a cell holds none or
// several, and the words of its cells.
type grid struct {
	figures [][]int
	words   [][]string
}

// tableSums reads the total row and the total column of every table.
func (p *Page) tableSums() {
	blocks := p.Doc.Blocks
	for i := 0; i < len(blocks); {
		if blocks[i].Kind != document.TableCell {
			i++
			continue
		}
		n := i
		for n < len(blocks) && blocks[n].Kind == document.TableCell && blocks[n].Table == blocks[i].Table {
			n++
		}
		if g := p.grid(i, n); g != nil {
			p.sumRows(g)
			p.sumColumns(g)
		}
		i = n
	}
}

// grid reads the cells of one table; nil where it is too small or too large, or
// where some rows are parts of others.
func (p *Page) grid(from, to int) *grid {
	g := &grid{}
	k := 0
	if list := p.FiguresIn(source.Range{Start: p.Doc.Blocks[from].Range.Start, End: len(p.Text)}); len(list) > 0 {
		k = list[0].Index
	} else {
		return nil
	}
	for i := from; i < to; i++ {
		b := &p.Doc.Blocks[i]
		for len(g.words) <= b.Row {
			g.words, g.figures = append(g.words, nil), append(g.figures, nil)
		}
		if b.Row > mostCells || b.Column > mostCells {
			return nil
		}
		for len(g.words[b.Row]) <= b.Column {
			g.words[b.Row], g.figures[b.Row] = append(g.words[b.Row], ""), append(g.figures[b.Row], -1)
		}
		words := strings.TrimSpace(p.Words(b.Range))
		g.words[b.Row][b.Column] = words
		fig, many := -1, false
		for ; k < len(p.Figures) && p.Figures[k].Range.Start < b.Range.End; k++ {
			many = many || fig >= 0
			fig = k
		}
		if fig >= 0 && !many && b.Row > 0 && b.Column > 0 && p.fills(&p.Figures[fig], words) {
			g.figures[b.Row][b.Column] = fig
		}
		if b.Column == 0 && wordAt(words, 0, tablePart) > 0 {
			return nil
		}
	}
	if len(g.words) < 3 {
		return nil
	}
	return g
}

// fills reports whether a figure is all that a cell holds, and one that may be
// added up.
func (p *Page) fills(f *Figure, words string) bool {
	switch f.Kind {
	case quantity.Number, quantity.Count, quantity.Money, quantity.Measure:
	default:
		return false
	}
	return f.Hedge == quantity.None && p.Words(f.Range) == words
}

// adds reports whether a column holds what can be added up, by its head.
func (g *grid) adds(column int) bool {
	return column < len(g.words[0]) && !hasWord(g.words[0][column], tableRate)
}

// sumRows adds up the rows above, or below, a total row, column by column.
func (p *Page) sumRows(g *grid) {
	total := -1
	for r := 1; r < len(g.words); r++ {
		if len(g.words[r]) == 0 || wordBefore(g.words[r][0], tableTotal) == 0 {
			continue
		}
		if total >= 0 || r != 1 && r != len(g.words)-1 {
			return // totals of parts of the table
		}
		total = r
	}
	if total < 0 {
		return
	}
	for c := 1; c < len(g.figures[total]); c++ {
		sum := Sum{Kind: Tabled, Total: g.figures[total][c]}
		for r := 1; r < len(g.figures); r++ {
			if r == total {
				continue
			}
			if c >= len(g.figures[r]) || g.figures[r][c] < 0 {
				sum.Total = -1
				break
			}
			sum.Parts = append(sum.Parts, g.figures[r][c])
		}
		if sum.Total >= 0 && len(sum.Parts) > 1 && g.adds(c) {
			p.addTabled(&sum)
		}
	}
}

// sumColumns adds up the columns beside a total column, row by row, where most
// rows hold: the others have a mistake.
func (p *Page) sumColumns(g *grid) {
	total := -1
	for c := 1; c < len(g.words[0]); c++ {
		if wordBefore(g.words[0][c], tableTotal) > 0 {
			if total >= 0 {
				return
			}
			total = c
		}
	}
	if total < 0 || len(g.words[0]) < 4 {
		return
	}
	var sums []Sum
	holds := 0
	for r := 1; r < len(g.figures); r++ {
		sum := Sum{Kind: Tabled, Total: -1}
		for c := 1; c < len(g.figures[r]); c++ {
			if c == total {
				sum.Total = g.figures[r][c]
			} else if g.figures[r][c] >= 0 && g.adds(c) {
				sum.Parts = append(sum.Parts, g.figures[r][c])
			}
		}
		if sum.Total < 0 || len(sum.Parts) != len(g.words[0])-2 || !p.addUp(&sum) {
			continue
		}
		if sum.Holds {
			holds++
		}
		sums = append(sums, sum)
	}
	for _, sum := range sums {
		if sum.Holds || holds > 0 && 2*holds >= len(sums) {
			p.Sums = append(p.Sums, sum)
		}
	}
}

// addTabled records a column that a total row adds up.
func (p *Page) addTabled(sum *Sum) {
	if p.addUp(sum) && (sum.Holds || sum.close(p)) {
		p.Sums = append(p.Sums, *sum)
	}
}

// hasWord reports whether a text holds a word of a group.
func hasWord(text string, g wordGroup) bool {
	for i := 0; i < len(text); i += runeLen(text[i]) {
		if wordAt(text, i, g) > 0 {
			return true
		}
	}
	return false
}
