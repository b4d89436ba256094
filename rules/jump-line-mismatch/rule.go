// Package jumpline finds jump lines that lead to their own page.
package jumpline

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 下转第5版 on page 5.
var Rule = rule.New(page, finding.Layout, run, "LAY-07")

var (
	own = finding.Text{
		ZH: "“%s”转的（接的）就是本版，版次有误。",
		EN: "“%s” leads to this very page.",
	}
	back = finding.Text{
		ZH: "“%s”比“%s”还靠前，转接的版次对不上。",
		EN: "“%s” doesn't come behind “%s”: the pages don't meet.",
	}
	folio = finding.Text{ZH: "本版版次", EN: "the page's number"}
	from  = finding.Text{ZH: "接版", EN: "where it comes from"}
)

func run(p *rule.Pass) {
	to, from := p.Page.WholeCues(figure.JumpTo), p.Page.WholeCues(figure.JumpFrom)
	if len(to)+len(from) == 0 {
		return
	}
	at, number := folioOf(p)
	for _, r := range append(to, from...) {
		whole, n := pageBehind(p.Page.Text, r)
		if n > 0 && n == number {
			report(p, whole, tell.Textf(own, p.Text(whole)), tell.Related(at, folio))
		}
	}
	meet(p, to, from)
}

// meet compares 下转 with a 上接 of the same file: the story goes on behind where
// it comes from.
func meet(p *rule.Pass, to, from_ []source.Range) {
	if len(to) != 1 || len(from_) != 1 || from_[0].Start < to[0].Start {
		return
	}
	a, next := pageBehind(p.Page.Text, to[0])
	b, first := pageBehind(p.Page.Text, from_[0])
	if next > 0 && first > 0 && next <= first {
		report(p, a, tell.Textf(back, p.Text(a), p.Text(b)), tell.Related(b, from))
	}
}

func report(p *rule.Pass, r source.Range, message finding.Text, related rule.Related) {
	p.Report(rule.Problem{
		Range: r, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning), Message: message, Related: []rule.Related{related},
	})
}

// folioOf returns the number of the page, which its masthead prints.
func folioOf(p *rule.Pass) (source.Range, int) {
	for i := range p.Doc.Blocks {
		b := &p.Doc.Blocks[i]
		words := p.Text(b.Range)
		if b.Kind != document.Masthead && (i > 3 || b.Range.Len() > 120) || len(p.Page.CuesIn(figure.JumpTo, b.Range))+len(p.Page.CuesIn(figure.JumpFrom, b.Range)) > 0 {
			continue
		}
		for k := 0; k < len(words); k++ {
			n, w := number(words[k:])
			if w == 0 {
				continue
			}
			if strings.HasPrefix(words[k+w:], "版") && n > 0 {
				start := b.Range.Start + k
				return source.Range{Start: start, End: start + w + len("版")}, n
			}
			k += w - 1
		}
		if rest, ok := strings.CutPrefix(words, "Page "); ok {
			if n, w := number(rest); n > 0 {
				return source.Range{Start: b.Range.Start, End: b.Range.Start + len("Page ") + w}, n
			}
		}
	}
	return source.Range{}, 0
}

// pageBehind returns the page number behind a jump word, with where it stands.
func pageBehind(text string, r source.Range) (source.Range, int) {
	rest := text[r.End:]
	skip := len(rest) - len(strings.TrimLeft(strings.TrimPrefix(rest, "第"), " "))
	n, w := number(rest[skip:])
	end := r.End + skip + w
	if strings.HasPrefix(text[end:], "版") {
		end += len("版")
	}
	return source.Range{Start: r.Start, End: end}, n
}

var han = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// number reads a small number, in digits or Chinese.
func number(s string) (n, width int) {
	for width < len(s) && s[width] >= '0' && s[width] <= '9' && width < 3 {
		n, width = n*10+int(s[width]-'0'), width+1
	}
	if width > 0 {
		return n, width
	}
	if strings.HasPrefix(s, "十") {
		n, width = 10, len("十")
	}
	for i, w := range han {
		if i > 0 && strings.HasPrefix(s[width:], w) {
			return n + i, width + len(w)
		}
	}
	return n, width
}
