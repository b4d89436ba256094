package finding

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/source"
)

// contextLetters is how many letters before and after a place tell it from
// others: enough for "外贸进出口总值", few enough that an edit to the next
// clause rarely touches them.
const contextLetters = 12

// contextBytes bounds how far Context looks, so that a line of any length
// costs the same.
const contextBytes = 240

// Fingerprint names a finding by what it says rather than where it stands, so
// that a baseline keeps knowing it when copy is edited elsewhere on the page.
// The result is 16 hexadecimal digits. White space in text and context makes
// no difference.
func Fingerprint(rule string, category Category, text string, context ...string) string {
	h := sha256.New()
	for _, part := range append([]string{rule, string(category), text}, context...) {
		// The separator can't occur in a part: a different split is a
		// different finding.
		h.Write([]byte(squeeze(part)))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == 0 {
			return -1
		}
		return r
	}, s)
}

// Context returns the letters that stand before and after text[start:end]
// within its sentence. Figures, punctuation and white space are left out: when
// a neighbouring figure is corrected, the place is still the same one. Offsets
// are bytes; those out of bounds are drawn in.
func Context(text string, start, end int) (before, after string) {
	start = min(max(start, 0), len(text))
	end = min(max(end, start), len(text))
	return lettersBefore(text[max(0, start-contextBytes):start]), lettersAfter(text[end:min(len(text), end+contextBytes)])
}

func lettersBefore(s string) string {
	var found []rune
	for len(s) > 0 && len(found) < contextLetters {
		r, size := utf8.DecodeLastRuneInString(s)
		if endsSentence(r) {
			break
		}
		if unicode.IsLetter(r) {
			found = append(found, r)
		}
		s = s[:len(s)-size]
	}
	for i, j := 0, len(found)-1; i < j; i, j = i+1, j-1 {
		found[i], found[j] = found[j], found[i]
	}
	return string(found)
}

func lettersAfter(s string) string {
	var found []rune
	for _, r := range s {
		if endsSentence(r) || len(found) == contextLetters {
			break
		}
		if unicode.IsLetter(r) {
			found = append(found, r)
		}
	}
	return string(found)
}

func endsSentence(r rune) bool {
	switch r {
	case '\n', '\r', '。', '！', '？', '!', '?':
		return true
	}
	return false
}

// Identify sets the fingerprints of one file's findings, which must be sorted.
// Findings that nothing else tells apart carry their ordinal: the second one
// ends in "-2".
func Identify(file *source.File, fs []Finding) {
	seen := make(map[string]int, len(fs))
	for i := range fs {
		f := &fs[i]
		before, after := Context(file.Field(f.Span.Field), f.Span.Start, f.Span.End)
		id := Fingerprint(f.Rule, f.Category, f.Text, before, after)
		seen[id]++
		if n := seen[id]; n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		f.Fingerprint = id
	}
}
