package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/quantity"
)

// judge compares a figure with the first of the rows that has what it states.
// ok is false where none has, or where the two can't be compared.
func (l *looker) judge(f *Figure, rows []*ledger.Figure, inferred int) (Entry, bool) {
	if f.Role == RankRole {
		return l.judgeRank(f, rows, inferred)
	}
	for _, r := range rows {
		a := facet(f, r)
		if a == nil {
			continue
		}
		e := Entry{Fig: f.Index, Row: r, Amount: a, Inferred: inferred}
		fits, ok := fitsAmount(f, &a.Quantity)
		if !ok {
			return e, false
		}
		if fits && l.dated(r) {
			return e, inferred < maxInferred && (inferred < 2 || f.Digits >= 2) && (f.Extra == "" || f.Digits >= 3)
		}
		if then := r.On(l.Published); then != r {
			if then == nil || facet(f, then) == nil {
				return e, false // nobody had it yet
			}
			return l.judge(f, []*ledger.Figure{then}, inferred)
		}
		if v := l.version(f, r); v != nil {
			e.Version = v
			if l.ofVersion(f, r, v) {
				return e, inferred < maxInferred
			}
			e.Kind = Superseded
			return e, inferred <= 1 && f.Extra == "" && !l.revises(f, r)
		}
		if !l.dated(r) {
			return e, false
		}
		e.Kind = Differs
		e.Slip = slipFrom(f, &a.Quantity)
		e.Cut = cutOff(f, &a.Quantity)
		return e, l.tells(f, &e)
	}
	return Entry{}, false
}

// dated reports whether a row was there on the day of publication.
func (l *looker) dated(r *ledger.Figure) bool {
	return l.Published.IsZero() || !r.Period.Start.After(l.Published)
}

// facet returns the quantity of a row that a figure of that role states, nil
// for none.
func facet(f *Figure, r *ledger.Figure) *ledger.Amount {
	switch f.Role {
	case Level, Total, Part:
		return r.Value
	case Change:
		if r.Change != nil || f.Kind == quantity.Point {
			return r.Change
		}
	case Contribution:
		return r.Contribution
	case Growth:
		return growthFacet(f, r.Growth, r)
	}
	return nil
}

func growthFacet(f *Figure, list []ledger.Growth, r *ledger.Figure) *ledger.Amount {
	basis := basisOf(f)
	for i := range list {
		if list[i].Basis == basis || basis == "同比" && list[i].Basis == "比上年" {
			return &list[i].Amount
		}
	}
	// The growth itself may be the metric: 居民消费价格同比涨幅.
	if len(list) == 0 && basis == "同比" && r != nil && r.Metric.Kind == ledger.Rated && r.Value != nil && percentLike(r.Value.Quantity.Kind) {
		return r.Value
	}
	return nil
}

func percentLike(k quantity.Kind) bool { return k == quantity.Percent || k == quantity.Permille }

// basisOf returns what a growth compares with, as ledgers name it.
func basisOf(f *Figure) string {
	switch f.Basis {
	case "", "比上年":
		return "同比"
	}
	return f.Basis
}

// fitsAmount reports whether a figure states a ledger's quantity. ok is false
// where the two can't be compared: another unit, or nothing known of it.
func fitsAmount(f *Figure, q *quantity.Quantity) (fits, ok bool) {
	d, v := f.Quantity, *q
	if f.Sign < 0 && !d.Negative && (f.Role == Growth || f.Role == Change || f.Role == Contribution) {
		d.Value, d.Set, d.Printed, d.Negative = d.Value.Neg(), d.Set.Neg(), d.Printed.Neg(), true
	}
	if f.Role == Growth {
		toPercent(&d)
		toPercent(&v)
	}
	if d.Kind != v.Kind && !(countLike(d.Kind) && countLike(v.Kind)) {
		return false, false
	}
	if d.Unit != v.Unit && d.Kind == quantity.Money {
		return false, d.Value.Cmp(v.Value) == 0 // another currency beside the very number
	}
	if d.Unit != v.Unit && !percentLike(d.Kind) && d.Kind != quantity.Point {
		fits = sameValue(&d, &v)
		return fits, fits || countLike(d.Kind) && (d.Unit == "" || v.Unit == "")
	}
	return sameValue(&d, &v), true
}

func countLike(k quantity.Kind) bool { return k == quantity.Count || k == quantity.Number }

// toPercent turns multiples and permilles into per cent.
func toPercent(q *quantity.Quantity) {
	shift := 0
	switch q.Kind {
	case quantity.Multiple:
		shift = 2
	case quantity.Permille:
		shift = -1
	case quantity.Number:
	default:
		return
	}
	q.Kind, q.Unit = quantity.Percent, "%"
	q.Value, q.Set, q.Printed, q.Place = q.Value.Shift(shift), q.Set.Shift(shift), q.Printed.Shift(shift), q.Place+shift
}

// sameValue reports whether copy that prints d agrees with a ledger that has v.
// The finer of the two is rounded to the coarser; where a hedge stands, the
// strict set of the hedge decides.
func sameValue(d, v *quantity.Quantity) bool {
	switch {
	case d.Hedge == quantity.None && v.Hedge == quantity.None:
		switch {
		case d.Value.Cmp(v.Value) == 0:
			return true
		case v.Place < d.Place && d.Decimals+d.Scale+trailingZeros(d.Value) > 0:
			return d.Printed.Widen(quantity.Int(0)).Contains(v.Value) || zerosRound(d, v)
		case v.Place > d.Place:
			return v.Printed.Contains(d.Value)
		}
		return zerosRound(d, v)
	case d.Hedge == quantity.None:
		return v.Set.Contains(d.Value) || d.Value.Cmp(v.Value) == 0 && v.Hedge == quantity.About
	case v.Hedge == quantity.None:
		return d.Set.Contains(v.Value)
	}
	if d.Hedge == v.Hedge && d.Value.Cmp(v.Value) != 0 && significant(d) >= significant(v) && d.Value.Sign() == v.Value.Sign() {
		return false // 近300 where the ledger has 近200; 超5000 may stand for 超5200
	}
	return d.Set.Meets(v.Set)
}

// zerosRound reports whether a whole number that ends in zeros is the ledger's
// rounded to them.
func zerosRound(d, v *quantity.Quantity) bool {
	if d.Decimals > 0 || d.Scale > 0 || percentLike(d.Kind) {
		return false
	}
	k := trailingZeros(d.Value.Abs())
	if k < 2 {
		return false
	}
	h := quantity.Dec(5, k-1)
	return quantity.Closed(d.Value.Sub(h), d.Value.Add(h)).Contains(v.Value)
}

// significant counts the digits of a value without the zeros at its end.
func significant(q *quantity.Quantity) int {
	s := strings.Trim(q.Value.Abs().String(), "0")
	return len(strings.TrimLeft(strings.Replace(s, ".", "", 1), "0"))
}

// slipFrom returns the slip that would make the copy's figure of the ledger's.
func slipFrom(f *Figure, q *quantity.Quantity) Slip {
	v := *q
	if v.Place == f.Place && v.Unit == f.Unit {
		v.Scale, v.Decimals = f.Scale, f.Decimals // 121.6亿 and 12.16 billion
	}
	s := SlipBetween(&f.Quantity, &v)
	signed := f.Role == Growth || f.Role == Change
	if signed && f.Value.Abs().Cmp(q.Value.Abs()) == 0 && f.Kind == q.Kind {
		return SignSlip
	}
	return s
}

// cutOff reports whether the copy has the ledger's digits cut off where they
// should have been rounded.
func cutOff(f *Figure, q *quantity.Quantity) bool {
	if f.Hedge != quantity.None || q.Hedge != quantity.None || f.Unit != q.Unit || q.Place >= f.Place {
		return false
	}
	gap := q.Value.Abs().Sub(f.Value.Abs())
	return gap.Sign() > 0 && gap.Cmp(quantity.Dec(1, f.Place)) < 0
}

// version returns the replaced version of a row that a figure has the value of.
func (l *looker) version(f *Figure, r *ledger.Figure) *ledger.Version {
	for i := len(r.Replaced) - 1; i >= 0; i-- {
		v := &r.Replaced[i]
		old := ledger.Figure{Metric: r.Metric, Value: v.Value, Change: v.Change, Contribution: v.Contribution, Growth: v.Growth}
		if a := facet(f, &old); a != nil {
			if fits, ok := fitsAmount(f, &a.Quantity); fits && ok {
				return v
			}
		}
	}
	return nil
}

// ofVersion reports whether a figure with the value of a replaced version is
// right: the copy speaks of that day, or came out before there was a newer one.
func (l *looker) ofVersion(f *Figure, r *ledger.Figure, v *ledger.Version) bool {
	if v.AsOf.IsZero() {
		return false
	}
	if f.PeriodOrigin >= Inherited && r.Period.IsPoint() && f.Period.End == v.AsOf {
		return true
	}
	if l.Published.IsZero() || l.Published.Before(v.AsOf) {
		return false
	}
	for i := range r.Replaced {
		if o := r.Replaced[i].AsOf; o.After(v.AsOf) && !o.After(l.Published) {
			return false
		}
	}
	if r.Period.IsPoint() {
		return r.Period.End.After(l.Published)
	}
	return !r.Source.Date.IsZero() && r.Source.Date.After(l.Published)
}

// revises reports whether the sentence speaks of the revision: it prints the
// present value beside the old one, or says that a figure was revised.
func (l *looker) revises(f *Figure, r *ledger.Figure) bool {
	s := &l.Sentences[f.Sentence]
	for k := s.FirstFig; k < s.AfterFig; k++ {
		g := &l.Figures[k]
		if k == f.Index || g.Kind != f.Kind {
			continue
		}
		if a := facet(f, r); a != nil && g.Unit == a.Quantity.Unit && g.Value.Cmp(a.Quantity.Value) == 0 {
			return true
		}
	}
	return containsAny(l.Words(s.Range), revisionWords[:])
}

// The words of a sentence that is about a revision, and those that end a clause
// which only says who reports.
var (
	revisionWords = [...]string{"修订", "核实", "更正", "订正", "调整为", "revis", "correct"}
)

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// setting says what an earlier clause does for the figures behind it.
type setting uint8

const (
	topical   setting = iota // it may set what they are of
	reporting                // it says who reports, or from what side things are looked at
	occasion                 // it says why, or in what circumstances
)

// settingOf reads what a clause does by the words that open and close it.
func (p *Page) settingOf(start, end int) setting {
	words := strings.TrimSpace(p.Text[start:end])
	switch {
	case words == "":
		return occasion
	case wordBefore(words, reportingWords) > 0 || wordAt(words, 0, reportingWords) > 0:
		return reporting
	case wordAt(words, 0, occasionOpening) > 0 || wordBefore(words, occasionClosing) > 0:
		return occasion
	}
	return topical
}

// judgeRank compares a rank with the ledger's of the same scope, that of the
// growth where the words before it speak of growth.
func (l *looker) judgeRank(f *Figure, rows []*ledger.Figure, inferred int) (Entry, bool) {
	place, ok := f.Value.Int64()
	if !ok || f.Scope == "" {
		return Entry{}, false
	}
	growth := l.ranksGrowth(f)
	for _, r := range rows {
		list := r.Rank
		if growth {
			list = r.GrowthRank
		}
		for i := range list {
			if !l.sameScope(list[i].Scope, f.Scope) {
				continue
			}
			e := Entry{Fig: f.Index, Row: r, Rank: &list[i], Inferred: inferred}
			if int64(list[i].Place) == place {
				return e, inferred < maxInferred
			}
			e.Kind = Differs
			return e, inferred <= 1 && l.dated(r) && r.On(l.Published) == r
		}
	}
	return Entry{}, false
}

func (l *looker) sameScope(e *ledger.Entity, scope string) bool {
	if e.Name == scope {
		return true
	}
	o := l.Ledger.Entity(scope)
	return o != nil && (o == e || o.Name == e.Name)
}

// ranksGrowth reports whether a rank is that of the growth: the words between
// it and the figure before say so, or it belongs to a growth.
func (l *looker) ranksGrowth(f *Figure) bool {
	from := f.Clause.Start
	first := l.Sentences[f.Sentence].FirstFig
	if k := f.Index - 1; k >= first {
		if g := &l.Figures[k]; g.Range.End > from {
			from = g.Range.End
			if g.Kind == quantity.Rank {
				return l.ranksGrowth(g)
			}
		}
	}
	words := l.Text[from:f.Range.Start]
	if l.Doc.Lang == "en" {
		words = l.Text[from:l.clauseRange(&l.Sentences[f.Sentence], f.Token).End] // second-fastest growth
	}
	for _, w := range [...]string{"增速", "增幅", "涨幅", "增长率", "增长", "growth", "fastest"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}
