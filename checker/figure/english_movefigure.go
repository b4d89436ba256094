package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// figure takes the figure of item i, the nth of the sentence, for what the words
// before it make it: a level, where that comes from, or by how much it moved.
func (r *enMover) figure(i, n int) {
	k := int(r.items[i].ref)
	f := &r.p.Figures[k]
	slot, steps := r.slot, r.steps
	r.slot, r.det = 0, 0
	r.counted++
	r.but = false
	sign, differs := r.comparedBehind(i)
	if differs {
		r.p.unlist(f)
	}
	if r.isName(i, f) {
		r.slot, r.counted = slot, r.counted-1
		return
	}
	if f.ListLen > 1 || f.Quotation {
		r.flush(n)
		r.clear()
		return
	}
	if f.Kind == quantity.Fraction && r.m.on && r.m.sign < 0 && r.m.fresh() && i > 0 && r.items[i-1].class&enIn != 0 {
		r.m.times = k // cut in half
		return
	}
	switch f.Kind {
	case quantity.Multiple:
		r.multiple(i, k, slot)
		return
	case quantity.Range:
		r.clear() // to 63 to 67 million
		return
	}
	if differs {
		r.byThan(i, k, sign)
		return
	}
	if r.takes(i, k, slot, steps) {
		return
	}
	if !r.p.levelLike(f) {
		return
	}
	r.standsAlone(i, k, n)
}

// standsAlone takes a figure that no word of change governs for a level.
func (r *enMover) standsAlone(i, k, n int) {
	if r.m.on && !r.m.fresh() {
		r.flush(n)
	}
	if r.openAt >= 0 && !r.m.on {
		r.meetsOpen(i, k)
	}
	if !r.m.on || !r.m.fresh() || r.m.bring {
		r.m = noMove()
	}
	r.level, r.free, r.crossed, r.other, r.last = k, true, false, false, -1
}

// takes makes a figure a part of the change under way, by the word before it.
func (r *enMover) takes(i, k int, slot enClass, steps int) bool {
	f := &r.p.Figures[k]
	m := &r.m
	switch {
	case slot == enTo && (m.on || m.from >= 0) && r.p.levelLike(f):
		if i >= 2 && r.items[i-2].kind == enFig && int(r.items[i-2].ref) == m.to {
			r.clear() // 63 to 67: a range
			return true
		}
		if m.from >= 0 && m.to < 0 && m.adverb && r.crossed {
			return false // to 71, up from 69, and to 63
		}
		if m.to >= 0 {
			r.again()
		}
		m.to = k
	case slot == enAt && m.on && m.to < 0 && r.last >= 0 && r.p.levelLike(f):
		m.to, m.at = k, true
	case slot == enFrom && r.p.levelLike(f):
		return r.start(i, k)
	case (slot&(enVersus|enThan) != 0 || slot == enOver && m.on) && r.p.levelLike(f) && m.from < 0:
		return r.compared(i, k)
	case slot == enOn && m.on && m.from < 0 && r.last >= 0 && r.p.levelLike(f):
		return r.start(i, k)
	case !m.on:
		return false
	case slot == enBy && m.word && !r.doing, slot == enOf && r.items[i-1].kind == enWord && r.afterNoun(i), slot == enRise && (steps <= 1 || f.Kind == quantity.Percent), slot == enNoun && steps <= 1:
		return r.amount(i, k)
	case slot == enOr && r.last >= 0 && r.last >= i-4:
		return r.amount(i, k)
	default:
		return false
	}
	r.level, r.free = k, false
	r.crossed, r.other, r.last = false, false, -1
	return true
}

// again keeps the change so far and begins one like it: imports to 12 from 10.
func (r *enMover) again() {
	sign := r.m.sign
	r.flush(r.sentence())
	r.m = noMove()
	r.m.on, r.m.sign = true, sign
}

// start takes a figure behind "from" for the level before.
func (r *enMover) start(i, k int) bool {
	if r.m.from >= 0 {
		r.again()
	}
	if !r.m.on {
		level := r.subject()
		r.m = noMove()
		r.m.level = -1
		if level >= 0 && r.crossed {
			r.m.to, r.m.on = level, true // 412, from 398
		}
	}
	if r.m.from = k; r.m.adverb && r.m.to < 0 {
		if r.m.to = r.m.level; r.m.to > 0 && !r.p.oneLevel(&r.p.Figures[r.m.to], &r.p.Figures[k]) {
			if before := r.m.to - 1; before >= r.s.FirstFig && r.p.levelLike(&r.p.Figures[before]) && r.p.oneLevel(&r.p.Figures[before], &r.p.Figures[k]) {
				r.m.to = before // 21 million, or 90 cents a share, down from 24 million
			}
		}
	}
	r.crossed = false
	return true
}

// compared takes a figure behind "compared with" for the level before of the
// last one like it.
func (r *enMover) compared(i, k int) bool {
	if r.m.on && r.m.to < 0 && r.m.by >= 0 && r.m.rate < 0 && r.like(k) == r.m.by {
		r.m.to, r.m.by, r.m.sign = r.m.by, -1, 0 // lost 84 million, compared with 121 million
	}
	if r.m.on && r.m.to < 0 && r.m.level < 0 {
		return false
	}
	if !r.m.on {
		to := r.like(k)
		if to < 0 {
			return false
		}
		r.m = noMove()
		r.m.on, r.m.to = true, to
	}
	r.m.from = k
	return true
}

// like returns the last level before a figure that is of its sort, with only
// one of another sort between: $94 million, or $1.18 a share, compared with $80
// million.
func (r *enMover) like(k int) int {
	for j := k - 1; j >= r.s.FirstFig && j >= k-2; j-- {
		if f := &r.p.Figures[j]; r.p.levelLike(f) && r.p.oneLevel(f, &r.p.Figures[k]) {
			if j == k-1 && r.other {
				return -1
			}
			return j
		}
	}
	return -1
}

// afterNoun reports whether "of" stands right behind a noun of change.
func (r *enMover) afterNoun(i int) bool {
	for j := i - 1; j > 0 && j >= i-4; j-- {
		if it := &r.items[j]; it.kind == enWord && it.class&enOf != 0 {
			return r.items[j-1].kind == enWord && r.items[j-1].class&(enGrowth|enShrink|enShift) != 0
		}
	}
	return false
}

// amount makes a figure the amount or the rate of the change under way.
func (r *enMover) amount(i, k int) bool {
	f, m := &r.p.Figures[k], &r.m
	if r.isChange(k) || f.Borrowed {
		return false // followed by a 4.9 percent rise; by 1,100 to 11.3 percent
	}
	whole := r.last >= 0 && m.rate >= 0 && f.Kind != quantity.Percent // 4.5 percent, or $86 a year
	if !whole && otherChange(strings.ToLower(r.p.Text[f.Range.End:min(len(r.p.Text), f.Range.End+24)])) {
		return false
	}
	switch f.Kind {
	case quantity.Percent, quantity.Fraction:
		if m.rate >= 0 {
			return false
		}
		m.rate = k
	case quantity.Point, quantity.Money, quantity.Count, quantity.Number, quantity.Measure, quantity.Duration:
		if m.by >= 0 {
			return false
		}
		m.by = k
	default:
		return false
	}
	r.last = i
	return true
}

// multiple takes a verb that multiplies, or notes that something fell by times.
func (r *enMover) multiple(i, k int, slot enClass) {
	f := &r.p.Figures[k]
	w := strings.ToLower(r.p.Words(f.Number))
	if i+2 < len(r.items) && r.items[i+1].kind == enWord && r.items[i+1].class&enArticle != 0 && r.items[i+2].kind == enFig && r.subject() >= 0 {
		level := r.level
		r.flush(r.sentence())
		r.m = noMove()
		r.m.on, r.m.times, r.m.to = true, k, level
		r.slot, r.steps = enThan, 0 // twice the 41 of two years ago
		return
	}
	if enWords()[w]&enFactor == 0 {
		if slot == enBy && r.m.on && r.m.sign < 0 && r.m.fresh() && strings.HasSuffix(strings.ToLower(r.p.Words(f.Range)), " times") {
			f.Role, f.Sign = Growth, -1
		}
		return
	}
	level := r.subject()
	r.flush(r.sentence())
	r.m = noMove()
	r.m.on, r.m.times, r.m.level = true, k, level
}
