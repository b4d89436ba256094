package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// rival looks for the figure of the copy that a heading's should be: one of the
// same unit that states the same fact or is a slip away. It finds none where a
// figure of the copy bears the heading out, verbatim, rounded, or as the sum or
// difference of two; a mere bound bears it out unless a figure of its own name
// is a slip away.
func (p *Page) rival(h *Figure, from, to int, page bool) Heading {
	none := Heading{Rival: -1}
	best, bound := none, -1 // bound: how much names the best of the mere bounds
	var same []*Figure
	alike := 0 // those that do the same
	aim := false
	for i := from; i < to; i++ {
		b := &p.Figures[i]
		if p.Doc.Blocks[b.Block].Kind == document.Headline && b.Block != h.Block && !p.joined() || b.Block == h.Block && p.joined() || p.quote(b) || b.Aside {
			continue
		}
		equal := b.Value.Cmp(h.Value) == 0
		switch {
		case b.Kind == quantity.Range || h.Kind == quantity.Range:
			r, fits := p.rangeRival(h, b)
			if fits {
				return none
			}
			if r.Weight > best.Weight {
				best = r
			}
			continue
		case b.Kind != h.Kind || b.Unit != h.Unit && !p.oneUnit(h, b):
			if equal && (h.Kind == quantity.Number || b.Kind == quantity.Number || h.Kind == quantity.Count && b.Kind == quantity.Count && (people[h.Unit] && people[b.Unit] || p.Shared(h, b) >= 4)) {
				return none
			}
			if equal && p.plainDollar(h, b) {
				return none
			}
			if equal && h.Kind == quantity.Money && b.Kind == quantity.Money && best.Weight < 3 {
				best = Heading{Head: h.Index, Rival: i, Slip: CurrencySlip, Weight: 3}
			}
			continue
		case equal && h.side() == above && h.Modality == Asserted && (b.Modality == Planned || b.Modality == Forecast):
			continue // what is aimed at bears out nothing
		case equal || rounds(h, b, h.Kind != quantity.Ordinal) || b.sig() > 1 && b.Modality == h.Modality && rounds(b, h, false):
			if h.side() != above || h.Modality != Asserted || b.Modality != Planned && b.Modality != Forecast {
				return none
			}
			aim = true // bears 突破百万 out only where nothing says what came of it
			continue
		}
		s, w, named := p.likeness(h, b)
		if keeps(h, b) {
			if h.Modality == b.Modality || b.Modality != Planned && b.Modality != Forecast {
				bound = max(bound, named) // what is aimed at bears out nothing that is said to be
			}
			continue
		}
		if h.side() == above && b.side() == exactly && h.Unit == b.Unit && !b.Bare {
			// 突破百万 over a level of that very name that is less.
			x, y := h.Value.Abs(), b.Value.Abs()
			if y.Cmp(x) < 0 && y.Mul(quantity.Int(2)).Cmp(x) > 0 && named == 2 && Compare(h.Metric, b.Metric) >= Narrower && h.Role == b.Role && h.Modality == b.Modality {
				w = max(w, 4)
			}
		}
		same = append(same, b)
		if roleClass(b.Role) == roleClass(h.Role) && b.Sign == h.Sign {
			alike++
		}
		if w > best.Weight || w == best.Weight && w > 0 && best.Slip == NoSlip && s != NoSlip {
			best = Heading{Head: h.Index, Rival: i, Slip: s, Weight: w}
		}
	}
	if best.Weight < 4 && (aim || derived(h, same)) {
		return none
	}
	switch {
	case best.Weight > 0 && alike <= few:
		best.Weight++ // hardly by chance
	case h.Kind == quantity.Percent && best.Weight < 3, h.Digits < 2 && best.Weight < 4:
		return none // rates and small numbers are often near each other
	}
	least := 3
	if page {
		least = 2
	}
	if best.Weight < least || bound >= 0 && (best.Weight < 4 || best.Slip == NoSlip || bound >= 2) {
		return none
	}
	return best
}

// people are the classifiers of persons.
var people = map[string]bool{"人": true, "名": true, "位": true, "个": true}

// few is how many figures of one unit may stand in the copy and a slip between
// two of them still hardly be chance.
const few = 2

// rangeRival compares a range with a figure of the copy: fits says that the
// copy bears it out. A range with one end alike and the other a slip away is
// its rival.
func (p *Page) rangeRival(h, b *Figure) (r Heading, fits bool) {
	if h.Unit != b.Unit {
		return r, false
	}
	if h.Kind != b.Kind || h.Low == nil || b.Low == nil || h.High == nil || b.High == nil {
		return r, h.Kind != quantity.Range && h.Set.Meets(b.Set)
	}
	lo, hi := endFits(h.Low, b.Low), endFits(h.High, b.High)
	if lo && hi {
		return r, true
	}
	s := NoSlip
	switch {
	case hi:
		s = SlipBetween(h.Low, b.Low)
	case lo:
		s = SlipBetween(h.High, b.High)
	}
	if s == NoSlip {
		return r, h.Set.Meets(b.Set)
	}
	return Heading{Head: h.Index, Rival: b.Index, Slip: s, Weight: 4}, false
}

// endFits reports whether two ends of ranges are one number, or one the other
// rounded.
func endFits(a, b *quantity.Quantity) bool {
	if a.Place == b.Place {
		return a.Value.Cmp(b.Value) == 0
	}
	return a.Printed.Meets(b.Printed)
}

// likeness weighs a figure of the copy as the one that a heading's should be: by
// the slip that would explain the difference, by the words around both, and by
// what both do; named is how much the words say. Headings drop 预计 and 同比, so
// these don't tell them apart.
func (p *Page) likeness(h, b *Figure) (s Slip, w, named int) {
	if contrasted(h.Metric, b.Metric) || p.periodsCompare(h, b) == period.Conflict && !p.heads(h, b) && h.Block != b.Block || h.Sign*b.Sign < 0 || h.Negative != b.Negative {
		return NoSlip, 0, 0
	}
	s = SlipBetween(&h.Quantity, &b.Quantity)
	if len(p.facts) > 0 {
		c := p.compareWords(&p.facts[h.Index], &p.facts[b.Index])
		if c.common == 0 || p.partsDiffer(h, b) {
			return NoSlip, 0, 0 // in English a heading names what it measures
		}
		named = max(1, min(c.proof, 2))
	}
	alike := Compare(h.Metric, b.Metric) >= Narrower || Compare(h.Noun, b.Noun) >= Narrower
	switch shared := p.Shared(h, b); {
	case alike || shared >= 4:
		named = 2
	case shared >= 2:
		named = 1
	}
	digits := min(h.Digits, b.Digits)
	if h.Kind == quantity.Percent {
		if s == NoSlip {
			return s, 0, named // rates are near each other by chance
		}
		if named < 2 {
			digits = min(h.sig(), b.sig())
		}
	}
	switch {
	case s != NoSlip && digits >= 3:
		w = 2
	case s != NoSlip && digits == 2:
		w = 1
	case s != NoSlip && (named < 2 || digits < 2 && h.Kind == quantity.Count):
		return s, 0, named
	case s == NoSlip && (!alike || p.Doc.Lang == "en" && b.Block != h.Block+1 || h.Hedge != quantity.None && h.sig() < 2 || h.Kind == quantity.Number || !b.Period.Equal(h.Period) || h.Role != b.Role):
		return s, 0, named
	}
	w += named
	if roleClass(h.Role) == roleClass(b.Role) && h.Sign == b.Sign && h.Among == b.Among {
		w++
	}
	if h.Modality == Forecast && b.Modality == Asserted {
		w--
	}
	return s, w, named
}

// oneUnit reports whether two units that were read as different may be one:
// a price per share that drops the share, francs that are Swiss further down.
func (p *Page) oneUnit(a, b *Figure) bool {
	x, _, _ := strings.Cut(a.Unit, "/")
	y, _, _ := strings.Cut(b.Unit, "/")
	if x == y {
		return true
	}
	u, v := strings.ToLower(p.Words(a.UnitRange)), strings.ToLower(p.Words(b.UnitRange))
	latin := u != "" && u[0] < 0x80
	return latin && (strings.HasSuffix(u, v) || strings.HasSuffix(v, u))
}

// side says on which side of its number a hedge puts the value.
type side int8

const (
	exactly side = iota
	above        // 超, 多, 突破, 至少
	belowIt      // 近, 不足, 以内
	around       // 约
	vague        // 几, 上百
)

func (f *Figure) side() side {
	switch f.Hedge {
	case quantity.None:
		return exactly
	case quantity.Over, quantity.Topped, quantity.AtLeast:
		return above
	case quantity.Nearly, quantity.Under, quantity.AtMost:
		return belowIt
	case quantity.About:
		return around
	}
	return vague
}

// keeps reports whether a figure b of the copy bears out a figure h of a heading
// as a bound or an approximation that b keeps without being far from it. Of two
// bounds of one kind the heading's must be the looser and the rounder: 超4000 for
// 突破4720, not 超7420.
func keeps(h, b *Figure) bool {
	x, y := h.Value.Abs(), b.Value.Abs()
	hs, bs := h.side(), b.side()
	if hs == vague || bs == vague {
		return h.Set.Meets(b.Set)
	}
	rounder := h.sig() < b.sig()
	above2, below2 := x.Cmp(y.Mul(quantity.Int(2))) < 0, y.Cmp(x.Mul(quantity.Int(2))) < 0
	switch {
	case hs == above && bs == above:
		return rounder && y.Cmp(x) > 0 && below2
	case hs == belowIt && bs == belowIt:
		return rounder && y.Cmp(x) < 0 && above2
	case hs == bs:
		return false
	case hs == above && bs != belowIt:
		return y.Cmp(x) > 0 && below2
	case hs == belowIt && bs != above:
		return y.Cmp(x) < 0 && x.Mul(quantity.Int(7)).Cmp(y.Mul(quantity.Int(10))) < 0
	case hs == around && bs == exactly:
		return h.Set.Contains(b.Value)
	case hs == exactly && bs != around:
		return b.sig() <= h.sig() && above2 && below2 && b.Typical().Contains(h.Value)
	case hs == exactly:
		return b.sig() < h.sig() && b.Typical().Contains(h.Value)
	}
	return h.Typical().Meets(b.Typical())
}

// rounds reports whether a is printed more coarsely than b and is b rounded or
// cut off there. Where zeros is set, zeros at the end of a whole number count as
// rounding, but not as cutting off.
func rounds(a, b *Figure, zeros bool) bool {
	if a.side() != exactly && a.side() != around && a.side() != b.side() || b.side() == vague {
		return false
	}
	cut := quantity.Dec(1, a.Place)
	place := a.Place
	if zeros && a.Decimals == 0 {
		if k := trailingZeros(a.Value.Abs().Shift(-a.Place)); k > 0 {
			place += k
			cut = quantity.Dec(5, place-1)
		}
	}
	if a.side() == around {
		cut = quantity.Dec(5, place-1)
	}
	if place <= b.Place || a.sig() >= b.sig() && a.Place <= b.Place {
		return false
	}
	gap := b.Value.Abs().Sub(a.Value.Abs())
	return gap.Cmp(cut) < 0 && gap.Cmp(quantity.Dec(-5, place-1)) >= 0
}

// derived reports whether a heading's figure is the sum or the difference of
// two of the copy's.
func derived(h *Figure, same []*Figure) bool {
	const most = 40
	if h.Kind == quantity.Percent && h.Role == Growth || h.Kind == quantity.Range {
		return false // rates don't add up
	}
	if len(same) > most {
		same = same[:most]
	}
	for i, a := range same {
		if a.Place > h.Place {
			continue
		}
		for _, b := range same[i+1:] {
			if b.Place > h.Place {
				continue // too coarse to give the heading's digits
			}
			if h.Printed.Meets(a.Printed.Add(b.Printed)) || h.Printed.Meets(a.Printed.Sub(b.Printed)) || h.Printed.Meets(b.Printed.Sub(a.Printed)) {
				return true
			}
		}
	}
	return false
}
