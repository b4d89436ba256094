package document

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/source"
)

// draft is a block whose place in the view isn't known yet.
type draft struct {
	start, end int // the block in the text
	kind       Kind
	ending     ending
	level, box int
	// lines are the indexes [first, last) of its lines, when it has several.
	first, last int
	// rest are the further parts of a paragraph that insets cut: [start, end).
	rest [][2]int
}

// Lines of hard-wrapped text are within these widths, in bytes.
const minWrap, maxWrap = 50, 130

// group makes blocks of lines: one each, but for those that were joined.
func (p *plainReader) group() {
	p.blocks = make([]draft, 0, len(p.lines))
	for i := range p.lines {
		l := &p.lines[i]
		if l.joins && len(p.blocks) > 0 {
			b := &p.blocks[len(p.blocks)-1]
			b.end, b.last, b.ending = l.end, i+1, l.ending
			continue
		}
		p.blocks = append(p.blocks, draft{
			start: l.start, end: l.end, kind: l.kind, ending: l.ending, level: l.level, first: i, last: i + 1,
		})
	}
}

// joinWrapped finds lines that were broken because the next word didn't fit.
// Only Latin text is wrapped so. The width is that of the widest line that
// another follows at once; when most such lines are full, and most of those end
// in mid-sentence, the text is wrapped, and the full ones go on in the next.
func (p *plainReader) joinWrapped() {
	width, pairs := 0, 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.end-l.start > maxWrap {
			return
		}
		if i+1 < len(p.lines) && !p.lines[i+1].gap {
			width = max(width, l.end-l.start)
			pairs++
		}
	}
	if width < minWrap {
		return
	}
	full, unfinished := 0, 0
	for i := 0; i+1 < len(p.lines); i++ {
		if p.isFull(i, width) {
			full++
			if p.lines[i].ending == open {
				unfinished++
			}
		}
	}
	if full*5 < pairs*3 || unfinished*2 < full {
		return
	}
	for i := 0; i+1 < len(p.lines); i++ {
		l, next := &p.lines[i], &p.lines[i+1]
		if next.decided || l.decided && l.kind != ListItem || !p.isFull(i, width) {
			continue
		}
		next.joins, next.decided, next.kind = true, l.decided, l.kind
		l.short, next.short = false, false
	}
}

// isFull reports whether the first word of the next line doesn't fit after the
// line.
func (p *plainReader) isFull(i, width int) bool {
	l, next := &p.lines[i], &p.lines[i+1]
	if next.gap || p.text[l.end-1] >= utf8.RuneSelf || p.text[next.start] >= utf8.RuneSelf {
		return false
	}
	word := next.end - next.start
	if n := strings.IndexByte(p.text[next.start:next.end], ' '); n >= 0 {
		word = n
	}
	return l.end-l.start+1+word > width
}

// emit builds the view. When nothing was moved or left out, it is the text
// itself.
func (p *plainReader) emit() {
	title := titleApart(p.d.File)
	if title == "" && len(p.cuts) == 0 && !p.movedOrFolded() {
		p.emitIdentity()
		return
	}
	b := &Builder{}
	b.Grow(len(p.text) + len(title) + 1)
	addTitle(p.d, b, title)
	date := p.d.DateRange
	p.d.DateRange = source.Range{}
	for i := range p.blocks {
		p.emitBlock(b, &p.blocks[i], date)
	}
	p.d.View = b.View()
}

// movedOrFolded reports whether a block isn't one run of the text as it stands:
// an inset cuts it, or it has lines that end with CR LF or have an indent.
func (p *plainReader) movedOrFolded() bool {
	for i := range p.blocks {
		b := &p.blocks[i]
		if len(b.rest) > 0 {
			return true
		}
		for k := b.first + 1; k < b.last; k++ {
			if p.lines[k].start != p.lines[k-1].end+1 {
				return true
			}
		}
	}
	return false
}

func (p *plainReader) emitIdentity() {
	p.d.View = IdentityView(p.text)
	p.d.Blocks = make([]Block, len(p.blocks))
	for i := range p.blocks {
		b := &p.blocks[i]
		to := &p.d.Blocks[i]
		to.Kind, to.Level, to.Range = b.kind, b.level, source.Range{Start: b.start, End: b.end}
	}
}

// emitBlock adds one block and a line break to the view. date is where the text
// prints the day of issue.
func (p *plainReader) emitBlock(b *Builder, d *draft, date source.Range) {
	block := Block{Kind: d.kind, Level: d.level, Box: d.box, Stitched: len(d.rest) > 0}
	block.Range.Start = b.Len()
	for k := d.first; k < d.last; k++ {
		l := &p.lines[k]
		if k > d.first {
			p.addBreak(b, p.lines[k-1].end)
		}
		if date.Len() > 0 && date.Start >= l.start && date.End <= l.end {
			p.addText(b, l.start, date.Start)
			p.d.DateRange = source.Range{Start: b.Len(), End: b.Len() + date.Len()}
			p.addText(b, date.Start, l.end)
			continue
		}
		p.addText(b, l.start, l.end)
	}
	for _, part := range d.rest {
		b.Joint()
		if p.isLatin(d.end-1) && p.isLatin(part[0]) {
			b.AddBreak(" ", d.end, source.FieldText)
			b.Joint()
		}
		block.Seams = append(block.Seams, b.Len())
		p.addText(b, part[0], part[1])
	}
	block.Range.End = b.Len()
	end := d.end
	if n := len(d.rest); n > 0 {
		end = d.rest[n-1][1]
	}
	p.addBreak(b, end)
	p.d.Blocks = append(p.d.Blocks, block)
}

// isLatin reports whether the character at an offset is of a script that parts
// words by spaces.
func (p *plainReader) isLatin(offset int) bool { return p.text[offset] < utf8.RuneSelf }

// addText adds text[start:end] without the directives in it.
func (p *plainReader) addText(b *Builder, start, end int) {
	for _, c := range p.cutsWithin(start, end) {
		b.Add(p.text[start:max(start, c.Span.Start)], start, source.FieldText)
		start = c.Span.End
	}
	if start < end {
		b.Add(p.text[start:end], start, source.FieldText)
	}
}

func (p *plainReader) addBreak(b *Builder, offset int) { addBreak(b, p.text, offset) }

// addBreak adds the line break that ends the line whose words end at an offset
// of text, or one of its own where other words follow.
func addBreak(b *Builder, text string, offset int) {
	at := offset
	for at < len(text) && text[at] != '\n' && isSpaceByte(text[at]) {
		at++
	}
	if at < len(text) && text[at] == '\n' {
		b.Add("\n", at, source.FieldText)
		return
	}
	b.AddBreak("\n", offset, source.FieldText)
}
