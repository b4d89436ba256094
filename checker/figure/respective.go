package figure

import (
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// Respectively is a list of values that 分别 or "respectively" deals out over a
// list of subjects.
type Respectively struct {
	Cue      source.Range
	Subjects []source.Range // may be empty: then they stand in an earlier clause
	Values   []int          // figures
}

// respective deals the lists of a sentence out over their subjects, and gives
// each growth of a second list the level at its place in the first.
func (p *Page) respective(s *Sentence) {
	var last []int // the last dealt list of levels
	for k := s.FirstFig; k < s.AfterFig; {
		h := &p.Figures[k]
		n := h.ListLen
		if n < 2 || !h.Respective {
			k += max(n, 1)
			continue
		}
		cue, ok := p.respectCue(s, h)
		if !ok {
			k += n
			continue
		}
		r := Respectively{Cue: p.Tokens[cue].Range()}
		for j := range n {
			r.Values = append(r.Values, k+j)
		}
		r.Subjects = p.subjectsBefore(s, cue)
		if len(r.Subjects) == n {
			for j, sub := range r.Subjects {
				p.Figures[k+j].Subject, p.Figures[k+j].SubjectRange = p.Words(sub), sub
			}
			last = r.Values
		} else if len(r.Subjects) < 2 && len(last) == n {
			for j := range n {
				f, g := &p.Figures[k+j], &p.Figures[last[j]]
				f.Subject, f.SubjectRange = g.Subject, g.SubjectRange
				if f.Role == Growth || f.Role == Share || f.Role == Change || f.Role == RankRole {
					f.Of = g.Index
					f.Metric, f.MetricOrigin = g.Metric, Inherited
				}
			}
			r.Subjects = nil
		}
		p.Respectively = append(p.Respectively, r)
		k += n
	}
}

// respectCue returns the token of 分别 in the clause of a list's head.
func (p *Page) respectCue(s *Sentence, h *Figure) (int, bool) {
	for i := h.Token - 1; i >= s.FirstTok; i-- {
		t := p.Tokens[i]
		if t.Kind == Punct && t.Ref != '、' || t.Kind == Quantity {
			return 0, false
		}
		if t.Kind == Word {
			if c, ok := lexicon.Has(t.Ref, lexicon.ClassCue); ok && c.Code == "respectively" {
				return i, true
			}
		}
	}
	return 0, false
}

// subjectsBefore reads the list of subjects in front of a cue: items that 、
// parts, the last one behind 和 or 及 where there is one.
func (p *Page) subjectsBefore(s *Sentence, cue int) []source.Range {
	cs := p.clauseStart(s, cue)
	end := int(p.Tokens[cue].Start)
	start := p.offsetBefore(s, cs)
	if i := cs; start == end && i-1 > s.FirstTok && p.Tokens[i-1].Kind == Punct && p.Tokens[i-1].Ref == '，' {
		cs = p.clauseStart(s, i-1)
		start, end = p.offsetBefore(s, cs), int(p.Tokens[i-1].Start)
	}
	var out []source.Range
	at := start
	for i := cs; i < cue && int(p.Tokens[i].Start) < end; i++ {
		t := p.Tokens[i]
		if t.Kind == Quantity {
			return nil
		}
		if t.Kind == Punct && t.Ref == '、' {
			out = append(out, source.Range{Start: at, End: int(t.Start)})
			at = int(t.End)
		}
	}
	if len(out) == 0 {
		return p.splitLast(source.Range{Start: start, End: end})
	}
	return append(out, p.splitLast(source.Range{Start: at, End: end})...)
}

// splitLast cuts the last item of a list at 和, 及 or 与.
func (p *Page) splitLast(r source.Range) []source.Range {
	for i := r.Start; i < r.End; i++ {
		for _, w := range [...]string{"以及", "和", "及", "与"} {
			if e := i + len(w); e < r.End && i > r.Start && p.Text[i:e] == w {
				return []source.Range{{Start: r.Start, End: i}, {Start: e, End: r.End}}
			}
		}
	}
	return []source.Range{r}
}
