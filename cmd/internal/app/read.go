package app

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// job is one document on its way to the checker.
type job struct {
	desk *desk
	path string
	line int    // of a JSON Lines input, from 1; else 0
	raw  []byte // the line; a file is read by the worker
	fail *finding.Text
}

// jobs yields a job for every document of the inputs, in order. The lines of a
// JSON Lines input are read one at a time.
func (a *App) jobs(inputs []input, seats []*desk, o *options, yield func(job) bool) {
	for i, in := range inputs {
		j := job{desk: seats[i], path: in.path, fail: in.fail}
		if in.fail != nil || !isJSONL(in.path, o.from) {
			if !yield(j) {
				return
			}
			continue
		}
		if !a.lines(j, yield) {
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

// lines yields a job for every line of a JSON Lines input that isn't blank.
func (a *App) lines(j job, yield func(job) bool) bool {
	r, err := a.open(j.path)
	if err != nil {
		t := readFailure(err)
		j.fail = &t
		return yield(j)
	}
	defer r.Close()
	br := bufio.NewReaderSize(r, 1<<16)
	for j.line = 1; ; j.line++ {
		raw, err := br.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			t := readFailure(err)
			j.raw, j.fail = nil, &t
			return yield(j)
		}
		if j.line == 1 {
			raw = bytes.TrimPrefix(raw, []byte(source.BOM))
		}
		if j.raw = bytes.TrimSpace(raw); len(j.raw) > 0 && !yield(j) {
			return false
		}
		if err != nil {
			return true
		}
	}
}

func (a *App) open(path string) (io.ReadCloser, error) {
	if path == stdin {
		return io.NopCloser(a.Stdin), nil
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
	return j.desk.session.Check(doc)
}

// id names a document that has no name of its own.
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
	switch {
	case j.fail != nil:
		return nil, j.fail
	case j.line > 0:
		return j.document(o)
	}
	raw, err := a.readAll(j.path)
	if err != nil {
		t := readFailure(err)
		return nil, &t
	}
	f, err := source.Decode(j.path, raw, o.encoding)
	if err != nil {
		return nil, decodeFailure(err)
	}
	return j.read(f, document.Options{Format: o.from, Date: o.date})
}

func (a *App) readAll(path string) ([]byte, error) {
	if path == stdin {
		return io.ReadAll(a.Stdin)
	}
	return os.ReadFile(path)
}

// read takes the document out of its file. The configuration knows the day of
// publication only where the copy doesn't say it.
func (j *job) read(f *source.File, opts document.Options) (*document.Document, *finding.Text) {
	doc, err := document.Read(f, opts)
	if err != nil {
		t := readFailure(err)
		return nil, &t
	}
	if doc.Date == "" {
		doc.Date = j.desk.config.Date
	}
	return doc, nil
}

// record is one line of a JSON Lines input.
type record struct {
	ID    any     `json:"id"`
	Text  *string `json:"text"`
	Title string  `json:"title"`
	Date  string  `json:"date"`
	Lang  string  `json:"lang"`
	Path  string  `json:"path"`
}

// document reads the document of a JSON Lines record.
func (j *job) document(o *options) (*document.Document, *finding.Text) {
	var rec record
	dec := json.NewDecoder(bytes.NewReader(j.raw))
	dec.UseNumber()
	line := strconv.Itoa(j.line)
	if err := dec.Decode(&rec); err != nil || rec.Text == nil {
		reason := finding.Text{ZH: "没有 “text”", EN: "it has no “text”"}
		if err != nil {
			reason = finding.Text{ZH: err.Error(), EN: err.Error()}
		}
		return nil, &finding.Text{
			ZH: "第 " + line + " 行不是一篇稿件的 JSON：" + reason.ZH,
			EN: "line " + line + " isn't a document in JSON: " + reason.EN}
	}
	if rec.Date != "" && !isDay(rec.Date) {
		return nil, &finding.Text{
			ZH: "第 " + line + " 行的 date “" + rec.Date + "” 不是一个日期，要写成 2025-12-25 这样",
			EN: "the date “" + rec.Date + "” of line " + line + " isn't a day; it is written like 2025-12-25"}
	}
	f := &source.File{Path: rec.Path, Text: *rec.Text, Title: rec.Title}
	id := j.id()
	if rec.ID != nil {
		id = fmt.Sprint(rec.ID)
	}
	lang := rec.Lang
	if lang != "zh" && lang != "en" {
		lang = ""
	}
	return j.read(f, document.Options{ID: id, Title: rec.Title, Lang: lang, Date: cmp.Or(o.date, rec.Date)})
}

// decodeFailure says in words why bytes aren't text.
func decodeFailure(err error) *finding.Text {
	var m message
	if errors.As(err, &m) {
		return &finding.Text{ZH: m.Message("zh"), EN: m.Message("en")}
	}
	return &finding.Text{ZH: err.Error(), EN: err.Error()}
}
