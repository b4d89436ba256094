package diff

import (
	"cmp"
	"slices"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/finding"
)

// Side is one of two drafts or editions, with the rows of its fact sheet.
type Side struct {
	Doc    *document.Document
	Result *checker.Result
}

// What happened to a figure between two drafts, or between two editions.
const (
	Changed = "changed" // it stands in both, with another value
	Went    = "went"    // in the old one only
	Came    = "came"    // in the new one only
)

// Change is one difference. Old or New is nil where the figure stands on one
// side only.
type Change struct {
	What     string
	Severity finding.Severity
	Old, New *checker.Figure
	// Meant is how the new edition would print the old one's figure; empty where
	// nobody can say.
	Meant   string
	Message finding.Text
}

// Comparison is all that differs between two drafts or editions.
type Comparison struct {
	Old, New *Side
	// Editions says that the two are in different languages, so that a figure
	// that differs is a mistake in one of them.
	Editions bool
	Same     int // figures that stand in both
	Changes  []Change
}

// Compare finds the figures in which two drafts of one language, or two
// editions in different languages, differ.
func Compare(old, new *Side) *Comparison {
	c := &Comparison{Old: old, New: new, Editions: old.Doc.Lang != new.Doc.Lang}
	if c.Editions {
		c.editions()
	} else {
		c.drafts()
	}
	slices.SortStableFunc(c.Changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.place(c), b.place(c)), cmp.Compare(a.What, b.What))
	})
	return c
}

// place orders changes as they stand in the old draft; what came is put where
// it stands in the new one, in proportion.
func (ch *Change) place(c *Comparison) int {
	if ch.Old != nil {
		return ch.Old.Range.Start
	}
	old, new := len(c.Old.Doc.View.Text), len(c.New.Doc.View.Text)
	return ch.New.Range.Start * max(old, 1) / max(new, 1)
}
