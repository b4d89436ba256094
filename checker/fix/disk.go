package fix

import (
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// Changes returns edits of a file's text, merged and in bounds, as changes of
// its bytes on disk, in the file's encoding. Edits of a title are left out: it
// has no place on disk. An edit that needs a character which the encoding lacks
// gives a *source.UnencodableError.
func Changes(file *source.File, edits []finding.Edit) ([]Change, error) {
	edits = OfField(edits, source.FieldText)
	if err := validate(file.Text, edits); err != nil {
		return nil, err
	}
	var changes []Change
	for _, e := range edits {
		text, err := file.EncodeFragment(e.Text)
		if err != nil {
			return nil, err
		}
		start, end := file.DiskSpan(e.Span)
		changes = append(changes, Change{start, end, text})
	}
	return changes, nil
}

// Splice returns the bytes of a file with changes carried out. They must be
// sorted, disjoint and in bounds, as those of Changes are.
func Splice(old []byte, changes []Change) []byte {
	var out []byte
	done := 0
	for _, c := range changes {
		out = append(append(out, old[done:c.Start]...), c.Text...)
		done = c.End
	}
	return append(out, old[done:]...)
}

// Possible returns the findings without the fixes that can't be carried out:
// those that reach beyond the file, or that need a character which the file's
// encoding lacks.
func Possible(file *source.File, fs []finding.Finding) []finding.Finding {
	out := make([]finding.Finding, len(fs))
	for i, f := range fs {
		out[i] = f
		out[i].Fixes = nil
		for _, x := range f.Fixes {
			if merged, conflicts := Merge(x.Edits); len(conflicts) == 0 && possible(file, merged) {
				out[i].Fixes = append(out[i].Fixes, x)
			}
		}
	}
	return out
}

func possible(file *source.File, edits []finding.Edit) bool {
	for _, e := range edits {
		if !file.Whole(e.Span) {
			return false
		}
		if _, err := file.EncodeFragment(e.Text); err != nil {
			return false
		}
	}
	return true
}
