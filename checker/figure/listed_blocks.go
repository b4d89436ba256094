package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/source"
)

// Bounds of the list behind a count: its items, and the blocks that are looked
// at for them where paragraphs are numbered.
const (
	mostItems  = 60
	mostBlocks = 300
)

// blockList reads a list that stands in blocks of its own behind the sentence of
// a count that ends its block: items of a list, or paragraphs that numbers open.
func (p *Page) blockList(c count) (a Announced, ok bool) {
	rest := strings.TrimRight(p.Text[c.at.End:c.block.End], " ”")
	colon := strings.HasSuffix(rest, "：") || strings.HasSuffix(rest, ":")
	if len(rest) > 2*announceReach || !colon && !strings.HasSuffix(rest, "。") || wordAt(p.Text, c.num.End, orderedUnit) == 0 && !colon {
		return a, false
	}
	if body := strings.TrimSuffix(strings.TrimSuffix(rest, "。"), "："); strings.ContainsAny(body, "。；：、") || p.countBetween(c.at.End, c.block.End) {
		return a, false
	}
	if p.Doc.Lang == "en" && !p.namesThings(rest) {
		return a, false
	}
	b := p.blockFrom(c.block.End)
	items, list := 0, source.Range{}
	if colon {
		for ; b < len(p.Doc.Blocks) && items < mostItems && p.Doc.Blocks[b].Kind == document.ListItem; b++ {
			if items++; items == 1 {
				list = p.Doc.Blocks[b].Range
			}
			list.End = p.Doc.Blocks[b].Range.End
		}
	}
	if items == 0 {
		items, list = p.numberedBlocks(b)
	}
	if items < 2 || items == mostItems || p.Doc.Lang == "en" && p.goesOn(list) {
		return a, false
	}
	return Announced{Count: c.at, N: c.n, List: list, Few: items, Many: items, Loose: true}, true
}

// nounMost is how many words an English count may have between it and the colon
// that opens the list of what it counts.
const nounMost = 3

// namesThings reports whether what stands between an English count and its colon
// is no more than the noun of what it counts: three further measures.
func (p *Page) namesThings(rest string) bool {
	words := strings.Fields(strings.TrimSuffix(rest, ":"))
	if len(words) == 0 || len(words) > nounMost || !strings.HasSuffix(words[len(words)-1], "s") {
		return false
	}
	for _, w := range words {
		if enWords()[strings.ToLower(w)]&(enVerb|enSlots|enOpen|enRelate|enUp|enDown) != 0 {
			return false
		}
	}
	return true
}

// goesOn reports whether a list ends as one whose last item stands outside it.
func (p *Page) goesOn(list source.Range) bool {
	text := strings.TrimRight(p.Words(list), " ;,")
	i := strings.LastIndexByte(text, ' ')
	return i >= 0 && enWords()[text[i+1:]]&(enAnd|enOr) != 0
}

// blockFrom returns the index of the first block that begins behind an offset.
func (p *Page) blockFrom(at int) int {
	lo, hi := 0, len(p.Doc.Blocks)
	for lo < hi {
		m := (lo + hi) / 2
		if p.Doc.Blocks[m].Range.Start < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// numberedBlocks counts the paragraphs from block b on that are numbered 1, 2, 3
// in one manner, others between them left out, and returns where the numbers
// stand. The next number after the last one must be nowhere near.
func (p *Page) numberedBlocks(b int) (n int, list source.Range) {
	manner := ""
	for first := b; b < len(p.Doc.Blocks); b++ {
		if b-first > mostBlocks {
			return 0, list
		}
		x := &p.Doc.Blocks[b]
		k, how := itemNumber(p.Words(x.Range))
		switch {
		case k == 0 && n == 0:
			return 0, list
		case k == 0 && x.Kind == document.Headline, k == 1 && n > 0 && how == manner:
			return n, list
		case k == 0 || n > 0 && how != manner:
			continue
		case k != n+1:
			return 0, list // a number left out is another rule's
		case n == 0:
			manner, list = how, x.Range
		}
		n = k
		list.End = x.Range.End
	}
	return n, list
}

// itemNumber reads the number that a paragraph opens with, and in what manner it
// is printed: 一、 （一） 1. 一是 第一，.
func itemNumber(s string) (n int, manner string) {
	opened := ""
	for _, o := range [...]string{"（", "(", "第"} {
		if strings.HasPrefix(s, o) {
			opened, s = o, s[len(o):]
			break
		}
	}
	n, w := smallNumber(s[:min(len(s), 12)])
	if n == 0 {
		return 0, ""
	}
	han := "1"
	if s[0] >= utf8.RuneSelf {
		han = "一"
	}
	for _, c := range [...]string{"、", "是", "）", ")", ".", "．", "，", "："} {
		if !strings.HasPrefix(s[w:], c) {
			continue
		}
		if c == "." && w+1 < len(s) && isDigitByte(s[w+1]) || (opened == "") == (c == "）" || c == "，" || c == "：") {
			break
		}
		return n, opened + han + c
	}
	return 0, ""
}
