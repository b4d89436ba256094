package document

import (
	"hash/maphash"
	"unicode/utf8"
)

// minTwin is how many characters a block must have for its repetition to be
// more than a coincidence, white space not counted.
const minTwin = 20

// twinEnds is how many bytes at either end of a block, white space left out,
// tell most blocks apart; they are looked for in twice as many.
const twinEnds = 48

func head(text string) string {
	h := bare(text[:min(len(text), 2*twinEnds)])
	return h[:min(len(h), twinEnds)]
}

func tail(text string) string {
	t := bare(text[max(0, len(text)-2*twinEnds):])
	return t[max(0, len(t)-twinEnds):]
}

// findTwins finds blocks that are printed twice, word for word; white space
// doesn't count. Of a block that stands n times, each later one is paired with
// the first. Only blocks whose ends agree are compared in full.
func (d *Document) findTwins() {
	if len(d.Blocks) < 2 {
		return
	}
	seed := maphash.MakeSeed()
	first := make(map[uint64]int32, len(d.Blocks))
	full := map[string]int{} // normalised text of blocks whose ends agree
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == Code || b.Kind == TableCell || b.Range.Len() < minTwin {
			continue
		}
		text := d.View.Text[b.Range.Start:b.Range.End]
		key := maphash.String(seed, head(text)) ^ 3*maphash.String(seed, tail(text))
		k, seen := first[key]
		if !seen {
			first[key] = int32(i)
			continue
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
	first := indexSpace(text)
	if first < 0 {
		return text
	}
	out := make([]byte, first, len(text))
	copy(out, text)
	for i := first; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r >= utf8.RuneSelf && !isSpaceRune(r) || r < utf8.RuneSelf && !isSpaceByte(byte(r)) {
			out = append(out, text[i:i+size]...)
		}
		i += size
	}
	return string(out)
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
