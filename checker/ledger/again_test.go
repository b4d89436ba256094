package ledger_test

import (
	"testing"

	"github.com/hegao/hegao/checker/ledger"
)

// Files that declare the same names, and figures that say the same, are read
// together: what each adds holds.
func TestFilesThatAgree(t *testing.T) {
	led, problems := ledger.Load([]ledger.File{
		{Name: "a.yaml", Text: `hegao: ledger/v1
entities: [{name: 江城, aliases: [全市]}]
metrics: [{name: 出口, unit: 元}]
breakdowns: [{name: ownership, members: [民营企业]}]
figures: [{metric: 出口, entity: 江城, period: 2025, value: 3亿元}]
`},
		{Name: "b.yaml", Text: `hegao: ledger/v1
entities: [{name: 省里}, {name: 江城, aliases: [全市, 我市], within: [省里]}]
metrics: [{name: 进口}, {name: 出口, aliases: [出口额], kind: flow}]
breakdowns: [{name: ownership, members: [民营企业, 国有企业]}]
figures:
  - {metric: 出口, entity: 江城, period: 2025, value: 3亿元, growth: +5%}
  - {metric: 出口额, entity: 我市, ownership: 国有企业, period: 2025, value: 1亿元}
`}}, ledger.Options{})
	if len(problems) > 0 {
		t.Fatal(problems[0].Format("en"))
	}
	m, e := led.Metric("出口额", nil), led.Entity("我市")
	switch {
	case m == nil || m != led.Metric("出口", nil) || m.Unit.Code != "CNY" || m.Kind != ledger.Flow:
		t.Errorf("the metric became %+v", m)
	case e == nil || e != led.Entity("江城") || len(e.Aliases) != 2 || len(e.Within) != 1:
		t.Errorf("the entity became %+v", e)
	case len(led.BreakdownOf("ownership").Members) != 2:
		t.Errorf("the breakdown became %+v", led.BreakdownOf("ownership"))
	}
}
