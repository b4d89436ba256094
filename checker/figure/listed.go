package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// leadKind says what stands between a count and the list of what it counts.
type leadKind uint8

const (
	noLead    leadKind = iota
	byColon            // 四项举措：…
	byDash             // 两名选手——…
	byBracket          // 3个乡镇（…）
	byWord             // 分别是…, 即…
	byInclude          // 包括…, which may leave some out
)

// listedItem is one item of a list, with the words inside it that may join two.
type listedItem struct {
	at    source.Range
	joins int
	last  source.Range // the last of those words
}

// leadList reads the list behind a count that marks or words lead to: it ends
// with the sentence, its bracket, or the clause.
func (p *Page) leadList(c count) (a Announced, ok bool) {
	if p.Doc.Lang == "en" {
		return a, false
	}
	start, lead := p.listBegins(c)
	if lead == noLead {
		return a, false
	}
	items, end, ok := p.itemsFrom(start, min(c.block.End, start+listReach), lead)
	if !ok || lead == byBracket && p.generic(items) {
		return a, false
	}
	if p.isSum(c, start, end, lead) {
		p.countedItems(c.num.Start, c.unit, items, lead)
		return a, false
	}
	a = Announced{Count: c.at, N: c.n, List: source.Range{Start: start, End: end}, Few: len(items), Many: len(items), Loose: true}
	for i := range items {
		a.Many += items[i].joins
	}
	last := &items[len(items)-1]
	if last.joins == 1 && p.joinsTwo(items, last) {
		a.Few++
	}
	a.Open = lead == byInclude || strings.Contains(p.Words(last.at), "等")
	return a, a.Few > 1
}

// listBegins walks from a count over the noun of what it counts to where the
// list of it begins.
func (p *Page) listBegins(c count) (start int, lead leadKind) {
	end := min(c.block.End, c.at.End+announceReach)
	for i := c.at.End; i < end; {
		if n := wordAt(p.Text, i, listing); n > 0 {
			return p.behindLead(i + n), byWord
		}
		if n := wordAt(p.Text, i, including); n > 0 {
			if strings.HasSuffix(p.Text[:i], "主要") || wordAt(c.unit, 0, container) == len(c.unit) {
				return 0, noLead
			}
			return i + n, byInclude
		}
		r, w := utf8.DecodeRuneInString(p.Text[i:])
		switch r {
		case '：', ':':
			return i + w, byColon
		case '—':
			if strings.HasPrefix(p.Text[i+w:], "—") && !strings.HasSuffix(p.Text[:i], "之一") {
				return i + 2*w, byDash
			}
			return 0, noLead
		case '（', '(':
			if wordAt(p.Text, i+w, bracketOther) > 0 {
				return 0, noLead
			}
			return i + w, byBracket
		case '，', ',':
			if n := wordAt(p.Text, i+w, listing); n > 0 {
				return p.behindLead(i + w + n), byWord
			}
			return 0, noLead
		case '为', '是':
			if next, _ := utf8.DecodeRuneInString(p.Text[i+w:]); next == '《' || next == '“' {
				return i + w, byWord
			}
		case '“', '”', '‘', '’':
		default:
			if r < utf8.RuneSelf && r != ' ' && !isLatin(byte(r)) || isPunct(r) || p.anotherCount(i) {
				return 0, noLead
			}
		}
		i += w
	}
	return 0, noLead
}

// behindLead steps over a colon behind the words that lead to a list.
func (p *Page) behindLead(at int) int {
	if strings.HasPrefix(p.Text[at:], "：") {
		return at + len("：")
	}
	return at
}

// anotherCount reports whether a count in Han numerals begins at an offset.
func (p *Page) anotherCount(at int) bool {
	n, w := smallNumber(p.Text[at:min(len(p.Text), at+12)])
	return n > 1 && wordAt(p.Text, at+w, announcing) > 0
}

// itemsFrom reads the items of a list from an offset on. Marks inside quotation
// marks, brackets and titles part nothing; titles and quotations that follow
// each other without a mark are items of their own.
func (p *Page) itemsFrom(start, limit int, lead leadKind) (items []listedItem, end int, ok bool) {
	depth, marks := 0, 0
	it := listedItem{at: source.Range{Start: start}}
	closeItem := func(at, next int) {
		it.at.End = at
		items = append(items, it)
		it = listedItem{at: source.Range{Start: next}}
	}
	for i := start; i < limit; {
		if n := max(wordAt(p.Text, i, oneItem), wordAt(p.Text, i, notJoining)); n > 0 && depth == 0 {
			i += n
			continue
		}
		if n := wordAt(p.Text, i, joining); n > 0 && depth == 0 && i > it.at.Start {
			it.joins++
			it.last = source.Range{Start: i, End: i + n}
			i += n
			continue
		}
		r, w := utf8.DecodeRuneInString(p.Text[i:])
		switch r {
		case '《', '“', '‘', '（', '(':
			depth++
		case '》', '”', '’', '）', ')':
			if depth == 0 {
				closeItem(i, i)
				return items, i, lead == byBracket && marks > 0 && (r == '）' || r == ')')
			}
			if depth--; depth == 0 && (r == '》' && strings.HasPrefix(p.Text[i+w:], "《") || r == '”' && strings.HasPrefix(p.Text[i+w:], "“")) {
				closeItem(i+w, i+w)
				marks++
			}
		case '、':
			if depth == 0 {
				closeItem(i, i+w)
				marks++
			}
		case '；', ';', '：', ':', '？', '！', '…', '—':
			if depth == 0 && r == '；' && marks == 0 && lead == byColon {
				return p.semicolons(start, limit)
			}
			if depth == 0 {
				return nil, i, false
			}
		case '，', ',':
			if depth == 0 && marks == 0 {
				return p.anaphora(start, limit)
			}
			if depth == 0 {
				closeItem(i, i)
				return items, i, lead != byBracket && lead != byColon && !p.listGoesOn(i+w, limit)
			}
		case '。', '\n':
			if depth == 0 || r == '\n' {
				closeItem(i, i)
				return items, i, depth == 0 && marks > 0 && lead != byBracket
			}
		}
		if i += w; depth == 0 && i-it.at.Start > itemReach {
			return nil, i, false
		}
	}
	if limit < start+listReach {
		closeItem(limit, limit)
	}
	return items, limit, depth == 0 && marks > 0 && lead != byBracket && limit < start+listReach
}

// listGoesOn reports whether the clause behind a list has marks of a list of its
// own, which may be more of the same.
func (p *Page) listGoesOn(from, limit int) bool {
	i := strings.IndexAny(p.Text[from:limit], "，。；、\n")
	return i >= 0 && strings.HasPrefix(p.Text[from+i:], "、")
}

// anaphora reads items that commas part and that all begin with the same word:
// 坚持稳中求进，坚持创新驱动.
func (p *Page) anaphora(start, limit int) (items []listedItem, end int, ok bool) {
	end = limit
	if i := strings.IndexAny(p.Text[start:limit], "。\n"); i >= 0 {
		end = start + i
	} else if limit >= start+listReach {
		return nil, limit, false
	}
	head := ""
	for at := start; at < end; {
		to := end
		if i := strings.IndexAny(p.Text[at:end], "，；"); i >= 0 {
			to = at + i
		}
		item := p.Text[at:to]
		if head == "" {
			head = item[:min(len(item), len("坚持"))]
		}
		if !strings.HasPrefix(item, head) || to-at > itemReach {
			return nil, end, false
		}
		items = append(items, listedItem{at: source.Range{Start: at, End: to}})
		at = to + len("，")
	}
	return items, end, len(items) > 2 && utf8.ValidString(head)
}

// semicolons reads items that semicolons part, up to the end of the sentence.
func (p *Page) semicolons(start, limit int) (items []listedItem, end int, ok bool) {
	end = limit
	if i := strings.IndexAny(p.Text[start:limit], "。\n"); i >= 0 {
		end = start + i
	} else if limit >= start+listReach {
		return nil, limit, false
	}
	for at := start; at < end; {
		to := end
		if i := strings.Index(p.Text[at:end], "；"); i >= 0 {
			to = at + i
		}
		items = append(items, listedItem{at: source.Range{Start: at, End: to}})
		at = to + len("；")
	}
	return items, end, len(items) > 1
}

// isSum reports whether the items of a list are themselves counted in what the
// count is in, so that they add up to it, or are values that 分别 deals out over
// what was named before.
func (p *Page) isSum(c count, start, end int, lead leadKind) bool {
	for i := p.firstTokenFrom(start); i < len(p.Tokens) && int(p.Tokens[i].Start) < end; i++ {
		t := p.Tokens[i]
		if t.Kind != Quantity {
			continue
		}
		f := &p.Figures[t.Ref]
		switch f.Kind {
		case quantity.Age, quantity.Edition, quantity.Ordinal, quantity.Rank:
			continue
		case quantity.Count, quantity.Number:
			if f.Unit != "" && f.Unit == c.unit {
				return true
			}
			if wordAt(p.Text, f.Number.End, numberedThing) > 0 || f.Kind == quantity.Count && f.Value.Cmp(quantity.Int(1)) == 0 {
				continue
			}
		}
		if lead == byWord || lead == byBracket {
			return true
		}
	}
	return false
}

// countedItems records the counts of a list as the parts of the count before it
// where every item but for its noun is one, in the same classifier: 重点项目12个：
// 影视类4个、文旅类5个、数字类3个.
func (p *Page) countedItems(at int, unit string, items []listedItem, lead leadKind) {
	total := p.figureAt(at)
	if total < 0 || lead == byInclude || len(items) < 2 {
		return
	}
	sum := Sum{Kind: Partition, Total: total}
	for i := range items {
		figs := p.FiguresIn(items[i].at)
		if len(figs) != 1 || figs[0].Kind != quantity.Count || figs[0].Unit != unit || items[i].joins > 0 || figs[0].Range.Start == items[i].at.Start ||
			strings.Contains(p.Words(items[i].at), "等") {
			return
		}
		sum.Parts = append(sum.Parts, figs[0].Index)
	}
	if !p.summed(total, sum.Parts) && p.Figures[total].Hedge == quantity.None {
		p.judge(&sum)
	}
}

// figureAt returns the index of the figure whose number begins at an offset, or
// -1.
func (p *Page) figureAt(at int) int {
	for _, f := range p.FiguresIn(source.Range{Start: at, End: at + 1}) {
		return f.Index
	}
	return -1
}

// generic reports whether the items in a bracket say what else the thing counted
// may be called, 31个省（自治区、直辖市）, and are no list of it.
func (p *Page) generic(items []listedItem) bool {
	for i := range items {
		w := p.Words(items[i].at)
		if wordAt(w, 0, genericDivision) == len(w) || utf8.RuneCountInString(w) < 2 {
			return true
		}
	}
	return false
}

// joinsTwo reports whether the joining word of the last item surely stands
// between two items of the list: what it joins looks like the items before it.
func (p *Page) joinsTwo(items []listedItem, last *listedItem) bool {
	left := p.trimRange(source.Range{Start: last.at.Start, End: last.last.Start})
	right := p.trimRange(source.Range{Start: last.last.End, End: last.at.End})
	if p.alike(left, right) {
		return true
	}
	a, b := p.Words(left), p.Words(right)
	if a == "" || b == "" {
		return false
	}
	ra, _ := utf8.DecodeRuneInString(a)
	rb, _ := utf8.DecodeRuneInString(b)
	if ra == rb && (ra == '《' || ra == '“') || isDigitByte(a[0]) && isDigitByte(b[0]) {
		return true
	}
	// The items before it end, or begin, in the character that the left half does.
	end, _ := utf8.DecodeLastRuneInString(a)
	same, heads := 0, 0
	for i := range items[:len(items)-1] {
		w := p.Words(p.trimRange(items[i].at))
		if e, _ := utf8.DecodeLastRuneInString(w); e == end {
			same++
		}
		if h, _ := utf8.DecodeRuneInString(w); h == ra && ra == rb {
			heads++
		}
	}
	return same > 0 && same == len(items)-1 || heads > 0 && heads >= len(items)-2
}
