package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/diff"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/fix"
	"github.com/hegao/hegao/checker/source"
)

// maxEditShown bounds, in bytes, a stretch of copy that is shown with its
// edits; what is longer (a whole block to delete, say) is told by its title.
const maxEditShown = 4000

// change is a stretch of copy before and after some edits.
type change struct {
	span  source.Span
	clip  clip
	after string
}

// copy writes the copy as it stands and, for each fix, as it would read.
func (b *block) copy(f *finding.Finding) {
	var shown []shownFix
	touched := false
	for _, x := range f.Fixes {
		s := shownFix{Fix: x, changes: b.changes(x.Edits)}
		for _, c := range s.changes {
			touched = touched || c.holds(f.Span)
		}
		shown = append(shown, s)
	}
	if !touched {
		b.caret(f.Span)
	}
	last := ""
	for i, s := range shown {
		last = b.fix(f, s, i, last)
	}
}

// shownFix is a fix with the stretches of copy that it changes.
type shownFix struct {
	finding.Fix
	changes []change
}

// fix writes one fix and returns the last line that it showed as it stands. A
// line that has just been shown isn't shown again.
func (b *block) fix(f *finding.Finding, s shownFix, i int, last string) string {
	switch {
	case len(f.Fixes) > 1:
		b.line(indent, b.o.paint(cyan, say(b.lang, msgCandidate, i+1)), "  ", clean(s.Title))
	case s.Grade == finding.Manual || len(s.changes) == 0:
		b.line(indent, b.o.paint(cyan, say(b.lang, msgOption)), "  ", clean(s.Title))
	}
	for _, c := range s.changes {
		before := b.file.Field(c.span.Field)[c.clip.start:c.clip.end]
		ops := b.ops(s.Edits, c, before)
		old, new := b.side(ops, c.clip, diff.Delete), b.side(ops, c.clip, diff.Insert)
		if old != last {
			if !c.holds(f.Span) {
				b.line(indent, b.o.paint(faint, b.within(c.span)))
			}
			b.line(indent, b.o.paint(red, "- "), old)
		}
		b.line(indent, b.o.paint(green, "+ "), new)
		last = old
	}
	return last
}

// longestName is how many characters of words that an edit replaces are shown as
// one; in what is longer the words that stay are found.
const longestName = 24

// ops compares a stretch with what it becomes. A single edit of a few words is
// shown as the edit that it is: a name is one thing, as a figure is.
func (b *block) ops(edits []finding.Edit, c change, before string) []diff.Op {
	if len(edits) != 1 || strings.ContainsAny(edits[0].Text+b.file.Slice(edits[0].Span), "0123456789０１２３４５６７８９") {
		return diff.Inline(before, c.after)
	}
	e := edits[0]
	old := b.file.Slice(e.Span)
	if old == "" || e.Text == "" || utf8.RuneCountInString(old) > longestName || utf8.RuneCountInString(e.Text) > longestName {
		return diff.Inline(before, c.after)
	}
	at := e.Span.Start - c.clip.start
	return []diff.Op{{Kind: diff.Equal, Text: before[:at]}, {Kind: diff.Delete, Text: old}, {Kind: diff.Insert, Text: e.Text},
		{Kind: diff.Equal, Text: before[at+len(old):]}}
}

// holds reports whether a place is shown in the stretch.
func (c *change) holds(s source.Span) bool {
	return c.span.Field == s.Field && c.clip.start <= s.Start && s.End <= c.clip.end
}

// changes returns the stretches of copy that edits change, each with as many of
// the edits as it holds. Edits that can't be carried out aren't shown.
func (b *block) changes(edits []finding.Edit) []change {
	merged, conflicts := fix.Merge(edits)
	if len(conflicts) > 0 {
		return nil
	}
	var out []change
	for len(merged) > 0 {
		n := 1
		span := merged[0].Span
		if !b.file.Whole(span) {
			return nil
		}
		text := b.file.Field(span.Field)
		c := b.clip(text, span)
		for n < len(merged) && merged[n].Span.Field == span.Field && merged[n].Span.Start <= c.end && b.file.Whole(merged[n].Span) {
			span.End = merged[n].Span.End
			c = b.clip(text, span)
			n++
		}
		if c.end-c.start > maxEditShown {
			return nil
		}
		after, err := fix.Apply(text[c.start:c.end], shift(merged[:n], c.start))
		if err != nil {
			return nil
		}
		out = append(out, change{span: span, clip: c, after: after})
		merged = merged[n:]
	}
	return out
}

// clip returns the stretch of copy to compare: a line that fits, else a
// sentence, which may be wrapped once.
func (b *block) clip(text string, s source.Span) clip {
	return newClip(text, s.Start, s.End, b.o.width(), 2*b.o.width())
}

// shift returns edits for the text that begins at an offset.
func shift(edits []finding.Edit, by int) []finding.Edit {
	out := slices.Clone(edits)
	for i := range out {
		out[i].Span.Start -= by
		out[i].Span.End -= by
	}
	return out
}

// marks set off what changed in each side of a diff: by colour, else by the
// signs of a word diff, which also survive where lines are wrapped.
var marks = map[diff.Kind]struct {
	style       style
	open, close string
}{
	diff.Delete: {redMarked, "[-", "-]"},
	diff.Insert: {greenMarked, "{+", "+}"},
}

// side returns one side of a comparison as a line, with what changed marked.
func (b *block) side(ops []diff.Op, c clip, side diff.Kind) string {
	m := marks[side]
	var s strings.Builder
	if c.cutL {
		s.WriteString(ellipsis)
	}
	for i, op := range ops {
		text := clean(op.Text)
		switch {
		case op.Kind == diff.Equal:
			if i == 0 && !c.cutL {
				text = strings.TrimLeft(text, " 　")
			}
			s.WriteString(text)
		case op.Kind != side:
		case b.o.Color:
			s.WriteString(b.o.paint(m.style, text))
		default:
			s.WriteString(m.open + text + m.close)
		}
	}
	if c.cutR {
		s.WriteString(ellipsis)
	}
	return s.String()
}

// caret writes the line of a place with carets under the place. The line is
// short enough not to be wrapped, for carets under a wrapped line mislead.
func (b *block) caret(s source.Span) {
	text := b.file.Field(s.Field)
	if !b.file.Whole(s) || strings.TrimSpace(text) == "" {
		return
	}
	room := b.o.width() - 2*len(indent)
	end := s.End
	if i := strings.IndexAny(text[s.Start:end], "\r\n"); i > 0 {
		end = s.Start + i
	}
	if end-s.Start > clipReach {
		end = s.Start // too long to underline: its beginning is shown
	}
	c := newClip(text, s.Start, end, room, room-2*width(ellipsis))
	before := clean(text[c.start:s.Start])
	if c.cutL {
		before = ellipsis + before
	} else {
		before = strings.TrimLeft(before, " 　")
	}
	place := shorten(clean(text[s.Start:end]), max(room-width(before)-1, 2))
	after := clean(text[end:c.end])
	if c.cutR {
		after += ellipsis
	}
	b.line(indent, indent, before, b.o.paint(yellowBold, place), after)
	b.line(indent, indent, strings.Repeat(" ", width(before)), b.o.paint(yellowBold, strings.Repeat("^", max(1, width(place)))))
}
