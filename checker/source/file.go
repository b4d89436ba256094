package source

// File is one input, decoded.
type File struct {
	// Path is how messages name the input.
	Path string
	// Text is the whole content in UTF-8. For UTF-8 input it is the bytes on
	// disk, a byte order mark included; for other encodings the decoded text.
	Text string
	// Title is the "title" of a JSON Lines document, else empty.
	Title string
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
