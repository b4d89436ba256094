package figure

// enMost bounds the words that are kept of one phrase.
const enMost = 12

// phraseEn is the words of a phrase, as ranges of the text and hashes of their
// stems.
type phraseEn struct {
	n    int
	hash [enMost]uint64
	from [enMost]int32
	to   [enMost]int32
}

func (h *phraseEn) add(hash uint64, from, to int) {
	if h.n < enMost && !h.has(hash) {
		h.hash[h.n], h.from[h.n], h.to[h.n] = hash, int32(from), int32(to)
		h.n++
	}
}

func (h *phraseEn) append(o *phraseEn) {
	for i := range o.n {
		h.add(o.hash[i], int(o.from[i]), int(o.to[i]))
	}
}

// has reports whether a phrase holds a stem.
func (h *phraseEn) has(stem uint64) bool {
	for i := range h.n {
		if h.hash[i] == stem {
			return true
		}
	}
	return false
}
