// Package acronymmismatch compares acronyms with the names that they stand for.
package acronymmismatch

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

//go:embed names.tsv
var table string

// Rule reports 世界卫生组织（WTO）, and one acronym for two names.
var Rule = rule.New(page, finding.Terms, run, "ENT-05")

var (
	message = finding.Text{
		ZH: "“%s”的缩写是%s，不是“%s”。",
		EN: "The acronym of “%s” is %s, not “%s”.",
	}
	twice = finding.Text{
		ZH: "“%s”在另一处是“%s”的缩写，这里却是“%s”的。",
		EN: "“%s” stands for “%s” elsewhere, and for “%s” here.",
	}
	full   = finding.Text{ZH: "全称", EN: "the name"}
	change = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
)

// name is one name and its acronym.
type name struct{ words, acronym string }

// names are the names of the table, by their last byte, longest first within a
// row; English ones in lower case.
var names = sync.OnceValue(func() map[byte][]name {
	by := map[byte][]name{}
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if line[0] == '#' || len(cells) != 3 {
			continue
		}
		for _, cell := range cells[1:] {
			for w := range strings.SplitSeq(cell, "|") {
				w = strings.ToLower(w)
				by[w[len(w)-1]] = append(by[w[len(w)-1]], name{w, cells[0]})
			}
		}
	}
	return by
})

func run(p *rule.Pass) {
	seen := map[string]source.Range{} // acronym → the English name it stood behind
	for i := 0; i+2 < len(p.Page.Tokens); i++ {
		open, a, shut := p.Page.Tokens[i], p.Page.Tokens[i+1], p.Page.Tokens[i+2]
		if open.Kind != figure.Punct || open.Ref != '（' && open.Ref != '(' || shut.Kind != figure.Punct || !acronym(p.Text(a.Range())) {
			continue
		}
		if open.End != a.Start || a.End != shut.Start {
			continue
		}
		end := int(open.Start)
		if end > 0 && p.Page.Text[end-1] == ' ' {
			end--
		}
		if n, ok := known(p.Page.Text, end); ok {
			if n.acronym != p.Text(a.Range()) {
				report(p, a.Range(), source.Range{Start: end - len(n.words), End: end}, n.acronym)
			}
			continue
		}
		second(p, seen, a.Range(), end)
	}
}

// acronym reports whether a word is two to six capitals.
func acronym(w string) bool {
	if len(w) < 2 || len(w) > 6 {
		return false
	}
	for i := range len(w) {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return true
}

// known returns the name of the table that ends at an offset.
func known(text string, end int) (name, bool) {
	if end == 0 {
		return name{}, false
	}
	var best name
	for _, n := range names()[text[end-1]|caseBit(text[end-1])] {
		if len(n.words) <= end && len(n.words) > len(best.words) && strings.EqualFold(text[end-len(n.words):end], n.words) {
			best = n
		}
	}
	return best, best.words != "" && whole(text, end-len(best.words))
}

// whole reports whether a name that begins at an offset isn't the end of a
// longer one: no word with a capital, and no letter, stands before it.
func whole(text string, at int) bool {
	before := strings.TrimRight(text[:at], " ")
	if before == "" || before[len(before)-1] >= 0x80 {
		return true
	}
	before = before[max(0, len(before)-longest):]
	word := before[strings.LastIndexByte(before, ' ')+1:]
	return text[at-1] == ' ' && word != "" && (word[0] < 'A' || word[0] > 'Z' || word == "The")
}

// caseBit makes an ASCII capital small and leaves other bytes alone.
func caseBit(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return 0x20
	}
	return 0
}

func report(p *rule.Pass, a, n source.Range, right string) {
	p.Report(rule.Problem{
		Range: a, Severity: finding.Warning, Confidence: 0.9,
		Message: tell.Textf(message, p.Text(n), right, p.Text(a)), Related: []rule.Related{tell.Related(n, full)},
		Fixes: []rule.Fix{{Title: tell.Textf(change, right), Grade: finding.Manual, Edits: []rule.Edit{{Range: a, Text: right}}}},
	})
}

// second reports an English acronym behind two names whose initials differ.
func second(p *rule.Pass, seen map[string]source.Range, a source.Range, end int) {
	words := p.Text(a)
	n := capitals(p.Page.Text, end, words)
	if n.Len() == 0 {
		return
	}
	g, ok := seen[words]
	if !ok {
		seen[words] = n
		return
	}
	if strings.TrimSuffix(p.Text(g), "s") != strings.TrimSuffix(p.Text(n), "s") {
		p.Report(rule.Problem{
			Range: a, Severity: finding.Info, Confidence: tell.Confidence(finding.Info),
			Message: tell.Textf(twice, words, p.Text(g), p.Text(n)), Related: []rule.Related{tell.Related(g, full)},
		})
	}
}

// longest is how many bytes a word of a name may have.
const longest = 40

// capitals returns the words right before an offset whose initials make up the
// acronym.
func capitals(text string, end int, acronym string) source.Range {
	at, n := end, len(acronym)
	for range n {
		start := at
		for start > 0 && at-start < longest && text[start-1] != ' ' && text[start-1] != '\n' {
			start--
		}
		if start == at || text[start] < 'A' || text[start] > 'Z' {
			return source.Range{}
		}
		at = start - 1
		if at < 0 {
			at = 0
		}
	}
	r := source.Range{Start: at + 1, End: end}
	if at == 0 {
		r.Start = 0
	}
	for i, w := range strings.Fields(text[r.Start:r.End]) {
		if i >= n || w[0] != acronym[i] {
			return source.Range{}
		}
	}
	return r
}
