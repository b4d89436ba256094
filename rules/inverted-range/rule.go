// Package invertedrange finds ranges whose lower end is the higher.
package invertedrange

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

// Rule reports ranges that run downwards.
var Rule = &rule.Rule{
	ID:       "inverted-range",
	NameZH:   "区间颠倒",
	Category: finding.Arithmetic,
	Kinds:    []string{"ARI-07"},
	Doc:      page,
	Run:      run,
}

var (
	message = finding.Text{
		ZH: "区间“%s”前大后小，两端像是写颠倒了。",
		EN: "The range “%s” runs downwards; its ends look swapped.",
	}
	swap = finding.Text{ZH: "两端对调", EN: "swap the ends"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		if f.Kind != quantity.Range || f.Low == nil || f.High == nil || f.Low.Value.Cmp(f.High.Value) <= 0 || f.Low.Value.Sign() < 0 || f.High.Value.Sign() < 0 {
			continue
		}
		if f.Low.Unit != f.High.Unit || f.Unit == "" || f.Kind == quantity.Duration || moved(p, f) {
			continue
		}
		sev := finding.Warning
		if f.PartKind == quantity.Percent {
			sev = finding.Error
		}
		lo, hi := p.Page.Words(f.Low.Range), p.Page.Words(f.High.Range)
		p.Report(rule.Problem{
			Range: f.Range, Severity: sev, Confidence: tell.Confidence(sev),
			Message: tell.Textf(message, p.Page.Words(f.Range)),
			Fixes:   []rule.Fix{{Title: swap, Grade: finding.Manual, Edits: []rule.Edit{{Range: f.Low.Range, Text: hi}, {Range: f.High.Range, Text: lo}}}},
		})
	}
}

// moved reports whether words say that the one end turned into the other, or
// that the range is one of falling.
func moved(p *rule.Pass, f *figure.Figure) bool {
	clause := p.Page.Text[f.Clause.Start:f.Range.Start]
	for _, w := range [...]string{"从", "由", "自", "下降", "降", "减", "from ", "缩", "跌", "回落", "比分", "战胜", "距今", "公元前"} {
		if strings.Contains(clause, w) {
			return true
		}
	}
	return false
}
