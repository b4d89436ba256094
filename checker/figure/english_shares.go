package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// englishShares reads the shares of English sentences that stand beside their
// part and their whole: 312 of the 1,240 homes, or a quarter; 25 percent of the
// 1,240 homes, or 310; 310 homes make up 25 percent of the 1,240.
func (p *Page) englishShares() {
	if p.Doc.Lang != "en" {
		return
	}
	known := map[int]bool{} // shares that have their part and whole already
	for _, s := range p.Shares {
		known[s.Share] = true
	}
	for i := range p.Figures {
		f := &p.Figures[i]
		if known[i] || f.Kind != quantity.Percent && f.Kind != quantity.Fraction || f.ListLen > 1 || f.Quotation || f.Role == Change {
			continue
		}
		part, whole := p.partOfWhole(i)
		if part < 0 {
			part, whole = p.partOfThem(i)
		}
		if part < 0 {
			part, whole = p.shareOfWhole(i)
		}
		if part >= 0 {
			p.Shares = append(p.Shares, ShareOf{Part: part, Whole: whole, Share: i, Named: true})
		}
	}
}

// isPartOf reports whether a figure may be a part of another: both count or
// measure the same things, and the part is the smaller.
func (p *Page) isPartOf(part, whole int) bool {
	a, w := &p.Figures[part], &p.Figures[whole]
	return p.oneSort(a, w) && a.Kind != quantity.Percent && a.Value.Cmp(w.Value) < 0 && !p.movedBy(a)
}

// saysAgain reports whether the words between two figures make the second say
// the first in another way: " homes, or", or " homes (" with the bracket closed
// right behind.
func (p *Page) saysAgain(a, b int) bool {
	words, ok := p.between(a, b)
	if !ok {
		return false
	}
	if tail, ok := strings.CutSuffix(words, " ("); ok || strings.HasSuffix(words, "(") {
		return strings.HasPrefix(p.Text[p.Figures[b].Range.End:], ")") && saysNothing(strings.TrimSuffix(tail, "("), 5)
	}
	tail, ok := strings.CutSuffix(words, ", or")
	return ok && saysNothing(tail, 6) && !p.elseBehind(b)
}

// elseBehind reports whether the words behind a figure make what stands before
// it a choice: or $500, whichever is greater.
func (p *Page) elseBehind(k int) bool {
	behind := strings.ToLower(p.Text[p.Figures[k].Range.End:min(len(p.Text), p.Figures[k].Range.End+40)])
	return strings.Contains(behind, "whichever") || strings.HasPrefix(strings.TrimLeft(behind, " "), "more")
}

// partOfWhole reads "312 of the 1,240 homes, or 25 percent".
func (p *Page) partOfWhole(i int) (part, whole int) {
	if i < 2 || !p.isPartOf(i-2, i-1) || !p.saysAgain(i-1, i) {
		return -1, -1
	}
	words, ok := p.between(i-2, i-1)
	if rest, closed := closedBy("whole", words); !ok || !closed || !saysNothing(rest, 2) {
		return -1, -1
	}
	if behind := p.Text[p.Figures[i].Range.End:]; strings.HasPrefix(behind, " of ") && !strings.HasPrefix(behind, " of the total") {
		return -1, -1
	}
	return i - 2, i - 1
}

// partOfThem reads "740 of them, or about three-quarters" as a share of the only
// count that stands before in the sentence, or else in the sentence before.
func (p *Page) partOfThem(i int) (part, whole int) {
	if i < 2 || !p.saysAgain(i-1, i) {
		return -1, -1
	}
	part = i - 1
	words, ok := p.between(i-1, i)
	if _, them := openedBy("them", strings.TrimLeft(strings.TrimSuffix(strings.TrimSuffix(words, "or"), ", "), " ")); !ok || !them {
		return -1, -1
	}
	whole = -1
	for n := p.Figures[i].Sentence; n >= 0 && n >= p.Figures[i].Sentence-1 && whole < 0; n-- {
		s := &p.Sentences[n]
		for k := s.FirstFig; k < min(s.AfterFig, part); k++ {
			w := &p.Figures[k]
			if w.Kind != quantity.Count && w.Kind != quantity.Number || !p.amountLike(w) {
				continue
			}
			if whole >= 0 || !p.isPartOf(part, k) && !p.sameThings(part, k) {
				return -1, -1
			}
			whole = k
		}
	}
	if whole < 0 {
		return -1, -1
	}
	return part, whole
}

// sameThings reports whether a bare number may count what another figure counts.
func (p *Page) sameThings(part, whole int) bool {
	a, w := &p.Figures[part], &p.Figures[whole]
	return a.Kind == quantity.Number && p.amountLike(a) && a.ListLen == 1 && w.ListLen == 1 && w.Kind == quantity.Count && a.Value.Cmp(w.Value) < 0
}

// shareOfWhole reads a share with its whole right behind, and the part behind
// that or before the share: 25 percent of the 1,240 homes, or 310; the 310 homes
// make up 25 percent of the 1,240.
func (p *Page) shareOfWhole(i int) (part, whole int) {
	if i+1 >= len(p.Figures) {
		return -1, -1
	}
	words, ok := p.between(i, i+1)
	if _, closed := closedBy("whole", strings.TrimSuffix(words, " total")); !ok || !closed || len(words) > 16 {
		return -1, -1
	}
	if i+2 < len(p.Figures) && p.isPartOf(i+2, i+1) && p.saysAgain(i+1, i+2) {
		return i + 2, i + 1
	}
	if i > 0 && p.isPartOf(i-1, i+1) {
		words, ok = p.between(i-1, i)
		if rest, verb := closedBy("share", words); ok && verb && saysNothing(rest, 4) || ok && p.saysAgain(i-1, i) {
			return i - 1, i + 1
		}
	}
	return -1, -1
}
