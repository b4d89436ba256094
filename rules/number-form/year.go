package numberform

import (
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

// bareYear reports two figures and 年 that were read as so many years where the
// words make them a year: 60年参加工作.
func bareYear(p *rule.Pass, f *figure.Figure) {
	if f.Kind == quantity.Duration && f.Unit == "a" && f.Decimals == 0 && f.Hedge == quantity.None && f.Digits == 2 && isYear(p, f.Range) {
		report(p, f.Number, tell.Textf(short, p.Text(f.Range)), "", finding.Manual)
	}
}

// shortYear reports two figures and 年 that were read as a year, with no month
// behind: 98年参军, 建于85年, 03年退役.
func shortYear(p *rule.Pass, d *figure.Date) {
	words := p.Text(d.Range())
	if !d.Has(period.ShortYear|period.Chinese) || d.Has(period.MonthPrinted) || !d.Period.Known() || len(words) != len("98年") || words[0] < '0' || words[0] > '9' || !isYear(p, d.Range()) {
		return
	}
	at := source.Range{Start: d.Start, End: d.Start + len("98")}
	report(p, at, tell.Textf(short, words), quantity.Int(int64(d.Period.Start.Year)).String(), finding.Manual)
}

// isYear reports whether the words around two figures and 年 say that they are a
// year: an event behind or a word of time before. A leading zero says it by
// itself; below fifty they may as well be so many years.
func isYear(p *rule.Pass, r source.Range) bool {
	words := p.Text(r)
	if words[0] == '0' {
		return true
	}
	_, event := p.Page.CueAt(figure.YearEvent, r.End)
	_, at := p.Page.CueBefore(figure.YearAt, r.Start)
	rest := p.Page.Text[r.End:]
	return words[0] >= '5' && (event || at && (strings.HasPrefix(rest, "，") || strings.HasPrefix(rest, "。")))
}
