// Package unpairedmark finds brackets and quotation marks that stand alone.
package unpairedmark

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports a mark that opens and doesn't close, or closes and didn't open.
var Rule = rule.New(page, finding.Layout, run, "LAY-09")

var (
	unclosed = finding.Text{ZH: "“%s”没有与之配对的后一半。", EN: "“%s” opens and is never closed."}
	unopened = finding.Text{ZH: "“%s”没有与之配对的前一半。", EN: "“%s” closes what was never opened."}
)

// pairOf tells of a mark, of either width, whether it closes a pair, and of what
// kind; ok is false for marks that stand alone.
func pairOf(r rune) (kind rune, closes, ok bool) {
	switch r {
	case '（', '(':
		return '(', false, true
	case '）', ')':
		return '(', true, true
	case '《', '【', '〔', '“', '「', '『':
		return r, false, true
	case '》', '】', '〕', '”', '」', '』':
		return r - 1, true, true // right behind its other half in Unicode
	}
	return 0, false, false
}

// mark is one that is still open.
type mark struct {
	at    source.Range
	kind  rune
	block int
}

// reach is how many blocks further a bracket may close: a line that breaks
// inside brackets makes a block of its own. Quotations go on for as long as
// they like.
const reach = 2

// deep is how many open marks back a closing one is matched: marks don't nest
// deeper.
const deep = 32

// state is what is open: in this block, and from blocks before.
type state struct {
	p             *rule.Pass
	open, pending []mark
	last          source.Range // of the last one that was reported
}

func run(p *rule.Pass) {
	tok := 0
	s := state{p: p}
	for i := range p.Doc.Blocks {
		b := &p.Doc.Blocks[i]
		for tok < len(p.Page.Tokens) && int(p.Page.Tokens[tok].Start) < b.Range.End {
			t := p.Page.Tokens[tok]
			tok++
			if t.Kind != figure.Punct || b.Kind == document.Code || b.Kind == document.TableCell {
				continue
			}
			if kind, closes, ok := pairOf(rune(t.Ref)); ok {
				s.step(b.Range.Start, mark{t.Range(), kind, i}, closes)
			}
		}
		s.carry(i)
	}
	for _, m := range s.pending {
		s.report(m.at, unclosed)
	}
}

// step takes the next mark of a block that begins at an offset.
func (s *state) step(block int, m mark, closes bool) {
	if !closes {
		s.open = append(s.open, m)
		return
	}
	for i := len(s.open) - 1; i >= max(0, len(s.open)-deep); i-- {
		if s.open[i].kind != m.kind {
			continue
		}
		for _, left := range s.open[i+1:] {
			s.report(left.at, unclosed)
		}
		if m.kind == '“' && strings.TrimSpace(s.p.Page.Text[block:s.open[i].at.Start]) == "" {
			s.take(m.kind) // the last paragraph of a speech
		}
		s.open = s.open[:i]
		return
	}
	if before := s.p.Page.Text[block:m.at.Start]; !s.take(m.kind) && !(m.kind == '(' && (numbered(before) || markup(before))) {
		s.report(m.at, unopened)
	}
}

// take closes the last pending mark of a kind.
func (s *state) take(kind rune) bool {
	for i := len(s.pending) - 1; i >= max(0, len(s.pending)-deep); i-- {
		if s.pending[i].kind == kind {
			s.pending = append(s.pending[:i], s.pending[i+1:]...)
			return true
		}
	}
	return false
}

// carry keeps what block i leaves open, and reports what is too old. A quotation
// opens anew in each paragraph of a speech.
func (s *state) carry(i int) {
	kept := s.pending[:0]
	for _, m := range s.pending {
		if m.kind != '“' && m.block+reach <= i {
			s.report(m.at, unclosed)
			continue
		}
		kept = append(kept, m)
	}
	s.pending = kept
	for _, m := range s.open {
		if m.kind == '“' {
			s.take(m.kind)
		}
		s.pending = append(s.pending, m)
	}
	s.open = s.open[:0]
}

// numbered reports whether a closing bracket ends the number of an item, as in
// 1）, a) or 一），or a sign such as :).
func numbered(before string) bool {
	r, w := utf8.DecodeLastRuneInString(before)
	if r == ':' || r == ';' || r == '-' {
		return true
	}
	if !unicode.IsDigit(r) && !strings.ContainsRune("一二三四五六七八九十", r) && !(r < utf8.RuneSelf && unicode.IsLetter(r)) {
		return false
	}
	before = before[:len(before)-w]
	for len(before) > 0 {
		r, w = utf8.DecodeLastRuneInString(before)
		if !unicode.IsDigit(r) && r != '十' {
			break
		}
		before = before[:len(before)-w]
	}
	return before == "" || strings.ContainsRune(" \n。；：，、;:,.", r)
}

// markup reports whether a closing bracket is what is left of a link that lost
// its beginning, as in index"): more quotation marks close before it than open.
func markup(before string) bool {
	if !strings.HasSuffix(before, `"`) {
		return false
	}
	open := 0
	for i := strings.IndexByte(before, '"'); i < len(before); i++ {
		switch {
		case before[i] != '"':
		case i == 0 || strings.IndexByte(" (\n", before[i-1]) >= 0:
			open++
		default:
			open--
		}
	}
	return open < 0
}

// report reports a mark; of a row of marks the first is enough.
func (s *state) report(r source.Range, message finding.Text) {
	row := s.last.End == r.Start && s.p.Text(s.last) == s.p.Text(r)
	s.last = r
	if row {
		return
	}
	s.p.Report(rule.Problem{
		Range: r, Severity: finding.Info, Confidence: tell.Confidence(finding.Info),
		Message: tell.Textf(message, s.p.Text(r)),
	})
}
