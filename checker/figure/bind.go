package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/ledger"
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
	}
}

// amongRest makes every level behind 其中 a part of what went before it, not
// only the first, up to the end of the sentence.
func (p *Page) amongRest(s *Sentence) {
	among := false
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
		if t.Kind == Quantity {
			from, first = int(t.End), i+1
			break
		}
	}
	if f.List > 0 {
		p.bindListed(s, f)
		return
	}
	ph := p.phraseOf(from, max(from, r.start), first)
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
}

// figureBetween reports whether a figure stands between two tokens.
func (p *Page) figureBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if p.Tokens[i].Kind == Quantity {
			return true
		}
	}
	return false
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

// assignRole decides what the figure does from its kind and the run.
func (p *Page) assignRole(s *Sentence, f *Figure, r *run, ph *phrase) {
	switch f.Kind {
	case quantity.Rank:
		f.Role = RankRole
		p.rankScope(s, f)
	case quantity.Edition:
		f.Role = EditionRole
	case quantity.Ordinal, quantity.Score, quantity.Age:
		f.Role = Other
	case quantity.Percent, quantity.Permille, quantity.Range:
		f.Role = percentRole(f, r, ph)
	case quantity.Fraction:
		f.Role = Level
		if r.share || ph.share {
			f.Role = Share
		}
	case quantity.Multiple:
		f.Role = Other
		if r.verb == "by" {
			f.Role = Growth
		}
	case quantity.Point:
		switch {
		case r.verb == "contrib" || ph.verb == "contrib":
			f.Role = Contribution
		case r.verb == "gap" || ph.verb == "gap":
			f.Role = Gap
		default:
			f.Role = Change
		}
	case quantity.Number:
		f.Role = Other
		if r.verb == "" && (f.Decimals > 0 || f.Digits >= 3) {
			f.Role = Level
		}
	default:
		f.Role = Level
		if r.verb == "by" && r.sign != 0 {
			f.Role = Change
		}
		if r.total || ph.total {
			f.Role = Total
		}
	}
}

func percentRole(f *Figure, r *run, ph *phrase) Role {
	if f.Kind == quantity.Range && f.PartKind != quantity.Percent {
		return Level
	}
	switch {
	case r.verb == "contrib":
		return Contribution
	case r.verb == "gap":
		return Gap
	case r.verb == "by" && !r.share:
		return Growth
	case r.verb == "to":
		return Level
	case r.share || ph.share:
		return Share
	}
	return Level
}

// rankScope finds the scope of a rank: the scope word or place before it.
func (p *Page) rankScope(s *Sentence, f *Figure) {
	marks := 0
	for i := f.Token - 1; i >= s.FirstTok; i-- {
		t := p.Tokens[i]
		if t.Kind == Quantity {
			return
		}
		if t.Kind == Punct && t.Ref != '、' {
			// 在中部，…居第七: one clause back, if it does nothing but set the scope.
			if marks++; marks > 1 || t.Ref != '，' {
				return
			}
			continue
		}
		if t.Kind != Word {
			continue
		}
		if sc, ok := lexicon.Has(t.Ref, lexicon.ClassScope); ok {
			f.Scope = sc.Code
			return
		}
		// A place is the scope only right before the rank: 居湖北第二.
		if sc, ok := lexicon.Has(t.Ref, lexicon.ClassRegion); ok && marks == 0 && f.Range.Start-int(t.End) <= 12 {
			f.Scope = sc.Code
			return
		}
	}
}

// attach finds the figure whose growth, share, change or rank this one states.
func (p *Page) attach(s *Sentence, f *Figure, r *run, ph *phrase) {
	switch f.Role {
	case Growth, RankRole, Change, Share, Contribution:
	default:
		if f.VerbTo && f.Index > s.FirstFig && p.fromMark(s, f.Index-1) {
			g := &p.Figures[f.Index-1]
			f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, min(g.MetricOrigin, Inherited)
			f.Noun, f.NounRange = g.Noun, g.NounRange
			return
		}
		if f.Kind == quantity.Percent && f.Role == Level && f.Metric == "" {
			p.inheritMetric(s, f)
			if rateHead(f.Metric) {
				return
			}
		}
		if f.Kind == quantity.Percent && f.Role == Level && !rateHead(f.Metric) {
			p.ofLevel(s, f)
			return
		}
		if p.baseOf(s, f, ph) {
			return
		}
		if f.Metric == "" && f.Noun == "" {
			p.inheritMetric(s, f)
		}
		return
	}
	own := ph.key
	if f.Role == Share && ph.shareAt >= 0 {
		own = p.shareSubject(s, f, ph)
	}
	if f.Role == RankRole {
		own = rankOwn(own)
		if own == "增速" || own == "增幅" || own == "growth" {
			if g := p.growthBefore(s, f); g != nil {
				own = g.Metric + own
			}
		}
		f.Metric = own
		if f.Region == f.Scope { // the scope isn't whose rank it is
			f.Region = p.regionIn(s, ph.at, f.Scope)
			f.RegionOrigin = Unknown
			if f.Region != "" {
				f.RegionOrigin = Printed
			}
		}
	}
	if p.compares(ph.at.Start) || comparing(own) {
		own = "" // what is compared with isn't what moved: 较9月末上升, 比原计划增加
	}
	if own != "" {
		if f.Role == Share {
			f.Metric = own + "/" + p.denominatorKey(f)
		}
		return
	}
	defer func() {
		if f.Role == Share {
			f.Metric += "/" + p.denominatorKey(f)
		}
	}()
	for k := f.Index - 1; k >= s.FirstFig; k-- {
		g := &p.Figures[k]
		if p.cutBetween(g.Token, f.Token) {
			break
		}
		if g.Modality == Historical {
			continue // only compared with
		}
		if g.Role == Level || g.Role == Total || g.Role == Part || g.Role == Change && f.Role != Change {
			f.Of = k
			if g.ListLen > 1 && f.ListLen == 1 && f.Role != RankRole {
				f.Of = -1 // one growth behind a list of levels: can't tell whose
				if !g.Respective {
					f.MetricOrigin = Unknown
				}
				return
			}
			f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, Inherited
			f.Noun, f.NounRange = g.Noun, g.NounRange
			f.Region, f.RegionOrigin = g.Region, min(g.RegionOrigin, Inherited)
			f.Modality = max(f.Modality, g.Modality)
			f.Among = g.Among
			return
		}
		if g.Of >= 0 && (g.Role == Growth || g.Role == RankRole || g.Role == Share || g.Role == Change) {
			f.Of = g.Of
			f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, Inherited
			if g.Role == Share {
				f.Metric, _, _ = strings.Cut(g.Metric, "/") // 占总数的3%，占总股本的1%: of one part
			}
			f.Noun, f.NounRange, f.Among = g.Noun, g.NounRange, g.Among
			f.Region, f.RegionOrigin = g.Region, min(g.RegionOrigin, Inherited)
			return
		}
		if g.Metric != "" && (g.Role == Growth || g.Role == RankRole) {
			f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, Inherited
			f.Region, f.RegionOrigin = g.Region, min(g.RegionOrigin, Inherited)
			return
		}
	}
	f.MetricOrigin = Unknown
}

// comparing reports whether a phrase says nothing but what is compared with.
func comparing(key string) bool {
	return wordAt(key, 0, comparingOpening) > 0 && wordAt(key, 0, notComparing) == 0
}

// cutBetween reports whether a mark that ends a chain of clauses stands
// between two tokens.
func (p *Page) cutBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if t := p.Tokens[i]; t.Kind == Punct {
			switch t.Ref {
			case '；', ';', '。', '\n':
				return true
			}
		}
	}
	return false
}

// shareSubject returns the key of the words before 占 in a share's clause.
func (p *Page) shareSubject(s *Sentence, f *Figure, ph *phrase) string {
	t := p.Tokens[ph.shareAt]
	first := ph.shareAt
	for first > s.FirstTok && int(p.Tokens[first-1].Start) >= ph.at.Start {
		first--
	}
	sub := p.phraseOf(ph.at.Start, int(t.Start), first)
	return sub.key
}

// rankOwn drops the words that only introduce a rank: 居, 位列, 排名.
func rankOwn(key string) string {
	for again := true; again; {
		again = false
		for _, w := range rankWords {
			if n := len(key) - len(w); n >= 0 && key[n:] == w {
				key, again = key[:n], true
			}
		}
	}
	return key
}

var rankWords = [...]string{"位居", "位列", "居", "列", "排名", "名列", "排", "稳居", "升至", "跃居", "位次", "连续", "蝉联", "均居", "排在", "增量", "并列", "保持", "继续", "跻身", "首位", "位", "同类城市", "城市", "地级市", "省份", "各省", "国家"}

// growthBefore returns the growth that stands last before a figure in its
// sentence; nil for none.
func (p *Page) growthBefore(s *Sentence, f *Figure) *Figure {
	for k := f.Index - 1; k >= s.FirstFig; k-- {
		if g := &p.Figures[k]; g.Role == Growth {
			return g
		}
	}
	return nil
}

// regionIn returns the last place that a phrase names beside the scope.
func (p *Page) regionIn(s *Sentence, at source.Range, scope string) (last string) {
	for i := s.FirstTok; i < s.AfterTok && int(p.Tokens[i].End) <= at.End; i++ {
		if t := p.Tokens[i]; t.Kind == Word && int(t.Start) >= at.Start {
			if r, ok := lexicon.Has(t.Ref, lexicon.ClassRegion); ok && r.Code != scope {
				last = r.Code
			}
		}
	}
	return last
}

// baseOf gives a level that another is compared with what that one measures:
// 达1.6亿户，相比2012年底的5500万户.
func (p *Page) baseOf(s *Sentence, f *Figure, ph *phrase) bool {
	if f.Index == s.FirstFig || !comparing(ph.key) || !strings.HasSuffix(p.Text[:f.Span().Start], "的") {
		return false
	}
	g := &p.Figures[f.Index-1]
	if !isLevel(g) || g.Kind != f.Kind || g.Unit != f.Unit || p.cutBetween(g.Token, f.Token) {
		return false
	}
	f.Metric, f.MetricRange, f.MetricOrigin = g.Metric, g.MetricRange, Inherited
	f.Noun, f.NounRange, f.Region, f.RegionOrigin = g.Noun, g.NounRange, g.Region, min(g.RegionOrigin, Inherited)
	f.Modality = Historical
	return true
}

// inheritMetric gives a bare level the phrase of the clause before it.
func (p *Page) inheritMetric(s *Sentence, f *Figure) {
	f.MetricOrigin = Unknown
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

// ScopeWithin reports whether the scope of a rank lies within another, by the
// lexicon's scopes or the ledger's places.
func ScopeWithin(inner, outer string, led *ledger.Ledger) bool {
	if inner == outer {
		return false
	}
	if w := lexicon.Exact(inner); w >= 0 {
		if s, ok := lexicon.Has(w, lexicon.ClassScope); ok {
			for wider := range strings.SplitSeq(s.Alt, ",") {
				if wider == outer {
					return true
				}
			}
		}
	}
	a, b := led.Entity(inner), led.Entity(outer)
	return a != nil && b != nil && a.IsWithin(b)
}

// rateHead reports whether a phrase names a rate by its last word, so that a
// percentage behind it is a level of its own: 失业率为5.1%.
func rateHead(key string) bool {
	for _, w := range [...]string{"率", "比", "比例", "比重", "指数", "占比", "度", "增速", "增幅", "涨幅", "降幅", "利差", "浓度", "水平", "pmi", "gdp", "cpi", "ppi", "rate", "share", "proportion", "percentage"} {
		if strings.HasSuffix(key, w) {
			return true
		}
	}
	return false
}

// ofLevel ties a percentage that measures the level before it (完成预算数的
// 96%) to that level, so that it is compared with its like only.
func (p *Page) ofLevel(s *Sentence, f *Figure) {
	for k := f.Index - 1; k >= s.FirstFig; k-- {
		g := &p.Figures[k]
		if p.cutBetween(g.Token, f.Token) {
			break
		}
		if isLevel(g) {
			f.Metric = g.Metric + "/" + f.Metric
			f.MetricOrigin = min(f.MetricOrigin, Inherited)
			return
		}
	}
	f.MetricOrigin = min(f.MetricOrigin, Guessed)
}
