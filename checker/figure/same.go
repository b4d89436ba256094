package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Verdict is the answer to whether two figures state one fact.
type Verdict uint8

// The verdicts.
const (
	Different  Verdict = iota // a slot is filled on both sides and disagrees
	CannotTell                // too little is said
	MaybeSame                 // nothing disagrees, but a slot was guessed or left out
	Same                      // metric agrees by name and no slot disagrees
)

// slotName names a slot in which figures are compared.
type slotName uint8

const (
	slotNone slotName = iota
	slotRole
	slotUnit
	slotModality
	slotBasis
	slotMean
	slotPart
	slotSubject
	slotList
	slotScope
	slotPlace
	slotEntity
	slotPeriod
	slotMetric
)

var printedSlots = [...]string{"", "role", "unit", "modality", "basis", "mean", "part", "subject", "list", "scope", "place", "entity", "period", "metric"}

// String returns the name for messages of tests.
func (s slotName) String() string { return printedSlots[s] }

// Match is the comparison of two figures, slot by slot.
type Match struct {
	A, B int32
	// Slot is the one that decided against.
	Slot    slotName
	Verdict Verdict
	Metric  Likeness
	// Inferred counts the slots that had to be guessed.
	Inferred int8
	// Agrees says that the values meet; Slip, where they don't, what mistake
	// would explain it.
	Agrees bool
	Slip   Slip
}

// Match compares two figures as statements of one fact.
func (p *Page) Match(a, b *Figure) Match {
	m := Match{A: int32(a.Index), B: int32(b.Index), Verdict: Different}
	if !roleFits(a, b) {
		m.Slot = slotRole
		return m
	}
	if !unitFits(a, b) {
		m.Slot = slotUnit
		return m
	}
	if a.Modality.claim() != b.Modality.claim() {
		m.Slot = slotModality
		return m
	}
	if a.Basis != "" && b.Basis != "" && a.Basis != b.Basis {
		m.Slot = slotBasis
		return m
	}
	if a.Mean != b.Mean {
		m.Slot = slotMean
		return m
	}
	if a.Among != b.Among {
		m.Slot = slotPart
		return m
	}
	if a.Subject != b.Subject && (a.Subject != "" && b.Subject != "" || a.ListLen > 1 || b.ListLen > 1) {
		m.Slot = slotSubject
		return m
	}
	if a.ListLen > 1 && a.Subject == "" || b.ListLen > 1 && b.Subject == "" {
		m.Verdict, m.Slot = CannotTell, slotList
		return m
	}
	if a.Role == RankRole && a.Scope != b.Scope {
		m.Slot = slotScope
		return m
	}
	if regionsDiffer(a, b) || p.placesApart(a, b) {
		m.Slot = slotPlace
		return m
	}
	if bodiesDiffer(a, b) {
		m.Slot = slotEntity
		return m
	}
	switch p.periodsCompare(a, b) {
	case period.Conflict:
		m.Slot = slotPeriod
		return m
	case period.CannotTell:
		if (a.PeriodOrigin == Unknown) != (b.PeriodOrigin == Unknown) {
			m.Inferred++
		}
	}
	m.Metric = p.metricLikeness(a, b)
	switch m.Metric {
	case Unlike:
		m.Slot = slotMetric
		return m
	case Unsure:
		m.Verdict, m.Slot = CannotTell, slotMetric
	case Narrower:
		m.Verdict = MaybeSame
		m.Inferred++
	case Identical:
		m.Verdict = Same
		if m.Inferred > 0 {
			m.Verdict = MaybeSame
		}
	}
	if a.MetricOrigin < Inherited || b.MetricOrigin < Inherited {
		m.Inferred++
		if m.Verdict == Same {
			m.Verdict = MaybeSame
		}
	}
	m.Agrees = Agree(a, b)
	if !m.Agrees {
		m.Slip = SlipBetween(&a.Quantity, &b.Quantity)
	}
	return m
}

// metricLikeness compares what two figures measure: the phrase before, and the
// noun behind a classifier.
func (p *Page) metricLikeness(a, b *Figure) Likeness {
	x, y := a.Metric, b.Metric
	if a.Stripped && b.Stripped && a.Body == b.Body {
		x, y = a.Measured, b.Measured // one body under two names
	}
	l := Compare(x, y)
	if a.Declared != nil && a.Declared == b.Declared && a.Extra == b.Extra && l != Unlike {
		l = Identical
	}
	if a.Noun == "" && b.Noun == "" {
		return l
	}
	if x := p.crossLikeness(a, b); x > l {
		return x
	}
	n := compareNouns(a.Noun, b.Noun)
	switch {
	case n == Unlike:
		return Unlike
	case n == Identical && (l == Identical || a.Metric == "" && b.Metric == ""):
		return Identical
	case n == Identical && l != Unlike:
		return Narrower
	case n == Identical:
		// The same things counted, in other words before the number.
		return Unsure
	}
	if a.Metric == "" && b.Metric == "" {
		return n
	}
	return min(l, n)
}

// crossLikeness compares what one figure counts, behind its number, with what
// another's words before it name: 接待学员580人, 580名学员.
func (p *Page) crossLikeness(a, b *Figure) Likeness {
	if (a.Noun == "") == (b.Noun == "") {
		return Unlike
	}
	noun, metric := a.Noun, b.Metric
	if noun == "" {
		noun, metric = b.Noun, a.Metric
	}
	if len(noun) < 6 || generic(noun) || len(metric) < 6 || generic(metric) || contrasted(noun, metric) {
		return Unlike
	}
	if noun == metric || strings.HasSuffix(metric, noun) {
		return Narrower
	}
	return Unlike
}

// compareNouns compares the nouns behind a classifier, of which either may run
// on into other words.
func compareNouns(a, b string) Likeness {
	if a == "" || b == "" {
		return Unsure
	}
	if a == b {
		return Identical
	}
	if contrasted(a, b) {
		return Unlike
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n >= 6 && (n == len(a) || n == len(b)) {
		return Narrower
	}
	if n >= 9 {
		return Narrower
	}
	return Unlike
}

// Agree reports whether the values of two statements of one fact meet: their
// sets have a number in common, or the coarser is a fair rounding of the finer.
// A bound that is open on one side says nothing of a value several times as
// large, so 超1500万 and 1500亿 don't agree.
func Agree(a, b *Figure) bool {
	if a.Unit != b.Unit {
		return false
	}
	x, y := a.SignedSet(), b.SignedSet()
	if a.Hedge == quantity.None && b.Hedge == quantity.None && a.Place == b.Place && a.Sign*b.Sign >= 0 {
		return a.Value.Cmp(b.Value) == 0 // one number, printed twice to one place
	}
	if a.Hedge == b.Hedge && (!x.Bounded() || !y.Bounded()) {
		// Two bounds of one kind always meet; as statements of one fact they
		// name one round number.
		return a.Printed.Meets(b.Printed) || cutTo(a, b) || cutTo(b, a)
	}
	if x.Meets(y) {
		return !farApart(a, b)
	}
	// Counts printed with trailing zeros may be rounded.
	return roundedTo(a, b) || roundedTo(b, a)
}

// cutTo reports whether a is printed more coarsely than b and is b
// rounded to its own last place.
func cutTo(a, b *Figure) bool {
	return a.Place > b.Place && a.Printed.Widen(a.Half()).Meets(b.Printed)
}

// farApart reports whether two figures, of which one at least is a mere bound,
// differ by a factor of three or more.
func farApart(a, b *Figure) bool {
	if a.Set.Bounded() && b.Set.Bounded() && a.Set.Lo.Sign() > 0 && b.Set.Lo.Sign() > 0 || a.Kind == quantity.Range || b.Kind == quantity.Range {
		return false
	}
	x, y := a.Value.Abs(), b.Value.Abs()
	three := quantity.Int(3)
	return x.Mul(three).Cmp(y) < 0 || y.Mul(three).Cmp(x) < 0
}

// roundedTo reports whether a, printed with zeros at its end and no decimals,
// is b rounded.
func roundedTo(a, b *Figure) bool {
	if a.Hedge != quantity.None || a.Decimals > 0 || a.Scale > 0 {
		return false
	}
	v := a.Value.Abs()
	k := trailingZeros(v)
	if k < 2 {
		return false
	}
	h := quantity.Dec(5, k-1)
	return quantity.Closed(a.Value.Sub(h), a.Value.Add(h)).Meets(b.Set)
}

func trailingZeros(v quantity.Num) int {
	n, ok := v.Int64()
	if !ok || n == 0 {
		return 0
	}
	k := 0
	for n%10 == 0 {
		n /= 10
		k++
	}
	return k
}

// SignedSet returns the set of values with the sign that the verb gives:
// 下降2.1% is −2.1.
func (f *Figure) SignedSet() quantity.Interval {
	if f.Sign < 0 && (f.Role == Growth || f.Role == Change || f.Role == Gap || f.Role == Contribution) && !f.Negative {
		return f.Set.Neg()
	}
	return f.Set
}

func roleFits(a, b *Figure) bool {
	x, y := roleClass(a.Role), roleClass(b.Role)
	return x == y && x != Other
}

// roleClass folds the roles that state one kind of thing.
func roleClass(r Role) Role {
	switch r {
	case Total, Part, Level, ListCount:
		return Level
	case EditionRole:
		return Other
	}
	return r
}

// unitFits reports whether two figures can state one fact by their units.
// Money in two currencies fits: losing a currency is a slip of its own.
func unitFits(a, b *Figure) bool {
	if kindClass(a) != kindClass(b) {
		return false
	}
	if a.Unit == b.Unit {
		return true
	}
	return a.Kind == quantity.Money && b.Kind == quantity.Money &&
		!strings.Contains(a.Unit, "/") && !strings.Contains(b.Unit, "/") && a.Value.Cmp(b.Value) == 0
}

func kindClass(f *Figure) quantity.Kind {
	if f.Kind == quantity.Range {
		return quantity.Range
	}
	return f.Kind
}

// regionsDiffer reports whether two figures are of two places for sure.
func regionsDiffer(a, b *Figure) bool {
	return a.Region != "" && b.Region != "" && a.Region != b.Region && !Local(a.Region) && !Local(b.Region)
}

// bodiesDiffer reports whether two figures are of two bodies for sure.
func bodiesDiffer(a, b *Figure) bool {
	return a.Body > 0 && b.Body > 0 && a.Body != b.Body && a.BodyOrigin == Printed && b.BodyOrigin == Printed
}

// Local reports whether a word names a place only in relation to the paper.
func Local(place string) bool {
	switch place {
	case "全省", "全市", "全区", "全县", "全镇", "全村", "全校", "全系统", "本地", "行业", "同类":
		return true
	}
	return false
}

func (p *Page) periodsCompare(a, b *Figure) period.Answer {
	if a.PeriodOrigin == Unknown || b.PeriodOrigin == Unknown {
		return period.CannotTell
	}
	if p.heads(a, b) && (a.Period.Contains(b.Period) || b.Period.Contains(a.Period)) {
		return period.CannotTell // a heading says 2025年 for 1至11月
	}
	return a.Period.Compare(b.Period)
}

// heads reports whether one of two figures stands in the heading of the
// paragraph that holds the other: a short line without a full stop, right above.
func (p *Page) heads(a, b *Figure) bool {
	if a.Block > b.Block {
		a, b = b, a
	}
	if p.joined() && p.partOf(a) != p.partOf(b) {
		return false
	}
	return b.Block-a.Block >= 1 && b.Block-a.Block <= 2 && p.headingLine(a.Block) && !p.headingLine(b.Block)
}

// headingLine reports whether a block reads like a heading.
func (p *Page) headingLine(block int) bool {
	k := &p.Doc.Blocks[block]
	switch k.Kind {
	case document.Headline, document.Subhead:
		return true
	case document.Paragraph:
	default:
		return false
	}
	r := k.Range
	if r.Len() > 150 || r.Len() < 6 || p.Doc.Lang == "en" && p.noHeading(r.Start, r.End) {
		return false
	}
	switch p.Text[r.End-3 : r.End] {
	case "。", "！", "？", "；", "：", "，":
		return false
	}
	switch p.Text[r.End-1] {
	case '.', ':', ';', ',':
		return false
	}
	return p.Doc.Lang != "en" || !p.tabular(block)
}

// Apart reports whether two figures stand in different sentences, so that
// neither is said in contrast to the other.
func (p *Page) Apart(a, b *Figure) bool { return a.Sentence != b.Sentence }

// Span returns the range of a figure with the hedge before it.
func (f *Figure) Span() source.Range {
	if f.Before.Len() > 0 {
		return f.Before.Cover(f.Range)
	}
	return f.Range
}

// Full returns the range of a figure with the hedges before and behind it.
func (f *Figure) Full() source.Range {
	r := f.Span()
	if f.After.Len() > 0 {
		r = r.Cover(f.After)
	}
	return r
}
