package source

import (
	"math/rand"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

func TestPosition(t *testing.T) {
	f := &File{Text: BOM + "😀1𠮷2\r\n乙\r丙\n\n末", Title: "题😀目"}
	for _, c := range []struct {
		before              string // the text before the place
		field               Field
		line, column, utf16 int
	}{
		{"", FieldText, 1, 1, 1},
		{BOM, FieldText, 1, 1, 1},
		{BOM + "😀", FieldText, 1, 2, 3},
		{BOM + "😀1𠮷", FieldText, 1, 4, 6},
		{BOM + "😀1𠮷2\r", FieldText, 1, 6, 8},
		{BOM + "😀1𠮷2\r\n", FieldText, 2, 1, 1},
		{BOM + "😀1𠮷2\r\n乙\r", FieldText, 3, 1, 1},
		{BOM + "😀1𠮷2\r\n乙\r丙\n", FieldText, 4, 1, 1},
		{BOM + "😀1𠮷2\r\n乙\r丙\n\n末", FieldText, 5, 2, 2},
		{"题😀", FieldTitle, 1, 3, 4},
	} {
		p := f.Position(len(c.before), c.field)
		if p != (Position{c.line, c.column}) {
			t.Errorf("after %q: %v, want %d:%d", c.before, p, c.line, c.column)
		}
		if got := f.ColumnUTF16(len(c.before), c.field); got != c.utf16 {
			t.Errorf("after %q: UTF-16 column %d, want %d", c.before, got, c.utf16)
		}
	}
}

func TestLines(t *testing.T) {
	f := &File{Text: "甲\r\n乙😀\n末"}
	for i, want := range []string{"甲\r\n", "乙😀\n", "末", ""} {
		if got := f.Line(i+1, FieldText); got != want {
			t.Errorf("line %d is %q, want %q", i+1, got, want)
		}
	}
	if n := f.LineCount(FieldText); n != 3 {
		t.Errorf("%d lines, want 3", n)
	}
	for _, c := range []struct{ start, end, first, last int }{
		{0, 0, 1, 1}, {0, 5, 1, 1}, {0, 6, 1, 2}, {5, len(f.Text), 2, 3}, {len(f.Text), len(f.Text), 3, 3},
	} {
		if first, last := f.Lines(Span{Start: c.start, End: c.end}); first != c.first || last != c.last {
			t.Errorf("[%d,%d) is on lines %d to %d, want %d to %d", c.start, c.end, first, last, c.first, c.last)
		}
	}
}

// Positions agree with counting from the beginning, also in lines that are long
// enough for checkpoints, and when many ask at once.
func TestPositionAgainstCounting(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	pieces := []string{"a", "亿", "😀", "𠮷", "\n", "\r\n", "\r", "é"}
	var b strings.Builder
	for b.Len() < 40_000 {
		p := pieces[rng.Intn(len(pieces))]
		if strings.ContainsAny(p, "\r\n") && rng.Intn(500) > 0 {
			continue
		}
		b.WriteString(p)
	}
	f := &File{Text: b.String()}
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			line, start := 1, 0
			for i, r := range f.Text {
				if i%7 == w {
					head := f.Text[start:i]
					want := Position{line, utf8.RuneCountInString(head) + 1}
					if got := f.Position(i, FieldText); got != want {
						t.Errorf("offset %d: %v, want %v", i, got, want)
						return
					}
					if got, want := f.ColumnUTF16(i, FieldText), len(utf16.Encode([]rune(head)))+1; got != want {
						t.Errorf("offset %d: UTF-16 column %d, want %d", i, got, want)
						return
					}
				}
				if r == '\n' || r == '\r' && !strings.HasPrefix(f.Text[i+1:], "\n") {
					line, start = line+1, i+1
				}
			}
		}()
	}
	wg.Wait()
}

func TestPositionInOneLongLine(t *testing.T) {
	f := &File{Text: strings.Repeat("营收80.6亿元😀", 2_000_000)}
	begin := time.Now()
	for i := range 100_000 {
		offset := len(f.Text) / 100_000 * i
		f.Position(offset, FieldText)
	}
	if d := time.Since(begin); d > 5*time.Second {
		t.Errorf("100,000 positions in a line of %d MB took %v", len(f.Text)>>20, d)
	}
}

func BenchmarkPosition(b *testing.B) {
	f := &File{Text: strings.Repeat("营收80.6亿元😀", 2_000_000)}
	f.Position(0, FieldText)
	for i := 0; b.Loop(); i++ {
		f.Position(i*7919%len(f.Text), FieldText)
	}
}

func BenchmarkDecodeUTF8(b *testing.B) {
	raw := []byte(strings.Repeat("营收80.6亿元，同比增长20.5%。\n", 100_000))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := Decode("a", raw, ""); err != nil {
			b.Fatal(err)
		}
	}
}
