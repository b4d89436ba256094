package report

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/source"
)

// tableRenderer writes the fact sheet for people: a table a document.
type tableRenderer struct {
	w       io.Writer
	o       Options
	sum     Summary
	lang    string
	guessed bool
}

func newTable(w io.Writer, o Options) Renderer {
	return &tableRenderer{w: w, o: o, lang: o.Lang}
}

func (t *tableRenderer) Begin() error { return nil }

// column is one column of the table; a cell takes at most max columns of the
// terminal, and what is longer is shortened.
type column struct {
	head  message
	max   int
	right bool // numbers stand at the right edge
	cell  func(*source.File, *checker.Figure, string) string
}

var columns = []column{
	{headPosition, 12, false, func(file *source.File, f *checker.Figure, lang string) string {
		at := file.Position(f.Span.Start, f.Span.Field)
		text := strconv.Itoa(at.Line) + ":" + strconv.Itoa(at.Column)
		if f.Span.Field == source.FieldTitle {
			text = say(lang, msgTitle) + ":" + strconv.Itoa(at.Column)
		}
		return text
	}},
	{headText, 24, false, func(_ *source.File, f *checker.Figure, _ string) string { return f.Text }},
	{headKind, 10, false, func(_ *source.File, f *checker.Figure, lang string) string {
		return inWords(kindNames, f.Kind, lang)
	}},
	{headValue, 26, true, func(_ *source.File, f *checker.Figure, _ string) string { return valueOf(f) }},
	{headUnit, 10, false, func(_ *source.File, f *checker.Figure, _ string) string { return f.Unit }},
	{headPeriod, 23, false, func(_ *source.File, f *checker.Figure, _ string) string {
		return maybe(f, "period", f.Period)
	}},
	{headSubject, 44, false, func(_ *source.File, f *checker.Figure, _ string) string { return subject(f) }},
	{headStatus, 12, false, func(_ *source.File, f *checker.Figure, lang string) string {
		return inWords(statusNames, f.Status, lang)
	}},
	{headWhy, 60, false, func(_ *source.File, f *checker.Figure, _ string) string { return f.Why }},
}

const statusColumn = 7

var statusStyles = map[string]style{
	"confirmed": green, "consistent": cyan, "contradicted": redBold, "unchecked": faint,
}

func (t *tableRenderer) File(r *checker.Result) error {
	t.sum.Add(r)
	lang := t.o.lang(r)
	if t.lang == "" {
		t.lang = lang
	}
	var p page
	if t.sum.Files > 1 {
		p.line()
	}
	name := t.o.paint(bold, clean(nameOf(r)))
	if r.Date != "" {
		name += "  " + t.o.paint(faint, r.Date)
	}
	p.line(name)
	if len(r.Figures) == 0 {
		p.line(say(lang, msgNoFigures))
		return p.flush(t.w)
	}
	rows := tableRows(fileOf(r), r.Figures, lang)
	widths := tableWidths(rows)
	for i, row := range rows {
		s := faint
		if i > 0 {
			s = statusStyles[r.Figures[i-1].Status]
			t.guessed = t.guessed || len(r.Figures[i-1].Guessed) > 0
		}
		t.row(&p, row, widths, i == 0, s)
		if i > 0 {
			t.reading(&p, &r.Figures[i-1], lang)
		}
	}
	return p.flush(t.w)
}

// tableRows returns the cells of a document, the heads first.
func tableRows(file *source.File, figures []checker.Figure, lang string) [][]string {
	rows := make([][]string, 1, len(figures)+1)
	for _, c := range columns {
		rows[0] = append(rows[0], say(lang, c.head))
	}
	for i := range figures {
		row := make([]string, len(columns))
		for k, c := range columns {
			row[k] = shorten(clean(c.cell(file, &figures[i], lang)), c.max)
		}
		rows = append(rows, row)
	}
	return rows
}

func tableWidths(rows [][]string) []int {
	widths := make([]int, len(columns))
	for _, row := range rows {
		for k, cell := range row {
			widths[k] = max(widths[k], width(cell))
		}
	}
	return widths
}

// row writes one line: wholly in its style when it is the head, else with the
// status in it.
func (t *tableRenderer) row(p *page, row []string, widths []int, head bool, s style) {
	last := len(row) - 1
	for last > 0 && row[last] == "" {
		last--
	}
	for k, cell := range row[:last+1] {
		padding := strings.Repeat(" ", widths[k]-width(cell))
		if head || k == statusColumn {
			cell = t.o.paint(s, cell)
		}
		switch {
		case columns[k].right:
			cell = padding + cell
		case k < last:
			cell += padding
		}
		if k > 0 {
			p.WriteString("  ")
		}
		p.WriteString(cell)
	}
	p.line()
}

// reading writes why a figure was read as it was, all on one line, so that it
// can be quoted whole in a report of a wrong reading.
func (t *tableRenderer) reading(p *page, f *checker.Figure, lang string) {
	if len(f.Reading) == 0 {
		return
	}
	parts := make([]string, len(f.Reading))
	for i, r := range f.Reading {
		parts[i] = clean(r.Text)
	}
	p.line("  " + t.o.paint(faint, say(lang, msgReading)+say(lang, msgColon)+strings.Join(parts, say(lang, msgReasonEnd))))
}

func (t *tableRenderer) End() error {
	var p page
	if t.sum.Files > 0 {
		p.line()
	}
	if t.guessed {
		p.line(say(t.lang, msgGuessed))
	}
	writeCounts(&p, t.o, t.lang, &t.sum)
	return p.flush(t.w)
}

// valueOf returns a figure's value for reading: digits in groups of three, and
// bounds where there is no one value.
func valueOf(f *checker.Figure) string {
	switch {
	case f.Kind == "range" && f.Low != "" && f.High != "":
		return groupDigits(f.Low) + "–" + groupDigits(f.High)
	case f.Value != "":
		return groupDigits(f.Value)
	case f.Low != "" && f.High != "":
		return groupDigits(f.Low) + "–" + groupDigits(f.High)
	case f.Low != "":
		return "≥ " + groupDigits(f.Low)
	case f.High != "":
		return "≤ " + groupDigits(f.High)
	}
	return ""
}

// groupDigits puts commas into the whole part of a decimal number of five
// digits or more; anything else (a date, a range) stays as it is.
func groupDigits(s string) string {
	sign, digits := "", s
	if strings.HasPrefix(s, "-") {
		sign, digits = "-", s[1:]
	}
	whole, rest, point := strings.Cut(digits, ".")
	if len(whole) < 5 || strings.Trim(whole, "0123456789") != "" || strings.Trim(rest, "0123456789") != "" {
		return s
	}
	var b strings.Builder
	b.WriteString(sign)
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(whole[i])
	}
	if point {
		b.WriteString("." + rest)
	}
	return b.String()
}

// longRun is how many digits in a row are too many to be read at a glance.
const longRun = 8

// groupRuns puts commas into the long numbers of a sentence.
func groupRuns(s string) string {
	var b strings.Builder
	for s != "" {
		at := strings.IndexAny(s, "0123456789")
		if at < 0 {
			break
		}
		n := at + len(s[at:]) - len(strings.TrimLeft(s[at:], "0123456789"))
		b.WriteString(s[:at])
		run := s[at:n]
		if len(run) >= longRun {
			run = groupDigits(run)
		}
		b.WriteString(run)
		s = s[n:]
	}
	return b.String() + s
}

// subject returns whose figure it is, by what it is split, what it measures and
// what that is compared with.
func subject(f *checker.Figure) string {
	var parts []string
	for _, s := range []string{maybe(f, "entity", f.Entity), maybe(f, "partner", f.Partner), maybe(f, "metric", f.Metric), maybe(f, "basis", f.Basis)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

// maybe marks a slot that was inferred.
func maybe(f *checker.Figure, slot, value string) string {
	if value != "" && slices.Contains(f.Guessed, slot) {
		return value + "?"
	}
	return value
}
