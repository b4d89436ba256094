package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

// SumKind says why figures are taken for the parts of a total.
type SumKind uint8

// The kinds of sum.
const (
	// Listed parts follow their total behind 其中, 包括 or the like: the list
	// may be incomplete.
	Listed SumKind = iota
	// Partition parts are said to be all there are: 分别为, 其余, 男 and 女.
	Partition
	// Identity parts make the total by definition: exports and imports.
	Identity
)

// Sum says that parts belong to a total.
type Sum struct {
	Kind  SumKind
	Total int   // figure
	Parts []int // figures
	// Added is the interval of the parts' sum.
	Added quantity.Interval
	// Holds says that the total meets the sum.
	Holds bool
	// Slip is the place value at which one wrong digit would explain the
	// difference; HasSlip is false where no single slip does.
	HasSlip bool
}

// findSums looks for totals with their parts, in a sentence and the one after.
func (p *Page) findSums() {
	for n := range p.Sentences {
		p.tradeSums(n)
		p.listedSums(n)
	}
}

// listedSums reads totals that 其中 or a like word splits into parts.
func (p *Page) listedSums(n int) {
	s := &p.Sentences[n]
	for i := s.FirstTok; i < s.AfterTok; i++ {
		t := p.Tokens[i]
		if t.Kind != Word {
			continue
		}
		c, ok := lexicon.Has(t.Ref, lexicon.ClassCue)
		if !ok || c.Code != "among" && c.Code != "include" && c.Code != "respectively" {
			continue
		}
		total := p.totalBefore(n, i)
		if total < 0 {
			continue
		}
		p.addSum(n, i, total, c.Code)
	}
}

// totalBefore returns the level that stands last before a token, in its
// sentence or, when the sentence begins with the cue, in the one before.
func (p *Page) totalBefore(n, tok int) int {
	s := &p.Sentences[n]
	for k := s.AfterFig - 1; k >= s.FirstFig; k-- {
		f := &p.Figures[k]
		if f.Token > tok {
			continue
		}
		if isLevel(f) && f.ListLen == 1 {
			if p.cutBetween(f.Token, tok) && !p.cueOpens(f.Token, tok) {
				return -1
			}
			return k
		}
	}
	if n == 0 || tok > s.FirstTok+1 {
		return -1
	}
	q := &p.Sentences[n-1]
	if q.Block != s.Block {
		return -1
	}
	// The subject of the sentence before is its first level.
	first := -1
	for k := q.FirstFig; k < q.AfterFig; k++ {
		if f := &p.Figures[k]; isLevel(f) && f.ListLen == 1 && !f.Among {
			if first >= 0 && !p.sameSubject(first, k) {
				return -1
			}
			if first < 0 {
				first = k
			}
		}
	}
	return first
}

func (p *Page) sameSubject(a, b int) bool { return p.Figures[b].Of == a }

// cueOpens reports whether the only semicolon between stands right before the
// cue: …；其中….
func (p *Page) cueOpens(from, tok int) bool {
	return tok > 0 && p.Tokens[tok-1].Kind == Punct && !p.cutBetween(from, tok-1)
}

func isLevel(f *Figure) bool {
	return (f.Role == Level || f.Role == Total || f.Role == Part) && !f.Quotation &&
		(f.Kind == quantity.Money || f.Kind == quantity.Count || f.Kind == quantity.Measure || f.Kind == quantity.Number && f.Digits >= 3)
}

// addSum gathers the parts behind a cue: levels of the total's unit up to the
// end of the sentence or a full change of subject.
func (p *Page) addSum(n, tok, total int, cue string) {
	s := &p.Sentences[n]
	t := &p.Figures[total]
	sum := Sum{Kind: Listed, Total: total}
	open := false
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		if f.Token < tok || k == total {
			continue
		}
		if f.Of == k || !isLevel(f) {
			continue
		}
		if f.Unit != t.Unit || f.Kind != t.Kind || p.cutBetween(tok, f.Token) || !p.additive(t, f) {
			break
		}
		if p.restarts(sum.Parts, f) {
			break
		}
		sum.Parts = append(sum.Parts, k)
	}
	if len(sum.Parts) == 0 {
		return
	}
	if p.hasOpenMark(s, tok) {
		open = true
	}
	if cue == "respectively" && !open || p.hasRest(s, tok) {
		sum.Kind = Partition
	}
	if cue == "respectively" && t.Sentence == n && t.Role != Total {
		// 分别 deals values out; they are parts only when the total says so.
		if !t.cueTotal(p) {
			return
		}
	}
	p.judge(&sum)
}

// additive reports whether a figure can be a part of a total: both count the
// same things, and neither is a price, rate or mean.
func (p *Page) additive(t, f *Figure) bool {
	if t.Mean || f.Mean || t.Kind == quantity.Number {
		return false
	}
	for _, w := range [...]string{"单产", "均", "每", "价", "率", "指数", "单日", "最高", "最低"} {
		if strings.Contains(t.Metric, w) || strings.Contains(f.Metric, w) {
			return false
		}
	}
	if t.Kind == quantity.Count && t.Noun != "" && f.Noun != "" && compareNouns(t.Noun, f.Noun) == Unlike && commonTail(t.Noun, f.Noun) < 6 {
		return false
	}
	return true
}

// cueTotal reports whether a figure is announced as a total: 共, 合计.
func (f *Figure) cueTotal(p *Page) bool { return f.Role == Total }

// restarts reports whether a part is itself split further, or speaks of a new
// total: 其中 stands again between.
func (p *Page) restarts(parts []int, f *Figure) bool {
	if len(parts) == 0 {
		return false
	}
	last := &p.Figures[parts[len(parts)-1]]
	for i := last.Token + 1; i < f.Token; i++ {
		t := p.Tokens[i]
		if t.Kind == Word {
			if c, ok := lexicon.Has(t.Ref, lexicon.ClassCue); ok && (c.Code == "among" || c.Code == "total") && t.End-t.Start >= 6 {
				return true
			}
		}
	}
	return false
}

func (p *Page) hasOpenMark(s *Sentence, tok int) bool {
	return strings.Contains(p.Text[p.Tokens[tok].End:s.Range.End], "等")
}

func (p *Page) hasRest(s *Sentence, tok int) bool {
	for i := tok; i < s.AfterTok; i++ {
		if t := p.Tokens[i]; t.Kind == Word {
			if c, ok := lexicon.Has(t.Ref, lexicon.ClassCue); ok && c.Code == "rest" && t.End-t.Start >= 6 {
				return true
			}
		}
	}
	return false
}

// tradeSums reads the identity 进出口 = 出口 + 进口 among the levels of a
// sentence and the one behind it.
func (p *Page) tradeSums(n int) {
	s := &p.Sentences[n]
	for k := s.FirstFig; k < s.AfterFig; k++ {
		t := &p.Figures[k]
		if !isLevel(t) || t.ListLen > 1 || tradeMember(t.Metric) != "进出口" {
			continue
		}
		end := s.AfterFig
		if n+1 < len(p.Sentences) && p.Sentences[n+1].Block == s.Block {
			end = p.Sentences[n+1].AfterFig
		}
		parts := [2]int{-1, -1}
		for j := k + 1; j < end; j++ {
			f := &p.Figures[j]
			if !isLevel(f) || f.Unit != t.Unit || f.ListLen > 1 {
				continue
			}
			m := tradeMember(f.Metric)
			if m == "进出口" {
				break // another total: its parts are not these
			}
			i := -1
			switch m {
			case "出口":
				i = 0
			case "进口":
				i = 1
			}
			if i < 0 {
				continue
			}
			if parts[i] >= 0 || !sameQualifiers(t.Metric, f.Metric) {
				break
			}
			parts[i] = j
			if parts[0] >= 0 && parts[1] >= 0 {
				p.judge(&Sum{Kind: Identity, Total: k, Parts: parts[:]})
				break
			}
		}
	}
}

// tradeMember returns which of 进出口, 出口, 进口 a phrase ends in, with or
// without 总值, 总额, 额.
func tradeMember(key string) string {
	for _, w := range [...]string{"总值", "总额", "额", "规模", "值", "总量", "金额"} {
		key = strings.TrimSuffix(key, w)
	}
	for _, m := range [...]string{"进出口", "出口", "进口"} {
		if strings.HasSuffix(key, m) {
			return m
		}
	}
	return ""
}

// sameQualifiers reports whether a part's phrase names no other goods or
// partners than its total's: what is left of it without 出口 and 进口 is empty
// or ends the total's.
func sameQualifiers(total, part string) bool {
	rest := part
	for _, w := range [...]string{"总值", "总额", "金额", "额", "值", "规模", "总量"} {
		rest = strings.TrimSuffix(rest, w)
	}
	rest = strings.TrimSuffix(strings.TrimSuffix(rest, "出口"), "进口")
	return rest == "" || strings.HasPrefix(total, rest) || generic(rest)
}

// judge adds the parts up and records the sum.
func (p *Page) judge(sum *Sum) {
	if len(sum.Parts) < 2 && sum.Kind != Listed {
		return
	}
	t := &p.Figures[sum.Total]
	add := quantity.Exactly(quantity.Int(0))
	for _, k := range sum.Parts {
		f := &p.Figures[k]
		if f.Hedge != quantity.None && !f.Set.Bounded() {
			sum.Added = quantity.Interval{}
			sum.Holds = true
			p.Sums = append(p.Sums, *sum)
			return
		}
		add = add.Add(lenient(f))
	}
	sum.Added = add
	sum.Holds = lenient(t).Meets(add)
	if !sum.Holds && add.Bounded() {
		sum.HasSlip = p.slipExplains(sum)
	}
	p.Sums = append(p.Sums, *sum)
}

// lenient returns a figure's set, moved out by half of its last place once
// more, as rounded parts and cut-off digits need.
func lenient(f *Figure) quantity.Interval {
	if f.Hedge != quantity.None || f.Whole() {
		return f.Set
	}
	return f.Set.Widen(f.Half())
}

// slipExplains reports whether one wrong or two swapped digits in one of the
// figures would close the gap: the gap then is d·10^k, or 9d·10^k.
func (p *Page) slipExplains(sum *Sum) bool {
	t := &p.Figures[sum.Total]
	gap := t.Value
	place := t.Place
	for _, k := range sum.Parts {
		gap = gap.Sub(p.Figures[k].Value)
		place = min(place, p.Figures[k].Place)
	}
	n, ok := gap.Abs().Shift(-place).Int64()
	if !ok || n == 0 {
		return false
	}
	for n%10 == 0 {
		n /= 10
	}
	return n < 10 || n%9 == 0 && n/9 < 10
}
