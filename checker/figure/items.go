package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// itemList is a list of things named in copy, with the least and the greatest
// number of things it may mean.
type itemList struct {
	items     []source.Range
	few, many int
	open      bool // 等 follows
}

// readItems reads a list that 、 parts, its last item perhaps behind 和. Where
// it isn't sure whether 和 joins two items or stands inside one, both counts
// are given.
func (p *Page) readItems(start, end int) itemList {
	var l itemList
	at := start
	inner := 0 // joining words inside items
	last := -1 // the last joining word
	var lastEnd int
	for i := start; i < end; {
		if n := max(wordAt(p.Text, i, oneItem), wordAt(p.Text, i, notJoining)); n > 0 && i+n <= end {
			i += n
			continue
		}
		if n := wordAt(p.Text, i, joining); n > 0 && i > at && i+n < end {
			last, lastEnd = i, i+n
			inner++
			i += n
			continue
		}
		r, w := utf8.DecodeRuneInString(p.Text[i:])
		switch {
		case r == '、':
			l.items = append(l.items, source.Range{Start: at, End: i})
			at, last = i+w, -1
		case r == '等' && i > at:
			l.open = true
			if strings.ContainsRune(p.Text[i:end], '、') {
				return itemList{} // a list of lists
			}
		}
		i += w
	}
	l.few, l.many = len(l.items)+1, len(l.items)+1+inner
	switch {
	case last > at && (len(l.items) == 0 && inner == 1 || p.alike(source.Range{Start: at, End: last}, source.Range{Start: lastEnd, End: end}) || p.sameTail(l.items, source.Range{Start: at, End: last})):
		// Two alone, or two names: 韩国和日本.
		l.few++
		fallthrough
	case last > at:
		l.items = append(l.items, source.Range{Start: at, End: last}, source.Range{Start: lastEnd, End: end})
	default:
		l.items = append(l.items, source.Range{Start: at, End: end})
	}
	l.items = p.trimItems(l.items)
	return l
}

// alike reports whether two items are names of places, so that a word between
// them surely joins two items.
func (p *Page) alike(a, b source.Range) bool {
	return regionAt(p.Words(a)) && regionAt(p.Words(b))
}

// sameTail reports whether two items or more, and what stands before a joining
// word, end in one character, so that the word surely joins two items: 甲镇队、乙镇队、
// 丙镇队和丁镇队.
func (p *Page) sameTail(items []source.Range, left source.Range) bool {
	if len(items) < 2 {
		return false
	}
	tail, _ := utf8.DecodeLastRuneInString(trimSpace(p.Words(left)))
	for _, r := range items {
		if c, _ := utf8.DecodeLastRuneInString(trimSpace(p.Words(r))); c != tail {
			return false
		}
	}
	return true
}

// regionAt reports whether a text begins with the name of a place.
func regionAt(s string) bool {
	s = trimSpace(s)
	w, _ := lexicon.Match(s, 0)
	_, ok := lexicon.Has(w, lexicon.ClassRegion)
	return ok
}

// trimItems cuts off what stands before the first item (该省对东盟) and behind
// the last (美国进出口): items of one list are mostly of one make.
func (p *Page) trimItems(items []source.Range) []source.Range {
	for i := range items {
		items[i] = p.trimRange(items[i])
	}
	n := len(items)
	if n < 2 {
		return items
	}
	first := &items[0]
	for i := first.Start; i < first.End; i++ {
		if k := wordAt(p.Text, i, listLead); k > 0 && i+k < first.End {
			first.Start = i + k
		}
	}
	if i := strings.Index(p.Words(items[n-1]), "等"); i > 0 {
		items[n-1].End = items[n-1].Start + i
		return items
	}
	size := items[n-2].Len()
	for _, r := range items[:n-1] {
		if r.Len() != size {
			return items
		}
	}
	if last := &items[n-1]; last.Len() > size && utf8.RuneStart(p.Text[last.Start+size]) {
		last.End = last.Start + size
	}
	return items
}

func (p *Page) trimRange(r source.Range) source.Range {
	for r.Start < r.End && (p.Text[r.Start] == ' ' || p.Text[r.Start] == '\n') {
		r.Start++
	}
	for r.End > r.Start && (p.Text[r.End-1] == ' ' || p.Text[r.End-1] == '\n') {
		r.End--
	}
	return r
}

func trimSpace(s string) string { return strings.Trim(s, " \n\t\r　") }

// readEnglishItems reads "A, B and C" at the end of a stretch of text: what
// stands before its first item is cut at the last preposition.
func (p *Page) readEnglishItems(start, end int) itemList {
	words := p.Text[start:end]
	and := strings.LastIndex(words, " and ")
	if and < 0 || strings.Contains(words[:and], " and ") {
		return itemList{}
	}
	var l itemList
	sure := false
	l.items = append(l.items, p.trimRange(source.Range{Start: start + and + len(" and "), End: end}))
	rest := strings.TrimSuffix(words[:and], ",")
	for {
		i := strings.LastIndex(rest, ", ")
		item := rest
		if i >= 0 {
			item = rest[i+2:]
		}
		lead := 0
		for _, w := range [...]string{" in ", " of ", " for ", " to ", " from ", " with ", " by ", " at "} {
			if k := strings.LastIndex(" "+item, w); k >= 0 {
				lead = max(lead, k+len(w)-1)
			}
		}
		from := start + max(i+2, 0) + lead
		if i < 0 {
			from = start + lead
		}
		r := p.trimRange(source.Range{Start: from, End: start + len(rest)})
		if r.Len() == 0 || strings.Count(p.Words(r), " ") > 3 || strings.ContainsAny(p.Words(r), "0123456789") {
			return itemList{}
		}
		l.items = append([]source.Range{r}, l.items...)
		if i < 0 || lead > 0 {
			sure = lead > 0
			break
		}
		rest = rest[:i]
	}
	if strings.Count(p.Words(l.items[len(l.items)-1]), " ") > 3 {
		return itemList{}
	}
	l.few, l.many = len(l.items), len(l.items)
	for _, r := range l.items {
		if !sure && l.few > 2 && strings.Count(p.Words(r), " ") > 1 {
			l.few = 2 // what stands before the comma may open the sentence
		}
	}
	return l
}
