package figure

import (
	"strings"
	"sync"
	"testing"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// TestSameValue asks when copy agrees with a ledger: the finer is rounded to
// the coarser, and hedges are taken at their word.
func TestSameValue(t *testing.T) {
	for _, c := range []struct {
		copy, ledger string
		want         bool
	}{
		{"7502.3亿元", "7502.3亿元", true},
		{"7502亿元", "7502.3亿元", true},
		{"7503亿元", "7502.3亿元", false},
		{"7502.3亿元", "7502亿元", true},
		{"7502.6亿元", "7502亿元", false},
		{"1.99亿元", "1.98亿元", false},
		{"近200家", "203家", false},
		{"近200家", "198家", true},
		{"近200家", "近200家", true},
		{"近300家", "近200家", false},
		{"超5000亿元", "超过5200亿元", true},
		{"超5300亿元", "5268.4亿元", false},
		{"2000多个", "2000多个", true},
		{"2100多个", "2000多个", false},
		{"2345个", "2000多个", true},
		{"1999个", "2000多个", false},
		{"200家", "198家", true},
		{"100%", "150%", false},
		{"三成多", "35%", true},
		{"三成多", "28%", false},
	} {
		d, err := quantity.Parse(c.copy)
		if err != nil {
			t.Fatal(c.copy, err)
		}
		v, err := quantity.Parse(c.ledger)
		if err != nil {
			t.Fatal(c.ledger, err)
		}
		if got := sameValue(&d, &v); got != c.want {
			t.Errorf("%s against the ledger's %s: %v, want %v", c.copy, c.ledger, got, c.want)
		}
	}
}

const testLedger = `hegao: ledger/v1
defaults: {entity: 湖北省, period: 2025-01/2025-11}
entities:
  - {name: 湖北省, aliases: [湖北, 全省]}
  - {name: 武汉市, aliases: [武汉], within: [湖北省]}
metrics:
  - {name: 进出口总值, aliases: [进出口], unit: 元, kind: flow}
  - {name: 外汇储备, unit: 美元, kind: stock}
  - {name: 广义货币, aliases: [广义货币（M2）], unit: 元, kind: flow}
breakdowns:
  - {name: partner, members: [东盟, 欧盟], partition: false}
terms:
  - {name: 花湖国际机场}
figures:
  - {metric: 进出口总值, value: 7502.3亿元, growth: +19.3%, rank: {全国: 8}}
  - {metric: 进出口总值, partner: 东盟, value: 1582.7亿元}
  - {metric: 进出口总值, partner: 欧盟, value: 1012.6亿元}
  - {metric: 进出口总值, entity: 武汉市, value: 3777.4亿元}
  - {metric: 外汇储备, period: 2025-10-31, value: 3.2亿美元}
  - {metric: 外汇储备, period: 2025-11-30, value: 3.4亿美元}
  - {metric: 广义货币, growth: +8.1%}
`

var testReader = sync.OnceValues(func() (*Reader, []ledger.Problem) {
	led, problems := ledger.Load([]ledger.File{{Name: "l.yaml", Text: testLedger}}, ledger.Options{})
	return NewReader(led), problems
})

func readWith(t testing.TB, text string) *Page {
	t.Helper()
	return readOn(t, text, "2025-12-25")
}

// readOn reads copy of a day.
func readOn(t testing.TB, text, date string) *Page {
	t.Helper()
	r, problems := testReader()
	if len(problems) > 0 {
		t.Fatal(problems[0].Format("en"))
	}
	d, err := document.Read(&source.File{Path: "a.md", Text: text}, document.Options{Format: "md", Date: date})
	if err != nil {
		t.Fatal(err)
	}
	return r.Read(d)
}

// TestLookUp asks which figures the ledger speaks to, and how.
func TestLookUp(t *testing.T) {
	kinds := map[EntryKind]string{Confirms: "confirms", Differs: "differs", OtherPeriod: "other period", Superseded: "superseded"}
	for _, c := range []struct{ text, want string }{
		{"前11个月，湖北进出口总值7502.3亿元，增长19.3%，居全国第八。", "7502.3亿元 confirms, 19.3% confirms, 第八 confirms"},
		{"前11个月，湖北进出口总值7520.3亿元，增长19.3%。", "7520.3亿元 differs, 19.3% confirms"},
		{"前10个月，湖北进出口总值7502.3亿元。", "7502.3亿元 other period"},
		{"前10个月，湖北进出口总值6803.1亿元。", ""},
		{"前11个月，武汉进出口总值3777.4亿元。", "3777.4亿元 confirms"},
		{"前11个月，武汉对东盟进出口总值812.6亿元。", ""},
		{"前11个月，江西进出口总值4511.2亿元。", ""},
		{"前11个月，湖北民营企业进出口总值4511.2亿元。", ""},
		{"前11个月，湖北对东盟、欧盟分别进出口1582.7亿元、1012.5亿元。", "1582.7亿元 confirms, 1012.5亿元 differs"},
		{"前11个月，湖北进出口总值力争达到8000亿元。", ""},
		{"目前，湖北外汇储备3.4亿美元。", "3.4亿美元 confirms"},
		{"截至10月底，湖北外汇储备3.2亿美元。", "3.2亿美元 confirms"},
		{"截至10月底，湖北外汇储备3.4亿美元。", "3.4亿美元 other period"},
		{"截至9月底，湖北外汇储备2.9亿美元。", ""},
		{"前11个月，湖北广义货币（M2）增长8.1%。", "8.1% confirms"},
		{"前11个月，湖北广义货币（M2）下降8.1%。", "8.1% differs"},
		{"𠮷😀前11个月，湖北进出口总值由6288.6亿元增至7502.3亿元。", "7502.3亿元 confirms"},
	} {
		p := readWith(t, c.text)
		var got []string
		for _, e := range p.Entries {
			got = append(got, p.Words(p.Figures[e.Fig].Range)+" "+kinds[e.Kind])
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, s, c.want)
		}
	}
}

// TestNearNames asks which strings count as a name with a character lost or
// doubled.
func TestNearNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"飞机从花湖国际机场起飞。", ""},
		{"飞机从花湖国机场起飞。", "花湖国机场"},
		{"飞机从花湖国际际机场起飞。", "花湖国际际机场"},
		{"飞机从太湖国际机场起飞。", ""},
		{"百花湖国际机场", ""},
		{"这座种花的湖国际机场", ""},
		{"𠮷花卉湖国际机场开放。", "湖国际机场"},
		{"花湖国际机场场站开放。", ""},
	} {
		p := readWith(t, c.text)
		var got []string
		for _, n := range p.NearNames {
			got = append(got, p.Words(n.Range))
		}
		if s := strings.Join(got, ","); s != c.want {
			t.Errorf("%s: got %q, want %q", c.text, s, c.want)
		}
	}
}

// FuzzLookUp asks that no copy makes reading panic, and that every place is
// within the text.
func FuzzLookUp(f *testing.F) {
	for _, s := range []string{"前11个月，湖北进出口总值7502.3亿元，增长19.3%，居全国第八。", "𠮷广义货币（M2）（M2）8.1%、😀9%",
		"对东盟、欧盟分别进出口1582.7亿元、1012.6亿元，分别增长20.6%、41.1%", "进出口（", "）8%花湖国际机场场"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !strings.HasPrefix(text, "---") {
			p := readWith(t, text)
			for _, n := range p.NearNames {
				_ = p.Words(n.Range)
			}
			for _, e := range p.Entries {
				if e.Row == nil && e.Other == nil {
					t.Error("an entry without a row")
				}
			}
		}
	})
}
