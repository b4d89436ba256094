package figure

import (
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// bind gives every figure its role, metric, place, basis and modality, sentence
// by sentence, left to right.
func (p *Page) bind() {
	for i := range p.Sentences {
		s := &p.Sentences[i]
		if s.FirstFig == s.AfterFig {
			continue
		}
		p.lists(s)
		for k := s.FirstFig; k < s.AfterFig; k++ {
			p.bindOne(s, &p.Figures[k])
		}
		p.respective(s)
		p.amongRest(s)
		p.formerLatter(s)
	}
}

// amongRest makes every level behind 其中 a part of what went before it, not
// only the first, up to the end of the sentence.
func (p *Page) amongRest(s *Sentence) {
	among := false
	if s.says&saysAmong == 0 {
		for k := s.FirstFig; k < s.AfterFig; k++ {
			p.Figures[k].Among = false
		}
		return
	}
	for i := s.FirstTok; i < s.AfterTok; i++ {
		switch t := p.Tokens[i]; t.Kind {
		case Word:
			if c, ok := lexicon.Has(t.Ref, lexicon.ClassCue); ok && c.Code == "among" {
				among = true
			}
		case Quantity:
			p.Figures[t.Ref].Among = among
		}
	}
}

// lists finds runs of figures of one kind that only 、, 和 or commas of a list
// part: 1582.7亿元、1012.6亿元.
func (p *Page) lists(s *Sentence) {
	for k := s.FirstFig; k < s.AfterFig; {
		n := k + 1
		for n < s.AfterFig && p.listed(&p.Figures[n-1], &p.Figures[n]) {
			n++
		}
		for j := n - 2; j >= k; j-- {
			p.Figures[j].Borrow(&p.Figures[j+1].Quantity)
		}
		for j := k; j < n; j++ {
			f := &p.Figures[j]
			f.List, f.ListLen, f.ListHead = j-k, n-k, k
		}
		k = n
	}
}

// listed reports whether b follows a in a list.
func (p *Page) listed(a, b *Figure) bool {
	from, to := int(p.Tokens[a.Token].End), int(p.Tokens[b.Token].Start)
	if to-from > 12 || to == from {
		return false
	}
	joined := false
	at := from
	for i := a.Token + 1; i < b.Token; i++ {
		t := p.Tokens[i]
		gap := p.Text[at:t.Start]
		if !isJoin(gap) && !onlySpace(gap) {
			return false
		}
		joined = joined || isJoin(gap)
		at = int(t.End)
		switch t.Kind {
		case Punct:
			if t.Ref != '、' && !(t.Ref == '，' || t.Ref == ',') || t.Ref != '、' && a.Kind != b.Kind {
				return false
			}
			joined = joined || t.Ref == '、' || t.Ref == ','
		case Word:
			w := lexicon.Word(t.Ref)
			if isJoin(w) || w == "and" || w == "or" {
				joined = true
			} else if _, ok := lexicon.Has(t.Ref, lexicon.ClassPreHedge); !ok {
				return false
			}
		default:
			return false
		}
	}
	gap := p.Text[at:to]
	if isJoin(gap) {
		joined = true
	} else if !onlySpace(gap) {
		return false
	}
	return joined && (a.Kind == b.Kind || a.Kind == quantity.Number && b.Unit != "")
}

func isJoin(s string) bool {
	switch s {
	case "和", "及", "与", "以及", "或", "、", "到":
		return true
	}
	return false
}

func (p *Page) bindOne(s *Sentence, f *Figure) {
	f.Clause = p.clauseRange(s, f.Token)
	f.Quotation = p.quoted(f)
	r := p.runBefore(s, f.Token)
	cs := p.clauseStart(s, f.Token)
	from := p.offsetBefore(s, cs)
	// A figure before this one in the clause ends where the phrase may begin.
	first := cs
	for i := r.firstTok - 1; i >= cs; i-- {
		t := p.Tokens[i]
		if t.Kind == Punct && t.Ref == '、' && first == cs && p.figureBetween(cs, i) {
			from, first = int(t.End), i+1 // 8个口岸、6个保税区: the next of a list
			break
		}
		if t.Kind == Quantity && !p.qualifiesZh(&p.Figures[t.Ref]) {
			from, first = int(t.End), i+1
			break
		}
	}
	if f.List > 0 {
		p.bindListed(s, f)
		return
	}
	ph := p.phraseOf(from, max(from, r.start), first)
	if first == cs {
		p.acrossBracket(s, cs, &ph)
	}
	f.Metric, f.MetricRange, f.Region = ph.key, ph.at, ph.place
	f.MetricOrigin = Printed
	if first > cs && p.Tokens[first-1].Kind == Quantity {
		f.MetricOrigin = Guessed // the words before the figure in between may belong to it as well
	}
	if f.Region != "" {
		f.RegionOrigin = Printed
	}
	f.Sign, f.VerbTo, f.Verb = r.sign, r.verb == "to", r.word
	if f.Sign == 0 && r.verb == "" && ph.verb != "" && ph.verb != "to" {
		f.Sign = ph.sign
	}
	f.Basis, f.BasisOrigin = r.base, Printed
	if f.Basis == "" {
		f.Basis = ph.base
	}
	if f.Basis == "" {
		f.BasisOrigin = Unknown
	}
	f.Among = r.among || ph.among
	f.Mean = r.mean || ph.mean
	f.Respective = r.respect || ph.respect
	f.Modality = max(r.modality, ph.modality)
	p.assignRole(s, f, &r, &ph)
	if f.Kind == quantity.Count || f.Kind == quantity.Ordinal {
		f.Noun, f.NounRange = p.nounAfter(s, f)
	}
	f.Object = p.objectAfter(s, f)
	p.attach(s, f, &r, &ph)
	p.attributive(s, f, ph.key)
}

// quoted reports whether a figure stands inside quotation marks that hold
// little more than itself: a label, not a figure of the copy.
func (p *Page) quoted(f *Figure) bool {
	i, j := f.Token-1, f.Token+1
	return i >= 0 && j < len(p.Tokens) && p.Tokens[i].Kind == Punct && p.Tokens[i].Ref == '“' &&
		p.Tokens[j].Kind == Punct && p.Tokens[j].Ref == '”'
}

// bindListed copies the binding of a list's first member to a later one.
func (p *Page) bindListed(s *Sentence, f *Figure) {
	h := &p.Figures[f.ListHead]
	f.Metric, f.MetricRange, f.MetricOrigin = h.Metric, h.MetricRange, Inherited
	f.Role, f.Sign, f.VerbTo, f.Basis, f.BasisOrigin = h.Role, h.Sign, h.VerbTo, h.Basis, h.BasisOrigin
	f.Region, f.RegionOrigin, f.Modality, f.Among, f.Mean = h.Region, h.RegionOrigin, h.Modality, h.Among, h.Mean
	f.Respective, f.Of = h.Respective, h.Of
	if f.Kind == quantity.Rank {
		p.rankScope(s, f)
	}
}

// takeMoved gives a bare level what moved right before it in its clause: 涨0.8%报
// 3890点.
func (p *Page) takeMoved(s *Sentence, f *Figure) bool {
	if f.Index == s.FirstFig || f.ListLen > 1 {
		return false
	}
	g := &p.Figures[f.Index-1]
	if g.Clause != f.Clause || g.Role != Growth && g.Role != Change || g.ListLen > 1 || g.Metric == "" || g.MetricOrigin < Inherited || g.Among != f.Among {
		return false
	}
	f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, Inherited
	return true
}

// inheritMetric gives a bare level the phrase of the clause before it.
func (p *Page) inheritMetric(s *Sentence, f *Figure) {
	f.MetricOrigin = Unknown
	if p.takeMoved(s, f) {
		return
	}
	cs := p.clauseStart(s, f.Token)
	if cs <= s.FirstTok {
		return
	}
	mark := p.Tokens[cs-1]
	if mark.Kind != Punct || mark.Ref != '，' && mark.Ref != ',' && mark.Ref != '：' && mark.Ref != ':' {
		return
	}
	prev := p.clauseStart(s, cs-1)
	for i := prev; i < cs-1; i++ {
		if p.Tokens[i].Kind == Quantity {
			return // the clause before has a figure of its own
		}
	}
	from := p.offsetBefore(s, prev)
	ph := p.phraseOf(from, int(mark.Start), prev)
	f.Metric, f.MetricRange = ph.key, source.Range{Start: from, End: int(mark.Start)}
	if f.Region == "" && ph.place != "" {
		f.Region, f.RegionOrigin = ph.place, Inherited
	}
	if f.Metric != "" {
		f.MetricOrigin = Guessed
	}
}
