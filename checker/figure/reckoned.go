package figure

// Reckoned is what copy says of how long things went on, how old people are, and
// how many there are of what, beside what that is reckoned from.
type Reckoned struct {
	// Spans are lengths of time with the two ends of what went on, Elapsed years
	// that are counted from a year.
	Spans   []Span
	Elapsed []Elapsed
	// Ages are ages with the births of the same people, Careers the years between
	// two ages.
	Ages    []AgeOf
	Careers []Career
	// Editions are those that the years or numbers of others contradict.
	Editions []Edition
	// Spellings are names that copy seems to spell in two ways.
	Spellings []TwoSpellings
	// RankRuns are runs of ranks with one out of place, Offsets days that two dates
	// contradict.
	RankRuns []RankRun
	Offsets  []Offset
	// Games are results with their scores; Standings have points, Majorities votes
	// that don't fit.
	Games      []Game
	Standings  []Standing
	Majorities []Majority
}

// emptied returns the lists for the next page.
func (r *Reckoned) emptied() Reckoned {
	return Reckoned{Spans: r.Spans[:0], Elapsed: r.Elapsed[:0], Ages: r.Ages[:0], Careers: r.Careers[:0],
		Editions: r.Editions[:0], RankRuns: r.RankRuns[:0], Offsets: r.Offsets[:0], Spellings: r.Spellings[:0], Games: clearAll(r.Games), Standings: r.Standings[:0], Majorities: r.Majorities[:0]}
}

// reckon finds them.
func (p *Page) reckon() {
	p.findSpans()
	p.findElapsed()
	p.findAges()
	p.findCareers()
	p.findGames()
	p.findRankRuns()
	p.findOffsets()
	p.findBatches()
	p.findCounted()
	p.raceGaps()
	p.headLengths()
	p.findPeople()
	p.findEditions()
}
