// Package mixedforms finds pages that write one thing in two ways: one period,
// one width of digits, one precision within a list.
package mixedforms

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/document"
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

// Rule reports, once a page each, 前11个月 beside 1至11月, full-width digits beside
// others, and 20.6%、41% in one list. Real copy is full of all three; a newsroom
// that wants them even turns the rule on.
var Rule = rule.New(page, finding.Style, run, "STY-09", "STY-10", "STY-11").Optional()

var (
	periods = finding.Text{
		ZH: "同一期间前面写作“%[2]s”，这里写作“%[1]s”，宜统一。",
		EN: "“%s” and “%s” are one period; write it one way.",
	}
	widths = finding.Text{
		ZH: "“%s”是全角数字，文中另有半角数字，宜统一。",
		EN: "“%s” is printed in full-width digits, other figures aren't.",
	}
	decimals = finding.Text{
		ZH: "同一列举中“%[2]s”与“%[1]s”小数位数不同。",
		EN: "“%s” and “%s” of one list have different decimals.",
	}
	first = finding.Text{ZH: "另一种写法", EN: "the other form"}
)

func run(p *rule.Pass) {
	samePeriod(p)
	sameWidth(p)
	samePrecision(p)
}

func report(p *rule.Pass, r, other source.Range, message finding.Text) {
	p.Report(rule.Problem{
		Range: r, Severity: finding.Info, Confidence: tell.Confidence(finding.Info), Message: message,
		Related: []rule.Related{tell.Related(other, first)},
	})
}

// samePeriod looks for the first cumulative period that stands in another form
// before. Headings may shorten.
func samePeriod(p *rule.Pass) {
	type form struct{ lead, tail string }
	seen := map[period.Period]*figure.Date{}
	forms := map[period.Period]form{}
	for i := range p.Page.Dates {
		d := &p.Page.Dates[i]
		kind := p.Doc.Blocks[p.Page.Sentences[d.Sentence].Block].Kind
		if !d.Has(period.Cumulative|period.Chinese) || d.Period.IsZero() || kind == document.Headline || kind == document.Subhead {
			continue
		}
		words := p.Text(source.Range{Start: d.Body, End: d.End})
		f := form{lead(words), words[strings.LastIndexAny(words, "0123456789")+1:]}
		if f.lead == "" {
			continue
		}
		key := d.Period
		key.Grain = period.NoGrain
		if g := seen[key]; g != nil && forms[key] != f {
			report(p, d.Range(), g.Range(), tell.Textf(periods, p.Text(d.Range()), p.Text(g.Range())))
			return
		}
		seen[key], forms[key] = d, f
	}
}

// lead returns what tells the forms of a cumulative period apart at its head:
// 前 or the mark of a range.
func lead(words string) string {
	for _, w := range [...]string{"前", "至", "到", "—", "–", "-", "~"} {
		if strings.Contains(words, w) {
			return w
		}
	}
	return ""
}

// sameWidth looks for full-width digits beside half-width ones.
func sameWidth(p *rule.Pass) {
	var full, half *figure.Figure
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		switch c, _ := utf8.DecodeRuneInString(p.Text(f.Number)); {
		case c >= '０' && c <= '９' && full == nil:
			full = f
		case c >= '0' && c <= '9' && half == nil:
			half = f
		}
		if full != nil && half != nil {
			report(p, full.Range, half.Range, tell.Textf(widths, p.Text(full.Range)))
			return
		}
	}
}

// printed reports whether a figure is printed in digits.
func printed(p *rule.Pass, f *figure.Figure) bool {
	c := p.Page.Text[f.Number.Start]
	return c >= '0' && c <= '9'
}

// samePrecision looks for members of one list of percentages with different
// decimals.
func samePrecision(p *rule.Pass) {
	for i := 1; i < len(p.Page.Figures); i++ {
		a, b := &p.Page.Figures[i-1], &p.Page.Figures[i]
		if b.ListLen > 1 && a.ListHead == b.ListHead && a.Kind == quantity.Percent && b.Kind == quantity.Percent && a.Decimals != b.Decimals && printed(p, a) && printed(p, b) {
			report(p, b.Range, a.Range, tell.Textf(decimals, p.Text(b.Range), p.Text(a.Range)))
			return
		}
	}
}
