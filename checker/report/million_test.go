package report_test

import (
	"errors"
	"flag"
	"strconv"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/report"
	"github.com/hegao/hegao/checker/source"
)

var findings = flag.Int("findings", 40_000, "how many findings go through each format; `make stream` sends a million")

// ceiling is how many bytes may be live while a million findings go through a
// format, beyond what was before.
const ceiling = 8 << 20

// manyFindings is a document with a finding on every line.
func manyFindings(lines int) *checker.Result {
	var b strings.Builder
	r := &checker.Result{Path: "many.txt", Lang: "zh"}
	for i := range lines {
		start := b.Len() + len("产值")
		b.WriteString("产值" + strconv.Itoa(1000+i%9000) + "亿元。\n")
		s := source.Span{Start: start, End: b.Len() - len("。\n")}
		r.Findings = append(r.Findings, finding.Finding{Rule: "weekday-mismatch", Category: finding.Dates, Severity: finding.Severity(i % 3),
			Message: "与另一处不一致。", Span: s, Text: b.String()[s.Start:s.End],
			Fixes: []finding.Fix{{Title: "改", Grade: finding.Suggest, Edits: replace(s, "12亿元")}}})
		r.Figures = append(r.Figures, checker.Figure{Span: s, Text: b.String()[s.Start:s.End], Kind: "money", Value: "1", Status: "contradicted"})
	}
	r.File = &source.File{Path: r.Path, Text: b.String()}
	finding.Identify(r.File, r.Findings)
	return r
}

// Any number of findings runs through each format in bounded memory.
func TestAMillionFindings(t *testing.T) {
	if testing.Short() {
		t.Skip("takes time")
	}
	for _, name := range report.CheckFormats() {
		t.Run(name, func(t *testing.T) {
			r := manyFindings(1000)
			w := &watch{}
			x, err := report.Check(name, w, report.Options{Rules: sampleRules, Suggested: true})
			if err != nil {
				t.Fatal(err)
			}
			w.before = heap()
			if err := x.Begin(); err != nil {
				t.Fatal(err)
			}
			for range *findings / len(r.Findings) {
				if err := x.File(r); err != nil {
					t.Fatal(err)
				}
				w.look(t)
			}
			if err := x.End(); err != nil {
				t.Fatal(err)
			}
			if w.written < 50_000 {
				t.Errorf("only %d bytes were written", w.written)
			}
		})
	}
}

// One document with many findings doesn't gather its report either, but for the
// one that has its summary first.
func TestALargeDocumentIsWrittenInPieces(t *testing.T) {
	r := manyFindings(20_000)
	for _, name := range report.CheckFormats() {
		w := &pieces{}
		x, err := report.Check(name, w, report.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(x.Begin(), x.File(r), x.End()); err != nil {
			t.Fatal(err)
		}
		if bounded := name == "markdown" || name == "patch" || strings.HasPrefix(name, "json"); w.largest > 1<<18 && !bounded {
			t.Errorf("%s writes %d bytes at once", name, w.largest)
		}
	}
}

// pieces notes the largest piece that is written.
type pieces struct{ largest int }

func (w *pieces) Write(b []byte) (int, error) { w.largest = max(w.largest, len(b)); return len(b), nil }

// watch counts what is written and looks at the memory now and then.
type watch struct {
	written, looked int
	before          uint64
}

func (w *watch) Write(b []byte) (int, error) { w.written += len(b); return len(b), nil }

func (w *watch) look(t *testing.T) {
	t.Helper()
	if w.looked++; w.looked%20 != 0 {
		return
	}
	if now := heap(); now > w.before+ceiling {
		t.Fatalf("%d bytes are live after %d documents", now-w.before, w.looked)
	}
}
