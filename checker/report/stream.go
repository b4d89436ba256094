package report

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
)

// list writes the items of one JSON list as they come.
type list struct {
	w    io.Writer
	buf  bytes.Buffer
	some bool
}

// next begins a further item on a line of its own.
func (l *list) next() error {
	between := "\n"
	if l.some {
		between = ",\n"
	}
	l.some = true
	_, err := io.WriteString(l.w, between)
	return err
}

// item writes one more on a line of its own.
func (l *list) item(v any) error {
	if err := l.next(); err != nil {
		return err
	}
	l.buf.Reset()
	return l.write(v)
}

// inline writes one more on the same line.
func (l *list) inline(v any) error {
	l.buf.Reset()
	if l.some {
		l.buf.WriteByte(',')
	}
	l.some = true
	return l.write(v)
}

// write adds v to what the buffer holds and writes it.
func (l *list) write(v any) error {
	if err := encode(&l.buf, v); err != nil {
		return err
	}
	_, err := l.w.Write(bytes.TrimSuffix(l.buf.Bytes(), []byte("\n")))
	return err
}

// compact returns v as JSON on one line, without a line break.
func compact(v any) (string, error) {
	var b strings.Builder
	err := encode(&b, v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// encode writes v on a line of its own. Letters stay UTF-8 and "<", ">", "&"
// stay themselves.
func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
