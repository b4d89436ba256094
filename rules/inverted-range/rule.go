// Package invertedrange finds ranges whose lower end is the higher.
package invertedrange

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
	"github.com/hegao/hegao/rules/internal/vocab"
)

//go:embed doc.md
var page string

// Rule reports ranges that run downwards.
var Rule = rule.New(page, finding.Arithmetic, run, "ARI-07")

var (
	message = finding.Text{
		ZH: "区间“%s”前大后小，两端像是写颠倒了。",
		EN: "The range “%s” runs downwards; its ends look swapped.",
	}
	swap = finding.Text{ZH: "两端对调", EN: "swap the ends"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		if f.Kind == quantity.Money && i+1 < len(p.Page.Figures) {
			joined(p, f, &p.Page.Figures[i+1])
		}
		if f.Kind != quantity.Range || f.Low == nil || f.High == nil || f.Low.Value.Cmp(f.High.Value) <= 0 || f.Low.Value.Sign() < 0 || f.High.Value.Sign() < 0 {
			continue
		}
		if f.Low.Unit != f.High.Unit || f.Unit == "" || f.Kind == quantity.Duration || moved(p, f) {
			continue
		}
		sev := finding.Warning
		if f.PartKind == quantity.Percent {
			sev = finding.Error
		}
		report(p, f.Range, f.Low.Range, f.High.Range, sev)
	}
}

func report(p *rule.Pass, at, first, second source.Range, sev finding.Severity) {
	lo, hi := p.Page.Words(first), p.Page.Words(second)
	p.Report(rule.Problem{
		Range: at, Severity: sev, Confidence: tell.Confidence(sev),
		Message: tell.Textf(message, p.Page.Words(at)),
		Fixes:   []rule.Fix{{Title: swap, Grade: finding.Manual, Edits: []rule.Edit{{Range: first, Text: hi}, {Range: second, Text: lo}}}},
	})
}

// joined checks "$900 to $600", which English may print with the unit twice. A
// verb of change in the clause may make it something else: fell $9 to $6.
func joined(p *rule.Pass, a, b *figure.Figure) {
	if b.Kind != quantity.Money || b.Sentence != a.Sentence || a.Value.Cmp(b.Value) <= 0 || p.Page.Text[a.Range.End:b.Range.Start] != " to " {
		return
	}
	clause := p.Page.Text[a.Clause.Start:a.Range.Start]
	if strings.Contains(clause, "from ") || a.Sign != 0 || b.Sign != 0 {
		return
	}
	for k := a.Token - 1; k >= 0 && int(p.Page.Tokens[k].Start) >= a.Clause.Start; k-- {
		t := p.Page.Tokens[k]
		if t.Kind != figure.Word {
			continue
		}
		if _, verb := lexicon.Has(t.Ref, lexicon.ClassVerb); verb {
			return
		}
	}
	first, second := a.Range, source.Range{Start: b.Range.Start, End: b.Number.End}
	if p.Page.Text[first.Start] != p.Page.Text[second.Start] || first.Start == a.Number.Start {
		return // both with the same sign in front
	}
	report(p, first.Cover(second), first, second, finding.Warning)
}

// moved reports whether words say that the one end turned into the other, or
// that the range is one of falling: the less a result falls, the more of it is
// left, so that such ranges may run either way.
func moved(p *rule.Pass, f *figure.Figure) bool {
	clause := p.Page.Text[f.Clause.Start:f.Range.Start]
	behind := p.Page.Text[f.Range.End:]
	if strings.HasPrefix(behind, " lower") || strings.HasPrefix(behind, " higher") {
		return true
	}
	if vocab.In(clause, "from-one-to-other") {
		return true
	}
	return vocab.In(clause, "falls") && !reached(clause) && !reduced(clause)
}

// reached reports whether a clause ends in what something fell to, which is a
// range of levels: 降至50%至40%.
func reached(clause string) bool {
	clause = strings.TrimSuffix(clause, "约")
	to, ok := strings.CutSuffix(clause, "至")
	if !ok {
		to, ok = strings.CutSuffix(clause, "到")
	}
	return ok && vocab.Ends(to, "fell") > 0
}

// reduced reports whether someone brings something down by as much as stands
// behind its name, 降低了成本60%—50%. What falls by itself is a result, 利润下降
// 60%至50%, and so is what is compared with another time.
func reduced(clause string) bool {
	i, n := vocab.Last(clause, "brings-down")
	if i < 0 || vocab.In(clause, "other-time") {
		return false
	}
	what := strings.TrimPrefix(clause[i+n:], "了")
	return utf8.RuneCountInString(strings.TrimRight(what, "约近达至到 ")) >= 2
}
