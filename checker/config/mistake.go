package config

import (
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source/excerpt"
)

// Mistake is one thing that is wrong with a file, at its place.
type Mistake struct {
	File  string
	Place excerpt.Place
	Text  finding.Text
	// Meant is the name that was probably meant; empty where none is near.
	Meant   string
	excerpt string
}

// Message returns the mistake in words, in lang: a line with file, line and column,
// the line of the file with carets, and what was probably meant. It ends
// without a line break.
func (m Mistake) Message(lang string) string {
	s := m.File + ":" + strconv.Itoa(m.Place.Line) + ":" + strconv.Itoa(m.Place.Column) + ": " + m.Text.In(lang)
	if m.excerpt != "" {
		s += "\n" + strings.TrimRight(m.excerpt, "\n")
	}
	if m.Meant != "" {
		tip := finding.Text{ZH: "是不是想写 " + m.Meant + "？", EN: "did you mean " + m.Meant + "?"}
		s += "\n  " + tip.In(lang)
	}
	return s
}

// Mistakes are all that is wrong with one file, in the order of the file.
type Mistakes []Mistake

// Message returns the mistakes in words, in lang.
func (ms Mistakes) Message(lang string) string {
	parts := make([]string, len(ms))
	for i, m := range ms {
		parts[i] = m.Message(lang)
	}
	return strings.Join(parts, "\n")
}

// Error returns the mistakes in English.
func (ms Mistakes) Error() string { return ms.Message("en") }
