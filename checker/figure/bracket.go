package figure

import "github.com/hegao/hegao/checker/source"

// longAside bounds brackets that a phrase reads across, in bytes.
const longAside = 60

// acrossBracket adds to a phrase that begins behind brackets what stands before
// them in the clause: of 居民消费价格指数（CPI）环比 the brackets only hold another
// name of what is measured.
func (p *Page) acrossBracket(s *Sentence, cs int, ph *phrase) {
	if cs <= s.FirstTok {
		return
	}
	shut := p.Tokens[cs-1]
	if shut.Kind != Punct || shut.Ref != '）' && shut.Ref != ')' || int(shut.End) != ph.at.Start {
		return
	}
	open := cs - 2
	for ; open >= s.FirstTok && int(shut.End-p.Tokens[open].End) < longAside; open-- {
		t := p.Tokens[open]
		if t.Kind == Quantity || t.Kind == DateTok || t.Kind == Punct && (t.Ref == '，' || t.Ref == '；' || t.Ref == '：') {
			return
		}
		if t.Kind == Punct && (t.Ref == '（' || t.Ref == '(') {
			break
		}
	}
	if open <= s.FirstTok || p.Tokens[open].Kind != Punct || p.Tokens[open].Ref != '（' && p.Tokens[open].Ref != '(' {
		return
	}
	from := p.clauseStart(s, open)
	for i := open - 1; i >= from; i-- {
		if p.Tokens[i].Kind == Quantity {
			return // another figure's
		}
	}
	start := p.offsetBefore(s, from)
	head := p.phraseOf(start, int(p.Tokens[open].Start), from)
	if head.key == "" {
		return
	}
	ph.key = head.key + ph.key
	ph.at = source.Range{Start: start, End: ph.at.End}
	if ph.place == "" {
		ph.place = head.place
	}
	ph.among, ph.mean, ph.modality = ph.among || head.among, ph.mean || head.mean, max(ph.modality, head.modality)
}
