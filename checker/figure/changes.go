package figure

import (
	"strings"
	"unicode"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

// Movement is a level that moved: from one figure to another, by an amount, at
// a rate. Figures that the copy doesn't print are -1.
type Movement struct {
	From, To int // levels, or rates in per cent
	By       int // the change: an amount, or percentage points
	Rate     int // the growth in per cent, or a multiple
	// Sign is the way that the words say it went, where the reader kept it; 0 where
	// only the figures' verbs say.
	Sign int8
	// Sure says that the words tie the figures together (从…增至…).
	Sure bool
}

// findMovements reads from-to changes and levels followed by change and rate.
func (p *Page) findMovements() {
	for n := range p.Sentences {
		s := &p.Sentences[n]
		for k := s.FirstFig; k < s.AfterFig; k++ {
			if p.fromMark(s, k) {
				p.Figures[k].Start = true
				p.fromTo(s, k)
			}
		}
		p.levelChangeRate(s)
	}
	p.yearOnYear()
	p.englishMoves()
	p.findMoves()
}

// fromMark reports whether 从 or 由 opens the phrase of a figure.
func (p *Page) fromMark(s *Sentence, k int) bool {
	f := &p.Figures[k]
	if moved(f) && endsFold(p.Text[:f.Span().Start], "from ") {
		return true // rose from 412
	}
	if !isLevel(f) && f.Kind != quantity.Percent && f.Kind != quantity.Permille && f.Kind != quantity.Rank && f.Kind != quantity.Duration && f.Kind != quantity.Score {
		return false
	}
	from := f.Clause.Start
	if k > s.FirstFig {
		from = max(from, p.Figures[k-1].Range.End)
	}
	at := f.Span().Start
	if at <= from {
		return false
	}
	words := p.Text[max(from, at-60):at]
	for _, w := range [...]string{"从", "由", "from "} {
		if strings.Contains(words, w) {
			i := strings.LastIndex(words, w)
			if w == "from " && strings.IndexFunc(words[i:], unicode.IsUpper) >= 0 {
				return false // exports from Hunan province
			}
			if strings.Contains(words[i:], "到") || strings.HasPrefix(words[i:], "由于") || strings.HasPrefix(words[i:], "从事") {
				continue // 从城区到新区的车程由50分钟: the later word opens the phrase
			}
			return true
		}
	}
	return false
}

// endsFold reports whether a text ends with a Latin one, in either case.
func endsFold(s, end string) bool {
	return len(s) >= len(end) && strings.EqualFold(s[len(s)-len(end):], end)
}

// moved reports whether a verb of change stands right before a figure that may
// be a level all the same.
func moved(f *Figure) bool {
	switch f.Kind {
	case quantity.Money, quantity.Count, quantity.Measure, quantity.Number, quantity.Percent, quantity.Duration:
		return f.Verb >= 0 && f.Sign != 0
	}
	return false
}

// fromTo reads 从A增至B, with the change or rate behind it.
func (p *Page) fromTo(s *Sentence, k int) {
	a := &p.Figures[k]
	if k+1 >= s.AfterFig {
		return
	}
	b := &p.Figures[k+1]
	if b.Kind != a.Kind || b.Unit != a.Unit || p.cutBetween(a.Token, b.Token) {
		if !(a.Kind == quantity.Number && p.Figures[k+1].Unit != "" && a.Unit == "") {
			return
		}
		if a.Scale != 0 || b.Kind == quantity.Percent {
			return
		}
	}
	between := p.Text[a.Range.End:b.Span().Start]
	if strings.ContainsAny(between, "；。") || len(between) > 90 || !p.reaches(a, b, between) {
		return
	}
	if p.Doc.Lang == "en" && (len(between) > 30 || strings.Contains(between, ",") || strings.Contains(between, " and ") || p.upFrom(a)) {
		return
	}
	p.settleEnds(s, a, b)
	m := Movement{From: k, To: k + 1, By: -1, Rate: -1, Sure: true}
	if p.Doc.Lang == "en" {
		p.Movements = append(p.Movements, m) // what else is said of it englishMoves finds
		return
	}
	for j := k + 2; j < min(s.AfterFig, k+4); j++ {
		f := &p.Figures[j]
		if p.cutBetween(b.Token, f.Token) || f.Role == Level && f.Kind == b.Kind && f.Metric != "" && f.Sign == 0 {
			break
		}
		if f.MetricOrigin == Printed && f.Of < 0 && f.Metric != "" && !emptyish(f.Metric) {
			break
		}
		if f.Basis != "" && j > k+2 || f.VerbTo || f.Role == Share || p.fromMark(s, j) {
			break
		}
		if strings.Count(p.Text[b.Range.End:f.Span().Start], "，") > 2 {
			break
		}
		switch {
		case f.Role == Growth && m.Rate < 0, f.Kind == quantity.Multiple && f.Role == Growth && m.Rate < 0:
			m.Rate = j
		case f.Role == Change && m.By < 0 && strings.Count(p.Text[b.Range.End:f.Span().Start], "，") <= 1:
			m.By = j
		case f.Kind == quantity.Percent && f.Sign != 0 && m.Rate < 0:
			m.Rate = j
		}
	}
	p.Movements = append(p.Movements, m)
}

// upFrom reports whether "up from" or "down from" makes a figure the reference
// of the one before it rather than the start of a movement.
func (p *Page) upFrom(a *Figure) bool {
	at := a.Span().Start
	before := strings.ToLower(p.Text[max(0, at-12):at])
	return strings.HasSuffix(before, "up from ") || strings.HasSuffix(before, "down from ")
}

// reaches reports whether the words between two levels say that the one came to
// the other: by the run before b, by 到 or "to" at their end, or by a verb with
// no more than a time behind it (增至今年的).
func (p *Page) reaches(a, b *Figure, between string) bool {
	if b.VerbTo {
		return true
	}
	if t := trimHedge(between); strings.HasSuffix(t, "到") || strings.HasSuffix(t, "至") || strings.HasSuffix(between, "to ") {
		return true
	}
	for i := b.Token - 1; i > a.Token; i-- {
		t := p.Tokens[i]
		if t.Kind == Punct {
			return false
		}
		v, ok := verbOf(t)
		if !ok || v.Alt != "to" {
			continue
		}
		if p.phraseOf(int(t.End), b.Span().Start, i+1).key != "" {
			return false
		}
		b.Verb, b.VerbTo, b.Sign = t.Ref, true, signOf(v.Code)
		return true
	}
	return false
}

// verbOf returns what a token says as a verb of change.
func verbOf(t Token) (lexicon.Sense, bool) {
	if t.Kind != Word {
		return lexicon.Sense{}, false
	}
	return lexicon.Has(t.Ref, lexicon.ClassVerb)
}

// settleEnds makes the two ends of a movement levels of one metric, and what
// was read of the second end's growth goes with it. In English the verb stands
// before both: rose from A to B.
func (p *Page) settleEnds(s *Sentence, a, b *Figure) {
	if moved(a) && a.Role != Share {
		if b.Verb < 0 {
			b.Verb, b.Sign, b.VerbTo = a.Verb, a.Sign, true
		}
		a.Role, a.Sign, a.Verb = Level, 0, -1
	}
	if b.Role == Change || b.Role == Growth {
		b.Role = Level
	}
	b.Metric, b.MetricRange, b.MetricOrigin = a.Metric, a.MetricRange, min(a.MetricOrigin, Inherited)
	b.Noun, b.NounRange = a.Noun, a.NounRange
	for k := b.Index + 1; k < s.AfterFig; k++ {
		if f := &p.Figures[k]; f.Of == b.Index && f.MetricOrigin < Printed {
			f.Metric, f.MetricRange = a.Metric, a.MetricRange
		}
	}
}

func trimHedge(s string) string {
	s = strings.TrimSpace(s)
	for _, w := range [...]string{"约", "近", "超过", "超", "了"} {
		s = strings.TrimSuffix(s, w)
	}
	return s
}

// emptyish reports whether a phrase names no metric of its own: 年均, 累计.
func emptyish(key string) bool {
	switch key {
	case "年均", "累计", "平均", "总体", "年平均", "整体", "共", "净", "五年", "三年", "十年", "annual", "annual average", "average":
		return true
	}
	return false
}

// levelChangeRate reads a level with both its change and its rate: 30524亿美元，
// 较9月末上升235亿美元，升幅为0.77%.
func (p *Page) levelChangeRate(s *Sentence) {
	for k := s.FirstFig; k < s.AfterFig; k++ {
		by := &p.Figures[k]
		if by.Role != Change || by.Of < 0 || by.Kind == quantity.Point {
			continue
		}
		lv := &p.Figures[by.Of]
		if lv.Unit != by.Unit || lv.Kind != by.Kind || lv.Sentence != by.Sentence {
			continue
		}
		if k+1 >= s.AfterFig {
			continue
		}
		r := &p.Figures[k+1]
		if r.Role != Growth || r.Of != by.Of && r.Of != k || r.Kind != quantity.Percent || p.cutBetween(by.Token, r.Token) {
			continue
		}
		if r.Basis != "" && r.Basis != by.Basis {
			continue
		}
		p.Movements = append(p.Movements, Movement{From: -1, To: by.Of, By: k, Rate: k + 1, Sure: true})
	}
}

// yearOnYear ties a level with its growth over the year before to the same
// metric's level of that year, where the copy prints it in another sentence.
func (p *Page) yearOnYear() {
	for i := range p.Figures {
		g := &p.Figures[i]
		if g.Role != Growth || g.Kind != quantity.Percent || g.Of < 0 || g.ListLen > 1 || g.Basis != "同比" && g.Basis != "比上年" {
			continue
		}
		b := &p.Figures[g.Of]
		if !isLevel(b) || b.ListLen > 1 || b.Mean || len(b.Metric) < 6 {
			continue
		}
		for j := g.Of - 1; j >= 0 && g.Of-j < window; j-- {
			a := &p.Figures[j]
			if !isLevel(a) || a.Unit != b.Unit || a.Kind != b.Kind || a.ListLen > 1 || a.Mean || a.Among != b.Among || a.Modality != b.Modality ||
				a.Region != b.Region || !p.yearBefore(a, b) {
				continue
			}
			if p.metricLikeness(a, b) == Identical {
				p.Movements = append(p.Movements, Movement{From: j, To: g.Of, By: -1, Rate: i})
				break
			}
		}
	}
}

// yearBefore reports whether the period of a is that of b a year earlier, as
// both are printed; where the year isn't known, as 去年 is before 今年.
func (p *Page) yearBefore(a, b *Figure) bool {
	if a.PeriodOrigin == Printed && b.PeriodOrigin == Printed && a.Period.Known() && b.Period.Known() {
		return a.Period.Equal(b.Period.ShiftYears(-1))
	}
	if !p.Published.IsZero() {
		return false
	}
	x, y := p.clauseDate(a), p.clauseDate(b)
	return x == "去年" && y == "今年" || x == "last year" && y == "this year"
}

// clauseDate returns the words of the first date expression in a figure's
// sentence; empty where there is none.
func (p *Page) clauseDate(f *Figure) string {
	s := &p.Sentences[f.Sentence]
	if s.FirstDate >= s.LastDate {
		return ""
	}
	d := &p.Dates[s.FirstDate]
	return strings.ToLower(p.Text[d.Start:d.End])
}
