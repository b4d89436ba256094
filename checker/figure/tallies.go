package figure

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

// Tally is a whole that falls into all of its classes: votes for, against and
// abstained; games won, drawn and lost; medals of gold, silver and bronze.
type Tally struct {
	Total   int
	Classes []int
	Sum     quantity.Num
	Holds   bool
	// Votes says that the classes are those for and against, Closed that those who
	// abstained are counted, too.
	Votes, Closed bool
	// Text is the sum where it has two sides: 104-99.
	Text string
}

//go:embed data/tallies.txt
var talliesText string

// tallyKind is one sort of tally: the words of its whole, its classes, those of
// which the last ones may be left out.
type tallyKind struct {
	whole    []string
	classes  [][]string
	optional int  // from this class on
	elliptic bool // the second class is left out where it has none
	// says and not are words of the clause of the whole, one of which must and none
	// of which may stand there; empty for any.
	says, not []string
}

var tallyKinds = sync.OnceValue(func() (list []tallyKind) {
	for line := range strings.Lines(talliesText) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			list = append(list, tallyKind{optional: -1})
		case line[0] == '~':
			list[len(list)-1].elliptic = true
		case line[0] == '+':
			list[len(list)-1].says = strings.Split(line[1:], "|")
		case line[0] == '-':
			list[len(list)-1].not = strings.Split(line[1:], "|")
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

// never returns the index of the class that is never left out: against, silver;
// lost games where a tally may leave draws out.
func (k *tallyKind) never() int {
	if k.elliptic {
		return 2
	}
	return 1
}

// tallyWords are the classes of all kinds that are never left out.
var tallyWords = sync.OnceValue(func() *lexicon.List {
	var words []string
	for _, kind := range tallyKinds() {
		for _, name := range kind.classes[kind.never()] {
			words = append(words, strings.TrimPrefix(name, "<"))
		}
	}
	return lexicon.NewList(words)
})

// findTallies reads, sentence by sentence, figures that name the classes of a
// tally right before or right behind the number, and the whole.
func (p *Page) findTallies() {
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if p.Doc.Lang == "en" && s.AfterFig > s.FirstFig {
			p.englishTallies(n)
		}
		if s.AfterFig-s.FirstFig < 3 {
			continue
		}
		words := p.Words(s.Range)
		if !tallyWords().In(words) {
			continue
		}
		kinds := tallyKinds()
		for i := range kinds {
			if kind := &kinds[i]; kind.occursIn(words) {
				p.tally(s, kind)
			}
		}
	}
}

// occursIn reports whether a name of the class that is never left out stands among
// some words.
func (k *tallyKind) occursIn(words string) bool {
	for _, name := range k.classes[k.never()] {
		if strings.Contains(words, strings.TrimPrefix(name, "<")) {
			return true
		}
	}
	return false
}

// elsewhere are words that go on to another occasion.
var elsewhere = [...]string{"加上", "此外", "另有", "另获", "plus", "besides"}

// tally reads the rows of a tally in a sentence: figures of its classes that
// follow each other, each class once. A class that stands there again opens the
// next row, as a semicolon does.
func (p *Page) tally(s *Sentence, kind *tallyKind) {
	row := newRow()
	from := s.FirstFig // figures before it belong to the rows before
	for k := s.FirstFig; k < s.AfterFig; k++ {
		c := p.classOf(s, k, kind)
		if c < 0 {
			continue
		}
		if row.found > 0 && (row.at[c] >= 0 || p.cutBetween(p.Figures[row.last].Token, p.Figures[k].Token)) {
			p.closeRow(s, kind, row, from, k)
			from, row = row.last+1, newRow()
		}
		if row.found == 0 {
			row.first = k
		}
		row.at[c], row.last = k, k
		row.found++
	}
	if row.found > 0 {
		p.closeRow(s, kind, row, from, s.AfterFig)
	}
}

// tallyRow is the figures of the classes of one tally.
type tallyRow struct {
	at                 [8]int
	first, last, found int
}

func newRow() tallyRow {
	var r tallyRow
	for i := range r.at {
		r.at[i] = -1
	}
	return r
}

// closeRow looks for the whole of a row among the figures [from, to) and records
// the tally.
func (p *Page) closeRow(s *Sentence, kind *tallyKind, row tallyRow, from, to int) {
	var t Tally
	sum := quantity.Int(0)
	missing := 0
	for c := range kind.classes {
		if row.at[c] < 0 {
			if c < kind.optional {
				missing++
			}
			continue
		}
		f := &p.Figures[row.at[c]]
		if f.Hedge != quantity.None {
			return
		}
		sum = sum.Add(f.Value)
		t.Classes = append(t.Classes, row.at[c])
	}
	if missing > 0 && (missing > 1 || !kind.elliptic || row.at[1] >= 0) || row.found < 2 ||
		containsAny(p.Text[p.Figures[row.first].Range.Start:p.Figures[row.last].Range.Start], elsewhere[:]) {
		return
	}
	t.Total, t.Sum = p.wholeOf(s, kind, &row, from, to), sum
	if t.Total < 0 {
		return
	}
	w := &p.Figures[t.Total]
	t.Holds = w.Value.Cmp(sum) == 0 || w.Hedge != quantity.None && w.Set.Contains(sum)
	if missing > 0 && !t.Holds && !touches(p.Text[w.Range.End:max(w.Range.End, p.Figures[row.first].Range.Start)]) {
		return // 10场比赛，7胜2负: the class left out may be told elsewhere
	}
	p.Tallies = append(p.Tallies, t)
}

// touches reports whether a row stands right behind its whole: 10战7胜3负.
func touches(between string) bool {
	return strings.Trim(between, "比赛轮场战后，过 ") == "" && len(between) <= 18
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
	behind := strings.TrimLeft(p.Text[f.Number.End:min(s.Range.End, f.Range.End+24)], " 票个块枚人名投了")
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
			if verb, ok := strings.CutPrefix(name, "<"); ok && strings.HasSuffix(before, " "+verb) {
				return c // won 22, drawn 9
			}
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

// wholeOf returns the figure of a sentence that the classes of a row make: the
// one next to them, before or behind, in a unit of the whole; -1 for none or
// several.
func (p *Page) wholeOf(s *Sentence, kind *tallyKind, row *tallyRow, from, to int) int {
	whole := -1
	for k := max(from, row.first-3); k < min(to, row.last+3); k++ {
		f := &p.Figures[k]
		if k >= row.first && k <= row.last {
			continue
		}
		if f.Kind != quantity.Count && f.Kind != quantity.Number || f.Decimals > 0 {
			continue
		}
		named := false
		behind := p.Text[f.Number.End:min(s.Range.End, f.Number.End+24)]
		for _, w := range kind.whole {
			named = named || strings.HasPrefix(strings.TrimLeft(behind, " "), w) || strings.HasPrefix(behind, "个"+w)
		}
		if !named || p.cutBetween(min(f.Token, p.Figures[row.first].Token), max(f.Token, p.Figures[row.last].Token)) || !p.allWhole(kind, f) {
			continue
		}
		if whole >= 0 {
			return -1
		}
		whole = k
	}
	return whole
}

// allWhole reports whether the words around a figure say that it is the whole of a
// tally that needs them: 共50件作品获奖, and not 征集作品3000件.
func (p *Page) allWhole(kind *tallyKind, f *Figure) bool {
	if len(kind.says) == 0 {
		return true
	}
	words := p.Words(f.Clause)
	return containsAny(words, kind.says) && !containsAny(words, kind.not)
}
