package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// unmarked returns the body that opens a figure's own phrase under a name that
// doesn't say what it is: the short form of one that the page names (华科 for
// 华中科技大学), or what stands before a metric that bodies have (长江电力净利润).
func (p *Page) unmarked(f *Figure) (b Body, ok bool) {
	r := f.MetricRange
	if p.Doc.Lang == "en" || f.Metric == "" || f.MetricOrigin != Printed || r.Len() < 12 || r.Start < f.Clause.Start {
		return b, false
	}
	from := p.behindFunctional(r)
	if of, n := p.shortFor(p.Text[from:r.End]); n > 0 {
		return Body{Range: source.Range{Start: from, End: from + n}, Of: of, Sentence: f.Sentence}, true
	}
	head := p.ownerHeadIn(from, r.End)
	if head < 0 {
		return b, false
	}
	end := p.nameEnd(from, head)
	name := strings.TrimSuffix(p.Text[from:end], "的")
	if !p.mayName(name) {
		return b, false
	}
	b = Body{Range: source.Range{Start: from, End: from + len(name)}, Sentence: f.Sentence, Opens: true}
	if b.Of = p.bodyNamed(name, Company); b.Of < 0 {
		b.Of = len(p.bodyNames)
		p.bodyNames = append(p.bodyNames, known{name: name, kind: Company})
	}
	return b, true
}

// behindFunctional returns where a phrase begins behind dates, marks and words
// that say nothing of what is measured.
func (p *Page) behindFunctional(r source.Range) int {
	from := r.Start
	for i := p.tokenFrom(from); i < len(p.Tokens) && int(p.Tokens[i].End) <= r.End; i++ {
		t := p.Tokens[i]
		if !blank(p.Text[from:t.Start]) || t.Kind != DateTok && t.Kind != Punct && (t.Kind != Word || lexicon.Is(t.Ref, lexicon.ClassRegion) || !p.breaksName(t)) {
			break
		}
		from = int(t.End)
	}
	for from < r.End && p.Text[from] <= ' ' {
		from++
	}
	return from
}

// ownerHeadIn returns where a metric that bodies have begins within a phrase, -1
// for none.
func (p *Page) ownerHeadIn(from, end int) int {
	heads, text := bodyWords().List(string(ownerHead)), p.Text[:end]
	for i := from; i < end; i += runeLen(p.Text[i]) {
		if heads.At(text, i) > 0 {
			return i
		}
	}
	return -1
}

// nameEnd returns where what may be a name ends that begins a phrase: at the
// first date or functional word, or at its head.
func (p *Page) nameEnd(from, head int) int {
	for i := p.tokenFrom(from); i < len(p.Tokens) && int(p.Tokens[i].Start) < head; i++ {
		switch t := p.Tokens[i]; t.Kind {
		case DateTok, Punct, Quantity:
			return int(t.Start)
		case Word:
			if !lexicon.Is(t.Ref, lexicon.ClassRegion) && p.breaksName(t) {
				return int(t.Start)
			}
		}
	}
	return head
}

// mayName reports whether words may be the name of a body: two characters or
// more that aren't all common, no place and no class of bodies.
func (p *Page) mayName(name string) bool {
	if len(name) < 4 || len(name) > 30 || name[0] >= utf8.RuneSelf && len(name) < 6 || strings.ContainsAny(name, " （）()、《》“”") {
		return false
	}
	if w := lexicon.Exact(name); w >= 0 {
		return false
	}
	return !allCommon(name) && bodyWords.before(name, bodyClass) == 0 && bodyWords.at(name, 0, bodyBreak) == 0
}

// longestShort is how many characters a short form has at most.
const longestShort = 4

// shortFor returns which body of the page a phrase opens with under a short form,
// and the length of that.
func (p *Page) shortFor(phrase string) (of, n int) {
	for j := len(p.bodyNames) - 1; j >= 0 && j >= len(p.bodyNames)-mostBodies; j-- {
		k := &p.bodyNames[j]
		if k.kind == Company {
			if core := legalCore(k.name); len(core) >= 6 && core != k.name && strings.HasPrefix(phrase, core) && len(phrase) > len(core) {
				return j, len(core)
			}
		}
		if m := shortForm(phrase, k.name); m > n && m < len(phrase) {
			of, n = j, m
		}
	}
	return of, n
}

// shortForm returns the length of a short form of a name that a text opens with:
// characters of the name in their order, of which some are left out. It begins
// as the name does.
func shortForm(text, name string) int {
	if len(name) < 15 || len(text) < 6 || text[:3] != name[:3] {
		return 0
	}
	at, n, gaps := 3, 3, 0
	for chars := 1; chars < longestShort && n+3 <= len(text); chars++ {
		i := strings.Index(name[at:], text[n:n+3])
		if i < 0 {
			break
		}
		if i > 0 {
			gaps++
		}
		at, n = at+i+3, n+3
	}
	if gaps == 0 || n < 6 || at < len(name)/2 {
		return 0
	}
	return n
}
