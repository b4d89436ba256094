package ledger

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
)

// Fact names what a figure is of, in words: 湖北省2025年1至11月进出口总值（东盟）.
func (f *Figure) Fact() finding.Text {
	var zh, en strings.Builder
	when := PeriodWords(f.Period)
	if f.Entity != nil {
		zh.WriteString(f.Entity.Name)
		en.WriteString(f.Entity.Name + ", ")
	}
	if latinEnd(zh.String()) {
		zh.WriteByte(' ')
	}
	zh.WriteString(when.ZH + f.Metric.Name)
	en.WriteString(f.Metric.Name)
	for _, s := range f.Breakdown {
		zh.WriteString("（" + s.Member.Name + "）")
		en.WriteString(", " + s.Member.Name)
	}
	en.WriteString(", " + when.EN)
	return finding.Text{ZH: zh.String(), EN: en.String()}
}

func latinEnd(s string) bool { return s != "" && s[len(s)-1] < 0x80 }

// Cite names a figure with what is said of it, in the language of its metric's
// name, for LedgerRef.Figure.
func (f *Figure) Cite(words string) string {
	fact := f.Fact()
	switch {
	case strings.IndexFunc(f.Metric.Name, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0:
		if words != "" {
			words = "：" + words
		}
		return strings.TrimSpace(fact.ZH) + words
	case words != "":
		words = ": " + words
	}
	return strings.TrimSuffix(fact.EN, ", ") + words
}

var months = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December"}

var quarters = [...]string{"", "一季度", "二季度", "三季度", "四季度"}

// PeriodWords returns a period in words; in ISO 8601 where it has none of its own.
func PeriodWords(p period.Period) finding.Text {
	a, b := p.Start, p.End
	if !p.Known() {
		return finding.Text{ZH: p.String(), EN: p.String()}
	}
	if p.IsPoint() {
		return finding.Text{ZH: fmt.Sprintf("%d年%d月%d日", a.Year, a.Month, a.Day),
			EN: fmt.Sprintf("%s %d, %d", months[a.Month], a.Day, a.Year)}
	}
	n := p.MonthCount()
	switch {
	case n == 0 || a.Year != b.Year:
		return finding.Text{ZH: p.String(), EN: p.String()}
	case n == 12:
		return finding.Text{ZH: fmt.Sprintf("%d年", a.Year), EN: fmt.Sprint(a.Year)}
	case n == 6 && a.Month%6 == 1 && p.Grain == period.Half:
		half := finding.Text{ZH: "上半年", EN: "the first half of"}
		if a.Month > 6 {
			half = finding.Text{ZH: "下半年", EN: "the second half of"}
		}
		return finding.Text{ZH: fmt.Sprintf("%d年%s", a.Year, half.ZH), EN: fmt.Sprintf("%s %d", half.EN, a.Year)}
	case n == 3 && a.Month%3 == 1 && p.Grain == period.Quarter:
		q := (a.Month + 2) / 3
		return finding.Text{ZH: fmt.Sprintf("%d年%s", a.Year, quarters[q]), EN: fmt.Sprintf("Q%d %d", q, a.Year)}
	case n == 1:
		return finding.Text{ZH: fmt.Sprintf("%d年%d月", a.Year, a.Month), EN: fmt.Sprintf("%s %d", months[a.Month], a.Year)}
	}
	return finding.Text{ZH: fmt.Sprintf("%d年%d至%d月", a.Year, a.Month, b.Month),
		EN: fmt.Sprintf("%s to %s %d", months[a.Month], months[b.Month], a.Year)}
}
