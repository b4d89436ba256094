package jsonl

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// field returns where the value of a key belongs, or nil.
func (it *Item) field(key string) *string {
	switch key {
	case "id":
		return &it.ID
	case "text":
		return &it.Text
	case "title":
		return &it.Title
	case "date":
		return &it.Date
	case "lang":
		return &it.Lang
	case "path":
		return &it.Path
	}
	return nil
}

// parse reads one object. Objects of plain strings, which is what a corpus is
// made of, are read directly; encoding/json reads all others.
func (it *Item) parse(line []byte) *LineError {
	if bad := firstInvalid(line); bad >= 0 {
		return &LineError{Offset: bad, zh: "不是合法的 UTF-8", en: "invalid UTF-8"}
	}
	var fast Item
	fast.Line = it.Line
	hasText, ok := fast.parseStrings(line)
	if ok {
		*it = fast
	} else {
		var err *LineError
		if hasText, err = it.parseAny(line); err != nil {
			return err
		}
	}
	if !hasText {
		return &LineError{zh: "缺少 text 字段", en: `"text" is missing`}
	}
	return nil
}

func firstInvalid(line []byte) int {
	if utf8.Valid(line) {
		return -1
	}
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRune(line[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// parseStrings reads an object whose values are all strings, in valid UTF-8. It
// reports whether text was there, and whether the object was such a one.
func (it *Item) parseStrings(line []byte) (hasText, ok bool) {
	i := skipSpace(line, 0)
	if i >= len(line) || line[i] != '{' {
		return false, false
	}
	for i = skipSpace(line, i+1); ; i = skipSpace(line, i+1) {
		key, next, ok := stringAt(line, i)
		if !ok {
			return false, false
		}
		i = skipSpace(line, next)
		if i >= len(line) || line[i] != ':' {
			return false, false
		}
		i = skipSpace(line, i+1)
		value, next, ok := stringAt(line, i)
		if !ok {
			return false, false
		}
		if slot := it.field(key); slot != nil {
			*slot = value
			hasText = hasText || key == "text"
		}
		i = skipSpace(line, next)
		if i >= len(line) || line[i] != ',' {
			break
		}
	}
	ok = i < len(line) && line[i] == '}' && skipSpace(line, i+1) == len(line)
	return hasText, ok
}

func skipSpace(line []byte, i int) int {
	for i < len(line) && (line[i] == ' ' || line[i] == '\t' || line[i] == '\n' || line[i] == '\r') {
		i++
	}
	return i
}

// stringAt reads the string that begins at line[i], and where it ends.
func stringAt(line []byte, i int) (value string, next int, ok bool) {
	if i >= len(line) || line[i] != '"' {
		return "", 0, false
	}
	i++
	start := i
	for i < len(line) && line[i] != '"' && line[i] != '\\' && line[i] >= ' ' {
		i++
	}
	if i < len(line) && line[i] == '"' {
		return string(line[start:i]), i + 1, true
	}
	end := bytes.IndexByte(line[i:], '"')
	if end < 0 {
		return "", 0, false
	}
	out := make([]byte, i-start, (i-start)+end+end/8+16)
	copy(out, line[start:i])
	for i < len(line) {
		switch c := line[i]; {
		case c == '"':
			return string(out), i + 1, true
		case c < ' ':
			return "", 0, false
		case c == '\\':
			var size int
			if out, size = unescape(out, line[i:]); size == 0 {
				return "", 0, false
			}
			i += size
		default:
			run := i
			for i < len(line) && line[i] != '"' && line[i] != '\\' && line[i] >= ' ' {
				i++
			}
			out = append(out, line[run:i]...)
		}
	}
	return "", 0, false
}

// escapes are those of one letter.
var escapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// unescape appends what the escape at the beginning of s stands for; its size is
// 0 when it is none. A lone surrogate stands for U+FFFD, as in encoding/json.
func unescape(out, s []byte) ([]byte, int) {
	if len(s) < 2 {
		return out, 0
	}
	if c := escapes[s[1]]; c != 0 {
		return append(out, c), 2
	}
	r, ok := hex4(s)
	if !ok {
		return out, 0
	}
	if !utf16.IsSurrogate(r) {
		return utf8.AppendRune(out, r), 6
	}
	if low, ok := hex4(s[6:]); ok {
		if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
			return utf8.AppendRune(out, pair), 12
		}
	}
	return utf8.AppendRune(out, utf8.RuneError), 6
}

// hex4 reads \uXXXX at the beginning of s.
func hex4(s []byte) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range s[2:6] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// parseAny reads any object. Values of other fields may be anything; a number
// as id or date is taken as it is written.
func (it *Item) parseAny(line []byte) (hasText bool, _ *LineError) {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(line, &object); err != nil {
		return false, jsonError(err, line)
	}
	if object == nil {
		return false, &LineError{zh: "本行不是 JSON 对象", en: "the line isn't a JSON object"}
	}
	for _, key := range []string{"id", "text", "title", "date", "lang", "path"} {
		raw, ok := object[key]
		if !ok || string(raw) == "null" {
			continue
		}
		slot := it.field(key)
		if raw[0] != '"' && key != "text" && key != "title" && raw[0] != '{' && raw[0] != '[' {
			*slot = string(raw)
			continue
		}
		if err := json.Unmarshal(raw, slot); err != nil {
			return false, &LineError{zh: "字段 " + key + " 应为字符串", en: strconv.Quote(key) + " must be a string"}
		}
		hasText = hasText || key == "text"
	}
	return hasText, nil
}

func jsonError(err error, line []byte) *LineError {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return &LineError{Offset: int(min(syntax.Offset, int64(len(line)))), zh: "JSON 语法错误", en: "bad JSON: " + syntax.Error()}
	}
	return &LineError{zh: "本行不是 JSON 对象", en: "the line isn't a JSON object"}
}
