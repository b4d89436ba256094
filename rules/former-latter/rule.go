// Package formerlatter finds former and latter of more things than two.
package formerlatter

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 前者 behind 甲、乙、丙.
var Rule = rule.New(page, finding.Counts, run, "CNT-06")

var (
	message = finding.Text{
		ZH: "“%s”只用于两项，前面列了%d项。",
		EN: "“%s” is said of two; %d are listed before.",
	}
	list = finding.Text{ZH: "所列", EN: "the list"}
)

// reach is how many bytes back a list may stand.
const reach = 150

func run(p *rule.Pass) {
	end := 0
	for _, r := range p.Page.WholeCues(figure.FormerLatter) {
		k := p.Page.SentenceOf(r.Start)
		if k < 0 || r.Start < end {
			continue
		}
		end = p.Page.Sentences[k].Range.End // one finding for former and latter
		from := max(0, r.Start-reach)
		if b := p.Doc.Blocks[p.Page.Sentences[k].Block].Range.Start; b > from {
			from = b
		}
		before := source.Range{Start: from, End: r.Start}
		if at, n := listIn(p, before); n > 2 && len(p.Page.CuesIn(figure.TwoWords, source.Range{Start: at.Start, End: r.Start})) == 0 {
			p.Report(rule.Problem{
				Range: r, Severity: finding.Info, Confidence: tell.Confidence(finding.Info),
				Message: tell.Textf(message, p.Text(r), n), Related: []rule.Related{tell.Related(at, list)},
			})
		}
	}
}

// listIn returns the last list of a range that its clause makes up: items that
// 、 or commas part, the last behind 和 or "and". n is 0 where there is none, or
// where two other things are joined behind it.
func listIn(p *rule.Pass, r source.Range) (at source.Range, n int) {
	words := strings.TrimRight(p.Text(r), "，, ")
	mark, join := "、", "和"
	if p.Doc.Lang == "en" {
		mark, join = ", ", " and "
	}
	last := strings.LastIndex(words, join)
	if last < 0 || strings.Contains(words[last+len(join):], mark) {
		return at, 0
	}
	start := last
	for n = 2; ; n++ {
		i := strings.LastIndex(words[:start], mark)
		if i < 0 || start-i > 30 || strings.ContainsAny(words[i+len(mark):start], "，。；：.;:") {
			break
		}
		start = i
	}
	return source.Range{Start: r.Start + start, End: r.Start + last + len(join)}, n
}
