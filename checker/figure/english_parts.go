package figure

import (
	"github.com/hegao/hegao/checker/quantity"
)

// enList is a list of figures of one English sentence that may be parts.
type enList struct {
	parts []int
	rest  bool // a part is said to be what remains
	open  bool // the list says that it leaves something out
	and   bool // "and" leads to the last one
	end   int  // the item behind it
}

// partLike reports whether a figure may be a part or a total: an exact amount or
// count that stands for itself, in digits or words.
func (p *Page) partLike(f *Figure) bool {
	switch f.Kind {
	case quantity.Money, quantity.Measure:
	case quantity.Count, quantity.Number:
		if f.Decimals > 0 && f.Scale == 0 {
			return false
		}
	default:
		return false
	}
	return p.wholeLike(f) && !p.movedBy(f)
}

// wholeLike reports whether a figure may be a total that a list splits, also one
// that something moved by.
func (p *Page) wholeLike(f *Figure) bool {
	return f.Number.Len() > 0 && f.Hedge == quantity.None && !f.Mean && !f.Quotation && f.Value.Sign() > 0 && (counted(f) || f.Kind == quantity.Money || f.Kind == quantity.Measure)
}

// maySum reports whether a figure may be added to others of a total's sort.
func (p *Page) maySum(f, t *Figure) bool {
	if counted(f) && counted(t) {
		return f.Scale == t.Scale || f.Value.Cmp(quantity.Int(1000)) >= 0 && t.Value.Cmp(quantity.Int(1000)) >= 0
	}
	return bareWith(f, t) || bareWith(t, f) || p.addable(f, t)
}

// bareWith reports whether a bare number leaves out the unit of another figure: 96
// million dollars in cash and 52 million in notes; 390,000 tonnes, from 880,000.
func bareWith(f, g *Figure) bool {
	if f.Kind != quantity.Number || f.Unit != "" || g.Kind != quantity.Measure && g.Kind != quantity.Money {
		return false
	}
	thousand := quantity.Int(1000)
	return f.Scale > 0 && f.Scale == g.Scale || g.Kind == quantity.Measure && f.Value.Cmp(thousand) >= 0 && g.Value.Cmp(thousand) >= 0
}

// listFrom reads the list that begins at an item: one figure of the sort of t to
// each stretch between commas, with no more than lead words before it. Shares
// beside the figures, and what stands behind a preposition, say more of them.
func (p *Page) listFrom(items []enItem, i int, t *Figure, lead int) (l enList) {
	words, have, depth := 0, false, 0
	and := false
	for ; i < len(items); i++ {
		switch it := &items[i]; it.kind {
		case enLeft:
			depth++
		case enRight:
			if depth--; depth < 0 {
				l.end = i
				return l
			}
		case enComma, enSemi:
			if depth == 0 {
				words, have, and = 0, false, false
			}
		case enColon, enDash:
			if it.kind == enColon {
				l.open = true
			}
		case enWord:
			switch {
			case depth > 0:
			case it.class&enAnd != 0:
				words, have, and = 0, false, true
			case it.class&enRest != 0:
				l.rest = true
			case it.class&(enWho|enOpen) != 0 && it.class&(enThem|enOr) == 0, it.class&(enRise|enFall) != 0 && it.class&enNoun == 0:
				l.open = true
			}
			words++
		case enFig:
			f := &p.Figures[it.ref]
			if depth > 0 || have || !p.partLike(f) || !p.maySum(f, t) || p.relates(items, i) {
				if depth == 0 && !have && f.Hedge != quantity.None && counted(f) && counted(t) {
					l.open = true
				}
				continue
			}
			if words > lead {
				l.open = true
				continue
			}
			l.parts, l.and, have = append(l.parts, int(it.ref)), and, true
		}
	}
	l.end = len(items)
	return l
}

// relates reports whether the word right before a figure ties it to the one
// before: 31 were aged between 5 and 17.
func (p *Page) relates(items []enItem, i int) bool {
	return i > 1 && items[i-1].kind == enWord && items[i-1].class&enRelate != 0 && items[i-2].kind != enWord && items[i-2].kind != enColon && items[i-2].kind != enComma
}

// englishSums reads totals and their parts in English sentences: 640 beds: North
// with 210, Mercy with 190 and St. Anne with 240; of the 148 patients, 96 were
// children and 52 adults; 18 men and 23 women, 41 in all.
func (p *Page) englishSums(n int) {
	s := &p.Sentences[n]
	if p.Doc.Lang != "en" || s.AfterFig-s.FirstFig < 2 {
		return
	}
	items := p.itemsOf(n)
	p.colonParts(n, items)
	p.partsOf(n, items)
	p.splitInto(n, items)
	p.left(items)
	p.more(items)
	for k := s.FirstFig + 2; k < s.AfterFig; k++ {
		p.inAll(s, k)
	}
	p.bareList(n, items)
}

// colonParts reads a total before a colon and its parts behind. Where a number
// of things stands there (from three sources: …), the total is that of the
// sentence before.
func (p *Page) colonParts(n int, items []enItem) {
	at := -1
	for i := range items {
		if items[i].kind == enColon && at < 0 {
			at = i
		}
	}
	if at < 0 || p.leavesRest(&p.Sentences[n]) {
		return
	}
	for i := at - 1; i >= 0; i-- {
		if items[i].kind != enFig {
			continue
		}
		t := &p.Figures[items[i].ref]
		if !p.wholeLike(t) {
			continue
		}
		l := p.listFrom(items, at+1, t, 6)
		if n, ok := t.Value.Int64(); p.closed(&l) && (!ok || int(n) != len(l.parts)) {
			p.partition(t.Index, &l, 12)
			return
		} else if p.closed(&l) && p.splitBefore(items, i, &l) {
			return // 14 mills in three states: six, five and three
		}
		if count, ok := t.Value.Int64(); ok && i >= at-3 {
			p.announcedParts(n, items, at, int(count))
		}
		return
	}
}

// splitBefore keeps the sum of a list whose length an announced number gives,
// where a count before that is the total.
func (p *Page) splitBefore(items []enItem, i int, l *enList) bool {
	for i--; i >= 0; i-- {
		if items[i].kind != enFig {
			continue
		}
		t := &p.Figures[items[i].ref]
		if p.wholeLike(t) && p.sameSort(t, l.parts) {
			p.partition(t.Index, l, 5)
			return true
		}
		return false
	}
	return false
}

// announcedParts reads a list of so many amounts behind a colon, whose total is
// the only figure of their sort in the sentences before.
func (p *Page) announcedParts(n int, items []enItem, at, count int) {
	first := p.figureBehind(items, at)
	if first < 0 || count < 2 {
		return
	}
	l := p.listFrom(items, at+1, &p.Figures[first], 6)
	if !p.closed(&l) || len(l.parts) != count {
		return
	}
	if list := p.totalsIn(n, l.parts); len(list) == 1 {
		p.partition(list[0], &l, 5)
	}
}

func (p *Page) figureBehind(items []enItem, i int) int {
	for ; i < len(items); i++ {
		if items[i].kind == enFig {
			return int(items[i].ref)
		}
	}
	return -1
}

// closed reports whether a list is all there is: of two parts or more, the last
// of them led to by "and", with nothing left out.
func (p *Page) closed(l *enList) bool { return len(l.parts) >= 2 && l.and && !l.open }

// totalsIn returns the figures of the sentence before, or else of the one before
// that, that are of the sort of some parts and larger than each.
func (p *Page) totalsIn(n int, parts []int) (list []int) {
	for q := n - 1; q >= 0 && q >= n-2 && p.Sentences[q].Block >= p.Sentences[n].Block-1 && len(list) == 0; q-- {
		s := &p.Sentences[q]
		for k := s.FirstFig; k < s.AfterFig; k++ {
			if t := &p.Figures[k]; p.partLike(t) && p.sameSort(t, parts) {
				list = append(list, k)
			}
		}
	}
	return list
}

// sameSort reports whether a figure may be the total of parts, each of which is
// smaller.
func (p *Page) sameSort(t *Figure, parts []int) bool {
	for _, k := range parts {
		if f := &p.Figures[k]; !p.maySum(f, t) || f.Value.Cmp(t.Value) >= 0 {
			return false
		}
	}
	return true
}

// partition keeps a sum whose parts the words say are all.
func (p *Page) partition(total int, l *enList, within int64) {
	if !p.summed(total, l.parts) {
		p.keepSum(&Sum{Kind: Partition, Total: total, Parts: l.parts}, within)
	}
}
