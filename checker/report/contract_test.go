package report_test

import (
	"encoding/json"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/report"
)

// The shapes that other programs rely on, as the documentation gives them.
const (
	contractCheck = `{"schema": "hegao/check/v1",
	 "files": [{"id": "", "path": "", "lang": "zh", "date": "2025-12-25",
	   "findings": [{
	     "rule": "", "category": "totals", "severity": "error", "confidence": 0.97, "message": "",
	     "span": {"start": 412, "end": 423, "line": 9, "column": 14, "text": ""},
	     "related": [{"span": {"start": 430, "end": 441, "line": 9, "column": 22, "text": ""}, "message": ""}],
	     "ledger": [{"file": "ledger.yaml", "line": 40, "figure": "", "source": ""}],
	     "evidence": [""],
	     "fixes": [{"title": "", "grade": "suggest", "edits": [{"start": 412, "end": 423, "text": ""}]}],
	     "fingerprint": ""}],
	   "counts": {"figures": 96, "confirmed": 41, "consistent": 22, "contradicted": 1, "unchecked": 32}}],
	 "summary": {"files": 1, "error": 1, "warning": 0, "info": 0}}`
	contractFigures = `{"id": "", "path": "", "date": "", "figures": [{
	  "span": {"start": 96, "end": 107, "line": 3, "column": 18, "text": ""},
	  "kind": "money", "value": "", "low": "", "high": "", "unit": "USD",
	  "hedge": "", "role": "level",
	  "metric": "", "entity": "", "partner": "", "period": "", "basis": "", "modality": "asserted",
	  "status": "confirmed", "why": "", "guessed": [""]}]}`
)

// paths lists every member of a JSON value with the type of what it holds.
func paths(v any, at string, into map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			paths(x, at+"."+k, into)
		}
	case []any:
		into[at+" list"] = true
		for _, x := range v {
			paths(x, at+"[]", into)
		}
	case string:
		into[at+" string"] = true
	case float64:
		into[at+" number"] = true
	default:
		into[at+" null or boolean"] = true
	}
}

func pathsOf(t *testing.T, text string) []string {
	t.Helper()
	var v any
	d := json.NewDecoder(strings.NewReader(text))
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	if d.More() {
		t.Fatalf("more than one value in %s", text)
	}
	into := map[string]bool{}
	paths(v, "", into)
	var out []string
	for p := range into {
		out = append(out, p)
	}
	sort.Strings(out)
	return out
}

func TestShapesOfTheContract(t *testing.T) {
	if got, want := pathsOf(t, render(t, check(report.Options{}), "json", resultZH(t))), pathsOf(t, contractCheck); !slices.Equal(got, want) {
		t.Errorf("check has\n%v\nnot\n%v", got, want)
	}
	// Line by line the same, as an element of "files".
	line := render(t, check(report.Options{}), "jsonl", resultZH(t))
	if got, want := pathsOf(t, `{"schema":"","summary":{"files":0,"error":0,"warning":0,"info":0},"files":[`+line+`]}`), pathsOf(t, contractCheck); !slices.Equal(got, want) {
		t.Errorf("a line of check has\n%v\nnot\n%v", got, want)
	}
	if got, want := pathsOf(t, render(t, figures(report.Options{}), "jsonl", resultZH(t))), pathsOf(t, contractFigures); !slices.Equal(got, want) {
		t.Errorf("a line of figures has\n%v\nnot\n%v", got, want)
	}
}

type spanShape struct {
	Start, End, Line, Column int
	Text                     string
}

// Every span that is written leads back to the text it claims, by bytes and by
// line and column.
func TestSpansOfJSON(t *testing.T) {
	var got struct {
		Files []struct {
			Findings []struct {
				Span    spanShape
				Related []struct{ Span spanShape }
				Fixes   []struct {
					Edits []struct{ Start, End int }
				}
			}
		}
		Summary struct{ Files, Error, Warning, Info int }
	}
	if err := json.Unmarshal([]byte(render(t, check(report.Options{}), "json", resultZH(t))), &got); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(sampleZH, "\n")
	n := 0
	verify := func(s spanShape) {
		n++
		if sampleZH[s.Start:s.End] != s.Text {
			t.Errorf("bytes %d to %d aren't %q", s.Start, s.End, s.Text)
		}
		if rest := []rune(lines[s.Line-1])[s.Column-1:]; !strings.HasPrefix(string(rest), s.Text) {
			t.Errorf("line %d, column %d isn't %q", s.Line, s.Column, s.Text)
		}
	}
	for _, f := range got.Files[0].Findings {
		verify(f.Span)
		for _, r := range f.Related {
			verify(r.Span)
		}
	}
	if n != 7 {
		t.Errorf("%d spans were looked at", n)
	}
	if s := got.Summary; s.Files != 1 || s.Error != 2 || s.Warning != 1 || s.Info != 1 {
		t.Errorf("summary %+v", s)
	}
}

func TestJSONKeepsCharacters(t *testing.T) {
	r := resultZH(t)
	r.Findings[0].Message = `<b>&</b> 中文 😀 𠮷 "引号"`
	got := render(t, check(report.Options{}), "json", r)
	if !strings.Contains(got, `<b>&</b> 中文 😀 𠮷 \"引号\"`) {
		t.Error("characters were escaped")
	}
}

func TestJSONLIsALineADocument(t *testing.T) {
	got := render(t, check(report.Options{}), "jsonl", resultZH(t), resultClean(), resultEN(t))
	if lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n"); len(lines) != 3 {
		t.Fatalf("%d lines", len(lines))
	}
	if got := render(t, check(report.Options{}), "json"); len(pathsOf(t, got)) == 0 || !strings.Contains(got, `"files": []`) {
		t.Errorf("no files give %s", got)
	}
}

// A report depends on its results alone.
func TestDeterministic(t *testing.T) {
	for _, name := range report.CheckFormats() {
		want := render(t, check(report.Options{}), name, resultZH(t), resultEN(t))
		for range 5 {
			if render(t, check(report.Options{}), name, resultZH(t), resultEN(t)) != want {
				t.Fatalf("%s: two runs differ", name)
			}
		}
	}
}
