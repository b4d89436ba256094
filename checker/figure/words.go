package figure

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
)

// wordGroup names one group of words.txt, which says what each is for.
type wordGroup string

const (
	notHedge         wordGroup = "not-hedge"
	afarHedge        wordGroup = "afar-hedge"
	afterShortHedge  wordGroup = "after-short-hedge"
	joining          wordGroup = "joining"
	notJoining       wordGroup = "not-joining"
	oneItem          wordGroup = "one-item"
	notToCome        wordGroup = "not-to-come"
	listLead         wordGroup = "list-lead"
	announcing       wordGroup = "announcing"
	orderedUnit      wordGroup = "ordered-unit"
	timeNoun         wordGroup = "time-noun"
	closing          wordGroup = "closing"
	listing          wordGroup = "listing"
	including        wordGroup = "including"
	bracketOther     wordGroup = "bracket-other"
	numberedThing    wordGroup = "numbered-thing"
	genericDivision  wordGroup = "generic-division"
	container        wordGroup = "container"
	lastsUntil       wordGroup = "lasts-until"
	firstOfDay       wordGroup = "first-of-day"
	lastOfDay        wordGroup = "last-of-day"
	setsOutShort     wordGroup = "sets-out-short"
	arrivesShort     wordGroup = "arrives-short"
	spanBehind       wordGroup = "span-behind"
	yearsNoun        wordGroup = "years-noun"
	ageDifference    wordGroup = "age-difference"
	ageBound         wordGroup = "age-bound"
	ageAlone         wordGroup = "age-alone"
	ageBegins        wordGroup = "age-begins"
	pronoun          wordGroup = "pronoun"
	dayHours         wordGroup = "day-hours"
	kin              wordGroup = "kin"
	yearsDone        wordGroup = "years-done"
	upToNow          wordGroup = "up-to-now"
	wholeYears       wordGroup = "whole-years"
	reportingWords   wordGroup = "reporting"
	occasionOpening  wordGroup = "occasion-opening"
	occasionClosing  wordGroup = "occasion-closing"
	apposition       wordGroup = "apposition"
	rankVerb         wordGroup = "rank-verb"
	comparingOpening wordGroup = "comparing-opening"
	notComparing     wordGroup = "not-comparing"
	nounClosing      wordGroup = "noun-closing"
	placeObject      wordGroup = "place-object"
	beforePlace      wordGroup = "before-place"
	planMeasure      wordGroup = "plan-measure"
	planOpening      wordGroup = "plan-opening"
	factOpening      wordGroup = "fact-opening"
	nounClosingLong  wordGroup = "noun-closing-verb"
	determiner       wordGroup = "determiner"
	notMeasured      wordGroup = "not-measured"
	withinWord       wordGroup = "within"
	levelHead        wordGroup = "level-head"
	anyOwner         wordGroup = "any-owner"
	topicClosing     wordGroup = "topic-closing"
	ownerKind        wordGroup = "owner-kind"
	pointsBack       wordGroup = "points-back"
	compareLink      wordGroup = "compare-link"
	compareMeasure   wordGroup = "compare-measure"
	risesBehind      wordGroup = "rises-behind"
	fallsBehind      wordGroup = "falls-behind"
)

//go:embed words.txt
var wordText string

// wordSet holds the words of a group by their first character and by their last.
// The sets of those characters, each as 1<<(rune%64), dismiss most places.
type wordSet struct {
	first, last   map[rune][]string
	firsts, lasts uint64
}

// wordFile is the groups of one file of words, made ready on first use.
type wordFile func() map[wordGroup]*wordSet

func newWordFile(text *string) wordFile {
	return sync.OnceValue(func() map[wordGroup]*wordSet { return readWords(*text) })
}

func readWords(text string) map[wordGroup]*wordSet {
	all := map[wordGroup]*wordSet{}
	var set *wordSet
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			set = &wordSet{first: map[rune][]string{}, last: map[rune][]string{}}
			all[wordGroup(strings.Trim(line, "[]"))] = set
		default:
			for w := range strings.SplitSeq(line, "|") {
				a, _ := utf8.DecodeRuneInString(w)
				b, _ := utf8.DecodeLastRuneInString(w)
				set.first[a] = append(set.first[a], w)
				set.last[b] = append(set.last[b], w)
				set.firsts |= 1 << (a % 64)
				set.lasts |= 1 << (b % 64)
			}
		}
	}
	return all
}

var wordSets = newWordFile(&wordText)

// wordAt returns the length in bytes of the longest word of a group of words.txt
// that begins at an offset of the text, 0 for none.
func wordAt(text string, at int, g wordGroup) int { return wordSets.at(text, at, g) }

// wordBefore returns the length in bytes of the longest word of a group of
// words.txt that ends the text, 0 for none.
func wordBefore(text string, g wordGroup) int { return wordSets.before(text, g) }

// at returns the length in bytes of the longest word of the group that begins
// at an offset of the text, 0 for none.
func (f wordFile) at(text string, at int, g wordGroup) int {
	if at >= len(text) {
		return 0
	}
	n := 0
	r, _ := lexicon.Decode(text, at)
	set := f()[g]
	if set.firsts>>(r%64)&1 == 0 {
		return 0
	}
	for _, w := range set.first[r] {
		if len(w) > n && strings.HasPrefix(text[at:], w) {
			n = len(w)
		}
	}
	return n
}

// before returns the length in bytes of the longest word of the group that ends
// the text, 0 for none.
func (f wordFile) before(text string, g wordGroup) int {
	n := 0
	r, _ := utf8.DecodeLastRuneInString(text)
	set := f()[g]
	if set.lasts>>(r%64)&1 == 0 {
		return 0
	}
	for _, w := range set.last[r] {
		if len(w) > n && strings.HasSuffix(text, w) {
			n = len(w)
		}
	}
	return n
}

// holdsWord reports whether a word of the group stands in a text.
func holdsWord(text string, g wordGroup) bool {
	for i := 0; i < len(text); i += runeLen(text[i]) {
		if wordAt(text, i, g) > 0 {
			return true
		}
	}
	return false
}
