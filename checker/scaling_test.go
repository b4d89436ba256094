//go:build !race

// The race detector slows some code more than other, so that ratios of time
// mean nothing under it.

package checker_test

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/rules"
)

// endless are lines without a full stop, as a broken export or an attack makes
// them; each is packed with what one of the readers looks around for.
var endless = map[string]string{
	"digits":            "1234567890",
	"one digit":         "7",
	"points":            "1.2.3.",
	"一":                 "一",
	"Han numerals":      "三千二百",
	"Han digits":        "二〇二五",
	"、":                 "、",
	"分别":                "分别",
	"opening quotes":    "“",
	"quotes":            "“”",
	"ASCII quotes":      `"`,
	"brackets":          "（",
	"letters":           "a",
	"words":             "the first of May ",
	"currency signs":    "$",
	"signs":             "-",
	"years":             "2025年",
	"spaces":            " ",
	"newlines":          "\n",
	"numbers":           "12,345.6 ",
	"figures":           "产值12.5亿元",
	"list":              "123亿元、",
	"clauses":           "产值12.5亿元，增长3.2%，",
	"dates":             "2025年1月3日、",
	"parts":             "其中产值12亿元、",
	"trade":             "进出口7500亿元，增长20.5%，其中出口5000亿元，进口2500亿元，",
	"respectively":      "粮食、棉花产量分别为12万吨、13万吨、",
	"quotation marks":   "“产值12亿元",
	"words of a run":    "同比增长达到",
	"English":           "exports rose 12.5 percent to $34 billion, imports fell 3 percent, ",
	"ranks":             "居全国第3位、",
	"shares":            "其中出口占54.9%、",
	"comparisons":       "失业率5.4%，低于5.2%的全国平均，",
	"definitions":       "总资产98亿元，负债41亿元，资产负债率48%，抽检120批，合格110批，合格率92%，",
	"highest":           "最多的12家，最少的15家，平均13家，",
	"movements":         "由12家增至15家，增加3家，增长25%，比上年的13家多2家，上年同期为11家，",
	"wholes":            "共12家，其中甲类5家、乙类7家，其余3家，占25%，合计15家，",
	"results":           "3比1、21比18、胜2负1积6分，金牌3枚、银牌2枚，",
	"moments":           "5月1日9时至11时30分，历时2天，出生于1950年，今年75岁，",
	"English changes":   "rose 12 percent to 34 from 30, up from 28, more than 25, including 12 in May and 13 in June, ",
	"emoji and numbers": "😀12万吨𠮷",
}

// TestScanLinear feeds the scanner each of the endless lines and twice its
// length, which takes twice the time and not more than a tenth beyond. The page
// is one that the reader has room for, so that none of it is the time to get it.
func TestScanLinear(t *testing.T) {
	r := figure.NewReader(ledger.WithPacks(nil))
	for name, piece := range endless {
		t.Run(name, func(t *testing.T) {
			text := strings.Repeat(piece, 8_000/len(piece))
			short, long := document.FromText(text), document.FromText(text+text)
			linear(t, 2, 2.2, func() { r.Release(r.Scan(short)) }, func() { r.Release(r.Scan(long)) })
		})
	}
}

// TestLinear checks endless lines of four times the length: what is linear takes
// four times as long, what is quadratic sixteen times. The room that figures
// take goes from the near caches to the far ones meanwhile.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes time")
	}
	s, err := checker.New(checker.Options{Rules: rules.All()})
	if err != nil {
		t.Fatal(err)
	}
	for name, piece := range endless {
		t.Run(name, func(t *testing.T) {
			text := strings.Repeat(piece, 50_000/len(piece))
			short, long := document.FromText(text), document.FromText(strings.Repeat(text, 4))
			linear(t, 4, 7, func() { s.Check(short) }, func() { s.Check(long) })
		})
	}
}

// alike are lines that differ in nothing but their figures, so that every
// figure may state the fact of every other.
var alike = map[string]func(i int) string{
	"the same figure": func(int) string { return "全市全年粮食总产量达到12.5万吨，是好消息。\n" },
	"other figures": func(i int) string {
		return fmt.Sprintf("全市全年粮食总产量达到%d万吨，是好消息。\n", 1_000_000+i)
	},
	"other and near": func(i int) string {
		return fmt.Sprintf("全市粮食总产量%d.%d万吨，增长%d.%d%%，", 100+i%900, i%10, i%30, i%10)
	},
	"parts":      func(i int) string { return fmt.Sprintf("其中粮食总产量达到%d.%d万吨，", 100+i%900, i%10) },
	"list items": func(i int) string { return fmt.Sprintf("- 粮食产量%d万吨\n", 1000+i) },
	"English": func(i int) string {
		return fmt.Sprintf("Total grain output reached %d.%d million tonnes. ", 100+i%900, i%10)
	},
}

// TestAlikeLinear checks long pages of figures that all look alike.
func TestAlikeLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes time")
	}
	s, err := checker.New(checker.Options{Rules: rules.All(), CountsOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	page := func(line func(int) string, n int) *document.Document {
		var b strings.Builder
		for i := range n {
			b.WriteString(line(i))
		}
		return document.FromText(b.String())
	}
	for name, line := range alike {
		t.Run(name, func(t *testing.T) {
			short, long := page(line, 4_000), page(line, 16_000)
			linear(t, 4, 6.5, func() { s.Check(short) }, func() { s.Check(long) })
		})
	}
}

// linear runs what should take factor times as long as something else, and
// fails where it takes more than limit times as long in every one of many tries.
// It compares the least processor time of both so far: what disturbs a run only
// lengthens it.
func linear(t *testing.T, factor int, limit float64, short, long func()) {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	once := func(f func(), times int) time.Duration {
		runtime.GC()
		start := cpuTime()
		for range times {
			f()
		}
		return cpuTime() - start
	}
	// So many runs that a tick of the processor's clock is nothing to them.
	times := 1
	for once(short, times) < 2*time.Millisecond {
		times *= 2
	}
	a, b := time.Duration(1<<62), time.Duration(1<<62)
	for range 24 {
		a, b = min(a, once(short, times)), min(b, once(long, times))
		if float64(b) < limit*float64(a) {
			return
		}
	}
	t.Errorf("%d times the length takes %v rather than %v: %.1f times as long", factor, b, a, float64(b)/float64(a))
}
