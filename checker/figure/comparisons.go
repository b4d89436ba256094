package figure

import (
	"sort"
	"strings"

	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Comparison says that the copy calls a level more or less than another that it
// prints, without saying by how much: 2.9平方米，高于全国3.0平方米的平均水平.
type Comparison struct {
	A, B  int          // figures
	Sign  int          // 1: A is called more than B, -1: less
	Words source.Range // that say so
	Holds bool
}

// findComparisons reads the words of comparison between two levels of a sentence,
// and those behind the second where 比 or 较 opens it.
func (p *Page) findComparisons() {
	for _, g := range [...]struct {
		cue  Cue
		sign int
	}{{CompareMore, 1}, {CompareLess, -1}} {
		for _, r := range p.WholeCues(g.cue) {
			p.compareAcross(r, g.sign)
		}
	}
	if p.Doc.Lang == "en" {
		return
	}
	for b := 1; b < len(p.Figures); b++ {
		p.compareBehind(b)
	}
}

// compareAcross reads a word of comparison between two levels.
func (p *Page) compareAcross(r source.Range, sign int) {
	k := p.SentenceOf(r.Start)
	if k < 0 {
		return
	}
	s := &p.Sentences[k]
	b := s.FirstFig + sort.Search(s.AfterFig-s.FirstFig, func(i int) bool { return p.Figures[s.FirstFig+i].Full().End > r.Start })
	if b == s.FirstFig || b == s.AfterFig {
		return
	}
	x, y := &p.Figures[b-1], &p.Figures[b]
	if !p.onlyLinks(x.Range.End, r.Start) || !p.referenceLevel(y.Index, r.End) && !p.measureBehind(y, r.End) {
		return
	}
	p.addComparison(b-1, b, sign, r)
}

// onlyLinks reports whether nothing but links stands between two offsets.
func (p *Page) onlyLinks(from, to int) bool {
	for from < to {
		n := wordAt(p.Text, from, compareLink)
		if n == 0 || from+n > to {
			return false
		}
		from += n
	}
	return from == to
}

// mostOfReference bounds, in bytes, what stands between the word of comparison
// and the level compared with.
const mostOfReference = 60

// referenceLevel reports whether figure b, behind a word of comparison that ends at
// from, is the level that is compared with and not the distance from it: a 的
// before or behind it, a possessive or a bracket ties it to what is named.
func (p *Page) referenceLevel(b, from int) bool {
	y := &p.Figures[b]
	start, end := y.Full().Start, y.Range.End
	if start <= from || start-from > mostOfReference {
		return false
	}
	lead, behind := p.Text[from:start], p.Text[end:min(len(p.Text), end+12)]
	if strings.ContainsAny(lead, "，；：,;:") {
		return false
	}
	if p.Doc.Lang == "en" {
		lead = strings.TrimRight(lead, " ")
		return (strings.HasSuffix(lead, " of") || strings.HasSuffix(lead, "'s") || strings.HasSuffix(lead, "’s")) && !strings.HasPrefix(behind, " of ")
	}
	if p.followedByRate(b) {
		return false // 全年目标5万人的80%
	}
	return strings.HasSuffix(lead, "的") || strings.HasSuffix(lead, "（") || strings.HasPrefix(behind, "的")
}

// measureBehind reports whether the words behind a figure make it what others are
// held against, so that the word right before it compares and is no bound: 低于
// 5.2%的全国平均水平, 超过50亿元的年度目标.
func (p *Page) measureBehind(y *Figure, from int) bool {
	if y.Number.Start != from || p.followedByRate(y.Index) {
		return false
	}
	behind, ok := strings.CutPrefix(p.Text[y.Range.End:min(len(p.Text), y.Range.End+mostOfMeasure)], "的")
	if !ok {
		return false
	}
	for i := 0; i < len(behind) && !hasAnyPrefix(behind[i:], "，", "。", "；"); i += runeLen(behind[i]) {
		if wordAt(behind, i, compareMeasure) > 0 {
			return true
		}
	}
	return false
}

// mostOfMeasure bounds, in bytes, the words that name such a measure.
const mostOfMeasure = 36

// followedByRate reports whether the next figure is a rate of this one: 5万人的80%.
func (p *Page) followedByRate(b int) bool {
	if b+1 >= len(p.Figures) {
		return false
	}
	y, z := &p.Figures[b], &p.Figures[b+1]
	return z.Sentence == y.Sentence && z.Full().Start-y.Range.End <= len("的")+1 && z.Full().Start > y.Range.End
}

// compareBehind reads 比2020年的2.6人扩大: a word of comparison right behind the
// level that 比 or 较 opens, and no figure that says by how much.
func (p *Page) compareBehind(b int) {
	x, y := &p.Figures[b-1], &p.Figures[b]
	if x.Sentence != y.Sentence || y.Full().Start-x.Range.End > mostOfReference {
		return
	}
	text := p.Text[x.Range.End:y.Full().Start]
	if !strings.HasPrefix(text, "，比") && !strings.HasPrefix(text, "，较") || strings.Contains(text[len("，"):], "，") || p.followedByRate(b) {
		return
	}
	at := y.Range.End
	sign, n := 1, wordAt(p.Text, at, risesBehind)
	if n == 0 {
		sign, n = -1, wordAt(p.Text, at, fallsBehind)
	}
	if n == 0 || !clauseEnds(p.Text[at+n:]) {
		return
	}
	p.addComparison(b-1, b, sign, source.Range{Start: at, End: at + n})
}

// clauseEnds reports whether a text begins with the end of a clause.
func clauseEnds(text string) bool {
	return text == "" || hasAnyPrefix(text, "，", "。", "；", "、", "\n")
}

// addComparison records a comparison of two levels of one thing.
func (p *Page) addComparison(a, b, sign int, r source.Range) {
	x, y := &p.Figures[a], &p.Figures[b]
	if x.Unit != y.Unit || x.Kind != y.Kind || x.ListLen > 1 || y.ListLen > 1 || !compared(x) || !compared(y) {
		return
	}
	if x.Metric != "" && y.Metric != "" && y.MetricOrigin == Printed && contrasted(x.Metric, y.Metric) && x.Kind == quantity.Percent {
		return
	}
	u, v := x.Set, y.Printed
	c := Comparison{A: a, B: b, Sign: sign, Words: r, Holds: true}
	switch {
	case !u.Bounded() || !v.Bounded():
	case sign > 0:
		c.Holds = u.Hi.Cmp(v.Lo) > 0
	default:
		c.Holds = u.Lo.Cmp(v.Hi) < 0
	}
	p.Comparisons = append(p.Comparisons, c)
}

// compared reports whether a figure is a level of a kind that is more or less.
func compared(f *Figure) bool {
	switch f.Kind {
	case quantity.Money, quantity.Count, quantity.Measure, quantity.Percent, quantity.Permille, quantity.Age:
		return f.Role != Change && f.Role != RankRole && !(f.Role == Growth && f.Sign < 0)
	}
	return false
}
