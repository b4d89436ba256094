package figure

import (
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/lexicon"
)

// saying is a set of what the words of a sentence may say. A claim that needs a
// word of a kind asks the sentence first, and walks its tokens only where there
// is one: most sentences have none.
type saying uint16

const (
	saysAmong   saying = 1 << iota // 其中, of which
	saysInclude                    // 包括, such as
	saysDealt                      // 分别, 分别达到, 同比分别, respectively
	saysPlan                       // a word of plans and forecasts
	saysPlace                      // a place, or the scope of a rank
	saysDoubled                    // 翻番, 翻一番, 翻倍
)

// sayingClasses are the classes of the words that say any of it.
const sayingClasses = 1<<lexicon.ClassCue | 1<<lexicon.ClassBase | 1<<lexicon.ClassModality | 1<<lexicon.ClassRegion |
	1<<lexicon.ClassScope | 1<<lexicon.ClassVerb | 1<<lexicon.ClassLink

// sayings holds what each word of the lexicon says.
var sayings = sync.OnceValue(func() []saying {
	table := make([]saying, lexicon.Count())
	for word := range table {
		table[word] = says(int32(word))
	}
	return table
})

// says returns what a word of the lexicon says.
func says(word int32) (s saying) {
	classes := lexicon.Classes(word)
	if classes&sayingClasses == 0 {
		return 0
	}
	if classes&(1<<lexicon.ClassRegion|1<<lexicon.ClassScope) != 0 {
		s |= saysPlace
	}
	if classes&(1<<lexicon.ClassModality) != 0 {
		s |= saysPlan
	}
	if c, ok := lexicon.Has(word, lexicon.ClassCue); ok {
		switch c.Code {
		case "among":
			s |= saysAmong
		case "include":
			s |= saysInclude
		case "respectively":
			s |= saysDealt
		}
	}
	if classes&(1<<lexicon.ClassBase|1<<lexicon.ClassLink) != 0 && strings.Contains(lexicon.Word(word), "分别") {
		s |= saysDealt
	}
	if classes&(1<<lexicon.ClassVerb) != 0 && doubling(word) {
		s |= saysDoubled
	}
	return s
}

// doubling reports whether a verb says that something doubled.
func doubling(word int32) bool {
	switch lexicon.Word(word) {
	case "翻番", "翻一番", "翻倍":
		return true
	}
	return false
}
