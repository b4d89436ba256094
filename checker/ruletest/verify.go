package ruletest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/fix"
	"github.com/hegao/hegao/checker/source"
)

// Check returns what all rules find in text, read as the example says.
type Check func(e *Example, text string) ([]finding.Finding, error)

// Verify runs an example of the rule with the given ID and returns what is
// wrong with the outcome, a sentence each; nothing when all is as marked.
//
// Of wrong copy it asks that each «…» has a finding of the rule at just that
// place, that each ‹…› is shown beside one, that the rule reports nothing else,
// and that no rule reports an error which touches no mark. Where two mentions
// stand alone against each other, a finding may be at the ‹…› and show the «…»:
// nothing says which of the two is wrong. Of right copy and traps it asks that
// the rule is silent at every severity and that no rule reports an error.
func Verify(ruleID string, e *Example, check Check) []string {
	all, err := check(e, e.Text)
	if err != nil {
		return []string{err.Error()}
	}
	v := verifier{e: e, rule: ruleID}
	for i := range all {
		f := &all[i]
		switch {
		case f.Span.Field == source.FieldText && (f.Span.Start < 0 || f.Span.End > len(e.Text) || f.Span.Start > f.Span.End):
			v.failf("%s is reported at bytes %d to %d of %d", f.Rule, f.Span.Start, f.Span.End, len(e.Text))
		case f.Rule == ruleID:
			v.own = append(v.own, f)
		case f.Severity == finding.Error && !v.touchesMark(f):
			v.failf("%s reports an error at %q, where nothing is marked: %s", f.Rule, f.Text, f.Message)
		}
	}
	if e.Kind == Missed {
		if v.allCovered() {
			v.failf("%s finds all of this by now: make it an example of kind wrong", ruleID)
		}
		return v.fails
	}
	v.places()
	v.attributes()
	v.fixes(check)
	return v.fails
}

type verifier struct {
	e     *Example
	rule  string
	own   []*finding.Finding
	fails []string
}

func (v *verifier) failf(format string, args ...any) {
	v.fails = append(v.fails, fmt.Sprintf(format, args...))
}

func (v *verifier) text(s source.Span) string { return v.e.Text[s.Start:s.End] }

// touchesMark reports whether a finding of another rule stands at a marked
// place: one slip may break several rules.
func (v *verifier) touchesMark(f *finding.Finding) bool {
	for _, m := range v.e.Marks {
		if m.Span.Overlaps(f.Span) {
			return true
		}
	}
	return false
}

// at returns the mark that stands at exactly that place.
func (v *verifier) at(s source.Span) *Mark {
	for i := range v.e.Marks {
		if v.e.Marks[i].Span == s {
			return &v.e.Marks[i]
		}
	}
	return nil
}

// shows reports whether f has the place among those it rests on.
func shows(f *finding.Finding, s source.Span) bool {
	for _, r := range f.Related {
		if r.Span == s {
			return true
		}
	}
	return false
}

// places compares the places of the findings with the marks.
func (v *verifier) places() {
	for _, f := range v.own {
		m := v.at(f.Span)
		switch {
		case m == nil:
			v.failf("%s is reported at %q, where nothing is marked: %s", f.Rule, f.Text, f.Message)
		case m.Related && !v.showsWanted(f):
			v.failf("%s is reported at ‹%s› and shows no place marked «…» beside it", f.Rule, f.Text)
		}
	}
	for _, m := range v.e.Marks {
		if !v.covered(m) {
			open, end, how := "«", "»", "isn't reported there"
			if m.Related {
				open, end, how = "‹", "›", "doesn't show it beside a finding"
			}
			v.failf("%s%s%s: %s %s", open, v.text(m.Span), end, v.rule, how)
		}
	}
}

// allCovered reports whether every mark has its finding.
func (v *verifier) allCovered() bool {
	return !slices.ContainsFunc(v.e.Marks, func(m Mark) bool { return !v.covered(m) })
}

func (v *verifier) showsWanted(f *finding.Finding) bool {
	for _, m := range v.e.Marks {
		if !m.Related && shows(f, m.Span) {
			return true
		}
	}
	return false
}

// covered reports whether the mark has a finding there or, where that may be,
// is shown beside one.
func (v *verifier) covered(m Mark) bool {
	for _, f := range v.own {
		if f.Span == m.Span {
			return true
		}
		if !shows(f, m.Span) {
			continue
		}
		if at := v.at(f.Span); m.Related || at != nil && at.Related {
			return true
		}
	}
	return false
}

// attributes compares severity and category with what the example says.
func (v *verifier) attributes() {
	for _, f := range v.own {
		if want := v.e.Severity; want != "" && f.Severity.String() != want {
			v.failf("%s at %q is of severity %s, want %s", f.Rule, f.Text, f.Severity, want)
		}
		if want := v.e.Category; want != "" && f.Category != want {
			v.failf("%s at %q is of category %s, want %s", f.Rule, f.Text, f.Category, want)
		}
		if f.Message == "" {
			v.failf("%s at %q has no message", f.Rule, f.Text)
		}
	}
}

// maxRounds bounds how often fixes are applied to what fixes have left.
const maxRounds = 8

// fixes applies the fixes that aren't manual until nothing changes. A finding
// of the rule that has such a fix must not come back.
func (v *verifier) fixes(check Check) {
	found := make([]finding.Finding, 0, len(v.own))
	for _, f := range v.own {
		found = append(found, *f)
	}
	text := v.e.Text
	for range maxRounds {
		edits := applicable(found)
		if len(edits) == 0 {
			return
		}
		merged, _ := fix.Merge(fix.OfField(edits, source.FieldText))
		next, err := fix.Apply(text, merged)
		if err != nil {
			v.failf("the fixes of %s can't be applied: %v", v.rule, err)
			return
		}
		if next == text {
			v.failf("the fixes of %s change nothing in %q", v.rule, text)
			return
		}
		text = next
		all, err := check(v.e, text)
		if err != nil {
			v.failf("after fixes: %v", err)
			return
		}
		found = found[:0]
		for _, f := range all {
			if f.Rule == v.rule {
				found = append(found, f)
			}
		}
	}
	v.failf("the fixes of %s don't come to rest within %d rounds; last:\n%s", v.rule, maxRounds, indent(text))
}

// applicable returns the edits of the first fix of each finding that may be
// applied without a person choosing.
func applicable(found []finding.Finding) []finding.Edit {
	var edits []finding.Edit
	for _, f := range found {
		for _, x := range f.Fixes {
			if x.Grade == finding.Safe || x.Grade == finding.Suggest {
				edits = append(edits, x.Edits...)
				break
			}
		}
	}
	return edits
}

func indent(s string) string { return "\t" + strings.ReplaceAll(s, "\n", "\n\t") }
