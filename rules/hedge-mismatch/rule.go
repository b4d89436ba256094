// Package hedge compares approximated figures with exact ones of the same fact.
package hedge

import (
	_ "embed"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

const id = "hedge-mismatch"

// Rule reports approximations on the wrong side of the exact figure.
var Rule = &rule.Rule{
	ID:       id,
	NameZH:   "约数不符",
	Category: finding.Approximators,
	Kinds:    []string{"APX-05"},
	Doc:      page,
	Run:      run,
}

var (
	message = finding.Text{
		ZH: "“%s”与前后文的“%s”不合：%s。",
		EN: "“%s” doesn't fit “%s” elsewhere in the copy: %s.",
	}
	exact = finding.Text{ZH: "另一处作“%s”", EN: "printed here as “%s”"}
	sides = map[quantity.Hedge]finding.Text{
		quantity.Nearly:  {ZH: "“近”指略少于", EN: "“nearly” means somewhat less"},
		quantity.Under:   {ZH: "“不足”指少于", EN: "“under” means less"},
		quantity.Over:    {ZH: "“超”“多”“余”指多于", EN: "“over” means more"},
		quantity.Topped:  {ZH: "“突破”指达到或超过", EN: "“topped” means at or above"},
		quantity.AtLeast: {ZH: "“以上”指不少于", EN: "“at least” means no less"},
		quantity.AtMost:  {ZH: "“以内”指不多于", EN: "“at most” means no more"},
		quantity.About:   {ZH: "“约”不该差得这么远", EN: "“about” shouldn't be so far off"},
	}
)

func run(p *rule.Pass) {
	for i := range p.Page.Repeats {
		r := &p.Page.Repeats[i]
		if r.Agrees || r.Via == figure.ByParallel {
			continue
		}
		a, b := &p.Page.Figures[r.A], &p.Page.Figures[r.B]
		if p.Doc.Blocks[a.Block].Kind == document.Headline || p.Doc.Blocks[b.Block].Kind == document.Headline {
			continue // the headline's rule compares them
		}
		if (a.Hedge == quantity.None) == (b.Hedge == quantity.None) || r.Verdict != figure.Same || r.Inferred > 0 {
			continue
		}
		soft, hard := a, b
		if b.Hedge != quantity.None {
			soft, hard = b, a
		}
		if why, ok := sides[soft.Hedge]; ok && !far(soft, hard) {
			report(p, soft, hard, why)
		}
	}
}

// far reports whether two figures are so far apart that they can hardly be
// meant as one.
func far(a, b *figure.Figure) bool {
	x, y := a.Value.Abs(), b.Value.Abs()
	return x.Mul(quantity.Int(2)).Cmp(y) < 0 || y.Mul(quantity.Int(2)).Cmp(x) < 0
}

func report(p *rule.Pass, soft, hard *figure.Figure, why finding.Text) {
	ws, wh := p.Page.Words(soft.Full()), p.Page.Words(hard.Range)
	p.Page.Mark(soft.Index, figure.Contradicted, id)
	p.Page.Mark(hard.Index, figure.Contradicted, id)
	p.Report(rule.Problem{
		Range: soft.Range, Severity: finding.Error, Confidence: 0.9,
		Message: finding.Text{ZH: tell.Textf(message, ws, wh, why.ZH).ZH, EN: tell.Textf(message, ws, wh, why.EN).EN},
		Related: []rule.Related{tell.Related(hard.Range, tell.Textf(exact, wh))},
		Fixes:   []rule.Fix{tell.UseWords(soft, wh, finding.Manual)},
	})
}
