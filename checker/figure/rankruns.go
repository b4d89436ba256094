package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// RankRun is a run of ranks, 第一、第二、第三 …, of which one is out of place.
type RankRun struct {
	Rank source.Range // the one that is
	Want int
	Run  source.Range
	// Dealt says that ranks are dealt out over a list of another length: Want is
	// how many it names.
	Dealt bool
}

// rankAt is one rank of a run.
type rankAt struct {
	n  int
	at source.Range
}

// mostRanks bounds a run.
const mostRanks = 12

// findRankRuns reads the ranks of sentences that name several, and those that are
// dealt out over a list: 甲、乙分列二、三位.
func (p *Page) findRankRuns() {
	if p.Doc.Lang == "en" {
		return
	}
	for _, c := range p.WholeCues(RanksDealt) {
		n := p.SentenceOf(c.Start)
		if n < 0 {
			continue
		}
		if list := p.ranksFrom(c.End); len(list) > 1 {
			p.dealtRanks(&p.Sentences[n], c, list)
		}
	}
	for n := range p.Sentences {
		s := &p.Sentences[n]
		ranks := 0
		for k := s.FirstFig; k < s.AfterFig; k++ {
			if p.Figures[k].Kind == quantity.Rank {
				ranks++
			}
		}
		if ranks >= 2 {
			p.rankRun(s)
		}
	}
}

// ranksFrom reads ranks in a list: 二、三、四位; 第二、第三名.
func (p *Page) ranksFrom(at int) (out []rankAt) {
	for len(out) < mostRanks {
		start := at
		if strings.HasPrefix(p.Text[at:], "第") {
			at += len("第")
		}
		n, w := smallNumber(p.Text[at:min(len(p.Text), at+12)])
		if n == 0 {
			return out
		}
		at += w
		if !strings.HasPrefix(p.Text[start:], "第") && wordAt(p.Text, at, announcing) > 0 && !strings.HasPrefix(p.Text[at:], "位") && !strings.HasPrefix(p.Text[at:], "名") {
			return nil // 分获三个
		}
		for _, u := range [...]string{"位", "名"} {
			at += len(u) * boolInt(strings.HasPrefix(p.Text[at:], u))
		}
		out = append(out, rankAt{n, source.Range{Start: start, End: at}})
		switch {
		case strings.HasPrefix(p.Text[at:], "、"), strings.HasPrefix(p.Text[at:], "和"):
			at += len("、")
		default:
			return out
		}
	}
	return nil
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// dealtRanks compares the number of ranks with that of the items before them.
func (p *Page) dealtRanks(s *Sentence, c source.Range, list []rankAt) {
	start := max(s.Range.Start, c.Start-listReach)
	words := p.Text[start:c.Start]
	if i := lastAny(words, "，", "；", "。", "：", "（"); i >= 0 {
		start += i
	}
	l := p.readItems(start, c.Start)
	if l.few < 2 || l.open || len(list) >= l.few && len(list) <= l.many {
		return
	}
	p.RankRuns = append(p.RankRuns, RankRun{
		Rank: list[0].at.Cover(list[len(list)-1].at), Want: l.few, Run: source.Range{Start: start, End: c.Start}, Dealt: true,
	})
}

// lastAny returns the offset behind the last of some marks, -1 for none.
func lastAny(s string, marks ...string) int {
	at := -1
	for _, m := range marks {
		if i := strings.LastIndex(s, m); i >= 0 {
			at = max(at, i+len(m))
		}
	}
	return at
}

// rankRun reads the ranks of a sentence as a run from the first on, where all but
// one are what they have to be. Ranks of other scopes and shared ones make no run.
func (p *Page) rankRun(s *Sentence) {
	if len(p.CuesIn(Shared, s.Range)) > 0 {
		return
	}
	var run []rankAt
	scope := ""
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Figures[k]
		if f.Kind != quantity.Rank && (f.Kind != quantity.Ordinal || f.Unit != "") {
			continue
		}
		if f.Scope != "" && scope != "" && f.Scope != scope || f.Start || f.VerbTo {
			return
		}
		if f.Scope != "" {
			scope = f.Scope
		}
		if len(run) > 0 && f.Range.Start < run[len(run)-1].at.End {
			continue
		}
		list := p.ranksFrom(f.Range.Start)
		if len(list) < 2 {
			n, ok := f.Value.Int64()
			if !ok {
				return
			}
			list = []rankAt{{int(n), f.Range}}
		}
		if run = append(run, list...); len(run) > mostRanks {
			return
		}
	}
	if len(run) < 3 || run[0].n != 1 {
		return
	}
	wrong := -1
	for i, r := range run {
		if r.n == i+1 {
			continue
		}
		if wrong >= 0 {
			return
		}
		wrong = i
	}
	if wrong < 0 {
		return
	}
	dup := false
	for i, r := range run {
		dup = dup || i != wrong && r.n == run[wrong].n
	}
	if dup {
		p.RankRuns = append(p.RankRuns, RankRun{Rank: run[wrong].at, Want: wrong + 1, Run: run[0].at.Cover(run[len(run)-1].at)})
	}
}
