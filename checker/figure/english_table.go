package figure

import "strings"

// enTable follows the lines of a table of results as news agencies set it:
//
//	Shr 39 cts vs 50 cts
//	Net 1.2 mln vs 1.5 mln
//	Nine mths
//	Shr 1.10 dlrs vs 1.30 dlrs
//
// The same label stands once in each part; a line of its own may say which
// period a part is of.
type enTable struct {
	part   int    // of the line under way, 0 where it is none of a table
	parts  int    // so far
	labels string // that the present part has had, each with a mark behind it
}

// block begins a block of the page. Parts run on from one to the next.
func (t *enTable) block(int) { t.part = 0 }

// lineMost bounds the length of a table's line.
const lineMost = 160

// line looks at the line that begins at a place.
func (t *enTable) line(text string, at, end int) {
	t.part = 0
	line := text[at:min(end, at+lineMost)]
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	line = strings.TrimSpace(line)
	if line == "" {
		return
	}
	if isTableHead(line) {
		t.next()
		return
	}
	label, ok := tableLabel(line)
	if !ok {
		return
	}
	if t.parts == 0 || strings.Contains(t.labels, label+"|") {
		t.next()
	}
	t.labels += label + "|"
	t.part = t.parts
}

// partsDiffer reports whether two figures stand in different parts of a table
// of results.
func (p *Page) partsDiffer(a, b *Figure) bool {
	if len(p.facts) == 0 {
		return false
	}
	x, y := p.facts[a.Index].part, p.facts[b.Index].part
	return x != y && x > 0 && y > 0
}

func (t *enTable) next() {
	t.parts++
	t.labels = ""
}

// tableLabel returns the one or two words that open a line of a table, where a
// figure is set against another with "vs".
func tableLabel(line string) (string, bool) {
	if !strings.Contains(line, " vs ") || !isLatin(line[0]) {
		return "", false
	}
	e, n := 0, 0
	for n < 2 {
		k := e
		if n > 0 {
			k++ // the space
		}
		w := k
		for w < len(line) && isLatin(line[w]) {
			w++
		}
		if w == k || w < len(line) && line[w] != ' ' || n > 0 && enWords()[strings.ToLower(line[k:w])]&enFigure != 0 {
			break
		}
		e = w
		n++
	}
	return strings.ToLower(line[:e]), n > 0 && e < 30
}

// isTableHead reports whether a short line names a period: Year, Nine mths,
// 4th qtr Jan 31.
func isTableHead(line string) bool {
	if len(line) > 32 || strings.Contains(line, " vs ") || strings.HasSuffix(line, ".") || strings.Contains(line, ",") {
		return false
	}
	words := enWords()
	for i, w := range strings.Fields(strings.ToLower(line)) {
		if words[strings.Trim(w, ":-")]&enHead != 0 {
			return i <= 2
		}
	}
	return false
}

// longHeading is how many bytes an English heading may have.
const longHeading = 100

// noHeading reports whether a line of English copy without a full stop is none
// of its headings: one of a table, or a paragraph that lost its stop.
func (p *Page) noHeading(start, end int) bool {
	line := strings.TrimSpace(p.Text[start:end])
	_, label := tableLabel(line)
	return label || isTableHead(line) || len(line) > longHeading
}
