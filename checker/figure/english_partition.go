package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// partsOf reads a sentence that opens with "of the N" or "of these" as the parts
// of that count: where one is what remains, or where they come near it.
func (p *Page) partsOf(n int, items []enItem) {
	if len(items) < 4 || items[0].kind != enWord || items[0].class&(enAmong) == 0 {
		return
	}
	i := 1
	for i < len(items) && items[i].kind == enWord && items[i].class&(enArticle|enOf|enThem) != 0 {
		i++
	}
	if j := i; j < len(items) && items[i-1].class&enThem == 0 {
		for j < len(items) && j < i+3 && items[j].kind == enWord && items[j].class&^(enStop|enVague) == 0 {
			j++ // of the country's 31 mills
		}
		if j < len(items) && items[j].kind == enFig {
			i = j
		}
	}
	total := -1
	switch {
	case i < len(items) && items[i].kind == enFig:
		total = int(items[i].ref)
	case items[i-1].class&enThem != 0 && n > 0 && i < len(items) && items[i].kind == enComma:
		q := &p.Sentences[n-1]
		if total = q.FirstFig; q.FirstFig >= q.AfterFig || q.Block != p.Sentences[n].Block {
			return
		}
	default:
		return
	}
	for i < len(items) && items[i].kind != enComma {
		i++
	}
	t := &p.Figures[total]
	if i == len(items) || !p.partLike(t) && (t.Hedge != quantity.About || !counted(t)) {
		return
	}
	l := p.listFrom(items, i+1, t, 3)
	switch {
	case len(l.parts) < 2:
	case l.rest:
		p.partition(total, &l, 2)
	case !l.open:
		p.partition(total, &l, 12)
	}
}

// splitInto reads a total with all its classes right behind: 1,812 officers,
// 1,204 men and 608 women; 18 ministers (10 men and eight women).
func (p *Page) splitInto(n int, items []enItem) {
	for i := 0; i+3 < len(items); i++ {
		if items[i].kind != enFig {
			continue
		}
		t := &p.Figures[items[i].ref]
		if !p.partLike(t) {
			continue
		}
		j := i + 1
		for j < len(items) && j <= i+5 && items[j].kind == enWord && items[j].class&(enVerb|enOpen|enWho) == 0 {
			j++
		}
		if j >= len(items) || items[j].kind != enComma && items[j].kind != enDash && items[j].kind != enLeft {
			continue
		}
		l := p.listFrom(items, j+1, t, 2)
		if len(l.parts) < 2 || !p.sameSort(t, l.parts) {
			continue
		}
		for k := 2; k <= len(l.parts) && k <= 3; k++ {
			if p.allClasses(l.parts[:k]) {
				p.partition(t.Index, &enList{parts: l.parts[:k]}, 2)
				return
			}
		}
		if l.rest && !l.open {
			p.partition(t.Index, &l, 3)
			return
		}
		including := items[j].kind == enComma && j+1 < len(items) && items[j+1].class&enInclude != 0
		if p.closed(&l) && !p.leavesRest(&p.Sentences[n]) {
			p.oneSlip(t.Index, &l, including)
			return
		}
	}
}

// oneSlip keeps a list that stands right behind a total where it makes the total
// or misses it by one slip; parts that are said to be included and together make
// more are wrong in any case.
func (p *Page) oneSlip(total int, l *enList, including bool) {
	sum := Sum{Kind: Listed, Total: total, Parts: l.parts}
	if p.summed(total, l.parts) || !p.addUp(&sum) {
		return
	}
	if including && sum.Over {
		sum.Exclusive = true
	}
	if sum.Holds || sum.Exclusive || !including && sum.HasSlip && sum.close(p) && p.Figures[total].Digits >= 3 {
		p.Sums = append(p.Sums, sum)
	}
}

// allClasses reports whether what some figures count, by the words right behind,
// are all the classes of a thing: men and women.
func (p *Page) allClasses(parts []int) bool {
	for _, set := range knownClasses().sets {
		if len(set) != len(parts) {
			continue
		}
		seen := 0
		for _, k := range parts {
			for m, names := range set {
				if p.countsAny(&p.Figures[k], names) {
					seen |= 1 << m
				}
			}
		}
		if seen == 1<<len(set)-1 {
			return true
		}
	}
	return false
}

// countsAny reports whether the word right behind a number is one of some names.
func (p *Page) countsAny(f *Figure, names []string) bool {
	at := f.Number.End
	for at < len(p.Text) && p.Text[at] == ' ' {
		at++
	}
	end := at
	for end < len(p.Text) && isLatin(p.Text[end]) {
		end++
	}
	for _, name := range names {
		if end > at && strings.EqualFold(p.Text[at:end], name) {
			return true
		}
	}
	return false
}

// left reads what is left of a count: closed five of its 16 libraries, leaving
// 11.
func (p *Page) left(items []enItem) {
	for i := range items {
		if items[i].kind != enWord || items[i].class&enLeave == 0 {
			continue
		}
		rest := -1
		for j := i + 1; j < len(items) && j <= i+4 && rest < 0; j++ {
			if items[j].kind == enFig {
				rest = int(items[j].ref)
			}
		}
		if rest < 2 {
			return
		}
		b, t, a := &p.Figures[rest], &p.Figures[rest-1], &p.Figures[rest-2]
		words, ok := p.between(rest-2, rest-1)
		tail, of := closedBy("whole", words)
		if !ok || !of || !saysNothing(tail, 2) || b.Sentence != a.Sentence || !p.partLike(a) || !p.partLike(t) || !p.partLike(b) || !p.sameSort(t, []int{rest, rest - 2}) {
			return
		}
		if _, ok := p.between(rest-1, rest); ok {
			p.partition(rest-1, &enList{parts: []int{rest - 2, rest}}, 2)
		}
	}
}

// more reads a part that is larger than the whole that it is said to be of: 43 of
// the council's 41 members.
func (p *Page) more(items []enItem) {
	for i := 0; i+3 < len(items); i++ {
		if items[i].kind != enFig || items[i+1].kind != enWord || items[i+1].class&enOf == 0 || items[i+2].kind != enWord || items[i+2].class&enArticle == 0 {
			continue
		}
		j := i + 3
		for j < len(items) && j <= i+4 && items[j].kind == enWord && items[j].class&(enVerb|enSlots|enOpen) == 0 {
			j++
		}
		if j >= len(items) || items[j].kind != enFig {
			continue
		}
		a, w := &p.Figures[items[i].ref], &p.Figures[items[j].ref]
		if a.Kind == quantity.Number && w.Kind == quantity.Count && p.partLike(a) && p.partLike(w) && a.Scale == w.Scale && a.Value.Cmp(w.Value) > 0 {
			p.judge(&Sum{Kind: Listed, Total: w.Index, Parts: []int{a.Index}})
		}
	}
}

// bareList reads a sentence that is nothing but a list as the parts of the one
// figure of its sort in the sentence before, and such a list behind a semicolon as
// those of the first figure of its sentence. Nothing says so in words: only one
// slip between them does.
func (p *Page) bareList(n int, items []enItem) {
	for i := len(items) - 1; i > 0; i-- {
		if items[i].kind != enSemi {
			continue
		}
		first := p.figureBehind(items, i)
		total := p.figureBehind(items, 0)
		if first < 0 || total >= first || !p.wholeLike(&p.Figures[total]) {
			return
		}
		if l := p.listFrom(items, i+1, &p.Figures[total], 3); p.closed(&l) && len(l.parts) >= 3 && p.sameSort(&p.Figures[total], l.parts) {
			p.oneSlip(total, &l, false)
		}
		return
	}

	first := p.figureBehind(items, 0)
	if first < 0 || n == 0 || p.Sentences[n-1].Block != p.Sentences[n].Block || p.leavesRest(&p.Sentences[n]) {
		return
	}
	l := p.listFrom(items, 0, &p.Figures[first], 5)
	if !p.closed(&l) || len(l.parts) < 3 || len(l.parts) != p.figuresLike(n, first) {
		return
	}
	best := Sum{Total: -1}
	for _, t := range p.totalsIn(n, l.parts) {
		sum := Sum{Kind: Listed, Total: t, Parts: l.parts}
		switch {
		case p.summed(t, l.parts) || !p.addUp(&sum):
			return
		case sum.Holds:
			p.Sums = append(p.Sums, sum)
			return
		case sum.HasSlip && sum.close(p) && p.Figures[t].Digits >= 3:
			if best.Total >= 0 {
				return
			}
			best = sum
		}
	}
	if best.Total >= 0 {
		p.Sums = append(p.Sums, best)
	}
}

// figuresLike counts the figures of a sentence that are of the kind of one.
func (p *Page) figuresLike(n, k int) (count int) {
	s := &p.Sentences[n]
	for j := s.FirstFig; j < s.AfterFig; j++ {
		if f, g := &p.Figures[j], &p.Figures[k]; f.Kind == g.Kind || counted(f) && counted(g) {
			count++
		}
	}
	return count
}
