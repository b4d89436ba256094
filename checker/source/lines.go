package source

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// lineTable knows where the lines of a text begin and, for texts with long
// lines, how many characters stand before every checkpoint.
type lineTable struct {
	starts []int // the first offset of each line; starts[0] is 0
	marks  []mark
}

// mark counts what stands before a multiple of markStep bytes.
type mark struct {
	runes  int // code points that begin before it
	astral int // those of them that take two units in UTF-16
}

// markStep is the distance of checkpoints, in bytes: no column is counted over
// more than this.
const markStep = 1024

// table returns the line table of a field, building it on first use. Two
// callers may build it at once; they build the same.
func (f *File) table(field Field) *lineTable {
	slot := &f.lines[field&1]
	if t := slot.Load(); t != nil {
		return t
	}
	t := newLineTable(f.Field(field))
	slot.Store(t)
	return t
}

func newLineTable(text string) *lineTable {
	t := &lineTable{starts: lineStarts(text)}
	for i, start := range t.starts {
		end := len(text)
		if i+1 < len(t.starts) {
			end = t.starts[i+1]
		}
		if end-start > 2*markStep {
			t.marks = countMarks(text)
			break
		}
	}
	return t
}

// lineStarts returns the offset of every line of text. A line ends with LF,
// CR LF, or a CR that no LF follows.
func lineStarts(text string) []int {
	starts := make([]int, 1, 1+len(text)/64)
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '\n')
		segment := text[i:]
		if n >= 0 {
			segment = text[i : i+n]
		}
		for at := 0; ; {
			cr := strings.IndexByte(segment[at:], '\r')
			if cr < 0 || n >= 0 && at+cr == len(segment)-1 {
				break
			}
			at += cr + 1
			starts = append(starts, i+at)
		}
		if n < 0 {
			return starts
		}
		i += n + 1
		starts = append(starts, i)
	}
}

func countMarks(text string) []mark {
	marks := make([]mark, 0, len(text)/markStep+1)
	var m mark
	for i := 0; i < len(text); i += markStep {
		marks = append(marks, m)
		m.add(text[i:min(i+markStep, len(text))])
	}
	return append(marks, m)
}

// add counts the characters that begin in text.
func (m *mark) add(text string) {
	for i := 0; i < len(text); i++ {
		if c := text[i]; !continues(c) {
			m.runes++
			if c >= 0xF0 {
				m.astral++
			}
		}
	}
}

// before counts the characters that begin before offset.
func (t *lineTable) before(text string, offset int) mark {
	k := min(offset/markStep, len(t.marks)-1)
	m := t.marks[k]
	m.add(text[k*markStep : offset])
	return m
}

// between counts the characters that begin in [start, end).
func (t *lineTable) between(text string, start, end int) mark {
	var m mark
	if end-start <= 2*markStep || t.marks == nil {
		m.add(text[start:end])
		return m
	}
	a, b := t.before(text, start), t.before(text, end)
	return mark{b.runes - a.runes, b.astral - a.astral}
}

// locate returns the line of an offset, from 0, and counts what stands between
// its beginning and the offset. A byte order mark isn't counted: no editor
// shows it. An offset outside the text is taken for the nearest one inside.
func (f *File) locate(offset int, field Field) (line int, m mark) {
	t, text := f.table(field), f.Field(field)
	offset = max(0, min(offset, len(text)))
	for offset > 0 && offset < len(text) && continues(text[offset]) {
		offset--
	}
	line = sort.SearchInts(t.starts, offset+1) - 1
	start := t.starts[line]
	if line == 0 && strings.HasPrefix(text, BOM) {
		start = min(len(BOM), len(text))
		offset = max(offset, start)
	}
	return line, t.between(text, start, offset)
}

// Position returns the line and column of an offset of a field, both from 1;
// the column counts code points.
func (f *File) Position(offset int, field Field) Position {
	line, m := f.locate(offset, field)
	return Position{Line: line + 1, Column: m.runes + 1}
}

// ColumnUTF16 returns the column of an offset of a field, from 1, counted in
// UTF-16 code units as editors' protocols do.
func (f *File) ColumnUTF16(offset int, field Field) int {
	_, m := f.locate(offset, field)
	return m.runes + m.astral + 1
}

// LineCount returns how many lines a field has; what stands after the last line
// ending is a line even when it is empty.
func (f *File) LineCount(field Field) int { return len(f.table(field).starts) }

// LineSpan returns the span of a line, counted from 1, with its line ending.
// A line that doesn't exist has an empty span at the end of the field.
func (f *File) LineSpan(line int, field Field) Span {
	starts, size := f.table(field).starts, len(f.Field(field))
	if line < 1 || line > len(starts) {
		return Span{size, size, field}
	}
	end := size
	if line < len(starts) {
		end = starts[line]
	}
	return Span{starts[line-1], end, field}
}

// Line returns the text of a line, counted from 1, with its line ending.
func (f *File) Line(line int, field Field) string { return f.Slice(f.LineSpan(line, field)) }

// Lines returns the first and the last line, from 1, that a span touches. An
// empty span touches the line that it stands on, and a span that ends right
// after a line ending doesn't touch the next line.
func (f *File) Lines(s Span) (first, last int) {
	first = f.Position(s.Start, s.Field).Line
	if s.End <= s.Start {
		return first, first
	}
	return first, f.Position(s.End-1, s.Field).Line
}

// Whole reports whether both ends of a span lie within its field and between
// characters.
func (f *File) Whole(s Span) bool {
	text := f.Field(s.Field)
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		return false
	}
	boundary := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
	return boundary(s.Start) && boundary(s.End)
}
