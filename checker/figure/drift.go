package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// Drift is one metric printed for two spans that begin on one day: with the very
// same value (the span was changed and the figure wasn't, or the reverse), or
// with less for the longer span, which what only adds up can't have.
type Drift struct {
	A, B  int // figures, A before B
	Falls bool
	// Companion says that what stands with both, growth or rank, is the same too.
	Companion bool
}

// standing are parts of the names of what isn't added up over time, or may be
// negative.
var standing = []string{"余额", "存量", "保有", "净", "差", "利润", "率", "价", "指数", "均", "人口", "在校", "存款", "贷款", "资产", "负债", "储备", "库存", "在营", "在册", "面积", "里程", "市值", "规模", "亏损", "盈利",
	"balance", "stock", "net", "profit", "rate", "price", "index", "average", "surplus", "deficit", "income", "earnings", "loss", "debt", "assets"}

// findDrifts compares levels of one metric, unit and place whose spans begin
// together and end apart.
func (p *Page) findDrifts() {
	seen := map[string][]int{}
	for i := range p.Figures {
		b := &p.Figures[i]
		if !isLevel(b) || b.ListLen > 1 || b.Aside || b.Quotation || b.Start || b.Mean || b.Among || b.Hedge != quantity.None || b.Modality != Asserted || b.PeriodOrigin != Printed ||
			b.MetricOrigin != Printed || !b.Period.Known() || b.Period.IsPoint() && !summedUp(b) || len(b.Metric)+len(b.Noun) < 9 || b.Digits < 3 {
			continue
		}
		key := b.Unit + "\x00" + tail(b.Metric, 4) + "\x00" + b.Noun
		list := seen[key]
		for _, j := range list[max(0, len(list)-window):] {
			a := &p.Figures[j]
			if regionsDiffer(a, b) || p.placesApart(a, b) || a.Kind != b.Kind || a.Period.Start != b.Period.Start && !a.Period.IsPoint() || a.Period.IsPoint() != b.Period.IsPoint() || Compare(a.Metric, b.Metric) < Narrower || a.Period.Compare(b.Period) != period.Conflict && a.Period.End == b.Period.End {
				continue
			}
			p.drift(a, b)
		}
		seen[key] = append(list, i)
	}
}

// summedUp reports whether a level at a day is said to be all that came
// together until then.
func summedUp(f *Figure) bool { return strings.Contains(f.Metric, "累计") }

func (p *Page) drift(a, b *Figure) {
	d := Drift{A: a.Index, B: b.Index}
	x, y := p.growthOf(a.Index), p.growthOf(b.Index)
	d.Companion = x >= 0 && y >= 0 && p.Figures[x].Value.Cmp(p.Figures[y].Value) == 0
	if a.Value.Cmp(b.Value) == 0 {
		if a.Sentence != b.Sentence && !a.Period.IsPoint() && len(a.Metric)+len(a.Noun) >= 12 && (d.Companion || b.sig() >= 4) && !p.toldApart(a, b) {
			p.Drifts = append(p.Drifts, d)
		}
		return
	}
	long, short := b, a
	if a.Period.End.After(b.Period.End) {
		long, short = a, b
	}
	since := long.Period.IsPoint() || long.Period.Start.Month == 1 && long.Period.Start.Day == 1
	named := len(b.Metric)+len(b.Noun) >= 12 || b.Index-a.Index <= 2 && a.Sentence == b.Sentence
	if !since || !named || a.Metric != b.Metric || a.Partner != b.Partner || containsAny(strings.ToLower(b.Metric+b.Noun), standing) || !lenient(long).Bounded() {
		return
	}
	if lenient(long).Hi.Cmp(lenient(short).Lo) < 0 {
		d.Falls = true
		p.Drifts = append(p.Drifts, d)
	}
}
