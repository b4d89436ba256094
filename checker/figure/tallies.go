package figure

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/quantity"
)

// Tally is a whole that falls into all of its classes: votes for, against and
// abstained; games won, drawn and lost; medals of gold, silver and bronze.
type Tally struct {
	Total   int
	Classes []int
	Sum     quantity.Num
	Holds   bool
}

//go:embed data/tallies.txt
var talliesText string

// tallyKind is one sort of tally: the words of its whole, its classes, those of
// which the last ones may be left out.
type tallyKind struct {
	whole    []string
	classes  [][]string
	optional int // from this class on
}

var tallyKinds = sync.OnceValue(func() (list []tallyKind) {
	for line := range strings.Lines(talliesText) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			list = append(list, tallyKind{optional: -1})
		case line[0] == '=':
			list[len(list)-1].whole = strings.Split(line[1:], "|")
		default:
			t := &list[len(list)-1]
			if line[0] == '!' {
				line, t.optional = line[1:], len(t.classes)
			}
			t.classes = append(t.classes, strings.Split(line, "|"))
		}
	}
	for i := range list {
		if t := &list[i]; t.optional < 0 {
			t.optional = len(t.classes)
		}
	}
	return list
})

// findTallies reads, sentence by sentence, figures that name the classes of a
// tally right before or right behind the number, and the whole.
func (p *Page) findTallies() {
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if s.AfterFig-s.FirstFig < 3 {
			continue
		}
		words := p.Words(s.Range)
		kinds := tallyKinds()
		for i := range kinds {
			// The second class is never left out: against, drawn, silver.
			if kind := &kinds[i]; containsAny(words, kind.classes[1]) {
				p.tally(s, kind)
			}
		}
	}
}

// elsewhere are words that go on to another occasion.
var elsewhere = [...]string{"加上", "此外", "另有", "另获", "plus", "besides"}

func (p *Page) tally(s *Sentence, kind *tallyKind) {
	var at [8]int
	for i := range at {
		at[i] = -1
	}
	found, last := 0, -1
	for k := s.FirstFig; k < s.AfterFig; k++ {
		c := p.classOf(s, k, kind)
		if c < 0 {
			continue
		}
		if at[c] >= 0 || last >= 0 && p.cutBetween(p.Figures[last].Token, p.Figures[k].Token) {
			return // two tallies in one sentence
		}
		at[c], last = k, k
		found++
	}
	if found < 3 {
		return
	}
	var t Tally
	sum := quantity.Int(0)
	first := s.AfterFig
	for c := range kind.classes {
		if at[c] < 0 {
			if c < kind.optional {
				return
			}
			continue
		}
		f := &p.Figures[at[c]]
		if f.Hedge != quantity.None {
			return
		}
		sum = sum.Add(f.Value)
		t.Classes = append(t.Classes, at[c])
		first = min(first, at[c])
	}
	if containsAny(p.Text[p.Figures[first].Range.Start:p.Figures[last].Range.Start], elsewhere[:]) {
		return
	}
	t.Total, t.Sum = p.wholeOf(s, kind, t.Classes, first), sum
	if t.Total < 0 {
		return
	}
	w := &p.Figures[t.Total]
	t.Holds = w.Value.Cmp(sum) == 0 || w.Hedge != quantity.None && w.Set.Contains(sum)
	p.Tallies = append(p.Tallies, t)
}

// classOf returns the class of a tally that a figure counts, or -1: its name
// stands right behind the number (7胜) or else right before it (赞成21票).
func (p *Page) classOf(s *Sentence, k int, kind *tallyKind) int {
	f := &p.Figures[k]
	switch f.Kind {
	case quantity.Count, quantity.Number:
	default:
		return -1
	}
	if f.Decimals > 0 || f.ListLen > 1 && p.Doc.Lang == "zh" && f.Respective {
		return -1
	}
	before := strings.TrimRight(p.Text[max(s.Range.Start, f.Range.Start-24):f.Range.Start], " ：:的有为获得了达")
	behind := strings.TrimLeft(p.Text[f.Number.End:min(s.Range.End, f.Range.End+24)], " 票个块枚人名")
	for c, names := range kind.classes {
		for _, name := range names {
			if name[0] >= 0x80 && strings.HasPrefix(behind, name) {
				return c
			}
			latin := strings.TrimPrefix(behind, "votes ")
			if name[0] < 0x80 && strings.HasPrefix(latin, name) && !isLatinAt(latin, len(name)) && (name != "for" || latin != behind) {
				return c
			}
		}
	}
	for c, names := range kind.classes {
		for _, name := range names {
			if name[0] < 0x80 || strings.HasSuffix(before, "不"+name) {
				continue
			}
			if strings.HasSuffix(before, name) || strings.HasSuffix(before, name+"牌") || strings.HasSuffix(before, name+"票") {
				return c
			}
		}
	}
	return -1
}

func isLatinAt(s string, at int) bool { return at < len(s) && isLatin(s[at]) }

// wholeOf returns the figure of a sentence that the classes make: the one next
// to them, before or behind, in a unit of the whole; -1 for none or several.
func (p *Page) wholeOf(s *Sentence, kind *tallyKind, classes []int, first int) int {
	used := map[int]bool{}
	last := 0
	for _, k := range classes {
		used[k] = true
		last = max(last, k)
	}
	whole := -1
	for k := max(s.FirstFig, first-3); k < min(s.AfterFig, last+3); k++ {
		f := &p.Figures[k]
		if used[k] {
			continue
		}
		if k > first && k < last || f.Kind != quantity.Count && f.Kind != quantity.Number || f.Decimals > 0 {
			continue
		}
		named := false
		behind := p.Text[f.Number.End:min(s.Range.End, f.Number.End+24)]
		for _, w := range kind.whole {
			named = named || strings.HasPrefix(strings.TrimLeft(behind, " "), w) || strings.HasPrefix(behind, "个"+w)
		}
		if !named || p.cutBetween(min(f.Token, p.Figures[first].Token), max(f.Token, p.Figures[last].Token)) {
			continue
		}
		if whole >= 0 {
			return -1
		}
		whole = k
	}
	return whole
}
