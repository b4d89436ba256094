// Package finding holds what a check reports: findings with their related
// places, evidence, fixes and fingerprints. It is data only; reports render it.
package finding

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/source"
)

// Severity says how sure a finding is, and how much it matters.
type Severity uint8

const (
	// Info is style, or worth a look.
	Info Severity = iota
	// Warning is probably wrong.
	Warning
	// Error is contradicted, and the facts compared are surely the same.
	Error
)

var severityNames = [...]string{"info", "warning", "error"}

// String returns "info", "warning" or "error".
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity returns the severity of that name.
func ParseSeverity(name string) (Severity, bool) {
	for i, n := range severityNames {
		if n == name {
			return Severity(i), true
		}
	}
	return Info, false
}

// Lower returns the severity one step down; Info stays Info.
func (s Severity) Lower() Severity {
	if s == Info {
		return Info
	}
	return s - 1
}

// Category says which proof failed.
type Category string

// The categories, in the order of the catalogue.
const (
	Repeat        Category = "repeat"
	Ledger        Category = "ledger"
	Arithmetic    Category = "arithmetic"
	Totals        Category = "totals"
	Shares        Category = "shares"
	Growth        Category = "growth"
	Ranks         Category = "ranks"
	Dates         Category = "dates"
	Events        Category = "events"
	Units         Category = "units"
	Approximators Category = "approximators"
	Counts        Category = "counts"
	Style         Category = "style"
	Grammar       Category = "grammar"
	Terms         Category = "terms"
	Layout        Category = "layout"
	Input         Category = "input"
)

// Categories lists every category in the order of the catalogue.
func Categories() []Category {
	return []Category{Repeat, Ledger, Arithmetic, Totals, Shares, Growth, Ranks, Dates, Events,
		Units, Approximators, Counts, Style, Grammar, Terms, Layout, Input}
}

// Text is one sentence for people in both languages of the program.
type Text struct {
	ZH, EN string
}

// In returns the sentence in lang, "zh" or "en".
func (t Text) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.ZH
}

// Said returns the sentence in lang as a report prints it. What an English
// sentence has of Chinese words, as it cites copy or a ledger, it has in quotation
// marks.
func (t Text) Said(lang string) string {
	if lang == "en" {
		return Cited(t.EN)
	}
	return t.ZH
}

// Cited puts quotation marks round the Chinese words of an English sentence that
// have none.
func Cited(s string) string {
	if strings.IndexFunc(s, isHan) < 0 {
		return s
	}
	var b strings.Builder
	depth := 0
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '“':
			depth++
		case '”':
			depth--
		}
		end, han := i, false
		if depth == 0 {
			end, han = wordEnd(s, i)
		}
		if end == i {
			b.WriteString(s[i : i+w])
			i += w
			continue
		}
		if han {
			b.WriteString("“" + s[i:end] + "”")
		} else {
			b.WriteString(s[i:end])
		}
		i = end
	}
	return b.String()
}

// wordEnd returns the end of the word that begins at an offset, and whether it has
// Chinese characters: 27户, 十一月初二. Words of them that a space parts are one
// citation.
func wordEnd(s string, i int) (end int, han bool) {
	for end = i; end < len(s); {
		r, w := utf8.DecodeRuneInString(s[end:])
		next, _ := utf8.DecodeRuneInString(s[end+w:])
		switch {
		case isHan(r):
			han = true
		case unicode.IsLetter(r), unicode.IsDigit(r), strings.ContainsRune("%‰·、+-−", r) && end > i:
		case strings.ContainsRune(".,", r) && unicode.IsDigit(next) && end > i:
		case r == ' ' && han && isHan(next):
		default:
			return end, han
		}
		end += w
	}
	return end, han
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// Grade says how freely a fix may be applied.
type Grade string

const (
	// Safe fixes change form only and may be applied unseen.
	Safe Grade = "safe"
	// Suggest fixes change a fact to what the ledger or the arithmetic says.
	Suggest Grade = "suggest"
	// Manual fixes are candidates among which a person must choose.
	Manual Grade = "manual"
)

// Edit replaces the bytes of a span by a text.
type Edit struct {
	Span source.Span
	Text string
}

// Fix is one way to mend a finding; its edits belong together.
type Fix struct {
	Title string
	Grade Grade
	Edits []Edit
}

// Related is another place that a finding rests on.
type Related struct {
	Span    source.Span
	Text    string // the bytes of the span
	Message string
	// File is the file that holds the place; nil for that of the finding.
	File *source.File
}

// LedgerRef names the ledger entry that proves a finding.
type LedgerRef struct {
	File   string
	Line   int
	Figure string // the entry in words: entity, metric, breakdown, period, value
	// English is the entry in the words of an English report; empty where Figure
	// serves both.
	English string
	Source  string // who published it, as the ledger says; may be empty
}

// In returns the reference with the entry in the words of a report in lang.
func (r LedgerRef) In(lang string) LedgerRef {
	if lang == "en" && r.English != "" {
		r.Figure = r.English
	}
	r.English = ""
	return r
}

// Finding is one contradiction, at the place that is most likely wrong.
// Spans are in file coordinates; messages are in the language of the report.
type Finding struct {
	Rule        string
	Category    Category
	Severity    Severity
	Confidence  float64 // 0 to 1
	Proof       string  // the kind of evidence, where the rule has several
	Message     string
	Span        source.Span
	Text        string // the bytes of Span
	Related     []Related
	Ledger      []LedgerRef
	Evidence    []string
	Fixes       []Fix
	Fingerprint string
}
