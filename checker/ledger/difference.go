package ledger

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/hegao/hegao/checker/period"
)

// Difference is a fact that two ledgers don't have alike. Old is nil for one
// that came, New for one that went.
type Difference struct {
	Old, New *Figure
	Changes  []Change
}

// Change is one quantity of a fact that changed: value, growth.同比, change,
// contribution, rank.全国, growth_rank.全国, status, released. Old or New is empty where one
// ledger doesn't have it.
type Change struct{ Key, Old, New string }

// Fact returns the figure of the difference, of the newer ledger where it is
// there.
func (d *Difference) Fact() *Figure {
	if d.New != nil {
		return d.New
	}
	return d.Old
}

// Diff compares two ledgers fact by fact, by the names of metric, entity and
// members: in the order of the newer ledger, what went at the end.
func Diff(older, newer *Ledger) (out []Difference) {
	old := map[string]*Figure{}
	for _, f := range older.Figures {
		if k := nameKey(f); old[k] == nil {
			old[k] = f
		}
	}
	seen := map[string]bool{}
	for _, f := range newer.Figures {
		k := nameKey(f)
		if seen[k] {
			continue
		}
		seen[k] = true
		was := old[k]
		if was == nil {
			out = append(out, Difference{New: f})
			continue
		}
		if changes := changesBetween(was, f); len(changes) > 0 {
			out = append(out, Difference{was, f, changes})
		}
	}
	for _, f := range older.Figures {
		if k := nameKey(f); !seen[k] {
			seen[k] = true
			out = append(out, Difference{Old: f})
		}
	}
	return out
}

// nameKey is what makes two figures of two ledgers one fact.
func nameKey(f *Figure) string {
	return f.Metric.Name + "\x00" + nameOf(f.Entity) + "\x00" + slotKey(f.Breakdown) + "\x00" + f.Period.String() + "\x00" + f.Modality
}

func changesBetween(a, b *Figure) (out []Change) {
	add := func(key string, x, y *Amount) {
		switch {
		case x == nil && y == nil:
		case x == nil:
			out = append(out, Change{key, "", y.Text})
		case y == nil:
			out = append(out, Change{key, x.Text, ""})
		case !sameAmount(&x.Quantity, &y.Quantity):
			out = append(out, Change{key, x.Text, y.Text})
		}
	}
	add("value", a.Value, b.Value)
	add("change", a.Change, b.Change)
	add("contribution", a.Contribution, b.Contribution)
	for _, basis := range bases(a, b) {
		add("growth."+basis, growthOn(a, basis), growthOn(b, basis))
	}
	out = append(out, rankChanges("rank.", a.Rank, b.Rank)...)
	out = append(out, rankChanges("growth_rank.", a.GrowthRank, b.GrowthRank)...)
	if a.Status != b.Status {
		out = append(out, Change{"status", a.Status, b.Status})
	}
	if a.Released != b.Released {
		out = append(out, Change{"released", dateWords(a.Released), dateWords(b.Released)})
	}
	return out
}

func dateWords(d period.Date) string {
	if d.IsZero() {
		return ""
	}
	return period.Point(d).String()
}

func bases(a, b *Figure) (out []string) {
	for _, f := range [...]*Figure{a, b} {
		for _, g := range f.Growth {
			if !slices.Contains(out, g.Basis) {
				out = append(out, g.Basis)
			}
		}
	}
	return out
}

func growthOn(f *Figure, basis string) *Amount {
	for i := range f.Growth {
		if f.Growth[i].Basis == basis {
			return &f.Growth[i].Amount
		}
	}
	return nil
}

func rankChanges(key string, a, b []Rank) (out []Change) {
	place := func(list []Rank, scope string) string {
		for _, r := range list {
			if r.Scope.Name == scope {
				return strconv.Itoa(r.Place)
			}
		}
		return ""
	}
	var scopes []string
	for _, r := range slices.Concat(a, b) {
		if !slices.Contains(scopes, r.Scope.Name) {
			scopes = append(scopes, r.Scope.Name)
		}
	}
	for _, s := range scopes {
		if x, y := place(a, s), place(b, s); x != y {
			out = append(out, Change{key + s, x, y})
		}
	}
	return out
}

// Renamed lists metrics of the newer ledger that go by a name which the older
// one gave first to another: old name, new name, sorted.
func Renamed(older, newer *Ledger) (out [][2]string) {
	for _, m := range older.Metrics {
		now := newer.Metric(m.Name, nil)
		if now != nil && now.Name != m.Name {
			out = append(out, [2]string{m.Name, now.Name})
		}
	}
	slices.SortFunc(out, func(a, b [2]string) int { return cmp.Compare(a[0], b[0]) })
	return out
}
