package report

import (
	"io"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/diff"
	"github.com/hegao/hegao/checker/finding"
)

// markdownLimit bounds a report, in bytes, so that it fits a comment on a pull
// request: the strictest service takes 65,536 characters.
const markdownLimit = 60_000

// markdownMarker is a comment that a bot knows its own report by.
const markdownMarker = "<!-- hegao -->"

// markdownRenderer writes a comment for a pull request: the summary, then the
// findings by page. What doesn't fit is counted. The summary stands first and
// is known last, so that the report, which is bounded, is written at the end.
type markdownRenderer struct {
	w    io.Writer
	o    Options
	body strings.Builder
	full bool // something didn't fit; nothing more is added
	left int  // findings that didn't fit
	sum  Summary
	lang string
}

func newMarkdown(w io.Writer, o Options) Renderer {
	o.Color = false
	return &markdownRenderer{w: w, o: o, lang: o.Lang}
}

func (m *markdownRenderer) Begin() error { return nil }

func (m *markdownRenderer) File(r *checker.Result) error {
	m.sum.Add(r)
	lang := m.o.lang(r)
	if m.lang == "" {
		m.lang = lang
	}
	if len(r.Findings) == 0 && len(r.Faults) == 0 {
		return nil
	}
	if m.full {
		m.left += len(r.Findings)
		return nil
	}
	var p page
	b := block{page: &p, o: m.o, lang: lang, file: fileOf(r), name: nameOf(r)}
	head := "\n### " + mdText(nameOf(r)) + "\n"
	for i := range r.Findings {
		p.WriteString(head)
		b.markdown(&r.Findings[i])
		if !m.add(&p) {
			m.left += len(r.Findings) - i
			return nil
		}
		head = ""
	}
	for _, f := range r.Faults {
		p.WriteString(head)
		p.line("\n- **", say(lang, msgFault), "** ", mdText(f))
		if !m.add(&p) {
			return nil
		}
		head = ""
	}
	return nil
}

// add takes a piece into the report, if it fits.
func (m *markdownRenderer) add(p *page) bool {
	if m.body.Len()+p.Len() > markdownLimit {
		m.full = true
		return false
	}
	m.body.WriteString(p.String())
	p.Reset()
	return true
}

func (m *markdownRenderer) End() error {
	var p page
	p.line(markdownMarker)
	p.line("## ", say(m.lang, msgProduct), say(m.lang, msgColon), m.verdict())
	p.line()
	var counts page
	writeCounts(&counts, Options{}, m.lang, &m.sum)
	p.WriteString(counts.String())
	p.WriteString(m.body.String())
	if m.left > 0 {
		p.line("\n---\n\n", say(m.lang, msgLeftOut, m.left))
	}
	return p.flush(m.w)
}

// verdict says what was found, in one line.
func (m *markdownRenderer) verdict() string {
	found := tally(m.lang, []count{{msgErrors, m.sum.Error}, {msgWarnings, m.sum.Warning}, {msgInfos, m.sum.Info}, {msgFaults, m.sum.Faults}})
	if found == "" {
		return say(m.lang, msgNothing)
	}
	return found
}

var mdSeverities = [...]string{finding.Info: "🔵", finding.Warning: "🟡", finding.Error: "🔴"}

// markdown writes a finding as an item of a list: what is wrong, the copy with
// what changes struck out and put in, arithmetic, places, source.
func (b *block) markdown(f *finding.Finding) {
	place := ""
	if somewhere(f) {
		place = " `" + b.within(f.Span) + "`"
	}
	b.line("\n- ", mdSeverities[f.Severity], " **", say(b.lang, severityMessages[f.Severity]), "**", place, " ", mdText(f.Message), " `", f.Rule, "`")
	if shown := b.mdCopy(f); len(shown) > 0 {
		b.line("\n  > ", strings.Join(shown, "\n  >\n  > "))
	}
	b.mdLabelled(msgArithmetic, evidence(f.Evidence))
	var places []string
	for _, r := range f.Related {
		places = append(places, b.placeOf(&r)+"  "+strings.TrimRight(shorten(clean(r.Text), b.o.width()/2)+"  "+note(&r), " "))
	}
	b.mdLabelled(msgRelated, places)
	b.mdLabelled(msgSource, sources(f.Ledger))
}

func (b *block) mdLabelled(m message, lines []string) {
	if len(lines) == 0 {
		return
	}
	b.line()
	for i, line := range lines {
		end := "<br>"
		if i == len(lines)-1 {
			end = ""
		}
		b.line("  ", say(b.lang, m), say(b.lang, msgColon), mdText(line), end)
	}
}

// mdCopy returns the stretches of copy that fixes change, or else the place
// itself in its sentence.
func (b *block) mdCopy(f *finding.Finding) []string {
	var out []string
	for i, x := range f.Fixes {
		changes := b.changes(x.Edits)
		title := ""
		switch {
		case len(f.Fixes) > 1:
			title = "*" + say(b.lang, msgCandidate, i+1) + "* " + mdText(x.Title) + "<br>"
		case x.Grade == finding.Manual || len(changes) == 0:
			title = "*" + say(b.lang, msgOption) + "* " + mdText(x.Title) + "<br>"
		}
		for _, c := range changes {
			before := b.file.Field(c.span.Field)[c.clip.start:c.clip.end]
			out = append(out, title+mdChange(b.ops(x.Edits, c, before), c.clip))
			title = ""
		}
		if title != "" {
			out = append(out, strings.TrimSuffix(title, "<br>"))
		}
	}
	if len(f.Fixes) > 0 || !somewhere(f) || !b.file.Whole(f.Span) || f.Span.Len() > maxEditShown {
		return out
	}
	text := b.file.Field(f.Span.Field)
	c := b.clip(text, f.Span)
	if strings.TrimSpace(text[c.start:c.end]) == "" {
		return nil
	}
	before, after := strings.TrimLeft(text[c.start:f.Span.Start], " 　\t"), text[f.Span.End:c.end]
	return []string{mdCut(c.cutL) + mdStart(mdText(before)) + "<mark>" + mdText(f.Text) + "</mark>" + mdText(after) + mdCut(c.cutR)}
}

// mdChange writes a comparison. The marks are HTML: those of Markdown don't
// hold beside Chinese punctuation.
func mdChange(ops []diff.Op, c clip) string {
	var s strings.Builder
	s.WriteString(mdCut(c.cutL))
	for i, op := range ops {
		text := op.Text
		if i == 0 && op.Kind == diff.Equal && !c.cutL {
			text = strings.TrimLeft(text, " 　\t")
		}
		switch {
		case op.Kind == diff.Delete:
			s.WriteString("<del>" + mdText(text) + "</del>")
		case op.Kind == diff.Insert:
			s.WriteString("<ins><b>" + mdText(text) + "</b></ins>")
		case i == 0:
			s.WriteString(mdStart(mdText(text)))
		default:
			s.WriteString(mdText(text))
		}
	}
	return s.String() + mdCut(c.cutR)
}

func mdCut(cut bool) string {
	if cut {
		return ellipsis
	}
	return ""
}

// mdText makes text inert in Markdown: nothing in it is markup, nobody is called
// by their name and no other thread is linked.
func mdText(s string) string {
	var b strings.Builder
	for _, r := range clean(s) {
		switch {
		case r == '@' || r == '#':
			b.WriteString("\\" + string(r) + "<!-- -->")
		case r == '<':
			b.WriteString("&lt;")
		case r == '&':
			b.WriteString("&amp;")
		case strings.ContainsRune("\\`*_[]~|$", r):
			b.WriteString("\\" + string(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// mdStart makes text inert at the beginning of a line, where a list, a heading
// or a quotation would begin.
func mdStart(s string) string {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits < len(s) && (digits > 0 && strings.IndexByte(".)", s[digits]) >= 0 || digits == 0 && strings.IndexByte("+-=>", s[0]) >= 0) {
		return s[:digits] + "\\" + s[digits:]
	}
	return s
}
