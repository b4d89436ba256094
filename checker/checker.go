// Package checker is the driver: it reads documents, runs rules over them and
// collects what they report, in file coordinates, sorted, deterministic.
package checker

import (
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

// Options is what a Session is made from.
type Options struct {
	Rules  []*rule.Rule   // in the order they run
	Ledger *ledger.Ledger // nil for none; packs are merged in by New
	// Packs are the names of the built-in packs to use; nil for all of them.
	Packs []string
	// Lang is the language of messages, "zh" or "en"; empty for each copy's own.
	Lang string
	// Severities overrides the severity of a rule's findings by rule ID.
	Severities map[string]finding.Severity
	// Confidence says how sure findings of a rule are, by their severity as the
	// rule reports it and their proof; nil, and where it doesn't know, what the
	// rule says stands.
	Confidence func(rule string, s finding.Severity, proof string) (float64, bool)
	// RuleOptions holds the options of rules: rule ID, name, value.
	RuleOptions map[string]map[string]string
	// Disabled holds the IDs of rules that don't run.
	Disabled map[string]bool
	// Terms are words that the newsroom prints as they are: findings of form
	// within them aren't reported.
	Terms []string
	// CountsOnly leaves Result.Figures empty: a check reports counts alone, and
	// a row for every figure of a corpus takes a tenth of the time.
	CountsOnly bool
	// Reasons fills Figure.Reading, which is for people who want to know why a
	// figure was read as it was.
	Reasons bool
	// Pages fills Result.Blocks, Result.Ties and the ledger's entries of figures,
	// for reports that show the page itself.
	Pages bool
	// AllRules are the rules that directives may name; nil for Rules.
	AllRules []*rule.Rule
	// Categories are those of the findings to keep, nil for all. What can't be
	// read is always reported.
	Categories map[finding.Category]bool
}

// Known returns the rules that settings and directives may name.
func (o *Options) Known() []*rule.Rule {
	if o.AllRules != nil {
		return o.AllRules
	}
	return o.Rules
}

// Prepare makes ready what every session needs, whatever its options; the first
// one does it else. A program may call it on a goroutine of its own while it finds
// out what to check.
func Prepare() { figure.Prepare() }

// Counts says how many figures a document has, by status.
type Counts struct {
	Figures, Confirmed, Consistent, Contradicted, Unchecked int
}

// Result is what a check found in one document.
type Result struct {
	ID, Path, Lang, Date string
	File                 *source.File
	Findings             []finding.Finding
	Counts               Counts
	Figures              []Figure
	// Blocks are the page as it is printed, and Ties the figures on it that bear
	// each other out; filled with Options.Pages.
	Blocks []Block
	Ties   []Tie
	// Faults are faults of the program itself, recovered: exit code 3.
	Faults []string
}

// Figure is one row of the fact sheet, in file coordinates. Its fields are
// those of the JSON of `hegao figures`.
type Figure struct {
	Span             source.Span
	Text             string
	Kind             string
	Value, Low, High string
	Unit             string
	Hedge            string
	Role             string
	Metric           string
	Entity           string
	Partner          string // and other breakdowns, joined by " · "
	Period           string
	Basis            string
	Modality         string
	Status           string
	Why              string
	Guessed          []string // which of the slots above were inherited or guessed
	Origins          []Origin // where each slot that is filled comes from
	// Ledger is the entry that confirms it; filled with Options.Pages.
	Ledger  finding.LedgerRef
	Reading []Reason // why it was read so; filled with Options.Reasons

	// What a comparison of drafts asks besides: the place in the view, the
	// quantity as read (zero for dates and times), and which way a change goes
	// (+1 up, -1 down, 0 unsaid).
	Range    source.Range
	Quantity quantity.Quantity
	Sign     int8
}
