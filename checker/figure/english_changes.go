package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// englishChanges reads the changes of English sentences: two levels and the
// amount or rate between them, as a noun says it.
func (p *Page) englishChanges() {
	if p.Doc.Lang != "en" {
		return
	}
	starts := map[int]int{} // the movement from a figure to the next one, by figure
	for i := range p.Movements {
		if m := &p.Movements[i]; m.To == m.From+1 {
			starts[m.From] = i
		}
	}
	for n := range p.Sentences {
		s := &p.Sentences[n]
		for k := s.FirstFig; k+2 < s.AfterFig; k++ {
			p.broughtTo(k)
			at, found := starts[k]
			switch {
			case found && p.oneSort(&p.Figures[k], &p.Figures[k+1]):
				m := p.Movements[at]
				p.changesBehind(s, &m, k+1)
				p.Movements[at] = m
			case p.goesToFrom(k):
				m := Movement{From: k + 1, To: k, By: -1, Rate: -1, Sure: true}
				p.changesBehind(s, &m, k+1)
				p.addMovement(m)
			default:
				p.changeOver(s, k)
			}
		}
	}
}

// goesToFrom reports whether figure k is a level and the next what it was
// before: fell to 4.1 percent in May from 4.4 percent; 214,000 units, compared
// with 195,000 a year earlier.
func (p *Page) goesToFrom(k int) bool {
	b, a := &p.Figures[k], &p.Figures[k+1]
	if !p.oneSort(a, b) || p.movedBy(b) {
		return false
	}
	words, ok := p.between(k, k+1)
	if !ok {
		return false
	}
	if tail, ok := strings.CutSuffix(words, " from"); ok && saysNothing(tail, 5) {
		return true
	}
	tail, behind, ok := strings.Cut(words, ",")
	if !ok || !saysNothing(tail, 5) {
		return false
	}
	rest, ok := openedBy("versus", strings.TrimSpace(behind))
	return ok && saysNothing(rest, 3)
}

// changesBehind reads what a sentence says of the movement between two levels:
// an increase of 4.5 percent, or $86.
func (p *Page) changesBehind(s *Sentence, m *Movement, last int) {
	for c := last + 1; c < min(s.AfterFig, last+3); c++ {
		words, ok := p.between(c-1, c)
		if !ok {
			break
		}
		sign, ok := changeLead(words)
		if !ok && c > last+1 {
			sign, ok = p.Figures[c-1].Sign, strings.TrimSpace(words) == ", or" || strings.TrimSpace(words) == "or"
		}
		if !ok || !p.takesChange(m, c, sign) {
			break
		}
	}
}

// takesChange makes figure c the amount or the rate of a movement.
func (p *Page) takesChange(m *Movement, c int, sign int8) bool {
	f, a, b := &p.Figures[c], &p.Figures[m.From], &p.Figures[m.To]
	if f.ListLen > 1 || otherChange(strings.ToLower(p.Text[f.Range.End:min(len(p.Text), f.Range.End+24)])) {
		return false
	}
	if sign == 0 {
		sign = int8(b.Value.Cmp(a.Value))
	}
	switch {
	case f.Kind == quantity.Percent && (m.Rate < 0 || m.Rate == c):
		m.Rate, f.Role = c, Growth
	case f.Kind == quantity.Point && a.Kind == quantity.Percent && (m.By < 0 || m.By == c),
		a.Kind != quantity.Percent && (m.By < 0 || m.By == c) && (p.oneSort(f, a) || p.oneSort(f, b)):
		m.By, f.Role = c, Change
	default:
		return false
	}
	f.Sign = sign
	if f.Of < 0 {
		f.Of = m.To
	}
	return true
}

// otherChange reports whether the words behind a change say that it is of
// another base or a part of a longer time: 5 percent from the month before, 3
// percent a year. An amount by the year may be the whole of the change.
func otherChange(behind string) bool {
	for _, w := range [...]string{" from ", " over ", " on ", " compared", " than ", " a year", " per ", " annually", " each ", " every ", " on average", " of ", " in real", " since "} {
		if strings.HasPrefix(behind, w) {
			return true
		}
	}
	return false
}

// changeOver reads a level with its change and the level before behind it: a
// budget of $64 million, an increase of 3.5 percent over this year's $61.8
// million.
func (p *Page) changeOver(s *Sentence, k int) {
	b, c, a := &p.Figures[k], &p.Figures[k+1], &p.Figures[k+2]
	if !p.oneSort(a, b) || p.movedBy(b) || c.ListLen > 1 {
		return
	}
	words, ok := p.between(k, k+1)
	if !ok {
		return
	}
	sign, ok := changeLead(words)
	if !ok {
		return
	}
	if words, ok = p.between(k+1, k+2); !ok {
		return
	}
	words, ok = openedBy("base", strings.Trim(words, ", "))
	if words, _ = closedBy("when", words); !ok || !saysNothing(strings.Trim(words, ", "), 5) {
		return
	}
	m := Movement{From: k + 2, To: k, By: -1, Rate: -1, Sure: true}
	switch {
	case c.Kind == quantity.Percent:
		m.Rate, c.Role = k+1, Growth
	case a.Kind != quantity.Percent && p.oneSort(c, b):
		m.By, c.Role = k+1, Change
	default:
		return
	}
	if c.Sign = sign; sign == 0 {
		c.Sign = int8(b.Value.Cmp(a.Value))
	}
	p.addMovement(m)
}

// broughtTo reads an amount with what it brings a total to and from: hires 24
// officers, bringing the force to 386 from 352.
func (p *Page) broughtTo(k int) {
	c, b, a := &p.Figures[k], &p.Figures[k+1], &p.Figures[k+2]
	if !p.oneSort(a, b) || !p.oneSort(c, b) || c.Kind == quantity.Percent || c.Hedge != quantity.None {
		return
	}
	if k > 0 && p.Figures[k-1].Sentence == c.Sentence && p.addable(&p.Figures[k-1], c) {
		return // 14 in May and nine in June: more than one amount may be meant
	}
	words, ok := p.between(k, k+1)
	if !ok {
		return
	}
	tail, behind, ok := strings.Cut(words, ",")
	if !ok || !saysNothing(tail, 8) {
		return
	}
	behind = strings.TrimSpace(behind)
	rest, ok := openedBy("raise", behind)
	if !ok {
		rest, ok = openedBy("lower", behind)
	}
	rest, to := strings.CutSuffix(rest, " to")
	if !ok || !to || !saysNothing(rest, 5) {
		return
	}
	if words, ok = p.between(k+1, k+2); !ok || !strings.HasSuffix(words, " from") || !saysNothing(words, 5) {
		return
	}
	p.addMovement(Movement{From: k + 2, To: k + 1, By: k, Rate: -1, Sure: true})
}

// addMovement keeps a movement, filling up one of the same levels.
func (p *Page) addMovement(m Movement) {
	if m.By < 0 && m.Rate < 0 {
		return
	}
	for i := len(p.Movements) - 1; i >= 0 && i >= len(p.Movements)-8; i-- {
		o := &p.Movements[i]
		if o.From != m.From || o.To != m.To {
			continue
		}
		if o.By < 0 {
			o.By = m.By
		}
		if o.Rate < 0 {
			o.Rate = m.Rate
		}
		return
	}
	p.Movements = append(p.Movements, m)
}
