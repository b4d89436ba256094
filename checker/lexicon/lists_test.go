package lexicon

import (
	"fmt"
	"strings"
	"testing"
)

func TestLists(t *testing.T) {
	l := NewLists("# of what\n[mean]\n平均|平均每天|年均\na day\n\n[links]\n是|为\n")
	mean := l.List("mean")
	for _, c := range []struct {
		text                 string
		at, before           int // lengths at the beginning and at the end
		index, size, last, n int
	}{
		{"", 0, 0, -1, 0, -1, 0},
		{"平均每天为3万辆", 12, 0, 0, 12, 0, 12},
		{"全年平均", 0, 6, 6, 6, 6, 6},
		{"年均3，平均4", 6, 0, 0, 6, 10, 6},
		{"today 3 a day", 0, 5, 8, 5, 8, 5},
		{"没有", 0, 0, -1, 0, -1, 0},
	} {
		if n := mean.At(c.text, 0); n != c.at {
			t.Errorf("%q: At %d, want %d", c.text, n, c.at)
		}
		if n := mean.Before(c.text); n != c.before {
			t.Errorf("%q: Before %d, want %d", c.text, n, c.before)
		}
		if at, n := mean.Index(c.text); at != c.index || n != c.size {
			t.Errorf("%q: Index %d, %d, want %d, %d", c.text, at, n, c.index, c.size)
		}
		if at, n := mean.Last(c.text); at != c.last || n != c.n {
			t.Errorf("%q: Last %d, %d, want %d, %d", c.text, at, n, c.last, c.n)
		}
		if mean.In(c.text) != (c.index >= 0) {
			t.Errorf("%q: In", c.text)
		}
	}
	if l.List("links").At("是", 0) != 3 || l.List("gone").In("平均是") {
		t.Error("lists are taken for one another")
	}
}

// Names whose hashes are one are told apart.
func TestListsOfManyNames(t *testing.T) {
	var text strings.Builder
	for i := range 100 {
		fmt.Fprintf(&text, "[list-%02d-]\nword%d|\n", i, i)
	}
	l := NewLists(text.String())
	for i := range 100 {
		if w := l.List(fmt.Sprintf("list-%02d-", i)).Words; len(w) != 1 || w[0] != fmt.Sprint("word", i) {
			t.Errorf("list %d: %q", i, w)
		}
	}
}
