package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// risesTo reads "rose 8 percent to $540 billion" and "rose to $540 billion, up
// 8 percent": the level is of the growth's metric, and the growth is its.
func (p *Page) risesTo(s *Sentence) {
	for k := s.FirstFig; k+1 < s.AfterFig; k++ {
		g, lv := &p.Figures[k], &p.Figures[k+1]
		if g.Role != Growth || g.Kind != quantity.Percent || g.Of >= 0 || g.ListLen > 1 || lv.ListLen > 1 {
			continue
		}
		switch lv.Kind {
		case quantity.Money, quantity.Count, quantity.Measure, quantity.Number:
		default:
			continue
		}
		between := strings.TrimSpace(p.Text[g.Range.End:lv.Span().Start])
		if between != "to" && !strings.HasSuffix(between, " to") || len(between) > 40 || strings.ContainsAny(between, ",;") {
			continue
		}
		lv.Role, lv.VerbTo, lv.Sign, lv.Verb = Level, true, g.Sign, g.Verb
		lv.Metric, lv.MetricRange, lv.MetricOrigin = g.Metric, g.MetricRange, g.MetricOrigin
		lv.Region, lv.RegionOrigin = g.Region, g.RegionOrigin
		g.Of = lv.Index
	}
}

// contributesTo reads "adding 3 percentage points to the growth of exports".
func (p *Page) contributesTo(s *Sentence) {
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		if f.Kind != quantity.Point || f.Role != Change {
			continue
		}
		i := f.Token + 1
		for ; i < s.AfterTok && p.Tokens[i].Kind != Punct && p.Tokens[i].Kind != Quantity; i++ {
		}
		end := p.offsetOf(s, i)
		behind := p.Text[f.Range.End:end]
		for _, w := range [...]string{" to the growth of ", " to the growth in ", " to growth of ", " to growth in "} {
			if at := strings.Index(behind, w); at >= 0 {
				from := f.Range.End + at + len(w)
				ph := p.phraseOf(from, end, p.tokenFrom(from))
				f.Role, f.Metric, f.MetricOrigin, f.Region = Contribution, ph.key, Printed, ph.place
				f.MetricRange.Start, f.MetricRange.End = from, end
				break
			}
		}
	}
}
