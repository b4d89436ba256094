// Package firstcontradicted finds firsts and only ones that copy itself denies.
package firstcontradicted

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 首个 beside 此前已有2个, and 唯一…之一.
var Rule = rule.New(page, finding.Ranks, run, "RNK-05")

var (
	had = finding.Text{
		ZH: "既是“%s”，又说“%s”，两处矛盾。",
		EN: "“%s” and “%s” can't both be so.",
	}
	oneOf = finding.Text{
		ZH: "“%s”只有一个，不能再说“之一”。",
		EN: "There is one “%s” alone; it can't be one of several.",
	}
	claim = finding.Text{ZH: "首个、唯一", EN: "the first or only one"}
)

func run(p *rule.Pass) {
	for _, r := range p.Page.WholeCues(figure.OnlyOne) {
		k := p.Page.SentenceOf(r.Start)
		if k < 0 {
			continue
		}
		before(p, r, k)
		among(p, r)
	}
}

// before looks for an older one in the same sentence or the next.
func before(p *rule.Pass, r source.Range, k int) {
	noun := strings.TrimSpace(p.Page.Text[r.End:min(len(p.Page.Text), r.End+60)])
	last := min(k+1, len(p.Page.Sentences)-1)
	if p.Page.Sentences[last].Block != p.Page.Sentences[k].Block {
		last = k
	}
	reach := source.Range{Start: r.End, End: p.Page.Sentences[last].Range.End}
	for _, w := range p.Page.CuesIn(figure.HadBefore, reach) {
		for _, f := range p.Page.FiguresIn(source.Range{Start: w.End, End: w.End + 6}) {
			if !sameNoun(noun, counted(p, &f)) {
				continue
			}
			whole := source.Range{Start: w.Start, End: endOf(p, &f)}
			p.Report(rule.Problem{
				Range: r, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
				Message: tell.Textf(had, p.Text(r), p.Text(whole)),
				Related: []rule.Related{tell.Related(whole, claim)},
			})
			return
		}
	}
}

// counted returns the words behind a count, from its noun on.
func counted(p *rule.Pass, f *figure.Figure) string {
	at := endOf(p, f)
	return p.Page.Text[at:min(len(p.Page.Text), at+60)]
}

// endOf returns where a count ends, before the noun that English takes for its
// unit.
func endOf(p *rule.Pass, f *figure.Figure) int {
	if p.Doc.Lang == "en" {
		return f.Number.End
	}
	return f.Range.End
}

// sameNoun reports whether both texts begin with one noun, four Chinese
// characters of it or a word.
func sameNoun(a, b string) bool {
	a, b = strings.TrimPrefix(a, "的"), strings.TrimSpace(b)
	n := 0
	for n < len(a) && n < len(b) {
		r, w := utf8.DecodeRuneInString(a[n:])
		if !strings.HasPrefix(b[n:], a[n:n+w]) || strings.ContainsRune("，。；：,.", r) {
			break
		}
		n += w
	}
	return n >= 9 || n >= 4 && a[0] < utf8.RuneSelf
}

// among reports 全国唯一…之一 within one clause.
func among(p *rule.Pass, r source.Range) {
	if p.Text(r) != "唯一" && !strings.HasPrefix(p.Text(r), "首") {
		return
	}
	behind := p.Page.CuesIn(figure.OneOf, source.Range{Start: r.End, End: r.End + 75})
	if len(behind) == 0 {
		return
	}
	o := behind[0]
	between := p.Page.Text[r.End:o.Start]
	if strings.ContainsAny(between, "，。；：、！？“”（和及与") || strings.Contains(between, "几个") || strings.Contains(between, "批") {
		return
	}
	p.Report(rule.Problem{
		Range: source.Range{Start: r.Start, End: o.End}, Severity: finding.Info, Confidence: tell.Confidence(finding.Info),
		Message: tell.Textf(oneOf, p.Text(r)),
	})
}
