package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/quantity"
)

// shareHeads stand right before a share whose part follows it.
var shareHeads = [...]string{"占比", "占比为", "占比达", "占比达到", "比重", "比重为", "比重达"}

// shareThenPart reads 村民640人，…；外出村民占比近六成，达200人: the part stands behind
// its share, and the whole is the one larger level of the same things that was
// printed before, in this sentence up to 其中 or in the one before it; where the
// sentence begins with 其中, in the three before it.
func (p *Page) shareThenPart(i int) bool {
	f := &p.Figures[i]
	if i+1 >= len(p.Figures) || f.Kind != quantity.Percent || f.Metric == "" || f.ListLen > 1 || !hasAnySuffix(strings.TrimSpace(p.Text[f.Clause.Start:f.Span().Start]), shareHeads[:]...) {
		return false
	}
	part := &p.Figures[i+1]
	if part.Sentence != f.Sentence || part.Kind != quantity.Count || part.ListLen > 1 {
		return false
	}
	switch strings.Trim(p.Text[f.Range.End:part.Span().Start], " ，") {
	case "达", "达到", "为", "共", "即", "有", "共有", "计", "共计":
	default:
		return false
	}
	found := -1
	s := &p.Sentences[f.Sentence]
	first, back := s.FirstFig, s.Block
	if strings.HasPrefix(p.Text[s.Range.Start:], "其中") {
		back-- // of what the paragraph before tells
	}
	for n := f.Sentence - 1; n >= 0 && n >= f.Sentence-3 && p.Sentences[n].Block >= back; n-- {
		first = p.Sentences[n].FirstFig
		if back == s.Block {
			break
		}
	}
	for j := max(first, i-window); j < i; j++ {
		w := &p.Figures[j]
		if !isLevel(w) || w.Unit != part.Unit || w.Kind != part.Kind || w.Value.Cmp(part.Value) <= 0 || strings.Contains(p.Text[p.Sentences[w.Sentence].Range.Start:w.Range.Start], "其中") {
			continue
		}
		if found >= 0 || w.ListLen > 1 || !sameHead(w.Metric, strings.TrimSuffix(f.Metric, "/")) {
			return false
		}
		found = j
	}
	if found < 0 {
		return false
	}
	p.Shares = append(p.Shares, ShareOf{Part: i + 1, Whole: found, Share: i})
	return true
}

// sameHead reports whether two Chinese metrics end in the same two characters,
// their head: 接待游客, 外地游客.
func sameHead(a, b string) bool {
	for range 2 {
		x, n := utf8.DecodeLastRuneInString(a)
		y, m := utf8.DecodeLastRuneInString(b)
		if x != y || n < 3 || m < 3 {
			return false
		}
		a, b = a[:len(a)-n], b[:len(b)-m]
	}
	return true
}
