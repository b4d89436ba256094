package document

import (
	"fmt"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/hegao/hegao/checker/source"
)

// markdownParser reads CommonMark with tables, task lists, footnotes and text
// struck out by two tildes; one tilde is the sign of a range, as in 3~5.
var markdownParser = sync.OnceValue(func() parser.Parser {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.TaskList, extension.Footnote),
		goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(struckOut{}, 500))),
	).Parser()
})

// markdownReader turns the tree of a Markdown text into blocks and view.
type markdownReader struct {
	d    *Document
	text string
	base int // where in the text the tree's offsets begin: behind front matter
	b    Builder

	tables  int
	picture bool        // the block before was a picture
	alts    []ast.Node  // pictures inside the block that is read
	headed  bool        // the headline is known
	at      int         // the last offset that was read, for line breaks
	marks   []Directive // the directives so far
}

// readMarkdown reads Markdown. Input whose nesting would take a parser too long
// is read as plain text, with a note.
func readMarkdown(d *Document) {
	reason := tooIntricate(d.File.Text)
	if reason == "" {
		reason = tryMarkdown(d)
	}
	if reason != "" {
		d.Notes = append(d.Notes, "read as plain text: "+reason)
		readPlain(d)
	}
}

// tryMarkdown reads d as Markdown. It returns why that failed, leaving d as it
// was: the parser isn't ours, and a fault of it must not lose the copy.
func tryMarkdown(d *Document) (reason string) {
	before := *d
	defer func() {
		if fault := recover(); fault != nil {
			*d = before
			reason = fmt.Sprintf("the Markdown parser failed: %v", fault)
		}
	}()
	m := &markdownReader{d: d, text: d.File.Text}
	m.b.Grow(len(m.text))
	if title := titleApart(d.File); title != "" {
		addTitle(d, &m.b, title)
		m.headed = true
	}
	m.base = m.frontMatter()
	tree := markdownParser().Parse(text.NewReader([]byte(m.text[m.base:])))
	m.children(tree, Paragraph)
	d.View = m.b.View()
	d.Directives = m.marks
	m.refine()
	return ""
}

// children reads the blocks inside n; kind is what its paragraphs are.
func (m *markdownReader) children(n ast.Node, kind Kind) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(c, kind)
	}
}

func (m *markdownReader) block(n ast.Node, kind Kind) {
	picture := m.picture
	m.picture = false
	switch n := n.(type) {
	case *ast.Heading:
		m.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		m.paragraph(n, kind, picture)
	case *ast.Blockquote:
		m.children(n, Quote)
	case *ast.List, *ast.ListItem, *east.Footnote, *east.FootnoteList:
		m.children(n, ListItem)
	case *ast.CodeBlock:
		m.indented(n, kind)
	case *ast.HTMLBlock:
		m.html(n, kind)
	case *east.Table:
		m.table(n)
	case *ast.FencedCodeBlock, *ast.ThematicBreak:
	default:
		if n.Type() == ast.TypeBlock {
			m.children(n, kind)
		}
	}
}

func (m *markdownReader) heading(n *ast.Heading) {
	kind := Subhead
	if n.Level == 1 && !m.headed {
		kind = Headline
	}
	if m.inlineBlock(n, Block{Kind: kind, Level: n.Level}) && kind == Headline {
		m.headed = true
	}
}

// paragraph reads a paragraph. One that is nothing but pictures yields their
// captions; what stands under a picture in the same paragraph is one too, and
// so may be the next paragraph.
func (m *markdownReader) paragraph(n ast.Node, kind Kind, picture bool) {
	if _, ok := n.FirstChild().(*ast.Image); ok {
		kind, picture = Caption, false
	}
	before := len(m.d.Blocks)
	read := m.inlineBlock(n, Block{Kind: kind})
	if read && picture && kind == Paragraph && m.captionBelow(n, &m.d.Blocks[before]) {
		m.d.Blocks[before].Kind = Caption
	}
	m.picture = !read && len(m.alts) > 0
	m.captions()
}

// captionBelow reports whether the paragraph after a picture is its caption: it
// is set in italics as a whole, or is as short as a heading.
func (m *markdownReader) captionBelow(n ast.Node, b *Block) bool {
	if n.ChildCount() == 1 && n.FirstChild().Kind() == ast.KindEmphasis {
		return true
	}
	words := m.words(b.Range)
	return fitsHeading(words) && endingOf(words) == open
}

// captions makes blocks of the alternative texts of the pictures of a block.
// Names of files are none.
func (m *markdownReader) captions() {
	alts := m.alts
	m.alts = nil
	for _, n := range alts {
		if m.isProse(n) {
			m.inlineBlock(n, Block{Kind: Caption})
		}
	}
	m.alts = nil
}

// isProse reports whether an alternative text is words for a reader.
func (m *markdownReader) isProse(n ast.Node) bool {
	spaces := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			return true
		}
		for _, r := range m.text[m.base+t.Segment.Start : m.base+t.Segment.Stop] {
			if isHan(r) {
				return true
			}
			if r == ' ' {
				spaces++
			}
		}
	}
	return spaces >= 2
}

// table reads the cells of a table, row by row.
func (m *markdownReader) table(n *east.Table) {
	m.tables++
	row := 0
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		_, head := r.(*east.TableHeader)
		column := 0
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			before := len(m.d.Blocks)
			if m.inlineBlock(c, Block{Kind: TableCell, Table: m.tables, Row: row, Column: column, Header: head}) && !head && column == 0 {
				b := &m.d.Blocks[before]
				b.Header = !isNumber(m.words(b.Range))
			}
			m.alts = nil
			column++
		}
		row++
	}
}

// isNumber reports whether text is nothing but a figure.
func isNumber(text string) bool {
	figures := false
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			figures = true
		case r == '.' || r == ',' || r == '%' || r == '+' || r == '-' || r == ' ' || r == '−' || r == '％':
		default:
			return false
		}
	}
	return figures
}

// indented reads a block that its indent makes code. Chinese prose is often
// indented by blanks and isn't code.
func (m *markdownReader) indented(n *ast.CodeBlock, kind Kind) {
	lines := n.Lines()
	prose := false
	for i := range lines.Len() {
		s := lines.At(i)
		prose = prose || endingOf(trimmed(m.text[m.base+s.Start:m.base+s.Stop])) == stops
	}
	if !prose || m.d.Lang == "en" || DetectLanguage(m.text) == "en" {
		return
	}
	for i := range lines.Len() {
		s := lines.At(i)
		start, end := trim(m.text, m.base+s.Start, m.base+s.Stop)
		from := m.b.Len()
		m.b.Add(m.text[start:end], start, source.FieldText)
		m.at = end
		m.finish(from, Block{Kind: kind})
	}
}

// refine finds the masthead, credits and captions among the paragraphs.
func (m *markdownReader) refine() {
	for i := range m.d.Blocks {
		b := &m.d.Blocks[i]
		if b.Kind != Paragraph || b.Range.Len() > maxCaption {
			continue
		}
		words := m.words(b.Range)
		l := line{end: len(words), short: fitsHeading(words), ending: endingOf(words)}
		if i < mastheadTop && l.short && m.d.DateRange.Len() == 0 && m.masthead(b, words) {
			continue
		}
		if l.short && l.ending != stops && isCredit(words) {
			b.Kind = Credit
		} else if isCaption(words, &l) {
			b.Kind = Caption
		}
	}
}

// masthead marks a paragraph that prints the day of issue.
func (m *markdownReader) masthead(b *Block, words string) bool {
	date, start, end := mastheadDate(words)
	if date == "" {
		return false
	}
	b.Kind = Masthead
	m.d.DateRange = source.Range{Start: b.Range.Start + start, End: b.Range.Start + end}
	if m.d.Date == "" {
		m.d.Date = date
	}
	return true
}

func (m *markdownReader) words(r source.Range) string { return m.b.text.String()[r.Start:r.End] }
