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
