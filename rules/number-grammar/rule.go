// Package numbergrammar finds words around figures that say a thing twice or
// can't say it.
package numbergrammar

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/cue"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 时速每小时, 是去年的一倍 and 下降-5%.
var Rule = rule.New(page, finding.Grammar, run, "GRA-04", "GRA-05", "GRA-06")

var (
	twice = finding.Text{
		ZH: "“%s”里“每”的意思说了两遍，留一个即可。",
		EN: "“%s” says “per” twice; once will do.",
	}
	one = finding.Text{
		ZH: "“%s”等于没有变化：是两倍，还是多了一倍？",
		EN: "“%s” means no change: is it twice as much that is meant?",
	}
	minus = finding.Text{
		ZH: "“%s”的负号与表示下降的词重复，照字面成了上升。",
		EN: "“%s” has a minus sign beside a word for a fall: taken literally, it rose.",
	}
	dropMinus = finding.Text{ZH: "去掉负号", EN: "drop the minus sign"}
)

func run(p *rule.Pass) {
	last := 0
	for _, r := range p.Page.Cues(figure.DoubledPer) {
		if r.Start >= last {
			last = r.End
			report(p, r, finding.Warning, twice)
		}
	}
	for _, r := range p.Page.Cues(figure.OneTimeOf) {
		oneTime(p, r)
	}
	for i := range p.Page.Figures {
		if f := &p.Page.Figures[i]; f.Negative {
			fall(p, f)
		}
	}
}

func report(p *rule.Pass, r source.Range, s finding.Severity, message finding.Text, fixes ...rule.Fix) {
	p.Report(rule.Problem{Range: r, Severity: s, Confidence: tell.Confidence(s), Message: tell.Textf(message, p.Text(r)), Fixes: fixes})
}

// oneTime reports 是去年的一倍 where nothing makes it more than one time.
func oneTime(p *rule.Pass, r source.Range) {
	if _, ok := p.Page.CueAt(figure.OneTimeMore, r.End); ok {
		return
	}
	words, start := cue.Clause(p.Page, p.Page.SentenceOf(r.Start), r)
	for _, be := range p.Page.CuesIn(figure.OneTimeBe, source.Range{Start: start, End: r.Start}) {
		before := words[:be.Start-start]
		if strings.HasSuffix(before, "不") || strings.HasSuffix(before, "还") || r.Start-be.End > 36 {
			continue
		}
		if w := p.Text(be); strings.HasPrefix(w, "超") {
			return // more than one time
		}
		report(p, source.Range{Start: be.Start, End: r.End}, finding.Info, one)
		return
	}
}

// fall reports a negative figure right behind a word for a fall.
func fall(p *rule.Pass, f *figure.Figure) {
	text := p.Page.Text
	sign := f.Range.Start
	n := 1
	if text[sign] >= 0x80 {
		n = 3
	}
	if strings.TrimLeft(text[sign:min(len(text), sign+n)], "-−－–—") != "" {
		return
	}
	at := sign
	for at > 0 && text[at-1] == ' ' {
		at--
	}
	w, ok := p.Page.CueBefore(figure.FallWord, at)
	if !ok || at != sign && p.Doc.Lang != "en" {
		return
	}
	report(p, source.Range{Start: w.Start, End: f.Range.End}, finding.Warning, minus,
		rule.Fix{Title: dropMinus, Grade: finding.Manual, Edits: []rule.Edit{{Range: source.Range{Start: sign, End: sign + n}}}})
}
