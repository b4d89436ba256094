package period

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
)

// Read reads the expression of time that begins at byte offset at of text. It
// returns the offset behind it; ok is false where none begins. It looks a few
// characters to the left of at, so that no expression is found in the middle
// of a number or word, and never further right than the expression goes. It
// doesn't allocate.
func Read(text string, at int) (e Expr, end int, ok bool) {
	if at < 0 || at >= len(text) {
		return e, at, false
	}
	if !May(text, at) {
		return e, at, false
	}
	return readAt(text, at)
}

// readAt is Read at a place that is promising.
func readAt(text string, at int) (e Expr, end int, ok bool) {
	c := text[at]
	r := reader{s: text, p: at}
	e.Start, e.Body = at, at
	if isLetter(c) || c == '\'' {
		ok = r.english(&e)
	} else {
		ok = r.chinese(&e)
		if !ok && isDigit(c) {
			r.p = at
			e = Expr{Start: at, Body: at}
			ok = r.english(&e)
		}
		if isDigit(c) && (!ok || e.Kind == KindTime) {
			p, x := r.p, Expr{Start: at, Body: at}
			r.p = at
			if r.enClock(&x) {
				e, ok = x, true
			} else {
				r.p = p
			}
		}
	}
	if !ok {
		return Expr{}, at, false
	}
	e.End = r.p
	return e, r.p, true
}

// May reports, at little cost, whether an expression may begin at a place of a
// text: nearly all places are dismissed here. Read asks it first; who looks at
// every place does well to ask it without Read.
func May(s string, at int) bool {
	switch c := s[at]; {
	case isDigit(c):
		return unitAhead(s, at)
	case isLetter(c):
		return (at == 0 || !isLetter(s[at-1]) && !isDigit(s[at-1])) && latinAhead(s, at)
	case c == '\'':
		return at+2 < len(s) && isDigit(s[at+1])
	case c < 0xC0:
		return false
	}
	switch r := runeAt(s, at); {
	case r >= '０' && r <= '９':
		return true
	case hanDigit(r) >= 0:
		if unitBehindHan(s, at) {
			return true
		}
	case r == '“' || r == '「':
		if _, end := find(s, at+3, 1<<rolePlan); end > at+3 {
			return true
		}
	case r == '公':
		if strings.HasPrefix(s[at:], "公元") {
			return true
		}
	}
	_, end := find(s, at, zhStartRoles)
	return end > at
}

// unitBehindHan reports whether behind the Han numeral at a place stands what a
// date has there: a unit, a dash, a space, or anything of ASCII. Longer numerals
// than readHan takes have none.
func unitBehindHan(s string, at int) bool {
	for range maxHan {
		if at >= len(s) || s[at] < utf8.RuneSelf {
			return at < len(s)
		}
		r := runeAt(s, at)
		if hanDigit(r) < 0 {
			return dateUnit(r)
		}
		at += 3
	}
	return false
}

// dateUnit reports whether a unit of time, a mark of a span or separator of a
// date, or a wide space begins with the rune.
func dateUnit(r rune) bool {
	switch r {
	case '年', '财', '月', '日', '号', '號', '时', '時', '点', '點', '季', '世', '周', '週', '星', '礼', '禮', '个', '個', '天', '至', '到',
		'—', '–', '－', '～', '∼', '：', '／', '．', '·', '•', '・', '\u00a0', '\u3000':
		return true
	}
	return false
}

// unitAhead reports whether figures are followed by what a date has behind
// them: a unit, a separator with more figures, a dash, a space, or a few Latin
// letters.
func unitAhead(s string, at int) bool {
	if at > 0 && isDigit(s[at-1]) {
		return false
	}
	p := at
	for p < len(s) && p < at+5 && isDigit(s[p]) {
		p++
	}
	if p-at > 4 {
		return compactAhead(s, at)
	}
	if p == len(s) {
		return true
	}
	switch c := s[p]; {
	case c == ',' || c == '%' || c == '+' || c == '$' || c == '(' || c == '"':
		return c != ',' && c != '%' || p-at == 4 && (p+1 == len(s) || !isDigit(s[p+1])) && c == ','
	case c == '.':
		if p+1 == len(s) || !isDigit(s[p+1]) {
			return true
		}
		q := p + 1
		for q < len(s) && q < p+4 && isDigit(s[q]) {
			q++
		}
		return q < len(s) && (s[q] == '.' || q == p+3 && p-at <= 2 && (s[q] == ' ' || isLetter(s[q]))) || p-at == 4 && q-p == 3
	case c == ' ':
		return p-at == 4 || wordAhead(s, p)
	case c < utf8.RuneSelf:
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[p:])
	switch r {
	case '，', '。', '；', '）', '、', '”', '》':
		return true
	}
	return dateUnit(r) || r >= '０' && r <= '９'
}

// enStartRoles are the roles of the words that an English expression of time
// may begin with.
const enStartRoles = ^uint64(1<<roleTo | 1<<roleOffset | 1<<roleYearNext | 1<<roleScale | 1<<roleClock | 1<<roleAhead | 1<<roleEach | 1<<roleSeason)

// opening is the set of the keys of words that latinAhead may say yes to.
var opening = func() (set [lexicon.LatinKeys/64 + 1]uint64) {
	add := func(w string) {
		if key := lexicon.LatinKey(w, 0); key > 0 {
			set[key/64] |= 1 << (key % 64)
		}
	}
	for _, w := range [...]string{"the", "on", "in", "q", "h", "week"} {
		add(w)
	}
	for i := range words {
		if w := &words[i]; enStartRoles>>w.role&1 != 0 {
			add(w.text)
		}
	}
	return set
}()

// opens reports whether the first letters of a Latin word leave it open that an
// expression begins with it: those of most words don't.
func opens(s string, at int) bool {
	key := lexicon.LatinKey(s, at)
	return opening[key/64]>>(key%64)&1 != 0
}

// latinAhead reports whether a word that an expression may begin with stands at
// a letter, or stands there behind "the", "on" or "in".
func latinAhead(s string, at int) bool {
	if !opens(s, at) {
		return false
	}
	switch s[at] | 0x20 {
	case 't', 'o', 'i':
		r := reader{s: s, p: at}
		if !r.fold("the") && !r.fold("on") && !r.fold("in") {
			break
		}
		if r.spaces(); r.fold("the") {
			r.spaces()
		}
		if r.p < len(s) && (!isLetter(s[r.p]) || enBegins(s, r.p)) {
			return true
		}
	}
	return enBegins(s, at)
}

func enBegins(s string, at int) bool {
	if !opens(s, at) {
		return false
	}
	switch s[at] | 0x20 {
	case 'q', 'h':
		if at+1 < len(s) && isDigit(s[at+1]) {
			return true // Q3, H1
		}
	case 'w':
		if hasPrefixFold(s[at:], "week") {
			return true
		}
	}
	w, end := find(s, at, enStartRoles)
	if end == at || w.role != roleCardinal || wordAhead(s, end) {
		return end > at
	}
	_, end = find(s, at, enStartRoles&^(1<<roleCardinal)) // what else the word may be
	return end > at
}

// wordAhead reports whether what stands behind a number may go on as an
// expression of time: anything but a space and a Latin word that no expression
// has.
func wordAhead(s string, at int) bool {
	r := reader{s: s, p: at}
	if !r.spaces() || r.p >= len(s) || !isLetter(s[r.p]) {
		return true
	}
	if _, end := find(s, r.p, ^uint64(1<<roleYearNext|1<<roleAhead|1<<roleEach|1<<roleSeason)); end > r.p {
		return true
	}
	return r.fold("of") || r.fold("and") || r.fold("day")
}

// reader is a place in a text. Its methods advance it when they find what they
// look for and leave it where it was when they don't.
type reader struct {
	s string
	p int
}

// word takes a word with one of the roles.
func (r *reader) word(mask uint64) (*word, bool) {
	w, end := find(r.s, r.p, mask)
	ok := end > r.p
	r.p = end
	return w, ok
}

// take takes just this text.
func (r *reader) take(s string) bool {
	if strings.HasPrefix(r.s[r.p:], s) {
		r.p += len(s)
		return true
	}
	return false
}

// takeAny takes the first of the texts that stands there.
func (r *reader) takeAny(list ...string) bool {
	for _, s := range list {
		if r.take(s) {
			return true
		}
	}
	return false
}

// space takes one space of any kind.
func (r *reader) space() bool {
	if r.p >= len(r.s) {
		return false
	}
	switch r.s[r.p] {
	case ' ':
		r.p++
		return true
	case 0xC2, 0xE3:
		return r.takeAny("\u00a0", "\u3000")
	}
	return false
}

// number takes a whole number.
func (r *reader) number() (n number, ok bool) {
	n, r.p, ok = readNumber(r.s, r.p)
	return n, ok
}

// peek returns the rune at the place.
func (r *reader) peek() rune { return runeAt(r.s, r.p) }

// runeAt returns the rune at a place, as package utf8 decodes it. Three bytes
// from U+1000 up are nearly all of Chinese copy.
func runeAt(s string, at int) rune {
	if at+2 < len(s) {
		if c := s[at]; c > 0xE0 && c < 0xED && s[at+1]&0xC0 == 0x80 && s[at+2]&0xC0 == 0x80 {
			return rune(c&0x0F)<<12 | rune(s[at+1]&0x3F)<<6 | rune(s[at+2]&0x3F)
		}
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return r
}

// before returns the rune before a place, 0 at the beginning.
func before(s string, at int) rune {
	if at == 0 {
		return 0
	}
	c, _ := utf8.DecodeLastRuneInString(s[:at])
	return c
}

// insideNumber reports whether the numeral at a place goes on from one before
// it: 3.15, 1,200, 888-000, 三百二十.
func insideNumber(s string, at int) bool {
	if at == 0 {
		return false
	}
	c := s[at-1]
	if c < utf8.RuneSelf {
		if isDigit(c) || isLetter(c) || c == '_' || c == '#' || c == '$' {
			return true
		}
		if (c == '.' || c == ',' || c == '-' || c == '/' || c == ':' || c == '+') && at > 1 {
			return isDigit(s[at-2]) || c == '/' && isLetter(s[at-2]) || c == '-' && isLetter(s[at-2]) && !isMonthEnd(s, at-1) && !isEdge(s, at)
		}
		return false
	}
	r := before(s, at)
	if r == '点' || r == '．' {
		p := before(s, at-3)
		return hanDigit(p) >= 0 || p >= '０' && p <= '９' || p >= '0' && p <= '9'
	}
	return hanDigit(r) >= 0 || r >= '０' && r <= '９' || r == '万' || r == '亿' || r == '￥' || r == '¥'
}

// isEdge reports whether a word such as mid- stands right before a place.
func isEdge(s string, at int) bool {
	i := at - 1
	for i > 0 && at-i < 8 && isLetter(s[i-1]) {
		i--
	}
	w, end := find(s, i, 1<<roleEdgeOf)
	return end == at || end == at-1 && w.role == roleEdgeOf
}

// isMonthEnd reports whether an English month stands right before a place.
func isMonthEnd(s string, at int) bool {
	i := at
	for i > 0 && at-i < 10 && isLetter(s[i-1]) {
		i--
	}
	_, end := find(s, i, 1<<roleMonth)
	return end == at
}
