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
