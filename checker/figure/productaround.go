package figure

import (
	"slices"

	"github.com/hegao/hegao/checker/quantity"
)

// productAround looks farther for the total and the number of things that go with
// so much each, at figure k of sentence n: in all of its sentence and in those
// beside it, and for a mean of days in the dates of its own. So many figures say
// little by standing near, so that the numbers choose: a pair that the figure
// fits ends the search, and only the one pair that nearly fits is reported: one
// within a quarter, else one within a half.
func (p *Page) productAround(n, k int, unit string, per []string) {
	e := &p.Figures[k]
	if e.ListLen > 1 || e.Sign != 0 || e.Role == Change || e.Hedge == quantity.AtMost || p.comparesLevel(k) || p.saysEarlier(k) || len(p.CuesIn(eachLimit, p.label(k))) > 0 {
		return
	}
	if slices.Contains(per, "d") {
		p.overDates(n, k, unit)
		return
	}
	if slices.Contains(per, "mo") || slices.Contains(per, "a") || slices.Contains(per, "wk") {
		return
	}
	from, after := p.figuresAround(n)
	block, _ := p.figuresIn(p.Doc.Blocks[e.Block].Range)
	best, near, close := Product{}, 0, 0
	for t := max(block, from-mostOfProduct); t < after; t++ {
		if !p.totalFor(t, k, unit) {
			continue
		}
		for c := max(block, from-mostOfProduct); c < after; c++ {
			f := &p.Figures[c]
			if c == t || c == k || !counts(f, per) && !countsIn(f, per) || f.Mean || p.comparesLevel(c) || p.saysEarlier(c) {
				continue
			}
			x := Product{Total: t, Count: c, Each: k}
			if !counts(f, per) {
				x.In = per[0]
			}
			if !p.multiply(&x, unit) {
				continue
			}
			if x.Holds {
				p.Products = append(p.Products, x)
				return
			}
			if t < from || c < from || !p.inReach(t, c, k) {
				continue
			}
			switch {
			case p.nearTotal(&x, 4):
				best = x
				close++
			case p.nearTotal(&x, 2):
				if near++; close == 0 {
					best = x
				}
			}
		}
	}
	if !p.severalEach(from, after, k, unit, per) && (close == 1 || close == 0 && near == 1) && p.likeSubjects(&best) {
		p.Products = append(p.Products, best)
	}
}

// countsIn reports whether a figure measures things in another unit of what the
// mean is reckoned by: 200吨 at so much per 公斤.
func countsIn(f *Figure, per []string) bool {
	return len(per) == 1 && f.Kind == quantity.Measure && isLevel(f) && f.ListLen == 1 && convertible(f.Unit, per[0])
}

// figuresAround returns the figures of a sentence and of those beside it in its block.
func (p *Page) figuresAround(n int) (from, after int) {
	s := &p.Sentences[n]
	from, after = s.FirstFig, s.AfterFig
	if n > 0 && p.Sentences[n-1].Block == s.Block {
		from = p.Sentences[n-1].FirstFig
	}
	if n+1 < len(p.Sentences) && p.Sentences[n+1].Block == s.Block {
		after = p.Sentences[n+1].AfterFig
	}
	return max(from, s.FirstFig-mostOfProduct), min(after, s.AfterFig+mostOfProduct)
}

// totalFor reports whether a figure may be the total of which figure k is the
// mean.
func (p *Page) totalFor(t, k int, unit string) bool {
	f, e := &p.Figures[t], &p.Figures[k]
	if t == k || !isLevel(f) || f.Kind != e.Kind || f.Mean || f.ListLen > 1 || f.Start || f.Role == Change || f.Modality.claim() != e.Modality.claim() ||
		f.Unit != unit && !convertible(f.Unit, unit) || p.comparesLevel(t) || p.saysEarlier(t) || regionsDiffer(f, e) || p.periodsConflict(f, e) {
		return false
	}
	_, per := p.each(&p.Sentences[f.Sentence], f)
	return len(per) == 0
}

// severalEach reports whether another figure of a stretch is so much for each of
// the same things, so that the total is of both: 早稻亩产900斤，晚稻亩产1000斤.
func (p *Page) severalEach(from, after, k int, unit string, per []string) bool {
	for j := from; j < after; j++ {
		if j == k {
			continue
		}
		if u, other := p.each(&p.Sentences[p.Figures[j].Sentence], &p.Figures[j]); u == unit && len(other) > 0 && other[0] == per[0] {
			return true
		}
	}
	return false
}

// nearTotal reports whether a product comes within one n-th of the total.
func (p *Page) nearTotal(x *Product, n int64) bool {
	part, ok := p.Figures[x.Total].Value.Abs().Div(quantity.Int(n))
	return ok && x.Value.Meets(soft(&p.Figures[x.Total]).Widen(part))
}

// inReach reports whether two of three figures stand in one sentence with the
// third beside them, and no semicolon parts all of them.
func (p *Page) inReach(t, c, k int) bool {
	a, b, e := &p.Figures[t], &p.Figures[c], &p.Figures[k]
	if a.Sentence == e.Sentence && b.Sentence == e.Sentence {
		lo, hi := min(a.Token, b.Token, e.Token), max(a.Token, b.Token, e.Token)
		return !p.cutBetween(lo, hi)
	}
	return a.Sentence == e.Sentence || b.Sentence == e.Sentence || a.Sentence == b.Sentence
}

// likeSubjects reports whether nothing in the names of a total and a mean tells
// them apart.
func (p *Page) likeSubjects(x *Product) bool {
	t, e := &p.Figures[x.Total], &p.Figures[x.Each]
	return !contrasted(t.Metric, e.Metric) && t.Among == e.Among
}

// overDates reads a figure per day with the total of the dates that its sentence
// gives: 10月1日至8日接待64万人次，日均8万人次.
func (p *Page) overDates(n, k int, unit string) {
	s := &p.Sentences[n]
	date := -1
	for d := s.FirstDate; d < s.LastDate; d++ {
		if days := p.Dates[d].Period.DayCount(); days > 1 && days <= mostDays && p.Dates[d].Period.Start.Day != 0 {
			if date >= 0 {
				return
			}
			date = d
		}
	}
	if date < 0 {
		p.overLength(s, k, unit)
		return
	}
	if p.Dates[date].Start > p.Figures[k].Range.Start {
		return
	}
	for t := s.FirstFig; t < s.AfterFig; t++ {
		f := &p.Figures[t]
		if !p.totalFor(t, k, unit) || f.Range.Start < p.Dates[date].End || p.cutBetween(min(f.Token, p.Figures[k].Token), max(f.Token, p.Figures[k].Token)) {
			continue
		}
		x := Product{Total: t, Count: -1, Each: k, Date: date, Days: p.Dates[date].Period.DayCount()}
		if p.multiply(&x, unit) && (x.Holds || p.nearTotal(&x, 2) && p.likeSubjects(&x)) {
			p.Products = append(p.Products, x)
		}
		return
	}
}

// overLength reads a figure per day with the one length in days that its sentence
// gives before the total: 8天假期接待64万人次，日均8万人次.
func (p *Page) overLength(s *Sentence, k int, unit string) {
	days := -1
	for j := s.FirstFig; j < k; j++ {
		if f := &p.Figures[j]; f.Kind == quantity.Duration && f.Unit == "d" && f.Hedge == quantity.None && f.Value.IsInt() && f.Value.Cmp(quantity.Int(mostDays)) <= 0 {
			if days >= 0 {
				return
			}
			days = j
		}
	}
	if days < 0 {
		return
	}
	for t := days + 1; t < k; t++ {
		if !p.totalFor(t, k, unit) {
			continue
		}
		x := Product{Total: t, Count: days, Each: k}
		if p.multiply(&x, unit) && (x.Holds || p.nearTotal(&x, 2) && p.likeSubjects(&x)) && !p.cutBetween(p.Figures[days].Token, p.Figures[k].Token) {
			p.Products = append(p.Products, x)
		}
		return
	}
}

// mostDays bounds the spans that a mean per day is reckoned over: in longer ones
// other days may be meant, those of work or of trade.
const mostDays = 16
