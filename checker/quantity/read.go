package quantity

import (
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// Starts reports whether a quantity may begin with the rune, so that callers
// try Read only there.
func Starts(r rune) bool {
	switch {
	case '0' <= r && r <= '9', '０' <= r && r <= '９':
		return true
	case r < utf8.RuneSelf:
		return r == '-' || r == '+' || r == '$' || r == '.'
	case hanDigit(r) >= 0, hanUnit(r) > 0:
		return true
	}
	switch r {
	case '几', '数', '幾', '數', '半', '第', '负', '負', '零', '¥', '￥', '€', '£', '＄', '−', '－', '＋', '上', '成':
		return true
	}
	return false
}

// Read reads the quantity that begins at byte offset at of text: sign, numeral,
// scale, unit and the hedges inside and behind. Hedges before the number are
// the caller's to find and to apply with SetBefore. ok is false where no
// quantity begins; words that only look like one are masked.
//
// A range, 3至5亿元 or 15%~20%, is one quantity of kind Range, unless the words
// before it say that something moved from the one to the other.
func Read(text string, at int) (q Quantity, end int, ok bool) {
	r, _ := runeAt(text, at)
	if r == '第' {
		return readOrdinal(text, at)
	}
	q, end, ok = readOne(text, at)
	if ok {
		if j := rangeMark(text, end); j > end {
			if h, e, ok := readOne(text, j); ok {
				if rq, ok := join(text, q, h); ok {
					return rq, e, true
				}
			}
		}
	}
	return q, end, ok
}

// readOne reads a single quantity.
func readOne(text string, at int) (q Quantity, end int, ok bool) {
	r, w := runeAt(text, at)
	i := at
	prefix, pend := lexicon.Sense{}, at
	if !isDigitAt(text, at) && hanDigit(r) < 0 && hanUnit(r) == 0 {
		prefix, pend = lexicon.MatchClass(text, at, lexicon.ClassPrefix)
		if pend > at {
			i = skipSpace(text, pend)
			r, w = runeAt(text, i)
		}
	}
	neg := false
	switch r {
	case '-', '−', '－', '+', '＋', '负', '負':
		if !signFits(text, i, r) {
			return q, at, false
		}
		neg = r != '+' && r != '＋'
		i += w
		if pend == at { // the sign may stand before the currency: -$5
			if s, e := lexicon.MatchClass(text, i, lexicon.ClassPrefix); e > i {
				prefix, pend, i = s, e, skipSpace(text, e)
			}
		}
	}
	if glued(text, at) && pend == at {
		return q, at, false
	}
	if r == '半' {
		return readHalf(text, at)
	}
	n, ok := readNumeral(text, i)
	if !ok {
		return q, at, false
	}
	q.Range.Start = at
	q.Number = source.Range{Start: at, End: n.end}
	if pend > at {
		q.Number.Start = i
	}
	q.Negative = neg
	i = n.end
	if j, ok := n.readFraction(text, i); ok {
		i = j
		q.Number.End = j
	}
	q.fill(&n)
	i = q.readUnit(text, i, &n, prefix, pend > at)
	if i < 0 || masked(text, at, i, &q, &n) {
		return q, at, false
	}
	i = q.readAfter(text, i, &n)
	q.Range.End = i
	q.setIntervals(&n)
	return q, i, true
}

// fill copies what the numeral says into the quantity.
func (q *Quantity) fill(n *numeral) {
	q.Value = n.lo
	if q.Negative {
		q.Value = n.lo.Neg()
	}
	q.Place, q.Decimals, q.Scale, q.Digits = n.place, n.decimals, n.scale, n.digits
	q.Han, q.Grouped, q.Bare = n.han && !n.arabic, n.grouped, n.bareScale
}

// SetBefore applies a hedge that stands before the number.
func (q *Quantity) SetBefore(h Hedge, at source.Range) {
	if h == None {
		return
	}
	q.Pre, q.Before = h, at
	q.Hedge = h
	if q.Kind == Range {
		return
	}
	if h == UpTo && !q.Bare {
		q.Pre, q.Before, q.Hedge = None, source.Range{}, max(q.Post, q.Inside)
		return
	}
	q.Set = hedged(h, q.Printed, q.Value, q.lastPlace())
}

// signFits reports whether a sign may belong to the number behind it: nothing
// that a range or a compound could hang on stands before it.
func signFits(text string, at int, r rune) bool {
	nr, _ := runeAt(text, at+utf8.RuneLen(r))
	if !(nr >= '0' && nr <= '9' || nr >= '０' && nr <= '９' || hanDigit(nr) >= 0 || hanUnit(nr) > 0 || nr == '$' || nr == '.') {
		return false
	}
	if r == '负' || r == '負' {
		return true
	}
	p := prevRune(text, at)
	switch {
	case p == 0, p == ' ', p == '\n', p == '\t', p == '(', p == '（', p == '：', p == ':', p == '，', p == ',', p == '、', p == '“', p == '为', p == '至', p == '到', p == '~', p == '～', p == '于', p == '是', p == '约', p == '达', p == '和', p == '[', p == '【', p == '；', p == '增', p == '率', p == '"':
		return true
	}
	return false
}

// glued reports whether a Latin letter or a digit with a mark of a compound
// stands right before a place, so that a digit there belongs to a name: G20,
// COVID-19, 1.2.3.
func glued(text string, at int) bool {
	if at == 0 {
		return false
	}
	c := text[at-1]
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_', c == '#', c == '@':
		return true
	case '0' <= c && c <= '9':
		return true
	case (c == '-' || c == '.' || c == '/') && at >= 2:
		p := text[at-2]
		return 'a' <= p && p <= 'z' || 'A' <= p && p <= 'Z' || c == '.' && '0' <= p && p <= '9'
	}
	return false
}

func skipSpace(text string, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	if at+1 < len(text) && text[at] == 0xC2 && text[at+1] == 0xA0 {
		at += 2
	}
	return at
}

// readFraction continues with 分之 or a slash.
func (n *numeral) readFraction(text string, at int) (int, bool) {
	const fen = "分之"
	if len(text) >= at+len(fen) && text[at:at+len(fen)] == fen {
		m, ok := readNumeral(text, at+len(fen))
		if !ok || m.lo.Sign() == 0 && m.digits == 0 {
			return at, false
		}
		den, isInt := n.lo.Int64()
		if !isInt || den == 0 {
			return at, false
		}
		switch den {
		case 100:
			n.perBase = 2
		case 1000:
			n.perBase = 3
		case 10000:
			n.perBase = 4
		}
		n.vague, n.more, n.moreUnit = m.vague, m.more, m.moreUnit
		if n.perBase > 0 {
			n.lo, n.hi = m.lo, m.hi
		} else {
			n.lo, _ = m.lo.Div(Int(den))
			n.hi, _ = m.hi.Div(Int(den))
			n.frac = true
		}
		n.place, n.decimals, n.digits, n.scale, n.bareScale = m.place, m.decimals, m.digits, m.scale, false
		n.end = m.end
		return m.end, true
	}
	return at, false
}

// readHalf reads 半 as one half before a unit that may be halved.
func readHalf(text string, at int) (q Quantity, end int, ok bool) {
	i := at + len("半")
	s, e := lexicon.MatchClass(text, i, lexicon.ClassUnit)
	if e == i || maskEnd(text, at) > i || s.Alt != "duration" && s.Alt != "measure" {
		return q, at, false
	}
	if s.Code == "d" {
		return q, at, false // 半天, 半日: words of their own
	}
	n := numeral{start: at, end: i, lo: Dec(5, -1), hi: Dec(5, -1), place: -1, decimals: 1, digits: 1, han: true}
	q.Range.Start, q.Number = at, source.Range{Start: at, End: i}
	q.fill(&n)
	q.setUnit(s, source.Range{Start: i, End: e}, &n)
	i = q.readAfter(text, e, &n)
	q.Range.End = i
	q.setIntervals(&n)
	return q, i, true
}

// readOrdinal reads 第 with a numeral and the thing that is counted.
func readOrdinal(text string, at int) (q Quantity, end int, ok bool) {
	if m := maskEnd(text, at); m > at {
		// 第三产业 is a name; 第一个 is not longer than the ordinal itself.
		if s, _ := lexicon.MatchClass(text, at, lexicon.ClassMask); s.Class == lexicon.ClassMask {
			return q, at, false
		}
	}
	i := skipSpace(text, at+len("第"))
	n, ok := readNumeral(text, i)
	if !ok || n.vague || n.more || n.decimals > 0 || n.bareScale && n.lo.Cmp(Int(10)) > 0 {
		return q, at, false
	}
	q.Range.Start = at
	q.Number = source.Range{Start: i, End: n.end}
	q.fill(&n)
	i = n.end
	q.Kind = Rank
	if j := skipSpace(text, i); j < len(text) {
		if s, e := lexicon.MatchClass(text, j, lexicon.ClassUnit); e > j && maskEnd(text, j) <= e && maskEnd(text, i) <= e {
			switch {
			case s.Alt == "edition":
				q.Kind, q.Unit = Edition, s.Code
			case s.Code == "名" || s.Code == "位":
				q.Unit = s.Code
			case s.Alt == "count" || s.Alt == "duration":
				q.Kind, q.Unit = Ordinal, s.Code
			default:
				e = i
			}
			if e > i {
				q.UnitRange = source.Range{Start: j, End: e}
				i = e
			}
		}
	}
	q.Range.End = i
	n.scale, q.Scale = 0, 0
	q.Printed = Exactly(q.Value)
	q.Set = q.Printed
	return q, i, true
}

// maskEnd returns the end of the longest mask word that begins at a place.
func maskEnd(text string, at int) int {
	_, e := lexicon.MatchClass(text, at, lexicon.ClassMask)
	return e
}
