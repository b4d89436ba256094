package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// bindModality marks figures as planned, forecast, quoted or historical by what
// stands farther away than the run before them: a plan that opens the sentence,
// a day to come, quotation marks, another year that is only compared with.
func (p *Page) bindModality() {
	for n := range p.Sentences {
		s := &p.Sentences[n]
		p.planAhead(s)
		for k := s.FirstFig; k < s.AfterFig; k++ {
			f := &p.Figures[k]
			switch {
			case f.Modality != Asserted:
			case f.Quotation:
				f.Modality = Quoted
			case p.liesAhead(f):
				f.Modality = Planned
			case p.comparison(s, f):
				f.Modality = Historical
				if f.Metric == "" && f.Noun == "" {
					g := &p.Figures[f.Index-1]
					f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, min(g.MetricOrigin, Inherited)
					f.Noun, f.NounRange = g.Noun, g.NounRange
				}
			}
		}
	}
}

// planAhead carries a plan or a forecast that opens a clause on to the clauses
// behind it, up to one that says what is: 力争进出口达到8000亿元，利用外资达到30亿美元.
func (p *Page) planAhead(s *Sentence) {
	if s.FirstFig == s.AfterFig || s.says&saysPlan == 0 {
		return
	}
	var plan Modality
	clause := -1
	for i := s.FirstTok; i < s.AfterTok; i++ {
		t := p.Tokens[i]
		if c := p.clauseStart(s, i); c != clause {
			clause = c
			if plan != Asserted && (p.closesPlan(t, i) || p.saysWhatIs(s, i)) {
				plan = Asserted
			}
		}
		switch t.Kind {
		case Punct:
			if t.Ref == '；' || t.Ref == ';' || t.Ref == '。' || t.Ref == '\n' {
				plan = Asserted
			}
		case Word:
			if m, ok := lexicon.Has(t.Ref, lexicon.ClassModality); ok && wordAt(p.Text, int(t.Start), planOpening) == int(t.End-t.Start) && !p.measuredBy(t) && !p.namesPlan(i) {
				plan = modalityOf(m.Code)
			}
		case Quantity:
			if f := &p.Figures[t.Ref]; plan != Asserted && f.Modality == Asserted {
				f.Modality = plan
			}
		}
	}
}

// namesPlan reports whether a word of plans is a noun that closes a phrase: 实施
// 人才支持计划，.
func (p *Page) namesPlan(i int) bool {
	t := p.Tokens[i]
	return i+1 < len(p.Tokens) && p.Tokens[i+1].Kind == Punct && p.Tokens[i+1].Start == t.End
}

// closesPlan reports whether a mark before a clause closes what was said before:
// all but commas and list marks do.
func (p *Page) closesPlan(_ Token, i int) bool {
	if i == 0 {
		return true
	}
	before := p.Tokens[i-1]
	return before.Kind == Punct && before.Ref != '，' && before.Ref != ',' && before.Ref != '、' && before.Ref != '“' && before.Ref != '”'
}

// saysWhatIs reports whether a clause states what is: it compares with a year
// before, or has a word such as 已 or 目前.
func (p *Page) saysWhatIs(s *Sentence, tok int) bool {
	end := p.clauseEnd(s, tok)
	for i := tok; i < end; i++ {
		t := p.Tokens[i]
		switch t.Kind {
		case Word:
			if hasBase(t) || wordAt(p.Text, int(t.Start), factOpening) == int(t.End-t.Start) {
				return true
			}
		case DateTok:
			if d := &p.Dates[t.Ref]; !d.Period.IsZero() && (p.Published.IsZero() || !d.Period.End.After(p.Published)) {
				return true
			}
		}
	}
	return false
}

// liesAhead reports whether the period of a figure, printed in its sentence, lies
// wholly after the day of publication: 到2030年.
func (p *Page) liesAhead(f *Figure) bool {
	if f.PeriodOrigin != Printed || p.Published.IsZero() || f.PeriodDate < 0 {
		return false
	}
	d := &p.Dates[f.PeriodDate]
	if d.Sentence != f.Sentence || !d.Period.Known() {
		return false
	}
	return d.Period.Start.After(p.Published) || d.Period.Grain == period.Year && d.Period.End.Year > p.Published.Year
}

// comparison reports whether a level's clause says nothing but another time:
// 3.5万亿元，2019年为3.2万亿元.
func (p *Page) comparison(s *Sentence, f *Figure) bool {
	if f.Role != Level && f.Role != Total || f.Kind == quantity.Number || f.Index == s.FirstFig {
		return false
	}
	cs := p.clauseStart(s, f.Token)
	if p.Tokens[cs].Kind != DateTok || p.Figures[f.Index-1].Token < s.FirstTok || p.Figures[f.Index-1].Kind != f.Kind {
		return false
	}
	d := &p.Dates[p.Tokens[cs].Ref]
	words := strings.TrimSpace(p.Text[p.Tokens[cs].End:f.Span().Start])
	if words != "" && words != "为" && words != "是" && words != "则为" && words != "仅为" && words != "只有" {
		return false
	}
	prev := &p.Figures[f.Index-1]
	return d.Has(period.SamePeriod) || !prev.Period.IsZero() && d.Period.End.Before(prev.Period.Start)
}
