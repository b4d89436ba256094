package figure

import (
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/quantity"
)

// EntryKind says what the ledger makes of a figure.
type EntryKind uint8

// The kinds of entry.
const (
	Confirms    EntryKind = iota
	Differs               // the ledger has another value for the same fact
	OtherPeriod           // the value is that of another period
	Superseded            // the value is one that was replaced
	OnlyPlanned           // the ledger has the value as a plan and nothing of how it came out
)

// Entry is what the ledger says about the fact that a figure states.
type Entry struct {
	Fig  int
	Kind EntryKind
	Row  *ledger.Figure // what the ledger has for the fact; nil where it has nothing for its period
	// Amount is the ledger's quantity for it: value, growth, change or
	// contribution; nil for ranks and where Row is.
	Amount *ledger.Amount
	Rank   *ledger.Rank
	// Other is the row of another period that has the figure's value.
	Other *ledger.Figure
	// Version is the replaced version that has the figure's value.
	Version *ledger.Version
	// Inferred counts what had to be guessed about the fact; Slip is the mistake
	// that would explain a difference, and Cut says that a rounding that was cut
	// off would.
	Inferred int
	Slip     Slip
	Cut      bool
}

// maxInferred is how much may be guessed about a fact for the ledger to speak.
const maxInferred = 3

// looker looks the figures of a page up, one after the other.
type looker struct {
	*Page
	x *seriesIndex
	// rows are the ledger's rows that figures were found to state, and sure
	// those of them whose value leaves no doubt.
	rows, sure map[int]*ledger.Figure
}

// lookUp finds what the ledger says about the page's figures, and marks those
// that it confirms.
func (p *Page) lookUp() {
	if p.names == nil || p.names.series == nil || len(p.names.series.rows) == 0 {
		return
	}
	l := looker{p, p.names.series, map[int]*ledger.Figure{}, map[int]*ledger.Figure{}}
	for i := range p.Figures {
		f := &p.Figures[i]
		if !stated(f) {
			continue
		}
		e, ok := l.entry(f)
		if !ok {
			continue
		}
		p.Entries = append(p.Entries, e)
		if e.Row != nil {
			l.rows[i] = e.Row
		}
		if e.Kind == Confirms {
			if f.Digits >= 4 && f.Hedge == quantity.None && e.Inferred < maxInferred {
				l.sure[i] = e.Row
			}
			p.Mark(i, Confirmed, where(e.Row.Pos))
		}
	}
}

// where names a place of a ledger as the fact sheet shows it.
func where(pos ledger.Pos) string { return pos.File + ":" + strconv.Itoa(pos.Line) }

// stated reports whether a figure states what is, so that the ledger can speak
// to it.
func stated(f *Figure) bool {
	switch f.Role {
	case Level, Total, Part, Growth, Change, Contribution, RankRole:
	default:
		return false
	}
	if f.Modality.claim() != Asserted || f.Quotation || f.Start || f.Kind == quantity.Range {
		return false
	}
	return f.Basis == "" || f.Role != Level && f.Role != Total && f.Role != Part
}

// entry looks one figure up.
func (l *looker) entry(f *Figure) (Entry, bool) {
	if f.Role == Contribution {
		return l.contribution(f)
	}
	if row := l.sure[f.Of]; f.Of >= 0 && row != nil {
		return l.judge(f, l.beside(row), 0)
	}
	if f.Declared == nil {
		return Entry{}, false
	}
	key, inferred, ok := l.series(f)
	if !ok {
		return Entry{}, false
	}
	rows := l.x.rows[key]
	if len(rows) == 0 {
		return l.plannedEntry(f, key, inferred)
	}
	own, more, ok := l.timed(f, rows)
	inferred += more
	if ok && len(own) > 0 {
		e, ok := l.judge(f, own, inferred)
		if !ok || e.Kind != Differs {
			return e, ok
		}
		if o := l.otherPeriod(f, key, own[0]); o != nil && mistakable(f, o) && inferred <= 1 {
			e.Kind, e.Other = OtherPeriod, o
		}
		return e, l.tells(f, &e)
	}
	if e, ok := l.plannedEntry(f, key, inferred); ok {
		return e, true
	}
	return l.elsewhere(f, key, inferred)
}

// beside returns the rows of a row's own key: a ledger may spread one fact over
// several.
func (l *looker) beside(row *ledger.Figure) []*ledger.Figure {
	var out []*ledger.Figure
	for _, r := range ending(l.x.rows[seriesKey{row.Metric, row.Entity, slotsKey(row.Breakdown)}], row.Period.End) {
		if r.Period.Equal(row.Period) {
			out = append(out, r)
		}
	}
	return out
}

// elsewhere looks for a figure's value at other periods, where the ledger has
// nothing for its own.
func (l *looker) elsewhere(f *Figure, key seriesKey, inferred int) (Entry, bool) {
	if f.PeriodOrigin < Inherited || inferred > 0 || f.Digits < 3 || f.Extra != "" || f.Hedge != quantity.None {
		return Entry{}, false
	}
	o := l.otherPeriod(f, key, nil)
	if o == nil {
		return Entry{}, false
	}
	// 今年 may well speak of the year so far.
	if f.Period.Contains(o.Period) && !l.Published.IsZero() && !f.Period.End.Before(l.Published) {
		return Entry{Fig: f.Index, Kind: Confirms, Row: o, Amount: o.Value, Inferred: 1}, o.Value != nil
	}
	return Entry{Fig: f.Index, Kind: OtherPeriod, Other: o, Inferred: 1}, true
}

// otherPeriod returns a row of a series that has the figure's value and is of
// another period than its own, the one whose period is nearest.
func (l *looker) otherPeriod(f *Figure, key seriesKey, own *ledger.Figure) *ledger.Figure {
	if f.PeriodOrigin < Inherited || f.Kind == quantity.Rank || f.Hedge != quantity.None {
		return nil
	}
	k := valueKey{seriesKey: key}
	q := f.Quantity
	if f.Role == Growth {
		k.facet = basisOf(f)
		if f.Sign < 0 && !q.Negative {
			q.Value = q.Value.Neg()
		}
	} else if f.Role == Change {
		return nil
	}
	k.value = valueWords(&q)
	var best *ledger.Figure
	for _, r := range l.x.values[k] {
		if r == own || r.Period.Equal(f.Period) || own != nil && r.Period.Equal(own.Period) {
			continue
		}
		if !l.Published.IsZero() && r.Period.Start.After(l.Published) || r.On(l.Published) != r {
			continue
		}
		if best == nil || distance(r, f) < distance(best, f) {
			best = r
		}
	}
	return best
}

// mistakable reports whether a row's period is one that copy may well have
// carried over: a neighbour, or the same span a year before. In a long series
// some value of few digits always turns up again.
func mistakable(f *Figure, r *ledger.Figure) bool {
	days := distance(r, f)
	switch {
	case f.Digits >= 4:
		return days <= 800
	case f.Digits < 2:
		return false
	}
	length := max(r.Period.DayCount(), f.Period.DayCount())
	return days <= 62 || length > 300 && days <= 366 || r.Period.Equal(f.Period.PreviousYear())
}

// distance returns how many days lie between the ends of two periods.
func distance(r *ledger.Figure, f *Figure) int {
	d := r.Period.End.Serial() - f.Period.End.Serial()
	return max(d, -d)
}

// contribution looks up how much a part added to the growth of its whole: the
// part is the last one before it whose row says so.
func (l *looker) contribution(f *Figure) (Entry, bool) {
	first := l.Sentences[f.Sentence].FirstFig
	for k := f.Index - 1; k >= first; k-- {
		row := l.rows[k]
		if row == nil {
			continue
		}
		if f.Declared != nil && f.Declared != row.Metric {
			return Entry{}, false
		}
		for _, r := range l.beside(row) {
			if r.Contribution != nil {
				return l.judge(f, []*ledger.Figure{r}, 0)
			}
		}
	}
	return Entry{}, false
}

// series returns the key of the ledger's figures that are of what the figure
// measures, and how much of it had to be guessed. ok is false where the words
// say that it is of something else, or too little.
func (l *looker) series(f *Figure) (key seriesKey, inferred int, ok bool) {
	key = seriesKey{metric: f.Declared, slots: slotsKey(f.Slots)}
	if f.Mean && !meanName(f.Declared) {
		return key, 0, false
	}
	if f.ListLen > 1 && f.Subject == "" {
		return key, 0, false
	}
	if f.DeclaredOrigin == Guessed {
		inferred++
	}
	if f.SlotsOrigin == Guessed {
		inferred++
	}
	if f.Extra != "" {
		inferred += 2
	}
	if l.offTopic(f) {
		inferred += 2
	}
	var more int
	key.entity, more, ok = l.entityFor(f)
	return key, inferred + more, ok
}

// entityFor returns the entity whose figures speak to a figure. The one that
// the ledger has is taken where the copy names none.
func (l *looker) entityFor(f *Figure) (*ledger.Entity, int, bool) {
	have := l.x.entities[f.Declared]
	if f.Role != RankRole && f.Subject == "" && f.RegionOrigin >= Inherited && f.Region != "" && !l.aboutRegion(f) {
		return nil, 0, false
	}
	if f.Role != RankRole && f.EntityOrigin < Printed && l.outside(f, have) {
		return nil, 0, false
	}
	for _, e := range have {
		if e == f.Entity && e != nil {
			if f.EntityOrigin == Guessed && len(have) > 1 {
				return e, 1, true
			}
			return e, 0, true
		}
	}
	if len(have) != 1 {
		return nil, 0, false
	}
	only := have[0]
	switch {
	case only == nil:
		return nil, 0, true
	case f.Entity == nil:
		if l.x.mono {
			return only, 0, true
		}
		return only, 1, true
	case f.EntityOrigin == Printed:
		return nil, 0, false
	case f.Entity.IsWithin(only) || only.IsWithin(f.Entity):
		return only, 1, true
	case f.EntityOrigin == Guessed:
		return only, 1, true
	}
	return nil, 0, false
}

// aboutRegion reports whether the place named with a figure is whom the ledger's
// figures are about, or says nothing: a place that the metric's or a member's
// name holds, or one that is only relative.
func (l *looker) aboutRegion(f *Figure) bool {
	if Local(f.Region) {
		return pointsAt(f.Region, l.x.entities[f.Declared])
	}
	if strings.Contains(l.Words(f.DeclaredRange), f.Region) {
		return true
	}
	e := l.Ledger.Entity(f.Region)
	if e == nil || e == f.Entity {
		return e != nil || f.EntityOrigin == Printed
	}
	for _, have := range l.x.entities[f.Declared] {
		if have == e || have == nil && nation(e.Name) || have != nil && have.Name == e.Name {
			return true
		}
	}
	for _, s := range f.Slots {
		if s.Member == e || s.Member.Name == e.Name || s.Breakdown.Builtin {
			return true
		}
	}
	return f.EntityOrigin == Printed && f.Entity != nil && (e.IsWithin(f.Entity) || f.Entity.IsWithin(e)) && len(f.Slots) > 0
}

// nation reports whether a name is the country's own.
func nation(name string) bool { return name == "中国" || name == "全国" || name == "我国" }

func meanName(m *ledger.Metric) bool {
	for _, r := range m.Name {
		if r == '均' {
			return true
		}
	}
	return false
}

// offTopic reports whether an earlier clause of the sentence sets a topic that
// no name of the ledger covers, so that a bare metric may be that topic's.
func (l *looker) offTopic(f *Figure) bool {
	if f.EntityOrigin == Printed || len(f.Slots) > 0 || f.DeclaredOrigin != Printed {
		return false
	}
	s := &l.Sentences[f.Sentence]
	at := l.clauseStart(s, min(f.Token, l.tokenFrom(f.DeclaredRange.Start)))
	for at > s.FirstTok {
		from := l.clauseStart(s, at-1)
		for i := from; i < at-1; i++ {
			if l.Tokens[i].Kind == Quantity {
				return false
			}
		}
		r := l.clauseRange(s, at-1)
		r.End = int(l.Tokens[at-1].Start)
		if r.Start > r.End {
			return false
		}
		for i := l.firstName(r.Start); i < len(l.Names) && l.Names[i].Range.End <= r.End; i++ {
			if l.entityOf(i) != nil {
				return false
			}
		}
		switch l.settingOf(r.Start, r.End) {
		case reporting:
			return false // what stands before is who reports: 国家统计局今天（9日）发布
		case topical:
			if l.leftover(r, f.Sentence) != "" {
				return true
			}
		}
		at = from
	}
	return false
}

// tells reports whether a difference is worth saying, given how much about the
// fact had to be guessed.
func (l *looker) tells(f *Figure, e *Entry) bool {
	strong := e.Slip != NoSlip && f.Digits >= 3
	switch {
	case e.Inferred == 0:
		return true
	case e.Inferred == 1:
		return e.Slip != NoSlip || e.Kind != Differs || f.Role != Level && f.Role != Total && f.Role != Part || e.Amount == nil ||
			near(f, &e.Amount.Quantity)
	case e.Inferred == 2:
		return strong && (e.Slip != DigitSlip || f.Digits >= 4)
	}
	return false
}

// near reports whether two quantities are of one order: neither is more than
// twice the other.
func near(f *Figure, q *quantity.Quantity) bool {
	a, b := f.Value.Abs(), q.Value.Abs()
	two := quantity.Int(2)
	return a.Cmp(b.Mul(two)) <= 0 && b.Cmp(a.Mul(two)) <= 0
}
