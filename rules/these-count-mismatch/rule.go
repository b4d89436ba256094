// Package thesecount compares "these eleven projects" with the twelve before.
package thesecount

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 上述11个项目 behind 12个项目.
var Rule = rule.New(page, finding.Counts, run, "CNT-08")

var (
	message = finding.Text{
		ZH: "“%s”与前文的“%s”个数不同。",
		EN: "“%s” points back, but there “%s” are spoken of.",
	}
	before = finding.Text{ZH: "前文", EN: "the place before"}
)

// back is how many sentences back the things may have been counted.
const back = 2

func run(p *rule.Pass) {
	last := -1
	for _, r := range p.Page.WholeCues(figure.These) {
		for _, f := range p.Page.FiguresIn(source.Range{Start: r.End, End: r.End + 2}) {
			if f.Index != last && countOf(&f) && (f.Range.Start == r.End || p.Doc.Lang == "en") && !strings.HasSuffix(p.Page.Text[:r.Start], "除") {
				last = f.Index
				compare(p, r, &p.Page.Figures[f.Index])
			}
		}
	}
}

// countOf reports whether a figure is an exact count of more things than one.
func countOf(f *figure.Figure) bool {
	return (f.Kind == quantity.Count || f.Kind == quantity.Number) && f.Hedge == quantity.None && f.Value.IsInt() && f.Value.Cmp(quantity.Int(1)) > 0 && f.Scale == 0
}

// compare looks for counts of the same things in the sentences before. Where one
// agrees, or several differ, nothing is said.
func compare(p *rule.Pass, r source.Range, f *figure.Figure) {
	noun := things(p, f)
	if noun == "" {
		return
	}
	block := p.Page.Sentences[f.Sentence].Block
	var found *figure.Figure
	for k := f.Index - 1; k >= 0; k-- {
		g := &p.Page.Figures[k]
		if g.Sentence < f.Sentence-back || p.Page.Sentences[g.Sentence].Block < block-1 {
			break
		}
		if countOf(g) && g.Unit == f.Unit && g.Value.Cmp(f.Value) == 0 {
			return // those of them that were counted last, whatever they are called there
		}
		if !countOf(g) || things(p, g) != noun {
			continue
		}
		if found != nil || g.Value.Cmp(f.Value) == 0 {
			return
		}
		found = g
	}
	if found == nil {
		return
	}
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: r.Cover(f.Range), Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(message, p.Text(r.Cover(f.Range)), p.Text(found.Range)),
		Related: []rule.Related{tell.Related(found.Range, before)},
	})
}

// things returns what is counted: classifier and the first two characters of the
// noun, or the English noun.
func things(p *rule.Pass, f *figure.Figure) string {
	rest := p.Page.Text[f.Number.End:]
	if p.Doc.Lang == "en" {
		rest = strings.TrimLeft(rest, " ")
		end := 0
		for end < len(rest) && (rest[end] >= 'a' && rest[end] <= 'z') {
			end++
		}
		if end < 4 || rest[end-1] != 's' {
			return ""
		}
		return rest[:end]
	}
	if f.Unit == "" || f.UnitRange.Len() == 0 {
		return ""
	}
	end := f.UnitRange.End - f.Number.End
	for range 2 {
		c, w := utf8.DecodeRuneInString(rest[min(end, len(rest)):])
		if w == 0 || c < utf8.RuneSelf || strings.ContainsRune("，。、；：的（“", c) {
			return ""
		}
		end += w
	}
	return rest[:end]
}
