package document

import (
	"strings"
	"unicode/utf8"
)

// How far from the top and the bottom of a page, in lines that aren't blank, its
// masthead may stand, and how far from the date its other lines.
const (
	mastheadTop    = 30
	mastheadBottom = 6
	mastheadReach  = 4
)

// maxHeadlines is how many lines may stand above the copy and still be its
// headline; more are a table or verse.
const maxHeadlines = 4

// page finds the parts of a page that are known by where they stand.
func (p *plainReader) page() {
	p.masthead()
	p.small()
	p.joinWrapped()
	p.headlines()
	p.subheads()
}

func (p *plainReader) words(i int) string { return p.text[p.lines[i].start:p.lines[i].end] }

// masthead looks for the line that prints the day of issue, and for the name of
// the paper and the folio near it.
func (p *plainReader) masthead() {
	for i := 0; i < len(p.lines); i++ {
		if i == mastheadTop {
			i = max(i, len(p.lines)-mastheadBottom)
		}
		l := &p.lines[i]
		if !l.short || l.ending == stops {
			continue
		}
		date, start, end := mastheadDate(p.words(i))
		if date == "" {
			continue
		}
		if p.d.Date == "" {
			p.d.Date = date
		}
		p.d.DateRange.Start, p.d.DateRange.End = l.start+start, l.start+end
		p.set(i, Masthead)
		p.folio(i, -1)
		p.folio(i, +1)
		return
	}
}

func (p *plainReader) set(i int, kind Kind) {
	l := &p.lines[i]
	l.kind, l.decided = kind, true
}

// folio marks the lines next to the date that name the paper or number the page.
func (p *plainReader) folio(date, step int) {
	for i := date + step; i >= 0 && i < len(p.lines) && i != date+step*(mastheadReach+1); i += step {
		text := p.words(i)
		if !p.lines[i].short || !isFolio(text) && !(utf8.RuneCountInString(text) <= 12 && paperEnds().suffix(text) != "") {
			return
		}
		p.set(i, Masthead)
	}
}

// isFolio reports whether a word numbers a page: 05, A05, 第05版, 05版, P5.
func isFolio(word string) bool {
	word = strings.TrimSuffix(strings.TrimPrefix(word, "第"), "版")
	if word != "" && word[0] >= 'A' && word[0] <= 'Z' {
		word = word[1:]
	}
	_, n := digits(word, 3)
	return n > 0 && n == len(word)
}

// mastheadDate returns the date of a line that holds nothing but a date and what
// stands beside it in a masthead: weekday, lunar date, paper, folio.
func mastheadDate(text string) (date string, start, end int) {
	date, start, end = findDate(text)
	if date == "" {
		return "", 0, 0
	}
	before := strings.TrimFunc(text[:start], isMastheadSeparator)
	if len(before) <= maxPaperName && paperEnds().suffix(before) != "" {
		before = "" // the paper's name may be several words
	}
	for _, word := range strings.FieldsFunc(before+" "+text[end:], isMastheadSeparator) {
		if weekdayWords().prefix(word) == "" && mastheadWords().prefix(word) == "" &&
			paperEnds().suffix(word) == "" && !isFolio(word) && !strings.HasSuffix(word, "版") {
			return "", 0, 0
		}
	}
	return date, start, end
}

// maxPaperName is how many bytes the name of a paper may have.
const maxPaperName = 40

func isMastheadSeparator(r rune) bool {
	return strings.ContainsRune(" \t\u3000\u00A0|｜·•,，/／()（）[]【】　", r)
}

// small marks captions and credits.
func (p *plainReader) small() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.decided || l.end-l.start > maxCaption {
			continue
		}
		text := p.words(i)
		switch {
		case l.short && l.ending != stops && isCredit(text):
			p.set(i, Credit)
		case isCaption(text, l):
			p.set(i, Caption)
			if i > 0 && strings.ContainsAny(text[:min(3, len(text))], "(（") && !l.gap {
				p.captionAbove(i)
			}
		}
	}
}

// maxCaption is how many bytes a caption may have.
const maxCaption = 600

// captionAbove makes one caption of a credit in brackets and the line above it.
func (p *plainReader) captionAbove(i int) {
	above := &p.lines[i-1]
	if above.decided && above.kind != Caption || above.end-above.start > maxCaption {
		return
	}
	p.set(i-1, Caption)
	p.lines[i].joins = true
}

// isCaption knows a caption by its credit at the end or its opening words.
func isCaption(text string, l *line) bool {
	if captionStarts().prefix(text) != "" {
		return l.end-l.start <= maxCaption
	}
	text = strings.TrimRight(text, "。.")
	r, size := utf8.DecodeLastRuneInString(text)
	if r == ')' || r == '）' {
		openAt := max(strings.LastIndex(text, "("), strings.LastIndex(text, "（"))
		if openAt < 0 {
			return false
		}
		_, n := utf8.DecodeRuneInString(text[openAt:])
		inside := strings.TrimSpace(text[openAt+n : len(text)-size])
		if utf8.RuneCountInString(inside) > 40 || strings.ContainsAny(inside, "，。") {
			return false
		}
		// （见图） and （印发） end in the same characters.
		mark := captionEnds().suffix(inside)
		return mark != "" && (len(mark) > len("图") || mark == "摄" || utf8.RuneCountInString(inside) >= 4) ||
			captionBrackets().prefix(inside) != ""
	}
	// 何宇欣 摄, 何宇欣/摄: without brackets, the mark stands apart.
	mark := captionEnds().suffix(text)
	if mark == "" || mark == "发" || mark == "图" || !l.short {
		return false
	}
	rest := text[:len(text)-len(mark)]
	return strings.HasSuffix(rest, " ") || strings.HasSuffix(rest, "/") || strings.HasSuffix(rest, "\u3000")
}

// maxCredit is how many characters a credit may have.
const maxCredit = 40

// isCredit knows a credit by the role that it begins with, or names inside.
func isCredit(text string) bool {
	if len(text) > utf8.UTFMax*maxCredit || utf8.RuneCountInString(text) > maxCredit || strings.Contains(text, "，") || strings.Contains(text, "。") {
		return false
	}
	text = strings.TrimLeft(text, "(（[【□■ ")
	if role := creditRoles().prefix(text); role != "" {
		rest := strings.TrimLeft(text[len(role):], " \u3000")
		switch r, _ := utf8.DecodeRuneInString(rest); {
		case r == ':' || r == '：' || r == '/' || r == '|' || r == '｜':
			return true
		case len(rest) < len(text)-len(role):
			return role[0] >= utf8.RuneSelf || isByline(rest)
		}
		return false
	}
	for _, w := range creditInside().words {
		if at := strings.Index(text, w); at > 0 && at < len(text)-len(w) {
			return true
		}
	}
	return false
}

// isByline reports whether text is made of a few words in capitals, as names are.
func isByline(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 7 {
		return false
	}
	for _, w := range words {
		if c := w[0]; c < 'A' || c > 'Z' {
			if w != "and" && w != "in" && w != "at" {
				return false
			}
		}
	}
	return true
}

// headlines marks the short lines above the copy.
func (p *plainReader) headlines() {
	body := 0
	for body < len(p.lines) && !p.isBody(body) {
		body++
	}
	if body == len(p.lines) {
		return
	}
	titled := strings.TrimSpace(p.d.File.Title) != ""
	if titled && titleApart(p.d.File) == "" {
		p.set(0, Headline)
		p.lines[0].level = 1
	}
	var head []int
	for i := range body {
		l := &p.lines[i]
		if l.kind == Masthead || l.kind == Credit {
			if len(head) > 0 {
				break
			}
			continue
		}
		switch {
		case l.decided && l.kind == Subhead && l.level == 1 && len(head) == 0:
			head = append(head, i)
		case !l.decided && !p.mayBeHeading(i):
			return
		case !l.decided:
			head = append(head, i)
		}
	}
	if titled || len(head) > maxHeadlines {
		return
	}
	for _, i := range head {
		p.set(i, Headline)
		p.lines[i].level = 1
	}
}

// isBody reports whether a line is running text.
func (p *plainReader) isBody(i int) bool {
	l := &p.lines[i]
	if l.decided {
		return l.kind == ListItem
	}
	return l.joins || !l.short || l.ending == stops
}

// maxSubheads is how many short lines in a row may be a heading in the copy.
const maxSubheads = 2

// subheads marks short lines that stand before running text. More in a row than
// a heading has are a table, a list or verse: but not right below the masthead,
// where a page has the logo of its column.
func (p *plainReader) subheads() {
	for i := 0; i < len(p.lines); i++ {
		if !p.mayBeHeading(i) {
			continue
		}
		first := i
		for i+1 < len(p.lines) && p.mayBeHeading(i+1) {
			i++
		}
		most := maxSubheads
		if first > 0 && (p.lines[first-1].kind == Masthead || p.lines[first-1].kind == Credit) {
			most = maxHeadlines
		}
		if i+1 >= len(p.lines) || !p.isBody(i+1) || p.lines[i+1].kind == ListItem || i-first+1 > most {
			continue
		}
		for k := first; k <= i; k++ {
			p.set(k, Subhead)
			p.lines[k].level = 2
		}
	}
}

// mayBeHeading reports whether the line itself could be a heading. A line of
// Latin text that is figures for a good part is a row of a table.
func (p *plainReader) mayBeHeading(i int) bool {
	l := &p.lines[i]
	if l.decided || !l.short || l.ending == stops {
		return false
	}
	text, figures := p.words(i), 0
	for k := 0; k < len(text); k++ {
		if text[k] >= utf8.RuneSelf {
			return true
		}
		if isDigit(text[k]) {
			figures++
		}
	}
	return figures*7 < len(text)
}
