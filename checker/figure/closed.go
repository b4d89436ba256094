package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// sumsUp says how surely the words before a figure make it the sum of what stands
// before: 2 for 合计 and the like, 1 for 共, 0 for neither.
func (p *Page) sumsUp(k int) int {
	r := p.label(k)
	switch {
	case len(p.CuesIn(sumSurely, r)) > 0:
		return 2
	}
	for _, c := range p.CuesIn(sumMaybe, r) {
		if rest := strings.Trim(p.Text[c.End:r.End], " 有为达约"); rest == "" {
			return 1
		}
	}
	return 0
}

// weighPartition adds up what speaks for a list of parts being closed.
func (p *Page) weighPartition(x *partition) {
	sum := &x.sum
	t, first, last := &p.Figures[sum.Total], &p.Figures[sum.Parts[0]], &p.Figures[sum.Parts[len(sum.Parts)-1]]
	s := &p.Sentences[first.Sentence]
	behind := t.Index > last.Index
	gap := t.Value.Sub(sum.Added.Lo).Abs()
	if t.Value.Sign() <= 0 || !sum.Holds && gap.Mul(quantity.Int(4)).Cmp(t.Value) > 0 {
		return
	}
	lead := source.Range{Start: p.label(first.Index).Start, End: p.label(first.Index).End}
	if !behind && t.Sentence == first.Sentence {
		lead.Start = t.Range.End
	} else if !behind && first.Index == s.FirstFig {
		lead.Start = s.Range.Start
	}
	list := source.Range{Start: first.Range.End, End: min(s.Range.End, last.Range.End+45)}
	if behind {
		list.End = t.Range.Start
	} else if next := p.nextMark(last); next < list.End {
		list.End = next
	}
	if len(p.CuesIn(partOpen, lead))+len(p.CuesIn(partOpen, list)) > 0 {
		return
	}
	cued := len(p.CuesIn(partLead, lead)) > 0
	opened := strings.ContainsAny(p.Words(lead), "：—") // and what follows tells it all
	if lead.Len() > mostLead && !behind && !cued {
		return
	}
	score := min(len(sum.Parts), 4) - 1
	if behind && sum.Total == last.Index+1 || !behind && !p.levelBetween(sum.Total, sum.Parts[0]) {
		score++
	}
	sure, over := cued || opened, sum.Added.Lo.Cmp(t.Value) > 0
	if opened {
		score++
	}
	if len(p.CuesIn(partRest, p.label(last.Index))) > 0 {
		score, sure = score+2, true
	}
	if cued {
		score += 2
	}
	if t.Sentence != first.Sentence {
		if score -= first.Sentence - t.Sentence - 1; !cued && !first.Among {
			score--
		}
	}
	if behind {
		score += 2 * p.sumsUp(sum.Total)
	} else if len(p.CuesIn(wholeAll, p.label(sum.Total))) > 0 {
		score, sure = score+1, sure || !first.Among || over
	}
	if p.completeSet(sum.Parts) {
		score, sure = score+3, true
	}
	if len(sum.Parts) == 2 && !sure && !behind {
		// Two may stand out among others, or overlap where the words before them
		// say more than their names.
		if score -= 2; over && p.shortLabels(sum.Parts) {
			score++
		}
	}
	if p.parallelLabels(sum.Parts) {
		score++
	}
	if !sum.Holds {
		if sum.HasSlip {
			score++
		}
		if gap.Mul(quantity.Int(12)).Cmp(t.Value) < 0 {
			score++
		}
		if over {
			score++
		}
	}
	if t.Hedge != quantity.None {
		score -= 2
	}
	x.proof = max(score, 0)
}

// levelBetween reports whether a level stands between two figures.
func (p *Page) levelBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if isLevel(&p.Figures[k]) {
			return true
		}
	}
	return false
}

// missing reports whether a level of the sentences around is just what parts lack
// of their whole, so that it is one of them.
func (p *Page) missing(sum *Sum) bool {
	t, last := &p.Figures[sum.Total], &p.Figures[sum.Parts[len(sum.Parts)-1]]
	if !sum.Added.Bounded() {
		return false
	}
	lack := lenient(t).Sub(sum.Added)
	for j := last.Index + 1; j < len(p.Figures) && j <= last.Index+mostParts; j++ {
		f := &p.Figures[j]
		if f.Sentence > last.Sentence+1 || f.Sentence > last.Sentence && len(p.CuesIn(partMore, p.Sentences[f.Sentence].Range)) == 0 {
			return false
		}
		if f.Unit == t.Unit && f.Kind == t.Kind && j != sum.Total && f.Value.Sign() > 0 && lenient(f).Meets(lack) {
			return true
		}
	}
	return false
}

// shortLabels reports whether the words before parts are no more than short names.
func (p *Page) shortLabels(figs []int) bool {
	for _, k := range figs {
		if n := len(strings.TrimSpace(p.Words(p.label(k)))); n < len("甲乙") || n > len("甲乙丙丁戊") {
			return false
		}
	}
	return true
}

// nextMark returns where the clause of a figure ends.
func (p *Page) nextMark(f *Figure) int {
	s := &p.Sentences[f.Sentence]
	return p.offsetOf(s, p.clauseEnd(s, f.Token))
}

// parallelLabels reports whether the names of parts are short or end alike.
func (p *Page) parallelLabels(figs []int) bool {
	for i, k := range figs[1:] {
		a, b := strings.TrimSpace(p.Words(p.label(figs[i]))), strings.TrimSpace(p.Words(p.label(k)))
		if len(b) > 15 && commonTail(a, b) < 6 {
			return false
		}
	}
	return true
}
