package quantity

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// englishUnit returns the longest unit at a place: one of the English units, or
// of those that all copy shares.
func englishUnit(text string, at int) (lexicon.Sense, int) {
	if at >= len(text) {
		return lexicon.Sense{}, at
	}
	s, e := lexicon.MatchClass(text, at, lexicon.ClassEnglishUnit)
	if t, te := lexicon.MatchClass(text, at, lexicon.ClassUnit); te > e {
		return t, te
	}
	return s, e
}

// readEnglishUnit reads the unit behind the numeral and returns the offset
// behind it, or the place itself where there is none.
func (q *Quantity) readEnglishUnit(text string, at int, n *english) int {
	if e := q.readDegrees(text, at, n); e > at {
		return e
	}
	if e := q.primes(text, at, n); e > at {
		return e
	}
	j := gap(text, at)
	if n.half {
		j = skipOfArticle(text, at, j)
	}
	close := byte(0)
	if j < len(text) && (text[j] == '(' || text[j] == '{') {
		close = text[j] + 1 + text[j]>>6 // ) for (, } for {
		j++
	}
	s, e := englishUnit(text, j)
	if e == j && close == 0 && j > at && text[j-1] == ' ' {
		if k := skipBetween(text, j); k > j {
			if u, ue := englishUnit(text, k); ue > k && (u.Alt == "duration" || u.Alt == "count") {
				s, e, j = u, ue, k
			} else if ue == k {
				return q.readCounted(text, k-1, n, at)
			}
		}
	}
	if e == j || close != 0 && (e >= len(text) || text[e] != close) {
		return q.readCounted(text, at, n, at)
	}
	if close != 0 {
		e++
	} else if text[e-1] == '.' {
		e-- // 21 pct. at the end of a sentence
	}
	if !unitFits(text, at, j, e, s, n) {
		return q.readCounted(text, at, n, at)
	}
	q.setUnit(s, source.Range{Start: j, End: e}, &n.numeral)
	if q.Kind == Measure && s.Num != 0 {
		q.scaleBy(&n.numeral, int(s.Num)) // bcm: a billion cubic metres
	}
	if q.Kind == Multiple && text[j:e] == "times" && !n.isMultiple(text, e) {
		q.Kind, q.Unit = Count, "times"
	}
	switch q.Kind {
	case Money:
		e = q.readMoneyTail(text, e, n)
	case Measure, Duration:
		if s.Code == "[ft_i]" {
			if h := q.readFeet(text, e, n); h > e {
				return h
			}
		}
		e = q.readCompound(text, e, n, s.Code)
	}
	if q.Kind == Money || q.Kind == Measure {
		e = q.readRate(text, e)
	}
	return e
}

// skipOfArticle steps over "a", "an" and "of a" between half and its unit.
func skipOfArticle(text string, at, j int) int {
	i := j
	if followedBy(text, at, "of") {
		i = skipSpace(text, skipWord(text, j))
	}
	if s, e := numeralWord(text, i); s.Code == "article" && e > i {
		if k := gap(text, e); k > e {
			return k
		}
	}
	return j
}

// unitFits keeps words that are units only by chance from being read as such.
func unitFits(text string, at, j, e int, s lexicon.Sense, n *english) bool {
	word := text[j:e]
	if j > at && text[j-1] == ' ' && strings.ContainsAny(text[at:j], "-–—") && !n.words && strings.Contains(text[at:j], " -") && s.Alt == "money" {
		return false
	}
	if n.form != cardinal {
		return false
	}
	switch {
	case s.Alt == "multiple" && isDigit(runeByte(text, e)):
		return false // 4x100 m
	case len(word) == 1 && isLatin(word[0]):
		if j > at && (text[j-1] == '-' || word != "m" && word != "g" && word != "t" && word != "l") {
			return false
		}
		return word[0] >= 'a' || j == at && (word == "W" || word == "V" || word == "L")
	case s.Alt == "money" && e < len(text) && isDigit(text[e]):
		return false // 3 USD50 cards
	case word == "in":
		i := skipSpace(text, e)
		return n.scale == 0 && (i >= len(text) || !isLatin(text[i]) && !isDigit(text[i]) && text[i] != '$' || wordRole(nextWord(text, e), "inch-next"))
	case wordRole(word, "weak-unit"):
		return n.scale > 0 || n.decimals > 0 || n.lo.Cmp(Int(100)) >= 0
	case word == "$" || word == "€" || word == "£":
		i := skipSpace(text, e)
		return i >= len(text) || !isDigit(text[i])
	case s.Alt == "count" && s.Code != "" && j == at:
		return false
	}
	return true
}

// isMultiple reports whether "times" behind a number compares.
func (n *english) isMultiple(text string, at int) bool {
	return n.decimals > 0 || n.scale == 0 && wordRole(nextWord(text, at), "after-times")
}

// skipBetween steps over a word that may stand between a number and its unit:
// five consecutive years, 200 more jobs.
func skipBetween(text string, at int) int {
	if e := skipWord(text, at); e > at && runeByte(text, e) == ' ' && wordRole(text[at:e], "between-unit") {
		return e + 1
	}
	return at
}

// readCounted takes the plural noun right behind a number for its unit. It
// returns none, the offset behind the number, where there is no such noun.
func (q *Quantity) readCounted(text string, at int, n *english, none int) int {
	if n.frac || at >= len(text) || text[at] != ' ' {
		return none
	}
	e := plainNoun(text, at+1)
	if e == 0 {
		return none
	}
	q.Kind, q.Unit = Count, text[at+1:e]
	q.UnitRange = source.Range{Start: at + 1, End: e}
	return e
}

// readMoneyTail reads what may follow a currency: a scale (75 USD million), or
// the minor unit (20 dollars and 43 cents, 15 dollars 50).
func (q *Quantity) readMoneyTail(text string, at int, n *english) int {
	if s, e := numeralWord(text, skipSpace(text, at)); n.scale == 0 && s.Code == "scale" && e > at {
		q.scaleBy(&n.numeral, int(s.Num))
		n.scale = int(s.Num)
		q.Scale = n.scale
		return e
	}
	if q.Unit == "cent" || q.Unit == "pence" || n.scale > 0 || n.decimals > 0 || n.frac || n.vague || q.Negative {
		return at
	}
	i := skipSpace(text, at)
	s, e := numeralWord(text, i)
	if s.Code == "and" && e > i {
		i = skipSpace(text, e)
	}
	if i == at {
		return at
	}
	m, ok := readEnglishNumeral(text, i)
	if !ok || m.form != cardinal || m.scale > 0 || m.decimals > 0 || m.frac || m.vague || m.lo.Cmp(Int(100)) >= 0 || m.lo.Sign() == 0 {
		return at
	}
	j := skipSpace(text, m.end)
	u, ue := englishUnit(text, j)
	switch {
	case u.Alt == "minor" && ue > j:
		m.end = ue
	case s.Code == "and" && e > i-1 && followedBy(text, m.end, "point"):
		m.end = skipWord(text, j)
	case ue > j || j < len(text) && (isLatin(text[j]) || isDigit(text[j]) || text[j] == '$' || text[j] == '%' || text[j] == '-' || text[j] == '/'):
		return at
	case m.arabic && m.end-m.start != 2 || !m.arabic && m.lo.Cmp(Int(10)) < 0:
		return at
	case m.end < len(text) && text[m.end] == '.' && gluedLetter(text, m.end+1):
		return at
	}
	n.set(n.lo.Add(m.lo.Shift(-2)), -2, m.end)
	n.decimals = 2
	q.Value, q.Place, q.Decimals = n.lo, -2, 2
	return m.end
}

// readCompound adds smaller units that follow: 5 ft 2 in, 2 hours and 15
// minutes. The whole is in the smallest unit, but feet and inches in feet, as
// heights are compared.
func (q *Quantity) readCompound(text string, at int, n *english, code string) int {
	end := at
	for range 2 {
		i := end
		if i < len(text) && text[i] == ',' {
			i++
		}
		i = skipSpace(text, i)
		if s, e := numeralWord(text, i); s.Code == "and" && e > i {
			i = skipSpace(text, e)
		}
		if i == end || i >= len(text) {
			break
		}
		m, ok := readEnglishNumeral(text, i)
		if !ok || m.form != cardinal || m.scale > 0 || m.frac || m.vague || n.frac || n.vague {
			break
		}
		j := gap(text, m.end)
		u, e := englishUnit(text, j)
		if runeByte(text, j) == '\'' && !gluedLetter(text, j+1) && code == "[yd_i]" {
			u.Code, e = "[ft_i]", j+1
		}
		k := parts[[2]string{code, u.Code}]
		if e == j || k == 0 || code == "[ft_i]" && u.Code == "[in_i]" && m.lo.Cmp(Int(12)) >= 0 {
			break
		}
		v := n.lo.Mul(Int(k)).Add(m.lo)
		if code == "[ft_i]" && end == at {
			v, _ = v.Div(Int(k))
			n.set(v, 0, e)
			q.Value, n.frac = v, true
			q.UnitRange.End = e
			return e
		}
		n.set(v, m.place, e)
		n.decimals = m.decimals
		q.Value, q.Place, q.Decimals, q.Unit, code = v, m.place, m.decimals, u.Code, u.Code
		q.UnitRange = source.Range{Start: j, End: e}
		end = e
	}
	return end
}

// readRate reads the base of a price or rate: a share, per barrel, /t, a year.
func (q *Quantity) readRate(text string, at int) int {
	i := gap(text, at)
	switch {
	case i > at && followedBy(text, i-1, "per"):
		i += len("per")
	case at < len(text) && text[at] == '/':
		i = at + 1
	default:
		s, e := numeralWord(text, i)
		if s.Code != "article" || i == at || e == i {
			return at
		}
		i = e
	}
	j := i
	if text[i-1] != '/' {
		if j = gap(text, i); j == i {
			return at
		}
	}
	s, e := englishUnit(text, j)
	if e == j || s.Alt != "measure" && s.Alt != "duration" && s.Code != "shares" || wordRole(nextWord(text, e), "not-rate") {
		return at
	}
	q.Unit += "/" + s.Code
	q.UnitRange.End = e
	return e
}
