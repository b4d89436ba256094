package report

import (
	"io"
	"strings"
)

// page gathers what is written of one document, so that it reaches the stream
// in one piece.
type page struct {
	strings.Builder
}

func (p *page) line(parts ...string) {
	for _, s := range parts {
		p.WriteString(s)
	}
	p.WriteByte('\n')
}

// spill writes the page to w once it is long, so that a document with any
// number of findings is reported in bounded memory.
func (p *page) spill(w io.Writer) error {
	if p.Len() < spillAt {
		return nil
	}
	return p.flush(w)
}

// flush writes the page to w.
func (p *page) flush(w io.Writer) error {
	if p.Len() == 0 {
		return nil
	}
	_, err := io.WriteString(w, p.String())
	p.Reset()
	return err
}
