package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A page-layout system writes a page as text frame by frame, so that a box may
// stand in the middle of a sentence of the copy around it. Such a paragraph is
// put together again, and the box follows it.
//
// Whether a paragraph goes on in another is decided by the words that they would
// make: when "…更多国" is followed somewhere by "际化舞台…", the characters at the
// seam, 国际, are a word that the same copy uses elsewhere. Where that isn't so,
// the paragraphs stay as they are.

// How many blocks a box may have, and how many bytes a paragraph must have to be
// one that a box could cut.
const (
	maxInset    = 16
	minCutBytes = 75
)

// cut is a paragraph that ends in mid-sentence, and where it may go on.
type cutParagraph struct {
	block      int
	candidates []int
}

func (p *plainReader) stitch() {
	var cuts []cutParagraph
	for i := range p.blocks {
		if p.isCut(i) {
			if c := p.continuations(i); len(c) > 0 {
				cuts = append(cuts, cutParagraph{i, c})
			}
		}
	}
	if len(cuts) == 0 {
		return
	}
	words := p.countSeams(cuts)
	taken := 0 // blocks before this one have their place
	var joins [][2]int
	for _, c := range cuts {
		if c.block < taken {
			continue
		}
		if next := p.choose(c, words); next > 0 {
			joins = append(joins, [2]int{c.block, next})
			taken = next
		}
	}
	p.apply(joins)
}

// isCut reports whether a paragraph ends in mid-sentence: on a letter, a digit
// or a comma, after a good deal of text with punctuation in it, and another
// kind of block follows.
func (p *plainReader) isCut(i int) bool {
	b := &p.blocks[i]
	if b.kind != Paragraph || b.end-b.start < minCutBytes || i+1 >= len(p.blocks) {
		return false
	}
	if next := p.blocks[i+1].kind; next != Subhead && next != Caption && next != Credit {
		return false
	}
	text := p.text[b.start:b.end]
	last, _ := utf8.DecodeLastRuneInString(text)
	if !unicode.IsLetter(last) && !unicode.IsDigit(last) && !strings.ContainsRune("，、,", last) {
		return false
	}
	return strings.ContainsAny(text[:min(len(text), 2000)], "，。；、,.;") && hasSpaceOrHan(text)
}

// hasSpaceOrHan is false for addresses of the web and other codes.
func hasSpaceOrHan(text string) bool {
	for _, c := range []byte(text[max(0, len(text)-60):]) {
		if c == ' ' || c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// continuations returns the paragraphs that could go on with paragraph i: those
// behind a heading (one line or two) and at least one paragraph, or right behind
// captions. A further heading, an unfinished paragraph or another kind of block
// ends the box.
func (p *plainReader) continuations(i int) []int {
	k, heading := i+1, false
	for ; k < len(p.blocks) && k-i <= maxInset; k++ {
		kind := p.blocks[k].kind
		if kind == Subhead {
			heading = true
		} else if kind != Caption && kind != Credit {
			break
		}
	}
	var found []int
	if heading {
		if k >= len(p.blocks) || p.blocks[k].kind != Paragraph || p.blocks[k].ending == open {
			return nil
		}
		k++
	}
	for ; k < len(p.blocks) && k-i <= maxInset; k++ {
		b := &p.blocks[k]
		if b.kind != Paragraph && b.kind != Caption && b.kind != Credit {
			break
		}
		if b.kind == Paragraph && b.end-b.start >= minCutBytes/3 && (b.ending == stops || b.ending == asks || p.isCut(k)) {
			found = append(found, k)
			if !heading {
				break
			}
		}
		if b.ending == open && b.kind == Paragraph {
			break
		}
	}
	return found
}

// seam is a run of two or three characters over a joint; a pair has no third.
type seam [3]rune

// seams returns the pair at the joint of a and b, and the two runs of three.
// A pair that isn't made of Han characters, or of one and a digit, proves
// nothing and is empty.
func seams(a, b string) (pair, before, after seam) {
	r1, n := utf8.DecodeLastRuneInString(a)
	r0, _ := utf8.DecodeLastRuneInString(a[:len(a)-n])
	r2, n := utf8.DecodeRuneInString(b)
	r3, _ := utf8.DecodeRuneInString(b[n:])
	r0, r1, r2, r3 = seamRune(r0), seamRune(r1), seamRune(r2), seamRune(r3)
	if !isHan(r1) && r1 != '0' || !isHan(r2) && r2 != '0' || r1 == r2 {
		return
	}
	return seam{r1, r2}, seam{r0, r1, r2}, seam{r1, r2, r3}
}

// seamRune takes all digits for one: which digit stands there says nothing
// about the word.
func seamRune(r rune) rune {
	if r >= '0' && r <= '9' {
		return '0'
	}
	return r
}

func (p *plainReader) blockText(i int) string { return p.text[p.blocks[i].start:p.blocks[i].end] }

// countSeams counts how often the runs over all possible joints stand elsewhere
// in the text, in one pass.
func (p *plainReader) countSeams(cuts []cutParagraph) map[seam]int {
	words := map[seam]int{}
	for _, c := range cuts {
		for _, k := range c.candidates {
			pair, before, after := seams(p.blockText(c.block), p.blockText(k))
			words[pair], words[before], words[after] = 0, 0, 0
		}
	}
	delete(words, seam{})
	var r0, r1 rune
	for _, r2 := range p.text {
		r2 = seamRune(r2)
		if n, ok := words[seam{r1, r2}]; ok {
			words[seam{r1, r2}] = n + 1
		}
		if n, ok := words[seam{r0, r1, r2}]; ok {
			words[seam{r0, r1, r2}] = n + 1
		}
		r0, r1 = r1, r2
	}
	return words
}

// choose returns the continuation of a cut paragraph, or 0 when none is better
// founded than the others.
func (p *plainReader) choose(c cutParagraph, words map[seam]int) int {
	best, next, tie := 0, 0, false
	for _, k := range c.candidates {
		score := evidence(p.blockText(c.block), p.blockText(k), words)
		if p.onlyCaptions(c.block+1, k) && strings.HasSuffix(p.blockText(c.block), "，") {
			score = max(score, 1)
		}
		if score > best {
			best, next, tie = score, k, false
		} else if score == best {
			tie = true
		}
	}
	if best == 0 || tie {
		return 0
	}
	return next
}

// onlyCaptions reports whether the blocks [from, to) are captions and credits.
func (p *plainReader) onlyCaptions(from, to int) bool {
	for _, b := range p.blocks[from:to] {
		if b.kind != Caption && b.kind != Credit {
			return false
		}
	}
	return true
}

// evidence weighs that b goes on with a.
func evidence(a, b string, words map[seam]int) int {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if strings.ContainsRune("，。、；：）”’》」』！？,;:)", first) {
		return 4 // no paragraph begins so
	}
	if last < utf8.RuneSelf && first < utf8.RuneSelf {
		if unicode.IsLower(first) {
			return 3
		}
		return 0
	}
	pair, before, after := seams(a, b)
	if pair == (seam{}) || words[pair] == 0 {
		return 0
	}
	score := 1
	for _, s := range []seam{before, after} {
		if words[s] > 0 {
			score++
		}
	}
	return score
}

// apply moves the boxes behind the paragraphs that they cut, and numbers them.
func (p *plainReader) apply(joins [][2]int) {
	if len(joins) == 0 {
		return
	}
	out := make([]draft, 0, len(p.blocks))
	at := 0
	for box := 0; box < len(joins); box++ {
		first, next := joins[box][0], joins[box][1]
		out = append(out, p.blocks[at:first+1]...)
		host := &out[len(out)-1]
		var inset []draft
		for {
			inset = append(inset, number(p.blocks[first+1:next], box+1)...)
			host.rest = append(host.rest, [2]int{p.blocks[next].start, p.blocks[next].end})
			host.ending = p.blocks[next].ending
			if box+1 == len(joins) || joins[box+1][0] != next {
				break
			}
			box++
			first, next = joins[box][0], joins[box][1]
		}
		out = append(out, inset...)
		at = next + 1
	}
	p.blocks = append(out, p.blocks[at:]...)
}

// number returns the blocks of a box with its number.
func number(blocks []draft, box int) []draft {
	blocks = slices.Clone(blocks)
	for i := range blocks {
		blocks[i].box = box
	}
	return blocks
}
