package quantity

import "github.com/hegao/hegao/checker/lexicon"

// form says what an English numeral is.
type form uint8

const (
	cardinal form = iota
	ordinal       // third, 21st
	multiple      // doubled, twice
	ranked        // No. 3, number one
)

// english is an English numeral: what is common to all, and its form.
type english struct {
	numeral
	form  form
	words bool // begins with a word
	half  bool // half, which takes its unit behind an article: half an hour
	many  bool // dozens, hundreds
	money bool // a currency stands before
	inner bool // the fraction of a mixed number, which has none of its own
}

// The places of an English number that a word has just filled.
const (
	atStart = iota
	atDigit
	atTeen
	atTens
	atHundred
	atScale
	atArabic
	atEnd
)

// tally is a number as far as it has been read: total of the parts closed by a
// scale word, and the section under way.
type tally struct {
	total, section Num
	part           Num // what was added since the last scale word
	tens           int64
	lead           bool // something stands before the tens
	and            bool // the part stands behind "and"
	scale          int  // the smallest scale word so far
	state          int
	end            int
}

func (t *tally) value() Num { return t.total.Add(t.section) }

// gap returns the offset behind what may stand between two words of a number:
// spaces, or a hyphen with or without them.
func gap(text string, at int) int {
	i := at
	for i < len(text) && isSpace(text[i]) {
		i++
	}
	r, w := runeAt(text, i)
	if r == '-' || r == '–' || r == '—' || r == '‑' {
		i += w
		for i < len(text) && isSpace(text[i]) {
			i++
		}
	}
	return i
}

// readEnglishNumeral reads the English number at a place: digits, words, or
// digits with a scale word, a fraction, an ordinal or a multiple.
func readEnglishNumeral(text string, at int) (n english, ok bool) {
	return readEnglishAmount(text, at, false)
}

// readEnglishAmount reads a number, behind a currency where money is set.
func readEnglishAmount(text string, at int, money bool) (n english, ok bool) {
	n.start, n.end, n.money = at, at, money
	if at >= len(text) {
		return n, false
	}
	if !isLatin(text[at]) {
		return n, n.readDigits(text, at)
	}
	n.words = true
	s, e := numeralWord(text, at)
	if e == at {
		return n, false
	}
	switch s.Code {
	case "digit", "teen", "tens", "hundred", "scale", "dozen":
		return n, n.readWords(text, at, tally{})
	case "article":
		return n, n.readArticle(text, e)
	case "fraction":
		return n, n.readHalf(text, at, s, e)
	case "ordinal", "powerth":
		return n, n.readOrdinalWord(text, s, e)
	case "multiple", "multiplier":
		return n, n.readMultiple(text, s, e)
	case "many":
		return n, n.readMany(text, s, e)
	case "dozens":
		n.setMany(12, 99, e)
		return n, true
	case "couple":
		return n, n.readCouple(text, at, e)
	case "several":
		return n, n.readSeveral(text, e)
	case "number":
		return n, n.readNumber(text, at, e)
	case "point":
		if p := prevWord(text, at); p != "" && isLatin(p[len(p)-1]) {
			return n, false
		}
		t := tally{end: e}
		return n, n.readPoint(text, e, &t) && n.finish(text, &t)
	}
	return n, false
}

// set gives the numeral a value whose last place is the one named.
func (n *english) set(v Num, place, end int) {
	n.lo, n.hi, n.named, n.place, n.end = v, v, v, place, end
	n.digits = max(n.digits, 1)
}

// readDigits reads a number that begins with digits or a fraction character.
func (n *english) readDigits(text string, at int) bool {
	n.arabic = true
	if a, b, end := readSlash(text, at); b > 0 {
		n.frac = true
		n.set(Frac(a, b), 0, end)
		return n.scaleFraction(text)
	}
	d, ok := readEnglishDigits(text, at)
	if !ok {
		return false
	}
	n.decimals, n.digits, n.grouped = d.decimals, d.count, d.grouped
	n.set(d.value, -d.decimals, d.end)
	if text[min(d.end, len(text)-1)] == '^' && d.end < len(text) {
		n.numeral.end = n.readPower(text, d.end)
		return true
	}
	if d.decimals == 0 {
		if e := ordinalSuffix(text, d.end); e > d.end {
			n.form, n.end = ordinal, e
			return true
		}
		if n.readMixed(text) {
			return n.scaleFraction(text)
		}
	}
	t := tally{section: d.value, state: atArabic, end: d.end}
	n.accumulate(text, &t)
	return n.finish(text, &t)
}

// readMixed reads the fraction of a mixed number: 2 1/2, 7-3/4, 2½.
func (n *english) readMixed(text string) bool {
	i := n.end
	if i < len(text) && (text[i] == ' ' || text[i] == '-') {
		for i < len(text) && text[i] == ' ' && i < n.end+3 {
			i++
		}
		if i == n.end {
			i++
		}
	}
	a, b, end := readSlash(text, i)
	if b == 0 || a >= b || i == n.end && text[i] < 0x80 {
		return false
	}
	n.frac = true
	n.set(n.lo.Add(Frac(a, b)), 0, end)
	return true
}

// scaleFraction applies a scale word behind a fraction: 3/4 million.
func (n *english) scaleFraction(text string) bool {
	if s, e := numeralWord(text, gap(text, n.end)); s.Code == "scale" && e > n.end {
		n.scale = int(s.Num)
		n.frac = false
		n.set(n.lo.Shift(n.scale), n.scale-1, e)
	}
	return true
}

// readWords reads a cardinal in words, going on from a tally.
func (n *english) readWords(text string, at int, t tally) bool {
	t.end = at
	n.accumulate(text, &t)
	return t.end > at && n.finish(text, &t)
}

// accumulate adds words to the tally as long as they make one number.
func (n *english) accumulate(text string, t *tally) {
	var saved tally // where the number ends if what follows is no part of it
	for {
		i := t.end
		if t.state != atStart {
			i = gap(text, i)
		}
		if i < len(text) && isDigit(text[i]) {
			if !n.addDigits(text, i, t, false) {
				break
			}
			continue
		}
		s, e := numeralWord(text, i)
		if e == i || i > t.end && text[i-1] == '-' && t.state >= atHundred && s.Code != "scale" && s.Code != "hundred" {
			break
		}
		if s.Code == "and" {
			if t.state != atHundred && t.state != atScale || !n.andFits(text, e, t) {
				break
			}
			saved = *t
			t.and = true
			j := gap(text, e)
			if isDigit(text[j]) {
				n.addDigits(text, j, t, true)
				continue
			}
			s, e = numeralWord(text, j)
			t.part = Num{}
		} else if t.state == atScale && s.Code != "scale" {
			if n.arabic {
				break
			}
			saved = *t
			t.part, t.and = Num{}, false
		}
		if (s.Code == "scale" || s.Code == "letter") && saved.end > 0 && saved.scale > 0 && int(s.Num) >= saved.scale ||
			s.Code == "hundred" && saved.end > 0 && saved.state == atHundred {
			*t = saved
			return
		}
		if !n.add(text, i, s, e, t) {
			break
		}
	}
	// "three million two years ago" isn't 3,000,002.
	if saved.end > 0 && saved.state == atScale && t.state != atScale {
		if saved.scale >= 6 && t.part.Cmp(Int(100)) < 0 || t.part.Cmp(Int(10)) < 0 && !t.and {
			*t = saved
		}
	}
}

// andFits reports whether "and" joins what follows to the number.
func (n *english) andFits(text string, at int, t *tally) bool {
	i := gap(text, at)
	if i < len(text) && isDigit(text[i]) {
		probe := *t
		return n.addDigits(text, i, &probe, true)
	}
	s, _ := numeralWord(text, i)
	return (!n.arabic || t.state == atHundred) && (s.Code == "digit" && s.Num > 0 || s.Code == "teen" || s.Code == "tens")
}

// addDigits adds digits behind a scale word of the lower hundreds, which only
// numbers that began with digits do: 4 thousand 3 hundred and 21.
func (n *english) addDigits(text string, at int, t *tally, and bool) bool {
	if !n.arabic || t.state != atHundred && (t.state != atScale || t.scale > 3) {
		return false
	}
	d, ok := readEnglishDigits(text, at)
	limit := Int(100)
	if t.state == atScale {
		limit = Dec(1, t.scale)
	}
	if !ok || d.decimals > 0 || d.value.Sign() == 0 || d.value.Cmp(limit) >= 0 || gluedLetter(text, d.end) {
		return false
	}
	if !and && t.state == atHundred {
		return false
	}
	t.section, t.part, t.end = t.section.Add(d.value), d.value, d.end
	t.state = atArabic
	return true
}

// add takes one word into the tally; false where it can't belong.
func (n *english) add(text string, at int, s lexicon.Sense, end int, t *tally) bool {
	v := Int(int64(s.Num))
	open := t.state == atStart || t.state == atHundred || t.state == atScale
	switch s.Code {
	case "digit":
		if !open && t.state != atTens || s.Num == 0 && t.state != atStart {
			return false
		}
		t.addPart(v)
		if t.state != atTens {
			t.lead = t.lead || t.state != atStart
		}
		t.state = atDigit
	case "teen":
		if !open {
			return false
		}
		t.addPart(v)
		t.state = atTeen
	case "tens":
		switch {
		case open:
			t.lead = t.state != atStart
		case t.state == atDigit && t.scale == 0 && !n.arabic && n.spokenHundred(text, end, t):
			t.section, t.lead = t.section.Shift(2), true // one twenty two
		case t.state == atTens && n.denominatorFollows(text, end):
			// twenty twenty-fifths: the tens are the denominator's
			return false
		default:
			return false
		}
		t.addPart(v)
		t.tens, t.state = int64(s.Num), atTens
	case "hundred":
		switch {
		case t.state == atStart:
			t.section = Int(100)
		case t.state == atArabic && (t.section.Cmp(Int(100)) < 0), t.state == atDigit, t.state == atTeen, t.state == atTens:
			t.section = t.section.Shift(2)
		default:
			return false
		}
		t.part, t.state = t.section, atHundred
	case "scale":
		return t.addScale(n, int(s.Num), end)
	case "letter":
		if t.state != atArabic || !n.letterFits(text, at, end) {
			return false
		}
		return t.addScale(n, int(s.Num), end)
	case "dozen", "dozens":
		if t.state == atStart || t.state == atScale {
			t.section = Int(1)
		}
		if t.part.Sign() > 0 && t.part.Cmp(t.section) < 0 && t.and {
			t.section = t.section.Sub(t.part).Add(t.part.Mul(Int(12)))
		} else {
			t.section = t.section.Mul(Int(12))
		}
		t.state, t.end = atEnd, end
		return true
	default:
		return false
	}
	t.end = end
	return true
}

func (t *tally) addPart(v Num) {
	t.section, t.part = t.section.Add(v), t.part.Add(v)
	if t.state == atStart || t.state == atHundred || t.state == atScale {
		t.part = v
	}
}

// addScale multiplies by a scale word: two hundred thousand, thousand million.
func (t *tally) addScale(n *english, k, end int) bool {
	switch {
	case t.state == atStart:
		t.total = Dec(1, k)
	case t.state == atScale:
		if k < 6 || t.scale >= 12 {
			return false
		}
		t.total = t.total.Shift(k)
		k += t.scale
	case t.state == atEnd || t.scale > 0 && k >= t.scale:
		return false
	default:
		t.total = t.total.Add(t.section.Shift(k))
	}
	t.section, t.part, t.scale, t.state, t.end = Num{}, Num{}, k, atScale, end
	return true
}

// letterFits reports whether a lone letter behind digits is a scale: 100k, 3m.
// A metre is m too; a noun behind, or a capital letter, says million.
func (n *english) letterFits(text string, at, end int) bool {
	c := text[at] | 0x20
	if end == at+1 && isAddress(text, end) {
		return false // 221B Baker Street
	}
	if at > n.end {
		return text[at] == 'k' || text[at] == 'M' && (end-at == 2 || n.decimals > 0)
	}
	switch {
	case end < len(text) && (isDigit(text[end]) || text[end] == '/' || text[end] == '^'):
		return false
	case c == 't':
		return false
	case text[at:end] == "mm":
		return false
	case text[at] == 'm':
		i := skipSpace(text, end)
		return n.money || i > end && i < len(text) && 'a' <= text[i] && text[i] <= 'z' && !wordRole(nextWord(text, end), "dimension")
	}
	return c != 'k' || text[at] == 'k' || !gluedLetter(text, end)
}

// spokenHundred reports whether tens behind a digit leave out "hundred", as
// speech does: one twenty two.
func (n *english) spokenHundred(text string, at int, t *tally) bool {
	i := gap(text, at)
	s, e := numeralWord(text, i)
	if e == i || s.Code != "digit" || i == at || text[at] != ' ' {
		return false
	}
	j := gap(text, e)
	after, k := numeralWord(text, j)
	return k == j || after.Code == "and" || after.Code == "article"
}

// denominatorFollows reports whether tens belong to a denominator.
func (n *english) denominatorFollows(text string, at int) bool {
	s, _ := numeralWord(text, gap(text, at))
	return s.Code == "parts"
}
