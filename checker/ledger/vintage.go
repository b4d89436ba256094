package ledger

import (
	"slices"

	"github.com/hegao/hegao/checker/period"
)

// On returns the figure as it stood on a day: as it stands, unless it is known to
// have come out later; else as the newest version that had come out by then, with
// the older ones under Replaced. Nil where no such version is known, or where
// several have no day to tell them apart by: of that day the ledger says nothing.
// The zero day is today's.
func (f *Figure) On(day period.Date) *Figure {
	if f.Released.IsZero() || day.IsZero() || !f.Released.After(day) {
		return f
	}
	best, undated := -1, 0
	for i := range f.Replaced {
		v := &f.Replaced[i]
		if v.out().IsZero() {
			undated++
		}
		if out := v.out(); !out.After(day) && (best < 0 || out.After(f.Replaced[best].out())) {
			best = i
		}
	}
	if best < 0 || f.Replaced[best].out().IsZero() && undated > 1 {
		return nil
	}
	v := &f.Replaced[best]
	old := *f
	old.Value, old.Change, old.Contribution, old.Growth = v.Value, v.Change, v.Contribution, v.Growth
	for i := range f.Replaced { // another row of the same day may say the rest
		if w := &f.Replaced[i]; i != best && !v.out().IsZero() && w.out() == v.out() {
			old.fill(w.Value, w.Change, w.Contribution, w.Growth)
		}
	}
	old.Rank, old.GrowthRank = nil, nil // nobody wrote down what they were
	old.Released, old.Pos = v.Released, v.Pos
	if v.Source != (Source{}) {
		old.Source = v.Source
	}
	old.Replaced = nil
	for i := range f.Replaced {
		if w := &f.Replaced[i]; i != best && (w.out().Before(v.out()) || w.out().IsZero()) {
			old.Replaced = append(old.Replaced, *w)
		}
	}
	return &old
}

// out is the day from which a version was known: when it came out, else the day
// as of which it stood. The zero date, before all others, where neither is said.
func (v *Version) out() period.Date {
	if v.Released.IsZero() {
		return v.AsOf
	}
	return v.Released
}

// vintages puts rows of one fact together that came out on different days, as
// tables of revised series have them: the last one is the figure, the others are
// versions that it replaced. What it doesn't say again stands.
func (b *builder) vintages() {
	last, revised := map[key]*Figure{}, false
	for _, f := range b.Figures {
		if f.Released.IsZero() {
			continue
		}
		k := f.key()
		g := last[k]
		if g == nil || f.Released.After(g.Released) {
			last[k] = f
		}
		revised = revised || g != nil && g.Released != f.Released
	}
	if !revised {
		return
	}
	older := map[*Figure][]*Figure{}
	b.Figures = slices.DeleteFunc(b.Figures, func(f *Figure) bool {
		if f.Released.IsZero() {
			return false
		}
		g := last[f.key()]
		if g.Released == f.Released {
			return false // two of one day contradict each other
		}
		older[g] = append(older[g], f)
		return true
	})
	for _, f := range b.Figures {
		rows := older[f]
		slices.SortStableFunc(rows, func(x, y *Figure) int { return y.Released.Compare(x.Released) })
		for _, r := range rows {
			f.supersede(r)
		}
	}
}

// supersede makes an older row of the same fact one of the versions of the
// figure.
func (f *Figure) supersede(old *Figure) {
	f.Replaced = append(f.Replaced, Version{Value: old.Value, Change: old.Change, Contribution: old.Contribution, Growth: old.Growth,
		Released: old.Released, Source: old.Source, Pos: old.Pos})
	f.Replaced = append(f.Replaced, old.Replaced...)
	f.fill(old.Value, old.Change, old.Contribution, old.Growth)
	if f.Rank == nil {
		f.Rank = old.Rank
	}
	if f.GrowthRank == nil {
		f.GrowthRank = old.GrowthRank
	}
}

// fill gives a figure the quantities that it lacks.
func (f *Figure) fill(value, change, contribution *Amount, growth []Growth) {
	if f.Value == nil {
		f.Value = value
	}
	if f.Change == nil {
		f.Change = change
	}
	if f.Contribution == nil {
		f.Contribution = contribution
	}
	own := len(f.Growth)
	for i := range growth {
		if growthOn(f, growth[i].Basis) == nil {
			f.Growth = append(f.Growth[:own:own], growth[i]) // the version's own list stays as it is
			own++
		}
	}
}
