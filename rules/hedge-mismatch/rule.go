// Package hedge compares approximated figures with exact ones of the same fact.
package hedge

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports approximations on the wrong side of the exact figure.
var Rule = rule.New(page, finding.Approximators, run, "APX-05", "APX-06")

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
		if r.Agrees {
			tooFar(p, r)
		}
		if r.Agrees || r.Via == figure.ByParallel {
			continue
		}
		a, b := &p.Page.Figures[r.A], &p.Page.Figures[r.B]
		if p.Doc.Blocks[a.Block].Kind == document.Headline || p.Doc.Blocks[b.Block].Kind == document.Headline {
			continue // the headline's rule compares them
		}
		sure := r.Verdict == figure.Same && r.Inferred == 0
		if (a.Hedge == quantity.None) == (b.Hedge == quantity.None) || !sure && r.Weight < figure.Probably {
			continue
		}
		soft, hard := a, b
		if b.Hedge != quantity.None {
			soft, hard = b, a
		}
		if why, ok := sides[soft.Hedge]; ok && !far(soft, hard) && !apart(p, soft, hard) {
			severity := finding.Error
			if !sure {
				severity = finding.Warning
			}
			report(p, soft, hard, why, severity)
		}
	}
}

// far reports whether two figures are so far apart that they can hardly be
// meant as one.
func far(a, b *figure.Figure) bool {
	x, y := a.Value.Abs(), b.Value.Abs()
	return x.Mul(quantity.Int(2)).Cmp(y) < 0 || y.Mul(quantity.Int(2)).Cmp(x) < 0
}

// apart reports whether the words around two figures leave room for two facts:
// other places are named, a rate of another period is only aimed at, or the
// things counted have nothing in common but their name.
func apart(p *rule.Pass, soft, hard *figure.Figure) bool {
	if soft.Hedge == quantity.About && soft.Kind == quantity.Percent {
		return true
	}
	a, b := places(p, soft), places(p, hard)
	if len(a) > 0 && len(b) > 0 && !meet(a, b) {
		return true
	}
	return soft.Kind == quantity.Count && soft.Noun != "" && !akin(p, soft, hard)
}

// places returns the regions named in the sentence before a figure.
func places(p *rule.Pass, f *figure.Figure) []int32 {
	var out []int32
	s := &p.Page.Sentences[f.Sentence]
	for i := s.FirstTok; i < f.Token; i++ {
		t := p.Page.Tokens[i]
		if t.Kind != figure.Word {
			continue
		}
		if _, ok := lexicon.Has(t.Ref, lexicon.ClassRegion); ok {
			out = append(out, t.Ref)
		}
	}
	return out
}

func meet(a, b []int32) bool {
	return slices.ContainsFunc(a, func(x int32) bool { return slices.Contains(b, x) })
}

// akin reports whether the clauses of two counts share words before the number
// or behind the thing counted: at least two characters.
func akin(p *rule.Pass, a, b *figure.Figure) bool {
	x := p.Page.Text[a.Clause.Start:a.Range.Start]
	y := p.Page.Text[b.Clause.Start:b.Range.Start]
	if share(x, y) || a.Noun != "" && b.Noun == "" && strings.Contains(y, a.Noun) || b.Noun != "" && a.Noun == "" && strings.Contains(x, b.Noun) {
		return true // what is counted behind one number stands before the other
	}
	x = p.Page.Text[min(max(a.NounRange.End, a.Range.End), a.Clause.End):a.Clause.End]
	y = p.Page.Text[min(max(b.NounRange.End, b.Range.End), b.Clause.End):b.Clause.End]
	return share(x, y)
}

// share reports whether two texts have two characters in a row in common.
func share(x, y string) bool {
	const two = 2 * len("字")
	for i := 0; i+two <= len(x); i += 3 {
		for i < len(x) && x[i] < utf8.RuneSelf {
			i++
		}
		if i+two <= len(x) && utf8.ValidString(x[i:i+two]) && strings.Contains(y, x[i:i+two]) {
			return true
		}
	}
	return false
}

func report(p *rule.Pass, soft, hard *figure.Figure, why finding.Text, severity finding.Severity) {
	ws, wh := p.Page.Words(soft.Full()), p.Page.Words(hard.Range)
	p.Contradict(soft.Index)
	p.Contradict(hard.Index)
	p.Report(rule.Problem{
		Range: soft.Range, Severity: severity, Confidence: tell.Confidence(severity),
		Message: finding.Text{ZH: tell.Textf(message, ws, wh, why.ZH).ZH, EN: tell.Textf(message, ws, wh, why.EN).EN},
		Related: []rule.Related{tell.Related(hard.Range, tell.Textf(exact, wh))},
		Fixes:   []rule.Fix{tell.UseWords(soft, wh, finding.Manual)},
	})
}
