// Package figure reads a document's view once and binds every number to what
// it measures: metric, entity, period, basis. It then recognises claims, the
// statements that figures make about each other: this is a total of those,
// that is the growth between these, these two state one fact.
//
// # Reading at speed
//
// The view is walked once, character by character (Reader.Scan), and nearly all
// characters are dismissed by one load: the table of beginnings says which of
// the readers may find something that begins with a character, one bit each; of
// Latin words the first three letters tell it. Where a bit is set the reader is
// asked. Words of the lexicon and names of the
// ledger are found by a trie that tells by the first two characters, out of a
// small table, that most places begin no word. Expressions of time are tried only
// where period.May, a glance at the next characters, says that one may begin, and
// English quantities only where the lexicon's word there is one of numbers.
// Readers take the text and an offset and return values: nothing is cut out,
// copied or allocated for a character. What is found goes into slices of the
// page that are used again for the next page, and the numbers of copy fit 64
// bits, so that big numbers are made only for what doesn't.
//
// What looks for words in text that tokens don't cover, such as cues and names
// with a character lost, walks it by the same table (beginnings.seek). Cues that
// are common words, and matter only beside something rarer, are no part of that
// walk: cues.txt marks their groups "beside". What
// compares figures with each other files them under hashes and looks at the last
// few of a kind, so that a page of a hundred thousand figures that look alike
// takes twice as long as one of fifty thousand.
//
// # Asking first
//
// A claim or a rule asks, before it walks anything, whether there is anything for
// it: nearly always there isn't. What there is to ask, from cheap to dear:
//   - Sentence.FirstFig and AfterFig: the figures of a sentence; many have none.
//   - Sentence.says (says.go): what kinds of word a sentence has, 其中, 分别, words
//     of plans, places. A new kind is one bit and one line.
//   - Page.Cues (cues.txt): where the words of a group stand, found in one walk;
//     what is looked for beside a rarer thing is looked for there (CueAt, CueBefore,
//     CuesIn).
//   - lexicon.Lists: a list of words in a stretch of text, at an offset or before
//     one, in one walk over the stretch however long the list is. A loop of
//     strings.Contains over a list walks it once for every word.
package figure

import (
	"slices"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Page is everything that was read out of one document. Ranges are of the view.
type Page struct {
	Doc  *document.Document
	Text string // the view

	Tokens    []Token
	Sentences []Sentence
	Figures   []Figure
	Dates     []Date
	Names     []Name
	Bodies    []Body
	// Repeats are pairs of figures that state one fact, or seem to.
	Repeats []Repeat
	// Sums are totals with their parts, Movements levels that moved, Shares
	// parts of a whole with the share that is printed.
	Sums          []Sum
	Movements     []Movement
	Shares        []ShareOf
	SharePairs    []SharePair
	Portions      []Portion
	Restateds     []Restated
	Sequels       []Sequel
	Contributions []ContributionOf
	Gaps          []GapOf
	// Respectively are the lists that 分别 deals out.
	Respectively []Respectively
	// Announced are the counts that have a list beside them.
	Announced []Announced

	// Reckoned are the statements about time, ranks and counts.
	Reckoned

	// Headings are figures of headings that the copy below doesn't bear out.
	Headings []Heading
	// Products are totals of so many things at so much each, Conversions figures
	// printed in two units.
	Products    []Product
	Conversions []Conversion
	// Derived are figures that two others make by the definition of their metric.
	Derived []Derived
	// Comparisons are levels that are called more or less than others.
	Comparisons []Comparison
	// Ratios are levels that are said to be so many times others.
	Ratios []Ratio
	// Tallies are wholes with all their classes, PartGrowths the growth of totals
	// with that of all their parts.
	Tallies     []Tally
	PartGrowths []PartGrowth
	// Drifts are metrics whose spans and values don't go together, Wholes lists of
	// shares of one whole, MixedTotals sums of unlike units, MoneySlips
	// amounts in the wrong currency, Qualifieds headings
	// that lost a hedge.
	Drifts      []Drift
	Wholes      []WholeShares
	MixedTotals []MixedTotal
	MoneySlips  []MoneySlip
	Qualifieds  []Qualified
	// Wordings are growths that words describe, too.
	Wordings []Worded

	// NearNames are strings one character off a name; Variants are facts under
	// two names.
	NearNames []NearName
	Variants  []Variant
	// Entries are what the ledger says about figures, by the figures' order.
	Entries []Entry

	// Ties are the figures that were found to bear each other out, kept only where
	// KeepTies says so.
	Ties     []Tie
	KeepTies bool

	// Published is the day of publication; the zero Date where it isn't known.
	Published period.Date
	Ledger    *ledger.Ledger

	names      *names
	bodyNames  []known        // the bodies that the page names
	bodyIndex  map[string]int // and by name
	shortNames int            // how many short names brackets introduce
	// shortMentions are the places where those stand.
	shortMentions []Body
	partPlaces    []map[string]bool // of a joined page: the regions that each file names
	scratch       *scratch          // tables that findRepeats works with
	facts         []enFact          // of English copy, by figure
	items         []enItem          // of English copy, what its claims look at
	itemsAt       []int32           // where the items of a sentence begin
	arena         []byte            // the words of metric phrases
	roles         map[int]Role      // that claims give figures; made on first use
	clauses       []clause          // by token
	cues          [][]source.Range  // by group of cues.txt
	numerals      []int32           // where Han numerals stand that a small count may begin with
	nearAt        []int32           // where a string begins that may be one character off a name
}

// TokenKind says what a token is.
type TokenKind uint8

// The kinds of token. Text that no token covers is words nobody listed.
const (
	Word     TokenKind = iota // Ref is a word of the lexicon
	Quantity                  // Ref is an index of Page.Figures
	DateTok                   // Ref is an index of Page.Dates
	Punct                     // one mark; Ref is its rune
	Latin                     // a Latin word that the lexicon doesn't know
	Mask                      // a word that only looks like a number
)

// Token is a piece of the view that reading takes note of.
type Token struct {
	Start, End int32
	Kind       TokenKind
	Ref        int32
}

// Range returns the token's range.
func (t Token) Range() source.Range { return source.Range{Start: int(t.Start), End: int(t.End)} }

// Sentence is a run of a block up to a full stop, split into clauses by commas
// and semicolons. Tokens and figures are given as index ranges [first, after).
type Sentence struct {
	Range               source.Range
	Block               int
	FirstTok, AfterTok  int
	FirstFig, AfterFig  int
	FirstDate, LastDate int // dates [FirstDate, LastDate)

	says saying // what its words may say
}

// Date is a date or period expression with what it resolves to.
type Date struct {
	period.Expr
	Period   period.Period // resolved against the day of publication
	Ahead    bool          // its clause speaks of what is to come
	Sentence int
	Token    int
}

// Name is a mention of a name that the ledger or a pack knows.
type Name struct {
	Range    source.Range
	ID       int32 // index of the reader's names
	Sentence int
}

// Role says what a figure does for the thing it measures.
type Role uint8

// The roles; the names are those of the program's JSON.
const (
	Other Role = iota
	Level
	Change       // by how much a level moved: 增加235亿美元, 提高2.4个百分点
	Growth       // by what rate it moved: 同比增长19.3%
	Share        // of a whole: 占54.9%
	Contribution // points or per cent that a part adds to the growth of a whole
	RankRole
	Part
	Total
	EditionRole
	ListCount
	Gap // how far one rate is from another: 高于全国3.7个百分点
)

var roleNames = [...]string{"other", "level", "change", "growth", "share", "contribution", "rank", "part", "total", "edition", "list-count", "other"}

// String returns the name of the role as JSON has it.
func (r Role) String() string { return roleNames[r] }

// Modality says how a figure is meant.
type Modality uint8

// The modalities.
const (
	Asserted Modality = iota
	Quoted
	Denied
	Planned
	Forecast
	Historical
)

var modalityNames = [...]string{"asserted", "quoted", "denied", "planned", "forecast", "historical"}

// String returns the name of the modality as JSON has it.
func (m Modality) String() string { return modalityNames[m] }

// claim returns the modality under which a figure is compared: one of another
// time states as much as one of now.
func (m Modality) claim() Modality {
	if m == Historical {
		return Asserted
	}
	return m
}

// Origin says where the content of a slot comes from.
type Origin uint8

// The origins, from none to surest.
const (
	Unknown   Origin = iota
	Guessed          // from farther away, or one of several
	Inherited        // from the clause, sentence or heading that governs it
	Printed          // in the figure's own clause
)

// Figure is a quantity bound to what it measures.
type Figure struct {
	quantity.Quantity
	Index    int
	Token    int // index of its token
	Sentence int
	Block    int
	Clause   source.Range // the clause it stands in
	Role     Role
	Modality Modality

	// Metric is the phrase that says what is measured, stripped of time, place,
	// hedges and verbs; MetricRange is where it was read.
	Metric       string
	MetricRange  source.Range
	MetricOrigin Origin
	// Noun is the thing counted, right behind a classifier.
	Noun      string
	NounRange source.Range
	// Object is what an amount of money is of or for, right behind it.
	Object string
	// Declared is the ledger's metric that the phrase names, nil for none;
	// Slots are the members of breakdowns, Entity whom it is about, and Extra
	// what the phrase says beyond all names: qualifiers that may make it
	// another metric.
	Declared       *ledger.Metric
	DeclaredRange  source.Range
	DeclaredOrigin Origin
	Slots          []ledger.Slot
	SlotsOrigin    Origin
	Entity         *ledger.Entity
	EntityOrigin   Origin
	Extra          string

	// Body is the organisation, or the place that no list of regions holds, that
	// the figure is of: 1 and above number those of the page, 0 is none. BodyRange
	// is the mention that says so, and Measured the Metric without it where the
	// phrase holds it, as Stripped says.
	Body       int
	BodyRange  source.Range
	BodyOrigin Origin
	Measured   string
	Stripped   bool

	// Region is the place named in the phrase of the metric.
	Region       string
	RegionOrigin Origin

	// Where is the region that governs the figure, its own or one named before.
	Where string
	// Partner is the Region where the words make it the object: 对东盟出口.
	Partner     string
	WhereOrigin Origin

	Period       period.Period
	PeriodOrigin Origin
	PeriodDate   int // index of the date expression, or -1

	Basis       string // 同比, 环比, 比上年 …
	BasisOrigin Origin

	// Start says that 从 or 由 makes this the level that a change began at.
	Start bool
	// Verb is the verb of change that governs the figure: its sign, and whether
	// the figure is what it moved by or to.
	Sign   int8  // of change: +1, -1, or 0 where none is said
	VerbTo bool  // 增至, 降到: the figure is the level reached
	Verb   int32 // the verb itself, a word of the lexicon; -1 for none
	// Of is the figure whose growth, share, rank or change this one states, or
	// -1 where it stands by itself.
	Of int
	// List numbers the members of a list of figures that share one phrase, from
	// 0; ListLen is how many there are, 1 where there is no list. ListHead is
	// the index of the first one.
	List, ListLen, ListHead int
	// Respective says that the list is distributed over subjects (分别), and
	// Subject is the one that falls to this figure.
	Respective   bool
	Subject      string
	SubjectRange source.Range
	// Scope is the scope of a rank: 全国, 中部.
	Scope string
	// Among says that 其中 or the like makes this a part of what went before.
	Among bool
	// Mean says that the figure is per head, per day or an average.
	Mean bool
	// Quotation says that the figure stands inside quotation marks.
	Quotation bool
	// Aside says that the figure states nothing that another place could repeat:
	// it numbers a chart, stands in a row of a table set as text.
	Aside bool

	Status    Status
	StatusWhy string
}

// Status says what supports a figure.
type Status uint8

// The statuses; a contradiction outweighs a confirmation.
const (
	Unchecked Status = iota
	Consistent
	Confirmed
	Contradicted
)

var statusNames = [...]string{"unchecked", "consistent", "confirmed", "contradicted"}

// String returns the name of the status as JSON has it.
func (s Status) String() string { return statusNames[s] }

// Mark raises the status of a figure: contradicted over confirmed over
// consistent over unchecked.
func (p *Page) Mark(fig int, s Status, why string) {
	if f := &p.Figures[fig]; s > f.Status {
		f.Status, f.StatusWhy = s, why
	}
}

// Agree marks figures that bear each other out: a total and its parts, two
// mentions of one fact. Where ties are kept, it notes which they are.
func (p *Page) Agree(why string, figs ...int) { p.Settle(Consistent, why, figs...) }

// Settle marks figures that were compared with each other. Those that agree are
// tied.
func (p *Page) Settle(s Status, why string, figs ...int) {
	for _, k := range figs {
		p.Mark(k, s, why)
	}
	if p.KeepTies && s == Consistent {
		p.Ties = append(p.Ties, Tie{why, slices.Clone(figs)})
	}
}

// Tie is a set of figures that bear each other out, with the rule that said so.
type Tie struct {
	Why     string
	Figures []int
}

// Words returns the text of a range.
func (p *Page) Words(r source.Range) string { return p.Text[r.Start:r.End] }
