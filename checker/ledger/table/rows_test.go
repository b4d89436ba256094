package table

import (
	"fmt"
	"strings"
	"testing"
)

// drafted returns the entries of a table in short: metric period value growth.
func drafted(t *testing.T, text string, m *Mapping) (string, *Mistake) {
	t.Helper()
	s, wrong := ReadCSV("t.csv", text)
	if wrong != nil {
		return "", wrong
	}
	d, wrong := Read("t.csv", s, m)
	if wrong != nil {
		return "", wrong
	}
	var out []string
	for _, e := range d.Entries {
		words := []string{e.Metric}
		for _, s := range e.Slots {
			words = append(words, s.Member)
		}
		words = append(words, e.Period)
		if e.Value != nil {
			words = append(words, e.Value.Text)
		}
		for _, g := range e.Growth {
			words = append(words, g.Text)
		}
		out = append(out, strings.Join(words, " "))
	}
	return strings.Join(out, "; "), nil
}

func TestTables(t *testing.T) {
	const whole = "2025-01/2025-11"
	set := &Mapping{Set: map[string]string{"period": whole}}
	for _, c := range []struct {
		name, text string
		m          *Mapping
		want       string
	}{
		{"growth behind a column of a period is of that period", "单位：亿元,,,\n指标,2025年1-11月,同比增长（%）,占比（%）\n进出口总值,7502.3,19.3,100\n　其中：出口总值,\"5,120.4\",22.1,68.3\n进口总值,2381.9,…,—\n注：不含服务贸易,,,\n", nil,
			"进出口总值 " + whole + " 7502.3亿元 +19.3%; 出口总值 " + whole + " 5,120.4亿元 +22.1%; 进口总值 " + whole + " 2381.9亿元"},
		{"of two periods the later one grew, in either order", "指标,2025年,2024年,增长%\n出口,110亿元,100亿元,10\n", nil, "出口 2025 110亿元 +10%; 出口 2024 100亿元"},
		{"each metric has its own growth", "国别,进出口（亿元）,增长%,出口（亿元）,增长%\n东盟,1582.7,20.6,1000.1,3.3\n", set, "进出口 东盟 " + whole + " 1582.7亿元 +20.6%; 出口 东盟 " + whole + " 1000.1亿元 +3.3%"},
		{"numbers of a list aren't names", "指标,2025年\n一、生产总值,3亿元\n1.工业,2亿元\n（二）#建筑业,1亿元\n3.5吨以上货车,2万辆\n", nil, "生产总值 2025 3亿元; 工业 2025 2亿元; 建筑业 2025 1亿元; 3.5吨以上货车 2025 2万辆"},
		{"quotation marks within a cell", "指标,2025年\n含\"加工\"贸易,3亿元\n", nil, "含\"加工\"贸易 2025 3亿元"},
		{"a day of release with its hour", "指标,时间,数值,发布日期\n出口,2025,3亿元,2026-01-18T10:00:00\n", nil, "出口 2025 3亿元"},
		{"SDMX keeps the digits that it printed", "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT,UNIT_MEASURE\nCN,EXP,2025-11,3304.9,8,USD\n", nil, "EXP 2025-11 3304.9亿USD"},
	} {
		got, wrong := drafted(t, c.text, c.m)
		if wrong != nil || got != c.want {
			t.Errorf("%s: got %s, %v, want %s", c.name, got, wrong, c.want)
		}
	}
	for _, c := range []struct{ name, text, want string }{
		{"a mark that isn't closed", "指标,2025年\n\"出口,3亿元\n进口,4亿元\n", "t.csv:3:7"},
		{"one that isn't closed behind others of the text's own", "指标,2025年\n含\"加工\"贸易,3亿元\n\"出口,3亿元\n进口,4亿元\n", "t.csv:2:2"},
		{"two columns of one quantity", "指标,时间,数值,数值（亿元）\n出口,2025,3亿元,4\n", "t.csv:2:13"},
	} {
		if got, wrong := drafted(t, c.text, nil); wrong == nil || !strings.HasPrefix(wrong.Message("zh"), c.want) {
			t.Errorf("%s: got %s, %v", c.name, got, wrong)
		}
	}
}

func TestRevise(t *testing.T) {
	d := &Draft{}
	for _, v := range [][2]string{{"2026-03-01", "3"}, {"2025-12-18", "1"}, {"2026-02-01", "2"}, {"2026-04-01", "3"}, {"2026-01-01", "1"}} {
		d.Entries = append(d.Entries, Entry{Metric: "出口", Period: "2025", Released: v[0], Value: &Amount{Text: v[1]}})
	}
	d.Entries = append(d.Entries, Entry{Metric: "进口", Period: "2025", Value: &Amount{Text: "9"}})
	d.Revise()
	got := ""
	for _, e := range d.Entries {
		got += e.Metric + " " + e.Value.Text + " " + e.Released
		for _, o := range e.Earlier {
			got += fmt.Sprintf(" <%s %s", o.Value.Text, o.Released)
		}
		got += ";"
	}
	if want := "出口 3 2026-03-01 <2 2026-02-01 <1 2025-12-18;进口 9 ;"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
