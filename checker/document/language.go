package document

import (
	"unicode"
	"unicode/utf8"
)

// languageSample is how many bytes decide about the language of a copy.
const languageSample = 16 << 10

// languageStep is how many bytes are looked at before it is asked whether the
// rest of the sample can still change anything.
const languageStep = 256

// DetectLanguage returns "zh" when a fair share of the letters at the beginning
// of the text are Han characters, or when it has no letters; else "en". One Han
// character weighs as much as four letters, which is what it takes in print.
func DetectLanguage(text string) string {
	text = text[:min(len(text), languageSample)]
	han, latin := 0, 0
	for i, next := 0, 0; i < len(text); {
		if i >= next {
			switch rest := len(text) - i; {
			case latin > 4*(han+(rest+2)/3):
				return "en"
			case latin+rest <= 4*han:
				return "zh"
			}
			next = i + languageStep
		}
		c := text[i]
		switch {
		case c < utf8.RuneSelf:
			if c |= 0x20; c >= 'a' && c <= 'z' {
				latin++
			}
			i++
			continue
		case c >= 0xE5 && c <= 0xE9: // U+5000 to U+9FFF, in three bytes
			han++
			i += 3
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if isHan(r) {
			han++
		}
		i += size
	}
	if latin > 4*han {
		return "en"
	}
	return "zh"
}

// isHan reports whether r is a Han character; the common block and the
// marks of Chinese copy are decided without a table.
func isHan(r rune) bool {
	if r >= 0x4E00 && r <= 0x9FFF {
		return true
	}
	if r < 0x2E80 || r == 0x3000 || r >= 0xFF00 && r <= 0xFFFF {
		return false // spaces and full-width marks
	}
	return unicode.Is(unicode.Han, r)
}
