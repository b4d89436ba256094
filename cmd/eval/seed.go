package main

import (
	"hash/fnv"
	"regexp"
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// seed is an article with one error in it.
type seed struct {
	text string
	at   source.Span   // what was changed, in bytes of text
	also []source.Span // what it now contradicts
}

// kind is one way to spoil an article. make yields the ways that an article
// offers; the first is used.
type kind struct {
	name  string
	rule  string // the rule that is meant to find it
	lang  string // empty for both
	level finding.Severity
	make  func(a *article, yield func(seed) bool)
}

// roll returns a number that depends on the keys alone.
func roll(keys ...string) uint64 {
	h := fnv.New64a()
	for _, k := range keys {
		h.Write([]byte(k))
		h.Write([]byte{0})
	}
	return h.Sum64() >> 16
}

// replace puts words in the place of text[from:to]; also are places of the
// article that the change contradicts.
func replace(text string, from, to int, words string, also ...source.Span) seed {
	s := seed{text: text[:from] + words + text[to:], at: source.Span{Start: from, End: max(from+len(words), from+1)}}
	shift := len(words) - (to - from)
	for _, r := range also {
		if r.Start >= to {
			r.Start, r.End = r.Start+shift, r.End+shift
		}
		s.also = append(s.also, r)
	}
	return s
}

// slip changes a number as a tired hand does: two neighbouring digits swapped,
// or one digit wrong.
func slip(number, key string) string {
	var at []int
	for i := range number {
		if c := number[i]; c >= '0' && c <= '9' {
			at = append(at, i)
		}
	}
	if roll(key, "op")%2 == 0 {
		for k := 0; k+1 < len(at); k++ {
			i, j := at[k], at[k+1]
			if j == i+1 && number[i] != number[j] && (k > 0 || number[j] != '0') {
				b := []byte(number)
				b[i], b[j] = b[j], b[i]
				return string(b)
			}
		}
	}
	i := at[roll(key, "digit")%uint64(min(len(at), 3))]
	d := '0' + (number[i]-'0'+1+byte(roll(key, "by")%8))%10
	if i == at[0] && d == '0' {
		d = '9' - (number[i]-'0')%8
		if d == number[i] {
			d--
		}
	}
	return number[:i] + string(d) + number[i+1:]
}

// figure matches a number with its unit.
var figure = map[string]*regexp.Regexp{
	"zh": regexp.MustCompile(`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)((?:万亿|亿|万)?(?:美元|元|吨|公里|平方公里|平方米|亩|人次|人|户|家|个百分点|个|件|台|辆|座|项|条|千瓦时|千瓦|%))`),
	"en": regexp.MustCompile(`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)( (?:million|billion|percent|per cent|tonnes|tons|dollars|people|km|miles)\b(?: (?:dollars|people|euros|pounds))?)`),
}

// repeats yields figures that stand twice, in two sentences, behind the same
// words.
func repeats(a *article, yield func(first, second []int) bool) {
	re := figure[a.lang]
	if re == nil {
		return
	}
	seen := map[string][]int{}
	for _, m := range re.FindAllStringSubmatchIndex(a.text, -1) {
		words := a.text[m[0]:m[1]]
		if digitsOf(a.text[m[2]:m[3]]) < 3 || m[0] > 0 && strings.ContainsAny(a.text[m[0]-1:m[0]], "0123456789.-~") {
			continue
		}
		if f, ok := seen[words]; ok && sameHead(a.text, f[0], m[0], a.lang) && strings.ContainsAny(a.text[f[1]:m[0]], "。！？；\n.") {
			if !yield(f, m) {
				return
			}
		}
		seen[words] = m
	}
}

func digitsOf(number string) int {
	n := 0
	for _, c := range strings.TrimLeft(number, "0.,") {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return n
}

// sameHead reports whether the same words stand before both places.
func sameHead(text string, a, b int, lang string) bool {
	n := 0
	for n < a && n < b && text[a-1-n] == text[b-1-n] {
		n++
	}
	if lang == "en" {
		return n >= 12
	}
	return n >= 12 // four characters
}

func span(m []int, group int) source.Span { return source.Span{Start: m[2*group], End: m[2*group+1]} }

// swapWords yields the article with one word in place of another at each place
// that a pattern's group matches.
func swapWords(pattern string, group int, by func(words string, a *article) string) func(*article, func(seed) bool) {
	re := regexp.MustCompile(pattern)
	return func(a *article, yield func(seed) bool) {
		for _, m := range re.FindAllStringSubmatchIndex(a.text, -1) {
			at := span(m, group)
			words := by(a.text[at.Start:at.End], a)
			if words != a.text[at.Start:at.End] && !yield(replace(a.text, at.Start, at.End, words, source.Span{Start: m[0], End: m[1]})) {
				return
			}
		}
	}
}

// always returns the same words whatever was there.
func always(words string) func(string, *article) string {
	return func(string, *article) string { return words }
}

// order sorts articles for a kind, differently for each.
func order(docs []article, k *kind) []*article {
	out := make([]*article, 0, len(docs))
	for i := range docs {
		if k.lang == "" || docs[i].lang == k.lang {
			out = append(out, &docs[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *article) int {
		x, y := roll(k.name, a.id), roll(k.name, b.id)
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return out
}
