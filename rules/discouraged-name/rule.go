// Package discouragedname finds names that the ledger discourages, and facts
// that one piece of copy calls by two names.
package discouragedname

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
	"github.com/hegao/hegao/rules/internal/vocab"
)

//go:embed doc.md
var page string

// Rule reports names that should be others.
var Rule = rule.New(page, finding.Terms, run, "ENT-01", "ENT-07")

var (
	message = finding.Text{
		ZH: "“%s”不是规范名称，应作“%s”。",
		EN: "“%s” isn't the right name; it should be “%s”.",
	}
	again   = finding.Text{ZH: "此处也作“%s”", EN: "“%s” here as well"}
	use     = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
	variant = finding.Text{
		ZH: "“%s”与“%s”所列的数全都一样，像是同一指标的两个名称，请统一。",
		EN: "“%s” and “%s” stand with the same figures throughout: they look like two names of one thing.",
	}
	other = finding.Text{ZH: "此处作“%s”", EN: "called “%s” here"}
)

func run(p *rule.Pass) {
	discouraged(p)
	variants(p)
}

// discouraged reports each discouraged name once, with all of its places.
func discouraged(p *rule.Pass) {
	places := map[int32][]source.Range{}
	var order []int32
	names := map[int32]*ledger.Name{}
	for i := range p.Page.Names {
		n := &p.Page.Names[i]
		m := meaning(p, n)
		if m == nil || abroad(p, n, m) {
			continue
		}
		if places[n.ID] == nil {
			order, names[n.ID] = append(order, n.ID), m
		}
		places[n.ID] = append(places[n.ID], n.Range)
	}
	for _, id := range order {
		report(p, names[id], places[id])
	}
}

// meaning returns what a discouraged name stands for; nil where it may be a
// right name as well.
func meaning(p *rule.Pass, n *figure.Name) *ledger.Name {
	ms := p.Page.Meanings(n)
	for i := range ms {
		if !ms[i].Discouraged {
			return nil
		}
	}
	return &ms[0]
}

// abroad reports whether a term of this country's is said of another or of
// several: 中日韩自贸区 and 中国—东盟自贸区 aren't 自贸试验区.
func abroad(p *rule.Pass, n *figure.Name, m *ledger.Name) bool {
	if m.Kind != ledger.TermName {
		return false
	}
	before := p.Page.Text[max(0, n.Range.Start-18):n.Range.Start]
	for i := range before {
		if e := p.Ledger.Entity(before[i:]); e != nil && (e.Kind == "country" && e.Name != "中国" || e.Kind == "bloc") {
			return true
		}
	}
	return vocab.Ends(before, "of-several-countries") > 0
}

func report(p *rule.Pass, m *ledger.Name, at []source.Range) {
	lead := 0 // the first place in the body; a headline may shorten
	for i, r := range at {
		if !inHeadline(p, r) {
			lead = i
			break
		}
	}
	severity := finding.Warning
	if inHeadline(p, at[lead]) {
		severity = finding.Info
	}
	right := best(m)
	words := p.Page.Words(at[lead])
	pr := rule.Problem{
		Range: at[lead], Severity: severity, Confidence: tell.Confidence(severity),
		Message: tell.Textf(message, words, right),
		Ledger:  []finding.LedgerRef{{File: m.Pos().File, Line: m.Pos().Line, Figure: right}},
	}
	fix := rule.Fix{Title: tell.Textf(use, right), Grade: finding.Suggest}
	for i, r := range at {
		fix.Edits = append(fix.Edits, rule.Edit{Range: r, Text: right})
		if i != lead {
			pr.Related = append(pr.Related, tell.Related(r, tell.Textf(again, words)))
		}
	}
	pr.Fixes = []rule.Fix{fix}
	p.Report(pr)
}

// best returns the name to print: the canonical one, or the alias that is
// nearest in length to what the copy has.
func best(m *ledger.Name) string {
	right := m.Canonical()
	if m.Kind == ledger.TermName {
		for _, a := range m.Term.Aliases {
			if distance(a, m.Text) < distance(right, m.Text) {
				right = a
			}
		}
	}
	return right
}

func distance(a, b string) int { return max(len(a)-len(b), len(b)-len(a)) }

func inHeadline(p *rule.Pass, r source.Range) bool {
	for i := range p.Doc.Blocks {
		if b := &p.Doc.Blocks[i]; b.Range.Start <= r.Start && r.End <= b.Range.End {
			return b.Kind == document.Headline
		}
	}
	return false
}

// variants reports facts under two names, at the form that the copy uses less.
func variants(p *rule.Pass) {
	said := map[[2]string]bool{}
	for i := range p.Page.Variants {
		v := &p.Page.Variants[i]
		a, b := &p.Page.Figures[v.A], &p.Page.Figures[v.B]
		if a.Declared != nil || b.Declared != nil || said[[2]string{a.Metric, b.Metric}] || said[[2]string{b.Metric, a.Metric}] {
			continue
		}
		said[[2]string{a.Metric, b.Metric}] = true
		if used(p, b.Metric) > used(p, a.Metric) {
			a, b = b, a
		}
		ra, oka := nameAt(p, a)
		rb, okb := nameAt(p, b)
		if !oka || !okb {
			continue
		}
		severity := finding.Info
		if v.Companions >= 4 {
			severity = finding.Warning
		}
		p.Report(rule.Problem{
			Range: rb, Severity: severity, Confidence: tell.Confidence(severity),
			Message: tell.Textf(variant, b.Metric, a.Metric),
			Related: []rule.Related{tell.Related(ra, tell.Textf(other, a.Metric))},
			Fixes: []rule.Fix{{Title: tell.Textf(use, a.Metric), Grade: finding.Manual,
				Edits: []rule.Edit{{Range: rb, Text: a.Metric}}}},
		})
	}
}

// used weighs how much the copy uses a name: in full, and its beginning within
// other names. What the page prints twice counts once.
func used(p *rule.Pass, name string) int {
	half, n := name, 0
	for i := range name {
		if n++; n > 6 {
			half = name[:i]
			break
		}
	}
	count := strings.Count(p.Page.Text, name) + strings.Count(p.Page.Text, half)
	for _, twin := range p.Doc.Twins {
		words := p.Page.Words(p.Doc.Blocks[twin[1]].Range)
		count -= strings.Count(words, name) + strings.Count(words, half)
	}
	return count
}

// nameAt returns where a figure's metric stands word for word.
func nameAt(p *rule.Pass, f *figure.Figure) (source.Range, bool) {
	i := strings.LastIndex(p.Page.Words(f.MetricRange), f.Metric)
	if i < 0 {
		return source.Range{}, false
	}
	at := f.MetricRange.Start + i
	return source.Range{Start: at, End: at + len(f.Metric)}, true
}
