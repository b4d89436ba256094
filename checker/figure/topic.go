package figure

import (
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// Topic returns the words that govern a figure as its subject: the body that it
// is of where one is named in its sentence, else what opens the chain of clauses
// that it stands in. A chain begins with the sentence or behind a semicolon; of
// 新桥全长1200米，塔高150米 both figures are governed by 新桥全长. Clauses that say
// when or who reports open nothing. The range is empty where nothing governs.
func (p *Page) Topic(f *Figure) source.Range {
	if f.Body > 0 && f.BodyOrigin >= Inherited {
		return f.BodyRange
	}
	s := &p.Sentences[f.Sentence]
	first := p.chainStart(s, f.Token)
	for cs := first; cs <= f.Token; {
		fig, end := p.openingOf(s, cs, f.Token)
		from := p.offsetBefore(s, cs)
		to := p.offsetOf(s, end)
		if fig {
			to = p.runBefore(s, end).start
		}
		from, to = p.shedOpening(s, cs, from, to)
		if from < to && (fig || p.settingOf(from, to) == topical) {
			return source.Range{Start: from, End: to}
		}
		if end >= f.Token {
			break
		}
		cs = max(p.clauseEnd(s, end), end) + 1
	}
	return source.Range{}
}

// chainStart returns the first token behind the last semicolon before a token of
// a sentence.
func (p *Page) chainStart(s *Sentence, tok int) int {
	for i := tok - 1; i >= s.FirstTok; i-- {
		if t := p.Tokens[i]; t.Kind == Punct && (t.Ref == '；' || t.Ref == ';' || t.Ref == '\n') {
			return i + 1
		}
	}
	return s.FirstTok
}

// openingOf returns the first figure of the clause that begins at a token, or
// the mark that closes it; not beyond last.
func (p *Page) openingOf(s *Sentence, cs, last int) (fig bool, at int) {
	for i := cs; i <= last && i < s.AfterTok; i++ {
		switch t := p.Tokens[i]; {
		case t.Kind == Quantity:
			return true, i
		case p.closes(t):
			return false, i
		}
	}
	return false, last
}

// shedOpening drops dates, marks and words of time and position from the start
// of a range that begins at a token.
func (p *Page) shedOpening(s *Sentence, tok, from, to int) (int, int) {
	for i := tok; i < s.AfterTok && int(p.Tokens[i].End) <= to; i++ {
		t := p.Tokens[i]
		if !blank(p.Text[from:t.Start]) || t.Kind != DateTok && t.Kind != Punct && (t.Kind != Word || !p.onlyPositions(t) && !lexicon.Is(t.Ref, lexicon.ClassStop)) {
			break
		}
		from = int(t.End)
	}
	for from < to && p.Text[from] == ' ' {
		from++
	}
	return from, max(from, to)
}
