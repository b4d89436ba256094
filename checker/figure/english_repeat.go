package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// repeatsEnglish compares the figures of English copy: those that a slip would
// turn into each other, and those that are named by the same words.
func (p *Page) repeatsEnglish() {
	facts := p.facts
	t := p.scratch.table(9 * len(p.Figures))
	for i := range p.Figures {
		f := &p.Figures[i]
		x := &facts[i]
		if f.Quotation || f.Role == Other && f.Kind != quantity.Number || f.Kind == quantity.Number && f.Digits < 3 || isFileSize(f) || !f.restated() || f.Kind == quantity.Range || x.words.n == 0 || qualifies(f) {
			continue
		}
		base := hashOf(uint64(f.Kind)<<1, f.Unit)
		d := digitsOf(&f.Quantity)
		p.fileEnglish(t, facts, i, hashOf(base, d)) // repeats, and slips of scale
		p.fileEnglish(t, facts, i, x.words.sum()^base)
		if f.Digits < 3 || f.Digits > 16 {
			continue
		}
		for at := range d {
			p.fileEnglish(t, facts, i, hashOf(hashOf(hashOf(base, d[:at]), "?"), d[at+1:]))
			if at+1 < len(d) && d[at] != d[at+1] {
				lo, hi := min(d[at], d[at+1]), max(d[at], d[at+1])
				p.fileEnglish(t, facts, i, hashOf(hashOf(base, d[:at])^uint64(lo)<<16^uint64(hi)<<8^0xA5, d[at+2:]))
			}
		}
	}
}

// restated reports whether a figure of English copy states a fact that others
// may state again. The level that a change began at does too.
func (f *Figure) restated() bool {
	g := *f
	g.Start = false
	return g.repeatable()
}

// isFileSize reports whether a figure is the size of a file, which copy prints
// beside a link.
func isFileSize(f *Figure) bool { return f.Kind == quantity.Measure && strings.HasSuffix(f.Unit, "By") }

// sum is the same for the same words in any order.
func (h *phraseEn) sum() (s uint64) {
	for i := range h.n {
		s += h.hash[i] * 0x9E3779B97F4A7C15
	}
	return s
}

func (p *Page) fileEnglish(t *table, facts []enFact, i int, key uint64) {
	for j, n := t.put(key, int32(i)), 0; j >= 0 && n < window/4; j, n = t.next(j), n+1 {
		p.pairEnglish(facts, int(t.at(j)), i)
	}
}

// pairEnglish compares two figures of different sentences and records what
// they say of each other, once.
func (p *Page) pairEnglish(facts []enFact, i, j int) {
	a, b := &p.Figures[i], &p.Figures[j]
	if a.Sentence == b.Sentence || p.recorded(i, j) != nil {
		return
	}
	x, y := &facts[i], &facts[j]
	periods := p.periodsCompare(a, b)
	if !p.comparable(a, b, x, y) || periods == period.Conflict {
		return
	}
	c := p.compareWords(x, y)
	if c.proof == 0 {
		return
	}
	m := Match{A: int32(i), B: int32(j), Verdict: MaybeSame, Metric: Narrower, Agrees: Agree(a, b)}
	if c.onlyA+c.onlyB == 0 {
		m.Verdict, m.Metric = Same, Identical
	}
	r := Repeat{Match: m, Via: ByPhrase}
	if !m.Agrees {
		if p.datesDiffer(a, b) || p.namesDiffer(a, b) {
			return
		}
		r.Slip = SlipBetween(&a.Quantity, &b.Quantity)
		r.Companions = small(p.sharedValues(a, b))
		if r.Weight = small(p.weighEnglish(a, b, &r, c, periods)); r.Weight < Possibly {
			return
		}
	}
	p.record(r)
}

// comparable reports whether nothing but the words can tell two figures apart.
func (p *Page) comparable(a, b *Figure, x, y *enFact) bool {
	switch {
	case !unitFits(a, b), a.Modality != b.Modality, a.Mean != b.Mean, x.base != y.base, x.diff != y.diff, x.source != y.source, regionsDiffer(a, b), bodiesDiffer(a, b):
		return false
	case a.Basis != "" && b.Basis != "" && a.Basis != b.Basis:
		return false
	case x.part != y.part && x.part > 0 && y.part > 0, p.placeIn(a) != p.placeIn(b):
		return false
	case x.sign*y.sign < 0:
		return false
	}
	return moves(a, x) == moves(b, y)
}

// placeIn returns where in a list of figures that share their words one stands,
// with the length of the list; zero outside lists. An amount and by how much it
// differs make none: £75.4 billion, £29.6 billion lower.
func (p *Page) placeIn(f *Figure) [2]int {
	if f.ListLen < 2 {
		return [2]int{}
	}
	for k := f.ListHead; k < f.ListHead+f.ListLen && k < len(p.facts); k++ {
		if p.facts[k].diff != p.facts[f.ListHead].diff {
			return [2]int{}
		}
	}
	return [2]int{f.List, f.ListLen}
}

// moves reports whether a figure says by how much something moved or differs,
// rather than where it stands.
func moves(f *Figure, x *enFact) bool {
	return x.diff || f.Role == Change || f.Role == Growth || f.Role == Gap || f.Role == Contribution
}

// enCompared says how the words of two figures relate.
type enCompared struct {
	common, onlyA, onlyB int
	proof                int // 0 to 3
}

// compareWords compares what two figures measure, word by word.
func (p *Page) compareWords(x, y *enFact) (c enCompared) {
	numbers, subjects, leads := false, 0, 0
	for i := range x.words.n {
		if y.words.has(x.words.hash[i]) {
			c.common++
			if i < x.lead {
				leads++
			}
			if i < x.subj {
				subjects++
			}
			continue
		}
		c.onlyA++
		numbers = numbers || isDigitByte(p.Text[x.words.from[i]])
	}
	for i := range y.words.n {
		if !x.words.has(y.words.hash[i]) {
			c.onlyB++
			numbers = numbers || isDigitByte(p.Text[y.words.from[i]])
		}
	}
	switch {
	case c.common == 0, leads == 0, c.common == 1 && x.subj == 0 && y.subj == 0, numbers && c.onlyA > 0 && c.onlyB > 0, x.subj > 0 && y.subj > 0 && subjects == 0:
	case c.onlyA == 0 && c.onlyB == 0:
		c.proof = min(c.common, 3)
	case c.onlyA == 0 || c.onlyB == 0:
		c.proof = min((c.common-1)/2, 2)
		if c.onlyA+c.onlyB > 3 {
			c.proof--
		}
	case c.common >= 4 && c.onlyA+c.onlyB <= 2:
		c.proof = 1
	}
	if c.proof > 0 && p.contrastEnglish(x, y) {
		c.proof = 0
	}
	c.proof = max(c.proof, 0)
	return c
}

func isDigitByte(c byte) bool { return '0' <= c && c <= '9' }

// contrastEnglish reports whether the words that only one of two figures has
// are members of one contrast set.
func (p *Page) contrastEnglish(x, y *enFact) bool {
	a, b := p.keyOf(&x.words), p.keyOf(&y.words)
	return contrasted(a, b)
}

// keyOf returns the words of a phrase in small letters.
func (p *Page) keyOf(h *phraseEn) string {
	start := len(p.arena)
	for i := range h.n {
		if i > 0 {
			p.arena = append(p.arena, ' ')
		}
		p.keep(int(h.from[i]), int(h.to[i]))
	}
	key := string(p.arena[start:])
	p.arena = p.arena[:start]
	return key
}

// sharedValues counts the figures that the sentences of two figures have in
// common beside them.
func (p *Page) sharedValues(a, b *Figure) int {
	s, t := &p.Sentences[a.Sentence], &p.Sentences[b.Sentence]
	n := 0
	for i := max(s.FirstFig, a.Index-4); i < min(s.AfterFig, a.Index+5); i++ {
		f := &p.Figures[i]
		if i == a.Index || f.Digits < 2 && f.Kind != quantity.Percent {
			continue
		}
		for j := max(t.FirstFig, b.Index-4); j < min(t.AfterFig, b.Index+5); j++ {
			g := &p.Figures[j]
			if j != b.Index && f.Kind == g.Kind && f.Unit == g.Unit && f.Value.Cmp(g.Value) == 0 {
				n++
				break
			}
		}
	}
	return n
}

// datesDiffer reports whether the sentences of two figures both print dates
// and none of them in common.
func (p *Page) datesDiffer(a, b *Figure) bool {
	s, t := &p.Sentences[a.Sentence], &p.Sentences[b.Sentence]
	known := 0
	for i := s.FirstDate; i < s.LastDate; i++ {
		if p.Dates[i].Period.IsZero() {
			continue
		}
		for j := t.FirstDate; j < t.LastDate; j++ {
			if p.Dates[j].Period.IsZero() {
				continue
			}
			known++
			if p.Dates[i].Period.Compare(p.Dates[j].Period) != period.Conflict {
				return false
			}
		}
	}
	return known > 0
}

// namesDiffer reports whether each of the sentences of two figures names
// somebody or some place that the other doesn't.
func (p *Page) namesDiffer(a, b *Figure) bool {
	var x, y phraseEn
	p.namesOf(&p.Sentences[a.Sentence], a, &x)
	p.namesOf(&p.Sentences[b.Sentence], b, &y)
	return x.n > 0 && y.n > 0 && x.lacks(&y) && y.lacks(&x)
}

// lacks reports whether some word of o isn't in h.
func (h *phraseEn) lacks(o *phraseEn) bool {
	for i := range o.n {
		if !h.has(o.hash[i]) {
			return true
		}
	}
	return false
}

// namesOf collects the words with capitals before and right behind a figure in
// its sentence, but for the first of the sentence.
func (p *Page) namesOf(s *Sentence, f *Figure, h *phraseEn) {
	first := true
	for i := s.FirstTok; i < s.AfterTok; i++ {
		t := p.Tokens[i]
		if t.Kind == DateTok || t.Kind == Quantity || t.Kind == Punct {
			continue
		}
		if c := p.Text[t.Start]; 'A' <= c && c <= 'Z' && !first && t.End-t.Start > 1 {
			h.add(hashOf(3, strings.ToLower(p.Text[t.Start:t.End])), int(t.Start), int(t.End))
		}
		first = false
		if int(t.Start) > f.Range.End+60 {
			break
		}
	}
}

// weighEnglish says how much speaks for two figures that differ being one fact.
func (p *Page) weighEnglish(a, b *Figure, r *Repeat, c enCompared, periods period.Answer) int {
	w := c.proof + min(int(r.Companions), 2)
	if periods == period.Agree {
		w++
	} else if (a.PeriodOrigin == Unknown) != (b.PeriodOrigin == Unknown) {
		w -= 2
	}
	if r.Slip != NoSlip && min(a.sig(), b.sig()) < 3 && (c.proof < 3 || r.Companions == 0) {
		return 0
	}
	if r.Slip == NoSlip {
		if c.proof < 3 || r.Companions == 0 {
			return 0
		}
		return w - 1
	}
	return w + slipWeight(a, b, r.Slip)
}

// plainDollar reports whether a figure in dollars that English copy doesn't say
// the country of may be the other's: dlrs for Australian dollars.
func (p *Page) plainDollar(a, b *Figure) bool {
	if p.Doc.Lang != "en" || a.Kind != quantity.Money || a.Unit != "USD" || len(b.Unit) != 3 || b.Unit[2] != 'D' {
		return false
	}
	c := p.Text[a.UnitRange.Start] | 0x20
	return c == 'd' || c == '$'
}
