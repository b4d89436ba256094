// Package placeholder finds what was left to be filled in.
package placeholder

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 增长×%, XX家, 【待核】 and TK.
var Rule = rule.New(page, finding.Layout, run, "LAY-08")

var message = finding.Text{
	ZH: "“%s”像是留待填写的占位符，还没有换成实际内容。",
	EN: "“%s” looks like something that was still to be filled in.",
}

func run(p *rule.Pass) {
	for _, r := range p.Page.Cues(figure.Placeholder) {
		if unmistakable(p.Text(r)) || bracketed(p.Page.Text, r) {
			report(p, r)
		}
	}
	end := 0
	for _, r := range p.Page.Cues(figure.PlaceholderRun) {
		if r.Start < end {
			continue
		}
		for end = r.End; end < len(p.Page.Text); {
			c, w := utf8.DecodeRuneInString(p.Page.Text[end:])
			if !blank(c) {
				break
			}
			end += w
		}
		if whole, ok := figureOf(p.Page, source.Range{Start: r.Start, End: end}); ok {
			report(p, whole)
		}
	}
}

func report(p *rule.Pass, r source.Range) {
	p.Report(rule.Problem{
		Range: r, Severity: finding.Warning, Confidence: 0.9,
		Message: tell.Textf(message, p.Text(r)),
	})
}

// unmistakable reports whether a word is a placeholder wherever it stands.
func unmistakable(w string) bool {
	return w == "TKTK" || strings.EqualFold(w, "lorem ipsum") || strings.HasPrefix(strings.ToLower(w), "insert ")
}

// bracketed reports whether brackets set a note off: （待核）, 【数据待补】, (TK).
func bracketed(text string, r source.Range) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:r.Start])
	behind, _ := utf8.DecodeRuneInString(text[r.End:])
	if strings.EqualFold(text[r.Start:r.End], "tk") && text[r.Start:r.End] != "TK" {
		return false
	}
	return strings.ContainsRune("（(【[〔", before) && strings.ContainsRune("）)】]〕", behind)
}

func blank(c rune) bool {
	return c == '×' || c == 'X' || c == 'x' || c == '＿' || c == '_' || c == '○'
}

// figureOf reports whether a run of blanks stands where a figure should: a unit
// follows, and words, not letters or signs of a formula, come before.
func figureOf(p *figure.Page, r source.Range) (source.Range, bool) {
	at := r.End
	for at < len(p.Text) && p.Text[at] == ' ' {
		at++
	}
	u, ok := p.CueAt(figure.PlaceholderUnit, at)
	if !ok {
		return r, false
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p.Text[:r.Start], " "))
	letters := before < utf8.RuneSelf && (unicode.IsLetter(before) || unicode.IsDigit(before)) && p.Doc.Lang != "en"
	if letters || strings.ContainsRune("=+-*/÷×“‘\"", before) {
		return r, false
	}
	lone := utf8.RuneCountInString(p.Text[r.Start:r.End]) == 1
	if lone && p.Text[u.Start:u.End] != "%" && p.Text[u.Start:u.End] != "％" {
		return r, false
	}
	return source.Range{Start: r.Start, End: u.End}, true
}
