package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// diffRenderer writes findings for a person at a terminal, one block each: the
// copy as it stands, as it would read, why, by what arithmetic, on whose
// authority.
type diffRenderer struct {
	w    io.Writer
	o    Options
	sum  Summary
	lang string // of the summary: the first document's
	any  bool   // something stands above
}

func newDiff(w io.Writer, o Options) Renderer { return &diffRenderer{w: w, o: o, lang: o.Lang} }

func (d *diffRenderer) Begin() error { return nil }

func (d *diffRenderer) File(r *checker.Result) error {
	d.sum.Add(r)
	lang := d.o.lang(r)
	if d.lang == "" {
		d.lang = lang
	}
	if len(r.Findings) == 0 && len(r.Faults) == 0 {
		return nil
	}
	var p page
	if d.any {
		p.line()
	}
	d.any = true
	b := block{page: &p, o: d.o, lang: lang, file: fileOf(r), name: clean(nameOf(r))}
	b.head(r)
	for i := range r.Findings {
		p.line()
		b.finding(&r.Findings[i])
		if err := p.spill(d.w); err != nil {
			return err
		}
	}
	for _, f := range r.Faults {
		p.line()
		p.line(d.o.paint(redBold, say(lang, msgFault)), "  ", clean(f))
	}
	return p.flush(d.w)
}

func (d *diffRenderer) End() error {
	var p page
	if d.any {
		p.line()
	}
	writeSummary(&p, d.o, d.lang, &d.sum)
	return p.flush(d.w)
}

// Finding writes one finding of a document as the diff format does, by itself.
func Finding(w io.Writer, o Options, r *checker.Result, f *finding.Finding) error {
	var p page
	b := block{page: &p, o: o, lang: o.lang(r), file: fileOf(r), name: clean(nameOf(r))}
	b.finding(f)
	return p.flush(w)
}

// block writes the findings of one document.
type block struct {
	*page
	o    Options
	lang string
	file *source.File
	name string
}

// head writes the document's name with what was found in it.
func (b *block) head(r *checker.Result) {
	var s Summary
	s.Add(r)
	b.line(b.o.paint(bold, b.name), "  ", b.o.paint(faint, tally(b.lang, []count{
		{msgErrors, s.Error}, {msgWarnings, s.Warning}, {msgInfos, s.Info}, {msgFaults, s.Faults}})))
}

var severityStyles = [...]style{finding.Info: cyanBold, finding.Warning: yellowBold, finding.Error: redBold}

func (b *block) finding(f *finding.Finding) {
	place := b.name
	if f.Category != finding.Input {
		place = b.place(f.Span)
	}
	b.line(b.o.paint(bold, place), "  ",
		b.o.paint(severityStyles[f.Severity], say(b.lang, severityMessages[f.Severity])), "  ", b.rule(f.Rule))
	b.copy(f)
	b.line(indent, clean(f.Message))
	b.labelled(msgArithmetic, evidence(f.Evidence))
	b.labelled(msgSource, sources(f.Ledger))
	b.labelled(msgRelated, b.related(f.Related))
}

// rule names a rule: in Chinese by its name, and always by the slug that an
// instruction in the copy allows it by.
func (b *block) rule(id string) string {
	slug := b.o.paint(faint, id)
	for _, r := range b.o.Rules {
		if r.ID == id && r.NameZH != "" && b.lang != "en" {
			return r.NameZH + "  " + slug
		}
	}
	return slug
}

const indent = "  "

// place returns a span as name:line:column, which terminals and editors open.
func (b *block) place(s source.Span) string {
	at := b.file.Position(s.Start, s.Field)
	text := b.name + ":" + strconv.Itoa(at.Line) + ":" + strconv.Itoa(at.Column)
	if s.Field == source.FieldTitle {
		text += " (" + say(b.lang, msgTitle) + ")"
	}
	return text
}

// within returns a span as line:column, where the document is known.
func (b *block) within(s source.Span) string {
	return strings.TrimPrefix(b.place(s), b.name+":")
}

// note returns what is said of another place, unless that is no more than its
// own words.
func note(r *finding.Related) string {
	if r.Message == "“"+r.Text+"”" {
		return ""
	}
	return clean(r.Message)
}

// placeOf returns where a related place stands: line and column, with the file's
// name where that isn't the finding's own.
func (b *block) placeOf(r *finding.Related) string {
	if r.File == nil {
		return b.within(r.Span)
	}
	other := block{file: r.File, name: r.File.Path, lang: b.lang}
	return other.place(r.Span)
}

// placed returns the file of a related place, and its path where that isn't the
// finding's own file.
func placed(own *source.File, r *finding.Related) (*source.File, string) {
	if r.File == nil {
		return own, ""
	}
	return r.File, r.File.Path
}

// related returns the other places, aligned: where, what stands there, why it
// counts.
func (b *block) related(rs []finding.Related) []string {
	where, what := make([]string, len(rs)), make([]string, len(rs))
	w, v := 0, 0
	for i, r := range rs {
		where[i], what[i] = b.placeOf(&r), shorten(clean(r.Text), b.o.width()/2)
		w, v = max(w, width(where[i])), max(v, width(what[i]))
	}
	out := make([]string, len(rs))
	for i, r := range rs {
		out[i] = pad(where[i], w) + "  " + what[i]
		if note := note(&r); note != "" {
			out[i] = pad(where[i], w) + "  " + pad(what[i], v) + "  " + b.o.paint(faint, note)
		}
	}
	return out
}

func evidence(es []string) []string {
	out := make([]string, len(es))
	for i, e := range es {
		out[i] = clean(e)
	}
	return out
}

// sources returns the ledger entries: what they say, who says so, where.
func sources(ls []finding.LedgerRef) []string {
	var out []string
	for _, l := range ls {
		text := ""
		for _, part := range []string{l.Figure, l.Source, l.File} {
			if part == "" {
				continue
			}
			if text != "" {
				text += "  "
			}
			text += clean(part)
		}
		if l.File != "" && l.Line > 0 {
			text += ":" + strconv.Itoa(l.Line)
		}
		out = append(out, text)
	}
	return out
}

// labelled writes lines behind a label, which stands before the first.
func (b *block) labelled(m message, lines []string) {
	column := 0
	for _, l := range []message{msgArithmetic, msgRelated, msgSource} {
		column = max(column, width(say(b.lang, l)))
	}
	label := say(b.lang, m)
	for _, line := range lines {
		b.line(indent, b.o.paint(faint, label), strings.Repeat(" ", column-width(label)), "  ", line)
		label = ""
	}
}
