package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
)

// Likeness says how much two metric phrases speak of one metric.
type Likeness uint8

// The degrees, from none to surest.
const (
	Unlike    Likeness = iota // contradicted: members of one contrast set, or other heads
	Unsure                    // nothing said on one side, or heads that say little
	Narrower                  // one is the other with modifiers in front
	Identical                 // word for word the same
)

// Compare says how two metric phrases relate. Phrases are compared by their
// parts: heads must agree, modifiers may be dropped by the shorter, and two
// members of one contrast set make two facts however alike the rest is.
func Compare(a, b string) Likeness {
	if a == "" || b == "" {
		return Unsure
	}
	if a == b {
		if generic(a) {
			return Unsure
		}
		return Identical
	}
	if contrasted(a, b) || numbersDiffer(a, b) {
		return Unlike
	}
	long, short := a, b
	if len(short) > len(long) {
		long, short = short, long
	}
	if strings.HasSuffix(long, short) {
		if generic(short) {
			return Unsure
		}
		return Narrower
	}
	if l := headless(a, b); l > Unlike {
		return l
	}
	if n := commonTail(a, b); n >= 12 || n >= 6 && 10*subsequence(short, long) >= 8*len(short) {
		return Narrower
	}
	return Unlike
}

// headless compares two phrases of which one has a head that the other drops:
// 进出口总值, 进出口.
func headless(a, b string) Likeness {
	x, y := wordBefore(a, levelHead), wordBefore(b, levelHead)
	if (x > 0) == (y > 0) {
		return Unlike
	}
	a, b = a[:len(a)-x], b[:len(b)-y]
	if len(a) < 6 || len(b) < 6 || generic(a) || generic(b) || !strings.HasSuffix(a, b) && !strings.HasSuffix(b, a) {
		return Unlike
	}
	return Narrower
}

// numbersDiffer reports whether two phrases both hold digits and not the same
// ones: 60岁及以上人口, 65岁及以上人口.
func numbersDiffer(a, b string) bool {
	x, y := strings.IndexAny(a, digitBytes), strings.IndexAny(b, digitBytes)
	if x < 0 || y < 0 {
		return false
	}
	for {
		for x < len(a) && !isDigitByte(a[x]) {
			x++
		}
		for y < len(b) && !isDigitByte(b[y]) {
			y++
		}
		if x == len(a) || y == len(b) {
			return x < len(a) || y < len(b)
		}
		if a[x] != b[y] {
			return true
		}
		x, y = x+1, y+1
	}
}

const digitBytes = "0123456789"

// generic reports whether a phrase is a head that says little by itself.
func generic(key string) bool {
	if len(key) <= 3 {
		return true
	}
	w := lexicon.Exact(key)
	if w < 0 {
		return false
	}
	_, ok := lexicon.Has(w, lexicon.ClassGeneric)
	return ok
}

// commonTail returns the length in bytes of the longest common ending of whole
// characters.
func commonTail(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	for n > 0 && a[len(a)-n]&0xC0 == 0x80 {
		n--
	}
	return n
}

// subsequence returns how many bytes of short, in whole characters, appear in
// order in long.
func subsequence(short, long string) int {
	n, at := 0, 0
	for i := 0; i < len(short); {
		w := runeLen(short[i])
		if i+w > len(short) {
			break
		}
		if j := strings.Index(long[at:], short[i:i+w]); j >= 0 {
			n += w
			at += j + w
		}
		i += w
	}
	return n
}

func runeLen(c byte) int {
	switch {
	case c < 0x80:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}

// contrasted reports whether the phrases hold different members of one
// contrast set.
func contrasted(a, b string) bool {
	var buf [16]contrastMember
	ms := members(a, buf[:0])
	var buf2 [16]contrastMember
	ns := members(b, buf2[:0])
	for _, m := range ms {
		same, other := false, false
		for _, n := range ns {
			if n.set == m.set {
				if n.member == m.member {
					same = true
				} else {
					other = true
				}
			}
		}
		if other && !same {
			return true
		}
	}
	return false
}

type contrastMember struct{ set, member string }

func members(key string, out []contrastMember) []contrastMember {
	for i := 0; i < len(key); {
		s, e := lexicon.MatchClass(key, i, lexicon.ClassContrast)
		if e > i {
			out = append(out, contrastMember{s.Code, s.Alt})
			i = e
			continue
		}
		if i++; isLatin(key[i-1]) {
			for i < len(key) && isLatin(key[i]) {
				i++ // no word begins inside another
			}
			continue
		}
		i += runeLen(key[i-1]) - 1
	}
	return out
}
