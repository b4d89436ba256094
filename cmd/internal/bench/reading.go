package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/ledger/packs"
)

// whatReading says what the rows of reading measure.
const whatReading = `reading alone: Chinese articles that are in memory as blocks of text, one after
the other on one core, the collector's work included. Counted: finding every
number with unit, scale and hedge and the interval it stands for, every date and
period, every name of the ledger, every word of the lexicon and every mark. Not
counted: files, encodings and blocks before it, binding, claims and rules behind.`

// reading measures reading alone, with the built-in packs and with the names of
// a ledger besides.
func reading(s settings) error {
	docs, size, err := inMemory(s)
	if err != nil {
		return err
	}
	named, problems := ledger.Load([]ledger.File{{Name: "names.yaml", Text: makeNames(ledgerFigures)}}, ledger.Options{})
	if len(problems) > 0 {
		return fmt.Errorf("the made-up names: %s", problems[0].Format("en"))
	}
	readers := []*figure.Reader{figure.NewReader(ledger.WithPacks(nil)), figure.NewReader(ledger.WithPacks(named))}
	rows := []string{"reading, built-in packs", fmt.Sprintf("reading, %d names of a ledger", ledgerFigures)}
	fmt.Printf("\n%s\n\n%-34s %10s %10s %24s\n", whatReading, "", "time", "MB/s", "allocations a document")
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	times := make([][]time.Duration, len(readers))
	allocs := make([]uint64, len(readers))
	for i := range s.runs + 1 {
		for k, r := range readers {
			took, n := scanAll(r, docs)
			if i > 0 { // the first run makes room
				times[k], allocs[k] = append(times[k], took), n
			}
		}
	}
	for k, row := range rows {
		t := median(times[k])
		fmt.Printf("%-34s %10s %10.1f %24.2f\n", row, t.Round(time.Millisecond/10), float64(size)/1e6/t.Seconds(), float64(allocs[k])/float64(len(docs)))
	}
	return nil
}

// scanAll scans all documents and returns how long that took and how many
// allocations it made.
func scanAll(r *figure.Reader, docs []*document.Document) (time.Duration, uint64) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	for _, d := range docs {
		r.Release(r.Scan(d))
	}
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return took, after.Mallocs - before.Mallocs
}

// inMemory returns the Chinese articles of the corpus, or the sample newsroom's
// copy over and over, and their size in bytes.
func inMemory(s settings) (docs []*document.Document, size int64, err error) {
	add := func(_, text string) error {
		docs = append(docs, document.FromText(text))
		size += int64(len(text))
		return nil
	}
	archive := filepath.Join(s.corpus, "articles-zh.jsonl.gz")
	if _, missing := os.Stat(archive); missing == nil {
		err = articles(archive, add)
		return docs, size, err
	}
	pages, err := readPages(filepath.Join(s.fixtures, "copy"))
	for err == nil && size < minFixtures {
		for _, p := range pages {
			if err := add("", p); err != nil {
				return nil, 0, err
			}
		}
	}
	return docs, size, err
}

// makeNames returns a ledger of n metrics that are called after real places, so
// that names begin in the copy at every place it speaks of and mostly go on
// otherwise.
func makeNames(n int) string {
	var b strings.Builder
	b.WriteString("hegao: ledger/v1\ntitle: 基准测试\nas_of: 2026-01-31\nmetrics:\n")
	for i, places := 0, packs.Regions(); i < n; i++ {
		fmt.Fprintf(&b, "  - {name: %s%s产量, unit: 吨, kind: flow}\n", places[i/len(goods)%len(places)].Name, goods[i%len(goods)])
	}
	return b.String()
}

func median(times []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[len(sorted)/2]
}
