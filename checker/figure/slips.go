package figure

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
)

// slips compares figures that a slip of the pen would turn into each other,
// whatever they are called: each figure of three digits or more is filed under
// its digits with one masked, with two neighbours in either order, and, for
// slips of scale and unit, under its digits alone.
func (p *Page) slips() {
	t := p.scratch.table(8 * len(p.Figures))
	for i := range p.Figures {
		f := &p.Figures[i]
		role := roleClass(f.Role)
		if role == Other || f.Quotation || !f.repeatable() || f.Digits < 3 || f.Digits > 16 || f.Kind == quantity.Range {
			continue
		}
		d := digitsOf(&f.Quantity)
		base := hashOf(uint64(f.Kind)<<8|uint64(role), "")
		p.fileSlip(t, i, hashOf(base, d))
		base = hashOf(base, f.Unit)
		for at := range d {
			p.fileSlip(t, i, hashOf(hashOf(hashOf(base, d[:at]), "?"), d[at+1:]))
			if at+1 < len(d) && d[at] != d[at+1] {
				lo, hi := min(d[at], d[at+1]), max(d[at], d[at+1])
				p.fileSlip(t, i, hashOf(hashOf(base, d[:at])^uint64(lo)<<16^uint64(hi)<<8^0xA5, d[at+2:]))
			}
		}
	}
}

// fileSlip files a figure under a key and compares it with the last few that
// were filed there before.
func (p *Page) fileSlip(t *table, i int, key uint64) {
	f := &p.Figures[i]
	for j, n := t.put(key, int32(i)), 0; j >= 0 && n < window/4; j, n = t.next(j), n+1 {
		if a := &p.Figures[t.at(j)]; a.Value.Cmp(f.Value) != 0 || a.Unit != f.Unit {
			p.pair(a, f, BySlip)
		}
	}
}

// contexts compares figures that stand between the very same words: six
// characters before, figures among them, and six behind; in English, about
// eight words before and three behind. Numbers a slip apart there are one
// sentence copied, whatever the figure measures.
func (p *Page) contexts() {
	before, behind := 18, 18
	if p.Doc.Lang == "en" {
		before = 48
	}
	t := p.scratch.table(len(p.Figures))
	for i := range p.Figures {
		f := &p.Figures[i]
		from, to := f.Range.Start-before, f.Range.End+behind
		if from < 0 || to > len(p.Text) || f.Kind == quantity.Range {
			continue
		}
		left, right := p.Text[from:f.Range.Start], p.Text[f.Range.End:to]
		if !wordy(left) || !wordy(right) {
			continue
		}
		prev := t.put(hashOf(hashOf(1, left), right), int32(i))
		if prev < 0 {
			continue
		}
		j := t.at(prev)
		a := &p.Figures[j]
		if p.Text[a.Range.Start-before:a.Range.Start] != left {
			continue
		}
		slip := SlipBetween(&a.Quantity, &f.Quantity)
		if a.Sentence == f.Sentence || a.Kind != f.Kind || a.Aside || f.Aside || p.placesApart(a, f) || p.periodsCompare(a, f) == period.Conflict || p.convertedApart(a, f) || Agree(a, f) || slip == NoSlip || min(a.Digits+a.Decimals, f.Digits+f.Decimals) < 2 {
			continue
		}
		p.supersede(Repeat{Via: ByContext, Weight: Surely,
			Match: Match{A: j, B: int32(i), Verdict: Same, Metric: Identical, Slip: slip}})
	}
}

// wordy reports whether a text holds enough that isn't space.
func wordy(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			return false
		}
		if s[i] > ' ' {
			n++
		}
	}
	return n >= len(s)-2
}

// sharedWords counts the pairs of neighbouring Han characters that stand
// before both figures, within their sentences, and behind a classifier.
func (p *Page) sharedWords(a, b *Figure) int {
	n := sharedPairs(p.lead(a), p.lead(b))
	if a.Noun != "" && b.Noun != "" {
		n += sharedPairs(a.Noun, b.Noun)
	}
	return n
}

// lead returns the words before a figure, back to the figure before it or
// thirty characters.
func (p *Page) lead(f *Figure) string {
	s := &p.Sentences[f.Sentence]
	start := max(s.Range.Start, f.Range.Start-90)
	if f.Index > s.FirstFig {
		start = max(start, p.Figures[f.Index-1].Range.End)
	}
	for start < f.Range.Start && p.Text[start]&0xC0 == 0x80 {
		start++
	}
	return p.Text[start:f.Range.Start]
}

// sharedPairs counts the distinct pairs of neighbouring Han characters of a
// that b has too.
func sharedPairs(a, b string) int {
	n := 0
	var last [64]string
	seen := 0
	for i := 0; i+6 <= len(a); i++ {
		if a[i]&0xF0 != 0xE0 || a[i+3]&0xF0 != 0xE0 || weak(a[i:i+3]) || weak(a[i+3:i+6]) {
			continue
		}
		pair := a[i : i+6]
		if !strings.Contains(b, pair) || slices.Contains(last[:seen], pair) {
			continue
		}
		if seen < len(last) {
			last[seen] = pair
			seen++
		}
		n++
	}
	return n
}

// sharedLatin counts the Latin words of four letters or more that stand in
// both texts.
func sharedLatin(a, b string) int {
	n := 0
	for w := range strings.FieldsSeq(a) {
		w = strings.Trim(w, ",.;:()\"'")
		if len(w) >= 4 && isLatin(w[0]) && strings.Contains(b, w) {
			n++
		}
	}
	return n
}

// weak reports whether a character says nothing: marks and particles.
func weak(c string) bool {
	switch c {
	case "，", "。", "、", "；", "：", "（", "）", "“", "”", "的", "了", "达", "为", "约", "近", "超", "过", "同", "比", "增", "长", "年", "月":
		return true
	}
	return false
}
