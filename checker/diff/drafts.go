package diff

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// drafts compares two drafts in one language: the text tells which figures
// stand where they stood.
func (c *Comparison) drafts() {
	d := &drafting{c: c, a: facts(c.Old), b: facts(c.New)}
	d.ofA, d.ofB = make([]bool, len(d.a)), make([]bool, len(d.b))
	for _, s := range stretches(c.Old.Doc, c.New.Doc) {
		d.stretch(s)
	}
	d.moved()
	for i, f := range d.a {
		if !d.ofA[i] && f.tells() {
			c.Changes = append(c.Changes, Change{What: Went, Severity: finding.Info, Old: f.row,
				Message: finding.Text{ZH: "删去“" + f.row.Text + "”。", EN: "“" + f.row.Text + "” went."}})
		}
	}
	for i, g := range d.b {
		if !d.ofB[i] && g.tells() {
			c.Changes = append(c.Changes, Change{What: Came, Severity: finding.Info, New: g.row,
				Message: finding.Text{ZH: "新增“" + g.row.Text + "”。", EN: "“" + g.row.Text + "” came."}})
		}
	}
}

// stretch is a range of both views, equal or not.
type stretch struct {
	a, b  source.Range
	equal bool
}

// stretches parts two documents into what is the same and what isn't, by whole
// blocks first: what is compared token by token stays short.
func stretches(a, b *document.Document) []stretch {
	x, y := blockTexts(a), blockTexts(b)
	head := commonPrefix(x, y)
	tail := commonSuffix(x[head:], y[head:])
	s := script{}
	s.addAll(Equal, x[:head])
	s.compare(x[head:len(x)-tail], y[head:len(y)-tail])
	s.addAll(Equal, x[len(x)-tail:])
	var out []stretch
	i, j := 0, 0
	for k := 0; k < len(s.kinds); {
		if s.kinds[k] == Equal {
			out = append(out, stretch{a.Blocks[i].Range, b.Blocks[j].Range, true})
			i, j, k = i+1, j+1, k+1
			continue
		}
		i1, j1 := i, j
		for ; k < len(s.kinds) && s.kinds[k] != Equal; k++ {
			if s.kinds[k] == Delete {
				i++
			} else {
				j++
			}
		}
		out = append(out, stretch{run(a, i1, i), run(b, j1, j), false})
	}
	return out
}

func blockTexts(d *document.Document) []string {
	out := make([]string, len(d.Blocks))
	for i, b := range d.Blocks {
		out[i] = d.View.Text[b.Range.Start:b.Range.End]
	}
	return out
}

// run returns the range of the blocks from i up to j.
func run(d *document.Document, i, j int) source.Range {
	if i == j {
		at := len(d.View.Text)
		if i < len(d.Blocks) {
			at = d.Blocks[i].Range.Start
		}
		return source.Range{Start: at, End: at}
	}
	return source.Range{Start: d.Blocks[i].Range.Start, End: d.Blocks[j-1].Range.End}
}

// drafting pairs the figures of two drafts.
type drafting struct {
	c        *Comparison
	a, b     []*fact
	ofA, ofB []bool // paired
}

// stretch pairs the figures of one stretch of both drafts.
func (d *drafting) stretch(s stretch) {
	as, bs := within(d.a, s.a), within(d.b, s.b)
	if s.equal {
		for i := range min(len(as), len(bs)) {
			d.pair(as[i], bs[i])
		}
		return
	}
	if len(as) == 0 && len(bs) == 0 {
		return
	}
	a, b := s.a.Start, s.b.Start
	oldView, newView := d.c.Old.Doc.View.Text, d.c.New.Doc.View.Text
	var goneA, goneB source.Range // of the change that is being gathered
	goneA, goneB = source.Range{Start: a, End: a}, source.Range{Start: b, End: b}
	flush := func() {
		d.replaced(touching(as, goneA), touching(bs, goneB), goneA, goneB)
	}
	for _, op := range Inline(oldView[s.a.Start:s.a.End], newView[s.b.Start:s.b.End]) {
		switch op.Kind {
		case Delete:
			a += len(op.Text)
			goneA.End = a
		case Insert:
			b += len(op.Text)
			goneB.End = b
		case Equal:
			flush()
			d.unchanged(as, bs, a, b, len(op.Text))
			a, b = a+len(op.Text), b+len(op.Text)
			goneA, goneB = source.Range{Start: a, End: a}, source.Range{Start: b, End: b}
		}
	}
	flush()
}

// unchanged pairs the figures that stand wholly in text that is the same.
func (d *drafting) unchanged(as, bs []*fact, a, b, size int) {
	for _, f := range as {
		r := f.row.Range
		if d.ofA[f.index] || r.Start < a || r.End > a+size {
			continue
		}
		i := slices.IndexFunc(bs, func(g *fact) bool {
			return !d.ofB[g.index] && g.row.Range == source.Range{Start: r.Start - a + b, End: r.End - a + b}
		})
		if i >= 0 {
			d.pair(f, bs[i])
		}
	}
}

// tells reports whether it matters that a figure went or came: any but those
// that only frame others in time (目前, 今年).
func (f *fact) tells() bool { return f.class != classDate || f.weight() > 0 }

// replaced pairs the figures of a change, in their order: those of one unit or
// with digits alike, and any two of which one is put in the place of the other
// with nothing around them.
func (d *drafting) replaced(as, bs []*fact, a, b source.Range) {
	for _, f := range as {
		for _, g := range bs {
			if d.ofA[f.index] || d.ofB[g.index] || f.class != g.class && !comparable(f.class, g.class) && !confusable(f.class, g.class) {
				continue
			}
			same := f.row.Kind == g.row.Kind && f.row.Unit == g.row.Unit
			if same || len(f.numeral()) > 2 && slip(f.numeral(), g.numeral()) > 0 || f.row.Range.Contains(a) && g.row.Range.Contains(b) {
				d.pair(f, g)
			}
		}
	}
}

// moved pairs figures that stand in words of their own elsewhere: a sentence
// that was moved keeps its figures.
func (d *drafting) moved() {
	at := map[string][]*fact{}
	for _, g := range d.b {
		if !d.ofB[g.index] {
			at[moveKey(g.row)] = append(at[moveKey(g.row)], g)
		}
	}
	for _, f := range d.a {
		key := moveKey(f.row)
		if list := at[key]; !d.ofA[f.index] && len(list) > 0 {
			d.pair(f, list[0])
			at[key] = list[1:]
		}
	}
}

func moveKey(r *checker.Figure) string {
	return strings.Join([]string{r.Kind, r.Value, r.Low, r.High, r.Unit, r.Hedge, r.Metric}, "\x00")
}

// pair notes that two figures are one, and whether it changed. Two ways to
// write a number are no change.
func (d *drafting) pair(f, g *fact) {
	d.ofA[f.index], d.ofB[g.index] = true, true
	x, y := f.row, g.row
	if x.Value == y.Value && x.Low == y.Low && x.High == y.High && x.Kind == y.Kind && x.Unit == y.Unit && x.Hedge == y.Hedge {
		d.c.Same++
		return
	}
	d.c.Changes = append(d.c.Changes, Change{What: Changed, Severity: finding.Info, Old: x, New: y,
		Message: finding.Text{ZH: "“" + x.Text + "”改为“" + y.Text + "”。", EN: "“" + x.Text + "” became “" + y.Text + "”."}})
}

// within returns the facts that begin in a range.
func within(fs []*fact, r source.Range) []*fact {
	from, _ := slices.BinarySearchFunc(fs, r.Start, func(f *fact, at int) int { return f.row.Range.Start - at })
	to := from
	for to < len(fs) && fs[to].row.Range.Start < r.End {
		to++
	}
	return fs[from:to]
}

// touching returns the facts that share text with a range.
func touching(fs []*fact, r source.Range) (out []*fact) {
	for _, f := range fs {
		if f.row.Range.Overlaps(r) {
			out = append(out, f)
		}
	}
	return out
}
