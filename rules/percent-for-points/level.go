package percentpoints

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

// grows checks points that a level is said to have grown by (投资增长5.6个百分点),
// with no figure of it before.
func grows(p *rule.Pass, f *figure.Figure) {
	if f.Verb < 0 || f.VerbTo || f.MetricOrigin != figure.Printed || f.Metric == "" {
		return
	}
	head := func(w string) bool { return strings.HasSuffix(f.Metric, w) }
	if !slices.Contains(words()["grows"], lexicon.Word(f.Verb)) || !slices.ContainsFunc(words()["level"], head) {
		return
	}
	before := p.Page.Text[f.Clause.Start:f.Range.Start]
	if slices.ContainsFunc(words()["rate"], func(w string) bool { return strings.Contains(before, w) }) {
		return // 占营业收入比重增长1.9个百分点
	}
	if len(p.Page.FiguresIn(f.Clause)) > 1 || strings.Contains(f.Metric, "/") {
		return
	}
	w, n := p.Page.Words(f.Range), p.Page.Words(f.Number)
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(levels, w, n),
		Fixes:   []rule.Fix{{Title: per, Grade: finding.Suggest, Edits: []rule.Edit{{Range: f.Range, Text: n + "%"}}}},
	})
}
