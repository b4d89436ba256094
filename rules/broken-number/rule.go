// Package brokennumber finds figures that are grouped wrongly or cut in two.
package brokennumber

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 12,34,567 and 7502. 3亿元.
var Rule = rule.New(page, finding.Style, run, "STY-08")

var (
	groups = finding.Text{
		ZH: "“%s”的分节不是三位一节，可能多写、漏写了数字。",
		EN: "“%s” isn't grouped by threes: a digit may be missing or too many.",
	}
	cut = finding.Text{
		ZH: "“%s”像是一个数被断开。",
		EN: "“%s” looks like one figure cut in two.",
	}
)

func run(p *rule.Pass) {
	text := p.Page.Text
	for at := 0; ; {
		i := strings.IndexByte(text[at:], ',')
		if i < 0 {
			break
		}
		at = grouped(p, at+i)
	}
	if p.Doc.Lang == "en" {
		return
	}
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '.')
		if i < 0 {
			return
		}
		at += i + 1
		broken(p, at)
	}
}

func digit(text string, i int) bool {
	return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9'
}

// grouped looks at the figure around a comma, and returns where to go on.
func grouped(p *rule.Pass, comma int) int {
	text := p.Page.Text
	if !digit(text, comma-1) || !digit(text, comma+1) {
		return comma + 1
	}
	start, end := comma, comma+1
	for digit(text, start-1) {
		start--
	}
	for digit(text, end) || end < len(text) && text[end] == ',' && digit(text, end+1) {
		end++
	}
	parts := strings.Split(text[start:end], ",")
	if wrong(parts) && (start == 0 || !strings.ContainsAny(text[start-1:start], ".-/:@#_")) && !followed(text[end:]) {
		r := source.Range{Start: start, End: end}
		p.Report(rule.Problem{
			Range: r, Severity: finding.Info, Confidence: tell.Confidence(finding.Info), Message: tell.Textf(groups, p.Text(r)),
		})
	}
	return end
}

// wrong reports whether groups are those of one figure, the last of three
// digits, and one is too long or too short. Lists of years or small numbers
// aren't figures.
func wrong(parts []string) bool {
	n := len(parts)
	if n < 2 || len(parts[n-1]) != 3 || len(parts[0]) == 0 {
		return false
	}
	total, odd := 0, len(parts[0]) > 3
	for i, s := range parts {
		total += len(s)
		if i > 0 && len(s) != 3 {
			odd = true
		}
		if len(s) > 4 || len(s) < 2 && i > 0 {
			return false
		}
	}
	return odd && total >= 7 && (n > 2 || len(parts[0]) == 4 && parts[0] > "2100")
}

// followed reports whether more letters or digits hang on, as in a code.
func followed(rest string) bool {
	return rest != "" && (rest[0] >= 'a' && rest[0] <= 'z' || rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] == '-' || rest[0] == '/')
}

// broken looks behind a point for a space or line break, digits, and a unit.
func broken(p *rule.Pass, at int) {
	text := p.Page.Text
	end := at
	for end < len(text) && (text[end] == ' ' || text[end] == '\n') && end-at < 2 {
		end++
	}
	if end == at || !digit(text, at-2) || !digit(text, end) {
		return
	}
	for digit(text, end) {
		end++
	}
	unit := text[end:min(len(text), end+3)]
	if unit != "亿" && unit != "万" && !strings.HasPrefix(unit, "%") && unit != "个" && unit != "元" {
		return
	}
	start := at - 1
	for digit(text, start-1) {
		start--
	}
	if start == 0 || text[start-1] == '\n' || at-1-start < 2 {
		return // the number of an item
	}
	r := source.Range{Start: start, End: end}
	p.Report(rule.Problem{
		Range: r, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(cut, strings.ReplaceAll(p.Text(r), "\n", " ")),
	})
}
