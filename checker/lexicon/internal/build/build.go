// Package build reads the lexicon's data files and writes them as Go tables.
package build

import (
	"bytes"
	"fmt"
	"go/format"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon/internal/layout"
)

// classes names the Go constant of each data file.
var classes = []struct{ file, class string }{
	{"units.tsv", "ClassUnit"}, {"currencies.tsv", "ClassUnit"}, {"prefixes.tsv", "ClassPrefix"},
	{"hedges-before.tsv", "ClassPreHedge"}, {"hedges-after.tsv", "ClassPostHedge"},
	{"masks.tsv", "ClassMask"}, {"regions.tsv", "ClassRegion"}, {"verbs.tsv", "ClassVerb"},
	{"links.tsv", "ClassLink"}, {"bases.tsv", "ClassBase"}, {"cues.tsv", "ClassCue"},
	{"modality.tsv", "ClassModality"}, {"contrast.tsv", "ClassContrast"}, {"stops.tsv", "ClassStop"},
	{"scopes.tsv", "ClassScope"}, {"times.tsv", "ClassTime"}, {"generic.tsv", "ClassGeneric"},
	{"prefixes-en.tsv", "ClassPrefix"}, {"units-en.tsv", "ClassEnglishUnit"}, {"currencies-en.tsv", "ClassEnglishUnit"},
	{"numbers-en.tsv", "ClassEnglishNumeral"}, {"context-en.tsv", "ClassEnglishContext"},
	{"context-zh.tsv", "ClassChineseContext"}, {"plain.tsv", "ClassPlain"},
}

type sense struct {
	class     string
	num       int
	code, alt string
}

// Source returns the Go source of the tables for the data files in fsys.
//
// A data file has a head line that starts with #, then rows of columns parted
// by tabs: words (several, parted by |), code, number, alt. Later columns may
// be left out. currencies.tsv and regions.tsv have layouts of their own.
func Source(fsys fs.FS) ([]byte, error) {
	words := map[string][]sense{}
	for _, c := range classes {
		data, err := fs.ReadFile(fsys, c.file)
		if err != nil {
			continue // a class without words
		}
		for n, line := range strings.Split(string(data), "\n") {
			line = strings.TrimRight(line, "\r")
			if line == "" || line[0] == '#' {
				continue
			}
			if err := row(words, c.file, c.class, strings.Split(line, "\t")); err != nil {
				return nil, fmt.Errorf("%s:%d: %v", c.file, n+1, err)
			}
		}
	}
	src, err := write(words)
	if err != nil {
		return nil, err
	}
	characters, err := characters(fsys)
	if err != nil {
		return nil, err
	}
	return format.Source(append(src, characters...))
}

func row(words map[string][]sense, file, class string, col []string) error {
	s := sense{class: class}
	forms := col[0]
	switch file {
	case "currencies.tsv": // code, minor digits, zh names, en names
		if len(col) < 4 || col[0] == "code" {
			return nil
		}
		s.code, s.alt, forms = col[0], "money", strings.Trim(col[2]+"|"+col[3], "|")
	case "regions.tsv": // name, kind, within, aliases
		if len(col) < 3 || col[0] == "name" {
			return nil
		}
		s.code, s.alt = col[0], col[1]
		if len(col) > 3 && col[3] != "" {
			forms += "|" + col[3]
		}
	default:
		if len(col) > 1 {
			s.code = col[1]
		}
		if len(col) > 2 && col[2] != "" {
			n, err := strconv.Atoi(col[2])
			if err != nil {
				return err
			}
			s.num = n
		}
		if len(col) > 3 {
			s.alt = col[3]
		}
	}
	for _, w := range strings.Split(forms, "|") {
		w = lower(strings.TrimSpace(w))
		if w == "" || slices.Contains(words[w], s) {
			continue
		}
		words[w] = append(words[w], s)
	}
	return nil
}

// lower folds ASCII letters only, as the trie does.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

func write(words map[string][]sense) ([]byte, error) {
	list := make([]string, 0, len(words))
	for w := range words {
		list = append(list, w)
	}
	slices.Sort(list)

	var b bytes.Buffer
	b.WriteString("// Code generated from data/*.tsv by go generate; DO NOT EDIT.\n\npackage lexicon\n\n" +
		"import \"github.com/hegao/hegao/checker/lexicon/internal/layout\"\n\n")
	fmt.Fprintf(&b, "var wordTable = [...]string{\n")
	for _, w := range list {
		fmt.Fprintf(&b, "%q,\n", w)
	}
	b.WriteString("}\n\nvar senseTable = [...]Sense{\n")
	start := []int{0}
	n := 0
	for _, w := range list {
		for _, s := range words[w] {
			fmt.Fprintf(&b, "{%s, %d, %q, %q},\n", s.class, s.num, s.code, s.alt)
			n++
		}
		start = append(start, n)
	}
	b.WriteString("}\n\n")
	ints(&b, "senseStart", "int32", start)
	wordClasses(&b, list, words)
	beginClasses(&b, list, words)
	trie(&b, list)
	firstClasses(&b, list, words)
	return format.Source(b.Bytes())
}

// numerals are the characters that a Chinese number may begin with; a mask
// that holds one must be stepped over as a whole.
const numerals = "0123456789０１２３４５６７８９零〇○一二三四五六七八九十百千万亿兆两几数半第负点对廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟萬億兩幾數負點對貳參陸参弌"

// wordClasses writes the set of classes of every word.
func wordClasses(b *bytes.Buffer, list []string, words map[string][]sense) {
	b.WriteString("var wordClasses = [...]uint32{\n")
	for _, w := range list {
		var bits []string
		for _, s := range words[w] {
			if bit := "1<<" + s.class; !slices.Contains(bits, bit) {
				bits = append(bits, bit)
			}
		}
		fmt.Fprintf(b, "%s,\n", strings.Join(bits, " | "))
	}
	b.WriteString("}\n\n")
}

// beginClasses writes, for every word, the classes of the words that it begins
// with and that end where a word may end, itself among them.
func beginClasses(b *bytes.Buffer, list []string, words map[string][]sense) {
	b.WriteString("var beginClasses = [...]uint32{\n")
	for _, w := range list {
		var bits []string
		for end := 1; end <= len(w); end++ {
			if end < len(w) && isLetter(w[end-1]) && isLetter(w[end]) {
				continue
			}
			for _, s := range words[w[:end]] {
				if bit := "1<<" + s.class; !slices.Contains(bits, bit) {
					bits = append(bits, bit)
				}
			}
		}
		slices.Sort(bits)
		fmt.Fprintf(b, "%s,\n", strings.Join(bits, " | "))
	}
	b.WriteString("}\n\n")
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' }

// firstClasses writes, for every rune that begins a word, the set of the
// classes of those words, and the list of those runes.
func firstClasses(b *bytes.Buffer, list []string, words map[string][]sense) {
	sets := map[rune][]string{}
	for _, w := range list {
		r, size := utf8.DecodeRuneInString(w)
		if r >= 0x10000 {
			continue
		}
		for _, s := range words[w] {
			bits := []string{"1<<" + s.class}
			if s.class == "ClassMask" && strings.ContainsAny(w[size:], numerals) {
				bits = append(bits, "NumberInside")
			}
			for _, bit := range bits {
				if !slices.Contains(sets[r], bit) {
					sets[r] = append(sets[r], bit)
				}
			}
		}
	}
	runes := make([]rune, 0, len(sets))
	for r := range sets {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	fmt.Fprintf(b, "const firstRunes = %q\n\n", string(runes))
	b.WriteString("var builtinClasses = [0x10000]uint32{\n")
	for _, r := range runes {
		slices.Sort(sets[r])
		fmt.Fprintf(b, "%#x: %s,\n", r, strings.Join(sets[r], " | "))
	}
	b.WriteString("}\n")
}

// trie lays down the words.
func trie(b *bytes.Buffer, list []string) {
	t := layout.Words(list)
	b.WriteString("var builtinFirst = [layout.Firsts]uint16{\n")
	for r, head := range t.First {
		if head != 0 {
			fmt.Fprintf(b, "%#x: %d,\n", r, head)
		}
	}
	b.WriteString("}\n\nvar builtinHeads = [...]layout.Head{\n")
	for _, h := range t.Heads {
		fmt.Fprintf(b, "{Node: layout.Node{Base: %d, Word: %d}},\n", h.Base, h.Word)
	}
	fmt.Fprintf(b, "}\n\nvar builtinPairs = layout.Pairs{Shift: %d, Bits: []uint64{\n", t.Pairs.Shift)
	for i, bits := range t.Pairs.Bits {
		fmt.Fprintf(b, "%#x,", bits)
		if i%8 == 7 {
			b.WriteString("\n")
		}
	}
	b.WriteString("}")
	fmt.Fprintf(b, "}\n\nvar builtinCells = [%d]layout.Cell{\n", len(t.Cells))
	for i, c := range t.Cells {
		if c != (layout.Cell{}) {
			fmt.Fprintf(b, "%d: {Check: %d, Node: layout.Node{Base: %d, Word: %d}},\n", i, c.Check, c.Base, c.Word)
		}
	}
	b.WriteString("}\n\n")
}

func ints(b *bytes.Buffer, name, typ string, list []int) {
	fmt.Fprintf(b, "var %s = [...]%s{", name, typ)
	for i, v := range list {
		if i%16 == 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "%d,", v)
	}
	b.WriteString("\n}\n\n")
}
