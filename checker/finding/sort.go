package finding

import (
	"cmp"
	"slices"

	"github.com/hegao/hegao/checker/source"
)

// Sort puts findings in the order of reports: by place (a title comes before
// the text it heads), then the gravest first, then by rule and message. The
// order doesn't depend on the order in which rules ran.
func Sort(fs []Finding) { slices.SortStableFunc(fs, compare) }

func compare(a, b Finding) int {
	return cmp.Or(
		CompareSpans(a.Span, b.Span),
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message),
	)
}

// CompareSpans orders spans as a reader meets them: the title of a JSON Lines
// document first, then by start, then the shorter one first.
func CompareSpans(a, b source.Span) int {
	return cmp.Or(
		cmp.Compare(fieldOrder(a.Field), fieldOrder(b.Field)),
		cmp.Compare(a.Start, b.Start),
		cmp.Compare(a.End, b.End),
	)
}

func fieldOrder(f source.Field) int {
	if f == source.FieldTitle {
		return 0
	}
	return 1
}
