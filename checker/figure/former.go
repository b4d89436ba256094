package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// formerLatter gives figures whose words only point back to one of two (前者,
// 后者) or to both (两地) what those measure.
func (p *Page) formerLatter(s *Sentence) {
	for _, c := range p.CuesIn(FormerLatter, s.Range) {
		for k := s.FirstFig; k < s.AfterFig; k++ {
			f := &p.Figures[k]
			if f.Range.Start < c.End || f.Clause.Start > c.Start || !f.MetricRange.Contains(c) {
				continue
			}
			which := 1
			if w := p.Words(c); w == "前者" || strings.HasSuffix(w, "former") {
				which = 0
			}
			p.pointTo(s, f, c, which)
			break
		}
	}
}

// pointTo binds a figure to the former or the latter of the two before it: the
// values that 分别 dealt out, or two levels of one kind.
func (p *Page) pointTo(s *Sentence, f *Figure, cue source.Range, which int) {
	pair := p.pairBefore(s, cue.Start)
	if pair[0] < 0 {
		return
	}
	g := &p.Figures[pair[which]]
	rest := p.phraseOf(cue.End, max(cue.End, f.MetricRange.End), p.tokenFrom(cue.End)).key
	f.Metric, f.MetricRange, f.MetricOrigin = rest, source.Range{Start: cue.End, End: max(cue.End, f.MetricRange.End)}, Printed
	if rest == "" {
		f.Of, f.Metric, f.MetricRange, f.MetricOrigin = g.Index, g.Metric, g.MetricRange, Inherited
	}
	f.Subject, f.SubjectRange = g.Subject, g.SubjectRange
	f.Region, f.RegionOrigin = g.Region, min(g.RegionOrigin, Inherited)
}

// pairBefore returns the two figures that 前者 and 后者 mean.
func (p *Page) pairBefore(s *Sentence, at int) [2]int {
	if n := len(p.Respectively); n > 0 {
		if r := &p.Respectively[n-1]; len(r.Values) == 2 && r.Cue.Start >= s.Range.Start && r.Cue.Start < at {
			return [2]int{r.Values[0], r.Values[1]}
		}
	}
	found := [2]int{-1, -1}
	for k := s.FirstFig; k < s.AfterFig && p.Figures[k].Range.End <= at; k++ {
		if f := &p.Figures[k]; isLevel(f) {
			found = [2]int{found[1], k}
		}
	}
	if found[0] < 0 || p.Figures[found[0]].Kind != p.Figures[found[1]].Kind {
		return [2]int{-1, -1}
	}
	return found
}

// pointsToBoth reports whether all that a phrase says is that the things before
// it are meant together: 两地合计, 上述三项.
func (p *Page) pointsToBoth(ph *phrase) bool {
	at := ph.at.Start
	for at < ph.at.End && p.Text[at] <= ' ' {
		at++
	}
	for n := wordAt(p.Text, at, bothOpening); n > 0; n = wordAt(p.Text, at, bothOpening) {
		at += n
	}
	n := wordAt(p.Text, at, bothWords)
	return n > 0 && at < ph.at.End && at+n >= ph.at.End // 地 may open the words behind
}
