// Package excerpt shows people a place in a text that they wrote: the line, a
// caret under the place, and the name they probably meant. Ledgers and
// configuration share it.
package excerpt

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

const (
	tabStop = 4
	// cells is how much of a long line is shown, in terminal cells.
	cells = 100
	// lead is how much of a long line is shown before the place, in cells.
	lead = 40
	// slack bounds, in bytes, how far from the place a line is looked at, so
	// that a line of 50 MB costs no more than a short one.
	slack = 8 * cells
	cut   = "…"
)

// Place is a stretch of one line. Line and Column count from 1, Column and
// Length count characters (Unicode code points); a Length below 1 means 1.
type Place struct {
	Line, Column, Length int
}

// Lines is a text with a table of where its lines begin.
type Lines struct {
	text   string
	starts []int
}

// New returns the lines of a text. LF, CR LF and a lone CR end a line; a byte
// order mark at the beginning belongs to no column.
func New(text string) *Lines {
	l := &Lines{text: text, starts: []int{0}}
	if strings.HasPrefix(text, "\ufeff") {
		l.starts[0] = len("\ufeff")
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				continue
			}
			fallthrough
		case '\n':
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// Count returns the number of lines; a text that ends in a line break has an
// empty line after it.
func (l *Lines) Count() int { return len(l.starts) }

// Line returns line n, counted from 1, without its line break, and "" for a
// line that isn't there.
func (l *Lines) Line(n int) string {
	if n < 1 || n > len(l.starts) {
		return ""
	}
	end := len(l.text)
	if n < len(l.starts) {
		end = l.starts[n]
	}
	return strings.TrimRight(l.text[l.starts[n-1]:end], "\r\n")
}

// Place returns the place of the bytes [start, end) of the text; what reaches
// beyond the first line is left out.
func (l *Lines) Place(start, end int) Place {
	start = min(max(start, 0), len(l.text))
	line := l.lineAt(start)
	from := min(l.starts[line-1], start)
	text := l.text[start:max(min(end, len(l.text)), start)]
	if i := strings.IndexAny(text, "\r\n"); i >= 0 {
		text = text[:i]
	}
	return Place{line, utf8.RuneCountInString(l.text[from:start]) + 1, utf8.RuneCountInString(text)}
}

// Offset returns the byte at which the character in a column of a line begins,
// both counted from 1; what lies beyond the line's end is its end.
func (l *Lines) Offset(line, column int) int {
	if line < 1 || line > len(l.starts) {
		return len(l.text)
	}
	at := l.starts[line-1]
	for n := range l.Line(line) {
		if column--; column == 0 {
			return at + n
		}
	}
	return at + len(l.Line(line))
}

// lineAt returns the number of the line that holds a byte.
func (l *Lines) lineAt(offset int) int {
	low, high := 0, len(l.starts)
	for high-low > 1 {
		if mid := (low + high) / 2; l.starts[mid] <= offset {
			low = mid
		} else {
			high = mid
		}
	}
	return low + 1
}

// Excerpt returns two lines, each ended by a line feed: the line of the place
// behind its number, and carets under the place. Tabs are shown as blanks up to
// the next fourth column, wide characters are two cells wide, a long line is
// shortened around the place.
func (l *Lines) Excerpt(p Place) string {
	before, at, after := split(l.Line(p.Line), p)
	number := strconv.Itoa(p.Line)
	shown := shape(before, at, after)
	var b strings.Builder
	b.WriteString("  " + number + " | " + strings.TrimRight(shown.line, " ") + "\n")
	b.WriteString("  " + strings.Repeat(" ", len(number)) + " | ")
	b.WriteString(strings.Repeat(" ", shown.indent) + strings.Repeat("^", shown.carets) + "\n")
	return b.String()
}

// split cuts a line before and behind a place.
func split(line string, p Place) (before, at, after string) {
	i := skip(line, p.Column-1)
	j := i + skip(line[i:], max(p.Length, 1))
	return line[:i], line[i:j], line[j:]
}

// skip returns the number of bytes that n characters take.
func skip(s string, n int) int {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return i
}

type shaped struct {
	line           string
	indent, carets int
}

func shape(before, at, after string) shaped {
	const keep = 3 * cells // enough for any shortened line, in bytes of text
	clipped := len(before) > slack
	if clipped {
		before = before[trimStart(before, len(before)-slack):]
	}
	head := expand(before, 0)
	mark := expand(clip(at, keep), width(head))
	tail := expand(clip(after, keep), width(head)+width(mark))
	if width(head)+width(mark)+width(tail) <= cells && !clipped && len(at)+len(after) <= keep {
		return shaped{head + mark + tail, width(head), max(width(mark), 1)}
	}
	if width(head) > lead {
		head = cut + last(head, lead-1)
	}
	mark = first(mark, cells-lead)
	room := cells - width(head) - width(mark)
	if width(tail) > room {
		tail = first(tail, room-1) + cut
	}
	return shaped{head + mark + tail, width(head), max(width(mark), 1)}
}

// trimStart moves a cut to the start of a character.
func trimStart(s string, i int) int {
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return i
}

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[:trimStart(s, n)]
}

// expand replaces tabs by blanks and control characters by U+FFFD, for a text
// that begins in the given cell.
func expand(s string, cell int) string {
	if !strings.ContainsFunc(s, isControl) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t':
			n := tabStop - (cell+width(b.String()))%tabStop
			b.WriteString(strings.Repeat(" ", n))
		case isControl(r):
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isControl(r rune) bool { return r < ' ' || r == 0x7f || 0x80 <= r && r < 0xa0 }

func width(s string) int { return uniseg.StringWidth(s) }

// first returns the longest beginning of at most n cells.
func first(s string, n int) string {
	end, state := 0, -1
	for rest := s; len(rest) > 0; {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if n -= w; n < 0 {
			break
		}
		end += len(cluster)
	}
	return s[:end]
}

// last returns the longest end of at most n cells.
func last(s string, n int) string {
	over, state := width(s)-n, -1
	rest := s
	for over > 0 && len(rest) > 0 {
		var w int
		_, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		over -= w
	}
	return rest
}
