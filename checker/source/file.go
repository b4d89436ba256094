package source

import (
	"sync/atomic"
)

// File is one input, decoded. It must not be copied after first use; its
// methods are safe for concurrent use.
type File struct {
	// Path is how messages name the input.
	Path string
	// Text is the whole content in UTF-8. For UTF-8 input it is the bytes on
	// disk, a byte order mark included; for other encodings the decoded text,
	// without the byte order mark.
	Text string
	// Title is the "title" of a JSON Lines document, else empty.
	Title string
	// Encoding is the name of the encoding on disk: "utf-8", "utf-16le",
	// "utf-16be", "gb18030", "gbk" or "big5". Empty means "utf-8".
	Encoding string

	disk  []byte // the bytes on disk; nil for UTF-8, where Text is the bytes
	bom   int    // length of the byte order mark that disk has and Text hasn't
	lines [2]atomic.Pointer[lineTable]
	units atomic.Pointer[unitTable]
}

// Field returns the text that spans of the field count bytes of.
func (f *File) Field(field Field) string {
	if field == FieldTitle {
		return f.Title
	}
	return f.Text
}

// Slice returns the bytes of a span.
func (f *File) Slice(s Span) string { return f.Field(s.Field)[s.Start:s.End] }

// Disk returns the content as it is on disk. The caller must not change it.
func (f *File) Disk() []byte {
	if f.disk == nil {
		return []byte(f.Text)
	}
	return f.disk
}

// BOM is the UTF-8 encoding of the byte order mark, U+FEFF.
const BOM = "\uFEFF"
