package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/quantity"
)

// portion ties a share to the part that its words point back to (占, 占比, or a
// name as in 城镇占了) and to the whole: the one that its words name, before or
// behind it, else the one that the part was split off. Where several levels may be
// the whole, one that the numbers bear out is believed; only one that the words
// single out can contradict the share.
func (p *Page) portion(i int) bool {
	f := &p.Figures[i]
	if p.Doc.Lang == "en" || f.Role != Share || f.ListLen > 1 || f.Kind != quantity.Percent && f.Kind != quantity.Fraction {
		return false
	}
	part := p.portionOf(i)
	if part < 0 || p.Figures[part].Modality.claim() != f.Modality.claim() || p.redated(part, f) {
		return false
	}
	den, place := p.denominator(f)
	var wholes [mostLevels]int
	var list []int
	named := false
	if name := wholeName(den); name != "" {
		named = true
		list = p.wholesNamed(i, part, name, place, wholes[:0])
	} else if w := p.wholeBeside(i, part); w >= 0 {
		list = append(wholes[:0], w)
	} else if place == "" || Local(place) {
		list = p.wholesAround(part, wholes[:0])
	}
	for _, w := range list {
		if p.bearsOut(part, w, i) {
			p.Shares = append(p.Shares, ShareOf{Part: part, Whole: w, Share: i, Named: named})
			return true
		}
	}
	if len(list) == 0 || !p.oneValue(list) {
		return false
	}
	if exact := named && p.calls(list[0], wholeName(den)); exact || p.nearlyBearsOut(part, list[0], i) {
		p.Shares = append(p.Shares, ShareOf{Part: part, Whole: list[0], Share: i, Named: named})
		return true
	}
	return false
}

// redated reports whether a date stands between a figure and another, so that the
// other is of another time.
func (p *Page) redated(a int, f *Figure) bool {
	return f.PeriodDate >= 0 && p.Dates[f.PeriodDate].Start > p.Figures[a].Range.End
}

// wholeBeside returns the whole of the share before in the sentence, where its part
// is named like this one's: 机电产品152亿元，占出口的57%；农产品61亿元，占23%.
func (p *Page) wholeBeside(i, part int) int {
	f, g := &p.Figures[i], &p.Figures[part]
	for n := len(p.Shares) - 1; n >= 0; n-- {
		s := &p.Shares[n]
		a := &p.Figures[s.Part]
		if p.Figures[s.Share].Sentence != f.Sentence {
			return -1
		}
		if a.Unit == g.Unit && a.Kind == g.Kind && a.Among == g.Among && s.Part != part && s.Whole != part && commonTail(a.Metric, g.Metric) >= 6 {
			return s.Whole
		}
	}
	return -1
}

// portionOf returns the part that a share is of: one that the words before 占
// name, else the level right before in its chain of clauses; -1 for none.
func (p *Page) portionOf(i int) int {
	f := &p.Figures[i]
	s := &p.Sentences[f.Sentence]
	r := p.label(i)
	name := ""
	if c := p.CuesIn(shareVerb, r); len(c) > 0 {
		name = strings.TrimSuffix(strings.TrimSuffix(p.phraseOf(r.Start, c[0].Start, p.tokenFrom(r.Start)).key, "所"), "的")
	}
	if name != "" {
		for j := i - 1; j >= 0 && i-j <= mostLevels && p.Figures[j].Block == f.Block && p.Figures[j].Sentence >= f.Sentence-1; j-- {
			if g := &p.Figures[j]; isLevel(g) && g.ListLen == 1 && g.Role != Change && p.namedBy(j, name) {
				return j
			}
		}
		return -1
	}
	for j := i - 1; j >= s.FirstFig; j-- {
		g := &p.Figures[j]
		switch {
		case p.cutBetween(g.Token, f.Token):
			return -1
		case g.Role == Change || g.Role == Growth || g.Role == Share || g.Kind == quantity.Rank || g.Kind == quantity.Point || p.comparesLevel(j):
			continue
		case isLevel(g) && g.ListLen == 1 && !(p.saysEarlier(j) && p.levelBefore(s, j)):
			return j
		}
		return -1
	}
	return -1
}

// namedBy reports whether the words before a level name what a name says: they
// begin or end with it, behind what opens the clause.
func (p *Page) namedBy(k int, name string) bool {
	r := p.label(k)
	key := p.phraseOf(r.Start, r.End, p.tokenFrom(r.Start)).key
	return utf8.RuneCountInString(name) >= 2 && (strings.HasPrefix(key, name) || strings.HasSuffix(key, name))
}

// wholeName strips the words for "all of" and "total" off the name of a whole;
// nothing is left of one that only points to the whole at hand: 占总数的.
func wholeName(den string) string {
	for n := wordAt(den, 0, wholeOpening); n > 0; n = wordAt(den, 0, wholeOpening) {
		den = den[n:]
	}
	return bareWhole(den)
}

// bareWhole strips the words that only say that a number of things is meant.
func bareWhole(key string) string {
	for n := wordBefore(key, wholeClosing); n > 0; n = wordBefore(key, wholeClosing) {
		key = key[:len(key)-n]
	}
	return key
}

// wholesNamed gathers the levels that a name may mean: those whose metric it is,
// before the share or in the sentence behind.
func (p *Page) wholesNamed(i, part int, name, place string, room []int) []int {
	f, g := &p.Figures[i], &p.Figures[part]
	for j := max(0, i-2*mostLevels); j < len(p.Figures) && j <= i+mostWholes && len(room) < cap(room); j++ {
		w := &p.Figures[j]
		if w.Sentence > f.Sentence+1 || j > i && w.Block != f.Block {
			break
		}
		if j == part || j == i || !isLevel(w) || w.ListLen > 1 || w.Start || w.Role == Change || w.Unit != g.Unit || w.Kind != g.Kind ||
			w.Value.Cmp(g.Value) <= 0 || w.Modality.claim() != g.Modality.claim() || regionsDiffer(w, g) || !placeFits(place, w.Region) || p.periodsConflict(w, g) && w.Sentence != f.Sentence || p.comparesLevel(j) {
			continue
		}
		if key := wholeName(w.Metric); p.calls(j, name) || trades(name, key) || strings.HasSuffix(bareWhole(w.Metric), name) && w.Sentence == f.Sentence && utf8.RuneCountInString(name) >= 2 && !contrasted(w.Metric, name) {
			room = append(room, j)
		}
	}
	return room
}

// trades reports whether a name and a metric both say foreign trade: 外贸, 进出口.
func trades(name, key string) bool {
	return strings.HasSuffix(name, "外贸") && tradeMember(key) == "进出口"
}

// calls reports whether a name is just what a level counts or measures.
func (p *Page) calls(k int, name string) bool {
	w := &p.Figures[k]
	return wholeName(w.Metric) == name || w.Noun != "" && wholeName(w.Noun) == name
}

// wholesAround gathers the levels that a part may have been split off: the whole
// of a sum that it is a part of, else the nearest larger level before it of the
// same sort that isn't its sibling.
func (p *Page) wholesAround(part int, room []int) []int {
	for n := len(p.Sums) - 1; n >= 0 && n >= len(p.Sums)-mostParts; n-- {
		for _, k := range p.Sums[n].Parts {
			if k == part {
				return append(room, p.Sums[n].Total)
			}
		}
	}
	g := &p.Figures[part]
	for j := part - 1; j >= 0 && part-j <= mostParts; j-- {
		w := &p.Figures[j]
		if w.Block != g.Block || w.Sentence < g.Sentence-1 {
			break
		}
		if w.Unit != g.Unit || w.Kind != g.Kind || !isLevel(w) || w.ListLen > 1 || w.Role == Change || w.Start || p.comparesLevel(j) || p.saysEarlier(j) {
			continue
		}
		if w.Value.Cmp(g.Value) > 0 && !p.sibling(j, part) && !contrasted(w.Metric, g.Metric) {
			room = append(room, j)
		}
	}
	return room
}

// oneValue reports whether figures print one number.
func (p *Page) oneValue(list []int) bool {
	for _, k := range list[1:] {
		if p.Figures[k].Value.Cmp(p.Figures[list[0]].Value) != 0 {
			return false
		}
	}
	return true
}

// bearsOut reports whether a part is the share of a whole that a figure prints.
func (p *Page) bearsOut(part, whole, share int) bool {
	v, set, ok := p.shareOf(part, whole, share)
	return ok && set.Meets(v)
}

// nearlyBearsOut reports whether a part comes so near the share of a whole that a
// figure prints that no other whole is meant, and one of the three is wrong.
func (p *Page) nearlyBearsOut(part, whole, share int) bool {
	v, set, ok := p.shareOf(part, whole, share)
	if !ok || !v.Bounded() {
		return false
	}
	third, ok := v.Hi.Div(quantity.Int(3))
	return ok && set.Meets(v.Widen(third))
}

// shareOf returns what per cent of a whole a part is, and what a figure prints.
func (p *Page) shareOf(part, whole, share int) (v, set quantity.Interval, ok bool) {
	a, w, f := &p.Figures[part], &p.Figures[whole], &p.Figures[share]
	if w.Value.Sign() <= 0 {
		return v, set, false
	}
	v, ok = quantity.Corners(func(x ...quantity.Num) (quantity.Num, bool) { return x[0].Div(x[1]) }, lenient(a), lenient(w))
	set = f.Set
	if f.Kind == quantity.Fraction {
		set = set.Shift(2)
	}
	if f.Hedge == quantity.None && f.Place <= 0 {
		set = set.Widen(f.Half())
	}
	return v.Shift(2), set, ok
}
