// Package jsonl reads JSON Lines: one document a line, as
// {"id", "text", "title", "date", "lang", "path"}, of which only text must be
// there. Memory is bounded by the longest line.
package jsonl

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/source"
)

// MaxLine is how many bytes a line may have.
const MaxLine = 512 << 20

// Item is one line.
type Item struct {
	Line                              int // from 1
	ID, Text, Title, Date, Lang, Path string
}

// Document reads the copy of the item. Spans count bytes of its text and, in
// source.FieldTitle, of its title. What opts says beside Format gives way to
// what the item says.
func (it *Item) Document(opts document.Options) (*document.Document, error) {
	f := &source.File{Path: it.Path, Text: it.Text, Title: it.Title}
	if f.Path == "" {
		f.Path = it.ID
	}
	opts.ID, opts.Title = it.ID, it.Title
	if it.Date != "" {
		opts.Date = it.Date
	}
	if it.Lang == "zh" || it.Lang == "en" {
		opts.Lang = it.Lang
	}
	return document.Read(f, opts)
}

// LineError says that a line holds no document. The lines after it can be read.
type LineError struct {
	Line, Offset int // the offset in bytes from the beginning of the line
	zh, en       string
}

// Error returns the message in English.
func (e *LineError) Error() string { return e.Message("en") }

// Message returns the message in lang, "zh" or "en".
func (e *LineError) Message(lang string) string {
	if lang == "zh" {
		return fmt.Sprintf("第 %d 行第 %d 字节：%s", e.Line, e.Offset+1, e.zh)
	}
	return fmt.Sprintf("line %d, byte %d: %s", e.Line, e.Offset+1, e.en)
}

// Reader reads items from a stream.
type Reader struct {
	r    *bufio.Reader
	buf  []byte
	line int
	max  int
}

// NewReader returns a reader of r.
func NewReader(r io.Reader) *Reader {
	return &Reader{r: bufio.NewReaderSize(r, 1<<16), max: MaxLine}
}

// Next returns the next item, io.EOF after the last, or a *LineError for a line
// that holds none; then the reader goes on with the next line. Any other error
// is one of the stream and ends it. Blank lines are passed over.
func (r *Reader) Next() (*Item, error) {
	for {
		line, err := r.next()
		if err != nil {
			return nil, err
		}
		if r.line == 1 {
			line = bytes.TrimPrefix(line, []byte(source.BOM))
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		it := &Item{Line: r.line}
		if err := it.parse(line); err != nil {
			err.Line = r.line
			return nil, err
		}
		if it.ID == "" {
			if it.ID = it.Path; it.ID == "" {
				it.ID = strconv.Itoa(r.line)
			}
		}
		return it, nil
	}
}

// next returns the next line; its bytes hold until the next call.
func (r *Reader) next() ([]byte, error) {
	r.buf = r.buf[:0]
	for size := 0; ; {
		part, err := r.r.ReadSlice('\n')
		if size == 0 && len(part) > 0 {
			r.line++
		}
		size += len(part)
		if size <= r.max {
			if err == nil && len(r.buf) == 0 {
				return part, nil
			}
			r.buf = append(r.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || size == 0):
			return nil, err
		case size > r.max:
			return nil, &LineError{Line: r.line, Offset: r.max, zh: "本行过长", en: "the line is too long"}
		}
		return r.buf, nil
	}
}
