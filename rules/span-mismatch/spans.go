package spanmismatch

import (
	"fmt"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

var (
	lasted = finding.Text{
		ZH: "从“%s”到“%s”是%s，与“%s”不符。",
		EN: "From “%s” to “%s” is %s, not “%s”.",
	}
	within = finding.Text{
		ZH: "“%s”首尾都算是%s，与“%s”不符。",
		EN: "“%s” makes %s, both ends counted, not “%s”.",
	}
	reckonedDay = finding.Text{
		ZH: "照“%s”推算，另一头是%d月%d日，文中没有这一天，与“%s”对不上。",
		EN: "Reckoned by “%s” the other end is %[2]d/%[3]d, which the text doesn't name beside “%[4]s”.",
	}
	secondsApart = finding.Text{
		ZH: "“%s”与“%s”相差%s秒，与“%s”不符。",
		EN: "“%s” and “%s” are %s seconds apart, not “%s”.",
	}
	daysApart = finding.Text{
		ZH: "“%s”与“%s”相差%d天，与“%s”不符。",
		EN: "“%s” and “%s” are %d days apart, not “%s”.",
	}
	clock = finding.Text{
		ZH: "“%s”是%s，与“%s”不符。",
		EN: "“%s” is %s, not “%s”.",
	}
	restated = finding.Text{
		ZH: "“%s”是%s，与括号里的“%s”不符。",
		EN: "“%s” is %s, not “%s”, as the brackets have it.",
	}
	years = finding.Text{
		ZH: "从%d年到%d年是%d年，与“%s”不符。",
		EN: "From %d to %d is %d years, not “%s”.",
	}
	since = finding.Text{ZH: "从这一年算起", EN: "the year it counts from"}
	first = finding.Text{ZH: "开始", EN: "the beginning"}
	last  = finding.Text{ZH: "结束", EN: "the end"}
)

// apart reports a length whose two ends, printed apart from it, contradict it.
func apart(p *rule.Pass, sp *figure.Span) {
	severity := finding.Warning
	if sp.Doubt {
		severity = finding.Info
	}
	long := inWords(sp)
	from, to, length := p.Text(sp.From), p.Text(sp.To), p.Text(sp.Length)
	message := finding.Text{
		ZH: fmt.Sprintf(lasted.ZH, from, to, long.ZH, length),
		EN: fmt.Sprintf(lasted.EN, from, to, long.EN, length),
	}
	related := []rule.Related{tell.Related(sp.From, first), tell.Related(sp.To, last)}
	if sp.From == sp.To && sp.Unit == "min" {
		message = finding.Text{ZH: fmt.Sprintf(clock.ZH, from, long.ZH, length), EN: fmt.Sprintf(clock.EN, from, long.EN, length)}
		related = related[:1]
	} else if sp.From == sp.To {
		related = []rule.Related{tell.Related(sp.From, ends)}
		message = finding.Text{
			ZH: fmt.Sprintf(within.ZH, from, long.ZH, length),
			EN: fmt.Sprintf(within.EN, from, long.EN, length),
		}
	}
	if sp.Restated {
		message = finding.Text{ZH: fmt.Sprintf(restated.ZH, from, long.ZH, length), EN: fmt.Sprintf(restated.EN, from, long.EN, length)}
		if sp.Unit == "min" {
			message.ZH = fmt.Sprintf(restated.ZH, from, fmt.Sprintf("%d分钟", sp.Lasted), length)
			message.EN = fmt.Sprintf(restated.EN, from, fmt.Sprintf("%d minutes", sp.Lasted), length)
		}
	}
	if sp.Figure >= 0 {
		p.Contradict(sp.Figure)
	}
	p.Report(rule.Problem{
		Range: sp.Length, Severity: severity, Confidence: tell.Confidence(severity), Message: message, Related: related,
	})
}

// inWords says how long the ends of a span make it.
func inWords(sp *figure.Span) finding.Text {
	n := sp.Lasted
	switch sp.Unit {
	case "d":
		return finding.Text{ZH: fmt.Sprintf("%d天", n), EN: fmt.Sprintf("%d days", n)}
	case "mo":
		return twoUnits(n, 12, "年", "个月", "years", "months")
	}
	return twoUnits(n, 60, "小时", "分", "hours", "minutes")
}

// twoUnits prints an amount of a small unit with the large one that holds so
// many of it.
func twoUnits(n, per int, zhLarge, zhSmall, enLarge, enSmall string) finding.Text {
	var t finding.Text
	if n >= per {
		t.ZH, t.EN = fmt.Sprintf("%d%s", n/per, zhLarge), fmt.Sprintf("%d %s", n/per, enLarge)
	}
	if n%per > 0 || n < per {
		if t.EN != "" {
			t.EN += " "
		}
		t.ZH, t.EN = t.ZH+fmt.Sprintf("%d%s", n%per, zhSmall), t.EN+fmt.Sprintf("%d %s", n%per, enSmall)
	}
	return t
}

// elapsed reports a number of years that the year it counts from contradicts.
func elapsed(p *rule.Pass, e *figure.Elapsed) {
	var related []rule.Related
	if e.Since.Len() > 0 {
		related = append(related, tell.Related(e.Since, since))
	}
	p.Contradict(e.Figure)
	p.Report(rule.Problem{
		Range: e.Length, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(years, e.From, e.To, e.To-e.From, p.Text(e.Length)), Related: related,
	})
}

// offset reports a number of days that the two dates beside it contradict.
func offset(p *rule.Pass, o *figure.Offset) {
	f := &p.Page.Figures[o.Figure]
	message := tell.Textf(daysApart, p.Text(o.From), p.Text(o.To), o.Days, p.Text(f.Range))
	switch {
	case o.Gap != "":
		message = tell.Textf(secondsApart, p.Text(o.From), p.Text(o.To), o.Gap, p.Text(f.Range))
	case o.Days == 0:
		message = tell.Textf(reckonedDay, p.Text(f.Range), o.Day.Month, o.Day.Day, p.Text(o.From))
	}
	p.Contradict(o.Figure)
	p.Report(rule.Problem{
		Range: f.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning), Message: message,
		Related: []rule.Related{tell.Related(o.From, first), tell.Related(o.To, last)},
	})
}
