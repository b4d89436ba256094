package checker

import (
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// Block is one part of the page as it is printed: a headline, a paragraph, a
// cell of a table.
type Block struct {
	Kind  document.Kind
	Level int // of a heading, from 1
	Box   int // the sidebar it stands in, from 1; 0 for the main copy
	// Table numbers the tables of the page from 1; Row and Column place a cell,
	// from 0; Header says that it heads its column or row.
	Table, Row, Column int
	Header             bool
	Pieces             []document.Piece
}

// Tie is a set of figures that bear each other out, such as a total and its
// parts, by their spans, with the rule that found it so.
type Tie struct {
	Rule  string
	Spans []source.Span
}

// copyPage fills the blocks of the result and the ties between its figures.
func (c *check) copyPage(page *figure.Page) {
	for i := range c.doc.Blocks {
		b := &c.doc.Blocks[i]
		c.result.Blocks = append(c.result.Blocks, Block{Kind: b.Kind, Level: b.Level, Box: b.Box,
			Table: b.Table, Row: b.Row, Column: b.Column, Header: b.Header, Pieces: c.doc.View.Pieces(b.Range)})
	}
	for _, t := range page.Ties {
		tie := Tie{Rule: t.Why}
		for _, k := range t.Figures {
			tie.Spans = append(tie.Spans, c.doc.View.Span(page.Figures[k].Range))
		}
		c.result.Ties = append(c.result.Ties, tie)
	}
}

// sources returns the ledger's entries that confirm figures, by the figures'
// index.
func (c *check) sources(page *figure.Page) map[int]finding.LedgerRef {
	out := map[int]finding.LedgerRef{}
	for i := range page.Entries {
		e := &page.Entries[i]
		if e.Kind != figure.Confirms || e.Row == nil {
			continue
		}
		words := ""
		if e.Amount != nil {
			words = e.Amount.Text
		}
		ref := finding.LedgerRef{File: e.Row.Pos.File, Line: e.Row.Pos.Line, Figure: e.Row.Cite(words), English: e.Row.CiteEnglish(words), Source: e.Row.Source.Name}
		out[e.Fig] = ref.In(c.lang)
	}
	return out
}
