package build

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/6tail/lunar-go/calendar"
)

// The years that the tables cover.
const firstYear, lastYear = 1899, 2101

// lunarTable computes the lunar years and the solar terms.
//
// A lunar year is packed as: bit i set when its i-th month, leap month
// included, has 30 days (13 bits); the number of the month that is repeated, 0
// for none (4 bits); New Year's Day in days from 20 January (6 bits).
// The terms of a calendar year are packed as 24 offsets of 2 bits each from
// the earliest day of the month that the term falls on in any of the years.
func lunarTable() string {
	var out bytes.Buffer
	fmt.Fprintf(&out, "const firstTableYear, lastTableYear = %d, %d\n\nvar lunarYears = [...]uint32{\n", firstYear, lastYear)
	for y := firstYear; y <= lastYear; y++ {
		fmt.Fprintf(&out, "%#07x, // %d\n", packYear(y), y)
	}
	out.WriteString("}\n\n")
	var days [lastYear - firstYear + 1][24]int
	var least [24]int
	for y := firstYear; y <= lastYear; y++ {
		table := calendar.NewLunarFromYmd(y, 6, 1).GetJieQiTable()
		for i := range 24 {
			s := table[calendar.JIE_QI_IN_USE[i+2]]
			if s.GetYear() != y || s.GetMonth() != i/2+1 {
				panic(fmt.Sprintf("term %d of %d falls on %s", i, y, s.ToYmd()))
			}
			d := s.GetDay()
			days[y-firstYear][i] = d
			if least[i] == 0 || d < least[i] {
				least[i] = d
			}
		}
	}
	out.WriteString("var termLeast = [24]uint8{")
	for _, d := range least {
		fmt.Fprintf(&out, "%d, ", d)
	}
	out.WriteString("}\n\nvar termYears = [...]uint64{\n")
	for k, row := range days {
		var v uint64
		for i, d := range row {
			if d-least[i] > 3 {
				panic("a solar term strays over more than four days")
			}
			v |= uint64(d-least[i]) << (2 * i)
		}
		fmt.Fprintf(&out, "%#012x, // %d\n", v, k+firstYear)
	}
	out.WriteString("}\n")
	return out.String()
}

func packYear(y int) uint32 {
	var v uint32
	i := 0
	for e := calendar.NewLunarYear(y).GetMonthsInYear().Front(); e != nil; e = e.Next() {
		m := e.Value.(*calendar.LunarMonth)
		if m.GetDayCount() == 30 {
			v |= 1 << i
		}
		if m.IsLeap() {
			v |= uint32(-m.GetMonth()) << 13
		}
		i++
	}
	s := calendar.NewLunarFromYmd(y, 1, 1).GetSolar()
	return v | uint32((s.GetMonth()-1)*31+s.GetDay()-20)<<17
}

// holidays writes the public holidays as a Go table and as a ledger.
func (b *builder) holidays() (table string, pack []byte) {
	var out, yaml bytes.Buffer
	out.WriteString("// holidays are the public holidays of the mainland of China, in the order of the notices.\nvar holidays = []Holiday{\n")
	yaml.WriteString("# Generated from checker/period/data/holidays.tsv. DO NOT EDIT.\nhegao: ledger/v1\ntitle: 全国公共假期（国务院办公厅历年通知）\n")
	editions := map[string][]string{}
	var names, sources []string
	notice, address := "", ""
	for _, f := range b.rows("holidays.tsv", 4) {
		if f[0] == "notice" {
			notice, address = f[2], f[3]
			sources = append(sources, fmt.Sprintf("# %s: %s %s", f[1], f[2], f[3]))
			continue
		}
		work := strings.Fields(f[4])
		lit := ""
		for _, d := range work {
			lit += date(d) + ", "
		}
		fmt.Fprintf(&out, "{%s, %q, Period{Date%s, Date%s, Day}, []Date{%s}, %q, %q},\n", f[0], f[1], date(f[2]), date(f[3]), lit, notice, address)
		name := f[1] + "假期"
		if editions[name] == nil {
			names = append(names, name)
		}
		editions[name] = append(editions[name], fmt.Sprintf("      - {start: %s, end: %s}", f[2], f[3]))
	}
	out.WriteString("}\n")
	yaml.WriteString(strings.Join(sources, "\n") + "\n\nevents:\n")
	for _, name := range names {
		fmt.Fprintf(&yaml, "  - name: %s\n    editions:\n%s\n", name, strings.Join(editions[name], "\n"))
	}
	return out.String(), yaml.Bytes()
}

// date turns 2025-01-28 into {2025, 1, 28}.
func date(s string) string {
	var y, m, d int
	fmt.Sscanf(s, "%d-%d-%d", &y, &m, &d)
	return fmt.Sprintf("{%d, %d, %d}", y, m, d)
}

// planPack writes the five-year plans as a ledger.
func (b *builder) planPack() []byte {
	var yaml bytes.Buffer
	yaml.WriteString("# Generated from checker/period/data/words.tsv. DO NOT EDIT.\nhegao: ledger/v1\ntitle: 五年规划（计划）的起止\n\nevents:\n")
	for _, f := range b.rows("words.tsv", 3) {
		if f[1] != "plan" {
			continue
		}
		var first int
		fmt.Sscan(f[2], &first)
		fmt.Fprintf(&yaml, "  - name: “%s”时期\n    aliases: [“%s”, “%s”期间, “%s”规划]\n    editions:\n      - {start: %d-01-01, end: %d-12-31}\n", f[0], f[0], f[0], f[0], first, first+4)
	}
	return yaml.Bytes()
}
