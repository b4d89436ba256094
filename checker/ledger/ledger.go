// Package ledger reads the canonical record that copy is checked against:
// official figures, the names they go by, events and terms. It reports every
// mistake in a ledger with its place, and looks figures up with reasons.
//
// The package gets texts, never paths: opening files is the command's part.
package ledger

import (
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// Ledger is one or more ledger files, read and found to be sound. It doesn't
// change once Load has returned it, so that many goroutines may read it.
type Ledger struct {
	Title string
	AsOf  period.Date // the latest of the files' days; zero for none

	Entities   []*Entity
	Metrics    []*Metric
	Breakdowns []*Breakdown
	Figures    []*Figure // by file and line
	Events     []*Event
	Terms      []*Term
	Constants  []*Constant
	Rates      []*Rate

	names names
	index index
}

// Entity is whom or what a figure is about: a place, a company, a group.
type Entity struct {
	Name                 string
	Aliases, Discouraged []string
	// Within lists the entities that hold this one, the nearest first as
	// written; Ancestors follows them on.
	Within []*Entity
	Kind   string // country, region, province, city or bloc for built-in ones
	Pos    Pos    // zero line for built-in ones
}

// Metric is what a figure measures.
type Metric struct {
	Name        string
	Aliases     []Alias
	Discouraged []Alias
	Unit        Unit
	Kind        Kind
	SumOf       []*Metric // the parts that make this metric up
	// Numerator and Denominator are what a rate is the ratio of, times Per.
	Numerator, Denominator *Metric
	Per                    int64 // 100 unless the ledger says otherwise
	// ConstantPrices says that growth isn't the ratio of printed levels.
	ConstantPrices bool
	Pos            Pos
}

// Alias is another name of a metric, for one entity only where Entity is set.
type Alias struct {
	Name   string
	Entity *Entity
}

// Kind says how a metric relates to time.
type Kind string

// The kinds of metric; Unsaid is the kind of a metric that names none.
const (
	Unsaid Kind = ""
	Flow   Kind = "flow"
	Stock  Kind = "stock"
	Tally  Kind = "count"
	Rated  Kind = "rate"
	Index  Kind = "index"
)

// Unit is a class of units: 亿元 and 元 are of one class.
type Unit struct {
	Text string        // as the ledger names it; empty for none
	Kind quantity.Kind // what a value of it is
	Code string        // as quantity.Quantity.Unit has it
}

// Breakdown is one way to split metrics.
type Breakdown struct {
	Name      string
	Members   []*Entity
	Partition bool // the members make up the total
	Builtin   bool // one of the breakdowns that needn't be declared
	Pos       Pos
}

// Slot is one breakdown of a figure with the member that it is about.
type Slot struct {
	Breakdown *Breakdown
	Member    *Entity
}

// Figure is one row of the ledger.
type Figure struct {
	Metric    *Metric
	Entity    *Entity // nil for none
	Breakdown []Slot  // by the breakdown's name
	Period    period.Period
	Modality  string // actual, target, plan, forecast
	Status    string // estimated, preliminary, final, revised
	// Released is the day on which the figure came out as it stands; zero where
	// the ledger doesn't say. Copy of before that day couldn't have it.
	Released period.Date

	Value        *Amount
	Change       *Amount
	Contribution *Amount
	Growth       []Growth
	Rank         []Rank
	GrowthRank   []Rank
	Replaced     []Version // earlier versions, as written

	Source Source
	Note   string
	Pos    Pos
}

// Amount is a quantity as written and as read.
type Amount struct {
	Text     string
	Quantity quantity.Quantity
	Pos      Pos
}

// Growth is a rate of growth and what it compares with: 同比, 环比, or 比 and a
// period in ISO 8601, as in 比2020.
type Growth struct {
	Basis  string
	Amount Amount
}

// Rank is a place within a scope.
type Rank struct {
	Scope *Entity
	Place int
	Pos   Pos
}

// Version is a figure as it stood earlier.
type Version struct {
	Value, Change, Contribution *Amount
	Growth                      []Growth
	AsOf                        period.Date
	// Released is the day on which this version came out; zero for unknown.
	Released period.Date
	Source   Source // its own, where it was a row of its own
	Pos      Pos
}

// Source says where a reader can look a figure up.
type Source struct {
	Name string
	Date period.Date
	URL  string
}

// Event is something held once or in editions.
type Event struct {
	Name                 string
	Aliases, Discouraged []string
	Editions             []Edition // by their start
	Pos                  Pos
}

// Edition is one holding of an event. N is 0 where the ledger gives no number.
type Edition struct {
	N      int
	Period period.Period
	Cities []string
	Pos    Pos
}

// Term is a name that must be printed just so.
type Term struct {
	Name                 string
	Aliases, Discouraged []string
	Pos                  Pos
}

// Constant is a thing that bounds other things, such as an area.
type Constant struct {
	Name   string
	Amount Amount
	Source Source
	Pos    Pos
}

// Rate is what one unit of the currency From was worth in To, from Low to High.
type Rate struct {
	From, To  string // ISO 4217
	Low, High quantity.Num
	Period    period.Period // zero for any time
	Source    Source
	Pos       Pos
}

// Ancestors returns all that the entity is within, the nearest first, each
// once.
func (e *Entity) Ancestors() []*Entity {
	var list []*Entity
	seen := map[*Entity]bool{e: true}
	for queue := []*Entity{e}; len(queue) > 0; queue = queue[1:] {
		for _, w := range queue[0].Within {
			if !seen[w] {
				seen[w] = true
				list = append(list, w)
				queue = append(queue, w)
			}
		}
	}
	return list
}

// IsWithin reports whether the entity is somewhere within the other. A built-in
// place counts as the ledger's own of the same name.
func (e *Entity) IsWithin(other *Entity) bool {
	for _, a := range e.Ancestors() {
		if a == other || a.Name == other.Name && (a.Pos.Line == 0 || other.Pos.Line == 0) {
			return true
		}
	}
	return false
}
