package figure

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Announced is a number of things with the list of them beside it.
type Announced struct {
	// Count covers the number with its classifier; N is what it says.
	Count source.Range
	N     int
	// List covers the items. Few and Many bound how many they may mean: 和 may
	// join two or stand inside one.
	List      source.Range
	Few, Many int
	// Open says that 等 ends the list, so that more may be meant.
	Open bool
	// Before says that the list stands before the number, Loose that its shape
	// leaves a doubt about where it ends.
	Before, Loose bool
}

// Agrees reports whether the list may hold as many things as the number says.
func (a *Announced) Agrees() bool { return a.N >= a.Few && (a.N <= a.Many || a.Open) }

// Reach of lists, in bytes.
const (
	announceReach = 60  // from a count to the colon of its list
	orderedReach  = 180 // from a count to 一是
	itemReach     = 75  // an item
	listReach     = 600 // a list before a count
)

// ordered is one 一是, 二是 …
type ordered struct {
	at source.Range
	n  int
}

// findAnnounced finds the counts that have a list beside them.
func (p *Page) findAnnounced() {
	marks := p.orderedMarks()
	next := 0
	p.eachCount(func(c count) {
		for next < len(marks) && marks[next].at.Start < c.at.Start {
			next++
		}
		if a, ok := p.orderedList(c, marks[next:]); ok {
			p.Announced = append(p.Announced, a)
		} else if a, ok := p.colonList(c); ok {
			p.Announced = append(p.Announced, a)
		} else if a, ok := p.blockList(c); ok {
			p.Announced = append(p.Announced, a)
		} else if a, ok := p.leadList(c); ok {
			p.Announced = append(p.Announced, a)
		} else if a, ok := p.closedList(c); ok {
			p.Announced = append(p.Announced, a)
		}
	})
}

// eachCount calls fn with every small count, in order: those that are tokens,
// and Han numerals in the text between tokens (三地, 三点). All but figures begin
// with a Han numeral, and where those stand is known.
func (p *Page) eachCount(fn func(count)) {
	fig, behind := 0, 0 // behind is where the last count between tokens ends
	try := func(tok int) {
		if c, ok := p.countAt(tok); ok {
			fn(c)
		}
	}
	figures := func(until int) {
		for ; fig < len(p.Figures); fig++ {
			tok := p.Figures[fig].Token
			at := int(p.Tokens[tok].Start)
			if at >= until {
				return
			}
			if p.Text[at] < utf8.RuneSelf && !p.longNumber(at) {
				try(tok)
			}
		}
	}
	for _, n := range p.numerals {
		at := int(n)
		figures(at)
		tok := p.tokenBehind(at)
		switch {
		case tok < len(p.Tokens) && int(p.Tokens[tok].Start) == at:
			try(tok)
		case tok < len(p.Tokens) && int(p.Tokens[tok].Start) == at-len("前") && strings.HasSuffix(p.Text[:at], "前"):
			if c, ok := p.countFrom(at, tok); ok {
				fn(c) // 前三名
			}
		case (tok == len(p.Tokens) || int(p.Tokens[tok].Start) > at) && at >= behind:
			if c, ok := p.countFrom(at, min(tok, len(p.Tokens)-1)); ok {
				fn(c)
				behind = c.num.End
			}
		}
	}
	figures(len(p.Text))
}

// tokenBehind returns the first token that ends behind an offset.
func (p *Page) tokenBehind(at int) int {
	return sort.Search(len(p.Tokens), func(i int) bool { return int(p.Tokens[i].End) > at })
}

// longNumber reports whether a number of more than two digits, a decimal or a
// percentage begins at an offset: no count, and most figures are one.
func (p *Page) longNumber(at int) bool {
	if !isDigitByte(p.Text[at]) {
		return false
	}
	if at++; at < len(p.Text) && isDigitByte(p.Text[at]) {
		at++
	}
	if at == len(p.Text) {
		return false
	}
	c := p.Text[at]
	return isDigitByte(c) || c == '.' || c == ',' || c == '%'
}

// count is a small whole number that may announce or close a list.
type count struct {
	at    source.Range // with its classifier
	num   source.Range
	n     int
	unit  string
	block source.Range
}

// countAt reads the count that begins at a token.
func (p *Page) countAt(i int) (c count, ok bool) {
	t := p.Tokens[i]
	if c := p.Text[t.Start]; c < utf8.RuneSelf {
		if t.Kind != Quantity {
			return count{}, false
		}
	} else if r, _ := lexicon.Decode(p.Text, int(t.Start)); p.names.begins.of(r)&beginsCount == 0 {
		return count{}, false
	}
	switch t.Kind {
	case Quantity:
		f := &p.Figures[t.Ref]
		if f.Hedge != quantity.None || f.Kind == quantity.Rank || f.Kind == quantity.Range {
			return c, false
		}
	case Mask, Word, DateTok:
	default:
		return c, false
	}
	return p.countFrom(int(t.Start), i)
}

// countFrom reads the count that begins at an offset, at or before a token.
func (p *Page) countFrom(start, tok int) (c count, ok bool) {
	n, w := smallNumber(p.Text[start:min(len(p.Text), start+12)])
	if n < 2 || p.partOfNumber(start) {
		return c, false
	}
	end := start + w
	for end < len(p.Text) && p.Text[end] == ' ' && p.Text[start] < utf8.RuneSelf {
		end++
	}
	c = count{num: source.Range{Start: start, End: start + w}, n: n}
	if u := wordAt(p.Text, end, announcing); u > 0 {
		c.unit = p.Text[end : end+u]
		c.at = source.Range{Start: start, End: end + u}
	} else if p.Doc.Lang == "en" && end < len(p.Text) && isLatin(p.Text[end]) {
		c.at = c.num
	} else {
		return c, false
	}
	b := p.blockOf(tok)
	if b < 0 {
		return c, false
	}
	c.block = p.Doc.Blocks[b].Range
	return c, c.unit != "点" || wordAt(p.Text, c.at.End, timeNoun) > 0
}

// blockOf returns the block of a token.
func (p *Page) blockOf(tok int) int {
	lo, hi := 0, len(p.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if p.Sentences[m].AfterTok <= tok {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == len(p.Sentences) {
		return -1
	}
	return p.Sentences[lo].Block
}

// partOfNumber reports whether what stands before an offset makes the number
// there a part of another, or an ordinal: 第三, 十二, 2.3.
func (p *Page) partOfNumber(at int) bool {
	if at == 0 {
		return false
	}
	if c := p.Text[at-1]; c < utf8.RuneSelf {
		return isLatin(c) && !p.letterBefore(at) || c >= '-' && c <= ':' // -./ and the digits besides
	}
	r, _ := utf8.DecodeLastRuneInString(p.Text[:at])
	switch r {
	case '第', '十', '百', '千', '万', '零', '〇', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '几', '数', '多', '余', '．', '—':
		return true
	}
	return false
}

// hanDigits are the numerals that a count may begin with.
const hanDigits = "两一二三四五六七八九十"

// smallWords are the English numbers that a count may be, from one.
var smallWords = [...]string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// smallNumber reads a number of up to two digits or one Han numeral or English
// word, and returns how many bytes it takes.
func smallNumber(s string) (n, width int) {
	switch {
	case s == "":
		return 0, 0
	case s[0] >= utf8.RuneSelf:
		if n = hanNumber(s); n == 0 {
			return 0, 0
		}
		if width = len("十"); n < 10 {
			return n, width
		}
		if ones := hanNumber(s[width:]); ones > 0 && ones < 10 {
			return 10 + ones, 2 * width
		}
		return n, width
	case isLatin(s[0]):
		for i, w := range smallWords {
			if len(s) > len(w) && s[0]|0x20 == w[0] && strings.EqualFold(s[:len(w)], w) && !isLatin(s[len(w)]) {
				return i + 1, len(w)
			}
		}
		return 0, 0
	}
	for width < len(s) && s[width] >= '0' && s[width] <= '9' {
		n, width = n*10+int(s[width]-'0'), width+1
		if width > 2 {
			return 0, 0
		}
	}
	return n, width
}

// hanNumber returns what the Han numeral that a text begins with stands for, 0
// for none.
func hanNumber(s string) int {
	if len(s) < len("十") {
		return 0
	}
	switch s[:len("十")] {
	case "一":
		return 1
	case "二", "两":
		return 2
	case "三":
		return 3
	case "四":
		return 4
	case "五":
		return 5
	case "六":
		return 6
	case "七":
		return 7
	case "八":
		return 8
	case "九":
		return 9
	case "十":
		return 10
	}
	return 0
}

// orderedMarks returns every 一是, 二是 … that opens a clause.
func (p *Page) orderedMarks() []ordered {
	var out []ordered
	if len(p.Cues(OrdinalHan)) == 0 {
		return nil
	}
	for _, t := range p.Tokens {
		if t.Kind != Mask && t.Kind != Word || p.Text[t.End-1] != "是"[2] || !strings.HasSuffix(p.Text[t.Start:t.End], "是") {
			continue
		}
		n, w := smallNumber(p.Text[t.Start:t.End])
		if n == 0 || int(t.Start)+w+len("是") != int(t.End) || !p.behindMark(int(t.Start)) {
			continue
		}
		out = append(out, ordered{t.Range(), n})
	}
	return out
}

// behindMark reports whether a mark or the start of a block stands before.
func (p *Page) behindMark(at int) bool {
	for at > 0 && p.Text[at-1] == ' ' {
		at--
	}
	r, _ := utf8.DecodeLastRuneInString(p.Text[:at])
	return at == 0 || r == '\n' || isPunct(r) || r == ':' || r == ',' || r == ';'
}

// orderedList reads 三点建议：一是…，二是…，三是….
func (p *Page) orderedList(c count, marks []ordered) (a Announced, ok bool) {
	if len(marks) < 2 || marks[0].n != 1 || marks[0].at.Start-c.at.End > orderedReach {
		return a, false
	}
	if c.n > len(smallWords) || wordAt(p.Text, c.num.End, orderedUnit) == 0 || p.labelled(c) {
		return a, false
	}
	if !leadsTo(p.Text[c.at.End:marks[0].at.Start]) || p.countBetween(c.at.End, marks[0].at.Start) {
		return a, false
	}
	m := 1
	for m < len(marks) && marks[m].n == m+1 {
		m++
	}
	if m < 2 || m < len(marks) && marks[m].n > m+1 {
		return a, false
	}
	return Announced{Count: c.at, N: c.n, List: marks[0].at.Cover(marks[m-1].at), Few: m, Many: m}, true
}

// leadsTo reports whether the words between a count and 一是 belong to both:
// 三点建议：, or one more clause.
func leadsTo(between string) bool {
	first := strings.IndexAny(between, "：:，。；,")
	if first < 0 || first > announceReach {
		return false
	}
	marks := 0
	for _, r := range between {
		if isPunct(r) || r == ':' || r == ',' {
			marks++
		}
	}
	if strings.HasSuffix(between, "：") || strings.HasSuffix(between, ":") {
		return marks == 1
	}
	return marks <= 2
}

// labelled reports whether a count stands in quotation marks or opens a name.
func (p *Page) labelled(c count) bool {
	r, _ := utf8.DecodeLastRuneInString(p.Text[:c.at.Start])
	return r == '“' || r == '‘' || r == '《' || r == '"'
}

// countBetween reports whether another count stands between two offsets.
func (p *Page) countBetween(from, to int) bool {
	for i := p.firstTokenFrom(from); i < len(p.Tokens) && int(p.Tokens[i].Start) < to; i++ {
		if _, ok := p.countAt(i); ok {
			return true
		}
	}
	return false
}

// firstTokenFrom returns the first token that begins at or behind an offset.
func (p *Page) firstTokenFrom(at int) int {
	lo, hi := 0, len(p.Tokens)
	for lo < hi {
		m := (lo + hi) / 2
		if int(p.Tokens[m].Start) < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}
