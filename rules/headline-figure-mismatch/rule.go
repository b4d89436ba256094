// Package headlinefigure compares the figures of a headline with the copy
// below it.
package headlinefigure

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

const id = "headline-figure-mismatch"

// Rule reports figures of a headline that the copy contradicts.
var Rule = &rule.Rule{
	ID:       id,
	NameZH:   "标题与正文不符",
	Category: finding.Layout,
	Kinds:    []string{"LAY-01"},
	Doc:      page,
	Run:      run,
}

var (
	message = finding.Text{
		ZH: "标题作“%s”，正文作“%s”，正文里没有别的数字能支持标题%s。",
		EN: "The headline says “%s”, the copy “%s”, and no other figure of the copy supports the headline%s.",
	}
	body = finding.Text{ZH: "正文作“%s”", EN: "the copy says “%s”"}
)

func run(p *rule.Pass) {
	figs := p.Page.Figures
	for i := range figs {
		h := &figs[i]
		if !inHeadline(p, h) || !comparable(h) {
			continue
		}
		if rival, slip := contradicts(p, h); rival != nil {
			report(p, h, rival, slip)
		}
	}
}

func inHeadline(p *rule.Pass, f *figure.Figure) bool {
	return p.Doc.Blocks[f.Block].Kind == document.Headline
}

// comparable leaves out what says too little to be looked for in the copy:
// ordinals, durations, single digits.
func comparable(f *figure.Figure) bool {
	switch f.Kind {
	case quantity.Money, quantity.Count, quantity.Measure, quantity.Percent, quantity.Point, quantity.Multiple, quantity.Number:
		return !f.Quotation && f.ListLen == 1 && f.Kind != quantity.Number || f.Digits >= 3
	}
	return false
}

// contradicts looks for the figure of the copy that the headline's should be:
// one of the same unit that states the same fact or is a slip away. It finds
// none where any figure of the copy supports the headline, verbatim, rounded,
// or as a sum or difference of two.
func contradicts(p *rule.Pass, h *figure.Figure) (*figure.Figure, figure.Slip) {
	var rival *figure.Figure
	best, slip := 0, figure.NoSlip
	var same []*figure.Figure
	for i := range p.Page.Figures {
		b := &p.Page.Figures[i]
		if inHeadline(p, b) || b.Kind == quantity.Range {
			if b.Kind == quantity.Range && b.Unit == h.Unit && b.Set.Meets(h.Set) {
				return nil, slip
			}
			continue
		}
		if b.Unit != h.Unit || b.Kind != h.Kind {
			if b.Value.Cmp(h.Value) == 0 && oneUnit(p, h, b) {
				return nil, slip
			}
			if h.Kind == quantity.Money && b.Kind == quantity.Money && b.Value.Cmp(h.Value) == 0 && best < 3 {
				rival, best, slip = b, 3, figure.CurrencySlip
			}
			if b.Value.Cmp(h.Value) == 0 && (h.Kind == quantity.Number || b.Kind == quantity.Number) {
				return nil, slip
			}
			continue
		}
		if supports(h, b) || h.Value.Cmp(b.Value) == 0 {
			return nil, slip
		}
		same = append(same, b)
		if s := figure.SlipBetween(&h.Quantity, &b.Quantity); s != figure.NoSlip || figure.Compare(h.Metric, b.Metric) >= figure.Narrower && b.Period.Equal(h.Period) {
			w := 1
			if min(h.Digits, b.Digits) >= 3 && s != figure.NoSlip {
				w = 2
			}
			if s == figure.NoSlip {
				w = 0
			}
			if figure.Compare(h.Metric, b.Metric) >= figure.Narrower || figure.Compare(h.Noun, b.Noun) >= figure.Narrower {
				w += 2
			} else if p.Page.Shared(h, b) >= 4 {
				w += 2
			}
			if w > best {
				rival, best, slip = b, w, s
			}
		}
	}
	if rival == nil || best < 2 || best < 3 && h.Kind != quantity.Percent && derived(h, same) {
		return nil, slip
	}
	return rival, slip
}

// oneUnit reports whether two units that were read as different may be one:
// a price per share that drops the share, francs that are Swiss further down.
func oneUnit(p *rule.Pass, a, b *figure.Figure) bool {
	x, _, _ := strings.Cut(a.Unit, "/")
	y, _, _ := strings.Cut(b.Unit, "/")
	if x == y {
		return true
	}
	u, v := strings.ToLower(p.Page.Words(a.UnitRange)), strings.ToLower(p.Page.Words(b.UnitRange))
	latin := u != "" && u[0] < 0x80
	return latin && (strings.HasSuffix(u, v) || strings.HasSuffix(v, u))
}

// supports reports whether the headline's figure is the copy's: their sets
// meet, or the one is a fair rounding of the other, hedged or not.
func supports(h, b *figure.Figure) bool {
	if h.Printed.Meets(b.Printed) || figure.Agree(h, b) {
		return true
	}
	return h.Printed.Widen(h.Half()).Meets(b.Printed) && h.Digits < b.Digits
}

// derived reports whether the headline's figure is the sum or the difference
// of two of the copy's.
func derived(h *figure.Figure, same []*figure.Figure) bool {
	const most = 40
	if len(same) > most {
		same = same[:most]
	}
	for i, a := range same {
		for _, b := range same[i+1:] {
			if h.Printed.Meets(a.Printed.Add(b.Printed)) || h.Printed.Meets(a.Printed.Sub(b.Printed)) || h.Printed.Meets(b.Printed.Sub(a.Printed)) {
				return true
			}
		}
	}
	return false
}

func report(p *rule.Pass, h, b *figure.Figure, slip figure.Slip) {
	wh, wb := p.Page.Words(h.Range), p.Page.Words(b.Range)
	s := finding.Error
	if slip == figure.NoSlip || min(h.Digits, b.Digits) < 3 || slip == figure.LostSlip && min(h.Digits, b.Digits) < 4 {
		s = finding.Warning
	}
	p.Page.Mark(h.Index, figure.Contradicted, id)
	p.Report(rule.Problem{
		Range: h.Range, Severity: s, Confidence: tell.Confidence(s),
		Message: finding.Text{
			ZH: tell.Textf(message, wh, wb, tell.Slip(slip).ZH).ZH,
			EN: tell.Textf(message, wh, wb, tell.Slip(slip).EN).EN,
		},
		Related: []rule.Related{tell.Related(b.Range, tell.Textf(body, wb))},
		Fixes:   []rule.Fix{tell.UseWords(h, wb, finding.Manual), tell.UseWords(b, wh, finding.Manual)},
	})
}
