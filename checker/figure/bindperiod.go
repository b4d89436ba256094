package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/period"
)

// bindPeriods gives every figure the period it is of: the one printed before it
// in its sentence, else the one that governs its paragraph, box or page.
func (p *Page) bindPeriods() {
	heads := map[int]period.Period{} // of a heading, by block
	block, cur, origin := -1, -1, Unknown
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if s.Block != block {
			block, cur, origin = s.Block, -1, Unknown
		}
		cur, origin = p.bindSentence(s, cur, origin)
		if k := p.Doc.Blocks[s.Block].Kind; cur >= 0 && (k == document.Headline || k == document.Subhead) {
			heads[s.Block] = p.Dates[cur].Period
		}
		p.fromHeading(s, heads)
	}
}

// bindSentence walks the dates and figures of a sentence in order. A data
// period governs the figures behind it, up to the next one.
func (p *Page) bindSentence(s *Sentence, cur int, origin Origin) (int, Origin) {
	if cur >= 0 && p.ahead(cur) {
		cur, origin = -1, Unknown // a plan's year isn't that of what follows
	}
	if cur >= 0 && p.Dates[cur].Period.IsPoint() && strings.HasPrefix(p.Text[s.Range.Start:s.Range.End], "全年") {
		cur, origin = -1, Unknown // what the whole year brought isn't of its last day
	}
	if cur >= 0 {
		origin = min(origin, Inherited)
	}
	d := s.FirstDate
	for k := s.FirstFig; k <= s.AfterFig; k++ {
		limit := s.AfterTok
		if k < s.AfterFig {
			limit = p.Figures[k].Token
		}
		for d < s.LastDate && p.Dates[d].Token < limit {
			if p.governs(d) {
				cur, origin = d, Printed
			}
			d++
		}
		if k == s.AfterFig {
			break
		}
		f := &p.Figures[k]
		if cur >= 0 {
			f.Period, f.PeriodDate, f.PeriodOrigin = p.Dates[cur].Period, cur, origin
			if f.List == 0 && f.Of >= 0 {
				g := &p.Figures[f.Of]
				f.Period, f.PeriodDate, f.PeriodOrigin = g.Period, g.PeriodDate, g.PeriodOrigin
			}
		}
	}
	return cur, origin
}

// governs reports whether a date says what period figures are of: not the day
// of an event or a report, nor the base of a comparison.
func (p *Page) governs(d int) bool {
	return p.governsAt(d) && !(p.Doc.Lang == "en" && p.behindBase(d))
}

// governsAt is governs but for what English prints behind the base of a
// comparison.
func (p *Page) governsAt(d int) bool {
	x := &p.Dates[d]
	if x.Period.IsZero() || !p.isData(x) {
		return false
	}
	if p.inTitle(x.Start) || p.inQuotedName(x.Start, x.End) {
		return false
	}
	before := p.Text[max(0, x.Start-12):x.Start]
	for _, w := range [...]string{"比", "较", "与", "相比", "同", "compared with ", "than ", "than in ", "from ", "since "} {
		if strings.HasSuffix(before, w) {
			return false
		}
	}
	return true
}

// ahead reports whether a date lies wholly after the day of publication.
func (p *Page) ahead(d int) bool {
	x := &p.Dates[d]
	return !p.Published.IsZero() && x.Period.Known() && x.Period.Start.After(p.Published)
}

// longestTitle bounds how far back the mark that opens a title is looked for,
// in bytes.
const longestTitle = 180

// inTitle reports whether an offset stands inside the marks of a title: the
// years of 《行动计划（2023—2025年）》 are its own.
func (p *Page) inTitle(at int) bool {
	before := p.Text[max(0, at-longestTitle):at]
	for i := len(before) - 1; i >= 0; i-- {
		switch before[i] {
		case '\n':
			return false
		case "《"[0]:
			if strings.HasPrefix(before[i:], "《") {
				return true
			}
			if strings.HasPrefix(before[i:], "》") {
				return false
			}
		}
	}
	return false
}

// longestName bounds a name in quotation marks, in bytes.
const longestName = 36

// inQuotedName reports whether a date is part of a short name in quotation
// marks: “新十二月市集”.
func (p *Page) inQuotedName(start, end int) bool {
	before := p.Text[max(0, start-longestName):start]
	open := strings.LastIndex(before, "“")
	if open < 0 || strings.Contains(before[open:], "”") {
		return false
	}
	shut := strings.Index(p.Text[end:min(len(p.Text), end+longestName)], "”")
	inside := before[open+len("“"):]
	return shut >= 0 && len(inside)+shut > 0 && len(inside)+shut <= longestName && !strings.ContainsAny(inside, "，。：")
}

// fromHeading gives figures without a period the one of the heading above.
func (p *Page) fromHeading(s *Sentence, heads map[int]period.Period) {
	sec := p.Doc.Blocks[s.Block].Section
	h, ok := heads[sec]
	if sec < 0 || !ok {
		return
	}
	for k := s.FirstFig; k < s.AfterFig; k++ {
		if f := &p.Figures[k]; f.PeriodOrigin == Unknown {
			f.Period, f.PeriodOrigin = h, Guessed
		}
	}
}

// isData reports whether an expression is the span or the day that figures are
// of, rather than the day on which something happened or was said.
func (p *Page) isData(x *Date) bool {
	switch x.Kind {
	case period.KindPeriod:
		return true
	case period.KindDate:
		if x.Has(period.AsOf) || x.Has(period.AsOfStop) {
			return true
		}
		words := p.Text[x.Start:x.End]
		return strings.HasSuffix(words, "底") || strings.HasSuffix(words, "末")
	}
	return false
}
