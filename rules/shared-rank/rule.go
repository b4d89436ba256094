// Package sharedrank finds two holders of one rank.
package sharedrank

import (
	_ "embed"
	"strings"
	"unicode/utf8"

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
			if a, b, metric, ok := clash(f, g); ok {
				report(p, g, f, a, b, metric)
				break
			}
		}
		ranks = append(ranks, f)
	}
}

// comparable reports whether everything that a rank is of is printed with it, or
// with the level whose rank it is.
func comparable(f *figure.Figure) bool {
	return f.Role == figure.RankRole && f.Kind == quantity.Rank && f.Scope != "" && f.Metric != "" &&
		(f.MetricOrigin == figure.Printed || f.MetricOrigin == figure.Inherited && f.Of >= 0) && f.Modality == figure.Asserted && !f.Start
}

// clash reports whether two ranks can't both be, and returns whose they are.
func clash(f, g *figure.Figure) (a, b, metric string, ok bool) {
	if f.Scope != g.Scope || f.Value.Cmp(g.Value) != 0 || f.Extra != g.Extra || f.Period.Compare(g.Period) == period.Conflict {
		return
	}
	if f.Region != "" && g.Region != "" && f.RegionOrigin == figure.Printed && g.RegionOrigin == figure.Printed {
		return g.Region, f.Region, f.Metric, f.Metric == g.Metric && f.Region != g.Region && level(f.Region) == level(g.Region)
	}
	return partNames(g.Metric, f.Metric)
}

// mostOfName bounds, in bytes, the name of a place without 县 or 市.
const mostOfName = 12

// partNames parts the metrics of two places that no list of regions holds into their
// names and what is ranked: 永安县工业投资增速, 泰和县工业投资增速.
func partNames(x, y string) (a, b, metric string, ok bool) {
	n := 0
	for n < len(x) && n < len(y) && x[len(x)-1-n] == y[len(y)-1-n] {
		n++
	}
	for n > 0 && !utf8.RuneStart(x[len(x)-n]) {
		n--
	}
	rest := x[len(x)-n:]
	one, two := x[:len(x)-n], y[:len(y)-n]
	if len(one) < 3 || len(two) < 3 || len(one) > mostOfName || len(two) > mostOfName {
		return
	}
	for _, w := range levels {
		if metric, ok := strings.CutPrefix(rest, w); ok && len(metric) >= 12 {
			return one + w, two + w, metric, true
		}
	}
	return
}

// levels are the last characters of the names of places, by their rank.
var levels = [...]string{"省", "市", "县", "区", "州", "镇", "乡"}

// level returns the last character of a region's name: 市, 省, 县.
func level(region string) string {
	for _, w := range levels {
		if strings.HasSuffix(region, w) {
			return w
		}
	}
	return ""
}

func report(p *rule.Pass, g, f *figure.Figure, a, b, metric string) {
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(message, a, b, metric, f.Scope, p.Text(f.Range)),
		Related: []rule.Related{tell.Related(g.Range, other)},
	})
}
