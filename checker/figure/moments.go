package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/source"
)

// phase says whether something begins or ends at a moment.
type phase uint8

const (
	noPhase phase = iota
	begins
	finishes
)

// A moment is a day, a month or a time of day that copy prints, with what begins
// or ends then.
type moment struct {
	at       source.Range
	sentence int
	day      period.Date // the zero Date for a time of a day that isn't printed
	minute   int         // of the day, -1 where no time is printed
	month    bool        // only the month is printed
	phase    phase
	class    int // index of stages: what sort of thing it is that begins or ends
}

// stages are the cues of what begins and of what ends, by sorts of things; the
// first of each pair are those of what begins.
var stages = [...]struct{ begin, end Cue }{
	{"event-opens", "event-shuts"},
	{StageBegin, StageEnd},
	{"sets-out", "arrives"},
	{"comes-in", "goes-out"},
}

// tripClass is the index of journeys among the stages, dayClass what stands for
// the first and the last run of a day.
const (
	tripClass  = 2
	dayClass   = len(stages)
	clockClass = len(stages) + 1 // both ends of a span of hours
)

// phaseReach is how many bytes behind a moment the verb may stand that says what
// happens then.
const phaseReach = 120

// momentsOf returns the moments of a sentence, in order. A time right behind a
// day is one moment with it, and a time behind that without a day is of the
// same day.
func (p *Page) momentsOf(n int) []moment {
	s := &p.Sentences[n]
	var out []moment
	for i := s.FirstDate; i < s.LastDate; i++ {
		d := &p.Dates[i]
		m := moment{at: d.Range(), sentence: n, minute: -1}
		switch {
		case d.Has(period.LunarDate) || d.Has(period.AsOf):
			continue
		case d.Kind == period.KindTime:
			m.minute = d.Hour*60 + d.Minute
		case d.Kind != period.KindDate && d.Kind != period.KindPeriod || d.Period.IsZero() || d.Period.Start.Year == 0 || d.Has(period.Since):
			continue
		case d.Period.IsPoint():
			m.day = d.Period.Start
			if n := len(out); n > 0 && !d.Has(period.MonthPrinted) && !d.Has(period.Relative) && !out[n-1].day.IsZero() {
				m.day = dayBehind(out[n-1].day, m.day.Day) // 11月27日打到29日
			}
			if i+1 < s.LastDate && p.Dates[i+1].Kind == period.KindTime && onlySpace(p.Text[d.End:p.Dates[i+1].Start]) {
				i++
				m.minute = p.Dates[i].Hour*60 + p.Dates[i].Minute
				m.at.End = p.Dates[i].End
			}
		case d.Period.Grain == period.Month && d.Period.MonthCount() == 1:
			m.day, m.month = d.Period.Start, true
		default:
			continue
		}
		if d.ClockSpan && d.Kind == period.KindTime {
			m.phase, m.class = begins, clockClass
			out = append(out, m)
			m.phase, m.minute = finishes, d.EndHour*60+d.EndMinute
			out = append(out, m)
			continue
		}
		next := s.Range.End
		if i+1 < s.LastDate {
			next = p.Dates[i+1].Start
		}
		p.phaseOf(&m, next)
		out = append(out, m)
	}
	return out
}

// dayBehind returns the first day of a number on or behind another.
func dayBehind(from period.Date, day int) period.Date {
	x := period.Date{Year: from.Year, Month: from.Month, Day: day}
	if day < from.Day {
		x = period.Date{Year: from.Year, Month: from.Month, Day: 1}.AddMonths(1)
		x.Day = day
	}
	return x
}

// phaseOf finds what begins or ends at a moment: the first verb of a beginning or
// an end behind it and before the next date; words right before it that say so go
// first.
func (p *Page) phaseOf(m *moment, next int) {
	before := p.Text[max(0, m.at.Start-24):m.at.Start]
	if wordBefore(strings.TrimSuffix(before, "于"), lastsUntil) > 0 {
		m.phase, m.class = finishes, -1
		return
	}
	if n := wordBefore(before, firstOfDay); n > 0 {
		m.phase, m.class = begins, dayClass
		return
	}
	if n := wordBefore(before, lastOfDay); n > 0 {
		m.phase, m.class = finishes, dayClass
		return
	}
	if wordAt(p.Text, m.at.End, setsOutShort) > 0 {
		m.phase, m.class = begins, tripClass
		return
	}
	if wordAt(p.Text, m.at.End, arrivesShort) > 0 {
		m.phase, m.class = finishes, tripClass
		return
	}
	if wordBefore(before, fromThen) > 0 {
		m.phase, m.class = begins, -1
	} else if strings.HasSuffix(before, "到") || strings.HasSuffix(before, "至") {
		m.phase, m.class = finishes, -1
		return
	}
	first := min(next, m.at.End+phaseReach)
	for k := range stages {
		for _, side := range [...]struct {
			cue Cue
			ph  phase
		}{{stages[k].begin, begins}, {stages[k].end, finishes}} {
			if c := p.CuesIn(side.cue, source.Range{Start: m.at.End, End: first}); len(c) > 0 && c[0].End <= next {
				m.phase, m.class, first = side.ph, k, c[0].Start
			}
		}
	}
}

// minutesBetween returns the minutes from one moment to another, both with a
// time; ok is false where that isn't clear.
func minutesBetween(a, b *moment) (n int, ok bool) {
	if a.minute < 0 || b.minute < 0 || a.day.IsZero() && !b.day.IsZero() {
		return 0, false
	}
	n = b.minute - a.minute
	if !a.day.IsZero() && !b.day.IsZero() {
		n += 24 * 60 * (b.day.Serial() - a.day.Serial())
	} else if n < 0 {
		n += 24 * 60
	}
	return n, n > 0
}
