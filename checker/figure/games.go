package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Game is the result of a match with what it is made of: the sets that were
// played, or the points of its quarters.
type Game struct {
	Result int   // figure
	Scores []int // figures
	// Home and Away are what the scores make, seen from the side of the result
	// that fits better.
	Home, Away int64
	Sets       bool
}

// Holds reports whether the result is what the scores make, from either side.
func (g *Game) Holds(p *Page) bool {
	a, b, ok := score(&p.Figures[g.Result])
	return !ok || a == g.Home && b == g.Away || a == g.Away && b == g.Home
}

// Standing is a team's wins, draws and losses with points that no way of counting
// gives.
type Standing struct {
	Points             int // figure
	Wins, Draws, Loses int64
	At                 source.Range // of the results
}

// Majority is a vote that is said to reach a share of those entitled to it, and
// doesn't; or that is greater than all there are.
type Majority struct {
	Votes, Whole int // figures
	Share        source.Range
	Needed       int64
}

// score returns the two numbers of a score.
func score(f *Figure) (a, b int64, ok bool) {
	if f.Kind != quantity.Score || f.Low == nil || f.High == nil {
		return 0, 0, false
	}
	a, ok = f.Low.Value.Int64()
	b, ok2 := f.High.Value.Int64()
	return a, b, ok && ok2
}

// findGames reads, sentence by sentence, results of matches, standings and
// majorities.
func (p *Page) findGames() {
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if p.Doc.Lang == "en" || s.AfterFig-s.FirstFig < 2 || s.AfterFig-s.FirstFig > 60 {
			continue
		}
		p.game(s)
		p.standings(s)
		p.majority(s)
		p.mostVotes(s)
	}
}

// game reads a result and the list of scores behind it: 以3比1取胜，四局比分为….
// Where the scores are of sets or frames they are counted, those of quarters and
// halves are added up.
func (p *Page) game(s *Sentence) {
	var list []int
	result := -1
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		if _, _, ok := score(f); !ok {
			continue
		}
		if len(list) > 0 && f.Token-p.Figures[list[len(list)-1]].Token == 2 && strings.HasPrefix(p.Text[p.Figures[list[len(list)-1]].Range.End:], "、") {
			list = append(list, k)
			continue
		}
		if len(list) > 1 {
			break
		}
		if len(list) == 1 {
			result = list[0]
		}
		list = append(list[:0], k)
	}
	if result < 0 || len(list) < 2 {
		return
	}
	lead := p.Text[p.Figures[result].Range.End:p.Figures[list[0]].Range.Start]
	last := &p.Figures[list[len(list)-1]]
	if rest := p.Text[last.Range.End:]; strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, "和") || strings.Contains(lead, "；") {
		return // more scores than were read
	}
	g := Game{Result: result, Scores: list, Sets: holdsWord(lead, gameSets)}
	if !g.Sets && !holdsWord(lead, gameParts) {
		return
	}
	for _, k := range list {
		a, b, _ := score(&p.Figures[k])
		switch {
		case !g.Sets:
			g.Home, g.Away = g.Home+a, g.Away+b
		case a > b:
			g.Home++
		case b > a:
			g.Away++
		}
	}
	p.Games = append(p.Games, g)
}

// standings reads 2胜1负积6分. Wins count three points or two, draws one, and lost
// games none or, in basketball, one; other ways of counting (volleyball) aren't
// judged.
func (p *Page) standings(s *Sentence) {
	words := p.Words(s.Range)
	if !strings.Contains(words, "积") || holdsWord(words, oddPoints) {
		return
	}
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		if !strings.HasPrefix(p.Text[f.Number.End:], "分") || !f.Value.IsInt() || f.Hedge != quantity.None || f.Clause.Len() == 0 {
			continue
		}
		if !strings.HasSuffix(strings.TrimRight(p.Text[:f.Range.Start], "得了为"), "积") && !strings.HasSuffix(p.Text[:f.Range.Start], "积分") {
			continue
		}
		from := f.Clause.Start
		// The results may stand in the clause before.
		if t := p.clauseStart(s, f.Token); t > s.FirstTok && p.Tokens[t-1].Kind == Punct && p.Tokens[t-1].Ref == '，' && !holdsWord(p.Text[from:f.Range.Start], gameResults) {
			from = p.offsetBefore(s, p.clauseStart(s, t-1))
		}
		st, ok := p.results(source.Range{Start: from, End: f.Range.Start})
		if !ok {
			continue
		}
		st.Points = k
		v, _ := f.Value.Int64()
		switch v {
		case 3*st.Wins + st.Draws, 2*st.Wins + st.Draws, 2*st.Wins + st.Loses, 2*st.Wins + st.Draws + st.Loses:
		default:
			p.Standings = append(p.Standings, st)
		}
	}
}

// results reads the wins, draws and losses of a stretch of text: 2胜1平3负, 三战全胜,
// 3战皆负.
func (p *Page) results(r source.Range) (st Standing, ok bool) {
	for i := r.Start; i < r.End; i += runeLen(p.Text[i]) {
		n, w := smallNumber(p.Text[i:min(r.End, i+12)])
		if w == 0 || p.partOfNumber(i) {
			continue
		}
		at := i + w
		to, long := &st.Wins, wordAt(p.Text, at, wonGames)
		if long == 0 {
			to, long = &st.Draws, wordAt(p.Text, at, drawnGames)
		}
		if long == 0 {
			to, long = &st.Loses, wordAt(p.Text, at, lostGames)
		}
		if long == 0 || at+long > r.End {
			continue
		}
		*to += int64(n)
		if !ok {
			st.At.Start = i
		}
		st.At.End, ok = at+long, true
	}
	return st, ok
}

// majority compares the votes for something with those entitled to vote, where
// words say that more than half or two thirds are needed, and that it was carried.
func (p *Page) majority(s *Sentence) {
	words := p.Words(s.Range)
	i := strings.Index(words, "过半")
	num, den := int64(1), int64(2)
	if i < 0 {
		if i = strings.Index(words, "三分之二"); i < 0 {
			return
		}
		num, den = 2, 3
	}
	if !strings.Contains(words, "通过") && !strings.Contains(words, "当选") || holdsWord(words, notCarried) {
		return
	}
	votes, whole := -1, -1
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		if f.Kind != quantity.Count && f.Kind != quantity.Number || f.Hedge != quantity.None || !f.Value.IsInt() || f.Digits > 5 {
			continue
		}
		before, behind := p.Text[max(s.Range.Start, f.Range.Start-18):f.Range.Start], p.Text[f.Number.End:min(s.Range.End, f.Number.End+24)]
		switch {
		case wordBefore(before, votesFor) > 0 || wordAt(strings.TrimLeft(behind, "票人名席投了的"), 0, votesFor) > 0:
			if votes >= 0 {
				return
			}
			votes = k
		case wordAt(behind, 0, voters) > 0 || wordBefore(before, allVoters) > 0:
			if whole < 0 || f.Value.Cmp(p.Figures[whole].Value) > 0 {
				whole = k
			}
		}
	}
	if votes < 0 || whole < 0 {
		return
	}
	v, _ := p.Figures[votes].Value.Int64()
	w, _ := p.Figures[whole].Value.Int64()
	if v <= w && (den == 2 && 2*v <= w || den == 3 && 3*v < num*w) {
		at := source.Range{Start: s.Range.Start + i, End: s.Range.Start + i + len("过半")}
		p.Majorities = append(p.Majorities, Majority{Votes: votes, Whole: whole, Share: at, Needed: (num*w)/den + 1})
	}
}

// mostVotes compares the votes that somebody got with all the votes there are:
// 得到全部7票 beside 以8票排名第二.
func (p *Page) mostVotes(s *Sentence) {
	all := -1
	for k := s.FirstFig; k < s.AfterFig; k++ {
		if f := &p.Figures[k]; f.Unit == "票" && f.Hedge == quantity.None && wordBefore(p.Text[s.Range.Start:f.Range.Start], allVotes) > 0 {
			all = k
		}
	}
	if all < 0 {
		return
	}
	for k := s.FirstFig; k < s.AfterFig; k++ {
		if f := &p.Figures[k]; k != all && f.Unit == "票" && f.Hedge == quantity.None && f.Kind == quantity.Count && f.Value.Cmp(p.Figures[all].Value) > 0 {
			p.Majorities = append(p.Majorities, Majority{Votes: k, Whole: all})
		}
	}
}
