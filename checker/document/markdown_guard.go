package document

import "strings"

// What the parser of Markdown takes quadratic time over is bounded before it
// sees the text. No copy comes near these.
const (
	maxNesting  = 100  // quotes and lists inside each other
	maxIndent   = 400  // bytes before the words of a line
	maxBrackets = 2000 // opening brackets in one paragraph, and definitions of links
	maxColumns  = 300  // bars in a line
)

// tooIntricate returns why a text should not be parsed as Markdown, or "".
func tooIntricate(text string) string {
	brackets, definitions := 0, 0
	scan := lineScanner{text, false, -1}
	for pos := 0; pos < len(text); {
		end, next := scan.line(pos)
		line := text[pos:end]
		pos = next
		depth, indent := nesting(line)
		switch {
		case indent == len(line):
			brackets = 0
			continue
		case depth > maxNesting || indent > maxIndent:
			return "quotes or lists are nested too deep for Markdown"
		case line[indent] == '[':
			definitions++
		}
		if brackets += strings.Count(line, "["); brackets > maxBrackets || definitions > maxBrackets {
			return "too many brackets in one paragraph for Markdown"
		}
		if len(line) > maxColumns && strings.Count(line, "|") > maxColumns {
			return "a table has too many columns for Markdown"
		}
	}
	return ""
}

// nesting counts the marks of quotes and list items that a line begins with, and
// the bytes as far as its words.
func nesting(line string) (depth, indent int) {
	for indent < len(line) {
		switch c := line[indent]; {
		case c == ' ' || c == '\t' || c == '\r':
		case c == '>':
			depth++
		case (c == '-' || c == '*' || c == '+') && indent+1 < len(line) && (line[indent+1] == ' ' || line[indent+1] == '\t'):
			depth++
		default:
			return depth, indent
		}
		indent++
	}
	return depth, indent
}
