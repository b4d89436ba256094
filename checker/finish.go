package checker

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

// finish turns the problems into findings: duplicates go, severities and
// directives apply, the rest is mapped to the file and sorted.
func (c *check) finish(page *figure.Page) {
	c.problems = decide(merge(c.problems))
	silenced := c.applyDirectives()
	c.result.Findings = slices.Grow(c.result.Findings, len(c.problems))
	for i := range c.problems {
		p := &c.problems[i]
		if silenced[i] || c.accepted(p) {
			continue
		}
		f := c.finding(p)
		// The fact sheet asks only where the problem is, and of what kind: the
		// words needn't be held twice.
		p.Related, p.Evidence, p.Fixes, p.Message = nil, nil, nil, finding.Text{}
		if s, ok := c.session.opts.Severities[f.Rule]; ok {
			f.Severity = s
		}
		c.result.Findings = append(c.result.Findings, f)
	}
	if keep := c.session.opts.Categories; keep != nil {
		c.result.Findings = slices.DeleteFunc(c.result.Findings, func(f finding.Finding) bool {
			return !keep[f.Category] && f.Category != finding.Input
		})
	}
	finding.Sort(c.result.Findings)
	finding.Identify(c.doc.File, c.result.Findings)
	c.factSheet(page)
}

// accepted reports whether a problem is one of form within a term that the
// newsroom prints as it is. A term never silences what is said about facts.
func (c *check) accepted(p *problem) bool {
	if !formOnly[p.Category] {
		return false
	}
	text := c.doc.View.Text
	for _, term := range c.session.opts.Terms {
		from := max(0, p.Range.End-len(term))
		to := min(len(text), p.Range.Start+len(term))
		if term != "" && from <= p.Range.Start && from < to && strings.Contains(text[from:to], term) {
			return true
		}
	}
	return false
}

// inside reports whether all ranges of a problem lie within the view.
func (c *check) inside(p *rule.Problem) bool {
	size := len(c.doc.View.Text)
	within := func(r source.Range) bool { return 0 <= r.Start && r.Start <= r.End && r.End <= size }
	ok := within(p.Range)
	for i := range p.Related {
		ok = ok && within(p.Related[i].Range)
	}
	for i := range p.Fixes {
		for j := range p.Fixes[i].Edits {
			ok = ok && within(p.Fixes[i].Edits[j].Range)
		}
	}
	return ok
}

// finding maps a problem to the file and picks its language.
func (c *check) finding(p *problem) finding.Finding {
	span := c.doc.View.Span(p.Range)
	f := finding.Finding{
		Rule: p.rule.ID, Category: p.Category, Severity: p.Severity, Confidence: p.Confidence, Proof: p.Proof,
		Message: p.Message.Said(c.lang), Span: span, Text: c.doc.File.Slice(span),
	}
	for _, r := range p.Ledger {
		f.Ledger = append(f.Ledger, r.In(c.lang))
	}
	f.Related = slices.Grow(f.Related, len(p.Related))
	for _, r := range p.Related {
		span := c.doc.View.Span(r.Range)
		f.Related = append(f.Related, finding.Related{Span: span, Text: c.doc.File.Slice(span), Message: r.Message.Said(c.lang)})
	}
	for _, e := range p.Evidence {
		f.Evidence = append(f.Evidence, e.In(c.lang))
	}
	for _, fix := range p.Fixes {
		if mapped, ok := c.fix(fix); ok {
			f.Fixes = append(f.Fixes, mapped)
		}
	}
	return f
}

// fix maps a fix to the file. Where markup or a joint of the layout stands
// inside an edit, the edit would swallow it: then there is no fix.
func (c *check) fix(x rule.Fix) (finding.Fix, bool) {
	out := finding.Fix{Title: x.Title.Said(c.lang), Grade: x.Grade}
	for _, e := range x.Edits {
		span := c.doc.View.Span(e.Range)
		if c.doc.File.Slice(span) != c.doc.View.Text[e.Range.Start:e.Range.End] {
			return out, false
		}
		out.Edits = append(out.Edits, finding.Edit{Span: span, Text: e.Text})
	}
	return out, true
}
