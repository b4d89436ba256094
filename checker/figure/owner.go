package figure

import (
	"sort"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/source"
)

// bindBodies gives figures the body that they are of: the one in their own
// phrase, else the one that opens an earlier clause of the sentence, else the
// one that the paragraph or the heading above is about.
func (p *Page) bindBodies() {
	if p.Doc.Lang == "en" {
		p.bindBodiesEnglish()
		return
	}
	p.findBodies()
	next, block := 0, -1
	var g governing
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if s.Block != block {
			if block >= 0 && g.para != nil && p.headingLine(block) {
				g.heading = g.para
			}
			block, g.para = s.Block, nil
		}
		g.here = nil
		for k := s.FirstFig; k <= s.AfterFig; k++ {
			limit := s.Range.End
			if k < s.AfterFig {
				limit = p.Figures[k].Range.Start
			}
			for ; next < len(p.Bodies) && p.Bodies[next].Range.Start < limit; next++ {
				if b := &p.Bodies[next]; b.Opens && !b.Object && !p.oneOfSeveral(next) && !p.reports(b) {
					g.here, g.para = b, b
				}
			}
			if k < s.AfterFig {
				p.ownBody(&p.Figures[k], &g)
			}
		}
		if k := p.Doc.Blocks[s.Block].Kind; g.here != nil && (k == document.Headline || k == document.Subhead) {
			g.heading = g.here
		}
	}
}

// governing are the bodies that what follows is about: the one that opens a
// clause of the sentence, and those of the paragraph and of the heading above.
type governing struct{ here, para, heading *Body }

// ownBody gives one figure its body.
func (p *Page) ownBody(f *Figure, g *governing) {
	if f.Of >= 0 && f.MetricOrigin < Printed && f.Subject == "" {
		f.takeBody(&p.Figures[f.Of])
		return
	}
	if f.List > 0 && f.Subject == "" {
		f.takeBody(&p.Figures[f.ListHead])
		return
	}
	phrase := f.MetricRange
	if f.Subject != "" {
		phrase = f.SubjectRange
	}
	own := p.bodyIn(phrase, f.Subject != "")
	if own >= 0 {
		origin := Printed
		if f.Subject == "" && p.Bodies[own].Range.End <= f.Clause.Start {
			origin = Inherited
		}
		p.setBody(f, &p.Bodies[own], origin)
		return
	}
	if own == none {
		if b, ok := p.unmarked(f); ok {
			p.setBody(f, &b, Printed)
			if p.bodyOpens(b.Range.Start) {
				g.here, g.para = &b, &b
			}
			return
		}
	}
	switch {
	case f.RegionOrigin == Printed && f.Partner == "" && f.Region != "":
		// 全市汽车销量: its own phrase says whose it is.
	case g.here != nil:
		p.setBody(f, g.here, Inherited)
	case g.para != nil:
		p.setBody(f, g.para, Guessed)
	case g.heading != nil:
		p.setBody(f, g.heading, Guessed)
	}
}

// What bodyIn returns where it finds no body, and where it finds several that
// are all meant.
const (
	none    = -1
	several = -2
)

// bodyIn returns the first body within a range that is no object, and not one of
// several unless 分别 deals each its own; none or several where there is none.
func (p *Page) bodyIn(r source.Range, dealt bool) int {
	i := p.firstBody(r.Start)
	if i > 0 && p.Bodies[i-1].Range.End > r.Start {
		i--
	}
	for ; i < len(p.Bodies) && p.Bodies[i].Range.End <= r.End; i++ {
		if !p.Bodies[i].Object {
			if !dealt && p.oneOfSeveral(i) {
				return several
			}
			return i
		}
	}
	return none
}

// firstBody returns the index of the first body at or behind an offset.
func (p *Page) firstBody(at int) int {
	return sort.Search(len(p.Bodies), func(i int) bool { return p.Bodies[i].Range.Start >= at })
}

// oneOfSeveral reports whether a list mark or a joining word stands between a
// body and its neighbour: what follows is of all of them.
func (p *Page) oneOfSeveral(i int) bool {
	between := func(a, b int) bool {
		from, to := p.Bodies[a].Range.End, p.Bodies[b].Range.Start
		return from <= to && to-from <= 9 && (p.Text[from:to] == "、" || p.joins(from, to))
	}
	return i > 0 && between(i-1, i) || i+1 < len(p.Bodies) && between(i, i+1)
}

// reports reports whether a body is named only as who says what follows: 湖北省统
// 计局公布.
func (p *Page) reports(b *Body) bool {
	if b.Kind != Office && b.Kind != Association {
		return false
	}
	rest := p.Text[b.Range.End:p.Sentences[b.Sentence].Range.End]
	if i := strings.Index(rest, "，"); i >= 0 {
		rest = rest[:i]
	}
	return wordBefore(strings.TrimRight(rest, "：:。"), reportingWords) > 0
}

// setBody binds a figure to a body. What is measured is the phrase without it.
func (p *Page) setBody(f *Figure, b *Body, origin Origin) {
	f.Body, f.BodyRange, f.BodyOrigin = b.Of+1, b.Range, origin
	r := f.MetricRange
	if f.Metric == "" || r.Start >= b.Range.End || b.Range.End > r.End {
		return
	}
	from := max(r.Start, b.Range.Start) // 第三人民医院: the phrase begins behind the number
	name := p.phraseOf(from, b.Range.End, p.tokenFrom(from)).key
	if at := strings.Index(f.Metric, name); at >= 0 {
		f.Measured, f.Stripped = strings.TrimPrefix(f.Metric[:at]+f.Metric[at+len(name):], "的"), true
		p.elliptic(f)
	}
}

// elliptic gives a figure of which nothing but a body is said what the figure
// before it measures: 北岸区房价为1.86万元，南岸区为1.52万元.
func (p *Page) elliptic(f *Figure) {
	if f.Measured != "" || f.Noun != "" || f.Index == p.Sentences[f.Sentence].FirstFig {
		return
	}
	if g := &p.Figures[f.Index-1]; g.Kind == f.Kind && g.Unit == f.Unit && g.Stripped && g.Role == f.Role {
		f.Measured, f.MetricOrigin = g.Measured, Inherited
	}
}

// takeBody copies whose figure another one is.
func (f *Figure) takeBody(g *Figure) {
	f.Body, f.BodyRange, f.BodyOrigin = g.Body, g.BodyRange, min(g.BodyOrigin, Inherited)
	if g.Stripped && f.Metric == g.Metric {
		f.Measured, f.Stripped = g.Measured, true
	}
}

// measured returns what a figure measures without whose it is.
func (f *Figure) measured() string {
	if f.Stripped {
		return f.Measured
	}
	return f.Metric
}

// BodyName returns the name of the body that a figure is of; empty for none.
func (p *Page) BodyName(f *Figure) string {
	if f.Body == 0 {
		return ""
	}
	return p.bodyNames[f.Body-1].name
}

// OfOffice reports whether the body that a figure is taken for is an office: a
// bureau reports the figures of its place.
func (p *Page) OfOffice(f *Figure) bool { return f.Body > 0 && p.bodyNames[f.Body-1].kind == Office }
