package quantity

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// readOrdinal reads 第 with a numeral and the thing that is counted: a place in
// a ranking, an edition, or one of a row of things. 第3至5名 is a range of places.
func readOrdinal(text string, at int) (q Quantity, end int, ok bool) {
	if maskEnd(text, at) > at {
		return q, at, false // 第三产业 is a name
	}
	end, ok = q.readNth(text, at, at+len("第"))
	if !ok || q.Unit == "" && (heading(text, at, end) || sectors(text, end)) {
		return q, at, false
	}
	if j, between := rangeMark(text, end); j > end && !between && q.Kind == Rank {
		var h Quantity
		from := j
		if hasPrefixAt(text, j, "第") {
			from += len("第")
		}
		if e, ok := h.readNth(text, j, from); ok && h.Kind == Rank && h.Value.Cmp(q.Value) > 0 && (from > j || h.Unit != "") {
			return ranks(&q, &h), e, true
		}
	}
	if q.Kind == Rank && q.Unit == "" && (numbersThings(text, end) || !rankFits(text, at, end)) {
		q.Kind = Ordinal
	}
	return q, end, true
}

// readNth reads the numeral at num, of an ordinal that begins at start, and
// what it counts. A place in a ranking has no unit but 名 and 位.
func (q *Quantity) readNth(text string, start, num int) (end int, ok bool) {
	i := skipSpace(text, num)
	n, ok := readNumeral(text, i)
	if !ok || n.vague || n.more || n.decimals > 0 || n.bareScale && n.lo.Cmp(Int(10)) > 0 {
		return start, false
	}
	q.Range.Start = start
	q.Number = source.Range{Start: i, End: n.end}
	q.fill(&n)
	q.Kind = Rank
	i = q.ordinalUnit(text, n.end)
	q.Range.End = i
	q.Scale = 0
	q.Printed = Exactly(q.Value)
	q.Set = q.Printed
	return i, true
}

// ranks makes one range of two places of a ranking.
func ranks(a, b *Quantity) Quantity {
	lo, hi := *a, *b
	lo.Unit = b.Unit
	q := *b
	q.Kind, q.PartKind, q.Low, q.High, q.Value = Range, Rank, &lo, &hi, a.Value
	q.Range = source.Range{Start: a.Range.Start, End: b.Range.End}
	q.Number = source.Range{Start: a.Number.Start, End: b.Number.End}
	q.Set = Closed(a.Value, b.Value)
	q.Printed = q.Set
	return q
}

// ordinalUnit reads what an ordinal counts, and decides the kind by it.
func (q *Quantity) ordinalUnit(text string, at int) int {
	j := skipSpace(text, at)
	s, e := lexicon.MatchClass(text, j, lexicon.ClassUnit)
	if e == j || maskEnd(text, j) > e {
		return at
	}
	switch {
	case s.Alt == "edition":
		q.Kind, q.Unit = Edition, s.Code
	case s.Code == "名" || s.Code == "位":
		q.Unit = s.Code
	case s.Alt == "count" || s.Alt == "nth" || s.Alt == "duration" || s.Alt == "grade":
		q.Kind, q.Unit = Ordinal, s.Code
	default:
		return at
	}
	q.UnitRange = source.Range{Start: j, End: e}
	return e
}

// sectors reports whether an ordinal is one of a list of names that share their
// noun: 第一、第二、第三产业, 第二、三产业.
func sectors(text string, end int) bool {
	for range 3 {
		i := end
		if !hasPrefixAt(text, i, "、") && !hasPrefixAt(text, i, "和") {
			return false
		}
		i += len("、")
		if maskEnd(text, i) > i && hasPrefixAt(text, i, "第") {
			return true
		}
		if hasPrefixAt(text, i, "第") {
			i += len("第")
		}
		n, ok := readNumeral(text, i)
		if !ok {
			return false
		}
		if end = n.end; hasPrefixAt(text, end, "产业") {
			return true
		}
	}
	return false
}

// numbersThings reports whether an ordinal shares what it numbers with the next
// one, and that is no place in a ranking: 第二和第三阶段.
func numbersThings(text string, end int) bool {
	for range 3 {
		i := end
		switch firstOf(text, i) {
		case '、', '和', '与', '及':
			i += len("和")
		default:
			return false
		}
		var q Quantity
		if !hasPrefixAt(text, i, "第") {
			return false
		}
		e, ok := q.readNth(text, i, i+len("第"))
		if !ok || q.Kind != Rank {
			return ok
		}
		if q.Unit != "" {
			return false
		}
		end = e
	}
	return false
}

// heading reports whether an ordinal only numbers what follows: 第一，… at the
// head of a sentence.
func heading(text string, at, end int) bool {
	switch firstOf(text, end) {
	case '，', ',', '、', '：', ':', '.':
	default:
		return false
	}
	switch prevRune(text, at) {
	case 0, '\n', ' ', '\u3000', '。', '；', ';', '：', ':', '，', '！', '？', '“':
		return true
	}
	return false
}

// rankFits reports whether an ordinal that counts nothing is a place in a
// ranking (居全国第三, 第二大经济体) rather than one of a row of things: 第二阶段.
func rankFits(text string, at, end int) bool {
	if hasSuffixAt(text, at, "倒数") {
		return false // counted from the other end
	}
	next := firstOf(text, end)
	if next == '、' && hanDigit(firstOf(text, end+len("、"))) > 0 {
		return false // 第二、三季度
	}
	if next < 0x4E00 || next > 0x9FFF || strings.ContainsRune(lexicon.CharsBehindRank, next) {
		return true
	}
	return strings.ContainsRune(lexicon.CharsBeforeRank, prevRune(text, at))
}
