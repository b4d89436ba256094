package figure

import (
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// scan walks the view once and appends tokens, figures, dates and names.
func (p *Page) scan(names *lexicon.Trie) {
	for i := range p.Doc.Blocks {
		b := &p.Doc.Blocks[i]
		p.scanBlock(b.Range.Start, b.Range.End, names)
	}
}

func (p *Page) scanBlock(i, end int, names *lexicon.Trie) {
	text := p.Text[:end]
	named := i
	for i < end {
		c := text[i]
		if c < utf8.RuneSelf {
			i = p.scanASCII(text, i, names, &named)
			continue
		}
		r, w := utf8.DecodeRuneInString(text[i:])
		if names != nil && i >= named && names.Begins(r) {
			if id, e := names.Longest(text, i); id >= 0 {
				p.Names = append(p.Names, Name{Range: source.Range{Start: i, End: e}, ID: id})
				named = e
			}
		}
		if isPunct(r) {
			p.add(i, i+w, Punct, r)
			i += w
			continue
		}
		if !lexicon.Begins(r) && !quantity.Starts(r) {
			if !period.Starts(r) {
				i += w
				continue
			}
		}
		i = p.scanHan(text, i, w, r)
	}
}

// scanHan reads what begins at a character outside ASCII that may begin
// something, and returns the offset behind it.
func (p *Page) scanHan(text string, i, w int, r rune) int {
	word, e := lexicon.Match(text, i)
	mask := i
	if word >= 0 {
		if _, ok := lexicon.Has(word, lexicon.ClassMask); ok {
			mask = e
		}
	}
	if period.Starts(r) {
		if end := p.scanDate(text, i); end > max(mask, i) {
			return end
		}
	}
	if quantity.Starts(r) {
		if q, end, ok := quantity.Read(text, i); ok && end > mask {
			if word < 0 || e <= end || q.Number.End > i+w {
				p.addFigure(q, end)
				return end
			}
		}
	}
	if mask > i && len(lexicon.Senses(word)) == 1 {
		p.add(i, mask, Mask, word)
		return mask
	}
	if word >= 0 {
		p.add(i, e, Word, word)
		return e
	}
	return i + w
}

func (p *Page) scanDate(text string, i int) int {
	x, end, ok := period.Read(text, i)
	if !ok {
		return i
	}
	p.Dates = append(p.Dates, Date{Expr: x, Token: len(p.Tokens)})
	p.add(i, end, DateTok, int32(len(p.Dates)-1))
	return end
}

func (p *Page) scanASCII(text string, i int, names *lexicon.Trie, named *int) int {
	c := text[i]
	switch {
	case c == ' ' || c == '\t' || c == '\r' || c == '\n':
		if c == '\n' {
			p.add(i, i+1, Punct, '\n')
		}
		return i + 1
	case '0' <= c && c <= '9':
		if end := p.scanDate(text, i); end > i {
			return end
		}
		if q, end, ok := quantity.Read(text, i); ok {
			p.addFigure(q, end)
			return end
		}
		return skipDigits(text, i)
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		return p.scanLatin(text, i, names, named)
	case c == '$' || c == '-' || c == '+' || c == '.':
		if q, end, ok := quantity.Read(text, i); ok {
			p.addFigure(q, end)
			return end
		}
	}
	p.add(i, i+1, Punct, rune(c))
	return i + 1
}

func (p *Page) scanLatin(text string, i int, names *lexicon.Trie, named *int) int {
	e := i + 1
	for e < len(text) && (isLatin(text[e]) || text[e] == '\'' && e+1 < len(text) && isLatin(text[e+1])) {
		e++
	}
	if names != nil && i >= *named && names.Begins(rune(text[i]|0x20)) {
		if id, ne := names.Longest(text, i); id >= 0 {
			p.Names = append(p.Names, Name{Range: source.Range{Start: i, End: ne}, ID: id})
			*named = ne
		}
	}
	if period.Starts(rune(text[i])) {
		if end := p.scanDate(text, i); end > i {
			return end
		}
	}
	if quantity.Starts(rune(text[i])) {
		if q, end, ok := quantity.Read(text, i); ok {
			p.addFigure(q, end)
			return end
		}
	}
	if word, we := lexicon.Match(text, i); word >= 0 {
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

func isPunct[R rune](r R) bool {
	switch r {
	case '，', '。', '；', '：', '、', '！', '？', '（', '）', '“', '”', '‘', '’', '《', '》', '【', '】', '—', '…', '·', '「', '」', '『', '』', '〔', '〕', '｜', '丨', '～', '　', '−', '–':
		return true
	}
	return false
}

func (p *Page) add(start, end int, kind TokenKind, ref int32) {
	p.Tokens = append(p.Tokens, Token{int32(start), int32(end), kind, ref})
}

// addFigure appends a quantity with the hedge that stands before it.
func (p *Page) addFigure(q quantity.Quantity, end int) {
	if n := len(p.Tokens); n > 0 {
		t := p.Tokens[n-1]
		if n > 1 && t.Kind == Word && p.Text[t.Start:t.End] == "了" && p.Tokens[n-2].End == t.Start && !p.tailOfWord(p.Tokens[n-2]) {
			t = Token{p.Tokens[n-2].Start, t.End, p.Tokens[n-2].Kind, p.Tokens[n-2].Ref} // 超过了6万次
		}
		if t.Kind == Word && onlySpace(p.Text[t.End:q.Range.Start]) {
			if s, ok := lexicon.Has(t.Ref, lexicon.ClassPreHedge); ok && !p.tailOfWord(t) {
				q.SetBefore(quantity.HedgeOf(s.Code), t.Range())
			}
		}
	}
	f := Figure{Quantity: q, Index: len(p.Figures), Token: len(p.Tokens), Of: -1, PeriodDate: -1, ListLen: 1}
	f.ListHead = f.Index
	p.Figures = append(p.Figures, f)
	p.add(q.Range.Start, end, Quantity, int32(f.Index))
}

func onlySpace(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != ' ' {
			return false
		}
	}
	return true
}
