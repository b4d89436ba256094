package figure

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Elapsed is a number of years with the year that it counts from and the one it
// counts to.
type Elapsed struct {
	Figure   int
	Length   source.Range
	From, To int          // years
	Since    source.Range // where the year it counts from is printed; empty where everybody knows it
	// Least and Most are the numbers that fit.
	Least, Most int
}

// Holds reports whether the number printed fits the years.
func (e *Elapsed) Holds(n int64) bool { return n >= int64(e.Least) && n <= int64(e.Most) }

//go:embed data/jubilees.txt
var jubileeText string

// jubileeYears are the years of jubilees.txt by their words.
var jubileeYears = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	for line := range strings.Lines(jubileeText) {
		year, words, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || year[0] == '#' {
			continue
		}
		n, _ := smallYear(year)
		for w := range strings.SplitSeq(words, "|") {
			all[w] = n
		}
	}
	return all
})

// smallYear reads a year of four figures.
func smallYear(s string) (n int, ok bool) {
	if len(s) < 4 {
		return 0, false
	}
	for i := range 4 {
		if !isDigitByte(s[i]) {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// findElapsed looks for numbers of years that words count from a year of the copy
// to another or to the year of publication.
func (p *Page) findElapsed() {
	if p.Doc.Lang == "en" {
		return
	}
	for k := range p.Figures {
		f := &p.Figures[k]
		if f.Hedge != quantity.None || f.Decimals > 0 || f.Quotation {
			continue
		}
		switch {
		case f.Kind == quantity.Duration && f.Unit == "a" && strings.HasSuffix(p.Words(f.Range), "周年"):
			p.jubilee(f)
		case f.Kind == quantity.Duration && f.Unit == "a" || f.Kind == quantity.Count && wordAt(p.Text, f.Range.End, yearsNoun) > 0:
			p.yearsSince(f)
		case f.Kind == quantity.Age:
			p.ageOfHouse(f)
		}
	}
}

// nowYear returns the year that a figure's sentence speaks of: the one year it
// names before the figure, a founding left out, or that of publication; 0 where it
// names several or none is known.
func (p *Page) nowYear(f *Figure) int {
	s := &p.Sentences[f.Sentence]
	year := 0
	for i := s.FirstDate; i < s.LastDate && p.Dates[i].Start < f.Range.Start; i++ {
		d := &p.Dates[i]
		switch y := d.Period.Start.Year; {
		case d.Period.IsZero() || y == 0 || d.Has(period.YearPrinted) && p.founds(s, d):
		case year > 0 && y != year:
			return 0
		default:
			year = y
		}
	}
	if year == 0 {
		return p.Published.Year
	}
	return year
}

// jubilee compares 110周年 with the year that the sentences around say something
// was founded in, or with one that everybody knows.
func (p *Page) jubilee(f *Figure) {
	to := p.nowYear(f)
	if to == 0 || len(p.CuesIn(JubileeHere, f.Clause)) == 0 && !p.saysThisYear(f) {
		return
	}
	before := p.Text[f.Clause.Start:f.Range.Start]
	for w, from := range jubileeYears() {
		if strings.HasSuffix(before, w) && !p.knownLonger(before, w) {
			p.addElapsed(f, from, to, source.Range{}, to-from, to-from)
			return
		}
	}
	d := p.foundingNear(f)
	if d == nil {
		return
	}
	from := d.Period.Start.Year
	p.addElapsed(f, from, to, d.Range(), to-from, to-from)
}

// saysThisYear reports whether the words before a figure in its sentence print the
// year of publication.
func (p *Page) saysThisYear(f *Figure) bool {
	for _, d := range p.DatesIn(source.Range{Start: p.Sentences[f.Sentence].Range.Start, End: f.Range.Start}) {
		if d.Has(period.YearPrinted) && d.Period.Start.Year == p.Published.Year {
			return true
		}
	}
	return false
}

// knownLonger reports whether a longer entry of jubilees.txt ends the words too.
func (p *Page) knownLonger(before, w string) bool {
	for x := range jubileeYears() {
		if len(x) > len(w) && strings.HasSuffix(before, x) && strings.HasSuffix(x, w) {
			return true
		}
	}
	return false
}

// foundingNear returns the one date of the sentences of a block around a figure
// that says when something was founded.
func (p *Page) foundingNear(f *Figure) *Date {
	var found *Date
	for n := max(0, f.Sentence-1); n <= min(len(p.Sentences)-1, f.Sentence+1); n++ {
		s := &p.Sentences[n]
		if s.Block != f.Block || s.LastDate-s.FirstDate > mostDates {
			continue
		}
		for i := s.FirstDate; i < s.LastDate; i++ {
			d := &p.Dates[i]
			if !d.Has(period.YearPrinted) || d.Period.IsZero() || !p.founds(s, d) {
				continue
			}
			if found != nil && found.Period.Start.Year != d.Period.Start.Year {
				return nil
			}
			found = d
		}
	}
	return found
}

// founds reports whether a word of founding stands at a date, before it or behind
// it in the same clause or the next: 1926年，第一家影院开业.
func (p *Page) founds(s *Sentence, d *Date) bool {
	near := source.Range{Start: max(s.Range.Start, d.Start-15), End: min(s.Range.End, d.End+75)}
	for _, c := range p.CuesIn(Founding, near) {
		if n, _ := smallNumber(p.Text[c.End:min(len(p.Text), c.End+12)]); n > 0 {
			continue // 成立75周年
		}
		if c.End <= d.Start && d.Start-c.End <= len("于") || c.Start >= d.End && !strings.ContainsAny(p.Text[d.End:c.Start], "。；0123456789") {
			return true
		}
	}
	return false
}

// yearsSince compares years that words count from a year before them in their
// sentence: 距今143年, 自2022年以来，四年来, 从1984年到2025年，整整41年.
func (p *Page) yearsSince(f *Figure) {
	s := &p.Sentences[f.Sentence]
	if s.LastDate-s.FirstDate > mostDates {
		return
	}
	var last *Date
	for i := s.FirstDate; i < s.LastDate; i++ {
		if d := &p.Dates[i]; d.End <= f.Range.Start && d.Has(period.YearPrinted) && !d.Period.IsZero() && d.Period.Start.Year > 0 {
			last = d
		}
	}
	if last == nil || last.End > f.Span().Start || strings.ContainsAny(p.Text[last.End:f.Span().Start], "；。") {
		return
	}
	before := p.Text[last.End:f.Span().Start]
	if first := p.fromYear(s, last); first != nil && wordBefore(strings.TrimRight(before, "了"), yearsSpent) > 0 {
		gap := last.Period.Start.Year - first.Period.Start.Year
		p.addElapsed(f, first.Period.Start.Year, last.Period.Start.Year, first.Range().Cover(last.Range()), gap-1, gap+1)
		return
	}
	from, to := last.Period.Start.Year, p.Published.Year
	gap := to - from
	_, run := p.CueBefore(RunBefore, f.Range.Start)
	whole := last.Kind == period.KindPeriod && last.Period.End.Year > from && hasAny(p.Words(last.Range()), untilMarks[:]) && last.Period.Grain == period.Year
	switch {
	case whole && wordBefore(before, wholeYears) > 0:
		gap = last.Period.End.Year - from
		p.addElapsed(f, from, last.Period.End.Year, last.Range(), gap, gap+1)
	case to == 0 || from >= to || last.Period.End.Year != from || len(before) > 90:
	case wordBefore(strings.TrimRight(before, "已经有了"), upToNow) > 0:
		p.addElapsed(f, from, to, last.Range(), gap-1, gap)
	case strings.HasPrefix(p.Text[f.Range.End:], "了") && wordBefore(before, yearsGone) > 0:
		p.addElapsed(f, from, to, last.Range(), gap-1, gap)
	case p.sinceThen(last) && (run || strings.HasPrefix(p.Text[f.Range.End:], "来") || strings.HasPrefix(p.Text[f.Range.End:], "间")):
		p.addElapsed(f, from, to, last.Range(), gap, gap+1)
	}
}

// fromYear returns the date that something went on from up to another: 从1943年…到
// 1955年…; nil where the words don't say so.
func (p *Page) fromYear(s *Sentence, last *Date) *Date {
	if !strings.HasSuffix(p.Text[:last.Start], "到") && !strings.HasSuffix(p.Text[:last.Start], "至") {
		return nil
	}
	var first *Date
	for i := s.FirstDate; i < s.LastDate && p.Dates[i].Start < last.Start; i++ {
		d := &p.Dates[i]
		if d.Has(period.YearPrinted) && !d.Period.IsZero() && wordBefore(p.Text[:d.Start], fromThen) > 0 && !strings.ContainsAny(p.Text[d.End:last.Start], "，。；") {
			first = d
		}
	}
	return first
}

// sinceThen reports whether words around a date say that something goes on since
// then: 自2022年1月…以来, 从2021年起.
func (p *Page) sinceThen(d *Date) bool {
	before := p.Text[max(0, d.Start-3):d.Start]
	end := min(len(p.Text), d.End+45)
	behind := p.Text[d.End:end]
	if i := strings.IndexAny(behind, "。；"); i >= 0 {
		behind = behind[:i]
	}
	return d.Has(period.Since) || strings.HasPrefix(behind, "起") || strings.HasPrefix(behind, "开始") ||
		(before == "自" || before == "从") && (strings.Contains(behind, "以来") || strings.Contains(behind, "起，") || strings.Contains(behind, "至今"))
}

// ageOfHouse compares the age of a school or a firm with the year it was founded
// in: 创建于1956年，今年69岁.
func (p *Page) ageOfHouse(f *Figure) {
	before := p.Text[max(f.Clause.Start, f.Range.Start-12):f.Range.Start]
	if !strings.Contains(before, "今年") || p.Published.Year == 0 {
		return
	}
	s := &p.Sentences[f.Sentence]
	var found *Date
	for i := s.FirstDate; i < s.LastDate; i++ {
		d := &p.Dates[i]
		if d.End > f.Range.Start || !d.Has(period.YearPrinted) || d.Period.IsZero() {
			continue
		}
		if found != nil || !p.founds(s, d) || len(p.CuesIn(Born, source.Range{Start: max(s.Range.Start, d.Start-15), End: d.End + 30})) > 0 {
			return
		}
		found = d
	}
	if found != nil {
		gap := p.Published.Year - found.Period.Start.Year
		p.addElapsed(f, found.Period.Start.Year, p.Published.Year, found.Range(), gap-1, gap+1)
	}
}

func (p *Page) addElapsed(f *Figure, from, to int, since source.Range, least, most int) {
	if to > from && most > 0 {
		p.Elapsed = append(p.Elapsed, Elapsed{Figure: f.Index, Length: f.Range, From: from, To: to, Since: since, Least: least, Most: most})
	}
}
