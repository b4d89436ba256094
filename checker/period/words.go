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
	roleAhead
	roleEach
	roleHour
	roleSeason
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

// wordGroup tells what begins with one character. words[start:end] are the words
// that are nothing else.
type wordGroup struct {
	first      rune
	start, end uint16
	roles      uint64 // that some word that begins with it has, 1<<role
	seconds    uint64 // second characters of words, modulo 64
}

// pairGroup is the words that begin with two characters, words[start:end], from
// long to short.
type pairGroup struct {
	key        uint32 // first<<16 | second
	start, end uint16
	roles      uint64
}

var noWords wordGroup

// group returns what begins with r, which is in lower case.
func group(r rune) *wordGroup {
	if r > 0xFFFF {
		return &noWords
	}
	for h := uint32(r) * 0x9E3779B1 >> 23; ; h = (h + 1) & 511 {
		g := &wordIndex[h]
		if g.first == r || g.roles == 0 {
			return g
		}
	}
}

// pair returns the words that begin with two characters.
func pair(first, second rune) *pairGroup {
	key := uint32(first)<<16 | uint32(second)
	for h := key * 0x9E3779B1 >> (32 - pairBits); ; h = (h + 1) & (1<<pairBits - 1) {
		g := &pairIndex[h]
		if g.key == key || g.end == 0 {
			return g
		}
	}
}

// find returns the longest word at a place that has one of the roles of mask
// and that its surroundings allow. The end is at when there is none.
func find(text string, at int, mask uint64) (w *word, end int) {
	first, n := lowerAt(text, at)
	g := group(first)
	if g.roles&mask == 0 {
		return &noWord, at
	}
	if second, _ := lowerAt(text, at+n); g.seconds>>(second%64)&1 != 0 && second <= 0xFFFF {
		if p := pair(first, second); p.roles&mask != 0 {
			if w := longest(words[p.start:p.end], text, at, mask); w != nil {
				return w, at + len(w.text)
			}
		}
	}
	if w := longest(words[g.start:g.end], text, at, mask); w != nil {
		return w, at + len(w.text)
	}
	return &noWord, at
}

// longest returns the first of the words that has a role of mask and stands
// allowed at a place.
func longest(list []word, text string, at int, mask uint64) *word {
	for i := range list {
		w := &list[i]
		if mask>>w.role&1 != 0 && hasPrefixFold(text[at:], w.text) && allowed(text, at, at+len(w.text), w) {
			return w
		}
	}
	return nil
}

// lowerAt returns the rune at a place, ASCII letters in lower case, and its
// length; 0 at the end.
func lowerAt(text string, at int) (rune, int) {
	if at >= len(text) {
		return 0, 0
	}
	r := rune(text[at])
	switch {
	case r >= utf8.RuneSelf:
		r = runeAt(text, at)
		return r, utf8.RuneLen(r)
	case 'A' <= r && r <= 'Z':
		r += 'a' - 'A'
	}
	return r, 1
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
