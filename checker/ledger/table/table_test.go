package table

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// TestWhen reads what tables print for periods.
func TestWhen(t *testing.T) {
	for _, c := range []struct {
		text  string
		frame Frame
		want  string
	}{
		{"2025", AsPrinted, "2025"}, {"2025年", AsPrinted, "2025"}, {"2025-11", AsPrinted, "2025-11"}, {"2025年11月", AsPrinted, "2025-11"},
		{"202511", AsPrinted, "2025-11"}, {"20251130", AsPrinted, "2025-11-30"}, {"2025/11/30", AsPrinted, "2025-11-30"}, {"2025.11", AsPrinted, "2025-11"},
		{"2025年1-9月", AsPrinted, "2025-01/2025-09"}, {"2025年前三季度", AsPrinted, "2025-01/2025-09"}, {"2025年三季度", AsPrinted, "2025-Q3"},
		{"2025Q3", AsPrinted, "2025-Q3"}, {"3Q 2025", AsPrinted, "2025-Q3"}, {"Q3 2025", AsPrinted, "2025-Q3"}, {"2025-Q3", AsPrinted, "2025-Q3"},
		{"2025-M09", AsPrinted, "2025-09"}, {"2025-S1", AsPrinted, "2025-H1"}, {"2025-A1", AsPrinted, "2025"}, {"Sep 2025", AsPrinted, "2025-09"},
		{"2025-11-01", Month, "2025-11"}, {"2025-11-01", MonthEnd, "2025-11-30"}, {"2025-12-31", Year, "2025"}, {"2025-09-30", Quarter, "2025-Q3"},
		{"2025-Q3", ToDate, "2025-01/2025-09"}, {"2025-05-01", Half, "2025-H1"}, {"2025-08-01", QuarterEnd, "2025-09-30"}, {"2025", YearEnd, "2025-12-31"},
		{"去年", AsPrinted, ""}, {"合计", AsPrinted, ""}, {"12", AsPrinted, ""}, {"123456789", AsPrinted, ""}, {"2025-13", AsPrinted, ""},
	} {
		got := ""
		if p, ok := when(c.text, c.frame); ok {
			got = p.String()
		}
		if got != c.want {
			t.Errorf("%s as %q: %q, want %q", c.text, c.frame, got, c.want)
		}
	}
}

// TestHeaders takes units off headers.
func TestHeaders(t *testing.T) {
	for _, c := range []struct{ header, name, unit string }{
		{"出口总值（亿元）", "出口总值", "亿元"}, {"出口总值(万美元)", "出口总值", "万美元"}, {"同比增长（%）", "同比增长", "%"},
		{"出口（不含服务）", "出口（不含服务）", ""}, {"total_musd", "total", "million USD"}, {"GDP (100 million yuan)", "GDP", "亿元"},
		{"Exports, USD million", "Exports", "million USD"}, {"人数（单位：万人）", "人数", "万人"}, {"地区", "地区", ""},
	} {
		if name, unit := parted(c.header); name != c.name || unit != c.unit {
			t.Errorf("%s: %q in %q, want %q in %q", c.header, name, unit, c.name, c.unit)
		}
	}
}

// TestMappingMistakes asks that a slip in a mapping file is named with its place.
func TestMappingMistakes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"hegao: import/v1\ncolums: {a: metric}", "m.yaml:2:1: 没有“colums”这个键"},
		{"columns: {a: metrik}", "m.yaml:1:14: 台账里没有“metrik”这个键\n  是不是想写“metric”？"},
		{"period: monthly", "m.yaml:1:9: “monthly”只能是"},
		{"metrics: {X: {name: 出口, unit: 亿万元元}}", "不认识单位“亿万元元”"},
		{"metrics: {X: {as: metric}}", "as 只能是"},
		{"metrics: {X: {times: many}}", "times 应为数"},
		{"header: 0", "header 应为"},
		{"columns: [a, b]", "这里应是“键: 值”"},
		{"a: b: c", "不是 YAML"},
	} {
		_, wrong := ParseMapping("m.yaml", c.text)
		if wrong == nil || !strings.Contains(wrong.Message("zh"), c.want) {
			t.Errorf("%s: %v, want %s", c.text, wrong, c.want)
		}
	}
	if _, wrong := ParseMapping("m.yaml", "hegao: import/v1\nmetrics:\n  X: {name: 出口, times: 0.0001, unit: 亿元, decimals: 1, aliases: 出口额}\n  Y: skip\n"); wrong != nil {
		t.Error(wrong)
	}
}

// FuzzRead asks that no table makes reading panic, and that what comes out has
// a metric and a period.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"指标,时间,数值（亿元）\n出口,2025,1.5\n", "月份,出口,同比（%）\n2025年1-2月,3,-\n", "地区\t2023\t2024\n湖北\t1\t2\n",
		"REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nCN,X,2025-Q1,1e3,6\n", "\ufeff;;\n;\n", "a,\"b\nc", "单位：亿元\n指标,2025年\n𠮷,1.2E+5\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, wrong := ReadCSV("a.csv", text)
		if wrong != nil {
			return
		}
		d, wrong := Read("a.csv", s, nil)
		if wrong != nil {
			_ = wrong.Message("zh")
			return
		}
		for _, e := range d.Entries {
			if e.Metric == "" || e.Period == "" {
				t.Errorf("%+v", e)
			}
		}
	})
}

// FuzzXLSX asks that no bytes make reading a spreadsheet panic.
func FuzzXLSX(f *testing.F) {
	f.Add([]byte("PK\x05\x06\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) { _, _ = ReadXLSX("a.xlsx", data) })
}

// TestBomb asks that a small file which unpacks to more than a table ever holds
// is refused.
func TestBomb(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range []struct{ name, text string }{
		{"xl/workbook.xml", `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`},
	} {
		w, _ := z.Create(part.name)
		if _, err := w.Write([]byte(part.text)); err != nil {
			t.Fatal(err)
		}
	}
	w, _ := z.Create("xl/worksheets/sheet1.xml")
	blank := bytes.Repeat([]byte(" "), 1<<20)
	for range maxPart/len(blank) + 1 {
		if _, err := w.Write(blank); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 1<<20 {
		t.Fatalf("the file has %d bytes", b.Len())
	}
	_, wrong := ReadXLSX("a.xlsx", b.Bytes())
	if wrong == nil || !strings.Contains(wrong.Message("en"), "larger than is sensible") {
		t.Errorf("%v", wrong)
	}
}
