package figure

import (
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// scorePair returns the two numbers of a score or a vote: 7-4, 21 to 19.
func (p *Page) scorePair(f *Figure) (a, b int64, ok bool) {
	if f.Kind != quantity.Score && f.Kind != quantity.Range {
		return 0, 0, false
	}
	words := p.Words(f.Range)
	i := strings.IndexFunc(words, func(r rune) bool { return r < '0' || r > '9' })
	j := strings.LastIndexFunc(words, func(r rune) bool { return r < '0' || r > '9' })
	if i <= 0 || j < i || j+1 >= len(words) || j-i > 4 {
		return 0, 0, false
	}
	a, err := strconv.ParseInt(words[:i], 10, 32)
	b, err2 := strconv.ParseInt(words[j+1:], 10, 32)
	return a, b, err == nil && err2 == nil
}

// englishTallies reads votes with the members who cast them, and the parts of a
// game with its score.
func (p *Page) englishTallies(n int) {
	items := p.itemsOf(n)
	for i := range items {
		if items[i].kind != enFig {
			continue
		}
		f := &p.Figures[items[i].ref]
		if f.Kind == quantity.Count && strings.HasPrefix(strings.ToLower(p.Words(f.UnitRange)), "vote") {
			p.votesTo(n, items, i)
		}
		if f.Kind != quantity.Score && f.Kind != quantity.Range {
			continue
		}
		p.vote(n, items, i)
		p.gameParts(items, i)
	}
}

// vote reads "voted 7-4", with those who abstained, against the members of whom
// the sentences behind say that all were there.
func (p *Page) vote(n int, items []enItem, i int) {
	f := &p.Figures[items[i].ref]
	a, b, ok := p.scorePair(f)
	voted := false
	for j := max(0, i-3); j < i; j++ {
		voted = voted || items[j].kind == enWord && items[j].class&enVote != 0
	}
	if !ok || !voted {
		return
	}
	p.castBy(n, items, i, Tally{Classes: []int{f.Index}, Sum: quantity.Int(a + b), Votes: true})
}

// votesTo reads "24 votes to 21".
func (p *Page) votesTo(n int, items []enItem, i int) {
	if i+2 >= len(items) || items[i+1].class&enTo == 0 || items[i+2].kind != enFig {
		return
	}
	f, g := &p.Figures[items[i].ref], &p.Figures[items[i+2].ref]
	if counted(g) && p.wholeLike(f) && p.wholeLike(g) {
		p.castBy(n, items, i+2, Tally{Classes: []int{f.Index, g.Index}, Sum: f.Value.Add(g.Value), Votes: true})
	}
}

// castBy holds votes, with those who abstained, against those who are said to have
// taken part.
func (p *Page) castBy(n int, items []enItem, i int, t Tally) {
	for j := i + 1; j < len(items) && j <= i+8; j++ {
		if items[j].kind != enFig {
			continue
		}
		g := &p.Figures[items[j].ref]
		if words := strings.ToLower(p.Text[g.Number.End:min(len(p.Text), g.Number.End+14)]); counted(g) && g.Value.IsInt() && strings.HasPrefix(strings.TrimLeft(words, " "), "abst") {
			t.Classes, t.Sum = append(t.Classes, g.Index), t.Sum.Add(g.Value)
			t.Closed = true
		}
	}
	for q := n; q < len(p.Sentences) && q <= n+2; q++ {
		if w := p.allPresent(p.itemsOf(q), i, q == n); w >= 0 {
			t.Total = w
			t.Holds = p.Figures[w].Value.Cmp(t.Sum) == 0
			if !t.Holds || t.Closed {
				p.Tallies = append(p.Tallies, t)
			}
			return
		}
	}
}

// allPresent returns the count of members in a sentence that says how many took
// part: all 12 council members were present; 43 of the 48 members voted.
func (p *Page) allPresent(items []enItem, after int, same bool) int {
	for i := range items {
		if same && i <= after || items[i].kind != enFig || !counted(&p.Figures[items[i].ref]) {
			continue
		}
		f := &p.Figures[items[i].ref]
		members, there := false, false
		for j := i; j < len(items) && j <= i+6; j++ {
			if items[j].kind == enWord || j == i {
				from := int(items[j].from)
				if j == i {
					from = f.Number.End
				}
				members = members || containsWord(strings.ToLower(p.Text[from:items[j].to]), claimWords()["members"])
				there = there || items[j].class&enPresent != 0
			}
		}
		if members && there && f.Hedge == quantity.None {
			for j := i - 1; j >= 0 && j >= i-4; j-- {
				if items[j].kind == enFig && counted(&p.Figures[items[j].ref]) && items[j+1].class&enOf != 0 {
					return int(items[j].ref)
				}
			}
			return f.Index
		}
	}
	return -1
}

// containsWord reports whether a text has one of some words.
func containsWord(text string, words []string) bool {
	for w := range strings.FieldsSeq(text) {
		for _, x := range words {
			if w == x {
				return true
			}
		}
	}
	return false
}

// gameParts reads the parts of a game behind a word for them with the score before:
// beat the Kings 104-97, winning the quarters 28-21, 24-26, 25-25 and 27-25.
func (p *Page) gameParts(items []enItem, i int) {
	total := &p.Figures[items[i].ref]
	a, b, ok := p.scorePair(total)
	if !ok || !strings.ContainsAny(p.Words(total.Range), "-–") {
		return
	}
	j := i + 1
	for j < len(items) && j <= i+6 && !(items[j].kind == enWord && items[j].class&enParts != 0) {
		if items[j].kind == enFig {
			return
		}
		j++
	}
	var parts []int
	var x, y int64
	for j++; j < len(items); j++ {
		switch it := &items[j]; {
		case it.kind == enFig:
			c, d, ok := p.scorePair(&p.Figures[it.ref])
			if !ok {
				return
			}
			parts, x, y = append(parts, int(it.ref)), x+c, y+d
		case it.kind == enComma, it.kind == enWord && it.class&enAnd != 0:
		default:
			if len(parts) == 0 {
				continue
			}
			j = len(items)
		}
	}
	if len(parts) < 2 || len(parts) > 5 {
		return
	}
	t := Tally{Total: total.Index, Classes: parts, Sum: quantity.Int(x), Holds: x == a && y == b || x == b && y == a}
	if x == a {
		t.Sum = quantity.Int(y)
	}
	t.Text = strconv.FormatInt(x, 10) + "-" + strconv.FormatInt(y, 10)
	p.Tallies = append(p.Tallies, t)
}
