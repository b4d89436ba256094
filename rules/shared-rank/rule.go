// Package sharedrank finds two holders of one rank.
package sharedrank

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports two places that hold one rank of one measure.
var Rule = rule.New(page, finding.Ranks, run, "RNK-04")

var (
	message = finding.Text{
		ZH: "%s与%s的“%s”都是%s“%s”，不是并列就有一个写错。",
		EN: "%s and %s both hold one rank: “%[3]s”, “%[5]s” in %[4]s.",
	}
	other = finding.Text{ZH: "另一个得主", EN: "the other holder"}
)

// near is how many ranks back a rank is compared with.
const near = 8

func run(p *rule.Pass) {
	for i := range p.Page.RankRuns {
		runOf(p, &p.Page.RankRuns[i])
	}
	var ranks []*figure.Figure
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		if !comparable(f) || len(p.Page.CuesIn(figure.Shared, p.Page.Sentences[f.Sentence].Range)) > 0 {
			continue
		}
		for _, g := range ranks[max(0, len(ranks)-near):] {
			if clash(f, g) {
				report(p, g, f)
				break
			}
		}
		ranks = append(ranks, f)
	}
}

// comparable reports whether everything that a rank is of is printed with it.
func comparable(f *figure.Figure) bool {
	return f.Role == figure.RankRole && f.Kind == quantity.Rank && f.Scope != "" && f.Metric != "" && f.MetricOrigin == figure.Printed &&
		f.Region != "" && f.RegionOrigin == figure.Printed && f.Modality == figure.Asserted && !f.Start
}

func clash(f, g *figure.Figure) bool {
	return f.Scope == g.Scope && f.Metric == g.Metric && f.Region != g.Region && f.Value.Cmp(g.Value) == 0 && f.Extra == g.Extra &&
		f.Period.Compare(g.Period) != period.Conflict && level(f.Region) == level(g.Region)
}

// level returns the last character of a region's name: 市, 省, 县.
func level(region string) string {
	for _, w := range [...]string{"省", "市", "县", "区", "州"} {
		if strings.HasSuffix(region, w) {
			return w
		}
	}
	return ""
}

func report(p *rule.Pass, g, f *figure.Figure) {
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(message, g.Region, f.Region, f.Metric, f.Scope, p.Text(f.Range)),
		Related: []rule.Related{tell.Related(g.Range, other)},
	})
}
