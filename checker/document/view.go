package document

import (
	"sort"

	"github.com/hegao/hegao/checker/source"
)

// View is the plain text of a document in reading order. Every byte of it
// comes from a known place of the file, but for the line breaks that separate
// blocks.
type View struct {
	Text string
	segs []segment
}

// segment says that the view's bytes from view on are the file's bytes from
// file on, as far as the next segment.
type segment struct {
	view, file int
	field      source.Field
}

// Builder puts a view together from pieces of a file.
type Builder struct {
	buf  []byte
	segs []segment
}

// Len returns the length of the view so far, in bytes.
func (b *Builder) Len() int { return len(b.buf) }

// Add appends text, which stands at offset file of the given field.
func (b *Builder) Add(text string, file int, field source.Field) {
	if text == "" {
		return
	}
	if n := len(b.segs); n == 0 || b.segs[n-1].field != field || b.segs[n-1].file+(len(b.buf)-b.segs[n-1].view) != file {
		b.segs = append(b.segs, segment{len(b.buf), file, field})
	}
	b.buf = append(b.buf, text...)
}

// View returns what was built.
func (b *Builder) View() View { return View{Text: string(b.buf), segs: b.segs} }

// IdentityView returns the view of a text that is read just as it stands.
func IdentityView(text string) View {
	return View{Text: text, segs: []segment{{0, 0, source.FieldText}}}
}

// Span returns where a range of the view stands in the file. A range that runs
// over a joint of the layout yields the span of its first part, so that an
// edit never swallows what stands between the parts.
func (v *View) Span(r source.Range) source.Span {
	if len(v.segs) == 0 {
		return source.Span{}
	}
	i := sort.Search(len(v.segs), func(i int) bool { return v.segs[i].view > r.Start }) - 1
	if i < 0 {
		i = 0
	}
	s := v.segs[i]
	start := s.file + (r.Start - s.view)
	end := r.End
	// Follow the parts for as long as they are one run of the file.
	for j := i + 1; j < len(v.segs) && v.segs[j].view < r.End; j++ {
		n := v.segs[j]
		if n.field != s.field || n.file < s.file {
			end = n.view
			break
		}
		if gap := n.file - (s.file + n.view - s.view); gap > maxInlineGap {
			end = n.view
			break
		}
	}
	k := sort.Search(len(v.segs), func(i int) bool { return v.segs[i].view >= end }) - 1
	if k < i {
		k = i
	}
	e := v.segs[k]
	return source.Span{Start: start, End: max(start, e.file+(end-e.view)), Field: s.field}
}

// maxInlineGap is how many bytes of markup (emphasis marks, a link's address)
// may stand inside what is still one run of words.
const maxInlineGap = 400
