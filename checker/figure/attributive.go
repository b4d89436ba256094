package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// attributive gives a level that stands before what it measures (1286亿千瓦时的
// 发电量, 这份3.26亿元的合同) the words behind 的 as its metric, where those before it
// say nothing: they end the clause before, or only point.
func (p *Page) attributive(s *Sentence, f *Figure, before string) {
	if f.Role != Level && f.Role != Total || f.Kind != quantity.Money && f.Kind != quantity.Measure || f.ListLen > 1 {
		return
	}
	at := f.Range.End
	if f.After.Len() > 0 {
		at = f.After.End
	}
	if !strings.HasPrefix(p.Text[at:], "的") || before != "" && wordAt(before, 0, determiner) != len(before) {
		return
	}
	at += len("的")
	to, first := min(s.Range.End, at+36), -1
	for i := f.Token + 1; i < s.AfterTok && int(p.Tokens[i].Start) < to; i++ {
		t := p.Tokens[i]
		if int(t.Start) < at {
			continue
		}
		if first < 0 {
			first = i
		}
		if t.Kind == Latin || t.Kind == Mask || t.Kind == Word && !endsNoun(t) && !p.closesNoun(at, i) {
			continue
		}
		to = int(t.Start)
		break
	}
	for to > at && to < len(p.Text) && p.Text[to]&0xC0 == 0x80 {
		to--
	}
	to = at + len(withinCut(p.Text[at:to]))
	if first < 0 {
		first = p.tokenAt(f.Sentence, at)
	}
	ph := p.phraseOf(at, to, first)
	if len(ph.key) < 6 || generic(ph.key) || wordBefore(ph.key, notMeasured) > 0 {
		return
	}
	f.Metric, f.MetricRange, f.MetricOrigin = ph.key, source.Range{Start: at, End: to}, Inherited
	if f.Region == "" && ph.place != "" {
		f.Region, f.RegionOrigin = ph.place, Printed
	}
}

// withinCut cuts what makes a noun the scope of what follows: 500家企业中.
func withinCut(noun string) string {
	if n := wordBefore(noun, withinWord); n > 0 && n < len(noun) {
		return strings.TrimSpace(noun[:len(noun)-n])
	}
	return noun
}
