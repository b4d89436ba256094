package document

import (
	"hash/maphash"
	"strings"
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
	if !strings.ContainsAny(text, spaces) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && isSpaceByte(byte(r)) || isSpaceRune(r) {
			return -1
		}
		return r
	}, text)
}
