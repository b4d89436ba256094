package lexicon

import (
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon/internal/layout"
)

// Trie finds the longest word of a set that begins at a place of a text. Words
// are matched by rune; ASCII letters match in either case, and a word that
// begins or ends with one matches only at a word boundary.
//
// A step along a character is one load and one comparison: see package layout.
type Trie struct {
	first []uint16 // rune → head, 0 for none; of layout.Firsts, or nil
	heads []layout.Head
	cells []layout.Cell
	mask  uint32
	pairs layout.Pairs

	singles uint64 // the words of one character, each as 1<<(rune%64)
}

func newTrie(t layout.Table) Trie {
	return Trie{first: t.First, heads: t.Heads, cells: t.Cells, mask: uint32(len(t.Cells) - 1), pairs: t.Pairs, singles: t.Singles}
}

// head returns the number of the head of a rune, 0 for none.
func (t *Trie) head(r rune) uint16 {
	if uint32(r) < uint32(len(t.first)) {
		return t.first[r]
	}
	return 0
}

// Begins reports whether some word of the set begins with the rune.
func (t *Trie) Begins(r rune) bool { return t.head(r) != 0 }

// EachFirst calls f for every rune that some word of the set begins with.
func (t *Trie) EachFirst(f func(r rune)) {
	for r, cell := range t.first {
		if cell != 0 {
			f(rune(r))
		}
	}
}

// Longest returns the longest word that begins at byte offset at of text, and
// the offset behind it. word is -1 where there is none.
func (t *Trie) Longest(text string, at int) (word int32, end int) {
	if at >= len(text) {
		return -1, at
	}
	r, size := Wide(text, at), 3
	if r == 0 {
		if r, size = decode(text, at); isLetter(r) && at > 0 && isLetter(rune(text[at-1])) {
			return -1, at
		}
	}
	h := t.head(r)
	if h == 0 {
		return -1, at
	}
	word, end = -1, at
	at += size
	head := &t.heads[h]
	if head.Word != 0 && closed(r, text, at) {
		word, end = head.Word-1, at
	}
	if at >= len(text) {
		return word, end
	}
	first := r
	if r, size = Wide(text, at), 3; r == 0 {
		r, size = decode(text, at)
	}
	if !t.pairs.Has(first, r) {
		return word, end
	}
	for parent, base := -int32(h), head.Base; ; {
		i := uint32(base+r) & t.mask
		c := &t.cells[i]
		if c.Check != layout.Step(parent, r) {
			return word, end
		}
		at += size
		if c.Word != 0 && closed(r, text, at) {
			word, end = c.Word-1, at
		}
		if c.Base == layout.Leaf || at >= len(text) {
			return word, end
		}
		parent, base = int32(i), c.Base
		if r, size = Wide(text, at), 3; r == 0 {
			r, size = decode(text, at)
		}
	}
}

// closed reports whether a word may end before offset at, where r is its last
// character: it doesn't run on in the middle of a Latin word.
func closed(r rune, text string, at int) bool {
	return !isLetter(r) || at >= len(text) || !isLetter(rune(text[at]))
}

// Each calls f for every word that begins at byte offset at, shortest first.
func (t *Trie) Each(text string, at int, f func(word int32, end int)) {
	if !t.May(text, at) {
		return
	}
	var room [8]match
	for _, m := range t.all(text, at, room[:0]) {
		f(m.word, m.end)
	}
}

// May reports whether the first two characters leave it open that a word begins
// at an offset; it costs less than to look for one.
func (t *Trie) May(text string, at int) bool {
	r := Wide(text, at)
	if r == 0 {
		return true
	}
	next := Wide(text, at+3)
	return next == 0 || t.pairs.Has(r, next) || t.singles>>(r%64)&1 != 0
}

// match is a word and the offset behind it.
type match struct {
	word int32
	end  int
}

// all appends every word that begins at byte offset at, shortest first.
func (t *Trie) all(text string, at int, list []match) []match {
	if at >= len(text) {
		return list
	}
	r, size := Wide(text, at), 3
	if r == 0 {
		if r, size = decode(text, at); isLetter(r) && at > 0 && isLetter(rune(text[at-1])) {
			return list
		}
	}
	h := t.head(r)
	if h == 0 {
		return list
	}
	at += size
	head := &t.heads[h]
	if head.Word != 0 && closed(r, text, at) {
		list = append(list, match{head.Word - 1, at})
	}
	if at >= len(text) {
		return list
	}
	first := r
	if r, size = Wide(text, at), 3; r == 0 {
		r, size = decode(text, at)
	}
	if !t.pairs.Has(first, r) {
		return list
	}
	for parent, base := -int32(h), head.Base; ; {
		i := uint32(base+r) & t.mask
		c := &t.cells[i]
		if c.Check != layout.Step(parent, r) {
			return list
		}
		at += size
		if c.Word != 0 && closed(r, text, at) {
			list = append(list, match{c.Word - 1, at})
		}
		if c.Base == layout.Leaf || at >= len(text) {
			return list
		}
		parent, base = int32(i), c.Base
		if r, size = Wide(text, at), 3; r == 0 {
			r, size = decode(text, at)
		}
	}
}

// decode returns the rune at a place, ASCII letters in lower case.
func decode(text string, at int) (rune, int) {
	c := text[at]
	if c < utf8.RuneSelf {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		return rune(c), 1
	}
	// Three-byte sequences are nearly all of Chinese copy.
	if c&0xF0 == 0xE0 && at+2 < len(text) && text[at+1]&0xC0 == 0x80 && text[at+2]&0xC0 == 0x80 {
		r := rune(c&0x0F)<<12 | rune(text[at+1]&0x3F)<<6 | rune(text[at+2]&0x3F)
		if r >= 0x800 && (r < 0xD800 || r > 0xDFFF) {
			return r, 3
		}
	}
	return utf8.DecodeRuneInString(text[at:])
}

// Wide returns the character from U+3000 to U+9FFF at a place, which takes three
// bytes, and 0 where another stands there. That is most of Chinese copy, and the
// compiler lays the function in where it is called.
func Wide(text string, at int) rune {
	if at+2 < len(text) && text[at]-0xE3 < 7 && (text[at+1]^0x80|text[at+2]^0x80)&0xC0 == 0 {
		return rune(text[at]&0x0F)<<12 | rune(text[at+1]&0x3F)<<6 | rune(text[at+2]&0x3F)
	}
	return 0
}

// Decode returns the rune at a place, as package utf8 decodes it, and its length
// in bytes.
func Decode(text string, at int) (rune, int) {
	if c := text[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return decode(text, at)
}

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// NewTrie builds a trie over the words; the word number is the index. Of equal
// words the first counts; empty words are left out.
func NewTrie(words []string) *Trie {
	lowered := make([]string, len(words))
	for i, w := range words {
		lowered[i] = lower(w)
	}
	t := newTrie(layout.Words(lowered))
	return &t
}

// lower folds ASCII letters, as decode does.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if 'A' <= b[i] && b[i] <= 'Z' {
					b[i] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return s
}
