package report

import (
	"io"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/fix"
)

// patchContext is how many unchanged lines stand around a change: git's own
// default. Paragraphs are lines, so that it costs little.
const patchContext = 3

// patchRenderer writes a unified diff of the edits that need no person to
// choose. It has no summary: whatever stands in a patch is a patch.
type patchRenderer struct {
	w io.Writer
	o Options
}

func newPatch(w io.Writer, o Options) Renderer { return &patchRenderer{w, o} }

func (p *patchRenderer) Begin() error { return nil }
func (p *patchRenderer) End() error   { return nil }

func (p *patchRenderer) File(r *checker.Result) error {
	if len(r.Findings) == 0 || r.File == nil {
		return nil
	}
	edits, _ := fix.Select(fix.Possible(r.File, r.Findings), p.o.Suggested)
	changes, err := fix.Changes(r.File, edits)
	if err != nil {
		return err
	}
	if len(changes) == 0 {
		return nil
	}
	name := nameOf(r)
	_, err = p.w.Write(fix.UnifiedChanges(name, name, r.File.Disk(), changes, patchContext))
	return err
}
