package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How wide a heading may be, in columns of a terminal, where a Han character
// takes two: in Latin script, in Han characters, and there with a comma or full
// stop inside. More than headingBytes are always wider.
const (
	headingColumns = 84
	hanColumns     = 64
	clauseColumns  = 40
	headingBytes   = 3 * headingColumns / 2
)

// classify finds out what can be known from the line itself. It reports whether
// the line holds no words at all, such as a rule of dashes.
func (p *plainReader) classify(l *line) (empty bool) {
	text := p.text[l.start:l.end]
	if len(text) < 200 && !hasWord(text) {
		return true
	}
	p.marks(l, text)
	text = p.text[l.start:l.end]
	l.ending = endingOf(text)
	if len(text) <= headingBytes {
		l.short = fitsHeading(text)
	}
	return false
}

// hasWord reports whether text has a letter or a digit.
func hasWord(text string) bool {
	for _, r := range text {
		if r < utf8.RuneSelf {
			if r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' {
				return true
			}
			continue
		}
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
	}
	return false
}

// fitsHeading reports whether text is no longer than a heading may be.
func fitsHeading(text string) bool {
	width := columns(text)
	switch {
	case width <= clauseColumns:
		return true
	case width == utf8.RuneCountInString(text):
		return width <= headingColumns
	}
	return width <= hanColumns && !strings.ContainsAny(text, "，；。")
}

// columns returns the width of text, characters beyond Latin counting two.
func columns(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r >= 0x1100 {
			n++
		}
	}
	return n
}

// endingOf looks through closing quotes and brackets for the punctuation that a
// line ends with.
func endingOf(text string) ending {
	for text != "" {
		r, size := utf8.DecodeLastRuneInString(text)
		switch r {
		case '。', '；', '：', '，', '、', '…', '—', '.', ';', ':', ',', '．', '｡':
			return stops
		case '？', '！', '?', '!':
			return asks
		case '”', '’', '」', '』', '"', '\'', '）', ')', '】', ']':
			text = text[:len(text)-size]
		default:
			return open
		}
	}
	return open
}

// marks takes the mark of a heading or list item off the line.
func (p *plainReader) marks(l *line, text string) {
	if n := headingMark(text); n > 0 {
		level := strings.IndexByte(text, ' ')
		if t := strings.IndexByte(text, '\t'); t >= 0 && (level < 0 || t < level) {
			level = t
		}
		l.kind, l.level, l.decided = Subhead, level, true
		l.start += n
		return
	}
	if n := listMark(text); n > 0 {
		l.kind, l.decided = ListItem, true
		l.start += n
	}
}

// headingMark returns the size of "## " at the beginning of a line.
func headingMark(text string) int {
	n := 0
	for n < len(text) && text[n] == '#' {
		n++
	}
	if n == 0 || n > 6 || n == len(text) || text[n] != ' ' && text[n] != '\t' {
		return 0
	}
	return n + blanks(text[n:])
}

// listMark returns the size of what marks a list item, with the blanks after it:
// "- ", "• ", "1. ", "1、", "(1)", "①". It is 0 for running text and where nothing
// follows the mark.
func listMark(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	n := 0
	switch {
	case r == '-' || r == '*' || r == '+' || r == '–' || r == '—' || r == '·':
		if blanks(text[size:]) > 0 {
			n = size
		}
	case r == '•' || r == '●' || r == '■' || r == '◆' || r == '▪' || r == '‣' || r >= '①' && r <= '⑳':
		n = size
	case isDigit(text[0]):
		n = numberMark(text)
	case r == '(' || r == '（':
		n = bracketMark(text, size)
	}
	if n == 0 {
		return 0
	}
	n += blanks(text[n:])
	if n >= len(text) {
		return 0
	}
	return n
}

// numberMark reads "1. ", "1.全" (a number, a full stop and a Han character),
// "1、", "1．" and "1) ".
func numberMark(text string) int {
	_, n := digits(text, 2)
	rest := text[n:]
	for _, mark := range []string{"、", "．"} {
		if strings.HasPrefix(rest, mark) {
			next, _ := utf8.DecodeRuneInString(rest[len(mark):])
			if unicode.IsDigit(next) {
				return 0 // 3、5、7三个月 is running text, 1．5亿元 a number
			}
			return n + len(mark)
		}
	}
	if rest == "" || rest[0] != '.' && rest[0] != ')' {
		return 0
	}
	next, _ := utf8.DecodeRuneInString(rest[1:])
	if next == ' ' || next == '\t' || next == '\u3000' || isHan(next) && rest[0] == '.' {
		return n + 1
	}
	return 0
}

// bracketMark reads "(1)" and "（1）".
func bracketMark(text string, size int) int {
	_, n := digits(text[size:], 2)
	if n == 0 {
		return 0
	}
	for _, close := range []string{")", "）"} {
		if strings.HasPrefix(text[size+n:], close) {
			return size + n + len(close)
		}
	}
	return 0
}

// blanks returns how many bytes of blanks text begins with.
func blanks(text string) int {
	return len(text) - len(strings.TrimLeft(text, " \t\u3000\u00A0"))
}
