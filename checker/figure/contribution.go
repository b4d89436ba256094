package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// ContributionOf says by how many points a part's growth moved its whole's. All
// five are figures of the page.
type ContributionOf struct {
	Points             int
	Part, PartGrowth   int
	Whole, WholeGrowth int
}

// findContributions ties 拉动…增速N个百分点 to the part before it and the whole
// that its words name.
func (p *Page) findContributions() {
	for i := range p.Figures {
		f := &p.Figures[i]
		if f.Role != Contribution || f.Kind != quantity.Point {
			continue
		}
		part, pg := p.grownBefore(i)
		if part < 0 {
			continue
		}
		words := contributionTarget(f.Metric)
		for j := i - 1; j >= 0 && i-j < 4*window; j-- {
			w := &p.Figures[j]
			if j == part || !isLevel(w) || w.ListLen > 1 || w.Unit != p.Figures[part].Unit || words == "" || bareHead(w.Metric) != bareHead(words) {
				continue
			}
			if p.periodsConflict(w, &p.Figures[part]) {
				continue
			}
			if wg := p.growthOf(j); wg >= 0 {
				p.Contributions = append(p.Contributions, ContributionOf{Points: i, Part: part, PartGrowth: pg, Whole: j, WholeGrowth: wg})
				break
			}
		}
	}
}

// contributionTarget returns the key of what was moved: the words between the
// verb and the points, without 增速, 增长.
func contributionTarget(key string) string {
	for _, w := range [...]string{"拉动", "拉高", "推高", "贡献", "拉低", "拖累", "带动"} {
		if i := strings.Index(key, w); i >= 0 {
			key = key[i+len(w):]
		}
	}
	for _, w := range [...]string{"增速", "增长", "增幅"} {
		key = strings.TrimSuffix(key, w)
	}
	return key
}

// bareHead strips the words for "total" off a phrase: 进出口总值 and 进出口 are
// one whole.
func bareHead(key string) string {
	for _, w := range [...]string{"总值", "总额", "总量", "规模", "金额", "额", "值"} {
		if s := strings.TrimSuffix(key, w); s != "" {
			key = s
		}
	}
	return key
}

// grownBefore returns the level with its growth that stands last before a
// figure in one chain of clauses.
func (p *Page) grownBefore(i int) (level, growth int) {
	f := &p.Figures[i]
	for k := i - 1; k >= 0 && p.Figures[k].Sentence == f.Sentence; k-- {
		g := &p.Figures[k]
		if p.cutBetween(g.Token, f.Token) {
			break
		}
		if g.Role == Growth && g.Of >= 0 && g.Kind == quantity.Percent {
			return g.Of, k
		}
	}
	return -1, -1
}

// growthOf returns the first growth in per cent that is attached to a level,
// or -1.
func (p *Page) growthOf(level int) int {
	for k := level + 1; k < len(p.Figures) && k <= level+4; k++ {
		if g := &p.Figures[k]; g.Of == level && g.Role == Growth && g.Kind == quantity.Percent {
			return k
		}
	}
	return -1
}

func (p *Page) periodsConflict(a, b *Figure) bool {
	return a.PeriodOrigin != Unknown && b.PeriodOrigin != Unknown && !a.Period.Equal(b.Period)
}
