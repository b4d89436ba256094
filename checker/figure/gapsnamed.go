package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// gapNamed ties a gap in points to the rate that its words name, before or behind
// it: 快于城镇居民2.4个百分点；城镇居民…增长5.2%, 低于全省1.1个百分点（全省为6.9%）. Of
// several rates that the name fits, one that the numbers bear out is believed.
func (p *Page) gapNamed(i int) bool {
	f := &p.Figures[i]
	name := p.gapName(i)
	if name == "" {
		return false
	}
	rate := p.rateBefore(i)
	if rate < 0 {
		return false
	}
	r := &p.Figures[rate]
	found := -1
	for j := max(0, i-mostLevels); j < len(p.Figures) && j <= i+2*mostWholes; j++ {
		o := &p.Figures[j]
		if o.Sentence > f.Sentence+1 || j > i && o.Block != f.Block {
			break
		}
		if j == rate || j == i || o.Kind != quantity.Percent || o.Role != r.Role && o.Role != Level || o.ListLen > 1 || o.Modality != r.Modality || p.periodsConflict(o, r) || !p.rateOf(j, name, r) {
			continue
		}
		g := GapOf{Points: i, Rate: rate, Other: j, Positive: f.Sign >= 0}
		if p.gapHolds(&g) {
			p.Gaps = append(p.Gaps, g)
			return true
		}
		if found >= 0 && o.Value.Cmp(p.Figures[found].Value) != 0 {
			found = -2
		}
		if found == -1 {
			found = j
		}
	}
	if found < 0 {
		return false
	}
	p.Gaps = append(p.Gaps, GapOf{Points: i, Rate: rate, Other: found, Positive: f.Sign >= 0})
	return true
}

// gapName returns what a gap is measured from: the words between 高于 or 比 and the
// points, without 增速, 平均水平 and the like.
func (p *Page) gapName(i int) string {
	r := p.label(i)
	at := p.compareWord(r.Start, r.End)
	if at < 0 {
		return ""
	}
	name := p.Text[at:r.End]
	for _, w := range compareWords {
		if s, ok := strings.CutPrefix(name, w); ok {
			name = s
			break
		}
	}
	if c := p.CuesIn(gapVerb, source.Range{Start: at, End: r.End}); len(c) > 0 && c[len(c)-1].Start > at {
		name = p.Text[r.End-len(name) : c[len(c)-1].Start]
	}
	name = strings.TrimSpace(name)
	for n := wordBefore(name, rateClosing); n > 0; n = wordBefore(name, rateClosing) {
		name = strings.TrimSpace(name[:len(name)-n])
	}
	if len(name) < 6 || len(name) > 36 || strings.ContainsAny(name, "，。；、（） ") || len(p.CuesIn(pastLevel, source.Range{Start: at, End: r.End})) > 0 {
		return ""
	}
	return wideName(name)
}

// rateOf reports whether a rate is that of what a name says. The name of a place
// says whose rate it is, so that both must be of one metric; any other must open
// the words of the rate, and be all that stands before a figure that no verb of
// growth does.
func (p *Page) rateOf(j int, name string, subject *Figure) bool {
	o := &p.Figures[j]
	if strings.Contains(wideName(subject.Metric), name) {
		return false
	}
	words := wideName(strings.TrimSpace(p.Words(p.label(j))))
	rest, named := strings.CutPrefix(words, name)
	if named {
		for n := wordAt(rest, 0, rateClosing); n > 0; n = wordAt(rest, 0, rateClosing) {
			rest = rest[n:]
		}
		if strings.Trim(rest, "为是达约增长同比") == "" {
			return true
		}
	}
	if w := lexicon.Exact(name); w >= 0 && (lexicon.Is(w, lexicon.ClassRegion) || lexicon.Is(w, lexicon.ClassScope)) {
		return named && o.Role == subject.Role && Compare(o.Metric, subject.Metric) >= Narrower
	}
	return o.Role == subject.Role && (named || strings.HasPrefix(wideName(o.Metric), name))
}

// gapHolds reports whether two rates are as far apart as the points say.
func (p *Page) gapHolds(g *GapOf) bool {
	x, y, d := &p.Figures[g.Rate], &p.Figures[g.Other], &p.Figures[g.Points]
	diff := x.SignedSet().Sub(y.SignedSet())
	set := d.Set.Widen(d.Half())
	return set.Meets(diff) || set.Neg().Meets(diff)
}
