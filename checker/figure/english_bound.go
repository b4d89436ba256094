package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// boundEnglish returns what a figure of English copy is bound to: the words of
// its subject and object, and the name among them.
func (p *Page) boundEnglish(f *Figure) Binding {
	b := Binding{Role: p.roleOf(f), Metric: p.boundMetric(f), Entity: p.boundEntity(f), Breakdown: p.boundBreakdown(f)}
	x := &p.facts[f.Index]
	if x.diff && b.Role == Level || x.diff && b.Role == Other {
		b.Role = Change
		if f.Kind == quantity.Percent {
			b.Role = Growth
		}
	}
	if x.base && !x.diff && (b.Role == Growth || b.Role == Change) {
		b.Role = Level // up from 29%
	}
	if f.Declared != nil && f.Extra == "" || f.Role == RankRole || f.Role == EditionRole || qualifies(f) {
		return b
	}
	lead := x.words
	lead.n = x.lead
	key := p.keyOf(&lead)
	if p.boundPortion(f, &b); b.Role == Share && f.Role == Level {
		return b
	}
	if key == "" {
		if strings.Trim(b.Metric.Value, "/ ") == "" {
			b.Metric = Slot{From: -1}
		}
		return b
	}
	b.Metric = Slot{Value: key, Origin: Printed, At: p.runOf(&lead), From: -1}
	if f.Body > 0 && f.BodyOrigin == Printed {
		rest, from, origin := p.without(&lead, f.BodyRange), -1, Printed
		if k := f.Index - 1; rest.n == 0 && k >= p.Sentences[f.Sentence].FirstFig && p.Figures[k].Body == f.Body {
			rest = p.facts[k].words // sold 12,500 cars, up 8.3%
			rest.n = p.facts[k].lead
			rest, from, origin = p.without(&rest, p.Figures[k].BodyRange), k, Inherited
		}
		b.Metric = Slot{Value: p.keyOf(&rest), Origin: origin, At: p.runOf(&rest), From: from}
	}
	if b.Entity.Value == "" {
		b.Entity = p.nameIn(&lead)
	}
	return b
}

// without returns a phrase without the words of a range, and without what owns
// those behind it: the 's of the company's sales.
func (p *Page) without(h *phraseEn, r source.Range) (rest phraseEn) {
	for i := range h.n {
		if int(h.to[i]) <= r.Start || int(h.from[i]) >= r.End {
			rest.add(h.hash[i], int(h.from[i]), int(h.to[i]))
		}
	}
	return rest
}

// runOf returns the range of a phrase's words where they stand close together,
// or nothing.
func (p *Page) runOf(h *phraseEn) source.Range {
	for i := 1; i < h.n; i++ {
		if h.from[i] < h.to[i-1] || h.from[i]-h.to[i-1] > 12 {
			return source.Range{}
		}
	}
	if h.n == 0 {
		return source.Range{}
	}
	return source.Range{Start: int(h.from[0]), End: int(h.to[h.n-1])}
}

// nameIn returns the longest run of words with capitals in a phrase: whom a
// figure is about. One word that opens a sentence may be any.
func (p *Page) nameIn(h *phraseEn) Slot {
	best := source.Range{}
	for i := 0; i < h.n; {
		j := i
		for j < h.n && p.capital(h, j) && (j == i || int(h.from[j])-int(h.to[j-1]) == 1) {
			j++
		}
		if r := (source.Range{Start: int(h.from[i]), End: int(h.to[max(j-1, i)])}); j > i && r.Len() > best.Len() && (j > i+1 || !p.opens(r.Start)) && !bodyWordsEn.whole(strings.ToLower(p.Words(r)), bodyNotEn) {
			best = r
		}
		i = max(j, i+1)
	}
	if best.Len() == 0 {
		return Slot{From: -1}
	}
	return Slot{Value: p.Words(best), Origin: Printed, At: best, From: -1}
}

func (p *Page) capital(h *phraseEn, i int) bool {
	c := p.Text[h.from[i]]
	return 'A' <= c && c <= 'Z'
}

// opens reports whether a place opens a sentence or block.
func (p *Page) opens(at int) bool {
	before := strings.TrimRight(p.Text[:at], " \"'“‘-*")
	if before == "" {
		return true
	}
	switch before[len(before)-1] {
	case '.', '\n', '!', '?', ':', ';':
		return true
	}
	return false
}
