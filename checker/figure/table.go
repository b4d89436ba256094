package figure

import "slices"

// scratch is what finding repeats works with, kept from page to page.
type scratch struct {
	// lastPair holds, by figure, the index in Page.Repeats of the last pair that it
	// is B of, or -1; it is empty while there are none.
	lastPair []int32
	// superseded says that Page.Repeats holds what a stronger proof replaced.
	superseded bool
	// seen are sentences by the hash of their words.
	seen map[uint64]int32
	// shapes counts sentences by their shape.
	shapes map[uint64]int32
	t      table
}

func newScratch() *scratch { return &scratch{seen: map[uint64]int32{}, shapes: map[uint64]int32{}} }

func (s *scratch) reset() { s.lastPair = s.lastPair[:0] }

// pairsOf returns lastPair for n figures.
func (s *scratch) pairsOf(n int) []int32 {
	if len(s.lastPair) != n {
		s.lastPair = slices.Grow(s.lastPair[:0], n)[:n]
		for i := range s.lastPair {
			s.lastPair[i] = -1
		}
	}
	return s.lastPair
}

// table returns an empty table with room for about n entries.
func (s *scratch) table(n int) *table {
	size := 64
	for size < 2*n {
		size *= 2
	}
	t := &s.t
	if len(t.heads) < size || len(t.heads) > 8*size {
		t.heads = make([]int32, size)
	} else {
		clear(t.heads)
	}
	t.entries = t.entries[:0]
	return t
}

// table files figures under hashes, newest first. Two keys may share a hash:
// who reads the table compares what it finds.
type table struct {
	heads   []int32 // hash → entry + 1
	entries []tableEntry
}

type tableEntry struct {
	key  uint64
	fig  int32
	next int32 // entry of the same place, or -1
}

// put files a figure and returns the newest entry before it under the same key,
// or -1.
func (t *table) put(key uint64, fig int32) int32 {
	h := &t.heads[(key*0x9E3779B97F4A7C15)>>20&uint64(len(t.heads)-1)]
	before := *h - 1
	t.entries = append(t.entries, tableEntry{key, fig, before})
	*h = int32(len(t.entries))
	return t.skip(before, key)
}

// next returns the entry before one under its key, or -1.
func (t *table) next(e int32) int32 { return t.skip(t.entries[e].next, t.entries[e].key) }

// skip follows the entries of one place to the first of a key. It looks at so
// many at most, so that no page makes it slow.
func (t *table) skip(e int32, key uint64) int32 {
	for n := 0; e >= 0 && n < 4*window; n++ {
		if t.entries[e].key == key {
			return e
		}
		e = t.entries[e].next
	}
	return -1
}

// at returns the figure of an entry.
func (t *table) at(e int32) int32 { return t.entries[e].fig }

// hashOf mixes a string into a hash (FNV-1a).
func hashOf[T string | []byte](h uint64, s T) uint64 {
	h ^= 0xCBF29CE484222325
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 0x100000001B3
	}
	return h
}

// hash returns the hash of a bucket's key.
func (k bucketKey) hash() uint64 {
	return hashOf(uint64(k.kind)<<8|uint64(k.role), k.tail)
}
