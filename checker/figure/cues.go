package figure

import (
	_ "embed"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// Cue names a group of words that rules look for: cues.txt says what each is
// for. They are words of statements, not of figures, so they make no tokens; all
// of them are found in one walk over the view.
type Cue string

//go:embed cues.txt
var cueText string

// cueTable is the groups of cues.txt, ready to be looked for.
type cueTable struct {
	trie   *lexicon.Trie
	index  map[Cue]int
	groups [][]int // by word: the groups that it belongs to
}

var cues = sync.OnceValue(func() *cueTable {
	t := &cueTable{index: map[Cue]int{}}
	var words []string
	number := map[string]int{}
	group := -1
	for line := range strings.Lines(cueText) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			group = len(t.index)
			t.index[Cue(strings.Trim(line, "[]"))] = group
		default:
			for w := range strings.SplitSeq(line, "|") {
				n, ok := number[w]
				if !ok {
					n = len(words)
					number[w], words, t.groups = n, append(words, w), append(t.groups, nil)
				}
				t.groups[n] = append(t.groups[n], group)
			}
		}
	}
	t.trie = lexicon.NewTrie(words)
	return t
})

// findCues walks the view once and notes where the words of every group stand,
// and besides where Han numerals of small counts stand and where strings begin
// that may be one character off a name.
func (p *Page) findCues() {
	t := cues()
	if len(p.cues) != len(t.index) {
		p.cues = make([][]source.Range, len(t.index))
	}
	const want = beginsCue | beginsCount | beginsNear
	begins, near := p.names.begins, p.names.near.trie
	for i := begins.seek(p.Text, 0, want); i < len(p.Text); i = begins.seek(p.Text, i+runeLen(p.Text[i]), want) {
		may := begins.at(p.Text, i)
		if may&beginsCount != 0 {
			p.numerals = append(p.numerals, int32(i))
		}
		if may&beginsNear != 0 {
			if word, _ := near.Longest(p.Text, i); word >= 0 {
				p.nearAt = append(p.nearAt, int32(i))
			}
		}
		if may&beginsCue == 0 {
			continue
		}
		t.trie.Each(p.Text, i, func(word int32, end int) {
			for _, g := range t.groups[word] {
				p.cues[g] = append(p.cues[g], source.Range{Start: i, End: end})
			}
		})
	}
}

// Cues returns where the words of a group stand in the view, in order. Where
// one word of the group begins another, both are there, the shorter first.
func (p *Page) Cues(g Cue) []source.Range {
	i, ok := cues().index[g]
	if !ok {
		panic("figure: there is no group of cues " + string(g))
	}
	if i >= len(p.cues) {
		return nil
	}
	return p.cues[i]
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
	for _, c := range p.CuesIn(g, source.Range{Start: at - 48, End: at}) {
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
	Born        Cue = "born"
	DiedAge     Cue = "died-age"
	StageBegin  Cue = "stage-begin"
	StageEnd    Cue = "stage-end"
	StagePart   Cue = "stage-part"
	Recently    Cue = "recently"
)

// Groups about ranks, firsts and records.
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
	partNested Cue = "part-nested"
	partOf     Cue = "part-of"
	pastLevel  Cue = "past-level"
)
