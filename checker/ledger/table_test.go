package ledger_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/ledger"
)

const tableNames = `hegao: ledger/v1
metrics:
  - {name: 出口总值, aliases: [出口], unit: 元, kind: flow}
  - {name: jobs, unit: jobs}
`

// TestTable reads one table in the forms in which spreadsheets write it.
func TestTable(t *testing.T) {
	comma := "metric,entity,period,value,growth,growth.环比,rank.全国,source.name,partner\r\n" +
		"出口,湖北,2025,\"7,502.3亿元\",,-0.40%,3,\"武汉海关,湖北\",东盟\r\n" +
		",,,,,,,,\r\n" +
		"jobs,湖北,2025,3.10,+2.5%,,,,\r\n"
	tab := strings.NewReplacer(",", "\t", "\"7,502.3亿元\"", "7,502.3亿元", "\"武汉海关,湖北\"", "武汉海关,湖北").Replace(comma)
	semicolon := strings.NewReplacer(",", ";", "\"7,502.3亿元\"", "7,502.3亿元", "\"武汉海关,湖北\"", "武汉海关,湖北").Replace(comma)
	// Excel writes a byte order mark.
	for name, text := range map[string]string{"a.csv": comma, "b.csv": "\ufeff" + semicolon, "c.tsv": tab, "d.CSV": "\ufeff" + tab} {
		text = strings.Replace(text, "growth,growth.环比", "growth.同比,growth.环比", 1)
		text = strings.Replace(text, "growth;growth.环比", "growth.同比;growth.环比", 1)
		text = strings.Replace(text, "growth\tgrowth.环比", "growth.同比\tgrowth.环比", 1)
		l := load(t, ledger.File{Name: name, Text: text}, ledger.File{Name: "names.yaml", Text: tableNames})
		if len(l.Figures) != 2 {
			t.Fatalf("%s: %d figures", name, len(l.Figures))
		}
		f, jobs := l.Figures[0], l.Figures[1]
		if f.Describe() != "湖北省 · 出口总值 · 东盟 · 2025" || f.Value.Text != "7,502.3亿元" || f.Value.Quantity.Value.String() != "750230000000" {
			t.Errorf("%s: %s %s", name, f.Describe(), f.Value.Text)
		}
		if len(f.Growth) != 1 || f.Growth[0].Basis != "环比" || f.Growth[0].Amount.Quantity.Decimals != 2 {
			t.Errorf("%s: growth %v", name, f.Growth)
		}
		if f.Rank[0].Place != 3 || f.Source.Name != "武汉海关,湖北" || f.Pos.Line != 2 || jobs.Pos.Line != 4 {
			t.Errorf("%s: %v %v at %v", name, f.Rank, f.Source, f.Pos)
		}
		if jobs.Value.Text != "3.10" || jobs.Value.Quantity.Unit != "jobs" {
			t.Errorf("%s: %v", name, jobs.Value)
		}
	}
}

// TestInclude reads a ledger whose parts include one another by two ways.
func TestInclude(t *testing.T) {
	others := map[string]string{
		"desk/names.yaml":   tableNames,
		"desk/2025/q1.csv":  "metric,period,value\n出口,2025-Q1,1亿元\n",
		"desk/figures.yaml": "hegao: ledger/v1\ninclude: [2025/q1.csv, names.yaml]\n",
	}
	read := 0
	l, problems := ledger.Load([]ledger.File{{Name: "desk/all.yaml", Text: "hegao: ledger/v1\ninclude: [names.yaml, figures.yaml]\n"}},
		ledger.Options{Read: func(name string) (ledger.File, error) {
			read++
			if text, ok := others[name]; ok {
				return ledger.File{Name: name, Text: text}, nil
			}
			return ledger.File{}, errors.New("no such file")
		}})
	for _, p := range problems {
		t.Error(p.Format("en"))
	}
	if read != 3 || l == nil || len(l.Figures) != 1 || len(l.Metrics) != 2 {
		t.Errorf("%d files read, %v", read, l)
	}
}
