package report

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
)

// list writes the items of one JSON list, each on a line, as they come.
type list struct {
	w    io.Writer
	buf  bytes.Buffer
	some bool
}

// item writes one more.
func (l *list) item(v any) error {
	l.buf.Reset()
	if l.some {
		l.buf.WriteByte(',')
	}
	l.some = true
	l.buf.WriteByte('\n')
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
