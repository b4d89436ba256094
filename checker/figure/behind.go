package figure

import (
	"strings"

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
		p.periodsRightBehind(s)
		p.risesTo(s)
		p.contributesTo(s)
		for k := s.FirstFig; k < s.AfterFig; k++ {
			if f := &p.Figures[k]; !p.secondRank(s, k) && f.Kind == quantity.Rank {
				p.rankBehind(s, f)
			}
		}
	}
}

// periodsRightBehind gives each figure the date that "in" puts right behind it:
// from 40,000 tons in October to 42,000 tons in November.
func (p *Page) periodsRightBehind(s *Sentence) {
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		i := f.Token + 1
		if i < s.AfterTok && p.Tokens[i].Kind == Word && p.Words(p.Tokens[i].Range()) == "in" {
			i++
		}
		if i >= s.AfterTok || p.Tokens[i].Kind != DateTok || f.Kind == quantity.Percent || f.Kind == quantity.Rank {
			continue
		}
		between := strings.TrimSpace(p.Text[p.Tokens[f.Token].End:p.Tokens[i].Start])
		if d := int(p.Tokens[i].Ref); between == "" || between == "in" {
			f.Period, f.PeriodDate, f.PeriodOrigin = p.Dates[d].Period, d, Printed
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
