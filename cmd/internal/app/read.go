package app

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/document/jsonl"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// job is one document on its way to the checker.
type job struct {
	desk *desk
	path string
	line int         // of a JSON Lines input, from 1; else 0
	item *jsonl.Item // the line; a file is read by the worker
	fail *finding.Text
	// lines are those that count, nil for all.
	lines *lineSet
}

// jobs yields a job for every document of the inputs, in order. The lines of a
// JSON Lines input are read one at a time.
func (a *App) jobs(inputs []input, seats []*desk, o *options, yield func(job) bool) {
	for i, in := range inputs {
		j := job{desk: seats[i], path: in.path, fail: in.fail, lines: in.lines}
		if in.fail != nil || !isJSONL(in.path, o.from) {
			if !yield(j) {
				return
			}
			continue
		}
		if !a.lines(j, o, yield) {
			return
		}
	}
}

func isJSONL(path, from string) bool {
	if from == "" || from == "auto" {
		return strings.EqualFold(filepath.Ext(path), ".jsonl")
	}
	return from == "jsonl"
}

// lines yields a job for every line of a JSON Lines input.
func (a *App) lines(j job, o *options, yield func(job) bool) bool {
	r, err := a.open(j.path, o)
	if err != nil {
		return yield(j.failed(readFailure(err)))
	}
	defer r.Close()
	lines := jsonl.NewReader(r)
	for {
		item, err := lines.Next()
		var bad *jsonl.LineError
		next := j
		switch {
		case err == nil:
			next.line, next.item = item.Line, item
		case errors.Is(err, io.EOF):
			return true
		case errors.As(err, &bad):
			next = j.failed(told(bad))
			next.line = bad.Line
		default:
			return yield(j.failed(readFailure(err)))
		}
		if !yield(next) {
			return false
		}
	}
}

// failed returns the job as one that can't be done.
func (j job) failed(t finding.Text) job {
	j.fail = &t
	return j
}

func (a *App) open(path string, o *options) (io.ReadCloser, error) {
	if path == stdin {
		return io.NopCloser(a.Stdin), nil
	}
	if c := o.sieve.changes; c != nil && c.staged {
		data, err := c.content(path)
		return io.NopCloser(bytes.NewReader(data)), err
	}
	return os.Open(path)
}

// work reads and checks one document. It never panics.
func (a *App) work(j job, o *options) (r checker.Result) {
	defer func() {
		if p := recover(); p != nil {
			r = checker.Result{ID: j.id(), Path: j.path, File: &source.File{Path: j.path},
				Faults: []string{fmt.Sprintf("%s: %v", j.id(), p)}}
		}
	}()
	doc, fail := a.document(j, o)
	if fail != nil {
		return checker.Unreadable(j.id(), j.path, fail.In(a.inputLang(j, o)))
	}
	r = j.desk.session.Check(doc)
	o.sieve.apply(&j, &r)
	return r
}

// id names a document whose own name isn't known.
func (j *job) id() string {
	if j.line > 0 {
		return j.path + ":" + strconv.Itoa(j.line)
	}
	return j.path
}

// inputLang is the language of messages on copy that can't be read.
func (a *App) inputLang(j job, o *options) string {
	switch {
	case o.lang != "":
		return o.lang
	case j.desk != nil && j.desk.config.Lang != "":
		return j.desk.config.Lang
	}
	return a.lang
}

// document reads the document of a job, or says why it can't be read.
func (a *App) document(j job, o *options) (*document.Document, *finding.Text) {
	if j.fail != nil {
		return nil, j.fail
	}
	doc, err := a.read(j, o)
	if err != nil {
		t := told(err)
		return nil, &t
	}
	// The configuration knows the day only where the copy doesn't say it.
	if doc.Date == "" {
		doc.Date = j.desk.config.Date
	}
	return doc, nil
}

func (a *App) read(j job, o *options) (*document.Document, error) {
	if j.item != nil {
		return j.item.Document(document.Options{Date: o.date})
	}
	raw, err := a.content(j.path, o)
	if err != nil {
		return nil, err
	}
	if len(raw) >= largeDocument {
		debug.SetGCPercent(largeGC)
	}
	return parse(j.path, raw, o.encoding, o)
}

// parse makes a document of the bytes of a file; an empty encoding is found
// out.
func parse(path string, raw []byte, encoding string, o *options) (*document.Document, error) {
	f, err := source.Decode(path, raw, encoding)
	if err != nil {
		return nil, err
	}
	return document.Read(f, document.Options{Format: o.from, Date: o.date})
}

// content returns the bytes of an input: those that are staged, where it is that
// which is checked.
func (a *App) content(path string, o *options) ([]byte, error) {
	if c := o.sieve.changes; c != nil && c.staged {
		return c.content(path)
	}
	return a.readAll(path)
}

func (a *App) readAll(path string) ([]byte, error) {
	if path == stdin {
		return io.ReadAll(a.Stdin)
	}
	return os.ReadFile(path)
}

// told puts an error in words, its own where it has them in both languages.
func told(err error) finding.Text {
	var m message
	if errors.As(err, &m) {
		return finding.Text{ZH: m.Message("zh"), EN: m.Message("en")}
	}
	return readFailure(err)
}
