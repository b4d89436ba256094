package figure

import (
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// readBehind gives the figures of English copy what English says behind them:
// the period ("… yuan in the first 11 months"), the scope of a rank ("third
// nationwide").
func (p *Page) readBehind() {
	if p.Doc.Lang != "en" {
		return
	}
	for n := range p.Sentences {
		s := &p.Sentences[n]
		p.periodBehind(s)
		p.risesTo(s)
		p.contributesTo(s)
		for k := s.FirstFig; k < s.AfterFig; k++ {
			if f := &p.Figures[k]; f.Kind == quantity.Rank && f.Scope == "" {
				p.scopeBehind(s, f)
			}
		}
	}
}

// periodBehind gives the figures of a sentence its one period where that stands
// behind them.
func (p *Page) periodBehind(s *Sentence) {
	date := -1
	for d := s.FirstDate; d < s.LastDate; d++ {
		if !p.governs(d) {
			continue
		}
		if date >= 0 && p.Dates[d].Period.Compare(p.Dates[date].Period) != period.Agree {
			return
		}
		if date < 0 {
			date = d
		}
	}
	if date < 0 {
		return
	}
	for k := s.FirstFig; k < s.AfterFig; k++ {
		if f := &p.Figures[k]; f.PeriodOrigin < Printed {
			f.Period, f.PeriodDate, f.PeriodOrigin = p.Dates[date].Period, date, Printed
		}
	}
}

// scopeBehind finds the scope of a rank in the words behind it.
func (p *Page) scopeBehind(s *Sentence, f *Figure) {
	for i := f.Token + 1; i < s.AfterTok && i < f.Token+8; i++ {
		t := p.Tokens[i]
		if t.Kind == Punct && breaksClause(rune(t.Ref)) || t.Kind == Quantity {
			return
		}
		if t.Kind != Word {
			continue
		}
		if sc, ok := lexicon.Has(t.Ref, lexicon.ClassScope); ok {
			f.Scope = sc.Code
			return
		}
	}
}
