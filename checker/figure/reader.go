package figure

import (
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
)

// Reader reads documents against one ledger. It may be used by many goroutines
// at once.
type Reader struct {
	ledger *ledger.Ledger
	names  *names
}

// NewReader returns a reader that knows the names of a ledger, which must not
// be nil; the empty ledger will do.
func NewReader(led *ledger.Ledger) *Reader {
	return &Reader{ledger: led, names: newNames(led)}
}

// Read reads a document: tokens, sentences, figures, dates, names, and the
// claims that figures make about each other.
func (r *Reader) Read(doc *document.Document) *Page {
	p := &Page{Doc: doc, Text: doc.View.Text, Ledger: r.ledger, names: r.names}
	n := len(p.Text)
	p.Tokens = make([]Token, 0, n/12+8)
	p.Figures = make([]Figure, 0, n/100+4)
	if d, err := period.ParseISO(doc.Date); err == nil && d.IsPoint() {
		p.Published = d.Start
	}
	p.scan(r.names.trie)
	p.split()
	p.resolveDates()
	p.bind()
	p.bindPeriods()
	p.declare()
	p.findMovements()
	p.findRepeats()
	p.findSums()
	p.findShares()
	p.findContributions()
	p.findGaps()
	p.lookUp()
	return p
}
