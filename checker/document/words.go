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

// hasPrefixWord returns the longest word of a section that s begins with.
func hasPrefixWord(s, section string) string {
	best := ""
	for _, w := range layoutWords()[section] {
		if len(w) > len(best) && strings.HasPrefix(s, w) {
			best = w
		}
	}
	return best
}

// hasSuffixWord returns the longest word of a section that s ends with.
func hasSuffixWord(s, section string) string {
	best := ""
	for _, w := range layoutWords()[section] {
		if len(w) > len(best) && strings.HasSuffix(s, w) {
			best = w
		}
	}
	return best
}
