// Package led holds what the rules that compare copy with the ledger share:
// how they name an entry, what they propose, how sure they are.
package led

import (
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

// Each calls report for every entry of a page that is of one of the kinds.
func Each(p *rule.Pass, report func(f *figure.Figure, e *figure.Entry), kinds ...figure.EntryKind) {
	for i := range p.Page.Entries {
		e := &p.Page.Entries[i]
		for _, k := range kinds {
			if e.Kind == k {
				report(&p.Page.Figures[e.Fig], e)
			}
		}
	}
}

// Ref names a row of the ledger with what it says of a figure.
func Ref(row *ledger.Figure, words string) finding.LedgerRef {
	return finding.LedgerRef{File: row.Pos.File, Line: row.Pos.Line, Figure: row.Cite(words), English: row.CiteEnglish(words), Source: row.Source.Name}
}

// Words returns an amount as the ledger writes it, with the metric's unit where
// it is a bare number.
func Words(row *ledger.Figure, a *ledger.Amount) string {
	if a == nil {
		return ""
	}
	if strings.Trim(a.Text, "+-−0123456789.,") == "" && a.Quantity.Kind != quantity.Number {
		if row.Value == a {
			return a.Text + row.Metric.Unit.Text
		}
		return a.Text + "%"
	}
	return a.Text
}

// Severity lowers a rule's severity for each thing that was guessed.
func Severity(top finding.Severity, inferred int) finding.Severity {
	for range inferred {
		top = top.Lower()
	}
	return top
}

var (
	use     = finding.Text{ZH: "改为台账的“%s”", EN: "use the ledger's “%s”"}
	unitSet = map[figure.Slip]bool{figure.CurrencySlip: true, figure.ScaleSlip: true, figure.PointSlip: true}
)

// Fix proposes to print the ledger's amount in the place of a figure, in the
// figure's own style where that can be. There is none where the verb would have
// to change with the number.
func Fix(p *rule.Pass, f *figure.Figure, row *ledger.Figure, a *ledger.Amount, slip figure.Slip) []rule.Fix {
	if a == nil || slip == figure.SignSlip || f.Role == figure.Growth && signs(f) != a.Quantity.Value.Sign() {
		return nil
	}
	words := Words(row, a)
	q := &a.Quantity
	plain := f.Hedge == quantity.None && q.Hedge == quantity.None && f.Kind == q.Kind && f.Unit == q.Unit && !unitSet[slip]
	if plain {
		r, text := tell.Edit(p.Page, f, q.Value.Abs())
		if q.Value.Sign() < 0 && f.Role != figure.Growth {
			r, text = tell.Edit(p.Page, f, q.Value)
		}
		return []rule.Fix{{Title: tell.Textf(use, text), Grade: finding.Suggest, Edits: []rule.Edit{{Range: r, Text: text}}}}
	}
	if p.Doc.Lang == "en" && hasHan(words) || p.Doc.Lang != "en" && !hasHan(words) && f.Unit != "%" {
		return nil
	}
	if f.Role == figure.Growth {
		words = strings.TrimLeft(words, "+-−")
	}
	return []rule.Fix{{Title: tell.Textf(use, words), Grade: finding.Suggest, Edits: []rule.Edit{{Range: f.Full(), Text: words}}}}
}

// Said returns what the ledger has, in the words in which a fix would print it
// in the copy; where there is none, in its own.
func Said(have string, fixes []rule.Fix) string {
	if len(fixes) == 1 && len(fixes[0].Edits) == 1 {
		return fixes[0].Edits[0].Text
	}
	return have
}

// signs returns the direction that the copy gives a growth.
func signs(f *figure.Figure) int {
	if f.Sign < 0 != f.Negative {
		return -1
	}
	return 1
}

func hasHan(s string) bool {
	for _, r := range s {
		if r >= 0x4E00 && r <= 0x9FFF {
			return true
		}
	}
	return false
}
