package jsonl

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/source"
)

// all reads a stream; errors of lines stand among the items.
func all(t *testing.T, r *Reader) (out []string) {
	t.Helper()
	for {
		it, err := r.Next()
		var bad *LineError
		switch {
		case errors.Is(err, io.EOF):
			return out
		case errors.As(err, &bad):
			out = append(out, fmt.Sprintf("error in line %d", bad.Line))
		case err != nil:
			t.Fatal(err)
		default:
			out = append(out, fmt.Sprintf("%d %s|%s|%s|%s|%s|%s", it.Line, it.ID, it.Text, it.Title, it.Date, it.Lang, it.Path))
		}
	}
}

func TestReader(t *testing.T) {
	input := source.BOM + `{"id":"a","text":"增长5%\n😀\ud83d\ude00𠮷\u4ebf\ud83d","title":"题","date":"2025-12-25","lang":"zh","path":"a.md"}
{"text": "no id", "extra": {"nested": [1, "}"]}, "id": null}

{"id": 12, "text": "a number as id"}
not json
{"id":"no text"}
{"text": 12}
[1]
null
{"text":"raw ` + "\xff" + `"}
{"text":"a","text":"the last one counts"}  ` + "\r\n" + `{"text":"no line break at the end"}`
	want := []string{
		"1 a|增长5%\n😀😀𠮷亿\uFFFD|题|2025-12-25|zh|a.md",
		"2 2|no id||||", "4 12|a number as id||||",
		"error in line 5", "error in line 6", "error in line 7", "error in line 8", "error in line 9", "error in line 10",
		"11 11|the last one counts||||", "12 12|no line break at the end||||",
	}
	got := all(t, NewReader(strings.NewReader(input)))
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got:\n%s\nwant:\n%s", g, w)
	}
}

func TestLongLines(t *testing.T) {
	long := `{"id":"long","text":"` + strings.Repeat(`营收80.6亿元\n`, 2_500_000) + `"}` + "\n"
	begin := time.Now()
	r := NewReader(strings.NewReader(long + `{"text":"next"}`))
	it, err := r.Next()
	if err != nil || len(it.Text) != 17*2_500_000 {
		t.Fatalf("a line of %d MB: %v", len(long)>>20, err)
	}
	if it, err = r.Next(); err != nil || it.Text != "next" {
		t.Errorf("the line after it: %v, %v", it, err)
	}
	if took := time.Since(begin); took > 30*time.Second {
		t.Errorf("took %v", took)
	}
	r = NewReader(strings.NewReader(long + `{"text":"next"}`))
	r.max = 1 << 20
	if got := all(t, r); strings.Join(got, "\n") != "error in line 1\n2 2|next||||" {
		t.Errorf("beyond the limit: %q", got)
	}
}

func TestDocument(t *testing.T) {
	r := NewReader(strings.NewReader(`{"id":"a","text":"今年增长5%。","title":"增长😀5%","date":"2025-12-25"}`))
	it, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	d, err := it.Document(document.Options{Date: "2024-01-01"})
	if err != nil {
		t.Fatal(err)
	}
	if d.ID != "a" || d.Date != "2025-12-25" || d.Lang != "zh" || len(d.Blocks) != 2 {
		t.Fatalf("%+v", d)
	}
	if s := d.View.Span(d.Blocks[0].Range); s.Field != source.FieldTitle || d.File.Slice(s) != "增长😀5%" {
		t.Errorf("the headline stands at %+v", s)
	}
	if s := d.View.Span(d.Blocks[1].Range); s != (source.Span{Start: 0, End: len(it.Text)}) {
		t.Errorf("the paragraph stands at %+v", s)
	}
}

// The direct reading agrees with encoding/json on everything that it takes.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`{"text":"a"}`, `{"id":"\u00e4\ud83d\ude00","text":"\"\\\/\b\f\n\r\t"}`, `{ "text" : "a" , "title":"" }`,
		`{}`, `{"text":"a"}x`, `{"text":"a",}`, `{"text":"\x"}`, `{"text":"\u12"}`, "{\"text\":\"a\tb\"}", `{"text":"\ud83d\ud83d"}`, `{"text`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if firstInvalid([]byte(line)) >= 0 {
			return
		}
		var fast Item
		if _, ok := fast.parseStrings([]byte(line)); !ok {
			return
		}
		var slow map[string]string
		if err := json.Unmarshal([]byte(line), &slow); err != nil {
			t.Fatalf("%q: encoding/json says %v", line, err)
		}
		want := Item{ID: slow["id"], Text: slow["text"], Title: slow["title"], Date: slow["date"], Lang: slow["lang"], Path: slow["path"]}
		if fast != want {
			t.Fatalf("%q: %+v, want %+v", line, fast, want)
		}
	})
}

func BenchmarkReader(b *testing.B) {
	line := `{"id":"a","text":"` + strings.Repeat(`营收80.6亿元，同比增长20.5%。\n`, 60) + `","title":"题"}` + "\n"
	input := strings.Repeat(line, 200)
	b.SetBytes(int64(len(input)))
	for b.Loop() {
		r := NewReader(strings.NewReader(input))
		for {
			if _, err := r.Next(); err != nil {
				break
			}
		}
	}
}
