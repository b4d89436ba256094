package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// wholeOf returns the whole that stands with a part before a share: that of
// which the part is said to be, or of "them".
func (r *enSharer) wholeOf(at, part int) int {
	of := false
	for j := at + 1; j < len(r.items) && j <= at+6 && r.items[j].kind <= enFig; j++ {
		it := &r.items[j]
		switch {
		case it.kind == enFig:
			if of && r.p.isPartOf(part, int(it.ref)) {
				return int(it.ref)
			}
			return -1
		case it.class&enOf != 0:
			of = true
		case of && it.class&enThem != 0:
			return r.them(part)
		}
	}
	if at < 2 {
		return -1
	}
	if w := r.opening(at); w >= 0 && r.p.isPartOf(part, w) {
		return w
	}
	if w := r.ofWhich(at); w >= 0 && r.p.isPartOf(part, w) {
		return w
	}
	if r.opensAmong(at) {
		return r.them(part)
	}
	return -1
}

// ofWhich returns the figure that "of which" before a part stands for: 37 million
// tons, of which China took 27 million; -1 for none.
func (r *enSharer) ofWhich(at int) int {
	for i := at - 1; i >= 2 && i >= at-6; i-- {
		switch it := &r.items[i]; {
		case it.kind != enWord:
			return -1
		case it.class&enThem != 0 && r.items[i-1].class&enOf != 0 && r.items[i-2].kind == enComma:
			if i >= 3 && r.items[i-3].kind == enFig {
				return int(r.items[i-3].ref)
			}
			return -1
		}
	}
	return -1
}

// opening returns the count that the sentence opens with as what it goes on to
// split: of the 1,150 delegates, 782, or 68 percent; -1 for none.
func (r *enSharer) opening(at int) int {
	if r.items[0].class&enAmong == 0 {
		return -1
	}
	for i := 1; i < at && i <= 4; i++ {
		switch it := &r.items[i]; {
		case it.kind == enFig:
			if w := &r.p.Figures[it.ref]; counted(w) {
				return w.Index
			}
			return -1
		case it.kind != enWord:
			return -1
		}
	}
	return -1
}

// opensAmong reports whether the sentence opens with "of these" before an item.
func (r *enSharer) opensAmong(at int) bool {
	return r.items[0].class&enAmong != 0 && r.items[1].kind == enWord && r.items[1].class&enThem != 0
}

// them returns the count that "them" stands for: the only one before the part in
// its sentence, else the first of the sentence before.
func (r *enSharer) them(part int) int {
	found := -1
	s := &r.p.Sentences[r.n]
	for k := s.FirstFig; k < min(s.AfterFig, part); k++ {
		if r.p.isPartOf(part, k) {
			if found >= 0 {
				return -1
			}
			found = k
		}
	}
	if found >= 0 || r.n == 0 || r.p.Sentences[r.n-1].Block != s.Block {
		return found
	}
	q := &r.p.Sentences[r.n-1]
	for k := q.FirstFig; k < q.AfterFig; k++ {
		if w := &r.p.Figures[k]; counted(w) && r.p.isPartOf(part, k) {
			return k
		}
	}
	return -1
}

// wholeBehind returns the whole right behind a share, or -1, and the item behind
// it: 25 percent of the 1,240 homes; 75 percent, of the 1.5 million outstanding.
func (r *enSharer) wholeBehind(i int) (whole, next int) {
	j := i + 1
	if j+1 < len(r.items) && r.items[j].kind == enComma && r.items[j+1].class&enOf != 0 {
		j++
	}
	if j >= len(r.items) || r.items[j].kind != enWord || r.items[j].class&enOf == 0 {
		return -1, i + 1
	}
	for j++; j < len(r.items) && j <= i+7; j++ {
		it := &r.items[j]
		switch {
		case it.kind == enFig:
			if w := int(it.ref); r.p.levelOf(&r.p.Figures[w]) {
				return w, j + 1
			}
			return -1, j
		case it.kind != enWord, it.class&(enOpen|enWho|enRise|enFall|enLink) != 0:
			return -1, j
		case it.class&enThem != 0:
			return r.last(i), j + 1
		}
	}
	return -1, j
}

// ofAnother reports whether a share is said to be of something that isn't a
// figure, other than the total.
func (r *enSharer) ofAnother(i int) bool {
	if i+1 >= len(r.items) || r.items[i+1].kind != enWord || r.items[i+1].class&enOf == 0 {
		return false
	}
	for j := i + 2; j < len(r.items) && j <= i+4 && r.items[j].kind == enWord; j++ {
		if r.items[j].class&(enTotal|enThem) != 0 {
			return false
		}
	}
	return true
}

// partOf returns the item of the part of which the figure at an item is the
// whole: 312 of the 1,240.
func (r *enSharer) partOf(w int) (int, bool) {
	of := false
	for j := w - 1; j >= 0 && j >= w-6; j-- {
		it := &r.items[j]
		switch {
		case it.kind == enFig:
			return j, of && r.p.isPartOf(int(it.ref), int(r.items[w].ref))
		case it.kind != enWord, it.class&(enVerb|enOpen|enWho) != 0:
			return 0, false
		case it.class&enOf != 0:
			of = true
		}
	}
	return 0, false
}

// partOfAny reports whether a part is said to be of a figure: what a share beside
// it is of is something else then.
func (r *enSharer) partOfAny(at int) bool {
	return at+1 < len(r.items) && r.items[at+1].kind == enWord && r.items[at+1].class&enOf != 0
}

// partBefore returns the part that stands right before a share and its item, or
// -1.
func (r *enSharer) partBefore(i int) (part, at int) {
	for j := i - 1; j >= 0 && j >= i-10; j-- {
		if r.items[j].kind != enFig {
			continue
		}
		k := int(r.items[j].ref)
		if r.p.levelOf(&r.p.Figures[k]) && r.tie(j, i) {
			if w := j - 1; w > 0 { // 312 of the 1,240 homes, or a quarter: the part is farther
				if a, ok := r.partOf(j); ok {
					return int(r.items[a].ref), a
				}
			}
			return k, j
		}
		return -1, -1
	}
	return -1, -1
}

// partBehind returns the part that stands behind a share and its whole: , or 310
// of them; , 310 in all; , about 310.
func (r *enSharer) partBehind(j int) int {
	for end := j + 6; j < len(r.items) && j < end && r.items[j].kind == enWord; j++ {
		if r.items[j].class&(enOpen|enWho|enOf) != 0 {
			return -1
		}
	}
	if j+1 >= len(r.items) || r.items[j].kind != enComma && r.items[j].kind != enLeft && r.items[j].kind != enDash {
		return -1
	}
	bracket := r.items[j].kind == enLeft
	if j++; j+1 < len(r.items) && r.items[j].kind == enWord && r.items[j].class&enOr != 0 {
		bracket = true
		j++
	}
	if r.items[j].kind != enFig || !r.p.levelOf(&r.p.Figures[r.items[j].ref]) || r.elseBehind(j) {
		return -1
	}
	f := &r.p.Figures[r.items[j].ref]
	behind := strings.TrimLeft(strings.ToLower(r.p.Text[f.Range.End:min(len(r.p.Text), f.Range.End+16)]), " ")
	if _, all := openedBy("all", cutMark(behind)); bracket || all || f.Hedge == quantity.About || j+1 < len(r.items) && r.items[j+1].kind == enComma {
		return f.Index
	}
	return -1
}
