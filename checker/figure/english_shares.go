package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// Restated is a share that the copy prints twice, in per cent and as a fraction:
// 37 percent of members, more than a third.
type Restated struct{ Percent, Fraction int }

// sharePair is a part with its share, of a whole that isn't beside them.
type sharePair struct{ part, share int }

// enSharer reads the shares of one English sentence.
type enSharer struct {
	p     *Page
	n     int
	items []enItem
	known map[int]bool // shares that have their part and whole already
	pairs []sharePair
}

// englishShares reads the shares of English sentences with their parts and
// wholes: 312 of the 1,240 homes, or a quarter; 25 percent of the 1,240 homes, or
// 310; 310 homes (25 percent).
func (p *Page) englishShares() {
	if p.Doc.Lang != "en" {
		return
	}
	known := map[int]bool{}
	for _, s := range p.Shares {
		known[s.Share] = true
	}
	r := enSharer{p: p, known: known}
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if s.AfterFig-s.FirstFig < 2 {
			continue
		}
		r.n, r.items, r.pairs = n, p.itemsOf(n), r.pairs[:0]
		for i := range r.items {
			if r.items[i].kind == enFig && (r.makesUp(i) || p.shareLike(int(r.items[i].ref))) {
				r.share(i)
			}
		}
		r.among()
		p.restShares(n, r.items)
	}
}

// shareLike reports whether a figure may state a share: in per cent or as a
// fraction, and no rate of a change.
func (p *Page) shareLike(k int) bool {
	f := &p.Figures[k]
	return (f.Kind == quantity.Percent || f.Kind == quantity.Fraction) && !f.Quotation && f.Role != Growth && f.Role != Change && f.ListLen <= 2 && !p.movedBy(f)
}

// makesUp reports whether "make up" stands right before a share, and takes it for
// one.
func (r *enSharer) makesUp(i int) bool {
	if i < 2 || r.items[i-1].kind != enWord || r.items[i-1].class&enUp == 0 || r.items[i-2].class&enShareVerb == 0 {
		return false
	}
	f := &r.p.Figures[r.items[i].ref]
	if f.Kind != quantity.Percent && f.Kind != quantity.Fraction {
		return false
	}
	f.Role, f.Sign = Share, 0
	return true
}

// isPartOf reports whether a figure may be a part of another: both count or
// measure the same things, and the part is the smaller.
func (p *Page) isPartOf(part, whole int) bool {
	a, w := &p.Figures[part], &p.Figures[whole]
	sort := p.oneLevel(a, w) || counted(a) && counted(w) && (a.Unit == "" || w.Unit == "" || a.Unit == w.Unit)
	return p.levelOf(a) && p.levelOf(w) && sort && a.Kind != quantity.Percent && a.Value.Cmp(w.Value) < 0 && !p.movedBy(a)
}

// levelOf reports whether a figure is an amount or a count, in digits or words.
func (p *Page) levelOf(f *Figure) bool {
	switch f.Kind {
	case quantity.Money, quantity.Measure, quantity.Count, quantity.Number:
		return !f.Quotation && f.ListLen == 1 && f.Number.Len() > 0
	}
	return false
}

// share reads the share at an item.
func (r *enSharer) share(i int) {
	k := int(r.items[i].ref)
	r.restated(i, k)
	if r.known[k] {
		return
	}
	part, j := r.partBefore(i)
	whole, next := r.wholeBehind(i)
	if whole < 0 && r.ofAnother(i) {
		if part >= 0 && !r.partOfAny(j) {
			r.pairs = append(r.pairs, sharePair{part, k}) // of the crop
		}
		return
	}
	if whole < 0 && part >= 0 {
		whole = r.wholeOf(j, part)
	}
	if part < 0 {
		part = r.partBehind(next)
	}
	if part < 0 && whole < 0 {
		part, whole = r.rateOf(i)
	}
	switch {
	case part < 0:
	case whole >= 0:
		if r.p.isPartOf(part, whole) {
			r.keep(part, whole, k, true)
		}
	default:
		r.pairs = append(r.pairs, sharePair{part, k})
	}
}

func (r *enSharer) keep(part, whole, share int, named bool) {
	r.known[share] = true
	r.p.Shares = append(r.p.Shares, ShareOf{Part: part, Whole: whole, Share: share, Named: named})
}

// tie is how what stands between two figures makes the second say the first in
// another way: " homes, or", " homes (", ", representing".
func (r *enSharer) tie(a, b int) bool {
	comma, or, bracket, words := false, false, false, 0
	for j := a + 1; j < b; j++ {
		switch it := &r.items[j]; {
		case it.kind == enComma:
			comma, words = true, 0
		case it.kind == enLeft:
			bracket, words = true, 0
		case it.kind == enWord && it.class&enOr != 0:
			or, words = true, 0
		case it.kind == enWord && it.class&enShareVerb != 0:
			or, comma, words = true, true, 0
		case it.kind != enWord, it.class&(enOpen|enWho|enRise|enFall|enSlots)&^(enOr|enOf|enFrom|enAt|enOn) != 0:
			return false
		default:
			if words++; words > 6 || (or || bracket || comma) && words > 1 {
				return false
			}
		}
	}
	return bracket && b+1 < len(r.items) && r.closes(b+1) || or && !r.elseBehind(b)
}

// closes reports whether a bracket closes at an item, or one word behind it.
func (r *enSharer) closes(i int) bool {
	return r.items[i].kind == enRight || r.items[i].kind == enComma || i+3 < len(r.items) && r.items[i].kind == enWord && r.items[i].class&enOf != 0
}

// elseBehind reports whether the words behind a figure make what stands before
// it a choice: or $500, whichever is greater.
func (r *enSharer) elseBehind(b int) bool {
	f := &r.p.Figures[r.items[b].ref]
	behind := strings.ToLower(r.p.Text[f.Range.End:min(len(r.p.Text), f.Range.End+40)])
	return strings.Contains(behind, "whichever") || strings.HasPrefix(strings.TrimLeft(behind, " "), "more")
}

// last returns the last count before an item of its sentence, which "of those"
// behind it stands for; -1 for none.
func (r *enSharer) last(i int) int {
	for j := i - 1; j >= 0; j-- {
		if r.items[j].kind == enFig {
			if k := int(r.items[j].ref); counted(&r.p.Figures[k]) && r.p.levelOf(&r.p.Figures[k]) {
				return k
			}
			return -1
		}
	}
	return -1
}

// rateOf reads a rate behind a part and its whole: solved 22 of the 25, a
// clear-up rate of 88 percent; turnout was 64 percent, with 5.4 million of 8.4
// million casting ballots.
func (r *enSharer) rateOf(i int) (part, whole int) {
	rate := false
	for j := i - 1; j >= 0 && j >= i-12; j-- {
		it := &r.items[j]
		if it.kind == enWord && it.class&enRateNoun != 0 {
			rate = true
		}
		if it.kind == enFig {
			if a, ok := r.partOf(j); rate && ok {
				return int(r.items[a].ref), int(it.ref)
			}
			break
		}
	}
	if !rate || i+2 >= len(r.items) || r.items[i+1].kind != enComma && r.items[i+1].kind != enLeft {
		return -1, -1
	}
	for j := i + 2; j < len(r.items) && j <= i+9; j++ {
		if it := &r.items[j]; it.kind == enFig {
			if a, ok := r.partOf(j); ok && a > i {
				return int(r.items[a].ref), int(it.ref)
			}
		} else if it.kind != enWord {
			break
		}
	}
	return -1, -1
}

// restated reads a share that stands right behind another one and says it again.
func (r *enSharer) restated(i, k int) {
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		it := &r.items[j]
		if it.kind != enFig {
			continue
		}
		g, f := &r.p.Figures[it.ref], &r.p.Figures[k]
		last := i+1 >= len(r.items) || r.items[i+1].kind == enComma || r.items[i+1].kind == enRight
		if g.Kind == f.Kind || !r.p.shareLike(int(it.ref)) || !last || !r.tie(j, i) && !(f.Kind == quantity.Fraction && r.items[i-1].kind == enComma && i-j <= 5) {
			return
		}
		p := Restated{Percent: int(it.ref), Fraction: k}
		if f.Kind == quantity.Percent {
			p = Restated{Percent: k, Fraction: int(it.ref)}
		}
		r.p.Restateds = append(r.p.Restateds, p)
		return
	}
}

// among ties the pairs of part and share of a sentence to the whole that some of
// them fit: the rest of them are of it, too.
func (r *enSharer) among() {
	if len(r.pairs) < 2 {
		return
	}
	best, most := -1, 0
	first := r.pairs[0].part
	for k := first - 1; k >= 0 && k >= first-12 && r.p.Figures[k].Sentence >= r.n-2; k-- {
		fits := 0
		for _, x := range r.pairs {
			if !r.p.isPartOf(x.part, k) {
				fits = 0
				break
			}
			if r.p.shareFits(x.part, k, x.share) {
				fits++
			}
		}
		if fits > most {
			best, most = k, fits
		}
	}
	if best < 0 || most == 1 && len(r.pairs) > 2 {
		return
	}
	for _, x := range r.pairs {
		if r.p.shareNear(x.part, best, x.share) {
			r.keep(x.part, best, x.share, most > 1)
		}
	}
}

// shareNear reports whether a share is so near to what a part and a whole give
// that it must be of them, right or wrong.
func (p *Page) shareNear(part, whole, share int) bool {
	a, w, s := &p.Figures[part], &p.Figures[whole], &p.Figures[share]
	v, ok := a.Value.Div(w.Value)
	said := s.Value
	if s.Kind == quantity.Percent {
		said = said.Shift(-2)
	}
	return ok && v.Mul(quantity.Dec(6, -1)).Cmp(said) <= 0 && said.Mul(quantity.Dec(6, -1)).Cmp(v) <= 0
}

// shareFits reports whether a share is what a part and a whole give.
func (p *Page) shareFits(part, whole, share int) bool {
	a, w, s := &p.Figures[part], &p.Figures[whole], &p.Figures[share]
	if !w.Set.Bounded() || w.Set.Lo.Sign() <= 0 {
		return false
	}
	v, ok := quantity.Corners(func(x ...quantity.Num) (quantity.Num, bool) {
		q, ok := x[0].Div(x[1])
		return q.Shift(2), ok
	}, a.Set, w.Set)
	set := s.Set
	if s.Kind == quantity.Fraction {
		set = set.Shift(2)
	}
	return ok && v.Meets(set)
}

// restShares reads a list of shares that names the rest of its whole, so that it
// makes a hundred.
func (p *Page) restShares(n int, items []enItem) {
	var shares []int
	rest := false
	for i := range items {
		it := &items[i]
		if it.kind != enFig {
			continue
		}
		f := &p.Figures[it.ref]
		if f.Kind != quantity.Percent || !p.shareLike(int(it.ref)) {
			if f.Kind == quantity.Percent {
				return
			}
			continue
		}
		shares = append(shares, int(it.ref))
		rest = i > 0 && items[i-1].kind == enWord && items[i-1].class&enRest != 0
	}
	if rest && len(shares) >= 3 && !p.wholeKnown(shares) {
		p.wholeShares(shares, 10)
	}
}

func (p *Page) wholeKnown(shares []int) bool {
	for i := range p.Wholes {
		if p.Wholes[i].Shares[0] == shares[0] {
			return true
		}
	}
	return false
}
