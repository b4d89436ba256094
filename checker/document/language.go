package document

import (
	"unicode"
	"unicode/utf8"
)

// languageSample is how many bytes decide about the language of a copy.
const languageSample = 16 << 10

// DetectLanguage returns "zh" when a fair share of the letters at the beginning
// of the text are Han characters, or when it has no letters; else "en". One Han
// character weighs as much as four letters, which is what it takes in print.
func DetectLanguage(text string) string {
	han, latin := 0, 0
	for i, r := range text {
		if i > languageSample {
			break
		}
		switch {
		case r < utf8.RuneSelf:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				latin++
			}
		case isHan(r):
			han++
		}
	}
	if latin > 4*han {
		return "en"
	}
	return "zh"
}

// isHan reports whether r is a Han character; the common block is decided
// without a table.
func isHan(r rune) bool {
	if r >= 0x4E00 && r <= 0x9FFF {
		return true
	}
	return r >= 0x2E80 && r != 0x3000 && unicode.Is(unicode.Han, r)
}
