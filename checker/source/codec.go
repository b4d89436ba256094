package source

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// codec is one encoding that isn't UTF-8.
type codec struct {
	// decode returns the text and -1, or the offset of the first bad byte.
	decode func(raw []byte) (string, int)
	// encode returns the bytes of a text, or the first character that the
	// encoding doesn't have.
	encode func(text string) ([]byte, rune, bool)
	// unit returns how many bytes the code at the start of raw, which is valid
	// and not empty, has, and how many bytes of UTF-8 it decodes to, given the
	// text that follows.
	unit func(raw []byte, text string) (disk, decoded int)
}

var codecs = map[string]codec{
	utf16leName: {
		func(raw []byte) (string, int) { return decodeUTF16(raw, 0) },
		func(text string) ([]byte, rune, bool) { return encodeUTF16(text, 0) }, unitUTF16},
	utf16beName: {
		func(raw []byte) (string, int) { return decodeUTF16(raw, 1) },
		func(text string) ([]byte, rune, bool) { return encodeUTF16(text, 1) }, unitUTF16},
	gb18030Name: {decodeGB, encodeGB18030, unitGB},
	gbkName:     {decodeGB, encodeGBK, unitGB},
	big5Name:    {decodeBig5, encodeBig5, unitBig5},
}

// decodeUTF16 decodes pairs of bytes, of which the one at index little is the
// less significant. A lone surrogate or an odd byte at the end is bad.
func decodeUTF16(raw []byte, little int) (string, int) {
	hi, lo := 1-little, little
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/2)
	for i := 0; i < len(raw); i += 2 {
		if i+1 >= len(raw) {
			return "", i
		}
		r := rune(raw[i+hi])<<8 | rune(raw[i+lo])
		if utf16.IsSurrogate(r) {
			if i+3 >= len(raw) {
				return "", i
			}
			r = utf16.DecodeRune(r, rune(raw[i+2+hi])<<8|rune(raw[i+2+lo]))
			if r == utf8.RuneError {
				return "", i
			}
			i += 2
		}
		b.WriteRune(r)
	}
	return b.String(), -1
}

func encodeUTF16(text string, little int) ([]byte, rune, bool) {
	hi, lo := 1-little, little
	out := make([]byte, 0, len(text))
	put := func(u uint16) {
		out = append(out, 0, 0)
		out[len(out)-2+hi], out[len(out)-2+lo] = byte(u>>8), byte(u)
	}
	for _, r := range text {
		if r1, r2 := utf16.EncodeRune(r); r1 != utf8.RuneError {
			put(uint16(r1))
			put(uint16(r2))
			continue
		}
		put(uint16(r))
	}
	return out, 0, true
}

func unitUTF16(_ []byte, text string) (int, int) {
	_, size := utf8.DecodeRuneInString(text)
	if size == 4 {
		return 4, size
	}
	return 2, size
}

// decodeGB decodes GB18030, of which GBK and GB 2312 are parts. The library
// never fails and leaves out some two-byte codes: both show as U+FFFD, and only
// then is the text gone through code by code.
func decodeGB(raw []byte) (string, int) {
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(raw)
	if err != nil {
		return "", 0
	}
	text := string(out)
	if !strings.ContainsRune(text, utf8.RuneError) {
		return text, -1
	}
	var b strings.Builder
	b.Grow(len(text))
	rest := text
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRuneInString(rest)
		n, _ := unitGB(raw[i:], rest)
		if i+n > len(raw) {
			return "", i
		}
		if r == utf8.RuneError && string(raw[i:i+n]) != gbReplacement {
			patched, ok := rune(0), false
			if n == 2 {
				patched, ok = gbPatch(uint16(raw[i])<<8 | uint16(raw[i+1]))
			}
			if !ok {
				return "", i
			}
			r = patched
		}
		b.WriteRune(r)
		i, rest = i+n, rest[size:]
	}
	return b.String(), -1
}

// gbReplacement is the code of U+FFFD itself.
const gbReplacement = "\x84\x31\xA4\x37"

func unitGB(raw []byte, text string) (int, int) {
	_, size := utf8.DecodeRuneInString(text)
	switch {
	case raw[0] <= 0x80 || raw[0] == 0xFF:
		return 1, size
	case len(raw) > 1 && raw[1] >= '0' && raw[1] <= '9':
		return 4, size
	}
	return 2, size
}

// encodeGB18030 always succeeds on valid text. The patched codes are written
// as they are read.
func encodeGB18030(text string) ([]byte, rune, bool) {
	return encodeRuns(text, simplifiedchinese.GB18030, gbUnpatch)
}

func encodeGBK(text string) ([]byte, rune, bool) {
	return encodeRuns(text, simplifiedchinese.GBK, gbUnpatch)
}

func decodeBig5(raw []byte) (string, int) {
	out, err := traditionalchinese.Big5.NewDecoder().Bytes(raw)
	if err != nil {
		return "", 0
	}
	text := string(out)
	if !strings.ContainsRune(text, utf8.RuneError) {
		return text, -1
	}
	rest := text
	for i := 0; i < len(raw); {
		if r, _ := utf8.DecodeRuneInString(rest); r == utf8.RuneError {
			return "", i
		}
		n, size := unitBig5(raw[i:], rest)
		i, rest = i+n, rest[size:]
	}
	return "", len(raw) - 1
}

// big5Pairs are the codes that decode to two characters, a letter and its mark.
var big5Pairs = map[uint16]bool{0x8862: true, 0x8864: true, 0x88A3: true, 0x88A5: true}

func unitBig5(raw []byte, text string) (int, int) {
	_, size := utf8.DecodeRuneInString(text)
	if raw[0] < 0x81 || raw[0] == 0xFF || len(raw) < 2 {
		return 1, size
	}
	if big5Pairs[uint16(raw[0])<<8|uint16(raw[1])] {
		_, second := utf8.DecodeRuneInString(text[size:])
		size += second
	}
	return 2, size
}

func encodeBig5(text string) ([]byte, rune, bool) {
	return encodeRuns(text, traditionalchinese.Big5, func(rune) (uint16, bool) { return 0, false })
}

// encodeRuns encodes text, with the two-byte codes that patch knows where it
// knows one.
func encodeRuns(text string, enc encoding.Encoding, patch func(rune) (uint16, bool)) ([]byte, rune, bool) {
	out := make([]byte, 0, len(text))
	e := enc.NewEncoder()
	flush := func(run string) (rune, bool) {
		b, err := e.Bytes([]byte(run))
		if err == nil {
			out = append(out, b...)
			return 0, true
		}
		for _, r := range run {
			if _, err := e.Bytes([]byte(string(r))); err != nil {
				return r, false
			}
		}
		return utf8.RuneError, false
	}
	start := 0
	for i, r := range text {
		if r < utf8.RuneSelf {
			continue
		}
		code, ok := patch(r)
		if !ok {
			continue
		}
		if bad, ok := flush(text[start:i]); !ok {
			return nil, bad, false
		}
		out = append(out, byte(code>>8), byte(code))
		start = i + utf8.RuneLen(r)
	}
	bad, ok := flush(text[start:])
	return out, bad, ok
}
