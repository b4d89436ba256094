package quantity

import "github.com/hegao/hegao/checker/lexicon"

// readScore reads the second half of a score or ratio of whole numbers, 3:1,
// 85比71, and returns the offset behind it, or at. The value is the first
// number; Low and High hold both.
func (q *Quantity) readScore(text string, at int, n *numeral) int {
	i, word := at, false
	switch {
	case hasPrefixAt(text, i, ":"):
		i++
	case hasPrefixAt(text, i, "："), hasPrefixAt(text, i, "∶"):
		i += len("：")
	case hasPrefixAt(text, i, "比"):
		i, word = i+len("比"), true
	default:
		return at
	}
	if !n.arabic || n.han || word && n.decimals > 0 || n.digits > 3 || n.grouped || q.Negative {
		return at
	}
	m, ok := readNumeral(text, i)
	if !ok || !m.arabic || m.han || m.digits > 3 || word && m.decimals > 0 || glued(text, q.Range.Start) {
		return at
	}
	if m.end < len(text) && (isLatin(text[m.end]) || text[m.end] == ':' || text[m.end] == '%' || text[m.end] == '.' && isDigitAt(text, m.end+1)) {
		return at
	}
	if r := firstOf(text, m.end); r == '∶' || r == '：' || r == ':' {
		return at // 4.0∶37.7∶58.3
	}
	if !word && m.end-i == 2 && n.lo.Cmp(Int(24)) <= 0 && !contest(text, q.Range.Start, m.end) {
		return at // a time of day
	}
	if unitAt(text, m.end) && word {
		return at // 今年3比去年5家
	}
	low := Quantity{Kind: Number, Value: n.lo, Printed: Exactly(n.lo), Set: Exactly(n.lo), Digits: n.digits}
	low.Range.Start, low.Range.End, low.Number = q.Range.Start, at, q.Number
	high := Quantity{Kind: Number, Value: m.lo, Printed: Exactly(m.lo), Set: Exactly(m.lo), Digits: m.digits}
	high.Range.Start, high.Range.End = i, m.end
	high.Number = high.Range
	q.Kind, q.Low, q.High = Score, &low, &high
	q.Number.End, q.Range.End = m.end, m.end
	q.Printed, q.Set = low.Printed, low.Set
	return m.end
}

// contest reports whether the words around two numbers say that they are points
// of a game: 比分21:19, 21:19战胜.
func contest(text string, at, end int) bool {
	s, e := lexicon.MatchClass(text, end, lexicon.ClassChineseContext)
	return e > end && s.Code == "contest" || contextBefore(text, at, "contest", "contest")
}
