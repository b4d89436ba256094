package document

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// parseDate reads a full date (year, month, day) at the beginning of s in one
// of the forms that mastheads and front matter use: 2025.12.25, 2025-12-25,
// 2025/12/25, 2025年12月25日, December 25, 2025, 25 December 2025. It returns
// the date as YYYY-MM-DD and the number of bytes it takes, or 0.
func parseDate(s string) (date string, size int) {
	if y, n := digits(s, 4); n == 4 {
		return parseYearFirst(s, y)
	}
	if d, n := digits(s, 2); n > 0 {
		rest := strings.TrimLeft(s[n:], " ")
		if m, k := month(rest); k > 0 {
			at := len(s) - len(rest) + k
			return finishEnglish(s, at, d, m)
		}
		return "", 0
	}
	m, k := month(s)
	if k == 0 {
		return "", 0
	}
	at := k + len(s[k:]) - len(strings.TrimLeft(s[k:], ". "))
	d, n := digits(s[at:], 2)
	if n == 0 {
		return "", 0
	}
	return finishEnglish(s, at+n, d, m)
}

// finishEnglish reads the year of an English date from s[at:].
func finishEnglish(s string, at, d, m int) (string, int) {
	rest := strings.TrimLeft(s[at:], ",. ")
	y, n := digits(rest, 4)
	if n != 4 {
		return "", 0
	}
	return checked(y, m, d, len(s)-len(rest)+n)
}

// dateSeparators are what stands after the year, the month and the day.
var dateSeparators = [][3]string{
	{".", ".", ""}, {"-", "-", ""}, {"/", "/", ""}, {"年", "月", "日"}, {"．", "．", ""}, {"－", "－", ""},
}

func parseYearFirst(s string, y int) (string, int) {
	for _, sep := range dateSeparators {
		rest, ok := strings.CutPrefix(s[4:], sep[0])
		if !ok {
			continue
		}
		m, n := digits(rest, 2)
		rest, ok = strings.CutPrefix(rest[n:], sep[1])
		d, k := digits(rest, 2)
		if n == 0 || !ok || k == 0 {
			continue
		}
		rest, ok = strings.CutPrefix(rest[k:], sep[2])
		if !ok {
			continue
		}
		return checked(y, m, d, len(s)-len(rest))
	}
	return "", 0
}

// checked returns the date when the calendar has it.
func checked(y, m, d, size int) (string, int) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1000 || t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return "", 0
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), size
}

// digits reads up to most ASCII digits at the beginning of s.
func digits(s string, most int) (value, size int) {
	for size < len(s) && size < most && isDigit(s[size]) {
		value = value*10 + int(s[size]-'0')
		size++
	}
	return value, size
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// month reads the English name of a month at the beginning of s.
func month(s string) (m, size int) {
	if s == "" {
		return 0, 0
	}
	for _, name := range months()[s[0]] {
		if n := len(name.form); n > size && len(s) >= n && strings.EqualFold(s[:n], name.form) {
			m, size = name.number, n
		}
	}
	return m, size
}

// normalDate returns a date that metadata states, as YYYY-MM-DD; a time of day
// after it is left out. It returns "" for anything else.
func normalDate(s string) string {
	s = strings.TrimSpace(s)
	date, n := parseDate(s)
	if n == 0 || n < len(s) && isDigit(s[n]) {
		return ""
	}
	return date
}

// findDate returns the first full date inside a line, and where it stands.
func findDate(line string) (date string, start, end int) {
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRuneInString(line[i:])
		letter := r >= 'A' && r <= 'Z'
		if isDigit(line[i]) || letter {
			if date, n := parseDate(line[i:]); n > 0 && (i+n == len(line) || !isDigit(line[i+n])) {
				return date, i, i + n
			}
			// A number or word that is no date is passed over whole.
			for i < len(line) && (isDigit(line[i]) || letter && line[i] < utf8.RuneSelf && line[i] != ' ') {
				i++
			}
			continue
		}
		i += size
	}
	return "", 0, 0
}
