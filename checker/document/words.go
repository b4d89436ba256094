package document

import (
	_ "embed"
	"strings"
	"sync"
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

// wordList is one section, with the bytes that its words begin and end with, so
// that most lines are passed over at a glance.
type wordList struct {
	words       []string
	first, last [256]bool
}

func newWordList(section string) func() *wordList {
	return sync.OnceValue(func() *wordList {
		l := &wordList{words: layoutWords()[section]}
		for _, w := range l.words {
			l.first[w[0]], l.last[w[len(w)-1]] = true, true
		}
		return l
	})
}

var (
	creditRoles     = newWordList("credit-roles")
	captionStarts   = newWordList("caption-starts")
	captionEnds     = newWordList("caption-ends")
	captionBrackets = newWordList("caption-brackets")
	paperEnds       = newWordList("paper-ends")
	weekdayWords    = newWordList("weekdays")
	mastheadWords   = newWordList("masthead-words")
)

// prefix returns the longest word of the list that s begins with.
func (l *wordList) prefix(s string) string {
	best := ""
	if s == "" || !l.first[s[0]] {
		return best
	}
	for _, w := range l.words {
		if len(w) > len(best) && strings.HasPrefix(s, w) {
			best = w
		}
	}
	return best
}

// suffix returns the longest word of the list that s ends with.
func (l *wordList) suffix(s string) string {
	best := ""
	if s == "" || !l.last[s[len(s)-1]] {
		return best
	}
	for _, w := range l.words {
		if len(w) > len(best) && strings.HasSuffix(s, w) {
			best = w
		}
	}
	return best
}
