package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// Qualified is a figure of a heading and the same number in the copy below, the
// one of them exact, the other approximated; or the one planned or expected, the
// other a fact.
type Qualified struct {
	Head, Body int
	Modality   bool // 预计 or 计划 got lost, not 近 or 超
}

// qualify notes the figure of the copy with a heading's number whose hedge or
// modality differs; same is set once one agrees in both.
func (p *Page) qualify(h, b *Figure, best *Qualified, same *bool) {
	if b.Unit != h.Unit || b.Kind != h.Kind || h.Kind == quantity.Ordinal || h.Kind == quantity.Number || h.Kind == quantity.Point {
		return
	}
	hedge := (h.Hedge == quantity.None) != (b.Hedge == quantity.None)
	modal := !hedge && p.aimLost(h, b) || !hedge && h.Modality == Asserted && b.Modality == Forecast && p.expected(b) && !containsAny(p.Words(p.Doc.Blocks[h.Block].Range), []string{"将", "拟", "计划", "预计", "有望", "预", "will", "to "})
	if hedge && (h.side() == above || hasAnySuffix(p.Text[max(0, h.Span().Start-3):h.Span().Start], "破", "超", "逾", "过", "达")) {
		*same = true // 破100亿 says that it is more, and 突破 of the very number is fair
		return
	}
	if !hedge && !modal {
		*same = true
		return
	}
	if _, _, named := p.likeness(h, b); best.Body < 0 && (named == 2 || p.Doc.Lang == "en" && h.Kind == quantity.Count) {
		*best = Qualified{Head: h.Index, Body: b.Index, Modality: !hedge}
	}
}

// aimLost reports whether the copy only aims at a figure, or a forecaster says it
// in the clause before, and the heading has no word of that.
func (p *Page) aimLost(h, b *Figure) bool {
	if p.Doc.Lang == "en" || hasWord(p.Words(p.Doc.Blocks[h.Block].Range), aimWord) {
		return false
	}
	if hasWord(p.Text[b.Clause.Start:b.Range.Start], aimOnly) {
		return true
	}
	s := &p.Sentences[b.Sentence]
	before := strings.TrimRight(p.Text[s.Range.Start:max(s.Range.Start, b.Clause.Start)], "，, ")
	return wordBefore(before, foretelling) > 0
}

// expected reports whether a word of the figure's own clause says that it is yet
// to come.
func (p *Page) expected(f *Figure) bool {
	return containsAny(p.Text[f.Clause.Start:f.Range.Start], []string{"预计", "有望", "预期", "预测", "expected", "forecast"})
}

// qualifiedHeading records a heading's figure whose number the copy has under
// another hedge only.
func (p *Page) qualifiedHeading(h *Figure, from, to int) {
	best, same := Qualified{Body: -1}, false
	for i := from; i < to && !same; i++ {
		if b := &p.Figures[i]; b.Block != h.Block && b.Value.Cmp(h.Value) == 0 {
			p.qualify(h, b, &best, &same)
		}
	}
	if !same && best.Body >= 0 && (h.Digits >= 2 || h.Scale > 0) {
		p.Qualifieds = append(p.Qualifieds, best)
	}
}
