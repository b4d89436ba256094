package report

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// mark is a stretch of the file that the page sets off: a figure, or a place
// that a finding speaks of.
type mark struct {
	span     source.Span
	key      string // f3 or m7, within the document
	figure   *checker.Figure
	severity int // the gravest of the findings at a place, 1 to 3; 0 for a place they only compare with
	number   int // of the first finding at the place, from 1
	compared int // of the first finding that compares with the place, from 1
}

// markSet holds the marks of a document, by where they begin.
type markSet struct {
	all   []mark
	reach []int // the farthest end of a mark up to each, for looking back
	byKey map[source.Span]string
}

// newMarks gathers the figures and places of a result. Spans out of bounds have
// no mark.
func newMarks(r *checker.Result) markSet {
	m := markSet{byKey: map[source.Span]string{}}
	file := fileOf(r)
	for i := range r.Figures {
		if f := &r.Figures[i]; file.Whole(f.Span) && f.Span.Len() > 0 {
			m.all = append(m.all, mark{span: f.Span, key: "f" + strconv.Itoa(i+1), figure: f})
		}
	}
	at := map[source.Span]int{}
	place := func(s source.Span, severity, number, compared int) {
		if !file.Whole(s) || s.Len() == 0 {
			return
		}
		k, known := at[s]
		if !known {
			k = len(m.all)
			at[s] = k
			m.byKey[s] = "m" + strconv.Itoa(len(at))
			m.all = append(m.all, mark{span: s, key: m.byKey[s]})
		}
		m.all[k].severity = max(m.all[k].severity, severity)
		if m.all[k].number == 0 {
			m.all[k].number = number
		}
		if m.all[k].compared == 0 {
			m.all[k].compared = compared
		}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Category != finding.Input {
			place(f.Span, int(f.Severity)+1, i+1, 0)
		}
		for _, rel := range f.Related {
			if rel.File == nil {
				place(rel.Span, 0, 0, i+1)
			}
		}
	}
	slices.SortStableFunc(m.all, func(a, b mark) int { return finding.CompareSpans(a.span, b.span) })
	for i := range m.all {
		end := m.all[i].span.End
		if i > 0 && m.all[i-1].span.Field == m.all[i].span.Field {
			end = max(end, m.reach[i-1])
		}
		m.reach = append(m.reach, end)
	}
	return m
}

// over returns the marks that share a byte with a span.
func (m *markSet) over(s source.Span) []*mark {
	after := sort.Search(len(m.all), func(i int) bool {
		return finding.CompareSpans(m.all[i].span, source.Span{Start: s.End, End: s.End, Field: s.Field}) >= 0
	})
	var out []*mark
	for i := after - 1; i >= 0 && m.all[i].span.Field == s.Field && m.reach[i] > s.Start; i-- {
		if m.all[i].span.End > s.Start {
			out = append(out, &m.all[i])
		}
	}
	slices.Reverse(out)
	return out
}

// copy writes the page as it is printed.
func (d *htmlPage) copy() {
	blocks := d.r.Blocks
	if len(blocks) == 0 {
		blocks = linesAsBlocks(d.block.file)
	}
	box := 0
	for i := 0; i < len(blocks); i++ {
		b := &blocks[i]
		if b.Box != box {
			if box > 0 {
				d.line("</aside>")
			}
			if b.Box > 0 {
				d.line(`<aside class="box">`)
			}
			box = b.Box
		}
		if b.Kind == document.TableCell {
			n := i
			for n < len(blocks) && blocks[n].Kind == document.TableCell && blocks[n].Table == b.Table {
				n++
			}
			d.table(blocks[i:n])
			i = n - 1
			continue
		}
		d.element(b)
		d.ease()
	}
	if box > 0 {
		d.line("</aside>")
	}
}

// linesAsBlocks takes a file whose parts aren't known line by line.
func linesAsBlocks(file *source.File) (out []checker.Block) {
	for n := range file.LineCount(source.FieldText) {
		s := file.LineSpan(n+1, source.FieldText)
		if strings.TrimSpace(file.Slice(s)) != "" {
			out = append(out, checker.Block{Pieces: []document.Piece{{Text: file.Slice(s), Span: s, Copied: true}}})
		}
	}
	return out
}

// elements are the tags and classes of the kinds of block.
var elements = map[document.Kind][2]string{
	document.Paragraph:  {"p", ""},
	document.Headline:   {"h3", "headline"},
	document.Standfirst: {"p", "standfirst"},
	document.Subhead:    {"h4", "subhead"},
	document.ListItem:   {"p", "item"},
	document.Quote:      {"blockquote", ""},
	document.Caption:    {"p", "caption"},
	document.Masthead:   {"p", "masthead"},
	document.Credit:     {"p", "credit"},
	document.Code:       {"pre", ""},
}

func (d *htmlPage) element(b *checker.Block) {
	tag, class := elements[b.Kind][0], elements[b.Kind][1]
	d.WriteString("<" + tag)
	if class != "" {
		d.WriteString(` class="` + class + `"`)
	}
	d.WriteString(">")
	d.pieces(b)
	d.line("</", tag, ">")
}

// table writes the cells of one table, in reading order.
func (d *htmlPage) table(cells []checker.Block) {
	d.WriteString(`<div class="scroll"><table>`)
	row := -1
	for i := range cells {
		c := &cells[i]
		if c.Row != row {
			if row >= 0 {
				d.WriteString("</tr>")
			}
			d.WriteString("\n<tr>")
			row = c.Row
		}
		tag := "td"
		if c.Header {
			tag = "th"
		}
		d.WriteString("<" + tag + ">")
		d.pieces(c)
		d.WriteString("</" + tag + ">")
		d.ease()
	}
	d.line("</tr>\n</table></div>")
}

// pieces writes the text of a block with its marks.
func (d *htmlPage) pieces(b *checker.Block) {
	var last rune // of the text written so far
	for i := range b.Pieces {
		p := &b.Pieces[i]
		over := d.marks.over(p.Span)
		if !p.Copied { // an entity stands for all of its span
			d.stretch(p.Text, p.Span, over, b.Kind, &last)
			continue
		}
		cuts := []int{p.Span.Start, p.Span.End}
		for _, m := range over {
			cuts = append(cuts, max(p.Span.Start, m.span.Start), min(p.Span.End, m.span.End))
		}
		slices.Sort(cuts)
		cuts = slices.Compact(cuts)
		for k := 1; k < len(cuts); k++ {
			s := source.Span{Start: cuts[k-1], End: cuts[k], Field: p.Span.Field}
			var here []*mark
			for _, m := range over {
				if m.span.Overlaps(s) {
					here = append(here, m)
				}
			}
			d.stretch(p.Text[s.Start-p.Span.Start:s.End-p.Span.Start], s, here, b.Kind, &last)
		}
	}
}

// longestAtom is how many characters of a figure are kept on one line.
const longestAtom = 12

// stretch writes text that lies in or out of each mark as a whole: the figure
// around the places, and behind the end of a place the number of its finding.
func (d *htmlPage) stretch(text string, s source.Span, over []*mark, kind document.Kind, last *rune) {
	var open, shut, numbers string
	for _, m := range over {
		first := s.Start <= m.span.Start
		if f := m.figure; f != nil && open == "" {
			class := "fig " + f.Status
			if utf8.RuneCountInString(f.Text) <= longestAtom {
				class += " atom"
			}
			open += `<a class="` + esc(class) + `" data-k="` + m.key + `" href="#` + d.id + "-r" + m.key[1:] + `"` + d.anchor(m, first) + `>`
			shut = "</a>"
		}
	}
	for _, m := range over {
		if m.figure != nil {
			continue
		}
		open += `<span class="place ` + placeClasses[m.severity] + `" data-k="` + m.key + `"` + d.anchor(m, s.Start <= m.span.Start) + `>`
		shut = "</span>" + shut
		if m.number > 0 && s.End >= m.span.End {
			n := strconv.Itoa(m.number)
			// A word joiner keeps the number on the line of its words.
			numbers += `<sup class="no ` + placeClasses[m.severity] + `">&NoBreak;<a href="#` + d.id + "-x" + n + `">` + n + `</a></sup>`
		}
	}
	d.WriteString(open)
	d.text(text, kind, last)
	d.WriteString(shut + numbers)
}

var placeClasses = [...]string{"compared", "info", "warning", "error"}

// anchor gives the first stretch of a mark its name.
func (d *htmlPage) anchor(m *mark, first bool) string {
	if !first {
		return ""
	}
	return ` id="` + d.id + "-" + m.key + `"`
}

// text writes copy. A line break between Chinese characters only wraps a line
// of the file.
func (d *htmlPage) text(text string, kind document.Kind, last *rune) {
	if kind == document.Code {
		d.WriteString(strings.ReplaceAll(esc(strings.ReplaceAll(text, "\r\n", "\n")), "⏎", "\n"))
		return
	}
	for i, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		first, _ := utf8.DecodeRuneInString(line)
		if i > 0 && !wide(*last) && !wide(first) {
			d.WriteString(" ")
		}
		if line != "" {
			d.WriteString(esc(line))
			*last, _ = utf8.DecodeLastRuneInString(line)
		}
	}
}

// wide reports whether a character is Chinese, or the punctuation of it.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || 0x3000 <= r && r <= 0x303F || 0xFF00 <= r && r <= 0xFFEF || r == '“' || r == '”' || r == '—'
}
