package figure

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

//go:embed data/bodies_en.txt
var bodyTextEn string

var bodyWordsEn = newWordFile(&bodyTextEn)

var bodyGroupsEn = [bodyKinds]wordGroup{"company", "school", "hospital", "office", "association", "site"}

const (
	bodyJoinEn   wordGroup = "joining"
	bodyNotEn    wordGroup = "not"
	bodyPointsEn wordGroup = "points"

	bodyOpeningEn wordGroup = "opening"
)

// whole reports whether a group holds a word, whole and in small letters.
func (f wordFile) whole(word string, g wordGroup) bool {
	return f.at(word, 0, g) == len(word) && word != ""
}

// kindEn returns the kind of body that a word of a name says.
func kindEn(word string) (BodyKind, bool) {
	for k, g := range bodyGroupsEn {
		if bodyWordsEn.whole(word, g) {
			return BodyKind(k), true
		}
	}
	return 0, false
}

// findBodiesEnglish finds the bodies that an English page names: runs of words
// with capitals, and "the company" and the like, which point back.
func (p *Page) findBodiesEnglish() {
	for n := range p.Sentences {
		s := &p.Sentences[n]
		for i := s.FirstTok; i < s.AfterTok; {
			i = p.bodyRun(s, n, i)
		}
	}
	for i := range p.Bodies {
		p.identifyEnglish(i)
	}
}

// bodyRun reads the run of capitals that begins at a token, notes it where it is
// a body, and returns the token behind it.
func (p *Page) bodyRun(s *Sentence, n, first int) int {
	t := p.Tokens[first]
	if t.Kind != Latin && t.Kind != Word {
		return first + 1
	}
	if strings.EqualFold(p.Text[t.Start:t.End], "the") {
		return p.pointsEnglish(s, n, first)
	}
	if c := p.Text[t.Start]; c < 'A' || c > 'Z' {
		return first + 1 // most words
	}
	var buf [32]byte
	if bodyWordsEn.whole(string(lower(p.Text[t.Start:t.End], buf[:0])), bodyOpeningEn) {
		return first + 1
	}
	b := Body{Range: t.Range(), Sentence: n, Of: -1}
	kind, known := BodyKind(0), false
	words, next, mere := 0, first, false
	for i := first; i < s.AfterTok; i++ {
		t := p.Tokens[i]
		if i > first && int(t.Start) != b.Range.End+1 && !(words > 0 && p.Text[b.Range.End] == '.' && int(t.Start) <= b.Range.End+2) {
			break
		}
		if t.Kind != Latin && t.Kind != Word {
			break
		}
		w := string(lower(p.Text[t.Start:t.End], buf[:0]))
		if c := p.Text[t.Start]; c < 'A' || c > 'Z' {
			// University of Westbrook: small words go on only where a capital follows.
			if !bodyWordsEn.whole(w, bodyJoinEn) || !known || i+1 >= s.AfterTok || p.Text[p.Tokens[i+1].Start] < 'A' || p.Text[p.Tokens[i+1].Start] > 'Z' {
				break
			}
			b.Range.End = int(t.End)
			continue
		}
		mere = mere || bodyWordsEn.whole(w, bodyNotEn)
		if k, ok := kindEn(w); ok {
			kind, known = k, true
		}
		b.Range.End, next = int(t.End), i
		words++
		if strings.HasSuffix(p.Text[t.Start:t.End], "'s") {
			b.Range.End -= 2
			break
		}
	}
	if b.Kind = kind; (known || !mere) && p.isBodyEnglish(&b, words, known) {
		p.Bodies = append(p.Bodies, b)
	}
	return next + 1
}

// isBodyEnglish reports whether a run of capitals names a body: it says of what
// kind, or it is of two words or in capitals all through, and no place.
func (p *Page) isBodyEnglish(b *Body, words int, known bool) bool {
	name := p.Words(b.Range)
	if w := lexicon.Exact(strings.ToLower(name)); w >= 0 {
		return false // a place, or a word with a meaning of its own
	}
	switch {
	case known:
		return words > 1
	case p.opens(b.Range.Start) && !strings.HasSuffix(strings.TrimRight(p.Text[:b.Range.Start], " "), ";"):
		return words > 1 && words < 5 || name == strings.ToUpper(name) && len(name) > 1
	}
	return words < 5 && len(name) > 1
}

// pointsEnglish notes "the company" and the like.
func (p *Page) pointsEnglish(s *Sentence, n, i int) int {
	if i+1 >= s.AfterTok {
		return i + 1
	}
	t, u := p.Tokens[i], p.Tokens[i+1]
	var buf [32]byte
	if u.Kind != Latin && u.Kind != Word || p.Text[u.Start] < 'a' {
		return i + 1
	}
	w := string(lower(p.Text[u.Start:u.End], buf[:0]))
	if t.End-t.Start != 3 || p.Text[t.Start]|0x20 != 't' || !bodyWordsEn.whole(w, bodyPointsEn) {
		return i + 1
	}
	k, ok := kindEn(w)
	if !ok {
		k = Company // the carmaker
	}
	p.Bodies = append(p.Bodies, Body{Range: source.Range{Start: int(t.Start), End: int(u.Start) + len(w)}, Kind: k, Sentence: n, Points: true, Of: -1})
	return i + 2
}

// identifyEnglish finds which body of the page a mention means, or adds it.
func (p *Page) identifyEnglish(i int) {
	b := &p.Bodies[i]
	b.Opens = p.bodyOpens(b.Range.Start) || p.opens(b.Range.Start) || i > 0 && strings.EqualFold(strings.TrimSpace(p.Text[p.Sentences[b.Sentence].Range.Start:b.Range.Start]), "the")
	if b.Points {
		b.Of = p.lastOfKind(i)
		return
	}
	name := p.Words(b.Range)
	if of, ok := p.bodyIndex[name]; ok {
		b.Of, b.Kind = of, p.bodyNames[of].kind
		return
	}
	defer func() { p.indexBody(name, b.Of) }()
	for j := len(p.bodyNames) - 1; j >= 0 && j >= len(p.bodyNames)-mostBodies; j-- {
		if k := &p.bodyNames[j]; sameEnglish(name, k) {
			b.Of, b.Kind = j, k.kind
			return
		}
	}
	b.Of = len(p.bodyNames)
	k := known{name: name, kind: b.Kind}
	if at := b.Range.End; at+2 < len(p.Text) && p.Text[at:at+2] == " (" {
		if end := strings.IndexByte(p.Text[at:min(len(p.Text), at+20)], ')'); end > 3 {
			k.aliases = append(k.aliases, p.Text[at+2:at+end]) // European Central Bank (ECB)
		}
	}
	p.bodyNames = append(p.bodyNames, k)
}

// sameEnglish reports whether a name means a known body: the full name, words
// that it begins with, or its initials.
func sameEnglish(name string, k *known) bool {
	if opensWith(k.name, name) || opensWith(name, k.name) {
		return true
	}
	for _, a := range k.aliases {
		if a == name {
			return true
		}
	}
	return len(name) > 1 && (initialsAre(name, k.name) || initialsAre(k.name, name))
}

// opensWith reports whether a name begins with the words of another, in letters
// of either size.
func opensWith(long, short string) bool {
	n := len(short)
	return len(long) >= n && strings.EqualFold(long[:n], short) && (len(long) == n || long[n] == ' ')
}

// initialsAre reports whether a short name is the first letters of the words of a
// name that have capitals.
func initialsAre(short, name string) bool {
	if len(short) > 1 && (short[1] < 'A' || short[1] > 'Z') {
		return false // most names
	}
	n := 0
	for w := range strings.FieldsSeq(name) {
		if 'A' <= w[0] && w[0] <= 'Z' {
			if n >= len(short) || short[n] != w[0] {
				return false
			}
			n++
		}
	}
	return n == len(short)
}

// bindBodiesEnglish gives the figures of an English page the body that they are
// of: the last one among the words of their subject, else the one that the
// sentence or the sentence before is about.
func (p *Page) bindBodiesEnglish() {
	p.findBodiesEnglish()
	if len(p.Bodies) == 0 {
		return
	}
	next, block := 0, -1
	var g governing
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if s.Block != block {
			block, g.para = s.Block, nil
		}
		g.here = nil
		for k := s.FirstFig; k <= s.AfterFig; k++ {
			limit := s.Range.End
			if k < s.AfterFig {
				limit = p.Figures[k].Range.Start
			}
			for ; next < len(p.Bodies) && p.Bodies[next].Range.Start < limit; next++ {
				if b := &p.Bodies[next]; b.Of >= 0 && b.Opens && !p.reportsEnglish(b) {
					g.here, g.para = b, b
				}
			}
			if k < s.AfterFig {
				p.ownEnglish(&p.Figures[k], &g)
			}
		}
	}
}

// ownEnglish gives one figure its body.
func (p *Page) ownEnglish(f *Figure, g *governing) {
	x := &p.facts[f.Index]
	for i := p.firstBody(f.Range.Start) - 1; i >= 0 && p.Bodies[i].Sentence == f.Sentence; i-- {
		b := &p.Bodies[i]
		if b.Of < 0 {
			continue
		}
		for w := range x.lead {
			if b.Range.Start <= int(x.words.from[w]) && int(x.words.to[w]) <= b.Range.End+2 {
				f.Body, f.BodyRange, f.BodyOrigin = b.Of+1, b.Range, Printed
				return
			}
		}
	}
	set := func(b *Body, o Origin) { f.Body, f.BodyRange, f.BodyOrigin = b.Of+1, b.Range, o }
	switch {
	case f.Region != "" && f.RegionOrigin == Printed:
	case g.here != nil:
		set(g.here, Inherited)
	case g.para != nil:
		set(g.para, Guessed)
	}
}

// reportsEnglish reports whether an office or an association is named only as
// who says what follows.
func (p *Page) reportsEnglish(b *Body) bool {
	if b.Kind != Office && b.Kind != Association {
		return false
	}
	rest := strings.TrimLeft(p.Text[b.Range.End:min(len(p.Text), b.Range.End+24)], " ,")
	word, _, _ := strings.Cut(rest, " ")
	return enWords()[word]&(enSay|enThink) != 0
}
