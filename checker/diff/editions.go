package diff

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
)

// editions compares two editions in different languages.
func (c *Comparison) editions() {
	m := &matching{c: c, a: facts(c.Old), b: facts(c.New), of: map[*fact]*fact{}, bead: map[*fact]int{}}
	m.align()
	m.agree()
	m.elsewhere()
	m.turned()
	m.exchanged()
	m.differ()
	m.missing()
	m.converted(m.a, m.c.Old)
	m.converted(m.b, m.c.New)
}

// matching pairs the facts of two editions.
type matching struct {
	c     *Comparison
	a, b  []*fact
	beads [][2][]*fact
	bead  map[*fact]int // index of its bead
	of    map[*fact]*fact
}

func (m *matching) pair(f, g *fact) { m.of[f], m.of[g] = g, f }

// align puts the facts into beads.
func (m *matching) align() {
	a, b := m.a, m.b
	for i, bead := range align(a, b, len(m.c.Old.Doc.Blocks), len(m.c.New.Doc.Blocks)) {
		var lists [2][]*fact
		lists[0], a = cutBlocks(a, bead.a2)
		lists[1], b = cutBlocks(b, bead.b2)
		for _, f := range slices.Concat(lists[0], lists[1]) {
			m.bead[f] = i
		}
		m.beads = append(m.beads, lists)
	}
}

// cutBlocks parts facts at a block.
func cutBlocks(fs []*fact, block int) (before, rest []*fact) {
	n := 0
	for n < len(fs) && fs[n].block < block {
		n++
	}
	return fs[:n], fs[n:]
}

// agree pairs what agrees within each bead.
func (m *matching) agree() {
	for _, b := range m.beads {
		for _, p := range agreeing(b[0], b[1]) {
			m.pair(p[0], p[1])
		}
	}
}

// elsewhere pairs what agrees with a fact that a bead left over: a sentence may
// have been moved.
func (m *matching) elsewhere() {
	for _, p := range agreeing(m.left(m.a), m.left(m.b)) {
		if min(p[0].weight(), p[1].weight()) > 0 && p[0].exact(p[1]) {
			m.pair(p[0], p[1])
		}
	}
}

// left returns the facts that have no partner.
func (m *matching) left(fs []*fact) (out []*fact) {
	for _, f := range fs {
		if m.of[f] == nil {
			out = append(out, f)
		}
	}
	return out
}

// turned reports changes that go up on one side and down on the other.
func (m *matching) turned() {
	for _, f := range m.a {
		g := m.of[f]
		if g == nil {
			continue
		}
		m.c.Same++
		if f.row.Sign*g.row.Sign >= 0 || f.row.Role != "growth" && f.row.Role != "change" || g.row.Role != "growth" && g.row.Role != "change" {
			continue
		}
		m.c.Same--
		m.report(f, g, finding.Text{
			ZH: "“" + f.row.Text + "”与“" + g.row.Text + "”一升一降，方向相反。",
			EN: "“" + f.row.Text + "” and “" + g.row.Text + "” go opposite ways: one rises, the other falls.",
		}, "")
	}
}

// subject is whom a figure is about, as far as both languages name it alike.
func (f *fact) subject() string {
	if f.row.Partner != "" {
		return f.row.Partner
	}
	return f.row.Entity
}

// exchanged reports two figures that stand for each other's subject.
func (m *matching) exchanged() {
	for _, b := range m.beads {
		for i, f := range b[0] {
			for _, g := range b[0][i+1:] {
				x, y := m.of[f], m.of[g]
				if x == nil || y == nil || f.class != g.class || m.bead[x] != m.bead[f] || m.bead[y] != m.bead[g] || f.set.Meets(g.set) {
					continue
				}
				s, t := f.subject(), g.subject()
				if s == "" || t == "" || s == t || x.subject() != t || y.subject() != s {
					continue
				}
				for _, p := range [][3]*fact{{f, x, y}, {g, y, x}} {
					m.c.Same--
					m.report(p[0], p[2], finding.Text{
						ZH: p[0].subject() + "的“" + p[0].row.Text + "”，译文作“" + p[2].row.Text + "”，像是与另一处对调了。",
						EN: "“" + p[0].row.Text + "” is " + p[0].subject() + "'s; here it is “" + p[2].row.Text + "”, as if two figures changed places.",
					}, p[1].row.Text)
				}
			}
		}
	}
}

// differ pairs what is left in each bead and looks like one fact with two
// values.
func (m *matching) differ() {
	type candidate struct {
		f, g  *fact
		score int
	}
	for _, b := range m.beads {
		as, bs := m.left(b[0]), m.left(b[1])
		var all []candidate
		for _, f := range as {
			for _, g := range bs {
				if s := m.kin(f, g, b); s >= enough {
					all = append(all, candidate{f, g, s})
				}
			}
		}
		slices.SortStableFunc(all, func(x, y candidate) int { return y.score - x.score })
		for _, k := range all {
			if m.of[k.f] == nil && m.of[k.g] == nil {
				m.pair(k.f, k.g)
				m.c.contradict(k.f, k.g)
			}
		}
	}
}

// enough is the least kinship of two facts that are taken for one.
const enough = 5

// kin says how much two facts that don't agree look like renderings of one:
// those of one kind, with digits that look alike, in the same place among
// what agrees.
func (m *matching) kin(f, g *fact, b [2][]*fact) int {
	alike := slip(f.numeral(), g.numeral())
	score := 2 * alike
	switch {
	case f.class == g.class && f.class == classDate:
		if dateForm(f.date) != dateForm(g.date) {
			return 0
		}
		score += 3
	case f.class == g.class:
		score += 3
	case confusable(f.class, g.class):
		if alike < 2 {
			return 0
		}
		score++
	case comparable(f.class, g.class):
		score++
	default:
		return 0
	}
	score += m.near(f, g, b)
	if f.class == g.class && m.alone(f, b[0]) && m.alone(g, b[1]) {
		score += 2
	}
	if f.row.Role == g.row.Role {
		score++
	}
	if s, t := f.subject(), g.subject(); s != "" && s == t {
		score++
	}
	if alike == 0 && f.weight() == 0 && g.weight() == 0 {
		score -= 2
	}
	return score
}

// alone reports whether a fact is the only one of its kind in a bead that has
// no partner. Things counted are of many kinds.
func (m *matching) alone(f *fact, list []*fact) bool {
	return (f.class == classPlace || !loose(f.class)) && !slices.ContainsFunc(list, func(g *fact) bool {
		return g != f && g.class == f.class && m.of[g] == nil && (g.weight() > 0 || f.weight() == 0)
	})
}

// dateForm is the form of a date: a day, a month, a span of them.
func dateForm(iso string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' || r == 'X' {
			return '0'
		}
		return r
	}, iso)
}

// near says whether two facts stand beside the same matched ones: one for each
// side on which they do.
func (m *matching) near(f, g *fact, b [2][]*fact) int {
	n := 0
	before, after := m.neighbours(f, b[0])
	before2, after2 := m.neighbours(g, b[1])
	if before == nil && before2 == nil || before != nil && m.of[before] == before2 {
		n++
	}
	if after == nil && after2 == nil || after != nil && m.of[after] == after2 {
		n++
	}
	return n
}

// neighbours returns the nearest matched facts before and behind one.
func (m *matching) neighbours(f *fact, list []*fact) (before, after *fact) {
	at := slices.Index(list, f)
	for i := at - 1; i >= 0 && before == nil; i-- {
		if m.of[list[i]] != nil {
			before = list[i]
		}
	}
	for i := at + 1; i < len(list) && after == nil; i++ {
		if m.of[list[i]] != nil {
			after = list[i]
		}
	}
	return before, after
}

// missing reports telling figures that the other side has nowhere.
func (m *matching) missing() {
	for i, f := range m.a {
		if m.of[f] == nil && f.weight() > 1 && !f.relative() && !stated(f, i, m.a, m.b) && !gloss(m.a, i, m.c.Old) {
			m.c.Changes = append(m.c.Changes, Change{What: Went, Severity: finding.Warning, Old: f.row, Message: finding.Text{
				ZH: "另一种文本里没有与“" + f.row.Text + "”相当的数字。",
				EN: "The other edition has no figure for “" + f.row.Text + "”."}})
		}
	}
	for i, g := range m.b {
		if m.of[g] == nil && g.weight() > 1 && !g.relative() && !stated(g, i, m.b, m.a) && !gloss(m.b, i, m.c.New) {
			m.c.Changes = append(m.c.Changes, Change{What: Came, Severity: finding.Warning, New: g.row, Message: finding.Text{
				ZH: "“" + g.row.Text + "”在另一种文本里没有相当的数字。",
				EN: "“" + g.row.Text + "” has no figure in the other edition."}})
		}
	}
}

// relative reports whether a time is said in English words alone, for which the
// other language may have a word that is no date: from the start of the year,
// 比年初.
func (f *fact) relative() bool {
	return f.class == classDate && strings.IndexFunc(f.row.Text, func(r rune) bool {
		return r != ' ' && r != '-' && (r < 'a' || r > 'z')
	}) < 0
}

// stated reports whether some figure of the other side says what the i-th of one
// side says.
func stated(f *fact, i int, own, other []*fact) bool {
	from, to := around(i, len(own), len(other))
	return slices.ContainsFunc(other[from:to], func(g *fact) bool { return f.agrees(g) })
}

// gloss reports whether an amount is the conversion, in brackets, of the amount
// before it: "750.23 billion yuan (about $105 billion)".
func gloss(side []*fact, i int, s *Side) bool {
	g := side[i]
	if i == 0 || !strings.HasPrefix(g.class, "money ") && g.class != "area" && g.class != "mass" && g.class != "length" {
		return false
	}
	before := side[i-1]
	from, to := before.row.Range.End, g.row.Range.Start
	const reach = 24 // "(about ", "（约合", ", or "
	return from <= to && to-from <= reach && strings.ContainsAny(s.Doc.View.Text[from:to], "(（,，") && before.class != classCount
}

// converted reports conversions of money that no rate of the two currencies would
// give; those of the side that the other one bears out are that side's.
func (m *matching) converted(side []*fact, s *Side) {
	for i, g := range side {
		if m.of[g] != nil || !gloss(side, i, s) {
			continue
		}
		f := side[i-1]
		from, to := &f.row.Quantity, &g.row.Quantity
		band, ok := figure.RateOf(from.Unit, to.Unit)
		if !ok {
			from, to = to, from
			if band, ok = figure.RateOf(from.Unit, to.Unit); !ok {
				continue
			}
		}
		if holds, ok := band.Holds(from, to); holds || !ok {
			continue
		}
		ch := Change{What: Came, Severity: finding.Error, New: g.row, Message: finding.Text{
			ZH: "“" + f.words(s) + "”折合“" + g.words(s) + "”，两种货币没有过这样的汇率。",
			EN: "“" + f.words(s) + "” isn't “" + g.words(s) + "” at any rate that the two currencies have had."}}
		if s == m.c.Old {
			ch.What, ch.Old, ch.New = Went, g.row, nil
		}
		m.c.Changes = append(m.c.Changes, ch)
	}
}

// words are those that print a fact, with the hedge before it.
func (f *fact) words(s *Side) string {
	r := f.row.Range
	if b := f.row.Quantity.Before; b.End > b.Start && b.Start < r.Start {
		r.Start = b.Start
	}
	return s.Doc.View.Text[r.Start:r.End]
}

// contradict reports a figure that the two editions give different values.
func (c *Comparison) contradict(f, g *fact) {
	old, new := f.words(c.Old), g.words(c.New)
	t := finding.Text{ZH: "“" + old + "”与“" + new + "”不一致", EN: "“" + old + "” and “" + new + "” differ"}
	switch n := tenfold(f, g); {
	case f.class != g.class && confusable(f.class, g.class):
		t = finding.Text{ZH: "“" + old + "”与“" + new + "”数字相同，单位不同", EN: "“" + old + "” and “" + new + "” have the same digits and different units"}
	case n != "":
		t.ZH, t.EN = t.ZH+"，相差"+n+"倍", t.EN+" by a factor of "+n
	}
	meant := f.render(c, g)
	if meant != "" {
		t.ZH, t.EN = t.ZH+"；照前者应作“"+meant+"”", t.EN+"; by the former it is “"+meant+"”"
	}
	t.ZH, t.EN = t.ZH+"。", t.EN+"."
	(&matching{c: c}).report(f, g, t, meant)
}

func (m *matching) report(f, g *fact, t finding.Text, meant string) {
	m.c.Changes = append(m.c.Changes, Change{What: Changed, Severity: finding.Error, Old: f.row, New: g.row, Message: t, Meant: meant})
}

// tenfold returns the power of ten by which two values differ, "" for none.
func tenfold(f, g *fact) string {
	if f.class == classDate || f.class == classTime || slip(f.numeral(), g.numeral()) != 2 {
		return ""
	}
	a, b := f.value.Abs(), g.value.Abs()
	if a.Cmp(b) < 0 {
		a, b = b, a
	}
	if r, ok := a.Div(b); ok && r.IsInt() && strings.Trim(r.String(), "0") == "1" && r.String() != "1" {
		return r.String()
	}
	return ""
}

// render writes the value of f as g is printed, "" where that can't be done
// exactly.
func (f *fact) render(c *Comparison, g *fact) string {
	if f.class != g.class || !strings.ContainsAny(g.row.Text, "0123456789") || f.row.Hedge != "" || g.row.Kind == "range" || f.row.Kind == "range" || f.class == classDate || f.class == classTime {
		return ""
	}
	value := f.value
	if u, ok := units()[strings.SplitN(g.row.Unit, "/", 2)[0]]; ok {
		v, ok := value.Div(u.factor)
		if !ok {
			return ""
		}
		value = v
	} else if p, ok := percentFactors[g.row.Kind]; ok {
		v, ok := value.Div(p)
		if !ok {
			return ""
		}
		value = v
	}
	like := g.row.Quantity
	scaled := value.Shift(-like.Scale)
	like.Decimals = 0
	for like.Decimals < 4 && scaled.Cmp(scaled.Round(like.Decimals)) != 0 {
		like.Decimals++
	}
	if scaled.Cmp(scaled.Round(like.Decimals)) != 0 {
		return ""
	}
	return quantity.Render(c.New.Doc.View.Text, &like, value)
}
