package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// rateTails are the heads of rates that are named after their part: 合格率,
// 优良天数比例, 增长面.
var rateTails = [...]string{"率", "比例", "占比", "面"}

// namedRateReach is how many figures before a rate its part and whole are looked
// for.
const namedRateReach = 12

// namedRate reads a rate that is named after what was just counted among all of
// the same things: 抽检1200批次，合格1164批次，合格率97%. The part is the level whose
// words the rate repeats, the whole the level of its unit before it.
func (p *Page) namedRate(i int) bool {
	f := &p.Figures[i]
	if f.Kind != quantity.Percent && f.Kind != quantity.Fraction || f.ListLen > 1 || f.Role == Growth || f.Role == Change || len(f.Metric) < 9 {
		return false
	}
	stem := rateStem(f)
	if len(stem) < 6 {
		return false
	}
	first, part := max(p.Sentences[f.Sentence].FirstFig, i-namedRateReach), -1
	for k := i - 1; k >= first; k-- {
		g := &p.Figures[k]
		if !isLevel(g) || g.ListLen > 1 || !namesPart(g.Metric, stem) && !namesPart(g.Noun, stem) || p.periodsCompare(f, g) == period.Conflict {
			continue
		}
		if part >= 0 {
			return false
		}
		part = k
	}
	if part < 0 {
		return false
	}
	a, whole := &p.Figures[part], -1
	for k := part - 1; k >= first; k-- {
		w := &p.Figures[k]
		if w.Unit != a.Unit || w.Kind != a.Kind || !isLevel(w) {
			continue
		}
		if whole >= 0 || w.ListLen > 1 {
			return false // which of the two is the whole?
		}
		whole = k
	}
	if whole < 0 || p.Figures[whole].Value.Cmp(a.Value) < 0 || p.periodsCompare(a, &p.Figures[whole]) == period.Conflict {
		return false
	}
	p.Shares = append(p.Shares, ShareOf{Part: part, Whole: whole, Share: i, Named: true})
	return true
}

// rateStem returns what a rate is named after: 合格 of 合格率, and of a share in
// words that names its part as people or households (住校生超过半数) that.
func rateStem(f *Figure) string {
	metric := f.Metric[strings.LastIndexByte(f.Metric, '/')+1:]
	for _, w := range rateTails {
		if s, ok := strings.CutSuffix(metric, w); ok {
			return s
		}
	}
	if f.Kind == quantity.Fraction {
		for _, w := range [...]string{"生", "者", "户"} {
			if s, ok := strings.CutSuffix(metric, w); ok {
				return s
			}
		}
	}
	return ""
}

// namesPart reports whether a metric is what a rate with the stem is a rate of. A
// stem that says more is another thing's: 储能产品毛利率 is no rate of 毛利.
func namesPart(metric, stem string) bool {
	return strings.Contains(metric, stem)
}
