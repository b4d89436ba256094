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
	// Likely parts stand beside their total in a way in which lists that are
	// complete do, though no word says so.
	Likely
	// Tabled parts are the rows or columns of a table that has a total.
	Tabled
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
		p.ofWhich(n)
		p.surplusSums(n)
		p.englishSums(n)
		p.findPartitions(n)
	}
	p.findRuled()
	p.overfullLists()
	p.dealtSums()
	p.tableSums()
}

// listedSums reads totals that 其中 or a like word splits into parts.
func (p *Page) listedSums(n int) {
	s := &p.Sentences[n]
	if s.says&(saysAmong|saysInclude|saysDealt) == 0 {
		return
	}
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
		if !p.cueOpens(f.Token, tok) || p.otherUnitBehind(s, tok, f) {
			// A clause of its own before this level may name another subject, and
			// what it measures in a unit of its own isn't what is split.
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

// otherUnitBehind reports whether the first level behind a token is of another
// unit than a figure before it.
func (p *Page) otherUnitBehind(s *Sentence, tok int, f *Figure) bool {
	for k := s.FirstFig; k < s.AfterFig; k++ {
		if g := &p.Figures[k]; g.Token > tok && isLevel(g) {
			return g.Unit != f.Unit
		}
	}
	return false
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
	closed := !p.hasOpenMark(s, tok) && (cue == "respectively" && p.oneMetric(all) || p.hasRest(s, tok, all))
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

// additive reports whether a figure can be a part of a total: both count the
// same things, and neither is a price, rate or mean.
func (p *Page) additive(t, f *Figure) bool {
	return p.likeLevels(t, f) && !(t.Kind == quantity.Count && t.Noun != "" && f.Noun != "" && compareNouns(t.Noun, f.Noun) == Unlike && commonTail(t.Noun, f.Noun) < 6)
}

// likeLevels reports whether neither of two levels is a price, rate or mean, and
// both count things or both count their comings and goings.
func (p *Page) likeLevels(t, f *Figure) bool {
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

// hasRest reports whether the last of the parts behind a token is what is left
// of the total: 其余140座. A rest without an amount leaves the list open.
func (p *Page) hasRest(s *Sentence, tok int, parts []int) bool {
	last := p.Figures[parts[len(parts)-1]].Token
	for i := tok; i < last; i++ {
		if t := p.Tokens[i]; t.Kind == Word {
			if c, ok := lexicon.Has(t.Ref, lexicon.ClassCue); ok && c.Code == "rest" && t.End-t.Start >= 6 {
				return true
			}
		}
	}
	return false
}
