package figure

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// NearName is a string that is one character off a name.
type NearName struct {
	Range source.Range
	Name  string // as it should be
	// Known is the ledger's name; nil for a built-in one.
	Known *ledger.Name
	// Lost is the character that is missing, or Doubled the one too many.
	Lost, Doubled string
	// Seam says that the lost character is the first one, and stands right before
	// as the end or a part of another word.
	Seam bool
}

// The least length in characters of names whose neighbours are looked for:
// shorter ones are one character off too many words.
const (
	minHanName   = 5
	minLatinName = 9
)

// nearNames is the trie of strings that are one character off a name.
type nearNames struct {
	trie *lexicon.Trie
	list []NearName // by the trie's words; without range
}

//go:embed data/terms.txt
var termsText string

// newNearNames spells every name of a ledger, and the built-in terms, with one
// character lost or doubled, and returns the spellings as well. What is itself a
// name or holds one is left out.
func newNearNames(list []ledger.Name) (*nearNames, []string) {
	known := map[string]bool{}
	for _, n := range list {
		known[n.Text] = true
	}
	var wrong []spelling
	for i := range list {
		n := &list[i]
		if n.Kind == ledger.MetricName || n.Kind == ledger.ConstantName || n.Discouraged {
			continue
		}
		wrong = appendSpellings(wrong, n.Text, n, known)
	}
	for line := range strings.Lines(termsText) {
		if w := strings.TrimSpace(line); w != "" && w[0] != '#' && !known[w] {
			wrong = appendSpellings(wrong, w, nil, known)
		}
	}
	// Of two names with one wrong spelling the first of the list counts.
	order := make([]int, len(wrong))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(strings.Compare(wrong[a].text, wrong[b].text), a-b)
	})
	order = slices.CompactFunc(order, func(a, b int) bool { return wrong[a].text == wrong[b].text })
	words, near := make([]string, len(order)), make([]NearName, len(order))
	for i, n := range order {
		words[i], near[i] = wrong[n].text, wrong[n].of
	}
	return &nearNames{lexicon.NewTrie(words), near}, words
}

// spelling is a wrong spelling of a name. The range of the near name holds the
// place in the name where a character is lost or doubled.
type spelling struct {
	text string
	of   NearName
}

// appendSpellings appends the wrong spellings of one name.
func appendSpellings(out []spelling, name string, known *ledger.Name, names map[string]bool) []spelling {
	latin := name[0] < utf8.RuneSelf
	if n := utf8.RuneCountInString(name); latin && n < minLatinName || !latin && n < minHanName {
		return out
	}
	add := func(wrong string, n NearName) {
		if wrong != name && !names[wrong] {
			n.Name, n.Known = name, known
			out = append(out, spelling{wrong, n})
		}
	}
	nth := -1
	for i, r := range name {
		nth++
		w := utf8.RuneLen(r)
		at := source.Range{Start: i, End: i + w}
		c := name[i : i+w]
		if !unicode.IsLetter(r) || strings.HasPrefix(name[i+w:], c) {
			continue // of a doubled character either may be lost: the second counts
		}
		if i+w >= len(name) || latin && i == 0 {
			continue // 局 of 统计局局长, s of a plural
		}
		if nth != 1 { // 美国统计局 isn't 国家统计局
			add(name[:i]+name[i+w:], NearName{Range: at, Lost: c, Seam: nth == 0})
		}
		if nth > 0 && !strings.HasSuffix(name[:i], c) {
			add(name[:i+w]+name[i:], NearName{Range: at, Doubled: c})
		}
	}
	return out
}

// findNearNames finds the places of a page that are one character off a name.
// Masked by names, a string inside one that is known is none.
func (p *Page) findNearNames() {
	if len(p.nearAt) == 0 {
		return
	}
	near := p.names.near
	for i := range p.Doc.Blocks {
		p.nearNamesIn(p.Doc.Blocks[i].Range, near)
	}
}

func (p *Page) nearNamesIn(r source.Range, near *nearNames) {
	text := p.Text[:r.End]
	next := p.firstName(r.Start)
	first, _ := slices.BinarySearch(p.nearAt, int32(r.Start))
	end := r.Start // of the last one that was found
	for _, at := range p.nearAt[first:] {
		i := int(at)
		if i >= r.End {
			break
		}
		if i < end {
			continue
		}
		id, e := near.trie.Longest(text, i)
		if id < 0 {
			continue
		}
		for next < len(p.Names) && p.Names[next].Range.End <= i {
			next++
		}
		n := near.list[id]
		if !p.isNear(&n, i, e, next) {
			continue
		}
		n.Range = source.Range{Start: i, End: e}
		p.NearNames = append(p.NearNames, n)
		end = e
	}
}

// isNear reports whether a spelling stands in the copy as itself: no known name
// covers it, and a lost first character isn't simply another one's.
func (p *Page) isNear(n *NearName, start, end, next int) bool {
	for k := next; k < len(p.Names) && p.Names[k].Range.Start < end; k++ {
		r := p.Names[k].Range
		if r.Start <= start && r.End >= end || r.Start < start || r.End > end {
			return false
		}
	}
	before := p.Text[:start]
	if n.Lost != "" && strings.HasSuffix(before, n.Lost) && n.Seam {
		return false // the name itself stands here
	}
	if n.Seam {
		r, w := utf8.DecodeLastRuneInString(before)
		if start == 0 || !unicode.IsLetter(r) {
			return start == 0 || isPunct(r) || r == '\n'
		}
		switch r {
		case '的', '了', '和', '与', '在', '从', '到':
			return false // a word of its own stands between
		}
		return strings.HasSuffix(before[:start-w], n.Lost)
	}
	return p.Text[start:end] != n.Name
}
