package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// enMove is a change under way in an English sentence: what has been read of the
// two levels, of the amount and of the rate between them. Figures that haven't
// been read are -1.
type enMove struct {
	on             bool // a word of change has been read
	from, to       int
	by, rate       int
	times          int // the verb that multiplies: doubled
	level          int // the level that its subject, or the clause before, printed
	sign           int8
	bring          bool // a participle brings a total to something
	word           bool // a verb, noun or adverb of change began it, no comparison
	adverb         bool // it was "up" or "down"
	at             bool // "at" leads to the level reached
	ownBase, since int  // dates that the amount, and the first level, are of; -1 for none
}

func noMove() enMove {
	return enMove{from: -1, to: -1, by: -1, rate: -1, times: -1, level: -1, ownBase: -1, since: -1}
}

// fresh reports whether no figure has been read of a change.
func (m *enMove) fresh() bool {
	return m.from < 0 && m.to < 0 && m.by < 0 && m.rate < 0 && m.times < 0
}

// enMover reads the changes of English sentences, one after the other.
type enMover struct {
	p     *Page
	s     *Sentence
	items []enItem
	m     enMove
	level int // the last level that stands by itself, or -1
	// crossed says that a mark or a conjunction stands behind it, other that words
	// behind that name another subject.
	crossed, other bool
	named          bool    // the clause has words before its first figure that name what it is of
	slot           enClass // the word that says what the next figure is
	steps          int     // words since
	det            int     // words that an article still reaches
	otherAt        bool    // other, where the article stood
	free           bool    // the last level is no end of a change
	but            bool    // a conjunction stands since the last figure
	doing          bool    // another verb stands behind that of change: owned by
	counted        int     // figures since the sentence or a semicolon
	last           int     // the item of the last amount, or -1
	open           enMove  // the last change whose first level isn't printed in its sentence
	openAt         int     // its sentence
}

// enSlots are the words that say what the figure behind them is in a change.
const enSlots = enTo | enAt | enBy | enOf | enFrom | enThan | enVersus | enOn | enOr

// enOver stands for "above" and "below" behind an amount.
const enOver = enBase

// slotReach is how many words may stand between such a word and its figure.
const slotReach = 4

// englishMoves reads the changes of English copy.
func (p *Page) englishMoves() {
	if p.Doc.Lang != "en" {
		return
	}
	r := &enMover{p: p, m: noMove(), open: noMove(), openAt: -1}
	for n := range p.Sentences {
		r.s, r.items = &p.Sentences[n], p.itemsOf(n)
		if r.s.AfterFig > r.s.FirstFig {
			r.read(n)
			r.margins()
			r.sequels()
			r.years()
		}
	}
}

func (r *enMover) read(n int) {
	if r.openAt < n-1 {
		r.openAt = -1
	}
	r.clear()
	for i := 0; i < len(r.items); i++ {
		switch it := &r.items[i]; it.kind {
		case enWord:
			r.word(i, it.class)
		case enFig:
			r.figure(i, n)
		case enDate:
			r.date(i)
		case enLeft:
			r.slot, r.steps, r.det = enOr, 0, 0
		case enComma, enDash:
			r.slot, r.det, r.crossed = 0, 0, true
		case enRight:
			r.slot = 0
		case enColon, enSemi:
			r.flush(n)
			r.clear()
		}
	}
	r.flush(n)
}

// clear forgets what stood before in the sentence.
func (r *enMover) clear() {
	r.m, r.level, r.crossed, r.other, r.named, r.slot, r.det, r.last = noMove(), -1, false, false, false, 0, 0, -1
	r.doing, r.counted, r.free, r.but = false, 0, false, false
}

func (r *enMover) word(i int, c enClass) {
	noun := r.det > 0
	r.det--
	if c&enArticle != 0 {
		r.det, r.otherAt = 4, r.other
	}
	switch {
	case noun && c&(enGrowth|enShrink|enShift) != 0:
		if r.heads(i) {
			r.noun(i, c)
		}
	case noun && c&enNoun != 0: // its special advances rate
	case c&enBring != 0 && r.participle(i) && (r.level >= 0 && r.free || r.m.on && r.m.to < 0 && r.m.from < 0):
		r.brings()
	case c&(enRise|enFall) != 0:
		r.verb(i, c)
	case c&(enUp|enDown) != 0 && c&enBase == 0 && r.adverbial(i):
		r.adverb(c)
	case c&enBase != 0 && c&(enUp|enDown) != 0 && r.m.on && r.m.to >= 0 && r.m.by >= 0 && r.m.from < 0:
		r.slot, r.steps = enOver, 0
	case c&enSlots != 0:
		if r.slot == enVersus && c&enTo != 0 {
			return // compared to
		}
		if r.slot, r.steps = c&enSlots, 0; c&enBy != 0 && r.agent(i) {
			r.slot = 0
		}
	case c&(enOpen|enWho) != 0:
		r.slot, r.crossed, r.but = 0, true, true
	case c&enSay != 0:
		r.other = false
	case c&(enLink|enDo) != 0 && noun && r.slot != 0: // from a revised 729
	case c&(enLink|enDo) != 0:
		r.slot, r.doing = 0, true
	default:
		if r.steps++; r.steps > slotReach || isUpper(r.p.Text[r.items[i].from]) && r.slot&(enFrom|enTo|enAt|enBy) != 0 {
			r.slot = 0
		}
		if c&(enStop|enVague|enMore|enHead) == 0 {
			r.other = r.other || r.crossed
			r.named = true
		}
	}
}

// agent reports whether the "by" at i says who did something: owned by, followed
// by.
func (r *enMover) agent(i int) bool {
	if i == 0 || r.items[i-1].kind != enWord || r.items[i-1].class&(enRise|enFall) != 0 {
		return false
	}
	w := r.p.Text[r.items[i-1].from:r.items[i-1].to]
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "en")
}

// heads reports whether a noun of change is the head of its phrase, as it isn't
// in "growth rate".
func (r *enMover) heads(i int) bool {
	if i+1 >= len(r.items) || r.items[i+1].kind != enWord {
		return true
	}
	return r.items[i+1].class&(enSlots|enOpen|enStop|enLink) != 0
}

// names reports whether the noun of change at i has its amount right behind: a
// drop of 5 percent.
func (r *enMover) names(i int) bool {
	if i+1 >= len(r.items) || r.items[i+1].class&enOf == 0 {
		return false
	}
	for j := i + 2; j < len(r.items) && j <= i+4; j++ {
		if r.items[j].kind == enFig {
			return true
		}
	}
	return false
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// participle reports whether a word in -ing stands right behind a mark.
func (r *enMover) participle(i int) bool {
	w := r.p.Text[r.items[i].from:r.items[i].to]
	return strings.HasSuffix(w, "ing") && i > 0 && (r.items[i-1].kind == enComma || r.items[i-1].kind == enDash || r.items[i-1].class&enOpen != 0)
}

// adverbial reports whether "up" or "down" goes with an amount or a base: up 6
// percent, down from 36.
func (r *enMover) adverbial(i int) bool {
	if i+1 >= len(r.items) || i > 0 && r.items[i-1].class&enShareVerb != 0 && r.items[i-1].class&enLink != 0 {
		return false // makes up
	}
	next := &r.items[i+1]
	return next.kind == enFig || next.kind == enWord && next.class&(enFrom|enBy|enOn|enTo|enAt|enVersus) != 0
}

// subject returns the level that a change whose words begin here may be of, or
// -1: nothing else has been named since.
func (r *enMover) subject() int {
	if r.other {
		return -1
	}
	return r.level
}

func signOfClass(c enClass, up, down enClass) int8 {
	switch {
	case c&up != 0 && c&down == 0:
		return 1
	case c&down != 0:
		return -1
	}
	return 0
}

// verb begins a change, unless one has just begun: helped to lift.
func (r *enMover) verb(i int, c enClass) {
	level := r.subject()
	if level >= 0 && r.crossed && !r.participle(i) {
		level = -1
	}
	bring := r.participle(i) && r.level >= 0 && r.free
	if !r.m.on || !r.m.fresh() {
		r.flush(r.sentence())
		r.m = noMove()
		r.m.level = level
		if bring {
			r.m.bring, r.m.level = true, r.level
		}
	}
	r.m.on, r.m.word, r.m.sign, r.doing = true, true, signOfClass(c, enRise, enFall), false
	if c&enBetter != 0 {
		r.m.sign = 0
	}
	r.slot, r.steps = enRise, 0
}

func (r *enMover) sentence() int { return r.p.Figures[r.s.FirstFig].Sentence }

// adverb goes on with the change before, or begins one of the level before.
func (r *enMover) adverb(c enClass) {
	sign := signOfClass(c, enUp, enDown)
	switch {
	case r.m.on && r.m.fresh():
		r.m.sign = sign
	case r.m.on && r.m.to >= 0 && (r.m.from < 0 || r.m.by < 0 && r.m.rate < 0 && !r.but) && !r.other:
		if r.m.sign == 0 {
			r.m.sign = sign
		}
	default:
		level := r.subject()
		r.flush(r.sentence())
		r.m = noMove()
		r.m.on, r.m.sign, r.m.level, r.m.adverb = true, sign, level, true
	}
	r.m.word, r.doing = true, false
	r.slot, r.steps = enRise, 0
}

// noun goes on with the change before, where the noun stands behind a mark, or
// begins one.
func (r *enMover) noun(i int, c enClass) {
	sign := signOfClass(c, enGrowth, enShrink)
	r.other = r.otherAt // a sharp drop
	switch {
	case r.m.on && r.m.fresh():
		r.m.sign = sign
	case (r.m.on || r.m.from >= 0) && r.m.by < 0 && r.m.rate < 0 && r.m.to >= 0 && r.crossed && !r.other && r.names(i):
		if r.m.on = true; r.m.sign == 0 {
			r.m.sign = sign
		}
	default:
		level := r.subject()
		r.flush(r.sentence())
		r.m = noMove()
		r.m.on, r.m.sign, r.m.level = true, sign, level
	}
	r.m.word, r.doing = true, false
	r.slot, r.steps, r.det = enNoun, 0, 0
}

// brings begins what an amount brings a total to; behind a change it goes on
// with that.
func (r *enMover) brings() {
	if r.m.on && (r.m.by >= 0 || r.m.rate >= 0) && r.m.to < 0 {
		return
	}
	r.flush(r.sentence())
	r.m = noMove()
	r.slot = 0
	if r.level >= 0 && r.free {
		r.m.on, r.m.bring, r.m.level = true, true, r.level
	}
}

// date notes the base of an amount, where a date and no figure is it: up 6
// percent from a year earlier.
func (r *enMover) date(i int) {
	d := int(r.items[i].ref)
	if r.m.from >= 0 && r.m.since < 0 {
		r.m.since = d
	}
	w, _, _ := strings.Cut(strings.ToLower(r.p.Words(r.p.Dates[d].Range())), " ")
	if r.slot&(enFrom|enThan|enVersus|enOn) == 0 && (enWords()[w]&(enFrom|enThan|enOn) == 0 || r.last != i-1) {
		return
	}
	for j := i + 1; j < len(r.items) && j <= i+2; j++ {
		it := &r.items[j]
		if it.kind == enFig {
			return // last year's 28 million
		}
		if it.kind != enWord || it.class&(enSlots|enVerb|enOpen) != 0 {
			break
		}
	}
	if r.m.on && r.last >= 0 && r.m.ownBase < 0 {
		r.m.ownBase = d
	}
	r.slot = 0
}

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
