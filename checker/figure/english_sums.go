package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// leavesRest reports whether a sentence speaks of what isn't listed.
func (p *Page) leavesRest(s *Sentence) bool {
	text := strings.ToLower(p.Text[s.Range.Start:s.Range.End])
	for _, w := range claimWords()["rest"] {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// inAll reads a total behind its parts that "in all" or "a total of" marks.
func (p *Page) inAll(s *Sentence, k int) {
	t := &p.Figures[k]
	words, ok := p.between(k-1, k)
	if !ok || !p.isPlain(t) {
		return
	}
	at := strings.LastIndexByte(words, ',')
	if at < 0 || !saysNothing(words[:at], 6) {
		return
	}
	rest, before := closedBy("totaling", words[at+1:])
	if !before {
		behind := strings.ToLower(p.Text[t.Range.End:min(len(p.Text), t.Range.End+30)])
		rest, behind = strings.TrimSpace(words[at+1:]), strings.TrimLeft(behind, " ")
		if _, ok := openedBy("all", strings.TrimRight(cutMark(behind), " ")); !ok || rest != "" && rest != "or" {
			return
		}
	} else if rest = strings.TrimSpace(rest); rest != "" && rest != "or" && rest != "making" && rest != "and" {
		return // at a total of so many sites
	}
	sum := Sum{Kind: Partition, Total: k}
	from := k
	for from > s.FirstFig && p.isPlain(&p.Figures[from-1]) && p.maySum(&p.Figures[from-1], t) && (from == k || p.listedWith(from-1, from, from == k-1)) {
		from--
	}
	for j := from; j < k; j++ {
		sum.Parts = append(sum.Parts, j)
	}
	if from > s.FirstFig && p.maySum(&p.Figures[from-1], t) {
		return // a figure before may belong to the list or not
	}
	if len(sum.Parts) >= 2 && !p.summed(k, sum.Parts) {
		p.keepSum(&sum, 5)
	}
}

// cutMark cuts a text at its first mark.
func cutMark(s string) string {
	if i := strings.IndexAny(s, ".,;:()\n"); i >= 0 {
		return s[:i]
	}
	return s
}

// addable reports whether a figure may be added to a total that its sentence
// calls one: money of one currency, measures of one unit, or things of any sort.
func (p *Page) addable(f, t *Figure) bool {
	counts := func(g *Figure) bool { return g.Kind == quantity.Count || g.Kind == quantity.Number }
	if f.Kind == t.Kind && f.Kind != quantity.Count && f.Kind != quantity.Number {
		return f.Unit == t.Unit || p.oneUnit(f, t)
	}
	return counts(f) && counts(t) && f.Scale == t.Scale
}

// isPlain reports whether a figure is an exact amount or count that stands for
// itself.
func (p *Page) isPlain(f *Figure) bool {
	return p.amountLike(f) && f.Kind != quantity.Percent && f.Hedge == quantity.None && !f.Among && !f.Mean && !p.movedBy(f)
}

// listedWith reports whether two figures stand in one list: a comma or "and"
// parts them, the last two by "and".
func (p *Page) listedWith(a, b int, last bool) bool {
	words, ok := p.between(a, b)
	if !ok || strings.Contains(words, "which") || strings.Contains(words, "(") || strings.Contains(words, " while ") || strings.Contains(words, " out of") {
		return false
	}
	joined := strings.Contains(words, " and ") || strings.HasSuffix(words, " and") || strings.HasPrefix(words, "and ")
	return joined || !last && strings.Contains(words, ",")
}

// keepSum keeps a sum that holds, or whose parts come within one in so many of
// the total.
func (p *Page) keepSum(sum *Sum, within int64) {
	t := &p.Figures[sum.Total]
	if len(sum.Parts) < 2 || !p.addUp(sum) {
		return
	}
	gap := t.Value.Sub(sum.Added.Lo).Abs()
	if sum.Holds || gap.Mul(quantity.Int(within)).Cmp(t.Value) <= 0 {
		p.Sums = append(p.Sums, *sum)
	}
}
