package period

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"math/rand"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// missed reports the places of a text where an expression can be read but the
// glance that dismisses most places says that none begins.
func missed(t *testing.T, text string) {
	for at := 0; at < len(text); {
		r, w := utf8.DecodeRuneInString(text[at:])
		if c := text[at]; Starts(r) && !May(text, at) {
			insideWord := isLetter(c) && at > 0 && (isLetter(text[at-1]) || isDigit(text[at-1]))
			insideFigures := isDigit(c) && at > 0 && isDigit(text[at-1])
			if e, end, ok := readAt(text, at); ok && !insideWord && !insideFigures {
				t.Errorf("%q is dismissed at a glance in %.60q, but reads as %+v", text[at:end], text[max(0, at-20):], e)
			}
		}
		at += w
	}
}

func TestMayMissesNothing(t *testing.T) {
	pieces := []string{" ", "the ", "on ", "in ", "of ", "的", "，", "-", "至", "12", "2025", "7", "三", "十五", "二〇二五", "个", "第", "“", "”", "'", ":", "/", ".",
		"年", "月", "日", "号", "时", "点", "季度", "周", "天", "前", "后", "Q3", "H1", "pm", "week", "公元", "世纪", "年代", "th", "nd"}
	for i := range words {
		pieces = append(pieces, words[i].text)
	}
	rng := rand.New(rand.NewSource(1))
	for range 60_000 {
		text := ""
		for range 5 {
			text += pieces[rng.Intn(len(pieces))]
			if rng.Intn(3) == 0 {
				text += " "
			}
		}
		missed(t, text)
	}
}

func TestMayMissesNothingInCopy(t *testing.T) {
	dir := corpus(t)
	for _, name := range []string{"articles-en.jsonl.gz", "articles-zh.jsonl.gz"} {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		in := bufio.NewScanner(z)
		in.Buffer(nil, 1<<24)
		for n := 0; in.Scan() && n < 300; n++ {
			var item struct{ Text string }
			if err := json.Unmarshal(in.Bytes(), &item); err != nil {
				t.Fatal(err)
			}
			missed(t, item.Text)
		}
	}
}
