package period

//go:generate go run ./internal/gen

import (
	"strings"
	"unicode/utf8"
)

// role says what a word does in an expression of time.
type role uint8

const (
	roleNone role = iota
	roleYear
	roleYearBase
	roleRun
	roleHalf
	roleHalfRel
	roleQuarter
	roleQuarterRel
	roleMonthRel
	roleMonthBase
	roleWeekRel
	roleDayRel
	roleDayBase
	roleNow
	roleVague
	roleEdge
	roleEdgeYear
	roleEdgeMonth
	roleEdgeQuarter
	roleTenDays
	roleSame
	roleSince
	roleAsOf
	roleTo
	roleFirst
	roleNth
	roleLast
	rolePast
	roleFuture
	rolePlan
	rolePlanYear
	rolePlanTail
	roleCentury
	roleLunar
	roleLunarMonth
	roleWeek
	roleDayPart
	roleFestival
	roleEra
	roleTerm
	roleTermUnsure
	// English only
	roleMonth
	roleWeekday
	roleRel
	roleUnit
	roleYtd
	roleBy
	roleFromSince
	roleEdgeOf
	roleFiscal
	roleOrdinal
	roleCardinal
	roleTens
	roleDecade
	roleScale
	roleOffset
	roleWeekOf
	roleRest
	roleCalendarCode
	roleYearNext
	roleClock
)

// word is one word with one role. notAfter holds the characters that rule it
// out in front of it, notBefore the words that rule it out behind it.
type word struct {
	text      string
	role      role
	n         int16
	notAfter  string
	notBefore []string
}

// wordGroup is the words that begin with one character: words[start:end].
type wordGroup struct {
	first      rune
	start, end uint16
	roles      uint64 // that some word of the group has, 1<<role
	seconds    uint64 // second characters of the words, modulo 64
}

var noWords wordGroup

// group returns the words that begin with r, which is in lower case.
func group(r rune) *wordGroup {
	if r > 0xFFFF {
		return &noWords
	}
	for h := uint32(r) * 0x9E3779B1 >> 23; ; h = (h + 1) & 511 {
		g := &wordIndex[h]
		if g.first == r || g.end == 0 {
			return g
		}
	}
}

// find returns the longest word at a place that has one of the roles of mask
// and that its surroundings allow. The end is at when there is none.
func find(text string, at int, mask uint64) (w *word, end int) {
	if at >= len(text) {
		return &noWord, at
	}
	r := rune(text[at])
	switch {
	case r >= utf8.RuneSelf:
		r = runeAt(text, at)
	case 'A' <= r && r <= 'Z':
		r += 'a' - 'A'
	}
	g := group(r)
	if g.roles&mask == 0 || !g.mayGoOn(text, at+utf8.RuneLen(r)) {
		return &noWord, at
	}
	ws := words[g.start:g.end]
	for i := range ws {
		w := &ws[i]
		if mask>>w.role&1 != 0 && hasPrefixFold(text[at:], w.text) && allowed(text, at, at+len(w.text), w) {
			return w, at + len(w.text)
		}
	}
	return &noWord, at
}

// mayGoOn reports whether some word of the group may have the character at a
// place as its second one.
func (g *wordGroup) mayGoOn(text string, at int) bool {
	if g.seconds == ^uint64(0) || at >= len(text) {
		return g.seconds == ^uint64(0)
	}
	r := rune(text[at])
	switch {
	case r >= utf8.RuneSelf:
		r = runeAt(text, at)
	case 'A' <= r && r <= 'Z':
		r += 'a' - 'A'
	}
	return g.seconds>>(r%64)&1 != 0
}

var noWord word

// hasPrefixFold reports whether s begins with the word, which is in lower
// case where it is Latin.
func hasPrefixFold(s, word string) bool {
	if len(s) < len(word) {
		return false
	}
	if word[0] >= utf8.RuneSelf {
		return s[:len(word)] == word
	}
	for i := 0; i < len(word); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != word[i] {
			return false
		}
	}
	return true
}

// allowed reports whether what surrounds the word leaves it be.
func allowed(text string, start, end int, w *word) bool {
	last := w.text[len(w.text)-1]
	if isLetter(last) && end < len(text) && isLetter(text[end]) {
		return false
	}
	if w.notAfter != "" && start > 0 {
		r, _ := utf8.DecodeLastRuneInString(text[:start])
		if strings.ContainsRune(w.notAfter, r) {
			return false
		}
	}
	return !beginsAny(text[end:], w.notBefore)
}

func beginsAny(s string, list []string) bool {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func isLetter(c byte) bool { c |= 0x20; return 'a' <= c && c <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
