package weekday

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

var (
	message = finding.Text{
		ZH: "%s是%s，不是“%s”。",
		EN: "%s is a %s, not “%s”.",
	}
	theDate = finding.Text{ZH: "星期旁边的日期", EN: "the date beside the weekday"}
	change  = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
)

// namesZH and namesEN are the days of the week from Monday on.
var (
	namesZH = [...]string{"一", "二", "三", "四", "五", "六", "日"}
	namesEN = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
)

func report(p *rule.Pass, c pair, day period.Date, severity finding.Severity) {
	printed := p.Text(c.printed)
	w := day.Weekday()
	pr := rule.Problem{
		Range: c.printed, Severity: severity, Confidence: tell.Confidence(severity),
		Message: tell.Textf(message, ledger.PeriodWords(period.Point(day)), finding.Text{ZH: "星期" + namesZH[w-1], EN: namesEN[w-1]}, printed),
		Related: []rule.Related{tell.Related(c.words, theDate)},
		Fixes:   []rule.Fix{fix(c.printed, like(printed, w), "", "")},
	}
	if r, ok := dayNumeral(p.Doc.View.Text, c.words, day.Day); ok {
		if near := nearest(day, c.weekday); near.Month == day.Month {
			pr.Fixes = append(pr.Fixes, fix(r, strconv.Itoa(near.Day), p.Doc.View.Text[c.words.Start:r.Start], p.Doc.View.Text[r.End:c.words.End]))
		}
	}
	p.Report(pr)
}

// fix puts text in the place of r; before and behind are the words around it
// with which it makes a whole date.
func fix(r source.Range, text, before, behind string) rule.Fix {
	return rule.Fix{Title: tell.Textf(change, before+text+behind), Grade: finding.Manual, Edits: []rule.Edit{{Range: r, Text: text}}}
}

// like prints a weekday in the manner of another: 周四, 星期四, Thu, Thursday.
func like(printed string, w period.Weekday) string {
	if printed[0] >= utf8.RuneSelf {
		_, size := utf8.DecodeLastRuneInString(printed)
		return printed[:len(printed)-size] + namesZH[w-1]
	}
	name := namesEN[w-1]
	dot := strings.HasSuffix(printed, ".")
	if n := len(strings.TrimSuffix(printed, ".")); n <= 4 {
		name = name[:3]
	}
	if dot {
		name += "."
	}
	return name
}

// nearest returns the day of that weekday which is nearest to d.
func nearest(d period.Date, w period.Weekday) period.Date {
	n := (int(w) - int(d.Weekday()) + 7) % 7
	if n > 3 {
		n -= 7
	}
	return d.AddDays(n)
}

// dayNumeral returns where the day of the month stands in the words of a date:
// the last run of ASCII digits that has its value.
func dayNumeral(text string, r source.Range, day int) (found source.Range, ok bool) {
	for i := r.Start; i < r.End; i++ {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		e := i
		for e < r.End && text[e] >= '0' && text[e] <= '9' {
			e++
		}
		if n, err := strconv.Atoi(text[i:e]); err == nil && n == day && e-i <= 2 {
			found, ok = source.Range{Start: i, End: e}, true
		}
		i = e
	}
	return found, ok
}
