package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/period"
)

// Filed returns the days that datelines print, such as the one of an agency:
// 新华社北京11月26日电, 本报11月26日讯. Copy that is reprinted later counts its 今天
// from there.
func Filed(p *Page) []period.Date {
	var days []period.Date
	for i := range p.Dates {
		d := &p.Dates[i]
		if d.Kind != period.KindDate || d.Has(period.AsOf) || !d.Period.IsPoint() || !d.Period.Known() {
			continue
		}
		if datelined(p.Text[d.End:]) && !contains(days, d.Period.Start) {
			if days = append(days, d.Period.Start); len(days) == maxFiled {
				break
			}
		}
	}
	return days
}

// maxFiled is how many datelines are looked for: a page has one an article.
const maxFiled = 16

// datelined reports whether a text goes on as a dateline does behind its date.
func datelined(behind string) bool {
	behind = strings.TrimLeft(behind, " ）)")
	for _, w := range [...]string{"电", "讯", "消息", "专电", "晚电"} {
		if rest, ok := strings.CutPrefix(behind, w); ok {
			return rest == "" || !strings.HasPrefix(rest, "力") && !strings.HasPrefix(rest, "子")
		}
	}
	return false
}

func contains(days []period.Date, d period.Date) bool {
	for _, x := range days {
		if x == d {
			return true
		}
	}
	return false
}
