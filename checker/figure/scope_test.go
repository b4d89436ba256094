package figure

import (
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/source"
)

const scopeLedger = `hegao: ledger/v1
defaults: {entity: 中国, period: 2025-11}
metrics:
  - {name: 居民消费价格指数, aliases: [CPI], kind: rate}
  - {name: 制造业采购经理指数, aliases: [制造业PMI, PMI], unit: "%", kind: rate}
  - {name: 社会消费品零售总额, unit: 元, kind: flow}
  - {name: 规模以上工业增加值}
  - {name: 粮食产量, unit: 吨, kind: flow}
  - {name: 进出口总值, aliases: [进出口], unit: 元, kind: flow}
figures:
  - {metric: 居民消费价格指数, growth: {同比: +0.7%, 环比: -0.1%}}
  - {metric: 制造业采购经理指数, value: 49.2%}
  - {metric: 社会消费品零售总额, value: 43898亿元, growth: +1.3%}
  - {metric: 社会消费品零售总额, period: 2025-01/2025-11, value: 456067亿元, growth: +4.0%}
  - {metric: 规模以上工业增加值, growth: +4.8%}
  - {metric: 粮食产量, period: 2025, value: 7149亿公斤}
  - {metric: 进出口总值, period: 2025-01/2025-11, value: 41.21万亿元, growth: +3.6%}
`

// TestScope asks that the ledger is silent where the words are of another
// country, a part, another span, another basis, another role or another mood
// than its figure, and speaks where they are of the same.
func TestScope(t *testing.T) {
	led, problems := ledger.Load([]ledger.File{{Name: "l.yaml", Text: scopeLedger}}, ledger.Options{})
	if len(problems) > 0 {
		t.Fatal(problems[0].Format("en"))
	}
	r := NewReader(led)
	kinds := map[EntryKind]string{Confirms: "confirms", Differs: "differs", OtherPeriod: "other period", Superseded: "superseded"}
	for _, c := range []struct{ text, want string }{
		// The same fact, said in several ways.
		{"11月份，全国居民消费价格指数（CPI）同比上涨0.7%，环比下降0.1%。", "0.7% confirms, 0.1% confirms"},
		{"11月，我国CPI同比上涨0.9%。", "0.9% differs"},
		{"作为观察消费的窗口，11月份社会消费品零售总额同比增长1.3%。", "1.3% confirms"},
		{"国家统计局今天（12月15日）公布，11月份社会消费品零售总额43898亿元，增长1.8%。", "43898亿元 confirms, 1.8% differs"},
		{"今年前11个月，我国货物贸易进出口41.21万亿元，同比增长3.6%。", "41.21万亿元 confirms, 3.6% confirms"},
		{"11月份，制造业采购经理指数（PMI）为49.5%。", "49.5% differs"},
		// Another country, another place.
		{"11月，英国CPI同比上涨3.2%。", ""},
		{"英国国家统计局公布，11月CPI同比上涨3.2%。", ""},
		{"11月份，湖北居民消费价格指数同比上涨0.3%。", ""},
		{"11月，全省社会消费品零售总额2143.7亿元，同比增长5.1%。", ""},
		{"11月，欧元区制造业PMI为49.6%。", ""},
		{"武汉11月社会消费品零售总额812亿元。", ""},
		// A part, or something else that bears the name.
		{"11月份，核心CPI同比上涨1.2%。", ""},
		{"扣除食品和能源价格的核心CPI同比上涨1.2%。", ""},
		{"11月份，食品CPI同比上涨0.2%。", ""},
		{"11月份，装备制造业PMI为49.8%。", ""},
		{"11月份，高技术制造业采购经理指数为50.1%。", ""},
		{"11月份，非制造业PMI为49.5%。", ""},
		{"11月份，大型企业PMI为49.3%。", ""},
		{"11月份，网上社会消费品零售总额15382亿元。", ""},
		{"11月份，限额以上单位社会消费品零售总额17000亿元。", ""},
		{"11月份，高技术产业规模以上工业增加值增长8.4%。", ""},
		{"前11个月，民营企业进出口23.5万亿元，增长7.1%。", ""},
		{"前11个月，我国对东盟进出口6.82万亿元，增长8.5%。", ""},
		// Another span.
		{"1至11月份，社会消费品零售总额456067亿元，增长4.0%。", "456067亿元 confirms, 4.0% confirms"},
		{"前10个月，社会消费品零售总额412169亿元，增长4.3%。", ""},
		{"10月份，社会消费品零售总额46291亿元，增长2.9%。", ""},
		{"2024年，全国粮食产量7065亿公斤。", ""},
		// Another basis or role.
		{"11月份，居民消费价格指数环比下降0.1%。", "0.1% confirms"},
		{"11月份，CPI涨幅比上月扩大0.5个百分点。", ""},
		{"11月份，社会消费品零售总额增速比上月回落1.6个百分点。", ""},
		{"社会消费品零售总额对经济增长的贡献率为52.1%。", ""},
		// Another mood.
		{"今年力争进出口总值达到45万亿元。", ""},
		{"到2030年，进出口总值达到60万亿元。", ""},
		{"机构预测，11月份CPI同比上涨0.9%。", ""},
		{"网传11月份CPI同比上涨3.9%。", ""},
		{"原稿误称11月份CPI同比上涨3.9%。", ""},
		{"若11月份CPI同比上涨3.9%，政策会收紧。", ""},
	} {
		d, err := document.Read(&source.File{Path: "a.md", Text: c.text}, document.Options{Format: "md", Date: "2025-12-25"})
		if err != nil {
			t.Fatal(err)
		}
		p := r.Read(d)
		var got []string
		for _, e := range p.Entries {
			got = append(got, p.Words(p.Figures[e.Fig].Range)+" "+kinds[e.Kind])
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s\n\t%s", c.text, s, c.want, bound(p))
		}
	}
}
