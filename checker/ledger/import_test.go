package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/ledger/table"
)

// tables are small tables of the shapes that newsrooms have, with what must
// come out of each: describe = value, growth.
var tables = []struct{ name, text, want string }{
	{"long", "指标,地区,时间,数值（亿元）,同比（%）\n进出口总值,湖北省,2025年1-11月,7502.3,19.3\n出口总值,湖北省,2025年1-11月,5267.1,25.2\n进口总值,湖北省,2025年1-11月,2235.2,-\n",
		"湖北省 · 进出口总值 · 2025-01/2025-11 = 7502.3亿元 同比+19.3%\n湖北省 · 出口总值 · 2025-01/2025-11 = 5267.1亿元 同比+25.2%\n湖北省 · 进口总值 · 2025-01/2025-11 = 2235.2亿元"},
	{"months down", "湖北省外贸情况,,\n单位：亿元,,\n月份,出口总值,出口总值增长,进口总值\n2025年9月,480.10,12.5%,201.4\n2025年10月,\"1,490.0\",-3.0%,…\n",
		"出口总值 · 2025-09 = 480.10亿元 同比+12.5%\n进口总值 · 2025-09 = 201.4亿元\n出口总值 · 2025-10 = 1,490.0亿元 同比-3.0%"},
	{"two rows of headers", "2025年11月份主要数据,,,,\n指标,11月,,1—11月,\n,绝对量（亿元）,同比增长（%）,绝对量（亿元）,同比增长（%）\n社会消费品零售总额,43898,1.3,456067,4.0\n　餐饮收入,6057,3.2,52245,3.3\n注：此表速度均为名义增速。,,,,\n",
		"社会消费品零售总额 · 2025-11 = 43898亿元 同比+1.3%\n社会消费品零售总额 · 2025-01/2025-11 = 456067亿元 同比+4.0%\n餐饮收入 · 2025-11 = 6057亿元 同比+3.2%\n餐饮收入 · 2025-01/2025-11 = 52245亿元 同比+3.3%"},
	{"metrics above", "时间,出口总值（亿元）,,进口总值（亿元）,\n,总额,同比（%）,总额,同比（%）\n2025年10月,480.1,12.5,201.4,3.1\n",
		"出口总值 · 2025-10 = 480.1亿元 同比+12.5%\n进口总值 · 2025-10 = 201.4亿元 同比+3.1%"},
	{"years across", "地区\t2023年\t2024年\n湖北\t5.5\t5.8\n湖南\t4.6\t4.8\n", ""},
	{"partners", "国别,时间,进出口总值（万元）,增速（%）\n东盟,2025-11,15827000,20.6\n总计,2025-11,75023000,19.3\n",
		"进出口总值 · 东盟 · 2025-11 = 15827000万元 同比+20.6%\n进出口总值 · 2025-11 = 75023000万元 同比+19.3%"},
	{"english", "Indicator;Area;Date;Value;Unit;YoY;Source\nexports;Hubei;Q3 2025;3.10;billion USD;2.5%;Customs\n",
		"湖北省 · exports · 2025-Q3 = 3.10 billion USD 同比+2.5%"},
	{"sdmx", "DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT,UNIT_MEASURE,OBS_STATUS,SEX\n" +
		"X:A(1.0),M,CN: 中国,FXR: 外汇储备,2025-M10,3343.3,9,USD,A,_T\nX:A(1.0),M,CN: 中国,FXR: 外汇储备,2025-M11,3346.37,9,USD,P,_T\nX:A(1.0),Q,CN: 中国,U: 失业率,2025-Q3,5.2,0,PC,A,_T\n",
		"全国 · 外汇储备 · 2025-10 = 3343.3 billion USD\n全国 · 外汇储备 · 2025-11 = 3346.37 billion USD preliminary\n全国 · 失业率 · 2025-Q3 = 5.2%"},
}

func says(l *ledger.Ledger) string {
	var lines []string
	for _, f := range l.Figures {
		s := f.Describe() + " ="
		if f.Value != nil {
			s += " " + f.Value.Text
		}
		for _, g := range f.Growth {
			s += " " + g.Basis + g.Amount.Text
		}
		if f.Status != "final" {
			s += " " + f.Status
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

// values lists what a ledger's quantities are, however they are printed.
func values(l *ledger.Ledger) string {
	var lines []string
	for _, f := range l.Figures {
		s := f.Describe()
		if f.Value != nil {
			q := f.Value.Quantity
			s += fmt.Sprint(" ", q.Value, q.Unit, q.Place)
		}
		for _, g := range f.Growth {
			s += fmt.Sprint(" ", g.Basis, g.Amount.Quantity.Value, g.Amount.Quantity.Place)
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

// TestTableShapes reads tables directly as ledgers, and asks that the YAML which
// they are turned into says the same.
func TestTableShapes(t *testing.T) {
	for _, c := range tables {
		m := &table.Mapping{}
		if c.name == "years across" {
			continue // what the figures are of must be said: TestTableAsks
		}
		l := load(t, ledger.File{Name: c.name + ".csv", Text: c.text})
		if got := says(l); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
		sheet, wrong := table.ReadCSV("a.csv", c.text)
		if wrong != nil {
			t.Fatal(wrong)
		}
		d, wrong := table.Read("a.csv", sheet, m)
		if wrong != nil {
			t.Fatal(wrong)
		}
		text := ledger.Write(d, ledger.WriteOptions{})
		if got := values(load(t, ledger.File{Name: "a.yaml", Text: text})); got != values(l) {
			t.Errorf("%s: the YAML says\n%s\nthe table\n%s\n%s", c.name, got, values(l), text)
		}
		if got := values(load(t, ledger.File{Name: "a.xlsx", Sheet: spreadsheet(t, sheet)})); got != values(l) {
			t.Errorf("%s: the spreadsheet says\n%s\nthe table\n%s", c.name, got, values(l))
		}
	}
}

// spreadsheet writes a sheet with a program that isn't ours and reads it back.
func spreadsheet(t *testing.T, s *table.Sheet) *table.Sheet {
	t.Helper()
	f := excelize.NewFile()
	for i, row := range s.Rows {
		for j, c := range row {
			cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if err := f.SetCellStr("Sheet1", cell, c.Text); err != nil {
				t.Fatal(err)
			}
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	sheets, wrong := table.ReadXLSX("a.xlsx", b.Bytes())
	if wrong != nil {
		t.Fatal(wrong)
	}
	return sheets[0]
}

// TestTableAsks asks that a table which leaves something open is refused with
// what to write, and that a flag's worth of mapping settles it.
func TestTableAsks(t *testing.T) {
	across := tables[len(tables)-4].text
	read := func(text string, m *table.Mapping) (string, string) {
		sheet, wrong := table.ReadCSV("a.csv", text)
		if wrong != nil {
			t.Fatal(wrong)
		}
		d, wrong := table.Read("a.csv", sheet, m)
		if wrong != nil {
			return "", wrong.Message("zh")
		}
		return says(load(t, ledger.File{Name: "a.yaml", Text: ledger.Write(d, ledger.WriteOptions{})})), ""
	}
	for _, c := range []struct {
		text       string
		m          *table.Mapping
		want, asks string
	}{
		{across, nil, "", "--set metric=…"},
		{across, &table.Mapping{Set: map[string]string{"metric": "经济增速", "unit": "%"}},
			"湖北省 · 经济增速 · 2023 = 5.5%\n湖北省 · 经济增速 · 2024 = 5.8%\n湖南省 · 经济增速 · 2023 = 4.6%\n湖南省 · 经济增速 · 2024 = 4.8%", ""},
		{"指标,数值\n出口,1亿元\n", nil, "", "--set period=…"},
		{"指标,时间,数值\n出口,去年,1亿元\n", nil, "", "a.csv:2:4: “去年”不是能认的时间"},
		{"指标,时间,数值\n出口,2025,一亿八千\n出口,2024,大约\n", nil, "", "“大约”不是能认的数"},
		{"指标,时间,直属,数值\n出口,2025,黄石的,1亿元\n", nil, "", "看不出“直属”这一列是什么"},
		{"时间,出口（亿元）,进口（亿元）,同比（%）\n2025,3,2,1\n", nil, "", "--column '同比（%）=growth:进口'"},
		{"时间,出口（亿元）,进口（亿元）,同比（%）\n2025,3,2,1\n", &table.Mapping{Columns: map[string]string{"同比（%）": "growth:出口"}},
			"出口 · 2025 = 3亿元 同比+1%\n进口 · 2025 = 2亿元", ""},
		{"指标,时间,数值\n出口,2025,1亿元\n", &table.Mapping{Columns: map[string]string{"指表": "metric"}}, "", "是不是想写“指标”？"},
		{"series,date,value\nX1,2025-01-01,3120.6549999999997\nX2,2025-01-01,1\n", &table.Mapping{Period: table.Month, OnlyMapped: true,
			Metrics: map[string]table.Meaning{"X1": {Name: "外汇储备", Unit: "亿美元", Decimals: 1, Period: table.MonthEnd, Kind: "stock"}}},
			"外汇储备 · 2025-01-31 = 3120.7亿美元", ""},
	} {
		got, asks := read(c.text, c.m)
		if got != c.want || c.asks != "" && !strings.Contains(asks, c.asks) || c.asks == "" && asks != "" {
			t.Errorf("%q:\n%s\n%s\nwant\n%s\n%s", c.text, got, asks, c.want, c.asks)
		}
	}
}

// TestSpreadsheet asks that cells come out as the spreadsheet shows them.
func TestSpreadsheet(t *testing.T) {
	f := excelize.NewFile()
	style := func(code string) int {
		s, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for i, c := range []struct {
		value any
		code  string
		want  string
	}{
		{3.1, "0.00", "3.10"}, {0.193, "0.0%", "19.3%"}, {-0.027, "0.0%", "-2.7%"}, {1234567.891, "#,##0.0", "1234567.9"},
		{0.1 + 0.2, "General", "0.3"}, {45992, "yyyy-mm-dd", "2025-12-01"}, {45992, `yyyy"年"m"月"`, "2025-12"}, {7502.3, `0.0"亿元"`, "7502.3亿元"},
		{-0.001, "0.0", "0.0"}, {12345678, `0.0,,"百万元"`, "12.3百万元"}, {"文字", "@", "文字"}, {true, "General", "TRUE"}, {1.25, "0.0##", "1.25"},
	} {
		cell := fmt.Sprintf("A%d", i+1)
		if err := f.SetCellValue("Sheet1", cell, c.value); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cell, cell, style(c.code)); err != nil {
			t.Fatal(err)
		}
		b, _ := f.WriteToBuffer()
		sheets, wrong := table.ReadXLSX("a.xlsx", b.Bytes())
		if wrong != nil {
			t.Fatal(wrong)
		}
		if got := sheets[0].Rows[i][0].Text; got != c.want {
			t.Errorf("%v as %s: %q, want %q", c.value, c.code, got, c.want)
		}
	}
	if _, wrong := table.ReadXLSX("a.xlsx", []byte("PK\x03\x04 not really")); wrong == nil {
		t.Error("a broken spreadsheet is read without a word")
	}
}

const mergeTarget = `hegao: ledger/v1   # the desk's own
as_of: 2025-11-20
defaults: {period: 2025-01/2025-11, entity: 湖北省}

metrics:
  # totals first
  - {name: 进出口总值, unit: 元}   # customs
  - name: 出口总值
    unit: 元

figures:
  - metric: 进出口总值
    value: 7502.3亿元   # confirmed by phone
    growth: +19.3%
  # exports, revised in December
  - {metric: 出口总值, value: "5,267.1亿元"}

# 𠮷 events follow
events:
  - {name: 链博会, editions: [{n: 3, start: 2025-07-16}]}
`

// TestMerge asks that a table goes into a ledger without touching what is there.
func TestMerge(t *testing.T) {
	text := "指标,时间,数值,同比（%）\n进出口总值,2025-01/2025-11,7502.3亿元,19.3\n出口总值,2025-01/2025-11,5268.4亿元,25.2\n进口总值,2025-01/2025-11,2233.9亿元,7.1\n"
	target := ledger.File{Name: "t.yaml", Text: mergeTarget}
	sheet, _ := table.ReadCSV("a.csv", text)
	d, wrong := table.Read("a.csv", sheet, &table.Mapping{Set: map[string]string{"entity": "湖北省"}})
	if wrong != nil {
		t.Fatal(wrong)
	}
	m, wrong := ledger.Merge(load(t, target), target, d, ledger.WriteOptions{})
	if wrong != nil {
		t.Fatal(wrong)
	}
	want := strings.NewReplacer(
		`{metric: 出口总值, value: "5,267.1亿元"}`, `{metric: 出口总值, value: 5268.4亿元, growth: +25.2%, replaced: [{value: "5,267.1亿元", as_of: 2025-11-20}]}
  - {metric: 进口总值, value: 2233.9亿元, growth: +7.1%}`,
		"    unit: 元\n", "    unit: 元\n  - {name: 进口总值}\n").Replace(mergeTarget)
	if m.Text != want {
		t.Errorf("got\n%s\nwant\n%s", m.Text, want)
	}
	if m.Added != 1 || m.Same != 1 || len(m.Changed) != 2 {
		t.Errorf("%d added, %d same, %d changed", m.Added, m.Same, len(m.Changed))
	}
	led := load(t, ledger.File{Name: "t.yaml", Text: m.Text})
	again, wrong := ledger.Merge(led, ledger.File{Name: "t.yaml", Text: m.Text}, d, ledger.WriteOptions{})
	if wrong != nil || again.Text != m.Text {
		t.Errorf("a second run changes the file:\n%s", again.Text)
	}
}
