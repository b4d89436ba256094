// Package lexicon holds the words that reading figures rests on: units,
// hedges, verbs of change, bases of comparison, names of places, and what looks
// like a number and isn't. The words live in data/*.tsv, one file a class,
// where a linguist can edit them; a generator turns them into tables that are
// laid down in the binary, so that loading them costs nothing.
//
// A place of a text costs two loads where no word begins: the head of its
// character and the set of characters that may come second. A word costs one load
// and one comparison for each further character (package layout). The classes of
// a word, and those of the words that it begins with, are sets of bits beside it:
// to ask whether a word is a hedge doesn't touch its meanings.
package lexicon

//go:generate go run ./internal/gen

// Class says what a word can be.
type Class uint8

// The classes; each is one file of data.
const (
	ClassNone           Class = iota
	ClassUnit                 // a unit, currency or classifier that follows a number
	ClassPrefix               // a currency sign or word that precedes a number
	ClassPreHedge             // an approximator before a number: 近, 超过, about
	ClassPostHedge            // an approximator behind a number: 左右, 以上
	ClassMask                 // looks like a number or unit and isn't: 一带一路, 统一
	ClassRegion               // a country, region, province or city
	ClassVerb                 // a verb of change: 增长, 下降, rose
	ClassLink                 // a word that links a metric to its number: 达, 为, 完成
	ClassBase                 // a base of comparison: 同比, 环比
	ClassCue                  // a word that structures a list or sum: 其中, 分别, 共
	ClassModality             // a word that says how a figure is meant: 预计, 力争
	ClassContrast             // a member of a contrast set: 出口, 进口
	ClassStop                 // words that say nothing of what is measured: 已, 了, 全面
	ClassScope                // the scope of a rank: 全国, 中部, in the world
	ClassTime                 // words of time that a metric phrase must shed: 目前, 今年以来
	ClassGeneric              // heads that say little by themselves: 总数, 金额, 其中
	ClassEnglishUnit          // a unit that counts as one in English copy only: p, feet, dlrs
	ClassEnglishNumeral       // a word that English numbers are made of: twenty, mln, third
	ClassEnglishContext       // a word beside a number that decides how it is read: since, Boeing
	ClassChineseContext       // a Chinese word that decides how a number before it is read
	ClassPlain                // an ordinary word that holds a character with a class of its own: 上市, 自由
	classCount
)

// Sense is one meaning of a word. What Num, Code and Alt hold depends on the
// class; the head line of the class's data file says it.
type Sense struct {
	Class Class
	Num   int16
	Code  string
	Alt   string
}

// Match returns the longest built-in word that begins at byte offset at of
// text, and the offset behind it; word is -1 where there is none.
func Match(text string, at int) (word int32, end int) { return builtin.Longest(text, at) }

// MatchClass returns the longest word of the class that begins at a place. Of
// equal senses the last counts.
func MatchClass(text string, at int, class Class) (s Sense, end int) {
	if at >= len(text) {
		return s, at
	}
	if r, _ := decode(text, at); r >= 0x10000 || builtinClasses[r]&(1<<class) == 0 {
		return s, at
	}
	end = at
	var room [8]match
	for _, m := range builtin.all(text, at, room[:0]) {
		if !Is(m.word, class) {
			continue
		}
		for _, x := range Senses(m.word) {
			if x.Class == class {
				s, end = x, m.end
			}
		}
	}
	return s, end
}

// NumberInside marks, beside the bits of the classes, that a mask that begins
// with the rune holds a character that may begin a number.
const NumberInside uint32 = 1 << 31

// FirstClasses returns the classes of the built-in words that begin with the
// rune, one bit each: 1<<ClassUnit.
func FirstClasses(r rune) uint32 {
	if r >= 0x10000 || r < 0 {
		return 0
	}
	if 'A' <= r && r <= 'Z' {
		r += 'a' - 'A'
	}
	return builtinClasses[r]
}

// Begins reports whether some built-in word begins with the rune.
func Begins(r rune) bool { return r < 0x10000 && builtinFirst[r] != 0 }

// FirstRunes lists the characters that built-in words begin with.
func FirstRunes() string { return firstRunes }

// Senses returns the meanings of a word.
func Senses(word int32) []Sense {
	if word < 0 {
		return nil
	}
	return senseTable[senseStart[word]:senseStart[word+1]]
}

// Is reports whether a word is of the class.
func Is(word int32, class Class) bool { return word >= 0 && wordClasses[word]&(1<<class) != 0 }

// Classes returns the classes of a word, one bit each: 1<<ClassUnit.
func Classes(word int32) uint32 {
	if word < 0 {
		return 0
	}
	return wordClasses[word]
}

// Count returns how many words there are; they are numbered from 0.
func Count() int { return len(wordTable) }

// BeginsWith reports whether the longest word at a place, as Match returns it,
// or a shorter word there is of one of the classes: 1<<ClassUnit and so on.
func BeginsWith(word int32, classes uint32) bool { return word >= 0 && beginClasses[word]&classes != 0 }

// Has returns the sense of the class that a word has.
func Has(word int32, class Class) (Sense, bool) {
	if !Is(word, class) {
		return Sense{}, false
	}
	for _, s := range Senses(word) {
		if s.Class == class {
			return s, true
		}
	}
	return Sense{}, false
}

// Word returns the word itself.
func Word(word int32) string { return wordTable[word] }

// Exact returns the number of a word that is written just so, or -1.
func Exact(text string) int32 {
	w, end := Match(text, 0)
	if end != len(text) {
		return -1
	}
	return w
}

var builtin = Trie{first: builtinFirst[:], heads: builtinHeads[:], cells: builtinCells[:], mask: uint32(len(builtinCells) - 1), pairs: builtinPairs,
	singles: ^uint64(0)}
