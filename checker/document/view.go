package document

import (
	"sort"
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// View is the plain text of a document in reading order. Every byte of it
// comes from a known place of the file, but for line breaks and joints that the
// reader put in.
type View struct {
	Text string
	segs []segment // sorted by view; the first begins at 0
}

// segment says where the view's bytes from view on, as far as the next segment,
// come from: [file, fileEnd) of a field.
type segment struct {
	view, file, fileEnd int
	field               source.Field
	origin              origin
	joint               bool // the layout, not markup, parts it from what stands before
}

// origin says how a segment's text came about.
type origin uint8

const (
	copied  origin = iota // byte for byte
	decoded               // an entity or escape: only the whole of it maps back
	added                 // a line break that the file doesn't have; no bytes in the file
)

// Builder puts a view together from pieces of a file.
type Builder struct {
	text  strings.Builder
	segs  []segment
	joint bool
}

// Grow makes room for n more bytes of view.
func (b *Builder) Grow(n int) { b.text.Grow(n) }

// Len returns the length of the view so far, in bytes.
func (b *Builder) Len() int { return b.text.Len() }

// Add appends text, which stands at offset file of the given field.
func (b *Builder) Add(text string, file int, field source.Field) {
	if text == "" {
		return
	}
	if n := len(b.segs); n > 0 && !b.joint {
		if last := &b.segs[n-1]; last.origin == copied && last.field == field && last.fileEnd == file {
			last.fileEnd += len(text)
			b.text.WriteString(text)
			return
		}
	}
	b.push(text, segment{file: file, fileEnd: file + len(text), field: field})
}

// AddDecoded appends what the bytes [file, fileEnd) of the field stand for,
// such as the character of an entity.
func (b *Builder) AddDecoded(text string, file, fileEnd int, field source.Field) {
	b.push(text, segment{file: file, fileEnd: fileEnd, field: field, origin: decoded})
}

// AddBreak appends text that the file doesn't have at that place, such as the
// line break between two cells of a table; it stands for the empty span there.
func (b *Builder) AddBreak(text string, file int, field source.Field) {
	b.push(text, segment{file: file, fileEnd: file, field: field, origin: added})
}

// Joint says that the layout parts what comes next from what came before: no
// span of the file runs over it.
func (b *Builder) Joint() { b.joint = true }

func (b *Builder) push(text string, s segment) {
	if text == "" {
		return
	}
	s.view, s.joint, b.joint = b.text.Len(), b.joint, false
	b.segs = append(b.segs, s)
	b.text.WriteString(text)
}

// View returns what was built.
func (b *Builder) View() View { return View{Text: b.text.String(), segs: b.segs} }

// IdentityView returns the view of a text that is read just as it stands.
func IdentityView(text string) View {
	return View{Text: text, segs: []segment{{fileEnd: len(text)}}}
}

// Span returns where a range of the view stands in the file. A range that runs
// over a joint of the layout yields the span of its first part, so that an
// edit never swallows what stands between the parts; markup inside a run of
// words (emphasis marks, a link's address) is part of the span.
func (v *View) Span(r source.Range) source.Span {
	span, _ := v.part(r)
	return span
}

// Spans returns where all of a range of the view stands in the file: one span
// for each part that the layout holds together, in reading order.
func (v *View) Spans(r source.Range) []source.Span {
	var spans []source.Span
	for {
		span, end := v.part(r)
		spans = append(spans, span)
		if end >= r.End || end <= r.Start {
			return spans
		}
		r.Start = end
	}
}

// part returns the span of the first part of r, and where in the view that
// part ends.
func (v *View) part(r source.Range) (source.Span, int) {
	if len(v.segs) == 0 {
		return source.Span{}, r.End
	}
	r.Start = max(0, min(r.Start, len(v.Text)))
	r.End = max(r.Start, min(r.End, len(v.Text)))
	i := v.find(r.Start)
	// What the reader put in has no bytes: begin with the first text after it.
	for v.segs[i].origin == added && i+1 < len(v.segs) && v.segs[i+1].view < r.End {
		i++
		r.Start = v.segs[i].view
	}
	first := v.segs[i]
	span := source.Span{Start: first.start(r.Start), Field: first.field}
	span.End = span.Start
	if r.Len() > 0 {
		span.End = first.end(min(r.End, v.next(i)))
	}
	for j := i + 1; j < len(v.segs) && v.segs[j].view < r.End; j++ {
		s := v.segs[j]
		if s.joint || s.field != first.field || s.file < span.End || s.file-span.End > maxInlineGap {
			return span, s.view
		}
		if s.origin != added {
			span.End = s.end(min(r.End, v.next(j)))
		}
	}
	return span, r.End
}

// Piece is a stretch of the view that comes from one place of the file. Copied
// says that its text is the bytes of its span; else only the whole of it stands
// for the span, as the character of an entity does.
type Piece struct {
	Text   string
	Span   source.Span
	Copied bool
}

// Pieces returns a range of the view in the pieces that it was put together
// from. Their texts joined are the range's.
func (v *View) Pieces(r source.Range) []Piece {
	var out []Piece
	if len(v.segs) == 0 || r.Len() <= 0 {
		return nil
	}
	for i := v.find(r.Start); i < len(v.segs) && v.segs[i].view < r.End; i++ {
		s := v.segs[i]
		from, to := max(r.Start, s.view), min(r.End, v.next(i))
		if from >= to {
			continue
		}
		out = append(out, Piece{v.Text[from:to], source.Span{Start: s.start(from), End: s.end(to), Field: s.field}, s.origin == copied})
	}
	return out
}

// find returns the index of the segment that holds a view offset.
func (v *View) find(offset int) int {
	return max(0, sort.Search(len(v.segs), func(i int) bool { return v.segs[i].view > offset })-1)
}

// next returns where in the view the segment after segs[i] begins.
func (v *View) next(i int) int {
	if i+1 < len(v.segs) {
		return v.segs[i+1].view
	}
	return len(v.Text)
}

// start maps a view offset inside the segment to the file, as a range's start.
func (s segment) start(offset int) int {
	if s.origin == copied {
		return s.file + offset - s.view
	}
	return s.file
}

// end maps a view offset inside or at the end of the segment to the file, as a
// range's end.
func (s segment) end(offset int) int {
	if s.origin == copied {
		return s.file + offset - s.view
	}
	return s.fileEnd
}

// maxInlineGap is how many bytes of markup (emphasis marks, a link's address)
// may stand inside what is still one run of words.
const maxInlineGap = 400
