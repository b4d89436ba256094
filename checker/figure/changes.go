package figure

import (
	"strings"
	"unicode"

	"github.com/hegao/hegao/checker/quantity"
)

// Movement is a level that moved: from one figure to another, by an amount, at
// a rate. Figures that the copy doesn't print are -1.
type Movement struct {
	From, To int // levels, or rates in per cent
	By       int // the change: an amount, or percentage points
	Rate     int // the growth in per cent, or a multiple
	// Sure says that the words tie the figures together (从…增至…).
	Sure bool
}

// findMovements reads from-to changes and levels followed by change and rate.
func (p *Page) findMovements() {
	for n := range p.Sentences {
		s := &p.Sentences[n]
		for k := s.FirstFig; k < s.AfterFig; k++ {
			if p.fromMark(s, k) {
				p.Figures[k].Start = true
				p.fromTo(s, k)
			}
		}
		p.levelChangeRate(s)
	}
}

// fromMark reports whether 从 or 由 opens the phrase of a figure.
func (p *Page) fromMark(s *Sentence, k int) bool {
	f := &p.Figures[k]
	if !isLevel(f) && f.Kind != quantity.Percent && f.Kind != quantity.Rank {
		return false
	}
	from := f.Clause.Start
	if k > s.FirstFig {
		from = max(from, p.Figures[k-1].Range.End)
	}
	at := f.Span().Start
	if at <= from {
		return false
	}
	words := p.Text[max(from, at-60):at]
	for _, w := range [...]string{"从", "由", "from "} {
		if i := strings.LastIndex(words, w); i >= 0 {
			if w == "from " && strings.IndexFunc(words[i:], unicode.IsUpper) >= 0 {
				return false // exports from Hunan province
			}
			return !strings.Contains(words[i:], "到") && !strings.HasPrefix(words[i:], "由于") && !strings.HasPrefix(words[i:], "从事")
		}
	}
	return false
}

// fromTo reads 从A增至B, with the change or rate behind it.
func (p *Page) fromTo(s *Sentence, k int) {
	a := &p.Figures[k]
	if k+1 >= s.AfterFig {
		return
	}
	b := &p.Figures[k+1]
	if b.Kind != a.Kind || b.Unit != a.Unit || p.cutBetween(a.Token, b.Token) {
		if !(a.Kind == quantity.Number && p.Figures[k+1].Unit != "" && a.Unit == "") {
			return
		}
		if a.Scale != 0 || b.Kind == quantity.Percent {
			return
		}
	}
	between := p.Text[a.Range.End:b.Span().Start]
	if !b.VerbTo && !strings.HasSuffix(trimHedge(between), "到") && !strings.HasSuffix(trimHedge(between), "至") && !strings.HasSuffix(between, "to ") {
		return
	}
	if strings.ContainsAny(between, "；。") || len(between) > 90 {
		return
	}
	m := Movement{From: k, To: k + 1, By: -1, Rate: -1, Sure: true}
	for j := k + 2; j < min(s.AfterFig, k+4); j++ {
		f := &p.Figures[j]
		if p.cutBetween(b.Token, f.Token) || f.Role == Level && f.Kind == b.Kind && f.Metric != "" && f.Sign == 0 {
			break
		}
		if f.MetricOrigin == Printed && f.Of < 0 && f.Metric != "" && !emptyish(f.Metric) {
			break
		}
		if f.Basis != "" && j > k+2 {
			break
		}
		switch {
		case f.Role == Growth && m.Rate < 0, f.Kind == quantity.Multiple && f.Role == Growth && m.Rate < 0:
			m.Rate = j
		case f.Role == Change && m.By < 0:
			m.By = j
		case f.Kind == quantity.Percent && f.Sign != 0 && m.Rate < 0:
			m.Rate = j
		}
	}
	p.Movements = append(p.Movements, m)
}

func trimHedge(s string) string {
	s = strings.TrimSpace(s)
	for _, w := range [...]string{"约", "近", "超过", "超", "了"} {
		s = strings.TrimSuffix(s, w)
	}
	return s
}

// emptyish reports whether a phrase names no metric of its own: 年均, 累计.
func emptyish(key string) bool {
	switch key {
	case "年均", "累计", "平均", "总体", "年平均", "整体", "共", "净", "五年", "三年", "十年":
		return true
	}
	return false
}

// levelChangeRate reads a level with both its change and its rate: 30524亿美元，
// 较9月末上升235亿美元，升幅为0.77%.
func (p *Page) levelChangeRate(s *Sentence) {
	for k := s.FirstFig; k < s.AfterFig; k++ {
		by := &p.Figures[k]
		if by.Role != Change || by.Of < 0 || by.Kind == quantity.Point {
			continue
		}
		lv := &p.Figures[by.Of]
		if lv.Unit != by.Unit || lv.Kind != by.Kind || lv.Sentence != by.Sentence {
			continue
		}
		if k+1 >= s.AfterFig {
			continue
		}
		r := &p.Figures[k+1]
		if r.Role != Growth || r.Of != by.Of || r.Kind != quantity.Percent || p.cutBetween(by.Token, r.Token) {
			continue
		}
		if r.Basis != "" && r.Basis != by.Basis {
			continue
		}
		p.Movements = append(p.Movements, Movement{From: -1, To: by.Of, By: k, Rate: k + 1, Sure: true})
	}
}

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
