package checker

import (
	"strings"
	"testing"
)

// readingOf returns the reasons of the figure with the words, in one line.
func readingOf(t *testing.T, r *Result, words string) string {
	t.Helper()
	for i := range r.Figures {
		if r.Figures[i].Text == words {
			var parts []string
			for _, x := range r.Figures[i].Reading {
				parts = append(parts, x.Slot+" "+x.Text)
			}
			return strings.Join(parts, " | ")
		}
	}
	t.Fatalf("no figure %q in %+v", words, r.Figures)
	return ""
}

func TestEveryFigureSaysWhyItWasReadSo(t *testing.T) {
	const text = "今年前11个月，湖北省进出口7502.3亿元，同比增长19.3%，近200家企业参展，三成多来自省外。" +
		"除夕前，订单3至5亿元。12月16日开馆。"
	r := check1(t, text, Options{Lang: "zh", Reasons: true})
	for words, want := range map[string][]string{
		"今年前11个月": {"rule 从年初累计"},
		"7502.3亿元": {"numeral “7502.3亿”读作750230000000（×10^8）", "unit 单位“元”即CNY", "[750225000000, 750235000000]",
			"metric 指标“进出口”（本句“湖北省进出口”）", "role 水平", "entity 地区或主体“湖北省”（本句）", "period 时期“今年前11个月”（本句）"},
		"19.3%":  {"metric 指标“进出口”（承前“湖北省进出口”，随“7502.3亿元”）", "role 增速", "entity 地区或主体“湖北省”（承前）", "basis 基准“同比”（本句）", "[19.25, 19.35]"},
		"200家":   {"hedge “近”表示不到这个数", "[0, 200)"},
		"三成多":    {"单位“成”即%", "表示超过这个数", "(30, 40)"},
		"3至5亿元":  {"300000000–500000000", "前一个数随后一个数的单位"},
		"除夕":     {"rule 没印年份，刊发日不详，年份空着", "rule 节日，按历法定日"},
		"12月16日": {"rule 没印年份，刊发日不详，年份空着"},
	} {
		got := readingOf(t, &r, words)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %s\nwithout %s", words, got, w)
			}
		}
	}
	r = check1(t, "去年12月16日，他走了15公里以上。", Options{Lang: "en", Reasons: true})
	if got := readingOf(t, &r, "15公里"); !strings.Contains(got, "“以上” means at least it") {
		t.Error(got)
	}
	if got := readingOf(t, &r, "去年12月16日"); got != "rule the year counts from the year of publication" {
		t.Error(got)
	}
	if r = check1(t, text, Options{}); r.Figures[0].Reading != nil {
		t.Error("reasons that nobody asked for")
	}
}
