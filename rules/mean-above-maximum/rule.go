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

// Rule reports 日均 above 单日最高, and minima above maxima.
var Rule = rule.New(page, finding.Arithmetic, run, "ARI-04")

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

// most is how many figures a sentence may have to be read for a range and its
// mean.
const most = 12

func run(p *rule.Pass) {
	for n := range p.Page.Sentences {
		s := &p.Page.Sentences[n]
		if n := s.AfterFig - s.FirstFig; n < 2 || n > most {
			continue
		}
		var ends []end
		for k := s.FirstFig; k < s.AfterFig; k++ {
			f := &p.Page.Figures[k]
			if !measured(f) {
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
			if e, ok := endOf(words, k); ok {
				ends = append(ends, e)
			}
		}
		for i, e := range ends {
			pairs(p, ends[:i], e)
		}
		series(p, s)
	}
}

// measured reports whether a figure is a value that may be the highest or the
// mean of several.
func measured(f *figure.Figure) bool {
	switch f.Kind {
	case quantity.Count, quantity.Money, quantity.Measure, quantity.Number, quantity.Age:
		return f.ListLen <= 1 && f.Role != figure.Change && f.Role != figure.Growth
	}
	return false
}

// pairs compares an end with the nearest of each other sort before it: of 7日最高
// 31℃，9日最高35℃、最低26℃ the lowest goes with the second highest.
func pairs(p *rule.Pass, before []end, e end) {
	var seen [3]bool
	for i := len(before) - 1; i >= 0; i-- {
		o := before[i]
		if o.sign == e.sign || seen[o.sign+1] || !e.of(o) {
			continue
		}
		seen[o.sign+1] = true
		both(p, e, o)
	}
}

// both compares two ends, the highest first, the mean last.
func both(p *rule.Pass, e, o end) {
	switch {
	case e.sign == 1:
		compare(p, e.fig, o.fig, above)
	case o.sign == 1:
		compare(p, o.fig, e.fig, above)
	case e.sign == -1:
		compare(p, e.fig, o.fig, below)
	default:
		compare(p, o.fig, e.fig, below)
	}
}

// series compares a figure that is called the highest of its months or years with
// those of others of them: 为年内单月最高，5月份为8.6万人次.
func series(p *rule.Pass, s *figure.Sentence) {
	for k := s.FirstFig; k+1 < s.AfterFig; k++ {
		f, g := &p.Page.Figures[k], &p.Page.Figures[k+1]
		if !measured(f) || !measured(g) || f.PeriodDate < 0 || g.PeriodDate < 0 || f.PeriodDate == g.PeriodDate || f.Period.Grain != g.Period.Grain {
			continue
		}
		d := p.Page.Dates[g.PeriodDate].Range()
		lead := strings.Trim(p.Page.Text[d.End:max(d.End, g.Range.Start)], "份的 ")
		if d.Start < f.Range.End || lead != "为" && lead != "是" && lead != "" {
			continue
		}
		if isHighest(p.Page, f, d.Start) {
			compare(p, k, k+1, above)
		}
	}
}

// telling reports whether a text may hold one of the words: all the Chinese ones
// have one of three characters.
func telling(s string) bool {
	for _, r := range s {
		switch {
		case r == '最', r == '峰', r == '均', r|0x20 >= 'a' && r|0x20 <= 'z':
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
		p.Mark(end, figure.Consistent)
		p.Mark(k, figure.Consistent)
		return
	}
	p.Contradict(end)
	p.Contradict(k)
	p.Report(rule.Problem{
		Range: e.Range, Severity: finding.Warning, Confidence: 0.8,
		Message: tell.Textf(text, p.Page.Words(e.Range), p.Page.Words(f.Range)),
		Related: []rule.Related{tell.Related(f.Range, tell.Textf(other, p.Page.Words(f.Range)))},
	})
}
