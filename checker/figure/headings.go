package figure

import (
	"sort"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Heading is a figure of a heading that no figure of the copy below bears out,
// with the one that it most likely should be.
type Heading struct {
	Head  int // figure of the heading
	Rival int // figure of the copy below
	Slip  Slip
	// Weight is how much speaks for the two being one fact: words in common, and
	// a slip that would explain the difference.
	Weight int
}

// The most figures of a heading, and of the copy below it, that are compared.
const (
	mostHead  = 24
	mostBelow = 1500
)

// findHeadings compares the figures of every heading with the copy that it
// heads: the page's headline with all that follows, a heading inside the copy
// with the paragraphs up to the next one, and a lead in 【】 with its paragraph.
func (p *Page) findHeadings() {
	blocks := p.Doc.Blocks
	if p.joined() {
		p.findHeadingsAcross()
		return // each file by itself is read without the others
	}
	for b := range blocks {
		at := blocks[b].Range
		switch {
		case p.headingLine(b):
			p.echo(b)
			if below, ok := p.below(b); ok {
				p.digest(at, below, blocks[b].Kind == document.Headline)
			}
		case blocks[b].Kind == document.Paragraph:
			if n := strings.Index(p.Text[at.Start:min(at.End, at.Start+400)], "】"); n > 0 && strings.HasPrefix(p.Text[at.Start:], "【") {
				n += at.Start
				p.digest(source.Range{Start: at.Start, End: n}, source.Range{Start: n, End: at.End}, false)
			}
		}
	}
}

// echoReach is how many lines below a heading may print it again.
const echoReach = 3

// echo aligns a heading with a line right below that prints it again, word for
// word but for figures, as wires do behind 原标题.
func (p *Page) echo(b int) {
	at := p.Doc.Blocks[b].Range
	first, after := p.figuresIn(at)
	if first == after || at.Len() < 30 {
		return
	}
	words := ""
	for c := b + 1; c < len(p.Doc.Blocks) && c <= b+echoReach; c++ {
		line := p.Doc.Blocks[c].Range
		if line.Len() < at.Len()-12 || line.Len() > 3*at.Len() {
			continue
		}
		if words == "" {
			words = p.maskedRange(at)
		}
		other := p.maskedRange(line)
		i := strings.Index(other, words)
		if i < 0 {
			continue
		}
		from, _ := p.figuresIn(line)
		from += strings.Count(other[:i], "\x00")
		for k := first; k < after; k++ {
			a, f := &p.Figures[k], &p.Figures[from+k-first]
			if same(a, f) || a.Kind != f.Kind {
				continue
			}
			p.supersede(Repeat{Via: ByParallel, Weight: Surely,
				Match: Match{A: int32(k), B: int32(f.Index), Verdict: Same, Metric: Identical, Slip: SlipBetween(&a.Quantity, &f.Quantity)}})
		}
		return
	}
}

// maskedRange returns a range's text, without spaces, with figures replaced by
// a sign.
func (p *Page) maskedRange(r source.Range) string {
	start := len(p.arena)
	first, after := p.figuresIn(r)
	at := r.Start
	for k := first; k < after; k++ {
		t := p.Tokens[p.Figures[k].Token]
		p.keep(at, max(at, int(t.Start)))
		p.arena = append(p.arena, 0)
		at = min(r.End, int(t.End))
	}
	p.keep(at, r.End)
	key := string(p.arena[start:])
	p.arena = p.arena[:start]
	return key
}

// mostInRow is how many lines without a full stop may stand together and still
// be headings: more of them are a table or a list.
const mostInRow = 3

// below returns what a heading heads. ok is false for one line of many.
func (p *Page) below(b int) (r source.Range, ok bool) {
	blocks := p.Doc.Blocks
	first, last := b, b
	for first > 0 && p.headingLine(first-1) && b-first <= mostInRow {
		first--
	}
	for last+1 < len(blocks) && p.headingLine(last+1) && last-b <= mostInRow {
		last++
	}
	if blocks[b].Kind == document.Headline {
		return source.Range{Start: blocks[b].Range.End, End: blocks[len(blocks)-1].Range.End}, b+1 < len(blocks)
	}
	if last-first+1 > mostInRow {
		return r, false
	}
	end := last + 1
	for end < len(blocks) && !p.headingLine(end) {
		end++
	}
	return source.Range{Start: blocks[b].Range.End, End: blocks[end-1].Range.End}, end > last+1
}

// figuresIn returns the index range of the figures within a range of the view.
func (p *Page) figuresIn(r source.Range) (first, after int) {
	first = sort.Search(len(p.Figures), func(i int) bool { return p.Figures[i].Range.Start >= r.Start })
	after = sort.Search(len(p.Figures), func(i int) bool { return p.Figures[i].Range.Start >= r.End })
	return first, after
}

// digest looks for the support of each figure of a heading in the copy below.
func (p *Page) digest(head, below source.Range, page bool) {
	h, afterHead := p.figuresIn(head)
	if h == afterHead {
		return
	}
	from, to := p.figuresIn(below)
	to = min(to, from+mostBelow)
	for end := min(afterHead, h+mostHead); h < end; h++ {
		if f := &p.Figures[h]; p.telling(f) {
			if r := p.rival(f, from, to, page); r.Rival >= 0 {
				p.Headings = append(p.Headings, r)
			} else {
				p.qualifiedHeading(f, from, to)
			}
		}
	}
}

// telling leaves out what says too little to be looked for in the copy: short
// ordinals, durations, single digits without a unit.
func (p *Page) telling(f *Figure) bool {
	if p.Doc.Lang == "en" && (isFileSize(f) || qualifies(f)) {
		return false
	}
	if p.quote(f) || f.Aside || f.Bare && f.side() != above || f.Unit == "级" {
		return false
	}
	switch f.Kind {
	case quantity.Money, quantity.Count, quantity.Measure, quantity.Percent, quantity.Point, quantity.Multiple:
		return !f.Quotation && f.ListLen == 1 || f.Digits >= 3 && f.Kind != quantity.Percent || f.Digits == 2 && f.Kind == quantity.Money
	case quantity.Number, quantity.Ordinal:
		return f.Digits >= 3
	case quantity.Range:
		return f.Low != nil && f.High != nil && f.Unit != ""
	}
	return false
}

// quote reports whether a figure stands in the price, change and rate that wires
// put in brackets behind the name of a share: (16.60,-0.07,-0.42%).
func (p *Page) quote(f *Figure) bool {
	at := f.Span().Start
	return at > 0 && p.Text[at-1] == ',' && strings.Contains(p.Text[max(0, at-24):at], "(")
}
