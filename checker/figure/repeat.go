package figure

import (
	"math"
	"slices"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// Via says what shows that two figures state one fact.
type Via uint8

// The proofs.
const (
	ByPhrase    Via = iota // the metric is named alike
	ByParallel             // the sentences are copies once numbers are masked
	ByCompanion            // growth, ranks or values that stand with both agree
	ByContext              // the very same words stand before and behind
	BySlip                 // the words around are alike, and the numbers a slip apart
	superseded             // by a stronger proof; none is left when all are found
)

var viaNames = [...]string{"phrase", "parallel", "companion", "context", "slip", "superseded"}

// String returns the name of a proof.
func (v Via) String() string { return viaNames[v] }

// Repeat is a pair of figures, A before B, that state one fact. A page has dozens
// for each figure at worst, so that it is kept small.
type Repeat struct {
	Match
	Via Via
	// Weight is how much speaks for a contradiction, of a pair that doesn't
	// agree: Surely and above is as good as certain, Probably likely.
	Weight int8
	// Companions counts the other figures that agree beside the two.
	Companions int8
	// before is the pair of the same B that was recorded before it, or -1.
	before int32
}

// small returns a count in the room that Repeat has for one.
func small(n int) int8 { return int8(min(n, math.MaxInt8)) }

// Weights of a contradiction.
const (
	Possibly = 3
	Probably = 4
	Surely   = 5
)

// window bounds how many earlier figures of like wording one figure is
// compared with, so that the cost stays linear on pages that are all alike.
const window = 24

// bucketKey gathers figures that could state one fact.
type bucketKey struct {
	kind quantity.Kind
	role Role
	tail string
}

// findRepeats compares figures whose phrases end alike, then those that a slip
// would turn into each other, then groups of figures that stand together.
func (p *Page) findRepeats() {
	english := p.Doc.Lang == "en"
	t := p.scratch.table(2 * len(p.Figures))
	for i := range p.Figures {
		b := &p.Figures[i]
		if english && b.Role != RankRole {
			continue // compared by words of their own
		}
		if key, ok := b.bucket(); ok {
			p.pairAll(t, key, b)
			if end := tail(b.Noun, 2); b.Noun != "" && end != key.tail {
				// What is counted may stand before its number elsewhere.
				key.tail = end
				p.pairAll(t, key, b)
			}
		}
	}
	if english {
		p.repeatsEnglish()
	} else {
		p.slips()
	}
	p.contexts()
	if !english {
		p.neighbours()
	}
	p.companions()
	p.parallels()
}

// pairAll files a figure under a key and compares it with the last ones that
// were filed there before.
func (p *Page) pairAll(t *table, key bucketKey, b *Figure) {
	for j, n := t.put(key.hash(), int32(b.Index)), 0; j >= 0 && n < window; j, n = t.next(j), n+1 {
		if a := &p.Figures[t.at(j)]; a != b {
			p.pair(a, b, ByPhrase)
		}
	}
}

// pair compares two figures of different sentences and records what they say
// of each other, once.
func (p *Page) pair(a, b *Figure, via Via) {
	if a.Sentence == b.Sentence || p.recorded(a.Index, b.Index) != nil {
		return
	}
	m := p.Match(a, b)
	if via == BySlip && m.Slot != slotMetric && m.Verdict < MaybeSame {
		return
	}
	if via == ByPhrase && m.Verdict < MaybeSame {
		return
	}
	if m.Verdict < MaybeSame {
		m.Agrees = Agree(a, b)
		m.Slip = SlipBetween(&a.Quantity, &b.Quantity)
	}
	r := Repeat{Match: m, Via: via}
	if !m.Agrees {
		r.Weight = small(p.weigh(a, b, &m))
		if r.Weight < Possibly || p.Doc.Lang != "en" && p.toldApart(a, b) {
			return
		}
	}
	p.record(r)
}

// weigh says how much speaks for two figures being one fact stated twice: how
// alike they are named, whether they are of one period, and whether a slip of
// the pen would explain the difference, which chance seldom does.
func (p *Page) weigh(a, b *Figure, m *Match) int {
	w := slipWeight(a, b, m.Slip)
	if m.Slip == LostSlip && min(a.Digits, b.Digits) == 1 {
		return 0 // one number of two digits in five holds any given one
	}
	periods := p.periodsCompare(a, b)
	if periods == period.Conflict {
		return 0
	}
	if a.Role == RankRole || (a.Hedge == quantity.None) != (b.Hedge == quantity.None) && m.Slip == NoSlip {
		// Places have no digits to slip, and a bound says which side it is on:
		// here the names alone decide.
		if a.Role != RankRole && a.Kind == quantity.Percent && periods != period.Agree {
			return 0 // rates of unlike things go by like names
		}
		switch {
		case m.Verdict == Same && m.Inferred == 0:
			return Surely
		case m.Metric == Identical && m.Inferred <= 1:
			return Probably
		case m.Metric == Narrower && m.Inferred <= 1 && a.Role != RankRole && a.Kind != quantity.Percent && periods == period.Agree && longEnd(a, b) >= 12:
			return Probably
		case m.Metric == Narrower && p.sharedWords(a, b) >= 5 && m.Inferred <= 1:
			return Possibly
		}
		return 0
	}
	near := m.Slip == NoSlip && misrounded(a, b)
	if near {
		w = 2
	}
	switch {
	case m.Metric == Identical && len(a.Metric)+len(a.Noun) >= 12:
		w += 3
	case m.Metric == Identical:
		w += 2
	case m.Metric == Narrower && p.Doc.Lang == "en":
		w++ // English phrases are cut from longer ones than Chinese
		if sharedLatin(p.lead(a), p.lead(b)) >= 3 {
			w++
		}
	case m.Metric == Narrower:
		w += 2
	default:
		n := p.sharedWords(a, b)
		if m.Slip == CurrencySlip && min(a.Digits, b.Digits) >= 3 {
			n = 3 * p.Shared(a, b) // no chance makes one number of two currencies
		}
		if b.Sentence-a.Sentence <= 1 && a.Block == b.Block {
			n -= 2 // neighbours in like words speak of unlike things
		}
		if contrasted(p.lead(a), p.lead(b)) {
			return 0
		}
		switch {
		case n >= 5:
			w += 2
		case n >= 3:
			w++
		default:
			return 0
		}
	}
	if periods == period.Agree {
		w++
	}
	if p.Doc.Lang == "en" && (m.Slip == DigitSlip && m.Metric != Identical || m.Slip == NoSlip) {
		w-- // English phrases say less of what is measured
	}
	if m.Slip == NoSlip && !near {
		if p.Doc.Lang == "en" && a.Kind == quantity.Percent || m.Verdict != Same || m.Inferred > 0 || a.Block == b.Block || commonTail(p.lead(a), p.lead(b)) < 45 {
			return 0
		}
		w++
	}
	if a.MetricOrigin < Inherited || b.MetricOrigin < Inherited {
		w--
	}
	if p.heads(a, b) && (m.Metric >= Narrower || p.sharedWords(a, b) >= 4) {
		w += 2
	}
	return w
}

// longEnd returns the length in bytes of what the names of two figures end alike
// in, whether it stands before the number or behind it.
func longEnd(a, b *Figure) int {
	name := func(f *Figure) string {
		if f.Noun != "" {
			return f.Noun
		}
		return f.Metric
	}
	return commonTail(name(a), name(b))
}

// misrounded reports whether one of two levels is printed more coarsely, to
// three digits at least, and near the other without being it rounded.
func misrounded(a, b *Figure) bool {
	if a.Place == b.Place || a.Hedge != quantity.None || b.Hedge != quantity.None || roleClass(a.Role) != Level || a.Kind == quantity.Percent {
		return false
	}
	fine, rough := a, b
	if fine.Place > rough.Place {
		fine, rough = rough, fine
	}
	return rough.sig() >= 3 && rough.Printed.Widen(rough.Half().Mul(quantity.Int(9))).Meets(fine.Printed)
}

// slipWeight rates a slip by how seldom chance makes one: by the digits that
// agree.
func slipWeight(a, b *Figure, s Slip) int {
	n := min(a.sig(), b.sig())
	switch s {
	case NoSlip:
		return 0
	case ScaleSlip, CurrencySlip, PointSlip:
		return min(n, 3)
	case SwapSlip, LostSlip:
		switch {
		case n >= 4:
			return 3
		case n == 3:
			return 2
		case n == 2:
			return 1
		}
	case DigitSlip:
		switch {
		case n >= 4:
			return 3
		case n == 3 && roleClass(a.Role) == Level && a.Kind != quantity.Percent:
			return 2
		case n == 3:
			return 1 // rates of like things are often near each other
		}
	}
	return 0
}

func (f *Figure) bucket() (bucketKey, bool) {
	role := roleClass(f.Role)
	if role == Other || f.Quotation || !f.repeatable() {
		return bucketKey{}, false
	}
	key := bucketKey{kind: f.Kind, role: role}
	switch {
	case f.Noun != "":
		key.tail = head(f.Noun, 2)
	case f.Metric != "":
		key.tail = tail(f.Metric, 2)
	default:
		return key, false
	}
	return key, true
}

// repeatable reports whether a figure of its kind states a fact that other
// figures of the page may state again: not a span of time, a grade or the
// starting point of a change, nor points whose meaning hangs on another figure.
func (f *Figure) repeatable() bool {
	switch f.Kind {
	case quantity.Duration, quantity.Age, quantity.Score, quantity.Ordinal, quantity.Edition:
		return false
	}
	switch f.Role {
	case Contribution, Gap:
		return false
	}
	if f.Aside {
		return false
	}
	if f.Kind == quantity.Number && f.Decimals == 0 && f.Digits == 4 && !f.Grouped {
		return false // most likely a year
	}
	return f.Unit != "级" && !f.Start
}

// head returns the first n characters, tail the last n.
func head(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func tail(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		i--
		for i > 0 && s[i]&0xC0 == 0x80 {
			i--
		}
	}
	return s[i:]
}

// mayBeParallel reports whether a sentence is one that copies are looked for of.
func (p *Page) mayBeParallel(s *Sentence) bool {
	return s.AfterFig > s.FirstFig && s.Range.Len() >= 60 && !p.Figures[s.FirstFig].Aside && p.Doc.Blocks[s.Block].Kind != document.TableCell
}

// shapeOf returns a key of the kinds of a sentence's figures and of what stands
// right behind the last, equal for sentences that are copies of each other.
func (p *Page) shapeOf(s *Sentence) (key uint64) {
	const prime = 1099511628211
	for k := s.FirstFig; k < s.AfterFig; k++ {
		key = (key + uint64(p.Figures[k].Kind) + 1) * prime
	}
	for i, n := int(p.Tokens[p.Figures[s.AfterFig-1].Token].End), 0; i < s.Range.End && n < 3; i++ {
		if c := p.Text[i]; c > ' ' {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			key, n = (key+uint64(c))*prime, n+1
		}
	}
	return key
}

// parallels aligns sentences that are copies of each other once their numbers
// are masked, figure by figure.
func (p *Page) parallels() {
	seen, shapes := p.scratch.seen, p.scratch.shapes
	clear(seen)
	clear(shapes)
	for n := range p.Sentences {
		if s := &p.Sentences[n]; p.mayBeParallel(s) {
			shapes[p.shapeOf(s)]++
		}
	}
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if !p.mayBeParallel(s) || shapes[p.shapeOf(s)] < 2 {
			continue
		}
		key := hashOf(0, p.masked(s))
		m, ok := seen[key]
		if !ok {
			seen[key] = int32(n)
			continue
		}
		t := &p.Sentences[m]
		if words := string(p.masked(t)); words != string(p.masked(s)) {
			continue // two texts of one hash
		}
		if t.AfterFig-t.FirstFig != s.AfterFig-s.FirstFig {
			continue
		}
		if d := p.differing(t, s); d > 1 && 4*d > s.AfterFig-s.FirstFig {
			continue // one pattern, two subjects
		}
		for k := range s.AfterFig - s.FirstFig {
			a, b := &p.Figures[t.FirstFig+k], &p.Figures[s.FirstFig+k]
			if Agree(a, b) || a.Unit != b.Unit || p.partsDiffer(a, b) || p.periodsCompare(a, b) == period.Conflict {
				continue
			}
			slip := SlipBetween(&a.Quantity, &b.Quantity)
			if s.AfterFig-s.FirstFig < 3 && slip == NoSlip {
				continue // one sentence pattern, two subjects elsewhere
			}
			p.supersede(Repeat{Via: ByParallel, Weight: Surely,
				Match: Match{A: int32(a.Index), B: int32(b.Index), Verdict: Same, Metric: Identical, Slip: slip}})
		}
	}
}

// differing counts the figures of two sentences of one pattern that differ.
func (p *Page) differing(t, s *Sentence) int {
	n := 0
	for k := range s.AfterFig - s.FirstFig {
		if !Agree(&p.Figures[t.FirstFig+k], &p.Figures[s.FirstFig+k]) {
			n++
		}
	}
	return n
}

// recorded returns what was recorded last of a pair, nil for nothing. A figure
// is B of a few dozen pairs at most.
func (p *Page) recorded(a, b int) *Repeat {
	if len(p.scratch.lastPair) != len(p.Figures) {
		return nil // nothing of any pair
	}
	for i := p.scratch.lastPair[b]; i >= 0; i = p.Repeats[i].before {
		if r := &p.Repeats[i]; int(r.A) == a {
			return r
		}
	}
	return nil
}

// record records what was found of a pair.
func (p *Page) record(r Repeat) {
	last := p.scratch.pairsOf(len(p.Figures))
	r.before = last[r.B]
	last[r.B] = int32(len(p.Repeats))
	p.Repeats = append(roomy(p.Repeats), r)
}

// supersede records what a stronger proof says of a pair, in the place of what
// a weaker one has said.
func (p *Page) supersede(r Repeat) {
	if old := p.recorded(int(r.A), int(r.B)); old != nil {
		old.Via = superseded
		p.scratch.superseded = true
	}
	p.record(r)
}

// forgetSuperseded removes what weaker proofs had said.
func (p *Page) forgetSuperseded() {
	if p.scratch.superseded {
		p.Repeats = slices.DeleteFunc(p.Repeats, func(r Repeat) bool { return r.Via == superseded })
		p.scratch.superseded = false
	}
}
