// Package rule is the contract between rules and the driver: a rule is data
// plus one function that gets a Pass and reports Problems in view coordinates.
package rule

import (
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/source"
)

// Rule is one kind of mistake, or a few that are decided in one way. It is a
// value without state: the driver may run it on many documents at once.
type Rule struct {
	// ID is the slug: a kebab-case name of the mistake that reads well after
	// "allow".
	ID string
	// NameZH is the Chinese name, which directives in Chinese copy may use.
	NameZH string
	// Category is what findings carry unless the problem names another.
	Category finding.Category
	// Kinds are the codes of the catalogue that the rule covers, for reference.
	Kinds []string
	// Doc is the rule's page, in Markdown, as the rule's folder embeds it.
	Doc string
	// Off says that the rule doesn't run unless the configuration or the command
	// names it: what it finds is a matter of house style.
	Off bool
	// Options are what the configuration may set.
	Options []Option
	// Run reports the problems of one document.
	Run func(*Pass)
}

// Option is a setting of a rule: a name and the values it may have, the one that
// holds where nothing is said first.
type Option struct {
	Name   string
	Values []string
}

// Pass is everything a rule may look at. It reaches no disk, clock,
// environment or network.
type Pass struct {
	Doc    *document.Document
	Page   *figure.Page   // figures, claims, sentences: what was read
	Ledger *ledger.Ledger // never nil; empty when there is none
	Report func(Problem)
	// Rule is the one that runs: what it makes of figures is said in its name.
	Rule *Rule
	// Options holds what the configuration sets, by name.
	Options map[string]string
}

// Option returns the value of one of the rule's options.
func (p *Pass) Option(o Option) string {
	if v, ok := p.Options[o.Name]; ok {
		return v
	}
	return o.Values[0]
}

// Mark notes what the rule makes of a figure.
func (p *Pass) Mark(fig int, s figure.Status) { p.Page.Mark(fig, s, p.Rule.ID) }

// Contradict marks a figure that the rule found to be contradicted.
func (p *Pass) Contradict(fig int) { p.Mark(fig, figure.Contradicted) }

// Agree marks figures that bear each other out.
func (p *Pass) Agree(figs ...int) { p.Settle(figure.Consistent, figs...) }

// Settle marks figures that were compared with each other.
func (p *Pass) Settle(s figure.Status, figs ...int) { p.Page.Settle(s, p.Rule.ID, figs...) }

// Text returns the words of a range of the view.
func (p *Pass) Text(r source.Range) string { return p.Doc.View.Text[r.Start:r.End] }

// Problem is what a rule reports, in view coordinates and both languages.
type Problem struct {
	Range    source.Range
	Severity finding.Severity
	// Category overrides the rule's own where another proof failed.
	Category   finding.Category
	Confidence float64
	// Proof names the kind of evidence, where a rule has several that are not
	// equally sure; confidences are calibrated by it.
	Proof    string
	Message  finding.Text
	Related  []Related
	Ledger   []finding.LedgerRef
	Evidence []finding.Text
	Fixes    []Fix
}

// Related is another place that the problem rests on.
type Related struct {
	Range   source.Range
	Message finding.Text
}

// Fix is one way to mend the problem.
type Fix struct {
	Title finding.Text
	Grade finding.Grade
	Edits []Edit
}

// Edit replaces a range of the view by a text.
type Edit struct {
	Range source.Range
	Text  string
}
