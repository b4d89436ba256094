package figure

import (
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/source"
)

// Range returns where a date expression stands.
func (d *Date) Range() source.Range { return source.Range{Start: d.Start, End: d.End} }

// resolveDates turns every date expression into days. The period spoken of
// before is what 同期 and 当月 count from; it does not outlive its paragraph.
func (p *Page) resolveDates() {
	var base period.Period
	block := -1
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if s.Block != block {
			block, base = s.Block, period.Period{}
		}
		for i := s.FirstDate; i < s.LastDate; i++ {
			d := &p.Dates[i]
			d.Ahead = p.future(s, d.Token)
			c := period.Context{Published: p.Published, Base: base, Future: d.Ahead}
			d.Period = period.Resolve(&d.Expr, c)
			if d.Kind == period.KindPeriod && !d.Period.IsZero() && !d.Has(period.SamePeriod) {
				base = d.Period
			}
		}
	}
}

// future reports whether the clause of a token speaks of what is to come.
func (p *Page) future(s *Sentence, tok int) bool {
	for i, end := p.clauseStart(s, tok), p.clauseEnd(s, tok); i < end; i++ {
		if t := p.Tokens[i]; t.Kind == Word {
			if m, ok := lexicon.Has(t.Ref, lexicon.ClassModality); ok && m.Code != "denied" {
				return true
			}
		}
	}
	return false
}
