package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

// GapOf is the distance of two rates in points: 高于全国3.7个百分点.
type GapOf struct {
	Points   int
	Rate     int // of the subject
	Other    int // of the reference
	Positive bool
}

// findGaps ties a gap or a change in points to the rate before it and to the
// rate that it is measured from: one printed beside it, or one that the page
// prints for the place or group that the gap names.
func (p *Page) findGaps() {
	for i := range p.Figures {
		f := &p.Figures[i]
		if f.Kind != quantity.Point || f.Role != Gap && f.Role != Change || f.ListLen > 1 {
			continue
		}
		if rate, other := p.rateBeside(i); rate >= 0 {
			p.Gaps = append(p.Gaps, GapOf{Points: i, Rate: rate, Other: other, Positive: f.Sign >= 0})
			continue
		}
		had := len(p.Gaps)
		if ref := p.reference(f); ref != "" {
			p.gapToPlace(i, ref)
		} else {
			p.gapToMetric(i)
		}
		if len(p.Gaps) == had && p.Doc.Lang == "zh" {
			p.gapNamed(i)
		}
	}
}

// rateBeside finds the two rates of a gap that are printed in its own sentence:
// the subject's before, and the reference's right before the points (比上月的
// 4.9%回落…, 高于全省（7.1%）…) or behind "than".
func (p *Page) rateBeside(i int) (rate, other int) {
	s := &p.Sentences[p.Figures[i].Sentence]
	if i-2 >= s.FirstFig && p.comparedRate(i-2, i-1) && p.directly(i-1, i) {
		return i - 2, i - 1
	}
	if i-1 >= s.FirstFig && i+1 < s.AfterFig && p.thanRate(i-1, i, i+1) {
		return i - 1, i + 1
	}
	return -1, -1
}

// isRate reports whether a figure is a rate in per cent that stands alone and
// without a hedge.
func isRate(f *Figure) bool {
	return f.Kind == quantity.Percent && f.ListLen == 1 && f.Hedge == quantity.None && (f.Role == Growth || f.Role == Level || f.Role == Share)
}

// comparedRate reports whether b is the rate that a is compared with: a word of
// comparison stands between, and nothing that ends a chain of clauses or names
// another metric.
func (p *Page) comparedRate(a, b int) bool {
	x, y := &p.Figures[a], &p.Figures[b]
	if !isRate(x) || !isRate(y) || p.cutBetween(x.Token, y.Token) || y.Span().Start-x.Range.End > 90 {
		return false
	}
	at := p.compareWord(x.Range.End, y.Span().Start)
	if at < 0 {
		return false
	}
	// Words between the comma and the comparison may name another metric.
	t := p.tokenFrom(x.Range.End)
	for t < y.Token && int(p.Tokens[t].Start) < at && p.Tokens[t].Kind == Punct {
		t++
	}
	from := x.Range.End
	if t > 0 && int(p.Tokens[t-1].End) > from {
		from = int(p.Tokens[t-1].End)
	}
	key := p.phraseOf(from, max(from, at), t).key
	return key == "" || key == x.Metric || sameRate(key)
}

// sameRate reports whether a phrase only points back to the rate before it.
func sameRate(key string) bool {
	switch key {
	case "增速", "增幅", "涨幅", "降幅", "占比", "比重", "比例", "增长率", "同比增速", "这一比例", "该比例", "该指标", "，":
		return true
	}
	return false
}

// compareWords open the reference of a comparison.
var compareWords = [...]string{"高于", "低于", "快于", "慢于", "高出", "超出", "领先", "落后", "比", "较"}

// compareWord returns where a word of comparison stands between two offsets, or
// -1. 比 and 较 inside a longer word (占比, 比例, 同比) don't count.
func (p *Page) compareWord(from, to int) int {
	words := p.Text[from:to]
	for _, w := range compareWords {
		if !strings.Contains(words, w) {
			continue // nearly always, and found out faster than where the last one is
		}
		i := strings.LastIndex(words, w)
		before, after := words[:i], words[i+len(w):]
		if w == "比" && (hasAnySuffix(before, "占", "同", "环", "对") || hasAnyPrefix(after, "例", "重", "率")) {
			continue
		}
		return from + i
	}
	return -1
}

func hasAnySuffix(s string, list ...string) bool {
	for _, w := range list {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func hasAnyPrefix(s string, list ...string) bool {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// directly reports whether points follow their reference with no more between
// than a verb, a closing bracket and 了.
func (p *Page) directly(a, b int) bool {
	x, y := &p.Figures[a], &p.Figures[b]
	for i := x.Token + 1; i < y.Token; i++ {
		if t := p.Tokens[i]; t.Kind == Punct && t.Ref != '）' && t.Ref != ')' {
			return false
		}
	}
	gap := strings.TrimLeft(p.Text[x.Range.End:y.Span().Start], "）)")
	if len(gap) > 24 || p.compareWord(x.Range.End, y.Span().Start) >= 0 && !hasAnyPrefix(gap, "高出", "超出", "领先", "落后") {
		return false
	}
	return true
}

// thanRate reports whether c is the rate that the points b are measured from,
// in the manner of English: "6.2 percent, 1.2 points faster than the 5.0
// percent of the country".
func (p *Page) thanRate(a, b, c int) bool {
	x, y, z := &p.Figures[a], &p.Figures[b], &p.Figures[c]
	if p.Doc.Lang != "en" || !isRate(x) || !isRate(z) || p.cutBetween(x.Token, z.Token) {
		return false
	}
	if at := x.Span().Start; strings.HasSuffix(p.Text[max(0, at-5):at], "from ") {
		return false // the reference of another comparison
	}
	between := p.Text[y.Range.End:z.Span().Start]
	if len(between) > 60 || strings.ContainsAny(between, ",;") {
		return false
	}
	for _, w := range [...]string{" than ", " above ", " below ", " from "} {
		if strings.Contains(between, w) {
			return y.Span().Start-x.Range.End <= 40
		}
	}
	return false
}

// gapToPlace looks for the rate of the place that a gap is measured from, among
// the figures before.
func (p *Page) gapToPlace(i int, ref string) {
	rate := p.rateBefore(i)
	if rate < 0 {
		return
	}
	r := &p.Figures[rate]
	for j := i - 1; j >= 0 && i-j < window; j-- {
		o := &p.Figures[j]
		if j == rate || o.Role != r.Role || o.Kind != r.Kind || o.Region != ref || o.ListLen > 1 || p.periodsConflict(o, r) {
			continue
		}
		if Compare(o.Metric, r.Metric) >= Narrower || o.Metric == r.Metric {
			p.Gaps = append(p.Gaps, GapOf{Points: i, Rate: rate, Other: j, Positive: p.Figures[i].Sign >= 0})
			return
		}
	}
}

// gapToMetric looks for the rate of the metric that a gap names: 装备制造业增长
// 11.2%，高于规上工业4.9个百分点, where the page prints the growth of 规上工业 once.
func (p *Page) gapToMetric(i int) {
	f := &p.Figures[i]
	rate := p.rateBefore(i)
	if rate < 0 || rate != i-1 {
		return
	}
	between := p.Text[p.Figures[rate].Range.End:f.Span().Start]
	_, name, ok := cutAny(between, "高于", "低于", "快于", "慢于")
	if name = strings.TrimSuffix(strings.TrimSpace(name), "增速"); !ok || len(name) < 12 || len(name) > 42 || strings.ContainsAny(name, "，。；、（） ") {
		return
	}
	name = wideName(name)
	r := &p.Figures[rate]
	found := -1
	for j := i - 2; j >= 0 && i-j < window; j-- {
		o := &p.Figures[j]
		if o.Role != r.Role || o.Kind != r.Kind || o.ListLen > 1 || o.Basis != r.Basis && o.Basis != "" && r.Basis != "" || p.periodsConflict(o, r) || o.Modality != r.Modality {
			continue
		}
		if key := wideName(o.Metric); strings.HasPrefix(key, name) || strings.HasSuffix(key, name) {
			if found >= 0 && o.Value.Cmp(p.Figures[found].Value) != 0 {
				return // two rates go by that name
			}
			found = j
		}
	}
	if found >= 0 {
		p.Gaps = append(p.Gaps, GapOf{Points: i, Rate: rate, Other: found, Positive: f.Sign >= 0})
	}
}

// wideName writes short forms out.
func wideName(s string) string { return strings.ReplaceAll(s, "规上", "规模以上") }

// cutAny cuts a text at the first of the words that it holds.
func cutAny(s string, words ...string) (before, after string, ok bool) {
	for _, w := range words {
		if before, after, ok = strings.Cut(s, w); ok {
			return before, after, true
		}
	}
	return s, "", false
}

// reference returns the place that a gap is measured against: 高于全国, 比全省.
func (p *Page) reference(f *Figure) string {
	s := &p.Sentences[f.Sentence]
	gap := false
	place := ""
	for i := f.Token - 1; i >= s.FirstTok; i-- {
		t := p.Tokens[i]
		if t.Kind == Punct || t.Kind == Quantity {
			break
		}
		if t.Kind != Word {
			continue
		}
		if sc, ok := lexicon.Has(t.Ref, lexicon.ClassScope); ok {
			place = sc.Code
		} else if sc, ok := lexicon.Has(t.Ref, lexicon.ClassRegion); ok {
			place = sc.Code
		}
		if v, ok := verbOf(t); ok && (v.Alt == "gap" || p.Text[t.Start:t.End] == "高" || p.Text[t.Start:t.End] == "低") {
			gap = true
		}
	}
	if !gap {
		return ""
	}
	return place
}

// rateBefore returns the rate that stands last before a figure in its sentence,
// with no level between; -1 for none.
func (p *Page) rateBefore(i int) int {
	f := &p.Figures[i]
	for k := i - 1; k >= 0 && p.Figures[k].Sentence == f.Sentence; k-- {
		g := &p.Figures[k]
		if g.Kind == quantity.Percent && (g.Role == Growth || g.Role == Level || g.Role == Share) {
			return k
		}
		if isLevel(g) {
			break
		}
	}
	return -1
}
