package figure

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// The most tokens of a sentence. What a writer calls a sentence stays far below
// them; a list or a table on one endless line doesn't, and what looks at the
// whole sentence of a figure would take the square of its length. Such a line
// is cut at the first mark behind manyTokens, or anywhere behind mostTokens.
const (
	manyTokens = 500
	mostTokens = 1000
)

// overlong reports whether a sentence of n tokens is to be cut behind token t.
func overlong(n int, t Token) bool {
	return n >= manyTokens && (t.Kind == Punct && (t.Ref == '、' || breaksClause(rune(t.Ref))) || n >= mostTokens)
}

// split cuts the tokens into sentences at full stops and block ends.
func (p *Page) split() {
	tok, fig, date := 0, 0, 0
	says := sayings()
	for b := range p.Doc.Blocks {
		end := p.Doc.Blocks[b].Range.End
		start := p.Doc.Blocks[b].Range.Start
		for tok < len(p.Tokens) && int(p.Tokens[tok].Start) < end {
			s := Sentence{Block: b, FirstTok: tok, FirstFig: fig, FirstDate: date}
			s.Range.Start = start
			for tok < len(p.Tokens) && int(p.Tokens[tok].Start) < end {
				t := p.Tokens[tok]
				tok++
				switch t.Kind {
				case Quantity:
					p.Figures[fig].Sentence, p.Figures[fig].Block = len(p.Sentences), b
					fig++
				case Word:
					s.says |= says[t.Ref]
				case DateTok:
					p.Dates[date].Sentence = len(p.Sentences)
					date++
				}
				if t.Kind == Punct && p.stops(t) || overlong(tok-s.FirstTok, t) {
					start = int(t.End)
					goto done
				}
			}
			start = end
		done:
			s.AfterTok, s.AfterFig, s.LastDate = tok, fig, date
			s.Range.End = start
			p.Sentences = append(p.Sentences, s)
		}
	}
	p.findClauses()
	p.nameSentences()
}

// clause is a run of tokens as one of them sees it: where it begins, and the
// mark behind that token that closes it, or the end of the sentence.
type clause struct{ first, end int32 }

// closes reports whether a token is a mark that closes a clause.
func (p *Page) closes(t Token) bool {
	return t.Kind == Punct && (breaksClause(rune(t.Ref)) || t.Ref == '.' && p.stops(t))
}

// findClauses notes for every token which clause it stands in. A mark belongs
// to the clause that it closes; the next mark behind it closes the next one.
func (p *Page) findClauses() {
	p.clauses = slices.Grow(p.clauses[:0], len(p.Tokens))[:len(p.Tokens)]
	for n := range p.Sentences {
		s := &p.Sentences[n]
		first := s.FirstTok
		for i := s.FirstTok; i < s.AfterTok; i++ {
			p.clauses[i].first = int32(first)
			if p.closes(p.Tokens[i]) {
				for k := max(first-1, s.FirstTok); k < i; k++ {
					p.clauses[k].end = int32(i)
				}
				first = i + 1
			}
		}
		for k := max(first-1, s.FirstTok); k < s.AfterTok; k++ {
			p.clauses[k].end = int32(s.AfterTok)
		}
	}
}

func (p *Page) nameSentences() {
	s := 0
	for i := range p.Names {
		for s+1 < len(p.Sentences) && p.Sentences[s].Range.End <= p.Names[i].Range.Start {
			s++
		}
		p.Names[i].Sentence = s
	}
}

// stops reports whether a mark ends a sentence.
func (p *Page) stops(t Token) bool {
	switch t.Ref {
	case '。', '！', '？', '!', '?':
		return true
	case '.':
		e := int(t.End)
		if p.Doc.Lang == "en" && p.abbreviated(int(t.Start), e) {
			return false
		}
		return e >= len(p.Text) || p.Text[e] == ' ' || p.Text[e] == '\n' || p.Text[e] == '"' || strings.HasPrefix(p.Text[e:], "”")
	}
	return false
}

// breaksClause reports whether a mark ends a clause.
func breaksClause(r rune) bool {
	switch r {
	case '，', ',', '；', ';', '：', ':', '。', '！', '？', '!', '?', '\n', '…', '（', '）', '(', ')', '—':
		return true
	}
	return false
}

// clauseStart returns the token index behind the mark that opens the clause of
// token tok, within its sentence.
func (p *Page) clauseStart(s *Sentence, tok int) int {
	if tok < s.FirstTok || tok >= s.AfterTok {
		return s.FirstTok
	}
	return int(p.clauses[tok].first)
}

// clauseEnd returns the token index of the mark that closes the clause, or the
// end of the sentence.
func (p *Page) clauseEnd(s *Sentence, tok int) int {
	if tok < s.FirstTok || tok >= s.AfterTok {
		return s.AfterTok
	}
	return int(p.clauses[tok].end)
}

// offsetBefore returns where text begins that token i is the first token of:
// behind the token before it, or at the start of the sentence.
func (p *Page) offsetBefore(s *Sentence, i int) int {
	if i <= s.FirstTok {
		return s.Range.Start
	}
	return int(p.Tokens[i-1].End)
}

// offsetOf returns the start of token i, or the end of the sentence.
func (p *Page) offsetOf(s *Sentence, i int) int {
	if i >= s.AfterTok {
		return s.Range.End
	}
	return int(p.Tokens[i].Start)
}

// clauseRange returns the text of the clause of a token.
func (p *Page) clauseRange(s *Sentence, tok int) source.Range {
	return source.Range{Start: p.offsetBefore(s, p.clauseStart(s, tok)), End: p.offsetOf(s, p.clauseEnd(s, tok))}
}
