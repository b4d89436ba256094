package baseword

import (
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

var (
	apart = finding.Text{
		ZH: "“%s”比较的是%s，应说“%s”，不是“%s”。",
		EN: "“%s” compares %s: “%s”, not “%s”.",
	}
	with = finding.Text{ZH: "与“%s”相比", EN: "compared with “%s”"}
)

// named checks the word for the base against the period that the same clause
// says it compares with: 比9月同比增长, 同比上月上涨, 比去年同期环比增长.
func named(p *rule.Pass, f *figure.Figure) {
	text := p.Page.Text
	clause := source.Range{Start: f.Clause.Start, End: f.Range.Start}
	word := strings.LastIndex(p.Text(clause), f.Basis)
	if word < 0 || len(p.Page.FiguresIn(clause)) > 0 {
		return
	}
	for _, r := range p.Page.CuesIn(figure.YearAgo, clause) {
		if f.Basis == "环比" && r.End <= clause.Start+word && !strings.ContainsAny(text[r.End:clause.Start+word], "，、；") {
			reportNamed(p, f, r, yearly, finding.Text{ZH: "同比", EN: "year on year"}, finding.Text{ZH: "环比", EN: "month on month"})
			return
		}
	}
	dates := p.Page.DatesIn(clause)
	for i := range dates {
		d := &dates[i]
		before := text[clause.Start:d.Start]
		compared := false
		for _, w := range [...]string{"比", "较", "同", "相比"} {
			compared = compared || strings.HasSuffix(before, w)
		}
		between := source.Range{Start: min(d.End, clause.Start+word), End: max(d.Start, clause.Start+word)}
		if !compared || strings.ContainsAny(p.Text(between), "，、；") {
			continue
		}
		at := source.Range{Start: d.Start, End: d.End}
		_, back := p.Page.CueAt(figure.BackOne, d.Start)
		switch {
		case f.Basis == "同比" && (back || d.Period.Known() && f.Period.Known() && follows(d.Period, f.Period)):
			reportNamed(p, f, at, adjacent, finding.Text{ZH: "环比", EN: "month on month"}, finding.Text{ZH: "同比", EN: "year on year"})
		case f.Basis == "环比" && d.Period.Known() && f.Period.Known() && f.Period.ShiftYears(-1).Equal(d.Period):
			reportNamed(p, f, at, yearly, finding.Text{ZH: "同比", EN: "year on year"}, finding.Text{ZH: "环比", EN: "month on month"})
		}
		return
	}
}

func reportNamed(p *rule.Pass, f *figure.Figure, at source.Range, what, should, is finding.Text) {
	words := p.Text(source.Range{Start: at.Start, End: f.Range.End})
	text := tell.Textf(apart, words, what.ZH, should.ZH, is.ZH)
	text.EN = tell.Textf(apart, words, what.EN, should.EN, is.EN).EN
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: finding.Warning, Confidence: 0.75, Message: text,
		Related: []rule.Related{tell.Related(at, tell.Textf(with, p.Text(at)))},
	})
}
