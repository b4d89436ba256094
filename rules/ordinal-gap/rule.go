// Package ordinalgap finds enumerations that leave out or repeat a number.
package ordinalgap

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

// Rule reports 四是 behind 二是, and a second 二是.
var Rule = rule.New(page, finding.Counts, run, "CNT-04")

var (
	gap = finding.Text{
		ZH: "“%s”之后就是“%s”，中间缺了一项，或序号写错。",
		EN: "“%[2]s” follows “%[1]s”: an item is missing, or misnumbered.",
	}
	twice = finding.Text{
		ZH: "“%s”之后又是“%s”，序号重复。",
		EN: "“%[2]s” follows “%[1]s”: the number is used twice.",
	}
	before = finding.Text{ZH: "前一项", EN: "the item before"}
)

// far is how many bytes may lie between two items of one enumeration.
const far = 2400

// deep is how many enumerations may stand one inside another.
const deep = 8

// ordinals are the words of each way to number, from the first on.
var ordinals = []struct {
	cue   figure.Cue
	words []string
}{
	{figure.OrdinalHan, []string{"一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"}},
	{figure.OrdinalDi, []string{"第一，", "第二，", "第三，", "第四，", "第五，", "第六，", "第七，", "第八，", "第九，", "第十，"}},
	{figure.OrdinalEN, []string{"first,", "second,", "third,", "fourth,", "fifth,", "sixth,", "seventh,"}},
	{figure.OrdinalEN, []string{"firstly,", "secondly,", "thirdly,", "fourthly,", "fifthly,"}},
}

// item is one numbered item.
type item struct {
	at source.Range
	n  int
}

func run(p *rule.Pass) {
	for _, o := range ordinals {
		var open []item // the items that enumerations, one inside another, have come to
		for _, r := range p.Page.Cues(o.cue) {
			n := number(p.Text(r), o.words)
			if n > 0 && heads(p.Page.Text, r.Start) {
				open = step(p, open, item{r, n})
			}
		}
	}
}

func number(word string, words []string) int {
	for i, w := range words {
		if strings.EqualFold(w, word) {
			return i + 1
		}
	}
	return 0
}

// heads reports whether a mark or the start of a line stands before an offset.
func heads(text string, at int) bool {
	before := strings.TrimRight(text[:at], " \t")
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.ContainsRune("，。；：！？\n“（—,.;:!?(\"、", r)
}

// step takes the next item: it opens an enumeration, goes on with the innermost
// that it fits, or leaves a gap.
func step(p *rule.Pass, open []item, it item) []item {
	if it.n == 1 {
		return append(open, it)
	}
	for i := len(open) - 1; i >= max(0, len(open)-deep); i-- {
		if open[i].n+1 == it.n {
			return append(open[:i], it)
		}
	}
	if len(open) == 0 {
		return open // the beginning isn't quoted
	}
	last := open[len(open)-1]
	if it.at.Start-last.at.End <= far {
		report(p, last, it)
	}
	return append(open[:len(open)-1], it)
}

func report(p *rule.Pass, last, it item) {
	message := gap
	if it.n <= last.n {
		if it.n < last.n {
			return
		}
		message = twice
	}
	for _, r := range p.Page.CuesIn(figure.OrdinalOther, source.Range{Start: last.at.End, End: it.at.Start}) {
		if message == gap && heads(p.Page.Text, r.Start) {
			return // the item may be there under another word
		}
	}
	p.Report(rule.Problem{
		Range: it.at, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(message, p.Text(last.at), p.Text(it.at)),
		Related: []rule.Related{tell.Related(last.at, before)},
	})
}
