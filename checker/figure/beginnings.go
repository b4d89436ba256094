package figure

import (
	"unicode/utf8"

	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// What may begin with a character. One load from a table of these tells the
// scanner what to try; most characters of most copy begin nothing.
const (
	beginsMark   uint8 = 1 << iota // is a mark by itself
	beginsWord                     // a word of the lexicon
	beginsDate                     // an expression of time
	beginsNumber                   // a quantity
	beginsName                     // a name of the ledger
	beginsNear                     // a string one character off a name
	beginsCue                      // a word of cues.txt
	beginsCount                    // a Han numeral of a small count
)

// beginnings is the table: by character of the basic plane, and for Latin words
// by their first letters (lexicon.LatinKey). Nothing begins with others. What a
// Latin word may be as an expression of time or a quantity, period.May and the
// lexicon know.
type beginnings struct {
	runes [0x10000]uint8
	latin [lexicon.LatinKeys]uint8
}

// newBeginnings returns the table for the lexicon, the names of a ledger and the
// strings near them.
func newBeginnings(list []ledger.Name, near []string) *beginnings {
	t := new(beginnings)
	mark := func(bit uint8) func(r rune) { return func(r rune) { t.runes[r] |= bit } }
	for _, r := range punctuation {
		t.runes[r] |= beginsMark
	}
	for _, r := range lexicon.FirstRunes() {
		t.runes[r] |= beginsWord
	}
	lexicon.EachLatinKey(func(key int) { t.latin[key] |= beginsWord })
	period.EachStart(mark(beginsDate))
	quantity.EachStart(mark(beginsNumber))
	for i := range list {
		t.word(list[i].Text, beginsName)
	}
	for _, w := range near {
		t.word(w, beginsNear)
	}
	for _, w := range cues().walked.words {
		t.word(w, beginsCue)
	}
	for _, r := range hanDigits {
		t.runes[r] |= beginsCount
	}
	return t
}

// word notes what may begin where a word does.
func (t *beginnings) word(w string, bit uint8) {
	if w == "" {
		return
	}
	if key := lexicon.LatinKey(w, 0); key != 0 {
		t.latin[key] |= bit
		return
	}
	if r, _ := utf8.DecodeRuneInString(w); r < rune(len(t.runes)) {
		t.runes[r] |= bit
	}
}

// seek returns the first place from i on where something of what is wanted may
// begin, or the end of the text. In the midst of a Latin word nothing begins.
func (t *beginnings) seek(text string, i int, want uint8) int {
	for i < len(text) {
		c := text[i]
		switch {
		case isLatin(c):
			if (i == 0 || !isLatin(text[i-1])) && t.latin[lexicon.LatinKey(text, i)]&want != 0 {
				return i
			}
			for i++; i < len(text) && isLatin(text[i]); i++ {
			}
		case c < utf8.RuneSelf:
			if t.runes[c]&want != 0 {
				return i
			}
			i++
		default:
			r, w := lexicon.Wide(text, i), 3
			if r == 0 {
				r, w = lexicon.Decode(text, i)
			}
			if t.of(r)&want != 0 {
				return i
			}
			i += w
		}
	}
	return i
}

// at returns what may begin at an offset, where seek stops.
func (t *beginnings) at(text string, i int) uint8 {
	switch c := text[i]; {
	case isLatin(c):
		return t.latin[lexicon.LatinKey(text, i)]
	case c < utf8.RuneSelf:
		return t.runes[c]
	}
	r, _ := lexicon.Decode(text, i)
	return t.of(r)
}

// of returns what may begin with a character that isn't a Latin letter.
func (t *beginnings) of(r rune) uint8 {
	if uint32(r) < uint32(len(t.runes)) {
		return t.runes[r]
	}
	return 0
}
