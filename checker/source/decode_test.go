package source

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// line holds what breaks offsets: an emoji, a rare ideograph beyond the basic
// plane, a combining mark, CR LF.
const line = "😀𠮷野家前11个月营收80.6亿元，e\u0301tat ①\r\n第二行：增长20.5%\n"

func utf16Bytes(t *testing.T, text, name string, bom string) []byte {
	t.Helper()
	b, _, ok := codecs[name].encode(text)
	if !ok {
		t.Fatalf("encode %s", name)
	}
	return append([]byte(bom), b...)
}

func gb(t *testing.T, text string) []byte {
	t.Helper()
	b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDecode(t *testing.T) {
	big5, err := traditionalchinese.Big5.NewEncoder().Bytes([]byte("營收80.6億元"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, forced string
		raw          []byte
		want         string
		encoding     string
	}{
		{"empty", "", nil, "", "utf-8"},
		{"utf-8", "", []byte(line), line, "utf-8"},
		{"utf-8 with a mark keeps it", "", []byte(BOM + line), BOM + line, "utf-8"},
		{"only a mark", "", []byte(BOM), BOM, "utf-8"},
		{"NUL bytes are text", "", []byte("a\x00b"), "a\x00b", "utf-8"},
		{"utf-16le by its mark", "", utf16Bytes(t, line, "utf-16le", "\xFF\xFE"), line, "utf-16le"},
		{"utf-16be by its mark", "", utf16Bytes(t, line, "utf-16be", "\xFE\xFF"), line, "utf-16be"},
		{"utf-16 without a mark, forced", "UTF-16", utf16Bytes(t, line, "utf-16le", ""), line, "utf-16le"},
		{"a mark beats what is said", "gbk", utf16Bytes(t, line, "utf-16be", "\xFE\xFF"), line, "utf-16be"},
		{"gb18030 guessed", "", gb(t, line), line, "gb18030"},
		{"gbk guessed", "", gb(t, "营收80.6亿元，同比增长20.5%。"), "营收80.6亿元，同比增长20.5%。", "gb18030"},
		{"gb2312 forced", "GB2312", gb(t, "营收80.6亿元"), "营收80.6亿元", "gbk"},
		{"vertical forms and private ideographs", "gb18030", []byte("\xA6\xD9\xA6\xDB\xFE\x59\xA8\xBC1\xAA\xA1"), "\uFE10\uFE11\u9FB4\u1E3F1\uE000", "gb18030"},
		{"big5 forced", "Big5", big5, "營收80.6億元", "big5"},
	} {
		f, err := Decode("a.txt", c.raw, c.forced)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if f.Text != c.want || f.Encoding != c.encoding {
			t.Errorf("%s: got %q in %s, want %q in %s", c.name, f.Text, f.Encoding, c.want, c.encoding)
		}
		if string(f.Disk()) != string(c.raw) {
			t.Errorf("%s: Disk isn't what was read", c.name)
		}
		back, err := f.Encode(f.Text)
		if err != nil || string(back) != string(c.raw) {
			t.Errorf("%s: Encode(Text) = %q, %v; want %q", c.name, back, err, c.raw)
		}
	}
}

func TestDecodeErrors(t *testing.T) {
	for _, c := range []struct {
		name, forced         string
		raw                  string
		offset, line, column int
	}{
		{"damaged UTF-8 isn't taken for GB18030", "", "第一行😀\n增长\xE4\xBA百分之二十", 20, 2, 3},
		{"neither", "", "abc\n\xFF\xFF", 4, 2, 1},
		{"GB18030 with NUL is binary", "", "\xB5\xC4\x00\x01", 0, 1, 1},
		{"forced UTF-8", "utf-8", "ab\xB5\xC4", 2, 1, 3},
		{"forced GB18030, cut in a character", "gb18030", "ab\xB5\xC4\xB5", 4, 1, 5},
		{"odd byte of UTF-16", "", "\xFF\xFEa\x00b", 4, 1, 5},
		{"lone surrogate", "", "\xFE\xFF\xD8\x3D\x00a", 2, 1, 3},
		{"cut Big5", "big5", "ab\xA4", 2, 1, 3},
	} {
		_, err := Decode("a.txt", []byte(c.raw), c.forced)
		var e *DecodeError
		if !errors.As(err, &e) {
			t.Errorf("%s: got %v, want a DecodeError", c.name, err)
			continue
		}
		if e.Offset != c.offset || e.Line != c.line || e.Column != c.column {
			t.Errorf("%s: at byte %d, %d:%d, want %d, %d:%d", c.name, e.Offset, e.Line, e.Column, c.offset, c.line, c.column)
		}
		for _, lang := range []string{"zh", "en"} {
			if !strings.Contains(e.Message(lang), "--encoding") {
				t.Errorf("%s: %q doesn't name the way out", c.name, e.Message(lang))
			}
		}
	}
	var unknown *EncodingError
	if _, err := Decode("a.txt", []byte("a"), "klingon"); !errors.As(err, &unknown) {
		t.Errorf("unknown label: got %v", err)
	}
}

// Every two-byte code of GB18030 decodes to one character and goes back to
// itself: no code is lost on the way through an edited file.
func TestGBTwoByteCodesRoundTrip(t *testing.T) {
	seen := map[rune]uint16{}
	for lead := 0x81; lead <= 0xFE; lead++ {
		for trail := 0x40; trail <= 0xFE; trail++ {
			if trail == 0x7F {
				continue
			}
			if lead == 0xA3 && trail == 0xA0 {
				continue // a second code of the ideographic space, A1A1
			}
			raw := []byte{byte(lead), byte(trail)}
			text, bad := decodeGB(raw)
			if bad >= 0 || utf8.RuneCountInString(text) != 1 {
				t.Fatalf("%X decodes to %q, bad at %d", raw, text, bad)
			}
			r, _ := utf8.DecodeRuneInString(text)
			if before, twice := seen[r]; twice {
				t.Errorf("%X and %04X both decode to %U", raw, before, r)
			}
			seen[r] = uint16(lead)<<8 | uint16(trail)
			if back, _, ok := encodeGB18030(text); !ok || string(back) != string(raw) {
				t.Errorf("%X decodes to %U, which encodes to %X", raw, r, back)
			}
		}
	}
}

func TestDiskSpan(t *testing.T) {
	big5, _ := traditionalchinese.Big5.NewEncoder().Bytes([]byte("營收80.6億元"))
	long := strings.Repeat(line, 400)
	for _, c := range []struct {
		name, forced string
		raw          []byte
		decode       func([]byte) string
	}{
		{"utf-8", "", []byte(BOM + line), func(b []byte) string { return string(b) }},
		{"utf-16le", "", utf16Bytes(t, long, "utf-16le", "\xFF\xFE"), func(b []byte) string { s, _ := decodeUTF16(b, 0); return s }},
		{"gb18030", "", gb(t, long), func(b []byte) string { s, _ := decodeGB(b); return s }},
		{"gb18030 patched", "gb18030", append([]byte("\xA6\xD9\xAA\xA1"), gb(t, line)...), func(b []byte) string { s, _ := decodeGB(b); return s }},
		{"big5", "big5", append([]byte("\x88\x62"), big5...), func(b []byte) string { s, _ := decodeBig5(b); return s }},
	} {
		f, err := Decode("a", c.raw, c.forced)
		if err != nil {
			t.Fatal(c.name, err)
		}
		for i, r := range f.Text {
			size := utf8.RuneLen(r)
			start, end := f.DiskSpan(Span{Start: i, End: i + size})
			got := c.decode(f.Disk()[start:end])
			// Two characters of Big5 may share one code.
			if got != string(r) && !(c.name == "big5" && strings.ContainsRune(got, r)) {
				t.Fatalf("%s: %q at %d has disk bytes %X, which are %q", c.name, r, i, f.Disk()[start:end], got)
			}
		}
		if _, end := f.DiskSpan(Span{Start: 0, End: len(f.Text)}); end != len(f.Disk()) {
			t.Errorf("%s: the end maps to %d of %d", c.name, end, len(f.Disk()))
		}
	}
}

func TestEncodeEdit(t *testing.T) {
	for _, name := range []string{"gb18030", "utf-16le", "utf-16be"} {
		bom := map[string]string{"utf-16le": "\xFF\xFE", "utf-16be": "\xFE\xFF"}[name]
		f, err := Decode("a", utf16OrGB(t, name, bom), "")
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Replace(f.Text, "80.6", "81.6", 1)
		raw, err := f.Encode(want)
		if err != nil {
			t.Fatal(err)
		}
		if g, err := Decode("a", raw, ""); err != nil || g.Text != want {
			t.Errorf("%s: the edited file reads %q, %v", name, g.Text, err)
		}
	}
	f, _ := Decode("a", gb(t, "元"), "gbk")
	var bad *UnencodableError
	if _, err := f.Encode("😀元"); !errors.As(err, &bad) || bad.Char != '😀' {
		t.Errorf("an emoji in GBK: got %v", err)
	}
}

func utf16OrGB(t *testing.T, name, bom string) []byte {
	if name == "gb18030" {
		return gb(t, line)
	}
	return utf16Bytes(t, line, name, bom)
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", line, BOM, "\xFF\xFEa\x00", "\xFE\xFF\xD8\x3D\xDE\x00", "\xB5\xC4\x84\x31\xA4\x37", "\xA6\xD9", "\x81", "\x81\x30\x81", "\x88\x62\xA4\xA4", "\x00\xFF"} {
		for _, e := range []string{"", "utf-8", "gb18030", "gbk", "big5", "utf-16le", "utf-16be"} {
			f.Add([]byte(s), e)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte, encoding string) {
		file, err := Decode("a", raw, encoding)
		if err != nil {
			var d *DecodeError
			if errors.As(err, &d) && (d.Offset < 0 || d.Offset >= len(raw)) {
				t.Fatalf("bad byte at %d of %d", d.Offset, len(raw))
			}
			return
		}
		if !utf8.ValidString(file.Text) {
			t.Fatalf("the text isn't UTF-8: %q", file.Text)
		}
		if back, err := file.Encode(file.Text); err != nil || string(back) != string(raw) {
			t.Fatalf("%q goes back to %q, %v", raw, back, err)
		}
		for i := range file.Text {
			start, end := file.DiskSpan(Span{Start: 0, End: i})
			if start < 0 || start > end || end > len(raw) {
				t.Fatalf("[0,%d) maps to [%d,%d) of %d", i, start, end, len(raw))
			}
			file.Position(i, FieldText)
		}
	})
}
