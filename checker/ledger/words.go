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
		en.WriteString(f.Entity.Words().EN + ", ")
	}
	if latinEnd(zh.String()) {
		zh.WriteByte(' ')
	}
	zh.WriteString(when.ZH + f.Metric.Name)
	var aliases []string
	for _, a := range f.Metric.Aliases {
		if a.Entity == nil || a.Entity == f.Entity {
			aliases = append(aliases, a.Name)
		}
	}
	en.WriteString(latinName(f.Metric.Name, aliases))
	for _, s := range f.Breakdown {
		zh.WriteString("（" + s.Member.Name + "）")
		en.WriteString(", " + s.Member.Words().EN)
	}
	if when.EN != "" {
		en.WriteString(", " + when.EN)
	}
	return finding.Text{ZH: zh.String(), EN: en.String()}
}

// Words returns the entity's name as each language calls it.
func (e *Entity) Words() finding.Text {
	return finding.Text{ZH: e.Name, EN: latinName(e.Name, e.Aliases)}
}

// latinName returns the name that English sentences use: the first in Latin
// letters, else the name itself.
func latinName(name string, aliases []string) string {
	if !hasHan(name) {
		return name
	}
	for _, a := range aliases {
		if !hasHan(a) {
			return a
		}
	}
	return name
}

func hasHan(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
}

func latinEnd(s string) bool { return s != "" && s[len(s)-1] < 0x80 }

// Cite names a figure with what is said of it, in the language of its metric's
// name, for LedgerRef.Figure.
func (f *Figure) Cite(words string) string {
	fact := f.Fact()
	switch {
	case hasHan(f.Metric.Name):
		if words != "" {
			words = "：" + words
		}
		return strings.TrimSpace(fact.ZH) + words
	case words != "":
		words = ": " + words
	}
	return fact.EN + words
}

// CiteEnglish does what Cite does for English reports, in the metric's Latin name
// where it has one.
func (f *Figure) CiteEnglish(words string) string {
	if words != "" {
		words = ": " + words
	}
	return finding.Cited(f.Fact().EN + words)
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
	n := p.MonthCount()
	switch {
	case n == 0:
		return dayWords(a, b)
	case a.Year != b.Year:
		return yearWords(a, b, n)
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

// dayWords returns a day, or the days from one to another, in words.
func dayWords(a, b period.Date) finding.Text {
	first, last := MonthDay(a), MonthDay(b)
	switch {
	case a == b:
		return finding.Text{ZH: fmt.Sprintf("%d年%s", a.Year, first.ZH), EN: fmt.Sprintf("%s, %d", first.EN, a.Year)}
	case a.Year != b.Year:
		return finding.Text{ZH: fmt.Sprintf("%d年%s至%d年%s", a.Year, first.ZH, b.Year, last.ZH),
			EN: fmt.Sprintf("%s, %d to %s, %d", first.EN, a.Year, last.EN, b.Year)}
	case a.Month == b.Month:
		last = finding.Text{ZH: fmt.Sprintf("%d日", b.Day), EN: fmt.Sprint(b.Day)}
	}
	return finding.Text{ZH: fmt.Sprintf("%d年%s至%s", a.Year, first.ZH, last.ZH), EN: fmt.Sprintf("%s to %s, %d", first.EN, last.EN, a.Year)}
}

// yearWords returns n whole months over the end of a year in words.
func yearWords(a, b period.Date, n int) finding.Text {
	if n%12 == 0 && a.Month == 1 {
		return finding.Text{ZH: fmt.Sprintf("%d至%d年", a.Year, b.Year), EN: fmt.Sprintf("%d to %d", a.Year, b.Year)}
	}
	return finding.Text{ZH: fmt.Sprintf("%d年%d月至%d年%d月", a.Year, a.Month, b.Year, b.Month),
		EN: fmt.Sprintf("%s %d to %s %d", months[a.Month], a.Year, months[b.Month], b.Year)}
}

// MonthDay returns a day without its year in words.
func MonthDay(d period.Date) finding.Text {
	return finding.Text{ZH: fmt.Sprintf("%d月%d日", d.Month, d.Day), EN: fmt.Sprintf("%s %d", months[d.Month], d.Day)}
}
