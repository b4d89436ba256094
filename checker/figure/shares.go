package figure

import (
	"strings"
)

// ShareOf is a part, a whole and the share that the copy prints for it.
type ShareOf struct {
	Part, Whole, Share int
	// Named says that the words after 占 name the whole's metric.
	Named bool
}

// findShares ties 占…N% to the part before it and to the whole that its words
// name, where the page prints one in the same period and place.
func (p *Page) findShares() {
	for i := range p.Figures {
		f := &p.Figures[i]
		if f.Role != Share || f.Of < 0 {
			continue
		}
		part := &p.Figures[f.Of]
		den := p.denominator(f)
		if den == "" {
			continue
		}
		for j := i - 1; j >= 0 && i-j < window; j-- {
			w := &p.Figures[j]
			if j == f.Of || !isLevel(w) || w.Unit != part.Unit || w.ListLen > 1 {
				continue
			}
			l := Compare(w.Metric, den)
			if w.Noun != "" {
				l = Compare(w.Noun, den)
			}
			if l == Identical && !regionsDiffer(w, part) && (w.Sentence == f.Sentence || p.samePeriod(w, part)) {
				p.Shares = append(p.Shares, ShareOf{Part: f.Of, Whole: j, Share: i, Named: true})
				break
			}
		}
	}
}

// denominator returns the key of the words between 占 and the share.
func (p *Page) denominator(f *Figure) string {
	s := &p.Sentences[f.Sentence]
	for i := f.Token - 1; i >= s.FirstTok; i-- {
		t := p.Tokens[i]
		if t.Kind == Quantity || t.Kind == Punct && t.Ref != '、' && t.Ref != '“' && t.Ref != '”' {
			return ""
		}
		if t.Kind == Word && p.Words(t.Range()) == "占" {
			return strings.TrimSuffix(p.phraseOf(int(t.End), f.Span().Start, i+1).key, "比重")
		}
	}
	return ""
}

func (p *Page) samePeriod(a, b *Figure) bool {
	return a.Period.Equal(b.Period) && !a.Period.IsZero()
}
