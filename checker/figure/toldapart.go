package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

// toldApart reports whether the words around two figures of like names make
// them two facts: what stands before the common end of the names, the topic of
// the clause before, or the owner that opens the sentence. It is asked only
// about pairs that differ and would be reported, which are few.
func (p *Page) toldApart(a, b *Figure) bool {
	return rivalModifiers(a.Metric, b.Metric) || p.topicsDiffer(a, b) || p.ownersDiffer(a, b) || p.convertedApart(a, b)
}

// rivalModifiers reports whether two names that end alike begin with words that
// have nothing in common: 物流业景气指数, 仓储指数. Where one only says less, or names
// the owner in general (公司), they may be one.
func rivalModifiers(x, y string) bool {
	if strings.Contains(x, "/") || strings.Contains(y, "/") {
		return false
	}
	n := commonTail(x, y)
	if n < 6 {
		return false
	}
	x, y = x[:len(x)-n], y[:len(y)-n]
	for len(x) > 0 && len(y) > 0 {
		w := min(runeLen(x[0]), len(x), len(y))
		if x[:w] != y[:w] {
			break
		}
		x, y = x[w:], y[w:]
	}
	x, y = qualifier(x), qualifier(y)
	if utf8.RuneCountInString(x) < 2 || utf8.RuneCountInString(y) < 2 {
		return false
	}
	return !strings.ContainsAny(x, y)
}

// qualifier returns the characters of a modifier that may tell two facts apart:
// Han ones, without words that say nothing and owners in general.
func qualifier(s string) string {
	s = neutralized(s)
	var out strings.Builder
	for i := 0; i < len(s); {
		if n := wordAt(s, i, anyOwner); n > 0 {
			i += n
			continue
		}
		w := min(runeLen(s[i]), len(s)-i)
		if w == 3 {
			out.WriteString(s[i : i+w])
		}
		i += w
	}
	return out.String()
}

// topicsDiffer reports whether the clause before one of two figures sets a topic
// (公路方面，…) that the other's doesn't.
func (p *Page) topicsDiffer(a, b *Figure) bool {
	x, y := p.topic(a), p.topic(b)
	return x != y && (x != "" || y != "") && !strings.Contains(p.clauseWords(a), y) == (y != "") && !strings.Contains(p.clauseWords(b), x) == (x != "")
}

// clauseWords returns the words of a figure's clause up to it.
func (p *Page) clauseWords(f *Figure) string { return p.Text[f.Clause.Start:f.Range.Start] }

// topic returns what the clauses before a figure's own in its sentence are said
// to be about; empty for nothing.
func (p *Page) topic(f *Figure) string {
	s := &p.Sentences[f.Sentence]
	before := strings.TrimRight(p.Text[s.Range.Start:max(s.Range.Start, f.Clause.Start)], "，, ")
	for before != "" {
		start := 0
		if i := strings.LastIndexAny(before, "，,；：。"); i >= 0 {
			_, w := utf8.DecodeRuneInString(before[i:])
			start = i + w
		}
		clause := strings.TrimSpace(before[start:])
		if n := wordBefore(clause, topicClosing); n > 0 {
			return clause[:len(clause)-n]
		}
		before = strings.TrimRight(before[:start], "，,；：。 ")
	}
	return ""
}

// ownersDiffer reports whether the sentences of two figures open with different
// owners of one kind: 甲县今年…, 乙县今年….
func (p *Page) ownersDiffer(a, b *Figure) bool {
	x, kx := p.owner(a)
	y, ky := p.owner(b)
	return kx != "" && kx == ky && x != y && !strings.HasSuffix(x, y) && !strings.HasSuffix(y, x)
}

// mostOwner is how many characters of a sentence may name its owner.
const mostOwner = 12

// owner returns the name that opens the sentence of a figure, where it ends in a
// word for a kind of owner (县, 公司), and that word. A name that only points
// (全县, 该公司) is none.
func (p *Page) owner(f *Figure) (name, kind string) {
	s := &p.Sentences[f.Sentence]
	text := p.Text[s.Range.Start:f.Range.Start]
	at, chars := 0, 0
	for i, r := range text {
		if r < 0x4E00 || r > 0x9FFF || chars == mostOwner {
			break
		}
		chars++
		end := i + utf8.RuneLen(r)
		if n := wordBefore(text[:end], ownerKind); n > 0 && end > n {
			at, kind = end, text[end-n:end]
			break
		}
	}
	if at == 0 {
		return "", ""
	}
	name = text[:at]
	if _, e := lexicon.MatchClass(name, 0, lexicon.ClassScope); e == at || wordAt(name, 0, pointsBack) > 0 {
		return "", ""
	}
	return name, kind
}

// convertedApart reports whether two figures are conversions of unlike ones:
// 6.56亿元（约合9420万美元）, 6530万元（约合940万美元）.
func (p *Page) convertedApart(a, b *Figure) bool {
	x, y := p.converted(a), p.converted(b)
	return x != nil && y != nil && !Agree(x, y) && SlipBetween(&x.Quantity, &y.Quantity) == NoSlip
}

// converted returns the figure right before a bracket that holds nothing but
// another in other money; nil for none.
func (p *Page) converted(f *Figure) *Figure {
	if f.Index == 0 || f.Kind != quantity.Money {
		return nil
	}
	g := &p.Figures[f.Index-1]
	if g.Kind != f.Kind || g.Sentence != f.Sentence {
		return nil
	}
	between := strings.TrimLeft(p.Text[g.Range.End:f.Range.Start], " ")
	if !strings.HasPrefix(between, "（") && !strings.HasPrefix(between, "(") || strings.ContainsAny(between, "，。；）)") {
		return nil
	}
	return g
}
