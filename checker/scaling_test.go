//go:build !race

// The race detector slows some code more than other, so that ratios of time
// mean nothing under it.

package checker_test

import (
	"strings"
	"testing"
	"time"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/rules"
)

// endless are lines without a full stop, as a broken export or an attack makes
// them; each is packed with what one of the readers looks around for.
var endless = map[string]string{
	"numbers":           "12,345.6 ",
	"figures":           "产值12.5亿元",
	"list":              "123亿元、",
	"clauses":           "产值12.5亿元，增长3.2%，",
	"dates":             "2025年1月3日、",
	"Han numerals":      "三千二百",
	"parts":             "其中产值12亿元、",
	"trade":             "进出口7500亿元，增长20.5%，其中出口5000亿元，进口2500亿元，",
	"respectively":      "粮食、棉花产量分别为12万吨、13万吨、",
	"quotation marks":   "“产值12亿元",
	"words of a run":    "同比增长达到",
	"English":           "exports rose 12.5 percent to $34 billion, imports fell 3 percent, ",
	"ranks":             "居全国第3位、",
	"shares":            "其中出口占54.9%、",
	"emoji and numbers": "😀12万吨𠮷",
}

// TestLinear feeds endless lines of four times the length: what is linear takes
// four times as long, what is quadratic sixteen times.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes time")
	}
	s, err := checker.New(checker.Options{Rules: rules.All()})
	if err != nil {
		t.Fatal(err)
	}
	const size, factor, limit = 60_000, 4, 9
	once := func(text string) time.Duration {
		d := document.FromText(text)
		start := time.Now()
		s.Check(d)
		return time.Since(start)
	}
	for name, piece := range endless {
		t.Run(name, func(t *testing.T) {
			short := strings.Repeat(piece, size/len(piece))
			long := strings.Repeat(short, factor)
			// The least of several runs is the one that nothing else disturbed.
			a, b := time.Duration(1<<62), time.Duration(1<<62)
			for run := range 8 {
				a, b = min(a, once(short)), min(b, once(long))
				if run > 0 && b < limit*a {
					return
				}
			}
			t.Errorf("%d bytes take %v, %d times as many take %v: %.1f times as long", len(short), a, factor, b, float64(b)/float64(a))
		})
	}
}
