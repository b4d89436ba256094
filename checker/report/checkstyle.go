package report

import (
	"io"

	"github.com/hegao/hegao/checker"
)

// checkstyleRenderer writes the XML of Checkstyle, version 4.3 of its format:
// files with their errors. Columns count characters.
type checkstyleRenderer struct {
	w io.Writer
	o Options
}

func newCheckstyle(w io.Writer, o Options) Renderer { return &checkstyleRenderer{w, o} }

func (c *checkstyleRenderer) Begin() error {
	_, err := io.WriteString(c.w, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+`<checkstyle version="4.3">`+"\n")
	return err
}

func (c *checkstyleRenderer) End() error {
	_, err := io.WriteString(c.w, "</checkstyle>\n")
	return err
}

func (c *checkstyleRenderer) File(r *checker.Result) error {
	var e element
	lang, file := c.o.lang(r), fileOf(r)
	e.open("file", "name", nameOf(r))
	e.WriteByte('\n')
	for i := range r.Findings {
		f := &r.Findings[i]
		at := stretch{line: 1}
		if somewhere(f) {
			at = stretchOf(file, f.Span)
		}
		e.empty("error", "line", number(at.line), "column", number(at.column), "severity", f.Severity.String(),
			"message", told(lang, f), "source", f.Rule)
		if err := spill(c.w, &e, false); err != nil {
			return err
		}
	}
	e.close("file")
	return spill(c.w, &e, true)
}

// spillAt is how many bytes of one file's report are gathered before they are
// written.
const spillAt = 1 << 16

// spill writes what has been gathered, once it is much or all of it.
func spill(w io.Writer, e *element, all bool) error {
	if !all && e.Len() < spillAt {
		return nil
	}
	_, err := io.WriteString(w, e.String())
	e.Reset()
	return err
}
