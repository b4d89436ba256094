// Package document turns a file into blocks (headline, paragraph, caption,
// table cell …) and a view: the plain text that is read for figures, with a map
// that takes every range of it back to the file.
package document

import (
	"github.com/hegao/hegao/checker/source"
)

// Kind says what part of a page a block is.
type Kind uint8

// The kinds of block, as a page designer would name them.
const (
	Paragraph  Kind = iota // running text
	Headline               // the title of the page or article
	Standfirst             // the summary below a headline
	Subhead                // a heading inside the copy, or of a box
	ListItem               // one item of a list
	Quote                  // a block quotation
	Caption                // the words below a picture, with its credit
	TableCell              // one cell of a table
	Masthead               // paper, folio, date of issue
	Credit                 // editors, reporters, photographers
	Code                   // preformatted text: never read for figures
)

var kindNames = [...]string{"paragraph", "headline", "standfirst", "subhead", "list-item", "quote",
	"caption", "table-cell", "masthead", "credit", "code"}

// String returns the name of the kind, in lower case with hyphens.
func (k Kind) String() string { return kindNames[k] }

// Block is one run of the view between two breaks of the layout.
type Block struct {
	Kind  Kind
	Range source.Range // in the view; without the line break after it
	Level int          // of a heading: 1 for the page's own

	// Section is the index in Document.Blocks of the Headline or Subhead that
	// the block stands under, or -1.
	Section int
	// Box is 0 for the main copy and otherwise numbers the sidebar (box) that
	// the block belongs to.
	Box int
	// Stitched says that an inset cut this paragraph in mid-sentence and that
	// the view holds its parts joined; Seams are the view offsets of the joints.
	Stitched bool
	Seams    []int

	// Row and Column place a TableCell, from 0; Header says that it heads its
	// column or row; Table numbers the tables of the document from 1.
	Table, Row, Column int
	Header             bool
}

// Document is one piece of copy, ready to be read.
type Document struct {
	ID   string // of a JSON Lines document; else the path
	Path string
	Lang string // "zh" or "en": the language of the copy
	// Date is the day of publication as YYYY-MM-DD, empty where it isn't known.
	Date string
	// DateRange is where the view prints the day of publication: in the
	// masthead. It is empty otherwise; front matter isn't in the view.
	DateRange source.Range

	File *source.File // never nil
	View View
	// Blocks are in reading order and don't overlap. They cover the view but for
	// line breaks, indents, the marks of lists and headings, and lines of
	// nothing but dashes or stars.
	Blocks     []Block
	Directives []Directive
	// Twins are pairs of blocks that the page prints twice, word for word.
	Twins [][2]int
	// Parts are the offsets of the view where each of the joined documents
	// begins; nil for one that is of one file.
	Parts []int
	// Notes says, in English, what about the input couldn't be read as it was
	// meant, such as markup nested too deep.
	Notes []string
}

// Directive is an instruction to hegao that stands in the copy, such as
// <!-- hegao:allow total-parts-mismatch: reason -->.
type Directive struct {
	Verb   string // "allow"
	Rule   string // a rule's slug, or a Chinese name of it as written
	Reason string
	Span   source.Span // of the whole directive in the file
	// Scope is the part of the view that it silences: the block it stands in,
	// or the next one when it stands on a line of its own.
	Scope source.Range
}
