package doubledhedge

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/cue"
	"github.com/hegao/hegao/rules/internal/vocab"
)

// reach is how many bytes an approximator may stand before its number, and how
// many brackets may take up between a number and one behind it.
const (
	reach   = 42
	bracket = 60
)

// farther returns the approximator that governs a number from farther away in
// its clause, with no other number between.
func farther(p *rule.Pass, f *figure.Figure) (source.Range, bool) {
	words, start := cue.Clause(p.Page, f.Sentence, f.Range)
	before := source.Range{Start: max(start, f.Range.Start-reach), End: f.Range.Start}
	if len(words) == 0 || len(p.Page.FiguresIn(before)) > 0 || len(p.Page.DatesIn(before)) > 0 && !strings.HasSuffix(p.Text(before), "的") {
		return source.Range{}, false
	}
	groups := [...]figure.Cue{figure.HedgeFar, figure.HedgeFarOf}
	for i, g := range groups {
		if i > 0 && !strings.HasSuffix(p.Text(before), "的") {
			break
		}
		for _, r := range p.Page.CuesIn(g, before) {
			if !strings.ContainsAny(p.Page.Text[r.End:f.Range.Start], "、：") {
				return r, true
			}
		}
	}
	return source.Range{}, false
}

// apart returns the approximator behind a number that doesn't stand at it:
// behind a unit in letters, behind brackets, before the unit, or 之多.
func apart(p *rule.Pass, f *figure.Figure) (source.Range, bool) {
	text, at := p.Page.Text, f.Range.End
	if r, ok := p.Page.CueAt(figure.HedgeTail, at); ok {
		return r, true
	}
	if f.Unit == "" && vocab.Begins(text[at:], "more-of") > 0 {
		return source.Range{Start: at, End: at + len("余")}, true
	}
	if rest, ok := strings.CutPrefix(text[at:min(len(text), at+bracket)], "（"); ok {
		i := strings.Index(rest, "）")
		if i < 0 {
			return source.Range{}, false
		}
		at += len("（") + i + len("）")
	}
	s, end := lexicon.MatchClass(text, at, lexicon.ClassPostHedge)
	if end == at || p.Doc.Lang == "en" || s.Code != "about" && s.Code != "atleast" && s.Code != "atmost" || text[at:end] == "起" || text[at:end] == "前后" {
		return source.Range{}, false
	}
	return source.Range{Start: at, End: end}, true
}

// headOfWord reports whether 上下 behind a number begins a longer word.
func headOfWord(text string, r source.Range) bool {
	if text[r.Start:r.End] != "上下" {
		return false
	}
	c, _ := utf8.DecodeRuneInString(text[r.End:])
	return strings.ContainsRune("游级班楼文行", c)
}
