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
	// Rate says that the points are a share of the whole's growth in per cent:
	// 贡献率.
	Rate bool
}

// findContributions ties 拉动…增速N个百分点 to the part before it and the whole
// that its words name.
func (p *Page) findContributions() {
	for i := range p.Figures {
		f := &p.Figures[i]
		rate := f.Kind == quantity.Percent && strings.HasSuffix(f.Metric, "贡献率") && f.ListLen == 1
		if !rate && (f.Role != Contribution || f.Kind != quantity.Point) {
			continue
		}
		if rate && p.contributionRate(i) {
			continue
		}
		part, pg := p.grownBefore(i)
		if part < 0 {
			continue
		}
		words, place := contributionTarget(f.Metric), f.Region
		for j := i - 1; j >= 0 && i-j < 4*window; j-- {
			w := &p.Figures[j]
			if j == part || !isLevel(w) || w.ListLen > 1 || w.Unit != p.Figures[part].Unit || !p.targets(words, place, w) {
				continue
			}
			if p.periodsConflict(w, &p.Figures[part]) {
				continue
			}
			if wg := p.growthOf(j); wg >= 0 {
				p.Contributions = append(p.Contributions, ContributionOf{Points: i, Part: part, PartGrowth: pg, Whole: j, WholeGrowth: wg, Rate: rate})
				break
			}
		}
	}
}

// targets reports whether the words behind 拉动 name a level as the whole: the
// same head, in the same place.
func (p *Page) targets(words, place string, w *Figure) bool {
	if words == "" {
		return false
	}
	key, region := bareHead(w.Metric), w.Region
	if rest, ok := strings.CutPrefix(key, "市"); ok && place == "全市" {
		key, region = rest, "全市" // a city of a province that is named before it
	}
	if place != "" && region != "" && !placeFits(place, region) {
		return false
	}
	if words == "外贸" && tradeMember(w.Metric) == "进出口" {
		return true
	}
	return key == bareHead(words) || Compare(w.Metric, words) >= Narrower && strings.HasSuffix(key, lastRunes(bareHead(words), 2))
}

// lastRunes returns the last n runes of a string.
func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		for i--; i > 0 && s[i]&0xC0 == 0x80; i-- {
		}
	}
	return s[i:]
}

// contributionTarget returns the key of what was moved: the words between the
// verb and the points, without 增速, 增长.
func contributionTarget(key string) string {
	key = strings.TrimSuffix(key, "贡献率")
	for _, w := range [...]string{"拉动", "拉高", "推高", "贡献", "拉低", "拖累", "带动"} {
		if i := strings.Index(key, w); i >= 0 {
			key = key[i+len(w):]
		}
	}
	for _, w := range [...]string{"的", "增速", "增长", "增幅", "增量"} {
		key = strings.TrimSuffix(key, w)
	}
	return strings.TrimPrefix(key, "对")
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
		if g.Role == Growth && g.Of >= 0 && g.Of < i && g.Kind == quantity.Percent {
			return g.Of, k
		}
	}
	return -1, -1
}

// growthOf returns the first growth in per cent that is attached to a level,
// or -1.
func (p *Page) growthOf(level int) int {
	for k := max(0, level-1); k < len(p.Figures) && k <= level+4; k++ {
		if g := &p.Figures[k]; g.Of == level && g.Role == Growth && g.Kind == quantity.Percent {
			return k
		}
	}
	return -1
}

func (p *Page) periodsConflict(a, b *Figure) bool {
	return a.PeriodOrigin != Unknown && b.PeriodOrigin != Unknown && !a.Period.Equal(b.Period)
}
