package document

import (
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// Join puts documents together as one that is read as they are, one behind the
// other: the files of one page or edition. Offsets of its view are told apart by
// Parts; its spans mean nothing, since no file holds it. The day of publication
// is the first that one of them has; directives and twins are left to each.
func Join(docs []*Document) *Document {
	var text strings.Builder
	out := &Document{}
	tables, boxes := 0, 0
	for _, d := range docs {
		if text.Len() > 0 {
			text.WriteByte('\n')
		}
		at, first := text.Len(), len(out.Blocks)
		out.Parts = append(out.Parts, at)
		text.WriteString(d.View.Text)
		if out.Date == "" {
			out.Date = d.Date
		}
		if out.Lang == "" {
			out.Lang = d.Lang
		}
		lastTable, lastBox := 0, 0
		for _, b := range d.Blocks {
			b.Range.Start, b.Range.End = b.Range.Start+at, b.Range.End+at
			if b.Section >= 0 {
				b.Section += first
			}
			if b.Table > 0 {
				lastTable = max(lastTable, b.Table)
				b.Table += tables
			}
			if b.Box > 0 {
				lastBox = max(lastBox, b.Box)
				b.Box += boxes
			}
			seams := make([]int, len(b.Seams))
			for i, s := range b.Seams {
				seams[i] = s + at
			}
			b.Seams = seams
			out.Blocks = append(out.Blocks, b)
		}
		tables, boxes = tables+lastTable, boxes+lastBox
	}
	out.View = IdentityView(text.String())
	out.File = &source.File{Text: text.String()}
	return out
}

// Part returns the index of the joined document that an offset of the view
// belongs to; 0 where there is but one.
func (d *Document) Part(at int) int {
	part := 0
	for part+1 < len(d.Parts) && d.Parts[part+1] <= at {
		part++
	}
	return part
}
