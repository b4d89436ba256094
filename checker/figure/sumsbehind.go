package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// sumWord reports whether a word that says "in all" stands right before a
// figure: 合计, 共计, 总计.
func (p *Page) sumWord(f *Figure) bool {
	before := strings.TrimRight(p.Text[max(f.Clause.Start, f.Span().Start-18):f.Span().Start], " 为达约")
	return hasAnySuffix(before, "合计", "共计", "总计", "两项合计", "三项合计", "总共", "加起来共")
}

// overfullLists reads totals whose list of parts behind 其中, each with a name of
// its own and nothing between but 、, adds up to more: 30座…其中东区14座、西区10
// 座、南区8座. Such short names are of sorts of one thing, which don't overlap.
func (p *Page) overfullLists() {
	for i := range p.Sums {
		sum := &p.Sums[i]
		if sum.Kind != Listed || !sum.Over || sum.Exclusive || len(sum.Parts) < 3 {
			continue
		}
		t := p.Figures[sum.Total].Value
		gap := sum.Added.Lo.Sub(t)
		if gap.Mul(quantity.Int(4)).Cmp(t) > 0 || !p.shortList(sum.Parts) {
			continue
		}
		sum.Kind, sum.Exclusive = Classes, false
		sum.Over = false // the parts are sorts, and one of them is wrong
	}
}

// shortList reports whether figures stand in one enumeration, each right behind
// a name of at most five characters.
func (p *Page) shortList(figs []int) bool {
	for i, k := range figs {
		f := &p.Figures[k]
		if i == 0 {
			continue
		}
		between := p.Text[p.Figures[k-1].Range.End:f.Span().Start]
		if k != figs[i-1]+1 || !strings.HasPrefix(between, "、") || len(between) > len("、")+15 || len(between) <= len("、") {
			return false
		}
	}
	return true
}

// surplusSums reads exports, imports and the balance between them in one
// sentence: the larger is the smaller and the balance.
func (p *Page) surplusSums(n int) {
	s := &p.Sentences[n]
	ex, im, bal := -1, -1, -1
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		if !isLevel(f) || f.ListLen > 1 || f.Kind != quantity.Money {
			continue
		}
		switch {
		case containsAny(f.Metric, []string{"顺差", "逆差", "surplus", "deficit"}):
			if bal >= 0 {
				return
			}
			bal = k
		case hasAnySuffix(f.Metric, "进出口", "进出口总值", "进出口总额"):
		case strings.Contains(f.Metric, "exports") || strings.Contains(f.Metric, "出口"):
			if ex >= 0 {
				return
			}
			ex = k
		case strings.Contains(f.Metric, "imports") || strings.Contains(f.Metric, "进口"):
			if im >= 0 {
				return
			}
			im = k
		}
	}
	if ex < 0 || im < 0 || bal < 0 {
		return
	}
	x, m, b := &p.Figures[ex], &p.Figures[im], &p.Figures[bal]
	if x.Unit != m.Unit || b.Unit != x.Unit || regionsDiffer(x, m) || p.periodsConflict(x, m) {
		return
	}
	total, part := ex, im
	if x.Value.Cmp(m.Value) < 0 {
		total, part = im, ex
	}
	sum := Sum{Kind: Identity, Total: total, Parts: []int{part, bal}}
	if p.addUp(&sum) && (sum.Holds || sum.close(p)) {
		p.Sums = append(p.Sums, sum)
	}
}
