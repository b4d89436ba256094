package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// scan walks the view once and appends tokens, figures, dates and names.
func (p *Page) scan() {
	for i := range p.Doc.Blocks {
		b := &p.Doc.Blocks[i]
		p.scanBlock(b.Range.Start, b.Range.End)
	}
}

func (p *Page) scanBlock(i, end int) {
	text := p.Text[:end]
	begins, named := p.names.begins, i
	for i < end {
		if text[i] < utf8.RuneSelf {
			i = p.scanASCII(text, i, &named)
			continue
		}
		r, w := lexicon.Wide(text, i), 3
		if r == 0 {
			r, w = lexicon.Decode(text, i)
		}
		may := begins.of(r)
		if may == 0 {
			i += w
			continue
		}
		if may&beginsName != 0 && i >= named {
			named = p.scanName(text, i)
		}
		switch {
		case may&beginsMark != 0:
			if may&beginsDate != 0 { // “十四五”时期
				if end := p.scanDate(text, i, i); end > i {
					i = end
					continue
				}
			}
			p.add(i, i+w, Punct, r)
			i += w
		case may&(beginsWord|beginsDate|beginsNumber) != 0:
			i = p.scanHan(text, i, w, may)
		default:
			i += w
		}
	}
}

// scanName notes the longest name of the ledger that begins at a place, and
// returns the offset behind it, or the place itself.
func (p *Page) scanName(text string, i int) int {
	id, e := p.names.trie.Longest(text, i)
	if id >= 0 {
		p.Names = append(p.Names, Name{Range: source.Range{Start: i, End: e}, ID: id})
	}
	return e
}

// scanHan reads what begins at a character outside ASCII that may begin
// something, and returns the offset behind it.
func (p *Page) scanHan(text string, i, w int, may uint8) int {
	word, e, mask := int32(-1), i, i
	if may&beginsWord != 0 {
		word, e = lexicon.Match(text, i)
		if lexicon.Is(word, lexicon.ClassMask) {
			mask = e
		}
	}
	if may&beginsDate != 0 {
		if end := p.scanDate(text, i, mask); end > i {
			return end
		}
	}
	if may&beginsNumber != 0 {
		if q, end, ok := quantity.Read(text, i); ok && end >= mask {
			if word < 0 || e <= end || q.Number.End > i+w {
				p.addFigure(&q, end)
				return end
			}
		}
	}
	if mask > i && len(lexicon.Senses(word)) == 1 {
		p.add(i, mask, Mask, word)
		return mask
	}
	if lexicon.Is(word, lexicon.ClassPlain) && len(lexicon.Senses(word)) == 1 {
		return e // text like any other, with nothing inside it to take note of
	}
	if word >= 0 {
		p.add(i, e, Word, word)
		return e
	}
	return i + w
}

// scanDate reads an expression of time, unless a mask reaches beyond it, and
// returns the offset behind it, or the place itself.
func (p *Page) scanDate(text string, i, mask int) int {
	if !period.May(text, i) {
		return i
	}
	x, end, ok := period.Read(text, i)
	if !ok || end < mask {
		return i
	}
	p.Dates = append(p.Dates, Date{Expr: x, Token: len(p.Tokens)})
	p.add(i, end, DateTok, int32(len(p.Dates)-1))
	return end
}

func (p *Page) scanASCII(text string, i int, named *int) int {
	c := text[i]
	switch {
	case c == ' ' || c == '\t' || c == '\r' || c == '\n':
		if c == '\n' {
			p.add(i, i+1, Punct, '\n')
		}
		return i + 1
	case '0' <= c && c <= '9':
		if end := p.scanDate(text, i, i); end > i {
			return end
		}
		if q, end, ok := quantity.Read(text, i); ok {
			p.addFigure(&q, end)
			return end
		}
		return skipDigits(text, i)
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		return p.scanLatin(text, i, named)
	case c == '\'' && i+1 < len(text) && '0' <= text[i+1] && text[i+1] <= '9':
		if end := p.scanDate(text, i, i); end > i {
			return end
		}
	case c == '$' || c == '-' || c == '+' || c == '.':
		if c == '-' && i+1 < len(text) && period.May(text, i+1) {
			if x, _, ok := period.Read(text, i+1); ok && x.Has(period.YearPrinted|period.MonthPrinted) {
				break // a dash before a date makes it no number below zero
			}
		}
		if q, end, ok := quantity.Read(text, i); ok {
			p.addFigure(&q, end)
			return end
		}
	}
	p.add(i, i+1, Punct, rune(c))
	return i + 1
}

func (p *Page) scanLatin(text string, i int, named *int) int {
	e := i + 1
	for e < len(text) && (isLatin(text[e]) || text[e] == '\'' && e+1 < len(text) && isLatin(text[e+1])) {
		e++
	}
	may := p.names.begins.latin[lexicon.LatinKey(text, i)]
	if may&beginsName != 0 && i >= *named {
		*named = p.scanName(text, i)
	}
	if end := p.scanDate(text, i, i); end > i {
		return end
	}
	if may&beginsWord == 0 {
		p.add(i, e, Latin, 0)
		return e
	}
	word, we := lexicon.Match(text, i)
	if quantity.MayBegin(word) {
		if q, end, ok := quantity.Read(text, i); ok {
			p.addFigure(&q, end)
			return end
		}
	}
	if word >= 0 {
		p.add(i, we, Word, word)
		return we
	}
	p.add(i, e, Latin, 0)
	return e
}

// skipDigits steps over a run of digits, points and letters that is no number,
// such as a stock code.
func skipDigits(text string, i int) int {
	for i < len(text) && (text[i] >= '0' && text[i] <= '9' || isLatin(text[i])) {
		i++
	}
	return i
}

func isLatin(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// punctuation are the marks outside ASCII that are tokens.
const punctuation = "，。；：、！？（）“”‘’《》【】—…·「」『』〔〕｜丨～　−–"

func isPunct(r rune) bool {
	if r >= 0x4E29 && r < 0xFF00 || r < 0xB7 {
		return false // most of Chinese copy, and ASCII
	}
	return strings.ContainsRune(punctuation, r)
}

func (p *Page) add(start, end int, kind TokenKind, ref int32) {
	p.Tokens = roomy(p.Tokens)
	p.Tokens = append(p.Tokens, Token{int32(start), int32(end), kind, ref})
}

// addFigure appends a quantity with the hedge that stands before it.
func (p *Page) addFigure(q *quantity.Quantity, end int) {
	if n := len(p.Tokens); n > 0 {
		t := p.Tokens[n-1]
		if n > 1 && t.Kind == Word && p.Text[t.Start:t.End] == "了" && p.Tokens[n-2].End == t.Start && !p.tailOfWord(p.Tokens[n-2]) {
			t = Token{p.Tokens[n-2].Start, t.End, p.Tokens[n-2].Kind, p.Tokens[n-2].Ref} // 超过了6万次
		}
		if n > 1 && t.Kind == Word && p.Tokens[n-2].End == t.Start && onlySpace(p.Text[t.End:q.Range.Start]) {
			if s, ok := lexicon.Has(t.Ref, lexicon.ClassPrefix); ok && s.Code == q.Unit {
				t = p.Tokens[n-2] // 不超过人民币6亿元
			}
		}
		if t.Kind == Word && (onlySpace(p.Text[t.End:q.Range.Start]) || n > 0 && t != p.Tokens[n-1]) {
			if s, ok := lexicon.Has(t.Ref, lexicon.ClassPreHedge); ok && !p.tailOfWord(t) && !(n > 1 && p.movesUp(p.Tokens[n-2], t)) {
				q.SetBefore(quantity.HedgeOf(s.Code), t.Range())
			}
		}
	}
	n := len(p.Figures)
	p.Figures = roomy(p.Figures)[:n+1] // what lies behind is empty
	f := &p.Figures[n]
	f.Quantity, f.Index, f.ListHead, f.Token, f.Of, f.PeriodDate, f.ListLen = *q, n, n, len(p.Tokens), -1, -1, 1
	p.add(q.Range.Start, end, Quantity, int32(n))
}

// manyMore is the length from which on a slice grows by a quarter.
const manyMore = 1 << 14

// roomy returns the slice with room for one more. It doubles the room where there
// is none, which moves what is there less often than append would, until the page
// is so long that room counts more.
func roomy[T any](s []T) []T {
	if len(s) < cap(s) {
		return s
	}
	more := max(16, len(s))
	if len(s) > manyMore {
		more = len(s) / 4
	}
	return slices.Grow(s, more)
}

func onlySpace(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != ' ' {
			return false
		}
	}
	return true
}
