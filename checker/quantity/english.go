package quantity

import (
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// The readings of a place where a quantity may begin.
const (
	inChinese = iota
	inEnglish
	none
)

// beginsEnglish are the classes of the words that an English quantity begins
// with.
const beginsEnglish = 1<<lexicon.ClassEnglishNumeral | 1<<lexicon.ClassPrefix

// MayBegin reports whether a quantity may begin where the lexicon's longest word
// is the one given, -1 for none, and begins with a Latin letter.
func MayBegin(word int32) bool { return lexicon.BeginsWith(word, beginsEnglish) }

// reading says which reading a place is for: English for words of English
// numbers and for numbers in English copy.
func reading(text string, at int) int {
	r, _ := runeAt(text, at)
	switch {
	case r < 0x80 && isLatin(byte(r)):
		if at > 0 && (isLatin(text[at-1]) || isDigit(text[at-1])) {
			return none
		}
		if _, e := numeralWord(text, at); e > at {
			return inEnglish
		}
		_, e := lexicon.MatchClass(text, at, lexicon.ClassPrefix)
		if e == at {
			return none
		}
		at = e
	case r >= 0x2E80, r == '¥' && !yenScale(text, at):
		return inChinese
	}
	if latin(text, at) {
		return inEnglish
	}
	return inChinese
}

// yenScale reports whether the amount behind ¥ has a scale in English, and so is
// in yen.
func yenScale(text string, at int) bool {
	i := at + len("¥")
	for i < len(text) && (isDigit(text[i]) || text[i] == '.' || text[i] == ',') {
		i++
	}
	j := skipSpace(text, i)
	s, e := numeralWord(text, j)
	return e > j && s.Code == "scale"
}

// readEnglish reads the quantity that begins at a place of English copy.
func readEnglish(text string, at int) (q Quantity, end int, ok bool) {
	if scaleCode(text, at) {
		return q, at, false
	}
	q, end, ok = readEnglishOne(text, at)
	if !ok {
		return q, at, false
	}
	return joinEnglish(text, q, end)
}

// readEnglishOne reads a single quantity: sign, currency, numeral, unit.
func readEnglishOne(text string, at int) (q Quantity, end int, ok bool) {
	if joined(text, at) {
		return q, at, false
	}
	if slashName(text, at) || dialled(text, at) {
		return q, at, false
	}
	i := at
	q.Negative, i = englishSign(text, i)
	prefix, pend := englishPrefix(text, i)
	money := pend > i
	if money {
		i = skipSpace(text, pend)
		if !q.Negative {
			var e int
			if q.Negative, e = englishSign(text, i); q.Negative {
				i = e
			}
		}
		if i >= len(text) || !isDigit(text[i]) && text[i] != '.' {
			return q, at, false
		}
	}
	n, ok := readEnglishAmount(text, i, money)
	if !ok || money && n.scale == 0 && n.decimals == 0 && !n.grouped && wordRole(text[at:pend], "weak-prefix") {
		return q, at, false
	}
	q.Range.Start = at
	q.Number = source.Range{Start: n.start, End: n.end}
	if !money && n.form != ranked {
		q.Number.Start = at
	}
	q.fill(&n.numeral)
	switch n.form {
	case multiple:
		q.Kind, q.Unit = Multiple, "times"
		q.Range.End = n.end
		q.Printed = Exactly(q.Value)
		q.Set = q.Printed
		return q, n.end, true
	case ordinal, ranked:
		end = q.readEnglishOrdinal(text, at, &n)
		return q, end, end > at
	}
	if e, ok := q.oneIn(text, &n); ok {
		q.Range.End = e
		q.Printed = Exactly(q.Value)
		q.Set = q.Printed
		return q, e, true
	}
	end = n.end
	if money {
		q.setUnit(prefix, source.Range{Start: at, End: pend}, &n.numeral)
		end = q.readMoneyTail(text, end, &n)
		if s, e := englishUnit(text, skipSpace(text, end)); e > end && s.Alt == "money" && s.Code == q.Unit {
			end = e
		}
		end = q.readRate(text, end)
	} else {
		if n.frac {
			q.Kind = Fraction
		}
		if n.many && followedBy(text, end, "of") {
			j := skipSpace(text, skipWord(text, skipSpace(text, end)))
			if s, e := englishUnit(text, j); e > j && s.Alt == "count" {
				q.Kind, q.Unit, q.UnitRange = Count, s.Code, source.Range{Start: j, End: e}
			} else {
				q.readCounted(text, j-1, &n, j-1)
			}
		} else {
			end = q.readEnglishUnit(text, end, &n)
		}
		if n.frac && q.Kind == Number {
			q.Kind = Fraction
		}
		if q.Kind == Fraction && q.Value.Abs().Cmp(Int(1)) >= 0 {
			q.Kind = Number // 65-1/2
		}
		if !q.englishFits(text, at, &n) {
			return q, at, false
		}
	}
	q.readEnglishAfter(text, end)
	q.Range.End = end
	q.setIntervals(&n.numeral)
	return q, end, true
}

// slashName reports whether figures with a slash are a name that the lexicon
// masks: 24/7, 9/11.
func slashName(text string, at int) bool {
	k := digitRun(text, at)
	if k == 0 || runeByte(text, at+k) != '/' {
		return false
	}
	e := maskEnd(text, at)
	return e > at+k && !isDigit(runeByte(text, e)) && runeByte(text, e) != '/'
}

// englishSign reads a sign or minus before a number.
func englishSign(text string, at int) (neg bool, end int) {
	r, w := runeAt(text, at)
	switch r {
	case '-', '−', '+':
		if signFits(text, at, r) {
			return r != '+', at + w
		}
		return false, at
	}
	if s, e := numeralWord(text, at); s.Code == "minus" && e > at {
		return true, gap(text, e)
	}
	return false, at
}

// englishPrefix reads a currency before a number. Codes of letters count in
// capitals only: ALL, but not all.
func englishPrefix(text string, at int) (lexicon.Sense, int) {
	if at >= len(text) || isDigit(text[at]) {
		return lexicon.Sense{}, at
	}
	s, e := lexicon.MatchClass(text, at, lexicon.ClassPrefix)
	if e > at && s.Alt == "money" && 'a' <= text[at] && text[at] <= 'z' && isLatin(text[e-1]) {
		return s, at
	}
	if s.Alt != "money" {
		return s, at
	}
	return s, e
}

// englishFits reports whether what was read is a figure and not part of a name,
// a date or a turn of speech.
func (q *Quantity) englishFits(text string, at int, n *english) bool {
	end := n.end
	bare := q.Kind == Number || q.Kind == Count && q.UnitRange.Len() > 0
	if !n.words {
		if n.decimals > 0 && (isClock(text, end) || end+1 < len(text) && text[end] == '.' && isDigit(text[end+1])) {
			return false
		}
		if q.Kind == Duration && isYear(text, n.start, end) && text[q.UnitRange.End-1] != 's' {
			return false // the 1988 quarter
		}
		if n.decimals == 0 && (inNumberChain(text, end) || q.UnitRange.Len() == 0 && telephone(text, n.start, end)) {
			return false
		}
		if (q.Kind == Number || q.Kind == Count) && n.decimals > 0 && n.scale == 0 && isNamed(text, n.start, prevWord(text, n.start)) {
			return false
		}
		if q.Kind == Number && n.scale == 0 && !n.frac && q.Value.Cmp(Int(130)) < 0 && (isAge(text, at) || isApposed(text, at, end) && !n.grouped && n.decimals == 0) {
			q.Kind, q.Unit = Age, "岁"
			return true
		}
		if end < len(text) && isLatin(text[end]) && q.UnitRange.Len() == 0 {
			return false
		}
		return q.Negative || n.scale > 0 || n.decimals > 0 || n.frac || !bare || !isName(text, n.start, end, n.lo, n.grouped)
	}
	if n.scale > 0 || n.frac || !bare || n.many || q.Negative {
		return true
	}
	before := prevWord(text, at)
	if end < len(text) && text[end] == '-' && q.UnitRange.Len() == 0 && gluedLetter(text, end+1) && wordRole(nextWord(text, end+1), "hyphen-name") {
		return false
	}
	if !q.Negative && n.lo.Cmp(Int(1)) == 0 && n.end-n.start == len("one") {
		return !wordRole(before, "before-one") && !oneIsPronoun(text, end)
	}
	if wordRole(before, "name-before") && before[0] <= 'Z' {
		return false
	}
	return !isClock(text, end)
}

// oneIsPronoun reports whether "one" stands for somebody or something: one of
// the, one another, or nothing that it counts follows.
func oneIsPronoun(text string, at int) bool {
	i := skipSpace(text, at)
	if i >= len(text) {
		return i == at && at > len("one ") // a text that is "one" alone is a number
	}
	if followedBy(text, at, "to") {
		j := skipSpace(text, i+len("to"))
		if _, e := numeralWord(text, j); e > j || isDigit(runeByte(text, j)) {
			return false // one to two
		}
	}
	if text[i] == '-' || text[i] == '\'' || i == at && text[i] >= 0x80 {
		return true
	}
	if !isLatin(text[i]) {
		return false
	}
	if text[i] <= 'Z' {
		return true
	}
	return wordRole(nextWord(text, at), "pronoun-one")
}

// oneIn reads a proportion of whole numbers: one in five, two out of three.
func (q *Quantity) oneIn(text string, n *english) (end int, ok bool) {
	if e, ok := q.over(text, n); ok {
		return e, true
	}
	if n.frac || n.decimals > 0 || n.scale > 0 || n.vague || n.lo.Cmp(Int(100)) > 0 || n.lo.Sign() <= 0 {
		return 0, false
	}
	i := n.end
	switch {
	case followedBy(text, i, "in"):
		i = skipSpace(text, i) + len("in")
		if followedBy(text, i, "every") {
			i = skipSpace(text, i) + len("every")
		}
	case followedBy(text, i, "out") && followedBy(text, skipSpace(text, i)+len("out"), "of"):
		i = skipSpace(text, skipSpace(text, i)+len("out")) + len("of")
		if followedBy(text, i, "every") {
			i = skipSpace(text, i) + len("every")
		}
	case followedBy(text, i, "over"):
		i = skipSpace(text, i) + len("over")
		if m, ok := readEnglishNumeral(text, skipSpace(text, i)); !ok || m.frac || !clauseEnds(text, m.end) {
			return 0, false
		}
	default:
		return 0, false
	}
	i = skipSpace(text, i)
	m, ok := readEnglishNumeral(text, i)
	if !ok || m.form != cardinal || m.frac || m.decimals > 0 || m.vague || m.lo.Cmp(n.lo) <= 0 || isYear(text, i, m.end) {
		return 0, false
	}
	if s, e := englishUnit(text, gap(text, m.end)); e > gap(text, m.end) && s.Code != "people" && s.Code != "人" {
		return 0, false
	}
	if j := skipSpace(text, m.end); n.lo.Cmp(Int(1)) != 0 && !tens[m.lo.String()] && plainNoun(text, j) > 0 && !followedBy(text, n.end, "out") {
		return 0, false
	}
	q.Value, _ = n.lo.Div(m.lo)
	q.Kind = Fraction
	q.Number.End = m.end
	return m.end, true
}

// over reads a quotient in words: 2000 over 3, and nothing behind.
func (q *Quantity) over(text string, n *english) (end int, ok bool) {
	if !followedBy(text, n.end, "over") || n.frac || n.vague || n.form != cardinal {
		return 0, false
	}
	m, ok := readEnglishNumeral(text, skipSpace(text, skipSpace(text, n.end)+len("over")))
	if !ok || m.form != cardinal || m.frac || m.vague || m.lo.Sign() <= 0 || m.lo.Cmp(Int(100)) > 0 || m.lo.Cmp(n.lo) >= 0 || n.start > 0 || !clauseEnds(text, m.end) {
		return 0, false
	}
	q.Value, _ = n.lo.Div(m.lo)
	q.Number.End = m.end
	return m.end, true
}

// tens are the wholes that proportions of several are given in: seven in 10
// parents.
var tens = map[string]bool{"10": true, "100": true, "1000": true}

func clauseEnds(text string, at int) bool {
	i := skipSpace(text, at)
	return i >= len(text) || !isLatin(text[i]) && !isDigit(text[i]) && text[i] < 0x80 && text[i] != '-'
}

// readEnglishAfter finds a hedge behind the quantity.
func (q *Quantity) readEnglishAfter(text string, at int) {
	i := at
	if i < len(text) && (text[i] == '-' || text[i] == '+') {
		if text[i] == '+' && !(i+1 < len(text) && isDigit(text[i+1])) {
			q.Post, q.After = AtLeast, source.Range{Start: i, End: i + 1}
			return
		}
		i++
	}
	j := skipSpace(text, i)
	s, e := lexicon.MatchClass(text, j, lexicon.ClassPostHedge)
	if e == j || j == at || text[j] >= 0x80 || i > at && text[i-1] == '-' && j > i {
		return
	}
	k := skipSpace(text, e)
	if _, w := numeralWord(text, k); w > k || k < len(text) && (isDigit(text[k]) || text[k] == '$') {
		return // above 1000 and below 1500
	}
	switch text[j:e] {
	case "plus", "odd":
		if i == at {
			return
		}
	case "over":
		return
	}
	q.Post = HedgeOf(s.Code)
	q.After = source.Range{Start: j, End: e}
}
