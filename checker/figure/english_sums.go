package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// englishSums reads totals and parts of one English sentence: 640 beds: North
// with 210, Mercy with 190 and St. Anne with 240; 18 men and 23 women, 41 in all.
func (p *Page) englishSums(n int) {
	s := &p.Sentences[n]
	if p.Doc.Lang != "en" || s.AfterFig-s.FirstFig < 3 {
		return
	}
	p.colonSum(s)
	for k := s.FirstFig + 2; k < s.AfterFig; k++ {
		p.inAll(s, k)
	}
}

// colonSum reads a total before a colon and its parts behind, which go on to the
// end of the sentence. A colon promises all of them; what is far from the total
// is of something else all the same.
func (p *Page) colonSum(s *Sentence) {
	t, first := &p.Figures[s.FirstFig], &p.Figures[s.FirstFig+1]
	if first.Sentence != t.Sentence || !p.isPlain(t) {
		return
	}
	head, list, ok := strings.Cut(p.Text[t.Range.End:first.Span().Start], ":")
	if !ok || len(head) > claimReach || len(list) > claimReach || !saysNothing(strings.ToLower(head), 8) {
		return
	}
	sum := Sum{Kind: Partition, Total: s.FirstFig}
	for k := s.FirstFig + 1; k < s.AfterFig; k++ {
		if !p.isPlain(&p.Figures[k]) || !p.oneSort(&p.Figures[k], t) || k > s.FirstFig+1 && !p.listedWith(k-1, k, k == s.AfterFig-1) {
			return
		}
		sum.Parts = append(sum.Parts, k)
	}
	if !p.leavesRest(s) {
		p.keepSum(&sum, 12)
	}
}

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
	for from > s.FirstFig && p.isPlain(&p.Figures[from-1]) && p.addable(&p.Figures[from-1], t) && (from == k || p.listedWith(from-1, from, from == k-1)) {
		from--
	}
	for j := from; j < k; j++ {
		sum.Parts = append(sum.Parts, j)
	}
	if from > s.FirstFig && p.addable(&p.Figures[from-1], t) {
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
