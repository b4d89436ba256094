package document

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/source"
)

// checkMap checks what everyone relies on: blocks don't overlap, every block
// and every character of the view stands on character boundaries of the file,
// and the file holds the same words there, or the markup that stands for them.
func checkMap(t testing.TB, d *Document) {
	t.Helper()
	end := 0
	for i, b := range d.Blocks {
		if b.Range.Start < end || b.Range.End <= b.Range.Start || b.Range.End > len(d.View.Text) {
			t.Fatalf("block %d has range %v after %d in a view of %d", i, b.Range, end, len(d.View.Text))
		}
		end = b.Range.End
		if s := words(d, b); strings.TrimSpace(s) == "" || !utf8.ValidString(s) {
			t.Fatalf("block %d holds %q", i, s)
		}
		if b.Section >= i {
			t.Fatalf("block %d stands under block %d", i, b.Section)
		}
		checkRange(t, d, b.Range)
	}
	if r := d.DateRange; r.Len() > 0 {
		if date, _ := parseDate(d.View.Text[r.Start:r.End]); date == "" {
			t.Fatalf("the date range holds %q", d.View.Text[r.Start:r.End])
		}
	}
}

// checkRange checks the characters of a range one by one, and as a whole.
func checkRange(t testing.TB, d *Document, r source.Range) {
	t.Helper()
	for i, c := range d.View.Text[r.Start:r.End] {
		at := source.Range{Start: r.Start + i, End: r.Start + i + utf8.RuneLen(c)}
		s := d.View.Span(at)
		if !d.File.Whole(s) {
			t.Fatalf("%q at %v maps to %+v, which isn't whole", c, at, s)
		}
		got := d.File.Slice(s)
		if got == string(c) || s.Len() == 0 && (c == '\n' || c == ' ') {
			continue
		}
		if got == "" || !strings.ContainsAny(got[:1], `&\'"`) && got != "\x00" {
			t.Fatalf("%q at %v maps to %q", c, at, got)
		}
	}
	whole := d.View.Span(r)
	if !d.File.Whole(whole) || whole.Len() == 0 {
		t.Fatalf("%v maps to %+v", r, whole)
	}
}

func TestViewSpan(t *testing.T) {
	// 😀 **80**.6 &amp; 亿 | 元, with the last piece from elsewhere.
	text := "😀 **80**.6 &amp; 亿𠮷元"
	at := func(s string) int { return strings.Index(text, s) }
	var b Builder
	b.Add("😀 ", 0, source.FieldText)
	b.Add("80", at("80"), source.FieldText)
	b.Add(".6 ", at(".6"), source.FieldText)
	b.AddDecoded("&", at("&amp;"), at("&amp;")+5, source.FieldText)
	b.Add(" 亿", at(" 亿"), source.FieldText)
	b.AddBreak("\n", at("𠮷"), source.FieldText)
	b.Joint()
	b.Add("元", at("元"), source.FieldText)
	v := b.View()
	if v.Text != "😀 80.6 & 亿\n元" {
		t.Fatalf("the view is %q", v.Text)
	}
	for part, want := range map[string]string{
		"😀": "😀", "80": "80", "80.6": "80**.6", "0": "0", ".6": ".6", "&": "&amp;", "6 &": "6 &amp;", "& 亿": "&amp; 亿",
		"亿\n": "亿", "亿\n元": "亿", "\n元": "元", "元": "元", "\n": "",
	} {
		i := strings.Index(v.Text, part)
		s := v.Span(source.Range{Start: i, End: i + len(part)})
		if got := text[s.Start:s.End]; got != want {
			t.Errorf("%q maps to %q, want %q", part, got, want)
		}
	}
	if s := v.Span(source.Range{Start: len(v.Text), End: len(v.Text)}); s.Start != len(text) || s.Len() != 0 {
		t.Errorf("the end maps to %+v, want %d", s, len(text))
	}
	var empty View
	if s := empty.Span(source.Range{Start: 3, End: 9}); s != (source.Span{}) {
		t.Errorf("an empty view maps to %+v", s)
	}
}
