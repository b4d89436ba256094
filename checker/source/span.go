// Package source owns bytes and positions: it finds the encoding of an input,
// decodes it, and is the only home of lines and columns.
//
// Two coordinate systems exist and never mix, because they are different types:
// a Span counts bytes of a file's text, a Range counts bytes of a document's
// view (the plain text that is read for figures). Only document.View turns the
// one into the other.
package source

// Field names the part of an input that a Span counts bytes of.
type Field uint8

const (
	// FieldText is the file itself, or the "text" of a JSON Lines document.
	FieldText Field = iota
	// FieldTitle is the "title" of a JSON Lines document.
	FieldTitle
)

// Span is a half-open range of bytes [Start, End) of a file's text as File.Text
// holds it: for plain UTF-8 input these are the bytes on disk.
type Span struct {
	Start, End int
	Field      Field
}

// Len returns the number of bytes the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the two spans share at least one byte of one field.
func (s Span) Overlaps(t Span) bool {
	return s.Field == t.Field && s.Start < t.End && t.Start < s.End
}

// Range is a half-open range of bytes [Start, End) of a document's view.
type Range struct {
	Start, End int
}

// Len returns the number of bytes the range covers.
func (r Range) Len() int { return r.End - r.Start }

// Overlaps reports whether the two ranges share at least one byte.
func (r Range) Overlaps(q Range) bool { return r.Start < q.End && q.Start < r.End }

// Contains reports whether q lies wholly inside r.
func (r Range) Contains(q Range) bool { return r.Start <= q.Start && q.End <= r.End }

// Cover returns the smallest range that holds both.
func (r Range) Cover(q Range) Range {
	return Range{min(r.Start, q.Start), max(r.End, q.End)}
}

// Position is a place in a text as people count it: lines and columns from 1,
// columns in characters (Unicode code points).
type Position struct {
	Line, Column int
}
