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
			case p.startsAt(f):
				f.Modality = Historical
			case p.comparison(s, f):
				f.Modality = Historical
				if f.Metric == "" && f.Noun == "" && f.Index > s.FirstFig {
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
			if p.sets(s, i) {
				plan = Forecast
			}
		}
		switch t.Kind {
		case Punct:
			if t.Ref == '；' || t.Ref == ';' || t.Ref == '。' || t.Ref == '\n' {
				plan = Asserted
			}
		case Word:
			if m, ok := lexicon.Has(t.Ref, lexicon.ClassModality); ok && wordAt(p.Text, int(t.Start), planOpening) == int(t.End-t.Start) && !p.measuredBy(t) && !p.movesObject(t) && (m.Code != "planned" || !p.namesPlan(i)) {
				plan = modalityOf(m.Code)
			}
		case Quantity:
			if f := &p.Figures[t.Ref]; plan != Asserted && f.Modality == Asserted || plan == Forecast && f.Modality == Planned {
				f.Modality = plan
			}
		}
	}
}

// sets reports whether a clause opens with a condition: 如果油价突破100美元.
func (p *Page) sets(s *Sentence, tok int) bool {
	at := p.offsetBefore(s, tok)
	for at < len(p.Text) && (p.Text[at] == ' ' || p.Text[at] == '\n') {
		at++
	}
	n := wordAt(p.Text, at, condition)
	if n == 0 {
		return false
	}
	_, end := lexicon.Match(p.Text, at)
	return end <= at+n // 若干 sets nothing
}

// movesObject reports whether 将 only moves an object forward, as 把 does (将其持有
// 的股份质押, 将床位增至800张), or 了 says that what was to be has come: 确保了.
func (p *Page) movesObject(t Token) bool {
	at := int(t.End)
	if strings.HasPrefix(p.Text[at:], "了") {
		return true
	}
	if at-int(t.Start) != len("将") || p.Text[t.Start:at] != "将" || at >= len(p.Text) {
		return false
	}
	if wordAt(p.Text, at, objectMover) > 0 {
		return true
	}
	i := p.tokenFrom(at)
	if i < len(p.Tokens) && int(p.Tokens[i].Start) == at && p.Tokens[i].Kind == Quantity {
		return p.Figures[p.Tokens[i].Ref].Kind != quantity.Percent
	}
	if wordAt(p.Text, at, toCome) > 0 || i < len(p.Tokens) && int(p.Tokens[i].Start) == at && p.Tokens[i].Kind == Word && inRun(p.Tokens[i]) {
		return false
	}
	// A noun follows, and what is done to it: no mark may stand between.
	for k := at; k < len(p.Text) && k < at+longestObject; k += runeLen(p.Text[k]) {
		if k > at+3 && wordAt(p.Text, k, objectVerb) > 0 {
			return true
		}
		if r, _ := lexicon.Decode(p.Text, k); breaksClause(r) {
			return false
		}
	}
	return false
}

// longestObject bounds how far behind 将 the verb is looked for, in bytes.
const longestObject = 60

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

// startsAt reports whether a level is what a change began at, with the time when
// it was so: 由2012年的3.2万吨增加到8.6万吨.
func (p *Page) startsAt(f *Figure) bool {
	if p.Doc.Lang == "en" || f.PeriodDate < 0 || f.PeriodOrigin != Printed || f.Role != Level {
		return false
	}
	d := &p.Dates[f.PeriodDate]
	if d.Start < f.Clause.Start || d.End > f.Range.Start || !strings.HasPrefix(p.Text[d.End:], "的") {
		return false
	}
	before := p.Text[f.Clause.Start:d.Start]
	return strings.HasSuffix(before, "由") || strings.HasSuffix(before, "从")
}

// comparison reports whether a level's clause says nothing but another time:
// 3.5万亿元，2019年为3.2万亿元.
func (p *Page) comparison(s *Sentence, f *Figure) bool {
	if f.Role != Level && f.Role != Total || f.Kind == quantity.Number {
		return false
	}
	cs := p.clauseStart(s, f.Token)
	if p.Tokens[cs].Kind != DateTok {
		return false
	}
	d := &p.Dates[p.Tokens[cs].Ref]
	words := strings.TrimSpace(p.Text[p.Tokens[cs].End:f.Span().Start])
	if words != "" && words != "为" && words != "是" && words != "则为" && words != "仅为" && words != "只有" {
		return false
	}
	if f.Index == s.FirstFig || p.Figures[f.Index-1].Kind != f.Kind {
		return f.Index == s.FirstFig && d.Has(period.SamePeriod) // 去年同期为86.2亿元，今年达到93.5亿元
	}
	prev := &p.Figures[f.Index-1]
	if prev.Period.IsZero() {
		return d.Has(period.SamePeriod) || d.Period.Known() && d.Period.End.Year < p.Published.Year-1
	}
	return d.Has(period.SamePeriod) || d.Period.End.Before(prev.Period.Start)
}
