package figure

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

// bindPlaces gives every figure the place that governs it: the one in its own
// phrase, else the one named last before it in the sentence, else in the
// paragraph, else in the heading above. Only what stands in the phrase is
// Region; the rest is Where, which may speak against a fact and never for it.
func (p *Page) bindPlaces() {
	heading, block, place := "", -1, ""
	var objects []string       // places of a sentence that something is done to or compared with
	own := map[string]string{} // kind of place → the last one named, for 全省 and 全市
	for n := range p.Sentences {
		s := &p.Sentences[n]
		first := s.Block != block
		if first {
			block, place = s.Block, ""
		}
		if k := p.Doc.Blocks[s.Block].Kind; k == document.Headline || k == document.Subhead {
			heading = ""
		}
		here := "" // named in this sentence
		objects = objects[:0]
		behind := -1           // where that ends
		last := -1             // where the last place ends that isn't one
		near, clause := "", -1 // the last place of a clause, and that clause
		if s.says&saysPlace == 0 {
			for k := s.FirstFig; k < s.AfterFig; k++ {
				f := &p.Figures[k]
				f.Partner = ""
				p.setPlace(f, "", place, heading)
				f.Where = named(f.Where, own)
			}
			continue
		}
		for i := s.FirstTok; i < s.AfterTok; i++ {
			switch t := p.Tokens[i]; t.Kind {
			case Word:
				name, isObject := p.placeAt(s, i, behind)
				if isObject {
					behind, objects = int(t.End), append(objects, name)
				} else if name != "" && last >= 0 && (p.Text[last:t.Start] == "、" || p.joins(last, int(t.Start))) {
					here, place, near, last = "", "", "", int(t.End) // several places are no one's
				} else if name != "" {
					last = int(t.End)
					if kind := placeKind(t.Ref); kind != "" {
						own[kind] = name
					}
					name = named(name, own)
					if p.atClauseStart(s, i) {
						here = name
						if first || place == "" && heading == "" {
							place = name // what opens a paragraph is its topic
						}
					}
					near, clause = name, p.clauseStart(s, i)
				}
			case Quantity:
				f := &p.Figures[t.Ref]
				if f.Partner = ""; f.Region != "" && slices.Contains(objects, f.Region) {
					f.Partner = f.Region
				}
				if f.Subject != "" {
					if name := p.regionIn(s, f.SubjectRange, ""); name != "" {
						f.Region, f.RegionOrigin = name, Printed // 江苏、浙江进出口分别增长
					}
				}
				if near != "" && p.clauseStart(s, i) == clause {
					p.setPlace(f, near, place, heading)
					if f.WhereOrigin == Inherited && f.Where == near && f.List == 0 {
						f.WhereOrigin = Printed
					}
				} else {
					p.setPlace(f, here, place, heading)
				}
				f.Where = named(f.Where, own)
			}
		}
		if k := p.Doc.Blocks[s.Block].Kind; here != "" && (k == document.Headline || k == document.Subhead) {
			heading = here
		}
	}
}

// atClauseStart reports whether nothing but a date, marks or a short word of
// position stands in a clause before a token: what follows is of that place.
func (p *Page) atClauseStart(s *Sentence, i int) bool {
	at := p.offsetBefore(s, p.clauseStart(s, i))
	for k := p.clauseStart(s, i); k < i; k++ {
		t := p.Tokens[k]
		if t.Kind != DateTok && t.Kind != Punct && (t.Kind != Word || wordAt(p.Text, int(t.Start), beforePlace) != int(t.End-t.Start)) || !blank(p.Text[at:t.Start]) {
			return false
		}
		at = int(t.End)
	}
	return blank(p.Text[at:p.Tokens[i].Start])
}

// blank reports whether a stretch says nothing.
func blank(s string) bool { return strings.TrimSpace(s) == "" }

// placeKind returns the kind of a place that 全省 or 全市 may stand for.
func placeKind(word int32) string {
	if sense, ok := lexicon.Has(word, lexicon.ClassRegion); ok && (sense.Alt == "province" || sense.Alt == "city") {
		return sense.Alt
	}
	return ""
}

// pointing are the words that stand for the paper's own place.
var pointing = map[string]string{"全省": "province", "全市": "city"}

// named returns the place that a pointing word stands for, where it was named
// before; every other place as it is.
func named(place string, own map[string]string) string {
	if len(own) == 0 || place == "" {
		return place
	}
	if name := own[pointing[place]]; name != "" {
		return name
	}
	return place
}

func (p *Page) setPlace(f *Figure, here, place, heading string) {
	switch {
	case f.Region != "" && f.Partner == "":
		f.Where, f.WhereOrigin = f.Region, f.RegionOrigin
	case here != "":
		f.Where, f.WhereOrigin = here, Inherited
	case place != "":
		f.Where, f.WhereOrigin = place, Guessed
	case heading != "":
		f.Where, f.WhereOrigin = heading, Guessed
	}
}

// placeAt returns the place that a token names, if it is one that what follows
// may be of: not a rank's scope or the place of a dateline. object says that it
// is the object of a preposition, or follows one in a list that ends at behind.
func (p *Page) placeAt(s *Sentence, i, behind int) (name string, object bool) {
	t := p.Tokens[i]
	sense, ok := lexicon.Has(t.Ref, lexicon.ClassRegion)
	if !ok {
		if sense, ok = lexicon.Has(t.Ref, lexicon.ClassScope); !ok {
			return "", false
		}
	}
	if wordBefore(p.Text[max(s.Range.Start, int(t.Start)-12):t.Start], placeObject) > 0 {
		return sense.Code, true
	}
	if behind >= 0 {
		if gap := p.Text[behind:t.Start]; gap == "、" || p.joins(behind, int(t.Start)) {
			return sense.Code, true
		}
	}
	if i+1 < s.AfterTok {
		next := p.Tokens[i+1]
		switch {
		case next.Kind == DateTok && datelined(p.Text[next.End:s.Range.End]):
			return "", false
		case next.Kind == Quantity && p.Figures[next.Ref].Kind == quantity.Rank:
			return "", false
		}
	}
	return sense.Code, false
}

// outside reports whether the place that governs a figure speaks against all
// entities that the ledger has figures for: it lies outside them and doesn't
// hold them.
func (l *looker) outside(f *Figure, have []*ledger.Entity) bool {
	if f.Where == "" || f.Region != "" || f.Subject != "" {
		return false
	}
	e := l.Ledger.Entity(f.Where)
	if e == nil {
		return false
	}
	for _, h := range have {
		switch {
		case h == nil && (nation(e.Name) || e.Kind != "country" && e.Kind != "bloc"):
			return false
		case h != nil && (h == e || h.Name == e.Name || e.IsWithin(h) || h.IsWithin(e) || h.Kind == ""):
			return false
		}
	}
	return true
}

// pointsAt reports whether a word that names a place only in relation to the
// paper (全省, 全市) may mean one of the entities.
func pointsAt(word string, have []*ledger.Entity) bool {
	kind := pointing[word]
	for _, h := range have {
		if h == nil || h.Kind == "" || kind == "" || h.Kind == kind || kind == "province" && h.Kind == "region" {
			return true
		}
	}
	return len(have) == 0
}
