// Package hedgedexact finds approximators before figures that are printed to
// the last digit.
package hedgedexact

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 近203家 and 约7502.3亿元. House style decides: real copy is full
// of them, and many stand for a rounded conversion.
var Rule = rule.New(page, finding.Approximators, run, "APX-03").Optional()

var (
	message = finding.Text{
		ZH: "“%s”既是精确到末位的数，就不用“%s”。",
		EN: "“%s” is exact to its last digit; “%s” doesn't go with it.",
	}
	drop = finding.Text{ZH: "去掉“%s”", EN: "drop “%s”"}
)

// exact is how many significant digits make a figure exact, counts of whole
// things having one fewer.
const exact = 4

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		if f.Before.Len() == 0 || f.Kind == quantity.Range || converted(p, f) {
			continue
		}
		switch f.Pre {
		case quantity.About, quantity.Nearly:
		default:
			continue
		}
		words := p.Text(f.Number)
		digits := significant(words)
		if digits >= exact || f.Whole() && digits >= exact-1 && words[len(words)-1] != '0' {
			report(p, f)
		}
	}
}

// significant counts digits without the zeros at either end of the figure.
func significant(words string) int {
	var b strings.Builder
	for _, c := range words {
		if c >= '0' && c <= '9' {
			b.WriteRune(c)
		}
	}
	return len(strings.Trim(b.String(), "0"))
}

// converted reports whether a figure is the conversion of another: 约合7.2亿元,
// （约等于…）.
func converted(p *rule.Pass, f *figure.Figure) bool {
	at := f.Before.Start
	behind := p.Page.Text[f.Before.End:f.Range.Start]
	before := p.Page.Text[max(0, at-9):at]
	return strings.Contains(behind, "合") || strings.Contains(behind, "等于") || strings.HasSuffix(before, "（") || strings.HasSuffix(before, "(") ||
		strings.HasSuffix(before, "合") || strings.HasSuffix(before, "折")
}

func report(p *rule.Pass, f *figure.Figure) {
	p.Report(rule.Problem{
		Range: f.Before.Cover(f.Range), Severity: finding.Info, Confidence: tell.Confidence(finding.Info),
		Message: tell.Textf(message, p.Text(f.Range), p.Text(f.Before)),
		Fixes:   []rule.Fix{{Title: tell.Textf(drop, p.Text(f.Before)), Grade: finding.Manual, Edits: []rule.Edit{{Range: f.Before}}}},
	})
}
