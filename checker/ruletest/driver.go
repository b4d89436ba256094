package ruletest

import (
	"fmt"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

// Driver runs examples through the checker as a user's copy would be. It keeps
// one session for each ledger and isn't safe for concurrent use.
type Driver struct {
	// Lang is the language of messages; empty for each example's own. It is set
	// before the first Check.
	Lang string

	rules    []*rule.Rule
	sessions map[string]*checker.Session
}

// NewDriver returns a driver with the given rules.
func NewDriver(rules []*rule.Rule) *Driver {
	return &Driver{rules: rules, sessions: map[string]*checker.Session{}}
}

// Check returns what the rules find in text, read as the example says: it is a
// Check. A ledger that isn't right and a fault of a rule are errors.
func (d *Driver) Check(e *Example, text string) ([]finding.Finding, error) {
	s, err := d.session(e)
	if err != nil {
		return nil, err
	}
	doc, err := document.Read(&source.File{Path: "example." + e.Format, Text: text},
		document.Options{Format: e.Format, Lang: e.Lang, Date: e.Date})
	if err != nil {
		return nil, err
	}
	r := s.Check(doc)
	if len(r.Faults) > 0 {
		return nil, fmt.Errorf("a fault: %s", strings.Join(r.Faults, "\n"))
	}
	return r.Findings, nil
}

// session returns the session that checks against the example's ledger.
func (d *Driver) session(e *Example) (*checker.Session, error) {
	if s := d.sessions[e.Ledger]; s != nil {
		return s, nil
	}
	opts := checker.Options{Rules: d.rules, Lang: d.Lang}
	if e.Ledger != "" {
		l, problems := ledger.Load([]ledger.File{{Name: e.Path, Text: e.Ledger}}, ledger.Options{})
		if len(problems) > 0 {
			return nil, fmt.Errorf("the ledger at line %d: %s", e.LedgerLine, problems[0].Format("en"))
		}
		opts.Ledger = l
	}
	s, err := checker.New(opts)
	if err != nil {
		return nil, err
	}
	d.sessions[e.Ledger] = s
	return s, nil
}
