package quantity

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// readFirst reads 首 with what it numbers as the first: 首届 is the first
// edition, 居首位 the first place. 首位女航天员 and 首个 say that something is new,
// which is no place in a ranking.
func readFirst(text string, at int) (q Quantity, end int, ok bool) {
	i := at + len("首")
	switch {
	case hasPrefixAt(text, i, "届"):
		q.Kind, q.Unit = Edition, "届"
	case hasPrefixAt(text, i, "位") && inRanking(text, at, i+len("位")):
		q.Kind, q.Unit = Rank, "位"
	default:
		return q, at, false
	}
	q.Range = source.Range{Start: at, End: i + len(q.Unit)}
	q.Number = source.Range{Start: at, End: i}
	q.UnitRange = source.Range{Start: i, End: q.Range.End}
	q.Value, q.Digits, q.Han = Int(1), 1, true
	q.Printed = Exactly(q.Value)
	q.Set = q.Printed
	return q, q.Range.End, true
}

// readTop reads the first so many places of a ranking, 前三, 前5名, as a range of
// places from the first on. Without 名, 位 or 强 it is one only where a ranking
// is spoken of: 进入全国前三.
func readTop(text string, at int) (q Quantity, end int, ok bool) {
	i := at + len("前")
	if r := firstOf(text, i); !isDigitAt(text, i) && hanDigit(r) < 2 && r != '十' && r != '百' {
		return q, at, false
	}
	n, ok := readNumeral(text, i)
	if !ok || n.vague || n.more || n.decimals > 0 || n.frac || n.perBase > 0 || n.lo.Cmp(Int(1)) <= 0 {
		return q, at, false
	}
	end = n.end
	for _, unit := range [...]string{"名", "位", "强"} {
		if hasPrefixAt(text, end, unit) && maskEnd(text, end) <= end+len(unit) {
			q.Unit = unit
			q.UnitRange = source.Range{Start: end, End: end + len(unit)}
			end += len(unit)
			break
		}
	}
	if q.Unit == "" && !inRanking(text, at, end) {
		return q, at, false
	}
	first := Quantity{Kind: Rank, Unit: q.Unit, Value: Int(1), Printed: Exactly(Int(1)), Set: Exactly(Int(1)), Digits: 1}
	first.Range.Start, first.Range.End = at, i
	first.Number = first.Range
	last := q
	last.Kind, last.Range, last.Number = Rank, source.Range{Start: i, End: end}, source.Range{Start: i, End: n.end}
	last.fill(&n)
	last.Scale = 0
	last.Printed = Exactly(last.Value)
	last.Set = last.Printed
	q = ranks(&first, &last)
	q.Number = last.Number
	return q, end, true
}

// inRanking reports whether what stands between two places is a place in a ranking
// by what is printed around it: 居全省首位, 进入前三行列.
func inRanking(text string, at, end int) bool {
	next := firstOf(text, end)
	if next >= 0x4E00 && next <= 0x9FFF && !strings.ContainsRune(lexicon.CharsBehindRank, next) {
		return hasPrefixAt(text, end, "行列") || hasPrefixAt(text, end, "之列")
	}
	return strings.ContainsRune(lexicon.CharsBeforeTop, prevRune(text, at))
}
