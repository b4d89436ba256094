package lexicon

import "unicode/utf8"

// Trie finds the longest word of a set that begins at a place of a text. Words
// are matched by rune; ASCII letters match in either case, and a word that
// begins or ends with one matches only at a word boundary.
//
// The root is a table by rune, so that a character that begins no word costs
// one load; deeper edges live in one open-addressed hash table.
type Trie struct {
	first []int32 // rune → node, 0 for none; len 0x10000 or nil
	keys  []uint64
	vals  []int32
	words []int32 // node → word + 1, 0 for none
	mask  uint32
}

func edgeKey(node int32, r rune) uint64 { return uint64(node)<<21 | uint64(r) }

func edgeHash(k uint64) uint32 { return uint32((k * 0x9E3779B97F4A7C15) >> 32) }

func (t *Trie) child(node int32, r rune) int32 {
	k := edgeKey(node, r)
	for h := edgeHash(k) & t.mask; ; h = (h + 1) & t.mask {
		switch t.keys[h] {
		case k:
			return t.vals[h]
		case 0:
			return 0
		}
	}
}

// Begins reports whether some word of the set begins with the rune.
func (t *Trie) Begins(r rune) bool {
	return r < 0x10000 && len(t.first) > 0 && t.first[r] != 0
}

// Longest returns the longest word that begins at byte offset at of text, and
// the offset behind it. word is -1 where there is none.
func (t *Trie) Longest(text string, at int) (word int32, end int) {
	word, end = -1, at
	for w := t.begin(text, at); w.next(); {
		word, end = w.word, w.at
	}
	return word, end
}

// Each calls f for every word that begins at byte offset at, shortest first.
func (t *Trie) Each(text string, at int, f func(word int32, end int)) {
	for w := t.begin(text, at); w.next(); {
		f(w.word, w.at)
	}
}

// walk goes down the trie along a text.
type walk struct {
	trie *Trie
	text string
	node int32
	r    rune // the last rune, in lower case
	word int32
	at   int
}

// begin starts a walk at a place; its first step is the first rune.
func (t *Trie) begin(text string, at int) walk {
	w := walk{trie: t, text: text}
	if at >= len(text) || len(t.first) == 0 {
		return w
	}
	r, size := decode(text, at)
	if r >= 0x10000 {
		return w
	}
	node := t.first[r]
	if node == 0 || isLetter(r) && at > 0 && isLetter(rune(text[at-1])) {
		return w
	}
	w.node, w.r, w.at, w.word = node, r, at+size, -1
	return w
}

// next goes on to the next word and reports whether there is one.
func (w *walk) next() bool {
	for w.node != 0 {
		if w.word != -1 { // the node where the last word ended, or a step
			if w.at >= len(w.text) {
				return false
			}
			r, size := decode(w.text, w.at)
			if w.node = w.trie.child(w.node, r); w.node == 0 {
				return false
			}
			w.r, w.at = r, w.at+size
		}
		w.word = -2
		if id := w.trie.words[w.node]; id != 0 && !(isLetter(w.r) && w.at < len(w.text) && isLetter(rune(w.text[w.at]))) {
			w.word = id - 1
			return true
		}
	}
	return false
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

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// NewTrie builds a trie over the words; the word number is the index. Of equal
// words the first counts; empty words are left out.
func NewTrie(words []string) *Trie {
	b := trieBuilder{first: make([]int32, 0x10000), edges: map[uint64]int32{}, words: make([]int32, 1, 2*len(words)+1)}
	for i, w := range words {
		b.add(w, int32(i))
	}
	return b.build()
}

type trieBuilder struct {
	first []int32
	edges map[uint64]int32
	words []int32
}

func (b *trieBuilder) node() int32 {
	b.words = append(b.words, 0)
	return int32(len(b.words) - 1)
}

func (b *trieBuilder) add(word string, id int32) {
	if word == "" {
		return
	}
	r, size := decode(word, 0)
	if r >= 0x10000 {
		return
	}
	n := b.first[r]
	if n == 0 {
		n = b.node()
		b.first[r] = n
	}
	for i := size; i < len(word); i += size {
		r, size = decode(word, i)
		k := edgeKey(n, r)
		m := b.edges[k]
		if m == 0 {
			m = b.node()
			b.edges[k] = m
		}
		n = m
	}
	if b.words[n] == 0 {
		b.words[n] = id + 1
	}
}

func (b *trieBuilder) build() *Trie {
	size := 16
	for size < 2*len(b.edges) {
		size *= 2
	}
	t := &Trie{first: b.first, keys: make([]uint64, size), vals: make([]int32, size), words: b.words, mask: uint32(size - 1)}
	// Insert in order of the key, so that the table doesn't depend on map order.
	for _, k := range sortedKeys(b.edges) {
		h := edgeHash(k) & t.mask
		for t.keys[h] != 0 {
			h = (h + 1) & t.mask
		}
		t.keys[h], t.vals[h] = k, b.edges[k]
	}
	return t
}
