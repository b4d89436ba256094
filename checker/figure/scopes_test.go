package figure

import (
	"os"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/source"
)

const nationLedger = `hegao: ledger/v1
defaults: {entity: 中国, period: 2025-11}
metrics:
  - {name: 社会消费品零售总额, unit: 元, kind: flow}
  - {name: 固定资产投资, aliases: [固定资产投资（不含农户）], unit: 元, kind: flow}
  - {name: 规模以上工业增加值}
  - {name: 居民消费价格指数, aliases: [居民消费价格, CPI], kind: rate}
  - {name: 制造业采购经理指数, aliases: [制造业PMI], unit: "%", kind: rate}
  - {name: 进出口总值, aliases: [进出口], unit: 元, kind: flow}
  - {name: 出口, unit: 元, kind: flow}
  - {name: 进口, unit: 元, kind: flow}
  - {name: 粮食总产量, aliases: [粮食产量], unit: 斤, kind: flow}
  - {name: 广义货币, aliases: [M2, 广义货币供应量], unit: 元, kind: stock}
  - {name: 城镇调查失业率, unit: "%", kind: rate}
figures:
  - {metric: 社会消费品零售总额, value: 43898亿元, growth: +1.3%}
  - {metric: 社会消费品零售总额, period: 2025-01/2025-11, value: 456067亿元, growth: +4.0%}
  - {metric: 固定资产投资, period: 2025-01/2025-11, value: 444035亿元, growth: -2.6%}
  - {metric: 规模以上工业增加值, growth: +4.8%}
  - {metric: 居民消费价格指数, growth: {同比: +0.7%, 环比: -0.1%}}
  - {metric: 制造业采购经理指数, value: 49.2%}
  - {metric: 进出口总值, period: 2025-01/2025-11, value: 41.21万亿元, growth: +3.6%}
  - {metric: 出口, period: 2025-01/2025-11, value: 24.46万亿元, growth: +6.2%}
  - {metric: 进口, period: 2025-01/2025-11, value: 16.75万亿元, growth: +0.2%}
  - {metric: 粮食总产量, period: 2025, value: 14298亿斤, growth: +1.2%}
  - {metric: 广义货币, period: 2025-11-30, value: 336.99万亿元, growth: +8.0%}
  - {metric: 城镇调查失业率, value: 5.1%}
`

// entrySigns are what the ledger says to a figure, as scope-zh.txt writes it.
var entrySigns = map[EntryKind]string{Confirms: "=", Differs: "!", OtherPeriod: "t", Superseded: "s"}

// TestScopes asks that a ledger confirms the same fact however it is said and
// keeps silent about others.
func TestScopes(t *testing.T) {
	led, problems := ledger.Load([]ledger.File{{Name: "l.yaml", Text: nationLedger}}, ledger.Options{})
	if len(problems) > 0 {
		t.Fatal(problems[0].Format("en"))
	}
	r := NewReader(led)
	data, err := os.ReadFile("testdata/scope-zh.txt")
	if err != nil {
		t.Fatal(err)
	}
	same, other, rightSame, rightOther := 0, 0, 0, 0
	for line := range strings.Lines(string(data)) {
		text, want, ok := strings.Cut(strings.TrimRight(line, "\n"), "|")
		if !ok || line[0] == '#' {
			continue
		}
		d, err := document.Read(&source.File{Path: "a.txt", Text: text}, document.Options{Format: "txt", Date: "2025-12-25"})
		if err != nil {
			t.Fatal(err)
		}
		p := r.Read(d)
		var signs []string
		for _, e := range p.Entries {
			signs = append(signs, entrySigns[e.Kind])
		}
		got := strings.Join(signs, " ")
		if want == "" {
			other++
			if got == "" {
				rightOther++
				continue
			}
			t.Errorf("%s: the ledger says %q of another fact\n\t%s", text, got, bound(p))
			continue
		}
		same++
		switch {
		case got == want:
			rightSame++
		case strings.ContainsAny(got, "!t"):
			t.Errorf("%s: the ledger says %q, want %q\n\t%s", text, got, want, bound(p))
		default:
			t.Logf("%s: the ledger says %q, want %q\n\t%s", text, got, want, bound(p))
		}
	}
	t.Logf("confirmed: %d of %d; silent: %d of %d", rightSame, same, rightOther, other)
	if rightSame < same-3 {
		t.Errorf("%d of %d sentences of the same fact are confirmed in full", rightSame, same)
	}
}
