package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/source"
)

// Range returns where a date expression stands.
func (d *Date) Range() source.Range { return source.Range{Start: d.Start, End: d.End} }

// resolveDates turns every date expression into days. The period spoken of
// before is what 同期 and 当月 count from; it does not outlive its paragraph. A
// month or day without its year or month takes them from the date before it in
// its sentence, where that prints them: 2024年3月获批，9月开工.
func (p *Page) resolveDates() {
	var base period.Period
	var day period.Date
	block := -1
	dayFirst := p.Doc.Lang == "zh"
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if s.Block != block {
			block, base, day = s.Block, period.Period{}, period.Date{}
		}
		var printed, last period.Date
		for i := s.FirstDate; i < s.LastDate; i++ {
			d := &p.Dates[i]
			d.Ahead = p.future(s, d.Token)
			c := period.Context{Published: p.Published, Base: base, Future: d.Ahead, DayFirst: dayFirst, Last: last, Day: day}
			if m := d.YearlessMonth(); m > 0 {
				switch prev := p.dateInFront(s, i); {
				case prev != nil: // 今天（4月1日）
					c.Year = prev.Period.Start.Year
				case printed.Month > 0 && m >= printed.Month:
					c.Year = printed.Year
				}
			}
			d.Period = period.Resolve(&d.Expr, c)
			if p.yearJustPast(d) {
				c.Published = c.Published.AddYears(-1)
				d.Period = period.Resolve(&d.Expr, c)
			}
			if d.Kind == period.KindPeriod && !d.Period.IsZero() && !d.Has(period.SamePeriod) {
				base = d.Period
			}
			if d.Kind == period.KindDate && d.Period.IsPoint() && d.Period.Known() && !d.Has(period.AsOf) && !p.comparedWith(d) {
				day = d.Period.Start
			}
			if d.Has(period.MonthPrinted) && d.Period.Known() && !p.comparedWith(d) {
				last = d.Period.End
				if d.SaysYear() || c.Year != 0 {
					printed = d.Period.Start
				}
			}
		}
	}
}

// reportingMonths are the first months of a year, in which the figures of the year
// before come out.
const reportingMonths = 4

// yearJustPast reports whether 年末, without a year and without a word of what is
// to come, is that of the year before: figures of the coming one are nobody's yet.
func (p *Page) yearJustPast(d *Date) bool {
	return !d.Ahead && !p.Published.IsZero() && p.Published.Month <= reportingMonths && d.Period.IsPoint() && d.Period.End.After(p.Published) &&
		strings.HasPrefix(p.Text[d.Start:d.End], "年末") && !strings.HasSuffix(p.Text[:d.Start], "到") && !strings.HasPrefix(p.Text[d.End:], "前")
}

// dateInFront returns the day that date i, in brackets right behind it, says once
// more, or nil.
func (p *Page) dateInFront(s *Sentence, i int) *Date {
	if i == s.FirstDate {
		return nil
	}
	prev := &p.Dates[i-1]
	switch p.Text[prev.End:p.Dates[i].Start] {
	case "（", "(":
		if prev.Period.IsPoint() && prev.Period.Known() {
			return prev
		}
	}
	return nil
}

// comparedWith reports whether a date is what something is compared with (较
// 2024年3月), so that what follows isn't of its year.
func (p *Page) comparedWith(d *Date) bool {
	before := p.Text[max(0, d.Start-3):d.Start]
	switch before {
	case "比", "较", "与", "同", "于", "自", "从", "由":
		return true
	}
	return false
}

// How many bytes may stand between a date and the word before or behind it that
// says that it is to come: 将于2月建成, 7月起将.
const (
	modalityBefore = 6
	modalityBehind = 3
)

// future reports whether the words beside the date of a token say that it is to
// come. A word farther off in the clause may speak of something else: 17日发布的
// 预测.
func (p *Page) future(s *Sentence, tok int) bool {
	at := p.Tokens[tok]
	if p.Doc.Lang == "en" {
		for i := tok - 1; i >= p.clauseStart(s, tok); i-- {
			if p.toCome(p.Tokens[i]) {
				return true // will open to traffic in March
			}
		}
		return false
	}
	for i := tok - 1; i >= p.clauseStart(s, tok); i-- {
		t := p.Tokens[i]
		if int(at.Start-t.End) > modalityBefore || t.Kind == Quantity || t.Kind == DateTok {
			break
		}
		if p.toCome(t) {
			return true
		}
	}
	for i, end := tok+1, p.clauseEnd(s, tok); i < end; i++ {
		t := p.Tokens[i]
		if int(t.Start-at.End) > modalityBehind || t.Kind == Quantity || t.Kind == DateTok {
			break
		}
		if p.toCome(t) {
			return true
		}
	}
	return false
}

// toCome reports whether a word says that what is beside it is to come.
func (p *Page) toCome(t Token) bool {
	if t.Kind != Word {
		return false
	}
	m, ok := lexicon.Has(t.Ref, lexicon.ClassModality)
	return ok && m.Code != "denied" && m.Code != "quoted" &&
		wordAt(p.Text[:t.End], int(t.Start), notToCome) < int(t.End-t.Start) && !strings.HasSuffix(p.Text[:t.Start], "原")
}
