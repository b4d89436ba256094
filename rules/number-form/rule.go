// Package numberform finds Chinese figures in a form that the standard of
// figures in publications doesn't allow.
package numberform

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 4千人, 七、八万, 98年5月, 星期4, 二零二五年, 五·一 and 农历8月15.
var Rule = rule.New(page, finding.Style, run, "STY-01", "STY-02", "STY-03", "STY-05", "STY-06", "STY-07", "STY-12", "UNI-10")

var (
	mixed    = finding.Text{ZH: "“%s”：阿拉伯数字后面不接“十、百、千、几”。", EN: "“%s”: no 十, 百, 千 or 几 behind digits."}
	estimate = finding.Text{ZH: "“%s”：相邻两数表示概数，用汉字，中间不加顿号。", EN: "“%s”: two neighbouring numerals for an estimate take no mark."}
	short    = finding.Text{ZH: "“%s”：年份要写全。", EN: "“%s”: print the year in full."}
	fixed    = finding.Text{ZH: "“%s”：固定词语里的数字用汉字。", EN: "“%s”: this word takes a Chinese numeral."}
	zero     = finding.Text{ZH: "“%s”：年份中的“零”写作“〇”。", EN: "“%s”: the zero of a year is 〇."}
	dot      = finding.Text{ZH: "“%s”应写作“%s”。", EN: "“%s” should be “%s”."}
	lunar    = finding.Text{ZH: "“%s”：农历月日用汉字。", EN: "“%s”: lunar dates take Chinese numerals."}
	stacked  = finding.Text{ZH: "“%s”：数位叠用，不知道是“亿”还是“万”。", EN: "“%s” stacks up scales: is it 亿 or 万?"}
	change   = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		if f := &p.Page.Figures[i]; !f.Han && f.Kind != quantity.Range {
			mixedScale(p, f)
			bareYear(p, f)
		}
	}
	for i := range p.Page.Dates {
		date(p, &p.Page.Dates[i])
		shortYear(p, &p.Page.Dates[i])
	}
	estimates(p)
	for _, r := range p.Page.Cues(figure.FixedDigit) {
		inWord(p, r)
	}
	for _, r := range p.Page.WholeCues(figure.DotName) {
		name(p, r)
	}
	for _, r := range p.Page.WholeCues(figure.StackedScale) {
		if c := p.Page.Text[max(0, r.Start-1)]; c >= '0' && c <= '9' {
			p.Report(rule.Problem{Range: r, Severity: finding.Warning, Confidence: 0.9, Category: finding.Units, Message: tell.Textf(stacked, p.Text(r))})
		}
	}
}

// report reports a slip of form, with the fix where there is one.
func report(p *rule.Pass, r source.Range, message finding.Text, right string, grade finding.Grade) {
	pr := rule.Problem{Range: r, Severity: finding.Info, Confidence: 0.9, Message: message}
	if right != "" {
		pr.Fixes = []rule.Fix{{Title: tell.Textf(change, right), Grade: grade, Edits: []rule.Edit{{Range: r, Text: right}}}}
	}
	p.Report(pr)
}

// zeros are what a Chinese scale is in digits.
var zeros = map[rune]string{'十': "0", '百': "00", '千': "000"}

// mixedScale reports 4千人 and 10几个.
func mixedScale(p *rule.Pass, f *figure.Figure) {
	words := p.Text(f.Number)
	n := 0
	for n < len(words) && (words[n] >= '0' && words[n] <= '9' || words[n] == '.') {
		n++
	}
	r, w := utf8.DecodeRuneInString(words[n:])
	z, ok := zeros[r]
	switch {
	case n == 0 || strings.Contains(words, "亿亿"): // so counting is measured
	case ok && f.Kind == quantity.Measure && words[n:] == "千": // 千公顷, 千吨: units of statistics
	case ok && !strings.Contains(words[:n], "."):
		report(p, f.Number, tell.Textf(mixed, p.Text(f.Range)), words[:n]+z+words[n+w:], finding.Safe)
	case ok:
		report(p, f.Number, tell.Textf(mixed, p.Text(f.Range)), "", finding.Manual)
	case n == len(words) && n == 2 && words[1] == '0' && strings.HasPrefix(p.Page.Text[f.Number.End:], "几"):
		whole := source.Range{Start: f.Number.Start, End: f.Number.End + len("几")}
		han := []string{"", "", "二", "三", "四", "五", "六", "七", "八", "九"}[words[0]-'0'] + "十几"
		report(p, whole, tell.Textf(mixed, p.Text(whole)), han, finding.Safe)
	}
}

// date reports short years, 零 in a year and digits in a lunar date.
func date(p *rule.Pass, d *figure.Date) {
	words := p.Text(d.Range())
	switch {
	case d.Has(period.LunarDate) && strings.ContainsAny(words, "0123456789") && !d.Has(period.YearPrinted):
		report(p, d.Range(), tell.Textf(lunar, words), hanLunar(words), finding.Safe)
	case d.Has(period.ShortYear|period.MonthPrinted|period.Chinese) && d.Period.Known() && strings.Contains(words, "年") && words[0] >= '0' && words[0] <= '9':
		at := source.Range{Start: d.Start, End: d.Start + strings.Index(words, "年")}
		report(p, at, tell.Textf(short, words), quantity.Int(int64(d.Period.Start.Year)).String(), finding.Manual)
	case d.Has(period.YearPrinted|period.Chinese) && utf8.RuneCountInString(words) >= 5:
		if y := strings.Index(words, "年"); y == 12 && strings.Contains(words[:y], "零") {
			at := source.Range{Start: d.Start, End: d.Start + y}
			report(p, at, tell.Textf(zero, words), strings.ReplaceAll(words[:y], "零", "〇"), finding.Safe)
		}
	}
}

// estimates reports 七、八万 and 3、4个月.
func estimates(p *rule.Pass) {
	for _, g := range [...]figure.Cue{figure.EstimateHan, figure.EstimateDigit} {
		for _, r := range p.Page.Cues(g) {
			before, _ := utf8.DecodeLastRuneInString(p.Page.Text[:r.Start])
			u, ok := p.Page.CueAt(figure.EstimateUnit, r.End)
			if !ok || strings.ContainsRune("第、·.一二三四五六七八九十百千万亿0123456789（(初周", before) {
				continue
			}
			if _, other := p.Page.CueAt(figure.EstimateNot, u.End); other {
				continue
			}
			whole := source.Range{Start: r.Start, End: u.End}
			right, grade := strings.ReplaceAll(p.Text(r), "、", ""), finding.Safe
			if g == figure.EstimateDigit {
				right, grade = hanDigits.Replace(right), finding.Manual // or two things
			}
			report(p, r, tell.Textf(estimate, p.Text(whole)), right, grade)
		}
	}
}

var hanDigits = strings.NewReplacer("1", "一", "2", "二", "3", "三", "4", "四", "5", "五", "6", "六", "7", "七", "8", "八", "9", "九")

// inWord reports 星期4 and 第3季度.
func inWord(p *rule.Pass, r source.Range) {
	if strings.HasPrefix(p.Text(r), "第") || r.End == len(p.Page.Text) || p.Page.Text[r.End] < '0' || p.Page.Text[r.End] > '9' {
		report(p, r, tell.Textf(fixed, p.Text(r)), hanDigits.Replace(p.Text(r)), finding.Safe)
	}
}

// name reports 五·一 and 911事件.
func name(p *rule.Pass, r source.Range) {
	words := p.Text(r)
	right := strings.ReplaceAll(words, "·", "")
	if words[0] == '9' {
		tail := strings.TrimPrefix(strings.TrimPrefix(words, "9.11"), "911")
		right = "“9·11”" + tail
		if strings.HasSuffix(p.Page.Text[:r.Start], "“") {
			return
		}
	}
	next, _ := utf8.DecodeRuneInString(p.Page.Text[r.End:])
	before, _ := utf8.DecodeLastRuneInString(p.Page.Text[:r.Start])
	if strings.ContainsRune("一二三四五六七八九十", next) || strings.ContainsRune("一二三四五六七八九十0123456789.", before) {
		return // 五·一二
	}
	report(p, r, tell.Textf(dot, words, right), right, finding.Safe)
}

var (
	lunarMonths = []string{"", "正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"}
	lunarOnes   = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}
)

// hanLunar prints 农历8月15 as 农历八月十五; empty where it is of another form.
func hanLunar(words string) string {
	head, rest, ok := strings.Cut(words, "历")
	month, day, ok2 := strings.Cut(rest, "月")
	m, d := small(month), small(strings.TrimSuffix(day, "日"))
	if !ok || !ok2 || m < 1 || m > 12 || d < 1 || d > 30 {
		return ""
	}
	tens := []string{"初", "十", "廿", "三十"}[d/10]
	switch {
	case d == 10:
		tens = "初十"
	case d == 20:
		tens = "二十"
	case d < 30:
		tens += lunarOnes[d%10]
	}
	return head + "历" + lunarMonths[m] + tens
}

func small(s string) (n int) {
	for _, c := range s {
		if c < '0' || c > '9' || n > 99 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}
