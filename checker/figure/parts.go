package figure

import (
	"github.com/hegao/hegao/checker/lexicon"
)

// joined reports whether the page is made of several files.
func (p *Page) joined() bool { return len(p.Doc.Parts) > 1 }

// partOf returns the file of a joined page that a figure stands in.
func (p *Page) partOf(f *Figure) int { return p.Doc.Part(f.Range.Start) }

// placesApart reports whether two figures stand in files of a joined page that
// have no place in common: what the one calls 全市 isn't what the other does.
func (p *Page) placesApart(a, b *Figure) bool {
	if !p.joined() {
		return false
	}
	x, y := p.partOf(a), p.partOf(b)
	if x == y || a.Region != "" && !Local(a.Region) && a.Region == b.Region {
		return false
	}
	if p.partPlaces == nil {
		p.findPartPlaces()
	}
	u, v := p.partPlaces[x], p.partPlaces[y]
	if len(u) == 0 || len(v) == 0 {
		return false
	}
	for place := range u {
		if v[place] {
			return false
		}
	}
	return true
}

// findPartPlaces gathers the regions that each file of a joined page names.
func (p *Page) findPartPlaces() {
	p.partPlaces = make([]map[string]bool, len(p.Doc.Parts))
	for i := range p.partPlaces {
		p.partPlaces[i] = map[string]bool{}
	}
	for _, t := range p.Tokens {
		if t.Kind != Word {
			continue
		}
		if r, ok := lexicon.Has(t.Ref, lexicon.ClassRegion); ok && r.Code != "中国" {
			p.partPlaces[p.Doc.Part(int(t.Start))][r.Code] = true
		}
	}
}

// findHeadingsAcross compares the headings of each file of a joined page with
// the copy of the others: a sheet of headlines with the story, a post with the
// page. Here only a figure of the same name, or of the very same digits but for
// a slip, is taken for the heading's.
func (p *Page) findHeadingsAcross() {
	for b := range p.Doc.Blocks {
		if !p.headingLine(b) {
			continue
		}
		h, after := p.figuresIn(p.Doc.Blocks[b].Range)
		for end := min(after, h+mostHead); h < end; h++ {
			f := &p.Figures[h]
			if !p.telling(f) || p.headed(h) {
				continue
			}
			r := p.rival(f, 0, min(len(p.Figures), mostBelow), false)
			if r.Rival >= 0 && r.Weight >= 4 && r.Slip != NoSlip && p.partOf(f) != p.partOf(&p.Figures[r.Rival]) && !p.placesApart(f, &p.Figures[r.Rival]) {
				p.Headings = append(p.Headings, r)
			}
		}
	}
}

// headed reports whether a figure of a heading has its rival already.
func (p *Page) headed(fig int) bool {
	for i := max(0, len(p.Headings)-mostHead); i < len(p.Headings); i++ {
		if p.Headings[i].Head == fig {
			return true
		}
	}
	return false
}
