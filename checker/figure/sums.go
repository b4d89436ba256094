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
	// Classes are parts that by their names are all there are: 男 and 女, 城镇
	// and 农村.
	Classes
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
	// Over says that the parts add up to more than the total.
	Over bool
	// Exclusive says that no part overlaps another, by their names.
	Exclusive bool
	// HasSlip says that one wrong or two swapped digits would explain the
	// difference.
	HasSlip bool
}

// findSums looks for totals with their parts, in a sentence and the one after.
func (p *Page) findSums() {
	for n := range p.Sentences {
		p.tradeSums(n)
		p.listedSums(n)
		p.classSums(n)
		p.ofWhich(n)
	}
	p.dealtSums()
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
		if !ok || c.Code != "among" && c.Code != "include" && c.Code != "respectively" || c.Code == "among" && !p.opensClause(s, i) ||
			p.Words(t.Range()) == "of the total" {
			continue
		}
		p.totalsBefore(n, i, func(total int) bool { return p.addSum(n, i, total, c.Code) })
	}
}

// ofWhich reads a bare number right behind "of which" as a part of the last
// number before it: 1,240 new firms, of which 810 ….
func (p *Page) ofWhich(n int) {
	s := &p.Sentences[n]
	for k := s.FirstFig + 1; k < s.AfterFig; k++ {
		t, f := &p.Figures[k-1], &p.Figures[k]
		if p.Doc.Lang != "en" || f.Kind != quantity.Number || t.Kind != quantity.Number && t.Kind != quantity.Count || t.ListLen > 1 || f.ListLen > 1 || !f.Among || t.Among {
			continue
		}
		i := f.Token - 1
		if i < s.FirstTok || p.Tokens[i].Kind != Word || p.cutBetween(t.Token, f.Token) {
			continue
		}
		if c, ok := lexicon.Has(p.Tokens[i].Ref, lexicon.ClassCue); ok && c.Code == "among" {
			p.judge(&Sum{Kind: Listed, Total: k - 1, Parts: []int{k}})
		}
	}
}

// opensClause reports whether no words stand between a token and the mark
// before it: 通过其中3件 splits nothing.
func (p *Page) opensClause(s *Sentence, tok int) bool {
	if p.Text[p.Tokens[tok].Start] < 0x80 {
		return true // of which, including
	}
	from := p.offsetBefore(s, p.clauseStart(s, tok))
	return p.phraseOf(from, int(p.Tokens[tok].Start), p.clauseStart(s, tok)).key == ""
}

// totalsBefore tries the levels that a cue may split, nearest first, until one
// takes: those before it in its chain of clauses or, when the sentence begins
// with the cue, in the sentence before.
func (p *Page) totalsBefore(n, tok int, try func(total int) bool) {
	s := &p.Sentences[n]
	for k := s.AfterFig - 1; k >= s.FirstFig; k-- {
		f := &p.Figures[k]
		if f.Token > tok || !isLevel(f) || f.ListLen > 1 {
			continue
		}
		if p.cutBetween(f.Token, tok) && !p.cueOpens(f.Token, tok) {
			return
		}
		if try(k) {
			return
		}
		if !p.cueOpens(f.Token, tok) {
			// A clause of its own before this level may name another subject.
			for j := k - 1; j >= s.FirstFig; j-- {
				if isLevel(&p.Figures[j]) && !p.cutBetween(p.Figures[j].Token, tok) && p.Figures[j].ListLen == 1 {
					try(j)
					return
				}
			}
		}
		return
	}
	if n == 0 || tok > s.FirstTok+1 || p.Sentences[n-1].Block != s.Block {
		return
	}
	try(p.totalInSentenceBefore(n, tok))
}

// totalInSentenceBefore returns the level of the sentence before that a cue at
// the head of a sentence splits: the only one of the unit of the parts, else
// the one that the parts add up to, or nearly do; -1 for none.
func (p *Page) totalInSentenceBefore(n, tok int) int {
	q := &p.Sentences[n-1]
	only, best := -1, -1
	for k := q.AfterFig - 1; k >= q.FirstFig && k >= q.AfterFig-8; k-- {
		f := &p.Figures[k]
		if !isLevel(f) || f.ListLen > 1 || f.Among || p.compareWord(f.Clause.Start, max(f.Clause.Start, f.Span().Start)) >= 0 {
			continue
		}
		if _, all := p.partsBehind(n, tok, k); len(all) == 0 {
			continue
		} else if best < 0 && len(all) > 1 {
			sum := Sum{Total: k, Parts: all}
			if p.addUp(&sum) && (sum.Holds || sum.HasSlip && sum.close(p)) {
				best = k
			}
		}
		switch {
		case only == -1:
			only = k
		case only >= 0 && !p.sameSubject(k, only) && !p.sameSubject(only, k):
			only = -2
		}
	}
	if best >= 0 {
		return best
	}
	return max(only, -1)
}

// sameSubject reports whether figure b only says something of figure a.
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

// addSum gathers the parts behind a cue: levels of the total's unit up to a
// semicolon or the end of the sentence, whichever adds up, or a full change of
// subject. It reports whether there were any.
func (p *Page) addSum(n, tok, total int, cue string) bool {
	if total < 0 {
		return false
	}
	t := &p.Figures[total]
	if cue == "respectively" && t.Sentence == n && !t.cueTotal() {
		// 分别 deals values out; they are parts only when the total says so.
		return false
	}
	near, all := p.partsBehind(n, tok, total)
	if len(all) == 0 {
		return false
	}
	s := &p.Sentences[n]
	sum := Sum{Kind: Listed, Total: total, Parts: near}
	closed := !p.hasOpenMark(s, tok) && (cue == "respectively" && p.oneMetric(all) || p.hasRest(s, tok))
	if len(all) > len(near) && !closed {
		wide := Sum{Kind: Listed, Total: total, Parts: all}
		if p.completeSet(all) || p.addUp(&wide) && wide.Holds || wide.HasSlip && wide.close(p) && p.parallel(all) {
			sum.Parts = all
		}
	} else if closed {
		sum.Parts = all
	}
	switch {
	case closed:
		sum.Kind = Partition
	case len(sum.Parts) > 1 && p.completeSet(sum.Parts):
		sum.Kind = Classes
	}
	if len(sum.Parts) == 0 {
		return false
	}
	p.judge(&sum)
	return true
}

// partsBehind returns the levels behind a cue that may be parts of a total, up
// to the first semicolon and up to the end of the sentence.
func (p *Page) partsBehind(n, tok, total int) (near, all []int) {
	s := &p.Sentences[n]
	t := &p.Figures[total]
	cut := -1
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		if f.Token < tok || k == total || !isLevel(f) {
			continue
		}
		if cut < 0 && p.cutBetween(tok, f.Token) {
			cut = len(all)
		}
		if f.Unit != t.Unit || f.Kind != t.Kind {
			if cut < 0 && f.Kind == t.Kind {
				cut = len(all) // the same sort of thing in another unit: a new subject
			}
			continue
		}
		if !p.additive(t, f) || p.restarts(all, f) {
			break
		}
		all = append(all, k)
	}
	if cut < 0 {
		cut = len(all)
	}
	return all[:cut:cut], all
}

// oneMetric reports whether figures measure one thing, so that they may be
// dealt out of one total.
func (p *Page) oneMetric(figs []int) bool {
	for _, k := range figs[1:] {
		if p.Figures[k].ListHead != p.Figures[figs[0]].ListHead {
			return false
		}
	}
	return true
}

// parallel reports whether the phrases of parts end alike, as those of classes
// of one thing do.
func (p *Page) parallel(figs []int) bool {
	first := &p.Figures[figs[0]]
	for _, k := range figs[1:] {
		f := &p.Figures[k]
		if f.Metric == "" || first.Metric == "" || f.Metric != first.Metric && commonTail(f.Metric, first.Metric) < 6 {
			return false
		}
	}
	return true
}

// exclusive reports whether the parts are named as grades or sorts of one thing
// (主任医师、副主任医师), in words that the total's name doesn't end in.
func (p *Page) exclusive(sum *Sum) bool {
	if !p.parallel(sum.Parts) {
		return false
	}
	f := &p.Figures[sum.Parts[0]]
	return !strings.HasSuffix(p.Figures[sum.Total].Metric, f.Metric[max(0, len(f.Metric)-6):])
}

// dealtSums reads lists that 分别 deals out over subjects (第一、二、三产业分别
// 为…) as the parts of the level before them that measures the same.
func (p *Page) dealtSums() {
	for i := range p.Respectively {
		r := &p.Respectively[i]
		if len(r.Values) < 2 {
			continue
		}
		head := &p.Figures[r.Values[0]]
		key, joint := p.jointly(&p.Sentences[head.Sentence], r.Cue, len(r.Values))
		if !joint {
			if key = head.Metric; len(r.Subjects) < 2 {
				continue
			}
		}
		if !isLevel(head) || head.Mean {
			continue
		}
		for k := head.Index - 1; k >= 0 && k > head.Index-8; k-- {
			t := &p.Figures[k]
			if t.Block != head.Block || t.Sentence < head.Sentence-1 {
				break
			}
			if !isLevel(t) || t.ListLen > 1 || t.Unit != head.Unit || t.Kind != head.Kind || regionsDiffer(t, head) && head.Subject == "" || t.Mean {
				continue
			}
			if key == "" || Compare(t.Metric, key) != Identical || p.summed(k, r.Values) {
				continue
			}
			sum := Sum{Kind: Listed, Total: k, Parts: r.Values}
			if joint || p.completeSet(r.Values) {
				sum.Kind = Classes
			} else if p.addUp(&sum); !sum.Holds && !(sum.HasSlip && sum.close(p)) {
				continue // a selection
			}
			p.judge(&sum)
			break
		}
	}
}

// classSums reads levels of one sentence that by their names are all the
// classes of a thing (第一产业…；第二产业…；第三产业…) as the parts of a level
// before them, without a word that says so: where they add up to it, or miss it
// by one slip.
func (p *Page) classSums(n int) {
	s := &p.Sentences[n]
	var run [4]int
	for k := s.FirstFig; k < s.AfterFig; k++ {
		if f := &p.Figures[k]; !isLevel(f) || f.Mean || f.ListLen > 1 {
			continue
		}
		run[0], run[1], run[2], run[3] = run[1], run[2], run[3], k+1
		for size := 2; size <= 3; size++ {
			first := run[4-size] - 1
			if first < 0 || p.Figures[first].Unit != p.Figures[k].Unit {
				break
			}
			var parts []int
			for _, j := range run[4-size:] {
				parts = append(parts, j-1)
			}
			if p.completeSet(parts) {
				p.classTotal(n, parts)
			}
		}
	}
}

// classTotal looks for the total of a complete set of classes: among the levels
// right before it in its block, one that the parts add up to, else one that
// they miss by a slip.
func (p *Page) classTotal(n int, parts []int) {
	head := &p.Figures[parts[0]]
	best := Sum{Total: -1}
	for k := parts[0] - 1; k >= 0 && k > parts[0]-10; k-- {
		t := &p.Figures[k]
		if t.Block != head.Block || t.Sentence < n-2 {
			break
		}
		if !isLevel(t) || t.ListLen > 1 || t.Unit != head.Unit || t.Kind != head.Kind || t.Modality != head.Modality || !p.additive(t, head) || t.Start {
			continue
		}
		if p.summed(k, parts) {
			return
		}
		sum := Sum{Kind: Classes, Total: k, Parts: parts}
		if !p.addUp(&sum) {
			continue
		}
		if sum.Holds {
			p.Sums = append(p.Sums, sum)
			return
		}
		if best.Total < 0 && sum.HasSlip && sum.close(p) && t.Digits >= 3 {
			best = sum
		}
	}
	if best.Total >= 0 {
		p.Sums = append(p.Sums, best)
	}
}

// summed reports whether a total with these very parts has been recorded.
func (p *Page) summed(total int, parts []int) bool {
	for i := len(p.Sums) - 1; i >= 0 && i >= len(p.Sums)-8; i-- {
		if s := &p.Sums[i]; s.Total == total && len(s.Parts) == len(parts) && s.Parts[0] == parts[0] {
			return true
		}
	}
	return false
}

// additive reports whether a figure can be a part of a total: both count the
// same things, and neither is a price, rate or mean.
func (p *Page) additive(t, f *Figure) bool {
	if t.Mean || f.Mean || t.Kind == quantity.Number {
		return false
	}
	if strings.HasSuffix(p.Words(t.UnitRange), "次") != strings.HasSuffix(p.Words(f.UnitRange), "次") {
		return false // firms, and visits to firms
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
func (f *Figure) cueTotal() bool { return f.Role == Total }

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
			if c, ok := lexicon.Has(t.Ref, lexicon.ClassCue); ok && (c.Code == "among" || c.Code == "total" || c.Code == "include") && t.End-t.Start >= 6 {
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
	if ex, im := strings.Contains(key, "exports"), strings.Contains(key, "imports"); ex || im {
		switch {
		case ex && im:
			return "进出口"
		case key == "exports":
			return "出口"
		case key == "imports":
			return "进口"
		}
		return ""
	}
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
	if part == "exports" || part == "imports" {
		return true
	}
	return rest == "" || strings.HasPrefix(total, rest) || generic(rest)
}

// judge adds the parts up and records the sum.
func (p *Page) judge(sum *Sum) {
	if len(sum.Parts) < 2 && sum.Kind != Listed {
		return
	}
	p.addUp(sum)
	p.Sums = append(p.Sums, *sum)
}

// addUp adds the parts up and fills what follows from it. It reports whether the
// parts are bounded, so that there is something to compare.
func (p *Page) addUp(sum *Sum) bool {
	t := &p.Figures[sum.Total]
	added := quantity.Exactly(quantity.Int(0))
	for _, k := range sum.Parts {
		v := lenient(&p.Figures[k])
		if !v.Bounded() {
			sum.Added, sum.Holds = quantity.Interval{}, true
			return false
		}
		added = added.Add(v)
	}
	sum.Added = added
	whole := lenient(t)
	sum.Holds = whole.Meets(added)
	sum.Over = !sum.Holds && whole.HasHi && added.Lo.Cmp(whole.Hi) > 0
	sum.HasSlip = !sum.Holds && p.slipExplains(sum)
	sum.Exclusive = sum.Kind == Classes || sum.HasSlip && sum.close(p) && p.exclusive(sum)
	return true
}

// close reports whether the parts come within a fifth of the total; where the
// total has four digits and the parts are named alike, less will do.
func (s *Sum) close(p *Page) bool {
	t := p.Figures[s.Total].Value
	if t.Sign() <= 0 || !s.Added.Bounded() {
		return false
	}
	gap := t.Sub(s.Added.Lo).Abs()
	if p.Figures[s.Total].Digits >= 4 && p.parallel(s.Parts) {
		return gap.Cmp(t) < 0 // so many digits don't come within one slip by chance
	}
	return gap.Mul(quantity.Int(5)).Cmp(t) <= 0
}

// lenient returns a figure's set, moved out by half of its last place once
// more, as rounded parts and cut-off digits need. A figure printed to four
// places or more is a rounded number whatever hedge stands before it.
func lenient(f *Figure) quantity.Interval {
	switch {
	case f.Hedge == quantity.None && f.Whole():
		return f.Set
	case f.Hedge == quantity.None:
		return f.Set.Widen(f.Half())
	case f.Digits >= 4 && f.Pre != quantity.None && f.Inside == quantity.None:
		return f.Printed.Widen(f.Half())
	}
	return f.Set
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
