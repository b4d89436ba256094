// Package rangeform finds ranges whose first end lacks the scale or sign that
// its second has.
package rangeform

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 15~30%, 9~16亿元 and "$26 and $31 million".
var Rule = rule.New(page, finding.Style, run, "STY-04", "UNI-03")

var (
	message = finding.Text{
		ZH: "“%s”的前一个数也要带“%s”。",
		EN: "The first figure of “%s” lacks “%s”.",
	}
	change = finding.Text{ZH: "前一个数补上“%s”", EN: "add “%s” to the first"}
)

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		if f := &p.Page.Figures[i]; f.Kind == quantity.Range && f.High != nil {
			check(p, f)
		}
	}
}

func check(p *rule.Pass, f *figure.Figure) {
	end, lacks := lacking(p, f)
	if lacks == "" {
		return
	}
	severity, grade := finding.Info, finding.Safe
	if p.Doc.Lang == "en" {
		severity, grade = finding.Warning, finding.Manual
	}
	p.Report(rule.Problem{
		Range: f.Range, Severity: severity, Confidence: tell.Confidence(severity),
		Message: tell.Textf(message, p.Text(f.Range), strings.TrimSpace(lacks)),
		Fixes: []rule.Fix{{Title: tell.Textf(change, strings.TrimSpace(lacks)), Grade: grade,
			Edits: []rule.Edit{{Range: source.Range{Start: end, End: end}, Text: lacks}}}},
	})
}

// lacking returns where the digits of the first end of a range end, and the
// scale or sign that stands behind the second alone; empty where none does.
func lacking(p *rule.Pass, f *figure.Figure) (end int, lacks string) {
	words := p.Text(f.Range)
	low := digits(words)
	if low == 0 {
		low = len(words) - len(strings.TrimLeft(words, "$€£"))
		low += digits(words[low:])
	}
	rest := words[low:]
	if low == 0 || f.Han {
		return 0, ""
	}
	if p.Doc.Lang == "en" {
		return f.Range.Start + low, englishScale(rest)
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune("~～—–-至到", r) {
		return 0, ""
	}
	high := strings.TrimLeft(rest, "~～—–-至到")
	high = high[digits(high):]
	for _, scale := range [...]string{"%", "％", "‰", "万亿", "亿", "万"} {
		if strings.HasPrefix(high, scale) {
			return f.Range.Start + low, scale
		}
	}
	return 0, ""
}

// englishScale returns the scale of the second figure where a currency sign
// makes both whole: $26 and $31 million.
func englishScale(rest string) string {
	rest, ok := strings.CutPrefix(rest, " ")
	for _, w := range [...]string{"and ", "to "} {
		rest, _ = strings.CutPrefix(rest, w)
	}
	if !ok || rest == "" || rest[0] != '$' && !strings.HasPrefix(rest, "€") && !strings.HasPrefix(rest, "£") {
		return ""
	}
	for _, scale := range [...]string{" million", " billion", " trillion"} {
		if i := strings.Index(rest, scale); i > 0 {
			return scale
		}
	}
	return ""
}

// digits returns how many bytes of digits, points and commas begin a text.
func digits(s string) int {
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.' || s[n] == ',') {
		n++
	}
	return n
}
