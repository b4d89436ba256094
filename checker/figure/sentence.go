package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// split cuts the tokens into sentences at full stops and block ends.
func (p *Page) split() {
	tok, fig, date := 0, 0, 0
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
				case DateTok:
					p.Dates[date].Sentence = len(p.Sentences)
					date++
				case Punct:
					if p.stops(t) {
						start = int(t.End)
						goto done
					}
				}
			}
			start = end
		done:
			s.AfterTok, s.AfterFig, s.LastDate = tok, fig, date
			s.Range.End = start
			p.Sentences = append(p.Sentences, s)
		}
	}
	p.nameSentences()
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
	for i := tok - 1; i >= s.FirstTok; i-- {
		if t := p.Tokens[i]; t.Kind == Punct && (breaksClause(rune(t.Ref)) || t.Ref == '.' && p.stops(t)) {
			return i + 1
		}
	}
	return s.FirstTok
}

// clauseEnd returns the token index of the mark that closes the clause, or the
// end of the sentence.
func (p *Page) clauseEnd(s *Sentence, tok int) int {
	for i := tok + 1; i < s.AfterTok; i++ {
		if t := p.Tokens[i]; t.Kind == Punct && (breaksClause(rune(t.Ref)) || t.Ref == '.' && p.stops(t)) {
			return i
		}
	}
	return s.AfterTok
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
