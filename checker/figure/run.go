package figure

import (
	"bytes"
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// run is what the words right before a number say: verbs, links, hedges and
// bases that stand between the metric and its number.
type run struct {
	start    int // offset where the run begins
	firstTok int // its first token; the figure's own when empty
	sign     int8
	word     int32  // the verb itself, or -1
	verb     string // by, to, contrib, gap, pace; empty for none
	base     string
	among    bool
	share    bool
	respect  bool
	total    bool
	rest     bool
	mean     bool
	modality Modality
}

// runClasses are the classes of word that may stand in a run.
var runClasses = [...]lexicon.Class{lexicon.ClassVerb, lexicon.ClassBase, lexicon.ClassCue, lexicon.ClassModality,
	lexicon.ClassPreHedge, lexicon.ClassLink, lexicon.ClassStop}

// runBefore reads the functional words that end right before token tok.
func (p *Page) runBefore(s *Sentence, tok int) run {
	r := run{start: int(p.Tokens[tok].Start), firstTok: tok, word: -1}
	for i := tok - 1; i >= s.FirstTok; i-- {
		t := p.Tokens[i]
		gap := p.Text[t.End:r.start]
		mood := r.modality
		if t.Kind != Word || !functionalGap(gap) || !r.take(t) {
			break
		}
		if r.modality != mood && (p.measuredBy(t) || p.movesObject(t)) {
			r.modality = mood
		}
		r.start, r.firstTok = int(t.Start), i
	}
	return r
}

// functionalGap reports whether the text between two words of a run is nothing
// but spaces or a particle that the lexicon doesn't list alone.
func functionalGap(s string) bool {
	return len(s) == 0 || len(s) <= 2 && strings.TrimSpace(s) == "" || s == "了" || s == "出"
}

// take notes what a word says and reports whether it may stand in a run.
func (r *run) take(t Token) bool {
	ok := false
	for _, c := range runClasses {
		sense, has := lexicon.Has(t.Ref, c)
		if !has {
			continue
		}
		ok = true
		switch c {
		case lexicon.ClassVerb:
			if r.verb == "" {
				r.verb, r.word = sense.Alt, t.Ref
				r.sign = signOf(sense.Code)
			} else if r.sign == 0 {
				r.sign = signOf(sense.Code)
			}
		case lexicon.ClassBase:
			if r.base == "" {
				r.base = sense.Code
			}
		case lexicon.ClassCue:
			r.cue(sense.Code)
		case lexicon.ClassModality:
			r.modality = modalityOf(sense.Code)
		}
	}
	return ok
}

func (r *run) cue(code string) {
	switch code {
	case "among":
		r.among = true
	case "share":
		r.share = true
	case "respectively":
		r.respect = true
	case "total":
		r.total = true
	case "rest":
		r.rest = true
	case "mean":
		r.mean = true
	}
}

func signOf(code string) int8 {
	switch code {
	case "+":
		return 1
	case "-":
		return -1
	}
	return 0
}

func modalityOf(code string) Modality {
	switch code {
	case "forecast":
		return Forecast
	case "planned":
		return Planned
	case "denied":
		return Denied
	case "quoted":
		return Quoted
	}
	return Asserted
}

// phrase is a noun phrase stripped to the words that say what is measured.
type phrase struct {
	key   string
	place string
	at    source.Range
	// cues met inside
	among, share, mean, total, respect bool
	base                               string
	verb                               string // of change, inside the phrase
	sign                               int8
	modality                           Modality
	shareAt                            int // token of 占
}

// phraseOf reads the phrase between two offsets; first is the first token at or
// behind from. Words of time, links, stops, hedges, bases and places are left
// out of the key; the last place is kept apart.
func (p *Page) phraseOf(from, to, first int) phrase {
	ph := phrase{at: source.Range{Start: from, End: to}, shareAt: -1}
	start := len(p.arena)
	at := from
	for i := first; i < len(p.Tokens) && int(p.Tokens[i].Start) < to; i++ {
		t := p.Tokens[i]
		if int(t.End) > to {
			break
		}
		p.keep(at, int(t.Start))
		at = int(t.End)
		switch t.Kind {
		case Word:
			if p.functional(t, &ph, i) {
				continue
			}
			p.keep(int(t.Start), int(t.End))
		case Latin, Mask:
			p.keep(int(t.Start), int(t.End))
		case Quantity, DateTok:
			// A figure or date inside the phrase cuts it: what stands behind counts.
			switch {
			case t.Kind != Quantity:
			case p.qualifiesZh(&p.Figures[t.Ref]):
				p.keep(int(t.Start), int(t.End))
			default:
				p.arena = p.arena[:start]
			}
		}
	}
	p.keep(at, to)
	ph.key = string(trimStops(p.arena[start:]))
	p.arena = p.arena[:start]
	return ph
}

// keep appends text to the arena, without spaces.
func (p *Page) keep(from, to int) {
	for i := from; i < to; i++ {
		c := p.Text[i]
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' {
			if n := len(p.arena); n > 0 && isLatin(p.arena[n-1]) {
				p.arena = append(p.arena, ' ')
			}
			continue
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		p.arena = append(p.arena, c)
	}
}

// functional notes what a word inside a phrase says, and reports whether it is
// left out of the key.
func (p *Page) functional(t Token, ph *phrase, i int) bool {
	drop := false
	for _, s := range lexicon.Senses(t.Ref) {
		switch s.Class {
		case lexicon.ClassRegion:
			ph.place, drop = s.Code, true
		case lexicon.ClassScope:
			if ph.place == "" {
				ph.place = s.Code
			}
			drop = true
		case lexicon.ClassTime:
			drop = true
		case lexicon.ClassPreHedge:
			drop = t.End-t.Start > 3 || !p.partOfWord(i)
		case lexicon.ClassLink, lexicon.ClassStop:
			// A short word inside an unknown one is part of it.
			if t.End-t.Start > 3 || p.Text[t.Start] < 0x80 || !p.partOfWord(i) {
				drop = true
			}
		case lexicon.ClassBase:
			ph.base, drop = s.Code, true
		case lexicon.ClassModality:
			if drop = true; !p.measuredBy(t) && !p.movesObject(t) {
				ph.modality = modalityOf(s.Code)
			}
		case lexicon.ClassVerb:
			if t.End-t.Start > 3 {
				ph.verb, ph.sign = s.Alt, signOf(s.Code)
			}
		case lexicon.ClassCue:
			drop = p.cue(s.Code, ph, i) || drop
			if drop && s.Code == "each" && p.partOfWord(i) {
				drop = false
			}
		case lexicon.ClassContrast:
			return false // what tells facts apart is never left out
		}
	}
	return drop
}

// measuredBy reports whether a word of plans is only what something is measured
// by: 比计划多, 超预期, 完成年度目标的80%.
func (p *Page) measuredBy(t Token) bool {
	before := strings.TrimRight(p.Text[max(0, int(t.Start)-24):t.Start], " ")
	for _, year := range [...]string{"年度", "全年", "原", "预定", "既定", "本年"} {
		before = strings.TrimSuffix(before, year)
	}
	return wordBefore(before, planMeasure) > 0
}

func (p *Page) cue(code string, ph *phrase, i int) bool {
	switch code {
	case "among":
		ph.among = true
	case "share":
		ph.share, ph.shareAt = true, i
	case "mean":
		ph.mean = true
		return false
	case "total":
		ph.total = true
	case "respectively":
		ph.respect = true
	case "include":
		return false
	}
	return true
}

// partOfWord reports whether a word of one character touches text that no
// token covers, so that it is most likely part of a longer word that nobody
// listed (共建, 使用). A few particles never are.
func (p *Page) partOfWord(i int) bool {
	t := p.Tokens[i]
	switch p.Text[t.Start:t.End] {
	case "的", "了", "在", "已", "为", "是", "从", "由", "被", "把", "也", "还", "又", "且", "其", "该", "此", "这", "那":
		return false
	}
	left := i > 0 && int(p.Tokens[i-1].End) < int(t.Start) && p.Text[t.Start-1] >= 0x80
	right := i+1 < len(p.Tokens) && int(p.Tokens[i+1].Start) > int(t.End) && p.Text[t.End] >= 0x80
	return left || right
}

// trimStops cuts particles off the ends of a key.
func trimStops(b []byte) []byte {
	for {
		t := bytes.TrimSpace(b)
		for _, w := range stops {
			t = bytes.TrimPrefix(t, w)
			t = bytes.TrimSuffix(t, w)
		}
		if len(t) == len(b) {
			return t
		}
		b = t
	}
}

var stops = func() (list [][]byte) {
	for _, w := range [...]string{"的", "了", "在", "为", "是", "其", "，", "等", "与", "和"} {
		list = append(list, []byte(w))
	}
	return list
}()

// nounAfter reads the thing counted behind a classifier: up to the next mark,
// figure, verb or link, at most twelve characters.
func (p *Page) nounAfter(s *Sentence, f *Figure) (string, source.Range) {
	if f.Kind != quantity.Count && f.Kind != quantity.Ordinal || f.Unit == "" {
		return "", source.Range{}
	}
	return p.nounBehind(s, f)
}

// objectAfter reads what an amount of money is of or for, right behind it:
// 3亿元融资, 斥资2亿元回购.
func (p *Page) objectAfter(s *Sentence, f *Figure) string {
	if f.Kind != quantity.Money || f.After.Len() > 0 {
		return ""
	}
	object, _ := p.nounBehind(s, f)
	return object
}

func (p *Page) nounBehind(s *Sentence, f *Figure) (string, source.Range) {
	return p.nounFrom(s, int(p.Tokens[f.Token].End), f.Token+1)
}

// nounFrom reads the noun that begins at an offset, in front of or at a token.
func (p *Page) nounFrom(s *Sentence, from, tok int) (string, source.Range) {
	to := min(s.Range.End, from+36)
	for i := tok; i < s.AfterTok && int(p.Tokens[i].Start) < to; i++ {
		t := p.Tokens[i]
		if t.Kind == Word && !endsNoun(t) && !p.closesNoun(from, i) && !(int(t.Start) == from && lexicon.Is(t.Ref, lexicon.ClassVerb)) {
			continue
		}
		if t.Kind == Latin || t.Kind == Mask {
			continue
		}
		to = int(t.Start)
		break
	}
	for to > from && to < len(p.Text) && p.Text[to]&0xC0 == 0x80 {
		to--
	}
	noun := withinCut(nounCut(strings.TrimSpace(p.Text[from:to])))
	return noun, source.Range{Start: from, End: to}
}

// nounCut cuts a noun before a verb or an adverb that no token covers, behind
// two characters at least.
func nounCut(noun string) string {
	for i := 6; i < len(noun); i++ {
		if noun[i]&0xC0 != 0x80 && wordAt(noun, i, nounClosingLong) > 0 {
			return strings.TrimSpace(noun[:i])
		}
	}
	return noun
}

// closesNoun reports whether a word ends a noun that began at an offset: an
// adverb or a preposition, or 的 behind two characters or more.
func (p *Page) closesNoun(from, i int) bool {
	t := p.Tokens[i]
	n := int(t.Start) - from
	if p.Words(t.Range()) == "的" {
		return n >= 6
	}
	return n >= 6 && wordAt(p.Text, int(t.Start), nounClosing) == int(t.End-t.Start)
}

// endsNoun reports whether a word closes the noun behind a classifier.
func endsNoun(t Token) bool {
	for _, s := range lexicon.Senses(t.Ref) {
		switch s.Class {
		case lexicon.ClassVerb:
			if t.End-t.Start > 3 {
				return true
			}
		case lexicon.ClassLink, lexicon.ClassBase, lexicon.ClassModality, lexicon.ClassPostHedge:
			if t.End-t.Start >= 3 {
				return true
			}
		case lexicon.ClassCue:
			return true
		}
	}
	return false
}
