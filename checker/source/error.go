package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// DecodeError says that the bytes of a file aren't text in any encoding that
// was allowed.
type DecodeError struct {
	Path string
	// Offset is that of the first bad byte on disk, from 0; Line and Column
	// count from 1, the column in characters where what stands before the byte
	// is UTF-8, else in bytes.
	Offset, Line, Column int
	Byte                 byte
	// Encoding is what the file was said to be, or empty when it was guessed.
	Encoding string
}

func newDecodeError(path string, raw []byte, bad int, encoding string) *DecodeError {
	bad = min(bad, len(raw)-1)
	before := raw[:bad]
	line := 1 + bytes.Count(before, []byte{'\n'})
	start := before[bytes.LastIndexByte(before, '\n')+1:]
	column := len(start)
	if utf8.Valid(start) {
		column = utf8.RuneCount(start)
	}
	return &DecodeError{Path: path, Offset: bad, Line: line, Column: column + 1, Byte: raw[bad], Encoding: encoding}
}

// Error returns the message in English.
func (e *DecodeError) Error() string { return e.Message("en") }

// Message returns the message in lang, "zh" or "en".
func (e *DecodeError) Message(lang string) string {
	where := fmt.Sprintf("%s:%d:%d", e.Path, e.Line, e.Column)
	switch {
	case lang == "zh" && e.Encoding != "":
		return fmt.Sprintf("%s：第 %d 字节（0x%02X）不是合法的 %s 编码，请用 --encoding 另行指定编码（可选 %s）",
			where, e.Offset+1, e.Byte, e.Encoding, strings.Join(Encodings(), "、"))
	case lang == "zh":
		return fmt.Sprintf("%s：无法判断文件编码，第 %d 字节（0x%02X）不是合法的 UTF-8，全文也不是 GB18030；请用 --encoding 指定编码（可选 %s）",
			where, e.Offset+1, e.Byte, strings.Join(Encodings(), "、"))
	case e.Encoding != "":
		return fmt.Sprintf("%s: byte %d (0x%02X) isn't valid %s; name the encoding with --encoding (one of %s)",
			where, e.Offset+1, e.Byte, e.Encoding, strings.Join(Encodings(), ", "))
	}
	return fmt.Sprintf("%s: can't tell the encoding: byte %d (0x%02X) isn't valid UTF-8, and the file isn't GB18030; name the encoding with --encoding (one of %s)",
		where, e.Offset+1, e.Byte, strings.Join(Encodings(), ", "))
}

// EncodingError says that a label names no encoding that Decode knows.
type EncodingError struct{ Label string }

// Error returns the message in English.
func (e *EncodingError) Error() string { return e.Message("en") }

// Message returns the message in lang, "zh" or "en".
func (e *EncodingError) Message(lang string) string {
	if lang == "zh" {
		return fmt.Sprintf("不认识编码“%s”，可选 %s", e.Label, strings.Join(Encodings(), "、"))
	}
	return fmt.Sprintf("unknown encoding %q; known are %s", e.Label, strings.Join(Encodings(), ", "))
}

// UnencodableError says that a text can't be written in a file's encoding.
type UnencodableError struct {
	Path, Encoding string
	Char           rune
}

// Error returns the message in English.
func (e *UnencodableError) Error() string { return e.Message("en") }

// Message returns the message in lang, "zh" or "en".
func (e *UnencodableError) Message(lang string) string {
	if lang == "zh" {
		return fmt.Sprintf("%s：“%c”（U+%04X）无法用 %s 编码写出", e.Path, e.Char, e.Char, e.Encoding)
	}
	return fmt.Sprintf("%s: %q (U+%04X) can't be written in %s", e.Path, e.Char, e.Char, e.Encoding)
}
