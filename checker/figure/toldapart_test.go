package figure

import (
	"slices"
	"testing"
)

// TestToldApart asks which pairs of sentences state one fact twice, and differ,
// and which speak of two.
func TestToldApart(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"10月份，全国快递发展指数为452.3。业内人士表示，10月份快递发展指数为425.3，说明市场活跃。", true},
		{"10月份，中国公路物流运价指数为1052.3点。10月份，中国沿海散货运价指数为1025.3点。", false},
		{"一季度，文具用品销售热度指数同比增长16.3%。一季度，运动器材销售热度指数同比增长13.6%。", false},
		{"全年完成客运量3526万人次。铁路方面，完成客运量3562万人次。", false},
		{"青山县新建果园8620亩，新修渠道12公里。绿水县新建果园8260亩，新修渠道15公里。", false},
		{"公司全年收入65.6亿元（约合9.42亿美元）。公司净利润6.53亿元（约合0.942亿美元）。", false},
		{"公司本次增持股份1352万股。增持后，公司合计持有股份3352万股。", false},
		// What is measured stands behind the number, or a digit was lost in rounding.
		{"全年供水量为1286.4亿立方米。水利厅在总结中说，1296亿立方米的供水量六成来自水库。", true},
		{"该合同金额为3.26亿美元。公司介绍，这份3.26亿元的合同是最大的海外订单。", true},
		{"花展展出月季15.6万盆。园方介绍，展出的1.56万盆月季来自17个省份。", true},
		{"项目配套2.5亿元的生产线。项目还有5.2亿元的厂房。", false},
		{"全县新建果园8620亩。县农业局介绍，全县新建果园8260亩。", true},
	} {
		p := readWith(t, c.text)
		got := slices.ContainsFunc(p.Repeats, func(r Repeat) bool { return !r.Agrees && r.Weight >= Probably })
		if got != c.want {
			t.Errorf("%s: a repeat that differs: %t, want %t", c.text, got, c.want)
		}
	}
}
