package figure

import (
	"unicode/utf8"

	"github.com/hegao/hegao/checker/source"
)

// afar is how many bytes an approximator may stand before its number.
const afar = 42

// tailOfWord reports whether an approximator of one character is the end of a
// longer word: 经过, 附近, 签约.
func (p *Page) tailOfWord(t Token) bool {
	if t.End-t.Start > 3 || t.Start == 0 {
		return false
	}
	n := wordBefore(p.Text[max(0, int(t.End)-12):t.End], notHedge)
	return n > int(t.End-t.Start)
}

// HedgeAfar returns the approximator that governs the number or date of a token
// from farther away in its clause: 大约需要300天, 至少有8000个. ok is false
// where there is none, or where another number stands between.
func (p *Page) HedgeAfar(sentence, tok int) (r source.Range, ok bool) {
	s := &p.Sentences[sentence]
	end := int(p.Tokens[tok].Start)
	for i := tok - 1; i >= s.FirstTok; i-- {
		t := p.Tokens[i]
		if end-int(t.End) > afar || t.Kind == Quantity || t.Kind == DateTok {
			return r, false
		}
		if t.Kind == Punct && t.Ref != '“' && t.Ref != '”' {
			return r, false
		}
		if t.Kind != Word && t.Kind != Mask {
			continue
		}
		if r, ok := p.hedgeWord(t); ok {
			return r, true
		}
	}
	return r, false
}

// hedgeWord returns the approximator at the head of a word that may govern a
// number farther behind.
func (p *Page) hedgeWord(t Token) (source.Range, bool) {
	at := int(t.Start)
	n := wordAt(p.Text, at, afarHedge)
	if n == 0 && t.Kind == Word {
		// Behind a word of what is to come: 将至少. A single character ends many
		// a word.
		if n = wordBefore(p.Text[at:t.End], afarHedge); n <= len("约") {
			return source.Range{}, false
		}
		at = int(t.End) - n
	}
	if n == 0 || at+n < len(p.Text) && p.Text[at] < utf8.RuneSelf && isLatin(p.Text[at+n]) {
		return source.Range{}, false
	}
	if short := "约"; p.Text[at:at+n] == short {
		if p.tailOfWord(Token{Start: t.Start, End: t.Start + int32(n)}) || wordAt(p.Text, at+n, afterShortHedge) == 0 {
			return source.Range{}, false
		}
	}
	return source.Range{Start: at, End: at + n}, true
}
