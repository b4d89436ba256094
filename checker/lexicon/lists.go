package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Lists are named lists of words that a claim or a rule asks for around a figure.
// They are data: a line in brackets names a list, lines with # say what it is
// for, and every other line holds words parted by "|". Unlike the words of a Trie
// they are found within longer words, too, and as they are written.
type Lists struct {
	names Names
	lists []*List
}

// NewLists reads lists out of the text of a file.
func NewLists(text string) *Lists {
	l := &Lists{}
	var list *List
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			list = new(List)
			l.names.Add(strings.Trim(line, "[]"))
			l.lists = append(l.lists, list)
		default:
			for w := range strings.SplitSeq(line, "|") {
				if w != "" {
					list.Words = append(list.Words, w)
				}
			}
		}
	}
	for _, list := range l.lists {
		list.file()
	}
	return l
}

// List returns the list of a name. That there is one is the caller's to see to:
// the empty list is returned where there is none.
func (l *Lists) List(name string) *List {
	if i := l.names.Index(name); i >= 0 {
		return l.lists[i]
	}
	return &noList
}

var noList List

// Names numbers up to 250 names in the order in which they were added. To
// look a name up costs a few loads, much less than in a map.
type Names struct {
	list  []string
	slots [nameSlots]uint16 // hash of a name → its number plus one, then the next slots
}

// nameSlots is the size of the hash table: more than twice as many as the names.
const nameSlots = 512

// Add gives a name the next number.
func (n *Names) Add(name string) {
	n.list = append(n.list, name)
	h := nameHash(name)
	for n.slots[h] != 0 {
		h = (h + 1) % nameSlots
	}
	n.slots[h] = uint16(len(n.list))
}

// Index returns the number of a name, or -1.
func (n *Names) Index(name string) int {
	for h := nameHash(name); n.slots[h] != 0; h = (h + 1) % nameSlots {
		if i := int(n.slots[h]) - 1; n.list[i] == name {
			return i
		}
	}
	return -1
}

// nameHash tells names apart by their length and a few letters.
func nameHash(s string) uint {
	if s == "" {
		return 0
	}
	n := uint(len(s))
	return (n*7 + uint(s[0])*31 + uint(s[n/2])*17 + uint(s[n-1])*5 + uint(s[n/3])*3) % nameSlots
}

// List is one list of words, filed by the characters that they begin and end
// with: sets of those, each as 1<<(rune%64), dismiss most places of a text.
type List struct {
	Words         []string // in the order of the file
	firsts, lasts uint64
	first, last   filed
}

// NewList returns a list of words, without the empty ones.
func NewList(words []string) *List {
	l := &List{Words: slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" })}
	l.file()
	return l
}

func (l *List) file() {
	l.firsts = l.first.file(l.Words, utf8.DecodeRuneInString)
	l.lasts = l.last.file(l.Words, utf8.DecodeLastRuneInString)
}

// filed is words in the order of the numbers of a character, modulo 64.
type filed struct {
	words []string
	from  [65]uint16 // by that number: where its words begin
}

// of returns the words that are filed under a character.
func (f *filed) of(r rune) []string { return f.words[f.from[r%64]:f.from[r%64+1]] }

// file files words by the character that key returns, and returns the set of
// those characters.
func (f *filed) file(words []string, key func(w string) (rune, int)) (set uint64) {
	f.words = make([]string, len(words))
	for _, w := range words {
		r, _ := key(w)
		set |= 1 << (r % 64)
		f.from[r%64+1]++
	}
	for i := range 64 {
		f.from[i+1] += f.from[i]
	}
	next := f.from
	for _, w := range words {
		r, _ := key(w)
		f.words[next[r%64]] = w
		next[r%64]++
	}
	return set
}

// At returns the length in bytes of the longest word that begins at an offset of
// a text, 0 for none.
func (l *List) At(text string, at int) (n int) {
	if at >= len(text) {
		return 0
	}
	r, _ := Decode(text, at)
	if l.firsts>>(r%64)&1 == 0 {
		return 0
	}
	for _, w := range l.first.of(r) {
		if len(w) > n && strings.HasPrefix(text[at:], w) {
			n = len(w)
		}
	}
	return n
}

// Before returns the length in bytes of the longest word that ends a text, 0 for
// none.
func (l *List) Before(text string) (n int) {
	if text == "" {
		return 0
	}
	r := rune(text[len(text)-1])
	if r >= utf8.RuneSelf {
		r, _ = utf8.DecodeLastRuneInString(text)
	}
	if l.lasts>>(r%64)&1 == 0 {
		return 0
	}
	for _, w := range l.last.of(r) {
		if len(w) > n && strings.HasSuffix(text, w) {
			n = len(w)
		}
	}
	return n
}

// In reports whether a text holds a word.
func (l *List) In(text string) bool {
	at, _ := l.Index(text)
	return at >= 0
}

// Index returns where the first word of a text begins, and the length in bytes of
// the longest that begins there; at is -1 where there is none.
func (l *List) Index(text string) (at, n int) {
	for at < len(text) {
		r, w := Wide(text, at), 3
		if r == 0 {
			r, w = Decode(text, at)
		}
		if l.firsts>>(r%64)&1 != 0 {
			if n := l.At(text, at); n > 0 {
				return at, n
			}
		}
		at += w
	}
	return -1, 0
}

// wideBefore returns the character that Wide knows before an offset, or 0.
func wideBefore(text string, end int) rune {
	if end < 3 {
		return 0
	}
	return Wide(text, end-3)
}

// Last returns where the word of a text begins that ends last, the longest of
// those that end together, and its length in bytes; at is -1 where there is none.
func (l *List) Last(text string) (at, n int) {
	for end := len(text); end > 0; {
		r, w := rune(text[end-1]), 1
		if r >= utf8.RuneSelf {
			if r, w = wideBefore(text, end), 3; r == 0 {
				r, w = utf8.DecodeLastRuneInString(text[:end])
			}
		}
		if l.lasts>>(r%64)&1 != 0 {
			if n := l.Before(text[:end]); n > 0 {
				return end - n, n
			}
		}
		end -= w
	}
	return -1, 0
}
