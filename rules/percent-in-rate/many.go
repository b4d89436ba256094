package percentinrate

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/cue"
)

//go:embed words.txt
var wordText string

// otherwise are the words before a percentage that make it one of something else.
var otherwise = sync.OnceValue(func() (list []string) {
	for line := range strings.Lines(wordText) {
		if line[0] != '#' {
			list = append(list, strings.Split(strings.TrimSpace(line), "|")...)
		}
	}
	return list
})

// ofMany checks the percentage that a clause gives for so many people: 每千人口拥有
// 医师3.2%. One that says how the rate moved, or is a part of something else, stays.
func ofMany(p *rule.Pass, per source.Range) {
	n := p.Page.SentenceOf(per.Start)
	if n < 0 {
		return
	}
	s := &p.Page.Sentences[n]
	for k := s.FirstFig; k < s.AfterFig; k++ {
		f := &p.Page.Figures[k]
		if f.Range.Start < per.End {
			continue
		}
		words, start := cue.Clause(p.Page, n, f.Range)
		if f.Kind != quantity.Percent || f.Role != figure.Level || f.Of >= 0 || f.Sign != 0 || len(words) == 0 || start > per.Start {
			return
		}
		between := p.Page.Text[per.End:f.Range.Start]
		if !slices.ContainsFunc(otherwise(), func(w string) bool { return strings.Contains(between, w) }) {
			report(p, f, per)
		}
		return
	}
}
