package report

import (
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// stretch is a span as lines and columns from 1. The end is the place after the
// last character, as in every format that is written here.
type stretch struct {
	line, column, endLine, endColumn int
}

// stretchOf returns where a span stands, its columns in characters.
func stretchOf(file *source.File, s source.Span) stretch {
	a := file.Position(s.Start, s.Field)
	b := file.Position(max(s.Start, s.End), s.Field)
	return stretch{a.Line, a.Column, b.Line, b.Column}
}

// inBytes returns where a span stands, its columns in bytes of UTF-8.
func inBytes(file *source.File, s source.Span) stretch {
	at := stretchOf(file, s)
	size := len(file.Field(s.Field))
	at.column = 1 + min(max(s.Start, 0), size) - file.LineSpan(at.line, s.Field).Start
	at.endColumn = 1 + min(max(s.Start, s.End, 0), size) - file.LineSpan(at.endLine, s.Field).Start
	return at
}

// somewhere reports whether a finding has a place in the file's own text: what
// can't be read has none, and a title doesn't stand in the text.
func somewhere(f *finding.Finding) bool {
	return f.Category != finding.Input && f.Span.Field == source.FieldText
}

// told returns a finding in full, without markup: what is wrong, the
// arithmetic, the source, a line each.
func told(lang string, f *finding.Finding) string {
	lines := []string{clean(f.Message)}
	add := func(m message, texts []string) {
		for _, t := range texts {
			lines = append(lines, say(lang, m)+say(lang, msgColon)+t)
		}
	}
	add(msgArithmetic, evidence(f.Evidence))
	add(msgSource, sources(f.Ledger))
	return strings.Join(lines, "\n")
}

// uri returns a path as a relative or absolute reference: what may not stand in
// one is escaped.
func uri(path string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	if strings.HasPrefix(path, "/") {
		b.WriteString("file://")
	}
	first, _, _ := strings.Cut(path, "/")
	if strings.Contains(first, ":") {
		b.WriteString("./") // or it would be taken for a scheme
	}
	for i := range len(path) {
		c := path[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~/!$&'()*+,;=:@", c) >= 0:
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}
