// Package diff compares two versions of a text as an editor reads them: figures
// are atoms. A character-by-character comparison shows 7502.3亿元 → 7520.3亿元
// as a shuffle of digits; here it is one figure that went and one that came.
package diff

import "github.com/sergi/go-diff/diffmatchpatch"

// Kind says what happened to a piece of text.
type Kind int8

// The kinds of piece.
const (
	Equal  Kind = iota // in both versions
	Delete             // in the old version only
	Insert             // in the new version only
)

// Op is one piece of a comparison.
type Op struct {
	Kind Kind
	Text string
}

// maxTokens bounds how many tokens of either side, between the first and the
// last difference, are compared one by one; the cost is quadratic at worst.
// Beyond it the whole stretch counts as replaced.
const maxTokens = 4000

// Inline returns the pieces that lead from old to new: the Equal and Delete
// pieces joined are old, the Equal and Insert pieces joined are new, byte for
// byte. Neighbours differ in kind, and where text was replaced the Delete comes
// before the Insert. The result depends on nothing but the arguments.
func Inline(old, new string) []Op {
	a, b := Tokens(old), Tokens(new)
	head := commonPrefix(a, b)
	tail := commonSuffix(a[head:], b[head:])
	var s script
	s.addAll(Equal, a[:head])
	s.compare(a[head:len(a)-tail], b[head:len(b)-tail])
	s.addAll(Equal, a[len(a)-tail:])
	return s.ops()
}

func commonPrefix(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// script is a comparison in the making: tokens with what happened to each.
type script struct {
	kinds  []Kind
	tokens []string
}

func (s *script) addAll(k Kind, tokens []string) {
	for _, t := range tokens {
		s.kinds = append(s.kinds, k)
		s.tokens = append(s.tokens, t)
	}
}

// compare appends the difference of two runs of tokens. Each different token is
// given a character of its own, as the library does for lines, and the
// characters are compared.
func (s *script) compare(a, b []string) {
	if len(a) == 0 || len(b) == 0 || len(a) > maxTokens || len(b) > maxTokens {
		s.addAll(Delete, a)
		s.addAll(Insert, b)
		return
	}
	ids := make(map[string]rune, len(a))
	x, y := runes(a, ids), runes(b, ids)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a result that depends on the clock isn't one
	for _, d := range dmp.DiffMainRunes(x, y, false) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			s.addAll(Equal, a[:n])
			a, b = a[n:], b[n:]
		case diffmatchpatch.DiffDelete:
			s.addAll(Delete, a[:n])
			a = a[n:]
		case diffmatchpatch.DiffInsert:
			s.addAll(Insert, b[:n])
			b = b[n:]
		}
	}
}

// runes numbers tokens. At most 2*maxTokens numbers are given out, far below
// the surrogates, which a string can't hold.
func runes(tokens []string, ids map[string]rune) []rune {
	out := make([]rune, len(tokens))
	for i, t := range tokens {
		id, ok := ids[t]
		if !ok {
			id = rune(len(ids) + 1)
			ids[t] = id
		}
		out[i] = id
	}
	return out
}

// ops joins neighbours of one kind, with deletions before insertions. A lone
// character that happens to be in both versions of a rewritten name or phrase
// belongs to the change: 工程承包 → 承包工程 isn't read letter by letter.
func (s *script) ops() []Op {
	var out []Op
	var del, ins []byte
	flush := func() {
		if len(del) > 0 {
			out = append(out, Op{Delete, string(del)})
		}
		if len(ins) > 0 {
			out = append(out, Op{Insert, string(ins)})
		}
		del, ins = del[:0], ins[:0]
	}
	for i := 0; i < len(s.tokens); i++ {
		switch t := s.tokens[i]; s.kinds[i] {
		case Delete:
			del = append(del, t...)
		case Insert:
			ins = append(ins, t...)
		default:
			if s.isBridge(i) {
				del, ins = append(del, t...), append(ins, t...)
				continue
			}
			flush()
			if n := len(out); n > 0 && out[n-1].Kind == Equal {
				out[n-1].Text += t
				continue
			}
			from := i
			for i+1 < len(s.tokens) && s.kinds[i+1] == Equal && !s.isBridge(i+1) {
				i++
			}
			out = append(out, Op{Equal, join(s.tokens[from : i+1])})
		}
	}
	flush()
	return out
}

// isBridge reports whether the equal token i is one Han character or blank
// between two changes of running words. Between figures nothing is a bridge:
// each figure that changed is shown by itself.
func (s *script) isBridge(i int) bool {
	if i == 0 || i == len(s.tokens)-1 || s.kinds[i-1] == Equal || s.kinds[i+1] == Equal {
		return false
	}
	return isWordPart(s.tokens[i]) && !hasDigit(s.tokens[i-1]) && !hasDigit(s.tokens[i+1])
}

func join(tokens []string) string {
	size := 0
	for _, t := range tokens {
		size += len(t)
	}
	b := make([]byte, 0, size)
	for _, t := range tokens {
		b = append(b, t...)
	}
	return string(b)
}
