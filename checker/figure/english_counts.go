package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Sequel is the nth of a row with those before it named: her fourth title,
// following victories in Doha, Miami and Rome.
type Sequel struct {
	Nth  int          // the ordinal
	Past source.Range // those before
	N    int          // how many they are
}

// margins reads how far two figures of a sentence are apart, and which of two
// the words put above the other: 18,244 votes to 18,207, a margin of 37; 18,412,
// a record, beating the 18,020 of 1989.
func (r *enMover) margins() {
	for i := range r.items {
		it := &r.items[i]
		switch {
		case it.kind != enWord:
		case it.class&enMargin != 0:
			r.margin(i)
		case it.class&enBeat != 0:
			r.beats(i, 1)
		case it.class&enBehind != 0 && (r.says(0, i, enTop) || r.ranked(i)):
			r.beats(i, -1)
		}
	}
}

// says reports whether a word of a class stands among some items.
func (r *enMover) says(from, to int, class enClass) bool {
	for i := from; i < to; i++ {
		if r.items[i].kind == enWord && r.items[i].class&class != 0 {
			return true
		}
	}
	return false
}

// ranked reports whether a rank among the items before one says that the highest
// comes first: the second-largest.
func (r *enMover) ranked(i int) bool {
	for j := range i {
		if r.items[j].kind != enFig || r.p.Figures[r.items[j].ref].Kind != quantity.Rank {
			continue
		}
		for w := range strings.FieldsFuncSeq(strings.ToLower(r.p.Words(r.p.Figures[r.items[j].ref].Range)), func(r rune) bool { return r == '-' || r == ' ' }) {
			if enWords()[w]&enTop != 0 {
				return true
			}
		}
	}
	return false
}

// plainAt returns the levels among some items that are of the sort of one, in
// order.
func (r *enMover) plainAt(from, to int, like *Figure) (list []int) {
	for i := max(0, from); i < min(to, len(r.items)); i++ {
		if r.items[i].kind != enFig {
			continue
		}
		f := &r.p.Figures[r.items[i].ref]
		if r.p.levelLike(f) && f.Kind != quantity.Percent && f.Kind != quantity.Duration && f.Hedge == quantity.None && f.ListLen <= 2 && (like == nil || counted(f) == counted(like) && (counted(f) || f.Kind == like.Kind && f.Unit == like.Unit)) {
			list = append(list, int(r.items[i].ref))
		}
	}
	return list
}

// margin reads a margin of so much with the two figures before it, or behind a
// verb with those behind: women outnumbered men by 61,200: 2,648,800 women and
// 2,587,600 men.
func (r *enMover) margin(i int) {
	j := i + 1
	for j < len(r.items) && j <= i+3 && r.items[j].kind == enWord {
		j++
	}
	if j >= len(r.items) || r.items[j].kind != enFig || r.items[j-1].class&(enOf|enBy) == 0 {
		return
	}
	by := &r.p.Figures[r.items[j].ref]
	if by.Hedge != quantity.None || by.Kind == quantity.Percent || by.Kind == quantity.Point {
		return
	}
	ends := r.plainAt(0, i, by)
	if len(ends) != 2 {
		if ends = r.plainAt(j+1, len(r.items), by); len(ends) != 2 {
			return
		}
	}
	a, b := ends[0], ends[1]
	if r.p.Figures[a].Value.Cmp(r.p.Figures[b].Value) > 0 {
		a, b = b, a
	}
	apart := r.p.Figures[b].Value.Sub(r.p.Figures[a].Value)
	if two := quantity.Int(2); apart.Mul(two).Cmp(by.Value) >= 0 && by.Value.Mul(two).Cmp(apart) >= 0 {
		r.p.addMovement(Movement{From: a, To: b, By: by.Index, Rate: -1, Sure: true})
	}
}

// beats reads a figure with the one that it beats, or comes behind.
func (r *enMover) beats(i int, sign int8) {
	j := i + 1
	for j < len(r.items) && j <= i+5 && (r.items[j].kind == enWord && r.items[j].class&(enVerb|enOpen) == 0 || r.items[j].kind == enDate) {
		if isUpper(r.p.Text[r.items[j].from]) {
			return // beating Brazil
		}
		j++
	}
	if j == i+1 || j >= len(r.items) || r.items[j].kind != enFig || r.says(0, len(r.items), enLowWins) {
		return
	}
	b := &r.p.Figures[r.items[j].ref]
	ends := r.plainAt(0, i, b)
	if !r.p.levelLike(b) || len(ends) != 1 || !r.p.oneLevel(&r.p.Figures[ends[0]], b) {
		return
	}
	r.p.addMovement(Movement{From: b.Index, To: ends[0], By: -1, Rate: -1, Sign: sign, Sure: true})
}

// sequels reads an ordinal with those before it: the seventh win in a row, after
// those of May, June and July.
func (r *enMover) sequels() {
	nth := -1
	for i := range r.items {
		it := &r.items[i]
		switch {
		case it.kind == enFig && (r.p.Figures[it.ref].Kind == quantity.Ordinal || r.p.Figures[it.ref].Kind == quantity.Rank):
			if nth = int(it.ref); r.rankedBehind(i) {
				nth = -1
			}
		case it.kind == enFig, it.kind == enSemi:
			nth = -1
		case nth >= 0 && it.kind == enWord && it.class&enSequel != 0:
			r.past(nth, i)
			return
		}
	}
}

// rankedBehind reports whether an ordinal goes with a superlative: the
// second-largest, after Kern.
func (r *enMover) rankedBehind(i int) bool {
	return i+1 < len(r.items) && r.items[i+1].kind == enWord && (r.items[i+1].class&enTop != 0 || strings.HasSuffix(r.p.Text[r.items[i+1].from:r.items[i+1].to], "est"))
}

// past counts the names or years of a list behind "following", which ends with
// the sentence.
func (r *enMover) past(nth, i int) {
	j := i + 1
	for j < len(r.items) && j <= i+5 && r.items[j].kind == enWord && !isUpper(r.p.Text[r.items[j].from]) {
		j++
	}
	if j == i+1 || j >= len(r.items) || r.items[j].kind != enDate && r.items[j].kind != enWord {
		return
	}
	first, n, fresh, and := j, 0, true, false
	end, from := j, int(r.items[j].from)
	for ; j < len(r.items); j++ {
		it := &r.items[j]
		if it.kind == enComma || it.kind == enWord && it.class&enAnd != 0 {
			if fresh && strings.IndexFunc(r.p.Text[from:it.from], isDigit) >= 0 {
				n++ // a year that is no date by itself
			}
			fresh, and, from = true, and || it.kind == enWord, int(it.to)
			continue
		}
		switch {
		case it.kind == enDate, it.kind == enWord && isUpper(r.p.Text[it.from]):
			if fresh {
				n++
			}
			if it.kind == enDate {
				more := strings.Count(r.p.Text[it.from:it.to], " and ")
				n, and = n+more, and || more > 0
			}
			fresh, end = false, j
		default:
			return
		}
	}
	if and && n >= 2 {
		r.p.Sequels = append(r.p.Sequels, Sequel{Nth: nth, N: n, Past: source.Range{Start: int(r.items[first].from), End: int(r.items[end].to)}})
	}
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
