package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Respectively is a row of values that 分别 or "respectively" deals out over a
// list of subjects.
type Respectively struct {
	Cue source.Range
	// Subjects are the items of the list, at least two; several rows may share
	// them. Few and Many bound how many subjects the list may mean: 和 may join
	// the last two items or stand inside one.
	Subjects  []source.Range
	Few, Many int
	// Open says that 等 ends the list: more subjects may be meant.
	Open bool
	// Values are the figures of the row.
	Values []int
}

// respective deals the rows of a sentence out over their subjects, and gives
// each growth of a second row the level at its place in the first.
func (p *Page) respective(s *Sentence) {
	if s.says&saysDealt == 0 {
		return
	}
	var last *Respectively
	for i := s.FirstTok; i < s.AfterTok; i++ {
		t := p.Tokens[i]
		if t.Kind != Word || !p.deals(t) {
			continue
		}
		var r Respectively
		var ok bool
		if p.Text[t.Start] < 0x80 {
			r, ok = p.dealtBefore(s, i)
		} else {
			r, ok = p.dealtBehind(s, i)
		}
		if !ok {
			continue
		}
		own := len(r.Subjects) > 1
		if !own && last != nil {
			r.Subjects, r.Few, r.Many, r.Open = last.Subjects, last.Few, last.Many, last.Open
		}
		p.deal(&r, own, last)
		if len(r.Subjects) > 1 {
			p.Respectively = append(p.Respectively, r)
			last = &r
		}
	}
}

// deals reports whether a word says that a row is dealt out: 分别, 同比分别.
func (p *Page) deals(t Token) bool {
	c, ok := lexicon.Has(t.Ref, lexicon.ClassCue)
	return ok && c.Code == "respectively" || strings.Contains(p.Text[t.Start:t.End], "分别")
}

// deal gives the figures of a row their subjects, and those of a later row the
// levels of the row before.
func (p *Page) deal(r *Respectively, own bool, last *Respectively) {
	n := len(r.Values)
	if n < 2 || len(r.Subjects) != n || r.Few > n || r.Many < n {
		return
	}
	for j, k := range r.Values {
		f := &p.Figures[k]
		f.Subject, f.SubjectRange = p.Words(r.Subjects[j]), r.Subjects[j]
		if own || last == nil || len(last.Values) != n {
			continue
		}
		switch f.Role {
		case Growth, Share, Change, RankRole:
			g := &p.Figures[last.Values[j]]
			f.Of, f.Metric, f.MetricOrigin = g.Index, g.Metric, Inherited
		}
	}
}

// dealtBehind reads the row behind 分别 and the subjects before it.
func (p *Page) dealtBehind(s *Sentence, cue int) (Respectively, bool) {
	r := Respectively{Cue: p.Tokens[cue].Range()}
	if r.Values = p.row(s, cue); len(r.Values) == 0 {
		return r, false
	}
	start, end := p.subjectText(s, cue)
	if start < end {
		l := p.readItems(start, end)
		r.Subjects, r.Few, r.Many, r.Open = l.items, l.few, l.many, l.open
	}
	return r, true
}

// row returns the figures of the row behind a cue, none where it can't be read
// to its end.
func (p *Page) row(s *Sentence, cue int) []int {
	end := p.clauseEnd(s, cue)
	i := cue + 1
	at := int(p.Tokens[cue].End)
	for ; i < end && p.Tokens[i].Kind != Quantity; i++ {
		if t := p.Tokens[i]; t.Kind == Punct || p.joins(at, int(t.End)) || p.startsChange(t) {
			return nil
		}
		at = int(p.Tokens[i].End)
	}
	if i >= end {
		return nil
	}
	out := []int{int(p.Tokens[i].Ref)}
	for {
		next, joined := p.nextInRow(s, i)
		if next < 0 {
			if joined {
				return nil // 分别增长5%和持平: a value that isn't a figure
			}
			break
		}
		out, i = append(out, int(p.Tokens[next].Ref)), next
	}
	for j := i + 1; j < min(s.AfterTok, p.clauseEnd(s, i)); j++ {
		if p.Tokens[j].Kind == Quantity {
			return nil
		}
	}
	return p.oneRow(out)
}

// startsChange reports whether a word opens a change from one level to another.
func (p *Page) startsChange(t Token) bool {
	w := p.Words(t.Range())
	return w == "由" || w == "从"
}

// oneRow keeps rows apart in which levels and rates alternate.
func (p *Page) oneRow(row []int) []int {
	a := &p.Figures[row[0]]
	for _, k := range row[1:] {
		b := &p.Figures[k]
		if (a.Kind == quantity.Percent) != (b.Kind == quantity.Percent) && a.Kind != quantity.Number && a.Kind != quantity.Range && b.Kind != quantity.Range {
			return nil
		}
	}
	return row
}

// nextInRow returns the token of the figure that follows in a row: behind 、, 和
// or a comma, with nothing but verbs and approximators between. joined says
// that a list mark follows, whatever stands behind it.
func (p *Page) nextInRow(s *Sentence, i int) (next int, joined bool) {
	f := &p.Figures[p.Tokens[i].Ref]
	at := int(p.Tokens[i].End)
	if f.Kind == quantity.Count && f.NounRange.End > at {
		at = f.NounRange.End
	}
	comma := false
	for j := i + 1; j < s.AfterTok; j++ {
		t := p.Tokens[j]
		if int(t.End) <= at {
			continue
		}
		if int(t.Start) > at {
			if !p.joins(at, int(t.Start)) {
				return -1, joined && !comma
			}
			joined = true
		}
		at = int(t.End)
		switch {
		case t.Kind == Quantity:
			if !joined || comma && p.Figures[t.Ref].Kind != f.Kind {
				return -1, joined && !comma
			}
			return j, true
		case t.Kind == Punct && t.Ref == '、':
			joined = true
		case t.Kind == Punct && (t.Ref == '，' || t.Ref == ',') && !joined:
			joined, comma = true, true
		case t.Kind == Word && p.joins(int(t.Start), int(t.End)):
			joined = true
		case t.Kind == Word && joined && inRun(t) && !p.startsChange(t):
			if _, cue := lexicon.Has(t.Ref, lexicon.ClassCue); comma && (cue || hasBase(t)) {
				return -1, false
			}
		default:
			return -1, joined && !comma
		}
	}
	return -1, joined && !comma
}

func hasBase(t Token) bool {
	if t.Kind != Word {
		return false
	}
	_, ok := lexicon.Has(t.Ref, lexicon.ClassBase)
	return ok
}

// inRun reports whether a word may stand in the run before a number.
func inRun(t Token) bool {
	for _, c := range runClasses {
		if _, ok := lexicon.Has(t.Ref, c); ok {
			return true
		}
	}
	return false
}

// joins reports whether a stretch of text ends with, or is, a joining word.
func (p *Page) joins(from, to int) bool {
	words := trimSpace(p.Text[from:to])
	n := wordBefore(words, joining)
	return n > 0 && n == len(words)
}

// longList is the greatest length in bytes of a list of subjects.
const longList = 900

// subjectText returns where the subjects before a cue stand: in its clause, or
// in the one before where the cue opens its own.
func (p *Page) subjectText(s *Sentence, cue int) (start, end int) {
	cs := p.clauseStart(s, cue)
	end, start = int(p.Tokens[cue].Start), p.offsetBefore(s, cs)
	if trimSpace(p.Text[start:end]) == "" || p.onlyRun(cs, cue) {
		if cs-1 <= s.FirstTok || p.Tokens[cs-1].Kind != Punct || p.Tokens[cs-1].Ref != '，' {
			return end, end
		}
		end = int(p.Tokens[cs-1].Start)
		cs = p.clauseStart(s, cs-1)
		start = p.offsetBefore(s, cs)
	}
	if end-start > longList {
		return end, end
	}
	listed := false
	for i := cs; i < cue && int(p.Tokens[i].Start) < end; i++ {
		switch t := p.Tokens[i]; {
		case t.Kind == Punct && t.Ref == '、':
			listed = true
		case t.Kind != Quantity && t.Kind != DateTok:
		case !listed:
			start = int(t.End) // 200家市场进货量、交易量: the list begins behind
		case i > cs && hasBase(p.Tokens[i-1]):
			end = int(p.Tokens[i-1].Start) // 较一周前
		case i > cs && p.compares(int(t.Start)):
			end = int(t.Start) - len("较")
		case t.Kind == Quantity && p.Figures[t.Ref].Kind == quantity.Count && p.Figures[t.Ref].Han:
			// 南京、苏州两市: a count of the subjects closes the list.
		default:
			return end, end
		}
	}
	return start, end
}

// compares reports whether the character before an offset opens a comparison.
func (p *Page) compares(at int) bool {
	return strings.HasSuffix(p.Text[:at], "较") || strings.HasSuffix(p.Text[:at], "比")
}

// onlyRun reports whether nothing but verbs, bases and the like stands between
// two tokens: 同比分别增长.
func (p *Page) onlyRun(from, to int) bool {
	if from >= to {
		return true
	}
	at := int(p.Tokens[from].Start)
	for i := from; i < to; i++ {
		t := p.Tokens[i]
		if t.Kind != Word || int(t.Start) != at || !inRun(t) {
			return false
		}
		at = int(t.End)
	}
	return at == int(p.Tokens[to].Start)
}

// dealtBefore reads the row before "respectively" and the subjects before it.
func (p *Page) dealtBefore(s *Sentence, cue int) (Respectively, bool) {
	r := Respectively{Cue: p.Tokens[cue].Range()}
	k := -1
	for i := cue - 1; i >= s.FirstTok && k < 0; i-- {
		switch t := p.Tokens[i]; {
		case t.Kind == Quantity:
			k = int(t.Ref)
		case t.Kind == Punct && t.Ref == ',':
		default:
			return r, false
		}
	}
	if k < 0 {
		return r, false
	}
	head := p.Figures[k].ListHead
	for j := head; j <= k; j++ {
		r.Values = append(r.Values, j)
	}
	verb := -1
	for i := p.Figures[head].Token - 1; i >= s.FirstTok; i-- {
		t := p.Tokens[i]
		if t.Kind == Quantity || t.Kind == Punct && t.Ref != ',' {
			return r, true
		}
		if t.Kind == Word && inRun(t) {
			if _, ok := lexicon.Has(t.Ref, lexicon.ClassVerb); ok {
				verb = i
				break
			}
		}
	}
	if verb < 0 {
		return r, true
	}
	start := s.Range.Start
	for i := verb - 1; i >= s.FirstTok; i-- {
		if t := p.Tokens[i]; t.Kind == Quantity || t.Kind == Punct && t.Ref != ',' && t.Ref != '\'' {
			start = int(t.End)
			break
		}
	}
	l := p.readEnglishItems(start, int(p.Tokens[verb].Start))
	r.Subjects, r.Few, r.Many = l.items, l.few, l.many
	return r, true
}
