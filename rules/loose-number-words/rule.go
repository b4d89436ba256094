// Package loosewords finds words around figures whose use is loose.
package loosewords

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 增长277万元, 增加18.6% and 占…超五成. Usage is loose: off unless
// named.
var Rule = rule.New(page, finding.Grammar, run, "GRA-07", "GRA-08").Optional()

var (
	rate   = finding.Text{ZH: "“%s”后面是数量，宜用“增加”。", EN: "“%s” goes with a rate, not with an amount."}
	amount = finding.Text{ZH: "“%s”后面是百分比，宜用“增长”。", EN: "“%s” goes with an amount, not with a rate."}
	share  = finding.Text{ZH: "“%s”跟在“占……”后面搭配不顺，宜说“占……以上”，或把“占”改为“占比”。", EN: "“%s” sits badly behind 占."}
	change = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
)

func run(p *rule.Pass) {
	if p.Doc.Lang == "en" {
		return
	}
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		before := strings.TrimSuffix(p.Page.Text[:f.Range.Start], "了")
		switch {
		case strings.HasSuffix(before, "增长") && (f.Kind == quantity.Money || f.Kind == quantity.Count || f.Kind == quantity.Measure) && f.Role == figure.Change:
			verb(p, len(before), rate, "增加")
		case strings.HasSuffix(before, "增加") && f.Kind == quantity.Percent:
			verb(p, len(before), amount, "增长")
		case f.Kind == quantity.Percent && f.Role == figure.Share && f.Before.Len() > 0 && f.Unit == "%" && strings.HasSuffix(p.Text(f.Range), "成"):
			words := p.Text(f.Before.Cover(f.Range))
			p.Report(rule.Problem{
				Range: f.Before.Cover(f.Range), Severity: finding.Info, Confidence: tell.Confidence(finding.Info),
				Message: tell.Textf(share, words),
			})
		}
	}
}

// verb reports the verb that ends at an offset.
func verb(p *rule.Pass, end int, message finding.Text, right string) {
	r := source.Range{Start: end - len("增长"), End: end}
	p.Report(rule.Problem{
		Range: r, Severity: finding.Info, Confidence: tell.Confidence(finding.Info), Message: tell.Textf(message, p.Text(r)),
		Fixes: []rule.Fix{{Title: tell.Textf(change, right), Grade: finding.Manual, Edits: []rule.Edit{{Range: r, Text: right}}}},
	})
}
