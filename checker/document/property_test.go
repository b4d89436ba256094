package document

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/source"
)

// scraps are what random documents are made of: layout, markup, characters that
// take one to four bytes, and what cuts them.
var scraps = []string{
	"江城港口", "更多国", "际化舞台", "国际化", "，", "。", "\n", "\n", "\n\n", "\r\n", "\r", "😀", "𠮷", "e\u0301", " ", "　", "\t", "12.3%",
	"2025.12.25 星期四\n", "主编:林一\n", "(林一 摄)\n", "# ", "## ", "- ", "1. ", "> ", "**", "*", "_", "`", "~~", "|", "\n|---|---|\n", "\n\n    ",
	"[", "](x)", "![", "&amp;", "&#20803;", "&", "\\", "\\%", "<!-- hegao:allow a: b -->", "<!--", "-->", "<b>", "<figcaption>", "<br>", "---\n", "title: 题\n",
	"The port of Easthaven handled more cargo in the first months\n", "[^1]", "\n[^1]: ", "\x00", source.BOM,
	"企业愿意把货物放到本地，湖北以更加开放的姿态，在这一年里向世界展示更多，在更多国", "\n\n", "外贸量质齐升\n\n",
}

func randomText(rng *rand.Rand) string {
	var b strings.Builder
	for range rng.Intn(60) {
		b.WriteString(scraps[rng.Intn(len(scraps))])
	}
	return b.String()
}

func TestMapOfRandomDocuments(t *testing.T) {
	rng := rand.New(rand.NewSource(7))
	for i := range 6000 {
		text := randomText(rng)
		for _, path := range []string{"a.txt", "a.md"} {
			var opts Options
			if i%5 == 0 {
				opts.Title = "题目😀12"
			}
			d := read(t, path, text, opts)
			checkMap(t, d)
			checkPieces(t, d, rng)
			checkDirectives(t, d)
			if t.Failed() || hasParserNote(d) {
				t.Fatalf("%s: %q (notes %q)", path, text, d.Notes)
			}
		}
	}
}

// checkPieces asks that the pieces of a range are its text, each where the file
// has it.
func checkPieces(t testing.TB, d *Document, rng *rand.Rand) {
	t.Helper()
	r := source.Range{Start: rng.Intn(len(d.View.Text) + 1)}
	r.End = r.Start + rng.Intn(len(d.View.Text)-r.Start+1)
	var b strings.Builder
	for _, p := range d.View.Pieces(r) {
		b.WriteString(p.Text)
		if p.Copied && d.File.Slice(p.Span) != p.Text {
			t.Errorf("the file has %q where %q was copied", d.File.Slice(p.Span), p.Text)
		}
	}
	if b.String() != d.View.Text[r.Start:r.End] {
		t.Errorf("the pieces read %q, not %q", b.String(), d.View.Text[r.Start:r.End])
	}
}

func hasParserNote(d *Document) bool {
	return len(d.Notes) > 0 && strings.Contains(d.Notes[0], "parser failed")
}

func checkDirectives(t testing.TB, d *Document) {
	t.Helper()
	for _, dir := range d.Directives {
		if !d.File.Whole(dir.Span) || dir.Scope.Start > dir.Scope.End || dir.Scope.End > len(d.View.Text) {
			t.Fatalf("directive %+v", dir)
		}
	}
}

// Plain text loses nothing: every word of the file is in a block.
func TestPlainKeepsEveryWord(t *testing.T) {
	rng := rand.New(rand.NewSource(9))
	for range 3000 {
		text := strings.NewReplacer("<!-- hegao:allow a: b -->", "", "<!--", "").Replace(randomText(rng))
		d := read(t, "a.txt", text, Options{})
		in := make([]bool, len(text))
		for _, b := range d.Blocks {
			for _, s := range d.View.Spans(b.Range) {
				for i := s.Start; i < s.End; i++ {
					in[i] = true
				}
			}
		}
		for i, r := range text {
			if isHan(r) && !in[i] {
				t.Fatalf("%q at %d of %q is in no block:\n%s", r, i, text, outline(d))
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", page, source.BOM, "\x00", "\r", "# a\n\n|a|b|\n|-|-|\n|1|\\||\n", "---\ntitle: '", "![", "<!-- hegao:allow a -->", strings.Join(scraps, "")} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, text string, markdown bool) {
		if !utf8.ValidString(text) {
			return
		}
		path := "a.txt"
		if markdown {
			path = "a.md"
		}
		d := read(t, path, text, Options{})
		checkMap(t, d)
		checkDirectives(t, d)
		if hasParserNote(d) {
			t.Fatal(d.Notes)
		}
	})
}

// Sizes and shapes that a quadratic reader wouldn't survive.
func TestPlainBombs(t *testing.T) {
	n := 400_000
	cut := "企业愿意把货物放到本地，江城以更加开放的姿态，在这一年里向世界展示更多，在更多国"
	for name, text := range map[string]string{
		"one line":   strings.Repeat("营收80.6亿元，增长5%。", 2*n),
		"short":      strings.Repeat("a\n", n),
		"blank":      strings.Repeat(" \n", n) + "a",
		"CR":         strings.Repeat("甲\r", n),
		"twins":      strings.Repeat("江城市今年开通三条近洋航线，港口吞吐量达到512万标箱。\n", 50_000),
		"cuts":       strings.Repeat(cut+"\n小标题\n今年增长5%。\n", 20_000),
		"directives": strings.Repeat("<!-- hegao:allow a: b -->", 100_000) + "增长5%。",
		"comments":   strings.Repeat("<!--", n),
		"dates":      strings.Repeat("2025.12.2", n/10),
		"NUL":        strings.Repeat("\x00", n),
		"brackets":   strings.Repeat("(图)\n", 50_000),
	} {
		begin := time.Now()
		d := read(t, "a.txt", text, Options{})
		if took := time.Since(begin); took > 4*time.Second {
			t.Errorf("%s (%d MB) took %v", name, len(text)>>20, took)
		}
		if len(d.Blocks) == 0 && name != "comments" && name != "NUL" && name != "dates" {
			t.Errorf("%s: no blocks", name)
		}
	}
}

// articles is a megabyte of copy in which no paragraph stands twice.
func articles() string {
	var b strings.Builder
	for i := range 800 {
		fmt.Fprintf(&b, "江城外贸稳步增长 第%d篇\n", i)
		for k := range 8 {
			fmt.Fprintf(&b, "第%d季度，江城市第%d区进出口总值512.6亿元，同比增长8.4%%，其中出口300.1亿元，增长9.3%%；民营企业进出口占比超过五成，拉动整体增长4.2个百分点。\n", k, i)
		}
	}
	return b.String()
}

func BenchmarkPlain(b *testing.B) {
	text := articles()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read(b, "a.txt", text, Options{})
	}
}

func BenchmarkMarkdown(b *testing.B) {
	text := strings.ReplaceAll(articles(), "\n", "\n\n")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read(b, "a.md", text, Options{})
	}
}

// On ordinary articles, which nothing cuts, stitching has nothing to do.
func TestCorpusIsNotStitched(t *testing.T) {
	for _, name := range []string{"zh", "en"} {
		raw, err := os.ReadFile(sharedFile(t, "corpus/open/articles-"+name+".jsonl.gz"))
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		stitched, blocks := readArticles(t, z)
		if blocks < 1000 {
			t.Errorf("%s: only %d blocks were read", name, blocks)
		}
		if stitched > 0 {
			t.Errorf("%s: %d paragraphs were stitched", name, stitched)
		}
	}
}
