package checker

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// factSheet counts the figures by status and, unless only counts are wanted,
// fills the rows of `hegao figures`.
func (c *check) factSheet(page *figure.Page) {
	places := c.contradicted()
	var sources map[int]finding.LedgerRef
	if c.session.opts.Pages {
		c.copyPage(page)
		sources = c.sources(page)
	}
	for i := range page.Figures {
		f := &page.Figures[i]
		if label(page, f) || f.Bare && f.Kind == quantity.Count && f.Hedge == quantity.None {
			continue
		}
		if rule := places.overlapping(f.Range); rule != "" {
			f.Status, f.StatusWhy = figure.Contradicted, rule
		}
		c.count(f.Status)
		if !c.session.opts.CountsOnly {
			row := c.row(page, f)
			row.Ledger = sources[f.Index]
			if c.session.opts.Reasons {
				row.Reading = c.reading(page, f)
			}
			c.result.Figures = append(c.result.Figures, row)
		}
	}
	if c.session.opts.CountsOnly {
		return
	}
	c.result.Figures = append(c.result.Figures, c.dates(page, places)...)
	slices.SortStableFunc(c.result.Figures, func(a, b Figure) int { return finding.CompareSpans(a.Span, b.Span) })
}

// label reports whether a number only names the year or the place of what stands
// right behind it: 2025进博会, 05 as a page's number.
func label(page *figure.Page, f *figure.Figure) bool {
	if page.Doc.Blocks[f.Block].Kind == document.Masthead {
		return true
	}
	if f.Kind != quantity.Number || f.Decimals > 0 || f.Digits != 4 || f.Grouped || f.Han {
		return false
	}
	year, ok := f.Value.Int64()
	if !ok || year < 1900 || year > 2100 || f.Range.End >= len(page.Text) {
		return false
	}
	return page.Text[f.Range.End] >= 0xE4 && page.Text[f.Range.End] <= 0xE9 // a Han character
}

// count adds a figure to the counts. Dates aren't counted: their status is
// that of what is dated.
func (c *check) count(status figure.Status) {
	n := &c.result.Counts
	n.Figures++
	switch status {
	case figure.Confirmed:
		n.Confirmed++
	case figure.Consistent:
		n.Consistent++
	case figure.Contradicted:
		n.Contradicted++
	default:
		n.Unchecked++
	}
}

func (c *check) row(page *figure.Page, f *figure.Figure) Figure {
	b := page.Bound(f)
	span := c.doc.View.Span(f.Range)
	row := Figure{
		Span: span, Text: c.doc.File.Slice(span),
		Kind: f.Kind.String(), Value: value(&f.Quantity), Unit: f.Unit, Hedge: f.Hedge.String(), Role: b.Role.String(),
		Metric: b.Metric.Value, Entity: b.Entity.Value, Partner: b.Breakdown.Value,
		Period: f.Period.String(), Basis: f.Basis, Modality: f.Modality.String(),
		Status: f.Status.String(), Why: f.StatusWhy,
		Range: f.Range, Quantity: f.Quantity, Sign: f.Sign,
	}
	row.Quantity.Low, row.Quantity.High = nil, nil // they belong to the page, which is used again
	if f.Set.HasLo {
		row.Low = f.Set.Lo.String()
	}
	if f.Set.HasHi {
		row.High = f.Set.Hi.String()
	}
	for _, slot := range []struct {
		name   string
		origin figure.Origin
		filled bool
	}{
		{"metric", b.Metric.Origin, b.Metric.Value != ""},
		{"entity", b.Entity.Origin, b.Entity.Value != ""},
		{"partner", b.Breakdown.Origin, b.Breakdown.Value != ""},
		{"period", page.PeriodSource(f), row.Period != ""},
		{"basis", f.BasisOrigin, f.Basis != ""},
	} {
		if !slot.filled {
			continue
		}
		row.Origins = append(row.Origins, Origin{slot.name, originNames[slot.origin]})
		if slot.origin < figure.Printed && slot.name != "partner" {
			row.Guessed = append(row.Guessed, slot.name)
		}
	}
	return row
}

// Origin says where one slot of a figure comes from.
type Origin struct {
	Slot string // metric, entity, partner, period, basis
	From string // printed in the figure's own clause, inherited, or guessed
}

var originNames = map[figure.Origin]string{
	figure.Unknown: "guessed", figure.Guessed: "guessed", figure.Inherited: "inherited", figure.Printed: "printed",
}

// value returns the number as JSON has it: an exact decimal. That of a range is
// the middle between its ends, as one number has to stand for it; the ends are
// low and high.
func value(q *quantity.Quantity) string {
	if q.Kind == quantity.Range && q.Low != nil && q.High != nil {
		middle, _ := q.Low.Value.Add(q.High.Value).Div(quantity.Int(2))
		return middle.String()
	}
	return q.Value.String()
}

// places are ranges of the view with the rule that contradicts what stands
// there, sorted and disjoint in their beginnings.
type places struct {
	ranges  []source.Range
	rules   []string
	longest int // bytes of the longest range
}

// contradicted lists the places whose figure some finding contradicts. Info
// findings and those of form contradict nothing.
func (c *check) contradicted() places {
	type place struct {
		at   source.Range
		rule string
	}
	var all []place
	for _, p := range c.problems {
		if p.Severity >= finding.Warning && !formOnly[p.Category] {
			all = append(all, place{p.Range, p.rule.ID})
		}
	}
	slices.SortStableFunc(all, func(a, b place) int {
		return cmp.Or(compareRanges(a.at, b.at), strings.Compare(a.rule, b.rule))
	})
	var out places
	for _, p := range all {
		out.ranges = append(out.ranges, p.at)
		out.rules = append(out.rules, p.rule)
		out.longest = max(out.longest, p.at.Len())
	}
	return out
}

// overlapping returns the rule of the first place that shares a byte with r.
func (ps places) overlapping(r source.Range) string {
	first, _ := slices.BinarySearchFunc(ps.ranges, r.Start-ps.longest, func(p source.Range, at int) int { return p.Start - at })
	for i := first; i < len(ps.ranges) && ps.ranges[i].Start < r.End; i++ {
		if ps.ranges[i].Overlaps(r) {
			return ps.rules[i]
		}
	}
	return ""
}

// presentOnly reports whether an expression names no more than the present or
// what was spoken of before (目前, 今年以来, 同期, now): it frames figures and is none.
func presentOnly(page *figure.Page, d *figure.Date) bool {
	words := page.Words(d.Range())
	if strings.ContainsAny(words, "0123456789０１２３４５６７８９一二三四五六七八九十〇") && !strings.HasPrefix(words, "这一") {
		return false
	}
	if d.Kind == period.KindVague || d.Has(period.SamePeriod) || d.Now() {
		return true
	}
	if !d.Has(period.Chinese) {
		return strings.EqualFold(words, "now") || strings.EqualFold(words, "currently")
	}
	return page.Published.Known() && d.Has(period.Relative) && d.Period.Contains(period.Point(page.Published)) &&
		!strings.HasPrefix(words, "今天") && !strings.HasPrefix(words, "今日")
}

// dates lists the dates and periods of the page as rows of the fact sheet.
func (c *check) dates(page *figure.Page, ps places) (rows []Figure) {
	for i := range page.Dates {
		d := &page.Dates[i]
		if presentOnly(page, d) {
			continue
		}
		span := c.doc.View.Span(d.Range())
		row := Figure{Span: span, Range: d.Range(), Text: c.doc.File.Slice(span), Kind: "date", Role: figure.Other.String(),
			Value: d.Period.String(), Modality: figure.Asserted.String(), Status: figure.Unchecked.String()}
		switch n, unit, ok := d.Length(); {
		case d.Kind == period.KindTime:
			row.Kind, row.Value = "time", fmt.Sprintf("%02d:%02d", d.Hour, d.Minute)
			if d.ClockSpan {
				row.Value += fmt.Sprintf("/%02d:%02d", d.EndHour, d.EndMinute)
			}
		case d.Period.IsZero() && ok:
			row.Kind, row.Value, row.Unit = "duration", strconv.Itoa(n), unit
		case d.Period.Start != d.Period.End, d.Period.IsZero() && d.Kind == period.KindPeriod:
			row.Kind = "period"
		}
		if rule := ps.overlapping(d.Range()); rule != "" {
			row.Status, row.Why = figure.Contradicted.String(), rule
		}
		if c.session.opts.Reasons {
			row.Reading = c.dateReading(page, d)
		}
		rows = append(rows, row)
	}
	return rows
}
