package percentpoints

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed words.txt
var wordText string

// words are the words of words.txt by group.
var words = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	group := ""
	for line := range strings.Lines(wordText) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			group = strings.Trim(line, "[]")
		default:
			all[group] = append(all[group], strings.Split(line, "|")...)
		}
	}
	return all
})

// large is where a change in per cent may well be relative: nobody adds thirty
// points without saying so.
const large = 30

// ofRate checks a change in per cent of something that is itself a rate.
func ofRate(p *rule.Pass, f *figure.Figure) {
	verb, ok := verbBefore(p, f)
	if !ok {
		aboveOther(p, f)
		return
	}
	if f.Value.Cmp(quantity.Int(large)) >= 0 || f.Hedge == quantity.Over || f.Hedge == quantity.Topped {
		return
	}
	before := p.Page.Text[f.Clause.Start:verb.Start]
	g, clause := figureBefore(p, f, int(verb.Start))
	switch {
	case clause && g != nil:
		ofPair(p, f, g, p.Page.Text[g.Range.End:verb.Start])
	case clause:
	case named(before):
		report(p, f, finding.Warning, relatedRate(p, g))
	case g != nil && follows(p, g, f) && compared(before) && movesRate(p, g, p.Page.Words(verb.Range())):
		report(p, f, finding.Warning, relatedRate(p, g))
	}
}

// verbBefore returns the verb right before a figure that says how a rate moves:
// not what it moved to.
func verbBefore(p *rule.Pass, f *figure.Figure) (figure.Token, bool) {
	end := int(p.Page.Tokens[f.Token].Start)
	for i := f.Token - 1; i >= 0; i-- {
		t := p.Page.Tokens[i]
		if t.Kind != figure.Word || int(t.Start) < f.Clause.Start || strings.TrimSpace(p.Page.Text[t.End:end]) != "" {
			break
		}
		w := p.Page.Words(t.Range())
		if slices.Contains(words()["moves"], w) {
			return t, true
		}
		_, hedge := lexicon.Has(t.Ref, lexicon.ClassPreHedge)
		if !hedge && w != "了" || w == "达" || w == "达到" {
			break
		}
		end = int(t.Start)
	}
	return figure.Token{}, false
}

// figureBefore returns the figure before f: clause says that one stands between
// the start of f's clause and its verb, and g is nil where that isn't a
// percentage.
func figureBefore(p *rule.Pass, f *figure.Figure, verb int) (g *figure.Figure, clause bool) {
	if f.Index == 0 {
		return nil, false
	}
	g = &p.Page.Figures[f.Index-1]
	if g.Sentence != f.Sentence {
		return nil, false
	}
	clause = g.Range.Start >= f.Clause.Start && g.Range.End <= verb
	if g.Kind != quantity.Percent {
		g = nil
	}
	return g, clause
}

// ofPair checks 失业率为5.1%，比上月的5.0%上升0.1%.
func ofPair(p *rule.Pass, f, g *figure.Figure, between string) {
	if between != "" && between != "的" || g.Index == 0 || !compared(p.Page.Text[f.Clause.Start:g.Range.Start]) {
		return
	}
	a := &p.Page.Figures[g.Index-1]
	if a.Kind != quantity.Percent || a.Sentence != f.Sentence {
		return
	}
	d := a.Set.Sub(g.Set)
	if !d.Bounded() || !f.Set.Meets(d) && !f.Set.Meets(d.Neg()) {
		return
	}
	if relative(g.Value, a.Value, f) {
		return
	}
	report(p, f, finding.Error, append(relatedRate(p, a), relatedRate(p, g)...))
}

// relative reports whether the printed values have f as their change in per
// cent, so that it may be meant as one.
func relative(from, to quantity.Num, f *figure.Figure) bool {
	q, ok := to.Sub(from).Shift(2).Div(from)
	return !ok || f.Set.Contains(q.Abs())
}

// named reports whether the words before a verb name a rate that it moves, with
// nothing but adverbs or a comparison between: 增速比上月加快.
func named(before string) bool {
	at, end := -1, -1
	for _, w := range words()["rate"] {
		if i := strings.LastIndex(before, w); i > at || i == at && i+len(w) > end {
			if i >= 0 {
				at, end = i, i+len(w)
			}
		}
	}
	return at >= 0 && compared(before[end:]) && !strings.ContainsAny(before[end:], "由从")
}

// compared reports whether a text holds nothing but adverbs, then perhaps a
// comparison.
func compared(s string) bool {
	for {
		s = strings.TrimLeft(s, " ，“”")
		if s == "" || slices.ContainsFunc(words()["compares"], func(w string) bool { return strings.HasPrefix(s, w) }) {
			return true
		}
		n := 0
		for _, w := range words()["between"] {
			if len(w) > n && strings.HasPrefix(s, w) {
				n = len(w)
			}
		}
		if n == 0 {
			return false
		}
		s = s[n:]
	}
}

// follows reports whether the clause of f comes right behind the figure g.
func follows(p *rule.Pass, g, f *figure.Figure) bool {
	if g.Range.End > f.Clause.Start {
		return false
	}
	return strings.Trim(p.Page.Text[g.Range.End:f.Clause.Start], "， ,左右以上") == ""
}

// movesRate reports whether a verb without a subject speaks of the rate g: a
// rate by its name, or a share where the verb can't be said of the level.
func movesRate(p *rule.Pass, g *figure.Figure, verb string) bool {
	if g.Role == figure.Share && !ofWeight(p.Page.Text[g.Clause.Start:g.Range.Start]) {
		return slices.Contains(words()["moves-share"], verb)
	}
	return g.Role == figure.Share || g.Role == figure.Level && slices.ContainsFunc(words()["rate"], func(w string) bool { return strings.HasSuffix(g.Metric, w) })
}

// ofWeight reports whether the words before a share name it as such: 占……比重为.
func ofWeight(before string) bool {
	i := strings.LastIndex(before, "比重")
	return i >= 0 && len(before)-i <= len("比重下降至")
}

func relatedRate(p *rule.Pass, g *figure.Figure) []rule.Related {
	if g == nil {
		return nil
	}
	return []rule.Related{tell.Related(g.Range, tell.Textf(rate, p.Page.Words(g.Range)))}
}
