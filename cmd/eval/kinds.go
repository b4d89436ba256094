package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

const days = "一二三四五六日"

// kinds are the errors that are put in, each decidable from the copy itself.
var kinds = []kind{
	{"repeat-digit", "repeated-figure-mismatch", "", finding.Warning, repeatDigit},
	{"repeat-scale", "repeated-figure-mismatch", "", finding.Warning, repeatScale},
	{"headline-digit", "headline-figure-mismatch", "zh", finding.Warning, headlineDigit},
	{"percent-for-points", "percent-for-points", "zh", finding.Warning,
		swapWords(`(?:占比|比重|增速|涨幅|失业率)[^，。；\d]{0,8}(?:提高|提升|上升|下降|回落|加快|收窄)了?\d+(?:\.\d+)?(个百分点)`, 1, always("%"))},
	{"points-for-percent", "percent-for-points", "zh", finding.Warning,
		swapWords(`\d(?:万亿|亿)(?:美元|元)，同比增长\d+(?:\.\d+)?(%)`, 1, always("个百分点"))},
	{"today", "relative-date-mismatch", "zh", finding.Warning, today},
	{"weekday", "weekday-mismatch", "zh", finding.Warning, weekdayZH},
	{"weekday-en", "weekday-mismatch", "en", finding.Warning, weekdayEN},
	{"impossible-date", "impossible-date", "zh", finding.Warning, swapWords(`(?:^|\D)(?:4|6|9|11)月(\d{1,2})日`, 1, always("31"))},
	{"impossible-date-en", "impossible-date", "en", finding.Warning, swapWords(`\b(?:April|June|September|November) (\d{1,2})\b`, 1, always("31"))},
	{"respectively", "respectively-mismatch", "zh", finding.Warning, respectively},
	{"list-count", "list-count-mismatch", "zh", finding.Warning, listCount},
	{"ordinal-gap", "ordinal-gap", "zh", finding.Warning, ordinal},
	{"double-hedge", "doubled-hedge", "zh", finding.Info, swapWords(`(?:^|[^近约超逾\d.])(\d)\d*(?:多|余)(?:万|亿|个|家|人|名|件|项)`, 1,
		func(words string, _ *article) string { return "约" + words })},
	{"until", "until-for-as-of", "zh", finding.Info, swapWords(`(截至)(?:\d|目前|今年|去年)`, 1, always("截止"))},
	{"fall-by-times", "fall-by-times", "zh", finding.Info, swapWords(`(?:下降|减少|降低)了?(\d+(?:\.\d+)?%)`, 1, always("两倍"))},
	{"minus-fall", "number-grammar", "zh", finding.Info, swapWords(`(?:同比|环比)下降(\d)\d*(?:\.\d+)?%`, 1,
		func(words string, _ *article) string { return "-" + words })},
	{"range-order", "inverted-range", "zh", finding.Warning, rangeOrder},
	{"range-unit", "range-form", "zh", finding.Info, swapWords(`\d(%)(?:[至到~—]|-)\d+(?:\.\d+)?%`, 1, always(""))},
	{"edition", "edition-mismatch", "zh", finding.Warning, edition},
	{"plan-year", "plan-period-mismatch", "zh", finding.Warning, swapWords(`(20\d\d)年是“十[三四五]五”(?:规划)?(?:开局|收官)之年`, 1,
		func(words string, _ *article) string { return shift(words, 1) })},
	{"quarter-months", "period-months-mismatch", "zh", finding.Warning, swapWords(`(?:前三季度|上半年|一季度)()，`, 1, always("（1—8月）"))},
	{"placeholder", "placeholder", "", finding.Warning, placeholder},
	{"unpaired", "unpaired-mark", "", finding.Info, swapWords(`（[^（）\n]{2,20}(）)|\([^()\n]{2,40}(\))`, 0, func(words string, _ *article) string {
		return strings.TrimRight(words, "）)")
	})},
	{"duplicate-item", "duplicate-item", "zh", finding.Warning, duplicate},
	{"run-length", "span-mismatch", "zh", finding.Warning, swapWords(`(\d月\d日至\d{1,2}日)(?:，|在|举)`, 1,
		func(words string, _ *article) string { return words + "，为期45天" })},
}

func shift(number string, by int) string {
	n, err := strconv.Atoi(number)
	if err != nil {
		return number
	}
	return strconv.Itoa(n + by)
}

func repeatDigit(a *article, yield func(seed) bool) {
	repeats(a, func(first, second []int) bool {
		n := span(second, 1)
		return yield(replace(a.text, n.Start, n.End, slip(a.text[n.Start:n.End], a.id), span(first, 0)))
	})
}

func repeatScale(a *article, yield func(seed) bool) {
	repeats(a, func(first, second []int) bool {
		u := span(second, 2)
		unit := a.text[u.Start:u.End]
		for _, x := range [...][2]string{{"万亿", "亿"}, {"亿", "万"}, {"万", "亿"}, {" million", " billion"}, {" billion", " million"}} {
			if strings.HasPrefix(unit, x[0]) {
				return yield(replace(a.text, u.Start, u.Start+len(x[0]), x[1], span(first, 0)))
			}
		}
		return true
	})
}

func headlineDigit(a *article, yield func(seed) bool) {
	head, body, ok := strings.Cut(a.text, "\n")
	if !ok || len(head) > 150 {
		return
	}
	for _, m := range figure["zh"].FindAllStringSubmatchIndex(head, -1) {
		at := strings.Index(body, head[m[0]:m[1]])
		if n := span(m, 1); at >= 0 && digitsOf(head[n.Start:n.End]) >= 3 {
			at += len(head) + 1
			if !yield(replace(a.text, n.Start, n.End, slip(head[n.Start:n.End], a.id), source.Span{Start: at, End: at + m[1] - m[0]})) {
				return
			}
		}
	}
}

var todayDate = regexp.MustCompile(`今天（(\d+)月(\d+)日）`)

func today(a *article, yield func(seed) bool) {
	day, err := time.Parse(time.DateOnly, a.date)
	if err != nil {
		return
	}
	for _, m := range todayDate.FindAllStringSubmatchIndex(a.text, -1) {
		other := day.AddDate(0, 0, 2+int(roll(a.id)%9))
		if !yield(replace(a.text, m[2], m[5], fmt.Sprintf("%d月%d", int(other.Month()), other.Day()), span(m, 0))) {
			return
		}
	}
}

var dateZH = regexp.MustCompile(`(20\d\d)年(\d{1,2})月(\d{1,2})日(?:[^（]|$)`)

func weekdayZH(a *article, yield func(seed) bool) {
	for _, m := range dateZH.FindAllStringSubmatchIndex(a.text, -1) {
		day, err := time.Parse("2006-1-2", a.text[m[2]:m[3]]+"-"+a.text[m[4]:m[5]]+"-"+a.text[m[6]:m[7]])
		if err != nil {
			continue
		}
		wrong := (int(day.Weekday()) + int(roll(a.id)%6)) % 7 // Sunday is 0, so the right one is 6 back
		end := m[7] + len("日")
		if !yield(replace(a.text, end, end, "（星期"+days[3*wrong:3*wrong+3]+"）", source.Span{Start: m[0], End: end})) {
			return
		}
	}
}

var dateEN = regexp.MustCompile(`\b((?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, (?:19|20)\d\d)\b`)

func weekdayEN(a *article, yield func(seed) bool) {
	for _, m := range dateEN.FindAllStringSubmatchIndex(a.text, -1) {
		day, err := time.Parse("January 2, 2006", a.text[m[2]:m[3]])
		if err != nil || strings.HasSuffix(a.text[:m[2]], "day, ") {
			continue
		}
		wrong := time.Weekday((int(day.Weekday()) + 1 + int(roll(a.id)%6)) % 7)
		if !yield(replace(a.text, m[2], m[2], wrong.String()+", ", span(m, 0))) {
			return
		}
	}
}

var dealt = regexp.MustCompile(`((?:\p{Han}{2,8}、){1,3}\p{Han}{2,8}?)(?:同比)?分别(?:增长|下降|上涨)(\d+(?:\.\d+)?%(?:、|和))(?:\d+(?:\.\d+)?%(?:、|和)){0,2}\d+(?:\.\d+)?%`)

func respectively(a *article, yield func(seed) bool) {
	for _, m := range dealt.FindAllStringSubmatchIndex(a.text, -1) {
		names, whole := a.text[m[2]:m[3]], a.text[m[0]:m[1]]
		if strings.ContainsAny(names, "和及") || strings.Count(names, "、")+1 != strings.Count(whole, "%") {
			continue
		}
		if !yield(replace(a.text, m[4], m[5], "", span(m, 1))) {
			return
		}
	}
}

const numerals = "零一二三四五六七八九"

// numeral returns the Chinese numeral of a digit.
func numeral(n int) string { return numerals[3*n : 3*n+3] }

var announced = regexp.MustCompile(`([两三四五六])(?:个方面|项工作|点要求|点建议|点意见|项举措)[^。]{0,12}[：:，。]`)

func listCount(a *article, yield func(seed) bool) {
	for _, m := range announced.FindAllStringSubmatchIndex(a.text, -1) {
		rest := a.text[m[1]:min(len(a.text), m[1]+2000)]
		n := 0
		for n < 7 {
			i := strings.Index(rest, numeral(n+1)+"是")
			if i < 0 {
				break
			}
			rest, n = rest[i:], n+1
		}
		said := strings.Index("零一两三四五六", a.text[m[2]:m[3]]) / 3
		if n < 2 || n != said {
			continue
		}
		if !yield(replace(a.text, m[2], m[3], numeral(n+1), span(m, 0))) {
			return
		}
	}
}

func ordinal(a *article, yield func(seed) bool) {
	first := strings.Index(a.text, "一是")
	if first < 0 {
		return
	}
	at := strings.Index(a.text[first:], "；三是")
	if two := strings.Index(a.text[first:], "二是"); two < 0 || at < two || at > 900 {
		return
	}
	at += first + len("；")
	yield(replace(a.text, at, at+len("三"), "四", source.Span{Start: first, End: at}))
}

var percentRange = regexp.MustCompile(`(?:^|[^\d.从由])(\d+(?:\.\d+)?)%[至到~—](\d+(?:\.\d+)?)%`)

func rangeOrder(a *article, yield func(seed) bool) {
	for _, m := range percentRange.FindAllStringSubmatchIndex(a.text, -1) {
		lo, hi := a.text[m[2]:m[3]], a.text[m[4]:m[5]]
		x, _ := strconv.ParseFloat(lo, 64)
		y, _ := strconv.ParseFloat(hi, 64)
		if x >= y || strings.ContainsAny(a.text[max(0, m[2]-24):m[2]], "从由") {
			continue
		}
		words := a.text[m[2]:m[5]]
		if !yield(replace(a.text, m[2], m[5], hi+words[len(lo):len(words)-len(hi)]+lo)) {
			return
		}
	}
}

var editionName = regexp.MustCompile(`第([二三四五六七八])届(\p{Han}{4,10})`)

func edition(a *article, yield func(seed) bool) {
	seen := map[string][]int{}
	for _, m := range editionName.FindAllStringSubmatchIndex(a.text, -1) {
		key := a.text[m[2]:m[3]] + a.text[m[4]:m[4]+12]
		if f, ok := seen[key]; ok && strings.ContainsAny(a.text[f[1]:m[0]], "。！？；\n") {
			n := strings.Index(numerals, a.text[m[2]:m[3]]) / 3
			if !yield(replace(a.text, m[2], m[3], numeral(n+1), span(f, 0))) {
				return
			}
		}
		seen[key] = m
	}
}

func placeholder(a *article, yield func(seed) bool) {
	for _, m := range figure[a.lang].FindAllStringSubmatchIndex(a.text, -1) {
		if n := span(m, 1); n.Start > 0 && !strings.ContainsAny(a.text[n.Start-1:n.Start], "0123456789.,-$") {
			if !yield(replace(a.text, n.Start, n.End, "XX", span(m, 0))) {
				return
			}
		}
	}
}

var names = regexp.MustCompile(`[，。：\n](\p{Han}{2,4})、(\p{Han}{2,4})、(\p{Han}{2,4})(?:、|等)`)

func duplicate(a *article, yield func(seed) bool) {
	for _, m := range names.FindAllStringSubmatchIndex(a.text, -1) {
		if !yield(replace(a.text, m[6], m[7], a.text[m[2]:m[3]], span(m, 1))) {
			return
		}
	}
}
