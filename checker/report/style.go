package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// style is a way to set text off on a terminal: the parameters of an SGR
// sequence.
type style string

const (
	plain       style = ""
	bold        style = "1"
	faint       style = "2"
	red         style = "31"
	green       style = "32"
	redBold     style = "1;31"
	yellowBold  style = "1;33"
	cyanBold    style = "1;36"
	redMarked   style = "1;7;31"
	greenMarked style = "1;7;32"
	cyan        style = "36"
)

// paint returns text in a style; without colour the text itself.
func (o Options) paint(s style, text string) string {
	if !o.Color || s == plain || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// clean makes text from copy fit for one line of a terminal: a line break is
// shown as ⏎, other blanks as a space, and what would steer the terminal or
// turn the direction of writing as U+FFFD.
func clean(text string) string {
	if utf8.ValidString(text) && strings.IndexFunc(text, unsafeRune) < 0 {
		return text
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var b strings.Builder
	for _, r := range text { // bytes that aren't UTF-8 come out as U+FFFD
		switch {
		case r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029:
			b.WriteRune('⏎')
		case r == '\t':
			b.WriteByte(' ')
		case unsafeRune(r):
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unsafeRune(r rune) bool {
	return unicode.IsControl(r) || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069 ||
		r == 0x2028 || r == 0x2029 || r == 0xFEFF
}

// width returns the number of columns that text takes on a terminal.
func width(text string) int { return uniseg.StringWidth(text) }

// pad fills text up to n columns.
func pad(text string, n int) string { return text + strings.Repeat(" ", max(0, n-width(text))) }

const ellipsis = "…"

// shorten cuts text to at most n columns, with an ellipsis where it was longer.
func shorten(text string, n int) string {
	// A number of a million digits isn't measured to its end.
	const widest = 64 // bytes in a column, with all the marks on a letter
	if len(text) <= n || len(text) <= widest*n && width(text) <= n {
		return text
	}
	kept, state := 0, -1
	room := n - width(ellipsis)
	for rest := text; rest != ""; {
		cluster, after, w, next := uniseg.FirstGraphemeClusterInString(rest, state)
		if room -= w; room < 0 {
			break
		}
		kept += len(cluster)
		rest, state = after, next
	}
	return text[:kept] + ellipsis
}
