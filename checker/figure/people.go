package figure

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/source"
)

// TwoSpellings is one person whose name copy seems to spell in two ways.
type TwoSpellings struct{ First, Other source.Range }

//go:embed data/names.txt
var nameText string

// alikeChars are the sets of characters of given names that sound or look alike:
// by character the numbers of its sets.
var alikeChars = sync.OnceValue(func() map[rune][]int {
	all := map[rune][]int{}
	n := 0
	for line := range strings.Lines(nameText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		n++
		for _, r := range line {
			all[r] = append(all[r], n)
		}
	}
	return all
})

// soundAlike reports whether two characters stand in one set.
func soundAlike(a, b rune) bool {
	for _, x := range alikeChars()[a] {
		for _, y := range alikeChars()[b] {
			if x == y {
				return true
			}
		}
	}
	return false
}

// person is a place where a name may stand.
type person struct {
	at     source.Range
	runes  [3]rune
	length int
	sure   bool // words before or behind say that it is a name
}

// mostPeople bounds the names of a page that are compared.
const mostPeople = 400

// findPeople looks for names that differ in one character which sounds or looks
// like the other: 校长李建平, and later 李建萍.
func (p *Page) findPeople() {
	if p.Doc.Lang == "en" {
		return
	}
	byHead := map[[2]rune][]person{}
	n := 0
	for _, c := range p.Cues(Surname) {
		x, ok := p.personAt(c.Start)
		if !ok {
			continue
		}
		if n++; n > mostPeople {
			return
		}
		// Names that differ in the second character share the third, and so on.
		p.comparePerson(byHead, [2]rune{x.runes[0], x.runes[1]}, x, 2)
		if x.length == 3 {
			p.comparePerson(byHead, [2]rune{x.runes[0], -x.runes[2]}, x, 1)
		}
	}
}

// comparePerson compares a name with those of one key before it, in the given
// character, and files it.
func (p *Page) comparePerson(by map[[2]rune][]person, key [2]rune, x person, char int) {
	if x.length == 2 {
		key, char = [2]rune{x.runes[0], 0}, 1
	}
	for _, y := range by[key] {
		if y.length != x.length || y.runes == x.runes {
			if y.runes == x.runes {
				return
			}
			continue
		}
		if y.runes[char] == x.runes[char] || !soundAlike(x.runes[char], y.runes[char]) || !x.sure && !y.sure || x.length == 2 && !(x.sure && y.sure) || p.together(y.at, x.at) {
			continue
		}
		p.Spellings = append(p.Spellings, TwoSpellings{First: y.at, Other: x.at})
		return
	}
	by[key] = append(by[key], x)
}

// together reports whether two names stand in one list, so that they are two
// people: 王建平、王建萍.
func (p *Page) together(a, b source.Range) bool {
	if b.Start < a.End || b.Start-a.End > 60 {
		return false
	}
	between := p.Text[a.End:b.Start]
	return !strings.ContainsAny(between, "。") && (strings.Contains(between, "、") || wordAt(between, 0, joining) > 0)
}

// personAt reads a name that may begin with the surname at an offset: of three
// characters where the words around say so, or two.
func (p *Page) personAt(at int) (x person, ok bool) {
	before := p.Text[max(0, at-24):at]
	titled := wordBefore(before, personBefore) > 0
	prev, _ := utf8.DecodeLastRuneInString(before)
	opens := at == 0 || isPunct(prev) || prev == '\n'
	if !titled && !opens {
		return x, false
	}
	end := at
	for x.length < 3 {
		r, w := utf8.DecodeRuneInString(p.Text[end:])
		if r < 0x4E00 || r > 0x9FFF {
			break
		}
		if x.length == 2 && wordAt(p.Text, end, personBehind) > 0 {
			break
		}
		x.runes[x.length] = r
		x.length++
		end += w
	}
	if x.length < 2 {
		return x, false
	}
	x.at = source.Range{Start: at, End: end}
	said := wordAt(p.Text, end, personBehind) > 0
	next, _ := utf8.DecodeRuneInString(p.Text[end:])
	x.sure = titled && (said || isPunct(next) || x.length == 3) || opens && said
	given := alikeChars()
	return x, (x.sure || opens && x.length == 3) && (len(given[x.runes[1]]) > 0 || x.length == 3 && len(given[x.runes[2]]) > 0)
}
