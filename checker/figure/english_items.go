package figure

// enItem is a piece of an English sentence as claims see it: a word with what it
// does, a figure, a date or a mark.
type enItem struct {
	kind     enKind
	class    enClass // of a word
	ref      int32   // of a figure or date, its index
	from, to int32
}

// enKind says what an item is.
type enKind uint8

const (
	enWord enKind = iota
	enFig
	enDate
	enComma
	enDash
	enColon
	enSemi
	enLeft  // an opening bracket
	enRight // a closing one
)

// item notes a piece of the sentence under way. A hedge before a figure is part
// of it: its words are taken back.
func (r *enReader) item(kind enKind, class enClass, ref, from, to int) {
	items := r.p.items
	if kind == enFig {
		start := int32(r.p.Figures[ref].Span().Start)
		for len(items) > r.firstItem && items[len(items)-1].kind == enWord && items[len(items)-1].from >= start {
			items = items[:len(items)-1]
		}
	}
	r.p.items = append(items, enItem{kind, class, int32(ref), int32(from), int32(to)})
}

// itemsOf returns the items of a sentence of English copy; none for others.
func (p *Page) itemsOf(n int) []enItem {
	if n+1 >= len(p.itemsAt) {
		return nil
	}
	return p.items[p.itemsAt[n]:p.itemsAt[n+1]]
}

// markKind returns the item that a mark is; ok is false for those that part
// nothing.
func markKind(c byte) (kind enKind, ok bool) {
	switch c {
	case ',':
		return enComma, true
	case ';', '\n':
		return enSemi, true
	case ':':
		return enColon, true
	case '(':
		return enLeft, true
	case ')':
		return enRight, true
	}
	return enDash, c == '-' || c >= 0x80
}
