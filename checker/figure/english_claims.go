package figure

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/quantity"
)

//go:embed data/english_claims.txt
var claimText string

// claimWords holds the groups of the data file by name.
var claimWords = sync.OnceValue(func() map[string][]string {
	words := map[string][]string{}
	for line := range strings.Lines(claimText) {
		name, list, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && name[0] != '#' {
			words[name] = strings.Split(list, "|")
		}
	}
	return words
})

// claimReach bounds the words between two figures of one English claim, in bytes.
const claimReach = 80

// between returns the words between two figures of a sentence in lower case; ok
// is false where they are too many or hold a mark that ends a clause.
func (p *Page) between(a, b int) (words string, ok bool) {
	x, y := &p.Figures[a], &p.Figures[b]
	from, to := x.Range.End, y.Span().Start
	if x.Sentence != y.Sentence || to < from || to-from > claimReach {
		return "", false
	}
	words = p.Text[from:to]
	if strings.ContainsAny(words, ";:\n\"?!") {
		return "", false
	}
	return strings.TrimRight(strings.ToLower(words), " "), true
}

// saysNothing reports whether words behind a figure only say more of it: no more
// than most of them, none of which opens something new, and no mark.
func saysNothing(words string, most int) bool {
	n := 0
	for w := range strings.FieldsSeq(words) {
		if n++; n > most || strings.ContainsAny(w, ",()") || slices.Contains(claimWords()["stop"], w) {
			return false
		}
	}
	return true
}

// changeLead reads the words before the amount or rate of a change: a few that
// go with the figure before, a comma, and "a drop of" or "an increase of". The
// sign is that of the noun.
func changeLead(words string) (sign int8, ok bool) {
	at := strings.LastIndexByte(words, ',')
	if at < 0 || !saysNothing(strings.TrimRight(words[:at], ", "), 6) {
		return 0, false
	}
	return changeNoun(words[at+1:])
}

// changeNoun reads "a sharp drop of", with what may lead it.
func changeNoun(words string) (sign int8, ok bool) {
	groups := claimWords()
	words = strings.TrimSpace(words)
	for _, w := range groups["lead"] {
		if rest, ok := strings.CutPrefix(words, w+" "); ok {
			words = rest
			break
		}
	}
	words, ok = strings.CutSuffix(words, " of")
	if !ok {
		return 0, false
	}
	fields := strings.Fields(words)
	if len(fields) < 2 || !slices.Contains(groups["article"], fields[0]) {
		return 0, false
	}
	for _, w := range fields[1 : len(fields)-1] {
		if !slices.Contains(groups["adjective"], w) {
			return 0, false
		}
	}
	switch noun := fields[len(fields)-1]; {
	case slices.Contains(groups["up"], noun):
		return 1, true
	case slices.Contains(groups["down"], noun):
		return -1, true
	case slices.Contains(groups["either"], noun):
		return 0, true
	}
	return 0, false
}

// openedBy cuts one of the words of a group off the front of a text.
func openedBy(group, text string) (rest string, ok bool) {
	best := -1
	for _, w := range claimWords()[group] {
		if len(w) > best && strings.HasPrefix(text, w) && (len(text) == len(w) || text[len(w)] == ' ') {
			best, ok = len(w), true
		}
	}
	if !ok {
		return text, false
	}
	return strings.TrimSpace(text[best:]), true
}

// closedBy cuts one of the words of a group off the end of a text.
func closedBy(group, text string) (rest string, ok bool) {
	best := -1
	for _, w := range claimWords()[group] {
		if len(w) > best && strings.HasSuffix(text, w) && (len(text) == len(w) || text[len(text)-len(w)-1] == ' ') {
			best, ok = len(w), true
		}
	}
	if !ok {
		return text, false
	}
	return strings.TrimSpace(text[:len(text)-best]), true
}

// oneSort reports whether two English figures may be levels of one thing: they
// have one unit and one kind, or the one has its unit from the other.
func (p *Page) oneSort(a, b *Figure) bool {
	if !p.amountLike(a) || !p.amountLike(b) || a.ListLen > 1 || b.ListLen > 1 {
		return false
	}
	if a.Kind == b.Kind {
		return a.Unit == b.Unit || p.oneUnit(a, b)
	}
	counts := func(k quantity.Kind) bool { return k == quantity.Count || k == quantity.Number }
	return counts(a.Kind) && counts(b.Kind) && (a.Unit == "" || b.Unit == "") && a.Scale == b.Scale
}

// amountLike reports whether a figure is printed in digits and of a kind that
// moves from one level to another.
func (p *Page) amountLike(f *Figure) bool {
	if c := p.Text[f.Number.Start]; f.Number.Len() == 0 || c < '0' || c > '9' {
		return false // per thousand
	}
	switch f.Kind {
	case quantity.Money, quantity.Count, quantity.Number, quantity.Measure, quantity.Percent:
		return !f.Quotation
	}
	return false
}

// movedBy reports whether a figure says by how much something moved: a verb of
// change or "by" stands right before it.
func (p *Page) movedBy(f *Figure) bool {
	end := f.Span().Start
	for end > 0 && p.Text[end-1] == ' ' {
		end--
	}
	start := end
	for start > 0 && isLatin(p.Text[start-1]) {
		start--
	}
	w := strings.ToLower(p.Text[start:end])
	return w == "by" || enWords()[w]&(enRise|enFall) != 0
}
