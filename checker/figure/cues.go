package figure

import (
	_ "embed"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// Cue names a group of words that rules look for: cues.txt says what each is
// for. They are words of statements, not of figures, so they make no tokens.
// Those of most groups are found in one walk over the view; those of groups that
// stand beside something else are looked for where they are asked for.
type Cue string

//go:embed cues.txt
var cueText string

// cueTable is the groups of cues.txt, ready to be looked for.
type cueTable struct {
	names  lexicon.Names
	groups []cueGroup // by number
	walked cueWords   // of the groups that the walk finds
	beside cueWords   // of the others
}

// cueGroup is one group: its number, whether its words are looked for only where
// they are asked for, and the length in bytes of the longest.
type cueGroup struct {
	number  int
	beside  bool
	longest int
}

// cueWords is the words of some groups.
type cueWords struct {
	words  []string
	trie   *lexicon.Trie
	groups [][]int // by word: the numbers of the groups that it belongs to
}

var cues = sync.OnceValue(func() *cueTable {
	t := new(cueTable)
	walked, beside := map[string]int{}, map[string]int{} // the words by number
	var group *cueGroup
	for line := range strings.Lines(cueText) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			name, kind, _ := strings.Cut(line[1:], "]")
			t.names.Add(name)
			t.groups = append(t.groups, cueGroup{number: len(t.groups), beside: strings.TrimSpace(kind) == "beside"})
			group = &t.groups[len(t.groups)-1]
		default:
			to, seen := &t.walked, walked
			if group.beside {
				to, seen = &t.beside, beside
			}
			for w := range strings.SplitSeq(line, "|") {
				n, ok := seen[w]
				if !ok {
					n = len(to.words)
					seen[w], to.words, to.groups = n, append(to.words, w), append(to.groups, nil)
				}
				to.groups[n] = append(to.groups[n], group.number)
				group.longest = max(group.longest, len(w))
			}
		}
	}
	t.walked.trie, t.beside.trie = lexicon.NewTrie(t.walked.words), lexicon.NewTrie(t.beside.words)
	return t
})

// of returns the group of a name.
func (t *cueTable) of(g Cue) *cueGroup {
	i := t.names.Index(string(g))
	if i < 0 {
		panic("figure: there is no group of cues " + string(g))
	}
	return &t.groups[i]
}

// findCues walks the view once and notes where the words of every group stand,
// and besides where Han numerals of small counts stand and where strings begin
// that may be one character off a name.
func (p *Page) findCues() {
	t := cues()
	if len(p.cues) != len(t.groups) {
		p.cues = make([][]source.Range, len(t.groups))
	}
	const want = beginsCue | beginsCount | beginsNear
	begins, near := p.names.begins, p.names.near.trie
	for i := begins.seek(p.Text, 0, want); i < len(p.Text); i = begins.seek(p.Text, i+runeLen(p.Text[i]), want) {
		may := begins.at(p.Text, i)
		if may&beginsCount != 0 {
			p.numerals = append(p.numerals, int32(i))
		}
		if may&beginsNear != 0 && near.May(p.Text, i) {
			if word, _ := near.Longest(p.Text, i); word >= 0 {
				p.nearAt = append(p.nearAt, int32(i))
			}
		}
		if may&beginsCue == 0 || !t.walked.trie.May(p.Text, i) {
			continue
		}
		t.walked.trie.Each(p.Text, i, func(word int32, end int) {
			for _, g := range t.walked.groups[word] {
				p.cues[g] = append(p.cues[g], source.Range{Start: i, End: end})
			}
		})
	}
}

// Cues returns where the words of a group stand in the view, in order. Where
// one word of the group begins another, both are there, the shorter first.
func (p *Page) Cues(g Cue) []source.Range {
	group := cues().of(g)
	switch {
	case group.beside:
		return p.lookFor(group, source.Range{End: len(p.Text)})
	case group.number >= len(p.cues):
		return nil
	}
	return p.cues[group.number]
}

// lookFor returns those words of a group beside something that begin within a
// range.
func (p *Page) lookFor(group *cueGroup, r source.Range) (out []source.Range) {
	beside := &cues().beside
	start := max(0, r.Start)
	for start < r.End && start < len(p.Text) && !utf8.RuneStart(p.Text[start]) {
		start++
	}
	for i := start; i < min(r.End, len(p.Text)); i += runeLen(p.Text[i]) {
		beside.trie.Each(p.Text, i, func(word int32, end int) {
			if slices.Contains(beside.groups[word], group.number) {
				out = append(out, source.Range{Start: i, End: end})
			}
		})
	}
	return out
}

// WholeCues returns where the words of a group stand, of words that overlap the
// first and of those that begin together the longest.
func (p *Page) WholeCues(g Cue) []source.Range {
	var out []source.Range
	for _, r := range p.Cues(g) {
		switch n := len(out); {
		case n > 0 && out[n-1].Start == r.Start:
			out[n-1] = r
		case n == 0 || out[n-1].End <= r.Start:
			out = append(out, r)
		}
	}
	return out
}

// CuesIn returns those words of a group that begin within a range of the view.
func (p *Page) CuesIn(g Cue, r source.Range) []source.Range {
	group := cues().of(g)
	if group.beside {
		return p.lookFor(group, r)
	}
	all := p.Cues(g)
	from := sort.Search(len(all), func(i int) bool { return all[i].Start >= r.Start })
	to := from + sort.Search(len(all)-from, func(i int) bool { return all[from+i].Start >= r.End })
	return all[from:to]
}

// CueAt returns the longest word of a group that begins at an offset.
func (p *Page) CueAt(g Cue, at int) (r source.Range, ok bool) {
	for _, c := range p.CuesIn(g, source.Range{Start: at, End: at + 1}) {
		r, ok = c, true
	}
	return r, ok
}

// CueBefore returns the longest word of a group that ends at an offset.
func (p *Page) CueBefore(g Cue, at int) (r source.Range, ok bool) {
	for _, c := range p.CuesIn(g, source.Range{Start: at - cues().of(g).longest, End: at}) {
		if c.End == at {
			return c, true
		}
	}
	return r, false
}

// SentenceOf returns the index of the sentence that holds an offset, or -1.
func (p *Page) SentenceOf(at int) int {
	i := sort.Search(len(p.Sentences), func(i int) bool { return p.Sentences[i].Range.End > at })
	if i == len(p.Sentences) || p.Sentences[i].Range.Start > at {
		return -1
	}
	return i
}

// FiguresIn returns the figures that begin within a range of the view.
func (p *Page) FiguresIn(r source.Range) []Figure {
	from := sort.Search(len(p.Figures), func(i int) bool { return p.Figures[i].Range.Start >= r.Start })
	to := from + sort.Search(len(p.Figures)-from, func(i int) bool { return p.Figures[from+i].Range.Start >= r.End })
	return p.Figures[from:to]
}

// DatesIn returns the dates that begin within a range of the view.
func (p *Page) DatesIn(r source.Range) []Date {
	from := sort.Search(len(p.Dates), func(i int) bool { return p.Dates[i].Start >= r.Start })
	to := from + sort.Search(len(p.Dates)-from, func(i int) bool { return p.Dates[from+i].Start >= r.End })
	return p.Dates[from:to]
}

// resetCues empties the lists for the next page.
func resetCues(c [][]source.Range) [][]source.Range {
	for i := range c {
		c[i] = c[i][:0]
	}
	return slices.Clip(c)
}

// The groups of cues.txt that rules ask for.
const (
	OrdinalHan      Cue = "ordinal-han"
	OrdinalDi       Cue = "ordinal-di"
	OrdinalEN       Cue = "ordinal-en"
	OrdinalOther    Cue = "ordinal-other"
	Placeholder     Cue = "placeholder"
	PlaceholderRun  Cue = "placeholder-run"
	PlaceholderUnit Cue = "placeholder-unit"
	DoubledPer      Cue = "doubled-per"
	OneTimeOf       Cue = "one-time-of"
	OneTimeBe       Cue = "one-time-be"
	OneTimeMore     Cue = "one-time-more"
	FallWord        Cue = "fall-word"
	BackOne         Cue = "back-one"
	YearAgo         Cue = "year-ago"
	PerMany         Cue = "per-many"
	YearEvent       Cue = "year-event"
	YearAt          Cue = "year-at"
	FallUnsaid      Cue = "fall-by-unsaid-times"
	FallNoTimes     Cue = "fall-no-times"
	TimesLess       Cue = "times-less"
	CountWords      Cue = "count-words"
)

// Groups about dates and spans.
const (
	Plan        Cue = "plan"
	PlanFirst   Cue = "plan-first"
	PlanSecond  Cue = "plan-second"
	PlanLast    Cue = "plan-last"
	RunBefore   Cue = "run-before"
	RunBehind   Cue = "run-behind"
	SpanBefore  Cue = "span-before"
	EventSpan   Cue = "event-span"
	UntilThen   Cue = "until-then"
	DueNumber   Cue = "due-number"
	ThereNumber Cue = "there-number"
	DaysInAll   Cue = "days-in-all"
	WorkDays    Cue = "work-days"
	Founding    Cue = "founding"
	JubileeNow  Cue = "jubilee-now"
	JubileeHere Cue = "jubilee-present"
	Born        Cue = "born"
	DiedAge     Cue = "died-age"
	Surname     Cue = "surname"
	RanksDealt  Cue = "ranks-dealt"
	TimeWent    Cue = "time-went"
	OneEdition  Cue = "one-edition"
	StageBegin  Cue = "stage-begin"
	StageEnd    Cue = "stage-end"
	StagePart   Cue = "stage-part"
	Recently    Cue = "recently"
)

// Groups about ranks, firsts and records.
const (
	CompareMore Cue = "compare-more"
	CompareLess Cue = "compare-less"
)

const (
	RankUp     Cue = "rank-up"
	RankDown   Cue = "rank-down"
	RankPlaces Cue = "rank-places"
	TopN       Cue = "top-n"
	TopIn      Cue = "top-in"
	TopNot     Cue = "top-not"
	OrderDown  Cue = "order-down"
	OrderUp    Cue = "order-up"
	Shared     Cue = "shared"
	OnlyOne    Cue = "only-one"
	HadBefore  Cue = "had-before"
	OneOf      Cue = "one-of"
	RecordHigh Cue = "record-high"
	RecordLow  Cue = "record-low"
	RecordNot  Cue = "record-not"
)

// Groups about the form of figures.
const (
	EstimateHan   Cue = "estimate-han"
	EstimateDigit Cue = "estimate-digit"
	EstimateUnit  Cue = "estimate-unit"
	EstimateNot   Cue = "estimate-not"
	FixedDigit    Cue = "fixed-digit"
	DotName       Cue = "dot-name"
	StackedScale  Cue = "stacked-scale"
)

// Groups about what figures measure and how they are hedged.
const (
	MeasureEnergy  Cue = "measure-energy"
	MeasurePower   Cue = "measure-power"
	MeasureArea    Cue = "measure-area"
	MeasureLength  Cue = "measure-length"
	MeasureVolume  Cue = "measure-volume"
	MeasureRain    Cue = "measure-rain"
	MeasurePeople  Cue = "measure-people"
	MeasureFreight Cue = "measure-freight"
	MeasureLink    Cue = "measure-link"
	MeanWord       Cue = "mean-word"
	AllWord        Cue = "all-word"
	MeanMany       Cue = "mean-many"
	LimitWord      Cue = "limit-word"
	These          Cue = "these"
)

// Groups about names, posts, events and pages.
const (
	Post        Cue = "post"
	PostEN      Cue = "post-en"
	PostPast    Cue = "post-past"
	JumpTo      Cue = "jump-to"
	JumpFrom    Cue = "jump-from"
	HeldSoFar   Cue = "held-so-far"
	BodyName    Cue = "body-name"
	Handover    Cue = "handover"
	AcronymLead Cue = "acronym-lead"
)

// Groups of approximators that don't stand at their number.
const (
	HedgeFar   Cue = "hedge-afar"
	HedgeFarOf Cue = "hedge-afar-of"
	HedgeTail  Cue = "hedge-tail"
)

// Groups of words that point back, and of verbs.
const (
	FormerLatter Cue = "former-latter"
	TwoWords     Cue = "two-words"
	ToVerb       Cue = "to-verb"
	GapWords     Cue = "gap-words"
	Until        Cue = "until"

	growthInWords Cue = "growth-in-words"
)

// Groups about wholes and their parts.
const (
	sumSurely  Cue = "sum-surely"
	sumMaybe   Cue = "sum-maybe"
	partRest   Cue = "part-rest"
	partLead   Cue = "part-lead"
	partOpen   Cue = "part-open"
	wholeAll   Cue = "whole-all"
	shareVerb  Cue = "share-verb"
	gapVerb    Cue = "gap-verb"
	eachLimit  Cue = "each-limit"
	partMore   Cue = "part-more"
	partNested Cue = "part-nested"
	wholeHeld  Cue = "whole-held"
	partOf     Cue = "part-of"
	pastLevel  Cue = "past-level"
	pastNot    Cue = "past-not"
	moveVerb   Cue = "move-verb"
	moveNot    Cue = "move-not"
	pastOver   Cue = "past-over"
	baseYear   Cue = "base-year"
	baseStart  Cue = "base-start"
	baseMonth  Cue = "base-month"
)
