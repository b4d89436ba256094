// Package fix merges the edits of findings, applies them, and writes them as a
// unified diff.
package fix

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// Conflict is an edit that Merge left out because it touches bytes that an
// edit it kept replaces, or because both insert different words at one place.
type Conflict struct {
	Kept, Dropped finding.Edit
}

// Merge sorts edits by place, drops those that occur twice, and resolves
// overlaps in favour of the edit that starts first (of two that start together,
// the shorter one). The result satisfies Apply. The input isn't changed.
func Merge(edits []finding.Edit) ([]finding.Edit, []Conflict) {
	sorted := slices.Clone(edits)
	slices.SortFunc(sorted, compareEdits)
	sorted = slices.Compact(sorted)
	var conflicts []Conflict
	merged := sorted[:0]
	for _, e := range sorted {
		if n := len(merged); n > 0 && clash(merged[n-1], e) {
			conflicts = append(conflicts, Conflict{Kept: merged[n-1], Dropped: e})
			continue
		}
		merged = append(merged, e)
	}
	return merged, conflicts
}

func compareEdits(a, b finding.Edit) int {
	return cmp.Or(finding.CompareSpans(a.Span, b.Span), cmp.Compare(a.Text, b.Text))
}

// clash reports whether b, which sorts after a, can't be applied beside it.
// Two edits that merely touch don't clash, but two insertions at one place do:
// nothing says which goes first.
func clash(a, b finding.Edit) bool {
	if a.Span.Field != b.Span.Field {
		return false
	}
	return b.Span.Start < a.Span.End || a.Span == b.Span
}

// Apply returns text with the edits carried out. Spans count bytes of text and
// must be sorted and disjoint, as Merge returns them, and of one field; an
// error says which edit isn't.
func Apply(text string, edits []finding.Edit) (string, error) {
	if err := validate(text, edits); err != nil {
		return "", err
	}
	size := len(text)
	for _, e := range edits {
		size += len(e.Text) - e.Span.Len()
	}
	var b strings.Builder
	b.Grow(size)
	done := 0
	for _, e := range edits {
		b.WriteString(text[done:e.Span.Start])
		b.WriteString(e.Text)
		done = e.Span.End
	}
	b.WriteString(text[done:])
	return b.String(), nil
}

func validate(text string, edits []finding.Edit) error {
	done := 0
	for i, e := range edits {
		switch s := e.Span; {
		case s.Start < 0 || s.End < s.Start || s.End > len(text):
			return fmt.Errorf("edit %d replaces bytes %d to %d of %d", i, s.Start, s.End, len(text))
		case s.Start < done:
			return fmt.Errorf("edit %d starts at byte %d, before the end %d of the one before it", i, s.Start, done)
		case s.Field != edits[0].Span.Field:
			return fmt.Errorf("edit %d is of another field than the first", i)
		}
		done = e.Span.End
	}
	return nil
}

// OfField returns the edits of one field, in their order.
func OfField(edits []finding.Edit, field source.Field) []finding.Edit {
	var kept []finding.Edit
	for _, e := range edits {
		if e.Span.Field == field {
			kept = append(kept, e)
		}
	}
	return kept
}

// Select returns the edits that may be applied to one file, merged: those of
// every safe fix and, with suggested, of every fix that the ledger or the
// arithmetic backs, provided that it is its finding's only one. The edits of a
// fix belong together: one that clashes with a fix of an earlier finding is
// left out whole, and its finding's index is in skipped.
func Select(fs []finding.Finding, suggested bool) (edits []finding.Edit, skipped []int) {
	for i := range fs {
		f := Choose(fs[i].Fixes, suggested)
		if f == nil {
			continue
		}
		own, conflicts := Merge(f.Edits)
		if len(conflicts) > 0 || slices.ContainsFunc(own, func(e finding.Edit) bool { return !fits(edits, e) }) {
			skipped = append(skipped, i)
			continue
		}
		for _, e := range own {
			if at, found := slices.BinarySearchFunc(edits, e, compareEdits); !found {
				edits = slices.Insert(edits, at, e)
			}
		}
	}
	return edits, skipped
}

// fits reports whether e stands among the edits already or clashes with none
// of them. It looks at the neighbours only, for the edits are disjoint.
func fits(edits []finding.Edit, e finding.Edit) bool {
	at, found := slices.BinarySearchFunc(edits, e, compareEdits)
	if found {
		return true
	}
	return (at == 0 || !clash(edits[at-1], e)) && (at == len(edits) || !clash(e, edits[at]))
}

// Choose returns the one fix that needs no person to decide, or nil: a safe
// one, else, with suggested, the only one that the ledger or the arithmetic
// backs.
func Choose(fixes []finding.Fix, suggested bool) *finding.Fix {
	var only *finding.Fix
	for i := range fixes {
		switch f := &fixes[i]; f.Grade {
		case finding.Safe:
			return f
		case finding.Suggest:
			if only != nil {
				suggested = false
			}
			only = f
		}
	}
	if !suggested {
		return nil
	}
	return only
}
