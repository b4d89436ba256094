package document

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/hegao/hegao/checker/source"
)

// inlineBlock adds the words inside n to the view, as one block. It reports
// whether there were any.
func (m *markdownReader) inlineBlock(n ast.Node, b Block) bool {
	if n.Type() == ast.TypeBlock {
		if lines := n.Lines(); lines != nil && lines.Len() > 0 {
			m.at = m.base + lines.At(0).Start
		}
	}
	from := m.b.Len()
	m.inline(n)
	return m.finish(from, b)
}

// finish makes a block of what was added to the view since from, without the
// white space around it, and ends it with a line break.
func (m *markdownReader) finish(from int, b Block) bool {
	start, end := trim(m.b.text.String(), from, m.b.Len())
	if start >= end {
		return false
	}
	b.Range = source.Range{Start: start, End: end}
	m.d.Blocks = append(m.d.Blocks, b)
	addBreak(&m.b, m.text, m.at)
	return true
}

// inline adds the words of the inline nodes inside n. What markup cuts into
// several nodes (a number half in bold) is one run in the view.
func (m *markdownReader) inline(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			m.addWords(m.base+c.Segment.Start, m.base+c.Segment.Stop, c.IsRaw())
			if c.SoftLineBreak() || c.HardLineBreak() {
				addBreak(&m.b, m.text, m.base+c.Segment.Stop)
			}
		case *ast.CodeSpan:
			m.raw(c)
		case *ast.Image:
			m.alts = append(m.alts, c)
		case *ast.RawHTML:
			m.rawHTML(c)
		case *ast.AutoLink, *east.FootnoteLink, *east.FootnoteBacklink, *east.Strikethrough:
		default:
			m.inline(c)
		}
	}
}

// raw adds the text of a code span as it stands.
func (m *markdownReader) raw(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			m.addWords(m.base+t.Segment.Start, m.base+t.Segment.Stop, true)
		}
	}
}

// rawHTML notes a directive; other tags and comments are passed over.
func (m *markdownReader) rawHTML(n *ast.RawHTML) {
	if k := n.Segments.Len(); k > 0 {
		start, end := m.base+n.Segments.At(0).Start, m.base+n.Segments.At(k-1).Stop
		m.directives(start, end)
		m.at = end
	}
}

// directives notes the directives inside text[start:end].
func (m *markdownReader) directives(start, end int) {
	for _, d := range findDirectives(m.text[start:end], source.FieldText) {
		d.Span.Start += start
		d.Span.End += start
		m.marks = append(m.marks, d)
	}
}

// addWords adds text[start:end], with entities and escapes resolved unless it is
// raw.
func (m *markdownReader) addWords(start, end int, raw bool) {
	for end > start && m.text[end-1] == '\r' {
		end--
	}
	m.at = end
	for i := start; i < end && !raw; {
		if c := m.text[i]; c != '&' && c != '\\' && c != '*' {
			i++
			continue
		}
		n, value := markup(m.text[i:end])
		if n == 0 {
			i++
			continue
		}
		m.b.Add(m.text[start:i], start, source.FieldText)
		if value != "" {
			m.b.AddDecoded(value, i, i+n, source.FieldText)
		}
		i += n
		start = i
	}
	m.b.Add(m.text[start:end], start, source.FieldText)
}

// markup reads an entity, an escape, or marks of emphasis that the parser left
// standing. It returns its size and what it stands for.
func markup(s string) (size int, value string) {
	switch s[0] {
	case '\\':
		if len(s) > 1 && util.IsPunct(s[1]) {
			return 2, s[1:2]
		}
	case '&':
		return entity(s)
	case '*':
		// By the letter of CommonMark **20.5%**的 isn't bold, because a percent
		// sign is punctuation; no copy has two asterisks as text.
		for size < len(s) && s[size] == '*' {
			size++
		}
		if size >= 2 {
			return size, ""
		}
	}
	return 0, ""
}

// maxEntity is how many bytes the longest entity has.
const maxEntity = 34

// entity reads &name; or &#number; at the beginning of s.
func entity(s string) (size int, value string) {
	end := strings.IndexByte(s[:min(len(s), maxEntity)], ';')
	if end < 2 {
		return 0, ""
	}
	name := s[1:end]
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return 0, ""
		}
		return end + 1, string(e.Characters)
	}
	digits, base := name[1:], 10
	if digits != "" && digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > 7 {
		return 0, ""
	}
	r := rune(n)
	if n == 0 || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return end + 1, string(r)
}

// struckOut parses text between two tildes. It isn't the copy's any more.
type struckOut struct{}

// Trigger implements parser.InlineParser.
func (struckOut) Trigger() []byte { return []byte{'~'} }

// Parse implements parser.InlineParser.
func (struckOut) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	node := parser.ScanDelimiter(line, before, 2, struckOut{})
	if node == nil || node.OriginalLength != 2 || before == '~' {
		return nil
	}
	node.Segment = segment.WithStop(segment.Start + node.OriginalLength)
	block.Advance(node.OriginalLength)
	pc.PushDelimiter(node)
	return node
}

// IsDelimiter implements parser.DelimiterProcessor.
func (struckOut) IsDelimiter(b byte) bool { return b == '~' }

// CanOpenCloser implements parser.DelimiterProcessor.
func (struckOut) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

// OnMatch implements parser.DelimiterProcessor.
func (struckOut) OnMatch(int) ast.Node { return east.NewStrikethrough() }
