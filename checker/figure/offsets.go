package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Offset is a number of days between two dates that aren't so far apart: 公布后20
// 天，即7月10日; 比去年（11月6日）提前28天.
type Offset struct {
	Figure   int
	From, To source.Range
	// Day is the day that From and the number make, where To should be; the zero
	// Date where Days says how far apart the two are.
	Day  period.Date
	Days int
	Gap  string // in seconds, of two times
}

// findOffsets compares days before and after something with the dates beside them.
func (p *Page) findOffsets() {
	if p.Doc.Lang == "en" {
		return
	}
	for k := range p.Figures {
		f := &p.Figures[k]
		if f.Kind != quantity.Duration || f.Unit != "d" || f.Hedge != quantity.None || !f.Value.IsInt() || len(p.CuesIn(WorkDays, f.Clause)) > 0 {
			continue
		}
		p.thatIs(f)
		p.thanLastYear(f)
	}
}

// thatIs reads the date that 即 gives for a day so many days before or behind
// another. Which one that is the words seldom say: one of the dates before it in
// its block or the one before must be.
func (p *Page) thatIs(f *Figure) {
	n, _ := f.Value.Int64()
	at := f.Range.End
	sign := 0
	before := p.Text[max(0, f.Range.Start-3):f.Range.Start]
	if w := wordAt(p.Text, at, daysAfter); w > 0 {
		at, sign = at+w, 1
	} else if w := wordAt(p.Text, at, daysBefore); w > 0 {
		at, sign = at+w, -1
	} else if before == "后" {
		sign = 1
	} else if before == "前" {
		sign = -1
	}
	w := wordAt(p.Text, at, namely)
	if sign == 0 || w == 0 {
		return
	}
	at += w
	behind := p.DatesIn(source.Range{Start: at, End: at + 1})
	if len(behind) == 0 || behind[0].Kind != period.KindDate || !behind[0].Period.IsPoint() || !behind[0].Period.Known() {
		return
	}
	to := &behind[0]
	want := to.Period.Start.AddDays(-sign * int(n))
	from := p.Doc.Blocks[max(0, p.Sentences[f.Sentence].Block-1)].Range.Start
	dates := p.DatesIn(source.Range{Start: from, End: to.Start})
	var last *Date
	for i := range dates[max(0, len(dates)-mostDates):] {
		d := &dates[max(0, len(dates)-mostDates)+i]
		if d.Period.IsZero() || !d.Period.Known() || d.Period.Grain != period.Day {
			continue
		}
		for _, x := range [...]period.Date{d.Period.Start, d.Period.End} {
			if gap := x.Serial() - want.Serial(); gap >= -1 && gap <= 1 {
				return
			}
		}
		if last == nil || sign > 0 && d.Period.End.Before(to.Period.Start) {
			last = d
		}
	}
	if last != nil {
		p.Offsets = append(p.Offsets, Offset{Figure: f.Index, From: last.Range(), To: to.Range(), Day: want})
	}
}

// thanLastYear compares the days by which something came earlier or later than
// the year before with the two dates.
func (p *Page) thanLastYear(f *Figure) {
	before := strings.TrimSuffix(p.Text[max(0, f.Range.Start-18):f.Range.Start], "了")
	if wordBefore(before, sooner) == 0 {
		return
	}
	s := &p.Sentences[f.Sentence]
	first := s.FirstDate
	if f.Sentence > 0 && p.Sentences[f.Sentence-1].Block == s.Block {
		first = p.Sentences[f.Sentence-1].FirstDate
	}
	var old, now *Date
	for i := first; i < s.LastDate; i++ {
		d := &p.Dates[i]
		if d.Kind != period.KindDate || !d.Period.IsPoint() || !d.Period.Known() || !d.Has(period.MonthPrinted) {
			continue
		}
		lead := p.Text[max(0, d.Start-12):d.Start]
		switch {
		case strings.Contains(p.Words(d.Range()), "去年") || strings.Contains(lead, "去年") || strings.Contains(lead, "上年"):
			if old != nil {
				return
			}
			old = d
		case d.Start < f.Range.Start:
			now = d
		}
	}
	if old == nil || now == nil {
		return
	}
	a, b := old.Period.Start, now.Period.Start
	a.Year = b.Year
	days := a.Serial() - b.Serial()
	n, _ := f.Value.Int64()
	if days = max(days, -days); days > 0 && int64(days) != n && days < 180 {
		p.Offsets = append(p.Offsets, Offset{Figure: f.Index, From: old.Range(), To: now.Range(), Days: days})
	}
}

// findBatches reads counts that are dealt out over parts that 分 announces, 分两批，
// 第一批6条，第二批5条, as the parts of the count of the block that they make, or of
// the first in their classifier.
func (p *Page) findBatches() {
	if p.Doc.Lang == "en" {
		return
	}
	for k := range p.Figures {
		f := &p.Figures[k]
		if f.Kind != quantity.Count && f.Kind != quantity.Duration || wordAt(p.Text, f.Number.End, batch) == 0 || !strings.HasSuffix(p.Text[:f.Range.Start], "分") {
			continue
		}
		n, _ := f.Value.Int64()
		s := &p.Sentences[f.Sentence]
		var parts []int
		for j := k + 1; j < s.AfterFig; j++ {
			if g := &p.Figures[j]; g.Kind == quantity.Count && g.Hedge == quantity.None && (len(parts) == 0 || g.Unit == p.Figures[parts[0]].Unit) {
				parts = append(parts, j)
			}
		}
		if n < 2 || int(n) != len(parts) {
			continue
		}
		sum := Sum{Kind: Partition, Total: -1, Parts: parts}
		for j := k - 1; j >= 0 && p.Figures[j].Block == f.Block; j-- {
			g := &p.Figures[j]
			if g.Kind != quantity.Count || g.Unit != p.Figures[parts[0]].Unit || g.Hedge != quantity.None {
				continue
			}
			sum.Total = j
			if p.addUp(&sum); sum.Holds {
				break
			}
		}
		if sum.Total >= 0 && (sum.Holds || sum.close(p)) {
			p.judge(&sum)
		}
	}
}

// findCounted reads counts that follow another and a colon, in its classifier, as
// its parts: 列车36列：日常线28列、周末线6列、高峰线2列.
func (p *Page) findCounted() {
	if p.Doc.Lang == "en" {
		return
	}
	for k := range p.Figures {
		f := &p.Figures[k]
		if f.Kind != quantity.Count || !f.Value.IsInt() || f.Index+2 >= len(p.Figures) || p.Figures[k+1].Unit != f.Unit {
			continue
		}
		between := p.Text[f.Range.End:max(f.Range.End, p.Figures[k+1].Range.Start)]
		i := strings.Index(between, "：")
		if i < 0 || i > 30 || strings.ContainsAny(between[:i], "，。；、（“") {
			continue
		}
		start := f.Range.End + i + len("：")
		if items, ok := p.countedClauses(start, p.Sentences[f.Sentence].Range.End); ok {
			p.countedItems(f.Number.Start, f.Unit, items, byColon)
		}
	}
}

// countedClauses parts the rest of a sentence at its commas and marks of lists;
// ok is false where there are semicolons or brackets.
func (p *Page) countedClauses(start, end int) (items []listedItem, ok bool) {
	it := start
	for i := start; i < end; i += runeLen(p.Text[i]) {
		switch rest := p.Text[i:]; {
		case strings.HasPrefix(rest, "；"), strings.HasPrefix(rest, "（"), strings.HasPrefix(rest, "："):
			return nil, false
		case strings.HasPrefix(rest, "，"), strings.HasPrefix(rest, "、"), strings.HasPrefix(rest, "。"), strings.HasPrefix(rest, "\n"):
			if i > it {
				items = append(items, listedItem{at: source.Range{Start: it, End: i}})
			}
			it = i + runeLen(p.Text[i])
		}
	}
	return items, len(items) > 1
}

// raceGaps compares the seconds by which somebody was faster with the two times
// of the sentences around.
func (p *Page) raceGaps() {
	for k := range p.Figures {
		f := &p.Figures[k]
		if f.Kind != quantity.Duration || f.Unit != "s" || f.Decimals == 0 || wordBefore(p.Text[max(0, f.Range.Start-24):f.Range.Start], raceGap) == 0 {
			continue
		}
		var times []*Figure
		for n := f.Sentence; n <= min(f.Sentence+1, len(p.Sentences)-1); n++ {
			s := &p.Sentences[n]
			for j := s.FirstFig; j < s.AfterFig && s.Block == f.Block; j++ {
				if g := &p.Figures[j]; j != k && g.Kind == quantity.Duration && g.Unit == "s" && g.Decimals > 0 && g.Value.Cmp(f.Value) > 0 {
					times = append(times, g)
				}
			}
			if len(times) == 2 {
				break
			}
		}
		if len(times) != 2 {
			continue
		}
		gap := times[0].Value.Sub(times[1].Value).Abs()
		if gap.Cmp(f.Value) != 0 {
			p.Offsets = append(p.Offsets, Offset{Figure: k, From: times[0].Range, To: times[1].Range, Gap: gap.String()})
		}
	}
}
