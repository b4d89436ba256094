package rule

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A rule's page holds both languages: headings name a section in Chinese and in
// English, parted by " / "; paragraphs are in one of the two, or in neither
// (codes, names of standards); examples say their language in the info string.

// PageIn returns a rule's page in one language, "zh" or "en": the paragraphs of
// that language and its examples. A section that has examples in the other
// language only keeps them.
func (r *Rule) PageIn(lang string) string {
	var b strings.Builder
	for _, s := range sections(r.Doc) {
		s.write(&b, lang)
	}
	return strings.TrimSpace(b.String()) + "\n"
}

// Summary returns the first sentence of a rule's page in one language: what
// goes wrong.
func (r *Rule) Summary(lang string) string {
	for _, s := range sections(r.Doc) {
		for _, p := range s.parts {
			if LangOf(p.text) == lang {
				return p.text
			}
		}
	}
	return ""
}

// section is a heading with the paragraphs and examples under it.
type section struct {
	heading string
	parts   []part
}

// part is a paragraph, or an example with its fences.
type part struct {
	text    string
	example string // the example's language, empty for a paragraph
}

// sections takes a page apart at its headings and blank lines.
func sections(doc string) []section {
	var out []section
	var cur section
	var lines []string
	fence := ""
	flush := func() {
		if len(lines) > 0 {
			cur.parts = append(cur.parts, part{strings.Join(lines, "\n"), fence})
			lines, fence = nil, ""
		}
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(doc, "\r\n", "\n"), "\n") {
		switch {
		case strings.HasPrefix(line, "```") && fence == "":
			flush()
			lines, fence = append(lines, line), fenceLang(line)
		case strings.HasPrefix(line, "```"):
			lines = append(lines, line)
			flush()
		case fence != "":
			lines = append(lines, line)
		case strings.HasPrefix(line, "#"):
			flush()
			out = append(out, cur)
			cur = section{heading: line}
		case strings.TrimSpace(line) == "":
			flush()
		default:
			lines = append(lines, line)
		}
	}
	flush()
	return append(out, cur)
}

// fenceLang returns the language of the example that an opening fence begins.
func fenceLang(fence string) string {
	info := strings.TrimLeft(fence, "`")
	switch {
	case strings.HasPrefix(info, "ledger"):
		return "any"
	case strings.Contains(info, "lang=en"):
		return "en"
	}
	return "zh"
}

func (s *section) write(b *strings.Builder, lang string) {
	if s.heading != "" {
		b.WriteString(headingIn(s.heading, lang) + "\n\n")
	}
	own := false
	for _, p := range s.parts {
		own = own || p.example == lang
	}
	for _, p := range s.parts {
		keep := p.example == "any" || p.example == lang || !own
		if p.example == "" {
			l := LangOf(p.text)
			keep = l == "" || l == lang
		}
		if keep {
			b.WriteString(p.text + "\n\n")
		}
	}
}

// headingIn keeps the half of a heading that is in the language.
func headingIn(heading, lang string) string {
	zh, en, ok := strings.Cut(heading, " / ")
	switch {
	case !ok && lang == "en":
		title, _, _ := strings.Cut(heading, " · ")
		return title
	case !ok || lang == "zh":
		return zh
	}
	return heading[:strings.IndexByte(heading, ' ')+1] + en
}

// LangOf returns the language of a paragraph: "zh" where it has more Chinese
// characters than words in Latin letters, "en" where it has fewer, and "" where
// it has neither, or capitals and digits alone.
func LangOf(text string) string {
	han, words := 0, 0
	inWord, lower := false, false
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
			inWord = false
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			lower = lower || unicode.IsLower(r)
			if !inWord {
				words++
			}
			inWord = true
		default:
			inWord = false
		}
	}
	switch {
	case han == 0 && !lower:
		return ""
	case han > words:
		return "zh"
	}
	return "en"
}
