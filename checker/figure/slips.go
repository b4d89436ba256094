package figure

import (
	"github.com/hegao/hegao/checker/quantity"
)

// slipKey is what two figures have in common that one slip turns into each
// other: the digits but for one, or all digits under another scale.
type slipKey struct {
	kind   quantity.Kind
	role   Role
	unit   string // empty where the unit itself may be the slip
	digits string
}

// slips compares figures that a slip of the pen would turn into each other,
// whatever they are called: each figure of three digits or more is filed under
// its digits with one left out, and under its digits alone.
func (p *Page) slips() {
	index := make(map[slipKey][]int32, 4*len(p.Figures))
	var buf [24]byte
	for i := range p.Figures {
		f := &p.Figures[i]
		role := roleClass(f.Role)
		if role == Other || f.Quotation || !f.repeatable() || f.Digits < 3 || f.Digits > 16 || f.Kind == quantity.Range {
			continue
		}
		d := digitsOf(&f.Quantity)
		if len(d) > len(buf)-2 {
			continue
		}
		try := func(k slipKey) {
			list := index[k]
			for n := len(list) - 1; n >= 0 && n >= len(list)-window/4; n-- {
				a := &p.Figures[list[n]]
				if a.Value.Cmp(f.Value) != 0 || a.Unit != f.Unit {
					p.pair(a, f, BySlip)
				}
			}
			index[k] = append(list, int32(i))
		}
		try(slipKey{f.Kind, role, "", d})
		for at := range d {
			// One digit masked, and one left out: a wrong digit, a lost one.
			b := append(buf[:0], d[:at]...)
			b = append(b, '?')
			b = append(b, d[at+1:]...)
			try(slipKey{f.Kind, role, f.Unit, string(b)})
			if at+1 < len(d) && d[at] != d[at+1] {
				b = append(buf[:0], d[:at]...)
				b = append(b, '!', min(d[at], d[at+1]), max(d[at], d[at+1]))
				b = append(b, d[at+2:]...)
				try(slipKey{f.Kind, role, f.Unit, string(b)})
			}
		}
	}
}

// contexts compares figures that stand between the very same words: six
// characters before, figures among them, and six behind. Numbers a slip apart
// there are one sentence copied, whatever the figure measures.
func (p *Page) contexts() {
	const before, behind = 18, 18
	index := make(map[string]int32, len(p.Figures))
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
		key := left + right
		j, ok := index[key]
		index[key] = int32(i)
		if !ok {
			continue
		}
		a := &p.Figures[j]
		slip := SlipBetween(&a.Quantity, &f.Quantity)
		id := [2]int32{j, int32(i)}
		if a.Sentence == f.Sentence || a.Kind != f.Kind || Agree(a, f) || slip == NoSlip || min(a.Digits+a.Decimals, f.Digits+f.Decimals) < 2 {
			continue
		}
		p.dropPair(id)
		p.Repeats = append(p.Repeats, Repeat{Via: ByContext, Weight: Surely,
			Match: Match{A: int(j), B: i, Verdict: Same, Metric: Identical, Slip: slip}})
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
		if !contains(b, pair) || containsString(last[:seen], pair) {
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

// weak reports whether a character says nothing: marks and particles.
func weak(c string) bool {
	switch c {
	case "，", "。", "、", "；", "：", "（", "）", "“", "”", "的", "了", "达", "为", "约", "近", "超", "过", "同", "比", "增", "长", "年", "月":
		return true
	}
	return false
}

func containsString(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func contains(s, sub string) bool {
	for i := 0; i+len(sub) <= len(s); i++ {
		if s[i:i+len(sub)] == sub {
			return true
		}
	}
	return false
}
