package figure

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// Derived says that a figure is what two others make by the definition of its
// metric: 资产负债率 is 总负债 by 总资产.
type Derived struct {
	Result, A, B int    // figures
	Name         string // the metric's, as the copy has it
	Sign         byte
	// Value is the interval that A and B make, in the result's unit.
	Value quantity.Interval
	Holds bool
}

//go:embed data/identities.txt
var identitiesText string

// identity is one line of identities.txt.
type identity struct {
	result, a, b []string
	sign         byte
}

// identityBook files the definitions under the last bytes of the metric's names,
// so that nearly every figure is dismissed by one load.
type identityBook struct {
	last    [256]bool
	under   map[[3]byte][]*identity
	english []string // last words of the English names
}

var identities = sync.OnceValue(func() *identityBook {
	book := &identityBook{under: map[[3]byte][]*identity{}}
	for line := range strings.Lines(identitiesText) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 || len(f[2]) != 1 {
			panic("figure: identities.txt has the line " + line)
		}
		d := &identity{result: strings.Split(f[0], "|"), a: strings.Split(f[1], "|"), sign: f[2][0], b: strings.Split(f[3], "|")}
		seen := map[[3]byte]bool{}
		for _, w := range d.result {
			key := tail3(w)
			book.last[w[len(w)-1]] = true
			if noun := w[strings.LastIndexByte(w, ' ')+1:]; w[0] < 0x80 && !slices.Contains(book.english, noun) {
				book.english = append(book.english, noun)
			}
			if !seen[key] {
				seen[key] = true
				book.under[key] = append(book.under[key], d)
			}
		}
	}
	return book
})

func tail3(w string) [3]byte { return [3]byte([]byte(w[len(w)-3:])) }

// derivedReach is how many sentences before and behind a figure its operands are
// looked for, within its block.
const derivedReach = 2

// derivedFigures is how many figures before and behind are looked at.
const derivedFigures = 24

// findDerived ties figures whose metrics are defined by two others to these. Only
// where each operand can be but one figure does a difference say something; where
// there are several, one pair that fits is enough.
func (p *Page) findDerived() {
	book := identities()
	if p.Doc.Lang == "en" {
		p.englishDerived(book)
		return
	}
	for k := range p.Figures {
		if f := &p.Figures[k]; len(f.Metric) >= 3 && book.last[f.Metric[len(f.Metric)-1]] {
			p.deriveBy(book, k)
		}
	}
}

// englishDerived does the same for English copy, whose metrics are put together
// only where a word of a definition stands.
func (p *Page) englishDerived(book *identityBook) {
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if s.FirstFig == s.AfterFig {
			continue
		}
		text := p.Text[s.Range.Start:s.Range.End]
		if !slices.ContainsFunc(book.english, func(w string) bool { return strings.Contains(text, w) }) {
			continue
		}
		for k := s.FirstFig; k < s.AfterFig; k++ {
			p.deriveBy(book, k)
		}
	}
}

// deriveBy looks a figure's metric up among the definitions.
func (p *Page) deriveBy(book *identityBook, k int) {
	f := &p.Figures[k]
	m := p.metricWords(f)
	if len(m) < 3 || f.ListLen > 1 || f.Aside || f.Quotation || !levelOfMetric(f) {
		return
	}
	for _, d := range book.under[tail3(m)] {
		if w := endsInOne(m, d.result); w != "" {
			p.derive(k, d, m[:len(m)-len(w)], w)
			return
		}
	}
}

// metricWords returns the words that say what a figure measures.
func (p *Page) metricWords(f *Figure) string {
	if len(p.facts) > f.Index {
		return p.boundEnglish(f).Metric.Value
	}
	return f.Metric
}

// levelOfMetric reports whether a figure states its metric, not how that moved.
func levelOfMetric(f *Figure) bool {
	switch f.Role {
	case Growth, Change, Contribution, RankRole, EditionRole, Gap, ListCount:
		return false
	}
	switch f.Kind {
	case quantity.Money, quantity.Count, quantity.Measure, quantity.Percent, quantity.Permille:
		return true
	case quantity.Number:
		return f.Digits >= 2
	}
	return false
}

// endsInOne returns the longest of words that a phrase ends in; nothing where that
// is one behind !.
func endsInOne(phrase string, words []string) (best string) {
	not := false
	for _, w := range words {
		w, another := strings.CutPrefix(w, "!")
		if len(w) > len(best) && strings.HasSuffix(phrase, w) && (w[0] >= 0x80 || len(w) == len(phrase) || phrase[len(phrase)-len(w)-1] == ' ') {
			best, not = w, another
		}
	}
	if not {
		return ""
	}
	return best
}

// operandNoun bounds, in bytes, the noun that may follow the name of an operand:
// 受理各类案件.
const operandNoun = 12

// operand reports whether a figure may be the operand of one of the names, and
// returns what its phrase says before the name.
func (p *Page) operand(f *Figure, names []string) (qualifier string, ok bool) {
	m := p.metricWords(f)
	if f.Role == Total && m != "" && m[0] >= 0x80 {
		m = "总" + m // the binder takes 总 of 总产 for the sign of a total
	}
	if w := endsInOne(m, names); w != "" {
		return m[:len(m)-len(w)], true
	}
	for _, w := range names {
		if another, ok := strings.CutPrefix(w, "!"); ok && strings.Contains(m, another) {
			return "", false
		}
	}
	for _, w := range names {
		if i := strings.LastIndex(m, w); i >= 0 && w[0] >= 0x80 && len(m)-i-len(w) <= operandNoun && !strings.ContainsAny(m[i+len(w):], "率比占") {
			return m[:i], true
		}
	}
	if f.Noun != "" && endsInOne(f.Noun, names) != "" {
		return "", true
	}
	return "", false
}

// derive looks for the operands of a figure whose metric is defined by d; its
// words are a qualifier and a name of d.
func (p *Page) derive(k int, d *identity, qualifier, name string) {
	f := &p.Figures[k]
	from, to := max(0, f.Sentence-derivedReach), min(len(p.Sentences)-1, f.Sentence+derivedReach-1)
	for p.Sentences[from].Block != f.Block {
		from++
	}
	for p.Sentences[to].Block != f.Block {
		to--
	}
	var as, bs []int
	start, after := max(p.Sentences[from].FirstFig, k-derivedFigures), min(p.Sentences[to].AfterFig, k+derivedFigures)
	for j := start; j < after; j++ {
		if g := &p.Figures[j]; j != k && p.mayDerive(f, g) {
			if q, ok := p.operand(g, d.a); ok && fitsQualifier(qualifier, q) {
				as = append(as, j)
			} else if q, ok := p.operand(g, d.b); ok && fitsQualifier(qualifier, q) {
				bs = append(bs, j)
			}
		}
	}
	if len(as) == 0 || len(bs) == 0 || len(as)*len(bs) > 64 {
		return
	}
	var first *Derived
	for _, a := range as {
		for _, b := range bs {
			x, ok := p.deriveFrom(k, a, b, d.sign)
			if !ok {
				continue
			}
			x.Name = name
			if x.Holds {
				p.Derived = append(p.Derived, x)
				return
			}
			if first == nil {
				first = &x
			}
		}
	}
	if first != nil && len(as) == 1 && len(bs) == 1 {
		p.Derived = append(p.Derived, *first)
	}
}

// fitsQualifier reports whether the words before an operand's name and those
// before the result's don't name two things: a general metric is made by general
// ones, that of a thing by those of the thing or of the topic before.
func fitsQualifier(result, operand string) bool {
	return result == operand || result == "" || generic(result) || strings.HasSuffix(operand, result)
}

// mayDerive reports whether g may go into what f states: a level of the same
// time, place and mood.
func (p *Page) mayDerive(f, g *Figure) bool {
	if !levelOfMetric(g) || g.ListLen > 1 || g.Aside || g.Quotation || g.Start || g.Modality.claim() != f.Modality.claim() || g.Mean != f.Mean && g.Mean {
		return false
	}
	if f.Entity != nil && g.Entity != nil && f.Entity != g.Entity || regionsDiffer(f, g) || f.Subject != g.Subject {
		return false
	}
	return p.periodsCompare(f, g) != period.Conflict
}

// deriveFrom reckons what two figures make by a sign, in the unit of figure k; ok
// is false where their units don't allow it.
func (p *Page) deriveFrom(k, a, b int, sign byte) (x Derived, ok bool) {
	f, m, n := &p.Figures[k], &p.Figures[a], &p.Figures[b]
	x = Derived{Result: k, A: a, B: b, Sign: sign}
	u, v := lenient(m), lenient(n)
	if !u.Bounded() || !v.Bounded() || p.periodsCompare(m, n) == period.Conflict || regionsDiffer(m, n) {
		return x, false
	}
	switch sign {
	case '-':
		if m.Unit != n.Unit || m.Unit != f.Unit || m.Kind != n.Kind {
			return x, false
		}
		x.Value = u.Sub(v)
	case '/':
		x.Value, ok = quantity.Corners(func(a ...quantity.Num) (quantity.Num, bool) { return a[0].Div(a[1]) }, u, v)
		if !ok || n.Value.Sign() <= 0 {
			return x, false
		}
		if x.Value, ok = p.inUnit(x.Value, f, m, n); !ok {
			return x, false
		}
	case '*':
		if m.Kind != quantity.Money || f.Unit != m.Unit {
			return x, false
		}
		x.Value, ok = quantity.Corners(func(a ...quantity.Num) (quantity.Num, bool) { return a[0].Mul(a[1]), true }, u, v)
		if !ok {
			return x, false
		}
	}
	x.Holds = lenient(f).Meets(x.Value)
	return x, true
}

// inUnit turns a quotient of two figures into the unit of a third.
func (p *Page) inUnit(v quantity.Interval, f, m, n *Figure) (quantity.Interval, bool) {
	switch f.Kind {
	case quantity.Percent, quantity.Permille:
		if m.Unit != n.Unit {
			return v, false
		}
		if f.Kind == quantity.Permille {
			return v.Shift(3), true
		}
		return v.Shift(2), true
	}
	above, below, per := strings.Cut(f.Unit, "/")
	if m.Kind == f.Kind && above == m.Unit {
		return v, !per || below == n.Unit
	}
	if per && below != n.Unit || !per && n.Unit != "亩" {
		return v, false
	}
	return Convert(v, m.Unit, above)
}
