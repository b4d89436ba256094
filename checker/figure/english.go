package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

// enFact is what an English sentence says of one figure.
type enFact struct {
	words phraseEn // what is measured: subject, object, and what stands behind
	subj  int      // how many of the words are of the subject
	lead  int      // how many stand before the figure
	sign  int8     // the way that the verb before, or the word behind, moves a level
	verb  enClass
	base  bool // what another figure is compared with: from, than, against
	diff  bool // by how much something differs: 254,000 more than
	// source is who says or expects it, as the hash of the words; 0 for nobody.
	source uint64
	date   int // the date that says of what period it is, or -1
	part   int // which part of a table of results it stands in, 0 for none
}

// enReader reads the sentences of an English page.
type enReader struct {
	p     *Page
	words map[string]enClass
	facts []enFact

	subj, seg, cand phraseEn
	ante            phraseEn // what a relative clause is about: where, whose
	source          uint64
	act             phraseEn // the verb of doing: sold, employs
	verb            enClass
	sign            int8
	base            bool
	weak            bool // it was "after", which other words may follow
	and             bool // "and" stands right before
	or              bool // "or" stands right before
	since           int  // words since what made it one
	last            int  // the figure whose tail is being read, or -1
	prev            int  // the figure before in the sentence, or -1
	tail            int  // how many words of its tail have been read
	figures         int  // of this sentence so far
	first           int  // the first figure of the sentence
	period          int  // the date that governs what follows, or -1
	table           enTable
	firstItem       int // of this sentence
}

// readEnglish finds what the figures of an English page measure.
func (p *Page) readEnglish() []enFact {
	r := &enReader{p: p, words: enWords(), facts: make([]enFact, len(p.Figures))}
	for i := range p.Sentences {
		r.firstItem = len(p.items)
		p.itemsAt = append(p.itemsAt, int32(r.firstItem))
		r.sentence(&p.Sentences[i])
	}
	p.itemsAt = append(p.itemsAt, int32(len(p.items)))
	return r.facts
}

func (r *enReader) sentence(s *Sentence) {
	r.subj.n, r.seg.n, r.cand.n, r.act.n, r.ante.n, r.source = 0, 0, 0, 0, 0, 0
	r.verb, r.sign, r.base, r.last, r.prev, r.figures = 0, 0, false, -1, -1, 0
	r.first, r.period = s.FirstFig, -1
	at := s.Range.Start
	if at == r.p.Doc.Blocks[s.Block].Range.Start {
		r.table.block(r.p.Doc.Blocks[s.Block].Section)
	}
	r.table.line(r.p.Text, at, s.Range.End)
	for i := s.FirstTok; i < s.AfterTok; i++ {
		t := r.p.Tokens[i]
		if t.Kind == Word {
			if s, ok := lexicon.Has(t.Ref, lexicon.ClassBase); ok {
				r.gap(at, int(t.Start))
				if at = int(t.Start); r.prev >= r.first && r.seg.n == 0 {
					at = int(t.End)
					r.based(s.Code)
				}
			}
			continue
		}
		if t.Kind != Quantity && t.Kind != DateTok {
			continue
		}
		r.gap(at, int(t.Start))
		at = int(t.End)
		if t.Kind == DateTok {
			r.item(enDate, 0, int(t.Ref), int(t.Start), at)
			r.date(int(t.Ref))
			continue
		}
		r.item(enFig, 0, int(t.Ref), int(t.Start), at)
		r.figure(&r.p.Figures[t.Ref])
	}
	r.gap(at, s.Range.End)
}

// movesUp reports whether a hedge is no bound but where something went: costs
// went up to 25.5 cents.
func (p *Page) movesUp(verb, hedge Token) bool {
	if verb.Kind != Word || !strings.HasPrefix(p.Text[hedge.Start:hedge.End], "up ") || !onlySpace(p.Text[verb.End:hedge.Start]) {
		return false
	}
	for _, s := range lexicon.Senses(verb.Ref) {
		if s.Class == lexicon.ClassEnglishContext && s.Code == "moves-up" {
			return true
		}
	}
	return false
}

// date takes a date that says what period figures are of. Behind a figure it is
// of that one (64.1 million in mid-2013), and of those before it that have none;
// behind the base of a comparison it is of that alone (from 60 million in 2010).
// Otherwise it governs what follows.
func (r *enReader) date(d int) {
	last, base := r.last, r.base && r.since == 0
	if base || last >= 0 && r.facts[last].base {
		r.basis(d)
	}
	r.last, r.base = -1, false
	if !r.p.governsAt(d) || base {
		return
	}
	if last < 0 {
		r.period = d
		return
	}
	r.dated(last, d)
	if r.facts[last].base {
		return
	}
	for k := last - 1; k >= r.first && !r.facts[k].base; k-- {
		if r.facts[k].date >= 0 {
			break
		}
		r.dated(k, d)
	}
	if r.period < 0 {
		r.period = d
	}
}

// sameAs makes a figure behind "or" a second measure of what the one before it
// measures: rose 5.6 billion dlrs, or 0.9 pct.
func (r *enReader) sameAs(f *Figure, x *enFact) {
	g, y := &r.p.Figures[r.prev], &r.facts[r.prev]
	if x.words.n == 0 || x.words.n == x.subj {
		x.words, x.subj, r.seg.n = y.words, y.subj, 0
		x.words.n = y.lead
		r.base = r.base || y.base
	}
	if f.Role != Level && f.Role != Other || !moves(g, y) {
		return
	}
	if strings.HasPrefix(r.p.Text[f.Range.End:], " of ") {
		return // cut 1,200 jobs, or 8% of them
	}
	f.Sign = g.Sign
	switch f.Kind {
	case quantity.Percent:
		f.Role = Growth
	case quantity.Money, quantity.Count, quantity.Measure, quantity.Number:
		f.Role = Change
	}
}

// another makes a figure behind "and" a second change like the one before it;
// what that one compares with stands behind it and isn't this one's: rose 0.5%
// month on month and 2.3% year on year.
func (r *enReader) another(f *Figure) {
	g := &r.p.Figures[r.prev]
	if f.Kind != g.Kind || !moves(g, &r.facts[r.prev]) || f.Role != Level && f.Role != Other && f.Role != g.Role {
		return
	}
	f.Role, f.Sign, f.Basis, f.BasisOrigin = g.Role, g.Sign, "", Unknown
}

// qualifies reports whether a figure is part of what is measured rather than a
// measure: ages, places, editions, lengths of time.
func qualifies(f *Figure) bool {
	switch f.Kind {
	case quantity.Age, quantity.Duration, quantity.Ordinal, quantity.Edition, quantity.Rank:
		return true
	}
	return f.Kind == quantity.Range && (f.PartKind == quantity.Age || f.PartKind == quantity.Duration || f.Unit == "岁")
}

func (r *enReader) figure(f *Figure) {
	r.facts[f.Index].date = -1
	if qualifies(f) {
		r.seg.add(hashOf(7, r.p.Text[f.Range.Start:f.Range.End]), f.Range.Start, f.Range.End)
		if r.last >= 0 {
			r.keepTail(hashOf(7, r.p.Text[f.Range.Start:f.Range.End]), f.Range.Start, f.Range.End)
		}
		r.facts[f.Index].base = true
		return
	}
	x := &r.facts[f.Index]
	x.words, x.subj = r.subj, r.subj.n
	if r.verb == 0 && r.figures == 0 && r.seg.n == 0 {
		x.words, x.subj = r.cand, r.cand.n
	}
	if r.or && r.prev >= 0 {
		r.sameAs(f, x)
	}
	if r.and && r.prev >= 0 {
		r.another(f)
	}
	r.or, r.and = false, false
	if r.base && x.words.n == 0 && r.prev >= 0 {
		g := &r.facts[r.prev] // fell to 12 from 15: both are of one thing
		x.words, x.subj = g.words, g.subj
		x.words.n = g.lead
	}
	if f.List > 0 && x.words.n == 0 && r.seg.n == 0 {
		g := &r.facts[f.ListHead]
		x.words, x.subj = g.words, g.subj
		x.words.n = g.lead
	}
	x.words.append(&r.act)
	x.words.append(&r.seg)
	if f.Kind == quantity.Count && f.UnitRange.Len() > 0 {
		unit := r.stem(f.UnitRange.Start, f.UnitRange.End)
		x.words.add(unit, f.UnitRange.Start, f.UnitRange.End)
	}
	x.lead = x.words.n
	x.sign, x.verb, x.base, x.part, x.source = r.sign, r.verb, r.base, r.table.part, r.source
	r.periodOf(f, x)
	r.seg.n, r.base, r.sign = 0, false, 0
	r.last, r.tail, r.prev = f.Index, 0, f.Index
	r.figures++
}

// gap reads the words between two figures or dates.
func (r *enReader) gap(from, to int) {
	text := r.p.Text
	for i := from; i < to; {
		c := text[i]
		if !isLatin(c) {
			r.mark(text, i, from, to)
			i++
			continue
		}
		e := i
		for e < to && (isLatin(text[e]) || (text[e] == '\'' || text[e] == '-' || text[e] == '.' || text[e] == '&') && e+1 < to && isLatin(text[e+1])) {
			e++
		}
		r.word(text[i:e], i, e)
		i = e
	}
}

// mark notes a mark between words.
func (r *enReader) mark(text string, i, from, to int) {
	switch c := text[i]; c {
	case ',', ';', ':', '\n', '/':
	case '(', ')':
		r.note(c, i)
		r.last = -1
		return
	case '-':
		if i > from && text[i-1] != ' ' || i+1 < to && text[i+1] != ' ' {
			return
		}
	default:
		if c < 0x80 || !strings.HasPrefix(text[i:], "—") && !strings.HasPrefix(text[i:], "–") {
			return
		}
	}
	r.note(text[i], i)
	r.boundary()
	if text[i] == ';' || text[i] == '\n' {
		r.subj.n, r.cand.n, r.verb, r.prev, r.source = 0, 0, 0, -1, 0
	}
	if text[i] == '\n' {
		r.table.line(text, i+1, len(text))
	}
}

// note keeps a mark for the claims.
func (r *enReader) note(c byte, i int) {
	if kind, ok := markKind(c); ok {
		r.item(kind, 0, 0, i, i+1)
	}
}

// boundary closes a clause: what stands before it may still be the subject.
func (r *enReader) boundary() {
	if r.seg.n > 0 && (r.verb == 0 || r.last < 0) {
		r.cand = r.seg
	}
	r.act.n, r.seg.n, r.last, r.base = 0, 0, -1, false
}

func (r *enReader) word(w string, from, to int) {
	var buf [32]byte
	b := lower(w, buf[:0])
	c := r.words[string(b)]
	r.item(enWord, c, 0, from, to)
	if c&(enOpen|enStop) == 0 {
		r.or, r.and = false, false
	}
	if r.last >= 0 && r.tail == 0 {
		x := &r.facts[r.last]
		if c&(enUp|enDown) != 0 && c&enVerb&^enLink == 0 {
			x.diff, r.tail = true, 1
			if x.words.n == 0 && r.last > r.first {
				x.words = r.facts[r.last-1].words
				x.lead = x.words.n
			}
			if x.sign = 1; c&enDown != 0 {
				x.sign = -1
			}
			return
		}
	}
	switch {
	case c&enSay != 0:
		r.seg.n, r.last = 0, -1
		if r.figures == 0 {
			r.subj.n, r.cand.n, r.verb = 0, 0, 0
		}
	case c&enThink != 0 && r.verb&enLink != 0 && r.seg.n == 0:
		// is expected: nobody says by whom
	case c&enThink != 0:
		r.think()
	case c&enNoun != 0 && r.seg.n == 0:
		r.last = -1 // an increase of
		if r.sign = 1; c&enFall != 0 {
			r.sign = -1
		}
	case c&enVerb != 0:
		r.verbAt(c, stem(b), from, to)
	case c&enWho != 0:
		r.subj, r.ante, r.seg.n, r.verb, r.last = r.cand, r.cand, 0, 0, -1
	case c&enOpen != 0:
		r.last = -1
		r.or, r.and = len(b) == 2, len(b) == 3 && r.seg.n == 0
	case c&enBase != 0:
		r.base, r.since, r.last, r.weak = true, 0, -1, string(b) == "after"
	case c&enStop != 0:
	default:
		h := hashOf(3, string(stem(b)))
		if r.last >= 0 && r.tail < 6 {
			r.keepTail(h, from, to)
			return
		}
		if r.since == 0 && (r.p.Text[from] <= 'Z' || r.weak) {
			r.base = false // exports from Hunan; after tax
		}
		r.since++
		r.seg.add(h, from, to)
	}
}

// think takes the words before a verb of expectation for the source of what
// follows; who expects to earn something is its subject as well.
func (r *enReader) think() {
	switch {
	case r.seg.n > 0:
		r.cand = r.seg
	case r.subj.n > 0:
		r.cand = r.subj
	}
	if r.source = r.cand.sum(); r.source == 0 {
		r.source = 1 // he expects
	}
	r.subj.n, r.seg.n, r.act.n, r.verb, r.last = 0, 0, 0, 0, -1
}

// keepTail adds a word behind a figure to what it measures.
func (r *enReader) keepTail(h uint64, from, to int) {
	r.facts[r.last].words.add(h, from, to)
	r.tail++
}

// verbAt takes the words before a verb for the subject of what follows.
func (r *enReader) verbAt(c enClass, stem []byte, from, to int) {
	switch {
	case r.seg.n > 0:
		r.subj = r.seg
		r.subj.append(&r.ante)
		r.ante.n = 0
	case r.verb == 0 && r.subj.n == 0 && r.cand.n > 0:
		r.subj = r.cand
	case r.verb == 0 && r.subj.n == 0 && r.prev >= 0:
		r.subj = r.facts[r.prev].words // 45 tonnes of oil were sold
	}
	if r.seg.n > 0 {
		r.act.n = 0
	}
	keep := -1
	if r.last >= 0 && r.verb == 0 && r.facts[r.last].subj == 0 {
		keep = r.last // 40 people were employed in schools: the tail runs on
	}
	r.seg.n, r.last, r.base = 0, keep, false
	r.verb = c & enVerb
	if c&enRise != 0 {
		r.sign = 1
	} else if c&enFall != 0 {
		r.sign = -1
	}
	if c&enDo != 0 && c&enLink == 0 {
		r.act.n = 0
		r.act.add(hashOf(5, string(stem)), from, to)
	}
}

// stem returns the hash of the stem of a word of the text.
func (r *enReader) stem(from, to int) uint64 {
	var buf [32]byte
	return hashOf(3, string(stem(lower(r.p.Text[from:to], buf[:0]))))
}
