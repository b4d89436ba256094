package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// identify finds which body of the page a mention means, or adds it to them.
func (p *Page) identify(i int) {
	b := &p.Bodies[i]
	b.Opens = p.bodyOpens(b.Range.Start)
	b.Object = !b.Opens && p.isObject(b.Range.Start)
	if b.Points {
		b.Of = p.lastOfKind(i)
		return
	}
	name := p.Words(b.Range)
	if of, ok := p.bodyIndex[name]; ok {
		b.Of = of
		p.introduced(b)
		return
	}
	if b.Of = p.bodyNamed(name, b.Kind); b.Of < 0 {
		b.Of = len(p.bodyNames)
		p.bodyNames = append(p.bodyNames, known{name: name, kind: b.Kind})
	} else if k := &p.bodyNames[b.Of]; len(name) > len(k.name) && !strings.HasSuffix(name, k.name) {
		k.name = name // the full name behind the short one
	}
	p.indexBody(name, b.Of)
	p.introduced(b)
}

// indexBody notes which body a name means, for the next time that it stands.
func (p *Page) indexBody(name string, of int) {
	if p.bodyIndex == nil {
		p.bodyIndex = map[string]int{}
	}
	p.bodyIndex[name] = of
}

// lastOfKind returns the body that a word such as 该校 points at: the last one of
// its kind, in the paragraph or before it.
func (p *Page) lastOfKind(i int) int {
	for j := i - 1; j >= 0 && j > i-mostBodies; j-- {
		if b := &p.Bodies[j]; b.Kind == p.Bodies[i].Kind && b.Of >= 0 {
			return b.Of
		}
	}
	return -1
}

// bodyNamed returns the number of the body that a name means, -1 for a new one.
func (p *Page) bodyNamed(name string, kind BodyKind) int {
	for j := len(p.bodyNames) - 1; j >= 0 && j >= len(p.bodyNames)-mostBodies; j-- {
		k := &p.bodyNames[j]
		if k.kind != kind {
			continue
		}
		if sameBody(name, k.name, kind) {
			return j
		}
		for _, a := range k.aliases {
			if a == name || sameBody(name, a, kind) {
				return j
			}
		}
	}
	return -1
}

// sameBody reports whether two names of one kind mean one body: one is the end
// of the other, before which other words or a place stand, or the short form of
// the full name of a company, without words that many companies share.
func sameBody(a, b string, kind BodyKind) bool {
	if strings.HasSuffix(a, b) || strings.HasSuffix(b, a) {
		return true
	}
	if kind != Company {
		return false
	}
	x, y := legalCore(a), legalCore(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	switch {
	case len(x) < 6:
		return false
	case strings.HasSuffix(y, x):
		return true // 中国长江电力股份有限公司, 长江电力
	}
	return strings.HasPrefix(y, x) && allCommon(y[len(x):]) // 东风汽车集团, 东风公司; not 东风日产
}

// legalCore returns the name of a company without what says of which kind it is.
func legalCore(name string) string {
	for {
		n := bodyWords.before(name, bodyLegal)
		if n == 0 || n == len(name) {
			return name
		}
		name = name[:len(name)-n]
	}
}

// introduced notes the short name that brackets behind a name introduce: （以下
// 简称“长江电力”）.
func (p *Page) introduced(b *Body) {
	at := b.Range.End
	if at >= len(p.Text) || !strings.HasPrefix(p.Text[at:], "（") && p.Text[at] != '(' {
		return
	}
	shut := p.bracketEnd(at)
	if shut == 0 {
		return
	}
	for _, r := range p.CuesIn(bodyIntro, source.Range{Start: at, End: shut}) {
		short := strings.Trim(p.Text[r.End:shut], "（）() :：为“”\"‘’《》")
		if i := strings.IndexAny(short, "，,、；;"); i >= 0 {
			short = strings.Trim(short[:i], "“”\"")
		}
		if short != "" && len(short) <= 36 && !strings.HasPrefix(short, "简称") {
			k := &p.bodyNames[b.Of]
			k.aliases = append(k.aliases, short)
			p.mentions(short, b.Of, shut)
		}
	}
}

// mentions notes where a short name stands behind the place that introduces it.
func (p *Page) mentions(short string, of, from int) {
	if p.shortNames++; p.shortNames > mostBodies/4 {
		return
	}
	for at := from; ; {
		n := strings.Index(p.Text[at:], short)
		if n < 0 {
			return
		}
		at += n
		p.shortMentions = append(p.shortMentions, Body{Range: source.Range{Start: at, End: at + len(short)}, Of: of})
		at += len(short)
	}
}

// isObject reports whether a word before an offset makes what follows the object
// of something: 向, 与, 来自.
func (p *Page) isObject(at int) bool {
	return wordBefore(p.Text[max(0, at-12):at], placeObject) > 0
}
