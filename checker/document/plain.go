package document

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/source"
)

// spaces are the characters that indent and pad lines, beyond what U+FEFF marks.
const spaces = " \t\r\n\v\f\u00A0\u3000\uFEFF\u2002\u2003\u2009"

// line is one line of plain text that isn't blank.
type line struct {
	// start and end are offsets of the words, without indent, the marks of lists
	// and headings, and padding.
	start, end int
	kind       Kind
	level      int
	ending     ending
	short      bool // no longer than a heading may be
	gap        bool // a blank line, or the beginning of the text, stands before
	decided    bool // kind is known from the line itself
	joins      bool // goes on with the block of the line before
}

// ending says how a line ends.
type ending uint8

const (
	open  ending = iota // on a letter, digit or bracket: no punctuation closes it
	asks                // on a question or exclamation mark, which headings may have
	stops               // on punctuation that a heading doesn't end with
)

// plainReader reads one text.
type plainReader struct {
	d     *Document
	text  string
	lines []line
	// cuts are the directives, sorted: parts of the text that aren't read.
	cuts   []Directive
	blocks []draft
}

// readPlain reads plain text, with the layout that pages of newspapers have
// when a page-layout system writes them as text.
func readPlain(d *Document) {
	p := &plainReader{d: d, text: d.File.Text}
	if strings.Contains(p.text, commentOpen) {
		d.Directives = findDirectives(p.text, source.FieldText)
		p.cuts = d.Directives
	}
	p.split()
	p.page()
	p.group()
	p.stitch()
	p.emit()
}

// split finds the lines.
func (p *plainReader) split() {
	p.lines = make([]line, 0, 16+len(p.text)/200)
	gap, cut := true, 0
	scan := newLineScanner(p.text)
	for pos := 0; pos < len(p.text); {
		end, next := scan.line(pos)
		start := pos
		pos = next
		for cut < len(p.cuts) && p.cuts[cut].Span.End <= start {
			cut++
		}
		if cut < len(p.cuts) && p.cuts[cut].Span.Start < end {
			start, end = p.trimCuts(start, end, cut)
			if start >= end {
				continue // a line that only holds a directive parts nothing
			}
		}
		start, end = trim(p.text, start, end)
		if start >= end {
			gap = true
			continue
		}
		l := line{start: start, end: end, gap: gap}
		gap = p.classify(&l)
		if !gap {
			p.lines = append(p.lines, l)
		}
	}
}

// lineScanner finds the ends of lines, one after the other. It remembers the
// next LF, so that a text with lone CRs isn't searched again for every line.
type lineScanner struct {
	text  string
	hasCR bool
	lf    int // the first LF at or after the last line's beginning; -1 at first
}

func newLineScanner(text string) lineScanner {
	return lineScanner{text, strings.IndexByte(text, '\r') >= 0, -1}
}

// line returns where the line that begins at pos ends, and where the next one
// begins. It must be called with rising offsets.
func (s *lineScanner) line(pos int) (end, next int) {
	if s.lf < pos {
		s.lf = len(s.text)
		if n := strings.IndexByte(s.text[pos:], '\n'); n >= 0 {
			s.lf = pos + n
		}
	}
	end, next = s.lf, min(s.lf+1, len(s.text))
	if !s.hasCR {
		return end, next
	}
	// A lone CR ends a line; the CR of CR LF is padding.
	if cr := strings.IndexByte(s.text[pos:end], '\r'); cr >= 0 && (pos+cr+1 != end || end == len(s.text)) {
		return pos + cr, pos + cr + 1
	}
	return end, next
}

// trimCuts moves the ends of a line out of the directives at its ends; cut is the
// index of the first directive that may touch the line.
func (p *plainReader) trimCuts(start, end, cut int) (int, int) {
	low, high := cut, cut
	for high < len(p.cuts) && p.cuts[high].Span.Start < end {
		high++
	}
	for start, end = trim(p.text, start, end); low < high && p.cuts[low].Span.Start <= start; low++ {
		start, end = trim(p.text, min(p.cuts[low].Span.End, end), end)
	}
	for high--; high >= low && p.cuts[high].Span.End >= end; high-- {
		start, end = trim(p.text, start, max(start, p.cuts[high].Span.Start))
	}
	return start, end
}

// cutsWithin returns the directives inside text[start:end].
func (p *plainReader) cutsWithin(start, end int) []Directive {
	low := sort.Search(len(p.cuts), func(i int) bool { return p.cuts[i].Span.Start >= start })
	high := low + sort.Search(len(p.cuts)-low, func(i int) bool { return p.cuts[low+i].Span.Start >= end })
	return p.cuts[low:high]
}

// trim takes padding off both ends of text[start:end].
func trim(text string, start, end int) (int, int) {
	for start < end {
		c := text[start]
		if c > ' ' && c < 0xC2 {
			break
		}
		if c <= ' ' {
			if !isSpaceByte(c) {
				break
			}
			start++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[start:end])
		if !isSpaceRune(r) {
			break
		}
		start += size
	}
	for start < end {
		c := text[end-1]
		if c < utf8.RuneSelf {
			if !isSpaceByte(c) {
				break
			}
			end--
			continue
		}
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		if !isSpaceRune(r) {
			break
		}
		end -= size
	}
	return start, end
}

func isSpaceByte(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func isSpaceRune(r rune) bool {
	switch r {
	case '\u00A0', '\u3000', '\uFEFF', '\u2002', '\u2003', '\u2009':
		return true
	}
	return false
}

// trimmed returns text without padding at its ends.
func trimmed(text string) string {
	start, end := trim(text, 0, len(text))
	return text[start:end]
}
