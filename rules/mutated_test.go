package rules_test

import (
	"math/rand/v2"
	"testing"

	"github.com/hegao/hegao/checker/ruletest"
	"github.com/hegao/hegao/rules"
)

// cuts are what slips into copy when it is typed, cut and pasted in a hurry: the
// marks and words that the readers of claims hang on.
var cuts = []string{"、", "，", "。", "；", "分别", "其中", "共", "占", "%", "个百分点", "亿元", "万", "由", "增至", "比", "（", "）", "“", "”", "—", "1", "0", ".",
	"第", "届", "年", "月", "日", "同比", "\n", "\n\n", "- ", "| ", "半", "近", "多", "最高", "平均", "截至", "∶", "：", "至", " of ", " percent ", ", ", "$", " million", "百", "一"}

// TestMangledCopy checks copy made of the pages' examples with pieces lost,
// doubled, moved and put in. Whatever stands there, nothing may fail, and every
// finding must lie in the copy.
func TestMangledCopy(t *testing.T) {
	driver := ruletest.NewDriver(rules.All())
	var examples []ruletest.Example
	for _, p := range readPages(t) {
		for _, e := range p.Examples {
			if e.Ledger == "" {
				examples = append(examples, e)
			}
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 8 * len(examples) {
		e := &examples[n%len(examples)]
		text := []rune(e.Text + examples[r.IntN(len(examples))].Text)
		for range 1 + r.IntN(24) {
			if len(text) == 0 {
				break
			}
			k := r.IntN(len(text))
			switch r.IntN(5) {
			case 0, 1:
				text = append(text[:k:k], text[min(len(text), k+1+r.IntN(12)):]...)
			case 2, 3:
				text = append(text[:k:k], append([]rune(cuts[r.IntN(len(cuts))]), text[k:]...)...)
			case 4:
				j := r.IntN(len(text))
				text = append(text[:k:k], append(append([]rune{}, text[j:min(len(text), j+1+r.IntN(30))]...), text[k:]...)...)
			}
		}
		found, err := driver.Check(e, string(text))
		if err != nil {
			t.Fatalf("%v\nin %q", err, string(text))
		}
		for _, f := range found {
			if f.Span.Start < 0 || f.Span.End > len(string(text)) || f.Span.Start > f.Span.End {
				t.Fatalf("%s lies at %v of %d bytes in %q", f.Rule, f.Span, len(string(text)), string(text))
			}
		}
	}
}
