package report

import (
	"io"
	"strconv"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
)

// junitRenderer writes the XML of JUnit: a suite for each document, a test for
// each finding. A finding that fails the run is a failure, one below that is a
// test that passed and said something; a document without any passes one test.
type junitRenderer struct {
	w io.Writer
	o Options
}

func newJUnit(w io.Writer, o Options) Renderer { return &junitRenderer{w, o} }

func (j *junitRenderer) Begin() error {
	_, err := io.WriteString(j.w, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+`<testsuites name="hegao">`+"\n")
	return err
}

func (j *junitRenderer) End() error {
	_, err := io.WriteString(j.w, "</testsuites>\n")
	return err
}

func (j *junitRenderer) File(r *checker.Result) error {
	var e element
	name := nameOf(r)
	tests, failures, errors := len(r.Findings)+len(r.Faults), 0, len(r.Faults)
	for i := range r.Findings {
		switch f := &r.Findings[i]; {
		case f.Category == finding.Input:
			errors++
		case j.o.fails(f):
			failures++
		}
	}
	e.open("testsuite", "name", name, "tests", strconv.Itoa(max(1, tests)),
		"failures", strconv.Itoa(failures), "errors", strconv.Itoa(errors))
	e.WriteByte('\n')
	if tests == 0 {
		e.empty("testcase", "name", "hegao", "classname", name)
	}
	for i := range r.Findings {
		j.testcase(&e, r, &r.Findings[i])
		if err := spill(j.w, &e, false); err != nil {
			return err
		}
	}
	for _, f := range r.Faults {
		e.open("testcase", "name", say(j.o.lang(r), msgFault), "classname", name)
		e.filled("error", f, "type", "fault")
		e.close("testcase")
	}
	e.close("testsuite")
	return spill(j.w, &e, true)
}

func (j *junitRenderer) testcase(e *element, r *checker.Result, f *finding.Finding) {
	name := f.Rule
	if somewhere(f) {
		at := fileOf(r).Position(f.Span.Start, f.Span.Field)
		name += " (" + strconv.Itoa(at.Line) + ":" + strconv.Itoa(at.Column) + ")"
	}
	e.open("testcase", "name", name, "classname", nameOf(r))
	text := told(j.o.lang(r), f)
	switch {
	case f.Category == finding.Input:
		e.filled("error", text, "message", f.Message, "type", f.Severity.String())
	case j.o.fails(f):
		e.filled("failure", text, "message", f.Message, "type", f.Severity.String())
	default:
		e.filled("system-out", text)
	}
	e.close("testcase")
}
