package figure

import (
	"strings"
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
