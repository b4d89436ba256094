package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Span is how long something is said to have gone on, with its two ends.
type Span struct {
	Figure   int          // the first of the length's figures
	Length   source.Range // 13小时30分 is two
	From, To source.Range
	// Lasted is how long the ends make it, in Unit: "min", "d" with both ends
	// counted, or "mo".
	Lasted int
	Unit   string
	Holds  bool
	// Restated says that the length only repeats in brackets what From prints.
	Restated bool
	// Doubt says that the length would be right if one end weren't counted, or
	// is only unusual for its hedge.
	Doubt bool
}

// findSpans looks for the two ends of every length of time that words say
// something went on for.
func (p *Page) findSpans() {
	if p.Doc.Lang == "en" {
		return
	}
	p.nearlySpans()
	for k := range p.Figures {
		f := &p.Figures[k]
		if f.Kind != quantity.Duration || f.ListLen > 1 || f.Quotation {
			continue
		}
		switch f.Unit {
		case "d":
			p.daySpan(f)
		case "h", "min":
			p.clockSpan(f)
			p.restatedSpan(f)
		case "mo", "a":
			p.monthSpan(f)
		}
	}
}

// nearlySpans reads 历时近6年, whose length was taken for a span up to the day of
// publication.
func (p *Page) nearlySpans() {
	for i := range p.Dates {
		d := &p.Dates[i]
		if d.Kind != period.KindDuration || !strings.HasPrefix(p.Text[d.Start:], "近") {
			continue
		}
		if _, ok := p.CueBefore(SpanBefore, d.Start); !ok {
			continue
		}
		q, _, ok := quantity.Read(p.Text, d.Start+len("近"))
		if !ok || q.Kind != quantity.Duration || q.Unit != "a" && q.Unit != "mo" {
			continue
		}
		q.SetBefore(quantity.Nearly, source.Range{Start: d.Start, End: d.Start + len("近")})
		f := Figure{Quantity: q, Index: -1, Sentence: d.Sentence, Block: p.Sentences[d.Sentence].Block, ListLen: 1}
		f.Range.Start = d.Start
		p.monthSpan(&f)
	}
}

// wentOn reports whether words before or behind a length say that something went
// on for it; event is set where they count the days of an event.
func (p *Page) wentOn(f *Figure) (event, ok bool) {
	at := f.Span().Start
	before := strings.TrimRight(p.Text[max(0, at-24):at], " ")
	before = strings.TrimSuffix(strings.TrimSuffix(before, "了"), "为")
	end := at - (len(p.Text[max(0, at-24):at]) - len(before))
	if _, ok := p.CueBefore(EventSpan, end); ok {
		return true, true
	}
	if strings.HasSuffix(before, "为") || strings.HasSuffix(before, "连续") {
		return false, false
	}
	if _, ok := p.CueBefore(SpanBefore, end); ok {
		return false, true
	}
	if _, ok := p.CueBefore(EventSpan, at); ok {
		return true, true
	}
	if _, ok := p.CueBefore(DaysInAll, at); ok && f.Unit == "d" && wordAt(p.Text, f.Range.End, clauseMark) > 0 {
		return true, true // 2月2日开始，3月13日结束，共40天
	}
	return true, wordAt(p.Text, f.Range.End, spanBehind) > 0 && !strings.HasSuffix(before, "第") && !strings.HasSuffix(before, "近")
}

// around returns the moments of the sentences of a block from back before to
// ahead behind that of a figure.
func (p *Page) around(f *Figure, back, ahead int) []moment {
	var out []moment
	for n := max(0, f.Sentence-back); n <= min(len(p.Sentences)-1, f.Sentence+ahead); n++ {
		if s := &p.Sentences[n]; s.Block == f.Block && s.LastDate-s.FirstDate <= mostDates {
			out = append(out, p.momentsOf(n)...)
		}
	}
	return out
}

// mostDates bounds the dates of a sentence that is looked at: a calendar has more.
const mostDates = 12

// ends returns the one beginning and the one end of a list of moments that are of
// one sort of thing; fit says which moments count.
func ends(list []moment, fit func(*moment) bool) (a, b *moment, ok bool) {
	for i := range list {
		m := &list[i]
		if m.phase == noPhase || !fit(m) {
			continue
		}
		side := &a
		if m.phase == finishes {
			side = &b
		}
		if *side != nil && ((*side).day != m.day || (*side).minute != m.minute) {
			return nil, nil, false
		}
		if *side == nil {
			*side = m
		}
	}
	ok = a != nil && b != nil && (a.class == b.class || b.class < 0 || a.class < 0)
	return a, b, ok
}

// daySpan compares the days of an event with the day it opened and the day it
// closed, wherever the sentences around print them.
func (p *Page) daySpan(f *Figure) {
	n, whole := f.Value.Int64()
	if p.bracketSpan(f, n) {
		return
	}
	event, ok := p.wentOn(f)
	if !ok || !whole || f.Hedge != quantity.None || len(p.CuesIn(WorkDays, p.Sentences[f.Sentence].Range)) > 0 {
		return
	}
	day := func(m *moment) bool { return !m.day.IsZero() && !m.month }
	list := p.around(f, 0, 0)
	a, b, ok := ends(list, day)
	if !ok {
		list = p.around(f, 2, 1)
		if a, b, ok = ends(list, day); !ok {
			p.heldSpan(f, n)
			return
		}
	}
	if !a.day.Before(b.day) {
		return
	}
	sp := Span{Figure: f.Index, Length: f.Range, From: a.at, To: b.at, Unit: "d", Lasted: b.day.Serial() - a.day.Serial() + 1}
	sp.Doubt = int(n) == sp.Lasted-1
	sp.Holds = int(n) == sp.Lasted || sp.Doubt && !event && a.class != 0
	if sp.Lasted <= 366 {
		p.Spans = append(p.Spans, sp)
	}
}

// bracketSpan compares days with the span in brackets right before them: 元旦假期（1
// 月1日至3日）3天.
func (p *Page) bracketSpan(f *Figure, n int64) bool {
	if !strings.HasSuffix(p.Text[:f.Range.Start], "）") || f.Hedge != quantity.None {
		return false
	}
	s := &p.Sentences[f.Sentence]
	for i := s.FirstDate; i < s.LastDate; i++ {
		d := &p.Dates[i]
		if d.End+len("）") != f.Range.Start || d.Kind != period.KindPeriod || d.Period.Grain != period.Day || d.Period.IsPoint() || !strings.HasSuffix(p.Text[:d.Start], "（") || !hasAny(p.Words(d.Range()), untilMarks[:]) {
			continue
		}
		sp := Span{Figure: f.Index, Length: f.Range, From: d.Range(), To: d.Range(), Unit: "d", Lasted: d.Period.DayCount()}
		sp.Holds = int(n) == sp.Lasted
		p.Spans = append(p.Spans, sp)
		return true
	}
	return false
}

// heldSpan compares the days of an event with the span that the sentence before
// prints for it: 26日至28日，会议举行。会期两天.
func (p *Page) heldSpan(f *Figure, n int64) {
	s := &p.Sentences[f.Sentence]
	if s.LastDate > s.FirstDate || f.Sentence == 0 || p.Sentences[f.Sentence-1].Block != s.Block {
		return
	}
	q := &p.Sentences[f.Sentence-1]
	if q.LastDate-q.FirstDate != 1 {
		return
	}
	d := &p.Dates[q.FirstDate]
	if d.Kind != period.KindPeriod || d.Period.Grain != period.Day || d.Period.IsPoint() || d.Has(period.Since) || d.Has(period.Cumulative) || !hasAny(p.Words(d.Range()), untilMarks[:]) {
		return
	}
	sp := Span{Figure: f.Index, Length: f.Range, From: d.Range(), To: d.Range(), Unit: "d", Lasted: d.Period.DayCount()}
	sp.Holds, sp.Doubt = int(n) == sp.Lasted, int(n) == sp.Lasted-1
	p.Spans = append(p.Spans, sp)
}

// untilMarks stand between the two ends of a span that prints both.
var untilMarks = [...]string{"至", "到", "—", "–", "-", "~", "～"}

func hasAny(s string, any []string) bool {
	for _, w := range any {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// clockSpan compares hours and minutes with the two times they lie between.
func (p *Page) clockSpan(f *Figure) {
	set, typical := p.minutesOf(f)
	if !p.timeWent(f) {
		return
	}
	a, b, ok := p.clockPair(f)
	if !ok || a.class == dayClass && !holdsWord(p.Text[f.Clause.Start:f.Range.Start], dayHours) {
		return
	}
	n, ok := minutesBetween(a, b)
	if !ok {
		return
	}
	sp := Span{Figure: f.Index, Length: f.Range, From: a.at, To: b.at, Unit: "min", Lasted: n}
	sp.Holds = typical.Contains(quantity.Int(int64(n)))
	sp.Doubt = !sp.Holds && set.Contains(quantity.Int(int64(n)))
	p.Spans = append(p.Spans, sp)
}

// restatedSpan compares hours and minutes with the minutes in the brackets behind
// them: 2小时16分（136分钟）.
func (p *Page) restatedSpan(f *Figure) {
	if f.Unit != "min" || f.Index+1 >= len(p.Figures) || !strings.Contains(p.Words(f.Range), "时") || f.Hedge != quantity.None {
		return
	}
	h := &p.Figures[f.Index+1]
	between := strings.TrimSpace(p.Text[f.Range.End:max(f.Range.End, h.Range.Start)])
	if h.Kind != quantity.Duration || h.Unit != "min" || h.Hedge != quantity.None || between != "（" && between != "(" && between != "，即" && between != "（即" {
		return
	}
	n, ok := f.Value.Int64()
	p.Spans = append(p.Spans, Span{Figure: h.Index, Length: h.Range, From: f.Range, To: f.Range, Restated: true, Unit: "min", Lasted: int(n), Holds: !ok || h.Value.Cmp(f.Value) == 0})
}

// minutesOf returns the minutes that a length allows, strictly and as a reader
// takes it.
func (p *Page) minutesOf(f *Figure) (set, typical quantity.Interval) {
	if f.Unit == "min" {
		if f.Hedge == quantity.None {
			set = quantity.Exactly(f.Value)
			return set, set
		}
		return f.Set, f.Typical()
	}
	hour := quantity.Int(60)
	scale := func(v quantity.Interval) quantity.Interval {
		v.Lo, v.Hi = v.Lo.Mul(hour), v.Hi.Mul(hour)
		return v
	}
	set, typical = scale(f.Set), scale(f.Typical())
	if f.Hedge == quantity.None {
		set = set.Widen(quantity.Int(29)) // three hours may be two and a half or more
		typical = set
	}
	return set, typical
}

// timeWent reports whether the words before a length say that something took it.
func (p *Page) timeWent(f *Figure) bool {
	at := f.Span().Start
	if _, ok := p.CueBefore(TimeWent, at); ok {
		return true
	}
	clause := source.Range{Start: max(f.Clause.Start, at-36), End: at}
	for _, c := range p.CuesIn(TimeWent, clause) {
		if c.Len() > len("共") && p.firstTokenFrom(c.End) <= f.Token && len(p.FiguresIn(source.Range{Start: c.End, End: f.Range.Start})) == 0 {
			return true
		}
	}
	return false
}

// clockPair returns the two times that a length lies between: the last two of its
// sentence before it where words join them, else the one beginning and the one
// end with a time in the sentences around.
func (p *Page) clockPair(f *Figure) (a, b *moment, ok bool) {
	timed := func(m *moment) bool { return m.minute >= 0 }
	own := p.momentsOf(f.Sentence)
	var last []*moment
	for i := range own {
		m := &own[i]
		if m.at.End <= f.Range.Start && timed(m) && !strings.Contains(p.Text[m.at.End:f.Range.Start], "；") {
			last = append(last, m)
		}
	}
	if n := len(last); n >= 2 {
		if a, b = last[n-2], last[n-1]; a.at == b.at {
			return a, b, true
		}
		switch strings.TrimSpace(p.Text[a.at.End:b.at.Start]) {
		case "至", "到", "—", "–", "-", "~", "～", "——":
			return a, b, true
		}
		if a.phase == begins && b.phase == finishes && (a.class == b.class || a.class < 0 || b.class < 0) {
			return a, b, true
		}
	}
	if a, b, ok = ends(own, timed); ok {
		return a, b, true
	}
	all := p.around(f, 2, 1)
	return ends(all, timed)
}

// monthSpan compares the months or years that works took with the months they
// began and ended in.
func (p *Page) monthSpan(f *Figure) {
	if event, ok := p.wentOn(f); !ok || event && f.Unit == "a" && f.Hedge == quantity.None {
		return
	}
	works := func(m *moment) bool { return !m.day.IsZero() && m.class == 1 }
	a, b, ok := ends(p.around(f, 1, 1), works)
	if !ok || !a.day.Before(b.day) {
		return
	}
	months := 12*(b.day.Year-a.day.Year) + b.day.Month - a.day.Month
	one := int64(1)
	if f.Unit == "a" {
		one = 12
	}
	scale := func(v quantity.Interval) quantity.Interval {
		v.Lo, v.Hi = v.Lo.Mul(quantity.Int(one)), v.Hi.Mul(quantity.Int(one))
		return v
	}
	slack := quantity.Int(one - one/3) // counted from and to any day, or both months
	sp := Span{Figure: f.Index, Length: f.Range, From: a.at, To: b.at, Unit: "mo", Lasted: months}
	n := quantity.Int(int64(months))
	if f.Hedge == quantity.None {
		sp.Holds = quantity.Exactly(f.Value.Mul(quantity.Int(one))).Widen(slack).Contains(n)
	} else {
		sp.Holds = scale(f.Typical()).Widen(quantity.Int(1)).Contains(n)
		sp.Doubt = !sp.Holds && scale(f.Set).Contains(n)
	}
	p.Spans = append(p.Spans, sp)
}
