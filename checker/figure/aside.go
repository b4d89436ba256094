package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/quantity"
)

// markAside notes the figures of English copy that state nothing which another
// place could repeat: numbers of charts, tables and notes, the rows of earnings
// reports, and differences from another time, whose subject stands elsewhere.
func (p *Page) markAside() {
	if p.Doc.Lang != "en" {
		return
	}
	row, block := false, -1
	for i := range p.Figures {
		f := &p.Figures[i]
		if f.Block != block {
			block = f.Block
			row = p.tabular(block)
		}
		f.Aside = row || p.numbersPart(f) || p.difference(f) || p.footnoted(f)
	}
}

// tabular reports whether a line reads like a row of a table that the wires set
// as text: Net 9,020,000 vs 5,680,000.
func (p *Page) tabular(block int) bool {
	b := &p.Doc.Blocks[block]
	if b.Kind != document.Paragraph && b.Kind != document.Headline {
		return false
	}
	words := strings.TrimSpace(p.Words(b.Range))
	vs := strings.Index(words, " vs ")
	return vs > 0 && vs < 48 && (!strings.HasSuffix(words, ".") || strings.Contains(words, "\n"))
}

// labelWords stand before the number of a part of a document.
var labelWords = [...]string{"chart", "charts", "figure", "figures", "fig", "table", "tables", "note", "notes", "section", "chapter", "page", "appendix", "annex", "no", "item", "footnote", "box", "map"}

// numbersPart reports whether a number names a chart, a table or a note.
func (p *Page) numbersPart(f *Figure) bool {
	if f.Kind != quantity.Number && f.Kind != quantity.Count {
		return false
	}
	before := strings.TrimRight(p.Text[max(0, f.Range.Start-14):f.Range.Start], " .#")
	at := strings.LastIndexFunc(before, func(r rune) bool { return r < 'A' || r > 'z' }) + 1
	word := strings.ToLower(before[at:])
	for _, w := range labelWords {
		if word == w {
			return true
		}
	}
	return false
}

// difference reports whether a figure says by how much something is more or
// less than at another time: 13,000 fewer than a year earlier.
func (p *Page) difference(f *Figure) bool {
	behind := strings.ToLower(p.Text[f.Range.End:min(len(p.Text), f.Range.End+24)])
	return hasAnyPrefix(behind, " more than", " fewer than", " less than", " higher than", " lower than", " more from", " fewer for")
}

// footnoted reports whether a number is a year with the mark of a footnote.
func (p *Page) footnoted(f *Figure) bool {
	if f.Kind != quantity.Number || f.Decimals > 0 || f.Digits != 5 || f.Grouped {
		return false
	}
	words := p.Words(f.Number)
	return strings.HasPrefix(words, "20") || strings.HasPrefix(words, "19")
}
