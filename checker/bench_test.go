package checker_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules"
)

// corpus returns articles to measure on: real ones where they are at hand,
// else the sample newsroom's copy, many times over.
func corpus(b *testing.B) (docs []string) {
	dir := os.Getenv("HEGAO_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(dir, "corpus", "open", "articles-zh.jsonl.gz"))
	if err != nil {
		paths, _ := filepath.Glob(filepath.Join("..", "fixtures", "copy", "*.md"))
		for range 100 {
			for _, p := range paths {
				if data, err := os.ReadFile(p); err == nil {
					docs = append(docs, string(data))
				}
			}
		}
		return docs
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var item struct{ Text string }
		if err := json.Unmarshal(in.Bytes(), &item); err != nil {
			b.Fatal(err)
		}
		docs = append(docs, item.Text)
	}
	return docs
}

func size(docs []string) (n int64) {
	for _, d := range docs {
		n += int64(len(d))
	}
	return n
}

// BenchmarkRead measures reading alone: scanning, binding and claims.
func BenchmarkRead(b *testing.B) {
	texts := corpus(b)
	docs := make([]*document.Document, len(texts))
	for i, t := range texts {
		docs[i] = document.FromText(t)
	}
	r := figure.NewReader(ledger.WithPacks(nil))
	b.SetBytes(size(texts))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			r.Release(r.Read(d))
		}
	}
}

// BenchmarkCheck measures everything that happens to a text in memory.
func BenchmarkCheck(b *testing.B) {
	texts := corpus(b)
	s, err := checker.New(checker.Options{Rules: rules.All()})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size(texts))
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			f, err := source.Decode("a.txt", []byte(t), "")
			if err != nil {
				b.Fatal(err)
			}
			d, err := document.Read(f, document.Options{})
			if err != nil {
				b.Fatal(err)
			}
			s.Check(d)
		}
	}
}
