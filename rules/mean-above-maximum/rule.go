// Package meanabove finds means that are above the maximum or below the minimum
// beside them.
package meanabove

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

const id = "mean-above-maximum"

// Rule reports 日均 above 单日最高, and minima above maxima.
var Rule = &rule.Rule{
	ID:       id,
	NameZH:   "均值越界",
	Category: finding.Arithmetic,
	Kinds:    []string{"ARI-04"},
	Doc:      page,
	Run:      run,
}

var (
	above = finding.Text{
		ZH: "最高的“%s”反而小于“%s”。",
		EN: "The highest, “%s”, is less than “%s”.",
	}
	below = finding.Text{
		ZH: "最低的“%s”反而大于“%s”。",
		EN: "The lowest, “%s”, is more than “%s”.",
	}
	other = finding.Text{ZH: "“%s”", EN: "“%s”"}
)

// The words for the ends and the mean of a range of days.
var (
	highest = []string{"最高日", "单日最高", "最高峰", "日最高", "高峰日", "高峰期日", "峰值", "最高单日", "最多一天", "最多的一天", "peak", "busiest day", "highest"}
	lowest  = []string{"最低日", "单日最低", "日最低", "最低单日", "最少一天", "lowest", "quietest day"}
	mean    = []string{"日均", "平均每天", "平均每日", "每天平均", "a day on average", "daily average", "average of"}
)

// most is how many figures a sentence may have to be read for a range and its
// mean.
const most = 12

func run(p *rule.Pass) {
	for n := range p.Page.Sentences {
		s := &p.Page.Sentences[n]
		if n := s.AfterFig - s.FirstFig; n < 2 || n > most {
			continue
		}
		hi, lo, avg := -1, -1, -1
		for k := s.FirstFig; k < s.AfterFig; k++ {
			f := &p.Page.Figures[k]
			if f.Kind != quantity.Count && f.Kind != quantity.Money && f.Kind != quantity.Measure && f.Kind != quantity.Number || f.ListLen > 1 {
				continue
			}
			from := s.Range.Start
			if k > s.FirstFig {
				from = p.Page.Figures[k-1].Range.End
			}
			words := p.Page.Text[from:max(from, f.Range.Start)]
			if !telling(words) {
				continue
			}
			words = strings.ToLower(words)
			words = words[strings.LastIndexAny(words, "，；,;")+1:]
			switch {
			case has(words, highest):
				hi = k
			case has(words, lowest):
				lo = k
			case has(words, mean):
				avg = k
			}
		}
		compare(p, hi, avg, above)
		compare(p, lo, avg, below)
		compare(p, hi, lo, above)
	}
}

// telling reports whether a text may hold one of the words: all the Chinese ones
// have one of three characters.
func telling(s string) bool {
	for _, r := range s {
		switch {
		case r == '最', r == '峰', r == '均', r < 0x2E80 && r != ' ' && (r < '0' || r > '9'):
			return true
		}
	}
	return false
}

func has(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// compare reports an end of a range that another figure of it is beyond.
func compare(p *rule.Pass, end, k int, text finding.Text) {
	if end < 0 || k < 0 {
		return
	}
	e, f := &p.Page.Figures[end], &p.Page.Figures[k]
	if e.Unit != f.Unit || e.Kind != f.Kind || !e.Set.Bounded() || !f.Set.Bounded() {
		return
	}
	if text == above && e.Set.Hi.Cmp(f.Set.Lo) >= 0 || text == below && e.Set.Lo.Cmp(f.Set.Hi) <= 0 {
		p.Page.Mark(end, figure.Consistent, id)
		p.Page.Mark(k, figure.Consistent, id)
		return
	}
	p.Page.Mark(end, figure.Contradicted, id)
	p.Page.Mark(k, figure.Contradicted, id)
	p.Report(rule.Problem{
		Range: e.Range, Severity: finding.Warning, Confidence: 0.8,
		Message: tell.Textf(text, p.Page.Words(e.Range), p.Page.Words(f.Range)),
		Related: []rule.Related{tell.Related(f.Range, tell.Textf(other, p.Page.Words(f.Range)))},
	})
}
