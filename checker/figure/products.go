package figure

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

// Product says that a total is so many things at so much each: 100亩, 亩产1300斤,
// 共13万斤.
type Product struct {
	Total, Count, Each int // figures; Count is -1 where a date tells the days
	// Date is the date that tells how many days there are, of Days days.
	Date, Days int
	// In is the unit that the count is turned into; empty where it is in it.
	In string
	// Value is the interval of count times each, in the total's unit.
	Value quantity.Interval
	Holds bool
}

//go:embed data/per.txt
var perText string

// perWord is a word that says what a figure is reckoned by.
type perWord struct {
	word  string
	units []string
}

var perWords = sync.OnceValue(func() (list []perWord) {
	for line := range strings.Lines(perText) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		words, units, _ := strings.Cut(line, "\t")
		for w := range strings.SplitSeq(words, "|") {
			list = append(list, perWord{w, strings.Fields(units)})
		}
	}
	slices.SortStableFunc(list, func(a, b perWord) int { return len(b.word) - len(a.word) })
	return list
})

// findProducts reads, sentence by sentence, a figure per thing with the number
// of things and the total. A sentence that holds several totals or counts says
// too little: there only what holds is recorded.
func (p *Page) findProducts() {
	for n := range p.Sentences {
		s := &p.Sentences[n]
		if s.AfterFig-s.FirstFig > mostOfProduct {
			continue
		}
		if s.AfterFig-s.FirstFig >= 3 {
			items := p.itemsOf(n)
			p.eachHas(items)
			p.meanOf(items)
			p.atEach(items)
		}
		for k := s.FirstFig; k < s.AfterFig; k++ {
			unit, per := p.each(s, &p.Figures[k])
			found := len(p.Products)
			switch {
			case len(per) == 0:
				continue
			case s.AfterFig-s.FirstFig >= 3:
				p.product(s, k, unit, per)
			case s.AfterFig-s.FirstFig == 1 && n > 0 && p.Sentences[n-1].Block == s.Block:
				p.meanBehind(&p.Sentences[n-1], k, unit, per)
			}
			if slices.Contains(per, "d") {
				p.overDays(s, k, unit)
			}
			if len(p.Products) == found && p.Doc.Lang == "zh" {
				p.productAround(n, k, unit, per)
			}
		}
	}
}

// mostOfProduct is how many figures a sentence may have to be read for products.
const mostOfProduct = 12

// each returns the unit of a figure that is so much per thing, and the units in
// which the things may be counted; none for other figures.
func (p *Page) each(s *Sentence, f *Figure) (unit string, per []string) {
	switch f.Kind {
	case quantity.Money, quantity.Measure, quantity.Count:
	default:
		return "", nil
	}
	if above, below, ok := strings.Cut(f.Unit, "/"); ok {
		return above, []string{below}
	}
	if p.Doc.Lang == "en" {
		behind := p.Text[f.Range.End:min(len(p.Text), f.Range.End+14)]
		for _, w := range perWords() {
			if w.word[0] < 0x80 && strings.HasPrefix(strings.TrimLeft(behind, " "), w.word) {
				return f.Unit, w.units
			}
		}
		return "", nil
	}
	from := max(f.Clause.Start, s.Range.Start)
	if f.Index > s.FirstFig {
		from = max(from, p.Figures[f.Index-1].Range.End)
	}
	if from >= f.Range.Start {
		return "", nil
	}
	best := int32(-1)
	text, t := p.Text[:f.Range.Start], perTrie()
	i := max(from, f.Range.Start-perReach)
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	for ; i < len(text); i += runeLen(text[i]) {
		t.Each(text, i, func(word int32, _ int) {
			if best < 0 || word < best {
				best = word
			}
		})
	}
	if best < 0 {
		if per := eachUnit(text[max(from, f.Range.Start-perReach):]); per != nil {
			return f.Unit, per
		}
		return "", nil
	}
	return f.Unit, perWords()[best].units
}

// eachUnit returns the unit behind 每 in the words before a figure: 每票, 每张.
func eachUnit(words string) []string {
	i := strings.LastIndex(words, "每")
	if i < 0 {
		return nil
	}
	i += len("每")
	if strings.HasPrefix(words[i:], "一") {
		i += len("一")
	}
	s, e := lexicon.MatchClass(words, i, lexicon.ClassUnit)
	if e <= i {
		return nil
	}
	if s.Code != "" {
		return []string{s.Code}
	}
	return []string{words[i:e]}
}

// perReach is how far before its figure, in bytes, such a word may begin.
const perReach = 36

// perTrie finds perWords by their places in that list: the longer word comes
// first.
var perTrie = sync.OnceValue(func() *lexicon.Trie {
	words := make([]string, len(perWords()))
	for i, w := range perWords() {
		words[i] = w.word
	}
	return lexicon.NewTrie(words)
})

// counts reports whether a figure counts things in one of the given units.
func counts(f *Figure, per []string) bool {
	if f.ListLen > 1 || f.Sign < 0 || f.Role == Growth || f.Role == Change {
		return false
	}
	if slices.Contains(per, "person") {
		return (f.Kind == quantity.Count || f.Kind == quantity.Number) && f.Role != Other
	}
	return slices.Contains(per, f.Unit)
}

// product looks for the total and the count that go with so much each.
func (p *Page) product(s *Sentence, k int, unit string, per []string) {
	each := &p.Figures[k]
	var totals, numbers []int
	spans := slices.Contains(per, "d") || slices.Contains(per, "mo") || slices.Contains(per, "a") || slices.Contains(per, "wk")
	for j := s.FirstFig; j < s.AfterFig; j++ {
		f := &p.Figures[j]
		if j == k || p.cutBetween(min(f.Token, each.Token), max(f.Token, each.Token)) || f.Start || f.VerbTo {
			continue
		}
		if counts(f, per) {
			numbers = append(numbers, j)
			continue
		}
		if spans && (f.Role != Total || hasAnySuffix(f.Metric, "面积", "里程", "长", "长度")) {
			continue // what isn't said to be the sum of days may be a stock
		}
		if f.Kind != each.Kind || !isLevel(f) || f.ListLen > 1 || f.Mean || f.Among != each.Among {
			continue
		}
		if u, _ := p.each(s, f); u == "" && (f.Unit == unit || convertible(f.Unit, unit)) {
			totals = append(totals, j)
		}
	}
	if len(totals) == 0 || len(numbers) == 0 {
		return
	}
	var last Product
	for _, t := range totals {
		for _, n := range numbers {
			x := Product{Total: t, Count: n, Each: k}
			if !p.multiply(&x, unit) {
				return
			}
			if x.Holds {
				p.Products = append(p.Products, x)
				return
			}
			last = x
		}
	}
	if len(totals) == 1 && len(numbers) == 1 && p.oneSubject(&last) {
		p.Products = append(p.Products, last)
	}
}

// meanBehind reads a figure per head that has a sentence of its own, with the
// one amount and the one number of people of the sentence before.
func (p *Page) meanBehind(s *Sentence, k int, unit string, per []string) {
	x := Product{Total: -1, Count: -1, Each: k}
	for j := s.FirstFig; j < s.AfterFig; j++ {
		f := &p.Figures[j]
		if f.ListLen > 1 || f.Mean || !isLevel(f) {
			continue
		}
		switch {
		case f.Kind == p.Figures[k].Kind && f.Unit == unit:
			if x.Total >= 0 {
				return
			}
			x.Total = j
		case counts(f, per) || slices.Contains(per, "人") && f.Unit == "人次":
			if x.Count >= 0 {
				return
			}
			x.Count = j
		}
	}
	if x.Total < 0 || x.Count < 0 || !p.multiply(&x, unit) {
		return
	}
	t, n, e := &p.Figures[x.Total], &p.Figures[x.Count], &p.Figures[k]
	if !x.Holds && (regionsDiffer(t, e) || regionsDiffer(n, t) || t.Modality != e.Modality || e.Sign != 0 || sharedPairs(p.lead(e), p.lead(n)+p.lead(t)) == 0 && e.Metric != "") {
		return
	}
	p.Products = append(p.Products, x)
}

// overDays reads a figure per day beside its total with the days that the page
// gives the event: 为期40天, where the sentence says that it is of that time.
func (p *Page) overDays(s *Sentence, k int, unit string) {
	words := p.Words(s.Range)
	if !strings.Contains(words, "期间") && !strings.Contains(words, "假期") {
		return
	}
	days := -1
	for j := k - 1; j >= 0 && j > k-4*window; j-- {
		f := &p.Figures[j]
		if f.Kind != quantity.Duration || f.Unit != "d" {
			continue
		}
		before := p.Text[max(0, f.Span().Start-12):f.Span().Start]
		if !strings.HasSuffix(before, "为期") && !strings.HasSuffix(before, "历时") {
			continue
		}
		if days >= 0 {
			return
		}
		days = j
	}
	if days < 0 || k == s.FirstFig {
		return
	}
	t := &p.Figures[k-1]
	x := Product{Total: k - 1, Count: days, Each: k}
	if t.Unit != unit || t.Kind != p.Figures[k].Kind || !isLevel(t) || t.Mean || t.ListLen > 1 || strings.Count(p.Text[t.Range.End:p.Figures[k].Span().Start], "，") != 1 ||
		!p.multiply(&x, unit) || !x.Holds && !p.oneSubject(&x) {
		return
	}
	p.Products = append(p.Products, x)
}

// multiply works the product out in the total's unit; ok is false where a term
// isn't bounded.
func (p *Page) multiply(x *Product, unit string) bool {
	t, e := &p.Figures[x.Total], &p.Figures[x.Each]
	n := quantity.Exactly(quantity.Int(int64(x.Days)))
	if x.Count >= 0 {
		f := &p.Figures[x.Count]
		if n = soft(f); f.Kind == quantity.Duration && f.Hedge == quantity.None && f.Value.IsInt() {
			n = quantity.Exactly(f.Value) // 8天 is no rounded length
		}
	}
	if x.In != "" {
		var ok bool
		if n, ok = Convert(n, p.Figures[x.Count].Unit, x.In); !ok {
			return false
		}
	}
	v, ok := quantity.Corners(func(a ...quantity.Num) (quantity.Num, bool) { return a[0].Mul(a[1]), true }, n, soft(e))
	if !ok {
		return false
	}
	if t.Unit != unit {
		if v, ok = Convert(v, unit, t.Unit); !ok {
			return false
		}
	}
	x.Value, x.Holds = v, v.Meets(soft(t))
	return true
}

// soft returns what a figure's words allow, moved out by a half of the last
// place more, with zeros at its end taken for rounding in numbers of four
// places and above.
func soft(f *Figure) quantity.Interval {
	v := lenient(f)
	if f.Hedge == quantity.None && f.Whole() {
		if k := trailingZeros(f.Value.Abs()); k >= 3 {
			v = v.Widen(quantity.Dec(5, k-1))
		}
	}
	return v
}

// oneSubject reports whether nothing says that the total, the count and the
// figure per thing are of different things: what each is of is named alike or
// not at all, and they are of one period and place.
func (p *Page) oneSubject(x *Product) bool {
	t, n, e := &p.Figures[x.Total], &p.Figures[x.Count], &p.Figures[x.Each]
	if regionsDiffer(t, e) || regionsDiffer(n, t) || t.Modality != e.Modality || p.periodsConflict(t, e) || t.Sign != 0 || e.Sign != 0 {
		return false
	}
	if strings.Contains(e.Metric, "一次性") && sharedPairs(e.Metric, t.Metric) > 0 {
		return true
	}
	key := e.Metric
	for _, w := range perWords() {
		key = strings.ReplaceAll(key, w.word, "")
	}
	key = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(key, "平均"), "可"), p.Words(n.UnitRange))
	counted := len(key) >= 6 && (strings.HasSuffix(n.Metric, key) || strings.HasPrefix(n.Noun, key) || strings.HasSuffix(n.Noun, key)) // 项目56个, 平均每个项目
	return len(key) <= 3 || counted || Compare(t.Metric, key) >= Narrower || strings.HasSuffix(t.Metric, key)
}
