package table

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/period"
)

// findYear looks for the one year that the rows above the headers name: what
// stands over a table of 11月 and 1—11月.
func (c *converter) findYear(at int) {
	texts := []string{c.sheet.Name}
	for _, row := range c.sheet.Rows[:at] {
		for _, cell := range row {
			texts = append(texts, cell.Text)
		}
	}
	for _, text := range texts {
		for i := 0; i+4 <= len(text); i++ {
			year := text[i : i+4]
			if y, ok := number(year); !ok || y < 1900 || y > 2100 || i > 0 && isDigit(text[i-1]) || i+4 < len(text) && isDigit(text[i+4]) {
				continue
			}
			if c.year != "" && c.year != year {
				c.year = "" // two years: the headers must say which
				return
			}
			c.year = year
		}
	}
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// when reads the period of a header, which may leave the year to what stands
// above the table.
func (c *converter) when(text string) (period.Period, bool) {
	if p, ok := when(text, c.m.Period); ok {
		return p, true
	}
	if c.year == "" || text == "" {
		return period.Period{}, false
	}
	return when(c.year+"年"+strings.NewReplacer("—", "-", "–", "-", "~", "-").Replace(text), c.m.Period)
}

// spread returns the upper row of headers in two rows, each name spread over the
// columns that it stands above; nil where there is but one row of headers.
func (c *converter) spread(at int) []Cell {
	if at+2 >= len(c.sheet.Rows) {
		return nil
	}
	row, next := c.sheet.Rows[at], c.sheet.Rows[at+1]
	gap, words := false, 0
	for i, cell := range next {
		if cell.Text == "" {
			continue
		}
		if _, dated := c.when(cell.Text); isNumber(cell.Text) && !dated {
			return nil
		}
		words++
		gap = gap || i > 0 && (i >= len(row) || row[i].Text == "")
	}
	if !gap || words < 2 {
		return nil
	}
	tops := make([]Cell, max(len(row), len(next)))
	last := Cell{}
	for i := range tops {
		if i < len(row) && row[i].Text != "" {
			last = row[i]
		}
		tops[i] = last
	}
	return tops
}

// under reads a column under a name that several share: 11月 above 绝对量 and
// 同比增长, or 出口 above them.
func (c *converter) under(tops []Cell, i int, head Cell) (col column, ok bool) {
	if i >= len(tops) || head.Text == "" || tops[i].Text == "" {
		return col, false
	}
	name, unit := parted(head.Text)
	top, topUnit := parted(tops[i].Text)
	facet := facetOf(name)
	col = column{head: head, unit: or(unit, topUnit)}
	if p, dated := c.when(top); dated {
		col.period, col.dated, col.as = p, true, or(facet, "value")
		if facet == "" {
			col.metric = name
		}
		return col, true
	}
	if p, dated := c.when(name); dated {
		col.period, col.dated, col.as, col.metric = p, true, "value", top
		return col, true
	}
	if facet == "" {
		_, isKey := headers()[folded(top)]
		_, subKey := headers()[folded(name)]
		if isKey || subKey {
			return col, false
		}
		facet, name = "value", top+name
	} else {
		name = top
	}
	col.metric, col.as = name, facet
	return col, true
}

// facetOf returns the quantity that a header names, "" for none.
func facetOf(name string) string {
	key := headers()[folded(name)]
	if isFacet(key) && slices.Contains([]string{"value", "growth", "growth.环比", "change", "contribution", "rank.全国"}, key) {
		return key
	}
	return ""
}
