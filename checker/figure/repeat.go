package figure

import (
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

// Via says what shows that two figures state one fact.
type Via uint8

// The proofs.
const (
	ByPhrase    Via = iota // the metric is named alike
	ByParallel             // the sentences are copies once numbers are masked
	ByCompanion            // growth, ranks or values that stand with both agree
)

// Repeat is a pair of figures, A before B, that state one fact.
type Repeat struct {
	Match
	Via Via
	// Companions counts the other figures that agree beside the two.
	Companions int
}

// window bounds how many earlier figures of like wording one figure is
// compared with, so that the cost stays linear on pages that are all alike.
const window = 24

// bucketKey gathers figures that could state one fact.
type bucketKey struct {
	kind quantity.Kind
	role Role
	tail string
}

// findRepeats compares figures whose phrases end alike.
func (p *Page) findRepeats() {
	buckets := make(map[bucketKey][]int32, len(p.Figures))
	for i := range p.Figures {
		b := &p.Figures[i]
		key, ok := b.bucket()
		if !ok {
			continue
		}
		list := buckets[key]
		for n := len(list) - 1; n >= 0 && n >= len(list)-window; n-- {
			a := &p.Figures[list[n]]
			if a.Sentence == b.Sentence {
				continue
			}
			if m := p.Match(a, b); m.Verdict >= MaybeSame {
				p.Repeats = append(p.Repeats, Repeat{Match: m, Via: ByPhrase})
			}
		}
		buckets[key] = append(list, int32(i))
	}
	p.companions()
}

func (f *Figure) bucket() (bucketKey, bool) {
	role := roleClass(f.Role)
	if role == Other || f.Quotation {
		return bucketKey{}, false
	}
	key := bucketKey{kind: f.Kind, role: role}
	switch {
	case f.Noun != "":
		key.tail = head(f.Noun, 2)
	case f.Metric != "":
		key.tail = tail(f.Metric, 2)
	default:
		return key, false
	}
	return key, true
}

// head returns the first n characters, tail the last n.
func head(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func tail(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		i--
		for i > 0 && s[i]&0xC0 == 0x80 {
			i--
		}
	}
	return s[i:]
}

// group is a level with the figures that are attached to it: growth, ranks.
type group struct {
	level int
	attrs []int
}

// groups returns the levels that have figures attached, in order.
func (p *Page) groups() []group {
	var out []group
	at := map[int]int{}
	for i := range p.Figures {
		f := &p.Figures[i]
		if f.Of < 0 {
			continue
		}
		g, ok := at[f.Of]
		if !ok {
			g = len(out)
			at[f.Of] = g
			out = append(out, group{level: f.Of})
		}
		out[g].attrs = append(out[g].attrs, i)
	}
	return out
}

// companions finds pairs of groups that agree in all figures but one: most
// surely one fact, even under two names.
func (p *Page) companions() {
	gs := p.groups()
	type anchor struct {
		kind  quantity.Kind
		unit  string
		value string
	}
	index := map[anchor][]int{}
	for n, g := range gs {
		seen := map[int]bool{}
		for _, i := range append([]int{g.level}, g.attrs...) {
			f := &p.Figures[i]
			if f.Digits < 2 && f.Kind != quantity.Rank {
				continue
			}
			k := anchor{f.Kind, f.Unit, f.Value.String()}
			list := index[k]
			for j := max(0, len(list)-window); j < len(list); j++ {
				if m := list[j]; !seen[m] {
					seen[m] = true
					p.compareGroups(&gs[m], &gs[n])
				}
			}
			index[k] = append(list, n)
		}
	}
}

func (p *Page) compareGroups(a, b *group) {
	x, y := &p.Figures[a.level], &p.Figures[b.level]
	if x.Sentence == y.Sentence || x.Kind != y.Kind || x.Unit != y.Unit || placesDiffer(x, y) || x.Modality != y.Modality {
		return
	}
	if contrasted(x.Metric, y.Metric) {
		return
	}
	agree, differ := 0, [][2]int(nil)
	count := func(i, j int) {
		f, g := &p.Figures[i], &p.Figures[j]
		if Agree(f, g) && f.Value.Cmp(g.Value) == 0 {
			agree++
			if f.Digits >= 4 {
				agree++
			}
		} else if !Agree(f, g) {
			differ = append(differ, [2]int{i, j})
		}
	}
	count(a.level, b.level)
	for _, i := range a.attrs {
		for _, j := range b.attrs {
			f, g := &p.Figures[i], &p.Figures[j]
			if f.Role == g.Role && f.Kind == g.Kind && f.Scope == g.Scope && (f.Basis == g.Basis || f.Basis == "" || g.Basis == "") {
				count(i, j)
				break
			}
		}
	}
	if len(differ) != 1 || agree < 3 {
		return
	}
	i, j := differ[0][0], differ[0][1]
	if p.hasRepeat(i, j) {
		return
	}
	f, g := &p.Figures[i], &p.Figures[j]
	m := Match{A: i, B: j, Verdict: Same, Metric: Narrower, Slip: SlipBetween(&f.Quantity, &g.Quantity)}
	p.Repeats = append(p.Repeats, Repeat{Match: m, Via: ByCompanion, Companions: agree})
}

func (p *Page) hasRepeat(a, b int) bool {
	for i := range p.Repeats {
		if r := &p.Repeats[i]; r.A == a && r.B == b && !r.Agrees {
			return true
		}
	}
	return false
}

// parallels aligns sentences that are copies of each other once their numbers
// are masked, figure by figure.
func (p *Page) parallels() {
	seen := map[string]int{}
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if s.AfterFig == s.FirstFig || s.Range.Len() < 24 {
			continue
		}
		key := p.masked(s)
		m, ok := seen[key]
		if !ok {
			seen[key] = n
			continue
		}
		t := &p.Sentences[m]
		if t.AfterFig-t.FirstFig != s.AfterFig-s.FirstFig || p.Doc.Blocks[t.Block].Kind == document.TableCell {
			continue
		}
		for k := range s.AfterFig - s.FirstFig {
			a, b := &p.Figures[t.FirstFig+k], &p.Figures[s.FirstFig+k]
			if !Agree(a, b) && !p.hasRepeat(a.Index, b.Index) && a.Unit == b.Unit {
				p.Repeats = append(p.Repeats, Repeat{Via: ByParallel,
					Match: Match{A: a.Index, B: b.Index, Verdict: Same, Metric: Identical, Slip: SlipBetween(&a.Quantity, &b.Quantity)}})
			}
		}
	}
}

// masked returns a sentence with figures replaced by a sign of their kind.
func (p *Page) masked(s *Sentence) string {
	start := len(p.arena)
	at := s.Range.Start
	for i := s.FirstTok; i < s.AfterTok; i++ {
		t := p.Tokens[i]
		if t.Kind == Quantity {
			p.keep(at, int(t.Start))
			p.arena = append(p.arena, 0, byte(p.Figures[t.Ref].Kind))
			at = int(t.End)
		} else if t.Kind == Word {
			if _, ok := lexicon.Has(t.Ref, lexicon.ClassPreHedge); ok {
				p.keep(at, int(t.Start))
				at = int(t.End)
			}
		}
	}
	p.keep(at, s.Range.End)
	key := string(p.arena[start:])
	p.arena = p.arena[:start]
	return key
}
