package report

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/diff"
)

// clipReach is how many bytes of a line are looked at, at most, on either side
// of a place; less where less may be shown.
const clipReach = 1600

// reach returns how many bytes may be shown on either side of a place in so many
// columns. A character takes at most four bytes and, but for marks on letters
// and the like, at least one column; a Han character takes three bytes and two
// columns.
func reach(columns int) int { return min(clipReach, 2*columns+64) }

// clip is a stretch of one field of a file that is shown around a place.
type clip struct {
	start, end int  // bytes of the field
	cutL, cutR bool // words of the same line were left out before or behind it
}

// newClip returns the line around text[start:end] when it takes no more columns
// than short; else the sentence, or as many whole clauses of it, or at least
// tokens, as fit into limit. The place itself is always shown whole.
func newClip(text string, start, end, short, limit int) clip {
	line := lineAround(text, start, end, reach(max(short, limit)))
	if !line.cutL && !line.cutR && width(text[line.start:line.end]) <= min(short, limit) {
		return line
	}
	s := sentenceAround(text[:line.end], line.start, start, end)
	if width(text[s.start:s.end]) > limit {
		pieces := cutAfter(text, s.start, s.end, endsClause)
		s = grow(text, pieces, cover(pieces, start, end), limit)
	}
	if width(text[s.start:s.end]) > limit {
		s = grow(text, cutTokens(text, s.start, start, end, s.end), clip{start: start, end: end}, limit)
	}
	return s.trim(text, line)
}

// lineAround returns the line of a place without its break, no farther than reach
// on either side; cutL and cutR say that it goes on.
func lineAround(text string, start, end, reach int) clip {
	from, to := max(0, start-reach), min(len(text), end+reach)
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

// sentenceAround returns the sentences that hold a place, of text[from:]. It
// looks no farther from the place than they reach.
func sentenceAround(text string, from, start, end int) clip {
	s := clip{start: from, end: len(text)}
	ahead := start // from here on the end is looked for
	for at := start; at > from; {
		r, size := utf8.DecodeLastRuneInString(text[from:at])
		if closesAt(text, at, r, endsSentence) {
			behind := skipClosing(text, at)
			if behind <= start {
				s.start = behind
				break
			}
			ahead = behind // the place is one of the marks that close with it
		}
		at -= size
	}
	if ahead > start && ahead >= end {
		s.end = ahead
		return s
	}
	for at := ahead; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		if !closesAt(text, at, r, endsSentence) {
			continue
		}
		if at = skipClosing(text, at); at >= end {
			s.end = at
			break
		}
	}
	return s
}

// cutAfter cuts text[start:end] behind the characters that close a piece, and
// the quotation marks after them.
func cutAfter(text string, start, end int, closes func(r, next rune) bool) []clip {
	text = text[:end]
	var out []clip
	from := start
	for at := start; at < end; {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		if !closesAt(text, at, r, closes) {
			continue
		}
		at = skipClosing(text, at)
		out = append(out, clip{start: from, end: at})
		from = at
	}
	if from < end || len(out) == 0 {
		out = append(out, clip{start: from, end: end})
	}
	return out
}

// closesAt reports whether r, which stands right before a place, closes a piece
// there. Letters and Han characters are dismissed at a glance.
func closesAt(text string, at int, r rune, closes func(r, next rune) bool) bool {
	if r >= 0x3400 && r < 0xE000 || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[at:])
	return closes(r, next)
}

// skipClosing returns the place behind the quotation marks and brackets that
// close at a place.
func skipClosing(text string, at int) int {
	for at < len(text) {
		q, size := utf8.DecodeRuneInString(text[at:])
		if !strings.ContainsRune("”’」』）)》\"", q) {
			break
		}
		at += size
	}
	return at
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
