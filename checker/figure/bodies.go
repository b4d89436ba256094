package figure

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// Body is a mention of an organisation, or of a place that no list of regions
// holds, told by what its name ends in: 华中科技大学, 张湾村.
type Body struct {
	Range    source.Range
	Kind     BodyKind
	Sentence int
	// Points says that the words only point back: 该公司, 全村.
	Points bool
	// Opens says that it opens its clause, so that what follows is about it.
	Opens bool
	// Object says that something is done to it or with it: 向东风公司, 与武汉大学.
	Object bool
	// Of numbers the one that is meant among those of the page, -1 where nobody
	// knows.
	Of int
}

// BodyKind says what kind of body a name is of.
type BodyKind uint8

// The kinds of body, in the order of their groups of cues.txt.
const (
	Company BodyKind = iota
	School
	Hospital
	Office
	Association
	Site
	bodyKinds
)

var bodyGroups = [bodyKinds]Cue{"body-company", "body-school", "body-hospital", "body-office", "body-association", "body-place"}

const bodyIntro Cue = "body-intro"

// known is one body or person of a page, under its names.
type known struct {
	name    string // the longest that the page prints
	kind    BodyKind
	aliases []string
}

// longestStem bounds what stands before an ending of one character, in bytes.
const longestStem = 15

// The longest name in bytes, and how many bodies of a page are compared with a
// new name.
const (
	longestBody = 75
	mostBodies  = 48
)

//go:embed data/bodies.txt
var bodyText string

var bodyWords = newWordFile(&bodyText)

const (
	bodyCommon wordGroup = "common"
	bodyBreak  wordGroup = "break"
	bodyNot    wordGroup = "not"
	bodySoft   wordGroup = "soft-break"
	bodyLegal  wordGroup = "legal"
	bodyMany   wordGroup = "many"
	bodyProper wordGroup = "proper"
	bodySome   wordGroup = "some"
	ownerHead  wordGroup = "owner-head"
	bodyClass  wordGroup = "class"
)

// findBodies finds the bodies that a page names.
func (p *Page) findBodies() {
	var ends []Body
	for k, g := range bodyGroups {
		for _, r := range p.Cues(g) {
			ends = append(ends, Body{Range: r, Kind: BodyKind(k)})
		}
	}
	slices.SortFunc(ends, func(a, b Body) int {
		if a.Range.Start != b.Range.Start {
			return a.Range.Start - b.Range.Start
		}
		return a.Range.End - b.Range.End
	})
	for i := range ends {
		p.body(ends[i])
	}
	for i := range p.Bodies {
		p.identify(i)
	}
	p.addShort()
	kept := p.Bodies[:0]
	for _, b := range p.Bodies {
		if b.Sentence = p.SentenceOf(b.Range.Start); b.Sentence >= 0 && b.Of >= 0 {
			kept = append(kept, b)
		}
	}
	p.Bodies = kept
}

// addShort adds the mentions of short names where no longer name stands.
func (p *Page) addShort() {
	if len(p.shortMentions) == 0 {
		return
	}
	whole := len(p.Bodies)
	for _, b := range p.shortMentions {
		at, _ := slices.BinarySearchFunc(p.Bodies[:whole], b.Range.Start, func(b Body, start int) int { return b.Range.Start - start })
		if at > 0 && p.Bodies[at-1].Range.End > b.Range.Start || at < whole && p.Bodies[at].Range.Start < b.Range.End {
			continue
		}
		b.Opens = p.bodyOpens(b.Range.Start)
		b.Object = !b.Opens && p.isObject(b.Range.Start)
		p.Bodies = append(p.Bodies, b)
	}
	slices.SortFunc(p.Bodies, func(a, b Body) int { return a.Range.Start - b.Range.Start })
}

// body reads the name that ends in b's words, and notes it.
func (p *Page) body(b Body) {
	end := b.Range
	if w := p.Text[end.Start:end.End]; strings.HasPrefix(w, "该") || strings.HasPrefix(w, "本") || strings.HasPrefix(w, "全") || strings.HasPrefix(w, "我") {
		b.Points = true
		p.noteBody(b)
		return
	}
	if p.endsNone(end) {
		return
	}
	start, region := p.bodyStart(end.Start)
	stem := p.Text[start:end.Start]
	switch {
	case stem == "":
		before := p.Text[max(0, start-9):start]
		pointed := strings.HasSuffix(before, "该") || strings.HasSuffix(before, "本") || strings.HasSuffix(before, "这家") || strings.HasSuffix(before, "这所") || strings.HasSuffix(before, "全")
		if !pointed && (end.Len() < 6 || !p.bodyOpens(start)) {
			return
		}
		b.Points = pointed || bodyWords.at(p.Text, end.Start, bodyProper) != end.Len()
	case region && sharedIn(stem, p.Text[end.Start:end.End]):
		return // 美国公司
	case !region && stem[0] >= utf8.RuneSelf && len(stem) < 6:
		return // 全县, 市医院
	case end.Len() == 3 && len(stem) > longestStem && !region:
		return
	case !region && allCommon(stem):
		return
	}
	b.Range.Start = start
	p.noteBody(b)
}

// noteBody appends a mention. A longer name takes the place of one inside it.
func (p *Page) noteBody(b Body) {
	for n := len(p.Bodies); n > 0 && p.Bodies[n-1].Range.End > b.Range.Start; n = len(p.Bodies) {
		if last := p.Bodies[n-1].Range; last.Start < b.Range.Start || last.Len() >= b.Range.Len() && last.End >= b.Range.End {
			return
		}
		p.Bodies = p.Bodies[:n-1]
	}
	p.Bodies = append(p.Bodies, b)
}

// endsNone reports whether the ending of a name stands in a word that ends
// none: 格局, 村民, 大学生.
func (p *Page) endsNone(end source.Range) bool {
	n := end.Len()
	if bodyWords.at(p.Text, end.Start, bodyNot) > n || bodyWords.before(p.Text[:end.End], bodyNot) > n {
		return true
	}
	if n == 3 { // one character: a word may begin with the one before
		if _, w := utf8.DecodeLastRuneInString(p.Text[:end.Start]); bodyWords.at(p.Text, end.Start-w, bodyNot) > w {
			return true
		}
	}
	return false
}

// sharedIn reports whether a name is no more than a region and an ending that
// many of its bodies share: 美国公司, 湖北医院, 武汉社区; not 武汉大学.
func sharedIn(stem, end string) bool {
	w := lexicon.Exact(stem)
	if w < 0 {
		return false
	}
	s, ok := lexicon.Has(w, lexicon.ClassRegion)
	if !ok {
		return false
	}
	switch s.Alt {
	case "city":
		return bodyWords.at(end, 0, bodyMany) == len(end)
	case "province":
		return bodyWords.at(end, 0, bodyMany) == len(end) || bodyWords.at(end, 0, bodySome) == len(end)
	}
	return end != "银行"
}

// bodyStart returns where the name begins that runs up to an offset, and
// whether it begins with a region.
func (p *Page) bodyStart(end int) (start int, region bool) {
	i := p.tokenFrom(end) - 1
	at := end
	floor := max(0, end-longestBody)
	for at > floor {
		for i >= 0 && int(p.Tokens[i].Start) >= at {
			i--
		}
		if i >= 0 && int(p.Tokens[i].End) > at {
			return at, region // the ending stands inside a token
		}
		if i < 0 || int(p.Tokens[i].End) < at {
			if region || bodyWords.before(p.Text[:at], bodyBreak) > 3 { // of one character only words of the lexicon are sure
				return at, region
			}
			_, w := utf8.DecodeLastRuneInString(p.Text[:at])
			if c := p.Text[at-w]; c <= ' ' {
				return at, region
			}
			at -= w
			continue
		}
		t := p.Tokens[i]
		switch t.Kind {
		case Punct:
			open := p.bracketed(at, floor)
			if open < 0 || region {
				return at, region
			}
			at = open
			continue
		case DateTok:
			return at, region
		case Quantity:
			if !strings.HasPrefix(p.Text[t.Start:], "第") {
				return at, region
			}
		case Word:
			n := int(t.End - t.Start)
			if bodyWords.at(p.Text, int(t.Start), bodyBreak) == n || bodyWords.at(p.Text, int(t.Start), bodySoft) == n && !p.partOfWord(i) {
				return at, region
			}
			if s, ok := lexicon.Has(t.Ref, lexicon.ClassRegion); ok {
				if region && s.Alt == "" {
					return at, region
				}
				region = true
			} else if region || p.breaksName(t) {
				return at, region
			}
		}
		at = int(t.Start)
	}
	return at, region
}

// longestBracket bounds what brackets inside a name hold: （集团）, （中国）.
const longestBracket = 18

// bracketed returns where brackets open that close right before an offset and
// hold few characters, -1 for none.
func (p *Page) bracketed(at, floor int) int {
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if !strings.HasSuffix(p.Text[:at], pair[1]) {
			continue
		}
		from := max(floor, at-longestBracket-len(pair[1]))
		if i := strings.LastIndex(p.Text[from:at], pair[0]); i > 0 {
			return from + i
		}
	}
	return -1
}

// breaksName reports whether a word can't be part of a name.
func (p *Page) breaksName(t Token) bool {
	if t.End-t.Start <= 3 && p.Text[t.Start] >= utf8.RuneSelf {
		return false // 中 of 华中, 上 of 上汽
	}
	for _, s := range lexicon.Senses(t.Ref) {
		switch s.Class {
		case lexicon.ClassStop, lexicon.ClassLink, lexicon.ClassVerb, lexicon.ClassModality, lexicon.ClassBase,
			lexicon.ClassCue, lexicon.ClassPreHedge, lexicon.ClassTime, lexicon.ClassScope:
			return true
		}
	}
	return false
}

// allCommon reports whether words that many bodies share make up all of a stem.
func allCommon(stem string) bool {
	for i := 0; i < len(stem); {
		n := bodyWords.at(stem, i, bodyCommon)
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// bodyOpens reports whether nothing but marks, dates and short words of
// position stand in a clause before an offset.
func (p *Page) bodyOpens(at int) bool {
	n := p.SentenceOf(at)
	if n < 0 {
		return false
	}
	s := &p.Sentences[n]
	cs := p.clauseStart(s, min(p.tokenAt(n, at), s.AfterTok-1))
	from := p.offsetBefore(s, cs)
	for k := cs; k < s.AfterTok && int(p.Tokens[k].End) <= at; k++ {
		t := p.Tokens[k]
		if t.Kind != DateTok && t.Kind != Punct && (t.Kind != Word || !p.onlyPositions(t)) || !blank(p.Text[from:t.Start]) {
			return false
		}
		from = int(t.End)
	}
	return from <= at && blank(p.Text[from:at])
}

// onlyPositions reports whether a word only says where in the copy or in time
// what follows stands.
func (p *Page) onlyPositions(t Token) bool {
	if wordAt(p.Text, int(t.Start), beforePlace) == int(t.End-t.Start) {
		return true
	}
	return lexicon.Is(t.Ref, lexicon.ClassTime)
}
