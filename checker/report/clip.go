package report

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/diff"
)

// clipReach is how many bytes of a line are looked at on either side of a
// place: more than is ever shown, and little enough for a line of any length.
const clipReach = 1600

// clip is a stretch of one field of a file that is shown around a place.
type clip struct {
	start, end int  // bytes of the field
	cutL, cutR bool // words of the same line were left out before or behind it
}

// newClip returns the line around text[start:end] when it takes no more columns
// than short; else the sentence, or as many whole clauses of it, or at least
// tokens, as fit into limit. The place itself is always shown whole.
func newClip(text string, start, end, short, limit int) clip {
	line := lineAround(text, start, end)
	if !line.cutL && !line.cutR && width(text[line.start:line.end]) <= min(short, limit) {
		return line
	}
	pieces := cutAfter(text, line.start, line.end, endsSentence)
	s := cover(pieces, start, end)
	if width(text[s.start:s.end]) > limit {
		pieces = cutAfter(text, s.start, s.end, endsClause)
		s = grow(text, pieces, cover(pieces, start, end), limit)
	}
	if width(text[s.start:s.end]) > limit {
		s = grow(text, cutTokens(text, s.start, start, end, s.end), clip{start: start, end: end}, limit)
	}
	return s.trim(text, line)
}

// lineAround returns the line of a place without its break, as far as it is
// looked at; cutL and cutR say that it goes on.
func lineAround(text string, start, end int) clip {
	from, to := max(0, start-clipReach), min(len(text), end+clipReach)
	for from > 0 && from < start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to > end && to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	c := clip{start: from, end: to, cutL: from > 0, cutR: to < len(text)}
	if i := strings.LastIndexAny(text[from:start], "\r\n"); i >= 0 {
		c.start, c.cutL = from+i+1, false
	}
	if i := strings.IndexAny(text[end:to], "\r\n"); i >= 0 {
		c.end, c.cutR = end+i, false
	}
	if c.start == 0 && strings.HasPrefix(text, "\ufeff") && start > 0 {
		c.start = min(len("\ufeff"), start)
	}
	return c
}

// cutAfter cuts text[start:end] behind the characters that close a piece, and
// the quotation marks after them.
func cutAfter(text string, start, end int, closes func(r, next rune) bool) []clip {
	var out []clip
	from := start
	for at := start; at < end; {
		r, size := utf8.DecodeRuneInString(text[at:end])
		at += size
		next, _ := utf8.DecodeRuneInString(text[at:end])
		if !closes(r, next) {
			continue
		}
		for at < end {
			q, size := utf8.DecodeRuneInString(text[at:end])
			if !strings.ContainsRune("”’」』）)》\"", q) {
				break
			}
			at += size
		}
		out = append(out, clip{start: from, end: at})
		from = at
	}
	if from < end || len(out) == 0 {
		out = append(out, clip{start: from, end: end})
	}
	return out
}

// endsSentence reports whether r, followed by next, closes a sentence. An
// English full stop does so before a blank only: 12.4 goes on.
func endsSentence(r, next rune) bool {
	return strings.ContainsRune("。！？；", r) || strings.ContainsRune(".!?;", r) && next == ' '
}

func endsClause(r, next rune) bool {
	return strings.ContainsRune("，：、", r) || strings.ContainsRune(",:", r) && next == ' ' || endsSentence(r, next)
}

// cutTokens cuts what stands before and behind a place into tokens, and keeps
// the place itself in one piece.
func cutTokens(text string, from, start, end, to int) []clip {
	var out []clip
	add := func(at int, tokens []string) {
		for _, t := range tokens {
			out = append(out, clip{start: at, end: at + len(t)})
			at += len(t)
		}
	}
	add(from, diff.Tokens(text[from:start]))
	out = append(out, clip{start: start, end: end})
	add(end, diff.Tokens(text[end:to]))
	return out
}

// cover returns the pieces that hold a place, as one.
func cover(pieces []clip, start, end int) clip {
	out := clip{start: start, end: end}
	for _, p := range pieces {
		if p.end > start && p.start <= start {
			out.start = min(out.start, p.start)
		}
		if p.end >= end && p.start < max(end, start+1) {
			out.end = max(out.end, p.end)
			break
		}
	}
	return out
}

// grow adds pieces before and behind c in turn for as long as all of it fits.
func grow(text string, pieces []clip, c clip, limit int) clip {
	left, right := 0, len(pieces)
	for i, p := range pieces {
		if p.end <= c.start {
			left = i + 1
		}
		if p.start >= c.end && p.end > c.end && i < right {
			right = i
		}
	}
	room := limit - width(text[c.start:c.end])
	for more := true; more; {
		more = false
		if left > 0 {
			if w := width(text[pieces[left-1].start:c.start]); w <= room {
				left--
				c.start, room, more = pieces[left].start, room-w, true
			}
		}
		if right < len(pieces) {
			if w := width(text[c.end:pieces[right].end]); w <= room {
				c.end, room, more = pieces[right].end, room-w, true
				right++
			}
		}
	}
	return c
}

// trim notes what of the line is left out.
func (c clip) trim(text string, line clip) clip {
	c.cutL = line.cutL || strings.TrimSpace(text[line.start:c.start]) != ""
	c.cutR = line.cutR || strings.TrimSpace(text[c.end:line.end]) != ""
	return c
}
