// Package doubledhedge finds two approximators at one number.
package doubledhedge

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

// Rule reports two approximators of one number.
var Rule = &rule.Rule{
	ID:       "doubled-hedge",
	NameZH:   "约数叠用",
	Category: finding.Approximators,
	Kinds:    []string{"APX-01", "APX-02"},
	Doc:      page,
	Run:      run,
}

var (
	message = finding.Text{
		ZH: "“%s”叠用了两个表示约数的词，留一个即可。",
		EN: "“%s” hedges one number twice; one of the two will do.",
	}
	drop = finding.Text{ZH: "去掉“%s”", EN: "drop “%s”"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		if f.Pre == quantity.None || f.Kind == quantity.Range {
			continue
		}
		behind := f.Post
		if behind == quantity.None {
			behind = f.Inside
		}
		if behind == quantity.None || allowed(f.Pre, f.Post, f.Inside) {
			continue
		}
		report(p, f)
	}
}

// allowed reports whether two approximators go together: a bound on what is
// itself a bound (至少…以上 doesn't, but 最多…左右 is loose talk).
func allowed(pre, post, inside quantity.Hedge) bool {
	switch pre {
	case quantity.UpTo, quantity.Topped, quantity.Somewhat:
		return true
	}
	return false
}

func report(p *rule.Pass, f *figure.Figure) {
	whole := p.Page.Words(f.Full())
	before := p.Page.Words(f.Before)
	problem := rule.Problem{
		Range: f.Full(), Severity: finding.Warning, Confidence: 0.9,
		Message: tell.Textf(message, whole),
		Fixes:   []rule.Fix{{Title: tell.Textf(drop, before), Grade: finding.Manual, Edits: []rule.Edit{{Range: f.Before}}}},
	}
	if f.After.Len() > 0 {
		problem.Fixes = append(problem.Fixes, rule.Fix{Title: tell.Textf(drop, p.Page.Words(f.After)), Grade: finding.Manual, Edits: []rule.Edit{{Range: f.After}}})
	} else if r, ok := more(p, f); ok {
		problem.Fixes = append(problem.Fixes, rule.Fix{Title: tell.Textf(drop, p.Page.Words(r)), Grade: finding.Manual, Edits: []rule.Edit{{Range: r}}})
	}
	p.Report(problem)
}

// more finds 多 or 余 inside a figure.
func more(p *rule.Pass, f *figure.Figure) (source.Range, bool) {
	words := p.Page.Words(f.Range)
	for _, w := range [...]string{"多", "余", "來", "来"} {
		if i := strings.Index(words, w); i >= 0 {
			return source.Range{Start: f.Range.Start + i, End: f.Range.Start + i + len(w)}, true
		}
	}
	return source.Range{}, false
}
