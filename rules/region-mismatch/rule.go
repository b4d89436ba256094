// Package regionmismatch finds places under a region that they don't belong to.
package regionmismatch

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 湖北省长沙市.
var Rule = rule.New(page, finding.Terms, run, "ENT-06")

var (
	message = finding.Text{
		ZH: "%s不属于%s，属于%s。",
		EN: "%s isn't in %s but in %s.",
	}
	above = finding.Text{ZH: "上级", EN: "the region above"}
)

func run(p *rule.Pass) {
	tokens := p.Page.Tokens
	step, gap := 1, int32(0)
	if p.Doc.Lang == "en" {
		step, gap = 2, 2 // the comma and the space behind it
	}
	for i := 0; i+step < len(tokens); i++ {
		if tokens[i].End+gap != tokens[i+step].Start {
			continue
		}
		a, b := tokens[i], tokens[i+step]
		if a.Kind != figure.Word || b.Kind != figure.Word || !lexicon.Is(a.Ref, lexicon.ClassRegion) || !joined(p, a, b) {
			continue
		}
		outer, ok1 := region(p, a)
		inner, ok2 := region(p, b)
		if p.Doc.Lang == "en" {
			outer, inner, a, b = inner, outer, b, a
		}
		if !ok1 || !ok2 || outer.Kind != "province" || inner.Kind != "city" || inner.IsWithin(outer) || len(inner.Within) == 0 {
			continue
		}
		p.Report(rule.Problem{
			Range: b.Range(), Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
			Message: tell.Textf(message, p.Text(b.Range()), p.Text(a.Range()), inner.Within[0].Words()),
			Related: []rule.Related{tell.Related(a.Range(), above)},
		})
	}
}

// joined reports whether two names stand as place and region: 湖北省长沙市, with
// nothing between, and in full; "Changsha, Hunan".
func joined(p *rule.Pass, a, b figure.Token) bool {
	between := p.Page.Text[a.End:b.Start]
	if p.Doc.Lang == "en" {
		before := p.Page.Text[:a.Start]
		stands := strings.HasSuffix(before, " in ") || strings.HasSuffix(before, " from ") || strings.HasSuffix(before, " at ") || strings.HasSuffix(before, " near ")
		return between == ", " && stands
	}
	wa, wb := p.Text(a.Range()), p.Text(b.Range())
	return between == "" && (strings.HasSuffix(wa, "省") || strings.HasSuffix(wa, "自治区")) && (strings.HasSuffix(wb, "市") || strings.HasSuffix(wb, "州"))
}

// region returns the entity that a word names.
func region(p *rule.Pass, t figure.Token) (*ledger.Entity, bool) {
	s, ok := lexicon.Has(t.Ref, lexicon.ClassRegion)
	if !ok {
		return nil, false
	}
	e := p.Ledger.Entity(s.Code)
	return e, e != nil
}
