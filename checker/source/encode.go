package source

import (
	"sort"
)

// Encode returns the bytes that hold text, the new content of the whole file,
// in the file's encoding on disk, with the byte order mark that the file has.
// What text has in common with File.Text at its beginning and end keeps its
// bytes. A character that the encoding lacks gives an *UnencodableError.
func (f *File) Encode(text string) ([]byte, error) {
	if f.disk == nil {
		return []byte(text), nil
	}
	head, tail := common(f.Text, text)
	middle, err := f.EncodeFragment(text[head : len(text)-tail])
	if err != nil {
		return nil, err
	}
	start, end := f.DiskSpan(Span{Start: head, End: len(f.Text) - tail})
	out := make([]byte, 0, len(f.disk)+len(middle))
	out = append(out, f.disk[:start]...)
	out = append(out, middle...)
	return append(out, f.disk[end:]...), nil
}

// EncodeFragment returns the bytes of a piece of text in the file's encoding,
// without a byte order mark: what an edit puts in place of DiskSpan's bytes.
func (f *File) EncodeFragment(text string) ([]byte, error) {
	c, ok := codecs[f.Encoding]
	if !ok {
		return []byte(text), nil
	}
	out, bad, ok := c.encode(text)
	if !ok {
		return nil, &UnencodableError{Path: f.Path, Encoding: f.Encoding, Char: bad}
	}
	return out, nil
}

// common returns how many bytes a and b have in common at the beginning and,
// in what is left, at the end, both cut back to whole characters.
func common(a, b string) (head, tail int) {
	n := min(len(a), len(b))
	for head < n && a[head] == b[head] {
		head++
	}
	for head > 0 && (head < len(a) && continues(a[head]) || head < len(b) && continues(b[head])) {
		head--
	}
	for tail < n-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	for tail > 0 && continues(a[len(a)-tail]) {
		tail--
	}
	return head, tail
}

// continues reports whether c is a byte inside a UTF-8 sequence.
func continues(c byte) bool { return c&0xC0 == 0x80 }

// unitTable marks, every few kilobytes of text, where a code begins on disk.
type unitTable struct {
	text, disk []int
}

// unitStep is how many bytes of text at least lie between two marks.
const unitStep = 4096

// DiskSpan returns the offsets on disk of the bytes that span s of File.Text
// was decoded from. A span that begins or ends inside a character is widened to
// hold it. Spans of other fields have no place on disk; their offsets are
// returned as they are.
func (f *File) DiskSpan(s Span) (start, end int) {
	if f.disk == nil || s.Field != FieldText {
		return s.Start, s.End
	}
	start, _ = f.diskOffset(s.Start)
	end, after := f.diskOffset(s.End)
	return start, max(start, after, end)
}

// diskOffset returns where the character at a text offset begins on disk, and,
// when the offset lies inside the character, where it ends; else where it
// begins once more.
func (f *File) diskOffset(offset int) (begin, end int) {
	t := f.units.Load()
	if t == nil {
		t = f.buildUnits()
		f.units.Store(t)
	}
	i := max(0, sort.SearchInts(t.text, offset+1)-1)
	text, disk := t.text[i], t.disk[i]
	unit := codecs[f.Encoding].unit
	for text < offset && text < len(f.Text) && disk < len(f.disk) {
		n, size := unit(f.disk[disk:], f.Text[text:])
		if text+size > offset {
			return disk, disk + n
		}
		text, disk = text+size, disk+n
	}
	return disk, disk
}

func (f *File) buildUnits() *unitTable {
	t := &unitTable{text: []int{0}, disk: []int{f.bom}}
	unit := codecs[f.Encoding].unit
	for text, disk, next := 0, f.bom, unitStep; text < len(f.Text) && disk < len(f.disk); {
		n, size := unit(f.disk[disk:], f.Text[text:])
		text, disk = text+size, disk+n
		if text >= next {
			t.text, t.disk, next = append(t.text, text), append(t.disk, disk), text+unitStep
		}
	}
	return t
}
