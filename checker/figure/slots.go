package figure

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// findSlots collects the members of breakdowns that a figure's phrase names,
// or those of the topic that an earlier clause of its sentence sets.
func (p *Page) findSlots(f *Figure) {
	switch {
	case f.ListLen > 1 && f.Subject == "":
		return
	case f.ListLen > 1:
		p.addSlots(f, f.SubjectRange, Printed)
		return
	}
	p.addSlots(f, f.MetricRange, Printed)
	if len(f.Slots) > 0 || f.EntityOrigin == Printed {
		return
	}
	s := &p.Sentences[f.Sentence]
	from := s.Range.Start
	if f.Index > s.FirstFig {
		g := &p.Figures[f.Index-1]
		if g.Declared != nil {
			if len(g.Slots) > 0 && g.Declared != f.Declared && !p.cutBetween(g.Token, f.Token) {
				f.Slots, f.SlotsOrigin = g.Slots, Guessed
				if f.Among {
					f.SlotsOrigin = Inherited
				}
			}
			return
		}
		from = g.Range.End
	}
	p.addSlots(f, source.Range{Start: from, End: f.Clause.Start}, Inherited)
}

func (p *Page) addSlots(f *Figure, r source.Range, origin Origin) {
	for i := p.firstName(r.Start); i < len(p.Names) && p.Names[i].Range.End <= r.End; i++ {
		for _, m := range p.Meanings(&p.Names[i]) {
			if m.Kind == ledger.MemberName && !hasSlot(f.Slots, m.Breakdown) {
				f.Slots, f.SlotsOrigin = append(f.Slots[:len(f.Slots):len(f.Slots)], ledger.Slot{Breakdown: m.Breakdown, Member: m.Entity}), origin
			}
		}
	}
}

func hasSlot(slots []ledger.Slot, b *ledger.Breakdown) bool {
	for _, s := range slots {
		if s.Breakdown == b {
			return true
		}
	}
	return false
}

// declareBySlot takes a phrase that names nothing but a member of a breakdown
// (锂电池增长1.4倍) as speaking of the metric of the figure before it.
func (p *Page) declareBySlot(f *Figure) {
	if f.ListLen > 1 || f.Kind == quantity.Rank || f.Role == Other {
		return
	}
	r := f.MetricRange
	if f.Metric == "" {
		r = source.Range{Start: f.Clause.Start, End: f.Range.Start}
		if k := f.Index - 1; k >= 0 && p.Figures[k].Range.End > r.Start {
			r.Start = p.Figures[k].Range.End
		}
	}
	p.addSlots(f, r, Printed)
	if len(f.Slots) != 1 || p.leftover(r, f.Sentence) != "" {
		f.Slots, f.SlotsOrigin = nil, Unknown
		return
	}
	for k := f.Index - 1; k >= 0 && k > f.Index-window; k-- {
		g := &p.Figures[k]
		if g.Declared == nil || len(g.Slots) > 1 || len(g.Slots) == 1 && g.Slots[0].Breakdown != f.Slots[0].Breakdown {
			continue
		}
		f.Declared, f.DeclaredRange, f.DeclaredOrigin = g.Declared, g.DeclaredRange, Guessed
		if g.Sentence == f.Sentence {
			f.DeclaredOrigin = Inherited
		}
		f.Extra = g.Extra
		return
	}
	f.Slots, f.SlotsOrigin = nil, Unknown
}

// declareByPointing takes a rank or growth whose own words only point back
// (总量居全国第二, 增速第一) as that of the figure before it in the sentence.
func (p *Page) declareByPointing(f *Figure) {
	if f.ListLen > 1 || f.Role != RankRole && f.Role != Growth || p.leftover(f.MetricRange, f.Sentence) != "" {
		return
	}
	if k := f.Index - 1; k >= p.Sentences[f.Sentence].FirstFig {
		if g := &p.Figures[k]; g.Declared != nil && g.ListLen == 1 {
			origin, entity := f.EntityOrigin, f.Entity
			f.takeDeclared(g)
			if origin == Printed {
				f.EntityOrigin, f.Entity = origin, entity
			}
		}
	}
}

// leftover returns what a phrase says beyond the names that the ledger knows:
// qualifiers that may make it another metric (核心, 装备制造业).
func (p *Page) leftover(r source.Range, sentence int) string {
	start := len(p.arena)
	at := r.Start
	for i := p.firstName(at); i < len(p.Names) && p.Names[i].Range.End <= r.End; i++ {
		n := &p.Names[i]
		if n.Range.Start < at {
			continue
		}
		p.keepPhrase(at, n.Range.Start, sentence)
		at = n.Range.End
	}
	if at < r.End {
		p.keepPhrase(at, r.End, sentence)
	}
	key := string(p.arena[start:])
	p.arena = p.arena[:start]
	return neutralized(key)
}

// keepPhrase appends the words of a phrase that say what is measured. A phrase
// that only points back (这座机场的) says nothing.
func (p *Page) keepPhrase(from, to, sentence int) {
	words := strings.TrimSpace(p.Text[from:to])
	if strings.HasSuffix(words, "的") {
		if wordAt(lastClause(words), 0, apposition) > 0 {
			return // 作为主要指标的
		}
		for _, w := range [...]string{"这", "该", "此"} {
			if strings.HasPrefix(words, w) && !strings.ContainsAny(words, "，。；") {
				return
			}
		}
	}
	p.arena = append(p.arena, ' ')
	p.arena = append(p.arena, p.phraseOf(from, to, p.tokenAt(sentence, from)).key...)
}

// lastClause returns what stands behind the last mark of a text, never nothing
// where the text doesn't end in one.
func lastClause(s string) string {
	for _, mark := range [...]string{"，", "。", "；", "："} {
		if i := strings.LastIndex(s, mark); i >= 0 && i+len(mark) < len(s) {
			s = s[i+len(mark):]
		}
	}
	return s
}

//go:embed data/neutral.txt
var neutralText string

// neutral is the trie of words that qualify nothing.
var neutral = sync.OnceValue(func() *lexicon.Trie {
	var words []string
	for line := range strings.Lines(neutralText) {
		if w := strings.TrimSpace(line); w != "" && w[0] != '#' {
			words = append(words, w)
		}
	}
	return lexicon.NewTrie(words)
})

// neutralized drops the words of a key that qualify nothing, and marks.
func neutralized(key string) string {
	var out strings.Builder
	for i := 0; i < len(key); {
		if _, e := neutral().Longest(key, i); e > i {
			i = e
			continue
		}
		w := min(runeLen(key[i]), len(key)-i)
		switch key[i : i+w] {
		case " ", "(", ")", "（", "）", "“", "”", "的", "了", "、", "，", ",", "-", "'", "’", "《", "》":
		default:
			out.WriteString(key[i : i+w])
		}
		i += w
	}
	return out.String()
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
