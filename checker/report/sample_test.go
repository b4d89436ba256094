package report_test

import (
	"strings"
	"testing"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/report"
	"github.com/hegao/hegao/checker/source"
)

const sampleZH = `# 江城外贸十一月再添新绿 <b>&</b> 😀

前11个月，全市进出口总值860.5亿元，其中出口512.3亿元、进口338.2亿元。码头的灯一直亮到后半夜，调度员说，这样的忙碌要持续到年底。货轮一艘接一艘靠岸，集装箱在堆场上码成了楼。

　　𠮷水县企业数增长12.4%，新增市场主体 30 多家，增速居全市第二。到了岁末，当地再次盘点：企业数增长14.2%。

12月16日（星期三），新码头开港。
据统计，新码头今年完成投资３０亿元
`

const sampleEN = "Exports rose 12.4% to $7.5 billion in November.\r\nImports fell by 3 percent, 3 percent, to $2.1 billion.\r\n"

// spanOf returns the span of the n-th occurrence (from 0) of text.
func spanOf(t testing.TB, copy, text string, n int) source.Span {
	t.Helper()
	at := 0
	for ; ; n-- {
		i := strings.Index(copy[at:], text)
		if i < 0 {
			t.Fatalf("%q isn't in the sample", text)
		}
		at += i
		if n == 0 {
			return source.Span{Start: at, End: at + len(text)}
		}
		at += len(text)
	}
}

func replace(s source.Span, text string) []finding.Edit {
	return []finding.Edit{{Span: s, Text: text}}
}

// resultZH is a page with a finding of every shape: one fix, candidates, no
// fix, a safe fix.
func resultZH(t testing.TB) *checker.Result {
	at := func(text string, n int) source.Span { return spanOf(t, sampleZH, text, n) }
	total, first, second := at("860.5亿元", 0), at("12.4%", 0), at("14.2%", 0)
	weekday, wide := at("星期三", 0), at("３０", 0)
	r := &checker.Result{ID: "要闻/江城.md", Path: "要闻/江城.md", Lang: "zh", Date: "2025-12-25",
		File: &source.File{Path: "要闻/江城.md", Text: sampleZH},
		Findings: []finding.Finding{
			{
				Rule: "total-parts-mismatch", Category: finding.Totals, Severity: finding.Error, Confidence: 0.97,
				Message: "出口与进口相加为850.5亿元，文中总值写作860.5亿元。", Span: total, Text: "860.5亿元",
				Related: []finding.Related{
					{Span: at("512.3亿元", 0), Text: "512.3亿元", Message: "出口"},
					{Span: at("338.2亿元", 0), Text: "338.2亿元", Message: "进口"},
				},
				Evidence: []string{"512.3 + 338.2 = 850.5 ± 0.1，与860.5 ± 0.05不相交"},
				Ledger:   []finding.LedgerRef{{File: "台账/江城.yaml", Line: 40, Figure: "江城市 进出口总值 2025年1—11月 850.5亿元", Source: "江城海关 2025-12-18"}},
				Fixes:    []finding.Fix{{Title: "按台账改为850.5亿元", Grade: finding.Suggest, Edits: replace(total, "850.5亿元")}},
			},
			{
				Rule: "repeated-figure-mismatch", Category: finding.Repeat, Severity: finding.Warning, Confidence: 0.8,
				Message: "同一增速前后两说：12.4%与14.2%。", Span: second, Text: "14.2%",
				Related: []finding.Related{{Span: first, Text: "12.4%", Message: "前文"}},
				Fixes: []finding.Fix{
					{Title: "后文改从前文", Grade: finding.Manual, Edits: replace(second, "12.4%")},
					{Title: "前文改从后文", Grade: finding.Manual, Edits: replace(first, "14.2%")},
				},
			},
			{
				Rule: "weekday-mismatch", Category: finding.Dates, Severity: finding.Error, Confidence: 0.9,
				Message: "2025年12月16日是星期二。", Span: weekday, Text: "星期三",
			},
			{
				Rule: "full-width-digits", Category: finding.Style, Severity: finding.Info, Confidence: 1,
				Message: "数字用半角。", Span: wide, Text: "３０",
				Fixes: []finding.Fix{{Title: "改为半角", Grade: finding.Safe, Edits: replace(wide, "30")}},
			},
		},
		Counts: checker.Counts{Figures: 9, Confirmed: 2, Consistent: 3, Contradicted: 3, Unchecked: 1},
		Figures: []checker.Figure{
			{Span: total, Text: "860.5亿元", Kind: "money", Value: "86050000000", Low: "86045000000", High: "86055000000", Unit: "CNY",
				Role: "total", Metric: "进出口总值", Entity: "江城市", Period: "2025-01/2025-11", Modality: "asserted",
				Status: "contradicted", Why: "台账/江城.yaml:40", Guessed: []string{"entity"}},
			{Span: first, Text: "12.4%", Kind: "percent", Value: "12.4", Low: "12.35", High: "12.45", Unit: "%",
				Role: "growth", Metric: "企业数", Entity: "𠮷水县", Basis: "同比", Modality: "asserted", Status: "consistent", Why: "本文 5:60"},
			{Span: at("30 多家", 0), Text: "30 多家", Kind: "count", Low: "30", High: "40", Unit: "家", Hedge: "多",
				Role: "level", Metric: "新增市场主体", Entity: "𠮷水县", Modality: "asserted", Status: "unchecked"},
			{Span: at("第二", 0), Text: "第二", Kind: "rank", Value: "2", Low: "2", High: "2",
				Role: "rank", Metric: "增速", Entity: "𠮷水县", Modality: "asserted", Status: "confirmed", Why: "台账/江城.yaml:52"},
		},
	}
	finding.Sort(r.Findings)
	finding.Identify(r.File, r.Findings)
	return r
}

// resultEN is English copy with CR LF and a fault of the program.
func resultEN(t testing.TB) *checker.Result {
	growth := spanOf(t, sampleEN, "3 percent", 1)
	twice := spanOf(t, sampleEN, ", 3 percent", 0)
	r := &checker.Result{ID: "trade.txt", Path: "trade.txt", Lang: "en", File: &source.File{Path: "trade.txt", Text: sampleEN},
		Findings: []finding.Finding{{
			Rule: "repeated-words", Category: finding.Style, Severity: finding.Warning, Confidence: 0.7,
			Message: "The figure stands twice.", Span: growth, Text: "3 percent",
			Fixes: []finding.Fix{{Title: "Delete one", Grade: finding.Safe, Edits: replace(twice, "")}},
		}},
		Faults: []string{"rule share-mismatch: index out of range"},
		Counts: checker.Counts{Figures: 4, Unchecked: 4},
		Figures: []checker.Figure{{Span: growth, Text: "3 percent", Kind: "percent", Value: "3", Unit: "%",
			Role: "growth", Metric: "imports", Modality: "asserted", Status: "unchecked"}},
	}
	finding.Identify(r.File, r.Findings)
	return r
}

func resultClean() *checker.Result {
	return &checker.Result{ID: "clean.txt", Path: "clean.txt", Lang: "zh", File: &source.File{Path: "clean.txt", Text: "平安。\n"}}
}

// render returns a whole report.
func render(t testing.TB, make func(string, *strings.Builder) (report.Renderer, error), name string, results ...*checker.Result) string {
	t.Helper()
	var b strings.Builder
	r, err := make(name, &b)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Begin(); err != nil {
		t.Fatal(err)
	}
	for _, x := range results {
		if err := r.File(x); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.End(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func check(o report.Options) func(string, *strings.Builder) (report.Renderer, error) {
	return func(name string, b *strings.Builder) (report.Renderer, error) { return report.Check(name, b, o) }
}

func figures(o report.Options) func(string, *strings.Builder) (report.Renderer, error) {
	return func(name string, b *strings.Builder) (report.Renderer, error) { return report.Figures(name, b, o) }
}
