package figure

import (
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// names is the trie of a ledger's names with what each stands for.
type names struct {
	trie *lexicon.Trie
	list []ledger.Name // sorted by text; the trie's word is the first of equals
}

func newNames(led *ledger.Ledger) *names {
	list := led.Names()
	texts := make([]string, len(list))
	for i, n := range list {
		texts[i] = n.Text
	}
	return &names{trie: lexicon.NewTrie(texts), list: list}
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
	for i := range p.Figures {
		f := &p.Figures[i]
		if f.Of >= 0 && f.MetricOrigin != Printed {
			g := &p.Figures[f.Of]
			f.Declared, f.Slots, f.Entity, f.EntityOrigin, f.Extra = g.Declared, g.Slots, g.Entity, g.EntityOrigin, g.Extra
			continue
		}
		p.declareOne(f)
	}
}

func (p *Page) declareOne(f *Figure) {
	s := &p.Sentences[f.Sentence]
	phrase := f.MetricRange
	best := -1
	for _, r := range [...]source.Range{phrase, f.NounRange} {
		for i := p.firstName(r.Start); i < len(p.Names) && p.Names[i].Range.Start < r.End; i++ {
			n := &p.Names[i]
			for _, m := range p.Meanings(n) {
				if m.Kind == ledger.MetricName && n.Range.End <= r.End {
					best = i
				}
			}
		}
		if best >= 0 {
			break
		}
	}
	p.findEntity(s, f)
	if best < 0 {
		return
	}
	for _, m := range p.Meanings(&p.Names[best]) {
		if m.Kind == ledger.MetricName && (m.Only == nil || f.Entity == nil || m.Only == f.Entity) {
			f.Declared = m.Metric
			break
		}
	}
	f.DeclaredRange = p.Names[best].Range
	p.findSlots(f)
	f.Extra = p.leftover(f)
}

// firstName returns the index of the first name at or behind an offset.
func (p *Page) firstName(at int) int {
	lo, hi := 0, len(p.Names)
	for lo < hi {
		m := (lo + hi) / 2
		if p.Names[m].Range.Start < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// findEntity gives a figure the entity named last before it: in its sentence,
// else in its paragraph, else in what stands above.
func (p *Page) findEntity(s *Sentence, f *Figure) {
	for i := p.firstName(f.Range.Start) - 1; i >= 0; i-- {
		n := &p.Names[i]
		for _, m := range p.Meanings(n) {
			if m.Kind != ledger.EntityName {
				continue
			}
			f.Entity = m.Entity
			switch {
			case n.Range.Start >= f.Clause.Start:
				f.EntityOrigin = Printed
			case n.Sentence == f.Sentence || p.Sentences[n.Sentence].Block == s.Block:
				f.EntityOrigin = Inherited
			default:
				f.EntityOrigin = Guessed
			}
			return
		}
	}
}

// findSlots collects the members of breakdowns that a figure's phrase names.
func (p *Page) findSlots(f *Figure) {
	add := func(r source.Range) {
		for i := p.firstName(r.Start); i < len(p.Names) && p.Names[i].Range.End <= r.End; i++ {
			for _, m := range p.Meanings(&p.Names[i]) {
				if m.Kind == ledger.MemberName && !hasSlot(f.Slots, m.Breakdown) {
					f.Slots = append(f.Slots, ledger.Slot{Breakdown: m.Breakdown, Member: m.Entity})
				}
			}
		}
	}
	if f.ListLen > 1 {
		if f.Subject != "" {
			add(f.SubjectRange)
		}
		return
	}
	add(f.MetricRange)
}

func hasSlot(slots []ledger.Slot, b *ledger.Breakdown) bool {
	for _, s := range slots {
		if s.Breakdown == b {
			return true
		}
	}
	return false
}

// leftover returns what a phrase says beyond the names that the ledger knows:
// qualifiers that may make it another metric (核心, 装备制造业).
func (p *Page) leftover(f *Figure) string {
	start := len(p.arena)
	at := f.MetricRange.Start
	for i := p.firstName(at); i < len(p.Names) && p.Names[i].Range.End <= f.MetricRange.End; i++ {
		n := &p.Names[i]
		if n.Range.Start < at {
			continue
		}
		p.arena = append(p.arena, p.phraseOf(at, n.Range.Start, p.tokenAt(f.Sentence, at)).key...)
		at = n.Range.End
	}
	if at < f.MetricRange.End {
		p.arena = append(p.arena, p.phraseOf(at, f.MetricRange.End, p.tokenAt(f.Sentence, at)).key...)
	}
	key := string(trimStops(p.arena[start:]))
	p.arena = p.arena[:start]
	return key
}

// tokenAt returns the first token of a sentence that starts at or behind an
// offset.
func (p *Page) tokenAt(sentence, at int) int {
	s := &p.Sentences[sentence]
	lo, hi := s.FirstTok, s.AfterTok
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
