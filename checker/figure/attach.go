package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// attach finds the figure whose growth, share, change or rank this one states.
func (p *Page) attach(s *Sentence, f *Figure, r *run, ph *phrase) {
	switch f.Role {
	case Growth, RankRole, Change, Share, Contribution:
	default:
		if f.VerbTo && f.Index > s.FirstFig && p.fromMark(s, f.Index-1) {
			g := &p.Figures[f.Index-1]
			f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, min(g.MetricOrigin, Inherited)
			f.Noun, f.NounRange = g.Noun, g.NounRange
			return
		}
		if f.Kind == quantity.Percent && f.Role == Level && f.Metric == "" {
			p.inheritMetric(s, f)
			if rateHead(f.Metric) {
				return
			}
		}
		if f.Kind == quantity.Percent && f.Role == Level && !rateHead(f.Metric) {
			p.ofLevel(s, f)
			return
		}
		if p.baseOf(s, f, ph) {
			return
		}
		if p.Doc.Lang != "en" && f.Index > s.FirstFig && p.pointsToBoth(ph) {
			if g := &p.Figures[f.Index-1]; isLevel(g) && g.Kind == f.Kind && g.Unit == f.Unit {
				f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, min(g.MetricOrigin, Inherited)
				return
			}
		}
		if f.Kind == quantity.Multiple && f.Metric == "" && f.Index > s.FirstFig && isLevel(&p.Figures[f.Index-1]) && !p.cutBetween(p.Figures[f.Index-1].Token, f.Token) {
			g := &p.Figures[f.Index-1] // 45万平方米，是五年前的3倍
			f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, min(g.MetricOrigin, Inherited)
			return
		}
		if f.Metric == "" && f.Noun == "" {
			p.inheritMetric(s, f)
		}
		return
	}
	own := ph.key
	if f.Role == Share && ph.shareAt >= 0 {
		own = p.shareSubject(s, f, ph)
	}
	if f.Role == RankRole {
		if at := p.rankVerbIn(ph.at); at >= 0 {
			own = p.phraseOf(ph.at.Start, at, p.tokenFrom(ph.at.Start)).key
			f.MetricRange.End = at
		}
		own = rankOwn(own)
		if p.Doc.Lang != "en" && generic(own) && f.Index > s.FirstFig && !p.cutBetween(p.Figures[f.Index-1].Token, f.Token) && own != "增速" && own != "增幅" {
			own = "" // 数量居全国第一: that of the figure before
		}
		if own == "增速" || own == "增幅" || own == "growth" {
			if g := p.growthBefore(s, f); g != nil {
				own = g.Metric + own
			} else if f.Index > s.FirstFig && isLevel(&p.Figures[f.Index-1]) {
				own, f.Of = p.Figures[f.Index-1].Metric+own, f.Index-1
			}
		}
		f.Metric = own
		if f.Region == f.Scope { // the scope isn't whose rank it is
			f.Region = p.regionIn(s, ph.at, f.Scope)
			f.RegionOrigin = Unknown
			if f.Region != "" {
				f.RegionOrigin = Printed
			}
		}
	}
	if p.compares(ph.at.Start) || comparing(own) {
		own = "" // what is compared with isn't what moved: 较9月末上升, 比原计划增加
	}
	if own != "" {
		if f.Role == Share {
			f.Metric = own + "/" + p.denominatorKey(f)
		}
		return
	}
	defer func() {
		if f.Role == Share {
			f.Metric += "/" + p.denominatorKey(f)
		}
	}()
	for k := f.Index - 1; k >= s.FirstFig; k-- {
		g := &p.Figures[k]
		if p.cutBetween(g.Token, f.Token) {
			break
		}
		if g.Modality == Historical {
			continue // only compared with
		}
		if f.Basis == "" && k == f.Index-1 && g.Role == f.Role && g.Clause == f.Clause && p.fromMark(s, k) {
			f.Basis, f.BasisOrigin = g.Basis, min(g.BasisOrigin, Inherited) // 环比由下降0.1%转为上涨0.4%
		}
		if g.Role == Level || g.Role == Total || g.Role == Part || g.Role == Change && f.Role != Change {
			f.Of = k
			if g.ListLen > 1 && f.ListLen == 1 && f.Role != RankRole {
				f.Of = -1 // one growth behind a list of levels: can't tell whose
				if !g.Respective {
					f.MetricOrigin = Unknown
				}
				return
			}
			f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, Inherited
			f.Noun, f.NounRange = g.Noun, g.NounRange
			f.Region, f.RegionOrigin = g.Region, min(g.RegionOrigin, Inherited)
			f.Modality = max(f.Modality, g.Modality)
			f.Among = g.Among
			return
		}
		if g.Of >= 0 && (g.Role == Growth || g.Role == RankRole || g.Role == Share || g.Role == Change) {
			f.Of = g.Of
			f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, Inherited
			if g.Role == Share {
				f.Metric, _, _ = strings.Cut(g.Metric, "/") // 占总数的3%，占总股本的1%: of one part
			}
			f.Noun, f.NounRange, f.Among = g.Noun, g.NounRange, g.Among
			f.Region, f.RegionOrigin = g.Region, min(g.RegionOrigin, Inherited)
			return
		}
		if g.Metric != "" && (g.Role == Growth || g.Role == RankRole) {
			f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, Inherited
			f.Region, f.RegionOrigin = g.Region, min(g.RegionOrigin, Inherited)
			return
		}
	}
	f.MetricOrigin = Unknown
}

// comparing reports whether a phrase says nothing but what is compared with.
func comparing(key string) bool {
	return wordAt(key, 0, comparingOpening) > 0 && wordAt(key, 0, notComparing) == 0
}

// cutBetween reports whether a mark that ends a chain of clauses stands
// between two tokens.
func (p *Page) cutBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if t := p.Tokens[i]; t.Kind == Punct {
			switch t.Ref {
			case '；', ';', '。', '\n':
				return true
			}
		}
	}
	return false
}

// growthBefore returns the growth that stands last before a figure in its
// sentence; nil for none.
func (p *Page) growthBefore(s *Sentence, f *Figure) *Figure {
	for k := f.Index - 1; k >= s.FirstFig; k-- {
		if g := &p.Figures[k]; g.Role == Growth {
			return g
		}
	}
	return nil
}

// baseOf gives a level that another is compared with what that one measures:
// 达1.6亿户，相比2012年底的5500万户.
func (p *Page) baseOf(s *Sentence, f *Figure, ph *phrase) bool {
	against := comparing(ph.key) || ph.key == "" && wordAt(p.Text, ph.at.Start, comparingOpening) > 0
	if f.Index == s.FirstFig || !against || !strings.HasSuffix(p.Text[:f.Span().Start], "的") {
		return false
	}
	g := &p.Figures[f.Index-1]
	if !isLevel(g) || g.Kind != f.Kind || g.Unit != f.Unit || p.cutBetween(g.Token, f.Token) {
		return false
	}
	f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, Inherited
	f.Noun, f.NounRange, f.Region, f.RegionOrigin = g.Noun, g.NounRange, g.Region, min(g.RegionOrigin, Inherited)
	f.Modality = Historical
	return true
}

// ofLevel ties a percentage that measures the level before it (完成预算数的
// 96%) to that level, so that it is compared with its like only.
func (p *Page) ofLevel(s *Sentence, f *Figure) {
	for k := f.Index - 1; k >= s.FirstFig; k-- {
		g := &p.Figures[k]
		if p.cutBetween(g.Token, f.Token) {
			break
		}
		if isLevel(g) {
			f.Metric = g.Metric + "/" + f.Metric
			f.MetricOrigin = min(f.MetricOrigin, Inherited)
			return
		}
	}
	f.MetricOrigin = min(f.MetricOrigin, Guessed)
}

// figureBetween reports whether a figure stands between two tokens.
func (p *Page) figureBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if p.Tokens[i].Kind == Quantity {
			return true
		}
	}
	return false
}
