// Package weekday checks weekdays against the dates that they stand beside.
package weekday

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/cue"
)

//go:embed doc.md
var page string

// Rule reports a weekday that isn't that of the date beside it.
var Rule = rule.New(page, finding.Dates, run, "DAT-01", "DAT-15")

// pair is a date with the weekday printed beside it.
type pair struct {
	date    int          // index of Page.Dates
	words   source.Range // of the date, without the weekday
	weekday period.Weekday
	printed source.Range // of the weekday
	first   bool         // the weekday is that of the first day of a span
}

func run(p *rule.Pass) {
	for i := range p.Page.Dates {
		if c, ok := pairAt(p.Page, i); ok && !p.Page.Dates[c.date].Has(period.LunarDate) {
			check(p, c)
		}
	}
}

// pairAt returns the date at index i, or the one beside it, with its weekday.
func pairAt(p *figure.Page, i int) (pair, bool) {
	d := &p.Dates[i]
	if d.Weekday != 0 {
		if !d.Has(period.MonthPrinted) && (d.Has(period.Relative) || !d.Period.IsPoint()) {
			return pair{}, false
		}
		c := pair{date: i, words: body(p.Text, d), weekday: d.Weekday, printed: source.Range{Start: d.WeekdayStart, End: d.WeekdayEnd}}
		c.first = listed(p.Text[d.WeekdayEnd:])
		return c, !c.first || d.Kind == period.KindPeriod
	}
	if c, ok := linked(p, i); ok {
		return c, true
	}
	if i+1 >= len(p.Dates) {
		return pair{}, false
	}
	e := &p.Dates[i+1]
	switch {
	case alone(d) && dated(e) && bracketed(p, d, e):
		return pair{date: i + 1, words: e.Range(), weekday: weekdayOf(d), printed: d.Range()}, true
	case alone(e) && dated(d) && (bracketed(p, d, e) || masthead(p, d, e)):
		return pair{date: i, words: d.Range(), weekday: weekdayOf(e), printed: e.Range()}, true
	}
	return pair{}, false
}

// links lead from a day to the weekday that it is said to be.
var links = [...]string{"为", "是", "恰逢", "适逢", "正值", "正逢", "恰为", "恰是", "正好是", "恰好是", "刚好是"}

// linked returns a day with the weekday that words behind it say it is: 6月7日为
// 星期六, 7月1日恰逢周二.
func linked(p *figure.Page, i int) (pair, bool) {
	d := &p.Dates[i]
	if !dated(d) || !d.Period.IsPoint() {
		return pair{}, false
	}
	for _, link := range links {
		rest, ok := strings.CutPrefix(p.Text[d.End:], link)
		if !ok {
			continue
		}
		at := d.End + len(link)
		for _, head := range [...]string{"星期", "礼拜", "周"} {
			name, ok := strings.CutPrefix(rest, head)
			if !ok {
				continue
			}
			for n, w := range [...]string{"一", "二", "三", "四", "五", "六", "日", "天"} {
				if strings.HasPrefix(name, w) && !listed(name[len(w):]) {
					end := at + len(head) + len(w)
					return pair{date: i, words: d.Range(), weekday: period.Weekday(min(n, 6) + 1), printed: source.Range{Start: at, End: end}}, true
				}
			}
		}
	}
	return pair{}, false
}

// alone reports whether an expression is a weekday and nothing else.
func alone(d *figure.Date) bool { return d.Kind == period.KindWeekday }

// dated reports whether an expression is a day with its month, and no weekday.
func dated(d *figure.Date) bool {
	return d.Kind == period.KindDate && d.Has(period.MonthPrinted) && d.Weekday == 0
}

// weekdayOf returns the weekday that is meant by an expression that is nothing
// else.
func weekdayOf(d *figure.Date) period.Weekday {
	x := period.Resolve(&d.Expr, period.Context{Published: period.Date{Year: 2025, Month: 1, Day: 1}})
	return x.Start.Weekday()
}

// body returns the range of a date without the weekday behind or before it.
func body(text string, d *figure.Date) source.Range {
	r := cue.Day(text, d)
	if d.WeekdayEnd > r.End {
		return r // in brackets that hold more
	}
	if strings.ContainsAny(text[d.WeekdayEnd:r.End], "0123456789") {
		r.Start = d.WeekdayEnd
		r.Start += len(text[r.Start:r.End]) - len(strings.TrimLeft(text[r.Start:r.End], "，, "))
		return r
	}
	r.End = r.Start + len(strings.TrimRight(text[r.Start:d.WeekdayStart], "（(，,、 \u3000\u00a0"))
	return r
}

// listed reports whether the weekday goes on to another one: 周六、周日.
func listed(behind string) bool {
	behind = strings.TrimLeft(behind, " ")
	for _, w := range [...]string{"、", "至", "到", "—", "-", "–", "~", "～", "和", "及", "或", "与", "日", "六日", " and ", "/"} {
		if strings.HasPrefix(behind, w) {
			return true
		}
	}
	return false
}

// bracketed reports whether b stands in brackets right behind a, and alone in
// them.
func bracketed(p *figure.Page, a, b *figure.Date) bool {
	if b.Start < a.End || b.Start-a.End > 4 {
		return false
	}
	switch strings.Trim(p.Text[a.End:b.Start], " ") {
	case "（", "(":
	default:
		return false
	}
	behind := p.Text[b.End:]
	return strings.HasPrefix(behind, "）") || strings.HasPrefix(behind, ")")
}

// masthead reports whether both stand in one masthead or in two that touch.
func masthead(p *figure.Page, a, b *figure.Date) bool {
	if !a.Has(period.YearPrinted) {
		return false
	}
	x, y := p.Sentences[a.Sentence].Block, p.Sentences[b.Sentence].Block
	return y-x <= 1 && p.Doc.Blocks[x].Kind == document.Masthead && p.Doc.Blocks[y].Kind == document.Masthead &&
		!strings.ContainsAny(p.Text[a.End:b.Start], "，。；,")
}

// check compares the pair with the calendar.
func check(p *rule.Pass, c pair) {
	days, sure := candidates(p.Page, c)
	if len(days) == 0 {
		return
	}
	for _, d := range days {
		if d.Weekday() == c.weekday {
			return
		}
	}
	severity := finding.Error
	if !sure || c.first {
		severity = finding.Warning
	}
	report(p, c, days[0], severity)
}

// turn is how many days from the day of publication a date without a year may
// be for its year to be open.
const turn = 200

// candidates returns the days that the date may mean, the likeliest first, and
// whether that one is sure.
func candidates(p *figure.Page, c pair) (days []period.Date, sure bool) {
	d := &p.Dates[c.date]
	switch {
	case d.Has(period.Ambiguous):
		return nil, false
	case d.Has(period.YearPrinted) || d.Has(period.YearRelative) && !p.Published.IsZero():
		if x := c.end(d.Period); x.Known() {
			return []period.Date{x}, !d.Has(period.ShortYear)
		}
		return nil, false
	case p.Published.IsZero():
		return nil, false
	case !d.Has(period.MonthPrinted):
		return bareDays(p.Published, c.end(d.Period).Day), false
	}
	if y := yearBefore(p, c.date); y != 0 {
		days = append(days, c.end(period.Resolve(&d.Expr, period.Context{Published: p.Published, Year: y})))
	}
	for _, n := range [...]int{0, -1, 1} {
		x := c.end(period.Resolve(&d.Expr, period.Context{Published: p.Published, Year: p.Published.Year + n}))
		if away := x.Serial() - p.Published.Serial(); x.Known() && -turn <= away && away <= turn {
			days = append(days, x)
		}
	}
	return days, false
}

// end returns the day of a span that the weekday is printed beside.
func (c pair) end(x period.Period) period.Date {
	if c.first {
		return x.Start
	}
	return x.End
}

// bareDays returns the days of that number in the months around publication.
func bareDays(published period.Date, day int) (days []period.Date) {
	first := period.Date{Year: published.Year, Month: published.Month, Day: 1}
	for _, n := range [...]int{0, -1, 1, -2, 2} {
		x := first.AddMonths(n)
		if x.Day = day; x.Valid() {
			days = append(days, x)
		}
	}
	return days
}

// yearsBack is how many dates back the year is looked for that a passage is
// about.
const yearsBack = 12

// yearBefore returns the year of the last date in the block, before the i-th,
// that has one; 0 for none.
func yearBefore(p *figure.Page, i int) int {
	block := p.Sentences[p.Dates[i].Sentence].Block
	for k := i - 1; k >= max(0, i-yearsBack); k-- {
		d := &p.Dates[k]
		if p.Sentences[d.Sentence].Block != block {
			return 0
		}
		if d.Has(period.YearPrinted) && d.Period.Known() {
			return d.Period.End.Year
		}
	}
	return 0
}
