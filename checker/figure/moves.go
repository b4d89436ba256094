package figure

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// findMoves ties a change to the level that moved and to the level that it moved
// from, wherever the words put that: right before the change (比上年的120家多16家),
// between the level and the change (上年为120家), behind it (年初为120家, in brackets
// or in a clause of its own). It comes behind the readers of closer wordings and
// adds what they leave.
func (p *Page) findMoves() {
	if p.Doc.Lang == "en" {
		return
	}
	for n := range p.Sentences {
		s := &p.Sentences[n]
		first := len(p.Movements)
		for k := s.FirstFig; k < s.AfterFig; k++ {
			if p.changes(s, k) {
				p.move(s, k)
			}
		}
		p.Movements = slices.Delete(p.Movements, first, len(p.Movements)-p.keepMoves(p.Movements[first:]))
	}
}

// keepMoves puts the movements that can be reckoned behind the others and returns
// how many they are: those with both ends, or with an amount and a rate.
func (p *Page) keepMoves(list []Movement) int {
	n := len(list)
	for i := len(list) - 1; i >= 0; i-- {
		if m := list[i]; m.From >= 0 || m.By >= 0 && m.Rate >= 0 {
			n--
			list[n] = m
		}
	}
	return len(list) - n
}

// changes reports whether a figure says by how much or at what rate a level
// moved. An amount behind 多 or 净增 is a change where its clause compares.
func (p *Page) changes(s *Sentence, k int) bool {
	f := &p.Figures[k]
	if f.ListLen > 1 || f.VerbTo || f.Start {
		return false
	}
	switch f.Role {
	case Change, Growth:
		if f.Role == Change && f.Kind != quantity.Point && len(p.CuesIn(moveNot, f.Clause)) > 0 {
			return false
		}
		return f.Kind != quantity.Point || f.Unit == "pp"
	case Level, Part:
	default:
		return false
	}
	if f.Kind != quantity.Count && f.Kind != quantity.Money && f.Kind != quantity.Measure {
		return false
	}
	if !p.movedAmount(f) {
		return false
	}
	f.Role, f.Of = Change, -1
	return true
}

// movedAmount reports whether a verb like 多招 or 净增 stands right before an amount
// in a clause that compares.
func (p *Page) movedAmount(f *Figure) bool {
	r := p.label(f.Index)
	from := f.Clause.Start
	if p.compareWord(from, max(from, f.Span().Start)) < 0 {
		return false
	}
	if len(p.CuesIn(moveNot, r)) > 0 {
		return false
	}
	for _, c := range p.CuesIn(moveVerb, r) {
		if rest := f.Span().Start - c.End; rest <= 2*len("多") {
			return true
		}
	}
	return false
}

// move looks for the two ends of the change at figure k.
func (p *Page) move(s *Sentence, k int) {
	to, from := p.movedLevel(s, k), -1
	if r := k - 1; r >= s.FirstFig && p.comparesLevel(r) && p.directlyBefore(r, k) && (to < 0 || p.oneMeasure(r, to)) {
		from = r
	}
	if from >= 0 && to >= 0 && p.Figures[k].Role == Growth && !p.grewBy(from, to, k) {
		to = p.otherMoved(s, from, to, k)
	}
	if to < 0 {
		p.changeAhead(s, k)
		return
	}
	if from < 0 {
		from = p.earlierLevel(s, to, k)
		if from >= 0 && (!p.oneBase(k, from) || !p.yearApart(k, from, to)) {
			from = -1
		}
	}
	if from >= 0 && p.Figures[k].Kind == p.Figures[to].Kind {
		if to = p.movedOf(s, from, to, k); to < 0 {
			return
		}
	}
	p.addMove(from, to, k)
}

// movedOf chooses among the levels of a list in front of an amount the one that it
// is the change of: one that it leads to from the earlier level, else the nearest
// where that stands alone; -1 where several could be meant.
func (p *Page) movedOf(s *Sentence, from, to, k int) int {
	several := false
	for j := k - 1; j >= s.FirstFig && !p.cutBetween(p.Figures[j].Token, p.Figures[k].Token); j-- {
		if j == from || !p.moving(j) || !p.oneMeasure(j, to) || p.comparesLevel(j) || p.saysEarlier(j) {
			continue
		}
		moved, by := lenient(&p.Figures[j]).Sub(lenient(&p.Figures[from])), lenient(&p.Figures[k])
		if moved.Meets(by) || moved.Neg().Meets(by) {
			return j
		}
		several = several || j != to
	}
	if several && !p.comparesLevel(from) {
		return -1
	}
	return to
}

// otherMoved returns the level before another in the chain of clauses that moved
// at the rate of figure k, where the nearest didn't: 收于36.4元，总市值153亿元，较高点
// 42.8元回落15%. Where none did, it is the nearest, unless that is of another order
// of size than what it is said to come from.
func (p *Page) otherMoved(s *Sentence, from, to, k int) int {
	for j := to - 1; j >= s.FirstFig && !p.cutBetween(p.Figures[j].Token, p.Figures[k].Token); j-- {
		if p.moving(j) && p.oneMeasure(from, j) && !p.comparesLevel(j) && p.grewBy(from, j, k) {
			return j
		}
	}
	if a, b := p.Figures[from].Value.Abs(), p.Figures[to].Value.Abs(); a.Mul(quantity.Int(100)).Cmp(b) < 0 || b.Mul(quantity.Int(100)).Cmp(a) < 0 {
		return -1
	}
	return to
}

// grewBy reports whether the change from a level to another is at the rate that
// figure k prints, up or down.
func (p *Page) grewBy(from, to, k int) bool {
	v, ok := quantity.Corners(func(x ...quantity.Num) (quantity.Num, bool) { return x[1].Sub(x[0]).Shift(2).Div(x[0]) }, lenient(&p.Figures[from]), lenient(&p.Figures[to]))
	set := p.Figures[k].Set.Widen(p.Figures[k].Half())
	return ok && (set.Meets(v) || set.Neg().Meets(v))
}

// oneMeasure reports whether two figures are of one kind and unit.
func (p *Page) oneMeasure(a, b int) bool {
	f, g := &p.Figures[a], &p.Figures[b]
	return f.Kind == g.Kind && f.Unit == g.Unit
}

// moving reports whether a figure is a level, or a rate in per cent, that could
// be an end of a change.
func (p *Page) moving(k int) bool {
	f := &p.Figures[k]
	if f.ListLen > 1 || f.Quotation {
		return false
	}
	return isLevel(f) || f.Kind == quantity.Percent && (f.Role == Level || f.Role == Share || f.Role == Growth)
}

// comparesLevel reports whether the words before a level say that another is
// compared with it: 比上年的120家, 较警戒水位29.5米.
func (p *Page) comparesLevel(k int) bool {
	r := p.label(k)
	return p.moving(k) && p.compareWord(r.Start, r.End) >= 0
}

// directlyBefore reports whether no mark but a closing bracket parts a figure
// from the next one, so that the change is from that level.
func (p *Page) directlyBefore(a, b int) bool {
	for i := p.Figures[a].Token + 1; i < p.Figures[b].Token; i++ {
		if t := p.Tokens[i]; t.Kind == Punct && t.Ref != '）' && t.Ref != ')' {
			return false
		}
	}
	return true
}

// movedLevel returns the level that figure k is the change of: the last one
// before it in its chain of clauses that is neither compared with nor of an
// earlier time; -1 for none.
func (p *Page) movedLevel(s *Sentence, k int) int {
	g := &p.Figures[k]
	for j := k - 1; j >= s.FirstFig; j-- {
		f := &p.Figures[j]
		if p.cutBetween(f.Token, g.Token) {
			return -1
		}
		if !p.moving(j) || p.comparesLevel(j) || f.Start {
			continue
		}
		switch {
		case g.Kind == quantity.Point && f.Kind != quantity.Percent, g.Role == Change && g.Kind != quantity.Point && !p.oneMeasure(j, k):
			continue
		case g.Kind != quantity.Point && f.Kind == quantity.Percent:
			continue
		case p.saysEarlier(j) && j > s.FirstFig && p.levelBefore(s, j):
			continue
		}
		if g.MetricOrigin == Printed && g.Of < 0 && g.Metric != "" && !emptyish(g.Metric) && !comparing(g.Metric) && Compare(f.Metric, g.Metric) < Narrower && g.Role == Growth {
			return -1 // the change of another thing
		}
		if g.Among && !f.Among && g.Role == Change && g.MetricOrigin == Printed && g.Metric != "" && !emptyish(g.Metric) && g.Metric != f.Metric {
			return -1 // 其中汽车出口增加24亿元: of a part
		}
		return j
	}
	return -1
}

// levelBefore reports whether a level like figure j, and not of an earlier time,
// stands before it in its sentence.
func (p *Page) levelBefore(s *Sentence, j int) bool {
	for i := j - 1; i >= s.FirstFig; i-- {
		if p.moving(i) && p.oneMeasure(i, j) && !p.saysEarlier(i) && !p.comparesLevel(i) {
			return true
		}
	}
	return false
}

// saysEarlier reports whether the words before a level say that it is what was
// before: 上年为, 去年同期, 平日.
func (p *Page) saysEarlier(k int) bool {
	r := p.label(k)
	for _, c := range p.CuesIn(pastLevel, r) {
		if len(p.CuesIn(pastNot, source.Range{Start: c.End, End: min(r.End, c.End+12)})) == 0 {
			return true
		}
	}
	return false
}

// earlierLevel returns the level that level to had before, of which the change at
// k tells: between the two, in the clauses behind, or before both; -1 for none.
func (p *Page) earlierLevel(s *Sentence, to, k int) int {
	for j := to + 1; j < k; j++ {
		if p.earlierThan(j, to) {
			return j
		}
	}
	for j := k + 1; j < len(p.Figures) && j <= k+mostBehind; j++ {
		f := &p.Figures[j]
		if f.Block != p.Figures[k].Block || f.Sentence > p.Figures[k].Sentence+1 {
			break
		}
		if p.earlierThan(j, to) {
			return j
		}
		if p.moving(j) && (p.oneMeasure(j, to) || isLevel(f)) && !p.comparesLevel(j) {
			break
		}
	}
	for j := to - 1; j >= s.FirstFig && j >= to-2; j-- {
		if p.cutBetween(p.Figures[j].Token, p.Figures[to].Token) {
			break
		}
		if p.earlierThan(j, to) {
			return j
		}
	}
	return -1
}

// mostBehind is how many figures behind a change the level may stand that it is
// from.
const mostBehind = 3

// earlierThan reports whether level j is what level to was before: its words say
// that it is of an earlier time, or it is of an earlier date, and name nothing
// else than to does.
func (p *Page) earlierThan(j, to int) bool {
	f, t := &p.Figures[j], &p.Figures[to]
	if j == to || !p.moving(j) || !p.oneMeasure(j, to) || p.comparesLevel(j) || f.Role == Growth && t.Role != Growth {
		return false
	}
	dated := f.PeriodOrigin == Printed && t.PeriodOrigin == Printed && f.Period.Known() && t.Period.Known() && f.Period.End.Before(t.Period.Start)
	r := p.label(j)
	if began := f.Start && j < to; began && p.reachesTo(to) {
		return true
	}
	if !dated && !p.saysEarlier(j) || p.saysEarlier(to) {
		return false
	}
	if len(p.CuesIn(pastOver, r)) > 0 {
		return false // 超过去年全年的: of another span
	}
	key := p.phraseOf(r.Start, r.End, p.tokenFrom(r.Start)).key
	for _, c := range p.CuesIn(pastLevel, r) {
		key = strings.TrimPrefix(key, p.Words(c))
	}
	return key == "" || j < to && (t.Metric == "" || wordAt(t.Metric, 0, nowWord) == len(t.Metric)) || key == "同期" || generic(key) || emptyish(key) || Compare(t.Metric, key) >= Narrower || strings.HasSuffix(t.Metric, key)
}

// reachesTo reports whether 到 or 至 opens the words before a level: 到去年开行360列.
func (p *Page) reachesTo(k int) bool {
	words := strings.TrimSpace(p.Words(p.label(k)))
	return p.Figures[k].VerbTo || strings.HasPrefix(words, "到") || strings.HasPrefix(words, "至")
}

// reckonBase says against what words measure a change.
type reckonBase uint8

const (
	anyBase   reckonBase = iota
	yearAgo              // 同比, 上年同期, 去年
	yearStart            // 年初, 上年末
	monthAgo             // 环比, 上月
)

// measuredAgainst reads the base out of the words before a figure.
func (p *Page) measuredAgainst(k int) reckonBase {
	r := p.label(k)
	switch {
	case len(p.CuesIn(baseStart, r)) > 0:
		return yearStart
	case len(p.CuesIn(baseMonth, r)) > 0:
		return monthAgo
	case len(p.CuesIn(baseYear, r)) > 0:
		return yearAgo
	}
	return anyBase
}

// oneBase reports whether two figures, of which each is a change or the level that
// a change is from, may be measured against one base.
func (p *Page) oneBase(a, b int) bool {
	if a < 0 || b < 0 {
		return true // one of them isn't printed
	}
	x, y := p.measuredAgainst(a), p.measuredAgainst(b)
	return x == y || x == anyBase || y == anyBase
}

// yearApart reports whether a change over the year before may be between two
// levels by their dates, as far as those are known.
func (p *Page) yearApart(k, from, to int) bool {
	g, a, b := &p.Figures[k], &p.Figures[from], &p.Figures[to]
	if g.Basis != "同比" && g.Basis != "比上年" || !a.Period.Known() || !b.Period.Known() || a.PeriodOrigin != Printed {
		return true
	}
	return b.Period.ShiftYears(-1).Contains(a.Period) || p.saysEarlier(from)
}

// changeAhead ties an amount to the movement that the next clause tells:
// 网点新增216处，总数由1764处增至1980处.
func (p *Page) changeAhead(s *Sentence, k int) {
	if p.Figures[k].Role != Change {
		return
	}
	for i := len(p.Movements) - 1; i >= 0; i-- {
		m := &p.Movements[i]
		if m.From < k {
			return
		}
		if m.From == k+1 && m.By < 0 && m.To < s.AfterFig && p.oneMeasure(k, m.From) {
			m.By = k
			return
		}
	}
}

// addMove records a change with what is known of its ends, once.
func (p *Page) addMove(from, to, k int) {
	g := &p.Figures[k]
	by, rate := k, -1
	if g.Role == Growth {
		by, rate = -1, k
	}
	if g.Role == Growth && p.Figures[to].Kind == quantity.Percent {
		return
	}
	for i := len(p.Movements) - 1; i >= 0 && i >= len(p.Movements)-8; i-- {
		m := &p.Movements[i]
		if m.By == k || m.Rate == k {
			if m.From >= 0 || from < 0 {
				return
			}
			m.From, m.To, m.Sure = from, to, p.comparesLevel(from)
			return
		}
		if m.To != to || m.From != from && from >= 0 && m.From >= 0 {
			continue
		}
		if !p.oneBase(k, max(m.By, m.Rate)) {
			continue
		}
		if by >= 0 && m.By < 0 || rate >= 0 && m.Rate < 0 {
			if m.By < 0 {
				m.By = by
			}
			if m.Rate < 0 {
				m.Rate = rate
			}
			if m.From < 0 {
				m.From = from
			}
			return
		}
	}
	p.Movements = append(p.Movements, Movement{From: from, To: to, By: by, Rate: rate, Sure: from >= 0 && p.comparesLevel(from)})
}
