package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Ratio says that a level is so many times another: 由40亿元增至100亿元，是上年
// 的3倍, 从50家到200家，翻了两番.
type Ratio struct {
	From, To int // levels
	Times    int // the multiple, or -1 where a word says it: 翻番
	At       source.Range
	// Said is what the words allow for To ÷ From.
	Said quantity.Interval
	// Doublings is how often the words say that it doubled; 0 for 倍.
	Doublings int
}

// findRatios ties multiples that are no growth to the two levels that they
// compare.
func (p *Page) findRatios() {
	for n := range p.Sentences {
		s := &p.Sentences[n]
		for k := s.FirstFig; k < s.AfterFig; k++ {
			if f := &p.Figures[k]; f.Kind == quantity.Multiple && (f.Hedge == quantity.None || f.Set.Bounded()) {
				p.ratio(s, k)
			}
		}
	}
	for i := range p.Movements {
		p.doubled(&p.Movements[i])
	}
	for n := range p.Sentences {
		p.doubledTo(&p.Sentences[n])
	}
}

// doubledTo reads 产量翻一番，达到2.4亿只，去年同期为1.2亿只.
func (p *Page) doubledTo(s *Sentence) {
	if s.AfterFig-s.FirstFig < 2 || s.says&saysDoubled == 0 {
		return
	}
	for i := s.FirstTok; i+1 < s.AfterTok; i++ {
		t := p.Tokens[i]
		if t.Kind != Word || !doubling(t.Ref) {
			continue
		}
		k := s.FirstFig
		for k < s.AfterFig && p.Figures[k].Range.Start < int(t.End) {
			k++
		}
		if k+1 >= s.AfterFig {
			continue
		}
		b, a := &p.Figures[k], &p.Figures[k+1]
		to := strings.Trim(p.Text[t.End:b.Span().Start], "，, ")
		was := strings.Trim(p.Text[b.Range.End:a.Span().Start], "，, 为仅")
		if (to == "达到" || to == "达" || to == "至" || to == "为") && a.Unit == b.Unit && a.Kind == b.Kind &&
			(was == "去年同期" || was == "上年同期" || was == "去年" || was == "上年") {
			p.Ratios = append(p.Ratios, Ratio{From: k + 1, To: k, Times: -1, At: t.Range(), Said: doublings(1), Doublings: 1})
		}
	}
}

// ratio reads the multiple k of a sentence.
func (p *Page) ratio(s *Sentence, k int) {
	f := &p.Figures[k]
	r := Ratio{Times: k, At: f.Range}
	switch {
	case f.Unit == "番":
		n, ok := f.Value.Int64()
		if !ok || n < 1 || n > 10 || f.Hedge != quantity.None {
			return
		}
		r.Doublings = int(n)
		r.Said = doublings(r.Doublings)
	case f.Role == Growth:
		return
	case k-2 >= s.FirstFig && strings.TrimSpace(p.Text[p.Figures[k-1].Range.End:f.Span().Start]) == "的":
		// 是2020年40亿元的3倍: the reference is printed right before, lengths of time
		// (前一年) aside.
		to := k - 2
		for to > s.FirstFig && p.Figures[to].Kind == quantity.Duration {
			to--
		}
		a, b := &p.Figures[k-1], &p.Figures[to]
		if isLevel(a) && isLevel(b) && a.Unit == b.Unit && a.Kind == b.Kind && !p.cutBetween(b.Token, f.Token) {
			r.From, r.To, r.Said = k-1, to, timesSet(f)
			p.Ratios = append(p.Ratios, r)
		}
		return
	case !p.comparesTimes(f) || p.ofAnother(s, f):
		return
	default:
		r.Said = timesSet(f)
	}
	for i := len(p.Movements) - 1; i >= 0 && i >= len(p.Movements)-4*window; i-- {
		m := &p.Movements[i]
		if m.To < 0 || m.From < 0 || m.To > k || m.From < s.FirstFig || m.To < k-3 || m.Rate == k {
			continue
		}
		if a := &p.Figures[m.From]; a.Kind == quantity.Percent || a.Kind == quantity.Rank || p.cutBetween(p.Figures[m.To].Token, f.Token) {
			continue
		}
		r.From, r.To = m.From, m.To
		p.Ratios = append(p.Ratios, r)
		return
	}
}

// ofAnother reports whether the clause of a multiple names something of its own:
// 研发投入是上年的3倍.
func (p *Page) ofAnother(s *Sentence, f *Figure) bool {
	words := p.Text[f.Clause.Start:f.Span().Start]
	for _, w := range [...]string{"是", "为", "相当于", "达到", "达"} {
		if i := strings.Index(words, w); i > 0 {
			from := f.Clause.Start
			return p.phraseOf(from, from+i, p.tokenFrom(from)).key != "" && !p.figureBetween(p.clauseStart(s, f.Token), f.Token)
		}
	}
	return false
}

// comparesTimes reports whether a multiple says how a thing compares with what
// was before: 是上年的3倍, 相当于过去的两倍, three times the level.
func (p *Page) comparesTimes(f *Figure) bool {
	words := p.Text[f.Clause.Start:f.Span().Start]
	if p.Doc.Lang == "en" {
		behind := p.Text[f.Range.End:min(len(p.Text), f.Range.End+24)]
		return strings.HasPrefix(behind, " the ") || strings.HasPrefix(behind, " as ") || strings.HasPrefix(behind, " what ")
	}
	if !strings.HasSuffix(trimHedge(words), "的") {
		return false
	}
	for _, w := range earlier {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// earlier are words for what a level is compared with: its own past.
var earlier = [...]string{"上年", "去年", "前年", "当年", "当初", "原来", "原先", "过去", "以前", "此前", "之前", "上月", "上季", "同期", "年初", "初期", "年的"}

// timesSet returns what a printed multiple allows: without decimals it stands
// for what is near it, not for all that would be rounded to it.
func timesSet(f *Figure) quantity.Interval {
	if f.Hedge == quantity.None && f.Decimals == 0 {
		h := quantity.Dec(45, -2)
		return quantity.Closed(f.Value.Sub(h), f.Value.Add(h))
	}
	return f.Set.Widen(f.Half())
}

// doublings returns 2^n with a tenth on either side: 翻番 is said of what comes
// near it.
func doublings(n int) quantity.Interval {
	v := quantity.Int(1 << n)
	tenth := v.Shift(-1)
	return quantity.Closed(v.Sub(tenth), v.Add(tenth))
}

// doubled reads 翻番, 翻一番, 翻倍, doubled behind a movement.
func (p *Page) doubled(m *Movement) {
	if m.From < 0 || m.To < 0 || m.Rate >= 0 || !m.Sure || p.Figures[m.From].Kind == quantity.Percent || p.Figures[m.From].Kind == quantity.Rank {
		return
	}
	b := &p.Figures[m.To]
	s := &p.Sentences[b.Sentence]
	for i := b.Token + 1; i < s.AfterTok; i++ {
		t := p.Tokens[i]
		if t.Kind == Quantity || t.Kind == Punct && t.Ref != '，' && t.Ref != ',' {
			return
		}
		if t.Kind != Word {
			continue
		}
		switch lexicon.Word(t.Ref) {
		case "翻番", "翻一番", "翻倍":
			at := t.Range()
			if around := p.Text[max(s.Range.Start, at.Start-12):min(s.Range.End, at.End+6)]; containsAny(around, []string{"近", "超", "多", "余", "不止", "几乎", "差不多", "以上", "再"}) {
				return
			}
			p.Ratios = append(p.Ratios, Ratio{From: m.From, To: m.To, Times: -1, At: at, Said: doublings(1), Doublings: 1})
			return
		}
	}
}
