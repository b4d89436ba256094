package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/ledger"
)

// many returns a made-up ledger of n figures.
func many(n int) string {
	var b strings.Builder
	b.WriteString("hegao: ledger/v1\ndefaults: {entity: 湖北省}\nmetrics:\n")
	for i := range 100 {
		fmt.Fprintf(&b, "  - {name: 指标%d, unit: 元, kind: flow}\n", i)
	}
	b.WriteString("figures:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - metric: 指标%d\n    period: %d-01/%d-11\n    value: %d.%d亿元\n    growth: +%d.3%%\n    rank: {全国: 3}\n",
			i%100, 1000+i/100, 1000+i/100, i, i%10, i%90)
	}
	return b.String()
}

func BenchmarkLoad(b *testing.B) {
	files := []ledger.File{{Name: "l.yaml", Text: many(10_000)}}
	b.SetBytes(int64(len(files[0].Text)))
	b.ReportAllocs()
	for b.Loop() {
		if l, problems := ledger.Load(files, ledger.Options{}); l == nil {
			b.Fatal(problems[0].Format("en"))
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	l := load(b, ledger.File{Name: "l.yaml", Text: many(10_000)})
	f := l.Figures[len(l.Figures)/2]
	q := ledger.Query{Metric: f.Metric, Entity: f.Entity, Period: f.Period}
	b.ReportAllocs()
	for b.Loop() {
		if len(l.Lookup(q)) != 1 {
			b.Fatal("not found")
		}
	}
}

func BenchmarkPacks(b *testing.B) {
	for b.Loop() {
		ledger.ReloadPacks()
	}
}

// TestHostile gives texts that must be refused without delay and without a
// panic.
func TestHostile(t *testing.T) {
	bomb := "hegao: ledger/v1\na: &a [x, x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat("*"+string(c-1)+", ", 10), ", "))
	}
	bomb += "entities:\n  - {name: x, aliases: *j}\n"
	for name, text := range map[string]string{
		"nested brackets":      "hegao: ledger/v1\nfigures: " + strings.Repeat("[", 10_000),
		"nested braces":        "hegao: ledger/v1\nfigures: " + strings.Repeat("{a: ", 10_000),
		"nested quotes":        strings.Repeat("\"'", 10_000),
		"nested blocks":        "hegao: ledger/v1\nfigures:\n" + strings.Repeat("- ", 5_000) + "x",
		"alias bomb":           bomb,
		"alias of itself":      "hegao: ledger/v1\nfigures: &a\n  - *a\n",
		"merge of itself":      "hegao: ledger/v1\ndefaults: &a {<<: *a}\n",
		"many keys":            "hegao: ledger/v1\n" + strings.Repeat("x: 1\n", 20_000),
		"many unknown":         "hegao: ledger/v1\nfigures:\n" + strings.Repeat("  - {metric: 甲乙丙丁, period: 2025, value: 1元}\n", 20_000),
		"one long line":        "hegao: ledger/v1 " + strings.Repeat("字", 1_000_000),
		"null":                 "null",
		"only a mark":          "\ufeff",
		"no text":              "",
		"NUL":                  "\x00\x00\x00",
		"another encoding":     "hegao: ledger/v1\ntitle: \xba\xfe\xb1\xb1",
		"a page, not a ledger": "湖北日报\n前11个月，湖北进出口增长19.3%。\n",
	} {
		t.Run(name, func(t *testing.T) {
			l, problems := ledger.Load([]ledger.File{{Name: "l.yaml", Text: text}}, ledger.Options{})
			if l != nil || len(problems) == 0 {
				t.Fatalf("taken for sound")
			}
			if len(problems) > 1000 {
				t.Errorf("%d problems", len(problems))
			}
			for _, p := range problems {
				if len(p.Format("zh")) > 2000 || p.Pos.Line < 1 {
					t.Fatalf("%d bytes at %v", len(p.Format("zh")), p.Pos)
				}
			}
		})
	}
}

func FuzzLoad(f *testing.F) {
	example := read(f, "hubei.yaml").Text
	f.Add("l.yaml", example)
	f.Add("l.yaml", strings.ReplaceAll(example, "值", "𠮷🎉"))
	f.Add("l.csv", "metric,entity,period,value,growth.环比\n出口,湖北,2025,\"3,100亿元\",1%\n")
	f.Add("l.tsv", "metric\tperiod\n\"🎉\t2025\n")
	f.Add("l.yaml", "hegao: ledger/v1\nfigures:\n\t- metric：x\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		if len(text) > 1<<16 {
			return
		}
		l, problems := ledger.Load([]ledger.File{{Name: name, Text: text}}, ledger.Options{})
		if (l == nil) != (len(problems) > 0) {
			t.Fatal("neither a ledger nor a problem, or both")
		}
		for _, p := range problems {
			if p.Text.ZH == "" || p.Text.EN == "" || strings.Contains(p.Text.ZH, "{a}") {
				t.Fatalf("%#v", p)
			}
			p.Format("zh")
		}
	})
}
