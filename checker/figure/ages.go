package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// AgeOf is an age with the year of birth that the copy prints of the same person
// and the year that the age is of.
type AgeOf struct {
	Figure int
	Born   int // index of the date
	Year   int
}

// Least and Most are the ages that somebody has in the year: before or behind the
// birthday, or one more by the old reckoning, where one is born at one.
func (a *AgeOf) Least(p *Page) int64 { return int64(a.Year - p.Dates[a.Born].Period.Start.Year - 1) }

// Most is the greatest of them.
func (a *AgeOf) Most(p *Page) int64 { return a.Least(p) + 2 }

// birth is a date on which somebody was born.
type birth struct{ date, sentence int }

// findAges ties ages to births: in one sentence, else to the last birth of the
// block, else to the birth whose sentence names the person.
func (p *Page) findAges() {
	if p.Doc.Lang == "en" || len(p.Cues(Born)) == 0 {
		return
	}
	births := p.births()
	if len(births) == 0 {
		return
	}
	for k := range p.Figures {
		f := &p.Figures[k]
		if f.Kind != quantity.Age || f.Hedge != quantity.None || f.Decimals > 0 || f.Quotation || f.ListLen > 1 || p.ageDiffers(f) {
			continue
		}
		year := p.yearOfAge(f)
		if year == 0 {
			continue
		}
		if b := p.birthOf(f, births); b != nil && p.Dates[b.date].Period.Start.Year < year {
			p.Ages = append(p.Ages, AgeOf{Figure: k, Born: b.date, Year: year})
		}
	}
}

// births returns the dates that say when somebody was born.
func (p *Page) births() []birth {
	var out []birth
	for _, c := range p.Cues(Born) {
		n := p.SentenceOf(c.Start)
		if n < 0 {
			continue
		}
		s := &p.Sentences[n]
		for i := s.FirstDate; i < s.LastDate; i++ {
			d := &p.Dates[i]
			if !d.Has(period.YearPrinted) || d.Period.IsZero() || d.Has(period.LunarDate) || d.Period.Start.Year != d.Period.End.Year {
				continue
			}
			before := c.End <= d.Start && d.Start-c.End <= len("于")
			behind := c.Start >= d.End && c.Start-d.End <= 45 && !strings.ContainsAny(p.Text[d.End:c.Start], "。；、0123456789") && strings.Count(p.Text[d.End:c.Start], "，") <= 1
			if (before || behind) && (len(out) == 0 || out[len(out)-1].date != i) {
				out = append(out, birth{i, n})
				break
			}
		}
	}
	return out
}

// ageDiffers reports whether a number of years is by how much ages differ, or a
// bound: 比他小3岁.
func (p *Page) ageDiffers(f *Figure) bool {
	before := strings.TrimSuffix(p.Text[max(0, f.Range.Start-9):f.Range.Start], "了")
	return wordBefore(before, ageDifference) > 0 || wordAt(p.Text, f.Range.End, ageBound) > 0
}

// yearOfAge returns the year that an age is of: the one printed right before it
// in its clause or the clause before, that of publication where words say now or
// no year stands near; 0 where that isn't clear.
func (p *Page) yearOfAge(f *Figure) int {
	s := &p.Sentences[f.Sentence]
	before := p.Text[max(s.Range.Start, f.Range.Start-12):f.Range.Start]
	if strings.HasSuffix(before, "现年") || strings.Contains(before, "今年") {
		return p.Published.Year
	}
	if n := wordAt(p.Text, f.Range.End, yearOfAges); n > 0 {
		for _, d := range p.DatesIn(source.Range{Start: f.Range.End + n, End: f.Range.End + n + 1}) {
			return d.Period.Start.Year
		}
	}
	year := 0
	for i := s.FirstDate; i < s.LastDate && p.Dates[i].Start < f.Range.Start; i++ {
		d := &p.Dates[i]
		if d.Period.IsZero() || d.Period.Start.Year == 0 || !d.Has(period.YearPrinted) || d.Period.Start.Year != d.Period.End.Year {
			continue
		}
		gap := p.Text[d.End:f.Range.Start]
		if len(gap) > 36 || strings.ContainsAny(gap, "；。") || strings.Count(gap, "，") > 1 || p.sinceThen(d) {
			continue
		}
		year = d.Period.Start.Year
	}
	if year > 0 {
		return year
	}
	// 65岁的某某 is of today where the sentence tells no other time.
	if strings.HasPrefix(p.Text[f.Range.End:], "的") && s.FirstDate == s.LastDate && !f.Modality.past() {
		return p.Published.Year
	}
	return 0
}

func (m Modality) past() bool { return m == Historical }

// birthOf returns the birth of the person that an age is of.
func (p *Page) birthOf(f *Figure, births []birth) *birth {
	var same, before *birth
	for i := range births {
		b := &births[i]
		switch {
		case b.sentence == f.Sentence:
			d := &p.Dates[b.date]
			if strings.Contains(p.Text[min(d.End, f.Range.End):max(d.Start, f.Range.Start)], "；") {
				continue // of somebody else
			}
			if same != nil {
				return nil
			}
			same = b
		case p.Sentences[b.sentence].Block == f.Block && b.sentence < f.Sentence:
			before = b
		}
	}
	name := p.personBehind(f)
	if same != nil && (name == "" || p.bornHere(same, name) || p.Dates[same.date].Start > f.Range.Start || p.Dates[same.date].End <= f.Range.Start && len(births) == 1) {
		d := &p.Dates[same.date]
		if between := p.Text[min(d.End, f.Range.End):max(d.Start, f.Range.Start)]; d.Period.Start.Year != p.yearOfAge(f) && !holdsWord(between, kin) {
			return same
		}
		return nil
	}
	if name != "" {
		var found *birth
		for i := range births {
			if p.bornHere(&births[i], name) {
				if found != nil {
					return nil
				}
				found = &births[i]
			}
		}
		return found
	}
	if before != nil && f.Sentence-before.sentence <= 2 && p.samePerson(f) {
		return before
	}
	return nil
}

// bornHere reports whether the sentence of a birth names a person: by all
// characters, or by the first two, since what stands behind a name of two may be
// no part of it.
func (p *Page) bornHere(b *birth, name string) bool {
	words := p.Words(p.Sentences[b.sentence].Range)
	return strings.Contains(words, name) || len(name) > 6 && strings.Contains(words, name[:6])
}

// samePerson reports whether the words around an age name nobody new: 22岁的他,
// 27岁时.
func (p *Page) samePerson(f *Figure) bool {
	return (wordAt(p.Text, f.Range.End, ageAlone) > 0 || wordAt(p.Text, f.Range.End, yearOfAges) > 0) && !holdsWord(p.Text[p.Sentences[f.Sentence].Range.Start:f.Range.Start], kin)
}

// personBehind returns the two or three characters behind 65岁的 that name
// somebody, "" where a pronoun or nothing stands there. Of three the first two
// tell enough.
func (p *Page) personBehind(f *Figure) string {
	rest := p.Text[f.Range.End:p.Sentences[f.Sentence].Range.End]
	if !strings.HasPrefix(rest, "的") {
		return ""
	}
	rest = rest[len("的"):]
	if wordAt(rest, 0, pronoun) > 0 {
		return ""
	}
	end := 0
	for range 3 {
		r, w := utf8.DecodeRuneInString(rest[end:])
		if r < 0x4E00 || r > 0x9FFF {
			break
		}
		end += w
	}
	return rest[:end]
}

// startAge is how old somebody was when something began that went on for years.
func (p *Page) startAge(s *Sentence) *Figure {
	var found *Figure
	for k := s.FirstFig; k < s.AfterFig; k++ {
		if f := &p.Figures[k]; f.Kind == quantity.Age && f.Hedge == quantity.None && wordAt(p.Text, f.Range.End, ageBegins) > 0 {
			if found != nil {
				return nil
			}
			found = f
		}
	}
	return found
}

// Career is an age that something began at, an age or a birth, and the years that
// it went on, which don't fit.
type Career struct {
	Years       int // figure
	Length      source.Range
	Start       source.Range // the age it began at
	Now         source.Range // the age of today, or the year of birth
	Least, Most int64
}

// findCareers compares the years that somebody did something for with the age at
// which it began and that of today: 今年68岁，从12岁开始，已有56年.
func (p *Page) findCareers() {
	if p.Doc.Lang == "en" || p.Published.Year == 0 {
		return
	}
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if s.AfterFig-s.FirstFig < 2 {
			continue
		}
		start := p.startAge(s)
		if start == nil {
			continue
		}
		a, _ := start.Value.Int64()
		now, at, ok := p.ageNow(s, start)
		if !ok || now <= a {
			continue
		}
		for k := start.Index + 1; k < s.AfterFig; k++ {
			f := &p.Figures[k]
			nth := f.Kind == quantity.Ordinal && f.Unit == "年头"
			if !nth && (f.Kind != quantity.Duration || f.Unit != "a") || f.Hedge != quantity.None || f.Range.Start < at.End && at.Start > start.Range.Start {
				continue
			}
			if p.Figures[k-1].Kind == quantity.Duration || strings.Contains(p.Text[start.Range.End:f.Range.Start], "；") || len(p.DatesIn(source.Range{Start: start.Range.End, End: f.Range.Start})) > 1 || !nth && wordBefore(p.Text[start.Range.End:f.Range.Start], yearsDone) == 0 {
				continue
			}
			c := Career{Years: k, Length: f.Range, Start: start.Range, Now: at, Least: now - a - 1, Most: now - a + 1}
			if nth {
				c.Least++
				c.Most++
			}
			p.Careers = append(p.Careers, c)
			break
		}
	}
}

// ageNow returns how old the person of a sentence is now: by an age with 今年 or
// 现年, else by the year of birth.
func (p *Page) ageNow(s *Sentence, start *Figure) (n int64, at source.Range, ok bool) {
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		if f.Kind != quantity.Age || f == start || f.Hedge != quantity.None {
			continue
		}
		before := p.Text[max(s.Range.Start, f.Range.Start-12):f.Range.Start]
		if n, ok = f.Value.Int64(); ok && (strings.Contains(before, "今年") || strings.HasSuffix(before, "现年") || strings.HasPrefix(p.Text[f.Range.End:], "的")) {
			return n, f.Range, true
		}
	}
	for _, c := range p.CuesIn(Born, s.Range) {
		for i := s.FirstDate; i < s.LastDate; i++ {
			if d := &p.Dates[i]; d.Has(period.YearPrinted) && !d.Period.IsZero() && max(d.Start-c.End, c.Start-d.End) <= 6 {
				return int64(p.Published.Year - d.Period.Start.Year), d.Range(), true
			}
		}
	}
	return 0, at, false
}
