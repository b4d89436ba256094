// Package rankshift checks by how much ranks are said to move, and whether they
// are among the first that they are said to be among.
package rankshift

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 由第15位升至第12位，前移2位, and 居第四、进入前三.
var Rule = rule.New(page, finding.Ranks, run, "RNK-06", "RNK-08")

var (
	message = finding.Text{
		ZH: "从“%s”到“%s”差%d位，与“%s”不符。",
		EN: "“%s” to “%s” is %d places, not “%s”.",
	}
	direction = finding.Text{
		ZH: "从“%s”到“%s”是%s，与“%s”不符。",
		EN: "“%s” to “%s” is a %s; “%s” says otherwise.",
	}
	outside = finding.Text{
		ZH: "“%s”不在“%s”之内。",
		EN: "“%s” isn't among the “%s”.",
	}
	from    = finding.Text{ZH: "原来的位次", EN: "the rank before"}
	to      = finding.Text{ZH: "现在的位次", EN: "the rank after"}
	first   = finding.Text{ZH: "前列", EN: "the first so many"}
	upward  = finding.Text{ZH: "上升", EN: "rise"}
	falling = finding.Text{ZH: "下降", EN: "fall"}
)

func run(p *rule.Pass) {
	for n := range p.Page.Sentences {
		s := &p.Page.Sentences[n]
		if a, b, ok := twoRanks(p, s); ok {
			shift(p, s, a, b)
		}
	}
	for _, r := range p.Page.Cues(figure.TopN) {
		top(p, r)
	}
}

func isRank(f *figure.Figure) bool {
	return f.Kind == quantity.Rank || f.Kind == quantity.Ordinal && f.Unit == ""
}

// twoRanks returns the two ranks of a sentence that has just two, where words
// say that one thing moved from the first to the second.
func twoRanks(p *rule.Pass, s *figure.Sentence) (a, b *figure.Figure, ok bool) {
	for i := s.FirstFig; i < s.AfterFig; i++ {
		f := &p.Page.Figures[i]
		switch {
		case !isRank(f):
		case a == nil:
			a = f
		case b == nil:
			b = f
		default:
			return nil, nil, false
		}
	}
	if b == nil {
		return nil, nil, false
	}
	before := strings.TrimRight(p.Page.Text[max(s.Range.Start, a.Range.Start-24):a.Range.Start], " ")
	between := p.Page.Text[a.Range.End:b.Range.Start]
	starts := strings.Contains(before, "从") || strings.Contains(before, "由") || strings.HasSuffix(before, "from")
	ends := b.VerbTo || strings.HasSuffix(strings.TrimRight(between, " "), " to") || strings.Contains(between, "至") || strings.Contains(between, "到")
	return a, b, starts && ends && len(between) < 40 && !strings.ContainsAny(between, "，；,;")
}

// shift compares the number of places with the two ranks.
func shift(p *rule.Pass, s *figure.Sentence, a, b *figure.Figure) {
	ra, ok1 := a.Value.Int64()
	rb, ok2 := b.Value.Int64()
	if !ok1 || !ok2 || ra == rb {
		return
	}
	for i := s.FirstFig; i < s.AfterFig; i++ {
		f := &p.Page.Figures[i]
		places, isPlaces := p.Page.CueAt(figure.RankPlaces, behind(p, f))
		verb, rises, moves := moved(p, f)
		if isRank(f) || !isPlaces || !moves || f.Hedge != quantity.None {
			continue
		}
		whole := source.Range{Start: f.Range.Start, End: max(f.Range.End, places.End)}
		related := []rule.Related{tell.Related(a.Range, from), tell.Related(b.Range, to)}
		n, _ := f.Value.Int64()
		switch d := ra - rb; {
		case rises != (d > 0):
			way := upward
			if d < 0 {
				way = falling
			}
			report(p, verb, finding.Text{
				ZH: tell.Textf(direction, p.Text(a.Range), p.Text(b.Range), way.ZH, p.Text(verb)).ZH,
				EN: tell.Textf(direction, p.Text(a.Range), p.Text(b.Range), way.EN, p.Text(verb)).EN,
			}, related)
		case n != max(d, -d):
			p.Contradict(f.Index)
			report(p, whole, tell.Textf(message, p.Text(a.Range), p.Text(b.Range), max(d, -d), p.Text(whole)), related)
		}
		return
	}
}

// behind returns where the word for places stands: behind the number, or where
// the reader took it for the unit.
func behind(p *rule.Pass, f *figure.Figure) int {
	at := f.Number.End
	for at < len(p.Page.Text) && p.Page.Text[at] == ' ' {
		at++
	}
	return at
}

// moved returns the verb right before a number of places, and whether it says
// that a rank rose.
func moved(p *rule.Pass, f *figure.Figure) (verb source.Range, rises, ok bool) {
	at := f.Range.Start
	if strings.HasSuffix(p.Page.Text[:at], "了") {
		at -= len("了")
	}
	for at > 0 && p.Page.Text[at-1] == ' ' {
		at--
	}
	if verb, ok = p.Page.CueBefore(figure.RankUp, at); ok {
		return verb, true, true
	}
	verb, ok = p.Page.CueBefore(figure.RankDown, at)
	return verb, false, ok
}

// numbers are what the words of a top list say.
var numbers = map[string]int64{
	"二": 2, "两位": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "3": 3, "5": 5, "8": 8, "10": 10,
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}

// top compares 跻身前三 with the one rank of its sentence.
func top(p *rule.Pass, r source.Range) {
	n := numbers[strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(p.Text(r)), "前"), "top ")]
	k := p.Page.SentenceOf(r.Start)
	if n == 0 || k < 0 || strings.ContainsAny(firstRune(p.Page.Text[r.End:]), "季个年月期天十百批轮届场次排") {
		return
	}
	s := &p.Page.Sentences[k]
	near := source.Range{Start: max(s.Range.Start, r.Start-24), End: r.Start}
	if len(p.Page.CuesIn(figure.TopIn, near)) == 0 || len(p.Page.CuesIn(figure.TopNot, s.Range)) > 0 || len(p.Page.CuesIn(figure.TopN, s.Range)) > 1 {
		return
	}
	var rank *figure.Figure
	for i := s.FirstFig; i < s.AfterFig; i++ {
		if f := &p.Page.Figures[i]; isRank(f) {
			if rank != nil {
				return
			}
			rank = f
		}
	}
	if rank == nil || rank.Kind != quantity.Rank && rank.Role != figure.RankRole || rank.Start || rank.Scope == "" && p.Doc.Lang != "en" {
		return
	}
	if v, ok := rank.Value.Int64(); !ok || v <= n || !sameScope(p, rank, near) {
		return
	}
	report(p, rank.Range, tell.Textf(outside, p.Text(rank.Range), p.Text(r)), []rule.Related{tell.Related(r, first)})
}

// sameScope reports whether the words before a top list name the rank's scope,
// or none at all.
func sameScope(p *rule.Pass, rank *figure.Figure, near source.Range) bool {
	words := p.Text(near)
	for _, c := range p.Page.CuesIn(figure.TopIn, near) {
		words = p.Page.Text[c.End:near.End]
	}
	words = strings.TrimSpace(words)
	return words == "" || words == rank.Scope || p.Doc.Lang == "en"
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

func report(p *rule.Pass, r source.Range, message finding.Text, related []rule.Related) {
	p.Report(rule.Problem{
		Range: r, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning), Message: message, Related: related,
	})
}
