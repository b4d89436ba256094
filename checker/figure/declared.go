package figure

import (
	"sort"
	"strings"

	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// names is the trie of a ledger's names with what each stands for, and the
// ledger's figures by what they measure.
type names struct {
	trie   *lexicon.Trie
	list   []ledger.Name // sorted by text; the trie's word is the first of equals
	series *seriesIndex
	near   *nearNames
	begins *beginnings
}

func newNames(led *ledger.Ledger) *names {
	list := abbreviated(led.Names())
	texts := make([]string, len(list))
	for i, n := range list {
		texts[i] = n.Text
	}
	n := &names{list: list}
	sideBySide(func() {
		near, spellings := newNearNames(list)
		n.near, n.begins = near, newBeginnings(list, spellings)
	}, func() {
		n.trie, n.series = lexicon.NewTrie(texts), newSeriesIndex(led)
	})
	return n
}

// sideBySide does two things at once; a panic of either is the caller's.
func sideBySide(a, b func()) {
	var fault any
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { fault = recover() }()
		a()
	}()
	b()
	if <-done; fault != nil {
		panic(fault)
	}
}

// Prepare makes ready what every reader needs, whatever its ledger: at the latest
// the first one does. Programs call it beside what they begin with.
func Prepare() {
	cues()
	wordSets()
	sayings()
	ledger.WithPacks(nil)
}

// Meanings returns what a name may stand for.
func (p *Page) Meanings(n *Name) []ledger.Name {
	list := p.names.list
	end := int(n.ID) + 1
	for end < len(list) && list[end].Text == list[n.ID].Text {
		end++
	}
	return list[n.ID:end]
}

// declare ties figures to the metrics, entities and members that the ledger
// declares.
func (p *Page) declare() {
	if len(p.Names) == 0 {
		return
	}
	p.joinBrackets()
	next, entity := 0, -1 // names seen, and the last that is an entity's
	for i := range p.Figures {
		f := &p.Figures[i]
		for ; next < len(p.Names) && p.Names[next].Range.Start < f.Range.Start; next++ {
			if p.entityOf(next) != nil && !p.compared(next) {
				entity = next
			}
		}
		p.setEntity(f, entity)
		p.ownName(f)
		if f.Of >= 0 && f.MetricOrigin != Printed {
			f.takeDeclared(&p.Figures[f.Of])
			continue
		}
		if p.declareOne(f); f.Declared == nil {
			if p.declareBySlot(f); f.Declared == nil {
				p.declareByPointing(f)
			}
		}
	}
}

// joinBrackets makes one name of a name and another name of the same metric, or
// its letters, in brackets right behind it: 居民消费价格指数（CPI）.
func (p *Page) joinBrackets() {
	kept := p.Names[:0]
	for i := 0; i < len(p.Names); i++ {
		n := p.Names[i]
		if end := p.bracketEnd(n.Range.End); end > 0 {
			inside := i + 1
			for inside < len(p.Names) && p.Names[inside].Range.End < end {
				inside++
			}
			if p.abbreviates(&n, i+1, inside, end) {
				n.Range.End, i = end, inside-1
			}
		}
		kept = append(kept, n)
	}
	p.Names = kept
}

// bracketEnd returns where brackets close that open at an offset, if they hold
// few characters; 0 for none.
func (p *Page) bracketEnd(at int) int {
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if rest := p.Text[at:min(at+60, len(p.Text))]; strings.HasPrefix(rest, pair[0]) {
			if i := strings.Index(rest, pair[1]); i > 0 {
				return at + i + len(pair[1])
			}
		}
	}
	return 0
}

// abbreviates reports whether the brackets behind a metric's name hold a name of
// that metric, or nothing but Latin letters and digits. Names [from, to) are those inside.
func (p *Page) abbreviates(n *Name, from, to, end int) bool {
	var metric *ledger.Metric
	for _, m := range p.Meanings(n) {
		if m.Kind == ledger.MetricName {
			metric = m.Metric
		}
	}
	if metric == nil || to > from+1 {
		return false
	}
	words := strings.Trim(p.Text[n.Range.End:end], "（）() ")
	if to == from {
		for i := range len(words) {
			if !isLatin(words[i]) && (words[i] < '0' || words[i] > '9') {
				return false
			}
		}
		return words != "" && len(words) <= 10
	}
	if p.Words(p.Names[from].Range) != words {
		return false
	}
	for _, m := range p.Meanings(&p.Names[from]) {
		if m.Kind == ledger.MetricName && m.Metric == metric {
			return true
		}
	}
	return false
}

// ownName frees a figure from the one before it where a name that ends in
// brackets, which cut it off its clause, says that it has a metric of its own:
// 社会融资规模增长8.9%，广义货币供应量（M2）增长8.3%.
func (p *Page) ownName(f *Figure) {
	if f.MetricOrigin == Printed || f.List > 0 {
		return
	}
	i := p.firstName(f.Clause.Start) - 1
	if i < 0 || p.Names[i].Range.End != f.Clause.Start || f.Index > 0 && p.Names[i].Range.Start < p.Figures[f.Index-1].Range.End {
		return
	}
	for _, m := range p.Meanings(&p.Names[i]) {
		if m.Kind == ledger.MetricName {
			f.Of, f.Metric, f.MetricRange, f.MetricOrigin = -1, m.Metric.Name, p.Names[i].Range, Printed
			return
		}
	}
}

// takeDeclared copies what a figure measures to the one that states its
// growth, rank or share.
func (f *Figure) takeDeclared(g *Figure) {
	f.Declared, f.DeclaredRange, f.DeclaredOrigin = g.Declared, g.DeclaredRange, min(g.DeclaredOrigin, Inherited)
	f.Slots, f.SlotsOrigin, f.Extra = g.Slots, g.SlotsOrigin, g.Extra
	f.Entity, f.EntityOrigin = g.Entity, g.EntityOrigin
}

// entityOf returns the entity that a name stands for, nil for none.
func (p *Page) entityOf(name int) *ledger.Entity {
	for _, m := range p.Meanings(&p.Names[name]) {
		if m.Kind == ledger.EntityName {
			return m.Entity
		}
	}
	return nil
}

// compared reports whether a name is only what something is compared with or
// ranked among (比全国, 占全省的, 居全国第三), so that it governs nothing.
func (p *Page) compared(name int) bool {
	r := p.Names[name].Range
	before := p.Text[max(0, r.Start-12):r.Start]
	for _, w := range [...]string{"比", "占", "占同期", "高于", "低于", "快于", "慢于", "较", "居", "列", "排", "than ", "than the ", "of "} {
		if strings.HasSuffix(before, w) {
			return w != "of " // "exports of Hubei province" is about Hubei
		}
	}
	i := p.tokenFrom(r.End)
	return i < len(p.Tokens) && int(p.Tokens[i].Start) == r.End && p.Tokens[i].Kind == Quantity &&
		p.Figures[p.Tokens[i].Ref].Kind == quantity.Rank
}

// tokenFrom returns the first token that starts at or behind an offset.
func (p *Page) tokenFrom(at int) int {
	lo, hi := 0, len(p.Tokens)
	for lo < hi {
		m := (lo + hi) / 2
		if int(p.Tokens[m].Start) < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// setEntity gives a figure the entity named last before it, or the one that
// 分别 deals to it.
func (p *Page) setEntity(f *Figure, name int) {
	if f.Subject != "" {
		for i := p.firstName(f.SubjectRange.Start); i < len(p.Names) && p.Names[i].Range.End <= f.SubjectRange.End; i++ {
			if e := p.entityOf(i); e != nil {
				f.Entity, f.EntityOrigin = e, Printed
				return
			}
		}
	}
	if name < 0 {
		return
	}
	n := &p.Names[name]
	f.Entity = p.entityOf(name)
	switch {
	case n.Range.End >= f.Clause.Start: // 中欧班列（武汉）: the bracket ends a clause
		f.EntityOrigin = Printed
	case n.Sentence == f.Sentence || p.Sentences[n.Sentence].Block == f.Block:
		f.EntityOrigin = Inherited
	default:
		f.EntityOrigin = Guessed
	}
}

// declareOne finds the metric that a figure's own words name: in the phrase
// before it, else in the noun behind its classifier.
func (p *Page) declareOne(f *Figure) {
	phrase := p.phraseRange(f)
	best := p.metricIn(f, phrase, phrase.End)
	noun := false
	if best < 0 && f.NounRange.Len() > 0 {
		best, noun = p.metricIn(f, source.Range{Start: f.NounRange.Start, End: f.NounRange.Start + 1}, len(p.Text)), true
	}
	if best < 0 && (f.Kind == quantity.Number || f.Kind == quantity.Count) {
		at := f.Range.End // 599 newly established enterprises
		for at < len(p.Text) && p.Text[at] == ' ' {
			at++
		}
		best, noun = p.metricIn(f, source.Range{Start: at, End: at + 1}, len(p.Text)), true
	}
	if best < 0 {
		return
	}
	n := &p.Names[best]
	for _, m := range p.Meanings(n) {
		if m.Kind == ledger.MetricName && (m.Only == nil || f.Entity == nil || m.Only == f.Entity) {
			f.Declared = m.Metric
			break
		}
	}
	f.DeclaredRange, f.DeclaredOrigin = n.Range, Printed
	if n.Range.End < f.Clause.Start {
		f.DeclaredOrigin = min(f.MetricOrigin, Guessed)
	}
	if f.List > 0 {
		f.DeclaredOrigin = min(f.DeclaredOrigin, Inherited)
	}
	p.findSlots(f)
	f.Extra = p.leftover(phrase, f.Sentence)
	if f.Declared != nil && f.Declared.Kind != ledger.Flow && (f.Extra == "余额" || f.Extra == "存量") {
		f.Extra = "" // what isn't a flow is a stock, said or not
	}
	if noun && n.Range.End < f.NounRange.End && !strings.HasPrefix(p.Text[n.Range.End:], "的") {
		f.Extra += neutralized(p.Text[n.Range.End:f.NounRange.End])
	}
	p.unverb(f)
}

// phraseRange returns where the words stand that name a figure's metric: its
// phrase, with a name of the ledger that reaches over either end of it, into
// brackets (广义货币（M2）) or words that mean little by themselves (外汇储备规模).
func (p *Page) phraseRange(f *Figure) source.Range {
	r := f.MetricRange
	if r.Len() == 0 {
		r = source.Range{Start: f.Clause.Start, End: f.Clause.Start}
	}
	if f.List > 0 || f.MetricRange.Len() > 0 && r.End <= f.Clause.Start {
		return r // that of another figure or clause
	}
	if k := f.Index - 1; k >= 0 {
		if e := p.Figures[k].Range.End; e > r.Start && e <= f.Range.Start {
			if f.MetricOrigin != Printed && r.End > r.Start {
				return r
			}
			r.Start, r.End = e, max(r.End, e)
		}
	}
	i := p.firstName(r.Start)
	if i > 0 && p.Names[i-1].Sentence == f.Sentence {
		if n := p.Names[i-1].Range; n.End > r.Start || n.End == r.Start && n.End == f.Clause.Start {
			r.Start = n.Start
		}
	}
	for ; i < len(p.Names) && p.Names[i].Range.Start < r.End; i++ {
		if n := p.Names[i].Range; n.End > r.End && n.End <= f.Range.Start {
			r.End = n.End
		}
	}
	return source.Range{Start: r.Start, End: max(r.End, r.Start)}
}

// metricIn returns the last name of a metric that starts within r and ends by
// end; -1 for none.
func (p *Page) metricIn(f *Figure, r source.Range, end int) int {
	best := -1
	for i := p.firstName(r.Start); i < len(p.Names) && p.Names[i].Range.Start < r.End; i++ {
		n := &p.Names[i]
		if n.Range.End > end {
			continue
		}
		for _, m := range p.Meanings(n) {
			if m.Kind == ledger.MetricName && (m.Only == nil || f.Entity == nil || m.Only == f.Entity) {
				best = i
			}
		}
	}
	return best
}

// unverb takes back a modality that only a word inside the metric's name gave:
// the "projects" of contracted projects aren't a forecast.
func (p *Page) unverb(f *Figure) {
	if f.Modality == Asserted || f.DeclaredOrigin != Printed {
		return
	}
	for i := p.tokenFrom(f.Clause.Start); i < len(p.Tokens) && i < f.Token; i++ {
		t := p.Tokens[i]
		if t.Kind != Word || f.DeclaredRange.Start <= int(t.Start) && int(t.End) <= f.DeclaredRange.End {
			continue
		}
		if s, ok := lexicon.Has(t.Ref, lexicon.ClassModality); ok && modalityOf(s.Code) != Asserted {
			return
		}
	}
	f.Modality = Asserted
}

// firstName returns the index of the first name at or behind an offset.
func (p *Page) firstName(at int) int {
	return sort.Search(len(p.Names), func(i int) bool { return p.Names[i].Range.Start >= at })
}
