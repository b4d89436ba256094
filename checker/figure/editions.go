package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Edition is the number of one of a series of events that the number and year of
// another, and how often it is held, contradict.
type Edition struct {
	Figure int
	Year   int
	Want   int
	// Basis is what says how often, or what the number is counted from: 每两年一届,
	// 下一届.
	Basis source.Range
	// From is the edition or the founding that is counted from.
	From source.Range
}

// numbered is an edition with the year that the copy holds it in.
type numbered struct {
	fig, n, year int
	at           source.Range
}

// findEditions compares editions with the years they are held in, where the copy
// says how often the event is held.
func (p *Page) findEditions() {
	if p.Doc.Lang == "en" {
		return
	}
	p.nextEditions()
	for _, c := range p.Cues(OneEdition) {
		n := p.SentenceOf(c.Start)
		if n < 0 {
			continue
		}
		if every, at, ok := p.recurs(&p.Sentences[n], c); ok {
			p.series(n, every, at)
		}
	}
}

// recurs reads how often something is held, out of the words before 一届: 每两年
// 举办一届, 一年一届.
func (p *Page) recurs(s *Sentence, c source.Range) (every int, at source.Range, ok bool) {
	from := max(s.Range.Start, c.Start-45)
	for from < c.Start && p.Text[from]&0xC0 == 0x80 {
		from++
	}
	words := p.Text[from:c.Start]
	i := strings.LastIndex(words, "年")
	if i < 0 || len(words)-i-len("年") > 24 || strings.Contains(words[i:], "，") {
		return 0, at, false
	}
	head := words[:i]
	every = 1
	if j := strings.LastIndex(head, "每"); j >= 0 {
		if n, w := smallNumber(head[j+len("每"):]); n > 0 && j+len("每")+w == len(head) {
			every = n
		} else if j+len("每") != len(head) {
			return 0, at, false
		}
		return every, source.Range{Start: from + j, End: c.End}, every <= 5
	}
	// 四年一届
	if at := len(head) - len("四"); at >= 0 && words[i+len("年"):] == "" {
		if n := hanNumber(head[at:]); n > 0 && n <= 5 {
			return n, source.Range{Start: from + at, End: c.End}, true
		}
	}
	return 0, at, false
}

// series compares the editions of the blocks around with the one whose year is
// surest: the founding, or the edition of the year of publication.
func (p *Page) series(sentence, every int, basis source.Range) {
	block := p.Sentences[sentence].Block
	list := p.numberedEditions(block)
	skips := p.skipped(block)
	start, ok := p.firstHeld(sentence)
	if !ok {
		for _, e := range list {
			if first := e.n == 1; first || !ok && e.year == p.Published.Year {
				start, ok = e, true
				if first {
					break
				}
			}
		}
	}
	if !ok {
		return
	}
	for _, e := range list {
		if e.n == 1 && (e.year != start.year || start.n != 1) {
			return // a series of its own
		}
	}
	for _, e := range list {
		gap := e.year - start.year
		if e.at == start.at || gap%every != 0 || e.year > p.Published.Year+10 {
			continue
		}
		want := start.n + gap/every
		least := want
		for _, x := range skips {
			switch {
			case x.year == 0:
				least = min(least, want-max(x.n, 1))
				if x.n == 0 {
					least = 1
				}
			case start.year < x.year && x.year < e.year:
				want, least = want-x.n, least-x.n
			}
		}
		if want >= 1 && (e.n < least || e.n > want) {
			p.Editions = append(p.Editions, Edition{Figure: e.fig, Year: e.year, Want: want, Basis: basis, From: start.at})
		}
	}
}

// firstHeld returns the founding of the series that the sentence of its rhythm,
// or those beside it, print.
func (p *Page) firstHeld(sentence int) (numbered, bool) {
	for n := max(0, sentence-1); n <= min(len(p.Sentences)-1, sentence+1); n++ {
		s := &p.Sentences[n]
		if s.Block != p.Sentences[sentence].Block {
			continue
		}
		for i := s.FirstDate; i < s.LastDate; i++ {
			d := &p.Dates[i]
			if d.Has(period.YearPrinted) && !d.Period.IsZero() && p.founds(s, d) {
				return numbered{fig: -1, n: 1, year: d.Period.Start.Year, at: d.Range()}, true
			}
		}
	}
	return numbered{}, false
}

// numberedEditions returns the editions of a block, and the first of the page,
// with the one year of their clause; without one, 本届 and the first edition are of
// the year of publication.
func (p *Page) numberedEditions(block int) []numbered {
	var out []numbered
	for k := range p.Figures {
		f := &p.Figures[k]
		if f.Kind != quantity.Edition || f.Unit != "届" || len(out) > 20 {
			continue
		}
		n, ok := f.Value.Int64()
		if !ok || f.Block != block && (len(out) > 0 || !p.namedIn(f, block)) {
			continue
		}
		year := 0
		several := false
		clause := p.clauseRange(&p.Sentences[f.Sentence], f.Token)
		for _, d := range p.DatesIn(clause) {
			if !d.Period.IsZero() && d.Period.Start.Year > 0 && d.Period.Start.Year == d.Period.End.Year {
				several = several || year > 0 && year != d.Period.Start.Year
				year = d.Period.Start.Year
			}
		}
		if year == 0 {
			before := p.Text[max(0, f.Range.Start-24):f.Range.Start]
			if strings.Contains(before, "今年") || f.Block != block {
				year = p.Published.Year
			}
		}
		if year > 0 && !several && !strings.HasSuffix(p.Text[:f.Range.Start], "、") && !strings.HasPrefix(p.Text[f.Range.End:], "、") {
			out = append(out, numbered{k, int(n), year, f.Range})
		}
	}
	return out
}

// namedIn reports whether a block names the event of an edition, by the four
// characters behind the number.
func (p *Page) namedIn(f *Figure, block int) bool {
	name := p.Text[f.Range.End:]
	return len(name) >= 12 && strings.Contains(p.Words(p.Doc.Blocks[block].Range), name[:12])
}

// skip is editions that weren't held, and from which year on; 0 where copy doesn't
// say how many, or when.
type skip struct{ year, n int }

// skipped returns the editions that a block says weren't held.
func (p *Page) skipped(block int) (out []skip) {
	r := p.Doc.Blocks[block].Range
	for i := r.Start; i < r.End; i += runeLen(p.Text[i]) {
		w := wordAt(p.Text, i, notHeld)
		if w == 0 {
			continue
		}
		at := i + w
		if strings.HasPrefix(p.Text[at:], "了") {
			at += len("了")
		}
		var x skip
		if n, _ := smallNumber(p.Text[at:min(r.End, at+12)]); n > 0 {
			x.n = n
		}
		for _, d := range p.DatesIn(source.Range{Start: max(r.Start, i-45), End: i}) {
			if d.Has(period.YearPrinted) && !d.Period.IsZero() && !strings.ContainsAny(p.Text[d.End:i], "。；") {
				x.year = d.Period.Start.Year
				if x.n == 0 {
					x.n = d.Period.End.Year - d.Period.Start.Year + 1
				}
			}
		}
		out = append(out, x)
		i += w - runeLen(p.Text[i])
	}
	return out
}

// nextEditions compares 下一届（第十四届） with the edition that the page is about.
func (p *Page) nextEditions() {
	current := -1
	for k := range p.Figures {
		f := &p.Figures[k]
		if f.Kind != quantity.Edition || f.Unit != "届" {
			continue
		}
		before := p.Text[max(0, f.Range.Start-24):f.Range.Start]
		step := 0
		switch {
		case wordBefore(before, nextOne) > 0, p.nextInBrackets(before):
			step = 1
		case wordBefore(before, lastOne) > 0:
			step = -1
		}
		n, ok := f.Value.Int64()
		if step == 0 {
			if current < 0 && ok {
				current = k
			}
			continue
		}
		if current < 0 || !ok || !p.sameEvent(&p.Figures[current], f) {
			continue
		}
		now, _ := p.Figures[current].Value.Int64()
		if want := int(now) + step; int(n) != want && want > 0 {
			at := p.Figures[current].Range
			p.Editions = append(p.Editions, Edition{Figure: k, Want: want, From: at, Basis: source.Range{Start: f.Range.Start - len(before) + max(strings.LastIndex(before, "下"), strings.LastIndex(before, "上"), 0), End: f.Range.Start}})
		}
	}
}

// nextInBrackets reports whether the words before an edition name the next one of
// an event and open a bracket: 下一届菊展（.
func (p *Page) nextInBrackets(before string) bool {
	name, ok := strings.CutSuffix(before, "（")
	i := strings.LastIndex(name, "下一届")
	return ok && i >= 0 && len(name)-i <= len("下一届")+4*len("展") && !strings.ContainsAny(name[i:], "，。、")
}

// sameEvent reports whether two editions are of one event by what follows: an
// abbreviation has the first character or the last of the name.
func (p *Page) sameEvent(a, b *Figure) bool {
	x, y := p.Text[a.Range.End:], p.Text[b.Range.End:]
	if strings.HasPrefix(y, "将") || strings.HasPrefix(y, "，") || strings.HasPrefix(y, "）") || strings.HasPrefix(y, "于") || strings.HasPrefix(y, "在") {
		return true
	}
	if len(x) < 30 || len(y) < 9 {
		return false
	}
	return x[:6] == y[:6] || strings.Contains(x[:30], y[3:6]) // 市第十二届运动会, 第十三届市运会
}
