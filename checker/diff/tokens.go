package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
)

// Tokens cuts text into the units that a comparison must not look into: a
// figure with its sign, scale and unit (12.1个百分点, $7.5 billion), a date
// (2025年12月25日, 2025-12-25), an ordinal (第三届), a word in letters, a run of
// blanks, and otherwise single characters, Han or punctuation, with the marks
// that belong to them. The tokens joined are the text, also where it isn't
// valid UTF-8.
func Tokens(text string) []string {
	tokens := make([]string, 0, len(text)/3+1)
	for at := 0; at < len(text); {
		end := tokenEnd(text, at)
		tokens = append(tokens, text[at:end])
		at = end
	}
	return tokens
}

// tokenEnd returns where the token that begins at a place ends, always behind
// it.
func tokenEnd(text string, at int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	if lexicon.Begins(r) {
		if _, end := lexicon.MatchClass(text, at, lexicon.ClassMask); end > at && !isDigit(r) {
			return wordEnd(text, end)
		}
		if _, end := lexicon.MatchClass(text, at, lexicon.ClassPrefix); end > at {
			if n := numberEnd(text, skipBlank(text, end)); n > 0 {
				return n
			}
		}
	}
	if n := numberEnd(text, at); n > 0 {
		return n
	}
	switch {
	case unicode.IsSpace(r):
		return runEnd(text, at, unicode.IsSpace)
	case isLatin(r):
		return wordEnd(text, at+size)
	}
	return clusterEnd(text, at+size)
}

// numberEnd returns where the figure that begins at a place ends, or 0 when
// there is none.
func numberEnd(text string, at int) int {
	i := at
	if strings.HasPrefix(text[i:], "第") {
		i += len("第")
	}
	digits := digitsEnd(text, i)
	if digits == i {
		return 0
	}
	end := unitEnd(text, digits)
	// 2025年12月25日, 15时30分 and 三分之一 go on without a break.
	for end > digits {
		from := end
		if strings.HasPrefix(text[end:], "之") {
			from += len("之")
		}
		next := digitsEnd(text, from)
		if next == from || from == end && !hasDigit(text[end:next]) {
			break
		}
		digits, end = next, unitEnd(text, next)
	}
	if r, size := utf8.DecodeRuneInString(text[end:]); isMore(r) {
		end += size
	}
	return end
}

// digitsEnd returns where a run of digits and numerals ends, with the signs
// that join digits: 1,100.9 and 2025-12-25 and 8:30.
func digitsEnd(text string, at int) int {
	i := at
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isDigit(r) && !isHanNumeral(r) {
			if i == at || !joinsDigits(r) {
				break
			}
			if next, _ := utf8.DecodeRuneInString(text[i+size:]); !isDigit(next) {
				break
			}
		}
		i += size
	}
	return i
}

// unitEnd returns where the scale and unit of a number end that itself ends at
// a place; where it has none, that place.
func unitEnd(text string, at int) int {
	i := at
	if r, size := utf8.DecodeRuneInString(text[i:]); isMore(r) {
		i += size
		i = runEnd(text, i, isHanNumeral)
	}
	if end := scaleWordEnd(text, skipBlank(text, i)); end > 0 {
		i = end
	}
	if _, end := lexicon.MatchClass(text, i, lexicon.ClassUnit); end > i && endsWord(text, end) {
		return end
	}
	if next := skipBlank(text, i); next > i {
		if _, end := lexicon.MatchClass(text, next, lexicon.ClassUnit); end > next && endsWord(text, end) {
			return end
		}
	}
	if r, size := utf8.DecodeRuneInString(text[i:]); isDateUnit(r) {
		i += size
	}
	return i
}

var scaleWords = []string{"trillion", "billion", "million", "thousand", "hundred", "bn", "mn", "tn", "m", "k"}

func scaleWordEnd(text string, at int) int {
	for _, w := range scaleWords {
		if strings.HasPrefix(text[at:], w) && endsWord(text, at+len(w)) {
			return at + len(w)
		}
	}
	return 0
}

// endsWord reports whether no word in letters goes on across a place.
func endsWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return !isLatin(before) || at == len(text) || !isLatin(after) && !isDigit(after)
}

// wordEnd returns where a word in letters ends that goes on at a place: with
// digits (B2B), apostrophes and hyphens inside it.
func wordEnd(text string, at int) int {
	if before, _ := utf8.DecodeLastRuneInString(text[:at]); !isLatin(before) {
		return at
	}
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isLatin(r) && !isDigit(r) && !unicode.Is(unicode.M, r) {
			if r != '\'' && r != '’' && r != '-' {
				break
			}
			if next, _ := utf8.DecodeRuneInString(text[at+size:]); !isLatin(next) {
				break
			}
		}
		at += size
	}
	return at
}

// clusterEnd returns where a character ends with the marks that belong to it:
// accents, variation selectors, and what a zero-width joiner ties on.
func clusterEnd(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.Is(unicode.M, r), 0x1F3FB <= r && r <= 0x1F3FF: // skin tones
		case r == 0x200D:
			_, tied := utf8.DecodeRuneInString(text[at+size:])
			size += tied
		default:
			return at
		}
		at += size
	}
	return at
}

func runEnd(text string, at int, in func(rune) bool) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !in(r) {
			break
		}
		at += size
	}
	return at
}

// skipBlank returns the place behind one blank, or the place itself.
func skipBlank(text string, at int) int {
	if at < len(text) && text[at] == ' ' {
		return at + 1
	}
	return at
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

// isHanNumeral reports whether numbers are written with r.
func isHanNumeral(r rune) bool {
	return strings.ContainsRune("〇零一二三四五六七八九十百千万亿两兆", r)
}

// isMore reports whether r says "and more" between a number and its unit.
func isMore(r rune) bool { return r == '多' || r == '余' || r == '来' }

// isDateUnit reports whether r stands behind the numbers of a date or time.
func isDateUnit(r rune) bool { return strings.ContainsRune("年月日号时点分秒", r) }

func joinsDigits(r rune) bool { return strings.ContainsRune(".,:/-．，：", r) && r != '，' }

func isLatin(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }

func isWordPart(token string) bool {
	r, size := utf8.DecodeRuneInString(token)
	return size == len(token) && unicode.Is(unicode.Han, r) || strings.TrimSpace(token) == ""
}

// hasDigit reports whether the token is a figure or part of one.
func hasDigit(token string) bool {
	return strings.ContainsFunc(token, isDigit) || len(token) > 3 && digitsEnd(token, 0) > 0 || strings.HasPrefix(token, "第")
}
