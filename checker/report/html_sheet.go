package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/source"
)

// findings writes the list of what was found, numbered as on the page.
func (d *htmlPage) findings() {
	d.line(`<section class="notes" aria-label="`, d.say(msgFindings), `">`)
	if len(d.r.Findings) == 0 && len(d.r.Faults) == 0 {
		d.line(`<p class="clean">`, d.say(msgNothing), `</p>`)
	}
	if len(d.r.Findings) > 0 {
		d.line(`<ol>`)
		for i := range d.r.Findings {
			d.finding(i)
			d.ease()
		}
		d.line(`</ol>`)
	}
	for _, f := range d.r.Faults {
		d.line(`<div class="fault"><b>`, d.say(msgFault), `</b><pre>`, esc(f), `</pre></div>`)
	}
	d.line(`</section>`)
}

func (d *htmlPage) finding(i int) {
	f := &d.r.Findings[i]
	var with []string
	for _, rel := range f.Related {
		if key := d.marks.byKey[rel.Span]; key != "" && rel.File == nil {
			with = append(with, key)
		}
	}
	n := strconv.Itoa(i + 1)
	d.line(`<li class="finding `, f.Severity.String(), `" id="`, d.id, "-x", n, `" data-at="`, d.marks.byKey[f.Span], `" data-with="`, strings.Join(with, " "), `" tabindex="0">`)
	d.line(`<p class="what"><span class="sev">`, d.say(severityMessages[f.Severity]), `</span> <span class="rule">`, esc(d.ruleName(f.Rule, d.lang)), `</span>`, d.placeLink(f), `</p>`)
	d.line(`<p class="message">`, esc(f.Message), `</p>`)
	for k, x := range f.Fixes {
		d.fix(f, k, &x)
	}
	d.rows(f)
	d.line(`</li>`)
}

// placeLink writes a link to where a finding stands.
func (d *htmlPage) placeLink(f *finding.Finding) string {
	if !somewhere(f) {
		return ""
	}
	at := d.block.file.Position(f.Span.Start, f.Span.Field)
	return ` <a class="at" href="#` + d.id + "-" + d.marks.byKey[f.Span] + `">` + strconv.Itoa(at.Line) + ":" + strconv.Itoa(at.Column) + `</a>`
}

// fix writes what a fix takes out and puts in.
func (d *htmlPage) fix(f *finding.Finding, k int, x *finding.Fix) {
	d.WriteString(`<p class="fix">`)
	if len(f.Fixes) > 1 {
		d.WriteString(`<span class="option">` + d.say(msgCandidate, k+1) + `</span> `)
	}
	shown := false
	for _, e := range x.Edits {
		if !d.block.file.Whole(e.Span) || e.Span.Len() > maxEditShown {
			continue
		}
		shown = true
		if old := d.block.file.Slice(e.Span); old != "" {
			d.WriteString(`<del>` + esc(old) + `</del>`)
		}
		if e.Text != "" {
			d.WriteString(`<ins>` + esc(e.Text) + `</ins>`)
		}
		d.WriteString(" ")
	}
	if !shown {
		d.WriteString(esc(x.Title))
	}
	d.line(`</p>`)
}

// rows writes arithmetic, compared places and sources.
func (d *htmlPage) rows(f *finding.Finding) {
	d.WriteString(`<dl>`)
	for _, e := range f.Evidence {
		d.WriteString(`<dt>` + d.say(msgArithmetic) + `</dt><dd class="sum">` + esc(e) + `</dd>`)
	}
	for _, rel := range f.Related {
		words := esc(shorten(clean(rel.Text), 80))
		if key := d.marks.byKey[rel.Span]; key != "" && rel.File == nil {
			words = `<a href="#` + d.id + "-" + key + `" data-go="` + key + `">` + words + `</a>`
		}
		file, path := placed(d.block.file, &rel)
		at := file.Position(rel.Span.Start, rel.Span.Field)
		if path != "" {
			path = esc(path) + " "
		}
		d.WriteString(`<dt>` + d.say(msgRelated) + `</dt><dd>` + words + ` <small>` + path + strconv.Itoa(at.Line) + ":" + strconv.Itoa(at.Column) + `</small>`)
		if note := note(&rel); note != "" {
			d.WriteString(` <span class="why">` + esc(note) + `</span>`)
		}
		d.WriteString(`</dd>`)
	}
	for _, l := range f.Ledger {
		d.WriteString(`<dt>` + d.say(msgSource) + `</dt><dd>` + d.source(l) + `</dd>`)
	}
	d.line(`</dl>`)
}

// source writes an entry of the ledger: what it says, who says so, where.
func (d *htmlPage) source(l finding.LedgerRef) string {
	out := esc(l.Figure)
	if l.Source != "" {
		out += ` <cite>` + esc(l.Source) + `</cite>`
	}
	if l.File != "" {
		where := l.File
		if l.Line > 0 {
			where += ":" + strconv.Itoa(l.Line)
		}
		out += ` <code>` + esc(where) + `</code>`
	}
	return out
}

// sheet writes the fact sheet: every figure, to be ticked off.
func (d *htmlPage) sheet() {
	if len(d.r.Figures) == 0 {
		return
	}
	d.line(`<section class="sheet"><h3>`, d.say(msgFactSheet), ` <output></output></h3>`)
	d.line(`<table><thead><tr><th scope="col" class="tick">`, d.say(msgTicked), `</th><th scope="col">`, d.say(headText), `</th><th scope="col">`, d.say(headValue),
		`</th><th scope="col">`, d.say(headSubject), `</th><th scope="col">`, d.say(headPeriod), `</th><th scope="col">`, d.say(headStatus), `</th></tr></thead><tbody>`)
	ties := d.tied()
	for i := range d.r.Figures {
		d.row(i, &d.r.Figures[i], ties)
		d.ease()
	}
	d.line(`</tbody></table></section>`)
}

// tied returns, by where figures begin, the keys of those that bear them out.
func (d *htmlPage) tied() map[source.Span][]string {
	keys := map[[2]int]string{} // by field and beginning: a figure's span may hold its hedge
	for i := range d.r.Figures {
		f := &d.r.Figures[i]
		keys[[2]int{int(f.Span.Field), f.Span.Start}] = "f" + strconv.Itoa(i+1)
	}
	out := map[source.Span][]string{}
	for _, t := range d.r.Ties {
		for _, a := range t.Spans {
			for _, b := range t.Spans {
				if key := keys[[2]int{int(b.Field), b.Start}]; a != b && key != "" {
					at := source.Span{Start: a.Start, End: a.Start, Field: a.Field}
					out[at] = append(out[at], key)
				}
			}
		}
	}
	return out
}

func (d *htmlPage) row(i int, f *checker.Figure, ties map[source.Span][]string) {
	n := strconv.Itoa(i + 1)
	text := esc(f.Text)
	at := d.block.file.Position(f.Span.Start, f.Span.Field)
	with := ties[source.Span{Start: f.Span.Start, End: f.Span.Start, Field: f.Span.Field}]
	d.line(`<tr class="`, esc(f.Status), `" id="`, d.id, "-r", n, `" data-k="f`, n, `" data-with="`, strings.Join(with, " "), `">`)
	d.line(`<td class="tick"><input type="checkbox" aria-label="`, d.say(msgTicked), " ", text, `"></td>`)
	d.line(`<td class="text"><a href="#`, d.id, "-f", n, `">`, text, `</a> <small>`, strconv.Itoa(at.Line), ":", strconv.Itoa(at.Column), `</small></td>`)
	d.line(`<td class="value" data-label="`, d.say(headValue), `">`, esc(d.value(f)), ` <small>`, esc(inWords(unitNames, f.Unit, d.lang)), `</small></td>`)
	d.line(`<td class="subject" data-label="`, d.say(headSubject), `">`, esc(subject(f)), `</td>`)
	d.line(`<td class="period" data-label="`, d.say(headPeriod), `">`, esc(maybe(f, "period", periodInWords(f.Period, d.lang))), `</td>`)
	d.WriteString(`<td class="status" data-label="` + d.say(headStatus) + `"><b>` + esc(inWords(statusNames, f.Status, d.lang)) + `</b>`)
	d.because(f)
	d.line(`</td></tr>`)
}

// value returns what a figure was read as, a date in words.
func (d *htmlPage) value(f *checker.Figure) string {
	if f.Kind == "date" || f.Kind == "period" {
		return periodInWords(f.Value, d.lang)
	}
	return valueOf(f)
}

// periodInWords returns a period of ISO 8601 as people write it, where it has
// words.
func periodInWords(iso, lang string) string {
	p, err := period.ParseISO(iso)
	if err != nil || iso == "" {
		return iso
	}
	return ledger.PeriodWords(p).In(lang)
}

// because writes what a figure's status rests on, and how it was read.
func (d *htmlPage) because(f *checker.Figure) {
	if f.Status == "contradicted" {
		var seen []int
		for _, m := range d.marks.over(f.Span) {
			for _, number := range []int{m.number, m.compared} {
				if number == 0 || slices.Contains(seen, number) {
					continue
				}
				seen = append(seen, number)
				n := strconv.Itoa(number)
				d.WriteString(` <a class="see" href="#` + d.id + "-x" + n + `">` + n + `</a>`)
			}
		}
	}
	switch {
	case f.Ledger.File != "":
		d.WriteString(` <span class="source">` + d.source(f.Ledger) + `</span>`)
	case f.Why != "" && f.Status != "contradicted":
		why := f.Why
		if r := d.rules[why]; r != nil {
			why = inWords(categoryNames, string(r.Category), d.lang)
		}
		d.WriteString(` <span class="source">` + esc(why) + `</span>`)
	}
	if len(f.Reading) == 0 {
		return
	}
	d.WriteString(`<ul class="reading">`)
	for _, r := range f.Reading {
		d.WriteString(`<li>` + esc(groupRuns(r.Text)) + `</li>`)
	}
	d.WriteString(`</ul>`)
}
