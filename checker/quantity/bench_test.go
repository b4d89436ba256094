package quantity

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// articles returns some megabytes of Chinese copy: real copy where the shared
// corpus is, else sentences that are dense with figures.
func articles(b *testing.B) string {
	b.Helper()
	dir := os.Getenv("HEGAO_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(dir, "corpus", "open", "articles-zh.jsonl.gz"))
	if err != nil {
		return strings.Repeat("上半年，甲市进出口总值达512.6亿元，同比增长8.3%，其中出口近300亿元，规模以上企业2000多家，居全省第三。记者走进车间，看到工人们正在调试设备，一派繁忙景象。", 20_000)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<26)
	var text strings.Builder
	for sc.Scan() {
		var a struct{ Text string }
		if json.Unmarshal(sc.Bytes(), &a) == nil {
			text.WriteString(a.Text)
			text.WriteByte('\n')
		}
	}
	return text.String()
}

func BenchmarkScan(b *testing.B) {
	text := articles(b)
	figures := 0
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		figures = 0
		Scan(text, nil, func(*Quantity) bool { figures++; return true })
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(figures), "ns/figure")
}
