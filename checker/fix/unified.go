package fix

import (
	"bytes"
	"slices"
	"strconv"
)

// Change replaces the bytes [Start, End) of a file as it is on disk. Unlike an
// edit it knows nothing of the file's encoding.
type Change struct {
	Start, End int
	Text       []byte
}

// UnifiedChanges returns the unified diff that carries out the changes, which
// must be sorted, disjoint and in bounds, with as many unchanged lines around
// each as context says. It works in one pass and compares nothing but the lines
// that change, so that its hunks are exact for a file of any size. Changes that
// change nothing yield no hunk; without hunks the result is empty.
//
// Lines end at "\n" and keep their bytes: a "\r" before it is part of the line,
// as git treats it.
func UnifiedChanges(oldName, newName string, old []byte, changes []Change, context int) []byte {
	w := hunkWriter{old: old, context: max(context, 0)}
	for len(changes) > 0 {
		n := groupLength(old, changes)
		w.add(replaceLines(old, changes[:n]))
		changes = changes[n:]
	}
	return w.finish(oldName, newName)
}

// groupLength returns how many of the changes touch one run of lines.
func groupLength(old []byte, changes []Change) int {
	n := 1
	for n < len(changes) && bytes.IndexByte(old[changes[n-1].End:changes[n].Start], '\n') < 0 {
		n++
	}
	return n
}

// lineChange replaces the lines of old[start:end], whole lines both before and
// after.
type lineChange struct {
	start, end int
	text       []byte
}

// replaceLines widens changes to whole lines.
func replaceLines(old []byte, changes []Change) lineChange {
	first, last := changes[0], changes[len(changes)-1]
	c := lineChange{start: bytes.LastIndexByte(old[:first.Start], '\n') + 1, end: len(old)}
	// The line at the end of the change is taken in whole: the change may have
	// removed the line break before it.
	if i := bytes.IndexByte(old[last.End:], '\n'); i >= 0 {
		c.end = last.End + i + 1
	}
	done := c.start
	for _, ch := range changes {
		c.text = append(append(c.text, old[done:ch.Start]...), ch.Text...)
		done = ch.End
	}
	c.text = append(c.text, old[done:c.end]...)
	return c.trim(old)
}

// trim drops the lines that are the same on both sides from both ends.
func (c lineChange) trim(old []byte) lineChange {
	for c.start < c.end {
		line := firstLine(old[c.start:c.end])
		if !bytes.Equal(line, firstLine(c.text)) {
			break
		}
		c.start += len(line)
		c.text = c.text[len(line):]
	}
	for c.start < c.end && len(c.text) > 0 {
		line := lastLine(old[c.start:c.end])
		if !bytes.Equal(line, lastLine(c.text)) {
			break
		}
		c.end -= len(line)
		c.text = c.text[:len(c.text)-len(line)]
	}
	return c
}

// firstLine returns the first line of b with its line break.
func firstLine(b []byte) []byte {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		return b[:i+1]
	}
	return b
}

// lastLine returns the last line of b with its line break, if it has one.
func lastLine(b []byte) []byte {
	if len(b) == 0 {
		return b
	}
	return b[bytes.LastIndexByte(b[:len(b)-1], '\n')+1:]
}

// hunkWriter writes hunks as their changes come in, from the top of the file.
// Its offsets only move forward.
type hunkWriter struct {
	old     []byte
	context int
	out     []byte

	at      int // offset in old up to which lines are counted
	line    int // number of lines before at
	delta   int // lines that the hunks so far have added
	pending hunk
	open    bool
}

// hunk is a hunk in the making.
type hunk struct {
	body               []byte
	start              int // lines of old before the hunk
	oldCount, newCount int
	tail               int // offset in old just after the last change
}

func (w *hunkWriter) add(c lineChange) {
	if c.start == c.end && len(c.text) == 0 {
		return
	}
	if w.open && w.gapFits(c.start) {
		w.pending.context(w.old[w.pending.tail:c.start])
	} else {
		w.flush()
		w.begin(c.start)
	}
	h := &w.pending
	h.lines('-', w.old[c.start:c.end], &h.oldCount)
	h.lines('+', c.text, &h.newCount)
	h.tail = c.end
}

// gapFits reports whether the lines up to offset start are few enough to be
// the context of both the changes before and after them.
func (w *hunkWriter) gapFits(start int) bool {
	gap := w.old[w.pending.tail:start]
	for range 2 * w.context {
		if len(gap) == 0 {
			return true
		}
		gap = gap[len(firstLine(gap)):]
	}
	return len(gap) == 0
}

// begin opens a hunk whose first change is at offset start.
func (w *hunkWriter) begin(start int) {
	w.line += bytes.Count(w.old[w.at:start], []byte{'\n'})
	w.at = start
	from := start
	lines := 0
	for ; lines < w.context && from > 0; lines++ {
		from -= len(lastLine(w.old[:from]))
	}
	w.pending = hunk{start: w.line - lines, tail: start}
	w.open = true
	w.pending.context(w.old[from:start])
}

// flush closes the open hunk.
func (w *hunkWriter) flush() {
	if !w.open {
		return
	}
	h := &w.pending
	rest := w.old[h.tail:]
	end := 0
	for range w.context {
		end += len(firstLine(rest[end:]))
	}
	h.context(rest[:end])
	w.out = append(w.out, "@@ -"...)
	w.out = appendRange(w.out, h.start, h.oldCount)
	w.out = append(w.out, " +"...)
	w.out = appendRange(w.out, h.start+w.delta, h.newCount)
	w.out = append(w.out, " @@\n"...)
	w.out = append(w.out, h.body...)
	w.delta += h.newCount - h.oldCount
	w.open = false
}

func (w *hunkWriter) finish(oldName, newName string) []byte {
	w.flush()
	if len(w.out) == 0 {
		return nil
	}
	return slices.Concat(header(oldName, newName), w.out)
}

// appendRange writes a range of lines as diff counts them: from 1, a count of
// 1 left unsaid, and for no lines at all the line before them.
func appendRange(b []byte, before, count int) []byte {
	if count > 0 {
		before++
	}
	b = strconv.AppendInt(b, int64(before), 10)
	if count != 1 {
		b = append(b, ',')
		b = strconv.AppendInt(b, int64(count), 10)
	}
	return b
}

func (h *hunk) context(text []byte) {
	n := 0
	h.lines(' ', text, &n)
	h.oldCount += n
	h.newCount += n
}

// lines writes the lines of text behind a mark and adds their number to count.
func (h *hunk) lines(mark byte, text []byte, count *int) {
	for len(text) > 0 {
		line := firstLine(text)
		h.body = append(append(h.body, mark), line...)
		if line[len(line)-1] != '\n' {
			h.body = append(h.body, "\n\\ No newline at end of file\n"...)
		}
		*count++
		text = text[len(line):]
	}
}
