package figure

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/english.txt
var englishText string

// enClass is what a word does around figures; the names are those of the data
// file. A word may do several things.
type enClass uint64

const (
	enStop enClass = 1 << iota
	enRise
	enFall
	enLink
	enDo
	enSay
	enOpen
	enWho
	enBase
	enVague
	enUp
	enDown
	enHead
	enFigure
	enNoun
	enThink
	// what claims look at besides
	enTo
	enAt
	enBy
	enOf
	enFrom
	enThan
	enVersus
	enOn
	enOr
	enAnd
	enArticle
	enGrowth
	enShrink
	enShift
	enBring
	enFactor
	enMore
	enUnlike
	enBetter
	enFor
	enYearly
	enRest
	enRelate
	enThem
	enLeave
	enAmong
	enShareVerb
	enRateNoun
	enIn
	enTotal
	enMargin
	enBeat
	enBehind
	enTop
	enLowWins
	enSequel
	enVote
	enPresent
	enParts
	enEach
	enJubilee
	enYearNoun
	enFound
	enInclude
	enPer
	enPoint
)

var enNames = map[string]enClass{"stop": enStop, "rise": enRise, "fall": enFall, "link": enLink, "do": enDo, "say": enSay,
	"open": enOpen, "who": enWho, "base": enBase, "vague": enVague, "up": enUp, "down": enDown, "head": enHead, "figure": enFigure, "noun": enNoun, "think": enThink,
	"to": enTo, "at": enAt, "by": enBy, "of": enOf, "from": enFrom, "than": enThan, "versus": enVersus, "on": enOn, "or": enOr, "and": enAnd,
	"article": enArticle, "growth": enGrowth, "shrink": enShrink, "shift": enShift, "bring": enBring, "factor": enFactor, "more": enMore, "unlike": enUnlike, "better": enBetter, "for": enFor, "yearly": enYearly,
	"rest": enRest, "relate": enRelate, "them": enThem, "leave": enLeave, "among": enAmong, "sharing": enShareVerb, "rate": enRateNoun, "in": enIn, "total": enTotal,
	"margin": enMargin, "beat": enBeat, "behind": enBehind, "top": enTop, "low": enLowWins, "sequel": enSequel,
	"vote": enVote, "present": enPresent, "parts": enParts, "each": enEach, "jubilee": enJubilee, "yearnoun": enYearNoun, "found": enFound, "include": enInclude, "per": enPer, "point": enPoint}

const enVerb = enRise | enFall | enLink | enDo

// enWords holds the classes of the words of the data file.
var enWords = sync.OnceValue(func() map[string]enClass {
	words := map[string]enClass{}
	for line := range strings.Lines(englishText) {
		name, list, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || name[0] == '#' {
			continue
		}
		for w := range strings.SplitSeq(list, "|") {
			words[w] |= enNames[name]
		}
	}
	return words
})

// lower appends a word in small letters, cut to what fits, without 's.
func lower(w string, b []byte) []byte {
	for i := 0; i < len(w) && len(b) < cap(b); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	if n := len(b); n > 2 && b[n-2] == '\'' && b[n-1] == 's' {
		b = b[:n-2]
	}
	return b
}

// stem cuts the ending off a word in small letters: plurals, and what verbs
// and participles end in.
func stem(b []byte) []byte {
	n := len(b)
	switch {
	case n > 4 && string(b[n-3:]) == "ies":
		return append(b[:n-3], 'y')
	case n > 3 && b[n-1] == 's' && b[n-2] != 's' && b[n-2] != 'u' && b[n-2] != 'i':
		return b[:n-1]
	case n > 5 && string(b[n-3:]) == "ing":
		return b[:n-3]
	case n > 4 && string(b[n-2:]) == "ed":
		return b[:n-2]
	}
	return b
}

// abbreviated reports whether a point, from start to end, ends an abbreviation
// rather than a sentence: a title or the like stands before it, or a small letter
// behind.
func (p *Page) abbreviated(start, end int) bool {
	if end+1 < len(p.Text) && p.Text[end] == ' ' && 'a' <= p.Text[end+1] && p.Text[end+1] <= 'z' {
		return true
	}
	from := start
	for from > 0 && isLatin(p.Text[from-1]) {
		from--
	}
	return enAbbreviations[p.Text[from:start]]
}

// enAbbreviations are written with a point and stand before a name or a number.
var enAbbreviations = map[string]bool{"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "Prof": true, "Gov": true, "Sen": true, "Rep": true, "Gen": true, "Lt": true, "Col": true, "Capt": true, "St": true, "vs": true, "No": true, "Nos": true, "approx": true, "est": true}
