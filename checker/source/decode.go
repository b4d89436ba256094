package source

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Names of the encodings, as File.Encoding holds them.
const (
	utf8Name    = "utf-8"
	utf16leName = "utf-16le"
	utf16beName = "utf-16be"
	gb18030Name = "gb18030"
	gbkName     = "gbk"
	big5Name    = "big5"
)

// labels maps what people and declarations call an encoding, in lower case
// without hyphens, underscores and spaces, to its name here.
var labels = map[string]string{
	"utf8": utf8Name, "unicode11utf8": utf8Name, "ascii": utf8Name, "usascii": utf8Name,
	"utf16": utf16leName, "utf16le": utf16leName, "unicode": utf16leName, "utf16be": utf16beName,
	"gb18030": gb18030Name, "gb180302000": gb18030Name, "gb180302005": gb18030Name, "gb180302022": gb18030Name,
	// No file says gb2312 and keeps to it, and none needs HZ: the superset reads both.
	"gbk": gbkName, "gb2312": gbkName, "euccn": gbkName, "cp936": gbkName, "ms936": gbkName, "windows936": gbkName,
	"big5": big5Name, "cp950": big5Name, "big5hkscs": big5Name,
}

// Encodings lists the names that Decode takes, for messages.
func Encodings() []string {
	return []string{"utf-8", "utf-16le", "utf-16be", "gb18030", "gbk", "gb2312", "big5"}
}

// canonical returns the name of the encoding that a label stands for.
func canonical(label string) (string, bool) {
	name, ok := labels[strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(label))]
	return name, ok
}

// KnownEncoding reports whether Decode takes the label as an encoding.
func KnownEncoding(label string) bool {
	_, ok := canonical(label)
	return ok
}

// marks are the byte order marks and what they announce.
var marks = []struct{ mark, name string }{
	{BOM, utf8Name}, {"\xFF\xFE", utf16leName}, {"\xFE\xFF", utf16beName},
}

// Decode returns the file that raw holds. Its encoding is what a byte order
// mark says; else encoding, when that isn't empty; else UTF-8 where raw is
// valid UTF-8; else GB18030 where every byte decodes. Big5 is never guessed.
// Otherwise, and where raw isn't what it is said to be, the error is a
// *DecodeError that names the first bad byte; a label that isn't known gives
// an *EncodingError. raw must not change afterwards.
func Decode(path string, raw []byte, encoding string) (*File, error) {
	for _, m := range marks {
		if bytes.HasPrefix(raw, []byte(m.mark)) {
			return decodeAs(path, raw, m.name, len(m.mark))
		}
	}
	if encoding != "" {
		name, ok := canonical(encoding)
		if !ok {
			return nil, &EncodingError{Label: encoding}
		}
		return decodeAs(path, raw, name, 0)
	}
	bad := firstInvalidUTF8(raw)
	if bad < 0 {
		return &File{Path: path, Text: string(raw), Encoding: utf8Name}, nil
	}
	if !looksLikeUTF8(raw) && bytes.IndexByte(raw, 0) < 0 {
		if f, err := decodeAs(path, raw, gb18030Name, 0); err == nil {
			return f, nil
		}
	}
	return nil, newDecodeError(path, raw, bad, "")
}

// decodeAs decodes raw, whose first bom bytes are a byte order mark.
func decodeAs(path string, raw []byte, name string, bom int) (*File, error) {
	if name == utf8Name {
		if bad := firstInvalidUTF8(raw); bad >= 0 {
			return nil, newDecodeError(path, raw, bad, name)
		}
		return &File{Path: path, Text: string(raw), Encoding: name}, nil
	}
	text, bad := codecs[name].decode(raw[bom:])
	if bad >= 0 {
		return nil, newDecodeError(path, raw, bom+bad, name)
	}
	return &File{Path: path, Text: text, Encoding: name, disk: raw[:len(raw):len(raw)], bom: bom}, nil
}

// firstInvalidUTF8 returns the offset of the first byte that isn't part of a
// valid UTF-8 sequence, or -1.
func firstInvalidUTF8(raw []byte) int {
	if utf8.Valid(raw) {
		return -1
	}
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// looksLikeUTF8 reports whether raw, which isn't valid UTF-8, is damaged UTF-8
// rather than GB18030. Damaged UTF-8 mostly decodes as GB18030 too, as
// nonsense; but in real GB18030 text valid sequences of UTF-8 make up about a
// quarter of the bytes beyond ASCII, and in damaged UTF-8 nearly all.
func looksLikeUTF8(raw []byte) bool {
	valid, invalid := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			invalid++
		} else {
			valid += size
		}
		i += size
	}
	return valid > 2*invalid
}
