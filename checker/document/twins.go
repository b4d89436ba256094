package document

import "unicode/utf8"

// minTwin is how many characters a block must have for its repetition to be
// more than a coincidence, white space not counted.
const minTwin = 20

// twinEnds is how many characters at either end of a block, white space left out,
// tell most blocks apart.
const twinEnds = 6

// endsKey returns a key of what a text begins and ends with: equal for blocks
// that are equal but for white space.
func endsKey(text string) (key uint64) {
	for i, n := 0, 0; i < len(text) && n < twinEnds; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if i += size; !isWhite(r) {
			key, n = key*prime+uint64(r), n+1
		}
	}
	for i, n := len(text), 0; i > 0 && n < twinEnds; {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if i -= size; !isWhite(r) {
			key, n = key*prime+uint64(r), n+1
		}
	}
	return key
}

// prime spreads the characters of a key; it is that of FNV-1a.
const prime = 1099511628211

// isWhite reports whether a character is white space of any kind.
func isWhite(r rune) bool {
	if r < utf8.RuneSelf {
		return isSpaceByte(byte(r))
	}
	return isSpaceRune(r)
}

// findTwins finds blocks that are printed twice, word for word; white space
// doesn't count. Of a block that stands n times, each later one is paired with
// the first. Only blocks whose ends agree are compared in full.
func (d *Document) findTwins() {
	if len(d.Blocks) < 2 {
		return
	}
	first := make(map[uint64]int32, len(d.Blocks))
	var full map[string]int // normalised text of blocks whose ends agree
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == Code || b.Kind == TableCell || b.Range.Len() < minTwin {
			continue
		}
		text := d.View.Text[b.Range.Start:b.Range.End]
		key := endsKey(text)
		k, seen := first[key]
		if !seen {
			first[key] = int32(i)
			continue
		}
		if full == nil {
			full = map[string]int{}
		}
		if k >= 0 {
			a := d.Blocks[k].Range
			full[bare(d.View.Text[a.Start:a.End])] = int(k)
			first[key] = -1
		}
		norm := bare(text)
		if k, ok := full[norm]; !ok {
			full[norm] = i
		} else if utf8.RuneCountInString(norm) >= minTwin {
			d.Twins = append(d.Twins, [2]int{k, i})
		}
	}
}

// bare returns text without white space, itself where it has none.
func bare(text string) string {
	if indexSpace(text) < 0 {
		return text
	}
	return string(appendBare(make([]byte, 0, len(text)), text))
}

// appendBare appends text without white space to out.
func appendBare(out []byte, text string) []byte {
	for {
		n := indexSpace(text)
		if n < 0 {
			return append(out, text...)
		}
		out = append(out, text[:n]...)
		_, size := utf8.DecodeRuneInString(text[n:])
		text = text[n+size:]
	}
}

// indexSpace returns the offset of the first white space, or -1.
func indexSpace(text string) int {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case ' ', '\t', '\n', '\v', '\f', '\r':
			return i
		case 0xC2, 0xE2, 0xE3, 0xEF: // what the first bytes of other white space are
			if i+1 >= len(text) || text[i+1] != 0x80 && text[i+1] != 0xA0 && text[i+1] != 0xBB {
				continue
			}
			if r, _ := utf8.DecodeRuneInString(text[i:]); isSpaceRune(r) {
				return i
			}
		}
	}
	return -1
}
