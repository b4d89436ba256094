package figure

import (
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// comparedBehind reports whether a figure says by how much something differs,
// and which way: 2.8 million tonnes more than.
func (r *enMover) comparedBehind(i int) (sign int8, ok bool) {
	for j := i + 1; j < len(r.items) && j <= i+2; j++ {
		it := &r.items[j]
		if it.kind != enWord {
			return 0, false
		}
		if it.class&(enUp|enDown) != 0 && j+1 < len(r.items) {
			next := &r.items[j+1]
			than := next.kind == enWord && next.class&enThan != 0 || it.class&enBase != 0 && j == i+1 && next.class&enArticle != 0 // £600,000 below the
			if !than && j+2 < len(r.items) && r.items[j+2].kind == enWord {
				than = r.items[j+2].class&enThan != 0 && next.kind == enWord && next.class == 0
			}
			return signOfClass(it.class, enUp, enDown), than
		}
		if it.class&^(enStop) != 0 {
			return 0, false
		}
	}
	return 0, false
}

// byThan makes a figure the amount by which the level before differs from what
// comes behind "than".
func (r *enMover) byThan(i, k int, sign int8) {
	if !(r.m.on && r.m.to >= 0 && r.m.from < 0 && r.m.by < 0 && r.m.rate < 0) {
		level := r.level
		if level < 0 && i >= 2 && r.items[i-1].kind == enComma && r.items[i-2].kind == enFig {
			level = k - 1
		}
		r.flush(r.sentence())
		r.m = noMove()
		if r.m.on = true; level < 0 {
			level = r.before(k)
		}
		r.m.to = level
	}
	r.m.sign = sign
	r.amount(i, k)
}

// isName reports whether a bare number is part of a name: the 944 Turbo.
func (r *enMover) isName(i int, f *Figure) bool {
	if f.Kind != quantity.Number || f.Grouped || f.Scale > 0 || i+1 >= len(r.items) {
		return false
	}
	next := &r.items[i+1]
	return next.kind == enWord && isUpper(r.p.Text[next.from])
}

// unlist takes a figure that says how much another differs by, and that one, for
// no list: 31 million tonnes, 3 million more than.
func (p *Page) unlist(f *Figure) {
	if f.ListLen != 2 || f.List != 1 {
		return
	}
	for k := f.ListHead; k <= f.Index; k++ {
		g := &p.Figures[k]
		g.List, g.ListLen, g.ListHead = 0, 1, k
	}
}

// before returns the level of the sentence before that "that was" points to: its
// first, where a figure opens its own sentence; -1 for none.
func (r *enMover) before(k int) int {
	n := r.sentence()
	if k != r.s.FirstFig || r.named || n == 0 || r.p.Sentences[n-1].Block != r.s.Block {
		return -1
	}
	q := &r.p.Sentences[n-1]
	if q.FirstFig >= q.AfterFig || !r.p.levelLike(&r.p.Figures[q.FirstFig]) {
		return -1
	}
	return q.FirstFig
}

// levelLike reports whether a figure may be a level that moves.
func (p *Page) levelLike(f *Figure) bool {
	return p.amountLike(f) || f.Kind == quantity.Duration && f.Number.Len() > 0 && isDigitByte(p.Text[f.Number.Start])
}

// asOf returns the day up to which a level is, as far as that is known: where
// nothing but the date of another level does, half a year before the day of publication, which what is
// dated earlier must be before.
func (r *enMover) asOf(f *Figure, d int) period.Date {
	switch {
	case f.Period.Known() && f.PeriodDate != d:
		return f.Period.End
	case r.p.Published.IsZero():
		return period.Date{}
	}
	return r.p.Published.AddDays(-halfYear)
}

const halfYear = 183

// meetsOpen takes a level for the first one of the change before, where its
// clause names nothing of its own and dates it before: there were 615 a year
// earlier.
func (r *enMover) meetsOpen(i, k int) {
	to := r.open.to
	b, a := &r.p.Figures[to], &r.p.Figures[k]
	if r.named || r.counted > 1 || !r.p.oneSort(a, b) || k <= to {
		return
	}
	for j := i + 1; j < len(r.items) && j <= i+6; j++ {
		it := &r.items[j]
		if it.kind == enFig || it.kind == enComma || it.kind == enSemi {
			return
		}
		if it.kind != enDate {
			continue
		}
		d := &r.p.Dates[it.ref]
		if d.Has(period.SamePeriod) || d.Period.Known() && d.Period.End.Before(r.asOf(b, int(it.ref))) {
			m := r.open
			m.from, m.since, m.sign = k, int(it.ref), 0
			r.openAt = -1
			r.keep(&m)
		}
		return
	}
}
