package ledger

import (
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// check reports what the ledger says against itself.
func (b *builder) check() {
	b.duplicates()
	for _, m := range b.Metrics {
		if len(m.SumOf) > 0 {
			b.sums(m)
		}
		if m.Numerator != nil && m.Denominator != nil {
			b.ratios(m)
		}
	}
	for _, bd := range b.Breakdowns {
		if bd.Partition {
			b.partition(bd)
		}
	}
}

// facets are the numbers that a figure may give for its key: two figures with
// one key may share the key, not a facet.
func (f *Figure) facets(yield func(facet string, a *Amount) bool) {
	for _, x := range []struct {
		name string
		a    *Amount
	}{{"value", f.Value}, {"change", f.Change}, {"contribution", f.Contribution}} {
		if x.a != nil && !yield(x.name, x.a) {
			return
		}
	}
	for i := range f.Growth {
		if !yield("growth "+f.Growth[i].Basis, &f.Growth[i].Amount) {
			return
		}
	}
}

// duplicates reports figures with one key that give the same facet, unless one
// of them lists the other's number among those it replaced, or two files say the
// same of it.
func (b *builder) duplicates() {
	for _, f := range b.Figures {
		list := b.index.exact[f.key()]
		if len(list) < 2 || list[0] == f || f.Period.IsZero() {
			continue
		}
		for _, g := range list {
			if g == f {
				break
			}
			if !shareFacet(g, f) || replaces(f, g) || replaces(g, f) || agree(f, g) {
				continue
			}
			p := b.add(f.Pos, 1, say(msgTwoFigures, f.Describe()))
			p.Also, p.AlsoExcerpt = g.Pos, b.excerpt(g.Pos, 1)
			break
		}
	}
}

func shareFacet(f, g *Figure) bool {
	for x := range f.facets {
		for y := range g.facets {
			if x == y {
				return true
			}
		}
	}
	for _, r := range f.Rank {
		for _, s := range g.Rank {
			if r.Scope == s.Scope {
				return true
			}
		}
	}
	return false
}

// replaces reports whether the new figure lists the old one's value as one that
// it replaced.
func replaces(newer, older *Figure) bool {
	for _, v := range newer.Replaced {
		if v.Value != nil && older.Value != nil && v.Value.Quantity.Value.Cmp(older.Value.Quantity.Value) == 0 {
			return true
		}
	}
	return false
}

// summable reports whether an amount can be added up with others.
func summable(a, b *Amount) bool {
	p, q := a.Quantity, b.Quantity
	return kindOf(p) == kindOf(q) && p.Unit == q.Unit && p.Set.Bounded()
}

// sums checks every total of a metric whose parts all have values.
func (b *builder) sums(m *Metric) {
	for _, total := range b.index.metric[m] {
		if total.Value == nil {
			continue
		}
		parts := make([]*Figure, 0, len(m.SumOf))
		for _, part := range m.SumOf {
			k := total.key()
			k.metric = part
			if f := b.index.valued(k); f != nil {
				parts = append(parts, f)
			}
		}
		if len(parts) == len(m.SumOf) {
			b.adds(total, parts, func(f *Figure) string { return f.Metric.Name })
		}
	}
}

// partition checks every total of which the ledger has all members.
func (b *builder) partition(bd *Breakdown) {
	for _, total := range b.Figures {
		if total.Value == nil || hasSlot(total, bd) {
			continue
		}
		var parts []*Figure
		for _, member := range bd.Members {
			k := keyOf(total.Metric, total.Entity, withSlot(total.Breakdown, Slot{bd, member}), total.Period, total.Modality)
			if f := b.index.valued(k); f != nil {
				parts = append(parts, f)
			}
		}
		if len(parts) == len(bd.Members) && len(parts) > 1 {
			b.adds(total, parts, func(f *Figure) string { return f.Breakdown[slotOf(f, bd)].Member.Name })
		}
	}
}

func slotOf(f *Figure, bd *Breakdown) int {
	for i, s := range f.Breakdown {
		if s.Breakdown == bd {
			return i
		}
	}
	return -1
}

func hasSlot(f *Figure, bd *Breakdown) bool { return slotOf(f, bd) >= 0 }

// adds reports a total that its parts can't add up to, within what rounding
// and hedges allow.
func (b *builder) adds(total *Figure, parts []*Figure, label func(*Figure) string) {
	set, sum := quantity.Exactly(quantity.Int(0)), quantity.Int(0)
	terms := make([]string, len(parts))
	for i, p := range parts {
		if !summable(p.Value, total.Value) {
			return
		}
		set, sum = set.Add(p.Value.Quantity.Set), sum.Add(p.Value.Quantity.Value)
		terms[i] = label(p) + " " + p.Value.Text
	}
	if set.Meets(total.Value.Quantity.Set) {
		return
	}
	arithmetic := strings.Join(terms, " + ") + " = " + inStyle(sum, total.Value)
	p := b.add(total.Value.Pos, len([]rune(total.Value.Text)), say(msgSum, arithmetic, total.Value.Text, total.Describe()))
	p.Also, p.AlsoExcerpt = parts[0].Value.Pos, b.excerpt(parts[0].Value.Pos, len([]rune(parts[0].Value.Text)))
}

// inStyle prints a number with the scale and unit that an amount is written in.
func inStyle(n quantity.Num, like *Amount) string {
	q := like.Quantity
	head := strings.TrimLeft(like.Text, "+-−0123456789., \u00a0")
	return n.Shift(-q.Scale).Decimal(max(q.Decimals, 0)) + head
}

// ratios checks every value of a metric that is the ratio of two others.
func (b *builder) ratios(m *Metric) {
	for _, f := range b.index.metric[m] {
		if f.Value == nil || f.Value.Quantity.Kind == quantity.Range {
			continue
		}
		k := f.key()
		k.metric = m.Numerator
		over := b.index.valued(k)
		k.metric = m.Denominator
		under := b.index.valued(k)
		if over == nil || under == nil || !summable(over.Value, under.Value) || under.Value.Quantity.Set.Contains(quantity.Int(0)) {
			continue
		}
		per := quantity.Int(m.Per)
		set, ok := quantity.Corners(func(n ...quantity.Num) (quantity.Num, bool) {
			r, ok := n[0].Div(n[1])
			return r.Mul(per), ok
		}, over.Value.Quantity.Set, under.Value.Quantity.Set)
		if !ok || set.Meets(f.Value.Quantity.Set) {
			continue
		}
		r, _ := over.Value.Quantity.Value.Div(under.Value.Quantity.Value)
		shown := over.Value.Text + " ÷ " + under.Value.Text + " × " + strconv.FormatInt(m.Per, 10) + " = " + inStyle(r.Mul(per), f.Value)
		b.add(f.Value.Pos, len([]rune(f.Value.Text)), say(msgRatio, shown, f.Value.Text))
	}
}
