package document

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed words.txt
var wordsFile string

// layoutWords holds the sections of words.txt by name.
var layoutWords = sync.OnceValue(func() map[string][]string {
	sections := map[string][]string{}
	name := ""
	for line := range strings.Lines(wordsFile) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			name = strings.Trim(line, "[]")
		default:
			sections[name] = append(sections[name], line)
		}
	}
	return sections
})

// wordList is one section, filed by the characters that its words begin and end
// with, so that most lines are passed over at a glance.
type wordList struct {
	words       []string
	first, last [256][]string // by the low byte of a word's first rune; by its last byte
}

func newWordList(section string) func() *wordList {
	return sync.OnceValue(func() *wordList {
		l := &wordList{words: layoutWords()[section]}
		for _, w := range l.words {
			l.first[lowByte(w)] = append(l.first[lowByte(w)], w)
			l.last[w[len(w)-1]] = append(l.last[w[len(w)-1]], w)
		}
		return l
	})
}

// lowByte returns the low byte of the rune that s begins with.
func lowByte(s string) byte {
	r, _ := utf8.DecodeRuneInString(s)
	return byte(r)
}

var (
	creditRoles     = newWordList("credit-roles")
	creditInside    = newWordList("credit-inside")
	captionStarts   = newWordList("caption-starts")
	captionEnds     = newWordList("caption-ends")
	captionBrackets = newWordList("caption-brackets")
	paperEnds       = newWordList("paper-ends")
	weekdayWords    = newWordList("weekdays")
	mastheadWords   = newWordList("masthead-words")
)

// months holds the names of the months by the low byte that they begin with, in
// either case.
var months = sync.OnceValue(func() *[256][]monthName {
	table := new([256][]monthName)
	for i, forms := range layoutWords()["months"] {
		for form := range strings.SplitSeq(forms, "|") {
			for _, c := range [...]byte{form[0], form[0] ^ 0x20} {
				table[c] = append(table[c], monthName{form, i + 1})
			}
		}
	}
	return table
})

// monthName is one way to write a month.
type monthName struct {
	form   string
	number int
}

// prefix returns the longest word of the list that s begins with.
func (l *wordList) prefix(s string) string {
	best := ""
	if s == "" {
		return best
	}
	for _, w := range l.first[lowByte(s)] {
		if len(w) > len(best) && strings.HasPrefix(s, w) {
			best = w
		}
	}
	return best
}

// suffix returns the longest word of the list that s ends with.
func (l *wordList) suffix(s string) string {
	best := ""
	if s == "" {
		return best
	}
	for _, w := range l.last[s[len(s)-1]] {
		if len(w) > len(best) && strings.HasSuffix(s, w) {
			best = w
		}
	}
	return best
}
