package report

import (
	_ "embed"
	"html"
	"io"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
)

// The page's own style and script: a report is one file, and nothing of it
// comes from elsewhere.
var (
	//go:embed html/style.css
	htmlStyle string
	//go:embed html/script.js
	htmlScript string
)

// htmlRenderer writes a page that can be mailed: every document as it is
// printed, its figures coloured by status, with findings, fact sheet and a
// summary. The summary is known last and shown first, which the style sees to.
type htmlRenderer struct {
	w          io.Writer
	o          Options
	rules      map[string]*rule.Rule
	sum        Summary
	categories map[finding.Category]*[3]int // findings by severity
	lang       string
	begun      bool
}

func newHTML(w io.Writer, o Options) Renderer {
	h := &htmlRenderer{w: w, o: o, rules: map[string]*rule.Rule{}, categories: map[finding.Category]*[3]int{}, lang: o.Lang}
	h.o.Color = false
	for _, r := range o.Rules {
		h.rules[r.ID] = r
	}
	return h
}

func (h *htmlRenderer) Begin() error { return nil }

// begin writes what stands before the first document, in whose language the
// page is unless another was asked for.
func (h *htmlRenderer) begin(p *page, lang string) {
	if h.begun {
		return
	}
	h.begun = true
	if h.lang == "" {
		h.lang = lang
	}
	p.line("<!DOCTYPE html>\n<html lang=\"", htmlLang(h.lang), "\">\n<head>\n<meta charset=\"utf-8\">")
	p.line(`<meta name="viewport" content="width=device-width, initial-scale=1">`)
	p.line(`<meta name="color-scheme" content="light dark">`)
	p.line(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">`)
	p.line(`<meta name="generator" content="hegao `, esc(h.o.Version), `">`)
	p.line("<title>", esc(say(h.lang, msgReportTitle)), "</title>\n<style>\n", htmlStyle, "</style>\n</head>\n<body>\n<main>")
}

// htmlLang returns the tag of a language as browsers choose fonts by it.
func htmlLang(lang string) string {
	if lang == "en" {
		return "en"
	}
	return "zh-CN"
}

func (h *htmlRenderer) File(r *checker.Result) error {
	h.sum.Add(r)
	for i := range r.Findings {
		f := &r.Findings[i]
		n := h.categories[f.Category]
		if n == nil {
			n = new([3]int)
			h.categories[f.Category] = n
		}
		n[f.Severity]++
	}
	var p page
	lang := h.o.lang(r)
	h.begin(&p, lang)
	d := newHTMLPage(h, &p, r, lang, h.sum.Files)
	d.write()
	if d.failed != nil {
		return d.failed
	}
	return p.flush(h.w)
}

func (h *htmlRenderer) End() error {
	var p page
	h.begin(&p, h.lang)
	h.summary(&p)
	p.line("</main>\n<script>\n", htmlScript, "</script>\n</body>\n</html>")
	return p.flush(h.w)
}

// esc makes text inert in HTML, also within quotation marks.
func esc(s string) string { return html.EscapeString(clean(s)) }

// ruleName returns what people call a rule.
func (h *htmlRenderer) ruleName(id, lang string) string {
	if r := h.rules[id]; r != nil && r.NameZH != "" && lang != "en" {
		return r.NameZH
	}
	return strings.ReplaceAll(id, "-", " ")
}

// htmlPage writes one document.
type htmlPage struct {
	*htmlRenderer
	*page
	r     *checker.Result
	block block // for what it knows of places
	lang  string
	id    string // of the document within the page
	marks markSet

	failed error // of the first write that failed; what comes after is in vain
}

// ease writes what has been gathered, once it is much.
func (d *htmlPage) ease() {
	if d.failed == nil {
		d.failed = d.spill(d.w)
	}
}

func newHTMLPage(h *htmlRenderer, p *page, r *checker.Result, lang string, n int) *htmlPage {
	d := &htmlPage{htmlRenderer: h, page: p, r: r, lang: lang, id: "p" + strconv.Itoa(n)}
	d.block = block{page: p, o: h.o, lang: lang, file: fileOf(r), name: nameOf(r)}
	d.marks = newMarks(r)
	return d
}

// say returns a message in the document's language, ready for HTML.
func (d *htmlPage) say(m message, n ...int) string { return esc(say(d.lang, m, n...)) }

func (d *htmlPage) write() {
	d.line(`<article class="page" id="`, d.id, `" lang="`, htmlLang(d.lang), `">`)
	d.head()
	d.line(`<div class="spread">`)
	d.line(`<section class="copy" lang="`, htmlLang(d.r.Lang), `" aria-label="`, d.say(msgCopy), `">`)
	d.copy()
	d.line("</section>")
	d.findings()
	d.line("</div>")
	d.sheet()
	d.line("</article>")
}

// head writes the document's name, its day and what was found in it.
func (d *htmlPage) head() {
	var s Summary
	s.Add(d.r)
	d.WriteString(`<header class="running"><h2>` + esc(nameOf(d.r)) + `</h2>`)
	if d.r.Date != "" {
		d.WriteString(`<time>` + esc(d.r.Date) + `</time>`)
	}
	found := tally(d.lang, []count{{msgErrors, s.Error}, {msgWarnings, s.Warning}, {msgInfos, s.Info}, {msgFaults, s.Faults}})
	if found == "" {
		found = say(d.lang, msgNothing)
	}
	d.line(`<p>`, esc(found), `</p></header>`)
}
