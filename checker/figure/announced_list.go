package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/source"
)

// colonList reads 四项举措：甲、乙、丙、丁。 The list is flat: marks of clauses
// or brackets inside make it one that can't be counted.
func (p *Page) colonList(c count) (a Announced, ok bool) {
	end := max(c.at.End, min(c.block.End, c.at.End+announceReach))
	rest := p.Text[c.at.End:end]
	i := strings.IndexAny(rest, "：:，,、；;。！？（）“”\n.")
	if i <= 0 || !strings.HasPrefix(rest[i:], "：") && rest[i] != ':' {
		return a, false
	}
	start := c.at.End + i + 1
	if rest[i] != ':' {
		start = c.at.End + i + len("：")
	}
	l, end, ok := p.flatList(start, c.block.End)
	if !ok {
		return a, false
	}
	if p.Doc.Lang == "en" {
		if !strings.Contains(rest[:i], "s") {
			return a, false
		}
		c.at = c.num
	}
	return Announced{Count: c.at, N: c.n, List: source.Range{Start: start, End: end}, Few: l.few, Many: l.many, Open: l.open}, true
}

// flatList reads a list up to the end of its sentence.
func (p *Page) flatList(start, block int) (l itemList, end int, ok bool) {
	if p.Doc.Lang == "en" {
		return p.flatEnglish(start, block)
	}
	marks, at := 0, start
	for end = start; end < block; {
		r, w := utf8.DecodeRuneInString(p.Text[end:])
		if r == '。' || r == '\n' {
			break
		}
		switch r {
		case '，', ',', '；', ';', '：', ':', '（', '(', '—', '？', '！', '…':
			return l, end, false
		case '、':
			marks++
			at = end
		}
		if end += w; end-at > itemReach {
			return l, end, false
		}
	}
	if marks == 0 {
		return l, end, false
	}
	l = p.readItems(start, end)
	return l, end, len(l.items) > 1
}

// flatEnglish reads "housing, transport and clean air."
func (p *Page) flatEnglish(start, block int) (l itemList, end int, ok bool) {
	end = start
	for end < block && p.Text[end] != '.' && p.Text[end] != '\n' {
		if strings.IndexByte(";:()?!\"", p.Text[end]) >= 0 || end-start > listReach {
			return l, end, false
		}
		end++
	}
	items := strings.Split(p.Text[start:end], ", ")
	last := " " + strings.TrimSpace(items[len(items)-1]) + " "
	oxford := strings.HasPrefix(last, " and ") || strings.HasPrefix(last, " or ")
	inner := strings.Count(last, " and ") + strings.Count(last, " or ")
	if len(items) < 2 || !oxford && inner == 0 {
		return l, end, false
	}
	for _, it := range items {
		if strings.Count(strings.TrimSpace(it), " ") > 5 || strings.Contains(it, " with ") || strings.Contains(it, " who ") {
			return l, end, false
		}
	}
	l.few, l.many = len(items), len(items)
	switch {
	case oxford:
		l.many += inner - 1
	case inner == 1:
		l.few, l.many = l.few+1, l.many+1
	default:
		l.many += inner
	}
	for i, it := range items {
		if it = strings.TrimSpace(it); i < len(items)-1 {
			l.many += strings.Count(it, " and ")
		}
		l.many += severalIn(it)
	}
	return l, end, true
}

// severalIn returns how many more things than one the items that "and" joins may
// mean: two teachers, a nurse and three doctors.
func severalIn(items string) (more int) {
	for item := range strings.SplitSeq(items, "and ") {
		if n, _ := smallNumber(item); n > 1 {
			more += n - 1
		}
	}
	return more
}

// closedList reads 甲、乙、丙三地 and 甲、乙、丙等三地.
func (p *Page) closedList(c count) (a Announced, ok bool) {
	if p.Doc.Lang == "en" {
		return a, false
	}
	named := wordAt(p.Text, c.num.End, closing) > 0 && p.Text[c.num.Start] >= utf8.RuneSelf
	if !named && !strings.HasSuffix(p.Text[:c.at.Start], "等") && !p.letterBefore(c.at.Start) && !strings.HasSuffix(p.Text[:c.at.Start], "“") && !p.listTouches(c.at.Start) {
		return a, false
	}
	if n, _ := smallNumber(p.Text[c.at.End:min(len(p.Text), c.at.End+6)]); n > 0 {
		return a, false // 三省一市
	}
	end := c.at.Start
	quoted := strings.HasSuffix(p.Text[:end], "“") && c.unit != "大"
	if quoted {
		end -= len("“") // 预赛、复赛、决赛“三个阶段”
	}
	text := p.Text[max(0, end-listReach):end]
	open := strings.HasSuffix(text, "等")
	if open {
		end -= len("等")
	}
	if strings.HasPrefix(p.Text[c.at.End:], "等") || strings.HasSuffix(text, "、") || wordBefore(text, joining) > 0 {
		return a, false // 非洲、中亚五国等; 甲、乙和十大赛事
	}
	start, ok := p.listStart(c.block.Start, end)
	if !ok {
		return a, false
	}
	l := p.readItems(start, end)
	if l.few < 3 || l.open || !even(l.items) || c.n == 2 && c.unit == "国" || !named && (p.nested(l.items) || !open && (!alikeLong(p, l.items) || c.n > l.many+2)) {
		return a, false
	}
	return Announced{Count: c.at, N: c.n, List: source.Range{Start: start, End: end}, Few: p.outer(start, end, l), Many: l.many, Open: open, Before: true}, true
}

// listStart walks back from the end of a list to where it begins: behind a mark
// of a clause or a number. ok is false where that isn't clear.
func (p *Page) listStart(block, end int) (start int, ok bool) {
	marks := 0
	for i := p.firstTokenFrom(end) - 1; i >= 0; i-- {
		t := p.Tokens[i]
		if int(t.Start) < block {
			break
		}
		if end-int(t.End) > listReach {
			return 0, false
		}
		if int(t.End) > end {
			return 0, false
		}
		if _, ok := p.countAt(i); ok || t.Kind == Quantity || t.Kind == DateTok {
			return 0, false
		}
		if t.Kind == Punct {
			switch t.Ref {
			case '、':
				marks++
				continue
			case '“', '”', '‘', '’', '·', '《', '》':
				continue
			case '，', ',':
				// A list that commas part goes on before the clause.
				if j := p.prevMark(i); j >= 0 && p.Tokens[j].Ref == '、' {
					return 0, false
				}
			}
			return int(t.End), marks > 0
		}
	}
	return block, marks > 0 && end-block < listReach
}

// prevMark returns the mark before a token, or -1.
func (p *Page) prevMark(i int) int {
	for j := i - 1; j >= 0 && i-j < 12; j-- {
		if p.Tokens[j].Kind == Punct {
			return j
		}
	}
	return -1
}

// even reports whether the items of a list are of one make, so that no verb
// stands in the last and no clause among the others.
func even(items []source.Range) bool {
	n := len(items)
	longest := 0
	for _, r := range items[1 : n-1] {
		longest = max(longest, r.Len())
	}
	last := items[n-1].Len()
	return last <= longest+3 && longest <= 2*last+6 && longest <= itemReach
}

// outer returns the least number of things a list may mean where a joining word
// stands before its last items: 甲、乙和丙、丁 may be three, the last of two.
func (p *Page) outer(start, end int, l itemList) int {
	few := l.few
	seen := 0
	for i := start; i < end; {
		if n := max(wordAt(p.Text, i, oneItem), wordAt(p.Text, i, notJoining)); n > 0 {
			i += n
			continue
		}
		if wordAt(p.Text, i, joining) > 0 && i > start {
			return min(few, seen+2)
		}
		r, w := utf8.DecodeRuneInString(p.Text[i:])
		if r == '、' {
			seen++
		}
		i += w
	}
	return few
}

// letterBefore reports whether a capital letter that names something ends the
// text before an offset: A、B、C三个.
func (p *Page) letterBefore(at int) bool {
	return at > 3 && 'A' <= p.Text[at-1] && p.Text[at-1] <= 'Z' && strings.HasSuffix(p.Text[:at-1], "、")
}

// nested reports whether an item behind the first one says what it belongs to,
// so that the items before may say the same: 杭州、宁波的甲厂、乙厂.
func (p *Page) nested(items []source.Range) bool {
	for _, r := range items[1:] {
		if strings.Contains(p.Words(r), "的") {
			return true
		}
	}
	return false
}

// listTouches reports whether a list of short items may end right before an
// offset: 、 stands not far before it.
func (p *Page) listTouches(at int) bool {
	text := p.Text[max(0, at-18):at]
	i := strings.LastIndex(text, "、")
	return i >= 0 && len(text)-i-len("、") >= 2*len("江") && !strings.ContainsAny(text[i:], "，。；：（）“”和与及")
}

// alikeLong reports whether the items of a list behind the first one are names:
// short, and of about one length.
func alikeLong(p *Page, items []source.Range) bool {
	if len(items) < 3 {
		return false
	}
	short, long := items[1].Len(), items[1].Len()
	for _, r := range items[1:] {
		short, long = min(short, r.Len()), max(long, r.Len())
	}
	return long <= 5*len("江") && long-short <= len("江")
}
