package heldcount

import (
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

var nth = finding.Text{
	ZH: "此前已有“%s”，这一个应是第%d，与“%s”不符。",
	EN: "There were “%[1]s” before, so this one is number %[2]d, not “%[3]s”.",
}

// sequels compares 第四座 with how many there were before, in the sentence of
// the count or the one before it: 此前，全县已建成水库3座.
func sequels(p *rule.Pass) {
	for _, r := range p.Page.WholeCues(figure.UntilThen) {
		k := p.Page.SentenceOf(r.Start)
		if k < 0 {
			continue
		}
		before := countedBefore(p, r, &p.Page.Sentences[k])
		if before == nil {
			continue
		}
		var one *figure.Figure
		several := false
		for i := max(0, k-1); i <= k; i++ {
			s := &p.Page.Sentences[i]
			if s.Block != p.Page.Sentences[k].Block {
				continue
			}
			for j := max(s.FirstFig, before.Index-12); j < s.AfterFig && j < before.Index; j++ {
				if f := &p.Page.Figures[j]; f.Kind == quantity.Ordinal && f.Unit == before.Unit {
					one, several = f, several || one != nil
				}
			}
		}
		if one != nil && !several && sameThings(p, one, before) {
			compareNth(p, one, before)
		}
	}
}

// countedBefore returns the one count of the clauses that a word of the time
// before governs.
func countedBefore(p *rule.Pass, r source.Range, s *figure.Sentence) (count *figure.Figure) {
	for _, g := range p.Page.FiguresIn(source.Range{Start: r.End, End: s.Range.End}) {
		f := &p.Page.Figures[g.Index]
		if count != nil || f.Kind != quantity.Count || f.Hedge != quantity.None || !f.Value.IsInt() || f.Unit == "" {
			return nil
		}
		count = f
	}
	if count == nil || !strings.Contains(p.Page.Text[r.End:count.Range.Start], "已") {
		return nil
	}
	return count
}

// sameThings reports whether the thing that is the nth is named in the clause of
// the count, and both are counted within the same bounds: of the city, of the
// country.
func sameThings(p *rule.Pass, one, count *figure.Figure) bool {
	rest := p.Page.Text[one.Range.End:p.Page.Sentences[one.Sentence].Range.End]
	thing := rest
	if i := strings.IndexAny(rest, "，。；、：（）“”"); i >= 0 {
		thing = rest[:i]
	}
	if len(thing) < 6 || len(thing) > 30 {
		return false
	}
	clause := source.Range{Start: p.Page.Sentences[count.Sentence].Range.Start, End: p.Page.Sentences[count.Sentence].Range.End}
	words := p.Page.Words(clause)
	if !strings.Contains(words, thing) {
		return false
	}
	return bounds(p.Page.Words(source.Range{Start: max(one.Clause.Start, p.Page.Sentences[one.Sentence].Range.Start), End: one.Range.Start})) == bounds(words)
}

// bounds returns within what things are counted: the division that 全, 我 or 本
// stands at, "" where none is named.
func bounds(words string) string {
	last, at := "", -1
	for _, place := range [...]string{"国", "省", "市", "县", "区", "州", "镇", "乡", "村", "校", "院", "公司", "集团"} {
		for _, head := range [...]string{"全", "我", "本", "该"} {
			if i := strings.LastIndex(words, head+place); i > at {
				last, at = place, i
			}
		}
	}
	return last
}

func compareNth(p *rule.Pass, one, count *figure.Figure) {
	n, ok := count.Value.Int64()
	v, ok2 := one.Value.Int64()
	if !ok || !ok2 || v == n+1 || v == n {
		return // the count may hold this one
	}
	p.Contradict(one.Index)
	p.Report(rule.Problem{
		Range: one.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(nth, p.Text(count.Range), n+1, p.Text(one.Range)),
		Related: []rule.Related{tell.Related(count.Range, other)},
	})
}

// follows compares an ordinal with those that are named before it: her fourth
// title, following victories in Doha, Miami and Rome.
func follows(p *rule.Pass, x *figure.Sequel) {
	f := &p.Page.Figures[x.Nth]
	v, ok := f.Value.Int64()
	if !ok || int(v) == x.N+1 {
		return
	}
	severity := finding.Warning
	if int(v) > x.N+1 {
		severity = finding.Info // not all may be named
	}
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: severity, Confidence: tell.Confidence(severity),
		Message: tell.Textf(nth, p.Text(x.Past), x.N+1, p.Text(f.Range)),
		Related: []rule.Related{tell.Related(x.Past, other)},
	})
}
