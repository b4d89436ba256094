package ledger

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// Quantities are read by the grammar that reads copy; a bare number borrows
// the metric's unit.

// parseAmount reads a value, in the unit where it is a bare number.
func parseAmount(s scalar, unit Unit) (*Amount, bool) {
	q, err := quantity.Parse(s.Text)
	if err != nil {
		return nil, false
	}
	if q.Kind == quantity.Number && unit.Text != "" {
		if with, err := quantity.Parse(s.Text + unit.Text); err == nil {
			q = with
		} else if with, err := quantity.Parse(s.Text + " " + unit.Text); err == nil {
			q = with
		}
	}
	return &Amount{Text: s.Text, Quantity: q, Pos: s.Pos}, true
}

// parseUnit reads the name of a class of units.
func parseUnit(text string) (Unit, bool) {
	for _, try := range []string{"1" + text, "1 " + text, text + "1"} {
		if q, err := quantity.Parse(try); err == nil && q.Kind != quantity.Number {
			return Unit{Text: text, Kind: q.Kind, Code: q.Unit}, true
		}
	}
	return Unit{}, false
}

// fits reports whether a value may be one of the unit's class. Measures of
// another name may be of the same dimension, which only a conversion can tell.
func (u Unit) fits(q quantity.Quantity) bool {
	kind := q.Kind
	if kind == quantity.Range {
		kind = q.PartKind
	}
	switch {
	case u.Text == "" || kind == quantity.Number:
		return true
	case kind != u.Kind:
		return false
	case kind == quantity.Money || kind == quantity.Count:
		return q.Unit == u.Code
	}
	return true
}

// rateKinds are what a rate may be printed as.
var rateKinds = []quantity.Kind{quantity.Percent, quantity.Permille, quantity.Point, quantity.Multiple,
	quantity.Fraction, quantity.Number}

// growthKinds are what growth may be printed as; a bare number is per cent.
var growthKinds = []quantity.Kind{quantity.Percent, quantity.Permille, quantity.Multiple, quantity.Number}

// parseGrowth reads a rate of growth and says what is wrong with it.
func parseGrowth(s scalar, m *Metric) (*Amount, *finding.Text) {
	wrong := func(t finding.Text) (*Amount, *finding.Text) { t = say(t, s.Text); return nil, &t }
	a, ok := parseAmount(s, Unit{Text: "%"})
	if !ok {
		return wrong(msgValue)
	}
	kind := a.Quantity.Kind
	if kind == quantity.Range {
		kind = a.Quantity.PartKind
	}
	points := kind == quantity.Point && m != nil && (m.Kind == Rated || m.Unit.Kind == quantity.Percent)
	if !points && !slices.Contains(growthKinds, kind) {
		return wrong(msgGrowthForm)
	}
	if kind == quantity.Percent && a.Quantity.Value.Cmp(quantity.Int(-100)) < 0 {
		return wrong(msgGrowthBelow)
	}
	return a, nil
}

// parseBasis returns the canonical name of what growth compares with.
func parseBasis(text string) (string, bool) {
	if text == "" {
		return "同比", true
	}
	if s, end := lexicon.MatchClass(text, 0, lexicon.ClassBase); end == len(text) && end > 0 {
		return s.Code, true
	}
	rest := text
	for _, lead := range []string{"比", "较", "与", "vs ", "vs. ", "from ", "since "} {
		if cut, ok := strings.CutPrefix(text, lead); ok {
			rest = cut
			break
		}
	}
	for _, tail := range []string{"年相比", "年同期", "年", "相比"} {
		if cut, ok := strings.CutSuffix(rest, tail); ok {
			rest = cut
			break
		}
	}
	if p, err := period.ParseISO(strings.TrimSpace(rest)); err == nil && rest != text {
		return "比" + p.String(), true
	}
	return text, strings.HasSuffix(text, "平均")
}

// parseRank reads a place: 3, 第3, 第三, 3rd.
func parseRank(text string) (int, bool) {
	if n, err := strconv.Atoi(text); err == nil {
		return n, n > 0
	}
	q, err := quantity.Parse(text)
	if err != nil || q.Kind != quantity.Rank && q.Kind != quantity.Ordinal {
		return 0, false
	}
	n, ok := q.Value.Int64()
	return int(n), ok && n > 0 && n < 1<<31
}

// parseNumber reads a bare number.
func parseNumber(text string) (quantity.Num, bool) {
	q, err := quantity.Parse(text)
	return q.Value, err == nil && q.Kind == quantity.Number
}

// parsePair reads two currencies parted by a slash.
func parsePair(text string) (from, to string, ok bool) {
	a, b, found := strings.Cut(text, "/")
	u, okA := parseUnit(strings.TrimSpace(a))
	v, okB := parseUnit(strings.TrimSpace(b))
	ok = found && okA && okB && u.Kind == quantity.Money && v.Kind == quantity.Money && u.Code != v.Code
	return u.Code, v.Code, ok
}

// parsePeriod reads a period that fits the kind of a metric, and says what is
// wrong with it.
func parsePeriod(s scalar, m *Metric) (period.Period, *finding.Text) {
	wrong := func(t finding.Text, args ...string) (period.Period, *finding.Text) {
		t = say(t, args...)
		return period.Period{}, &t
	}
	p, err := period.ParseISO(s.Text)
	if err != nil || !p.Known() {
		return wrong(msgPeriod, s.Text)
	}
	if m != nil && m.Kind == Flow && p.IsPoint() {
		return wrong(msgFlowDay, m.Name, s.Text)
	}
	if m != nil && m.Kind == Stock && !p.IsPoint() {
		return wrong(msgStockSpan, m.Name, s.Text)
	}
	return p, nil
}
