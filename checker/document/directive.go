package document

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// directiveNames open a directive: the program's name in either language.
var directiveNames = []string{"hegao:", "hegao：", "核稿:", "核稿："}

// directiveVerbs maps the Chinese verbs to the English ones.
var directiveVerbs = map[string]string{"允许": "allow"}

// parseDirective reads the inside of an HTML comment.
func parseDirective(inside string) (Directive, bool) {
	inside = strings.TrimSpace(inside)
	for _, name := range directiveNames {
		rest, ok := strings.CutPrefix(inside, name)
		if !ok {
			continue
		}
		rest = strings.TrimSpace(rest)
		verb, rest := cutAny(rest, " ", "\t", "\n", "\u3000")
		if zh, ok := directiveVerbs[verb]; ok {
			verb = zh
		}
		slug, reason := cutAny(rest, ":", "：")
		return Directive{Verb: verb, Rule: strings.TrimSpace(slug), Reason: strings.TrimSpace(reason)}, verb != ""
	}
	return Directive{}, false
}

// cutAny cuts s at the first of the separators.
func cutAny(s string, separators ...string) (before, after string) {
	at, size := len(s), 0
	for _, sep := range separators {
		if i := strings.Index(s, sep); i >= 0 && i < at {
			at, size = i, len(sep)
		}
	}
	return s[:at], s[at+size:]
}

const commentOpen, commentClose = "<!--", "-->"

// findDirectives returns the directives of a text, sorted. Other comments are
// passed over.
func findDirectives(text string, field source.Field) []Directive {
	var found []Directive
	for at := 0; ; {
		i := strings.Index(text[at:], commentOpen)
		if i < 0 {
			return found
		}
		start := at + i
		n := strings.Index(text[start:], commentClose)
		if n < 0 {
			return found
		}
		end := start + n + len(commentClose)
		// A comment ends at the first close mark, but <!--> is its own end.
		inside := text[start+len(commentOpen) : max(start+len(commentOpen), end-len(commentClose))]
		if d, ok := parseDirective(inside); ok {
			d.Span = source.Span{Start: start, End: end, Field: field}
			found = append(found, d)
		}
		at = end
	}
}

// scopeDirectives gives every directive the block that it stands in or, when it
// stands on a line of its own, the next one. Both are walked through once, in
// the order of the file.
func (d *Document) scopeDirectives() {
	if len(d.Directives) == 0 {
		return
	}
	order := d.blocksInFileOrder()
	k := 0
	for i := range d.Directives {
		dir := &d.Directives[i]
		for k < len(order) && order[k].span.End <= dir.Span.Start && !d.sameLine(order[k].span.End, dir.Span.Start) {
			k++
		}
		if k < len(order) {
			dir.Scope = d.Blocks[order[k].block].Range
		}
	}
}

// sameLine reports whether no line break stands between two offsets of the text.
func (d *Document) sameLine(from, to int) bool {
	return to-from <= maxDirectiveGap && !strings.ContainsAny(d.File.Text[from:to], "\r\n")
}

// maxDirectiveGap is how far behind the last word of a block, in bytes, a
// directive on the same line still belongs to it.
const maxDirectiveGap = 400

// placed is a block and one part of it in the file.
type placed struct {
	block int
	span  source.Span
}

// blocksInFileOrder lists the parts of all blocks by their place in the text.
func (d *Document) blocksInFileOrder() []placed {
	parts := make([]placed, 0, len(d.Blocks))
	for i := range d.Blocks {
		for _, s := range d.View.Spans(d.Blocks[i].Range) {
			if s.Field == source.FieldText {
				parts = append(parts, placed{i, s})
			}
		}
	}
	slices.SortFunc(parts, func(a, b placed) int { return cmp.Compare(a.span.Start, b.span.Start) })
	return parts
}
