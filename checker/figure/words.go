package figure

import (
	_ "embed"
	"sync"

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
	yearsGone        wordGroup = "years-gone"
	yearsSpent       wordGroup = "years-spent"
	clauseMark       wordGroup = "clause-mark"
	fromThen         wordGroup = "from-then"
	yearOfAges       wordGroup = "year-of-age"
	raceGap          wordGroup = "race-gap"
	daysAfter        wordGroup = "days-after"
	daysBefore       wordGroup = "days-before"
	namely           wordGroup = "namely"
	sooner           wordGroup = "sooner"
	batch            wordGroup = "batch"
	personBefore     wordGroup = "person-before"
	personBehind     wordGroup = "person-behind"
	notHeld          wordGroup = "not-held"
	nextOne          wordGroup = "next-one"
	lastOne          wordGroup = "last-one"
	gameSets         wordGroup = "game-sets"
	gameParts        wordGroup = "game-parts"
	gameResults      wordGroup = "game-results"
	wonGames         wordGroup = "won-games"
	drawnGames       wordGroup = "drawn-games"
	lostGames        wordGroup = "lost-games"
	oddPoints        wordGroup = "odd-points"
	votesFor         wordGroup = "votes-for"
	voters           wordGroup = "voters"
	allVoters        wordGroup = "all-voters"
	allVotes         wordGroup = "all-votes"
	notCarried       wordGroup = "not-carried"
	dayHours         wordGroup = "day-hours"
	kin              wordGroup = "kin"
	yearsDone        wordGroup = "years-done"
	upToNow          wordGroup = "up-to-now"
	wholeYears       wordGroup = "whole-years"
	reportingWords   wordGroup = "reporting"
	occasionOpening  wordGroup = "occasion-opening"
	occasionClosing  wordGroup = "occasion-closing"
	apposition       wordGroup = "apposition"
	ageTail          wordGroup = "age-tail"
	numberedBody     wordGroup = "numbered-body"
	bothOpening      wordGroup = "both-opening"
	bothWords        wordGroup = "both-words"
	portionNot       wordGroup = "portion-not"
	rankVerb         wordGroup = "rank-verb"
	comparingOpening wordGroup = "comparing-opening"
	notComparing     wordGroup = "not-comparing"
	nounClosing      wordGroup = "noun-closing"
	placeObject      wordGroup = "place-object"
	beforePlace      wordGroup = "before-place"
	planMeasure      wordGroup = "plan-measure"
	objectMover      wordGroup = "object-mover"
	objectVerb       wordGroup = "object-verb"
	toCome           wordGroup = "to-come"
	condition        wordGroup = "condition"
	rateClosing      wordGroup = "rate-closing"
	nowWord          wordGroup = "now-word"
	wholeOpening     wordGroup = "whole-opening"
	wholeClosing     wordGroup = "whole-closing"
	planOpening      wordGroup = "plan-opening"
	factOpening      wordGroup = "fact-opening"
	nounClosingLong  wordGroup = "noun-closing-verb"
	tableTotal       wordGroup = "table-total"
	tablePart        wordGroup = "table-part"
	tableRate        wordGroup = "table-rate"
	aimWord          wordGroup = "aim-word"
	aimOnly          wordGroup = "aim-only"
	foretelling      wordGroup = "foretelling"
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

// wordFile is the lists of one file of words, made ready on first use.
type wordFile func() *lexicon.Lists

func newWordFile(text *string) wordFile {
	return sync.OnceValue(func() *lexicon.Lists { return lexicon.NewLists(*text) })
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
func (f wordFile) at(text string, at int, g wordGroup) int { return f().List(string(g)).At(text, at) }

// before returns the length in bytes of the longest word of the group that ends
// the text, 0 for none.
func (f wordFile) before(text string, g wordGroup) int { return f().List(string(g)).Before(text) }

// holdsWord reports whether a word of the group stands in a text.
func holdsWord(text string, g wordGroup) bool { return wordSets().List(string(g)).In(text) }
