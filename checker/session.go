package checker

import (
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/rule"
)

// Session checks documents against one ledger with one set of rules. Its
// methods are safe for concurrent use.
type Session struct {
	opts   Options
	rules  []*rule.Rule        // those that run
	given  []map[string]string // the options that each of them was given
	names  map[string]*rule.Rule
	ledger *ledger.Ledger
	reader *figure.Reader
}

// New prepares a session. Two rules of one ID, or a setting for a rule that
// isn't there, are errors of the caller.
func New(opts Options) (*Session, error) {
	s := &Session{opts: opts, names: map[string]*rule.Rule{}, ledger: opts.Ledger}
	if opts.Packs == nil || slices.Contains(opts.Packs, ledger.EventsPack) {
		s.ledger = ledger.WithPacks(opts.Ledger)
	}
	if s.ledger == nil {
		s.ledger = new(ledger.Ledger)
	}
	for _, r := range opts.Known() {
		if s.names[r.ID] != nil {
			return nil, fmt.Errorf("checker: two rules are called %q", r.ID)
		}
		s.names[r.ID] = r
		if r.NameZH != "" {
			s.names[r.NameZH] = r
		}
	}
	for _, r := range opts.Rules {
		if !opts.Disabled[r.ID] {
			s.rules, s.given = append(s.rules, r), append(s.given, opts.RuleOptions[r.ID])
		}
	}
	for _, ids := range []map[string]bool{opts.Disabled, keys(opts.Severities)} {
		for id := range ids {
			if s.names[id] == nil {
				return nil, fmt.Errorf("checker: no rule is called %q", id)
			}
		}
	}
	s.reader = figure.NewReader(s.ledger)
	return s, nil
}

func keys[V any](m map[string]V) map[string]bool {
	out := make(map[string]bool, len(m))
	for k := range m {
		out[k] = true
	}
	return out
}

// Check reads one document and runs the rules over it. It never panics: a
// fault of the reader or of a rule is in Result.Faults, and the others go on.
func (s *Session) Check(doc *document.Document) Result {
	c := &check{session: s, doc: doc, lang: s.lang(doc)}
	c.result = Result{ID: doc.ID, Path: doc.Path, Lang: doc.Lang, Date: doc.Date, File: doc.File}
	var page *figure.Page
	c.guard("figure", func() { page = s.reader.Read(doc) })
	defer func() { s.reader.Release(page) }()
	if page == nil {
		page = new(figure.Page)
	}
	page.KeepTies = s.opts.Pages
	c.runAll(page)
	page.Forget()
	c.guard("checker", func() { c.finish(page) })
	return c.result
}

// lang returns the language of messages about a document.
func (s *Session) lang(doc *document.Document) string {
	switch {
	case s.opts.Lang != "":
		return s.opts.Lang
	case doc.Lang == "en":
		return "en"
	}
	return "zh"
}

// check is the work on one document.
type check struct {
	session  *Session
	doc      *document.Document
	lang     string
	pass     rule.Pass // of all rules; its options are those of the one that runs
	problems []problem
	result   Result
}

// problem is a rule's problem with the rule that reported it.
type problem struct {
	rule.Problem
	rule *rule.Rule
}

// runAll runs the session's rules over a page.
func (c *check) runAll(page *figure.Page) {
	c.pass = rule.Pass{Doc: c.doc, Page: page, Ledger: c.session.ledger, Report: c.report}
	for next := 0; next < len(c.session.rules); {
		c.guardRules(&next)
	}
}

// guardRules runs the rules from the next one on, until one panics: that is a
// fault, and what it reported before is kept.
func (c *check) guardRules(next *int) {
	c.guard("", func() {
		for *next < len(c.session.rules) {
			r := c.session.rules[*next]
			c.pass.Rule, c.pass.Options = r, c.session.given[*next]
			*next++
			r.Run(&c.pass)
		}
	})
}

// report takes a problem from the rule that is running.
func (c *check) report(p rule.Problem) {
	if p.Category == "" {
		p.Category = c.pass.Rule.Category
	}
	if !c.inside(&p) {
		c.fault(c.pass.Rule.ID, fmt.Sprintf("a range outside the copy: %v", p.Range), "")
		return
	}
	if known := c.session.opts.Confidence; known != nil {
		if v, ok := known(c.pass.Rule.ID, p.Severity, p.Proof); ok {
			p.Confidence = v
		}
	}
	c.problems = append(c.problems, problem{p, c.pass.Rule})
}

// guard calls f and turns a panic into a fault of what was done, or of the rule
// that was running where what is empty.
func (c *check) guard(what string, f func()) {
	defer func() {
		if p := recover(); p != nil {
			if what == "" {
				what = c.pass.Rule.ID
			}
			c.fault(what, fmt.Sprint(p), frames())
		}
	}()
	f()
}

// fault records a fault with what is needed to reproduce it: what failed, on
// which copy (its fingerprint tells whether it is the same text), and where.
func (c *check) fault(what, reason, where string) {
	text := ""
	if c.doc.File != nil {
		text = c.doc.File.Title + c.doc.File.Text
	}
	s := fmt.Sprintf("%s: %s: %s\n  copy: %d bytes, fingerprint %s, lang %s, date %s, %s", c.doc.ID, what, reason,
		len(text), finding.Fingerprint("", "", text), c.doc.Lang, c.doc.Date, runtime.Version())
	if where != "" {
		s += "\n" + where
	}
	c.result.Faults = append(c.result.Faults, s)
}

// maxFrames is how many calls of a fault are kept.
const maxFrames = 12

// frames lists the calls that led to a panic, the innermost first. Unlike a
// stack trace it holds no addresses: the same fault reads the same in every run.
func frames() string {
	pcs := make([]uintptr, 64)
	calls := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	var lines []string
	for more := true; more && len(lines) < maxFrames; {
		var f runtime.Frame
		f, more = calls.Next()
		if strings.HasPrefix(f.Function, "runtime.") {
			continue
		}
		if strings.HasSuffix(f.Function, "(*check).guard") {
			break // who called the driver doesn't matter
		}
		file := f.File[strings.LastIndexByte(f.File, '/')+1:]
		lines = append(lines, fmt.Sprintf("  at %s (%s:%d)", f.Function, file, f.Line))
	}
	return strings.Join(lines, "\n")
}
