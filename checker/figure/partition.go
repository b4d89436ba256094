package figure

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// partition is a whole with parts that copy lists beside it without having to
// say that they are all: 学校76所，小学45所、初中19所、高中12所.
type partition struct {
	sum   Sum
	proof int // how much speaks for the parts being all there are
}

// Bounds of the search: levels of one unit in a sentence, parts of a whole,
// levels before a sentence that may be its whole, bytes of the name of a part and
// of what stands between a whole and its first part.
const (
	mostLevels = 24
	mostParts  = 12
	mostWholes = 4
	mostLabel  = 48
	mostLead   = 90
)

// What is asked of the proof: to report parts that don't add up, and to be certain
// of it.
const (
	closedProof  = 5
	certainProof = 8
)

// findPartitions looks for partitions among the levels of a sentence: the levels
// of one unit, in the order of the copy, with those right before the sentence as
// further wholes. Groups whose numbers agree are taken first, and their members
// stand for no other; of what is left a group is reported where enough speaks for
// a closed list.
func (p *Page) findPartitions(n int) {
	s := &p.Sentences[n]
	if p.Doc.Lang == "en" || s.AfterFig-s.FirstFig < 2 || s.AfterFig-s.FirstFig > 2*mostLevels {
		return
	}
	for k := s.FirstFig; k < s.AfterFig; k++ {
		if p.summable(k) && p.firstOfUnit(s, k) {
			p.partitionsOf(n, k)
		}
	}
}

// summable reports whether a figure is a level that could be a whole or a part.
func (p *Page) summable(k int) bool {
	f := &p.Figures[k]
	days := f.Kind == quantity.Duration && f.Unit == "d" && !f.Quotation
	return (isLevel(f) || days) && !f.Mean && !f.Start && f.Kind != quantity.Number && f.Role != Change
}

// partOfPart reports whether a level is a part of the part before it: 125例，包括17例
// 死亡病例. had are the levels of the unit that stand before it in its sentence.
func (p *Page) partOfPart(k int, had []int) bool {
	cued := func(j int) bool { return p.Figures[j].Among || len(p.CuesIn(partNested, p.label(j))) > 0 }
	return len(had) > 0 && len(p.CuesIn(partNested, p.label(k))) > 0 && (len(had) > 1 || cued(had[0]))
}

// sibling reports whether level b only stands beside level a in an enumeration:
// nothing but a mark of one parts them, or they are named alike and no word says
// that the one is split into the other.
func (p *Page) sibling(a, b int) bool {
	f, g := &p.Figures[a], &p.Figures[b]
	switch {
	case f.Sentence != g.Sentence && (g.Among || p.partedBy(p.Sentences[g.Sentence].Range.Start, g.Range.Start)):
		return false
	case f.Sentence == g.Sentence:
		between := source.Range{Start: f.Range.End, End: max(f.Range.End, g.Span().Start)}
		switch words := p.Words(between); {
		case len(p.CuesIn(partOf, between)) > 0:
			return false
		case len(p.CuesIn(partLead, source.Range{Start: p.Sentences[f.Sentence].Range.Start, End: f.Span().Start})) > 0:
			return true // 分国籍看，…: both are parts of what was told before
		case !strings.ContainsAny(words, "，；：。—（"):
			return true
		case strings.ContainsAny(words, "：—"):
			return false
		}
	}
	n := commonTail(f.Metric, g.Metric)
	if p.sumsUp(a) > 0 || len(p.CuesIn(wholeHeld, p.label(a))) > 0 && len(p.CuesIn(wholeHeld, p.label(b))) == 0 {
		return false
	}
	if n < 6 || f.Metric == g.Metric {
		return n >= 6
	}
	if f.Sentence != g.Sentence && n == len(g.Metric) {
		return false // 接待游客; 省内游客, of which the place is left out
	}
	before := f.Metric[:len(f.Metric)-n] // 人工造林 is of 造林 and of 完成造林, 加工贸易 isn't of 一般贸易
	w := lexicon.Exact(before)
	return before != "" && (w < 0 || !lexicon.Is(w, lexicon.ClassLink) && !lexicon.Is(w, lexicon.ClassVerb) && !lexicon.Is(w, lexicon.ClassStop))
}

// listBehind reports whether a comma parts a level from the next one, at index i,
// and only 、 that one from those behind it: 公立医院53家，综合医院21家、中医医院12家.
func (p *Page) listBehind(levels []int, i int) bool {
	return i+1 < len(levels) && !p.enumerated(levels[0], levels[i]) && p.enumerated(levels[i], levels[i+1])
}

func (p *Page) firstOfUnit(s *Sentence, k int) bool {
	f := &p.Figures[k]
	for j := s.FirstFig; j < k; j++ {
		if g := &p.Figures[j]; g.Unit == f.Unit && g.Kind == f.Kind && p.summable(j) {
			return false
		}
	}
	return true
}

// label returns the words that name a figure: from the mark, the figure or the
// comma of an enumeration before it.
func (p *Page) label(k int) source.Range {
	f := &p.Figures[k]
	s := &p.Sentences[f.Sentence]
	r := source.Range{Start: s.Range.Start, End: f.Span().Start}
	for i := f.Token - 1; i >= s.FirstTok; i-- {
		t := p.Tokens[i]
		if t.Kind == Quantity || t.Kind == Punct && (t.Ref == '、' || breaksClause(rune(t.Ref))) {
			if t.Kind == Quantity {
				g := &p.Figures[t.Ref]
				if g.Kind == quantity.Ordinal || g.Kind == quantity.Edition || g.Han && g.Range.End == r.End {
					continue // 二期, 三楼
				}
				if n := g.NounRange; n.End == r.End && len(p.CuesIn(sumSurely, n))+len(p.CuesIn(sumMaybe, n)) == 0 {
					r.Start = n.End
				}
			}
			r.Start = max(r.Start, int(t.End))
			break
		}
	}
	r.Start = min(r.Start, r.End)
	return r
}

// partitionsOf tries the levels of a sentence that have the unit of its figure k,
// with and without the parts of parts.
func (p *Page) partitionsOf(n, k int) {
	var room, outer [mostLevels + mostWholes]int
	levels := p.wholesBefore(n, k, room[:0])
	before := len(levels)
	s, f := &p.Sentences[n], &p.Figures[k]
	for j := k; j < s.AfterFig && len(levels) < cap(levels); j++ {
		if g := &p.Figures[j]; f.Unit == g.Unit && f.Kind == g.Kind && p.summable(j) {
			levels = append(levels, j)
		}
	}
	if len(levels) < 3 {
		return
	}
	top := p.withoutNested(levels, before, outer[:0])
	used := map[int]bool{}
	p.takeAll(levels, before, used)
	if len(top) < len(levels) {
		p.takeAll(top, before, used)
	}
	best := partition{}
	for _, list := range [2][]int{top, levels} {
		for at := range list {
			if x, ok := p.disagreeing(list, at, before, used); ok && (x.proof > best.proof || at == before && x.proof >= closedProof) {
				best = x
			}
		}
		if len(top) == len(levels) {
			break
		}
	}
	if best.proof < closedProof {
		return
	}
	best.sum.Kind = Likely
	if best.proof >= certainProof {
		best.sum.Kind = Partition
	}
	switch known := p.totalled(best.sum.Total); {
	case known == nil:
		p.Sums = append(p.Sums, best.sum)
	case known.Kind == Listed && known.Over && !known.Exclusive && len(known.Parts) == 2 && p.within(known, 12) && slices.Equal(known.Parts, best.sum.Parts):
		*known = best.sum // two behind 其中 that make a little more than the whole
	}
}

// withoutNested leaves out the parts of parts, with what is listed behind them.
func (p *Page) withoutNested(levels []int, before int, out []int) []int {
	out = append(out, levels[:before]...)
	inner := false
	for i, k := range levels[before:] {
		inner = p.partOfPart(k, out[before:]) || inner && p.enumerated(levels[before+i-1], k)
		if !inner {
			out = append(out, k)
		}
	}
	return out
}

// enumerated reports whether 、 or nothing parts two levels.
func (p *Page) enumerated(a, b int) bool {
	return !strings.ContainsAny(p.Text[p.Figures[a].Range.End:max(p.Figures[a].Range.End, p.Figures[b].Span().Start)], "，；：。—（）")
}

// takeAll takes the groups of levels whose numbers agree.
func (p *Page) takeAll(levels []int, before int, used map[int]bool) {
	for at := range levels {
		p.takeAgreeing(levels, at, before, used)
	}
}

// totalled returns the sum of a total that was found lately, nil for none.
func (p *Page) totalled(k int) *Sum {
	for i := len(p.Sums) - 1; i >= 0 && i >= len(p.Sums)-8; i-- {
		if p.Sums[i].Total == k {
			return &p.Sums[i]
		}
	}
	return nil
}

// wholesBefore gathers the last levels of the two sentences before that may be
// wholes of the parts in a sentence. Where words say by what they are parted
// (分车站看), the whole may be what the paragraph before them opens with, behind
// others that part the same whole in other ways.
func (p *Page) wholesBefore(n, k int, room []int) []int {
	f, s := &p.Figures[k], &p.Sentences[n]
	j := s.FirstFig - 1
	for ; j >= 0 && len(room) < mostWholes; j-- {
		g := &p.Figures[j]
		if g.Block != f.Block || g.Sentence < n-2 {
			break
		}
		if g.Unit == f.Unit && g.Kind == f.Kind && p.summable(j) {
			room = append(room, j)
		}
	}
	slices.Reverse(room)
	if len(room) > 0 || k != s.FirstFig || s.Block == 0 {
		return room
	}
	opening := s.Range.Start
	if k == 0 || p.Figures[k-1].Block != f.Block {
		opening = max(p.Doc.Blocks[s.Block].Range.Start, s.Range.Start-mostLabel) // 游客从哪里来？
	}
	if !p.partedBy(opening, f.Range.Start) {
		return room
	}
	block := s.Block - 1
	for block > 0 && s.Block-block < mostParts {
		if r := p.Doc.Blocks[block].Range; !p.partedBy(r.Start, min(r.End, r.Start+mostLabel)) {
			break
		}
		block--
	}
	from, after := p.figuresIn(p.Doc.Blocks[block].Range)
	for j := from; j < after && len(room) < mostWholes; j++ {
		if g := &p.Figures[j]; g.Unit == f.Unit && g.Kind == f.Kind && p.summable(j) {
			room = append(room, j)
		}
	}
	return room
}

// partedBy reports whether words say by what a whole is parted: 分车站看, 从构成看.
func (p *Page) partedBy(from, to int) bool {
	return len(p.CuesIn(partLead, source.Range{Start: from, End: to})) > 0
}

// takeAgreeing takes the longest run of parts that add up to level at, behind it or,
// where a word says that it is the sum, before it.
func (p *Page) takeAgreeing(levels []int, at, before int, used map[int]bool) {
	if used[levels[at]] {
		return
	}
	take := func(from, to int) bool {
		sum := Sum{Kind: Partition, Total: levels[at], Parts: levels[from:to]}
		if to-from < 2 || !p.addUp(&sum) || !sum.Holds {
			return false
		}
		for i := from; i < to; i++ {
			used[levels[i]] = true
		}
		used[levels[at]] = true
		if !p.summed(levels[at], sum.Parts) {
			if sum.Kind = Listed; p.completeSet(sum.Parts) {
				sum.Kind = Classes
			}
			sum.Parts = slices.Clone(sum.Parts)
			p.Sums = append(p.Sums, sum)
		}
		return true
	}
	first := max(at+1, before)
	if first < len(levels) && p.sibling(levels[at], levels[first]) && !p.listBehind(levels[at:], first-at) {
		first = len(levels)
	}
	for to := min(len(levels), first+mostParts); to >= first+2; to-- {
		if p.free(levels, first, to, used) && take(first, to) {
			return
		}
	}
	if at >= before && p.sumsUp(levels[at]) != 0 {
		for from := max(before, at-mostParts); from <= at-2; from++ {
			if p.free(levels, from, at, used) && take(from, at) {
				return
			}
		}
	}
}

// free reports whether levels may be the parts of one whole: none is of another,
// and each has a name.
func (p *Page) free(levels []int, from, to int, used map[int]bool) bool {
	for i := from; i < to; i++ {
		if used[levels[i]] || !p.namedPart(levels[i], i > from) {
			return false
		}
	}
	return true
}

// namedPart reports whether a level may be a part by the words before it: they
// name it shortly, and don't say that it is what another is compared with or a
// total. later says that it isn't the first part, which other words may open.
func (p *Page) namedPart(k int, later bool) bool {
	f, r := &p.Figures[k], p.label(k)
	words := p.Words(r)
	switch {
	case later && (len(words) > mostLabel || p.sumsUp(k) > 0 || f.VerbTo):
		return false
	case strings.TrimSpace(words) == "" && (f.Noun == "" && f.ListLen == 1 || later && r.Start > 0 && !p.markBefore(r.Start)):
		return false
	case p.compareWord(r.Start, r.End) >= 0 || len(p.CuesIn(pastLevel, r)) > 0 && later:
		return false
	}
	_, per := p.each(&p.Sentences[f.Sentence], f)
	return len(per) == 0
}

// markBefore reports whether a mark ends at an offset.
func (p *Page) markBefore(at int) bool {
	i := p.tokenFrom(at)
	return i > 0 && p.Tokens[i-1].Kind == Punct && int(p.Tokens[i-1].End) == at
}

// disagreeing returns the best partition of which level at is the whole.
func (p *Page) disagreeing(levels []int, at, before int, used map[int]bool) (best partition, ok bool) {
	if used[levels[at]] {
		return
	}
	consider := func(from, to int) {
		x := partition{sum: Sum{Total: levels[at], Parts: append([]int(nil), levels[from:to]...)}}
		if to-from < 2 || !p.addUp(&x.sum) || x.sum.Holds || p.missing(&x.sum) {
			return
		}
		if p.weighPartition(&x); x.proof > best.proof {
			best, ok = x, true
		}
	}
	if r := p.label(levels[at]); p.compareWord(r.Start, r.End) >= 0 {
		return best, false // only what another is compared with
	}
	first := max(at+1, before)
	if first < len(levels) && p.sibling(levels[at], levels[first]) && !p.listBehind(levels[at:], first-at) {
		first = len(levels)
	}
	to := first
	for to < min(len(levels), first+mostParts) && !used[levels[to]] && p.namedPart(levels[to], to > first) && p.fitsIn(levels[to], levels[at]) {
		to++
		if to == len(levels) || to-first < 2 {
			continue
		}
		// A semicolon ends a list whose parts a weaker mark parts.
		if cut := p.cutBetween(p.Figures[levels[to-1]].Token, p.Figures[levels[to]].Token); cut && !p.cutBetween(p.Figures[levels[first]].Token, p.Figures[levels[to-1]].Token) {
			consider(first, to)
		}
	}
	consider(first, to)
	if at >= before+2 && p.sumsUp(levels[at]) != 0 && !p.sibling(levels[at-1], levels[at]) {
		from := at
		for from > before && !used[levels[from-1]] && p.namedPart(levels[from-1], true) && p.fitsIn(levels[from-1], levels[at]) {
			from--
		}
		consider(from, at)
	}
	return best, ok
}

// fitsIn reports whether a part isn't larger than its whole and is of one kind
// with it.
func (p *Page) fitsIn(part, whole int) bool {
	f, t := &p.Figures[part], &p.Figures[whole]
	if f.PeriodOrigin != Unknown && t.PeriodOrigin != Unknown && !t.Period.Equal(f.Period) && !t.Period.Contains(f.Period) {
		return false
	}
	return f.Value.Cmp(t.Value) < 0 && !contrasted(t.Metric, f.Metric) && p.likeLevels(t, f) && (f.Sentence == t.Sentence || !regionsDiffer(t, f))
}
