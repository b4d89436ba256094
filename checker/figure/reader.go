package figure

import (
	"sync"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
)

// Reader reads documents against one ledger. It may be used by many goroutines
// at once.
type Reader struct {
	ledger *ledger.Ledger
	names  *names
	pages  sync.Pool // of *Page, emptied
}

// NewReader returns a reader that knows the names of a ledger, which must not
// be nil; the empty ledger will do.
func NewReader(led *ledger.Ledger) *Reader {
	return &Reader{ledger: led, names: newNames(led)}
}

// page returns an empty page, with the room of one that was given back.
func (r *Reader) page() *Page {
	if p, ok := r.pages.Get().(*Page); ok {
		return p
	}
	return &Page{scratch: newScratch()}
}

// most bounds, in figures, the pages whose room is kept for the next one, so
// that one huge page doesn't hold its memory for good.
const most = 2000

// Forget lets go of what only claims and rules ask for, of a page so long that its
// room isn't kept: what is made of their findings needs the memory.
func (p *Page) Forget() {
	if len(p.Figures) > most {
		p.Repeats, p.clauses, p.cues, p.scratch = nil, nil, nil, nil
	}
}

// Release gives the room of a page back for the next one. Neither the page nor
// anything that was reached through it may be used afterwards.
func (r *Reader) Release(p *Page) {
	if p == nil || p.scratch == nil || len(p.Figures) > most {
		return
	}
	s := p.scratch
	s.reset()
	*p = Page{
		Tokens: p.Tokens[:0], Sentences: p.Sentences[:0], Figures: clearAll(p.Figures), Dates: p.Dates[:0], Names: p.Names[:0], Bodies: p.Bodies[:0], bodyNames: clearAll(p.bodyNames), shortMentions: p.shortMentions[:0],
		Repeats: p.Repeats[:0], Sums: clearAll(p.Sums), Movements: p.Movements[:0], Shares: p.Shares[:0],
		Contributions: p.Contributions[:0], Gaps: p.Gaps[:0], Respectively: clearAll(p.Respectively), Announced: p.Announced[:0],
		Headings: p.Headings[:0], Products: p.Products[:0], Derived: p.Derived[:0], Comparisons: p.Comparisons[:0], Conversions: p.Conversions[:0], Ratios: p.Ratios[:0],
		Tallies: clearAll(p.Tallies), PartGrowths: clearAll(p.PartGrowths), Wordings: p.Wordings[:0], Drifts: p.Drifts[:0],
		Restateds: p.Restateds[:0], Sequels: p.Sequels[:0], Wholes: clearAll(p.Wholes), MixedTotals: clearAll(p.MixedTotals), MoneySlips: clearAll(p.MoneySlips), Qualifieds: p.Qualifieds[:0],
		Reckoned: p.Reckoned.emptied(),
		items:    p.items[:0], itemsAt: p.itemsAt[:0], arena: p.arena[:0], clauses: p.clauses[:0], cues: resetCues(p.cues),
		numerals: p.numerals[:0], nearAt: p.nearAt[:0], scratch: s,
	}
	r.pages.Put(p)
}

// clearAll empties a slice and lets go of what it pointed to.
func clearAll[T any](s []T) []T {
	clear(s)
	return s[:0]
}

// Scan reads what stands in a document and binds nothing: numbers with their
// units and hedges, dates and periods, names of the ledger, words of the lexicon
// and marks, in order. It is the first step of Read; the benchmark of reading
// measures it.
func (r *Reader) Scan(doc *document.Document) *Page {
	p := r.page()
	p.Doc, p.Text, p.Ledger, p.names = doc, doc.View.Text, r.ledger, r.names
	if d, err := period.ParseISO(doc.Date); err == nil && d.IsPoint() {
		p.Published = d.Start
	}
	p.scan()
	return p
}

// Read reads a document: tokens, sentences, figures, dates, names, and the
// claims that figures make about each other.
func (r *Reader) Read(doc *document.Document) *Page {
	p := r.Scan(doc)
	p.findCues()
	p.split()
	p.resolveDates()
	p.bind()
	p.bindPeriods()
	p.readBehind()
	if p.Doc.Lang == "en" {
		p.facts = p.readEnglish()
	}
	p.bindPlaces()
	p.bindBodies()
	p.declare()
	p.bindModality()
	p.markAside()
	p.findMovements()
	p.findRepeats()
	p.findSums()
	p.findShares()
	p.findContributions()
	p.findGaps()
	p.findAnnounced()
	p.reckon()
	p.findHeadings()
	p.forgetSuperseded()
	p.findProducts()
	p.findDerived()
	p.findComparisons()
	p.findConversions()
	p.findMoneySlips()
	p.findRatios()
	p.findTallies()
	p.findPartGrowths()
	p.findWorded()
	p.findDrifts()
	p.findWholes()
	p.findMixed()
	p.lookUp()
	p.findVariants()
	p.findNearNames()
	return p
}
