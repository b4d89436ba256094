package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// ShareOf is a part, a whole and the share that the copy prints for it.
type ShareOf struct {
	Part, Whole, Share int
	// Named says that the words after 占 name the whole's metric.
	Named bool
}

// SharePair is two parts of one whole that isn't printed, each with its share.
type SharePair struct {
	PartA, ShareA int
	PartB, ShareB int
	// Named says that both shares name their whole, in the same words.
	Named bool
}

// Portion is a count of whole things and a share of them in per cent, without
// the part: 24名学员中，70.8%….
type Portion struct {
	Whole, Share int
}

// findShares ties a share to its part and its whole: the whole that its words
// name, where the page prints one in the same period and place; without such
// words the total that the part is split off, or the count that 中 or "of the"
// opens the sentence with.
func (p *Page) findShares() {
	last := -1 // the share before, with the part known
	done, at := 0, -1
	for i := range p.Figures {
		if at >= 0 && len(p.Shares) == done {
			p.portion(at)
		}
		done, at = len(p.Shares), i
		f := &p.Figures[i]
		if p.face(i) || p.namedRate(i) || p.shareThenPart(i) || !isShare(f) {
			continue
		}
		den, place := p.denominator(f)
		if w := p.amidBefore(f); w >= 0 && den == "" && place == "" && !f.Among {
			p.shareOfAmid(i, w)
			continue
		}
		if p.shareInside(i) || p.shareOfAll(i) {
			continue
		}
		if f.Role != Share || f.Of < 0 || f.ListLen > 1 {
			continue
		}
		if last >= 0 {
			p.pairShares(last, i)
		}
		last = i
		if den == "" && place == "" {
			p.shareOfTotal(i)
		}
	}
	if at >= 0 && len(p.Shares) == done {
		p.portion(at)
	}
	p.englishShares()
}

// faces are heads of shares of the things that were just counted.
var faces = [...]string{"增长面", "上涨面", "下降面", "覆盖面", "达标面", "占比", "比例", "比重", "盈利面", "亏损面"}

// face reads 40个县中有30个增长，增长面为75%: the share of the count right before
// in the count that opens the sentence.
func (p *Page) face(i int) bool {
	f := &p.Figures[i]
	if f.Kind != quantity.Percent || f.ListLen > 1 || i == 0 || !hasAnySuffix(f.Metric, faces[:]...) {
		return false
	}
	if i < 2 || p.Figures[i-2].Sentence != f.Sentence {
		return false
	}
	w := i - 2
	part, whole := &p.Figures[i-1], &p.Figures[w]
	if amid := p.Text[whole.Range.End:max(whole.Range.End, part.Span().Start)]; !strings.Contains(amid, "中") || len(amid) > 42 || strings.Contains(amid, "，") {
		return false
	}
	if part.Unit == whole.Unit && part.Kind == whole.Kind && strings.Count(p.Text[part.Range.End:f.Span().Start], "，") == 1 {
		p.Shares = append(p.Shares, ShareOf{Part: i - 1, Whole: w, Share: i, Named: true})
		return true
	}
	return false
}

// shareInside reads 占床位总数500张的20%，达100张 and 100张，占床位总数500张的20%: the
// whole inside the words of the share, the part behind it or right before 占.
func (p *Page) shareInside(i int) bool {
	if i == 0 {
		return false
	}
	f, w := &p.Figures[i], &p.Figures[i-1]
	if w.Sentence != f.Sentence || f.Kind != quantity.Percent && f.Kind != quantity.Fraction || w.ListLen > 1 {
		return false
	}
	if strings.TrimSpace(p.Text[w.Range.End:f.Span().Start]) != "的" || !strings.Contains(p.Text[w.Clause.Start:w.Range.Start], "占") {
		return false
	}
	sameThing := func(k int) bool {
		if k < 0 || k >= len(p.Figures) {
			return false
		}
		part := &p.Figures[k]
		return part.Sentence == f.Sentence && part.Unit == w.Unit && part.Kind == w.Kind && part.ListLen <= 1 && isLevel(part)
	}
	part := -1
	if sameThing(i + 1) {
		switch strings.Trim(p.Text[f.Range.End:p.Figures[i+1].Span().Start], " ，") {
		case "达", "达到", "为", "共", "即", "有", "计", "共计":
			part = i + 1
		}
	}
	if part < 0 && sameThing(i-2) && strings.HasPrefix(strings.TrimLeft(p.Text[p.Figures[i-2].Range.End:w.Span().Start], "，"), "占") {
		part = i - 2
	}
	if part < 0 {
		return false
	}
	p.Shares = append(p.Shares, ShareOf{Part: part, Whole: i - 1, Share: i, Named: true})
	return true
}

// shareOfAll reads "64,200 units, or 30 percent of the total", whose whole is the
// last larger level of the unit in the sentences right before.
func (p *Page) shareOfAll(i int) bool {
	f := &p.Figures[i]
	if p.Doc.Lang != "en" || i == 0 || f.Kind != quantity.Percent || !strings.HasPrefix(p.Text[f.Range.End:], " of the total") {
		return false
	}
	part := &p.Figures[i-1]
	if part.Sentence != f.Sentence || strings.TrimSpace(p.Text[part.Range.End:f.Span().Start]) != ", or" {
		return false
	}
	s := &p.Sentences[max(0, f.Sentence-1)]
	found := -1
	for j := i - 2; j >= s.FirstFig; j-- {
		w := &p.Figures[j]
		if w.Unit != part.Unit || w.Kind != part.Kind || w.ListLen > 1 || w.Value.Cmp(part.Value) <= 0 {
			continue
		}
		found = j // the first of the sentence is the level, others what it is compared with
	}
	if found < 0 {
		return false
	}
	p.Shares = append(p.Shares, ShareOf{Part: i - 1, Whole: found, Share: i})
	return true
}

// isShare reports whether a figure may state a share, by its kind and role.
func isShare(f *Figure) bool {
	switch f.Kind {
	case quantity.Percent, quantity.Fraction:
		return f.Role == Share || f.Role == Level && f.MetricOrigin < Printed
	}
	return false
}

// shareOfTotal takes the total of a sum for the whole of its part's share.
func (p *Page) shareOfTotal(i int) {
	f := &p.Figures[i]
	for n := len(p.Sums) - 1; n >= 0 && n >= len(p.Sums)-12; n-- {
		s := &p.Sums[n]
		if s.Total == f.Of || p.Figures[s.Total].Sentence < f.Sentence-1 {
			continue
		}
		for _, k := range s.Parts {
			if k == f.Of && f.Sentence == p.Figures[k].Sentence {
				p.Shares = append(p.Shares, ShareOf{Part: k, Whole: s.Total, Share: i})
				return
			}
		}
	}
}

// shareOfAmid ties a share to the count that opens its sentence: to the part
// counted between, where there is one, or as a portion of whole things.
func (p *Page) shareOfAmid(i, w int) {
	f, whole := &p.Figures[i], &p.Figures[w]
	part := -1
	for k := w + 1; k < i; k++ {
		g := &p.Figures[k]
		if g.Kind == quantity.Percent || g.Kind == quantity.Fraction {
			return // a share before this one: which count this is of isn't said
		}
		if g.Unit == whole.Unit && g.Kind == whole.Kind || g.Kind == quantity.Number && p.Doc.Lang == "en" {
			if part >= 0 {
				return
			}
			part = k
		}
	}
	switch {
	case part >= 0 && (f.Role == Share || p.Doc.Lang == "en"):
		p.Shares = append(p.Shares, ShareOf{Part: part, Whole: w, Share: i})
	case part < 0 && i == w+1:
		p.Portions = append(p.Portions, Portion{Whole: w, Share: i})
	}
}

// amidBefore returns the count of which a figure's sentence goes on to speak:
// the first level of the sentence, where 中, 里 or 当中 closes its clause or
// "of the" opens it; -1 for none.
func (p *Page) amidBefore(f *Figure) int {
	s := &p.Sentences[f.Sentence]
	for k := s.FirstFig; k < f.Index; k++ {
		w := &p.Figures[k]
		if w.Kind != quantity.Count && w.Kind != quantity.Number || w.ListLen > 1 || p.cutBetween(w.Token, f.Token) {
			continue
		}
		end := p.offsetOf(s, p.clauseEnd(s, w.Token))
		if end >= f.Span().Start {
			return -1
		}
		if p.Doc.Lang == "en" {
			before := strings.ToLower(strings.TrimSpace(p.Text[s.Range.Start:w.Span().Start]))
			if before == "of the" || before == "of" || before == "among the" {
				return k
			}
			return -1
		}
		if hasAnySuffix(strings.TrimSpace(p.Text[w.Range.End:end]), "中", "里", "当中", "之中") {
			return k
		}
	}
	return -1
}

// pairShares records two shares of one sentence whose parts count the same
// things and whose wholes nobody printed.
func (p *Page) pairShares(i, j int) {
	f, g := &p.Figures[i], &p.Figures[j]
	a, b := &p.Figures[f.Of], &p.Figures[g.Of]
	if f.Sentence != g.Sentence || f.Of == g.Of || a.Unit != b.Unit || a.Kind != b.Kind || a.Among != b.Among || a.ListLen > 1 || b.ListLen > 1 ||
		f.Kind != quantity.Percent || g.Kind != quantity.Percent || a.Metric == b.Metric && a.Noun == b.Noun {
		return
	}
	df, pf := p.denominator(f)
	dg, pg := p.denominator(g)
	if df != dg || pf != pg || f.Value.Add(g.Value).Cmp(quantity.Int(100)) > 0 {
		return // above a hundred they are of wholes of their own: 占预算数的
	}
	p.SharePairs = append(p.SharePairs, SharePair{PartA: f.Of, ShareA: i, PartB: g.Of, ShareB: j, Named: df != ""})
}

// denominator returns the key of the words between 占 and the share, and the
// place they name.
func (p *Page) denominator(f *Figure) (key, place string) {
	s := &p.Sentences[f.Sentence]
	for i := f.Token - 1; i >= s.FirstTok; i-- {
		t := p.Tokens[i]
		if t.Kind == Quantity || t.Kind == Punct && t.Ref != '、' && t.Ref != '“' && t.Ref != '”' {
			return "", ""
		}
		if t.Kind == Word && p.Words(t.Range()) == "占" {
			ph := p.phraseOf(int(t.End), f.Span().Start, i+1)
			key = ph.key
			for _, tail := range shareWords {
				key = strings.TrimSuffix(key, tail) // 占总股本的比例为3%
			}
			return strings.TrimSuffix(key, "的"), ph.place
		}
	}
	return "", ""
}

// shareWords end the words behind 占 without saying what the whole is.
var shareWords = [...]string{"百分比", "比例", "比重", "份额"}

func (p *Page) denominatorKey(f *Figure) string {
	key, _ := p.denominator(f)
	return key
}

// placeFits reports whether a place that words name may be that of a figure:
// none is named, both are one, or one is a province or city that the other only
// points to (全省).
func placeFits(named, region string) bool {
	if named == "" || named == region {
		return true
	}
	if region == "" {
		return Local(named)
	}
	return sameLevel(named, region) || sameLevel(region, named)
}

// sameLevel reports whether a word points to places of a name's level: 全省 to a
// province, 全市 to a city.
func sameLevel(pointing, name string) bool {
	switch pointing {
	case "全省":
		return hasAnySuffix(name, "省", "自治区")
	case "全市":
		return strings.HasSuffix(name, "市")
	case "全区", "全县", "全镇", "全村", "全校", "全系统":
		return true
	case "全国":
		return name == "中国"
	}
	return false
}
