package lexicon

import (
	"bytes"
	"maps"
	"math/rand"
	randv2 "math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/hegao/hegao/checker/lexicon/internal/build"
)

func TestTablesAreCurrent(t *testing.T) {
	want, err := build.Source(os.DirFS("data"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("tables.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("tables.go is stale: run go generate ./checker/lexicon")
	}
}

// The trie that is laid down in the binary must agree with one that is built
// while running.
func TestBuiltinTrieAgreesWithNewTrie(t *testing.T) {
	dyn := NewTrie(wordTable[:])
	for i, w := range wordTable {
		for _, tr := range []*Trie{&builtin, dyn} {
			id, end := tr.Longest(w+"。", 0)
			if id != int32(i) || end != len(w) {
				t.Fatalf("%q: got word %d, end %d", w, id, end)
			}
		}
	}
}

func TestLongestAtRandomPlaces(t *testing.T) {
	words := []string{"进口", "进出口", "进出口总值", "出口", "GDP", "gross domestic product", "𠮷", "口"}
	tr := NewTrie(words)
	set := map[string]int{}
	for i, w := range words {
		set[lowerASCII(w)] = i
	}
	pieces := append([]string{"总", "值", "a", " ", "😀", "GDPs", "1"}, words...)
	rng := rand.New(rand.NewSource(1))
	for range 2000 {
		text := ""
		for range 8 {
			text += pieces[rng.Intn(len(pieces))]
		}
		for at := range text {
			want, wantEnd := int32(-1), at
			if !(at > 0 && isLetter(rune(text[at])) && isLetter(rune(text[at-1]))) {
				for end := at + 1; end <= len(text); end++ {
					if i, ok := set[lowerASCII(text[at:end])]; ok && text[at] < 0xF0 &&
						!(end < len(text) && isLetter(rune(text[end-1])) && isLetter(rune(text[end]))) {
						want, wantEnd = int32(i), end
					}
				}
			}
			if got, end := tr.Longest(text, at); got != want || end != wantEnd {
				t.Fatalf("%q at %d: got %d,%d want %d,%d", text, at, got, end, want, wantEnd)
			}
		}
	}
}

func TestBeginsWith(t *testing.T) {
	texts := append([]string{"a few hundred", "a couple of dozen", "约翰", "超过三成", "us$12", "100 percent"}, wordTable[:]...)
	for _, text := range texts {
		word, _ := Match(text, 0)
		for class := ClassNone + 1; class < classCount; class++ {
			_, end := MatchClass(text, 0, class)
			if got := BeginsWith(word, 1<<class); got != (end > 0) {
				t.Errorf("%q, class %d: BeginsWith says %v, MatchClass finds one up to %d", text, class, got, end)
			}
		}
	}
}

func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 32
		}
	}
	return string(b)
}

// A set of few words makes a small table, in which characters that lie a multiple
// of its size apart share a cell: 均 and 镇 are 62·256 apart.
func TestTrieTellsCharactersApart(t *testing.T) {
	trie := NewTrie([]string{"村均"})
	if word, _ := trie.Longest("村均产值", 0); word != 0 {
		t.Error("村均 isn't found")
	}
	for _, text := range []string{"村镇", "村" + string('均'+64), "村" + string('均'+256), "村" + string('均'+0x2000)} {
		if word, end := trie.Longest(text, 0); word >= 0 {
			t.Errorf("%q is found in %q", "村均", text[:end])
		}
		trie.Each(text, 0, func(int32, int) { t.Errorf("%q is listed in %q", "村均", text) })
	}
}

// TestTrieFindsEveryWord builds tries of few and of many words, of characters
// near each other and far apart, and asks for each of the words.
func TestTrieFindsEveryWord(t *testing.T) {
	r := randv2.New(randv2.NewPCG(7, 7))
	for n := range 400 {
		words := map[string]bool{"每只": true, "每株": true}
		for range 1 + r.IntN(1+n) {
			w := make([]rune, 1+r.IntN(4))
			for i := range w {
				switch r.IntN(8) {
				case 0:
					w[i] = rune('a' + r.IntN(26))
				case 1:
					w[i] = rune(0x4E00 + 64*r.IntN(80))
				default:
					w[i] = rune(0x4E00 + r.IntN(0x5100))
				}
			}
			words[string(w)] = true
		}
		list := slices.Sorted(maps.Keys(words))
		trie := NewTrie(list)
		for k, w := range list {
			if word, end := trie.Longest(w, 0); int(word) != k || end != len(w) {
				t.Fatalf("of %d words, %s is found as %d to %d", len(list), w, word, end)
			}
		}
	}
}
