package quantity

import (
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// readEnglishOrdinal settles what an ordinal ranks and returns the offset
// behind it, or the start where it isn't a figure: a date, a period, a street.
func (q *Quantity) readEnglishOrdinal(text string, at int, n *english) int {
	before, after := prevWord(text, at), nextWord(text, n.end)
	q.Kind = Ordinal
	end := n.end
	hyphen := end < len(text) && text[end] == '-'
	if hyphen {
		after = text[end+1 : skipWord(text, end+1)]
	}
	switch {
	case q.Negative:
		return at
	case n.form == ranked:
		if isAddress(text, end) {
			return at
		}
		q.Kind = Rank
		q.Range.Start = at
	case maskEnd(text, at) > n.end, isMonth(before), isMonth(after), after == "of" && isMonth(nextWord(text, skipWord(text, skipSpace(text, end)))):
		return at
	case wordRole(after, "period-word"), wordRole(after, "name-after") && (n.arabic || after[0] <= 'Z'):
		return at
	case wordRole(after, "rank-word"):
		q.Kind = Rank
		e := skipWord(text, skipSpace(text, end))
		if hyphen {
			e = skipWord(text, end+1)
		}
		q.UnitRange = source.Range{Start: end, End: e}
		end = e
	case wordRole(after, "place-word"), wordRole(before, "rank-lead"):
		q.Kind = Rank
	case hyphen, n.words && nextIsDigit(text, end):
		return at
	case wordRole(after, "edition-word"), n.arabic && n.lo.Cmp(Int(1)) > 0 && isTitle(text, end):
		q.Kind = Edition
	case n.words && n.lo.Cmp(Int(1)) == 0 && !ordinalLeads(text, at, before):
		return at
	case n.words && n.lo.Cmp(Int(2)) == 0 && before == "a":
		return at
	}
	q.Range.End = end
	q.Printed = Exactly(q.Value)
	q.Set = q.Printed
	return end
}

// isAddress reports whether the name of a street stands behind a number: No. 10
// Downing Street.
func isAddress(text string, at int) bool {
	for range 3 {
		i := skipSpace(text, at)
		e := skipWord(text, i)
		if i == at || e == i || text[i] > 'Z' {
			return false
		}
		if wordRole(text[i:e], "street") {
			return plainNoun(text, skipSpace(text, e)) == 0 // 500 Wall Street traders
		}
		at = e
	}
	return false
}

// ordinalLeads reports whether "first" counts something here and isn't an
// adverb.
func ordinalLeads(text string, at int, before string) bool {
	switch before {
	case "the", "The", "its", "his", "her", "their", "a":
		return true
	}
	return at == 0
}

// joinEnglish reads the right end of a range behind a quantity, or the other
// side of a score, and returns both as one.
func joinEnglish(text string, q Quantity, end int) (Quantity, int, bool) {
	if q.Kind == Rank || q.Kind == Ordinal || q.Kind == Edition || q.Kind == Multiple || q.Post != None || q.Kind == Fraction && q.Number.End != q.Range.End {
		return q, end, true
	}
	j, mark := englishMark(text, end, &q)
	if j == end {
		return joinBounds(text, q, end)
	}
	h, e, ok := readEnglishRight(text, j, mark)
	if !ok {
		if mark == dash && isYear(text, q.Number.Start, q.Number.End) {
			return q, q.Range.Start, false
		}
		return q, end, true
	}
	if q.Kind == Age && h.Kind == Number && h.Unit == "" {
		h.Kind, h.Unit = Age, q.Unit // aged 16 to 64
	}
	if mark == dash && isScore(text, &q, &h) || mark == to && h.Value.Cmp(q.Value) <= 0 && votesNear(text, q.Range.Start) && isScore(text, &q, &h) {
		lo, hi := q, h
		q.Kind, q.Low, q.High = Score, &lo, &hi
		q.Range.End, q.Number.End = e, h.Number.End
		q.Printed = Exactly(q.Value)
		q.Set = q.Printed
		return q, e, true
	}
	if mark == to && !q.staysRange(text, &h) || h.Negative && !q.Negative {
		return q, end, true
	}
	if h.Kind == Money && q.Kind == Money && q.Unit == h.Unit && q.Scale == 0 && h.Scale > 0 && q.Value.Cmp(Int(1000)) < 0 {
		q.rescale(h.Scale) // $26-$31 million
	}
	if q.Kind == Money && strings.HasPrefix(h.Unit, q.Unit+"/") {
		q.Unit = h.Unit // between 5.75 dlrs and 6.25 dlrs a share
	}
	r, ok := join(text, &q, &h)
	if !ok || r.High.Value.Abs().Cmp(r.Low.Value.Abs()) < 0 {
		return q, end, true
	}
	r.After, r.Post = h.After, h.Post
	return r, e, true
}

// The marks that join two ends.
const (
	dash = iota
	to
	and
)

// englishMark returns the offset behind what may join a quantity with the right
// end of a range, and which mark it is; the place itself where there is none.
func englishMark(text string, at int, q *Quantity) (int, int) {
	i := skipSpace(text, at)
	if runeByte(text, i) == '-' && i == at && followedBy(text, at+1, "to") {
		return skipSpace(text, skipSpace(text, at+1)+len("to")), to // 16- to 24-year-olds
	}
	r, w := runeAt(text, i)
	switch r {
	case '-', '–', '—', '~', '−', '‑':
		j := skipSpace(text, i+w)
		if i > at && (j == i+w || q.UnitRange.Len() == 0) || i == at && j > i+w {
			return at, dash
		}
		return j, dash
	}
	if r == '/' && i == at && slashRange(text, q.Number.Start, at) {
		return at + 1, dash
	}
	switch {
	case followedBy(text, at, "to"):
		return skipSpace(text, i+len("to")), to
	case followedBy(text, at, "and") && wordRole(prevWord(text, q.Range.Start), "between"):
		return skipSpace(text, i+len("and")), and
	case followedBy(text, at, "and") && wordRole(prevWord(text, q.Range.Start), "range-from"):
		return skipSpace(text, i+len("and")), to
	}
	return at, dash
}

// readEnglishRight reads the right end, which may stand right behind a dash.
func readEnglishRight(text string, at, mark int) (q Quantity, end int, ok bool) {
	if mark != dash {
		return readEnglishOne(text, at)
	}
	if !isDigit(runeByte(text, at)) && runeByte(text, at) < 0x80 && isLatin(runeByte(text, at)) {
		if s, _ := numeralWord(text, at); s.Code != "digit" && s.Code != "teen" && s.Code != "tens" {
			return q, at, false
		}
	}
	// The dash makes what follows look glued; read it as if it began the text.
	q, end, ok = readEnglishOne(text[at:], 0)
	q.shift(at)
	return q, end + at, ok
}

func runeByte(text string, at int) byte {
	if at < len(text) {
		return text[at]
	}
	return 0
}

// shift moves the ranges of a quantity to the right.
func (q *Quantity) shift(by int) {
	for _, r := range []*source.Range{&q.Range, &q.Number, &q.Before, &q.After, &q.UnitRange} {
		if r.Len() > 0 || r.Start > 0 {
			r.Start, r.End = r.Start+by, r.End+by
		}
	}
	if q.Range.Start == 0 && by > 0 && q.Range.End <= by {
		q.Range.Start += by
	}
}

// isScore reports whether two whole numbers joined by a dash are a score or a
// vote: they fall, or a word of winning or voting stands before.
func isScore(text string, a, b *Quantity) bool {
	if a.Kind != Number || b.Kind != Number || !a.plain() || !b.plain() || a.Unit != "" || b.Unit != "" || a.Value.Cmp(Int(999)) > 0 || b.Value.Cmp(Int(999)) > 0 {
		return false
	}
	if b.Value.Cmp(a.Value) <= 0 {
		return true
	}
	return wordRole(prevWord(text, a.Range.Start), "score-lead")
}

// votesNear reports whether one of the three words before a place is of a vote
// or of winning: the vote was 21 to 19, won by 3 to 1.
func votesNear(text string, at int) bool {
	for range 3 {
		w := prevWord(text, at)
		if w == "" {
			return false
		}
		if wordRole(w, "score-lead") {
			return true
		}
		at = skipBack(text, at) - len(w)
	}
	return false
}

// plain reports whether a number is a small whole one in digits.
func (q *Quantity) plain() bool { return q.Decimals == 0 && q.Scale == 0 && !q.Grouped && !q.Negative }

// staysRange reports whether "A to B" is a range and not a change: after from
// it is one only where a word such as ranging leads, and after a verb of change
// only where the two share the unit of the right one.
func (q *Quantity) staysRange(text string, h *Quantity) bool {
	before := prevWord(text, q.Range.Start)
	if wordRole(before, "range-from") {
		i := q.Range.Start - len(before) - 1
		lead := prevWord(text, skipBack(text, max(i, 0)))
		return lead == "" || wordRole(lead, "range-lead")
	}
	if wordRole(before, "change") || before == "by" {
		three := q.Value.Mul(Int(3))
		if q.Scale == 0 && h.Scale > 0 {
			three = three.Shift(h.Scale)
		}
		return q.Unit == "" && h.Unit != "" && h.Value.Cmp(three) <= 0
	}
	ten := q.Value.Mul(Int(10))
	if q.Scale == 0 && h.Scale > 0 && q.UnitRange.Start < q.Number.Start {
		ten = ten.Shift(h.Scale)
	}
	if q.UnitRange.Len() > 0 && h.Value.Cmp(ten) > 0 {
		return false
	}
	if q.Unit == "" && h.Unit == "" && h.Scale == q.Scale {
		return h.Value.Cmp(q.Value.Mul(Int(10))) <= 0 && q.Place >= h.Place-1
	}
	return true
}

// nextIsDigit reports whether digits stand behind spaces: the first 10 days.
func nextIsDigit(text string, at int) bool { return isDigit(runeByte(text, skipSpace(text, at))) }

// isTitle reports whether two words with capitals follow, as in the name of a
// fair or congress.
func isTitle(text string, at int) bool {
	for range 2 {
		i := skipSpace(text, at)
		if i == at || !isLatin(runeByte(text, i)) || text[i] > 'Z' {
			return false
		}
		at = skipWord(text, i)
	}
	return true
}
