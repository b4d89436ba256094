package fix_test

import (
	"slices"
	"testing"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/fix"
	"github.com/hegao/hegao/checker/source"
)

func edit(start, end int, text string) finding.Edit {
	return finding.Edit{Span: source.Span{Start: start, End: end}, Text: text}
}

func TestMerge(t *testing.T) {
	for _, c := range []struct {
		name      string
		in, want  []finding.Edit
		conflicts int
	}{
		{name: "nothing"},
		{name: "sorted by place", in: []finding.Edit{edit(5, 6, "b"), edit(1, 2, "a")},
			want: []finding.Edit{edit(1, 2, "a"), edit(5, 6, "b")}},
		{name: "told twice", in: []finding.Edit{edit(1, 2, "a"), edit(1, 2, "a")},
			want: []finding.Edit{edit(1, 2, "a")}},
		{name: "touching", in: []finding.Edit{edit(2, 4, "b"), edit(1, 2, "a"), edit(4, 4, "c")},
			want: []finding.Edit{edit(1, 2, "a"), edit(2, 4, "b"), edit(4, 4, "c")}},
		{name: "overlap", in: []finding.Edit{edit(1, 4, "a"), edit(3, 5, "b")},
			want: []finding.Edit{edit(1, 4, "a")}, conflicts: 1},
		{name: "one place, two words", in: []finding.Edit{edit(1, 4, "b"), edit(1, 4, "a")},
			want: []finding.Edit{edit(1, 4, "a")}, conflicts: 1},
		{name: "two insertions", in: []finding.Edit{edit(3, 3, "a"), edit(3, 3, "b")},
			want: []finding.Edit{edit(3, 3, "a")}, conflicts: 1},
		{name: "insertion inside", in: []finding.Edit{edit(2, 2, "x"), edit(1, 4, "a")},
			want: []finding.Edit{edit(1, 4, "a")}, conflicts: 1},
	} {
		in := slices.Clone(c.in)
		got, conflicts := fix.Merge(c.in)
		if !slices.Equal(got, c.want) || len(conflicts) != c.conflicts {
			t.Errorf("%s: got %v and %d conflicts", c.name, got, len(conflicts))
		}
		if !slices.Equal(in, c.in) {
			t.Errorf("%s: the input was changed", c.name)
		}
	}
}

func TestMergeKeepsFieldsApart(t *testing.T) {
	title := finding.Edit{Span: source.Span{Start: 1, End: 4, Field: source.FieldTitle}, Text: "a"}
	got, conflicts := fix.Merge([]finding.Edit{edit(1, 4, "a"), title})
	if len(conflicts) != 0 || len(got) != 2 || got[0] != title {
		t.Errorf("got %v, %v", got, conflicts)
	}
	if of := fix.OfField(got, source.FieldText); !slices.Equal(of, []finding.Edit{edit(1, 4, "a")}) {
		t.Errorf("edits of the text: %v", of)
	}
}

func TestApply(t *testing.T) {
	const text = "𠮷县😀增长12%。"
	got, err := fix.Apply(text, []finding.Edit{edit(0, 4, "吉"), edit(17, 20, "13%"), edit(len(text), len(text), "完")})
	if want := "吉县😀增长13%。完"; got != want || err != nil {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

func TestApplyRefuses(t *testing.T) {
	for name, edits := range map[string][]finding.Edit{
		"past the end":   {edit(2, 9, "")},
		"before zero":    {edit(-1, 1, "")},
		"end before":     {edit(2, 1, "")},
		"overlap":        {edit(0, 2, ""), edit(1, 3, "")},
		"unsorted":       {edit(2, 3, ""), edit(0, 1, "")},
		"another field":  {edit(0, 1, ""), {Span: source.Span{Start: 1, End: 2, Field: source.FieldTitle}}},
		"start past end": {edit(9, 9, "")},
	} {
		if got, err := fix.Apply("abc", edits); err == nil {
			t.Errorf("%s: applied, result %q", name, got)
		}
	}
}

func TestSelect(t *testing.T) {
	with := func(fixes ...finding.Fix) finding.Finding { return finding.Finding{Fixes: fixes} }
	one := func(g finding.Grade, edits ...finding.Edit) finding.Fix {
		return finding.Fix{Grade: g, Edits: edits}
	}
	fs := []finding.Finding{
		with(one(finding.Safe, edit(0, 2, "a"))),
		with(one(finding.Suggest, edit(1, 3, "b"), edit(20, 21, "b"))), // clashes with the first
		with(one(finding.Suggest, edit(4, 5, "c"))),
		with(one(finding.Suggest, edit(6, 7, "d")), one(finding.Suggest, edit(6, 7, "e"))), // which?
		with(one(finding.Manual, edit(8, 9, "f"))),
		with(one(finding.Manual, edit(10, 11, "g")), one(finding.Suggest, edit(10, 11, "h"))),
		with(one(finding.Safe, edit(0, 2, "a"))), // the same again
	}
	edits, skipped := fix.Select(fs, false)
	if !slices.Equal(edits, []finding.Edit{edit(0, 2, "a")}) || len(skipped) != 0 {
		t.Errorf("safe: %v, skipped %v", edits, skipped)
	}
	edits, skipped = fix.Select(fs, true)
	want := []finding.Edit{edit(0, 2, "a"), edit(4, 5, "c"), edit(10, 11, "h")}
	if !slices.Equal(edits, want) || !slices.Equal(skipped, []int{1}) {
		t.Errorf("suggested: %v, skipped %v", edits, skipped)
	}
}
