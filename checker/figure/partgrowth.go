package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// PartGrowth is the growth of a total with that of all its parts, between the
// least and the greatest of which it must lie.
type PartGrowth struct {
	Total int   // growth of the total
	Parts []int // growths of the parts
}

// findPartGrowths ties the growth of totals to that of their parts: of sums
// whose parts are all there are, and of exports and imports by their names.
func (p *Page) findPartGrowths() {
	for i := range p.Sums {
		s := &p.Sums[i]
		if s.Kind == Listed || !s.Holds || len(s.Parts) < 2 {
			continue
		}
		g := PartGrowth{Total: p.growthOf(s.Total)}
		for _, k := range s.Parts {
			if r := p.growthOf(k); r >= 0 {
				g.Parts = append(g.Parts, r)
			}
		}
		if g.Total >= 0 && len(g.Parts) == len(s.Parts) && p.oneBasis(&g) {
			p.PartGrowths = append(p.PartGrowths, g)
		}
	}
	for n := range p.Sentences {
		p.tradeGrowth(&p.Sentences[n])
	}
}

// oneBasis reports whether the growths are against one period, each of its own.
func (p *Page) oneBasis(g *PartGrowth) bool {
	t := &p.Figures[g.Total]
	for n, k := range g.Parts {
		f := &p.Figures[k]
		if f.Mean || t.Mean || f.Basis != "" && t.Basis != "" && f.Basis != t.Basis || f.Kind != t.Kind {
			return false
		}
		for _, m := range g.Parts[:n] {
			if m == k {
				return false
			}
		}
	}
	return t.Kind == quantity.Percent
}

// tradeGrowth reads growths of 进出口, 出口 and 进口 in one sentence that prints
// no levels, or not all of them.
func (p *Page) tradeGrowth(s *Sentence) {
	at := [3]int{-1, -1, -1}
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		if f.Role != Growth || f.Kind != quantity.Percent || f.ListLen > 1 {
			continue
		}
		i := -1
		switch tradeMember(f.Metric) {
		case "进出口":
			i = 0
		case "出口":
			i = 1
		case "进口":
			i = 2
		}
		if i < 0 {
			continue
		}
		if at[i] >= 0 {
			return
		}
		at[i] = k
	}
	if at[0] < 0 || at[1] < 0 || at[2] < 0 {
		return
	}
	t := &p.Figures[at[0]]
	for _, k := range at[1:] {
		if f := &p.Figures[k]; !sameQualifiers(t.Metric, f.Metric) || regionsDiffer(t, f) || p.periodsConflict(t, f) {
			return
		}
	}
	if w := p.Words(s.Range); strings.Contains(w, "计价") || strings.Contains(w, "美元计") {
		return // growth in two currencies
	}
	g := PartGrowth{Total: at[0], Parts: []int{at[1], at[2]}}
	for i := max(0, len(p.PartGrowths)-window); i < len(p.PartGrowths); i++ {
		if p.PartGrowths[i].Total == g.Total {
			return
		}
	}
	if p.oneBasis(&g) {
		p.PartGrowths = append(p.PartGrowths, g)
	}
}
